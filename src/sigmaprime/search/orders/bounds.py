"""Inequalities about whole numbers, and signs of powers and factorials: at sight, as n + 1 > 0 from n >= 0."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, number, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import Prove, by_rule, first_of, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.hypotheses import from_definedness
from sigmaprime.search.orders.letters import speaks_of_whole_numbers, split
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import with_more

ZERO, ONE = Num(0), Num(1)
SIGNS = {
    ("^", "!="): ("power that is not zero", "whole power that is not zero"),
    ("^", ">"): ("power of a positive", "any power of a positive"),
    ("*", "!="): ("product that is not zero",), ("*", ">"): ("product of positives",),
    ("/", "!="): ("quotient that is not zero",), ("/", ">"): ("quotient of positives",),
    ("factorial", ">"): ("factorial is positive",), ("factorial", "!="): ("greater, so not equal",),
    ("factorial", ">="): ("greater, so at least",),
}  # fmt: skip
BY_DIFFERENCE = {
    ">": "greater by a positive difference", ">=": "at least, by a difference", "<": "less by a positive difference",
    "<=": "at most, by a difference",
}  # fmt: skip
TURNED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}


def relevant(goal: Claim) -> tuple[Term, ...]:
    """The hypotheses that have to do with the letters of the goal."""
    names = free(goal.says)
    for _ in goal.given:
        names = names.union(*(free(h) for h in goal.given if free(h) & names))
    return tuple(h for h in goal.given if free(h) & names)


class Open(Exception):
    """The goal is no plain inequality about whole numbers: other ways are to be tried."""


def by_whole_numbers(session: Session, goal: Claim, at_once: Prove) -> Derivation:
    """The proof, at once from a hypothesis where that can be.

    `NoProof` where an inequality between whole numbers does not follow; `Open` for anything else.
    """
    if (fewer := relevant(goal)) != goal.given:
        return with_more(prove(session, Claim(goal.says, fewer)), goal.given)
    with suppress(NoProof):
        return at_once(session, goal)
    match goal.says:
        case App(relation, (App(head, _), zero)) if zero is ZERO and (head, relation) in SIGNS:
            with suppress(NoProof):
                return first_of(session, SIGNS[head, relation], goal, prove)
        case App("!=", (u, v)) if _is_linear(u, v, goal):
            return first_of(session, ("greater, so not equal", "less, so not equal"), goal, prove)
        case App(">" | ">=" | "<" | "<=" as relation, (u, v)) if _is_linear(u, v, goal):
            with suppress(NoProof):
                return from_definedness(session, goal)
            return _linear(session, goal, relation, u, v)
    raise Open


def _is_linear(u: Term, v: Term, goal: Claim) -> bool:
    found = split(App("-", (u, v)))
    whole = frozenset[str]().union(*(free(h) for h in goal.given if speaks_of_whole_numbers(h)))
    return found is not None and bool(free(found[0])) and free(found[0]) <= whole


def _linear(session: Session, goal: Claim, relation: str, u: Term, v: Term) -> Derivation:
    """u − v is what a hypothesis bounds, plus a number."""
    above, below = (u, v) if relation[0] == ">" else (v, u)
    wanted = split(App("-", (above, below)))
    facts = list(_facts(session, goal))
    for fact in (*facts, *(_together(session, *pair) for pair in combinations(facts, 2))):
        (gap, _) = fact.claim.says.args  # type: ignore[union-attr]
        known = split(gap)
        if wanted is None or known is None or known[0] is not wanted[0]:
            continue
        more = wanted[1] - known[1]
        strict = len(relation) == 1
        if more < 0 or (strict and not more and fact.claim.says.head == ">="):  # type: ignore[union-attr]
            continue
        sign = _with_more(session, fact, gap, more, strict)
        return _moved(session, goal, relation, above, below, sign)
    raise NoProof("it does not follow from what is known of the whole numbers")


def _together(session: Session, one: Derivation, other: Derivation) -> Derivation:
    """u + v >= 0, for two differences that are not negative."""
    loose = []
    for fact in (one, other):
        (gap, _) = fact.claim.says.args  # type: ignore[union-attr]
        claim = Claim(App(">=", (gap, ZERO)), fact.claim.given)
        strict = fact.claim.says is not claim.says
        loose.append(by_rule(session, "greater, so at least", claim, knowing(prove, fact)) if strict else fact)
    total = App("+", tuple(fact.claim.says.args[0] for fact in loose))  # type: ignore[union-attr]
    return by_rule(
        session, "sum of nonnegatives", Claim(App(">=", (total, ZERO)), one.claim.given), knowing(prove, *loose)
    )


def _facts(session: Session, goal: Claim) -> Iterator[Derivation]:
    """Differences of which the sign is known, the sharpest first."""
    for part in sorted(subterms(*goal.given), key=repr):
        match part:
            case App("factorial", (u,)) | App("nth", (_, u, _)) if free(u):
                with suppress(NoProof):
                    yield from_definedness(session, Claim(App(">=", (u, ZERO)), goal.given))
    for hypothesis in goal.given:
        match hypothesis:
            case App(">" | ">=" | "<" | "<=" as relation, (a, b)):
                above, below = (a, b) if relation[0] == ">" else (b, a)
            case _:
                continue
        known = Claim(App(">" if len(relation) == 1 else ">=", (above, below)), goal.given)
        with suppress(NoProof):
            fact = prove(session, known)
            if len(relation) == 1:
                with suppress(NoProof):
                    next_ = Claim(App(">=", (above, App("+", (below, ONE)))), goal.given)
                    yield _gap(session, by_rule(session, "no whole number between", next_, knowing(prove, fact)))
            yield _gap(session, fact)


def _gap(session: Session, fact: Derivation) -> Derivation:
    """a − b > 0 from a > b."""
    relation, (a, b) = fact.claim.says.head, fact.claim.says.args  # type: ignore[union-attr]
    if b is ZERO:
        return fact
    given = fact.claim.given
    turned = Claim(App(TURNED[relation], (b, a)), given)
    name = "less, turned round" if relation == ">" else "at most, turned round"
    back = by_rule(session, name, turned, knowing(prove, fact))
    goal = Claim(App(relation, (App("-", (a, b)), ZERO)), given)
    return by_rule(
        session, "positive difference" if relation == ">" else "nonnegative difference", goal, knowing(prove, back)
    )


def _with_more(session: Session, fact: Derivation, gap: Term, more: int, strict: bool) -> Derivation:
    """gap + more > 0, or >= 0."""
    relation, given = ">" if strict else ">=", fact.claim.given
    if not more:
        if fact.claim.says.head == relation:  # type: ignore[union-attr]
            return fact
        return by_rule(session, "greater, so at least", Claim(App(relation, (gap, ZERO)), given), knowing(prove, fact))
    loose = fact
    if fact.claim.says.head == ">":  # type: ignore[union-attr]
        loose = by_rule(session, "greater, so at least", Claim(App(">=", (gap, ZERO)), given), knowing(prove, fact))
    name = "nonnegative plus positive" if strict else "sum of nonnegatives"
    goal = Claim(App(relation, (App("+", (gap, number(more))), ZERO)), given)
    return by_rule(session, name, goal, knowing(prove, loose))


def _moved(session: Session, goal: Claim, relation: str, above: Term, below: Term, sign: Derivation) -> Derivation:
    here = sign.claim.says.args[0]  # type: ignore[union-attr]
    strict = ">" if len(relation) == 1 else ">="
    if below is ZERO and relation[0] == ">":
        if here is above:
            return sign
        return transport(goal.says, (0,), arithmetic(session, above, here, goal.given, prove), sign, goal.given)
    gap = App("-", (above, below))
    says = App(strict, (gap, ZERO))
    known = sign if here is gap else transport(
        says, (0,), arithmetic(session, gap, here, goal.given, prove), sign, goal.given
    )  # fmt: skip
    return by_rule(session, BY_DIFFERENCE[relation], goal, knowing(prove, known))
