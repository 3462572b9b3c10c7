"""One function at two points: ln(1 + exp(x)) and ln(1 + exp(y)) are the values of z ↦ ln(1 + exp(z)) at x and y."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.term import App, Term, Var, free

Place = Term


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


def pairs(terms: tuple[Term, ...]) -> Iterator[tuple[Var, Term, Var, Term]]:
    """x, A, y, B, where A is among the terms, and B too, which is A with y for x."""
    for a in terms:
        for name in sorted(free(a)):
            x = Var(name)
            for b in terms:
                y = value_at(a, x, b)
                if isinstance(y, Var) and y is not x:
                    yield x, a, y, b
