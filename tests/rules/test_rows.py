"""Every row is a law, so every row is tried: an independent engine must agree with it wherever its premises hold."""

from __future__ import annotations

import random
import zlib
from functools import cache

import pytest
from flint import arb

from sigmaprime.claims import LAWS
from sigmaprime.kernel.rule import Rule, Sort, fill_rule
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, substitute, subterms
from sigmaprime.read.row import read_row, write_row
from sigmaprime.rules.row import rule
from tests.rules.false_rows import FALSE
from tests.rules.hints import HINTS, NEVER
from tests.rules.meaning import GRID, defined, for_all, holds
from tests.rules.series import Undefined, Unknown, working

TRIES, WANTED = 1500, 4
NUMBERS = "0 1 -1 2 1/2 -2 3 1/3 ln(2) -exp(-1) ln(-1) oo".split()
TERMS = (
    "x; -x; 0; 1; 2; -1; x^2; x^2 + 1; -x^2 - 1; exp(x); exp(-x); 1/x; x + 1; x - 1; 1/(1 + exp(-x)); 2*x; x^3; "
    "sin(x); ln(x); abs(x); sqrt(x); x^2 - 1; 1 - x^2; x/2; 2 - exp(-x^2); 1/(1 + x^2)"
).split("; ")
TAME = "x; x^2; x^2 + 1; exp(x); 1/(1 + exp(-x)); x^3; -x; exp(-x); 2; 1/x; ln(x); sqrt(x); abs(x)".split("; ")
RUNNING = (
    "x; -x; 1/x; exp(x); exp(-x); 2; -2; 0; 2 + 1/x; x^2; -x^2; 1/x^2; ln(x); x - 1; -1/x; 1/(1 + exp(-x)); -2 - exp(x)"
).split("; ")
SETS = (
    "(-oo, oo); [0, 1]; (0, 1); [0, oo); (0, oo); (-oo, 0]; (-oo, 0); (0, 1]; [0, 1); [-1, 1]; "
    "[1, 2]; (-1, 1); (1, oo); [1, 1]; (1, 1); [2, 1]; (ln(-1), 1); domain[fn(z, ln(z))]; "
    "domain[fn(z, 1/z)]; points(0, 1)"
).split("; ")
FUNCTIONS = (
    "fn(z, z^2); fn(z, z^3); fn(z, exp(z)); fn(z, ln(z)); fn(z, 2*z + 1); fn(z, 1/z); fn(z, -z); "
    "fn(z, 3); fn(z, (z - 1)/2); fn(z, sqrt(z))"
).split("; ")
PLACES = "oo; -oo; 0; 1; from_above(0); from_below(0)".split("; ")
LISTS = "points(); points(0); points(1); points(0, 1); points(-1, 1); points(-1, 0, 1)".split("; ")
FORMULAS = "1 > 0; 1 < 0; x = x; x > 1".split("; ")
PROPERTIES_OF = frozenset(
    ("strictly_increasing", "increasing", "strictly_decreasing", "decreasing", "injective", "inverse")
)
OF_FUNCTION = PROPERTIES_OF | {"apply", "domain", "D"}
NO_SET = frozenset(("tends", "D", "int", "lim", "sum", "prod", "fn"))
SET_SLOTS = {"in": 1, "outside": 1, "interval": 0, "open": 0, "inhabited": 0, "range": 2, "domain_is": 2}


@cache
def role(law: Rule, hole: str, sort: Sort) -> str:
    """What kind of thing a hole of a row is filled with."""
    if sort is not Sort.FIXED and not (sort is Sort.TERM and hole in "PQ"):
        return {Sort.VARIABLE: "variable", Sort.NUMERAL: "numeral", Sort.TERM: "term"}[sort]
    if hole in "PQ":
        return "formula"
    everything = [law.conclusion, *(t for p in law.premises for t in (p.says, *p.given))]
    for t in (t for whole in everything for t in subterms(whole) if isinstance(t, App)):
        at = [i for i, arg in enumerate(t.args) if arg is Var(hole)]
        if not at:
            continue
        if t.head == "tends" and 1 in at:
            return "place"
        if t.head == "union":
            return "set"
        if t.head in ("zeros", "critical", "inflections") and 2 in at:
            return "list"
        if (t.head in OF_FUNCTION and 0 in at) or (t.head == "inverse" and 2 in at):
            return "function"
        if t.head in SET_SLOTS and SET_SLOTS[t.head] in at:
            return "set"
        first = t.args[0]
        property_of = (isinstance(first, App) and first.head == "fn") or t.head in PROPERTIES_OF
        if (property_of and t.head not in NO_SET and 1 in at) or t.head in ("left", "right"):
            return "set"
        if t.head == "=" and 1 in at and isinstance(first, App) and first.head == "domain":
            return "set"
    return "number"


POOLS = {"set": SETS, "function": FUNCTIONS, "place": PLACES, "list": LISTS, "formula": FORMULAS, "number": NUMBERS}


