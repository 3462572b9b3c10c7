"""Sets: who belongs to them, and their ends."""

from __future__ import annotations

import pytest

from sigmaprime.kernel.sets import MINUS_OO, OO, ends, is_interval, left_end, membership, right_end
from sigmaprime.kernel.term import App, Num, Var, Wrong
from tests.kernel.making import term

X = Var("x")


@pytest.mark.parametrize(("region", "said", "inside"), [
    ("(0, 1)", "x > 0; x < 1", "x > 0; x < 1"), ("[0, 1]", "x >= 0; x <= 1", "x > 0; x < 1"),
    ("[0, oo)", "x >= 0", "x > 0"), ("(-oo, 1]", "x <= 1", "x < 1"), ("(-oo, oo)", "", ""),
])  # fmt: skip
def test_intervals(region: str, said: str, inside: str) -> None:
    assert membership(X, term(region)) == tuple(map(term, filter(None, said.split("; "))))
    assert membership(X, term(region), inside=True) == tuple(map(term, filter(None, inside.split("; "))))
    assert is_interval(term(region))


def test_other_sets() -> None:
    assert membership(X, term("domain(ln(y), y)")) == (term("defined(ln(x))"),)
    assert membership(X, term("points(1, 2)")) == (term("x in points(1, 2)"),)
    assert membership(X, App("points", ())) == ()
    assert membership(X, term("union((0, 1), (2, 3))")) == (term("x in union((0, 1), (2, 3))"),)


@pytest.mark.parametrize("region", ["[-oo, 1)", "[-oo, oo]", "(0, oo]", "[0, oo]", "x", "3", "f(1, 2)"])
def test_no_sets(region: str) -> None:
    assert not is_interval(term(region))
    with pytest.raises(Wrong):
        membership(X, term(region))
    with pytest.raises(Wrong):
        ends(term(region))


def test_the_interior_of_a_domain_is_not_known() -> None:
    with pytest.raises(Wrong):
        membership(X, term("domain(ln(y), y)"), inside=True)


def test_ends() -> None:
    assert left_end(term("[0, 1)")) is term("from_above(0)")
    assert right_end(term("[0, 1)")) is term("from_below(1)")
    assert left_end(term("(-oo, 1)")) is MINUS_OO
    assert right_end(term("(1, oo)")) is OO
    assert ends(term("(0, 1]")) == (Num(0), Num(1))
