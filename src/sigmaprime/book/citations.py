"""Citations in prose: `[@hill1910]`, `[@hill1910, p. iv]`, `[@hill1910; @weiss1997]`.

They are read by a rule of the Markdown parser, so that what stands in code or in a formula stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_WHOLE: Final = re.compile(r"\[(@[^\]\n]*(?:\n[^\]\n]+)*)\]")
_ONE: Final = re.compile(r"@(?P<key>[A-Za-z0-9]+(?:[-_:][A-Za-z0-9]+)*)(?:\s*,\s*(?P<place>\S.*))?", re.DOTALL)
KIND: Final = "citation"


@dataclass(frozen=True, slots=True)
class Citation:
    """The key of a work, and the place in it, `p. iv`, where one is named."""

    key: str
    place: str = ""


def citing(markdown: MarkdownIt) -> None:
    """Let `markdown` know citations; use it as `MarkdownIt.use(citing)`."""
    markdown.inline.ruler.before("link", KIND, _rule)


def citations(inside: str) -> tuple[Citation, ...] | None:
    """What stands between the brackets, `@a, p. 3; @b`; nothing if it is no list of citations."""
    found = [_ONE.fullmatch(" ".join(part.split())) for part in inside.split(";")]
    if not all(found):
        return None
    return tuple(Citation(one["key"], one["place"] or "") for one in found if one)


def cited(token: Token) -> tuple[Citation, ...]:
    """The citations of a token of this kind."""
    return tuple(token.meta["citations"] or ())


def _rule(state: StateInline, silent: bool) -> bool:
    found = _WHOLE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push(KIND, "", 0)
        token.content = found[1]
        token.meta = {"citations": citations(found[1])}
    state.pos = found.end()
    return True
