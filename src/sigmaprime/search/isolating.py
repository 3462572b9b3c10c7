"""One root or logarithm on one side, everything else on the other, and both squared or taken as exponents.

q·sqrt(u) + p >= 0 comes from sqrt(u) >= −p/q for a positive q, and that from u >= (p/q)²; likewise ln(u) <= v from
u <= exp(v).
"""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, as_number, free
from sigmaprime.search.algebra import arithmetic, normal_form
from sigmaprime.search.chain import chain, sides, transport, turned
from sigmaprime.search.facts import difference
from sigmaprime.search.fit import by_rule, first_of, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, times, with_sign
from sigmaprime.search.quotients import canonical
from sigmaprime.search.reducing import reduced
from sigmaprime.search.ring import Polynomial, ring_of, term_of, whole
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import DIFFERENCE, by_sign

ZERO = Num(0)
INVERSE = {
    ("sqrt", "<"): "square root less than", ("sqrt", "<="): "square root at most",
    ("sqrt", ">"): "square root greater than", ("sqrt", ">="): "square root at least",
    ("ln", "<"): "logarithm less than", ("ln", "<="): "logarithm at most",
    ("ln", ">"): "logarithm greater than", ("ln", ">="): "logarithm at least",
}  # fmt: skip
TURN = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
UNDONE = ("sqrt", "ln", "exp")
MOST = 2  # roots and logarithms one after the other


def by_inverse(session: Session, goal: Claim) -> Derivation:
    """`u rel v` with a root or a logarithm in it, by squaring or by taking exponentials."""
    if session.nesting.count("inverse") >= MOST:
        raise NoProof("too many roots in one another")
    session.nesting.append("inverse")
    try:
        return _by_inverse(session, goal)
    finally:
        session.nesting.pop()


