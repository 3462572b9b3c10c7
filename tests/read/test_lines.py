"""Lines, declarations and files: what they are, and where their errors stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from sigmaprime.read.declare import read_let, scope_of
from sigmaprime.read.files import blocks, read_file, read_jsonl, read_markdown
from sigmaprime.read.lines import read_claims
from sigmaprime.read.row import read_row, write_row
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import (
    Definition,
    Derive,
    NotUnderstood,
    Parameters,
    Place,
    Plot,
    Statement,
    Study,
    Unread,
)
from tests.read.phrases import PHRASES

DECLARED = "let f(x) = x^2\n"


def lines(text: str) -> tuple[object, ...]:
    return read_claims(text, "page", PHRASES)


def test_continued_lines_and_comments() -> None:
    (read,) = lines("[tail]  # a label\n  x > 0   # the claim\n\t# a note\n  for x > 1\n")
    assert read == Statement(
        read_row("x > 0"), (read_row("x > 1"),), "tail", "proved", "x > 0 for x > 1", Place("page", 1, 1)
    )


def test_an_error_in_a_continuation_has_its_own_place() -> None:
    (read,) = lines("[c] x < \n   1 +\n   # comment\n   )")
    assert isinstance(read, Unread)
    assert (read.place, read.text, read.label) == (Place("page", 2, 6), "   1 +", "c")


def test_reading_goes_on_after_an_error() -> None:
    first, second = lines("x >\nfalse x > 1")
    assert isinstance(first, Unread)
    assert isinstance(second, Statement)
    assert second.expected == "refuted"
    assert second.place.line == 2


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("[b!] x > 0", "[b!] is not a label", 1),
        ("[a] study f", "only claims have labels", 5),
        ("false let k", "only claims have labels", 7),
        ("plot f on (0, 1)", "closed interval", 17),
        ("derive f'(x) = 1 = 2", "one end", 18),
        ("study g", "g is not declared as a function", 7),
        ("let f(x) = 1", "f is declared already", 5),
        ("let pi = 3", "this declares nothing", 5),
        ("let oo = 5", "this declares nothing", 5),
        ("let g(x) = g(x)", "g is not declared", 12),
        ("let g(x) = a*x", "a is not declared", 12),
        ("let g(x, x) = 1", "stands twice", 10),
        ("let g(x", "was expected before the end", 8),
        ("let g'(x) = 1", "follows from the function", 6),
        ("let on(x) = 1", "the name of a function was expected", 5),
        ("let", "let declares something", 4),
    ],
)
def test_bad_lines(text: str, message: str, column: int) -> None:
    _, read = lines(DECLARED + text)
    assert isinstance(read, Unread)
    assert message in read.message
    assert read.place == Place("page", 2, column)


def test_a_label_is_used_once() -> None:
    first, second = lines("[a] 1 < 2\n[a] 1 < 3")
    assert isinstance(first, Statement)
    assert isinstance(second, Unread)
    assert second.message == "the label [a] is used twice"


def test_derive_study_plot() -> None:
    _, *read = lines(
        DECLARED
        + "derive f'(x) = 2*x by quotient rule\nderive f'\nderive f'(x) by all\nstudy f'\nplot f, f' on [-2, 2]"
    )
    worked, simplest, every, study, plot = read
    assert worked == Derive(
        read_row("f'(x)"), read_row("2*x"), "quotient-rule", "derive f'(x) = 2*x by quotient rule", Place("page", 2, 1)
    )
    assert isinstance(simplest, Derive)
    assert (simplest.start, simplest.target, simplest.route) == (read_row("f'(x)"), None, None)
    assert isinstance(every, Derive)
    assert every.route == "all"
    assert isinstance(study, Study)
    assert write_row(study.function) == "fn(x, f'(x))"
    assert isinstance(plot, Plot)
    assert (len(plot.functions), write_row(plot.low), write_row(plot.high)) == (2, "-2", "2")


def test_let() -> None:
    assert read_let("k > 0, x0", Scope()) == Parameters(("k", "x0"), (read_row("k > 0"),))
    assert read_let("0 < q < 1", Scope()) == Parameters(("q",), (read_row("0 < q"), read_row("q < 1")))
    assert read_let("n in (0, 5]", Scope()) == Parameters(("n",), (read_row("n > 0"), read_row("n <= 5")))
    assert read_let("h(x, y) = x*y", Scope()) == Definition("h", ("x", "y"), read_row("x*y"))


def test_a_reused_name_has_a_head_of_its_own() -> None:
    scope = scope_of(("let exp(x) = exp(x)^2", "let e > 2"))
    assert scope.definitions[0] == Definition("exp·", ("x",), read_row("exp(x)^2"))
    says = read_claims("let exp(x) = x\nexp'(x) = 1", "page", PHRASES)[1]
    assert isinstance(says, Statement)
    assert write_row(says.says) == '"exp·\'"[x] = 1'
    body = read_let("g(x) = e^x", scope)
    assert isinstance(body, Definition)
    assert body.body is read_row("e^x")


PAGE = """\
# A page
```claims
let f(x) = x
[a] f is odd
```
~~~python
```claims
~~~
```{claims}
[a] f is even
f(x) = x +
```
"""


def test_markdown() -> None:
    _, first, second, third = read_markdown(PAGE, "page.md", PHRASES)
    assert isinstance(first, Statement)
    assert first.place == Place("page.md", 4, 1)
    assert isinstance(second, Unread)
    assert second.place == Place("page.md", 10, 1)
    assert isinstance(third, Unread)
    assert third.place == Place("page.md", 11, 10)


def test_an_unclosed_block() -> None:
    with pytest.raises(NotUnderstood) as caught:
        blocks("text\n```claims\nx > 0\n", "page.md")
    assert "line 2 is never closed" in caught.value.message
    assert caught.value.offset == 5


def test_jsonl() -> None:
    text = (
        '{"id": "a", "claim": "s(x) > 0", "let": ["s(x) = exp(x)"], "expect": "refuted"}\n\n[1]\n{"claim": 3}\n{bad\n'
        '{"claim": "s(x) > 0", "let": "s(x) = +"}\n{"claim": "x > 0", "expect": "maybe"}\n{"claim": "study sin"}'
    )
    good, *bad = read_jsonl(text, "x.jsonl", PHRASES)
    assert isinstance(good[0], Definition)
    assert isinstance(good[1], Statement)
    assert (good[1].label, good[1].expected, good[1].place.line) == ("a", "refuted", 1)
    assert [one[0].place.line for one in bad if isinstance(one[0], Unread)] == [3, 4, 5, 6, 7, 8]


def test_files(tmp_path: Path) -> None:
    good = tmp_path / "good.claims"
    good.write_bytes(b"\xef\xbb\xbf# a comment\r\n1 < 2\r\n")
    ((read,),) = read_file(str(good), PHRASES)
    assert isinstance(read, Statement)
    assert read.place.line == 2


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.claims", None, "no such file"),
        ("empty.claims", b" \n", "an empty file"),
        ("binary.claims", b"\x00\x01", "binary data"),
        ("latin.claims", b"1 < 2\n\xe9", "not UTF-8 (line 2)"),
        ("comment.claims", b"# nothing", "no claims in it"),
        ("page.md", b" ", "an empty file"),
        ("page.tex", b"x", "not yet read"),
        ("page.doc", b"x", "not a kind of file"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(NotUnderstood) as caught:
        read_file(str(path), PHRASES)
    assert message in caught.value.message


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match="a directory"):
        read_file(str(tmp_path), PHRASES)
