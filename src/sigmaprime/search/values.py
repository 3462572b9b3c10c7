"""The value of a limit, as simple as it can be written: 1 for exp(0), k for 1·k, 0 for π/2 − π/2."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.normal import normal
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, as_number, free, subterms
from sigmaprime.kernel.term import number as number_term
from sigmaprime.notation.line import language
from sigmaprime.search.algebra import arithmetic, fraction
from sigmaprime.search.bounds import closed_form
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
        plain = as_fraction(session, here)
        links = [] if out is None else [out]
        if plain is not here and _length(plain) < _length(here):
            links.append(arithmetic(session, here, plain, given, prove))
            here = plain
        return chain(links, given) if links and _length(here) < _length(value) else _reckoned(session, value, given)
    except NoProof:
        return None


def _length(term: Term) -> tuple[int, int]:
    return len(language(term)), size(term)


def _reckoned(session: Session, value: Term, given: tuple[Term, ...]) -> Derivation | None:
    """With the numbers in it added and multiplied: 28^(1/3) for (5² + 3)^(1/3)."""
    plain = _with_numbers(value)
    return None if plain is value else prove(session, Claim(App("=", (value, plain)), given))


def _with_numbers(term: Term) -> Term:
    match term:
        case App(head, args) if head != "fn":
            new = App(head, tuple(map(_with_numbers, args)))
            whole = head in ("+", "-", "*", "neg") and all(as_number(arg) is not None for arg in new.args)
            square = head == "^" and as_number(new.args[0]) is not None and _is_small(new.args[1])
            return cancelled_number(new) if whole or square else new
    return term


def _is_small(exponent: Term) -> bool:
    return isinstance(exponent, Num) and exponent.value.denominator == 1 and 0 < exponent.value < 20


def cancelled_number(term: Term) -> Term:
    """A rational number, worked out."""
    form = normal(term)
    top, bottom = (fraction(next(iter(poly.values()))) if poly else Fraction(0) for poly in (form.top, form.bottom))
    return number_term(top / bottom)


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
