"""A formula for the derivatives of all orders, by induction over the order: the first one, and the step to the next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from sigmaprime.kernel.proof import Apply, Claim, Derivation, Instance
from sigmaprime.kernel.rule import fill_rule
from sigmaprime.kernel.sets import membership
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, substitute
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import chain, equation, link, sides, usable
from sigmaprime.search.conditions import conditions, needed_at
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import nodes, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.orders.formula import Formula
from sigmaprime.search.orders.letters import fresh
from sigmaprime.search.orders.lowering import equal_by_lowering
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.worked import differentiated, one_line

MOST_NESTED = 60
FROM_ZERO, FROM = "derivative of order n by induction from 0", "derivative of order n by induction"


def by_induction(session: Session, goal: Claim, found: Formula, n: Var) -> Derivation:
    """`nth[fn(x, u), c, t] = formula(c, t)`, the goal, where `found.term` is the formula in n and x."""
    match goal.says:
        case App("=", (App("nth", (App("fn", (Var() as x, body)), order, place)), _)):
            pass
        case _:
            raise NoProof("not a derivative of order n")
    y = n if n.name not in free(body) else fresh("kmj", body, found.term, goal.says)
    term = substitute(found.term, {n.name: y}) if y is not n else found.term
    c, t = fresh("mkj", term, goal.says, *goal.given), fresh("tsr", term, goal.says, *goal.given)
    about = {n.name, y.name, x.name} | free(order) | free(place)
    fixed = tuple(h for h in goal.given if not free(h) & (about - free(body) | {x.name}))
    least = Num(found.start)
    there = membership(t, found.region)
    given = (*fixed, App("whole", (c,)), App(">=", (c, least)), *_limits(goal, body, order, c), *there)
    general = _general(session, Formula(term, found.start, found.region), x, body, y, (c, t), given)
    general = _put_in(session, general, c, order, tuple(dict.fromkeys((*goal.given, *there))))
    general = _put_in(session, general, t, place, goal.given)
    if general.claim.says is not goal.says:
        raise NoProof("another formula")
    return Derivation(goal, general.by, general.parts)


def _limits(goal: Claim, body: Term, order: Term, c: Var) -> tuple[Term, ...]:
    """What else is supposed of the order: n <= m, for the powers of x."""
    found: list[Term] = [App("<=", (c, order))] if free(order) & free(body) else []
    for hypothesis in goal.given:
        match hypothesis:
            case App("<=" | "<", (u, bound)) if u is order and isinstance(order, Var) and order.name not in free(bound):
                found.append(App(hypothesis.head, (c, bound)))
            case App(">=" | ">", (bound, u)) if u is order and isinstance(order, Var) and order.name not in free(bound):
                found.append(App("<=" if hypothesis.head == ">=" else "<", (c, bound)))
    return tuple(found)


def _general(
    session: Session, found: Formula, x: Var, body: Term, y: Var, letters: tuple[Var, Var], given: tuple[Term, ...]
) -> Derivation:
    """The formula for any order c and any place t."""
    c, t = letters
    filling: dict[str, Term] = {"S": found.region, "c": c, "u": body, "v": found.term, "w": t, "x": x, "y": y}
    name = FROM_ZERO
    if found.start:
        filling["m"], name = Num(found.start), FROM
    rule = session.rules[name]
    holes = tuple((hole, filling[hole]) for hole, _ in rule.holes)
    try:
        filled = fill_rule(rule, holes)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    outside = tuple(h for h in given if not filled.arbitrary & free(h))
    parts = []
    for premise in filled.premises:
        claim = Claim(premise.says, tuple(dict.fromkeys((*premise.given, *outside))))
        match premise.says:
            case App("=", (App("D", _) as slope, aim)):
                parts.append(_under_conditions(session, claim, body, slope, aim))
            case App("=", (first, aim)):
                parts.append(_under_conditions(session, claim, body, first, aim))
            case _:
                parts.append(prove(session, claim))
    return Derivation(Claim(filled.conclusion, given), Apply(name, holes), tuple(parts))


def _under_conditions(session: Session, claim: Claim, body: Term, start: Term, aim: Term) -> Derivation:
    """The equation under what it needs, which follows from its right side being defined: a + b·x ≠ 0."""
    plain = tuple(h for h in claim.given if not (isinstance(h, App) and h.head == "defined"))
    needed = tuple(h for h in where_differentiable(session, body, plain) if h not in plain)
    return cut(session, claim, needed, plain, lambda given: _equation(session, start, aim, given))


def where_differentiable(session: Session, body: Term, given: tuple[Term, ...]) -> list[Term]:
    """What the rules of differentiation need for `body`: as it stands, 1 - x != 0, and solved, x != 1."""
    found: list[Term] = []
    for _, node in nodes(body):
        found += [condition for condition in needed_at(session, node) if free(condition)]
    with suppress(NoProof):
        found += conditions(Session(session.rules, session.deadline, given), body, by_heart=True)
    return list(dict.fromkeys(found))


def cut(
    session: Session, claim: Claim, needed: tuple[Term, ...], plain: tuple[Term, ...],
    proved: Callable[[tuple[Term, ...]], Derivation],
) -> Derivation:  # fmt: skip
    """`claim` from a proof of it under further hypotheses, each of which follows from those that it has."""
    facts = []
    known = claim.given
    for condition in needed:
        with suppress(NoProof):
            facts.append(prove(session, Claim(condition, known)))
            known = (*known, condition)
    inner = proved((*plain, *(fact.claim.says for fact in facts)))
    proof = Derivation(Claim(claim.says, (*claim.given, *(f.claim.says for f in facts))), inner.by, inner.parts)
    for fact in reversed(facts):
        fewer = tuple(h for h in proof.claim.given if h is not fact.claim.says or h in claim.given)
        holes = (("P", claim.says), ("Q", fact.claim.says))
        proof = Derivation(Claim(claim.says, fewer), Apply("with what follows", holes), (fact, proof))
    return proof


def _equation(session: Session, start: Term, aim: Term, given: tuple[Term, ...]) -> Derivation:
    """The derivative taken, and brought into the form that is wanted."""
    if start is aim:
        return arithmetic(session, start, aim, given, prove)
    links: list[Derivation] = []
    here = start
    while isinstance(here, App) and here.head == "nth":
        links.append(first_order(session, here, given))
        here = sides(links[-1])[1]
    links += differentiated(session, here, given)
    here = sides(links[-1])[1] if links else here
    out = unfolded(session, here, given)
    if out is not None and here is not aim:
        with suppress(NoProof):
            return chain([*links, one_line([equal_by_lowering(session, here, aim, given)], given)], given)
        links.append(out)
        here = sides(out)[1]
    last = [] if here is aim else [one_line([equal_by_lowering(session, here, aim, given)], given)]
    return chain([*links, *last], given)


def first_order(session: Session, node: App, given: tuple[Term, ...]) -> Derivation:
    """`nth[k, 3, x]` as derivatives of derivatives."""
    function, order, place = node.args
    if order is Num(0):
        right: Term = substitute(function.args[1], {function.args[0].name: place})  # type: ignore[union-attr]
        return by_rule(session, "derivative of order 0", Claim(equation(node, right), given), prove)
    if not isinstance(order, Num):
        raise NoProof("the order is no number")
    if order.value > MOST_NESTED:
        raise NoProof(f"beyond the order {MOST_NESTED} only functions with a formula for all orders are worked out")
    x = function.args[0]  # type: ignore[union-attr]
    before = App("nth", (function, Num(order.value - 1), x))
    right = App("D", (App("fn", (x, before)), place))
    name = "derivative of the next order" if place is x else "derivative of the next order, at a point"
    step = by_rule(session, name, Claim(equation(node, right), given), prove, a=before.args[1], x=x)
    inner = first_order(session, before, usable(given, right, (0, 1)))
    return chain([step, link(right, (0, 1), inner, given)], given)


def _put_in(session: Session, general: Derivation, letter: Var, value: Term, given: tuple[Term, ...]) -> Derivation:
    """The general claim for one value of a letter, each of its hypotheses proved for it."""
    new = {letter.name: value}
    parts = [general, prove(session, Claim(App("defined", (value,)), given))]
    parts += [prove(session, Claim(substitute(h, new), given)) for h in general.claim.given]
    return Derivation(Claim(substitute(general.claim.says, new), given), Instance(letter.name, value), tuple(parts))
