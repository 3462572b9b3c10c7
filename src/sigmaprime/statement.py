"""What an author's claim says, as one closed term that can be proved or denied.

A relation speaks of all values of its variables: `all(P, h…)`. With a domain given, every member must be defined on
all of it; without one, the relation speaks of the points where every member is defined, and there must be some.
A property is a term already; parameters with assumptions make it `all(property, assumptions…)`.
This is the part of reading on which the meaning of a verdict rests, so it searches for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from sigmaprime import floating
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.sets import MINUS_OO, OO, is_interval, is_place
from sigmaprime.kernel.term import App, Num, Term, as_number, free
from sigmaprime.read.parameters import brought_to_light
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Statement
from sigmaprime.rules.row import backwards, definition

RELATIONS: Final = frozenset(("=", "<", "<=", ">", ">=", "!="))


def closed(statement: Statement, scope: Scope) -> Term:
    """The closed term that `statement` claims under the declarations of `scope`."""
    says, *given = (brought_to_light(part, scope) for part in (statement.says, *statement.given))
    return closed_term(says, tuple(given), scope.assumed)


def closed_term(says: Term, given: tuple[Term, ...], assumed: tuple[Term, ...]) -> Term:
    says = along_the_domain(says)
    if given and _only_numbers(given):
        given, assumed = (), (*assumed, *given)
    match says:
        case App("rounds", (u, v, form, mode)):
            return _relations(floating.links(u, v, form, mode), given, relevant(assumed, says, given))
        case App("and", _) | App("=" | "<" | "<=" | ">" | ">=" | "!=", _):
            return _relations(links(says), given, relevant(assumed, says, given))
    hypotheses = (*given, *relevant(assumed, says, given))
    parts = (says, *_inhabited(says))
    if not hypotheses and not free(says):
        return both(*parts)
    some = (App("some", hypotheses),) if hypotheses else ()
    return both(*(App("all", (part, *hypotheses)) for part in parts), *some)


def _only_numbers(given: tuple[Term, ...]) -> bool:
    """Whether the conditions only say which whole numbers are meant, as `for whole n >= 1`: that is no domain."""
    whole = frozenset[str]().union(*(free(h) for h in given if isinstance(h, App) and h.head == "whole"))
    return all(free(h) <= whole for h in given)


def along_the_domain(says: Term) -> Term:
    """A limit at a number looks at the points of the domain; u ~ w says that u/w tends to 1."""
    match says:
        case App("equivalent", (App("fn", (x, u)), App("fn", (y, w)), place)) if x is y:
            return along_the_domain(App("tends", (App("fn", (x, App("/", (u, w)))), place, Num(1))))
        case App("tends", (function, place, value)) if not is_place(place):
            return App("limit_in", (function, place, value, App("domain", (function,))))
        case App("order", (App("fn", (x, u)), App("fn", (_, v)), _, _)):
            return App("order", (*says.args, App("domain", (App("fn", (x, App("-", (u, v)))),))))
    return says


def _inhabited(says: Term) -> Iterator[Term]:
    """What a claim about a set also says: the set has ends, and a point in it."""
    match says:
        case App(_, (App("fn", _), App() as region, *_)):
            for piece in region.args if region.head == "union" else (region,):
                yield from _with_points(piece)


def _with_points(region: Term) -> Iterator[Term]:
    match region:
        case App("domain", _):
            yield App("inhabited", (region,))
        case App("points", members):
            yield from (App("defined", (member,)) for member in members if as_number(member) is None)
        case App(brackets, (low, high)) if is_interval(region) and not _is_plainly_inhabited(brackets, low, high):
            ends = (end for end in (low, high) if as_number(end) is None and end not in (OO, MINUS_OO))
            yield from (App("defined", (end,)) for end in ends)
            yield App("inhabited", (region,))


def _is_plainly_inhabited(brackets: str, low: Term, high: Term) -> bool:
    bottom = float("-inf") if low is MINUS_OO else as_number(low)
    top = float("inf") if high is OO else as_number(high)
    if bottom is None or top is None:
        return False
    return bottom < top or (bottom == top and brackets == "[]")


def links(says: Term) -> tuple[Term, ...]:
    """The links of a chain, or the relation itself."""
    match says:
        case App("and", (first, rest)):
            return (*links(first), *links(rest))
    return (says,)


def members(relations: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(side for r in relations if isinstance(r, App) for side in r.args))


def _relations(relations: tuple[Term, ...], given: tuple[Term, ...], assumed: tuple[Term, ...]) -> Term:
    defined = tuple(App("defined", (side,)) for side in members(relations) if as_number(side) is None)
    variables = any(free(r) for r in relations)
    if given or not variables:
        hypotheses = (*given, *assumed)
        parts = [App("all", (r, *hypotheses)) for r in relations]
        equations = [r for r in relations if isinstance(r, App) and r.head == "="]
        right = dict.fromkeys(App("defined", (r.args[1],)) for r in equations if as_number(r.args[1]) is None)
        parts += [App("all", (d, *hypotheses)) for d in right]
    else:
        hypotheses = (*assumed, *defined)
        parts = [App("all", (r, *hypotheses)) for r in relations]
    whole: list[Term] = [*parts, App("some", hypotheses)] if hypotheses else list(parts)
    return both(*whole)


def both(first: Term, *others: Term) -> Term:
    return App("and", (first, both(*others))) if others else first


def relevant(assumed: tuple[Term, ...], says: Term, given: tuple[Term, ...]) -> tuple[Term, ...]:
    """The assumptions about parameters that the claim mentions, and about those that these mention in turn."""
    names = free(says).union(*map(free, given)) if given else free(says)
    for _ in assumed:
        names = names.union(*(free(h) for h in assumed if free(h) & names))
    return tuple(h for h in assumed if free(h) & names)


@lru_cache(maxsize=64)
def definitions(scope: Scope) -> tuple[Rule, ...]:
    """The rows that the `let` lines of a scope add to the rule book."""
    rows = []
    for let in scope.definitions:
        row = definition(let.name, let.parameters, let.body, f"let {let.name}({', '.join(let.parameters)}) = …")
        rows += [row, backwards(row)]
    return tuple(rows)
