"""The operators of calculus in text: diff, int, lim, sum, prod, d/dx, and the places that a limit goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.read.tokens import HIGHEST_ORDER, PRODUCT, Token

if TYPE_CHECKING:
    from sigmaprime.read.text import Reader

_FORMS = {
    "diff": "diff(u, x) or diff(u, x, n)",
    "int": "int(u, x) or int(u, x, a, b)",
    "lim": "lim(u, x, a)",
    "sum": "sum(u, i, a, b)",
    "prod": "prod(u, i, a, b)",
    "D": "D(u, x, a)",
}


def called(reader: Reader, token: Token) -> Term:
    """diff(u, x, n), int(u, x, a, b), lim(u, x, a+), sum(u, i, a, b), prod(u, i, a, b), D(u, x, a)."""
    form = _FORMS[token.text]
    opening = reader.here()
    reader.at += 1
    with reader.inside(*_bound_ahead(reader)):
        body = reader.expression()
    with reader.inside():
        reader.expect(",", f"write {form}")
        variable = Var(reader.variable("the variable"))
        function = App("fn", (variable, body))
        term = _finished(reader, token.text, function, form)
        reader.close(opening, ")")
    return term


def _bound_ahead(reader: Reader) -> tuple[str, ...]:
    """The variable that stands after the first comma of the call: the body, which comes before, is read with it."""
    level = 0
    for index in range(reader.at, len(reader.tokens) - 1):
        token = reader.tokens[index]
        level += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if level < 0:
            return ()
        if token.text == "," and not level:
            after = reader.tokens[index + 1]
            return (after.text,) if after.kind == "name" else ()
    return ()


def _finished(reader: Reader, operator: str, function: App, form: str) -> Term:
    """What follows the variable, and the whole term."""
    variable = function.args[0]
    match operator:
        case "diff":
            order = 1
            if reader.skip(","):
                order = reader.whole("the order of a derivative", 1, HIGHEST_ORDER)
            return nested(variable, function.args[1], order)
        case "lim":
            reader.expect(",", f"write {form}")
            return App("lim", (function, place(reader)))
        case "D":
            reader.expect(",", f"write {form}")
            return App("D", (function, reader.expression()))
        case "int" if not reader.says(","):
            return App("int", (function,))
    reader.expect(",", f"write {form}")
    low = reader.expression()
    reader.expect(",", f"write {form}")
    return App(operator, (function, low, reader.expression()))


def nested(variable: Term, body: Term, order: int) -> Term:
    """The derivative of that order of `body` by `variable`, at `variable`."""
    for _ in range(order):
        body = App("D", (App("fn", (variable, body)), variable))
    return body


def derivative(reader: Reader, token: Token) -> Term:
    """d/dx u, d^2/dx^2 u: of the whole product or quotient that follows."""
    order, name = token.text.split()
    return of_what_follows(reader, name, int(order))


def of_what_follows(reader: Reader, name: str, order: int) -> Term:
    """The derivative by `name` of the next product or quotient, brackets or not: d/dx (x + 1)/x is of (x + 1)/x."""
    if not 1 <= order <= HIGHEST_ORDER:
        raise reader.wrong(f"derivatives of order 1 to {HIGHEST_ORDER} are read")
    with reader.bind(name):
        body = reader.expression(PRODUCT)
    return nested(Var(name), body, order)


def place(reader: Reader) -> Term:
    """Where a limit goes: a, a+, a-, oo, -oo."""
    with reader.inside():
        reader.one_sided = True
        where = reader.expression()
    if reader.says("^", "{") and reader.here(3).text == "}":
        side = reader.here(2).text
        reader.at += 4
    elif reader.says("+") or reader.says("-"):
        side = reader.here().text
        reader.at += 1
    else:
        return where
    return App("from_above" if side == "+" else "from_below", (where,))
