"""One line of the language by itself, with the declarations that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeVar

from sigmaprime.claims import PHRASES
from sigmaprime.kernel.term import App, Var, free
from sigmaprime.notation.line import language
from sigmaprime.read.declare import scope_of
from sigmaprime.read.lines import Entry, read_entry
from sigmaprime.read.scope import OWN, Scope
from sigmaprime.read.syntax import Derive, NotUnderstood, Statement, Study, Unread

_NAMED: Final = re.compile(r"\s*([A-Za-z]\w*)\([A-Za-z]\w*\)\s*=")
K = TypeVar("K", Statement, Derive, Study)


def one_line(text: str, lets: Iterable[str], kind: type[K]) -> tuple[K, Scope]:
    """The line `text`, read with the declarations `lets`; `NotUnderstood` if it is no line of this kind."""
    scope = scope_of(lets)
    if "\n" in text.strip():
        raise NotUnderstood("this is more than one line", text=text, remedy="give one line; several go into a file")
    line = read_entry(Entry(text, 1), "", PHRASES, scope, frozenset())
    if isinstance(line, Unread):
        raise NotUnderstood(line.message, text=line.text, offset=line.place.column - 1, remedy=line.remedy)
    if not isinstance(line, kind):
        raise NotUnderstood("this is not a claim", text=text, remedy="write one claim, such as s'(x) <= 1/4")
    return line, scope


def study_line(function: str, lets: Iterable[str]) -> tuple[Study, Scope]:
    """The `study` line of a function: a name, or an expression, which may also be written f(x) = …"""
    declared = tuple(lets)
    named = _NAMED.match(function)
    if named is not None and "=" not in function[named.end() :]:
        return one_line(f"study {named.group(1)}", (*declared, function), Study)
    return one_line(f"study {function}", declared, Study)


def declarations(scope: Scope) -> tuple[str, ...]:
    """The `let` lines that make `scope`, without the word let."""
    assumed = frozenset[str]().union(*map(free, scope.assumed))
    names = [name for name in scope.parameters if name not in assumed]
    parameters = [", ".join((*names, *map(language, scope.assumed)))] if scope.parameters else []
    functions = [
        f"{language(App(let.name.removesuffix(OWN), tuple(map(Var, let.parameters))))} = {language(let.body)}"
        for let in scope.definitions
    ]
    return (*parameters, *functions)
