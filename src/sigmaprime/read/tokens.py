r"""From characters to tokens: numbers, names and signs, each with its place in the text.

Formulas between `$…$`, `\(…\)` and `\[…\]` become tokens of the same kinds (`latex.py`): there is one parser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from sigmaprime.read.syntax import NotUnderstood

LENGTH: Final = 10_000
DIGITS: Final = 1_000
HIGHEST_ORDER: Final = 200  # of a derivative
MOST_NESTED: Final = 20  # derivatives that are read as derivatives of derivatives
# How tightly operators bind.
SUM, MINUS, PRODUCT, POWER = 10, 15, 20, 30


class Token(NamedTuple):
    """`kind` is number, name, sign, prime, derivative (d/dx), command (of LaTeX), function (of LaTeX) or end."""

    kind: str
    text: str
    at: int


Formula: TypeAlias = Callable[[str, int, int], list[Token]]

_SIGNS: Final = {
    "−": "-", "–": "-", "·": "*", "⋅": "*", "×": "*", "∗": "*", "÷": "/", "≤": "<=", "⩽": "<=", "≥": ">=", "⩾": ">=",
    "≠": "!=", "≈": "~=", "→": "->", "∼": "~", "**": "^", "{": "\\{", "}": "\\}",
}  # fmt: skip
_NAMES: Final = {
    "∞": "oo", "∪": "U", "∈": "in", "ℝ": "R", "√": "sqrt", "∛": "cbrt", "ϕ": "phi", "ϑ": "theta", "ϵ": "epsilon",
}  # fmt: skip
_POWERS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_PRIMES: Final = {"″": 2, "‴": 3}
_GREEK: Final = "Α-ΡΣ-Ωα-ρσ-ω"
_VARIABLE: Final = rf"(?:[A-Za-z]|[{_GREEK}])[0-9]*(?:_[A-Za-z0-9]+)*"
_TOKEN: Final = re.compile(
    rf"""(?P<space>\s+)
    |(?P<latex>\$\$?|\\\(|\\\[)
    |(?P<derivative>d(?:\^(?:[0-9]+|[A-Za-z]))?/d(?P<by>{_VARIABLE})(?:\^(?:[0-9]+|[A-Za-z]))?(?![A-Za-z0-9_]))
    |(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)
    |(?P<greek>[{_GREEK}][0-9]*(?:_[A-Za-z0-9]+)*)
    |(?P<name>[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*|[∞∪∈ℝ√∛ϕϑϵ])
    |(?P<prime>['′’″‴])
    |(?P<power>[⁰¹²³⁴-⁹⁻]+)
    |(?P<sign>->|\.\.|<=|>=|!=|~=|\*\*|[-+*/^=<>()\[\]{{}},|~;:!]|[−–·⋅×∗÷≤⩽≥⩾≠≈→∼])""",
    re.VERBOSE,
)
_CLOSING: Final = {"$": "$", "$$": "$$", "\\(": "\\)", "\\[": "\\]"}


def split(text: str, start: int, end: int, formula: Formula | None = None) -> list[Token]:
    """The tokens of a stretch of text; `formula` reads what stands between `$` and `$`."""
    found: list[Token] = []
    at = start
    while at < end:
        match = _TOKEN.match(text, at, end)
        if match is None or (match.lastgroup == "latex" and formula is None):
            raise _stray(text, at)
        kind, said = match.lastgroup or "", match.group()
        if kind == "latex" and formula:
            close = text.find(_CLOSING[said], match.end(), end)
            if close < 0:
                remedy = f"close it with {_CLOSING[said]}"
                raise NotUnderstood(f"this {said} is never closed", text=text, offset=at, remedy=remedy)
            found += formula(text, match.end(), close)
            at = close + len(_CLOSING[said])
        else:
            found += _plain(kind, said, match.group("by"), text, at)
            at = match.end()
    return found


def _plain(kind: str, said: str, by: str | None, text: str, at: int) -> list[Token]:
    match kind:
        case "space":
            return []
        case "derivative" | "by":
            return [Token("derivative", f"{_order(said, text, at)} {_spelled(by or '')}", at)]
        case "number":
            return [Token("number", checked_number(said, text, at), at)]
        case "greek":
            return [Token("name", _spelled(said), at)]
        case "name":
            return [Token("name", _NAMES.get(said, said), at)]
        case "prime":
            return [Token("prime", "'", at)] * _PRIMES.get(said, 1)
        case "power":
            plain = said.translate(_POWERS)
            minus = [Token("sign", "-", at)] if plain[0] == "-" else []
            return [Token("sign", "^", at), *minus, Token("number", plain.lstrip("-") or "0", at)]
    return [Token("sign", _SIGNS.get(said, said), at)]


def checked_number(said: str, text: str, at: int) -> str:
    if len(said) > DIGITS:
        raise NotUnderstood(f"a number of {len(said):,} digits; the limit is {DIGITS:,}", text=text, offset=at)
    after = text[at + len(said) : at + len(said) + 2]
    if after[:1] in ("e", "E") and after[1:2].isdigit():
        remedy = f"write {said}*10^{after[1:]}…"
        raise NotUnderstood("numbers are written without an exponent letter", text=text, offset=at, remedy=remedy)
    return said


def _order(said: str, text: str, at: int) -> str:
    """How often d/dx, d^2/dx^2, d^n/dx^n … differentiates."""
    above, _, below = said.partition("/")
    orders = {part.partition("^")[2] or "1" for part in (above, below)}
    if len(orders) > 1:
        raise NotUnderstood("the orders of d above and below differ", text=text, offset=at, remedy="write d^2/dx^2")
    return orders.pop()


def _spelled(name: str) -> str:
    """A Greek letter by its name: σ is sigma, θ_1 is theta_1."""
    letter = unicodedata.name(name[0], "") if name else ""
    if not letter.startswith("GREEK"):
        return name
    word = letter.split()[-1].replace("LAMDA", "LAMBDA").lower()
    return (word.capitalize() if "CAPITAL" in letter else word) + name[1:]


def _stray(text: str, at: int) -> NotUnderstood:
    character = text[at]
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    remedy = {
        "\\": "put LaTeX between $ and $",
        "%": "write percentages as fractions",
    }.get(character, "remove it")
    return NotUnderstood(f"{shown} is not part of the language here", text=text, offset=at, remedy=remedy)
