"""A statement for all or for some values, decided at one point."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Point
from sigmaprime.kernel.term import App, Term, Wrong, as_number, free, require, substitute, subterms

DENIAL = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def require_open(terms: tuple[Term, ...]) -> None:
    """`all` and `some` speak of every value of their variables: nothing may be put in place of one."""
    closed = any(isinstance(t, App) and t.head in ("all", "some") for t in subterms(*terms))
    require(not closed, "a statement about all values has no instance")


def at_point(parts: tuple[Claim, ...], given: tuple[Term, ...], says: Term | None, point: Point) -> None:
    """The parts prove that the values of `point` are defined, that `given` holds there, and that `says` fails."""
    values = dict(point)
    everything = (*given, says) if says is not None else given
    require_open(everything)
    names = frozenset[str]().union(*map(free, everything))
    require(names <= values.keys() and len(values) == len(point), "the point gives no value to a variable")
    require(not any(free(value) for value in values.values()), "the values of a point have no variables")
    needed = [App("defined", (value,)) for value in values.values() if as_number(value) is None]
    needed += [substitute(hypothesis, values) for hypothesis in given]  # type: ignore[misc]
    failures = _failures(substitute(says, values)) if says is not None else ()
    require(len(parts) == len(needed) + bool(failures), "something about the point is not proved")
    for part, wanted in zip(parts, needed, strict=False):
        require(part.says is wanted, "not what is needed of the point")
    if failures:
        require(parts[-1].says in failures, "that does not make the claim fail")
    require(not any(part.given for part in parts), "a point has no hypotheses")


def _failures(says: Term) -> tuple[Term, ...]:
    """The claims each of which makes `says`, which has no variables, fail."""
    match says:
        case App("=", (u, v)):
            return App("!=", (u, v)), App("and", (App("undefined", (u,)), App("defined", (v,))))
        case App("defined", (u,)):
            return (App("undefined", (u,)),)
        case App(relation, (u, v)) if relation in DENIAL:
            return App(DENIAL[relation], (u, v)), App("undefined", (u,)), App("undefined", (v,))
        case App():
            return (App("not", (says,)),)
    raise Wrong("it is not known what makes this fail")
