r"""LaTeX formulas into the tokens of the language.

What only sets the page (`\left`, `\,`, `&`, `\\`, `aligned`) is left out, what stands for a sign becomes that sign,
and the arguments of `^`, `_`, `\frac` and `\sqrt` always come in braces, as if `\frac12` were `\frac{1}{2}`.
"""

from __future__ import annotations

import re
from typing import Final

from sigmaprime.functions import ALIASES, FUNCTIONS
from sigmaprime.read.scope import GREEK
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.tokens import LENGTH, Token, checked_number, split

_SPACING: Final = frozenset(
    "middle big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr Biggl Biggr displaystyle textstyle "
    "limits nolimits nonumber notag , ; : ! > thinspace hfill".split()
) | {" ", "\n"}
_SIGNS: Final = {
    "cdot": "*", "times": "*", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=", "geq": ">=",
    "geqslant": ">=", "lt": "<", "gt": ">", "ne": "!=", "neq": "!=", "approx": "~=", "sim": "~", "to": "->",
    "rightarrow": "->", "longrightarrow": "->", "lvert": "lvert", "rvert": "rvert", "vert": "|",
    "lbrack": "[", "rbrack": "]", "lparen": "(", "rparen": ")", "colon": ":", "{": "\\{", "}": "\\}",
}  # fmt: skip
_NAMES: Final = {
    "infty": "oo", "pi": "pi", "in": "in", "cup": "U", "R": "R", "varepsilon": "epsilon", "varphi": "phi",
    "vartheta": "theta", "partial": "d", "varrho": "rho", "varsigma": "sigma",
}  # fmt: skip
_COMMANDS: Final = frozenset(("frac", "sqrt", "lim", "sum", "prod", "int", "max", "min", "sup", "inf"))
_FRACTIONS: Final = frozenset(("frac", "tfrac", "dfrac", "cfrac"))
_LAYOUT: Final = frozenset(("aligned", "align", "align*", "split", "gathered", "equation", "equation*"))
_TEXT: Final = frozenset(("text", "textrm", "textit", "mbox", "textnormal"))
_UPRIGHT: Final = frozenset(("mathrm", "operatorname", "operatorname*", "mathit", "mathbf", "mathsf", "mathop"))
_REMEDIES: Final = {
    "pm": "write the two claims, one with + and one with -", "mp": "write the two claims, one with + and one with -",
    "cdots": "write the sum with \\sum", "ldots": "write the sum with \\sum", "dots": "write the sum with \\sum",
}  # fmt: skip
_RELATIONS: Final = (
    r"[=<>≤≥≠≈]|\\(?:leq?|geq?|leqslant|geqslant|lt|gt|neq?|approx|sim|to|(?:long)?rightarrow)(?![A-Za-z])"
)
_RELATES: Final = re.compile(_RELATIONS)
_SIGNED: Final = re.compile(r"[-+]")
_GOES_ON: Final = re.compile(_RELATIONS + r"|[-+*/]|\\(?:cdot|times|div|quad|qquad|text|in)(?![A-Za-z])")
_INDENT: Final = re.compile(r"(?:\s*\[[^]]*\])?(?:[\s&]|\\q?quad(?![A-Za-z]))*(?=[-+*/=<>\\])|")
_PIECE: Final = re.compile(r"\\(?:operatorname\*|[A-Za-z]+|.)|[0-9]+(?:\.[0-9]+)?|.", re.DOTALL)
_INDEX: Final = re.compile(r"\s*_\s*(?:\{\s*([A-Za-z0-9]+)\s*\}|([A-Za-z0-9]))")
_BRACED: Final = re.compile(r"\s*\{([^{}]*)\}")


def tokenise(text: str) -> list[Token]:
    """The tokens of a line, the last one of kind `end`; `NotUnderstood` for what is no part of the language."""
    if len(text) > LENGTH:
        message = f"a line of {len(text):,} characters; the limit is {LENGTH:,}"
        raise NotUnderstood(message, text=text[:100], remedy="define parts of it with let")
    return [*split(text, 0, len(text), latex_tokens), Token("end", "", len(text))]


class _Lexer:
    """The tokens so far, the place in the text, the open braces, and how many braced arguments are still due."""

    __slots__ = ("at", "due", "end", "evaluated", "open", "text", "tokens")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.at, self.end = text, start, end
        self.tokens: list[Token] = []
        self.open: list[tuple[int, int]] = []
        self.due = 0
        self.evaluated: list[bool] = []

    def put(self, kind: str, said: str, at: int) -> None:
        self.tokens.append(Token(kind, said, at))

    def wrong(self, message: str, at: int, remedy: str = "") -> NotUnderstood:
        return NotUnderstood(message, text=self.text, offset=at, remedy=remedy)


