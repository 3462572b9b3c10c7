"""From the raw result of a differentiation to the form that was asked for: algebra, then definitions folded again."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.algebra import arithmetic, factors, normal_form, poly_term, product, raised, univariate
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.chain import inside, sides
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def folded_to(session: Session, start: Term, target: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """`start = target` by algebra on the target, written out as far as needed, and its definitions folded again."""
    if start is target:
        return []
    gap = NoProof("the two sides have different normal forms")
    for out in _written_ways(session, target, given):
        end = target if out is None else sides(out)[1]
        try:
            return [*algebra_steps(session, start, end, given), *reversed_links(session, out, given)]
        except NoProof as failed:
            gap = failed
    opened = unfolded(session, start, given)
    if opened is not None:
        return [opened, *folded_to(session, sides(opened)[1], target, given)]
    raise gap


def _written_ways(session: Session, target: Term, given: tuple[Term, ...]) -> list[Derivation | None]:
    """The target as it stands, with one of two factors written out, or all of it."""
    ways: list[Derivation | None] = [None]
    if isinstance(target, App) and target.head == "*":
        for index in (1, 0):
            fact = unfolded(session, target.args[index], given)
            if fact is not None:
                ways.append(inside(target, (index,), fact, given))
    ways.append(unfolded(session, target, given))
    return ways


def algebra_steps(session: Session, start: Term, end: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """`start = end` by algebra: by way of a short quotient, and factor by factor where `end` is a product."""
    if start is end:
        return []
    whole = arithmetic(session, start, end, given, prove)
    links = []
    here = start
    stops = (quotient_form(session, start), _split(session, start, end)) if _is_product(end) else ()
    for stop in stops:
        if stop is not None and stop is not here and stop is not end and _is_quotient(stop):
            try:
                links.append(arithmetic(session, here, stop, given, prove))
            except NoProof:
                continue
            here = stop
    return [*links, arithmetic(session, here, end, given, prove)] if links else [whole]


def quotient_form(session: Session, term: Term) -> Term | None:
    """A rational function of one generator as a reduced, factored quotient; None if that is no shorter."""
    rational = univariate(normal_form(session, term))
    if rational is None or not free(rational.generator):
        return None
    shown = reduced(rational.top, rational.bottom, rational.generator)
    return shown if size(shown) < size(term) else None


def _is_quotient(term: Term) -> bool:
    """A polynomial multiplied out is no help on the way to a product."""
    match term:
        case App("/", _) | App("neg", (App("/", _),)) | App("*", (_, App("/", _))):
            return True
    return False


def reduced(top: fmpq_poly, bottom: fmpq_poly, t: Term) -> Term:
    common = top.gcd(bottom)
    scale, below = factors(bottom // common)
    above = (top // common) / fmpq(scale.numerator, scale.denominator)
    lower = [raised(one_plus(f, t), m) for f, m in below]
    if not below:
        return poly_term(above, t)
    whole = int(above.denom())
    if whole != 1:
        lower.insert(0, Num(whole))
    return App("/", (poly_term(above * whole, t), product(lower)))


def one_plus(factor: fmpq_poly, t: Term) -> Term:
    """1 + t rather than t + 1."""
    if factor.degree() == 1 and factor[0] > 0 and factor[1] == 1 and isinstance(t, App):
        constant = factor[0]
        return App("+", (Num(Fraction(int(constant.p), int(constant.q))), t))
    return poly_term(factor, t)


def size(term: Term) -> int:
    return 1 + sum(map(size, term.args)) if isinstance(term, App) else 1


def _split(session: Session, start: Term, end: Term) -> Term | None:
    """For an end a·b: a·(start/a), the second factor reduced to a quotient, before that is seen to be b."""
    match end:
        case App("*", (a, b)):
            other = univariate(normal_form(session, App("/", (start, a))))
            if other is not None and free(other.generator):
                shown = reduced(other.top, other.bottom, other.generator)
                return App("*", (a, shown)) if shown is not b else None
    return None


def _is_product(term: Term) -> bool:
    return isinstance(term, App) and term.head == "*"
