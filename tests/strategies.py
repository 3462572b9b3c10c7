"""Hypothesis strategies: terms of every shape, sensible or not."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.read.row import BINDERS
from sigmaprime.read.size import is_too_large

NUMBERS = st.one_of(st.integers(0, 12), st.fractions(0, 9, max_denominator=12)).map(lambda n: Num(Fraction(n)))
VARIABLES = st.sampled_from(("x", "y", "t", "x_1", "k")).map(Var)
CONSTANTS = st.sampled_from((App("pi", ()), App("oo", ()), App("exp", (Num(1),))))
LEAVES = st.one_of(NUMBERS, VARIABLES, CONSTANTS)

HEADS = st.one_of(
    st.sampled_from(
        (
            *"+-*/^",
            "neg",
            "fn",
            "()",
            "[]",
            "(]",
            "[)",
            "=",
            "<",
            "in",
            "~=",
            "pi",
            "exp",
            "s''",
            "and",
            "union",
            "points",
        )
    ),
    st.sampled_from(sorted(BINDERS)),
    st.text(max_size=4),
)


def _grown(children: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    return st.one_of(
        st.builds(lambda head, a, b: App(head, (a, b)), st.sampled_from("+-*/^"), children, children).filter(
            lambda u: u.head != "^" or not is_too_large(*u.args)
        ),
        children.map(lambda u: App("neg", (u,))),
        st.builds(lambda f, u: App(f, (u,)), st.sampled_from(("exp", "ln", "sin", "s", "s'", "abs")), children),
        st.builds(lambda x, u: App("D", (App("fn", (x, u)), x)), VARIABLES, children),
    )


def _anything(children: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    return st.builds(lambda head, args: App(head, tuple(args)), HEADS, st.lists(children, max_size=4))


def expressions(leaves: int = 12) -> st.SearchStrategy[Term]:
    """Expressions as an author would write them."""
    return st.recursive(LEAVES, _grown, max_leaves=leaves)


def terms(leaves: int = 12) -> st.SearchStrategy[Term]:
    """Any term at all: odd heads, odd arities, odd names."""
    odd = st.one_of(LEAVES, st.text(max_size=4).map(Var))
    return st.recursive(odd, lambda inner: st.one_of(_grown(inner), _anything(inner)), max_leaves=leaves)
