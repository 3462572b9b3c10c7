"""Prose as HTML: Markdown's own rendering, with typeset mathematics and links from page to page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from markdown_it.token import Token

from sigmaprime.book.citations import KIND, Citation, cited
from sigmaprime.book.markup import parser

# A formula and the full stop after it stay on one line.
_WITH_MARK = re.compile(r"(<math\b(?:(?!</math>).)*</math>)([.,;:!?)”’]+)", re.DOTALL)
Mathematics = Callable[[str, bool, int], str]
Cite = Callable[[tuple[Citation, ...]], str]


def prose_html(tokens: Sequence[Token], hrefs: Mapping[str, str], mathematics: Mathematics, cite: Cite) -> str:
    """`hrefs` says where the page `NAME.md` is found; `mathematics(latex, display, line)` gives MathML."""
    markdown = parser()

    def inline(_: Any, all_tokens: Sequence[Token], index: int, *__: Any) -> str:
        token = all_tokens[index]
        return mathematics(token.content, False, token.meta["line"])

    def display(_: Any, all_tokens: Sequence[Token], index: int, *__: Any) -> str:
        token = all_tokens[index]
        return f'<div class="display" tabindex="0">{mathematics(token.content, True, token.meta["line"])}</div>\n'

    def link(_: Any, all_tokens: Sequence[Token], index: int, *__: Any) -> str:
        target, mark, anchor = str(all_tokens[index].attrs["href"]).partition("#")
        return f'<a href="{escape(hrefs.get(target, target) + mark + anchor)}">'

    def code(_: Any, all_tokens: Sequence[Token], index: int, *__: Any) -> str:
        return f'<pre tabindex="0"><code>{escape(all_tokens[index].content)}</code></pre>\n'

    def citation(_: Any, all_tokens: Sequence[Token], index: int, *__: Any) -> str:
        return cite(cited(all_tokens[index]))

    markdown.add_render_rule(KIND, citation)
    markdown.add_render_rule("math_inline", inline)
    markdown.add_render_rule("math_block", display)
    markdown.add_render_rule("link_open", link)
    markdown.add_render_rule("fence", code)
    markdown.add_render_rule("code_block", code)
    markdown.add_render_rule("table_open", lambda *_: '<div class="scroll" tabindex="0"><table>')
    markdown.add_render_rule("table_close", lambda *_: "</table></div>\n")
    written = str(markdown.renderer.render(list(tokens), markdown.options, {}))
    return _WITH_MARK.sub(r'<span class="nowrap">\1\2</span>', written)
