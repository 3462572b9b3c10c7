"""Inequalities with sums over an index: one term is at most the whole sum, and smaller terms make a smaller sum."""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, children, free
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.indices import opened_dot
from sigmaprime.search.session import NoProof, Session

ZERO, ONE = Num(0), Num(1)
ONE_TERM = {"<=": "a term at most the sum", "<": "a term less than the sum"}
DIFFERENCE = {"<=": ("nonnegative difference", ">=", "nonnegative over positive", "at most, by a difference"),
              "<": ("positive difference", ">", "quotient of positives", "less by a positive difference")}  # fmt: skip


def by_terms(session: Session, goal: Claim) -> Derivation:
    """`u_j <= sum(u)`, `u_j/sum(u) <= 1`, `sum(u) <= sum(v)`, `sum(u) <= c*(b - a + 1)`."""
    match goal.says:
        case App("<=" | ">=" | "<" | ">" as relation, (App("dot", _) as dot, bound)) if not free(bound):
            fact = opened_dot(dot)
            there = Claim(App(relation, (sides(fact)[1], bound)), goal.given)
            return transport(goal.says, (0,), fact, prove(session, there), goal.given)
        case App("<=", (App("sum", (App("fn", (x, _)), *ends)), App("sum", (App("fn", (y, _)), *others)))) if (
            x is y and ends == others
        ):
            return by_rule(session, "smaller terms, smaller sum", goal, prove)
        case App("<" | "<=" as relation, (u, App("sum", _) as whole)):
            return _one_term(session, relation, u, whole, goal.given)
        case App("<" | "<=" as relation, (App("/", (u, App("sum", _) as whole)), Num(one))) if one == 1:
            return _share(session, relation, u, whole, goal)
        case App("<=", (App("sum", (App("fn", (x, _)), low, high)) as total, bound)):
            return _as_many(session, total, x, low, high, bound, goal)
    raise NoProof("no terms of a sum to compare")


def _one_term(session: Session, relation: str, u: Term, whole: App, given: tuple[Term, ...]) -> Derivation:
    x, body = children(whole.args[0])
    place = _place(body, u, x)
    if place is None:
        raise NoProof("not a term of the sum")
    goal = Claim(App(relation, (u, whole)), given)
    return by_rule(session, ONE_TERM[relation], goal, prove, u=body, c=place)


def _share(session: Session, relation: str, u: Term, whole: App, goal: Claim) -> Derivation:
    """u/S <= 1, since (S − u)/S >= 0."""
    one = _one_term(session, relation, u, whole, goal.given)
    difference, sign, quotient, ends = DIFFERENCE[relation]
    rest = App("-", (whole, u))
    left = by_rule(session, difference, Claim(App(sign, (rest, ZERO)), goal.given), knowing(prove, one))
    share = Claim(App(sign, (App("/", (rest, whole)), ZERO)), goal.given)
    known = by_rule(session, quotient, share, knowing(prove, left))
    other = App("-", (ONE, App("/", (u, whole))))
    same = arithmetic(session, other, App("/", (rest, whole)), goal.given, prove)
    there = transport(App(sign, (other, ZERO)), (0,), same, known, goal.given)
    return by_rule(session, ends, goal, knowing(prove, there))


def _as_many(session: Session, total: App, x: Term, low: Term, high: Term, bound: Term, goal: Claim) -> Derivation:
    """A sum of terms that are at most c, where c times their number is the bound."""
    count = high if low is ONE else App("+", (App("-", (high, low)), ONE))
    factors = [factor for factor in _factors(bound) if factor is not count]
    if count not in _factors(bound) or len(factors) != 1 or free(x) & free(factors[0]):
        raise NoProof("not a multiple of the number of terms")
    constant = App("sum", (App("fn", (x, factors[0])), low, high))
    first = by_rule(session, "smaller terms, smaller sum", Claim(App("<=", (total, constant)), goal.given), prove)
    second = prove(session, Claim(App("<=", (constant, bound)), goal.given)) if constant is not total else None
    facts = [first, second] if second is not None else [first]
    return by_rule(session, "at most what is at most", goal, knowing(prove, *facts), v=constant)


def _factors(term: Term) -> list[Term]:
    match term:
        case App("*", (u, v)):
            return [*_factors(u), *_factors(v)]
    return [term]


def _place(body: Term, u: Term, x: Term) -> Term | None:
    """What the index must be for the term of a sum to be u."""
    found: list[Term] = []
    with suppress(NoProof):
        _match(body, u, x, found)
        if found and all(each is found[0] for each in found):
            return found[0]
    return None


def _match(body: Term, u: Term, x: Term, found: list[Term]) -> None:
    if body is x:
        found.append(u)
    elif not (isinstance(x, Var) and x.name in free(body)):
        if body is not u:
            raise NoProof("another term")
    else:
        match body, u:
            case App(head, args), App(other, others) if head == other and len(args) == len(others):
                for one, two in zip(args, others, strict=True):
                    _match(one, two, x, found)
            case _:
                raise NoProof("another term")
