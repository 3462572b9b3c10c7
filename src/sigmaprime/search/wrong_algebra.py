"""What algebra must not do: ln(a + b) = ln a + ln b, √(a² + b²) = a + b, (a + b)/a = b … at one place of a term."""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Path, Term, as_number, number, replace, subterm
from sigmaprime.search.sums_and_factors import summands, total
from sigmaprime.search.wrong_fractions import wrong_quotients
from sigmaprime.tidy import negative, tidied

Mistake = tuple[str, tuple[Term, ...], Term]
ZERO, ONE, TWO = Num(0), Num(1), Num(2)
LAST = frozenset(("sign-lost", "factor-lost", "term-lost"))  # what explains almost anything is tried last


def wrong_forms(u: Term) -> Iterator[Mistake]:
    """The name of a mistake, what was replaced by what, and u with that mistake at one place."""
    later: list[Mistake] = []
    for at in _places(u):
        node = subterm(u, at)
        for name, new in _mistakes(node):
            one = name, (node, tidied(new)), replace(u, at, tidied(new))
            if name in LAST:
                later.append(one)
            else:
                yield one
    yield from later


def _places(u: Term, here: Path = ()) -> Iterator[Path]:
    """Every position outside the functions that operators bind, outermost first."""
    yield here
    if isinstance(u, App) and not any(isinstance(a, App) and a.head == "fn" for a in u.args):
        for index, part in enumerate(u.args):
            yield from _places(part, (*here, index))


def _mistakes(u: Term) -> Iterator[tuple[str, Term]]:
    match u:
        case App("ln", (v,)):
            yield from _logarithm(v)
        case App("sqrt", (v,)):
            yield from _root(v)
        case App("abs", (v,)):
            yield "absolute-value-dropped", v
        case App("exp", (v,)):
            yield from _exponential(v)
        case App("^", (v, n)):
            yield from _power(v, n)
        case App("/", (v, w)):
            yield from wrong_quotients(v, w)
        case App("*", (v, w)):
            yield from _product(v, w)
        case App("+" | "-", _):
            yield from _sum(u)
        case App("neg", (v,)):
            yield from _negative(v)
    match u:
        case App(head, (v,)) if head in FUNCTIONS and head not in ("sqrt", "ln", "exp", "abs"):
            yield from _function(head, v)


def _function(head: str, v: Term) -> Iterator[tuple[str, Term]]:
    def f(w: Term) -> Term:
        return App(head, (w,))

    match v:
        case App("+" | "-" as sign, (a, b)):
            yield "function-of-sum", App(sign, (f(a), f(b)))
        case App("*", (a, b)):
            yield "factor-taken-out", App("*", (a, f(b)))
            yield "factor-taken-out", App("*", (f(a), b))
            yield "function-of-product", App("*", (f(a), f(b)))
        case App("/", (a, b)):
            yield "factor-taken-out", App("/", (f(a), b))
            yield "function-of-quotient", App("/", (f(a), f(b)))
        case App("neg", (a,)):
            yield "sign-taken-out", negative(f(a))
            yield "sign-taken-out", f(a)


def _logarithm(v: Term) -> Iterator[tuple[str, Term]]:
    def ln(w: Term) -> Term:
        return App("ln", (w,))

    match v:
        case App("+" | "-" as sign, (a, b)):
            yield "logarithm-of-sum", App(sign, (ln(a), ln(b)))
            yield "logarithm-of-sum", App("*" if sign == "+" else "/", (ln(a), ln(b)))
        case App("*", (a, b)):
            yield "logarithm-of-product", App("*", (ln(a), ln(b)))
            yield "factor-taken-out", App("*", (a, ln(b)))
        case App("/", (a, b)):
            yield "logarithm-of-quotient", App("/", (ln(a), ln(b)))
        case App("^", (a, n)):
            yield "exponent-of-logarithm", App("^", (ln(a), n))


