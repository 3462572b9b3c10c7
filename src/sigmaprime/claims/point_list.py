"""Inflection points, zeros, critical points: exactly these and no others."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.kernel.rule import Rule
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the words: exactly these points and no others"
LISTS = ("inflections", "zeros", "critical")

COUNTS = ("", "", "two", "three")
PLACES = ("first", "second", "third")


def _zeros(count: int) -> Rule:
    """Each point of the list is a zero in the set, and a zero in the set is one of them."""
    points = [f"a{number}" for number in range(1, count + 1)]
    listed = f"points({', '.join(points)})"
    each = "; ".join(f"{a} in S; at(u, x, {a}) = 0" for a in points)
    name = f"the zero{'s' if count > 1 else ''} and no other{'s' if count > 1 else ''}: {count}"
    return rule(
        name, f"zeros(u, x, S, {listed})",
        given=f"in(x, S) => defined(u); {each}; in(x, S), u = 0 => x in {listed}", source=MEANING,
    )  # fmt: skip


def _inflections_in_one_part(place: int, count: int) -> Rule:
    """Inflection points are a local matter: those of a union of open sets are those of its parts."""
    sets = [f"A{number}" for number in range(1, count + 1)]
    parts = "; ".join(
        f"open[{one}]; inflections(u, x, {one}, {'T' if k == place else 'points()'})" for k, one in enumerate(sets)
    )
    name = f"inflection points in the {PLACES[place]} of {COUNTS[count]} open parts"
    return rule(name, f"inflections(u, x, union({', '.join(sets)}), T)", given=parts, source=MEANING)


# fmt: off
ROWS: Final = (
    *map(_zeros, range(1, 7)),
    rule("critical points of a differentiable function", "critical(u, x, S, T)",
         given="open[S]; zeros(D(u, x), x, S, T)", source=MEANING),
    *(_inflections_in_one_part(place, count) for count in (2, 3) for place in range(count)),
    rule("not a zero", "not(zeros(u, x, S, T))", given="a in T; at(u, x, a) != 0", source=MEANING),
    rule("undefined at a zero", "not(zeros(u, x, S, T))", given="a in T; undefined(at(u, x, a))", source=MEANING),
    rule("a zero that is missing", "not(zeros(u, x, S, T))",
         given="a in S; at(u, x, a) = 0; outside[a, T]", source=MEANING),
    rule("a zero outside the set", "not(zeros(u, x, S, T))", given="a in T; outside[a, S]", source=MEANING),
    rule("a slope there, so not critical", "not(critical(u, x, S, T))",
         given="a in T; D[fn(x, u), a] != 0", source=MEANING),
    rule("a critical point that is missing", "not(critical(u, x, S, T))",
         given="p < a; a < q; in(x, (p, q)) => x in S; D[fn(x, u), a] = 0; outside[a, T]", source=MEANING),
    rule("curved one way, so no inflection point", "not(inflections(u, x, S, T))",
         given="a in T; p < a; a < q; convex(u, x, (p, q))", source=MEANING),
    rule("curved the other way, so no inflection point", "not(inflections(u, x, S, T))",
         given="a in T; p < a; a < q; concave(u, x, (p, q))", source=MEANING),
    *(rule(f"a point that is missing from the {head}", f"not({head}(u, x, S, T))",
           given=f"{head}(u, x, S, R); c in R; outside[c, T]", source=MEANING) for head in LISTS),
    *(rule(f"a point too many among the {head}", f"not({head}(u, x, S, T))",
           given=f"{head}(u, x, S, R); c in T; outside[c, R]", source=MEANING) for head in LISTS),
    rule("the only point",          "c in points(c)", given="defined(c)", source=MEANING),
    rule("the first of two",        "c in points(c, a)", given="defined(c)", source=MEANING),
    rule("the second of two",       "c in points(a, c)", given="defined(c)", source=MEANING),
    rule("the first of three",      "c in points(c, a, b)", given="defined(c)", source=MEANING),
    rule("the second of three",     "c in points(a, c, b)", given="defined(c)", source=MEANING),
    rule("the third of three",      "c in points(a, b, c)", given="defined(c)", source=MEANING),
    rule("not the only point",      "outside[c, points(a)]",   given="c != a", source=MEANING),
    rule("neither of two",          "outside[c, points(a, b)]", given="c != a; c != b", source=MEANING),
    rule("none of three",           "outside[c, points(a, b, d)]", given="c != a; c != b; c != d", source=MEANING),
    rule("none of no points",       "outside[c, points()]",    given="defined(c)", source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "inflections",
        denials=(
            "curved one way, so no inflection point",
            "curved the other way, so no inflection point",
            "a point that is missing from the inflections",
            "a point too many among the inflections",
        ),
        words=(Phrase("inflections", "has inflection points at {x} = {A:terms}"),),
    ),
    Kind(
        "zeros",
        denials=(
            "not a zero",
            "undefined at a zero",
            "a zero that is missing",
            "a zero outside the set",
            "a point that is missing from the zeros",
            "a point too many among the zeros",
        ),
        words=(Phrase("zeros", "has zeros at {x} = {A:terms}"),),
    ),
    Kind(
        "critical",
        denials=(
            "a slope there, so not critical",
            "a critical point that is missing",
            "a point that is missing from the critical",
            "a point too many among the critical",
        ),
        words=(Phrase("critical", "has critical points at {x} = {A:terms}"),),
    ),
)
