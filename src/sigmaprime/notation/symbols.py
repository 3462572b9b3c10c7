"""The one table of symbols: what a letter or a sign is called in Unicode and in LaTeX."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from sigmaprime.functions import FUNCTIONS
from sigmaprime.notation.box import Box, Digits, Lowered, Word

_GREEK_NAMES: Final = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega"
).split()
_GREEK_LETTERS: Final = "αβγδεζηθικλμνξοπρστυφχψω"
_CAPITALS: Final = {"Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
                    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω"}  # fmt: skip

GREEK: Final = MappingProxyType({**dict(zip(_GREEK_NAMES, _GREEK_LETTERS, strict=True)), **_CAPITALS})
_NAMES: Final = MappingProxyType({letter: name for name, letter in GREEK.items()})

# Signs and brackets by their Unicode character; one that is not listed is the same in LaTeX.
SIGNS: Final = MappingProxyType({
    "×": r"\times",
    "−": "-", "·": r"\cdot", "\u2062": "", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "→": r"\to",
    "∞": r"\infty", "∈": r"\in", "∪": r"\cup", "↦": r"\mapsto", "∼": r"\sim", "∫": r"\int", "∑": r"\sum",
    "∏": r"\prod", "{": r"\{", "}": r"\}", "|": "|", "±": r"\pm", "⇒": r"\implies", "⇔": r"\iff",
    "✓": r"\checkmark", "✗": r"\times", "¬": r"\neg", "\u2009": r"\,",
})  # fmt: skip

# Relations by their heads.
RELATION_SIGNS: Final = MappingProxyType({
    "=": "=", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "!=": "≠", "~=": "≈", "->": "→", "~": "∼", "in": "∈", "=>": "⇒",
    "<=>": "⇔",
})  # fmt: skip

# Words that LaTeX (and GitHub) knows by a command of their own and that are no rows of `functions`.
_COMMANDS: Final = frozenset(("max", "min", "sup", "inf", "lim"))

_INDEXED: Final = re.compile(r"([^\W\d_]+)_?(\d+)|([^\W\d_]+)_(\w+)")


def plain(name: str) -> str:
    """The name as the author wrote it, without the mark of a built-in name that a `let` has taken over."""
    return name.replace("·", "")


def letter(name: str) -> Box:
    """A variable or a constant: `x`, `theta` as θ, `x0` and `x_1` with an index."""
    if found := _INDEXED.fullmatch(name):
        base, digits, other, index = found.groups()
        return Lowered(letter_of(base or other), Digits(digits) if digits else letter_of(index))
    return letter_of(name)


def letter_of(name: str) -> Word:
    if name in GREEK:
        return Word(GREEK[name], "o" if name == "omicron" else f"\\{name}")
    if name in _NAMES:
        return Word(name, f"\\{_NAMES[name]}")
    escaped = name.replace("_", r"\_")
    return Word(name, name if len(name) == 1 else f"\\mathrm{{{escaped}}}")


def function_name(name: str) -> Box:
    """The symbol of a function: as its row says, or as a letter for one that is declared in the text."""
    if row := FUNCTIONS.get(name):
        return Word(row.unicode or name, row.latex or letter_of(name).latex)
    name = plain(name)
    return Word(name, f"\\{name}") if name in _COMMANDS else letter("sigma" if name == "sigmoid" else name)