def _exponential(v: Term) -> Iterator[tuple[str, Term]]:
    def exp(w: Term) -> Term:
        return App("exp", (w,))

    match v:
        case App("+" | "-" as sign, (a, b)):
            yield "exponential-of-sum", App(sign, (exp(a), exp(b)))
        case App("*", (c, App("ln", (a,)))):
            yield "exponential-of-multiple-of-logarithm", App("*", (c, a))
        case App("*", (a, b)):
            yield "exponential-of-product", App("*", (exp(a), exp(b)))
            yield "factor-taken-out", App("*", (a, exp(b)))
        case App("neg", (a,)):
            yield "negative-exponent", negative(exp(a))


def _root(v: Term) -> Iterator[tuple[str, Term]]:
    match v:
        case App("+" | "-" as sign, (a, b)):
            yield "root-of-sum", App(sign, (_plain_root(a), _plain_root(b)))
            yield "root-of-sum", App(sign, (App("sqrt", (a,)), App("sqrt", (b,))))
        case App("^", (a, n)) if n is TWO:
            yield "root-of-square", a
        case App("*", (a, b)):
            yield "factor-taken-out", App("*", (a, App("sqrt", (b,))))
            if _plain_root(a) is not App("sqrt", (a,)) or _plain_root(b) is not App("sqrt", (b,)):
                yield "root-of-square", App("*", (_plain_root(a), _plain_root(b)))


def _plain_root(a: Term) -> Term:
    """√(x²) as x and √9 as 3: as they are taken by mistake."""
    match a:
        case App("^", (base, n)) if (k := as_number(n)) is not None and k % 2 == 0:
            return base if k == 2 else App("^", (base, number(k / 2)))
        case Num(value) if isqrt(int(value)) ** 2 == value:
            return Num(isqrt(int(value)))
        case App("*", (b, c)) if _plain_root(b) is not App("sqrt", (b,)):
            return App("*", (_plain_root(b), _plain_root(c)))
    return App("sqrt", (a,))


def _power(v: Term, n: Term) -> Iterator[tuple[str, Term]]:
    def power(w: Term) -> Term:
        return App("^", (w, n))

    match v:
        case App("+" | "-" as sign, (a, b)):
            yield "power-of-sum", App(sign, (power(a), power(b)))
            if n is TWO:
                yield "power-of-sum", App("+", (power(a), power(b)))
                middle = App("*", (a, b))
                yield "binomial", App("+", (App(sign, (power(a), middle)), power(b)))
                yield "binomial", App("-", (App(sign, (power(a), App("*", (TWO, middle)))), power(b)))
        case App("*" | "/" as sign, (a, b)):
            yield "power-of-product", App(sign, (a, power(b)))
            yield "power-of-product", App(sign, (power(a), b))
        case App("^", (a, m)):
            yield "power-of-power", App("^", (a, _plus(m, n)))
            yield "power-of-power", App("^", (a, App("^", (m, n))))
        case App("ln", (a,)):
            yield "power-of-logarithm", App("*", (n, v))
        case App("exp", (a,)):
            yield "power-of-power", App("exp", (App("^", (a, n)),))
        case App("neg", (a,)):
            yield "power-of-negative", negative(power(a))
            yield "power-of-negative", power(a)
    match n:
        case App("neg", (m,)):
            yield "negative-exponent", negative(App("^", (v, m)))
        case Num(value) if value.denominator > 1:
            yield "fractional-exponent", App("/", (ONE, App("^", (v, Num(value.denominator)))))
        case App("+", (a, b)):
            yield "exponential-of-sum", App("+", (App("^", (v, a)), App("^", (v, b))))
    if n is ZERO:
        yield "zero-exponent", ZERO
    if n is TWO:
        yield "square-as-double", App("*", (TWO, v))


