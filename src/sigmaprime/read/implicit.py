"""What `derive` reads besides a term: `dy/dx from x^2 + y^2 = 25`, and `grad(x^2*y)` for all partial derivatives.

On a curve F(x, y) = 0 the slope is dy/dx = −F_x/F_y where F_y is not 0 (implicit function theorem), so that is
what is derived, F being the difference of the two sides.
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
_FROM: Final = re.compile(r"\s*d(?P<y>[A-Za-z])\s*/\s*d(?P<x>[A-Za-z])(?:\s*=(?P<target>.+?))?\s+from\s")
_GRADIENT: Final = re.compile(r"\s*(?:grad|gradient)\s*\(")


def is_implicit(text: str) -> bool:
    return _FROM.match(text) is not None


def read_implicit(text: str, names: Scope) -> tuple[Term, Term | None, str]:
    """−F_x/F_y for the equation, the form in which it is to end if that is said, and the route."""
    from sigmaprime.read.text import Reader, read_term

    found = _FROM.match(text)
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
    slopes = (App("D", (App("fn", (v, whole)), v)) for v in (x, y))
    target = found["target"]
    end = None if target is None else read_term(" " * found.start("target") + target, names)
    return App("neg", (App("/", tuple(slopes)),)), end, IMPLICIT


def gradient(reader: Reader) -> Term | None:
    """grad(u), if that is what stands here."""
    if _GRADIENT.match(reader.text) is None or reader.here().text not in ("grad", "gradient"):
        return None
    opening = reader.here(1)
    reader.at += 2
    with reader.inside():
        body = reader.expression()
        reader.close(opening, ")")
    if not free(body):
        raise reader.wrong("this is a function of no variable", "write a function of some, as grad(x^2*y)", opening)
    return App("grad", (body,))
