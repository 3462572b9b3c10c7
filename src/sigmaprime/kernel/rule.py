"""A rule is a row: its conclusion holds whenever every one of its premises does.

The letters of a row are holes; the first letter says what may fill them: x, y, z, t a variable · m, n a positive
whole number · u, v, w, f, g, h, P, Q any term · all others a term in which the row's variables do not occur.
`at(u, x, c)` is u with c for x, `apply(k, u)` the value of a function k at u; `left(S)` and `right(S)` are the ends of
an interval S as a limit sees them;
`in(x, S)` and `inside(x, S)` in front of `=>` are the hypotheses that x lies in S or in its interior.
A variable of the row that its conclusion binds is arbitrary in the premises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from sigmaprime.kernel.proof import Claim, Holes
from sigmaprime.kernel.sets import left_end, membership, right_end
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, require, substitute, subterms


class Sort(Enum):
    """What may fill a hole."""

    VARIABLE = "a variable"
    NUMERAL = "a positive whole number"
    FIXED = "a term without the row's variables"
    TERM = "any term"


@dataclass(frozen=True, slots=True)
class Rule:
    """A law. `holes` are its letters with their sorts; `name` is an id, frozen once shipped; `source` can be opened."""

    name: str
    conclusion: Term
    premises: tuple[Claim, ...]
    source: str
    holes: tuple[tuple[str, Sort], ...]

    def __hash__(self) -> int:
        return hash((self.name, self.conclusion))


Rules: TypeAlias = Mapping[str, Rule]


@dataclass(frozen=True, slots=True)
class Filled:
    """An instance of a rule; `arbitrary` are the variables that no hypothesis from outside may mention."""

    conclusion: Term
    premises: tuple[Claim, ...]
    arbitrary: frozenset[str]


@lru_cache(maxsize=8192)
def _shape(rule: Rule) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The holes of a row, those for variables, and those of these that its conclusion binds."""
    sorts = dict(rule.holes)
    inner = frozenset[str]().union(*map(_bound, (rule.conclusion, *(p.says for p in rule.premises))))
    require(all(sorts.get(name, Sort.VARIABLE) is Sort.VARIABLE for name in inner), rule.name, ": it binds a hole")
    variables, free_in_row = [n for n, sort in rule.holes if sort is Sort.VARIABLE], parameters(rule.conclusion)
    return frozenset(sorts), tuple(variables), tuple([n for n in variables if n not in free_in_row])


@lru_cache(maxsize=8192)
def fill_rule(rule: Rule, holes: Holes) -> Filled:
    """The instance of `rule` with these holes; `Wrong` where a hole is missing, unknown or misfilled."""
    filling, (letters, letters_of_variables, bound) = dict(holes), _shape(rule)
    require(len(filling) == len(holes) and filling.keys() == letters, rule.name, ": its holes are ", letters)
    variables = [filling[name] for name in letters_of_variables]
    names = frozenset([v.name for v in variables if isinstance(v, Var)])
    require(len(names) == len(variables), rule.name, ": its variables must be distinct variables")
    for name, sort in rule.holes:
        term = filling[name]
        if sort is Sort.NUMERAL:
            whole = isinstance(term, Num) and term.value.denominator == 1 and term.value > 0
            require(whole, rule.name, ": ", name, " must be a positive whole number")
        moves = sort is Sort.FIXED and not names.isdisjoint(term.names)
        require(not moves, rule.name, ": ", name, " must not depend on ", names)
    arbitrary = frozenset([v.name for v in map(filling.__getitem__, bound) if isinstance(v, Var)])
    conclusion = fill(rule.conclusion, filling)
    require(arbitrary.isdisjoint(conclusion.names), rule.name, ": a bound variable occurs outside its function")
    premises = tuple(
        Claim(fill(premise.says, filling), tuple([h for g in premise.given for h in _hypotheses(g, filling)]))
        for premise in rule.premises
    )
    return Filled(conclusion, premises, arbitrary)


@lru_cache(maxsize=4096)
def parameters(row: Term) -> frozenset[str]:
    """The letters that are free in a row, once `at` has put a value in place of its variable."""
    match row:
        case App("at", (body, Var(name), value)):
            return (parameters(body) - {name}) | parameters(value)
        case App("fn", (Var(name), body)):
            return parameters(body) - {name}
        case App(_, args):
            return frozenset[str]().union(*map(parameters, args))
    return free(row)


@lru_cache(maxsize=4096)
def _bound(row: Term) -> frozenset[str]:
    """The names that functions in a row bind; one that is a hole must stand for a variable."""
    functions = (t for t in subterms(row) if isinstance(t, App) and t.head == "fn")
    return frozenset(f.args[0].name for f in functions if isinstance(f.args[0], Var))


def fill(term: Term, filling: Mapping[str, Term]) -> Term:
    """`term` with every hole filled and `at`, `left` and `right` worked out."""
    match term:
        case Num():
            return term
        case Var(name):
            return filling.get(name, term)
        case App("fn", (Var(name), body)) if name not in filling:
            for hole, put in filling.items():
                require(hole not in body.names or name not in put.names, name, " would be captured")
            return App("fn", (Var(name), fill(body, filling)))
        case App(head, args):
            made = App(head, tuple([fill(arg, filling) for arg in args]))
            return _worked_out(made) if head in ("at", "apply", "left", "right") else made
    raise Wrong("not a term")


def _worked_out(term: App) -> Term:
    match term:
        case App("at", (body, Var(name), value)) | App("apply", (App("fn", (Var(name), body)), value)):
            return substitute(body, {name: value})
        case App("left", (region,)):
            return left_end(region)
        case App("right", (region,)):
            return right_end(region)
    return term


def _hypotheses(given: Term, filling: Mapping[str, Term]) -> tuple[Term, ...]:
    match fill(given, filling):
        case App("in", (x, region)):
            return membership(x, region)
        case App("inside", (x, region)):
            return membership(x, region, inside=True)
        case other:
            return (other,)
