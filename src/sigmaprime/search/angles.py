"""Sines and cosines of sums and multiples, by the sines and cosines of a few angles.

All angles in sight are sums of rational multiples of products; of each product the greatest common divisor of its
multiples is one of the few angles, so that sin(2x/3 − π/4) and cos(x/2) need sin and cos of x/6 and of π/4 only.
Exponentials of quotients, which arithmetic does not open, are treated in the same way: exp(2/x) is exp(1/x)².
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import TypeGuard

from flint import fmpq

from sigmaprime.kernel.normal import Quotient
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, children, subterms
from sigmaprime.search.algebra import fraction, normal_form, scaled
from sigmaprime.search.chain import sides
from sigmaprime.search.open_trigonometric import PI, of_an_inverse
from sigmaprime.search.quotients import canonical, product_of, reduced
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import equal_by, inside, joined
from sigmaprime.search.work import Work, calculated, is_number

LARGEST_MULTIPLE = 64
TWO = Num(2)
# fmt: off
VALUES = {
    ("sin", 1): "sine at pi", ("cos", 1): "cosine at pi",
    ("sin", 2): "sine at a right angle", ("cos", 2): "cosine at a right angle",
    ("sin", 3): "sine of 60 degrees", ("cos", 3): "cosine of 60 degrees",
    ("sin", 4): "sine of 45 degrees", ("cos", 4): "cosine of 45 degrees",
    ("sin", 6): "sine of 30 degrees", ("cos", 6): "cosine of 30 degrees",
}
# fmt: on


def angle_parts(work: Work, angle: Term) -> dict[Term, Fraction]:
    """An angle as a sum of rational multiples of products."""
    form = normal_form(work.session, angle)
    if form.bottom.keys() != {frozenset()}:
        top, bottom = reduced(form)
        parts = ((Quotient({m: fmpq(1)}, bottom, form.divisors, form.atoms), c) for m, c in top.items())
        return {canonical(part): fraction(c) for part, c in parts}
    scale = fraction(form.bottom[frozenset()])
    return {product_of(m, Fraction(1)): fraction(c) / scale for m, c in form.top.items()}


def units_of(work: Work, *terms: Term) -> dict[Term, Fraction]:
    """The greatest common divisor of the multiples of each product in the angles of these terms."""
    found: dict[Term, list[Fraction]] = {}
    for node in frozenset[Term]().union(*map(subterms, terms)):
        if _is_expanded(node, work):
            for part, multiple in angle_parts(work, node.args[0]).items():
                found.setdefault(part, []).append(multiple)
    return {part: _unit(part, multiples) for part, multiples in found.items()}


def _unit(part: Term, multiples: list[Fraction]) -> Fraction:
    below = lcm(*(m.denominator for m in multiples))
    return Fraction(1 if part is PI else gcd(*(m.numerator * below // m.denominator for m in multiples)), below)


def _is_expanded(node: Term, work: Work) -> TypeGuard[App]:
    match node:
        case App("sin" | "cos", _):
            return True
        case App("exp", (u,)):
            return normal_form(work.session, u).bottom.keys() != {frozenset()}
    return False


def expanded(work: Work, term: Term, units: dict[Term, Fraction]) -> Derivation | None:
    """`term = …` with the sines and cosines of these angles only; None if nothing is to be done."""
    if not isinstance(term, App) or not any(_is_expanded(t, work) for t in subterms(term)):
        return None
    if term not in work.expanded:
        work.expanded[term] = _expanded(work, term, units)
    return work.expanded[term]


def _expanded(work: Work, term: App, units: dict[Term, Fraction]) -> Derivation | None:
    links: list[Derivation] = []
    here: Term = term
    for index, child in enumerate(children(term)):
        fact = expanded(work, child, units)
        if fact is not None:
            links.append(inside(here, (index,), fact))
            here = sides(links[-1])[1]
    if _is_expanded(here, work) and not links:
        (angle,) = here.args
        shape = _shape(work, angle, units)
        if shape is not angle:
            links.append(inside(here, (0,), calculated(work, angle, shape)))
        fact = _split(work, here.head, shape)
        if fact is not None:
            links.append(fact)
    return joined(links) if links else None


def _shape(work: Work, angle: Term, units: dict[Term, Fraction]) -> Term:
    """The angle as k·a + m·b + … with whole k, m and the angles a, b, …"""
    total: Term | None = None
    parts = angle_parts(work, angle)
    if any(part not in units for part in parts):
        raise NoProof("an angle that was not foreseen")
    for part, multiple in parts.items():
        unit = scaled(part, units[part])
        k = int(multiple / units[part])
        if abs(k) > LARGEST_MULTIPLE:
            raise NoProof("too large a multiple of an angle")
        size = unit if abs(k) == 1 else App("*", (Num(abs(k)), unit))
        term = size if k > 0 else App("neg", (size,))
        total = term if total is None else App("+", (total, term))
    return total if total is not None else Num(0)


def _split(work: Work, head: str, angle: Term) -> Derivation | None:
    """sin or cos of a sum, a negative, a multiple, or of one of the angles."""
    node = App(head, (angle,))
    if node not in work.split:
        work.split[node] = _split_once(work, node, angle)
    return work.split[node]


def _split_once(work: Work, node: App, angle: Term) -> Derivation | None:
    head = node.head
    match angle:
        case App("+", (a, b)):
            return _sum(work, node, a, b)
        case App("neg", (a,)) if head == "exp":
            right = App("/", (Num(1), App("exp", (a,))))
            return _deeper(work, equal_by("exponential of a negative", node, right, u=a))
        case App("*", (Num(k) as n, a)) if head == "exp" and k.denominator == 1:
            return equal_by("exponential of a multiple", node, App("^", (App("exp", (a,)), n)), u=a, n=n)
        case App("neg", (a,)):
            size = App(head, (a,))
            name, right = (
                ("sine of a negative", App("neg", (size,))) if head == "sin" else ("cosine of a negative", size)
            )
            return _deeper(work, equal_by(name, node, right, u=a))
        case App("*", (Num(k), a)) if k.denominator == 1 and k % 2 == 0:
            half = a if k == 2 else App("*", (Num(k / 2), a))
            double = App("*", (TWO, half))
            links = [] if double is angle else [inside(node, (0,), calculated(work, angle, double))]
            sine, cosine = App("sin", (half,)), App("cos", (half,))
            if head == "sin":
                right = App("*", (App("*", (TWO, sine)), cosine))
                step = equal_by("sine of a double", App("sin", (double,)), right, u=half)
            else:
                right = App("-", (App("^", (cosine, TWO)), App("^", (sine, TWO))))
                step = equal_by("cosine of a double", App("cos", (double,)), right, u=half)
            return joined([*links, _deeper(work, step)])
        case App("*", (Num(k), a)) if k.denominator == 1:
            rest = App("+", (App("*", (Num(k - 1), a)), a))
            moved = inside(node, (0,), calculated(work, angle, rest))
            return joined([moved, _sum(work, App(head, (rest,)), *rest.args)])
    return _value(work, node, angle) if head != "exp" else None


def _sum(work: Work, node: App, a: Term, b: Term) -> Derivation:
    if node.head == "exp":
        right = App("*", (App("exp", (a,)), App("exp", (b,))))
        return _deeper(work, equal_by("exponential of a sum", node, right, u=a, v=b))
    sa, ca, sb, cb = App("sin", (a,)), App("cos", (a,)), App("sin", (b,)), App("cos", (b,))
    if node.head == "sin":
        right = App("+", (App("*", (sa, cb)), App("*", (ca, sb))))
        return _deeper(work, equal_by("sine of a sum", node, right, u=a, v=b))
    right = App("-", (App("*", (ca, cb)), App("*", (sa, sb))))
    return _deeper(work, equal_by("cosine of a sum", node, right, u=a, v=b))


def _deeper(work: Work, step: Derivation) -> Derivation:
    """The step, and then every sine and cosine on its right side split."""
    links = [step]
    for at, node in _places(sides(step)[1], ()):
        fact = _split(work, node.head, node.args[0])
        if fact is not None:
            links.append(inside(sides(links[-1])[1], at, fact))
    return joined(links)


def _places(term: Term, at: tuple[int, ...]) -> list[tuple[tuple[int, ...], App]]:
    match term:
        case App("sin" | "cos" | "exp", _):
            return [(at, term)]
        case App(_, args):
            return [found for i, arg in enumerate(args) for found in _places(arg, (*at, i))]
    return []


def _value(work: Work, node: App, angle: Term) -> Derivation | None:
    if is_number(angle, 0):
        return of_an_inverse(work, node)
    q = 1 if angle is PI else None
    match angle:
        case App("/", (pi, Num(n))) if pi is PI:
            q = int(n)
    if q is not None and (node.head, q) in VALUES:
        name = VALUES[node.head, q]
        return equal_by(name, node, work.session.rules[name].conclusion.args[1])  # type: ignore[union-attr]
    if q == 12:
        third = App("/", (PI, Num(3)))
        minus = App("neg", (App("/", (PI, Num(4))),))
        moved = inside(node, (0,), calculated(work, angle, App("+", (third, minus))))
        return joined([moved, _sum(work, App(node.head, (App("+", (third, minus)),)), third, minus)])
    match angle:
        case App("atan" | "asin", _):
            from sigmaprime.search.opening import opened

            step = of_an_inverse(work, node)
            again = opened(work, sides(step)[1]) if step is not None else None
            return joined([step, again]) if step is not None and again is not None else step
    return None
