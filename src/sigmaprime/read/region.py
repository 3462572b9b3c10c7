"""Sets and conditions: `(0, 1]`, `(-oo, 0) U (0, oo)`, `for all x > 0`, `for x in [0, 1], k != 0`, `on [0, oo)`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.sets import MINUS_OO, OO, REALS, is_interval, membership
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, substitute
from sigmaprime.read.scope import is_declared
from sigmaprime.read.text import Reader
from sigmaprime.read.tokens import POWER

RELATIONS: Final = frozenset(("=", "<", "<=", ">", ">=", "!="))
_FLIPPED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_STARTS: Final = frozenset(("for", "if", "when", "where"))
_BETWEEN: Final = frozenset((",", "quad", "and", ";"))


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What `on …` and `for …` say: a set for the variable of the claim, and conditions on variables by name."""

    region: Term | None
    conditions: tuple[Term, ...]


def region(reader: Reader) -> Term:
    """A set: an interval, R, a list {a, b}, or several joined by U."""
    found = [_one_set(reader)]
    while reader.says("U") or reader.says("u") or reader.says("union"):
        reader.at += 1
        found.append(_one_set(reader))
    return found[0] if len(found) == 1 else App("union", tuple(found))


def _one_set(reader: Reader) -> Term:
    opening = reader.here()
    reader.at += 1
    if opening.text in ("R", "reals") and not is_declared(reader.scope, opening.text):
        return App("vectors", _dimensions(reader)) if reader.skip("^") else REALS
    if opening.text == "N" and not is_declared(reader.scope, "N"):
        return App("whole", ())
    if _has_dots(reader):
        reader.at -= 1
        low = reader.expression()
        reader.expect("..", "write 1..n")
        return App("whole", (low, reader.expression()))
    if opening.text not in ("(", "[", "\\{"):
        message = f"a set was expected, not {opening.text or 'the end'}"
        raise reader.wrong(message, "write an interval, as (0, oo)", opening)
    with reader.inside():
        ends = [reader.expression()]
        while reader.skip(","):
            ends.append(reader.expression())
    closing = reader.here().text
    if opening.text == "\\{":
        reader.expect("\\}", "close the set with }")
        return App("points", tuple(ends))
    if closing not in (")", "]"):
        raise reader.wrong("this interval is never closed", "close it with ) or ]", opening)
    interval = App(opening.text + closing, tuple(ends))
    if len(ends) != 2:
        raise reader.wrong("an interval has two ends", "write it as (0, oo)", opening)
    if not is_interval(interval):
        raise reader.wrong("oo and -oo belong to no interval", "use ( or ) at an end that is not finite", opening)
    reader.at += 1
    return interval


def _has_dots(reader: Reader) -> bool:
    """Whether `..` follows before the next comma, as in 1..n."""
    for token in reader.tokens[reader.at :]:
        if token.text in ("..", ","):
            return token.text == ".."
    return False


def _dimensions(reader: Reader) -> tuple[Term, ...]:
    """The n of R^n, or the m and the n of R^(m x n)."""
    bracket = next((sign for sign in ("(", "{") if reader.skip(sign)), None)
    found = [reader.operand(POWER)]
    while bracket and (reader.skip("x") or reader.skip("*")):
        found.append(reader.operand(POWER))
    if bracket:
        reader.expect({"(": ")", "{": "}"}[bracket], "write R^(m x n)")
    if len(found) > 2:
        raise reader.wrong("a list of lists of vectors", "two dimensions are read: R^(m x n)")
    return tuple(found)


def qualifiers(reader: Reader) -> Qualifiers:
    """Everything that follows a claim, up to the end."""
    where: Term | None = None
    conditions: list[Term] = []
    bare: list[Var] = []
    while reader.here().kind != "end":
        start = reader.here()
        comma = False
        while reader.here().text in _BETWEEN and (reader.here().text != "and" or conditions or where is not None):
            comma = True
            reader.at += 1
        if reader.skip("on"):
            if where is not None:
                raise reader.wrong("a second set", "join them: on (-oo, 0) U (0, oo)", start)
            where = region(reader)
        elif reader.here().text in _STARTS or (comma and reader.here().kind != "end"):
            plain = reader.here().text not in _STARTS and not conditions and where is None
            reader.at += reader.here().text in _STARTS
            _skip_words(reader)
            began = reader.at
            found = condition(reader)
            if reader.at == began + 1:
                bare.append(found[0].args[0])  # type: ignore[union-attr, arg-type]
            else:
                if bare and start.text == "," and not _mentions(found, bare):
                    conditions = conditions[: -len(bare)]
                    found = for_each(bare, found)
                bare = []
            if plain and not all(_is_about_a_variable(one) for one in found):
                remedy = "write one claim a line, or for … before a condition"
                raise reader.wrong("a second claim on one line", remedy, start)
            conditions += found
        elif reader.here().kind != "end":
            reader.finish()
            raise reader.wrong(f"{reader.here().text} is not understood here", "write on … or for …")
    return Qualifiers(where, tuple(conditions))


def _mentions(found: list[Term], bare: list[Var]) -> bool:
    """`for x, y > x` speaks of x itself: it is no list of letters with one condition."""
    return any(letter.name in free(one) for letter in bare for one in found)


def for_each(bare: list[Var], found: list[Term]) -> list[Term]:
    """`x, y > 0` says x > 0 as well as y > 0: the letters that stand bare before a condition share it."""
    of = next((side for one in found if isinstance(one, App) for side in one.args if isinstance(side, Var)), None)
    if of is None or _mentions(found, bare):
        return found
    return [*(substitute(one, {of.name: letter}) for letter in bare for one in found), *found]


