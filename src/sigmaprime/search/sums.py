"""Finite sums and products: with fixed ends written out term by term, with a variable end by induction."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, Var, as_number, number, substitute
from sigmaprime.search.chain import chain, equation, link, sides
from sigmaprime.search.fit import Prove, by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

MOST_TERMS: Final = 60
WORDS: Final = {"sum": ("sum", "+"), "prod": ("product", "*")}


def start_of(low: Fraction) -> str:
    return "from 0" if low == 0 else "from a positive number" if low > 0 else "from a negative number"


def _holes(low: Fraction) -> dict[str, Term]:
    return {} if low == 0 else {"m": number(abs(low))}


def written_sum(session: Session, term: App, given: tuple[Term, ...]) -> Derivation:
    """`sum(u, x, 1, 3) = u(1) + u(2) + u(3)`."""
    match term:
        case App(head, (App("fn", (Var(name), body)) as function, low, high)):
            a, b = as_number(low), as_number(high)
        case _:
            raise NoProof("not a sum")
    if a is None or b is None or a.denominator != 1 or b.denominator != 1 or not a <= b < a + MOST_TERMS:
        raise NoProof("not a sum of few terms")
    word, sign = WORDS[head]
    links: list[Derivation] = []
    here: Term = term
    path: tuple[int, ...] = ()
    for k in range(int(b), int(a), -1):
        shorter = App(head, (function, low, number(k - 1)))
        longer = App(head, (function, low, number(k)))
        right = App(sign, (shorter, substitute(body, {name: number(k)})))
        step = by_rule(
            session, f"{word} with one term more", Claim(equation(longer, right), given), prove, c=number(k - 1)
        )
        links.append(link(here, path, step, given))
        here, path = sides(links[-1])[1], (*path, 0)
    one = Claim(equation(App(head, (function, low, low)), substitute(body, {name: low})), given)
    links.append(
        link(here, path, by_rule(session, f"{word} of one term, {start_of(a)}", one, prove, **_holes(a)), given)
    )
    return chain(links, given)


def by_induction(session: Session, goal: Claim, prove: Prove = prove) -> Derivation:
    """`sum(u, x, 1, n) = v` where the sum is defined: v is right before the first term, and takes the right steps."""
    match goal.says:
        case App("=", (App(head, (App("fn", _), low, Var() as y)), _)) if head in WORDS:
            a = as_number(low)
            if a is None or a.denominator != 1:
                raise NoProof("the first number is not whole")
            return by_rule(session, f"{WORDS[head][0]} by induction, {start_of(a)}", goal, prove, y=y, **_holes(a))
    raise NoProof("not a sum with a variable end")
