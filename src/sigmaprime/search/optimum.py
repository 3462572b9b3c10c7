"""Zeros, critical points, extreme values and limits at the ends: candidates, to be proved by others."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_poly

from sigmaprime.kernel.sets import MINUS_OO, OO, ends, is_interval, left_end, right_end
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, number, substitute
from sigmaprime.search.algebra import factors, fraction, normal_form, univariate
from sigmaprime.search.bounds import closed_form, quadratic_number, surd
from sigmaprime.search.chain import sides
from sigmaprime.search.forms import written_out
from sigmaprime.search.limits import limit
from sigmaprime.search.linear import LARGEST_DISCRIMINANT, square_root
from sigmaprime.search.numbers import value
from sigmaprime.search.selfref import self_referring, shape
from sigmaprime.search.session import NoProof, Session


def slope(body: Term, x: Var) -> Term:
    return App("D", (App("fn", (x, body)), x))


def zeros(session: Session, body: Term, x: Var) -> list[Term] | None:
    """All real zeros of a rational function of x or of exp(c·x), in order; None if they cannot be written down."""
    kept = self_referring(session, body)
    try:
        rational = univariate(normal_form(session, written_out(session, body, session.known(x), kept)))
        if rational is None and kept:
            rational = univariate(normal_form(session, written_out(session, body, session.known(x))))
    except NoProof:
        return None
    if rational is None or rational.top.degree() < 0 or x.name not in free(rational.generator):
        return [] if rational is not None and rational.top.degree() == 0 else None
    found: list[Term] = []
    for factor, _ in factors(rational.top)[1]:
        roots = _roots(factor)
        if roots is None:
            return None
        found += roots
    solved = [_solved(session, rational.generator, x, root) for root in found]
    points = [point for point in solved if point is not None]
    return sorted(points, key=lambda p: float(value(session, p).mid()))  # type: ignore[union-attr]


def _roots(factor: fmpq_poly) -> list[Term] | None:
    match factor.degree():
        case 1:
            return [number(fraction(-factor[0] / factor[1]))]
        case 2:
            c, b, a = (fraction(factor[k]) for k in range(3))
            square = b * b - 4 * a * c
            if square < 0:
                return []
            if square.numerator * square.denominator > LARGEST_DISCRIMINANT:
                return None
            outside, d = square_root(square)
            root = App("sqrt", (Num(d),))
            return [surd(-b / (2 * a), s * outside / (2 * abs(a)), root) for s in (-1, 1)]
    return None


def _solved(session: Session, t: Term, x: Var, root: Term) -> Term | None:
    """The x with t(x) = root, for t = x or exp(c·x); None if there is none."""
    if t is x:
        return root
    match t:
        case App("exp", (inner,)):
            ball = value(session, root)
            if ball is None or not ball > 0:
                return None
            rate = univariate(normal_form(session, inner))
            if rate is None or rate.generator is not x or rate.top.degree() != 1:
                return None
            part = logarithm(session, root, 1 / fraction(rate.top[1] / rate.bottom[0]))
            return _moved(part, -fraction(rate.top[0] / rate.top[1]))
        case App(head, (Var() as inside,)) if inside is x and (found := shape(session, head)) is not None:
            top, bottom = (
                tuple(number(fraction(p[k])) for k in (0, 1)) for p in (found.rational.top, found.rational.bottom)
            )
            above = App("-", (top[0], App("*", (bottom[0], root))))
            below = App("-", (App("*", (bottom[1], root)), top[1]))
            solved = quadratic_number(App("/", (above, below)))
            return None if solved is None else _solved(session, found.rational.generator, Var("x"), solved)
    return None


def _moved(point: Term, by: Fraction) -> Term:
    """point + by, where either may be 0."""
    if by == 0 or point is Num(0):
        return number(by) if point is Num(0) else point
    return App("+" if by > 0 else "-", (point, Num(abs(by))))


def logarithm(session: Session, root: Term, factor: Fraction) -> Term:
    """factor·ln(root), written with an argument above 1: −ln(2 + √3) rather than ln(2 − √3)."""
    if root is Num(1):
        return Num(0)
    ball = value(session, root)
    if ball is not None and ball < 1:
        inverse = quadratic_number(App("/", (Num(1), root)))
        if inverse is not None:
            root, factor = inverse, -factor
    log = App("ln", (root,))
    size = log if abs(factor) == 1 else App("*", (Num(abs(factor)), log))
    return size if factor > 0 else App("neg", (size,))


def limits_at_ends(session: Session, x: Var, body: Term, region: Term) -> list[Term]:
    """The limits at the two ends of an interval, as far as they are found."""
    found = []
    if is_interval(region):
        for place in (left_end(region), right_end(region)):
            try:
                found.append(limit(session, body, x, place).claim.says.args[2])  # type: ignore[union-attr]
            except NoProof:
                continue
    return found


def interior_critical_points(session: Session, x: Var, body: Term, region: Term) -> list[Term]:
    try:
        found = zeros(session, slope(body, x), x) or []
        low, high = ends(region)
    except (NoProof, Wrong):
        return []
    return [p for p in found if _between(session, low, p, high)]


def _between(session: Session, low: Term, p: Term, high: Term) -> bool:
    point = value(session, p)
    left, right = (None if end in (OO, MINUS_OO) else value(session, end) for end in (low, high))
    return point is not None and (left is None or bool(point > left)) and (right is None or bool(point < right))


def exact_value(session: Session, x: Var, body: Term, at: Term) -> Term:
    """The value of the function at a point, simplified where it is a quadratic number."""
    there = substitute(body, {x.name: at})
    try:
        simple = closed_form(session, there)
    except NoProof:
        simple = None
    return there if simple is None else sides(simple)[1]


def extreme(session: Session, x: Var, body: Term, region: Term, *, largest: bool) -> tuple[Term, Term | None] | None:
    """The supremum (or infimum) as a term and a place where it is attained (None if it is only approached)."""
    if not is_interval(region):
        return None
    candidates: list[tuple[float, Term, Term | None]] = []
    places = interior_critical_points(session, x, body, region)
    low, high = ends(region)
    head = region.head if isinstance(region, App) else "()"
    places += [low] if head[0] == "[" else []
    places += [high] if head[1] == "]" else []
    for place in places:
        there = exact_value(session, x, body, place)
        if (ball := value(session, there)) is not None:
            candidates.append((float(ball.mid()), there, place))
    for limit_value in limits_at_ends(session, x, body, region):
        if limit_value in (OO, MINUS_OO):
            candidates.append((float("inf") if limit_value is OO else float("-inf"), limit_value, None))
        elif (ball := value(session, limit_value)) is not None:
            candidates.append((float(ball.mid()), limit_value, None))
    if not candidates:
        return None
    best = (max if largest else min)(candidates, key=lambda c: (c[0], (c[2] is not None) == largest))
    return best[1], best[2]


def outer_bounds(session: Session, x: Var, body: Term, region: Term) -> tuple[Term, Term]:
    """Numbers that bound the function on an interval, as tight as they are known."""
    found = [extreme(session, x, body, region, largest=side) for side in (False, True)]
    if found[0] is None or found[1] is None or found[0][0] is MINUS_OO or found[1][0] is OO:
        raise NoProof("no bounds are known")
    return found[0][0], found[1][0]
