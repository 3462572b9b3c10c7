"""An expression as a product: a number, powers of its parts, irreducible polynomials in them, exponentials last.

Over the rationals, in the generators of the kernel's normal form: x² − 2x over (x − 1)², or (1 − x)·exp(−x). A square
root that occurs squared is opened first, since √u·√u = u wherever √u is defined.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from flint import Ordering, fmpq, fmpq_mpoly_ctx

from sigmaprime.kernel.normal import Poly, Quotient, Symbol, multiply, normal
from sigmaprime.kernel.normal import power as raised_poly
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free
from sigmaprime.search.algebra import generator_term, normal_form, product, raised, symbols
from sigmaprime.search.formal import opened
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.studies.polynomials import order_in, written
from sigmaprime.studies.rational_powers import put_together, with_one_root

ROOTS = {"sqrt": 2, "cbrt": 3}
MOST_OPENED = 4
MOST_SYMBOLS = 8
MOST_TERMS = 80
HIGHEST = 40


@dataclass(frozen=True, slots=True)
class Product:
    """number · base₁^power₁ · base₂^power₂ · …; powers may be negative."""

    number: Fraction
    parts: tuple[tuple[Term, int], ...]


def factored(session: Session, term: Term, x: Var) -> Product:
    """The factors of a term; `NoProof` where it has no normal form, or one that is too large."""
    return _turned(_factored(session, term, x))


def _factored(session: Session, term: Term, x: Var) -> Product:
    form = normal_form(session, opened(session, term))
    if not form.top:
        return Product(Fraction(0), ())
    rooted, under, outside = with_one_root(form.top, form.bottom)
    scale, above, high = _factors(_without_squares(rooted), x)
    below_scale, below, low = _factors(under, x)
    counts = dict(above)
    for base, count in outside.items():
        counts[base] = counts.get(base, 0) + count
    for base, count in below:
        counts[base] = counts.get(base, 0) - count
    shifts = {s: high.get(s, Fraction(0)) - low.get(s, Fraction(0)) for s in {**high, **low}}
    last: list[tuple[Term, int]] = []
    for symbol in sorted(shifts, key=order_in(x)):
        power = shifts[symbol]
        if isinstance(symbol, tuple):
            last += [(generator_term(symbol, power), 1)] if power else []
        elif isinstance(symbol, App) and symbol.head in ROOTS:
            degree = ROOTS[symbol.head]
            rest = int(power) % degree if power > 0 else -(-int(power) % degree)
            inner = _factored(session, symbol.args[0], x)
            whole = (int(power) - rest) // degree
            if whole:
                scale *= fmpq(inner.number.numerator, inner.number.denominator) ** whole
                for base, count in inner.parts:
                    counts[base] = counts.get(base, 0) + count * whole
            last += [(symbol, rest)] if rest else []
        else:
            base = generator_term(symbol, Fraction(1))
            counts[base] = counts.get(base, 0) + int(power)
    parts = sorted(((b, n) for b, n in put_together(counts).items() if n), key=lambda one: _rank(one[0], x))
    number_ = Fraction(int(scale.p), int(scale.q)) / Fraction(int(below_scale.p), int(below_scale.q))
    return Product(number_, (*_below(parts), *last))


def _below(parts: list[tuple[Term, int]]) -> list[tuple[Term, int]]:
    """In a denominator x² − 4 stays one factor."""
    done: list[tuple[Term, int]] = []
    for base, count in parts:
        match base:
            case App("-", (u, Num(n))) if count < 0 and (App("+", (u, Num(n))), count) in done:
                done.remove((App("+", (u, Num(n))), count))
                done.append((App("-", (_squared(u), Num(n * n))), count))
            case _:
                done.append((base, count))
    return done


def _squared(u: Term) -> Term:
    match u:
        case App("*", (Num(n), v)):
            return App("*", (Num(n * n), _squared(v)))
        case App("^", (v, Num(n))):
            return App("^", (v, Num(2 * n)))
    return App("^", (u, Num(2)))


def _rank(base: Term, x: Var) -> tuple[bool, bool, bool, int, str]:
    """Parameters, then powers of x, then polynomials by their size, then functions."""
    is_sum = isinstance(base, App) and base.head in ("+", "-")
    return (x.name in free(base), base is not x, not is_sum, len(str(base)), str(base))


def _without_squares(top: Poly) -> Poly:
    """√u·√u as u, and sin²u as 1 − cos²u where that makes it shorter."""
    for _ in range(MOST_OPENED):
        found = _high_root(top)
        if found is None:
            break
        inner = normal(found.args[0])
        if inner.bottom.keys() != {frozenset()}:
            break
        scale = inner.bottom[frozenset()]
        top = _with_power(top, found, ROOTS[found.head], {m: c / scale for m, c in inner.top.items()})
    sines = {s for m in top for s, p in m if isinstance(s, App) and s.head == "sin" and p >= 2}
    for sine in sines:
        cosine: Symbol = App("cos", sine.args)
        other: Poly = {frozenset(): fmpq(1), frozenset(((cosine, Fraction(2)),)): fmpq(-1)}
        shorter = _with_power(top, sine, 2, other)
        top = shorter if len(shorter) <= len(top) else top
    return top


def _high_root(top: Poly) -> App | None:
    for monomial in top:
        for symbol, power in monomial:
            if isinstance(symbol, App) and power >= ROOTS.get(symbol.head, power + 1) and free(symbol):
                return symbol
    return None


def _with_power(top: Poly, symbol: Symbol, degree: int, value: Poly) -> Poly:
    """The polynomial with every symbol^degree replaced by its value."""
    total: Poly = {}
    for monomial, coefficient in top.items():
        powers = dict(monomial)
        whole = int(powers.get(symbol, Fraction(0)) // degree)
        powers[symbol] = powers.get(symbol, Fraction(0)) - degree * whole
        rest: Poly = {frozenset((s, p) for s, p in powers.items() if p): coefficient}
        for m, c in multiply(rest, raised_poly(value, whole)).items():
            total[m] = total.get(m, fmpq(0)) + c
    return {m: c for m, c in total.items() if c}


def _factors(poly: Poly, x: Var) -> tuple[fmpq, list[tuple[Term, int]], dict[Symbol, Fraction]]:
    """A number, the irreducible factors with their multiplicities, and the powers of symbols that divide it."""
    if not poly or len(poly) > MOST_TERMS:
        raise NoProof("nothing to factor, or too much")
    names = sorted(symbols(Quotient(poly, {frozenset(): fmpq(1)}, frozenset(), frozenset())), key=order_in(x))
    if len(names) > MOST_SYMBOLS:
        raise NoProof("too many generators")
    powers = {s: [dict(m).get(s, Fraction(0)) for m in poly] for s in names}
    units = {s: _unit(powers[s]) if isinstance(s, tuple) else Fraction(1) for s in names}
    shifts = {s: min(powers[s]) if units[s] > 0 else max(powers[s]) for s in names}
    ring = fmpq_mpoly_ctx.get([f"v{k}" for k in range(len(names))] or ["v"], Ordering.lex)
    terms = {}
    for monomial, coefficient in poly.items():
        here = dict(monomial)
        degrees = tuple(int((here.get(s, Fraction(0)) - shifts[s]) / units[s]) for s in names)
        if any(d > HIGHEST for d in degrees):
            raise NoProof("a degree is too high")
        terms[degrees or (0,)] = coefficient
    content, found = ring.from_dict(terms).factor()
    result: list[tuple[Term, int]] = []
    for factor, count in sorted(found, key=lambda one: (one[0].total_degree(), str(one[0]))):
        entries = factor.to_dict()
        scale = fmpq(lcm(*(int(c.q) for c in entries.values())), gcd(*(int(c.p) for c in entries.values())))
        lead = entries[max(entries)]
        scale = -scale if lead < 0 else scale
        content = content / scale ** int(count)
        shown = {
            frozenset((s, int(d) * units[s]) for s, d in zip(names, degrees, strict=False) if d): c * scale
            for degrees, c in entries.items()
        }
        result.append((written(shown, x), int(count)))
    return content, result, {s: shift for s, shift in shifts.items() if shift}


def _unit(powers: list[Fraction]) -> Fraction:
    sizes = [abs(p) for p in powers if p]
    unit = Fraction(gcd(*(p.numerator for p in sizes)), lcm(*(p.denominator for p in sizes))) if sizes else Fraction(1)
    return -unit if max(powers) <= 0 else unit


def _turned(product_: Product) -> Product:
    """−(x − 1)·e^(−x) as (1 − x)·e^(−x): the minus sign goes into a factor of the first degree."""
    if product_.number >= 0:
        return product_
    for index, (base, count) in enumerate(product_.parts):
        match base:
            case App("-", (first, second)) if count == 1 and _plain(first) and _plain(second):
                parts = list(product_.parts)
                parts[index] = (App("-", (second, first)), count)
                partner = (App("+", (first, second)), 1)
                if partner in parts:  # (1 − x)·(1 + x)
                    parts.remove(partner)
                    parts.insert(parts.index((App("-", (second, first)), count)) + 1, (App("+", (second, first)), 1))
                return Product(-product_.number, tuple(parts))
    return product_


def _plain(term: Term) -> bool:
    return not (isinstance(term, App) and term.head in ("+", "-", "neg"))


def product_term(found: Product) -> Term:
    """The product written out, negative powers under one line."""
    if not found.number:
        return Num(0)
    above = [raised(base, count) for base, count in found.parts if count > 0]
    below = [raised(base, -count) for base, count in found.parts if count < 0]
    size = abs(found.number)
    if size.numerator != 1 or not above:
        above.insert(0, Num(size.numerator))
    if size.denominator != 1:
        below.insert(0, Num(size.denominator))
    top = product(above)
    whole = App("/", (top, product(below))) if below else top
    return whole if found.number > 0 else App("neg", (whole,))


def in_the_function(session: Session, value: Term, slope: Term) -> Product | None:
    """f′ as a product of factors in f itself, where f is a linear fractional function of an exponential."""
    from sigmaprime.search.algebra import univariate
    from sigmaprime.search.chain import sides
    from sigmaprime.search.forms import unfolded
    from sigmaprime.search.selfref import self_form, self_referring

    try:
        kept = self_referring(session, value)
        if not kept:
            return None
        fact = unfolded(session, slope, session.assumed, kept)
        here = slope if fact is None else sides(fact)[1]
        rational = univariate(normal_form(session, here))
    except (NoProof, OutOfTime, Wrong):
        return None
    if rational is None or rational.bottom.degree() != 0 or rational.generator is not value:
        return None
    return _split(self_form(rational.top / rational.bottom[0], rational.generator))


def _split(term: Term) -> Product:
    match term:
        case App("neg", (inner,)):
            found = _split(inner)
            return Product(-found.number, found.parts)
        case App("*", (left, right)):
            a, b = _split(left), _split(right)
            return Product(a.number * b.number, (*a.parts, *b.parts))
        case App("^", (base, Num(n))) if n.denominator == 1:
            return Product(Fraction(1), ((base, int(n)),))
        case Num(n):
            return Product(n, ())
    return Product(Fraction(1), ((term, 1),))
