"""Inequalities with a square root in them: the root on one side, everything else on the other, and both squared."""

from __future__ import annotations

from flint import fmpq

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import arithmetic, fraction, normal_form
from sigmaprime.search.chain import chain, sides, transport
from sigmaprime.search.facts import difference
from sigmaprime.search.fit import by_rule, first_of
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, positive_number, times, with_sign
from sigmaprime.search.ring import ring_of, term_of, whole
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import DIFFERENCE

ZERO = Num(0)
SQUARED = {
    "<": ("square root less than",), "<=": ("square root at most",), ">": (),
    ">=": ("square root at least",),
}  # fmt: skip
TURN = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def by_roots(session: Session, goal: Claim) -> Derivation:
    """`u rel v` with the root of something in it, by squaring."""
    match goal.says:
        case App("<" | "<=" | ">" | ">=" as relation, (App("sqrt", _), v)) if v is not ZERO:
            return first_of(session, SQUARED[relation], goal, prove)
        case App("<" | "<=" | ">" | ">=" as relation, (w, v)) if v is ZERO:
            return _isolated(session, goal, w, relation)
        case App("<" | "<=" | ">" | ">=" as relation, _):
            return by_rule(session, DIFFERENCE[relation][0], goal, _sign_only)
    raise NoProof("no root to be isolated")


def _sign_only(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(relation, (w, v)) if v is ZERO:
            return _isolated(session, goal, w, relation)
    raise NoProof("not a sign")


def _isolated(session: Session, goal: Claim, w: Term, relation: str) -> Derivation:
    """w = c·(r − v) with the root r: compare r with v."""
    out = unfolded(session, w, goal.given)
    here = w if out is None else sides(out)[1]
    form = normal_form(session, here)
    ring = ring_of([form])
    poly = whole(ring, form)
    if poly is None:
        raise NoProof("not a polynomial")
    for place, root in enumerate(ring.generators):
        key = tuple(int(i == place) for i in range(len(ring.generators)))
        if not (isinstance(root, App) and root.head == "sqrt") or {k for k in poly if k[place]} != {key}:
            continue
        scale = poly[key]
        rest = term_of(ring, {k: -c / scale for k, c in poly.items() if k != key})
        try:
            proof = _compared(session, goal, here, root, rest, scale, relation)
        except NoProof:
            continue
        return proof if out is None else transport(goal.says, (0,), out, proof, goal.given)
    raise NoProof("no root stands alone")


def _compared(
    session: Session, goal: Claim, here: Term, root: Term, rest: Term, scale: fmpq, relation: str
) -> Derivation:
    """From r rel v to c·(r − v) rel 0."""
    given = goal.given
    wanted = relation if scale > 0 else TURN[relation]
    fact = difference(
        session, first_of(session, SQUARED[wanted], Claim(App(wanted, (root, rest)), given), prove), given
    )
    size = abs(fraction(scale))
    parts = [fact] if size == 1 else [Factor(Num(size), True, positive_number(session, size, given)), fact]
    shown, proof = with_sign(session, times(session, parts, given), relation, relation[0] == "<", given)
    if shown is here:
        return proof
    same = chain([arithmetic(session, here, shown, given, prove)], given)
    return transport(App(relation, (here, ZERO)), (0,), same, proof, given)
