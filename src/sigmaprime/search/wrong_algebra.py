"""What algebra must not do: ln(a + b) = ln a + ln b, √(a² + b²) = a + b, (a + b)/a = b … at one place of a term."""

from __future__ import annotations

from collections.abc import Iterator

from math import isqrt

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Path, Term, as_number, number, replace, subterm
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
            yield from _logarithm(u, v)
        case App("sqrt", (v,)):
            yield from _root(v)
        case App("abs", (v,)):
            yield "absolute-value-dropped", v
        case App("exp", (v,)):
            yield from _exponential(v)
        case App("^", (v, n)):
            yield from _power(u, v, n)
        case App("/", (v, w)):
            yield from _quotient(v, w)
        case App("*", (v, w)):
            yield from _product(v, w)
        case App("+" | "-", (v, w)):
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


def _logarithm(u: Term, v: Term) -> Iterator[tuple[str, Term]]:
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


def _power(u: Term, v: Term, n: Term) -> Iterator[tuple[str, Term]]:
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
            yield "power-of-power", App("^", (a, App("+", (m, n))))
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


def summands(u: Term, sign: int = 1) -> list[tuple[int, Term]]:
    match u:
        case App("+", (a, b)):
            return summands(a, sign) + summands(b, sign)
        case App("-", (a, b)):
            return summands(a, sign) + summands(b, -sign)
        case App("neg", (a,)):
            return summands(a, -sign)
    return [(sign, u)]


def total(parts: list[tuple[int, Term]]) -> Term:
    """The sum of signed terms."""
    whole: Term = ZERO
    for sign, part in parts:
        whole = App("+" if sign > 0 else "-", (whole, part))
    return tidied(whole)


def factors(u: Term) -> list[Term]:
    match u:
        case App("*", (a, b)):
            return factors(a) + factors(b)
        case App("^", (a, Num(n))) if n.denominator == 1 and 1 < n <= 6:
            return [a] * int(n)
    return [u]


def _without(u: Term, factor: Term) -> Term | None:
    """u without one of its factors."""
    found = factors(u)
    if factor not in found:
        return None
    found.remove(factor)
    whole: Term = ONE
    for one in found:
        whole = App("*", (whole, one))
    return tidied(whole)


def _quotient(v: Term, w: Term) -> Iterator[tuple[str, Term]]:
    above, below = summands(v), summands(w)
    if len(above) > 1:
        for index, (_, term) in enumerate(above):
            rest = [*above[:index], *above[index + 1 :]]
            for factor in dict.fromkeys(factors(w)):
                left, under = _without(term, factor), _without(w, factor)
                if left is not None and under is not None:
                    yield (
                        "cancelled-in-sum",
                        App("/", (total([*above[:index], (above[index][0], left), *above[index + 1 :]]), under)),
                    )
                    yield "cancelled-in-sum", App("/", (total(rest), under))
            new = [(s, t if k == index else App("/", (t, w))) for k, (s, t) in enumerate(above)]
            yield "divided-one-term", total(new)
            new = [(s, App("/", (t, w)) if k == index else t) for k, (s, t) in enumerate(above)]
            yield "divided-one-term", total(new)
    if len(below) > 1:
        for sign, term in above:
            if (sign, term) in below and len(above) > 1:
                rest, under_ = list(above), list(below)
                rest.remove((sign, term))
                under_.remove((sign, term))
                yield "cancelled-in-sum", App("/", (total(rest), total(under_)))
        yield "quotient-by-sum", total([(s, App("/", (v, t))) for s, t in below])
        for sign, term in below:
            for factor in dict.fromkeys(factors(v)):
                left, under = _without(term, factor), _without(v, factor)
                if left is not None and under is not None and factor is not ONE:
                    rest = list(below)
                    rest[rest.index((sign, term))] = (sign, left)
                    yield "cancelled-in-sum", App("/", (under, total(rest)))
    match v, w:
        case App("ln", (a,)), App("ln", (b,)):
            yield "quotient-of-logarithms", App("ln", (App("/", (a, b)),))
            yield "quotient-of-logarithms", App("-", (v, w))
            yield "quotient-of-logarithms", App("/", (a, b))
        case App("^", (a, m)), App("^", (b, n)) if a is b:
            yield "quotient-of-powers", App("^", (a, App("/", (m, n))))
        case App("exp", (a,)), App("exp", (b,)):
            yield "quotient-of-powers", App("exp", (App("/", (a, b)),))
        case App(f, (a,)), App(g, (b,)) if f == g and f in FUNCTIONS:
            yield "function-cancelled", App("/", (a, b))
        case App(f, (a,)), _ if f in FUNCTIONS and a is w:
            yield "argument-cancelled", ONE
    yield "upside-down", App("/", (w, v))
    if as_number(w) is not None:
        yield "factor-lost", v


def _product(v: Term, w: Term) -> Iterator[tuple[str, Term]]:
    for one, other, turned in ((v, w, False), (w, v, True)):
        parts = summands(other)
        if len(parts) > 1:
            first, *rest = parts
            yield "bracket-one-term", total([(first[0], App("*", (one, first[1]))), *rest])
            *rest, last = parts
            yield "bracket-one-term", total([*rest, (last[0], App("*", (one, last[1])))])
        if as_number(one) is not None and one is not ONE:
            yield "factor-lost", other
        del turned
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
            yield "product-of-powers", App("^", (a, App("*", (m, n))))
        case App("^", (a, m)), b if a is b:
            yield "product-of-powers", v
        case a, App("^", (b, n)) if a is b:
            yield "product-of-powers", w


def _sum(u: Term) -> Iterator[tuple[str, Term]]:
    parts = summands(u)
    match u:
        case App("-", (a, b)) if len(summands(b)) > 1:
            yield "sign-in-bracket", App("+", (App("-", (a, _first(b))), _rest(b)))
    match u:
        case App(sign, (App("/", (a, b)), App("/", (c, d)))):
            yield "fractions-added", App("/", (App(sign, (a, c)), App(sign, (b, d))))
            yield "fractions-added", App("/", (App(sign, (a, c)), App("*", (b, d))))
        case App(sign, (App("ln", (a,)), App("ln", (b,)))):
            yield "sum-of-logarithms", App("ln", (App(sign, (a, b)),))
            yield "sum-of-logarithms", App("*" if sign == "+" else "/", u.args)
        case App("+", (App("exp", (a,)), App("exp", (b,)))):
            yield "sum-of-powers", App("exp", (App("+", (a, b)),))
        case App("+", (App("^", (a, m)), App("^", (b, n)))) if a is b:
            yield "sum-of-powers", App("^", (a, App("+", (m, n))))
    if len(parts) > 1:
        for index, (sign, term) in enumerate(parts):
            yield "sign-lost", total([*parts[:index], (-sign, term), *parts[index + 1 :]])
        for index in range(len(parts)):
            yield "term-lost", total([*parts[:index], *parts[index + 1 :]])


def _first(u: Term) -> Term:
    sign, term = summands(u)[0]
    return term if sign > 0 else negative(term)


def _rest(u: Term) -> Term:
    return total(summands(u)[1:])


def _negative(v: Term) -> Iterator[tuple[str, Term]]:
    if len(summands(v)) > 1:
        yield "sign-in-bracket", App("+", (negative(_first(v)), _rest(v)))
    yield "sign-lost", v
