"""A bound with parameters that is attained where the slope changes its sign: x·e^(−kx) <= 1/(ke), the value at x = 1/k.

Up to that place the function rises and after it falls, or the other way round, so no value passes the one there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from sigmaprime.kernel.proof import Cases, Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.bound import TURN
from sigmaprime.search.chain import transport, turned
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.optimum import slope
from sigmaprime.search.parametric_zeros import proposed_zeros
from sigmaprime.search.session import NoProof, Session

NAME = "turning place"
ZERO = Num(0)
MOST_PLACES = 4
# what f must do on the side of the place where x <= p, or x >= p, for `f(x) rel f(p)`
RULES = {
    ("<=", "<="): "an increasing function keeps <=", ("<=", ">="): "a decreasing function turns >= round",
    (">=", "<="): "a decreasing function turns <= round", (">=", ">="): "an increasing function keeps >=",
}  # fmt: skip


def by_turning_place(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("<=" | ">=" as relation, (u, v)) if NAME not in session.nesting and len(free(goal.says)) > 1:
            session.nesting.append(NAME)
            try:
                for x in map(Var, sorted(free(u) - free(v))):
                    for way in (_at_a_place, _by_halves):
                        with suppress(NoProof):
                            return way(session, goal, relation, u, v, x)
            finally:
                session.nesting.remove(NAME)
    raise NoProof("no bound with parameters")


def _by_halves(session: Session, goal: Claim, relation: str, u: Term, v: Term, x: Var) -> Derivation:
    """On the whole line: once for x <= 0, once for x >= 0."""
    if any(x.name in free(h) for h in goal.given):
        raise NoProof("not on the whole line")
    parts = [prove(session, Claim(App("defined", (side,)), goal.given)) for side in (x, ZERO)]
    for side in ("<=", ">="):
        here = Claim(goal.says, (*goal.given, App(side, (x, ZERO))))
        try:
            parts.append(_at_a_place(session, here, relation, u, v, x))
        except NoProof:
            parts.append(prove(session, here))
    return Derivation(goal, Cases(x, ZERO), tuple(parts))


def _at_a_place(session: Session, goal: Claim, relation: str, u: Term, v: Term, x: Var) -> Derivation:
    others = tuple(h for h in goal.given if x.name not in free(h))
    low, high = _end(goal, x, ">"), _end(goal, x, "<")
    for p in islice(_places(session, u, x), MOST_PLACES):
        with suppress(NoProof):
            there = substitute(u, {x.name: p})
            value = prove(session, Claim(App("=", (there, v)), others))
            same = turned(value, prove(session, Claim(App("defined", (v,)), others)))
            parts = [prove(session, Claim(App("defined", (side,)), goal.given)) for side in (x, p)]
            for side in ("<=", ">="):
                region = App(f"{low[0]}]", (low[1], p)) if side == "<=" else App(f"[{high[0]}", (p, high[1]))
                here = (*goal.given, App(side, (x, p)))
                step = _to_the_place(
                    session, Claim(App(relation, (u, there)), here), RULES[relation, side], x, p, region
                )
                parts.append(transport(goal.says, (1,), same, step, here))
            return Derivation(goal, Cases(x, p), tuple(parts))
    raise NoProof("not the value at a place where the slope is 0")


def _to_the_place(session: Session, goal: Claim, name: str, x: Var, p: Term, region: Term) -> Derivation:
    """`f(x) rel f(p)`, because f is monotonic between x and p."""
    u, _ = goal.says.args  # type: ignore[union-attr]
    t = Var("t" if "t" not in free(u) else "s")
    function = App("fn", (t, substitute(u, {x.name: t})))
    return by_rule(session, name, goal, prove, k=function, S=region, u=x, v=p)


def _places(session: Session, u: Term, x: Var) -> Iterator[Term]:
    yield from (p for p in proposed_zeros(session, slope(u, x), x) if x.name not in free(p))


def _end(goal: Claim, x: Var, direction: str) -> tuple[str, Term]:
    """The bracket and the end of what is known of x on one side; `NoProof` for hypotheses of another kind."""
    opening, beyond = ("([", MINUS_OO) if direction == ">" else (")]", OO)
    found: tuple[str, Term] = (opening[0], beyond)
    for hypothesis in goal.given:
        if x.name not in free(hypothesis):
            continue
        match hypothesis:
            case App("<" | "<=" | ">" | ">=" as relation, (one, other)) if one is x or other is x:
                outward = relation if one is x else TURN[relation]
                if outward[0] == direction:
                    found = (opening[len(outward) - 1], other if one is x else one)
            case _:
                raise NoProof("not a hypothesis about an end")
    return found