def latex_tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the formula between `start` and `end` of `text`."""
    lexer = _Lexer(text, start, end)
    while lexer.at < end:
        match = _PIECE.match(text, lexer.at, end)
        piece = match.group() if match else text[lexer.at]
        if piece.isspace():
            lexer.at += len(piece)
        elif lexer.due and piece != "{":
            _argument(lexer, piece)
        else:
            _piece(lexer, piece)
    if lexer.open:
        raise lexer.wrong("this { is never closed", lexer.open[-1][0], "close it with }")
    if lexer.due:
        raise lexer.wrong("an argument is missing", end, "write it in braces")
    return lexer.tokens


def _argument(lexer: _Lexer, piece: str) -> None:
    r"""One unbraced argument, as the 2 in x^2 or the 1 and the 4 in \tfrac14: put into braces."""
    lexer.due, due = 0, lexer.due - 1
    at = lexer.at
    if piece[0] == "\\" and piece[1:] in _FRACTIONS | {"sqrt"}:
        raise lexer.wrong(f"put {piece} … into braces here", at, f"{{{piece}…}}")
    lexer.put("sign", "{", at)
    _piece(lexer, piece[0] if piece[0].isdigit() else piece)
    lexer.put("sign", "}", lexer.at)
    lexer.due = due


def _piece(lexer: _Lexer, piece: str) -> None:
    at = lexer.at
    lexer.at += len(piece)
    match piece[0]:
        case "\\":
            _command(lexer, piece[1:], at)
        case "{":
            lexer.open.append((at, max(lexer.due - 1, 0)))
            lexer.due = 0
            lexer.put("sign", "{", at)
        case "}":
            if not lexer.open:
                raise lexer.wrong("this } closes nothing", at, "remove it")
            lexer.due = lexer.open.pop()[1]
            lexer.put("sign", "}", at)
        case "^":
            _raised(lexer, at)
        case "_":
            _lowered(lexer, at)
        case "'" | "′":
            lexer.put("prime", "'", at)
        case "&" | "~":
            pass
        case digit if digit.isdecimal():
            lexer.put("number", checked_number(piece, lexer.text, at), at)
        case _:
            lexer.tokens += split(lexer.text, at, lexer.at)
            _index(lexer)


def _check_row(lexer: _Lexer, at: int) -> None:
    r"""After \\ the line goes on with a relation or an operator; anything else would be another claim."""
    row = re.split(r"\\\\|\\end", lexer.text[lexer.at : lexer.end], maxsplit=1)[0]
    before, aligned, after = re.sub(r"^\s*\[[^]]*\]", "", row).partition("&")
    goes_on = (after if aligned else before).strip()
    another = bool(before.strip()) if aligned else bool(_SIGNED.match(goes_on) and _RELATES.search(goes_on))
    if goes_on and (another or not _GOES_ON.match(goes_on)):
        remedy = "write one claim a line; a row that goes on begins with a sign"
        raise lexer.wrong("a second claim on one line", at, remedy)
    lexer.at += _INDENT.match(lexer.text[lexer.at : lexer.end]).end()  # type: ignore[union-attr]


def _raised(lexer: _Lexer, at: int) -> None:
    r"""A power, or the primes of a derivative: f^\prime, f^{\prime\prime}."""
    primes = re.compile(r"\s*(?:\{\s*((?:\\prime\s*)+)\}|(\\prime))").match(lexer.text, lexer.at, lexer.end)
    if primes:
        for _ in range(primes.group().count("prime")):
            lexer.put("prime", "'", at)
        lexer.at = primes.end()
        return
    lexer.put("sign", "^", at)
    lexer.due = 1


def _lowered(lexer: _Lexer, at: int) -> None:
    r"""What stands below \lim, \sum, \int … or an evaluation bar; the index of a letter was read with the letter."""
    before = next((token for token in reversed(lexer.tokens) if token.text != "'"), None)
    if before and (before.kind == "command" or before.text in ("right|", "]")):
        lexer.put("sign", "_", at)
        lexer.due = 1
        return
    raise lexer.wrong("this index is not understood", at, "an index is a letter or a number after a variable: x_1")


def _index(lexer: _Lexer) -> None:
    r"""Join x_1 and \theta_{10} into one name."""
    last = lexer.tokens[-1] if lexer.tokens else None
    match = _INDEX.match(lexer.text, lexer.at, lexer.end)
    if last and match and last.kind == "name":
        lexer.tokens[-1] = last._replace(text=f"{last.text}_{match.group(1) or match.group(2)}")
        lexer.at = match.end()


def _command(lexer: _Lexer, name: str, at: int) -> None:
    if name in _SPACING:
        return
    if name == "\\":
        _check_row(lexer, at)
    elif name in ("left", "right"):
        _delimiter(lexer, name, at)
    elif name in _FRACTIONS:
        lexer.put("command", "frac", at)
        lexer.due = 2
    elif name == "sqrt":
        _root(lexer, at)
    elif name in ("max", "min") and not lexer.text[lexer.at : lexer.end].lstrip().startswith(("_", "\\limits")):
        lexer.put("function", name, at)
    elif name in _COMMANDS:
        lexer.put("command", name, at)
    elif name in _SIGNS:
        lexer.put("sign", _SIGNS[name], at)
    elif name in ("quad", "qquad"):
        lexer.put("sign", "quad", at)
    elif name in _NAMES or name in GREEK:
        lexer.put("name", _NAMES.get(name, name), at)
        _index(lexer)
    elif name == "prime":
        lexer.put("prime", "'", at)
    elif ALIASES.get(name, name) in FUNCTIONS:
        _function(lexer, name, at)
    elif name in _TEXT | _UPRIGHT | {"mathbb", "begin", "end"}:
        _braced(lexer, name, at)
    else:
        remedy = _REMEDIES.get(name, "use only what the language has: see its list of LaTeX commands")
        raise lexer.wrong(f"\\{name} is not understood", at, remedy)


def _delimiter(lexer: _Lexer, side: str, at: int) -> None:
    r"""\left and \right only set the page, but for \left. … \right|_{x=a}, which puts in a value."""
    after = re.compile(r"\s*(?:(\.)|(\||\\[rl]?vert(?![A-Za-z])))?").match(lexer.text, lexer.at, lexer.end)
    dot, bar = (after.group(1), after.group(2)) if after else (None, None)
    if side == "left":
        lexer.evaluated.append(bool(dot))
        if dot and after:
            lexer.put("sign", "left.", at)
            lexer.at = after.end()
        elif bar and after:
            lexer.put("sign", "lvert", at)
            lexer.at = after.end()
    elif lexer.evaluated and lexer.evaluated.pop():
        if not bar or not after:
            raise lexer.wrong("\\right| was expected after \\left.", at, "write \\left. … \\right|_{x=a}")
        lexer.put("sign", "right|", at)
        lexer.at = after.end()
    elif bar and after:
        lexer.put("sign", "rvert", at)
        lexer.at = after.end()


def _root(lexer: _Lexer, at: int) -> None:
    degree = re.compile(r"\s*\[\s*([0-9]+)\s*\]").match(lexer.text, lexer.at, lexer.end)
    lexer.put("command", "sqrt", at)
    if degree:
        lexer.put("number", degree.group(1), degree.start(1))
        lexer.at = degree.end()
    lexer.due = 1


def _function(lexer: _Lexer, name: str, at: int) -> None:
    r"""A function by its name; \log_2 and \log_{10} are functions of their own."""
    base = _INDEX.match(lexer.text, lexer.at, lexer.end) if name == "log" else None
    if base:
        name, lexer.at = f"log{base.group(1) or base.group(2)}", base.end()
        if name not in FUNCTIONS:
            raise lexer.wrong(f"the logarithm to base {name[3:]} is not built in", at, "write \\frac{\\ln x}{\\ln b}")
    lexer.put("function", name, at)


def _braced(lexer: _Lexer, name: str, at: int) -> None:
    r"""Commands with words in their braces: \text{for }, \mathrm{d}, \operatorname{logit}, \begin{aligned}."""
    match = _BRACED.match(lexer.text, lexer.at, lexer.end)
    if match is None:
        raise lexer.wrong(f"\\{name} wants words in braces", at)
    said = match.group(1).strip()
    if name in _TEXT:
        lexer.tokens += split(lexer.text, match.start(1), match.end(1))
    elif name in ("begin", "end"):
        if said not in _LAYOUT:
            raise lexer.wrong(f"the environment {said} is not understood", at, "aligned and split are")
    elif name == "mathbb":
        if said not in ("R", "N"):
            raise lexer.wrong(f"\\mathbb{{{said}}} is not understood", at, "everything here is real: \\mathbb{R}")
        lexer.put("name", said, at)
    elif len(said) > 1 and ALIASES.get(said, said) in FUNCTIONS:
        lexer.put("function", said, at)
    elif said:
        lexer.put("name", said, at)
    lexer.at = match.end()
    if name in _UPRIGHT and said:
        _index(lexer)
