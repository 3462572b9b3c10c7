"""Which functions a `plot` line draws, under which names, and which proved points are marked on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sigmaprime.book.entry import Drawn
from sigmaprime.claims import LAWS
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood, Plot
from sigmaprime.statement import definitions
from sigmaprime.write.plots import Curves, available, marks


def drawn(plot: Plot, scope: Scope, proved: Iterable[Term], name: str) -> Drawn:
    """`proved` are the claims of the page; those about the drawn functions give the marks."""
    if not available():
        raise NotUnderstood(
            "a page has a plot, and Matplotlib is not installed", remedy="install it: pip install 'sigmaprime[plots]'"
        )
    names = tuple(label(_body(function)) for function in plot.functions)
    curves = Curves(plot.functions, names, plot.low, plot.high, marks(plot.functions, proved, label))
    return Drawn(name, curves, _rules(scope))


def label(term: Term) -> str:
    """A term in the one line that fits beside a mark: ln(2 + √3), s′(x)."""
    text = re.sub(r"sqrt\((\w+)\)", r"√\1", language(term))
    return text.replace("'''", "‴").replace("''", "″").replace("'", "′").replace("-", "−").replace("*", "·")


def _body(function: Term) -> Term:
    match function:
        case App("fn", (_, body)):
            return body
    return function


def _rules(scope: Scope) -> Mapping[str, Rule]:
    return {**LAWS, **{row.name: row for row in definitions(scope)}}