def _product(v: Term, w: Term) -> Iterator[tuple[str, Term]]:
    for one, other in ((v, w), (w, v)):
        parts = summands(other)
        if len(parts) > 1:
            first, *rest = parts
            yield "bracket-one-term", total([(first[0], App("*", (one, first[1]))), *rest])
            *rest, last = parts
            yield "bracket-one-term", total([*rest, (last[0], App("*", (one, last[1])))])
        if as_number(one) is not None and one is not ONE:
            yield "factor-lost", other
    if len(summands(v)) == len(summands(w)) == 2:
        yield (
            "brackets-term-by-term",
            total([(s * t, App("*", (a, b))) for (s, a), (t, b) in zip(summands(v), summands(w), strict=True)]),
        )
    match v, w:
        case App("ln", (a,)), App("ln", (b,)):
            yield "product-of-logarithms", App("ln", (App("+", (a, b)),))
            yield "product-of-logarithms", App("+", (v, w))
            yield "product-of-logarithms", App("ln", (App("*", (a, b)),))
        case App("exp", (a,)), App("exp", (b,)):
            yield "product-of-powers", App("exp", (App("*", (a, b)),))
        case App("^", (a, m)), App("^", (b, n)) if a is b:
            yield "product-of-powers", App("^", (a, _times(m, n)))
        case App("^", (a, m)), b if a is b:
            yield "product-of-powers", v
        case a, App("^", (b, n)) if a is b:
            yield "product-of-powers", w


def _sum(u: App) -> Iterator[tuple[str, Term]]:
    parts = summands(u)
    match u:
        case App("-", (a, b)) if len(summands(b)) > 1:
            yield "sign-in-bracket", App("+", (App("-", (a, _first(b))), _rest(b)))
    if any(_fraction(part)[1] is not ONE for part in u.args):
        (a, b), (c, d) = map(_fraction, u.args)
        yield "fractions-added", App("/", (App(u.head, (a, c)), App(u.head, (b, d))))
        yield "fractions-added", App("/", (App(u.head, (a, c)), App("*", (b, d))))
        yield "fractions-added", App("/", (App(u.head, (a, c)), b if d is ONE else d))
    match u:
        case App(sign, (App("ln", (a,)), App("ln", (b,)))):
            yield "sum-of-logarithms", App("ln", (App(sign, (a, b)),))
            yield "sum-of-logarithms", App("*" if sign == "+" else "/", u.args)
        case App("+", (App("exp", (a,)), App("exp", (b,)))):
            yield "sum-of-powers", App("exp", (App("+", (a, b)),))
        case App("+", (App("^", (a, m)), App("^", (b, n)))) if a is b:
            yield "sum-of-powers", App("^", (a, _plus(m, n)))
    if len(parts) > 1:
        for index, (plus, term) in enumerate(parts):
            yield "sign-lost", total([*parts[:index], (-plus, term), *parts[index + 1 :]])
        for index in range(len(parts)):
            yield "term-lost", total([*parts[:index], *parts[index + 1 :]])


def _fraction(u: Term) -> tuple[Term, Term]:
    """Numerator and denominator."""
    match u:
        case App("/", (a, b)):
            return a, b
        case Num(value) if value.denominator != 1:
            return Num(value.numerator), Num(value.denominator)
    return u, ONE


def _plus(m: Term, n: Term) -> Term:
    a, b = as_number(m), as_number(n)
    return App("+", (m, n)) if a is None or b is None else number(a + b)


def _times(m: Term, n: Term) -> Term:
    a, b = as_number(m), as_number(n)
    return App("*", (m, n)) if a is None or b is None else number(a * b)


def _first(u: Term) -> Term:
    sign, term = summands(u)[0]
    return term if sign > 0 else negative(term)


def _rest(u: Term) -> Term:
    return total(summands(u)[1:])


def _negative(v: Term) -> Iterator[tuple[str, Term]]:
    if len(summands(v)) > 1:
        yield "sign-in-bracket", App("+", (negative(_first(v)), _rest(v)))
    yield "sign-lost", v
