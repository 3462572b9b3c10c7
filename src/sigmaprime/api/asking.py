"""What a caller gives, text or SymPy, as one line of the language with the declarations that it rests on.

SymPy objects become terms and then the line that says the same, so that one reader decides what a claim means.
Assumptions of symbols become declarations: a positive x is `let x > 0`. Text never meets SymPy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeVar

from sigmaprime.notation.line import language
from sigmaprime.read.declare import scope_of
from sigmaprime.read.scope import Scope, is_declared, is_letter
from sigmaprime.read.syntax import Derive, NotUnderstood, Statement
from sigmaprime.run.one_line import one_line

Let: TypeAlias = Any
K = TypeVar("K", Statement, Derive)
_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the line, its declarations, and the symbols that its variables came from."""

    line: str
    lets: tuple[str, ...]
    symbols: Mapping[str, Any]


def question(given: tuple[Any, ...], let: Let, joined: str = "", before: str = "") -> Asked:
    """Texts, numbers or SymPy objects in the language, with `joined` between them and `before` in front.

    `let` is a text with a declaration on each line, or a list of texts, SymPy symbols, relations and `Eq(s(x), …)`, or
    a mapping `{"s": 1/(1 + exp(-x))}`.
    """
    given = tuple(str(one) if isinstance(one, int | Fraction) and not isinstance(one, bool) else one for one in given)
    said = tuple(_flat(let))
    lets = tuple(line.strip() for one in said for line in _declared(one) if line.strip())
    ours = [one for one in given if not isinstance(one, str)]
    others = [one for one in said if not isinstance(one, str)]
    symbols, declared = _symbols(ours, others, lets) if ours or others else ({}, ())
    lines = [one if isinstance(one, str) else _line(one) for one in given]
    return Asked(f"{before}{joined.join(lines)}", (*lets, *declared), symbols)


def _flat(let: Let) -> Iterator[Any]:
    if isinstance(let, Mapping):
        for name, meaning in let.items():
            yield _named(name, meaning)
    elif isinstance(let, Iterable) and not isinstance(let, str):
        for one in let:
            yield from _flat(one)
    elif let is not None:
        yield let


def _named(name: Any, meaning: Any) -> str:
    """`{"s": 1/(1 + exp(-x))}` declares s of the variables of the expression; `{"s(x)": …}` says itself of which."""
    said = name if isinstance(name, str) else _line(name)
    if "(" not in said:
        free = sorted(str(symbol) for symbol in getattr(meaning, "free_symbols", ()))
        said = f"{said}({', '.join(free or ['x'])})"
    return f"{said} = {meaning if isinstance(meaning, str) else _line(meaning)}"


def _declared(let: Any) -> list[str]:
    if isinstance(let, str):
        return let.splitlines()
    from sigmaprime.search.bridge import assumptions, name_of

    return [_declaration(name_of(let), assumptions(let)) if getattr(let, "is_Symbol", False) else _line(let)]


def _declaration(name: str, assumed: tuple[Any, ...]) -> str:
    return ", ".join(map(language, assumed)) or name


def _line(given: Any) -> str:
    from sigmaprime.search.bridge import from_sympy

    return language(from_sympy(given))


def _symbols(given: list[Any], others: list[Any], lets: tuple[str, ...]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The symbols by their names, and the declarations that they need and the caller has not made."""
    from sigmaprime.search.bridge import assumptions, name_of, symbols_of

    symbols = symbols_of((*given, *others))
    with pointed():
        scope = scope_of(lets)
    free = {symbol for one in given for symbol in one.free_symbols}
    declared: list[str] = []
    for symbol in sorted(free, key=str):
        name, assumed = name_of(symbol), assumptions(symbol)
        plain = is_letter(name) and name != "i" and not is_declared(Scope(), name)
        if assumed or not (plain or name in scope.parameters):
            declared.append(_declaration(name, assumed))
    return symbols, tuple(declared)


def understood(asked: Asked, kind: type[K]) -> tuple[K, Scope]:
    """The line as the reader understands it; the error points at what it does not understand."""
    with pointed():
        return one_line(asked.line, asked.lets, kind)


@contextmanager
def pointed() -> Iterator[None]:
    """Errors of the reader with the place and the remedy below them, where Python shows them."""
    try:
        yield
    except NotUnderstood as error:
        for note in notes(error):
            error.add_note(note)
        raise


def notes(error: NotUnderstood) -> Iterator[str]:
    """The text with a caret under the place, and the remedy."""
    if error.text and "\n" not in error.text:
        first = max(0, error.offset - _WIDTH // 2)
        yield f"  {error.text[first : first + _WIDTH]}\n  {' ' * (error.offset - first)}^"
    if error.remedy:
        yield error.remedy
