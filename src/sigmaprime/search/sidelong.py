"""What must hold for a term to be defined: divisors are not 0, arguments of logarithms positive, and so on."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.term import App, Num, as_number, free, number, subterms
from sigmaprime.search.plain import TooLarge, plain
from sigmaprime.search.session import Session

MOST = 40
ZERO = Num(0)


def side_conditions(session: Session, says: App) -> Iterator[App]:
    """The conditions that a part of the statement puts on its variables, one for each division, root and logarithm."""
    seen: set[App] = set()
    for side in says.args:
        try:
            parts = subterms(plain(side, session.rules))
        except TooLarge:
            continue
        for part in sorted((p for p in parts if isinstance(p, App)), key=lambda p: len(str(p.head))):
            for condition in _of(part):
                if free(condition) and condition not in seen and len(seen) < MOST:
                    seen.add(condition)
                    yield condition


def _of(part: App) -> Iterator[App]:
    match part:
        case App("/", (_, v)):
            yield App("!=", (v, ZERO))
        case App("ln", (u,)):
            yield App(">", (u, ZERO))
        case App("sqrt", (u,)):
            yield App(">=", (u, ZERO))
        case App("asin" | "acos", (u,)):
            yield App("<=", (u, Num(1)))
            yield App(">=", (u, number(-1)))
        case App("^", (u, v)):
            n = as_number(v)
            if n is None or n.denominator != 1:
                yield App(">" if n is None or n < 0 else ">=", (u, ZERO))
            elif n < 0:
                yield App("!=", (u, ZERO))
