"""Numbers in their simplest form: the values of functions at the points where one knows them by heart."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, as_number, free, number
from sigmaprime.search.integrals.product import ONE, Product, collected, product, summands, total, written
from sigmaprime.search.integrals.simplify import simplified

PI: Final = App("pi", ())
HALF_ROOT: Final[Mapping[int, Term]] = {n: App("/", (App("sqrt", (Num(n),)), Num(2))) for n in (2, 3)}
# sin(k·π/12) for the k at which it is simple
SINES: Final[Mapping[int, Term]] = {0: Num(0), 2: Num(Fraction(1, 2)), 3: HALF_ROOT[2], 4: HALF_ROOT[3], 6: Num(1)}
TANGENTS: Final[Mapping[Term, Fraction]] = {
    Num(0): Fraction(0),
    Num(1): Fraction(1, 4),
    App("sqrt", (Num(3),)): Fraction(1, 3),
    App("/", (Num(1), App("sqrt", (Num(3),)))): Fraction(1, 6),
    App("/", (App("sqrt", (Num(3),)), Num(3))): Fraction(1, 6),
}  # fmt: skip
ARCSINES: Final[Mapping[Term, Fraction]] = {
    Num(0): Fraction(0), Num(Fraction(1, 2)): Fraction(1, 6), HALF_ROOT[2]: Fraction(1, 4),
    HALF_ROOT[3]: Fraction(1, 3), Num(1): Fraction(1, 2),
}  # fmt: skip
AT_ZERO: Final = {"sinh": 0, "cosh": 1, "tanh": 0, "asinh": 0, "erf": 0, "atanh": 0, "sech": 1}


def simple_value(term: Term) -> Term:
    """The term with its known values put in; only a proposal, to be proved."""
    return _merged(simplified(_valued(term)))


def _valued(term: Term) -> Term:
    if not isinstance(term, App):
        return term
    args = tuple(map(_valued, term.args)) if term.head != "fn" else term.args
    here = App(term.head, args)
    if term.head in ("+", "-", "*", "/", "^", "neg", "sqrt"):
        return simplified(here) if _is_safe(here) else here
    if len(args) == 1:
        return _function(term.head, simplified(args[0]))
    return here


def _is_safe(term: App) -> bool:
    """No division by what is 0."""
    return not (term.head == "/" and as_number(simplified(term.args[1])) == 0)


def _function(head: str, u: Term) -> Term:
    value = as_number(u)
    match head:
        case "exp" if value == 0:
            return Num(1)
        case "exp":
            return _exponential(u)
        case "ln" if value == 1:
            return Num(0)
        case "ln" if isinstance(u, App) and u.head == "exp":
            return u.args[0]
        case "ln" if value is not None and value > 0 and value.numerator == 1:
            return App("neg", (App("ln", (Num(value.denominator),)),))
        case "abs" if value is not None:
            return number(abs(value))
        case "atan":
            return _inverse(TANGENTS, u, head)
        case "asin":
            return _inverse(ARCSINES, u, head)
        case "acos" if (found := _inverse(ARCSINES, u, "asin")) and not (
            isinstance(found, App) and found.head == "asin"
        ):
            return simplified(App("-", (App("/", (PI, Num(2))), found)))
        case "sin" | "cos" | "tan" | "sec" | "csc" | "cot":
            return _wave(head, u)
    if value == 0 and head in AT_ZERO:
        return Num(AT_ZERO[head])
    return App(head, (u,))


def _exponential(u: Term) -> Term:
    """e^(3 ln 2) as 8."""
    match product(u):
        case Product(n, ((App("ln", (v,)), e),)) if e == 1 and n.denominator == 1:
            return (
                simplified(App("^", (v, number(n))))
                if n > 0
                else simplified(App("/", (Num(1), App("^", (v, Num(-n))))))
            )
    return App("exp", (u,))


def _inverse(table: Mapping[Term, Fraction], u: Term, head: str) -> Term:
    negative = product(u).number < 0 and len(summands(u)) == 1
    size = simplified(App("neg", (u,))) if negative else u
    share = table.get(size)
    if share is None:
        return App(head, (u,))
    return total((Product(-share if negative else share, ((PI, ONE),)),)) if share else Num(0)


def _wave(head: str, u: Term) -> Term:
    p = product(u)
    if as_number(u) == 0:
        twelfths = Fraction(0)
    elif len(summands(u)) == 1 and p.factors == ((PI, ONE),):
        twelfths = p.number * 12
    else:
        return App(head, (u,))
    if twelfths.denominator != 1:
        return App(head, (u,))
    sine, cosine = _sine(int(twelfths)), _sine(int(twelfths) + 6)
    if sine is None or cosine is None:
        return App(head, (u,))
    table = {"sin": (sine, Num(1)), "cos": (cosine, Num(1)), "tan": (sine, cosine), "sec": (Num(1), cosine),
             "csc": (Num(1), sine), "cot": (cosine, sine)}  # fmt: skip
    top, below = table[head]
    return App(head, (u,)) if below is Num(0) else simplified(App("/", (top, below)))


def _sine(k: int) -> Term | None:
    k %= 24
    sign = 1 if k <= 12 else -1
    k = k if k <= 12 else k - 12
    found = SINES.get(min(k, 12 - k))
    return found if found is None or sign > 0 or found is Num(0) else App("neg", (found,))


def _merged(term: Term) -> Term:
    """ln 3/2 − ln 2/2 stays; 2·ln 2 + ln 2 is 3·ln 2."""
    parts = collected(summands(term))
    return total(sorted(parts, key=lambda p: (p.number < 0, bool(free(written_of(p))))))


def written_of(p: Product) -> Term:

    return written(p)
