r"""What people write on paper, in the words of the language: `| :2`, `x_1 = 2, x_2 = 3`, `y = x^2` and then `y'`.

The operation that is noted after a bar is left out; numbered solutions are alternatives of one unknown; a letter y
with a prime is the function y(x) that the row y = … declares. Nothing but the last changes a place in the text.
"""

from __future__ import annotations

import re
from typing import Final

_NOTED: Final = re.compile(
    r"(?<=\s)\|\s*(?:[-+*/:·÷√]|\(\s*\)|\\(?:cdot|sqrt|div|ln|exp)\b|ln\b)[^|\n\\]*(?=\\\\|$)", re.MULTILINE
)
_BEGINS: Final = re.compile(r"(?:^|[>⇒⇔∴∨,;]|arrow|iff|implies|\bor|\band|\})\s*(?:\\q?quad)?\s*&?\s*$")
_NUMBERED: Final = re.compile(r"(?<![\w\\])([A-Za-z])_(?:(\d)|\{\s*(\d)(?:\s*[,/;]\s*\d)*\s*\})(?=\s*&?\s*=)")
_BETWEEN: Final = re.compile(r"[,;]|\band\b|\\(?:quad|qquad|land|wedge)(?![A-Za-z])|\\text\s*\{\s*and\s*\}")
_PRIMED: Final = re.compile(r"(?<![\w\\])([A-Za-z])('+|′+)(?!\s*[('′])")


def on_paper(text: str) -> str:
    """The text in the words of the language."""
    text = _NOTED.sub(lambda found: " " * len(found.group()), text)
    return _functions(_numbered(text))


def _numbered(text: str) -> str:
    """x_1 = 2, x_2 = 3 as x = 2 or x = 3, unless x_1 has been an unknown before."""
    done: list[str] = []
    for row in re.split(r"(\n|\\\\)", text):
        found = list(_NUMBERED.finditer(row))
        before = "".join(done)
        letters = {match[1] for match in found}
        begins = all(_BEGINS.search(row[: match.start()]) for match in found)
        if not found or not begins or len(letters) > 1 or any(match.group() in before for match in found):
            done.append(row)
            continue
        (letter,) = letters
        start = found[0].start()
        new = _NUMBERED.sub(lambda match: letter.ljust(len(match.group())), row)  # noqa: B023
        done.append(new[:start] + (_BETWEEN.sub(_or, new[start:]) if len(found) > 1 else new[start:]))
    return "".join(done)


def _or(found: re.Match[str]) -> str:
    return "∨".ljust(len(found.group()))


def _functions(text: str) -> str:
    """y(x) for y where a row y = … declares it and y′ stands somewhere."""
    for letter in dict.fromkeys(match[1] for match in _PRIMED.finditer(text)):
        row = re.compile(rf"(^|\\\\)([ \t&]*){letter}(\s*&?\s*=)(?P<body>[^\n]*)", re.MULTILINE)
        found = row.search(text)
        if found is None or re.search(rf"(?<![\w\\]){letter}\s*\(", text):
            continue
        words = re.sub(r"\\?[A-Za-z]{2,}", " ", found["body"])
        others = sorted(set(re.findall(r"[A-Za-z]", words)) - {letter, "e"})
        variable = "x" if "x" in others or len(others) != 1 else others[0]
        text = row.sub(rf"\1\2{letter}({variable})\3\g<body>", text, count=1)
        text = re.sub(rf"(?<![\w\\]){letter}('+|′+)(?!\s*[('′])", rf"{letter}\1({variable})", text)
    return text
