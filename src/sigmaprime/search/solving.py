"""Where a function is 0, exactly: candidates, to be proved by others.

The numerator is split into irreducible factors. A factor in one generator t gives values of t, and t = r is solved for
x by undoing one function after the other. A factor a·eˡ + b·x + c with l linear in x, or (a·x + b)·eˡ + c, is solved
by Lambert's W, the inverse of y ↦ y·e^y on [−1, ∞): DLMF §4.13.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from flint import Ordering, arb, fmpq, fmpq_mpoly_ctx, fmpq_poly

from sigmaprime.kernel.normal import ONE, Monomial, Poly, Quotient, Symbol
from sigmaprime.kernel.roots import HIGHEST_DEGREE, count_roots
from sigmaprime.kernel.sets import REALS, ends, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, free, number, subterms
from sigmaprime.search.algebra import factors, fraction, generator_term, normal_form, scaled, symbols, univariate
from sigmaprime.search.formal import opened
from sigmaprime.search.linear import LARGEST_DISCRIMINANT, square_root
from sigmaprime.search.numbers import estimate, value
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.undoing import Unsolved, solved, tidy
from sigmaprime.search.wave_zeros import wave_zeros

MOST_SYMBOLS = 4
MOST_TERMS = 60
HIGHEST = 40


def zeros(session: Session, body: Term, x: Var, region: Term = REALS) -> list[Term] | None:
    """All real zeros (in the interval, if one is given), in order; None if they cannot be written down."""
    try:
        form = normal_form(session, _of_one_angle(session, opened(session, body)))
        found = list(_zeros_of(session, form.top, x, region))
    except (NoProof, Unsolved):
        return None
    placed = {p: float(ball.mid()) for p in found if (ball := estimate(session, p)) is not None}
    inside = [p for p in placed if _lies_in(session, p, region)]
    return _apart(sorted(inside, key=lambda p: placed[p]), placed)


def _of_one_angle(session: Session, term: Term) -> Term:
    """With the sines and cosines of multiples of an angle written by those of the angle."""
    circular = [t for t in subterms(term) if isinstance(t, App) and t.head in ("sin", "cos") and free(t)]
    if len({t.args for t in circular}) < 2:
        return term
    from sigmaprime.search.angles import units_of
    from sigmaprime.search.chain import sides
    from sigmaprime.search.identity import simplified
    from sigmaprime.search.work import work_on

    work = work_on(session, ())
    work.units.update(units_of(work, term))
    fact = simplified(work, term)
    return term if fact is None else sides(fact)[1]


def _apart(points: list[Term], placed: dict[Term, float]) -> list[Term]:
    """Each point once, though it may be written in two ways."""
    kept: list[Term] = []
    for point in points:
        if not kept or abs(placed[point] - placed[kept[-1]]) > 1e-12 * (1 + abs(placed[point])):
            kept.append(point)
    return kept


def _lies_in(session: Session, point: Term, region: Term) -> bool:
    if region is REALS or not is_interval(region):
        return True
    here = estimate(session, point)
    low, high = (estimate(session, end) for end in ends(region))
    return here is not None and (low is None or not here < low) and (high is None or not here > high)


def _zeros_of(session: Session, top: Poly, x: Var, region: Term) -> Iterator[Term]:
    if not top or len(top) > MOST_TERMS:
        raise Unsolved("no polynomial")
    for factor in irreducible_factors(top, x):
        rational = univariate(Quotient(factor, {ONE: fmpq(1)}, frozenset(), frozenset()))
        if rational is None:
            yield from _of_several(session, factor, x, region)
        elif x.name in free(rational.generator):
            for root in roots(rational.top):
                yield from solved(session, rational.generator, x, root, region)


def _of_several(session: Session, factor: Poly, x: Var, region: Term) -> Iterator[Term]:
    """The zeros of a factor in several generators, found in one way only."""
    for way in (_by_logarithms, wave_zeros):
        try:
            found = list(way(session, factor, x, region))
        except Unsolved:
            continue
        yield from found
        return
    yield from _by_lambert(session, *_in_the_logarithm(factor, x))


def irreducible_factors(top: Poly, x: Var, most_symbols: int = MOST_SYMBOLS) -> list[Poly]:
    """The irreducible factors in which x occurs; exponentials are never 0."""
    names = sorted(symbols(Quotient(top, {ONE: fmpq(1)}, frozenset(), frozenset())), key=repr)
    if len(names) > most_symbols:
        raise Unsolved("too many generators")
    units = {s: Fraction(1) if _is_wave(s) else _unit([dict(m).get(s, Fraction(0)) for m in top]) for s in names}
    shift = {s: min(dict(m).get(s, Fraction(0)) for m in top) for s in names}
    ring = fmpq_mpoly_ctx.get([f"v{k}" for k in range(len(names))] or ["v"], Ordering.lex)
    terms = {}
    for monomial, coefficient in top.items():
        powers = dict(monomial)
        degrees = tuple(int((powers.get(s, Fraction(0)) - shift[s]) / units[s]) for s in names)
        if any(d > HIGHEST for d in degrees):
            raise Unsolved("a degree is too high")
        terms[degrees or (0,)] = coefficient
    _, found = ring.from_dict(terms).factor()
    result = [_poly(factor.to_dict(), names, units) for factor, _ in found]
    divided_out = [s for s in names if not isinstance(s, tuple) and shift[s] > 0]
    result += [{frozenset(((s, Fraction(1)),)): fmpq(1)} for s in divided_out]
    return [p for p in result if any(x.name in _free(s) for m in p for s, _ in m) and not _is_exponential(p)]


def _is_wave(symbol: Symbol) -> bool:
    """Of sin² − cos² the factors are wanted."""
    return isinstance(symbol, App) and symbol.head in ("sin", "cos")


def _unit(powers: list[Fraction]) -> Fraction:
    gaps = [abs(p - min(powers)) for p in powers if p != min(powers)]
    unit = Fraction(0)
    for gap in gaps:
        other = gap
        while other:
            unit, other = other, unit % other
    return unit or Fraction(1)


def _poly(terms: dict[tuple[int, ...], fmpq], names: list[Symbol], units: dict[Symbol, Fraction]) -> Poly:
    return {
        frozenset((s, int(k) * units[s]) for s, k in zip(names, degrees, strict=False) if k): c
        for degrees, c in terms.items()
    }


def _free(symbol: Symbol) -> frozenset[str]:
    return free(generator_term(symbol, Fraction(1)))


def _is_exponential(poly: Poly) -> bool:
    return len(poly) == 1 and all(isinstance(s, tuple) for m in poly for s, _ in m)


def roots(poly: fmpq_poly) -> Iterator[Term]:
    for factor, _ in factors(poly)[1]:
        match factor.degree():
            case 1:
                yield number(fraction(-factor[0] / factor[1]))
            case 2:
                yield from _quadratic(*(fraction(factor[k]) for k in range(3)))
            case degree if degree > HIGHEST_DEGREE or count_roots(factor, None, None):
                yield from _pure(factor)


def _quadratic(c: Fraction, b: Fraction, a: Fraction) -> Iterator[Term]:
    square = b * b - 4 * a * c
    if square < 0:
        return
    if square.numerator * square.denominator > LARGEST_DISCRIMINANT:
        raise Unsolved("a discriminant is too large")
    from sigmaprime.search.bounds import surd

    outside, d = square_root(square)
    root = App("sqrt", (Num(d),))
    yield from (surd(-b / (2 * a), s * outside / (2 * abs(a)), root) for s in (-1, 1))


def _pure(poly: fmpq_poly) -> Iterator[Term]:
    """t^n = r has the root cbrt(r), for n = 3."""
    if poly.degree() == 3 and poly[1] == 0 and poly[2] == 0:
        yield App("cbrt", (number(fraction(-poly[0] / poly[3])),))
        return
    raise Unsolved("roots that are not written down")


def _by_logarithms(session: Session, factor: Poly, x: Var, region: Term) -> Iterator[Term]:
    """a·ln(p) + b·ln(q) + … = 0 where p^a·q^b·… = 1."""
    above, below = Num(1), Num(1)
    scale = lcm(*(int(c.q) for c in factor.values()))
    for monomial, coefficient in factor.items():
        match tuple(monomial):
            case ((App("ln", (inner,)), power),) if power == 1:
                times = int(coefficient * scale)
                if abs(times) > HIGHEST:
                    raise Unsolved("a power is too high")
                raised = App("^", (inner, Num(abs(times))))
                above, below = (App("*", (above, raised)), below) if times > 0 else (above, App("*", (below, raised)))  # type: ignore[assignment]
            case _:
                raise Unsolved("no sum of logarithms")
    found = zeros(session, App("-", (above, below)), x, region)
    if found is None:
        raise Unsolved("no sum of logarithms that is solved")
    yield from found


def _in_the_logarithm(factor: Poly, x: Var) -> tuple[Poly, Var, bool]:
    """With x = exp(t): t for ln x and exp(t) for x, and whether it was so."""
    log = App("ln", (x,))
    names = symbols(Quotient(factor, {ONE: fmpq(1)}, frozenset(), frozenset()))
    if names != {x, log}:
        return factor, x, False
    raised: Symbol = ("exp", frozenset(((x, Fraction(1)),)))
    new = {x: raised, log: x}
    return {frozenset((new[s], p) for s, p in m): c for m, c in factor.items()}, x, True


def _by_lambert(session: Session, factor: Poly, x: Var, logarithmic: bool) -> Iterator[Term]:
    """A·exp(c·x + d) + B·x + C, or (A·x + B)·exp(c·x + d) + C, of x or of its logarithm."""
    plain: dict[int, fmpq] = {}
    raised: dict[int, fmpq] = {}
    exponent: Monomial | None = None
    for monomial, coefficient in factor.items():
        powers = dict(monomial)
        degree = powers.pop(x, Fraction(0))
        if degree not in (0, 1):
            raise Unsolved("not linear in x")
        rest = frozenset(powers.items())
        if not rest:
            plain[int(degree)] = coefficient
        elif exponent in (None, rest) and all(isinstance(s, tuple) for s, _ in rest):
            exponent, raised[int(degree)] = rest, coefficient
        else:
            raise Unsolved("no form for Lambert's W")
    if exponent is None:
        raise Unsolved("no exponential")
    rate, offset = _linear(exponent, x)
    a, b = (fraction(raised.get(k, fmpq(0))) for k in (1, 0))
    p, q = (fraction(plain.get(k, fmpq(0))) for k in (1, 0))
    if a == 0 and p != 0:  # b·e^(cx+d) + p·x + q = 0
        argument = _scaled_exponential(b * rate / p, -rate * q / p, offset)
        base, sign = -q / p, -1
    elif a != 0 and p == 0:  # (a·x + b)·e^(cx+d) + q = 0
        argument = _scaled_exponential(-q * rate / a, rate * b / a, _negative(offset))
        base, sign = -b / a, 1
    else:
        raise Unsolved("no form for Lambert's W")
    ball = value(session, argument)
    if ball is None:
        raise Unsolved("no value")
    if ball < -(arb(-1).exp()):
        return
    if ball < 0:
        raise Unsolved("two branches of Lambert's W")
    part = scaled(App("LambertW", (argument,)), 1 / rate * sign)
    found = tidy(part, base)
    yield App("exp", (found,)) if logarithmic else found


def _linear(exponent: Monomial, x: Var) -> tuple[Fraction, Term | None]:
    """The c and the d of the exponent c·x + d."""
    rate, rest = Fraction(0), Fraction(0)
    for symbol, power in exponent:
        inner = symbol[1] if isinstance(symbol, tuple) else None
        if inner == frozenset(((x, Fraction(1)),)):
            rate = power
        elif inner == ONE:
            rest = power
        else:
            raise Unsolved("an exponent that is not linear")
    if rate == 0:
        raise Unsolved("an exponent without x")
    return rate, None if rest == 0 else number(rest)


def _negative(offset: Term | None) -> Term | None:
    return None if offset is None else (offset.args[0] if isinstance(offset, App) else App("neg", (offset,)))


def _scaled_exponential(factor: Fraction, exponent: Fraction, offset: Term | None) -> Term:
    """factor·exp(exponent + offset)."""
    from sigmaprime.kernel.term import as_number

    total = exponent + (as_number(offset) or Fraction(0) if offset is not None else Fraction(0))
    if total == 0:
        return number(factor)
    power = App("exp", (number(total),))
    return scaled(power, factor)
