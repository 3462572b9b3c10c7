"""`let` definitions in a stored proof: read back only if they define, so that they cannot smuggle in an axiom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.rule import Rule, Sort
from sigmaprime.kernel.term import App, Term, Var, free, subterms
from sigmaprime.read.row import read_row, write_row
from sigmaprime.read.scope import head_for
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.rules.row import arguments_defined

# Heads that the rule book and the kernel use and that are no functions of numbers.
_RESERVED = frozenset(
    (
        *(
            "oo",
            "pi",
            "in",
            "inside",
            "outside",
            "open",
            "interval",
            "inhabited",
            "undefined",
            "approaches",
            "limit_in",
            "order",
            "O",
            "apply",
            "union",
        ),
        *("points", "digits", "initial", "from_above", "from_below", "list", "point", "subject", "extreme", "name"),
    )
)


def definition_to_json(row: Rule) -> dict[str, Any]:
    return {"name": row.name, "law": write_row(row.conclusion), "source": row.source}


def definition_from_json(stored: Mapping[str, Any], earlier: tuple[Rule, ...]) -> Rule:
    """The row; `NotUnderstood` unless it says what a new function is by functions that are known already."""
    if stored.keys() != {"name", "law", "source"} or not all(isinstance(part, str) for part in stored.values()):
        raise NotUnderstood("a definition has a name, a law and a source", remedy="each of them is a text")
    name, law = stored["name"], read_row(stored["law"])
    backwards = name.endswith(", backwards")
    match law:
        case App("=", (body, App() as left)) if backwards:
            pass
        case App("=", (App() as left, body)) if not backwards:
            pass
        case _:
            raise NotUnderstood(f"{name}: a definition is an equation f(x, …) = …")
    _require_definition(name, left, body, earlier, backwards)
    holes = tuple((arg.name, Sort.TERM) for arg in left.args if isinstance(arg, Var))
    premises = arguments_defined(tuple(hole for hole, _ in holes), body)
    return Rule(name, law, premises, stored["source"], holes)


def _require_definition(name: str, left: App, body: Term, earlier: tuple[Rule, ...], backwards: bool) -> None:
    parameters = {arg.name for arg in left.args if isinstance(arg, Var)}
    if len(parameters) != len(left.args) or not parameters:
        raise NotUnderstood(f"{name}: the parameters must be different variables")
    base = left.head.removesuffix("·")
    if head_for(base) != left.head or not base.isidentifier() or left.head in FUNCTIONS or base in _RESERVED:
        raise NotUnderstood(f"{name}: {left.head} has a meaning already")
    if name.removesuffix(", backwards") != f"definition of {left.head}":
        raise NotUnderstood(f"{name}: the definition of {left.head} must be called so")
    if not free(body) <= parameters:
        raise NotUnderstood(f"{name}: the right side has other variables than the left side")
    if any(isinstance(part, App) and part.head.rstrip("'") == left.head for part in subterms(body)):
        raise NotUnderstood(f"{name}: the function is defined by itself")
    _require_order(name, left, body, earlier, backwards)


def _require_order(name: str, left: App, body: Term, earlier: tuple[Rule, ...], backwards: bool) -> None:
    """Neither defined twice nor used before it is defined, which could go round in a circle."""
    for row in earlier:
        sides = row.conclusion.args if isinstance(row.conclusion, App) else ()
        if left.head in {part.head.rstrip("'") for side in sides for part in subterms(side) if isinstance(part, App)}:
            twin = sides == ((body, left) if not backwards else (left, body))
            if not (twin and row.name.endswith(", backwards") != backwards):
                raise NotUnderstood(f"{name}: {left.head} is defined twice, or used before it is defined")
