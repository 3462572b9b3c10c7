"""True claims of every kind, spoilt by a small change, and an independent engine to say that they are false now.

A claim is changed at one place: a number, a sign, an operation, a function, the direction of a relation, an end of a
set, the name of a property, a hypothesis that is left out. Whether the result is false is tried on a grid by the engine
that tries the rows of the rule book; it shares no code with the kernel. What it cannot tell is not used.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from sigmaprime.claims import PHRASES
from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, number, paths, substitute, subterm
from sigmaprime.kernel.term import replace as put
from sigmaprime.read.files import read_jsonl
from sigmaprime.read.lines import read_claims
from sigmaprime.read.row import read_row
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, NotUnderstood, Parameters, Statement
from sigmaprime.statement import closed
from tests.rules.meaning import holds
from tests.rules.series import working

ROOT = Path(__file__).parent.parent
SOURCES = ("bench", "false_claims", "search", "gallery")
SWAPS = {
    "+": ("-", "*"), "-": ("+",), "*": ("+", "/"), "/": ("*", "-"), "^": ("*",), "<": (">", "<="), "<=": ("<", ">="),
    ">": ("<", ">="), ">=": (">", "<="), "=": ("!=", "<"), "!=": ("=",), "sin": ("cos",), "cos": ("sin",),
    "exp": ("sqrt",), "ln": ("exp",), "sqrt": ("abs",), "abs": ("exp",), "()": ("[]", "[)", "(]"),
    "[]": ("()", "[)"), "[)": ("[]", "()"), "(]": ("[]", "()"), "increasing": ("decreasing", "strictly_increasing"),
    "strictly_increasing": ("strictly_decreasing", "convex"), "decreasing": ("increasing", "strictly_decreasing"),
    "strictly_decreasing": ("strictly_increasing",), "convex": ("concave", "strictly_convex"),
    "concave": ("convex", "strictly_concave"), "strictly_convex": ("strictly_concave", "strictly_increasing"),
    "strictly_concave": ("strictly_convex",), "even": ("odd",), "odd": ("even",), "positive": ("negative",),
    "negative": ("positive",), "nonnegative": ("positive", "nonpositive"), "nonpositive": ("negative",),
    "maximum": ("minimum", "unique_maximum"), "minimum": ("maximum", "unique_minimum"),
    "supremum": ("infimum", "largest"),
    "unique_maximum": ("minimum",), "unique_minimum": ("maximum",), "infimum": ("supremum", "smallest"),
    "largest": ("smallest",), "smallest": ("largest",), "local_maximum": ("maximum", "local_minimum"),
    "local_minimum": ("minimum", "local_maximum"), "continuous": ("differentiable", "constant"),
    "smooth": ("constant", "even"), "differentiable": ("smooth",), "bounded": ("positive", "constant"),
    "no_maximum": ("no_minimum", "bounded"), "no_minimum": ("no_maximum",), "zeros": ("critical",),
    "critical": ("inflections", "zeros"), "inflections": ("critical",), "monotonic": ("injective", "increasing"),
    "injective": ("increasing",), "nonzero": ("positive",), "no_zeros": ("negative",),
}  # fmt: skip


NUMBERS = frozenset(("D", "int", "lim"))  # heads with a function inside that are numbers all the same
SAYING = frozenset(("and", "tends", "range", "=", "~=", "solves", "antiderivative", "inverse", "asymptote", "()", "[]"))
WEAKER = {
    "<": "<=", ">": ">=", "strictly_increasing": "increasing", "strictly_decreasing": "decreasing",
    "strictly_convex": "convex", "strictly_concave": "concave", "positive": "nonnegative", "negative": "nonpositive",
    "unique_maximum": "maximum", "unique_minimum": "minimum",
}  # fmt: skip
UNTOLD = frozenset((
    "tends", "asymptote", "!=", "nonzero", "no_zeros", "injective", "no_maximum", "no_minimum", "supremum", "infimum",
    "largest", "smallest", "range", "bounded",
    "some",
))  # fmt: skip
MOST_VARIABLES = 2  # the grid of the engine grows with each


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A claim made false, and the true one that it comes from."""

    claim: Statement
    scope: Scope
    origin: Statement


def true_claims() -> list[tuple[Statement, Scope]]:
    """Every claim of the tests that is stated to be true."""
    found = []
    for folder in SOURCES:
        for path in sorted((ROOT / folder).glob("*.claims")) + sorted((ROOT / folder).glob("*.jsonl")):
            # those are not stated to be true, or are too much for the engine that says what is false
            if not path.name.startswith(("false", "hostile", "sceptic", "undefined")):
                found += [(c, s) for c, s in read(path) if c.expected == "proved"]
    return found


def read(path: Path) -> Iterator[tuple[Statement, Scope]]:
    text = path.read_text()
    if path.suffix == ".jsonl":
        sheets = list(read_jsonl(text, path.name, PHRASES))
    else:
        sheets = [list(read_claims(text, path.name, PHRASES))]
    for sheet in sheets:
        scope = Scope()
        for line in sheet:
            if isinstance(line, Definition | Parameters):
                scope = extend(scope, line)
            elif isinstance(line, Statement):
                yield line, scope


