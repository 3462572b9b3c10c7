"""A page that reveals only its next steps: what a learner asks for who wants to do the rest alone."""

from __future__ import annotations

from dataclasses import replace

from sigmaprime.document.page import Block, Display, Document, Heading, Line, Paragraph, Text, say


def hinted(document: Document, steps: int, asked: Text) -> Document:
    """The page up to its first `steps` lines, then by which rule it goes on; `asked` takes the place of the title.

    Of several routes each shows its own next steps. The last line is a step like any other: a hint for more steps than
    there are is the whole page.
    """
    blocks: list[Block] = []
    left = steps
    hidden: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            blocks += _outlook(hidden)
            left, hidden = steps, []
        if isinstance(block, Display):
            shown, rest = block.lines[:left], block.lines[left:]
            hidden += rest
            left -= len(shown)
            blocks += (Display(shown),) if shown else ()
        elif not hidden:
            blocks.append(block)
    blocks += _outlook(hidden)
    whole = document.title if blocks == list(document.blocks) else asked
    return replace(document, title=whole, blocks=tuple(blocks))


def _outlook(hidden: list[Line]) -> tuple[Block, ...]:
    """What comes next, in the words of its reason, and how many steps there are still."""
    if not hidden:
        return ()
    how = "last step" if len(hidden) == 1 else "next step"
    return (Paragraph((say(how, reason=hidden[0].reason, count=str(len(hidden))),)),)
