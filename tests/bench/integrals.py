"""Integrals: ours beside SymPy's `manualintegrate`, `integral_steps` and `integrate`, on the collection of integrals.

    python -m tests.bench.integrals

Ours counts when every line was checked by the kernel; a rival's answer when mpmath finds its derivative to be the
integrand where both are real. `integral_steps` counts when its tree of rules holds no `DontKnowRule`: it is a plan, and
nothing checks it.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import sympy as sp
from sympy.integrals.manualintegrate import integral_steps, manualintegrate

from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run.one_line import one_line
from sigmaprime.search.bridge import from_sympy
from sigmaprime.search.bridge_out import to_sympy
from sigmaprime.search.clock import now
from sigmaprime.search.interrupting import interrupting
from sigmaprime.search.session import OutOfTime
from sigmaprime.verbs import derive_routes
from tests.worked.independent import agrees
from tests.worked.numerical import Undefined

COLLECTION = Path(__file__).parent.parent / "worked" / "integrals.jsonl"
SECONDS = 5.0
X = sp.Symbol("x", real=True)


def ours(integrand: str) -> bool:
    request, scope = one_line(f"derive int({integrand}, x)", (), Derive)
    try:
        return bool(derive_routes(request, scope, SECONDS)[0].column)
    except NotUnderstood:
        return False


def by_sympy(work: Callable[[sp.Expr, sp.Symbol], object]) -> Callable[[str], bool]:
    def solved(integrand: str) -> bool:
        request, _ = one_line(f"derive int({integrand}, x)", (), Derive)
        body = to_sympy(request.start.args[0].args[1], {"x": X})
        try:
            with interrupting(now() + SECONDS):
                found = work(body, X)
            if not isinstance(found, sp.Expr):
                return "DontKnow" not in repr(found)
            return not found.has(sp.Integral) and agrees(f"diff({language(from_sympy(found))}, x)", integrand)
        except (OutOfTime, NotUnderstood, Undefined, ArithmeticError, ValueError):
            return False

    return solved


RIVALS: dict[str, Callable[[str], bool]] = {
    "sigmaprime, every line checked": ours,
    "SymPy manualintegrate, answer": by_sympy(manualintegrate),
    "SymPy integral_steps, unchecked": by_sympy(integral_steps),
    "SymPy integrate, answer": by_sympy(sp.integrate),
}


def main() -> None:
    integrands = [
        one["integrand"] for line in COLLECTION.read_text().splitlines() if "integrand" in (one := json.loads(line))
    ]
    print(f"{len(integrands)} indefinite integrals")
    for name, solve in RIVALS.items():
        times, right = [], 0
        for integrand in integrands:
            began = time.process_time()
            right += solve(integrand)
            times.append(1000 * (time.process_time() - began))
        print(f"{name:34} {right:3} right   median {statistics.median(times):7.1f} ms   longest {max(times):8.1f} ms")


if __name__ == "__main__":
    main()
