"""Pages: their blocks, links and titles, and what is wrong with them, said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sigmaprime.book.page import Block, Heading, Link, Page, Prose, page
from sigmaprime.claims import PHRASES
from sigmaprime.read.syntax import Definition, NotUnderstood, Statement, Unread

TEXT = """# A *title*

Some prose with $x^2$
and a [link](02-other.md#there).

```claims
let f(x) = x^2
f is even
```

More.

```claims
f(1) = 1
f(2) = = 4
```
"""


def read(text: str) -> Page:
    return page(Path("01-page.md"), text, PHRASES)


def blocks(text: str) -> list[Block]:
    return [part for part in read(text).parts if isinstance(part, Block)]


def test_prose_and_blocks_in_turn() -> None:
    found = read(TEXT)
    assert [type(part) for part in found.parts] == [Prose, Block, Prose, Block, Prose]
    assert found.name == "01-page"
    assert found.title == "A title"
    assert found.links == (Link("02-other.md", "there", 4),)
    assert [row.name for row in found.scope.definitions] == ["f"]


def test_each_line_stands_in_its_block() -> None:
    first, second = blocks(TEXT)
    assert [type(line) for line in first.lines] == [Definition, Statement]
    assert [type(line) for line in second.lines] == [Statement, Unread]
    assert (first.first, first.last, second.first, second.last) == (6, 9, 13, 16)


def test_a_block_may_hold_nothing_but_definitions() -> None:
    found = blocks("```claims\nlet f(x) = x\n```\n\n```claims\nlet g(x) = x\n```\n")
    assert [[line.name for line in block.lines if isinstance(line, Definition)] for block in found] == [["f"], ["g"]]


def test_a_page_without_a_heading_is_called_by_its_name() -> None:
    assert read("Just words.\n").title == "01-page"


def test_lines_of_a_listing_are_no_claims() -> None:
    assert not blocks("````\n```claims\n1 = 2\n```\n````\n")


def test_a_label_may_be_used_once_on_a_page() -> None:
    first, second = blocks("```claims\n[a] 1 = 1\n```\n\n```claims\n[a] 2 = 2\n```\n")
    assert isinstance(first.lines[0], Statement)
    assert isinstance(second.lines[0], Unread)


@pytest.mark.parametrize("fence", ["```claims", "~~~claims", "```python"])
def test_a_block_that_is_never_closed(fence: str) -> None:
    with pytest.raises(NotUnderstood, match=r"01-page\.md:3: this block is opened and never closed"):
        read(f"# Title\n\n{fence}\n1 = 1\n")


def test_headings_and_every_place_that_can_be_linked_to() -> None:
    found = read(
        "# T\n\n## The *peak* of $\\sigma'$\n\n### Twice\n\n## Twice\n\n"
        "```claims\n[twice] 1 = 1\n2 = 2\nplot x on [0, 1]\ntable x at x = 1\nplot x on [0, 2]\n```\n"
    )
    assert found.headings == (
        Heading(2, "The peak of σ′", "the-peak-of-σ"), Heading(3, "Twice", "twice-2"), Heading(2, "Twice", "twice-3"),
    )  # fmt: skip
    assert found.anchors == {
        "the-peak-of-σ", "twice", "twice-2", "twice-3", "L11", "figure-1", "figure-2", "table-1",
    }  # fmt: skip


def test_the_part_that_begins_with_a_page() -> None:
    found = read("---\npart: The family\n---\n\n# T\n\n[a](b.md)\n")
    assert (found.part, found.title, found.begins) == ("The family", "T", 3)
    assert found.links[0].line == 7
    with pytest.raises(NotUnderstood, match=r"01-page\.md:1: nothing is known of author"):
        read("---\nauthor: me\n---\n\n# T\n")
