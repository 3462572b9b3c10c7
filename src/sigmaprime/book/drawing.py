"""Which functions a `plot` line draws, under which names, and which points are marked on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import product
from typing import Final

from sigmaprime.book.entry import Drawn
from sigmaprime.book.markup import parsed_caption
from sigmaprime.kernel.term import App, Term, Var, free, substitute
from sigmaprime.notation.line import language
from sigmaprime.read.parameters import brought_to_light
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood, Plot, Setting, Shaded
from sigmaprime.write.plots import Curves, Dot, Shade, available, marks

_POWER: Final = re.compile(r"\^(\d+)(?![\d.])")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROOT: Final = re.compile(r"sqrt\((\w+)\)")


def drawn(plot: Plot, scope: Scope, proved: Iterable[Term], name: str, number: int) -> Drawn:
    """`proved` are the claims of the page; those about the drawn functions give the marks."""
    if not available():
        raise NotUnderstood(
            "a page has a plot, and Matplotlib is not installed", remedy="install it: pip install 'sigmaprime[plots]'"
        )
    named = {
        settled(function, scope, setting): _named(function, setting, plot.settings)
        for setting, function in product(plot.settings, plot.functions)
    }
    first = plot.settings[0]

    def fixed(term: Term) -> Term:
        return settled(term, scope, first)

    dots = tuple(Dot(fixed(x), fixed(y), f"({label(x)}, {label(y)})") for x, y in plot.points)
    shades = tuple(_shade(shaded, plot, fixed) for shaded in plot.shaded)
    found = marks(named, proved, label)
    curves = Curves(tuple(named), tuple(named.values()), fixed(plot.low), fixed(plot.high), found, (), dots, shades)
    caption = parsed_caption(plot.caption, plot.place.line)
    return Drawn(name, number, plot, curves, scope, caption)


def _shade(shaded: Shaded, plot: Plot, fixed: Callable[[Term], Term]) -> Shade:
    low, high = map(fixed, shaded.ends or (plot.low, plot.high))
    told = f"between {label(_body(shaded.first))} and {label(_body(shaded.second))}"
    return Shade(fixed(shaded.first), fixed(shaded.second), low, high, told)


def settled(term: Term, scope: Scope, setting: Setting) -> Term:
    """`term` with the values of the parameters put in; every parameter must have one."""
    values = dict(setting)
    if not scope.parameters:
        return term
    shown = brought_to_light(term, scope)
    if not free(shown) & set(scope.parameters):
        return term
    if missing := sorted((free(shown) & set(scope.parameters)) - values.keys()):
        remedy = f"give it one: with {missing[0]} = 1"
        raise NotUnderstood(f"the parameter {missing[0]} has no value here", remedy=remedy)
    return substitute(shown, values)


def label(term: Term) -> str:
    """A term in the one line that fits beside a mark: ln(2 + √3), s′(x)."""
    text = _POWER.sub(lambda found: found[1].translate(_RAISED), _ROOT.sub(r"√\1", language(term)))
    return text.replace("'''", "‴").replace("''", "″").replace("'", "′").replace("-", "−").replace("*", "·")


def _named(function: Term, setting: Setting, settings: tuple[Setting, ...]) -> str:
    """The name of a curve, with the values that tell it apart from the others."""
    told = [
        f"{name} = {label(value)}"
        for name, value in setting
        if any(dict(other)[name] != value for other in settings)
    ]  # fmt: skip
    return f"{label(_body(function))}{', ' if told else ''}{', '.join(told)}"


def _body(function: Term) -> Term:
    match function:
        case App("fn", (Var(), body)):
            return body
    return function
