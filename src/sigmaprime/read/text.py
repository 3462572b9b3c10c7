"""One precedence parser for expressions, in text and in LaTeX: the terms that an author wrote, nothing evaluated.

Every operator has a number that says how tightly it binds (Pratt 1973); `expression(least)` reads as far as operators
bind at least as tightly as `least`. Products may be written without a sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import pairwise
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var, children
from sigmaprime.read import calculus, formula, name, vector
from sigmaprime.read.latex import tokenise
from sigmaprime.read.row import fraction
from sigmaprime.read.scope import WORDS, Scope, binding, is_variable
from sigmaprime.read.size import is_too_large
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.tokens import MINUS, POWER, PRODUCT, SUM, Token

DEPTH: Final = 100
HEIGHT: Final = 250
_INFIX: Final = {
    "+": (SUM, SUM + 1),
    "-": (SUM, SUM + 1),
    "*": (PRODUCT, PRODUCT + 1),
    "/": (PRODUCT, PRODUCT + 1),
    "^": (POWER, POWER),
}
_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "|": "|", "lvert": "rvert"}


def read_term(text: str, names: Scope) -> Term:
    """The term that `text` spells; `NotUnderstood` says what is wrong, where, and what to do about it."""
    reader = Reader(text, names)
    term = reader.expression()
    reader.finish()
    return term


class Reader:
    """The tokens of a line, how far they have been read, and what is open at that place."""

    __slots__ = (
        "at",
        "bars",
        "depth",
        "differential",
        "integrals",
        "letters",
        "one_sided",
        "orders",
        "scope",
        "text",
        "tokens",
    )

    def __init__(self, text: str, scope: Scope) -> None:
        self.text, self.scope = text, scope
        self.tokens = tokenise(text)
        self.at = self.depth = self.bars = self.integrals = 0
        self.one_sided = self.orders = False
        self.differential: str | None = None
        # Names that also stand alone: before a bracket they are factors, not functions.
        self.letters = frozenset(
            token.text
            for token, after in pairwise(self.tokens)
            if token.kind == "name" and after.text != "(" and after.kind != "prime"
        )

    def here(self, ahead: int = 0) -> Token:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def says(self, *texts: str) -> bool:
        """Whether the next tokens are these, as signs or words."""
        return all(self.here(ahead).text == text for ahead, text in enumerate(texts))

    def skip(self, *texts: str) -> bool:
        """Pass over the next tokens if they are these."""
        found = self.says(*texts)
        self.at += len(texts) * found
        return found

    def expect(self, text: str, why: str) -> None:
        if not self.skip(text):
            raise self.wrong(f"{text} was expected{self.instead()}", remedy=why)

    def instead(self) -> str:
        """`, not …`, with what stands here."""
        return f", not {self.here().text}" if self.here().kind != "end" else " before the end"

    def wrong(self, message: str, remedy: str = "", token: Token | None = None) -> NotUnderstood:
        return NotUnderstood(message, text=self.text, offset=(token or self.here()).at, remedy=remedy)

    def finish(self) -> None:
        """Nothing may follow."""
        token = self.here()
        match token.text:
            case ")" | "]" | "}":
                raise self.wrong(f"this {token.text} closes nothing", "remove it, or open it before")
            case "=" | "<" | ">" | "<=" | ">=" | "!=" | "~=" | "->":
                raise self.wrong("an expression was expected, and this is a claim", "leave the relation away")
        if token.kind == "number":
            raise self.wrong("an operator is missing before this number", "write the operator, as in x*2")
        if token.kind != "end":
            raise self.wrong(f"{token.text} is not understood here", "write one claim a line")

    def checked(self, term: Term) -> Term:
        """`term`, if it is not so deep that following it would be a problem."""
        level, height = {term}, 0
        while level:
            level = {child for one in level for child in children(one)}
            height += 1
            if height > HEIGHT:
                raise NotUnderstood(
                    f"a formula nested more than {HEIGHT} deep", text=self.text, remedy="name parts of it with let"
                )
        return term

    @contextmanager
    def inside(self, *bound: str) -> Iterator[None]:
        """In a bracket, perhaps of a binder: bars and one-sided places of the outside are out of sight."""
        saved = self.scope, self.bars, self.integrals, self.one_sided
        self.scope, self.bars, self.one_sided = binding(self.scope, *bound) if bound else self.scope, 0, False
        try:
            yield
        finally:
            self.scope, self.bars, self.integrals, self.one_sided = saved

    @contextmanager
    def bind(self, *bound: str) -> Iterator[None]:
        """In the body of an operator that binds variables and has no bracket of its own."""
        saved = self.scope
        self.scope = binding(self.scope, *bound)
        try:
            yield
        finally:
            self.scope = saved

    def expression(self, least: int = SUM) -> Term:
        self.depth += 1
        if self.depth > DEPTH:
            raise self.wrong(f"nested more than {DEPTH} deep", "name parts of it with let")
        start = self.at
        left = self.operand(least)
        while True:
            token = self.here()
            if token.kind == "sign" and token.text == "!":
                self.at += 1
                left = App("factorial", (left,))
                continue
            power = _INFIX.get(token.text) if token.kind == "sign" else None
            if power is None:
                if least > PRODUCT or not self.starts_factor():
                    break
                left = App("*", (left, self.expression(PRODUCT + 1)))
                continue
            if power[0] < least or (self.one_sided and self.ends_place()):
                break
            left = self.infix(token, left, start, power[1])
        self.depth -= 1
        return left if self.depth else self.checked(left)

    def infix(self, token: Token, left: Term, start: int, least: int) -> Term:
        bare, first = self.at - start == 1, self.tokens[start]
        self.at += 1
        second = self.at
        if self.here().kind == "end" or self.here().text in (")", "]", "}", ",", "="):
            raise self.wrong(f"a term was expected after {token.text}", "complete it, or remove the operator", token)
        right = self.expression(least)
        if token.text == "/" and bare and self.at - second == 1:
            return fraction(first.text, self.tokens[second].text) or App("/", (left, right))
        if token.text == "^" and is_too_large(left, right):
            raise self.wrong("this number has too many digits to be written out", "compare logarithms instead", token)
        if token.text == "^" and bare and first.text == "e" and not is_variable(self.scope, "e"):
            return App("exp", (right,))
        if vector.is_vector(self.scope, left) or vector.is_vector(self.scope, right):
            return vector.dot_product(self, left, right, token)
        return App(token.text, (left, right))

    def starts_factor(self) -> bool:
        """Whether a factor of a product without sign begins here."""
        token = self.here()
        match token.kind:
            case "name":
                return token.text not in WORDS and not formula.at_differential(self)
            case "function" | "command":
                return True
            case "sign":
                return token.text in ("(", "{", "[", "lvert", "left.") or (token.text == "|" and not self.bars)
        return False

    def ends_place(self) -> bool:
        """Whether the + or - here is the side from which a limit is approached, as in 0+."""
        if self.says("^", "{"):
            return self.here(2).text in ("+", "-") and self.here(3).text == "}"
        after = self.here(1)
        return self.here().text in ("+", "-") and (
            after.kind == "end" or after.text in (")", "}", ",", "=", "quad") or after.text in WORDS
        )

    def operand(self, least: int) -> Term:
        token = self.here()
        self.at += 1
        match token.kind:
            case "number":
                return Num(Fraction(token.text))
            case "name":
                return name.named(self, token)
            case "function":
                return name.function(self, token)
            case "command":
                return formula.command(self, token)
            case "derivative":
                return calculus.derivative(self, token)
        match token.text:
            case "-":
                return App("neg", (self.expression(max(MINUS, least)),))
            case "(" | "[" | "{" | "|" | "lvert":
                return self.bracketed(token)
            case "left.":
                return formula.evaluated(self, token)
        self.at -= 1
        if token.kind == "end":
            raise self.wrong("a term was expected before the end", "complete the formula")
        raise self.wrong(f"a term was expected, not {token.text}", "complete the formula before this place")

    def bracketed(self, token: Token) -> Term:
        """( … ), [ … ], { … } or | … |; the error for one that is never closed points at its beginning."""
        close = _CLOSING[token.text]
        with self.inside():
            self.bars = int(token.text == "|")
            inner = self.expression()
            self.close(token, close)
        if token.text == "[" and self.says("_"):
            return formula.between(self, inner, token)
        if token.text == "(" and self.here().kind == "prime":
            raise self.wrong("a prime belongs to the name of a function", "write d/dx (…), or name it: let f(x) = …")
        return App("abs", (inner,)) if close in ("|", "rvert") else inner

    def close(self, token: Token, close: str) -> None:
        if self.skip(close):
            return
        if self.here().kind == "number":
            raise self.wrong("an operator is missing before this number", "write the operator, as in x*2")
        if self.here().kind == "end" or self.here().text in _CLOSING.values():
            shown = {"lvert": "|", "rvert": "|"}
            message = f"this {shown.get(token.text, token.text)} is never closed"
            raise self.wrong(message, f"close it with {shown.get(close, close)}", token)
        remedy = "intervals stand after on, in or has range" if self.says(",") else f"{close} was expected here"
        raise self.wrong(f"{self.here().text} is not understood inside {token.text} … {close}", remedy)

    def whole(self, what: str, least: int, most: int) -> int:
        """A whole number that is written out."""
        token = self.here()
        if token.kind != "number" or not token.text.isdecimal() or not least <= int(token.text) <= most:
            raise self.wrong(f"{what} is a whole number from {least} to {most}{self.instead()}")
        self.at += 1
        return int(token.text)

    def variable(self, what: str) -> str:
        """The name of a variable that an operator binds."""
        token = self.here()
        self.at += 1
        if token.kind != "name" or token.text in WORDS or not isinstance(name.as_variable(self, token), Var):
            raise self.wrong(f"{what} was expected, not {token.text or 'the end'}", "write a letter, as x", token)
        return token.text

    def variable_with_prime(self) -> str:
        """The name of the unknown in y' = …"""
        token = self.here()
        if token.kind != "name" or self.here(1).kind != "prime":
            raise self.wrong(f"y' was expected, not {token.text or 'the end'}", "write y' = …")
        self.at += 2
        return token.text
