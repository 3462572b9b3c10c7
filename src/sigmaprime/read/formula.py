"""The commands of LaTeX that carry structure: fractions and d/dx, roots, limits, integrals, sums and products."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.read import calculus
from sigmaprime.read.row import fraction
from sigmaprime.read.scope import is_variable, signature
from sigmaprime.read.tokens import HIGHEST_ORDER, PRODUCT, Token

if TYPE_CHECKING:
    from sigmaprime.read.text import Reader


def command(reader: Reader, token: Token) -> Term:
    """The term that begins with the command just read."""
    match token.text:
        case "frac":
            return _fraction(reader, token)
        case "sqrt":
            return _root(reader)
        case "lim":
            return _limit(reader)
        case "int":
            return _integral(reader, token)
        case "sum" | "prod":
            return _series(reader, token)
    remedy = f"write \\{token.text}_{{x\\in\\mathbb{{R}}}} f(x) = … as a claim of its own"
    raise reader.wrong(f"\\{token.text} is not understood inside a formula", remedy, token)


def _group(reader: Reader) -> Term:
    reader.expect("{", "write the argument in braces")
    inner = reader.expression()
    reader.expect("}", "close the braces")
    return inner


def _root(reader: Reader) -> Term:
    degree = reader.whole("the degree of a root", 2, 1000) if reader.here().kind == "number" else 2
    inner = _group(reader)
    match degree:
        case 2:
            return App("sqrt", (inner,))
        case 3:
            return App("cbrt", (inner,))
    return App("root", (inner, Num(degree)))


def _fraction(reader: Reader, token: Token) -> Term:
    """A quotient, a number such as 1/4, or the derivative d/dx."""
    if order := _leibniz(reader):
        return _derivative(reader, token, order)
    reader.expect("{", "write the numerator in braces")
    start = reader.at
    if at_differential(reader) and reader.here(2).text == "}":
        above: Term = Num(1)
    else:
        above = reader.expression()
    if at_differential(reader):
        reader.differential = reader.here(1).text
        reader.at += 2
    between = reader.at
    reader.expect("}", "close the numerator")
    reader.expect("{", "write the denominator in braces")
    second = reader.at
    below = reader.expression()
    whole = between - start == 1 and reader.at - second == 1
    reader.expect("}", "close the denominator")
    number = fraction(reader.tokens[start].text, reader.tokens[second].text) if whole else None
    return number or App("/", (above, below))


def _leibniz(reader: Reader) -> str:
    """The order n, a number or a letter, if `{d^n …}{dx^n}` follows; else nothing."""
    if not reader.says("{", "d") or is_variable(reader.scope, "d"):
        return ""
    powered = (
        reader.says("{", "d", "^", "{") and reader.here(4).kind in ("number", "name") and reader.here(5).text == "}"
    )
    order = reader.here(4).text if powered else "1"
    ahead, level = 0, 0
    while reader.here(ahead).kind != "end":
        level += (reader.here(ahead).text == "{") - (reader.here(ahead).text == "}")
        ahead += 1
        if not level:
            break
    below = [reader.here(ahead + step).text for step in range(4)]
    opens = below[:2] == ["{", "d"] and reader.here(ahead + 2).kind == "name"
    closes = below[3] == "}" if not powered else below[3] == "^"
    return order if opens and closes and (order.isdecimal() or order.isalpha()) else ""


def _derivative(reader: Reader, token: Token, order: str) -> Term:
    r"""\frac{d}{dx} u, \frac{d^2}{dx^2} u, \frac{d\sigma}{dx}, \frac{d f(x)}{dx}."""
    reader.at += 6 if reader.says("{", "d", "^") else 2
    start = reader.at
    level = 1
    while level:
        level += (reader.here().text == "{") - (reader.here().text == "}")
        reader.at += 1
    end = reader.at
    reader.at += 2
    name = reader.variable("the variable of d/dx")
    if reader.skip("^", "{"):
        if reader.here().text != order:
            raise reader.wrong("the orders of d above and below differ", "write \\frac{d^2}{dx^2}", token)
        if order.isdecimal():
            reader.whole("the order of d/dx", 1, HIGHEST_ORDER)
        else:
            reader.at += 1
        reader.expect("}", "close the order")
    reader.expect("}", "close the denominator")
    if end == start + 1:
        return calculus.of_what_follows(reader, name, order)
    after, reader.at = reader.at, start
    upper = reader.here()
    found = signature(reader.scope, upper.text)
    if end == start + 2 and found and len(found.parameters) == 1:
        body: Term = App(found.head, (Var(name),))
    elif end == start + 2 and upper.kind == "name" and upper.text != name:
        remedy = f"declare it as a function: let {upper.text}({name}) = …"
        raise reader.wrong(f"{upper.text} is not declared as a function of {name}", remedy, upper)
    else:
        with reader.inside(name):
            body = reader.expression()
        reader.expect("}", "close the numerator")
    reader.at = after
    if reader.says("(", name, ")") and found:
        reader.at += 3
    return calculus.numbered(Var(name), body, order)


def at_differential(reader: Reader) -> bool:
    """Whether `dx` stands here and an integral waits for it."""
    return reader.integrals > 0 and reader.says("d") and reader.here(1).kind == "name"


def _integral(reader: Reader, token: Token) -> Term:
    low = high = None
    while reader.says("_") or reader.says("^"):
        lower = reader.here().text == "_"
        reader.at += 1
        with reader.inside():
            bound = _group(reader)
        low, high = (bound, high) if lower else (low, bound)
    if (low is None) != (high is None):
        raise reader.wrong("an integral has both bounds or none", "write \\int_a^b", token)
    saved, reader.differential = reader.differential, None
    reader.integrals += 1
    with reader.inside():
        body: Term = Num(1) if at_differential(reader) else reader.expression()
    if reader.differential is None:
        if not at_differential(reader):
            raise reader.wrong("the integral has no dx", "end it with \\,dx")
        reader.differential = reader.here(1).text
        reader.at += 2
    reader.integrals -= 1
    function = App("fn", (Var(reader.differential), body))
    reader.differential = saved
    return App("int", (function, low, high) if low is not None and high is not None else (function,))


def evaluated(reader: Reader, token: Token) -> Term:
    r"""`\left. \frac{d}{dx} u \right|_{x=2}`: the derivative at another point than x."""
    with reader.inside():
        inner = reader.expression()
    for text in ("right|", "_", "{"):
        reader.expect(text, "write \\left. … \\right|_{x=a}")
    name = reader.variable("the variable")
    reader.expect("=", "write x=a below the bar")
    point = reader.expression()
    reader.expect("}", "close the index of the bar")
    match inner:
        case App("D", (App("fn", (Var(bound), _)) as function, Var(at))) if bound == at == name:
            return App("D", (function, point))
    raise reader.wrong("only a derivative is read before such a bar", "put the value in yourself", token)


def between(reader: Reader, inner: Term, token: Token) -> Term:
    r"""`\left[ F(x) \right]_a^b`: F(b) - F(a), for an F of one variable."""
    ends = []
    for sign in ("_", "^"):
        reader.expect(sign, "write [F(x)]_a^b")
        reader.expect("{", "write [F(x)]_{a}^{b}")
        ends.append(reader.expression())
        reader.expect("}", "close the bound")
    letters = sorted(free(inner) - set(reader.scope.parameters))
    if len(letters) != 1:
        raise reader.wrong("what stands in these brackets has not one variable", "put the bounds in yourself", token)
    low, high = (substitute(inner, {letters[0]: end}) for end in ends)
    return App("-", (high, low))


def _limit(reader: Reader) -> Term:
    reader.expect("_", "write \\lim_{x\\to a}")
    reader.expect("{", "write \\lim_{x\\to a}")
    name = reader.variable("the variable of the limit")
    reader.expect("->", "write \\lim_{x\\to a}")
    where = calculus.place(reader)
    reader.expect("}", "close the index of \\lim")
    with reader.bind(name):
        body = reader.expression(PRODUCT)
    return App("lim", (App("fn", (Var(name), body)), where))


def _series(reader: Reader, token: Token) -> Term:
    form = f"write \\{token.text}_{{i=1}}^{{n}}"
    reader.expect("_", form)
    reader.expect("{", form)
    name = reader.variable("the index")
    reader.expect("=", form)
    low = reader.expression()
    reader.expect("}", "close the lower bound")
    reader.expect("^", form)
    high = _group(reader)
    with reader.bind(name):
        body = reader.expression(PRODUCT)
    return App(token.text, (App("fn", (Var(name), body)), low, high))
