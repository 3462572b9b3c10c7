"""A formula for all orders, as a textbook proves it: the first order, the hypothesis, the step to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from sigmaprime.document.inductive import induction_of
from sigmaprime.document.lines import Link, links
from sigmaprime.document.page import Block, Display, Line, Paragraph, say
from sigmaprime.kernel.proof import Apply, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, number, substitute

Lines = Callable[[tuple[Link, ...]], tuple[Line, ...]]
OF_ORDERS: Final = "derivative of order n by induction"


def induction_blocks(proof: Derivation, lines: Lines) -> tuple[Block, ...]:
    """The induction on which a line rests; `lines` sets a column in the detail that is wanted."""
    node = induction_of(proof)
    if node is None or not isinstance(node.by, Apply) or not node.by.rule.startswith(OF_ORDERS):
        return ()
    holes = dict(node.by.holes)
    x, y, formula = holes["x"], holes["y"], holes["v"]
    function = App("fn", (x, holes["u"]))
    first = holes.get("m", Num(0))
    base, step = node.parts[-2:]
    claim = App("=", (App("nth", (function, y, x)), formula))
    return (
        Paragraph((say("induction over", claim=claim, name=y, start=App(">=", (y, first))),)),
        *_base(base, function, formula, y, first, lines),
        Paragraph((say("induction step", claim=claim, name=y),)),
        Display((*_beginning(function, x, y, formula), *_continued(lines(_column(step))))),
    )


def _base(base: Derivation, function: App, formula: Term, y: Term, first: Term, lines: Lines) -> tuple[Block, ...]:
    at = App("=", (y, first))
    column = _column(base)
    if first is Num(0):
        function_at = function.args[1]
        there = substitute(formula, {y.name: first}) if isinstance(y, Var) else formula
        if function_at is there or not column:
            return (Paragraph((say("induction base alike", start=at, value=there),)),)
        return Paragraph((say("induction base itself", start=at),)), Display(lines(column))
    return Paragraph((say("induction base", start=at),)), Display(lines(column))


def _continued(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(replace(line, left=None) for line in lines)


def _beginning(function: App, x: Term, y: Term, formula: Term) -> tuple[Line, ...]:
    """diff(u, x, n + 1) = diff(diff(u, x, n), x) = diff(formula, x)."""
    order = App("nth", (function, y, x))
    higher = App("nth", (function, App("+", (y, number(1))), x))
    again, known = (App("D", (App("fn", (x, inner)), x)) for inner in (order, formula))
    return (
        Line(higher, "=", again, (say("one derivative more"),)),
        Line(None, "=", known, (say("induction hypothesis"),)),
    )


def _column(proof: Derivation) -> tuple[Link, ...]:
    """The lines of a part, without those that only say what an order that is a number means."""
    found = links(proof)
    start = next((k for k, one in enumerate(found) if not _has_order(one.left)), len(found))
    return found[start:]


def _has_order(term: Term) -> bool:
    return isinstance(term, App) and (term.head == "nth" or any(map(_has_order, term.args)))
