"""The natural domain of a function as a set that can be written down: a candidate, to be proved by others.

What must hold for the function to be defined changes at the zeros of a few terms; between them one point tells.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, free, substitute
from sigmaprime.search.conditions import defined_where
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.session import NoProof, Session

MOST_CUTS = 6


def candidate(session: Session, x: Var, body: Term) -> Term | None:
    """The set where the function seems to be defined; None where it cannot be written down."""
    cuts = boundary(session, x, body)
    if cuts is None or len(cuts) > MOST_CUTS:
        return None
    marks = [MINUS_OO, *cuts, OO]
    inside = [_defined_between(session, x, body, low, high) for low, high in pairwise(marks)]
    at = [_defined_at(session, x, body, cut) for cut in cuts]
    pieces: list[Term] = []
    start: tuple[str, Term] | None = None
    for index, (low, high) in enumerate(pairwise(marks)):
        if inside[index]:
            here = (("[" if index and at[index - 1] else "("), low)
            start = start or here
        closed = index < len(at) and at[index]
        if start is not None and not (closed and index + 1 < len(inside) and inside[index + 1]):
            if inside[index]:
                pieces.append(App(start[0] + ("]" if closed else ")"), (start[1], high)))
            start = None
        elif closed and not inside[index] and not inside[index + 1]:
            pieces.append(App("points", (high,)))
    if not pieces:
        return None
    return pieces[0] if len(pieces) == 1 else App("union", tuple(pieces))


def boundary(session: Session, x: Var, body: Term) -> list[Term] | None:
    """Where the function may begin or cease to be defined, in order; None if that is not known."""
    from sigmaprime.search.solving import zeros

    conditions = defined_where(session, (body,))
    if conditions is None:
        return None
    found: dict[Term, float] = {}
    for condition in conditions:
        match condition:
            case App(_, (u, v)):
                roots = zeros(session, App("-", (u, v)), x)
                if roots is None:
                    return None
                for root in roots:
                    if (ball := value(session, root)) is not None and not free(root):
                        found[root] = float(ball.mid())
    return sorted(found, key=lambda root: found[root])


def _defined_between(session: Session, x: Var, body: Term, low: Term, high: Term) -> bool:
    left, right = (None if end in (OO, MINUS_OO) else value(session, end) for end in (low, high))
    if left is None and right is None:
        point = Fraction(1, 3)
    elif left is None:
        point = exactly(right) - 1  # type: ignore[arg-type]
    elif right is None:
        point = exactly(left) + 1
    else:
        point = exactly((left + right) / 2)
    return value(session, body, {x.name: point}, 128) is not None


def _defined_at(session: Session, x: Var, body: Term, cut: Term) -> bool:
    try:
        prove(session, Claim(App("defined", (substitute(body, {x.name: cut}),))))
    except NoProof:
        return False
    return True
