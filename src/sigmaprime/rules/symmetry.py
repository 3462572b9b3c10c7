"""Symmetry: a graph that is its own mirror image, or its own image under a half-turn about a point."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

MEANING = "Stewart, Calculus, 8th ed., §1.1 (symmetry); the definition of the word"

# fmt: off
RULES: Final = (
    rule("even",             "even(u, x, S)",
         given="in(x, S) => -x in S; in(x, S) => at(u, x, -x) = u; in(x, S) => defined(u)", source=MEANING),
    rule("odd",              "odd(u, x, S)",
         given="in(x, S) => -x in S; in(x, S) => at(u, x, -x) = -u; in(x, S) => defined(u)", source=MEANING),
    rule("even, so symmetric about x = 0", "mirror(u, x, S, 0)", given="even(u, x, S)", source=MEANING),
    rule("odd, so symmetric about the origin", "centre(u, x, S, 0, 0)", given="odd(u, x, S)", source=MEANING),
    rule("mirror line",      "mirror(u, x, S, a)",
         given="in(x, S) => 2*a - x in S; in(x, S) => at(u, x, 2*a - x) = u; in(x, S) => defined(u)", source=MEANING),
    rule("centre on the y-axis", "centre(u, x, S, 0, b)",
         given="in(x, S) => -x in S; in(x, S) => at(u, x, -x) = 2*b - u; in(x, S) => defined(u); defined(b)",
         source=MEANING),
    rule("centre",           "centre(u, x, S, a, b)",
         given="in(x, S) => 2*a - x in S; in(x, S) => at(u, x, 2*a - x) = 2*b - u; in(x, S) => defined(u); defined(b)",
         source=MEANING),
    rule("not even",         "not(even(u, x, S))",  given="a in S; at(u, x, -a) != at(u, x, a)", source=MEANING),
    rule("not odd",          "not(odd(u, x, S))",   given="a in S; at(u, x, -a) != -at(u, x, a)", source=MEANING),
    rule("no mirror line",   "not(mirror(u, x, S, b))", given="a in S; at(u, x, 2*b - a) != at(u, x, a)", source=MEANING),
    rule("no centre",        "not(centre(u, x, S, b, c))",
         given="a in S; at(u, x, 2*b - a) != 2*c - at(u, x, a)", source=MEANING),
    rule("not even, for lack of a mirror image", "not(even(u, x, S))", given="a in S; undefined(at(u, x, -a))", source=MEANING),
    rule("not odd, for lack of a mirror image",  "not(odd(u, x, S))",  given="a in S; undefined(at(u, x, -a))", source=MEANING),
    rule("periodic",         "periodic(u, x, S, p)",
         given="p != 0; in(x, S) => x + p in S; in(x, S) => x - p in S; in(x, S) => at(u, x, x + p) = u; in(x, S) => defined(u)",
         source=MEANING),
    rule("not periodic",     "not(periodic(u, x, S, p))", given="a in S; at(u, x, a + p) != at(u, x, a)", source=MEANING),
)
# fmt: on
