"""A reader of its own for expressions: text into nested tuples `(head, part, …)`, by precedence climbing.

Numbers become fractions, names stay text. A bound name stands as text beside its body: `("diff", body, "x", 2)`.
"""

from __future__ import annotations

import re
from fractions import Fraction

_TOKEN = re.compile(
    r"\s*(?:(?P<slope>d(?:\^\d+)?/d[A-Za-z]\w*(?:\^\d+)?)(?!\w)|(?P<number>\d+(?:\.\d+)?|\.\d+)"
    r"|(?P<name>[A-Za-zσΦ]\w*)|(?P<sign>\*\*|'|[-+*/^(),|]))"
)
_BINDS = {"+": 1, "-": 1, "*": 3, "/": 3, "^": 4}
_UNARY = 2
ALIASES = {
    "log": "ln", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arcsec": "asec", "arccsc": "acsc",
    "arccot": "acot", "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh", "arsinh": "asinh", "arcosh": "acosh",
    "artanh": "atanh", "sgn": "sign", "σ": "sigmoid", "sigma": "sigmoid", "logistic": "sigmoid", "swish": "silu",
    "Φ": "Phi",
}  # fmt: skip
OPERATORS = {"diff", "int", "lim", "sum", "prod"}
NAMED = set(
    "exp ln log2 log10 sqrt cbrt root abs sign min max sin cos tan sec csc cot asin acos atan asec acsc acot sinh cosh"
    " tanh sech csch coth asinh acosh atanh erf Phi LambertW sigmoid logit softplus silu relu gelu mish hill"
    " gompertz".split()
)


class Unreadable(Exception):
    """Not an expression of the language."""


def tokens(text: str) -> list[str]:
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Unreadable(f"{text!r} at {at}")
        found.append(match.group().strip().replace("**", "^"))
        at = match.end()
    return [*found, ""]


def tree(text: str, functions: frozenset[str] = frozenset()) -> tuple:
    """What `text` says; `functions` are the names declared beside it."""
    reader = _Reader(tokens(text), functions)
    found = reader.expression(1)
    if reader.here():
        raise Unreadable(f"{text!r}: {reader.here()!r} is left over")
    return found


class _Reader:
    def __init__(self, found: list[str], functions: frozenset[str]) -> None:
        self.tokens, self.at, self.bars, self.functions = found, 0, 0, functions

    def here(self) -> str:
        return self.tokens[self.at]

    def skip(self, text: str) -> bool:
        found = self.here() == text
        self.at += found
        return found

    def expect(self, text: str) -> None:
        if not self.skip(text):
            raise Unreadable(f"{text!r} expected, not {self.here()!r}")

    def expression(self, least: int) -> tuple:
        left = self.operand(least)
        while True:
            sign = self.here()
            implicit = sign not in _BINDS and (sign == "(" or sign[:1].isalnum() or (sign == "|" and not self.bars))
            how = 3 if implicit else _BINDS.get(sign, 0)
            if how < least:
                return left
            self.at += not implicit
            left = ("*" if implicit else sign, left, self.expression(how if sign == "^" else how + 1))

    def operand(self, least: int) -> tuple:
        said = self.here()
        self.at += 1
        if said in ("-", "+"):
            inner = self.expression(max(_UNARY, least) if least < 4 else 4)
            return ("neg", inner) if said == "-" else inner
        if said == "(":
            bars, self.bars = self.bars, 0
            inner = self.expression(1)
            self.expect(")")
            self.bars = bars
            return inner
        if said == "|":
            self.bars += 1
            inner = self.expression(1)
            self.expect("|")
            self.bars -= 1
            return ("abs", inner)
        if said[:1].isdigit() or said[:1] == ".":
            return ("number", Fraction(said))
        if "/" in said:
            order = re.match(r"d\^?(\d*)", said)[1]
            name = re.search(r"/d(\w+)", said)[1]
            return ("diff", self.expression(3), name, int(order or 1))
        if not said or not said[0].isalpha():
            raise Unreadable(f"{said!r} is no beginning of an expression")
        return self.name(ALIASES.get(said, said) if said not in self.functions else said)

    def name(self, said: str) -> tuple:
        if said in OPERATORS and self.skip("("):
            return self.operator(said)
        if said not in NAMED and said not in self.functions:
            return ("name", said)
        primes = 0
        while self.skip("'"):
            primes += 1
        if self.here() == "^" and self.tokens[self.at + 1] == "(":
            primes = int(self.tokens[self.at + 2])
            self.at += 4
        self.expect("(")
        parts = self.parts()
        return ("slope", said, primes, *parts) if primes else (said, *parts)

    def parts(self) -> list[tuple]:
        bars, self.bars = self.bars, 0
        found = [self.expression(1)]
        while self.skip(","):
            found.append(self.expression(1))
        self.expect(")")
        self.bars = bars
        return found

    def operator(self, said: str) -> tuple:
        bars, self.bars = self.bars, 0
        body = self.expression(1)
        self.expect(",")
        name, more, side = self.here(), [], ""
        self.at += 1
        while self.skip(","):
            start = self.at
            if said == "lim":
                end = next(i for i in range(start, len(self.tokens)) if self._closes(start, i))
                if self.tokens[end - 1] in ("+", "-"):
                    side = self.tokens.pop(end - 1)
            more.append(self.expression(1))
        self.expect(")")
        self.bars = bars
        if said == "diff":
            return ("diff", body, name, int(more[0][1]) if more else 1)
        return ("lim", body, name, more[0], side) if said == "lim" else (said, body, name, *more)

    def _closes(self, start: int, end: int) -> bool:
        inside = self.tokens[start : end + 1]
        return inside.count(")") > inside.count("(")
