"""Rows: the exact text form of terms, in which the rule book is written and proofs are stored.

A row knows no vocabulary: every name before a bracket is a head. Heads that bind a variable are written with
the variable second, as one says it: `D(x^2, x)` is the derivative of fn(x, x^2) at x, `even(x^2, x, S)` the
property of fn(x, x^2) on S. `head[…]` takes its arguments as they stand, and `"…"` quotes a name that could be
read as something else. What `write_row` writes, `read_row` reads as the same term.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.read.syntax import NotUnderstood

BINDERS: Final = frozenset(
    "D tends no_limit lim int sum prod domain equivalent even odd increasing strictly_increasing decreasing "
    "strictly_decreasing monotonic strictly_monotonic convex strictly_convex concave strictly_concave continuous "
    "differentiable smooth bounded positive negative nonnegative nonpositive nonzero constant injective periodic "
    "approaches lipschitz mirror centre maximum unique_maximum minimum unique_minimum local_maximum local_minimum "
    "no_maximum no_minimum no_local_maximum no_local_minimum largest smallest supremum infimum inflections "
    "no_inflections zeros no_zeros critical no_critical range domain_is asymptote vertical_asymptote inverse "
    "solves antiderivative".split()
)
CONSTANTS: Final = frozenset(("pi", "oo"))

DEPTH: Final = 200
# What Python turns into text and back without being asked twice.
DIGITS: Final = 4_000
_RELATION, _SUM, _MINUS, _PRODUCT, _POWER, _ATOM = 5, 10, 15, 20, 30, 40
_RELATIONS: Final = frozenset(("=", "<", "<=", ">", ">=", "!=", "~=", "in"))
_INFIX: Final = {
    **dict.fromkeys(_RELATIONS, (_RELATION, _RELATION + 1)),
    **dict.fromkeys("+-", (_SUM, _SUM + 1)),
    **dict.fromkeys("*/", (_PRODUCT, _PRODUCT + 1)),
    "^": (_POWER, _POWER),
}
_NAME: Final = re.compile(r"[A-Za-zΑ-Ωα-ω_][A-Za-z0-9Α-Ωα-ω_]*'*")
_TOKEN: Final = re.compile(
    _NAME.pattern + r"""|[0-9]+(?:\.[0-9]+)?|=>|<=|>=|!=|~=|[-+*/^=<>(),\[\]]|"(?:[^"\\]|\\.)*"|\S""", re.DOTALL
)


def read_row(text: str) -> Term:
    """The term that `text` spells; `NotUnderstood` if it spells none."""
    row = _Row(text)
    term = row.expression(0, 0)
    row.expect("")
    return term


def read_premise(text: str) -> tuple[tuple[Term, ...], Term]:
    """`h1, h2 => P` as ((h1, h2), P): what is claimed under which hypotheses; `P` alone has none."""
    row = _Row(text)
    said = [row.expression(0, 0)]
    while row.here() == ",":
        row.at += 1
        said.append(row.expression(0, 0))
    if row.here() == "=>":
        row.at += 1
        claim = row.expression(0, 0)
        row.expect("")
        return tuple(said), claim
    row.expect("" if len(said) == 1 else "=>")
    return (), said[0]


