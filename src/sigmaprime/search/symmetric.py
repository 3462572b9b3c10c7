"""Symmetry and periods on a natural domain that need not be written down: an equation shows where the image exists.

Where tan x is defined, tan(x + π) is equal to it, so it is defined too.
"""

from __future__ import annotations

from sigmaprime.claims import KINDS
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, Var, substitute
from sigmaprime.search.fit import by_rule, first_of, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def symmetric(session: Session, goal: Claim) -> Derivation:
    """Even, odd, periodic, or with an axis or a centre."""
    head = goal.says.head  # type: ignore[union-attr]
    return first_of(session, KINDS[head].theorems, goal, _image)


def _image(session: Session, goal: Claim) -> Derivation:
    """That the image of a point lies in the natural domain, if need be by an equation."""
    match goal.says:
        case App("in", (t, App("domain", (App("fn", (Var() as x, body)),)))):
            try:
                return prove(session, goal)
            except NoProof:
                pass
            there = substitute(body, {x.name: t})
            for value in (body, App("neg", (body,))):
                try:
                    return _by_equation(session, goal, there, value)
                except NoProof:
                    continue
    return prove(session, goal)


def _by_equation(session: Session, goal: Claim, there: Term, value: Term) -> Derivation:
    same = prove(session, Claim(App("=", (there, value)), goal.given))
    defined = by_rule(
        session, "defined, being equal", Claim(App("defined", (there,)), goal.given), knowing(prove, same), v=value
    )
    return by_rule(session, "in the domain", goal, knowing(prove, defined))
