"""Formulas in prose as MathML: through our own reader where it understands them, else through a converter.

Prose may speak of things that are no terms of the language, such as the points x₁, …, xₙ or a lone s. These go
through latex2mathml, after what it is known to get wrong has been put differently; what comes out is repaired, and
validated. A formula that neither can write stops the build: nothing half-right is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from types import MappingProxyType
from typing import Final

from latex2mathml.converter import convert
from latex2mathml.exceptions import NoAvailableTokensError

from sigmaprime.kernel.term import Term
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.text import read_term
from sigmaprime.write import WRITERS
from sigmaprime.write._repair import repaired
from sigmaprime.write.writer import NotWritable

_MATH: Final = '<math xmlns="http://www.w3.org/1998/Math/MathML"'
_APPLY: Final = "\u2061"
_NAMED: Final = re.compile(r"\\(ln|log|exp|sin|cos|tan|sinh|cosh|tanh|max|min)(?![A-Za-z])\s*(?=(\(|\\left|\^|$)?)")
_OPENING: Final = re.compile(r"(?<!\\left)\(")
_BARS: Final = re.compile(r"(?<!\\left)\|([^|]+)(?<!\\right)\|")
_CLOSING: Final = re.compile(r"(?<!\\right)\)")
# What latex2mathml makes an identifier of, although it stands between things.
_CHARACTERS: Final = MappingProxyType({r"\ldots": "…", r"\cdots": "⋯", r"\blacksquare": "∎", r"\pm": "±"})
_COMMAND: Final = re.compile(r"\\(?:ldots|cdots|blacksquare|pm)(?![A-Za-z])")
# A minus with nothing before it that it could be taken from.
_PREFIX: Final = re.compile(r"(?<=[(=<>,\[{])(?P<space>\s*)-|^\s*-")
_SPACES: Final = re.compile(r"\s+")
_TEXT: Final = re.compile(r"\\text\s*\{([^{}]*)\}")


def mathml(latex: str, display: bool, scope: Scope) -> str:
    """A `<math>` element for a formula in prose; `scope` is what the page declares. Raises `NotWritable`."""
    if (term := _read(latex, scope)) is not None:
        return WRITERS["mathml"].inline(term)
    form = ' display="block"' if display else ""
    return f"{_MATH}{form}>{_inside(latex, display, [row.name for row in scope.definitions])}</math>"


def _read(latex: str, scope: Scope) -> Term | None:
    """The term, if our reader knows it and our writer would set it just as the author did."""
    try:
        term = read_term(f"${latex}$", scope)
        written = WRITERS["latex"].inline(term)
    except (NotUnderstood, NotWritable):
        return None
    return term if _SPACES.sub("", written) == _SPACES.sub("", latex) else None


def _inside(latex: str, display: bool, functions: Iterable[str]) -> str:
    """Words within a formula are set apart, because the converter does not escape them."""
    whole = latex.strip()
    mark = whole[-1] if whole[-1:] in (".", ",", ";") else ""
    pieces = _TEXT.split(whole.removesuffix(mark))
    written = []
    for index, piece in enumerate(pieces):
        if index % 2:
            written.append(f"<mtext>{escape(piece).replace(' ', '&#160;')}</mtext>")
        elif piece.strip():
            written.append(_converted(_put_differently(piece, functions), display))
    if not written:
        raise NotWritable("an empty formula")
    written += [f"<mtext>{mark}</mtext>"] if mark else []
    return written[0] if len(written) == 1 else f"<mrow>{''.join(written)}</mrow>"


def _put_differently(latex: str, functions: Iterable[str]) -> str:
    names = "|".join(sorted(map(re.escape, functions), key=len, reverse=True))
    latex = _COMMAND.sub(lambda found: f"{_CHARACTERS[found[0]]} ", latex).replace("'", "′").replace("⋯", r"\,⋯\,")
    latex = _BARS.sub(r"{\\left|\1\\right|}", latex)
    latex = _NAMED.sub(lambda found: rf"\{found[1]}{_APPLY}" + ("" if found[2] else r"\,"), latex)
    if names:
        latex = re.sub(rf"(?<![A-Za-z\\])({names})(′*)(?=\()", rf"\1\2{_APPLY}", latex)
    return _grouped(_PREFIX.sub(r"\g<space>−", latex))


def _grouped(latex: str) -> str:
    """Round brackets in groups of their own, so that they grow with what they hold and not with what stands beside."""
    if len(_OPENING.findall(latex)) != len(_CLOSING.findall(latex)):
        return latex
    return _CLOSING.sub(")}", _OPENING.sub("{(", latex))


def _converted(latex: str, display: bool) -> str:
    try:
        written = repaired(convert(latex, display="block" if display else "inline"))
    except (NoAvailableTokensError, IndexError, KeyError, TypeError, ValueError) as error:
        raise NotWritable(f"not a formula that can be converted: {error}") from error
    return written.replace("<mi>±</mi>", "<mo>±</mo>")