class _Row:
    """The tokens of a row and how many of them have been read."""

    __slots__ = ("at", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = _TOKEN.findall(text)
        self.tokens.append("")
        self.at = 0

    def here(self) -> str:
        return self.tokens[self.at]

    def expect(self, token: str) -> None:
        if self.tokens[self.at] != token:
            found = self.tokens[self.at] or "the end"
            raise self.wrong(f"{token or 'the end'} was expected, not {found}")
        self.at += bool(token)

    def wrong(self, message: str) -> NotUnderstood:
        starts = [found.start() for found in _TOKEN.finditer(self.text)]
        return NotUnderstood(message, text=self.text, offset=[*starts, len(self.text)][self.at])

    def expression(self, least: int, depth: int) -> Term:
        """The longest expression from here whose operators bind at least as tightly as `least`."""
        start, tokens = self.at, self.tokens
        left = self.operand(least, depth)
        while (power := _INFIX.get(operator := tokens[self.at])) is not None and power[0] >= least:
            bare = self.at - start == 1
            self.at += 1
            second = self.at
            right = self.expression(power[1], depth + 1)
            literal = operator == "/" and bare and self.at - second == 1
            whole = fraction(tokens[start], tokens[second]) if literal else None
            left = whole or App(operator, (left, right))
        return left

    def operand(self, least: int, depth: int) -> Term:
        token = self.tokens[self.at]
        if depth > DEPTH:
            raise self.wrong(f"nested more than {DEPTH} deep")
        self.at += 1
        match token[:1]:
            case "-":
                return App("neg", (self.expression(max(_MINUS, least), depth + 1),))
            case "(" | "[":
                return self.bracketed(token, depth)
            case '"' if len(token) > 1:
                name = re.sub(r"\\(.)", r"\1", token[1:-1], flags=re.DOTALL)
                return self.applied(name, depth) if self.here() == "[" else Var(name)
            case digit if digit and digit in "0123456789":
                if len(token) > DIGITS:
                    self.at -= 1
                    raise self.wrong(f"a number of more than {DIGITS} digits")
                return Num(Fraction(token))
            case letter if letter == "_" or letter.isalpha():
                if self.here() == "(":
                    return self.called(token, depth)
                if self.here() == "[":
                    return self.applied(token, depth)
                if token not in _RELATIONS:
                    return App(token, ()) if token in CONSTANTS else Var(token)
        self.at -= 1
        raise self.wrong(f"a term was expected, not {token or 'the end'}")

    def bracketed(self, opening: str, depth: int) -> Term:
        """A parenthesis, or an interval with its two ends."""
        first = self.expression(0, depth + 1)
        if opening == "(" and self.here() == ")":
            self.at += 1
            return first
        self.expect(",")
        second = self.expression(0, depth + 1)
        closing = self.here()
        self.expect("]" if closing == "]" else ")")
        return App(opening + closing, (first, second))

    def arguments(self, closing: str, depth: int) -> tuple[Term, ...]:
        self.at += 1
        if self.here() == closing:
            self.at += 1
            return ()
        found = [self.expression(0, depth + 1)]
        while self.here() == ",":
            self.at += 1
            found.append(self.expression(0, depth + 1))
        self.expect(closing)
        return tuple(found)

    def applied(self, head: str, depth: int) -> Term:
        return App(head, self.arguments("]", depth))

    def called(self, head: str, depth: int) -> Term:
        args = self.arguments(")", depth)
        if head not in BINDERS or (args and isinstance(args[0], App) and args[0].head == "fn"):
            return App(head, args)
        match args:
            case (body, Var() as bound, *rest):
                return App(head, (App("fn", (bound, body)), *((bound,) if head == "D" else ()), *rest))
        raise self.wrong(f"{head} binds a variable: {head}(u, x, …), or {head}[…] to take the arguments as they are")


def fraction(above: str, below: str) -> Num | None:
    """The number p/q for two bare whole numbers in lowest terms; None for 2/4, 4/2, 3/1 or anything else."""
    if not (above.isdecimal() and below.isdecimal()):
        return None
    p, q = int(above), int(below)
    return Num(Fraction(p, q)) if q > 1 and gcd(p, q) == 1 else None


def write_row(term: Term) -> str:
    """The text that `read_row` reads as `term`."""
    return _write(term)[0]


def _write(term: Term) -> tuple[str, int]:
    """The text, and how tightly its outermost operator binds."""
    match term:
        case Num(value):
            return str(value), _ATOM if value.denominator == 1 else _PRODUCT
        case Var(name):
            return (name if _NAME.fullmatch(name) and name not in CONSTANTS and name != "in" else _quoted(name)), _ATOM
        case App("neg", (arg,)):
            return f"-{_within(arg, _PRODUCT)}", _MINUS
        case App("/", (Num(p), Num(q))) if fraction(str(p), str(q)):
            return f"{p}/({q})", _PRODUCT
        case App("^", (base, exponent)):
            return f"{_within(base, _ATOM)}^{_within(exponent, _POWER)}", _POWER
        case App("*" | "/" as head, (left, right)):
            return f"{_within(left, _PRODUCT)}{head}{_within(right, _POWER)}", _PRODUCT
        case App("+" | "-" as head, (left, right)):
            return f"{_within(left, _SUM)} {head} {_within(right, _PRODUCT)}", _SUM
        case App(head, (left, right)) if head in _RELATIONS:
            return f"{_within(left, _SUM)} {head} {_within(right, _SUM)}", _RELATION
        case App("()" | "(]" | "[)" | "[]" as head, (low, high)):
            return f"{head[0]}{_write(low)[0]}, {_write(high)[0]}{head[1]}", _ATOM
        case App(head, args):
            return _application(head, args), _ATOM


def _application(head: str, args: tuple[Term, ...]) -> str:
    if not args and head in CONSTANTS:
        return head
    if head not in BINDERS:
        named = _NAME.fullmatch(head) and head != "in"
        inside = ", ".join(_write(arg)[0] for arg in args)
        return f"{head}({inside})" if named else f"{_quoted(head)}[{inside}]"
    match args:
        case (App("fn", (Var() as bound, body)), *rest) if head != "D" or (rest and rest[0] is bound):
            if not (isinstance(body, App) and body.head == "fn"):
                shown = (body, bound, *rest[head == "D" :])
                return f"{head}({', '.join(_write(arg)[0] for arg in shown)})"
    return f"{head}[{', '.join(_write(arg)[0] for arg in args)}]"


def _within(term: Term, least: int) -> str:
    text, binding = _write(term)
    return text if binding >= least else f"({text})"


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
