"""Vectors and indices in a formula: x[i], x_i and X[k][i] for components, dot(w, x), delta(i, j), and ∂u/∂x_j.

`let x in R^n` makes x a vector, `let X in R^(m x n)` a list of m vectors. The derivative of u by x[j] is that of
t ↦ u with t in place of the component x[j], taken at x[j] (Rudin, Definition 9.16).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sigmaprime.kernel.term import App, Num, Term, Var, substitute, subterms
from sigmaprime.read.parameters import apart, brought_to_light
from sigmaprime.read.scope import OWN, Scope, dimensions, is_declared
from sigmaprime.read.tokens import Token

if TYPE_CHECKING:
    from sigmaprime.read.text import Reader

_WRITE: Final = "write its components, as x[i] or x_i"


def vector_named(scope: Scope, said: str) -> tuple[str, str] | None:
    """The vector of which a name speaks, and the index that is part of the name: x_i is ("x", "i")."""
    base, _, index = (said, "", "") if dimensions(scope, said) else said.partition("_")
    if is_declared(scope, said) and index:
        return None
    return (base, index) if dimensions(scope, base) else None


def read_vector(reader: Reader, token: Token) -> Term:
    """The vector or the component that begins with the name just read; all of a vector stands in a dot product."""
    found = vector_named(reader.scope, token.text)
    if found is None:
        raise reader.wrong(f"{token.text} is not a vector", "declare it: let x in R^n", token)
    base, index = found
    alone = reader.at == 1 or reader.tokens[reader.at - 2].text != "*"
    left = dimensions(reader.scope, base)
    term: Term = Var(base)
    for one in _indices_of(index, len(left)) + _bracketed(reader, len(left) - bool(index)):
        term, left = App("component", (term, one)), left[1:]
    if left and alone and not reader.says("*"):
        raise reader.wrong(f"{token.text} is a vector", _WRITE, token)
    return term


def _indices_of(index: str, count: int) -> list[Term]:
    """The indices that stand in a name: those of X_kj are k and j."""
    parts = list(index) if count == len(index) == 2 else [index] if index else []
    return [Num(int(part)) if part.isdecimal() else Var(part) for part in parts]


def _bracketed(reader: Reader, most: int) -> list[Term]:
    """The indices in brackets: [k][i] or [k, i]."""
    found: list[Term] = []
    while len(found) < most and reader.says("["):
        opening = reader.here()
        reader.at += 1
        with reader.inside():
            found.append(reader.expression())
            while reader.skip(","):
                found.append(reader.expression())
            reader.close(opening, "]")
    if len(found) > most:
        raise reader.wrong("too many indices", f"here {most} can stand")
    return found


def dimension(scope: Scope, term: Term) -> Term | None:
    """How many components a vector has; None for what is no vector."""
    match term:
        case Var(name):
            left = dimensions(scope, name)
            return left[0] if len(left) == 1 else None
        case App("component", (Var(name), _)):
            left = dimensions(scope, name)
            return left[1] if len(left) == 2 else None
    return None


def dot_product(reader: Reader, one: Term, other: Term, token: Token) -> Term:
    """w·x, for two vectors of one dimension."""
    first, second = dimension(reader.scope, one), dimension(reader.scope, other)
    if first is None or second is None or token.text != "*":
        raise reader.wrong("of a whole vector there are dot products alone", _WRITE, token)
    if first is not second:
        raise reader.wrong("these vectors have different dimensions", "declare them alike: let w, x in R^n", token)
    return App("dot", (one, other, first))


def is_vector(scope: Scope, term: Term) -> bool:
    return dimension(scope, term) is not None


def dot_call(reader: Reader, token: Token) -> Term:
    """dot(w, x)"""
    opening = reader.here()
    reader.at += 1
    with reader.inside():
        one = _argument(reader)
        reader.expect(",", "write dot(w, x)")
        other = _argument(reader)
        reader.close(opening, ")")
    return dot_product(reader, one, other, token._replace(text="*"))


def _argument(reader: Reader) -> Term:
    token = reader.here()
    found = vector_named(reader.scope, token.text)
    if found is None:
        raise reader.wrong(f"a vector was expected{reader.instead()}", "declare it: let x in R^n", token)
    reader.at += 1
    term: Term = Var(found[0])
    for one in _indices_of(found[1], 1) + _bracketed(reader, 1 - bool(found[1])):
        term = App("component", (term, one))
    return term


def delta_indices(reader: Reader, token: Token) -> Term | None:
    r"""delta(i, j), and \delta_{ij} where there are vectors; None for a letter delta."""
    base, _, index = token.text.partition("_")
    if base != "delta" or is_declared(reader.scope, token.text):
        return None
    if len(index) == 2 and reader.scope.vectors:
        return App("delta", tuple(_indices_of(index, 2)))
    if index or not reader.says("(") or not _has_two(reader):
        return None
    opening = reader.here()
    reader.at += 1
    with reader.inside():
        one = reader.expression()
        reader.expect(",", "write delta(i, j)")
        other = reader.expression()
        reader.close(opening, ")")
    return App("delta", (one, other))


def _has_two(reader: Reader) -> bool:
    level = 0
    for token in reader.tokens[reader.at :]:
        level += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if not level:
            return False
        if level == 1 and token.text == ",":
            return True
    return False


def by_component(reader: Reader, token: Token) -> App:
    """The component, of which the first token was just read, by which something is differentiated."""
    term = read_vector(reader, token)
    match term:
        case App("component", (Var(), Var() | Num())) if not is_vector(reader.scope, term):
            return term
    raise reader.wrong("a component was expected", "write x[j], with a letter or a number for j", token)


def partial(scope: Scope, body: Term, at: App) -> Term:
    """The derivative of `body` by a component."""
    x, j = at.args
    if x not in subterms(body):
        body = brought_to_light(body, scope)
    taken = frozenset(t.name for t in subterms(body) if isinstance(t, Var))
    index = j.name if isinstance(j, Var) else str(j.value)  # type: ignore[union-attr]
    changed = f"{x.name}{OWN}{index}"  # type: ignore[union-attr]
    while changed in taken:
        changed += OWN
    inner = apart(body, j.names)
    put = App("put", (x, j, Var(changed)))
    return App("D", (App("fn", (Var(changed), substitute(inner, {x.name: put}))), at))  # type: ignore[union-attr]
