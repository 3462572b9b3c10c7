"""Symmetry: a graph that is its own mirror image, or its own image under a half-turn about a point."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind, undefined
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"

# fmt: off
ROWS: Final = (
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
    *(row for name, claim, image in (
        ("not even", "even(u, x, S)", "-a"), ("not odd", "odd(u, x, S)", "-a"),
        ("no mirror line", "mirror(u, x, S, b)", "2*b - a"), ("no centre", "centre(u, x, S, b, c)", "2*b - a"),
        ("not periodic", "periodic(u, x, S, p)", "a + p")) for row in (
            rule(f"{name}, the image lies outside", f"not({claim})", given=f"a in S; outside[{image}, S]", source=MEANING),
            rule(f"{name}, undefined at the image", f"not({claim})", given=f"a in S; undefined(at(u, x, {image}))", source=MEANING))),
    rule("period zero",      "not(periodic(u, x, S, p))", given="p = 0",  source=MEANING),
    rule("not periodic",     "not(periodic(u, x, S, p))", given="a in S; at(u, x, a + p) != at(u, x, a)", source=MEANING),
    *undefined(("even", "odd")),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "even",
        words=(Phrase("even", "is even"),),
        theorems=("even",),
        denials=(
            "not even",
            "not even, for lack of a mirror image",
            "not even, the image lies outside",
            "undefined, so not even",
        ),
    ),
    Kind(
        "odd",
        words=(Phrase("odd", "is odd"),),
        theorems=("odd",),
        denials=(
            "not odd",
            "not odd, for lack of a mirror image",
            "not odd, the image lies outside",
            "undefined, so not odd",
        ),
    ),
    Kind(
        "mirror",
        words=(Phrase("mirror", "is symmetric about {x} = {a:term}"),),
        theorems=("even, so symmetric about x = 0", "mirror line"),
        denials=("no mirror line", "no mirror line, undefined at the image", "no mirror line, the image lies outside"),
    ),
    Kind(
        "centre",
        words=(Phrase("centre", "is symmetric about ({a:term}, {b:term})"),),
        theorems=("odd, so symmetric about the origin", "centre on the y-axis", "centre"),
        denials=("no centre", "no centre, undefined at the image", "no centre, the image lies outside"),
    ),
    Kind(
        "periodic",
        words=(Phrase("periodic", "is periodic with period {p:term}"),),
        theorems=("periodic",),
        denials=(
            "not periodic",
            "period zero",
            "not periodic, undefined at the image",
            "not periodic, the image lies outside",
        ),
    ),
)
