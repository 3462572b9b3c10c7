"""The domain of a function as a set, and the part of it that is studied: one period of a periodic function."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from sigmaprime.kernel.normal import normal
from sigmaprime.kernel.sets import MINUS_OO, OO, REALS
from sigmaprime.kernel.term import App, Num, Term, free, substitute, subterms
from sigmaprime.search.algebra import fraction, normal_form, scaled, univariate
from sigmaprime.search.conditions import defined_where
from sigmaprime.search.formal import opened
from sigmaprime.search.restrict import seems_to_hold
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.search.solving import zeros
from sigmaprime.search.written_domain import candidate
from sigmaprime.studies.desk import Desk, ask, between, height, light
from sigmaprime.studies.found import Finding
from sigmaprime.studies.line import is_whole, ordered, pieces
from sigmaprime.studies.solve import roots_of

PI = App("pi", ())
CIRCULAR = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))


def domain_of(desk: Desk) -> tuple[Term, tuple[Finding, ...]] | None:
    """The natural domain as a set, proved; None where it cannot be written down."""
    body = light(desk, desk.body)
    try:
        region = candidate(desk.session, desk.x, body) if free(body) == {desk.x.name} else _with_parameters(desk, body)
    except OutOfTime:
        return None
    for one in dict.fromkeys((region, _closed(region))) if region is not None else ():
        found = ask(desk, App("domain_is", (desk.function, desk.domain, one)))
        if found.proved:
            return one, (found,)
    parts = _in_parts(desk, region) if region is not None else ()
    return (region, parts) if region is not None and parts and all(part.proved for part in parts) else None


def _in_parts(desk: Desk, region: Term) -> tuple[Finding, ...]:
    """Continuous, hence defined, on each part of the set, and undefined at the holes between them."""
    parts = pieces(region)
    holes = [a.args[1] for a, b in pairwise(parts) if a.args[1] is b.args[0]]  # type: ignore[union-attr]
    if len(holes) + 1 != len(parts) or not is_whole(parts):
        return ()
    there = (ask(desk, App("undefined", (substitute(desk.value, {desk.x.name: hole}),))) for hole in holes)
    return (*(ask(desk, App("continuous", (desk.function, part))) for part in parts), *there)


def _with_parameters(desk: Desk, body: Term) -> Term | None:
    """The set where the function seems to be defined, for the sample of the parameters, written with the parameters."""
    conditions = defined_where(desk.session, (body,))
    if conditions is None:
        return None
    cuts: list[Term] = []
    for condition in conditions:
        match condition:
            case App(_, (u, v)) if desk.x.name in free(condition):
                roots = roots_of(desk, App("-", (u, v)) if v is not Num(0) else u, REALS)
                if roots is None:
                    return None
                cuts += roots
    marks = (MINUS_OO, *ordered(desk, cuts), OO)
    parts = [
        App("()", (low, high)) for low, high in pairwise(marks)
        if (m := between(desk, low, high)) is not None and height(desk, desk.body, m) is not None
    ]  # fmt: skip
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else App("union", tuple(parts))


def _closed(region: Term) -> Term:
    """The set with its ends: a power with a positive exponent is defined at 0."""
    match region:
        case App("()", (low, high)):
            return App(("(" if low is MINUS_OO else "[") + (")" if high is OO else "]"), (low, high))
    return region


def where_powers_are(desk: Desk) -> Term | None:
    """(0, ∞), where a power of x with any exponent is defined; of negative numbers only the whole powers are."""
    body = light(desk, desk.body)
    powers = (t for t in subterms(body) if isinstance(t, App) and t.head == "^")
    if any(u is desk.x and free(v) for u, v in (t.args for t in powers)):
        positive = App("()", (Num(0), OO))
        if ask(desk, App("continuous", (desk.function, positive))).proved:
            return positive
    return None


def is_empty(desk: Desk) -> bool:
    """Whether it is proved that the function is defined nowhere."""
    return ask(desk, App("all", (App("undefined", (desk.value,)),))).proved


def period_of(desk: Desk) -> tuple[Term, Finding] | None:
    """The least period among the simple ones, proved."""
    body = light(desk, desk.body)
    rates = {rate for part in subterms(opened(desk.session, body)) if (rate := _rate(desk, part)) is not None}
    if not rates:
        return None
    step = _common(rates)
    for times in (Fraction(1), Fraction(2)):  # π/step may be a period already, 2π/step is one of every part
        period = scaled(PI, times / step)
        same = App("=", (substitute(body, {desk.x.name: App("+", (desk.x, period))}), body))
        if seems_to_hold(desk.session, same, ()):
            found = ask(desk, App("periodic", (desk.function, desk.domain, period)))
            if found.proved:
                return period, found
    return None


def _rate(desk: Desk, part: Term) -> Fraction | None:
    match part:
        case App(head, (inner,)) if head in CIRCULAR:
            try:
                line = univariate(normal_form(desk.session, inner))
            except (NoProof, OutOfTime):
                return None
            if line is not None and line.generator is desk.x and line.top.degree() == 1 and line.bottom.degree() == 0:
                return abs(fraction(line.top[1] / line.bottom[0]))
    return None


def _common(rates: set[Fraction]) -> Fraction:
    """The greatest number of which all rates are whole multiples."""
    unit = Fraction(0)
    for rate in rates:
        other = rate
        while other:
            unit, other = other, unit % other
    return unit


def one_period(desk: Desk, period: Term) -> Term | None:
    """The part of the domain in one period: from hole to hole, or from 0."""
    whole = App("[]", (Num(0), period))
    holes = _holes(desk, whole)
    if holes is None:
        return None
    if not holes:
        return whole
    first = holes[0]
    if first is not Num(0):
        first = _moved(first, period)
    marks = ordered(desk, (first, *(h for h in holes[1:] if h is not period), _moved(first, period, forwards=True)))
    parts = [
        App("()", (a, b)) for a, b in pairwise(marks)
        if (m := between(desk, a, b)) is not None and height(desk, desk.body, m) is not None
    ]  # fmt: skip
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else App("union", tuple(parts))


def _moved(place: Term, period: Term, *, forwards: bool = False) -> Term:
    """A multiple of π moved by one period."""
    a, b = _turns(place), _turns(period)
    return scaled(PI, a + b if forwards else a - b) if (a + b and a != b) or (not forwards and a != b) else Num(0)


def _turns(place: Term) -> Fraction:
    if place is Num(0):
        return Fraction(0)
    line = univariate(normal(place))
    if line is None or line.generator is not PI:
        raise NoProof("not a multiple of pi")
    return fraction(line.top[1] / line.bottom[0])


def _holes(desk: Desk, whole: Term) -> list[Term] | None:
    conditions = defined_where(desk.session, (light(desk, desk.body),))
    if conditions is None:
        return None
    found: list[Term] = []
    for condition in conditions:
        match condition:
            case App(_, (u, v)):
                roots = zeros(desk.session, App("-", (u, v)), desk.x, whole)
                if roots is None:
                    return None
                found += roots
    return list(ordered(desk, found))
