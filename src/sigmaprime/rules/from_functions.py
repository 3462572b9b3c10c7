"""Rows that follow from the table of functions: what each is, its derivative, where it is defined and smooth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sigmaprime.functions import FUNCTIONS
from sigmaprime.functions.function import Function
from sigmaprime.kernel.rule import Rule
from sigmaprime.read.row import read_row
from sigmaprime.rules.definedness import SLOPES
from sigmaprime.rules.row import backwards, definition, rule

KNOWN_LIMITS = frozenset(("exp", "ln", "abs"))  # these stand among the laws of limits
OPPOSITE = {">=": "<", "<=": ">", "!=": "=", ">": "<=", "<": ">="}


def rows_of(function: Function) -> Iterator[Rule]:
    name, source = function.name, function.source
    if function.definition is not None:
        law = definition(name, function.parameters, read_row(function.definition), source)
        yield law
        yield backwards(law)
        return
    if len(function.parameters) != 1:
        return
    value = f"{name}(u)"
    domain = "; ".join(function.domain or ("defined(u)",))
    yield rule(f"{name} is defined", f"defined({value})", given=domain, source=source)
    yield rule(f"{name} of what is undefined", f"undefined({value})", given="undefined(u)", source=source)
    yield rule(f"argument of {name} is defined", "defined(u)", given=f"defined({value})", source=source)
    for number, condition in enumerate(function.domain):
        suffix = f", condition {number + 1}" if len(function.domain) > 1 else ""
        yield rule(f"domain of {name}{suffix}", condition, given=f"defined({value})", source=source)
        yield rule(
            f"outside the domain of {name}{suffix}", f"undefined({value})", given=denied(condition), source=source
        )
    continuous_on = function.continuous_on if function.continuous_on is not None else function.domain
    inside = "".join(f"; in(x, S) => {condition}" for condition in continuous_on)
    yield rule(
        f"{name} is continuous", f"continuous({value}, x, S)", given=f"continuous(u, x, S){inside}", source=source
    )
    yield from _limit(function, value)
    if function.derivative is not None:
        yield rule(f"{name}, where its derivative is defined", f"defined({value})", given=f"defined({name}'(u))",
                   source=SLOPES)  # fmt: skip
        smooth_on = function.smooth_on if function.smooth_on is not None else function.domain
        slope = f"D({value}, x) = {function.derivative}*D(u, x)"
        yield rule(f"derivative of {name}", slope, given="; ".join(smooth_on), source=source)
        inside = "".join(f"; in(x, S) => {condition}" for condition in smooth_on)
        yield rule(f"{name} is smooth", f"smooth({value}, x, S)", given=f"smooth(u, x, S){inside}", source=source)


def _limit(function: Function, value: str) -> Iterator[Rule]:
    """f(u) tends to f(a) if u tends to a and f is continuous on an open set around a."""
    if function.name in KNOWN_LIMITS:
        return
    everywhere = not function.domain and not function.continuous_on
    smooth_on = function.smooth_on if function.smooth_on is not None else function.domain
    conditions = ("defined(a)",) if everywhere else tuple(_of_a(condition) for condition in smooth_on)
    yield rule(
        f"limit under {function.name}",
        f"tends({value}, x, p, {value.replace('(u)', '(a)')})",
        given="; ".join(("tends(u, x, p, a)", *conditions)),
        source=function.source,
    )


def _of_a(condition: str) -> str:
    """A condition on u as one on a."""
    return re.sub(r"\bu\b", "a", condition)


def denied(condition: str) -> str:
    """The opposite of a condition that is one relation."""
    for relation, opposite in OPPOSITE.items():
        if relation in condition:
            return condition.replace(relation, opposite)
    raise ValueError(condition)


RULES: Final = tuple(row for function in FUNCTIONS.values() for row in rows_of(function))
