"""The colours of a picture, and the picture as an `<svg>` that takes them from the page on which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TypeAlias

from sigmaprime.kernel.term import Wrong

_Dash: TypeAlias = tuple[float, Sequence[float]]

# Colours that tell three curves apart for most colour-blind readers, in daylight and on paper.
CURVES = ("#0072b2", "#c2410c", "#7a3e9d", "#00795c")
DASHES: tuple[_Dash, ...] = ((0, ()), (0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)))
INK, FAINT, SHADE = "#1a1a1a", "#d0d0d0", "#8c9aa8"


def themed(raw: str, title: str, told: str, prefix: str) -> str:
    """The drawing without its own size, colours and fonts, and with a title and a description."""
    body = raw[raw.index("<svg") : raw.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<style[^>]*>.*?</style>", "", body, flags=re.DOTALL)
    view = re.search(r'viewBox="([^"]*)"', body)
    if view is None:
        raise Wrong("Matplotlib wrote a drawing without a view box")
    body = body[body.index(">") + 1 :]
    body = re.sub(r'\bid="', f'id="{prefix}-', body)
    body = re.sub(r'href="#', f'href="#{prefix}-', body).replace("url(#", f"url(#{prefix}-")
    body = body.replace("xlink:href", "href").replace(INK, "currentColor").replace(FAINT, f"var(--plot-grid, {FAINT})")
    body = body.replace(SHADE, f"var(--plot-shade, {SHADE})")
    for number, colour in enumerate(CURVES, 1):
        body = body.replace(colour, f"var(--plot-{number}, {colour})")
    body = re.sub(r"font: ([0-9.]+px)[^;\"]*", r"font: \1 system-ui, sans-serif", body)
    return (
        f'<svg class="plot" role="img" viewBox="{view[1]}" aria-labelledby="{prefix}-title {prefix}-desc" '
        f'xmlns="http://www.w3.org/2000/svg" stroke-linejoin="round" stroke-linecap="butt">'
        f'<title id="{prefix}-title">{escape(title)}</title>'
        f'<desc id="{prefix}-desc">{escape(told)}</desc>{body}</svg>\n'
    )
