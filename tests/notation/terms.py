"""Random terms of the language, as a reader might make them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.read.scope import Scope
from sigmaprime.read.size import is_too_large
from sigmaprime.read.syntax import Definition

X = Var("x")
SCOPE = Scope(
    definitions=(Definition("s", ("x",), App("exp", (X,))), Definition("f", ("x",), X), Definition("g2", ("x",), X)),
    parameters=("k", "x", "y", "x0", "theta"),
)

NUMBERS = st.one_of(
    st.integers(0, 12).map(Num),
    st.builds(lambda p, q: Num(Fraction(p, q)), st.integers(0, 9), st.integers(1, 9)),
)
ATOMS: st.SearchStrategy[Term] = st.one_of(
    NUMBERS, st.sampled_from(["x", "y", "k", "x0", "theta"]).map(Var), st.just(App("pi", ()))
)
UNARY = [
    "neg",
    "exp",
    "ln",
    "sqrt",
    "abs",
    "sin",
    "tanh",
    "sech",
    "log2",
    "cbrt",
    "sigmoid",
    "softplus",
    "s",
    "s'",
    "f''",
    "g2",
]


def grown(terms: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    return st.one_of(
        st.builds(lambda head, u: App(head, (u,)), st.sampled_from(UNARY), terms),
        st.builds(lambda head, u, v: App(head, (u, v)), st.sampled_from("+-*/^"), terms, terms).filter(
            lambda power: power.head != "^" or not is_too_large(*power.args)
        ),
        st.builds(lambda u: App("D", (App("fn", (X, u)), X)), terms),
        st.builds(lambda u, a, b: App("int", (App("fn", (X, u)), a, b)), terms, terms, terms),
        st.builds(lambda u, a: App("lim", (App("fn", (X, u)), a)), terms, NUMBERS),
        st.builds(lambda u, n: App("sum", (App("fn", (Var("i"), u)), Num(1), n)), terms, NUMBERS),
    )


TERMS = st.recursive(ATOMS, grown, max_leaves=12)