def spoilt_claims(seed: int, claims: list[tuple[Statement, Scope]]) -> Iterator[Spoilt]:
    """Claims that are false, without end."""
    chance = random.Random(seed)  # noqa: S311 chance, not secrecy
    while True:
        claim, scope = chance.choice(claims)
        if isinstance(claim.says, App) and claim.says.head == "tends":
            yield Spoilt(_another_limit(claim, chance), scope, claim)
            continue
        try:
            wrong = spoil(claim, chance)
            if wrong is not None and is_false(wrong, scope):
                yield Spoilt(wrong, scope, claim)
        except (Wrong, NotUnderstood, ArithmeticError, ValueError, RecursionError):
            continue  # no claim any more


def _another_limit(claim: Statement, chance: random.Random) -> Statement:
    """A function has one limit, so that the claim with another value, or with the function moved, is false."""
    function, place, value = claim.says.args  # type: ignore[union-attr]
    x, body = function.args  # type: ignore[union-attr]
    infinite = value in (OO, MINUS_OO)
    step = Num(Fraction(1, 10 ** chance.randint(0, 9)))
    other = chance.choice((MINUS_OO if value is OO else OO, step if infinite else App("+", (value, step))))
    if chance.random() < 0.5:
        return replace(claim, says=App("tends", (function, place, other)))
    moved = App("neg", (body,)) if infinite else App("+", (body, step))
    return replace(claim, says=App("tends", (App("fn", (x, moved)), place, value)))


def spoil(claim: Statement, chance: random.Random) -> Statement | None:
    """The claim with one change."""
    if claim.given and chance.random() < 0.2:
        kept = list(claim.given)
        place = chance.randrange(len(kept))
        new = _changed(kept[place], chance)
        kept[place : place + 1] = [] if new is None or chance.random() < 0.5 else [new]
        return replace(claim, given=tuple(kept))
    says = _changed(claim.says, chance)
    return None if says is None or says is claim.says else replace(claim, says=says)


def _changed(term: Term, chance: random.Random) -> Term | None:
    at = chance.choice(list(paths(term)))
    old = subterm(term, at)
    if at and isinstance(subterm(term, at[:-1]), App) and subterm(term, at[:-1]).head == "fn" and at[-1] == 0:  # type: ignore[union-attr]
        return None  # the variable of a function
    new = _instead(old, chance)
    return None if new is None else put(term, at, new)


def _instead(old: Term, chance: random.Random) -> Term | None:
    match old:
        case Num(value):
            step = Fraction(1, 10 ** chance.randint(1, 12)) if chance.random() < 0.4 else Fraction(1)
            return number(chance.choice([value + step, value - step, 2 * value, -value]))
        case App("neg", (u,)):
            return u
        case App("fn" | "points" | "digits" | "union" | "domain" | "oo" | "pi" | "initial", _):
            return None
        case App(head, args) if head in SWAPS and chance.random() < 0.7:
            return App(chance.choice(SWAPS[head]), args)
        case Var() | App(_, _) if not _is_claim(old):
            a_little = App("-", (old, Num(Fraction(1, 100))))
            return chance.choice((App("neg", (old,)), App("+", (old, Num(1))), App("*", (Num(2), old)), a_little))
    return None


def _is_claim(term: Term) -> bool:
    """Whether a term says something, or is a set, rather than being a number."""
    if not isinstance(term, App):
        return False
    binds = any(isinstance(arg, App) and arg.head == "fn" for arg in term.args) and term.head not in NUMBERS
    return binds or term.head in SAYING


def is_false(claim: Statement, scope: Scope) -> bool:
    """Whether the independent engine finds the claim to be false."""
    statement = written_in(closed(claim, scope), definitions(scope))
    if any(len(free(t)) > MOST_VARIABLES for t in _quantified(statement)):
        return False
    weaker = _weaker(statement)
    with working():
        return weaker is not None and holds(weaker, {}) is False


def _weaker(statement: Term) -> Term | None:
    """The statement without what the engine cannot tell: equal or very close, and limits that are slow."""
    match statement:
        case App("and", (first, rest)):
            parts = [part for part in map(_weaker, (first, rest)) if part is not None]
            return App("and", (parts[0], parts[1])) if len(parts) == 2 else parts[0] if parts else None
        case App("all", (says, *given)):
            weaker = _weaker(says)
            return None if weaker is None else App("all", (weaker, *given))
        case App(head, args) if head in WEAKER:
            return App(WEAKER[head], args)
        case App(head, _) if head in UNTOLD:
            return None
    return statement


def _quantified(term: Term) -> Iterator[App]:
    """The statements about all values in a conjunction."""
    match term:
        case App("and", (first, rest)):
            yield from _quantified(first)
            yield from _quantified(rest)
        case App("all", _):
            yield term


def definitions(scope: Scope) -> dict[str, tuple[tuple[str, ...], Term]]:
    """What the `let` lines and the table of functions define; the engine knows slopes of primitive functions only."""
    table = {f.name: (f.parameters, read_row(f.definition)) for f in FUNCTIONS.values() if f.definition is not None}
    return table | {let.name: (let.parameters, let.body) for let in scope.definitions}


def written_in(term: Term, lets: Mapping[str, tuple[tuple[str, ...], Term]]) -> Term:
    """The term with the functions of the `let` lines put in."""
    match term:
        case App(head, args):
            inner = tuple(written_in(arg, lets) for arg in args)
            name = head.rstrip("'")
            if name not in lets:
                return App(head, inner)
            parameters, body = lets[name]
            whole = written_in(body, lets)
            for _ in range(len(head) - len(name)):
                x = Var(parameters[0])
                whole = App("D", (App("fn", (x, whole)), x))
            return substitute(whole, dict(zip(parameters, inner, strict=True)))
    return term