def terms_for(law: Rule) -> list[str]:
    text = write_row(law.conclusion)
    if "tends" in text:
        return RUNNING
    return TAME if any(isinstance(t, App) and t.head == "fn" for t in subterms(law.conclusion)) else TERMS


def filling(law: Rule, chance: random.Random) -> tuple[tuple[str, Term], ...]:
    hint = chance.choice(HINTS[law.name]) if law.name in HINTS else {}
    names = iter("xyt")
    chosen: dict[str, Term] = {}
    for hole, sort in law.holes:
        match role(law, hole, sort):
            case "variable":
                chosen[hole] = Var(next(names))
            case "numeral":
                chosen[hole] = Num(chance.randint(1, 4))
            case "term":
                chosen[hole] = chance.choice([read_row(chance.choice(terms_for(law))), *_terms(chosen, law)])
            case "number" if "tends" in write_row(App("all", (law.conclusion, *(p.says for p in law.premises)))):
                chosen[hole] = read_row(chance.choice([*NUMBERS, "-oo", "-2"]))
            case other:
                chosen[hole] = read_row(chance.choice(POOLS[other]))
        if hole in hint:
            chosen[hole] = read_row(hint[hole])
    _values(chosen, law, chance)
    return tuple((hole, chosen[hole]) for hole, _ in law.holes)


def _terms(chosen: dict[str, Term], law: Rule) -> list[Term]:
    return [chosen[hole] for hole, sort in law.holes if hole in chosen and sort is Sort.TERM]


def _values(chosen: dict[str, Term], law: Rule, chance: random.Random) -> None:
    """Half of the time a number is the value of the function at another number: what extrema and ranges ask for."""
    if "u" not in chosen or "x" not in chosen or law.name in HINTS:
        return
    numbers = [h for h, sort in law.holes if role(law, h, sort) == "number"]
    for hole in numbers:
        places = [h for h in numbers if h != hole]
        if places and chance.random() < 0.5:
            name = chosen["x"].name  # type: ignore[union-attr]
            chosen[hole] = substitute(chosen["u"], {name: chosen[chance.choice(places)]})


def tried(law: Rule, holes: tuple[tuple[str, Term], ...], chance: random.Random) -> bool | None:
    """Whether the conclusion holds; None where a premise fails, or nothing can be told."""
    try:
        filled = fill_rule(law, holes)
    except Wrong:
        return None
    names = sorted(free(filled.conclusion).union(*(free(p.says) - filled.arbitrary for p in filled.premises)))
    env = {name: chance.choice(GRID) for name in names}
    extra = tuple(_numbers(holes))
    for premise in filled.premises:
        varying = free(premise.says).union(*map(free, premise.given)) & filled.arbitrary
        found = for_all(premise.says, premise.given, varying, env, extra)
        if found is not True:
            return None
    return holds(filled.conclusion, env, extra)


def _numbers(holes: tuple[tuple[str, Term], ...]) -> list[arb]:
    found = []
    for _, term in holes:
        for number in term.args if isinstance(term, App) and term.head == "points" else (term,):
            try:
                value = None if free(number) else defined(number, {})
            except (Unknown, Undefined):
                continue
            found += [value] if value is not None else []
    return found


def tally(law: Rule, tries: int = TRIES, wanted: int = WANTED) -> tuple[int, tuple[tuple[str, Term], ...] | None]:
    """How often the row was confirmed, and a filling that makes it false."""
    chance = random.Random(zlib.crc32(law.name.encode()))  # noqa: S311 chance, not secrecy
    confirmed = 0
    with working():
        for _ in range(tries):
            holes = filling(law, chance)
            match tried(law, holes, chance):
                case True:
                    confirmed += 1
                case False:
                    return confirmed, holes
            if confirmed >= wanted:
                break
    return confirmed, None


@pytest.mark.parametrize("name", LAWS)
def test_a_row_holds_wherever_its_premises_do(name: str) -> None:
    confirmed, counterexample = tally(LAWS[name])
    assert counterexample is None, [(hole, write_row(term)) for hole, term in counterexample]
    assert confirmed or name in NEVER, "nothing satisfied its premises: it was not tried at all"


def test_a_row_has_no_variables_but_its_holes() -> None:
    """A name that is no hole would be one and the same number in all instances."""
    for law in LAWS.values():
        holes = {hole for hole, _ in law.holes}
        for part in (law.conclusion, *(t for p in law.premises for t in (p.says, *p.given))):
            assert free(part) <= holes, law.name


@pytest.mark.parametrize(("name", "law", "given"), FALSE, ids=[name for name, *_ in FALSE])
def test_a_false_row_is_caught(name: str, law: str, given: str) -> None:
    false = rule(name, law, given=given, source="made up, or known to be false")
    assert tally(false, 6 * TRIES, 10**9)[1] is not None
