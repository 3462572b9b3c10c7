"""The derivative of f by way of its inverse function g: f′(x) = 1/g′(f(x)); for σ the inverse is the logit."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.proof import Claim, Derivation, Every
from sigmaprime.kernel.term import App, Num, Term, Var, number
from sigmaprime.search.algebra import arithmetic, fraction, poly_term
from sigmaprime.search.chain import chain, equation, link, sides, transport
from sigmaprime.search.derivative import instance
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.selfref import shape
from sigmaprime.search.session import NoProof, Session


def opened(session: Session, start: Term) -> tuple[list[Derivation], Term, Var, App]:
    """f′(x) = D(f(x), x): the links so far, the derivative, its variable and the function's value f(x)."""
    links: list[Derivation] = []
    here = start
    if isinstance(here, App) and here.head.endswith("'"):
        fact = meaning(session, here)
        if fact is not None:
            links.append(fact)
            here = sides(fact)[1]
    match here:
        case App("D", (App("fn", (Var() as x, App() as value)), point)) if point is x:
            return links, here, x, value
    raise NoProof("not the derivative of a function of one variable at x")


def inverse(session: Session, start: Term) -> list[Derivation]:
    """f′(x) = 1/g′(f(x)) for the inverse function g: for σ the logit."""
    links, here, _, value = opened(session, start)
    y = Var("y")
    undone = _inverse_of(session, value, y)
    k = App("fn", (y, undone))
    at_value = App("D", (k, value))
    goal = Claim(equation(here, App("/", (Num(1), at_value))), ())
    general = _slope_of_inverse(session, undone, y)
    inner = instance(session, general, y, value, (), prove)

    def lookup(session: Session, wanted: Claim) -> Derivation:
        match wanted.says:
            case App("!=", (u, _)) if u is at_value:
                there = App("!=", (sides(inner)[1], Num(0)))
                return transport(wanted.says, (0,), inner, prove(session, Claim(there, ())), ())
            case App("all", (App("=", (left, right)),)):
                return Derivation(wanted, Every(), (prove(session, Claim(equation(left, right))),))
        return prove(session, wanted)

    step = by_rule(session, "inverse function rule", goal, lookup, k=k, u=value)
    return [*links, step, link(sides(step)[1], (1,), inner, session.assumed)]


def _inverse_of(session: Session, value: App, y: Var) -> Term:
    """ln of the linear fractional function that undoes f, times 1/c: for σ it is ln(y/(1 − y))."""
    found = shape(session, value.head)
    if found is None or found.shift != 0:
        raise NoProof("no inverse function is found")
    top, bottom = found.rational.top, found.rational.bottom
    # y = (a t + b)/(c t + d) with t = exp(k x), so t = (b − d y)/(c y − a)
    a, b, c, d = (fraction(p[k]) for p in (top, bottom) for k in (1, 0))
    above, below = (-d, b), (c, -a)
    rate = found.rate
    if rate < 0:
        above, below, rate = below, above, -rate
    if above[0] < 0 or (above[0] == 0 and above[1] < 0):
        above, below = (-above[0], -above[1]), (-below[0], -below[1])
    log = App("ln", (App("/", (_linear(*above, y), _linear(*below, y))),))
    return log if rate == 1 else App("/", (log, number(rate)))


def _linear(slope: Fraction, constant: Fraction, y: Var) -> Term:
    poly = [fmpq(c.numerator, c.denominator) for c in (constant, slope)]
    return poly_term(fmpq_poly(poly), y)


def _slope_of_inverse(session: Session, undone: Term, y: Var) -> Derivation:
    """The derivative of the inverse, under the hypotheses under which it is defined."""
    given = (App(">", (y, Num(0))), App("<", (y, Num(1))))
    start = App("D", (App("fn", (y, undone)), y))
    fact = unfolded(session, start, given)
    if fact is None:
        raise NoProof("the inverse has no derivative that is found")
    target = App("/", (Num(1), App("*", (y, App("-", (Num(1), y))))))
    try:
        tidy = arithmetic(session, sides(fact)[1], target, given, prove)
    except NoProof:
        return fact
    return chain([fact, tidy], given)
