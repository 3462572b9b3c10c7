"""The value of a limit, as simple as it can be written: 1 for exp(0), k for 1·k, 0 for π/2 − π/2."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.bounds import closed_form
from sigmaprime.search.cancelled import cancelled
from sigmaprime.search.chain import chain, sides, transport, turned
from sigmaprime.search.exact_value import exact_value
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.fractions_written import as_fraction
from sigmaprime.search.goals import prove
from sigmaprime.search.near import INFINITE, value_of
from sigmaprime.search.numbers import value as number
from sigmaprime.search.session import NoProof, Session


def settled(session: Session, found: Derivation) -> Derivation:
    """The same limit with a simpler value, where there is one."""
    value, given = value_of(found), found.claim.given
    if value in INFINITE or not isinstance(value, App):
        return found
    simpler = simplified(session, value, given)
    return found if simpler is None else with_value(session, found, simpler)


def with_value(session: Session, found: Derivation, simpler: Derivation) -> Derivation:
    """The limit with the right side of `simpler`, value = simple, for its value."""
    simple, given = sides(simpler)[1], found.claim.given
    same = turned(simpler, prove(session, Claim(App("defined", (simple,)), simpler.claim.given)))
    function, place, _ = found.claim.says.args  # type: ignore[union-attr]
    return transport(App("tends", (function, place, simple)), (2,), same, found, given)


def simplified(session: Session, value: Term, given: tuple[Term, ...]) -> Derivation | None:
    """`value = simple`; None where nothing simpler is found."""
    try:
        if (zero := _at_zero(session, value)) is not None:
            return zero
        if not free(value) and (known := closed_form(session, value)) is not None:
            return known
        if not free(value) and (ball := number(session, value)) is not None and ball.contains(0):
            return prove(session, Claim(App("=", (value, Num(0)))))
        if (known := exact_value(session, value)) is not None:
            return known
        out = unfolded(session, value, given)
        here = value if out is None else sides(out)[1]
        plain = min((cancelled(session, here).term, as_fraction(session, here)), key=size)
        links = [] if out is None else [out]
        if plain is not here and size(plain) < size(here):
            links.append(arithmetic(session, here, plain, given, prove))
            here = plain
        return chain(links, given) if links and size(here) < size(value) else None
    except NoProof:
        return None


def _at_zero(session: Session, value: Term) -> Derivation | None:
    """sign(0) = 0, cbrt(0) = 0."""
    match value:
        case App("sign", (Num(zero),)) if zero == 0:
            return by_rule(session, "sign at 0", Claim(App("=", (value, Num(0)))), prove)
        case App("cbrt", (Num(zero),)) if zero == 0:
            cube, nothing = (App("^", (base, Num(3))) for base in (value, Num(0)))
            same = by_rule(session, "cube of a cube root", Claim(App("=", (cube, Num(0)))), prove)
            whole = chain([same, arithmetic(session, Num(0), nothing, (), prove)], ())
            return by_rule(session, "equal cubes", Claim(App("=", (value, Num(0)))), knowing(prove, whole))
    return None


def size(term: Term) -> int:
    return len(subterms(term)) + (0 if isinstance(term, Num) else 1)
