"""Increasing, decreasing, monotonic: by the sign of the derivative; refuted by two points out of order."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind, undefined
from sigmaprime.kernel.rule import Rule
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
MEAN_VALUE = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 5.10 and 5.11 (mean value theorem)"

WORDS: Final = {
    "strictly_increasing": ("strictly increasing", "<=", ">"),
    "increasing": ("increasing", "<=", ">="),
    "strictly_decreasing": ("strictly decreasing", ">=", "<"),
    "decreasing": ("decreasing", ">=", "<="),
}


def _on_parts(head: str) -> tuple[Rule, ...]:
    """From two parts of a set to the whole, and the set with one point."""
    word, first, second = WORDS[head]
    return (
        rule(f"{word} on both sides of a point", f"{head}(u, x, S)",
             given=f"{head}(u, x, T); {head}(u, x, R); c in T; c in R; in(x, S), x <= c => x in T; in(x, S), x >= c => x in R",
             source=MEANING),
        rule(f"{word} on two parts, one after the other", f"{head}(u, x, S)",
             given=f"{head}(u, x, T); {head}(u, x, R); in(x, S) => x in union(T, R); in(x, T) => x <= a; in(x, R) => x >= a; "
                   f"in(x, T) => u {first} b; in(x, R) => u {second} b",
             source=MEANING),
        rule(f"{word} on a single point", f"{head}(u, x, points(c))", given="defined(at(u, x, c))", source=MEANING),
    )  # fmt: skip


def _flat_at_isolated_points(head: str, sign: str) -> Rule:
    """Where a slope that keeps its sign is 0 on an interval, all its derivatives are."""
    return rule(
        f"{WORDS[head][0]}, with a slope that is zero at isolated points", f"{head}(u, x, S)",
        given=f"interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) {sign} 0; "
              "inside(x, S), D(u, x) = 0 => D(D(D(u, x), x), x) != 0",
        source=MEAN_VALUE,
    )  # fmt: skip


# fmt: off
ROWS: Final = (
    *(row for head in WORDS for row in _on_parts(head)),
    _flat_at_isolated_points("strictly_increasing", ">="),
    _flat_at_isolated_points("strictly_decreasing", "<="),
    rule("injective on two parts with values apart", "injective(u, x, S)",
         given="injective(u, x, T); injective(u, x, R); in(x, S) => x in union(T, R); in(x, T) => u < b; in(x, R) => u >= b",
         source=MEANING),
    rule("positive slope",      "strictly_increasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) > 0",  source=MEAN_VALUE),
    rule("negative slope",      "strictly_decreasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) < 0",  source=MEAN_VALUE),
    rule("nonnegative slope",   "increasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) >= 0", source=MEAN_VALUE),
    rule("nonpositive slope",   "decreasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) <= 0", source=MEAN_VALUE),
    rule("slope zero",          "constant(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) = 0", source=MEAN_VALUE),
    rule("a constant function has one value", "apply(k, u) = apply(k, v)",
         given="constant[k, S]; u in S; v in S", source=MEANING),
    rule("strictly increasing, so increasing", "increasing(u, x, S)", given="strictly_increasing(u, x, S)", source=MEANING),
    rule("strictly decreasing, so decreasing", "decreasing(u, x, S)", given="strictly_decreasing(u, x, S)", source=MEANING),
    rule("increasing, so monotonic", "monotonic(u, x, S)", given="increasing(u, x, S)", source=MEANING),
    rule("decreasing, so monotonic", "monotonic(u, x, S)", given="decreasing(u, x, S)", source=MEANING),
    rule("strictly increasing, so injective", "injective(u, x, S)", given="strictly_increasing(u, x, S)", source=MEANING),
    rule("strictly decreasing, so injective", "injective(u, x, S)", given="strictly_decreasing(u, x, S)", source=MEANING),
    rule("an increasing function keeps <",  "apply(k, u) < apply(k, v)",
         given="strictly_increasing[k, S]; u in S; v in S; u < v",  source=MEANING),
    rule("an increasing function keeps >",  "apply(k, u) > apply(k, v)",
         given="strictly_increasing[k, S]; u in S; v in S; u > v",  source=MEANING),
    rule("an increasing function keeps <=", "apply(k, u) <= apply(k, v)",
         given="increasing[k, S]; u in S; v in S; u <= v",          source=MEANING),
    rule("an increasing function keeps >=", "apply(k, u) >= apply(k, v)",
         given="increasing[k, S]; u in S; v in S; u >= v",          source=MEANING),
    rule("a decreasing function turns < round",  "apply(k, u) > apply(k, v)",
         given="strictly_decreasing[k, S]; u in S; v in S; u < v",  source=MEANING),
    rule("a decreasing function turns > round",  "apply(k, u) < apply(k, v)",
         given="strictly_decreasing[k, S]; u in S; v in S; u > v",  source=MEANING),
    rule("a decreasing function turns <= round", "apply(k, u) >= apply(k, v)",
         given="decreasing[k, S]; u in S; v in S; u <= v",          source=MEANING),
    rule("a decreasing function turns >= round", "apply(k, u) <= apply(k, v)",
         given="decreasing[k, S]; u in S; v in S; u >= v",          source=MEANING),
    rule("above an earlier value", "apply(k, u) > v",
         given="strictly_increasing[k, S]; a in S; u in S; u > a; apply(k, a) >= v", source=MEANING),
    rule("still above an earlier value", "apply(k, u) > v",
         given="increasing[k, S]; a in S; u in S; u >= a; apply(k, a) > v", source=MEANING),
    rule("not below an earlier value", "apply(k, u) >= v",
         given="increasing[k, S]; a in S; u in S; u >= a; apply(k, a) >= v", source=MEANING),
    rule("above a later value", "apply(k, u) > v",
         given="strictly_decreasing[k, S]; a in S; u in S; u < a; apply(k, a) >= v", source=MEANING),
    rule("still above a later value", "apply(k, u) > v",
         given="decreasing[k, S]; a in S; u in S; u <= a; apply(k, a) > v", source=MEANING),
    rule("not below a later value", "apply(k, u) >= v",
         given="decreasing[k, S]; a in S; u in S; u <= a; apply(k, a) >= v", source=MEANING),
    rule("below a later value", "apply(k, u) < v",
         given="strictly_increasing[k, S]; a in S; u in S; u < a; apply(k, a) <= v", source=MEANING),
    rule("still below a later value", "apply(k, u) < v",
         given="increasing[k, S]; a in S; u in S; u <= a; apply(k, a) < v", source=MEANING),
    rule("not above a later value", "apply(k, u) <= v",
         given="increasing[k, S]; a in S; u in S; u <= a; apply(k, a) <= v", source=MEANING),
    rule("below an earlier value", "apply(k, u) < v",
         given="strictly_decreasing[k, S]; a in S; u in S; u > a; apply(k, a) <= v", source=MEANING),
    rule("still below an earlier value", "apply(k, u) < v",
         given="decreasing[k, S]; a in S; u in S; u >= a; apply(k, a) < v", source=MEANING),
    rule("not above an earlier value", "apply(k, u) <= v",
         given="decreasing[k, S]; a in S; u in S; u >= a; apply(k, a) <= v", source=MEANING),
    rule("a monotonic function takes a value once", "apply(k, u) != apply(k, v)",
         given="injective[k, S]; u in S; v in S; u != v", source=MEANING),
    rule("not increasing",          "not(increasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) > at(u, x, b)",  source=MEANING),
    rule("not strictly increasing", "not(strictly_increasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) >= at(u, x, b)", source=MEANING),
    rule("not decreasing",          "not(decreasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) < at(u, x, b)",  source=MEANING),
    rule("not strictly decreasing", "not(strictly_decreasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) <= at(u, x, b)", source=MEANING),
    rule("neither increasing nor decreasing", "not(monotonic(u, x, S))",
         given="not(increasing(u, x, S)); not(decreasing(u, x, S))", source=MEANING),
    rule("not injective",           "not(injective(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) = at(u, x, b); defined(at(u, x, b))", source=MEANING),
    rule("not constant",            "not(constant(u, x, S))",
         given="a in S; b in S; at(u, x, a) != at(u, x, b)",        source=MEANING),
    *undefined(("increasing", "strictly_increasing", "decreasing", "strictly_decreasing", "monotonic", "injective", "constant")),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "increasing",
        words=(Phrase("increasing", "is increasing"),),
        theorems=("nonnegative slope", "strictly increasing, so increasing"),
        denials=("not increasing", "undefined, so not increasing"),
    ),
    Kind(
        "strictly_increasing",
        words=(Phrase("strictly_increasing", "is strictly increasing"),),
        theorems=("positive slope",),
        denials=("not strictly increasing", "undefined, so not strictly increasing"),
    ),
    Kind(
        "decreasing",
        words=(Phrase("decreasing", "is decreasing"),),
        theorems=("nonpositive slope", "strictly decreasing, so decreasing"),
        denials=("not decreasing", "undefined, so not decreasing"),
    ),
    Kind(
        "strictly_decreasing",
        words=(Phrase("strictly_decreasing", "is strictly decreasing"),),
        theorems=("negative slope",),
        denials=("not strictly decreasing", "undefined, so not strictly decreasing"),
    ),
    Kind(
        "monotonic",
        words=(Phrase("monotonic", "is monotonic"),),
        theorems=("increasing, so monotonic", "decreasing, so monotonic"),
        denials=("neither increasing nor decreasing", "undefined, so not monotonic"),
    ),
    Kind(
        "injective",
        words=(Phrase("injective", "is injective"),),
        theorems=("strictly increasing, so injective", "strictly decreasing, so injective"),
        denials=("not injective", "undefined, so not injective"),
    ),
    Kind(
        "constant",
        words=(Phrase("constant", "is constant"),),
        theorems=("slope zero",),
        denials=("not constant", "undefined, so not constant"),
    ),
)
