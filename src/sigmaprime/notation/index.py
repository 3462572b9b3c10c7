"""How components are called: x_i, X_kj, and the name of the component by which something is differentiated."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.term import App, Num, Term, Var

_CHANGED = "·"


def own_component(name: str) -> App | None:
    """The component x[j] for which the letter `x·j` stands in a derivative by it; None for another letter."""
    base, mark, rest = name.partition(_CHANGED)
    index = rest.strip(_CHANGED)
    if not (mark and base and index):
        return None
    return App("component", (Var(base), Num(Fraction(index)) if index.isdecimal() else Var(index)))


def is_own_component(x: Term) -> bool:
    return isinstance(x, Var) and own_component(x.name) is not None


def shown(term: Term) -> Term:
    """`term`, with x for the vector of which one component has become a variable."""
    match term:
        case App("put", (vector, _, _)):
            return shown(vector)
        case Var(name):
            return own_component(name) or term
    return term


def indices(term: App) -> tuple[Term, tuple[Term, ...]]:
    """The letter of a component and its indices, outermost last: X and (k, j) for X[k][j]."""
    vector, index = term.args
    vector = shown(vector)
    if isinstance(vector, App) and vector.head == "component":
        letter, before = indices(vector)
        return letter, (*before, index)
    return vector, (index,)


def is_short(indices: tuple[Term, ...]) -> bool:
    """Whether indices may stand side by side without a comma: ij, but i,12."""
    return all(isinstance(one, Var) or (isinstance(one, Num) and one.value < 10) for one in indices)
