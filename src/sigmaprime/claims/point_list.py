"""Inflection points, zeros, critical points: exactly these and no others."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the words: exactly these points and no others"
LISTS = ("inflections", "zeros", "critical")

# fmt: off
ROWS: Final = (
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
        denials=("a point that is missing from the inflections", "a point too many among the inflections"),
        words=(Phrase("inflections", "has inflection points at {x} = {A:terms}"),),
    ),
    Kind(
        "zeros",
        denials=("a point that is missing from the zeros", "a point too many among the zeros"),
        words=(Phrase("zeros", "has zeros at {x} = {A:terms}"),),
    ),
    Kind(
        "critical",
        denials=("a point that is missing from the critical", "a point too many among the critical"),
        words=(Phrase("critical", "has critical points at {x} = {A:terms}"),),
    ),
)
