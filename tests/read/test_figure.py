"""`plot` and `table` lines: every clause in any order, captions as they stand, and errors with their place."""

from __future__ import annotations

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.read.lines import read_claims
from sigmaprime.read.row import write_row
from sigmaprime.read.syntax import Plot, Table, Unread

LET = "let k > 0, b\nlet f(x) = k*x + b\nlet s(t) = t^2\n"


def plot(text: str) -> Plot:
    line = read_claims(LET + text, "f.claims", PHRASES)[-1]
    assert isinstance(line, Plot), line
    return line


def table(text: str) -> Table:
    line = read_claims(LET + text, "f.claims", PHRASES)[-1]
    assert isinstance(line, Table), line
    return line


def test_a_plot_with_everything() -> None:
    read = plot(
        "plot f, s' on [-2, 2] with points (0, 1/2), (1, s(1)), shaded between 0 and s on [0, 1],\n"
        '  shaded between 1 and 2, with k = 1, 2, b = 0, caption "A *line*, $s(t)$ [@k, p. 3]."'
    )
    assert (write_row(read.low), write_row(read.high)) == ("-2", "2")
    assert [tuple(map(write_row, point)) for point in read.points] == [("0", "1/2"), ("1", "s(1)")]
    assert [shaded.ends is None for shaded in read.shaded] == [False, True]
    assert [[(name, write_row(value)) for name, value in setting] for setting in read.settings] == [
        [("k", "1"), ("b", "0")], [("k", "2"), ("b", "0")],
    ]  # fmt: skip
    assert read.caption == "A *line*, $s(t)$ [@k, p. 3]."


def test_the_clauses_in_another_order() -> None:
    read = plot("plot s, caption “Short.” with points (0, 0) on [0, pi]")
    assert (write_row(read.high), len(read.points), read.caption) == ("pi", 1, "Short.")


def test_tables() -> None:
    read = table("table s(x), s'(x), f at x = -1, 1/2, k to 3 decimals, with k = 2, b = 1")
    assert [write_row(function) for function in read.functions] == ["fn(x, s(x))", "fn(x, s'(x))", "fn(x, f(x))"]
    assert [write_row(place) for place in read.places] == ["-1", "1/2", "k"]
    assert (read.digits, read.decimals) == (3, True)
    assert (table("table s at x = 1").digits, table("table s at t = 1, 2 to 7 digits").digits) == (4, 7)


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("plot s on [0, 1] with m = 2", "a parameter was expected, not m", 23),
        ("plot s on [0, 1] with k = x", "x has no value", 27),
        ("plot s on [0, 1] with k = 1, k = 2", "k has its values already", 30),
        ("plot s on [0, 1] with points 1", "( was expected", 30),
        ("plot s on [0, 1] with points (1)", "a point has two coordinates", 32),
        ("plot s on [0, 1] shaded from 1", "between was expected", 25),
        ("plot s on [0, 1] dotted", "dotted is not understood here", 18),
        ("plot f on [0, 1] with k = 1, 2, 3, 4, 5, 6, 7, 8, 9", "more than 8 curves", 1),
        ("table s on [0, 1]", "at was expected", 9),
        ("table s at x = 1, y", "y has no value", 12),
        ("table s at x = 1 to 0 digits", "a number of digits from 1 to 50", 21),
        ("table s at x = 1 to 4 apples", "digits or decimals was expected", 23),
        ("table s at x = 1 with k = 1, 2", "one value of each parameter", 12),
        ("table (t*2) at x = 1", "t has no value", 21),
        ("[label] table s at x = 1", "only claims have labels", 9),
    ],
)  # fmt: skip
def test_what_is_wrong_and_where(text: str, message: str, column: int) -> None:
    line = read_claims(LET + text, "f.claims", PHRASES)[-1]
    assert isinstance(line, Unread)
    assert message in f"{line.message}; {line.remedy}"
    assert line.place.column == column
