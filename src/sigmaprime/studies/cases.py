"""Where the shape of a graph depends on a parameter: a leading coefficient or a discriminant that changes its sign."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.normal import Poly, Quotient, normal
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, as_number, free, number
from sigmaprime.search.algebra import fraction, normal_form, univariate
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.studies.chart import product_of
from sigmaprime.studies.desk import Desk, ask, light, slope
from sigmaprime.studies.factors import factored
from sigmaprime.studies.parametric import by_power
from sigmaprime.studies.polynomials import written

ZERO = Num(0)
RELATIONS = ("<", "=", ">")


def open_question(desk: Desk) -> Term | None:
    """An expression in the parameters whose sign decides on the shape and is not known; None if there is none."""
    for order in range(3):
        try:
            found = product_of(desk, slope(desk.value, desk.x, order))
        except (NoProof, OutOfTime, Wrong):
            continue
        for base, _ in found.parts:
            for decisive in _decisive(desk, light(desk, base)):
                if _is_open(desk, decisive):
                    return decisive
    return None


def _decisive(desk: Desk, base: Term) -> Iterator[Term]:
    """What decides on the number of zeros of a factor: itself without x, its leading coefficient, its discriminant."""
    if desk.x.name not in free(base):
        yield from _irreducible(desk, base)
        return
    if not free(base) - {desk.x.name}:
        return
    try:
        top = normal_form(desk.session, base).top
        coefficients = by_power(top, desk.x)
    except (NoProof, OutOfTime, Wrong):
        return
    if coefficients is None or not 1 < len(coefficients) < 4 or any(_has_x(desk, c) for c in coefficients):
        return
    terms = [written(c, desk.x) if c else ZERO for c in coefficients]
    yield from _irreducible(desk, terms[-1])
    if len(terms) == 3:
        c, b, a = terms
        square = App("^", (b, Num(2)))
        yield from _irreducible(desk, App("-", (square, App("*", (Num(4), App("*", (a, c)))))))


def _has_x(desk: Desk, poly: Poly) -> bool:
    return bool(poly) and desk.x.name in free(written(poly, desk.x))


def _irreducible(desk: Desk, term: Term) -> Iterator[Term]:
    try:
        parts = factored(desk.session, term, desk.x).parts
    except (NoProof, OutOfTime, Wrong):
        return
    yield from (base for base, power in parts if power % 2 and free(base))


def _is_open(desk: Desk, base: Term) -> bool:
    return not any(ask(desk, App(relation, (base, ZERO))).proved for relation in ("<", ">", ">=", "<="))


def cases(base: Term) -> Iterator[Term]:
    """`a < 0`, `a = 0`, `a > 0`; for what is linear in one parameter the parameter stands alone on the left."""
    try:
        line = univariate(normal_form_of(base))
    except NoProof:
        line = None
    if line is not None and isinstance(line.generator, Var) and line.top.degree() == 1 and line.bottom.degree() == 0:
        threshold = number(-fraction(line.top[0] / line.top[1]))
        yield from (App(relation, (line.generator, threshold)) for relation in RELATIONS)
    else:
        yield from (App(relation, (base, ZERO)) for relation in RELATIONS)


def normal_form_of(base: Term) -> Quotient:
    try:
        return normal(base)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None


def value_in(case: Term) -> tuple[Var, Term] | None:
    """The parameter and its value where a case is an equation that can be solved for it."""
    match case:
        case App("=", (Var() as name, value)) if as_number(value) is not None:
            return name, value
        case App("=", (base, _)):
            for letter in sorted(free(base)):
                solved = _solved_for(base, Var(letter))
                if solved is not None:
                    return Var(letter), solved
    return None


def _solved_for(base: Term, letter: Var) -> Term | None:
    """The base is linear in the letter, with a number in front of it."""
    try:
        top = normal_form_of(base).top
    except NoProof:
        return None
    coefficients = by_power(top, letter)
    if coefficients is None or len(coefficients) != 2 or coefficients[1].keys() != {frozenset()}:
        return None
    scale = coefficients[1][frozenset()]
    rest = {monomial: -c / scale for monomial, c in coefficients[0].items()}
    return written(rest, letter) if rest else ZERO