def _is_about_a_variable(said: Term) -> bool:
    """Whether a relation that follows a comma is a condition, as in `…, x > 0`, and not a second claim."""
    return isinstance(said, App) and said.head != "=" and any(isinstance(side, Var) for side in said.args)


def _skip_words(reader: Reader) -> None:
    while reader.here().text in ("all", "every", "each", "any", "real"):
        reader.at += 1


def condition(reader: Reader) -> list[Term]:
    """`x > 0`, `0 < x < 1`, `x in [0, 1]`, `whole n >= 1`, or `x` alone, which ranges over all reals."""
    if reader.says("whole") and not is_declared(reader.scope, "whole"):
        return _whole(reader)
    left = reader.expression()
    if reader.skip("whole"):
        return [App("whole", (left,))]
    if reader.skip("in"):
        return [App("in", (left, region(reader)))]
    found: list[Term] = []
    while reader.here().text in RELATIONS:
        relation = reader.here().text
        reader.at += 1
        right = reader.expression()
        found.append(App(relation, (left, right)))
        left = right
    if found:
        return found
    if isinstance(left, Var):
        return [App("in", (left, REALS))]
    raise reader.wrong("a condition was expected", "write it as x > 0 or x in [0, 1]")


def _whole(reader: Reader) -> list[Term]:
    """`whole n`, `whole n >= 1`, `whole m >= n >= 0`: every letter is a whole number."""
    token = reader.here()
    reader.at += 1
    found = condition(reader)
    match found:
        case [App("in", (Var() as n, where))] if where is REALS:
            return [App("whole", (n,))]
    letters = dict.fromkeys(side for one in found if isinstance(one, App) for side in one.args if isinstance(side, Var))
    if not letters:
        raise reader.wrong("it is not clear what is whole", "write for whole n >= 1", token)
    return [*(App("whole", (letter,)) for letter in letters), *found]


def hypotheses(conditions: tuple[Term, ...]) -> tuple[Term, ...]:
    """Conditions as the kernel takes them: membership in an interval is a pair of inequalities.

    `x in R` stays as it is: it says that the claim is about every real x.
    """
    found: list[Term] = []
    for said in conditions:
        match said:
            case App("in", (x, App() as where)) if is_interval(where) and where is not REALS:
                found += membership(x, where)
            case App("in", (n, App("whole", ends))):
                low, *high = ends or (Num(1),)
                found += [App("whole", (n,)), App(">=", (n, low)), *(App("<=", (n, end)) for end in high)]
            case _:
                found.append(said)
    return tuple(found)


def domain_from(reader: Reader, x: Term, conditions: tuple[Term, ...]) -> Term:
    """The set of the x that meet the conditions, all of which are about x alone."""
    lows: list[tuple[str, Term]] = []
    highs: list[tuple[str, Term]] = []
    holes: list[Term] = []
    for said in conditions:
        match said:
            case App("in", (one, where)) if one is x and (len(conditions) == 1 or where is REALS):
                if len(conditions) == 1:
                    return where
            case App(head, (one, bound)) if head in RELATIONS and one is x and x not in _letters(bound):
                _sort(head, bound, lows, highs, holes)
            case App(head, (bound, one)) if head in RELATIONS and one is x and x not in _letters(bound):
                _sort(_FLIPPED[head], bound, lows, highs, holes)
            case _:
                raise _unclear(reader)
    if len(lows) > 1 or len(highs) > 1:
        raise _unclear(reader)
    left, low = lows[0] if lows else ("(", MINUS_OO)
    right, high = highs[0] if highs else (")", OO)
    if left == "=" and (highs or holes):
        raise _unclear(reader)
    if left == "=":
        return App("points", (low,))
    return _without(reader, left, low, right, high, holes)


def _letters(term: Term) -> frozenset[Term]:
    return frozenset(map(Var, free(term)))


def _sort(
    relation: str, bound: Term, lows: list[tuple[str, Term]], highs: list[tuple[str, Term]], holes: list[Term]
) -> None:
    match relation:
        case ">":
            lows.append(("(", bound))
        case ">=":
            lows.append(("[", bound))
        case "<":
            highs.append((")", bound))
        case "<=":
            highs.append(("]", bound))
        case "!=":
            holes.append(bound)
        case _:
            lows.append(("=", bound))


def _without(reader: Reader, left: str, low: Term, right: str, high: Term, holes: list[Term]) -> Term:
    """The interval without the holes, which must be numbers inside it (or a single hole in the whole line)."""
    if not holes:
        return App(left + right, (low, high))
    if len(holes) > 1 or low is not MINUS_OO or high is not OO:
        ends = _number(low, -1), _number(high, 1)
        numbers = [as_number(hole) for hole in holes]
        if not all(n is not None and ends[0] is not None and ends[1] is not None for n in numbers):
            raise _unclear(reader)
        inside = {n: hole for n, hole in zip(numbers, holes, strict=True) if n is not None and ends[0] < n < ends[1]}  # type: ignore[operator]
        holes = [inside[n] for n in sorted(inside)]
    pieces: list[Term] = []
    for hole in holes:
        pieces.append(App(left + ")", (low, hole)))
        left, low = "(", hole
    pieces.append(App(left + right, (low, high)))
    return pieces[0] if len(pieces) == 1 else App("union", tuple(pieces))


def _number(end: Term, sign: int) -> Fraction | float | None:
    return sign * float("inf") if end in (MINUS_OO, OO) else as_number(end)


def _unclear(reader: Reader) -> Exception:
    return reader.wrong("the conditions do not make one set", "give the set: on (0, oo)")
