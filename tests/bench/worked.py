"""The collections of worked calculus beside SymPy: derivatives against `diff`.

    python -m tests.bench.worked

For each exercise it is said how long the derivation took with its check, how many lines it has, and how long
SymPy took for the answer alone; that answer is then tried by the independent engine, and so is ours.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import sympy as sp

from sigmaprime.document.lines import links
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run.one_line import one_line
from sigmaprime.search.bridge_out import to_sympy
from sigmaprime.verbs import derive_routes
from tests.worked.independent import agrees
from tests.worked.numerical import Undefined

COLLECTIONS = Path(__file__).parents[1] / "worked"
POINTS = tuple(Fraction(n, 997) for n in (311, 1213, -417, 83, 677, -911, -71, 2741, 4001, 9173, -3307, 1501, 450, 120))


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work gives, and the milliseconds of processor time it took."""
    began = time.process_time()
    found = work()
    return found, 1000 * (time.process_time() - began)


def is_right(question: str, answer: str) -> bool:
    try:
        return agrees(question, answer, points=POINTS)
    except (Undefined, ValueError, KeyError):
        return False


def derivative(function: str) -> tuple[str, int, float, str, float]:
    """Our end with its lines and time, and SymPy's with its time."""
    request, scope = one_line(f"derive diff({function}, x)", (), Derive)
    try:
        routes, ours = timed(lambda: derive_routes(request, scope, 20.0))
    except NotUnderstood as error:
        return f"none: {error}", 0, 0.0, "", 0.0
    body = request.start.args[0].args[1]
    x = sp.Symbol("x", real=True)
    found, theirs = timed(lambda: sp.diff(to_sympy(body, {"x": x}, evaluate=True), x))
    proof = routes[0].fact.proof
    return language(proof.claim.says.args[1]), len(links(proof)), ours, str(found).replace("**", "^"), theirs


def main() -> None:
    times, lines, longer, right = [], 0, 0, 0
    exercises = [json.loads(line) for line in (COLLECTIONS / "derivatives.jsonl").read_text().splitlines()]
    for exercise in exercises:
        function = exercise["function"]
        end, count, ours, theirs, sympy_time = derivative(function)
        good = count > 0 and is_right(f"diff({function}, x)", end)
        right += good
        lines += count
        times.append(ours)
        longer += len(theirs) > len(end) > 0
        mark = "ok " if good else "BAD"
        print(f"{mark} {function:34} {ours:6.1f} ms {count:2} lines  {end:48} | SymPy {sympy_time:5.1f} ms  {theirs}")
    total = len(exercises)
    print(f"{right} of {total} derived and right, {lines} checked lines")
    print(f"median {median(times):.1f} ms, most {max(times):.0f} ms")
    print(f"SymPy's answer is longer than ours in {longer} of {total}")


if __name__ == "__main__":
    main()
