"""What the names in a formula mean: the built-in functions, and what `let` lines have declared so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from sigmaprime.functions import ALIASES, FUNCTIONS
from sigmaprime.kernel.term import Term
from sigmaprime.read.row import BINDERS
from sigmaprime.read.syntax import Definition, NotUnderstood, Parameters

GREEK: Final = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron rho sigma tau upsilon phi chi "
    "psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split()
)
CONSTANTS: Final = frozenset(("e", "pi", "oo"))
CALCULUS: Final = frozenset(("diff", "int", "lim", "sum", "prod"))
VECTORS: Final = frozenset("component put vec dot delta whole vectors".split())
WORDS: Final = frozenset(
    "is has solves rounds on for as at with in and by to if when where let derive study plot false whole".split()
)

# A `let` may reuse a built-in name. Its head then carries this mark, so that no law about the built-in function
# applies to it; the notation leaves the mark out.
OWN: Final = "·"
_TAKEN: Final = (
    BINDERS
    | CALCULUS
    | VECTORS
    | FUNCTIONS.keys()
    | frozenset(
        "fn at left right inside and not all some defined neg union points digits from_above from_below initial list "
        "point subject extreme open interval undefined apply outside unfolded given reflection "
        "nth whole factorial".split()
    )
)
_LETTER: Final = re.compile(rf"(?:[A-Za-z]|{'|'.join(sorted(GREEK))})[0-9]*(?:_[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Scope:
    """The declarations in force: functions, parameters with what is assumed of them, and variables bound just now.

    `vectors` are the parameters that have components, each with its dimensions.
    """

    definitions: tuple[Definition, ...] = ()
    parameters: tuple[str, ...] = ()
    assumed: tuple[Term, ...] = ()
    bound: tuple[str, ...] = ()
    vectors: tuple[tuple[str, tuple[Term, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A function that a name stands for: the head of its terms and the names of its arguments."""

    head: str
    parameters: tuple[str, ...]


def extend(scope: Scope, line: Definition | Parameters) -> Scope:
    """`scope` after a `let` line."""
    match line:
        case Definition():
            return replace(scope, definitions=(*scope.definitions, line))
        case Parameters(names, assumed, vectors):
            return replace(
                scope,
                parameters=(*scope.parameters, *names),
                assumed=(*scope.assumed, *assumed),
                vectors=(*scope.vectors, *vectors),
            )


def binding(scope: Scope, *names: str) -> Scope:
    """`scope` in the body of something that binds `names`."""
    return replace(scope, bound=(*scope.bound, *names))


def head_for(name: str) -> str:
    """The head under which a `let` of `name` is known."""
    return name + OWN if name in _TAKEN else name


def is_declared(scope: Scope, name: str) -> bool:
    return is_variable(scope, name) or any(head_for(name) == row.name for row in scope.definitions)


def is_variable(scope: Scope, name: str) -> bool:
    """Declared or bound as a real number."""
    return name in scope.bound or name in scope.parameters


def dimensions(scope: Scope, name: str) -> tuple[Term, ...]:
    """The dimensions of a vector, two for a list of vectors; none for any other name."""
    return dict(scope.vectors).get(name, ()) if name not in scope.bound else ()


def is_letter(name: str) -> bool:
    """A single letter, Latin or Greek, perhaps with digits or an index: a variable without declaration."""
    return _LETTER.fullmatch(name) is not None


def signature(scope: Scope, name: str) -> Signature | None:
    """The function that `name` stands for; a `let` comes before what is built in."""
    if is_variable(scope, name):
        return None
    for row in scope.definitions:
        if row.name == head_for(name):
            return Signature(row.name, row.parameters)
    built_in = FUNCTIONS.get(ALIASES.get(name, name))
    return Signature(built_in.name, built_in.parameters) if built_in else None


def unknown(scope: Scope, name: str, *, applied: bool, text: str, offset: int) -> NotUnderstood:
    """The error for a name that nothing declares, with the names that look like it."""
    known = [*FUNCTIONS, *ALIASES, *CALCULUS, *scope.parameters]
    known += [row.name.removesuffix(OWN) for row in scope.definitions]
    near = get_close_matches(name, known, 2, 0.6)
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    if applied:
        remedy = f"{guess}declare the function before: let {name}(x) = …"
    elif len(name) <= 3 and name.isalpha():
        remedy = f"{guess}write {'*'.join(name)} for a product, or declare it before: let {name}"
    else:
        remedy = f"{guess}declare the parameter before: let {name}"
    return NotUnderstood(f"{name} is not declared", text=text, offset=offset, remedy=remedy)
