"""Two forms of the same function, equal wherever the second is defined: what was divided by is not 0 there.

A divisor d of the first form is not 0 because the denominator of the second is not, and that one times a product of
generators that are not 0 is a multiple of d: eˣ(x + 2) ≠ 0, since x + 2 ≠ 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Final

from sigmaprime.kernel.proof import Apply, Claim, Derivation, Given
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.cancelled import cancelled, monomial_term, written
from sigmaprime.search.chain import transport
from sigmaprime.search.clock import now
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, OutOfTime, Session

ZERO: Final = Num(0)
BRIEFLY: Final = 0.4  # seconds for one condition


def equal_where_defined(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    """`left = right` under `given` and that `right` is defined."""
    return arithmetic(session, left, right, (*given, App("defined", (right,))), condition)


def briefly(session: Session, goal: Claim) -> Derivation:
    """A proof that takes no long time."""
    short = replace(session, deadline=min(session.deadline, now() + BRIEFLY))
    try:
        return prove(short, goal)
    except OutOfTime:
        session.tick()
        raise NoProof("it would take too long") from None


def condition(session: Session, goal: Claim) -> Derivation:
    """That a divisor is not 0 where what the last hypothesis names is defined."""
    match goal.says, goal.given[-1]:
        case App("!=", (d, zero)), App("defined", (whole,)) as hypothesis if zero is ZERO:
            known = Derivation(Claim(hypothesis, goal.given), Given(len(goal.given) - 1))
            for below in _denominators(whole, known):
                with suppress(NoProof):
                    return _from_denominator(session, goal, d, below)
    return briefly(session, goal)


DEFINED: Final = {
    "*": ("first factor is defined", "second factor is defined"),
    "+": ("first term is defined", "second term is defined"),
    "-": ("minuend is defined", "subtrahend is defined"),
    "neg": ("defined without its sign",),
}


def _denominators(whole: Term, known: Derivation) -> Iterator[Derivation]:
    """That each denominator is not 0, outermost first, since the whole is defined."""
    given = known.claim.given
    match whole:
        case App("/", (u, v)):
            holes = (("u", u), ("v", v))
            below = Derivation(Claim(App("!=", (v, ZERO)), given), Apply("denominator is not zero", holes), (known,))
            yield below
            above = Derivation(Claim(App("defined", (u,)), given), Apply("numerator is defined", holes), (known,))
            yield from _denominators(u, above)
            inside = Apply("defined, being different", (("u", v), ("v", ZERO)))
            yield from _denominators(v, Derivation(Claim(App("defined", (v,)), given), inside, (below,)))
        case App("^", (u, Num(n))) if n.denominator == 1 and n > 0:
            base = Apply("base is defined", (("u", u), ("n", whole.args[1])))
            yield from _denominators(u, Derivation(Claim(App("defined", (u,)), given), base, (known,)))
        case App(head, args) if head in DEFINED:
            filling = tuple(zip(("u", "v"), args, strict=False))
            for part, rule in zip(args, DEFINED[head], strict=True):
                there = Derivation(Claim(App("defined", (part,)), given), Apply(rule, filling), (known,))
                yield from _denominators(part, there)


def _from_denominator(session: Session, goal: Claim, d: Term, below: Derivation) -> Derivation:
    """d ≠ 0, from bottom·r = d·q, where bottom ≠ 0 and the product r of generators is not 0."""
    given = goal.given
    bottom = below.claim.says.args[0]  # type: ignore[union-attr]
    if d is bottom:
        return below
    ratio = cancelled(session, App("/", (bottom, d)))
    if len(ratio.bottom) != 1:
        raise NoProof("not a multiple of it")
    q = written(ratio.top)
    ((monomial, coefficient),) = ratio.bottom.items()
    r = written({frozenset(): coefficient}) if not monomial else monomial_term(monomial)
    whole, product = App("*", (bottom, r)), App("*", (d, q))
    nonzero = briefly(session, Claim(App("!=", (r, ZERO)), given))
    both = by_rule(
        session, "product that is not zero", Claim(App("!=", (whole, ZERO)), given), knowing(prove, below, nonzero)
    )
    same = arithmetic(session, product, whole, given, briefly)
    there = transport(App("!=", (product, ZERO)), (0,), same, both, given)
    return by_rule(session, "first factor of what is not zero", goal, knowing(prove, there), v=q)
