"""`let` lines: `let s(x) = 1/(1 + exp(-x))` declares a function, `let k > 0, x0` declares parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.read.claim import reject_imaginary
from sigmaprime.read.region import condition, for_each, hypotheses
from sigmaprime.read.scope import (
    WORDS,
    Scope,
    binding,
    extend,
    head_for,
    is_declared,
    unknown,
)
from sigmaprime.read.syntax import Definition, Parameters
from sigmaprime.read.text import Reader
from sigmaprime.read.tokens import Token

_LET: Final = re.compile(r"^\s*let(?=\s)")
_FIXED: Final = frozenset(("pi", "oo", "R", "O"))


def read_let(text: str, names: Scope) -> Definition | Parameters:
    """What a `let` line declares; `text` is the line without the word let, or with blanks in its place."""
    reader = Reader(text, names)
    if _is_definition(reader):
        return _definition(reader)
    return _parameters(reader)


def scope_of(lets: Iterable[str]) -> Scope:
    """The scope after these `let` lines, each given with or without the word let."""
    scope = Scope()
    for text in lets:
        scope = extend(scope, read_let(_LET.sub("   ", text), scope))
    return scope


def _is_definition(reader: Reader) -> bool:
    """A name, brackets, and an equals sign after them."""
    ahead = 1
    if reader.here().kind not in ("name", "function") or reader.here(1).text != "(":
        return reader.here(1).kind == "prime"
    while reader.here(ahead).kind != "end" and reader.here(ahead).text != ")":
        ahead += 1
    return reader.here(ahead + 1).text in ("=", ":") or reader.here(ahead).kind == "end"


def _definition(reader: Reader) -> Definition:
    token = _new(reader, "a function")
    if reader.here().kind == "prime":
        raise reader.wrong("a derivative follows from the function", f"declare {token.text} instead")
    reader.expect("(", f"write let {token.text}(x) = …")
    parameters: list[str] = []
    while not parameters or reader.skip(","):
        said = reader.here()
        if said.kind != "name" or said.text in WORDS | _FIXED:
            raise reader.wrong(f"a variable was expected{reader.instead()}", f"write let {token.text}(x) = …")
        if said.text in parameters:
            raise reader.wrong(f"{said.text} stands twice among the variables", "give them different names")
        parameters.append(said.text)
        reader.at += 1
    reader.expect(")", f"write let {token.text}({', '.join(parameters)}) = …")
    reader.skip(":")
    reader.expect("=", f"write let {token.text}({', '.join(parameters)}) = …")
    reader.scope = binding(reader.scope, *parameters)
    start = reader.at
    body = reader.expression()
    reader.finish()
    reader.checked(body)
    reject_imaginary(reader, body)
    others = sorted(free(body) - set(parameters) - set(reader.scope.parameters))
    if others:
        at = next(one for one in reader.tokens[start:] if one.text == others[0] or one.kind == "end")
        call = f"{token.text}({', '.join([*parameters, *others])})"
        remedy = f"declare it before, let {others[0]}, or make it a variable: {call}"
        raise reader.wrong(f"{others[0]} is not declared", remedy, at)
    return Definition(head_for(token.text), tuple(parameters), body)


def _new(reader: Reader, what: str) -> Token:
    """The name that is declared here; it must be a new one."""
    token = reader.here()
    if token.kind not in ("name", "function") or token.text in WORDS | _FIXED:
        raise reader.wrong(f"the name of {what} was expected{reader.instead()}", "choose a name of letters and digits")
    if is_declared(reader.scope, token.text):
        raise reader.wrong(f"{token.text} is declared already", "choose another name")
    reader.at += 1
    return token


def _parameters(reader: Reader) -> Parameters:
    """Names and conditions, with commas between them; the names in conditions are declared by them."""
    outer = reader.scope
    names: list[str] = []
    assumed: list[Term] = []
    bare: list[Var] = []
    start = reader.at
    if reader.here().kind == "end":
        raise reader.wrong("let declares something", "write let s(x) = … or let k > 0")
    while start == reader.at or reader.skip(","):
        if reader.here(1).text in (",", ""):
            names.append(_new(reader, "a parameter").text)
            bare.append(Var(names[-1]))
        else:
            new, token = _names(reader), reader.here()
            reader.scope = replace(reader.scope, parameters=(*reader.scope.parameters, *new))
            names += new
            found = hypotheses(tuple(for_each(bare, condition(reader))))
            if not all(map(free, found)):
                raise reader.wrong("this declares nothing", "name a parameter, as in k > 0", token)
            assumed += found
            bare = []
        reader.scope = replace(outer, parameters=(*outer.parameters, *names))
    reader.finish()
    for said in assumed:
        reader.checked(said)
        _closed(reader, said)
    vectors = tuple(vector for said in assumed if (vector := _vector(said)))
    return Parameters(tuple(names), tuple(said for said in assumed if not _says_nothing(said)), vectors)


def _names(reader: Reader) -> list[str]:
    """The names in the condition that begins here that stand for nothing yet."""
    found: list[str] = []
    for index in range(reader.at, len(reader.tokens)):
        token, after = reader.tokens[index], reader.tokens[min(index + 1, len(reader.tokens) - 1)]
        if token.text in (",", "in") or token.kind == "end":
            break
        plain = token.kind == "name" and after.text != "(" and token.text not in WORDS | _FIXED
        new = not is_declared(reader.scope, token.text) and token.text not in found
        if plain and new and (token.text != "e" or index == reader.at):
            found.append(token.text)
    return found


def _closed(reader: Reader, said: Term) -> None:
    others = sorted(free(said) - set(reader.scope.parameters))
    if others:
        raise unknown(reader.scope, others[0], applied=False, text=reader.text, offset=reader.here().at)


def _says_nothing(said: Term) -> bool:
    return (isinstance(said, App) and said.head == "in" and said.args[1] is REALS) or _vector(said) is not None


def _vector(said: Term) -> tuple[str, tuple[Term, ...]] | None:
    """The vector that a condition x in R^n declares, and its dimensions."""
    match said:
        case App("in", (Var(name), App("vectors", dimensions))):
            return name, dimensions
    return None
