"""One function at two points: ln(1 + exp(x)) and ln(1 + exp(y)) are the values of z ↦ ln(1 + exp(z)) at x and y."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.term import App, Term, Var, free


def value_at(pattern: Term, x: Var, term: Term) -> Term | None:
    """The m with which `term` is `pattern` for x = m; None if there is none, or x does not occur."""
    found: list[Term] = []
    return found[0] if _matches(pattern, x, term, found) and found else None


def _matches(pattern: Term, x: Var, term: Term, found: list[Term]) -> bool:
    if pattern is x:
        found.append(term)
        return found[0] is term
    if x.name not in free(pattern):
        return pattern is term
    match pattern, term:
        case App("fn", _), _:
            return False
        case App(head, args), App(other, others) if head == other and len(args) == len(others):
            return all(_matches(a, x, b, found) for a, b in zip(args, others, strict=True))
    return False


def values(terms: tuple[App, ...]) -> Iterator[tuple[Var, Term, Term]]:
    """x, A and m, where A, in which x occurs, is among the terms, and so is A with another m for x."""
    for a in terms:
        for name in sorted(free(a)):
            x = Var(name)
            for b in terms:
                m = value_at(a, x, b)
                if m is not None and m is not x:
                    yield x, a, m
