"""Between which numbers a generator lies: from the hypotheses, from the range of a function, from monotonicity."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, fmpq

from sigmaprime.kernel.normal import normal
from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, as_number, children, free, number
from sigmaprime.search.algebra import arithmetic, fraction, normal_form, univariate
from sigmaprime.search.at_sight import make_known
from sigmaprime.search.bound import BEYOND, TURN, Bound, from_hypotheses
from sigmaprime.search.chain import chain, sides, transport, turned
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import NONE, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import by_enclosure, rational, simplest_between, value
from sigmaprime.search.session import NoProof, Session

WIDE = 256


@dataclass(frozen=True, slots=True)
class Bounds:
    low: Bound | None
    high: Bound | None


def bounds(session: Session, t: Term, given: tuple[Term, ...]) -> Bounds:
    """The tightest bounds that are known for `t` under the hypotheses."""
    found = [*from_hypotheses(t, given), *_from_range(session, t, given)]
    if isinstance(t, Var):
        from sigmaprime.search.linear_bounds import linear_bounds

        found += linear_bounds(session, t, given)
    inner = _argument(t)
    if inner is not None:
        found += _carried_over(session, t, inner, given)
    lows = [b for b in found if b.relation[0] == ">"]
    highs = [b for b in found if b.relation[0] == "<"]
    return Bounds(
        max(lows, key=lambda b: (_size(session, b.end), b.strict), default=None),
        min(highs, key=lambda b: (_size(session, b.end), not b.strict), default=None),
    )


def _size(session: Session, end: Term) -> float:
    ball = value(session, end)
    return float(ball.mid()) if ball is not None else 0.0


def _argument(t: Term) -> Var | None:
    """The variable that `t` is a function of, if it is f(x) or exp(u) for a linear u."""
    match t:
        case App("exp", (u,)) if len(free(u)) == 1:
            return Var(*free(u))
        case App(_, (Var() as x,)):
            return x
    return None


def _from_range(session: Session, t: Term, given: tuple[Term, ...]) -> list[Bound]:
    match t:
        case App("exp", _):
            return _try(session, [(">", Num(0))], t, given)
        case App("abs" | "sqrt", _):
            return _try(session, [(">=", Num(0))], t, given)
        case App("atan", _):
            right = App("/", (App("pi", ()), Num(2)))
            return _try(session, [("<", right), (">", App("neg", (right,)))], t, given)
        case App("erf", _):
            return _try(session, [("<", Num(1)), (">", number(-1))], t, given)
        case App("sin" | "cos", _):
            return _try(session, [("<=", Num(1)), (">=", number(-1))], t, given)
        case App(head, (_,)) if f"definition of {head}" in session.rules:
            return _try(session, [(r, number(e)) for r, e in _range_of(session, head)], t, given)
    return []


def _try(session: Session, goals: list[tuple[str, Term]], t: Term, given: tuple[Term, ...]) -> list[Bound]:
    found = []
    always = bool(given) and _is_of_polynomials(session, t)
    for relation, end in goals:
        says = App(relation, (t, end))
        make_known(session, says)
        if always:  # proved once for all cases
            with suppress(NoProof):
                prove(session, Claim(says))
        with suppress(NoProof):
            found.append(Bound(relation, end, prove(session, Claim(says, given))))
    return found


def _is_of_polynomials(session: Session, t: Term) -> bool:
    """Whether what a function is taken of is defined for all values of its variables."""
    try:
        forms = [normal_form(session, u) for u in children(t)]
    except NoProof:
        return False
    return not any(form.divisors or form.atoms for form in forms)


def _range_of(session: Session, head: str) -> list[tuple[str, Fraction]]:
    """The ends of the range of a linear fractional function of an exponential, where they are finite."""
    from sigmaprime.search.selfref import shape

    found = shape(session, head)
    if found is None:
        return []
    top, bottom = found.rational.top, found.rational.bottom
    ends = []
    if bottom(fmpq(0)) != 0:
        ends.append(fraction(top(fmpq(0)) / bottom(fmpq(0))))
    if bottom.degree() >= top.degree():
        ends.append(fraction(top[bottom.degree()] / bottom[bottom.degree()]))
    if len(ends) < 2:
        return []
    return [(">", min(ends)), ("<", max(ends))]


def _carried_over(session: Session, t: Term, x: Var, given: tuple[Term, ...]) -> list[Bound]:
    """Bounds of x, carried over to t by monotonicity: x < c gives f(x) < f(c) for an increasing f."""
    found = []
    for bound in from_hypotheses(x, given):
        try:
            found.append(_carry(session, t, x, bound, given))
        except NoProof:
            continue
    return found


def _carry(session: Session, t: Term, x: Var, bound: Bound, given: tuple[Term, ...]) -> Bound:
    from sigmaprime.kernel.term import substitute

    there = substitute(t, {x.name: bound.end})
    relation = bound.relation
    match t:
        case App("exp", (u,)):
            relation = relation if _rises(session, u) else TURN[relation]
            step = prove_by(session, f"exponential keeps {relation}", relation, t, there, given)
        case App("ln", _):
            step = prove_by(session, f"logarithm keeps {relation}", relation, t, there, given)
        case App(head, _):
            function = App("fn", (Var("x"), App(head, (Var("x"),))))
            rising = monotone(session, function)
            name = f"an increasing function keeps {relation}"
            if not rising:
                name, relation = f"a decreasing function turns {relation} round", TURN[relation]
            goal = Claim(App(relation, (t, there)), given)
            step = by_rule(session, name, goal, prove, k=function, S=REALS, u=x, v=bound.end)
        case _:
            raise NoProof("not monotonic")
    simple = closed_form(session, there)
    if simple is None:
        return Bound(relation, there, step)
    end = sides(simple)[1]
    back = turned(simple, prove(session, Claim(App("defined", (end,)), ())))
    return Bound(relation, end, transport(App(relation, (t, end)), (1,), back, step, given))


def _rises(session: Session, u: Term) -> bool:
    """Whether a linear function rises; `NoProof` if it is not linear."""
    rational = univariate(normal_form(session, u))
    if rational is None or rational.top.degree() != 1 or rational.bottom.degree() != 0:
        raise NoProof("not linear")
    return bool(rational.top[1] / rational.bottom[0] > 0)


def prove_by(session: Session, name: str, relation: str, u: Term, v: Term, given: tuple[Term, ...]) -> Derivation:
    return by_rule(session, name, Claim(App(relation, (u, v)), given), prove)


def monotone(session: Session, function: Term) -> bool:
    """True if the function is strictly increasing on the line, False if decreasing; `NoProof` if neither is known."""
    for head, rising in (("strictly_increasing", True), ("strictly_decreasing", False)):
        try:
            prove(session, Claim(App(head, (function, REALS)), ()))
        except NoProof:
            continue
        return rising
    raise NoProof("not monotonic")


def closed_form(session: Session, term: Term) -> Derivation | None:
    """`term = p + q√d` with rational p, q for a term without variables that has such a value; None otherwise."""
    from sigmaprime.search.selfref import self_referring

    single = isinstance(term, App) and f"definition of {term.head}" in session.rules
    out = unfolded(session, term, (), NONE if single else self_referring(session, term))
    here = term if out is None else sides(out)[1]
    links = [out] if out is not None else []
    simple = quadratic_number(here)
    if simple is None and (clearer := _without_roots(session, here)) is not None:
        links.append(clearer)
        here = sides(clearer)[1]
        simple = quadratic_number(here)
    if simple is None or simple is term:
        return None
    if here is not simple:
        links.append(arithmetic(session, here, simple, (), prove))
    return chain(links, ())


def _without_roots(session: Session, term: Term) -> Derivation | None:
    """A rational function of exp(k·ln w), k whole, as one of w: tanh(ln(w)/2) = (w − 1)/(w + 1)."""
    from sigmaprime.search.folding import reduced

    rational = univariate(normal_form(session, term))
    if rational is None or rational.generator is Num(0):
        return None
    plainer = reduced(rational.top, rational.bottom, rational.generator)
    if plainer is term:
        return None
    fact = unfolded(session, plainer, ())
    return None if fact is None else chain([arithmetic(session, term, plainer, (), prove), fact], ())


def quadratic_number(term: Term) -> Term | None:
    """A term without variables as p + q√d, if its normal form needs no more than one square root."""
    try:
        form = normal(term)
    except Wrong:
        return None
    roots = {symbol for poly in (form.top, form.bottom) for monomial in poly for symbol, _ in monomial}
    if len(roots) > 1 or not all(_is_root(r) for r in roots):
        return None
    root = next(iter(roots), None)
    d = Fraction(0) if root is None else root.args[0].value  # type: ignore[union-attr]
    a, b = (_coefficient(form.top, root, k) for k in (0, 1))
    c, e = (_coefficient(form.bottom, root, k) for k in (0, 1))
    norm = c * c - d * e * e
    return surd((a * c - d * b * e) / norm, (b * c - a * e) / norm, root)  # type: ignore[arg-type]


def _is_root(symbol: object) -> bool:
    return isinstance(symbol, App) and symbol.head == "sqrt" and isinstance(symbol.args[0], Num)


def _coefficient(poly: object, root: object, power: int) -> Fraction:
    total = Fraction(0)
    for monomial, value_ in poly.items():  # type: ignore[attr-defined]
        if dict(monomial).get(root, 0) == power:
            total += fraction(value_)
    return total


def surd(p: Fraction, q: Fraction, root: Term | None) -> Term:
    """p + q√d, written as one would: 2 − √3, 1/2 + √3/6."""
    if q == 0 or root is None:
        return number(p)
    part = _multiple(abs(q), root)
    if p == 0:
        return part if q > 0 else App("neg", (part,))
    if p < 0 < q:
        return App("-", (part, Num(-p)))
    return App("+" if q > 0 else "-", (number(p), part))


def _multiple(q: Fraction, root: Term) -> Term:
    over = root if q.numerator == 1 else App("*", (Num(q.numerator), root))
    return over if q.denominator == 1 else App("/", (over, Num(q.denominator)))


def rational_bound(session: Session, bound: Bound, t: Term, given: tuple[Term, ...]) -> tuple[Fraction, Derivation]:
    """A rational bound that is implied, as tight as enclosures allow, and its proof."""
    exact = as_number(bound.end)
    if exact is not None:
        return exact, bound.proof
    ball = value(session, bound.end, None, WIDE)
    if ball is None:
        raise NoProof("a bound without a value")
    below, above = rational(arb(ball))
    slack = Fraction(1, 2**40)
    weaker = (
        simplest_between(below - slack, below) if bound.relation[0] == ">" else simplest_between(above, above + slack)
    )
    end = number(weaker)
    relation = bound.relation[0]
    gap = by_enclosure(session, Claim(App(relation, (bound.end, end)), ()))
    holes = (("u", t), ("v", bound.end), ("w", end))
    return weaker, Derivation(
        Claim(App(relation, (t, end)), given), Apply(BEYOND[bound.relation], holes), (bound.proof, gap)
    )
