"""A trigonometric expression that is not 0 because a multiple of it is not: 1 + sin(x) where cos(x)² != 0.

With s = sin(t), c = cos(t) the product of p(s, c) and p(s, −c), or p(−s, c), is a polynomial in one of them; where it
is a power of an expression that is not 0 by hypothesis, or of a factor of one, p is not 0 either.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, subterms
from sigmaprime.search.algebra import normal_form
from sigmaprime.search.angles import units_of
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.identity import simplified
from sigmaprime.search.nonzero import nonzero_as_factor
from sigmaprime.search.opening import open_form
from sigmaprime.search.quotients import written
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.waves import as_term, in_one, multiplied, polynomial, read
from sigmaprime.search.work import Work, work_on

ZERO = Num(0)
NAME = "factor"
DEEPEST = 2  # a quotient, and its denominator
CIRCULAR = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))


def by_factor(session: Session, goal: Claim) -> Derivation:
    """`u != 0` from a hypothesis `v != 0`."""
    match goal.says:
        case App("!=", (u, zero)) if zero is ZERO and _is_circular(u) and session.nesting.count(NAME) < DEEPEST:
            known = [h.args[0] for h in goal.given if _excludes(h)]  # type: ignore[union-attr]
            session.nesting.append(NAME)
            try:
                for v in known:
                    with suppress(NoProof):
                        return _from(session, goal, u, v)
            finally:
                session.nesting.pop()
    raise NoProof("no multiple of it is known not to be 0")


def _excludes(hypothesis: Term) -> bool:
    match hypothesis:
        case App("!=", (v, zero)):
            return zero is ZERO and _is_circular(v)
    return False


def _is_circular(term: Term) -> bool:
    return any(isinstance(t, App) and t.head in CIRCULAR and free(t) for t in subterms(term))


def _from(session: Session, goal: Claim, u: Term, v: Term) -> Derivation:
    work = work_on(session, goal.given)
    work.units.update(units_of(work, open_form(work, u), open_form(work, v)))
    shown, known = _plain(work, u), _plain(work, v)
    form = normal_form(session, shown)
    top, bottom = written(form.top), written(form.bottom)
    apart = _top(session, work, goal, top, v, known)
    if top is u:
        return apart
    if isinstance(u, App) and u.head == "/" and u.args[0] is top:
        return by_rule(session, "quotient that is not zero", goal, knowing(prove, apart))
    new = top if bottom is Num(1) else App("/", (top, bottom))
    there = Claim(App("!=", (new, ZERO)), goal.given)
    step = apart if new is top else by_rule(session, "quotient that is not zero", there, knowing(prove, apart))
    same = prove(session, Claim(App("=", (u, new)), goal.given))
    return transport(goal.says, (0,), same, step, goal.given)


def _plain(work: Work, term: Term) -> Term:
    fact = simplified(work, term)
    return term if fact is None else sides(fact)[1]


def _top(session: Session, work: Work, goal: Claim, p: Term, v: Term, known: Term) -> Derivation:
    """`p != 0` for a polynomial p in a sine and a cosine."""
    with suppress(NoProof):
        return nonzero_as_factor(work, p)
    found, other = (read(normal_form(session, t).top, Fraction(1)) for t in (p, known))
    if found is None or other is None or found.angle is not other.angle:
        raise NoProof("not of one angle")
    poly = polynomial(found)
    for own in (0, 1):
        mirrored = {key: -c if key[1 - own] % 2 else c for key, c in poly.items()}
        alone = in_one(multiplied(poly, mirrored), own)
        if alone is None or len(alone) != 1:
            continue
        ((key, _),) = alone.items()
        factor = App(("sin", "cos")[own], (found.angle,))
        if not key[own]:
            continue
        whole = App("*", (p, as_term(found.angle, mirrored)))
        power = as_term(found.angle, alone)
        same = prove(session, Claim(App("=", (whole, power)), goal.given))
        prove(session, Claim(App("!=", (factor, ZERO)), goal.given))
        apart = prove(session, Claim(App("!=", (power, ZERO)), goal.given))
        product = transport(App("!=", (whole, ZERO)), (0,), same, apart, goal.given)
        name = "first factor of what is not zero"
        claim = Claim(App("!=", (p, ZERO)), goal.given)
        return by_rule(session, name, claim, knowing(prove, product), v=whole.args[1])
    raise NoProof(f"no power of {v} is a multiple of it")
