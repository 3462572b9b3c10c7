"""Named routes to a derivative: the same result, reached by different rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, Var, free, number, paths, subterm
from sigmaprime.search.algebra import arithmetic, fraction, normal_form, poly_term, univariate
from sigmaprime.search.chain import equation, link, parts_of, sides, usable
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import unfolded, written_out
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.route_inverse import inverse, opened
from sigmaprime.search.selfref import Shape, self_form, shape
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.table import KNOWN, slope_of
from sigmaprime.search.worked import definition_worked, differentiated


def _body(session: Session, here: Term, value: App) -> tuple[Derivation | None, Term]:
    """D(f(x), x) with the definition of f put in."""
    fact = meaning(session, value)
    if fact is None:
        return None, value
    return link(here, (0, 1), fact, session.assumed), sides(fact)[1]


def direct(session: Session, start: Term) -> list[Derivation]:
    """The rules as they come, from the outside inwards."""
    match start:
        case App("D", (App("fn", (Var() as x, App(head, (y,)))), point)) if x is y is point and head in KNOWN:
            aim = slope_of(head, x)
            with suppress(NoProof):
                return list(parts_of(definition_worked(session, start, aim, session.assumed)))
    links: list[Derivation] = []
    here = start
    if isinstance(start, App) and start.head.endswith("'"):
        links, here, _, _ = opened(session, start)
    return [*links, *_differentiated(session, here)]


def _differentiated(session: Session, here: Term) -> list[Derivation]:
    return differentiated(session, here, session.assumed)


def reciprocal(session: Session, start: Term) -> list[Derivation]:
    """f = 1/v, by the reciprocal and the chain rule."""
    links, here, x, value = opened(session, start)
    put_in, body = _body(session, here, value)
    match body:
        case App("/", (u, _)) if x.name not in free(u):
            return [*links, *([put_in] if put_in else []), *_differentiated(session, _end(here, put_in))]
    raise NoProof("the function is not written as a reciprocal")


def _end(here: Term, fact: Derivation | None) -> Term:
    return here if fact is None else sides(fact)[1]


def quotient(session: Session, start: Term) -> list[Derivation]:
    """f = u/v with a variable numerator: for 1/(1 + e^(−x)), numerator and denominator times e^x."""
    links, here, x, value = opened(session, start)
    put_in, body = _body(session, here, value)
    links += [put_in] if put_in else []
    here = _end(here, put_in)
    match body:
        case App("/", (u, _)) if x.name in free(u):
            return [*links, *_differentiated(session, here)]
    better = _expanded(session, written_out(session, body, session.assumed))
    widened = arithmetic(session, body, better, usable(session.assumed, here, (0, 1)), prove)
    step = link(here, (0, 1), widened, session.assumed)
    return [*links, step, *_differentiated(session, sides(step)[1])]


def _expanded(session: Session, body: Term) -> Term:
    """A rational function of exp(−c·x) as a quotient in exp(c·x)."""
    rational = univariate(normal_form(session, body))
    if rational is None or not isinstance(rational.generator, App):
        raise NoProof("it cannot be written as a quotient with a variable numerator")
    match rational.generator:
        case App("exp", (App("neg", (u,)),)):
            degree = max(rational.top.degree(), rational.bottom.degree())
            t = App("exp", (u,))
            flipped = [_flipped(poly, degree) for poly in (rational.top, rational.bottom)]
            return App("/", (poly_term(flipped[0], t), _ascending(flipped[1], t)))
        case App("exp", _) as t:
            return App("/", (poly_term(rational.top, t), _ascending(rational.bottom, t)))
    raise NoProof("it cannot be written as a quotient with a variable numerator")


def _flipped(poly: fmpq_poly, degree: int) -> fmpq_poly:
    return fmpq_poly([poly[degree - k] for k in range(degree + 1)])


def _ascending(poly: fmpq_poly, t: Term) -> Term:
    """1 + e^x rather than e^x + 1."""
    if poly.degree() == 1 and poly[0] > 0 and poly[1] > 0:
        lead = t if poly[1] == 1 else App("*", (number(fraction(poly[1])), t))
        return App("+", (number(fraction(poly[0])), lead))
    return poly_term(poly, t)


def logarithmic(session: Session, start: Term) -> list[Derivation]:
    """f′ = f·(ln f)′ for a positive f."""
    links, here, x, value = opened(session, start)
    log = App("ln", (value,))
    slope = App("D", (App("fn", (x, log)), x))
    goal = Claim(equation(here, App("*", (value, slope))), session.assumed)
    links.append(by_rule(session, "logarithmic differentiation", goal, prove))
    here = sides(links[-1])[1]
    inner = logarithm_opened(session, value)
    links += _carried(session, here, (1, 0, 1), inner)
    here = sides(links[-1])[1]
    outer = differentiated(session, here, session.assumed)
    if not outer:
        raise NoProof("the logarithm has no derivative that is found")
    return [*links, *outer]


def _carried(session: Session, here: Term, at: Path, facts: list[Derivation]) -> list[Derivation]:
    links = []
    for fact in facts:
        links.append(link(here, at, fact, session.assumed))
        here = sides(links[-1])[1]
    return links


def logarithm_opened(session: Session, value: App) -> list[Derivation]:
    """ln f(x) by the laws of logarithms, as far as they go: ln(u·v) = ln u + ln v, ln(u^v) = v·ln u."""
    links: list[Derivation] = []
    here: Term = App("ln", (value,))
    fact = meaning(session, value)
    if fact is not None:
        links.append(link(here, (0,), fact, session.assumed))
        here = sides(links[-1])[1]
    while (step := _one_law(session, here)) is not None:
        links.append(step)
        here = sides(step)[1]
    if len(links) < 1 + (fact is not None):
        raise NoProof("no law of logarithms opens it")
    return links


def _one_law(session: Session, here: Term) -> Derivation | None:
    """One law of logarithms, for the first logarithm that one fits."""
    for at in paths(here):
        match subterm(here, at):
            case App("ln", (App("/", (Num(one), v)),)) if one == 1:
                name, right = "logarithm of a reciprocal", App("neg", (App("ln", (v,)),))
            case App("ln", (App("/", (u, v)),)):
                name, right = "logarithm of a quotient", App("-", (App("ln", (u,)), App("ln", (v,))))
            case App("ln", (App("*", (u, v)),)):
                name, right = "logarithm of a product", App("+", (App("ln", (u,)), App("ln", (v,))))
            case App("ln", (App("exp", (u,)),)):
                name, right = "logarithm of an exponential", u  # type: ignore[assignment]
            case App("ln", (App("^", (u, v)) as power,)) if free(u):
                known = usable(session.assumed, here, at)
                opened_power = App("exp", (App("*", (v, App("ln", (u,)))),))
                fact = by_rule(session, "general power", Claim(equation(power, opened_power), known), prove)
                return link(here, (*at, 0), fact, session.assumed)
            case _:
                continue
        goal = Claim(equation(subterm(here, at), right), usable(session.assumed, here, at))
        return link(here, at, by_rule(session, name, goal, prove), session.assumed)
    return None


def tanh(session: Session, start: Term) -> list[Derivation]:
    """f(x) = a + b·tanh(k·x/2), and tanh′ = 1 − tanh²."""
    links, here, x, value = opened(session, start)
    found = shape(session, value.head)
    if found is None or found.shift != 0 or value.head == "tanh":
        raise NoProof("it is not a function of a hyperbolic tangent")
    low, high = _ends(found)
    better = _as_tanh(found, low, high, x)
    same = prove(session, Claim(equation(value, better), ()))
    step = link(here, (0, 1), same, session.assumed)
    fact = unfolded(session, sides(step)[1], (), frozenset(("tanh",)))
    if fact is None:
        raise NoProof("no derivative is found")
    links += [step, fact]
    back = prove(session, Claim(equation(better, value), ()))
    here = _with(self_form(_logistic(abs(found.rate), low, high), value), value, better)
    links.append(arithmetic(session, sides(fact)[1], here, (), prove))
    while (at := next((p for p in paths(here) if subterm(here, p) is better), None)) is not None:
        links.append(link(here, at, back, session.assumed))
        here = sides(links[-1])[1]
    return links


def _with(term: Term, old: Term, new: Term) -> Term:
    """`term` with `new` in place of every `old`."""
    if term is old:
        return new
    return App(term.head, tuple(_with(arg, old, new) for arg in term.args)) if isinstance(term, App) else term


def _logistic(rate: Fraction, low: Fraction, high: Fraction) -> fmpq_poly:
    """f′ = c(f − low)(high − f)/(high − low) for a logistic function between two values with the rate c."""
    a, b, c = (fmpq(v.numerator, v.denominator) for v in (low, high, rate / (high - low)))
    return fmpq_poly([-a, 1]) * fmpq_poly([b, -1]) * c


def _ends(shape_: Shape) -> tuple[Fraction, Fraction]:
    """The limits at −oo and oo."""
    top, bottom = shape_.rational.top, shape_.rational.bottom
    if bottom[0] == 0 or bottom[1] == 0:
        raise NoProof("it has no finite limits on both sides")
    low, high = (fraction(top[k] / bottom[k]) for k in ((0, 1) if shape_.rate > 0 else (1, 0)))
    return low, high


def _as_tanh(shape_: Shape, low: Fraction, high: Fraction, x: Var) -> Term:
    middle, half = (low + high) / 2, (high - low) / 2
    scaled = abs(shape_.rate) / 2
    inner: Term = (
        x if scaled == 1 else App("/", (x, Num(1 / scaled))) if scaled.numerator == 1 else App("*", (Num(scaled), x))
    )
    curve = App("tanh", (inner,))
    part = curve if half == 1 else App("*", (number(half), curve))
    return part if middle == 0 else App("+", (number(middle), part))


ROUTES: Final[Mapping[str, Callable[[Session, Term], list[Derivation]]]] = MappingProxyType(
    {
        "reciprocal": reciprocal,
        "quotient": quotient,
        "logarithmic": logarithmic,
        "inverse": inverse,
        "tanh": tanh,
        "direct": direct,
    }
)
