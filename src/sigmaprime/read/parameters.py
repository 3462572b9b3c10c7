"""Parameters that a definition hides are brought to light: after `let k` and `let f(x) = k*x`, f(2) is written k*2.

A claim speaks of all values of its parameters that the declarations admit, so it must name them. Only functions
that hide a parameter are written out; f′(t) becomes the derivative of what f(x) stands for, taken at t. A place where
something else is called like the parameter, as the bound k of sum(f(k), k, 1, 9), is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Definition

Open = Mapping[str, tuple[tuple[str, ...], Term]]


def brought_to_light(term: Term, scope: Scope) -> Term:
    """`term` with every function that hides a parameter written out."""
    hiding: dict[str, tuple[tuple[str, ...], Term]] = {}
    for definition in scope.definitions:
        body = _written_out(definition.body, hiding)
        if free(body) - set(definition.parameters):
            hiding[definition.name] = (definition.parameters, _strict(definition, body))
    return _written_out(term, hiding) if hiding else term


def _strict(definition: Definition, body: Term) -> Term:
    """The body, undefined wherever an argument is: one that it does not use is added 0 times."""
    for name in definition.parameters:
        if name not in free(body):
            body = App("+", (body, App("*", (Num(0), Var(name)))))
    return body


def _written_out(term: Term, hiding: Open) -> Term:
    match term:
        case App("fn", (Var(name) as x, body)):
            inner = {head: entry for head, entry in hiding.items() if name not in free(entry[1]) - set(entry[0])}
            return App("fn", (x, _written_out(body, inner)))
        case App(head, args):
            found = hiding.get(head.rstrip("'"))
            args = tuple(_written_out(arg, hiding) for arg in args)
            if found is None or len(found[0]) != len(args):
                return App(head, args)
            primes = len(head) - len(head.rstrip("'"))
            return _derived(found[0][0], found[1], primes, args[0]) if primes else _at(found, args)
    return term


def _at(found: tuple[tuple[str, ...], Term], args: tuple[Term, ...]) -> Term:
    names, body = found
    return substitute(apart(body, frozenset[str]().union(*map(free, args))), dict(zip(names, args, strict=True)))


def apart(body: Term, taken: frozenset[str]) -> Term:
    """`body` with other names for the variables that it binds, where they are among those that are taken."""
    match body:
        case App("fn", (Var(name), inner)):
            inner = apart(inner, taken)
            if name not in taken:
                return App("fn", (Var(name), inner))
            new = _fresh(name, taken | free(inner))
            return App("fn", (Var(new), substitute(inner, {name: Var(new)})))
        case App(head, args):
            return App(head, tuple(apart(arg, taken) for arg in args))
    return body


def _fresh(name: str, taken: frozenset[str]) -> str:
    return next(new for number in count(1) if (new := f"{name}_{number}") not in taken)


def _derived(parameter: str, body: Term, order: int, place: Term) -> Term:
    """The derivative of that order of `parameter ↦ body` at a place."""
    hidden = free(body) - {parameter}
    x = place if isinstance(place, Var) and place.name not in hidden else Var(parameter)
    inner = _at(((parameter,), body), (x,))
    for _ in range(order - 1):
        inner = App("D", (App("fn", (x, inner)), x))
    return App("D", (App("fn", (x, inner)), place))
