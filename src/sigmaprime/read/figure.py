"""`plot` and `table` lines: what is drawn or tabulated, where, and what is said of it.

`plot s, s' on [-6, 6] with points (0, 1/2), shaded between 0 and s, caption "Height and slope."`,
`plot f on [-4, 4] with k = 1, 2, 4`, `table s(x), s'(x) at x = -2, 0, 2 to 4 digits, caption "Some values."`
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Final, TypeVar

from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.read.region import region
from sigmaprime.read.scope import Scope
from sigmaprime.read.subject import subject
from sigmaprime.read.syntax import NotUnderstood, Place, Plot, Setting, Shaded, Table
from sigmaprime.read.text import Reader

T = TypeVar("T")
_CAPTION: Final = re.compile(r",?\s*\bcaption\s+([\"“„])([^\"“”„]*)[\"“”]", re.DOTALL)
_CLAUSES: Final = frozenset(("on", "with", "shaded", "to", ""))
MOST_CURVES, MOST_POINTS, MOST_CELLS, MOST_DIGITS = 8, 24, 200, 50


def read_plot(text: str, said: str, names: Scope, place: Place) -> Plot:
    """A `plot` line; the word itself has been replaced by blanks."""
    text, caption = _without_caption(text)
    reader = Reader(text, names)
    functions = _separated(reader, lambda: subject(reader))
    ends: tuple[Term, Term] = App("neg", (Num(6),)), Num(6)
    points: tuple[tuple[Term, Term], ...] = ()
    shaded: list[Shaded] = []
    settings: tuple[Setting, ...] = ((),)
    while reader.here().kind != "end":
        reader.skip(",")
        if reader.skip("on"):
            ends = _closed_interval(reader)
        elif reader.skip("with", "points") or reader.skip("with", "point"):
            points += _separated(reader, lambda: _point(reader), before="(")
        elif reader.skip("with"):
            settings = _settings(reader)
        elif reader.skip("shaded"):
            shaded.append(_shaded(reader))
        else:
            remedy = 'after the interval stand: with points (0, 1), shaded between f and g, with k = 2, caption "…"'
            raise reader.wrong(f"{reader.here().text} is not understood here", remedy)
    if len(functions) * len(settings) > MOST_CURVES or len(points) > MOST_POINTS:
        message = f"more than {MOST_CURVES} curves or {MOST_POINTS} points in one picture"
        raise NotUnderstood(message, text=text, remedy="draw several")
    return Plot(functions, *ends, said, place, points, tuple(shaded), settings, caption)


def read_table(text: str, said: str, names: Scope, place: Place) -> Table:
    """A `table` line; the word itself has been replaced by blanks."""
    text, caption = _without_caption(text)
    reader = Reader(text, names)
    functions = _separated(reader, lambda: subject(reader))
    reader.expect("at", "write table s(x) at x = -1, 0, 1")
    start = reader.here()
    variable = Var(reader.variable("the variable"))
    reader.expect("=", f"write at {variable.name} = -1, 0, 1")
    places = _separated(reader, reader.expression)
    if others := sorted(frozenset[str]().union(*map(free, places)) - set(names.parameters)):
        raise reader.wrong(f"{others[0]} has no value", "a table stands at numbers", start)
    digits, decimals = 4, False
    settings: tuple[Setting, ...] = ((),)
    while reader.here().kind != "end":
        reader.skip(",")
        if reader.skip("to"):
            digits, decimals = _accuracy(reader)
        elif reader.skip("with"):
            settings = _settings(reader)
        else:
            remedy = 'after the places stand: to 4 digits, to 4 decimals, with k = 2, caption "…"'
            raise reader.wrong(f"{reader.here().text} is not understood here", remedy)
    if len(functions) * len(places) > MOST_CELLS:
        raise NotUnderstood(f"a table of more than {MOST_CELLS} values", text=text, remedy="write several")
    if len(settings) > 1:
        raise reader.wrong("a table holds for one value of each parameter", "write several tables", start)
    columns = tuple(_in(variable, function, reader) for function in functions)
    return Table(columns, places, digits, decimals, settings[0], caption, said, place)


def _without_caption(text: str) -> tuple[str, str]:
    """The text with blanks where the caption stands, and what it says."""
    found = _CAPTION.search(text)
    if found is None:
        return text, ""
    blank = re.sub(r"[^\n]", " ", found[0])
    return text[: found.start()] + blank + text[found.end() :], " ".join(found[2].split())


def _separated(reader: Reader, read: Callable[[], T], before: str = "") -> tuple[T, ...]:
    """What `read` finds, with commas between; a comma before a clause belongs to the clause."""
    found = [read()]
    while reader.says(",") and reader.here(1).text not in _CLAUSES and (not before or reader.here(1).text == before):
        reader.at += 1
        found.append(read())
    return tuple(found)


def _closed_interval(reader: Reader) -> tuple[Term, Term]:
    where = region(reader)
    if not isinstance(where, App) or where.head != "[]":
        raise reader.wrong("a plot is made on a closed interval", "write on [-6, 6]")
    return where.args[0], where.args[1]


def _point(reader: Reader) -> tuple[Term, Term]:
    reader.expect("(", "write a point as (0, 1/2)")
    with reader.inside():
        x = reader.expression()
        reader.expect(",", "a point has two coordinates: (0, 1/2)")
        y = reader.expression()
    reader.expect(")", "close the point with )")
    return x, y


def _shaded(reader: Reader) -> Shaded:
    reader.expect("between", "write shaded between f and g")
    first = subject(reader)
    reader.expect("and", "write shaded between f and g")
    second = subject(reader)
    return Shaded(first, second, _closed_interval(reader) if reader.skip("on") else None)


def _settings(reader: Reader) -> tuple[Setting, ...]:
    """`k = 1, 2, x0 = 0`: every choice of one value for each parameter."""
    values: dict[str, list[Term]] = {}
    while True:
        token = reader.here()
        if token.text not in reader.scope.parameters:
            remedy = "write with k = 2 for a parameter that a let line declares"
            raise reader.wrong(f"a parameter was expected{reader.instead()}", remedy)
        if token.text in values:
            raise reader.wrong(f"{token.text} has its values already", "write them together: k = 1, 2")
        reader.at += 1
        reader.expect("=", f"write with {token.text} = 2")
        values[token.text] = [_value(reader)]
        while reader.says(",") and reader.here(1).text not in _CLAUSES and reader.here(2).text != "=":
            reader.at += 1
            values[token.text].append(_value(reader))
        if not (reader.says(",") and reader.here(2).text == "="):
            break
        reader.at += 1
    choices = product(*([(name, value) for value in found] for name, found in values.items()))
    return tuple(choices)


def _value(reader: Reader) -> Term:
    token = reader.here()
    value = reader.expression()
    if free(value):
        raise reader.wrong(f"{min(free(value))} has no value", "write a number", token)
    return value


def _accuracy(reader: Reader) -> tuple[int, bool]:
    """How many digits, and whether they are counted from the point on."""
    token = reader.here()
    if not token.text.isdigit() or not 1 <= int(token.text) <= MOST_DIGITS:
        raise reader.wrong(f"a number of digits from 1 to {MOST_DIGITS} was expected", "write to 4 digits")
    reader.at += 1
    decimals = reader.here().text.startswith("decimal")
    if not decimals and reader.here().text not in ("digits", "digit"):
        raise reader.wrong(f"digits or decimals was expected{reader.instead()}", "write to 4 digits")
    reader.at += 1
    reader.skip("places")
    return int(token.text), decimals


def _in(variable: Var, function: App, reader: Reader) -> Term:
    """`function` as one of `variable`: f may be declared as f(t) and tabulated at x = 1, 2."""
    x, body = function.args
    match body:
        case App(head, (argument,)) if argument is x:
            return App("fn", (variable, App(head, (variable,))))
    if x is not variable and isinstance(x, Var) and x.name in free(body):
        raise reader.wrong(f"{x.name} has no value", f"let the table run over it: at {x.name} = …")
    return App("fn", (variable, body))
