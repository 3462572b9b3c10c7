"""Sines and cosines of their inverse functions, and inverse functions at numbers: asin(1/2) = π/6."""

from __future__ import annotations

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, free, number
from sigmaprime.search.algebra import normal_form, scaled
from sigmaprime.search.chain import sides
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.quotients import canonical_of, factored
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import equal_by, inside, joined
from sigmaprime.search.work import Work, calculated, is_number, settle

PI = App("pi", ())
HALF_PI = App("/", (PI, Num(2)))
LARGEST_DENOMINATOR = 60
ONE = Num(1)


def of_an_inverse(work: Work, node: App) -> Derivation | None:
    match node:
        case App("sin", (App("atan", (u,)),)):
            right = App("/", (u, App("sqrt", (App("+", (ONE, App("^", (u, Num(2))))),))))
            return equal_by("sine of an arctangent", node, right, u=u)
        case App("cos", (App("atan", (u,)),)):
            right = App("/", (ONE, App("sqrt", (App("+", (ONE, App("^", (u, Num(2))))),))))
            return equal_by("cosine of an arctangent", node, right, u=u)
        case App("sin", (App("asin", (u,)),)):
            low, high = App("<=", (number(-1), u)), App("<=", (u, ONE))
            return equal_by("sine of an arcsine", node, u, settle(work, low), settle(work, high), u=u)
        case App("cos", (App("asin", (u,)),)):
            right = App("sqrt", (App("-", (ONE, App("^", (u, Num(2))))),))
            return equal_by("cosine of an arcsine", node, right, u=u)
        case App("sin" | "cos", (Num() as zero,)) if is_number(zero, 0):
            name, there = ("sine at 0", 0) if node.head == "sin" else ("cosine at 0", 1)
            return equal_by(name, node, Num(there))
    return None


def arccosine(work: Work, node: App) -> Derivation | None:
    (u,) = node.args
    match u:
        case App("cos", (v,)) if free(v):
            try:
                bounds = (settle(work, App(">=", (v, Num(0)))), settle(work, App("<=", (v, PI))))
                return equal_by("arccosine of a cosine", node, v, *bounds, u=v)
            except NoProof:
                pass
    return equal_by("arccosine by arcsine", node, App("-", (HALF_PI, App("asin", (u,)))), u=u)


def arcsine(work: Work, node: App) -> Derivation | None:
    (u,) = node.args
    match u:
        case App("sin", (v,)):
            return equal_by("arcsine of a sine", node, v, *_right_angle(work, v, "<="), u=v)
    if is_number(u, 0):
        return equal_by("arcsine at 0", node, Num(0))
    if (turned := _turned(work, node, "arcsine of a negative")) is not None:
        return turned
    if not free(u) and (angle := _angle(work, node)) is not None:
        there = App("sin", (angle,))
        same = inside(node, (0,), _equal(work, u, there))
        return joined(
            [same, equal_by("arcsine of a sine", sides(same)[1], angle, *_right_angle(work, angle, "<="), u=angle)]
        )
    return None


def arctangent(work: Work, node: App) -> Derivation | None:
    (u,) = node.args
    if is_number(u, 0):
        return equal_by("arctangent at 0", node, Num(0))
    match u:
        case App("/", (App("sin", (v,)), App("cos", (w,)))) if v is w:
            return equal_by("arctangent of a tangent", node, v, *_right_angle(work, v, "<"), u=v)
    if (turned := _turned(work, node, "arctangent of a negative")) is not None:
        return turned
    if not free(u) and (angle := _angle(work, node)) is not None:
        there = App("/", (App("sin", (angle,)), App("cos", (angle,))))
        same = inside(node, (0,), _equal(work, u, there))
        step = equal_by("arctangent of a tangent", sides(same)[1], angle, *_right_angle(work, angle, "<"), u=angle)
        return joined([same, step])
    return None


def error_function(work: Work, node: App) -> Derivation | None:
    if is_number(node.args[0], 0):
        return equal_by("error function at 0", node, Num(0))
    return _turned(work, node, "error function of a negative")


def _turned(work: Work, node: App, name: str) -> Derivation | None:
    """f(−u) = −f(u), where the argument is written with a minus sign in front of all of it."""
    (u,) = node.args
    form = normal_form(work.session, u)
    if not form.top or factored(form).constant > 0:
        return None
    size = canonical_of(App("neg", (u,)))
    turned = App("neg", (size,))
    links = [] if turned is u else [inside(node, (0,), calculated(work, u, turned))]
    right = App("neg", (App(node.head, (size,)),))
    return joined([*links, equal_by(name, App(node.head, (turned,)), right, u=size)])


def _right_angle(work: Work, v: Term, relation: str) -> tuple[Derivation, Derivation]:
    """−π/2 <= v and v <= π/2, as the rows say it."""
    row = work.session.rules["arcsine of a sine" if relation == "<=" else "arctangent of a tangent"]
    from sigmaprime.kernel.rule import fill

    low, high = (settle(work, fill(premise.says, {"u": v})) for premise in row.premises)
    return low, high


def _angle(work: Work, node: Term) -> Term | None:
    """The simple multiple of π that the value seems to be."""
    ball = value(work.session, App("/", (node, PI)))
    if ball is None:
        return None
    guess = exactly(ball).limit_denominator(LARGEST_DENOMINATOR)
    if abs(float(ball.mid()) - float(guess)) > 1e-13 or guess == 0:
        return None
    return scaled(PI, guess)


def _equal(work: Work, left: Term, right: Term) -> Derivation:
    from sigmaprime.search.identity import identical

    return identical(work, left, right)
