"""The operators of calculus in text: diff, int, lim, sum, prod, d/dx, and the places that a limit goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free
from sigmaprime.read import vector
from sigmaprime.read.tokens import HIGHEST_ORDER, MOST_NESTED, PRODUCT, Token

if TYPE_CHECKING:
    from sigmaprime.read.text import Reader

_FORMS = {
    "diff": "diff(u, x) or diff(u, x, n)",
    "int": "int(u, x) or int(u, x, a, b)",
    "lim": "lim(u, x, a)",
    "sum": "sum(u, i, a, b)",
    "prod": "prod(u, i, a, b)",
    "D": "D(u, x, a) or D(u, x, a, n)",
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
        if token.text == "diff" and vector.vector_named(reader.scope, reader.here().text):
            reader.at += 1
            slope = vector.partial(reader.scope, body, vector.by_component(reader, reader.here(-1)))
            reader.close(opening, ")")
            return slope
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
            return (after.text,) if after.kind == "name" and not vector.vector_named(reader.scope, after.text) else ()
    return ()


def _finished(reader: Reader, operator: str, function: App, form: str) -> Term:
    """What follows the variable, and the whole term."""
    variable = function.args[0]
    match operator:
        case "diff":
            return of_order(reader, function, variable) if reader.skip(",") else nested(variable, function.args[1], 1)
        case "lim":
            reader.expect(",", f"write {form}")
            return App("lim", (function, place(reader)))
        case "D":
            reader.expect(",", f"write {form}")
            at = reader.expression()
            return of_order(reader, function, at) if reader.skip(",") else App("D", (function, at))
        case "int" if not reader.says(","):
            return App("int", (function,))
    reader.expect(",", f"write {form}")
    low = reader.expression()
    reader.expect(",", f"write {form}")
    return App(operator, (function, low, reader.expression()))


def of_order(reader: Reader, function: App, at: Term) -> Term:
    """The derivative of the order that stands here, a number or a letter, of a function at a place."""
    start = reader.here()
    order = reader.expression()
    x, body = _function(function)
    if x.name in free(order):
        remedy = "write a number or another letter"
        raise reader.wrong(f"the order of the derivative depends on {x.name}", remedy, start)
    if free(order):
        return App("nth", (function, order, at))
    known = as_number(order)
    if known is None or known.denominator != 1 or not 1 <= known <= HIGHEST_ORDER:
        message = f"the order of a derivative is a letter or a whole number from 1 to {HIGHEST_ORDER}"
        raise reader.wrong(message, "write diff(u, x, 2) or diff(u, x, n)", start)
    if known > MOST_NESTED:
        return App("nth", (function, order, at))
    inner = nested(x, body, int(known) - 1)
    return App("D", (App("fn", (x, inner)), at))


def _function(function: App) -> tuple[Var, Term]:
    match function.args:
        case (Var() as x, body):
            return x, body
    raise TypeError(function)


def nested(variable: Term, body: Term, order: int) -> Term:
    """The derivative of that order of `body` by `variable`, at `variable`."""
    if order > MOST_NESTED:
        return App("nth", (App("fn", (variable, body)), Num(order), variable))
    for _ in range(order):
        body = App("D", (App("fn", (variable, body)), variable))
    return body


def derivative(reader: Reader, token: Token) -> Term:
    """d/dx u, d^2/dx^2 u: of the whole product or quotient that follows."""
    order, name = token.text.split()
    return of_what_follows(reader, name, order)


def of_what_follows(reader: Reader, name: str, order: str) -> Term:
    """The derivative by `name` of the next product or quotient, brackets or not: d/dx (x + 1)/x is of (x + 1)/x."""
    if order.isdecimal() and not 1 <= int(order) <= HIGHEST_ORDER:
        raise reader.wrong(f"derivatives of order 1 to {HIGHEST_ORDER} are read")
    if vector.vector_named(reader.scope, name):
        at = vector.by_component(reader, Token("name", name, reader.here(-1).at))
        slope: Term = reader.expression(PRODUCT)
        for _ in range(int(order) if order.isdecimal() else 1):
            slope = vector.partial(reader.scope, slope, at)
        return slope
    with reader.bind(name):
        body = reader.expression(PRODUCT)
    return numbered(Var(name), body, order)


def numbered(variable: Var, body: Term, order: str) -> Term:
    """The derivative of an order that is written as a number or as a letter."""
    if order.isdecimal():
        return nested(variable, body, int(order))
    return App("nth", (App("fn", (variable, body)), Var(order), variable))


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
