"""The words of a kind of claim, as a template: `has unique maximum {V:term} at {x} = {a:term}`.

A slot `{name:kind}` stands for what may be a term, terms, a set, a function, a line `y = …`, a place of a limit,
an ode `y' = …` or its initial value `y(0) = …`; `{x}` is the variable of the function that is spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.read import calculus
from sigmaprime.read.region import region
from sigmaprime.read.subject import subject
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.text import Reader

_PART: Final = re.compile(r"\{(\w+)(?::(\w+))?\}|(->|[A-Za-z]+|[^\sA-Za-z{}])")
# How much of an unknown claim an error repeats.
WIDTH: Final = 80
# What may follow a claim: its qualifiers.
AFTER: Final = frozenset(("on", "for", "if", "when", "where", ",", "quad", ""))


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` said of a function make `head`(function, set, slots…); without the set where `on_set` is False."""

    head: str
    words: str
    on_set: bool = True
    parts: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = tuple((word and "word") or kind or "variable" for _, kind, word in _PART.findall(self.words))
        said = tuple(word or name for name, _, word in _PART.findall(self.words))
        object.__setattr__(self, "parts", tuple(zip(found, said, strict=True)))


def read_phrase(reader: Reader, phrases: tuple[Phrase, ...], function: App) -> tuple[Phrase, tuple[Term, ...]]:
    """The phrase that stands here and what fills its slots; the longest, if several fit."""
    start, best, end = reader.at, None, -1
    errors: list[NotUnderstood] = []
    for phrase in phrases:
        if not phrase.parts or phrase.parts[0][1] != reader.here().text:
            continue
        depth = reader.depth
        try:
            slots = _slots(reader, phrase, function)
        except NotUnderstood as error:
            errors.append(error)
        else:
            if slots is not None and reader.here().text in AFTER and reader.at > end:
                best, end = (phrase, slots), reader.at
        reader.at, reader.depth = start, depth
    if best:
        reader.at = end
        return best
    if errors:
        raise max(errors, key=lambda error: error.offset)
    raise _no_phrase(reader, phrases)


def _slots(reader: Reader, phrase: Phrase, function: App) -> tuple[Term, ...] | None:
    """What fills the slots; None where the words are others; an error where the words fit and a slot does not."""
    slots: list[Term] = []
    for kind, said in phrase.parts:
        if kind == "word":
            if said == "with":
                reader.skip(",")
            if reader.here().text.lower() != said.lower():
                return None
            reader.at += 1
        elif kind == "variable":
            if reader.here().kind != "name" or not _is_letter(reader):
                return None
            reader.at += 1
        else:
            slots.append(_slot(reader, kind, function))
    return tuple(slots)


def _is_letter(reader: Reader) -> bool:
    return len(reader.here().text) == 1 or reader.here(1).text in ("=", "->")


def _slot(reader: Reader, kind: str, function: App) -> Term:
    variable = function.args[0]
    match kind:
        case "term":
            return reader.expression()
        case "terms":
            found = [reader.expression()]
            while reader.says(",") and not _is_condition(reader):
                reader.at += 1
                found.append(reader.expression())
            return App("points", tuple(found))
        case "set":
            return region(reader)
        case "place":
            return calculus.place(reader)
        case "function":
            return subject(reader)
        case "line":
            if reader.says(variable.name if isinstance(variable, Var) else ""):
                raise reader.wrong("an asymptote is a line y = …", "write has vertical asymptote x = …")
            reader.variable("the ordinate y")
            reader.expect("=", "write y = …")
            return App("fn", (variable, reader.expression()))
        case "ode":
            return _equation(reader, variable)
        case "initial":
            return _initial(reader)
    raise reader.wrong(f"a slot of unknown kind {kind}")


def _is_condition(reader: Reader) -> bool:
    """Whether the comma here starts a further condition, as in `…, x > 0`."""
    ahead = 1
    while reader.here(ahead).kind != "end" and reader.here(ahead).text != ",":
        if reader.here(ahead).text in ("<", ">", "<=", ">=", "=", "!=", "in"):
            return True
        ahead += 1
    return False


def _equation(reader: Reader, variable: Term) -> Term:
    """`y' = F` as fn(x, fn(y, F)); another letter than y and the function's own may be the independent variable."""
    unknown = reader.variable_with_prime()
    if reader.here().kind == "prime":
        raise reader.wrong("differential equations of the first order are read", "write y' = …")
    if reader.skip("("):
        reader.variable("the independent variable")
        reader.expect(")", "close it")
    reader.expect("=", f"write {unknown}' = …")
    with reader.inside(unknown):
        slope = reader.expression()
    own = variable.name if isinstance(variable, Var) else ""
    others = sorted(free(slope) - {unknown, own} - set(reader.scope.parameters))
    if len(others) > 1 or (others and own in free(slope)):
        raise reader.wrong(f"more than one independent variable: {', '.join(others)}", f"declare it: let {others[0]}")
    return App("fn", (Var(others[0]) if others else variable, App("fn", (Var(unknown), slope))))


def _initial(reader: Reader) -> Term:
    """`y(0) = 1/2`"""
    reader.variable("the unknown function")
    reader.expect("(", "write y(0) = …")
    at = reader.expression()
    reader.expect(")", "close it with )")
    reader.expect("=", "write y(0) = …")
    return App("initial", (at, reader.expression()))


def _no_phrase(reader: Reader, phrases: tuple[Phrase, ...]) -> NotUnderstood:
    """The error for words that are no claim: it lists the claims whose words are nearest."""
    said = " ".join(reader.text[reader.here().at :].split()).lower()
    plain = {re.sub(r"\{(\w+)(?::\w+)?\}", r"\1", phrase.words): None for phrase in phrases}
    near = sorted(plain, key=lambda words: -SequenceMatcher(None, said[:WIDTH], words.lower()).ratio())[:3]
    remedy = f"the nearest claims are: {'; '.join(near)}" if near else ""
    shown = said if len(said) <= WIDTH else f"{said[:WIDTH]}…"
    return reader.wrong(f"no claim is made with the words {shown!r}", remedy)
