"""Terms: one object each, what is free in them, and what may be put where."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction

import pytest

from sigmaprime.kernel.term import (
    App,
    Num,
    Var,
    Wrong,
    as_number,
    children,
    free,
    number,
    paths,
    replace,
    require,
    substitute,
    subterm,
    subterms,
)  # fmt: skip
from tests.kernel.making import term

X, Y = Var("x"), Var("y")


def test_equal_terms_are_one_object() -> None:
    assert App("+", (X, Num(1))) is App("+", (Var("x"), Num(Fraction(2, 2))))
    assert App("f", ()) is not App("g", ())
    for made in (X, Num(3), App("f", (X, Y))):
        assert pickle.loads(pickle.dumps(made)) is made
        assert copy.deepcopy(made) is made


def test_a_number_has_no_sign() -> None:
    with pytest.raises(Wrong, match="sign"):
        Num(-1)
    assert number(Fraction(-1, 2)) is App("neg", (Num(Fraction(1, 2)),))
    assert [as_number(t) for t in (number(-3), Num(2), App("neg", (Num(0),)), X)] == [-3, 2, None, None]


def test_places() -> None:
    whole = term("x + 2*y")
    assert children(X) == ()
    assert list(paths(whole)) == [(), (0,), (1,), (1, 0), (1, 1)]
    assert subterm(whole, (1, 1)) is Y
    assert replace(whole, (1, 0), X) is term("x + x*y")
    assert subterms(whole) == {whole, X, Y, Num(2), term("2*y")}
    for at in ((2,), (0, 0), (-1,)):
        with pytest.raises(Wrong, match="position"):
            subterm(whole, at)
        with pytest.raises(Wrong, match="position"):
            replace(whole, at, X)


def test_free_variables() -> None:
    assert free(term("D[fn(x, x*y), x]")) == {"x", "y"}
    assert free(term("fn(x, x*y)")) == {"y"}
    assert free(Num(2)) == frozenset()


def test_substitution_does_not_capture() -> None:
    assert substitute(term("D[fn(x, x*y), x]"), {"x": Num(2)}) is term("D[fn(x, x*y), 2]")
    assert substitute(term("fn(x, x*y)"), {"y": Num(2)}) is term("fn(x, x*2)")
    assert substitute(term("fn(x, x)"), {"y": X}) is term("fn(x, x)")
    with pytest.raises(Wrong, match="captured"):
        substitute(term("fn(x, x*y)"), {"y": term("x + 1")})


def test_require() -> None:
    require(True, "never said")
    with pytest.raises(Wrong, match="said"):
        require(False, "said")
