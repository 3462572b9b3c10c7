"""Whole numbers, components and dot products: small facts about indices that everything with sums needs."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import count

from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free, subterms
from sigmaprime.search.chain import equation
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

LETTERS = "ijklrpq"


def other_letter(names: Iterable[str], letters: str = LETTERS) -> str:
    """A letter for an index that stands for nothing yet."""
    taken = set(names)
    for number in count():
        for letter in letters:
            if (name := f"{letter}_{number}" if number else letter) not in taken:
                return name
    raise NoProof("no letter is left")


def opened_dot(term: Term) -> Derivation:
    """`w·x = sum(w[i]*x[i], i, 1, n)`, where that is a dot product."""
    match term:
        case App("dot", (one, other, length)):
            name = other_letter(t.name for t in subterms(term) if isinstance(t, Var))
            x = Var(name)
            product = App("*", (App("component", (one, x)), App("component", (other, x))))
            right = App("sum", (App("fn", (x, product)), Num(1), length))
            holes = (("b", length), ("c", one), ("d", other), ("x", x))
            return Derivation(Claim(equation(term, right), ()), Apply("dot product", holes))
    raise NoProof("not a dot product")


def plain_component(session: Session, node: Term, given: tuple[Term, ...]) -> Derivation | None:
    """A component of a vector of which one component was changed, or of a list; None if nothing is to be done."""
    match node:
        case App("dot", (_, _, Num())) if not free(node):
            return opened_dot(node)
        case App("put", (u, v, App("component", (one, other)))) if one is u and other is v:
            return _equal(session, "a vector left as it was", node, u, given)
        case App("component", (App("put", (u, v, value)), w)):
            if v is w:
                return _equal(session, "the changed component", node, value, given)
            with suppress(NoProof):
                return _equal(session, "an unchanged component", node, App("component", (u, w)), given)
        case App("component", (App("vec", members), Num(place))) if place <= len(members):
            name = f"member {place} of a list of {len(members)}"
            return _equal(session, name, node, members[int(place) - 1], given)
        case App("delta", (u, v)) if u is v:
            return _equal(session, "delta of an index and itself", node, Num(1), given)
        case App("delta", (Num() as u, Num() as v)) if u is not v:
            return _equal(session, "delta of different indices", node, Num(0), given)
    return None


def _equal(session: Session, name: str, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    return by_rule(session, name, Claim(equation(left, right), given), prove)
