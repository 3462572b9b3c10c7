"""A function that solves an ordinary differential equation of the first order."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"

# fmt: off
ROWS: Final = (
    rule("solution", "solves[fn(x, u), S, fn(x, fn(y, f))]",
         given="in(x, S) => D(u, x) = at(f, y, u); in(x, S) => defined(at(f, y, u))", source=MEANING),
    rule("solution with its initial value", "solves[fn(x, u), S, fn(x, fn(y, f)), initial(p, q)]",
         given="solves[fn(x, u), S, fn(x, fn(y, f))]; p in S; at(u, x, p) = q; defined(q)", source=MEANING),
    rule("not a solution",          "not(solves[fn(x, u), S, fn(x, fn(y, f))])",
         given="a in S; D[fn(x, u), a] != at(at(f, y, u), x, a)", source=MEANING),
    rule("undefined, so not a solution", "not(solves[fn(x, u), S, fn(x, fn(y, f))])",
         given="a in S; undefined(at(u, x, a))", source=MEANING),
    rule("not a solution, whatever it starts from", "not(solves[fn(x, u), S, fn(x, fn(y, f)), initial(p, q)])",
         given="not(solves[fn(x, u), S, fn(x, fn(y, f))])", source=MEANING),
    rule("another initial value",   "not(solves[fn(x, u), S, fn(x, fn(y, f)), initial(p, q)])",
         given="at(u, x, p) != q", source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "solves",
        words=(Phrase("solves", "solves {F:ode}"), Phrase("solves", "solves {F:ode} with {I:initial}")),
        theorems=("solution with its initial value", "solution"),
        denials=(
            "not a solution, whatever it starts from",
            "another initial value",
            "not a solution",
            "undefined, so not a solution",
        ),
    ),
)
