"""Vectors by their components: x_i, vectors with one component changed, lists of numbers, δ_ij and w·x.

A vector is a family of numbers, one for every whole number. There are as many such families as there are real numbers
(Cantor: ℝ^ℕ and ℝ have the same size), so every real number is the label of exactly one family, under a labelling that
is fixed once and for all, and a letter that stands for a real number may stand for that family. `component(x, i)`,
written x[i], is the member with the whole number i of the family with the label x; it is defined for every x and every
whole i. `put(x, j, t)` is the label of the family that has t for its member j and otherwise the members of x;
`vec(a, b, …)` that of one with the members a, b, … from 1 on. So ∂u/∂x_j is the derivative of t ↦ u(put(x, j, t)) at x_j: no new kind of derivative is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import backwards, rule

FAMILY: Final = "Halmos, Naive Set Theory, §9 (families)"
PARTIAL: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 9.16 (partial derivatives)"
DELTA: Final = "DLMF §1.1 and Common Notations, https://dlmf.nist.gov/not (Kronecker delta)"
DOT: Final = "DLMF §1.6(i), https://dlmf.nist.gov/1.6#i (dot product)"
LONGEST: Final = 4  # list of numbers

_DOT: Final = rule("dot product", "dot(c, d, b) = sum(component(c, x)*component(d, x), x, 1, b)", source=DOT)


def _lists() -> Iterator[Rule]:
    for length in range(1, LONGEST + 1):
        members = [f"u{n}" for n in range(1, length + 1)]
        said = f"vec({', '.join(members)})"
        yield rule(f"a list of {length} is defined", f"defined({said})",
                   given="; ".join(f"defined({u})" for u in members), source=FAMILY)  # fmt: skip
        for place, member in enumerate(members, 1):
            others = "; ".join(f"defined({u})" for u in members if u != member)
            yield rule(f"member {place} of a list of {length}", f"component({said}, {place}) = {member}",
                       given=others, source=FAMILY)  # fmt: skip


# fmt: off
RULES: Final = (
    rule("an index is whole",          "whole(v)",     given="defined(component(u, v))",           source=FAMILY),

    rule("component is defined",       "defined(component(u, v))", given="defined(u); whole(v)",   source=FAMILY),
    rule("changed vector is defined",  "defined(put(u, v, w))", given="defined(u); whole(v); defined(w)", source=FAMILY),
    rule("the changed component",      "component(put(u, v, w), v) = w", given="defined(u); whole(v)", source=FAMILY),
    rule("an unchanged component",     "component(put(u, v, w), h) = component(u, h)",
         given="whole(v); defined(w); h != v", source=FAMILY),
    rule("a vector left as it was",    "put(u, v, component(u, v)) = u",  given="whole(v)",        source=FAMILY),
    rule("derivative of a component",  "D(component(put(c, a, x), b), x) = delta(b, a)", given="defined(c)", source=PARTIAL),
    rule("derivative of a dot product", "D(dot(put(c, a, x), d, b), x) = component(d, a)",
         given="defined(c); whole(a); 1 <= a; a <= b; whole(b)", source=PARTIAL),
    rule("derivative of a dot product, factor last", "D(dot(d, put(c, a, x), b), x) = component(d, a)",
         given="defined(c); whole(a); 1 <= a; a <= b; whole(b)", source=PARTIAL),
    *_lists(),

    rule("delta is defined",           "defined(delta(u, v))", given="whole(u); whole(v)",         source=DELTA),
    rule("delta of an index and itself", "delta(u, u) = 1",    given="whole(u)",                   source=DELTA),
    rule("delta of different indices", "delta(u, v) = 0",      given="whole(u); whole(v); u != v", source=DELTA),
    rule("delta read backwards",       "delta(u, v) = delta(v, u)",                                source=DELTA),
    rule("square of delta",            "delta(u, v)^2 = delta(u, v)",                              source=DELTA),

    _DOT,
    backwards(_DOT),
)
# fmt: on
