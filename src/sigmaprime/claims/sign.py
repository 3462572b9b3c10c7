"""Positive, negative, nonzero and so on, for every point of the set."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind, undefined
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
BETWEEN = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.23 (intermediate value theorem)"

# fmt: off
ROWS: Final = (
    rule("positive",       "positive(u, x, S)",    given="in(x, S) => u > 0",  source=MEANING),
    rule("negative",       "negative(u, x, S)",    given="in(x, S) => u < 0",  source=MEANING),
    rule("not negative",   "nonnegative(u, x, S)", given="in(x, S) => u >= 0", source=MEANING),
    rule("not positive",   "nonpositive(u, x, S)", given="in(x, S) => u <= 0", source=MEANING),
    rule("not zero",       "nonzero(u, x, S)",     given="in(x, S) => u != 0", source=MEANING),
    rule("without zeros",  "no_zeros(u, x, S)",    given="in(x, S) => u != 0", source=MEANING),
    rule("a value that is not positive", "not(positive(u, x, S))",    given="a in S; at(u, x, a) <= 0", source=MEANING),
    rule("a value that is not negative", "not(negative(u, x, S))",    given="a in S; at(u, x, a) >= 0", source=MEANING),
    rule("a negative value",        "not(nonnegative(u, x, S))",      given="a in S; at(u, x, a) < 0",  source=MEANING),
    rule("a positive value",        "not(nonpositive(u, x, S))",      given="a in S; at(u, x, a) > 0",  source=MEANING),
    *(rule(f"a change of sign, so not {head.replace('_', ' ')}" + suffix, f"not({head}(u, x, S))",
           given=f"a < b; in(x, [a, b]) => x in S; continuous(u, x, [a, b]); at(u, x, a) {one} 0; at(u, x, b) {other} 0",
           source=BETWEEN)
      for head in ("nonzero", "no_zeros") for suffix, one, other in ((", rising", "<", ">"), (", falling", ">", "<"))),
    rule("a zero",                  "not(nonzero(u, x, S))",          given="a in S; at(u, x, a) = 0",  source=MEANING),
    rule("a zero after all",        "not(no_zeros(u, x, S))",         given="a in S; at(u, x, a) = 0",  source=MEANING),
    *undefined(("positive", "negative", "nonnegative", "nonpositive", "nonzero", "no_zeros")),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "positive",
        words=(Phrase("positive", "is positive"),),
        theorems=("positive",),
        denials=("a value that is not positive", "undefined, so not positive"),
    ),
    Kind(
        "negative",
        words=(Phrase("negative", "is negative"),),
        theorems=("negative",),
        denials=("a value that is not negative", "undefined, so not negative"),
    ),
    Kind(
        "nonnegative",
        words=(Phrase("nonnegative", "is nonnegative"),),
        theorems=("not negative",),
        denials=("a negative value", "undefined, so not nonnegative"),
    ),
    Kind(
        "nonpositive",
        words=(Phrase("nonpositive", "is nonpositive"),),
        theorems=("not positive",),
        denials=("a positive value", "undefined, so not nonpositive"),
    ),
    Kind(
        "nonzero",
        words=(Phrase("nonzero", "is nonzero"),),
        theorems=("not zero",),
        denials=(
            "a zero",
            "a change of sign, so not nonzero, rising",
            "a change of sign, so not nonzero, falling",
            "undefined, so not nonzero",
        ),
    ),
    Kind(
        "no_zeros",
        words=(Phrase("no_zeros", "has no zeros"),),
        theorems=("without zeros",),
        denials=(
            "a zero after all",
            "a change of sign, so not no zeros, rising",
            "a change of sign, so not no zeros, falling",
            "undefined, so not no zeros",
        ),
    ),
)
