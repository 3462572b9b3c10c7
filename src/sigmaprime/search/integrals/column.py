"""A plan as the lines that one writes: every line is the integral, as terms and integrals that remain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

from sigmaprime.kernel.term import App, Num, Term, Var, free, subterms
from sigmaprime.search.integrals.plan import Plan, antiderivative, plans, put_back, replaced, simple_summands
from sigmaprime.search.integrals.product import ONE, Product, collected, distributed, summands, times, total

State: TypeAlias = tuple[tuple[Product, Plan | None], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What the integral is equal to by `rules`; `comes_to` is that with every integral found, in the first variable.

    `shown` are the equations beside it, `aside` the lines of an integral in it that was found apart.
    """

    term: Term
    rules: tuple[str, ...]
    shown: tuple[Term, ...]
    comes_to: Term
    aside: tuple[Line, ...] = ()
    start: Term | None = None


def integral_of(plan: Plan) -> Term:
    return App("int", (App("fn", (plan.x, plan.integrand)),))


def column(plan: Plan) -> tuple[Line, ...]:
    """The lines from the integral to its value, without the constant."""
    return tuple(_lines(plan))


def _lines(plan: Plan) -> Iterator[Line]:
    state: State = ((Product(ONE), plan),)
    frames: list[Plan] = []
    while any(p is not None for _, p in state):
        open_ = [(k, p) for k, (_, p) in enumerate(state) if p is not None]
        shown: tuple[Term, ...] = ()
        aside: tuple[Line, ...] = ()
        start = None
        if all(p.is_known for _, p in open_):
            rules = tuple(dict.fromkeys(p.rule for _, p in open_))
            shown = tuple(dict.fromkeys(t for _, p in open_ for t in p.shown))
            state = tuple(s for item in state for s in _replaced(item))
        elif len(state) == 1 and open_[0][1].rule == "circle":
            yield from _circle(state[0][0], open_[0][1], frames)
            state = tuple((times(state[0][0], q), None) for q in antiderivative(open_[0][1]))
            continue
        elif len(state) == 1:
            chosen = open_[0][1]
            rules, shown = (chosen.rule,), chosen.shown
            if chosen.inner is not None:
                frames.append(chosen)
            state = tuple(_replaced(state[0]))
        else:
            k, chosen = next((k, p) for k, p in open_ if not p.is_known)
            rules, shown = (chosen.rule,), chosen.shown
            if (short := _short(chosen)) is not None:
                rules, shown = ("substitution",), short
                new: State = tuple((times(state[k][0], q), None) for q in antiderivative(chosen))
            elif any(p.inner is not None or p.again for p in plans(chosen)):
                rules, shown, aside, start = ("apart",), (), column(chosen), integral_of(chosen)
                new = tuple((times(state[k][0], q), None) for q in antiderivative(chosen))
            else:
                new = tuple(_replaced(state[k]))
            state = (*state[:k], *new, *state[k + 1 :])
        yield Line(_term(state), rules, shown, _comes_to(state, frames), aside, start)
    here = _term(state)
    for index, frame in reversed(list(enumerate(frames))):
        if frame.back and (plain := single_angles(here, frame.rest[0][1].x)) is not here:
            here = plain
            yield Line(here, ("double angle",), (), _back(here, frames[: index + 1]))
        here = total(put_back(frame, here))
        yield Line(here, ("back",), _said_back(frame), _back(here, frames[:index]))
        if index == 0 and (plain := total(map(without_factor, summands(here)))) is not here:
            yield Line(plain, ("absorbed",), (), plain)


def _short(plan: Plan) -> tuple[Term, ...] | None:
    """What to show of a substitution after which the integral is a standard one; None for anything longer."""
    while plan.rule == "constant factor" and len(plan.rest) == 1:
        plan = plan.rest[0][1]
    is_short = plan.rule == "substitution" and len(plan.rest) == 1 and plan.rest[0][1].is_known
    return plan.shown if is_short else None


