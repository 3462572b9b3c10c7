"""How long the sigmoid takes: derivations and claims, warm, beside SymPy; commands, cold.

Run with `python -m tests.bench.sigmoid`. Warm times are the median of repeated calls in one process, after a first
call; cold times are whole processes. SymPy gets the same question in its own words, and what it answers is printed too.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import sympy as sp

from sigmaprime.read.syntax import Derive, Statement
from sigmaprime.run.one_line import one_line
from sigmaprime.verbs import decide, derive_routes

SIGMOID = ("s(x) = 1/(1 + exp(-x))",)
ROUTES = ("reciprocal", "quotient", "logarithmic", "inverse", "tanh")
CLAIMS = (
    "s(-x) = 1 - s(x)",
    "s'(x) <= 1/4",
    "s' has unique maximum 1/4 at x = 0",
    "s has range (0, 1)",
    "s' is strictly increasing on (-oo, 0]",
    "s'(x) -> 0 as x -> -oo",
    "int(s'(x), x, -oo, oo) = 1",
    "s''(x) <= sqrt(3)/18",
)
X = sp.symbols("x", real=True)
S = 1 / (1 + sp.exp(-X))


def milliseconds(question: Callable[[], object], repeats: int = 15) -> float:
    """The median time of a call, after one that does not count."""
    question()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        question()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def derivation(route: str) -> Callable[[], object]:
    request, scope = one_line(f"derive s'(x) = s(x)*(1 - s(x)) by {route}", SIGMOID, Derive)
    return lambda: derive_routes(request, scope)


def claim(text: str) -> Callable[[], object]:
    statement, scope = one_line(text, SIGMOID, Statement)
    return lambda: decide(statement, scope)


def rivals() -> dict[str, Callable[[], object]]:
    """SymPy on the same questions, where it has a function for them."""
    slope = sp.diff(S, X)
    return {
        "derivative, simplified": lambda: sp.simplify(sp.diff(S, X)),
        "s' - s(1 - s) simplifies to 0": lambda: sp.simplify(slope - S * (1 - S)),
        "maximum of s'": lambda: sp.calculus.util.maximum(slope, X, sp.S.Reals),
        "limit of s' at -oo": lambda: sp.limit(slope, X, -sp.oo),
    }


def cold(*words: str) -> float:
    """Seconds of a whole process, the least of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sigmaprime.cli", *words], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    ours = {f"derive by {route}, checked": milliseconds(derivation(route)) for route in ROUTES}
    ours |= {text: milliseconds(claim(text)) for text in CLAIMS}
    for name, taken in ours.items():
        print(f"{taken:9.1f} ms  {name}")
    sp.core.cache.clear_cache()
    first = ours[f"derive by {ROUTES[0]}, checked"]
    for name, question in rivals().items():

        def uncached(question: Callable[[], object] = question) -> object:
            sp.core.cache.clear_cache()
            return question()

        taken = milliseconds(uncached, 5)
        print(f"{taken:9.1f} ms  SymPy: {name} -> {question()}  ({taken / first:.1f} times our derivation)")
    for words in (("--help",), ("prove", "s'(x) <= 1/4", "--let", SIGMOID[0])):
        print(f"{cold(*words):9.2f} s   cold: sigmaprime {' '.join(words[:2])}")


if __name__ == "__main__":
    main()
