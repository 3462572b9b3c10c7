"""The function that a claim speaks of: `s'`, `tanh`, or an expression in one variable as `(x*exp(-x))`."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.read.name import primes
from sigmaprime.read.scope import WORDS, signature
from sigmaprime.read.text import Reader

_STOPS: Final = WORDS | {",", "=", "quad", "", ")"}


def subject(reader: Reader) -> App:
    """`fn(x, u)` for the function that stands here."""
    token, start = reader.here(), reader.at
    found = signature(reader.scope, token.text) if token.kind in ("name", "function") else None
    if found:
        reader.at += 1
        order = primes(reader)
        if reader.here().text in _STOPS:
            if len(found.parameters) != 1:
                shown = ", ".join(found.parameters)
                remedy = f"say it of an expression in one of them: ({token.text}({shown})) is …"
                raise reader.wrong(f"{token.text} has {len(found.parameters)} variables", remedy, token)
            variable = Var(found.parameters[0])
            return App("fn", (variable, App(found.head + "'" * order, (variable,))))
        reader.at = start
    alone = token.kind == "name" and reader.here(1).text in (*_STOPS, "'")
    if alone and not found and token.text not in ("x", "t", *reader.scope.bound):
        remedy = f"declare it before: let {token.text}(x) = …"
        raise reader.wrong(f"{token.text} is not declared as a function", remedy, token)
    return as_function(reader, reader.expression(), start)


def as_function(reader: Reader, body: Term, start: int) -> App:
    """`fn(x, body)` for the one variable x of `body` that is no parameter."""
    letters = sorted(free(body) - set(reader.scope.parameters))
    if len(letters) > 1:
        variable = next((name for name in ("x", "t") if name in letters), letters[0])
        others = ", ".join(name for name in letters if name != variable)
        remedy = f"declare the others as parameters: let {others}"
        raise reader.wrong(f"{' and '.join(letters)} are variables, and one was expected", remedy, reader.tokens[start])
    if not letters and "x" in reader.scope.parameters:
        named = sorted(free(body)) or ["x"]
        message = "a claim about a function needs a variable, and all are parameters"
        remedy = f"choose another name for the parameter {named[0]}"
        raise reader.wrong(message, remedy, reader.tokens[start])
    return App("fn", (Var(letters[0] if letters else "x"), body))