def _said_back(frame: Plan) -> tuple[Term, ...]:
    u = frame.rest[0][1].x
    return (App("=", (u, frame.inner)),) if frame.inner is not None else ()


def _replaced(item: tuple[Product, Plan | None]) -> Iterator[tuple[Product, Plan | None]]:
    factor, plan = item
    if plan is None:
        yield item
        return
    for p in plan.done:
        yield times(factor, p), None
    for more, part in plan.rest:
        yield times(factor, more), part


def _circle(factor: Product, plan: Plan, frames: list[Plan]) -> Iterator[Line]:
    """By parts, by parts again, and the equation solved for the integral."""
    ((inner, turn),) = plan.rest
    state: State = (*((times(factor, p), None) for p in plan.done), (times(factor, inner), turn))
    value = _comes_to(tuple((times(factor, q), None) for q in antiderivative(plan)), frames)
    yield Line(_term(state), ("parts",), plan.shown, value)
    back: State = (
        *((times(factor, p), None) for p in plan.done), *((times(factor, inner, p), None) for p in turn.done),
        (times(factor, Product(plan.again)), plan),
    )  # fmt: skip
    yield Line(_term(back), ("parts",), turn.shown, value)
    solved = tuple((times(factor, q), None) for q in antiderivative(plan))
    whole = total(times(factor, p) for p in (*plan.done, *(times(inner, p) for p in turn.done)))
    left = total((times(factor, Product(1 - plan.again), Product(ONE, ((integral_of(plan), ONE),))),))
    yield Line(_term(solved), ("solved for",), (App("=", (left, whole)),), value)


def _term(state: State) -> Term:
    return total(
        factor if plan is None else times(factor, Product(ONE, ((integral_of(plan), ONE),))) for factor, plan in state
    )


def _comes_to(state: State, frames: list[Plan]) -> Term:
    found: list[Product] = []
    for factor, plan in state:
        found += (factor,) if plan is None else distributed(factor, antiderivative(plan))
    return _back(total(found), frames)


def _back(term: Term, frames: list[Plan]) -> Term:
    for frame in reversed(frames):
        term = total(put_back(frame, single_angles(term, frame.rest[0][1].x) if frame.back else term))
    return term


def without_factor(p: Product) -> Product:
    """ln|u| for ln|u/3|: they differ by a constant."""
    return times(
        Product(p.number), *(Product(ONE, ((_primitive_logarithm(b) if e == 1 else b, e),)) for b, e in p.factors)
    )


def _primitive_logarithm(base: Term) -> Term:
    match base:
        case App("ln", (App("abs", (u,)),)):
            inner = App("abs", (_without_content(u),))
            return App("ln", (inner,))
        case App("ln", (u,)):
            return App("ln", (_without_content(u),))
    return base


def _without_content(u: Term) -> Term:
    parts = summands(u)
    if len(parts) < 2 or not free(u):
        return u
    below = lcm(*(p.number.denominator for p in parts))
    above = gcd(*(int(p.number * below) for p in parts))
    scale = Product(Fraction(below, above))
    return u if scale.number == 1 else total(times(scale, p) for p in parts)


def single_angles(term: Term, t: Var) -> Term:
    """sin 2t and cos 2t by sin t and cos t."""
    found = [n for n in subterms(term) if isinstance(n, App) and n.head in ("sin", "cos") and _multiple(n.args[0], t)]
    if not found:
        return term
    node = max(found, key=lambda n: _multiple(n.args[0], t))
    half = total(times(Product(ONE / 2), p) for p in summands(node.args[0]))
    sine, cosine = App("sin", (half,)), App("cos", (half,))
    if node.head == "sin":
        new: Term = App("*", (App("*", (Num(2), sine)), cosine))
    else:
        new = App("-", (Num(1), App("*", (Num(2), App("^", (sine, Num(2)))))))
    return single_angles(total(collected(simple_summands(replaced(term, node, new)))), t)


def _multiple(term: Term, t: Var) -> int:
    match summands(term):
        case (Product(n, ((base, e),)),) if base is t and e == 1 and n % 2 == 0:
            return int(n)
    return 0
