"""Vectors and indices: what is written is read again as the same, and a whole vector stands in dot products alone."""

from __future__ import annotations

import pytest

from sigmaprime.notation.line import language
from sigmaprime.notation.plane import boxed
from sigmaprime.read.declare import scope_of
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.text import read_term
from sigmaprime.write._tex import spell

SCOPE = scope_of(("n in N", "m in N", "x, w in R^n", "X in R^(m x n)", "i, j in 1..n", "k in 1..m", "c"))
TERMS = (
    "x[i]", "x[1] + x[j]", "X[k][j]", "delta(i, j)*x[j]", "dot(w, x)", "c*dot(w, X[k])", "exp(x[i])",
    "sum(x[l]^2, l, 1, n)", "diff(sum(exp(x[l]), l, 1, n), x[j])", "diff(dot(w, x)^2, w[2])",
)  # fmt: skip


@pytest.mark.parametrize("text", TERMS)
def test_a_term_is_written_as_it_is_read(text: str) -> None:
    term = read_term(text, SCOPE)
    assert language(term) == text
    assert read_term(f"${spell(boxed(term))}$", SCOPE) is term


@pytest.mark.parametrize(
    ("text", "same"),
    [("x_i", "x[i]"), ("X_kj", "X[k, j]"), ("w*x", "dot(w, x)"), ("d/dx_j x_i", "diff(x[i], x[j])")],
)
def test_two_ways_of_writing(text: str, same: str) -> None:
    assert read_term(text, SCOPE) is read_term(same, SCOPE)


def test_an_index_that_is_bound_inside_is_another_one() -> None:
    """∂/∂x_i of Σ_i x_i is about the i outside, which the i of the sum must not catch."""
    assert language(read_term("diff(sum(x[i], i, 1, n), x[i])", SCOPE)) == "diff(sum(x[i_1], i_1, 1, n), x[i])"


@pytest.mark.parametrize(
    "text",
    ["x", "x + 1", "exp(x)", "2*x", "c*x^2", "x*c", "x^2", "w*X", "dot(w, c)", "diff(x[1], x)", "diff(x[1], x[i + 1])"],
)
def test_a_whole_vector_is_no_number(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_term(text, SCOPE)
