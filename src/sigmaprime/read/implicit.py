r"""What `derive` reads besides a term: `dy/dx from x^2 + y^2 = 25`, `d2y/dx2 from …`, `grad(x^2*y)`, `hessian(x^2*y)`.

On a curve F(x, y) = 0 the slope is dy/dx = −F_x/F_y where F_y is not 0 (implicit function theorem), so that is
what is derived, F being the difference of the two sides. Once more by the chain rule, y″ is
−(F_xx·F_y² − 2·F_xy·F_x·F_y + F_yy·F_x²)/F_y³. In LaTeX these are `\frac{dy}{dx}` and `\frac{d^2y}{dx^2}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood

if TYPE_CHECKING:
    from sigmaprime.read.text import Reader

IMPLICIT: Final = "implicit"
SECOND: Final = "implicit, second order"
_D: Final = r"(?:\\mathrm\s*\{\s*d\s*\}|d)\s*"
_TWICE: Final = r"(?P<twice>\^\s*(?:2|\{\s*2\s*\})|2)?\s*"
_AGAIN: Final = r"(?(twice)\s*(?:\^\s*(?:2|\{\s*2\s*\})|2))"
_PLAIN: Final = rf"d{_TWICE}(?P<y>[A-Za-z])\s*/\s*d(?P<x>[A-Za-z]){_AGAIN}"
_LATEX: Final = (
    rf"\$?\\[td]?frac\s*\{{\s*{_D}{_TWICE}(?P<y>[A-Za-z])\s*\}}\s*\{{\s*{_D}(?P<x>[A-Za-z]){_AGAIN}\s*\}}\$?"
)
_FROM: Final = tuple(re.compile(rf"\s*{form}(?:\s*=(?P<target>.+?))?\s+from\s") for form in (_PLAIN, _LATEX))
_WHOLE: Final = {"grad": "grad", "gradient": "grad", "hessian": "hessian", "Hessian": "hessian"}


def is_implicit(text: str) -> bool:
    return _found(text) is not None


def _found(text: str) -> re.Match[str] | None:
    return next((found for form in _FROM if (found := form.match(text)) is not None), None)


def read_implicit(text: str, names: Scope) -> tuple[Term, Term | None, str]:
    """−F_x/F_y for the equation, the form in which it is to end if that is said, and the route."""
    from sigmaprime.read.text import Reader, read_term

    found = _found(text)
    if found is None:
        raise NotUnderstood("dy/dx from an equation was expected", text=text)
    reader = Reader(" " * found.end() + text[found.end() :], names)
    left = reader.expression()
    reader.expect("=", "write the equation of the curve, as in dy/dx from x^2 + y^2 = 1")
    right = reader.expression()
    reader.finish()
    whole = left if right is Num(0) else App("-", (left, right))
    x, y = Var(found["x"]), Var(found["y"])
    for variable in (x, y):
        if variable.name not in free(whole):
            raise NotUnderstood(
                f"{variable.name} does not occur in the equation", text=text, offset=found.start("x"),
                remedy="write an equation in both variables, as in dy/dx from x^2 + y^2 = 1",
            )  # fmt: skip
    target = found["target"]
    end = None if target is None else read_term(" " * found.start("target") + target, names)
    if found["twice"]:
        return _curving(whole, x, y), end, SECOND
    return App("neg", (App("/", (_d(whole, x), _d(whole, y))),)), end, IMPLICIT


def _d(u: Term, v: Var) -> Term:
    return App("D", (App("fn", (v, u)), v))


def _curving(whole: Term, x: Var, y: Var) -> Term:
    """−(F_xx·F_y² − 2·F_xy·F_x·F_y + F_yy·F_x²)/F_y³"""
    two, three = Num(2), Num(3)
    first, second = _d(whole, x), _d(whole, y)
    mixed = App("*", (App("*", (App("*", (two, _d(first, y))), first)), second))
    outer = (App("*", (_d(first, x), App("^", (second, two)))), App("*", (_d(second, y), App("^", (first, two)))))
    top = App("+", (App("-", (outer[0], mixed)), outer[1]))
    return App("neg", (App("/", (top, App("^", (second, three)))),))


def gradient(reader: Reader) -> Term | None:
    """grad(u) or hessian(u), if that is what stands here."""
    head = _WHOLE.get(reader.here().text)
    if head is None or reader.here(1).text != "(":
        return None
    opening = reader.here(1)
    reader.at += 2
    with reader.inside():
        body = reader.expression()
        reader.close(opening, ")")
    if not free(body):
        raise reader.wrong("this is a function of no variable", "write a function of some, as grad(x^2*y)", opening)
    return App(head, (body,))
