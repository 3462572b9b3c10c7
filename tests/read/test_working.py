"""Someone's working as it is read: its rows, what joins them, alternatives, conditions, and the habits of paper."""

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.notation.line import language
from sigmaprime.read.habits import on_paper
from sigmaprime.read.rows import BLANK, rows
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.working import Step, read_working

READ = {
    "x^2 = 4 => x = 2": ["x^2 = 4", "=> x = 2"],
    "x^2 = 4\nx = 2 or x = -2": ["x^2 = 4", "x = 2 | x = -2"],
    "x = ±2": ["x = 2 | x = -2"],
    "x > 1 and x < 3 or x = 5": ["x > 1 & x < 3 | x = 5"],
    "0 < x < 1": ["0 < x & x < 1"],
    "a\n= b\n<= c": ["a", "… a = b", "… b <= c"],
    "(x^2-x)/x = x - 1 for x != 0": ["(x^2 - x)/x = x - 1"],
    "x^2 + 1 = 0 => no solution": ["x^2 + 1 = 0", "=> 0 = 1"],
    "x² = 4 ⇒ x = 2 ⇔ x = 2": ["x^2 = 4", "=> x = 2", "<=> x = 2"],
    "x^2 = 4, so x = 2": ["x^2 = 4", "=> x = 2"],
    "1. x = 1\n2. x + 1 = 2": ["x = 1", "x + 1 = 2"],
    "f(x) = x^2\nf'(x) = 2x": ["f(x) = x^2", "f'(x) = 2*x"],
    "x^2 = 1\nx_1 = 1, x_2 = -1": ["x^2 = 1", "x = 1 | x = -1"],
    "x_1 + x_2 = 3\nx_1 = 3 - x_2": ["x_1 + x_2 = 3", "x_1 = 3 - x_2"],
    "2x = 4 | :2\nx = 2  # done": ["2*x = 4", "x = 2"],
    "|x - 1| = |x|": ["abs(x - 1) = abs(x)"],
    "y = x^2\ny' = 2x": ["y(x) = x^2", "y'(x) = 2*x"],
    r"\begin{align*} x^2 &= 9 \\[2pt] \Rightarrow\quad x &= \pm 3 \end{align*}": ["x^2 = 9", "=> x = 3 | x = -3"],
    r"\[ x = 1 \text{ or } x = 2 \]": ["x = 1 | x = 2"],
    r"\left[ x^2 \right]_1^3 = 8": ["3^2 - 1^2 = 8"],
    "int(x, x)\n= x^2/2 + C": ["int(x, x)", "… int(x, x) = x^2/2 + C"],
    "ln|x| = 0": ["ln(abs(x)) = 0"],
}  # fmt: skip


def shown(step: Step) -> str:
    joint = f"{step.joint} " if step.joint else "… " if step.goes_on else ""
    if step.alone is not None:
        return language(step.alone)
    return joint + " | ".join(" & ".join(map(language, case)) for case in step.cases)


@pytest.mark.parametrize("text", READ)
def test_what_is_read(text: str) -> None:
    steps, _ = read_working(text, Scope(), PHRASES)
    assert [shown(step) for step in steps] == READ[text]


def test_an_empty_line_begins_anew() -> None:
    assert [row.joint for row in rows("x = 1\n\n\nx = 2\n")] == ["", BLANK, ""]
    steps, _ = read_working("x = 1\n\nx = 2", Scope(), PHRASES)
    assert [(step.begins, step.line, step.column) for step in steps] == [(True, 1, 1), (True, 3, 1)]


@pytest.mark.parametrize(
    ("text", "place"),
    [("x = 1\n=> x + 1", 9), ("x = 1\nx = (2", 10), ("x^2 = 4\n= \n", 9), ("x = 1 =>", 8), ("x = y(2)", 4)],
)
def test_an_error_points_at_its_place(text: str, place: int) -> None:
    with pytest.raises(NotUnderstood) as error:
        read_working(text, Scope(), PHRASES)
    assert abs(error.value.offset - place) <= 1


def test_habits_keep_places() -> None:
    for text in ("x_1 = 1, x_2 = 2", "x = 1 | +3", "|x| = 3", "x_1 + x_2 = 3"):
        assert len(on_paper(text)) == len(text)
    assert on_paper("|x| = 3") == "|x| = 3"
