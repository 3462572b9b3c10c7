"""Membership in sets, and what kind of set one is: read off the form of the set."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, is_interval
from sigmaprime.kernel.term import App, Term
from sigmaprime.rules.sets import NUMBERS, PLACES
from sigmaprime.search.fit import Prove, by_rule, first_of, knowing
from sigmaprime.search.session import NoProof, Session

INTERVAL = {
    "()": "in an open interval", "[]": "in a closed interval", "[)": "in an interval closed on the left",
    "(]": "in an interval closed on the right",
}  # fmt: skip
MEMBER = (
    "in the domain", "the only point", "the first of two", "the second of two",
    "the first of three", "the second of three", "the third of three",
)  # fmt: skip
OUTSIDE = (
    "below an open interval", "above an open interval", "below a closed interval", "above a closed interval",
    "below an interval closed on the left", "above an interval closed on the left",
    "below an interval closed on the right", "above an interval closed on the right", "not the only point",
    "neither of two", "none of three", "none of no points",
)  # fmt: skip
KIND = (
    "an open interval", "a closed interval", "an interval closed on the left", "an interval closed on the right",
    "open set: an open interval",
)  # fmt: skip


def prove_region(session: Session, goal: Claim, prove: Prove) -> Derivation:
    match goal.says:
        case App("in", _):
            return _member(session, goal, prove)
        case App("outside", (_, App("union", sets))):
            return by_rule(session, f"outside each of {in_words(sets)} sets", goal, prove)
        case App("outside", (_, App("points", numbers))) if len(numbers) > 3:
            return by_rule(session, f"none of {in_words(numbers)} numbers", goal, prove)
        case App("outside", _):
            return first_of(session, OUTSIDE, goal, prove)
        case App("open", (App("union", sets),)):
            return by_rule(session, f"open set: a union of {in_words(sets)} open sets", goal, prove)
        case App("interval" | "open", _):
            return first_of(session, KIND, goal, prove)
    raise NoProof("not about a set")


def _member(session: Session, goal: Claim, prove: Prove) -> Derivation:
    try:
        return member(session, goal, prove)
    except NoProof:
        from sigmaprime.search.cells import by_cells

        return by_cells(session, goal)


def member(session: Session, goal: Claim, prove: Prove) -> Derivation:
    """`u in S` by the form of the set."""
    match goal.says:
        case App("in", (u, App("union", sets))):
            for place, one in enumerate(sets):
                try:
                    inner = member(session, Claim(App("in", (u, one)), goal.given), prove)
                except NoProof:
                    continue
                name = f"in the {PLACES[place]} of {in_words(sets)} sets"
                return by_rule(session, name, goal, knowing(prove, inner))
            raise NoProof("in none of the sets, as far as is known")
        case App("in", (u, App("points", numbers))) if numbers and len(numbers) <= len(NUMBERS) and u not in numbers:
            several = f" of {in_words(numbers)} numbers"
            names = [f"equal to the {place}{several}" for place in PLACES[: len(numbers)]]
            return first_of(session, tuple(names) if len(numbers) > 1 else ("equal to the only number",), goal, prove)
        case App("in", (u, App("points", numbers) as region)) if 3 < len(numbers) <= len(NUMBERS) and u in numbers:
            name = f"equal to the {PLACES[numbers.index(u)]} of {in_words(numbers)} numbers"
            if name in session.rules:
                return by_rule(session, name, goal, prove)
            raise NoProof(f"a list of more than {len(NUMBERS)} numbers: {len(region.args)}")
        case App("in", (_, App(brackets, (low, high)) as region)) if is_interval(region):
            return by_rule(session, _of_interval(brackets, low is MINUS_OO, high is OO), goal, prove)
    return first_of(session, MEMBER, goal, prove)


def _of_interval(brackets: str, below: bool, above: bool) -> str:
    """The rule for an interval with these brackets, which may be unbounded below or above."""
    if below and above:
        return "a real number"
    if above:
        return "in a half-line" if brackets[0] == "[" else "in an open half-line"
    if below:
        return "in a half-line to the left" if brackets[1] == "]" else "in an open half-line to the left"
    return INTERVAL[brackets]


def in_words(things: tuple[Term, ...]) -> str:
    """How many there are, in words; the rules have words for a few only."""
    if len(things) > len(NUMBERS):
        raise NoProof(f"more than {len(NUMBERS)} of them")
    return NUMBERS[len(things) - 1]