def _by_inverse(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("<" | "<=" | ">" | ">=" as relation, (App("sqrt" | "ln" as head, _), v)) if v is not ZERO:
            return _undone(session, head, relation, goal)
        case App("<" | "<=" | ">" | ">=", (w, v)) if v is ZERO:
            return _isolated(session, goal, w)
        case App("<" | "<=" | ">" | ">=" as relation, _):
            return by_rule(session, DIFFERENCE[relation][0], goal, _sign_only)
    raise NoProof("nothing to be isolated")


def _sign_only(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(_, (w, v)) if v is ZERO:
            return _isolated(session, goal, w)
    raise NoProof("not a sign")


def _undone(session: Session, head: str, relation: str, goal: Claim) -> Derivation:
    if head == "exp":
        return _exponent(session, relation, goal)
    name = INVERSE.get((head, relation))
    if name is None:
        raise NoProof("no rule for that")
    return by_rule(session, name, goal, prove)


def _exponent(session: Session, relation: str, goal: Claim) -> Derivation:
    """exp(u) rel v from u rel ln(v), for a positive v."""
    (u,), v = goal.says.args[0].args, goal.says.args[1]  # type: ignore[union-attr]
    log = App("ln", (v,))
    back = App("exp", (log,))
    same = by_rule(session, "exponential of a logarithm", Claim(App("=", (back, v)), goal.given), prove)
    there = Claim(App(relation, (App("exp", (u,)), back)), goal.given)
    kept = by_rule(session, f"exponential keeps {relation}", there, prove)
    known = turned(same, prove(session, Claim(App("defined", (v,)), goal.given)))
    return transport(goal.says, (1,), known, kept, goal.given)


def _isolated(session: Session, goal: Claim, w: Term) -> Derivation:
    """w = q·(r − v) with the root or logarithm r and a q that has a sign: compare r with v."""
    out = unfolded(session, w, goal.given)
    here = w if out is None else sides(out)[1]
    if (plain := reduced(session, here, goal.given)) is not None:
        there = Claim(App(goal.says.head, (sides(plain)[1], ZERO)), goal.given)  # type: ignore[union-attr]
        links = [plain] if out is None else [out, plain]
        return transport(goal.says, (0,), chain(links, goal.given), prove(session, there), goal.given)
    form = normal_form(session, here)
    ring = ring_of([form])
    poly = whole(ring, form)
    if poly is None:
        raise NoProof("not a polynomial")
    heads = UNDONE if len(free(w)) > 1 else ("sqrt",)  # of one variable, a logarithm is better differentiated
    for place, r in enumerate(ring.generators):
        if not (isinstance(r, App) and r.head in heads and free(r)) or max(key[place] for key in poly) > 1:
            continue
        factor: Polynomial = {_without(key, place): c for key, c in poly.items() if key[place]}
        rest = {key: -c for key, c in poly.items() if not key[place]}
        try:
            proof = _compared(session, goal, here, r, term_of(ring, factor), term_of(ring, rest))
        except NoProof:
            if out is not None or r.head != "sqrt":
                continue
            conjugate = App("-", (App("neg", (term_of(ring, rest),)), App("*", (term_of(ring, factor), r))))
            try:
                return _by_conjugate(session, goal, w, conjugate)
            except NoProof:
                continue
        return proof if out is None else transport(goal.says, (0,), out, proof, goal.given)
    raise NoProof("no root and no logarithm stands alone")


def _by_conjugate(session: Session, goal: Claim, w: Term, conjugate: Term) -> Derivation:
    """p + q·r and p − q·r, whose product has no root in it."""
    if goal.says.head[0] == "<":  # type: ignore[union-attr]
        name = DIFFERENCE[goal.says.head][0]  # type: ignore[union-attr]
        turned = App("-", (ZERO, w))
        there = Claim(App(TURN[goal.says.head], (turned, ZERO)), goal.given)  # type: ignore[union-attr]
        inner = _by_conjugate(session, there, turned, App("neg", (conjugate,)))
        return by_rule(session, name, goal, knowing(prove, inner))
    sign = "positive" if goal.says.head == ">" else "nonnegative"  # type: ignore[union-attr]
    names = tuple(f"{sign} {how} its conjugate" for how in ("with", "against"))
    return first_of(session, names, goal, by_sign, v=conjugate)


def _without(key: tuple[int, ...], place: int) -> tuple[int, ...]:
    return tuple(0 if i == place else k for i, k in enumerate(key))


def _compared(session: Session, goal: Claim, here: Term, r: App, factor: Term, rest: Term) -> Derivation:
    """From r rel rest/factor to the sign of factor·r − rest."""
    given, relation = goal.given, goal.says.head  # type: ignore[union-attr]
    negative, positive = _size(session, factor, given)
    value = _quotient(session, rest, positive.term, negative)
    wanted = TURN[relation] if negative else relation
    fact = difference(session, _undone(session, r.head, wanted, Claim(App(wanted, (r, value)), given)), given)
    parts = [fact] if positive.term is Num(1) else [positive, fact]
    shown, proof = with_sign(session, times(session, parts, given), relation, relation[0] == "<", given)
    if shown is here:
        return proof
    same = arithmetic(session, here, shown, given, prove)
    return transport(App(relation, (here, ZERO)), (0,), same, proof, given)


def _size(session: Session, factor: Term, given: tuple[Term, ...]) -> tuple[bool, Factor]:
    """Whether the factor is negative, and its size, which is positive."""
    known = as_number(factor)
    if known:
        size: Term = Num(abs(known))
        return known < 0, Factor(size, True, prove(session, Claim(App(">", (size, ZERO)), given)))
    try:
        return False, Factor(factor, True, prove(session, Claim(App(">", (factor, ZERO)), given)))
    except NoProof:
        below = prove(session, Claim(App("<", (factor, ZERO)), given))
        size = App("neg", (factor,))
        goal = Claim(App(">", (size, ZERO)), given)
        return True, Factor(size, True, by_rule(session, "negative of a negative", goal, knowing(prove, below)))


def _quotient(session: Session, rest: Term, size: Term, negative: bool) -> Term:
    """rest/factor, simplified."""
    plain = App("/", (App("neg", (rest,)) if negative else rest, size))
    form = normal_form(session, plain)
    ring = ring_of([form])
    poly = whole(ring, form)
    return canonical(form) if poly is None else term_of(ring, poly)
