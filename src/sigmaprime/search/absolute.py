"""On a set where u has one sign, |u| is u or −u: a property of a function with absolute values, without them.

max, min and the functions made of them are written out first: max(x, y) = (x + y + |x − y|)/2.
"""

from __future__ import annotations

from collections.abc import Callable

from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.sets import membership
from sigmaprime.kernel.term import App, Num, Path, Term, Var, Wrong, free, paths, replace, subterm, subterms
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
MOST = 8
SIGNS = ((">=", "absolute value of a nonnegative"), ("<=", "absolute value of a nonpositive"))


def bends(session: Session, body: Term) -> tuple[Term, ...]:
    """The arguments of the absolute values in a function, definitions written out: it may bend at their zeros."""
    found: dict[Term, None] = {}
    waiting = [body]
    while waiting:
        for node in sorted(subterms(waiting.pop()), key=str):
            match node:
                case App("abs", (u,)) if free(u):
                    found[u] = None
                case App(head, _) if _hides(session, head):
                    fact = meaning(session, node)
                    waiting += [] if fact is None else [sides(fact)[1]]
    return tuple(found)


def _hides(session: Session, head: str) -> bool:
    """Whether the definition of a function has an absolute value in it."""
    law = session.rules.get(f"definition of {head}")
    if law is None:
        return False
    body = law.conclusion.args[1]  # type: ignore[union-attr]
    heads = {t.head for t in subterms(body) if isinstance(t, App)}
    return "abs" in heads or any(_hides(session, inner) for inner in heads)


def opened_once(session: Session, node: Term) -> Derivation | None:
    """The meaning of a function whose definition has an absolute value in it."""
    match node:
        case App(head, _) if free(node) and _hides(session, head):
            fact = meaning(session, node)
            return fact if fact is not None and isinstance(fact.by, Apply) else None
    return None


def without(session: Session, goal: Claim, then: Callable[[Session, Claim], Derivation]) -> Derivation:
    """A property on a set, from the same property of the function without its absolute values."""
    return _without(session, goal, then, MOST)


def _without(session: Session, goal: Claim, then: Callable[[Session, Claim], Derivation], left: int) -> Derivation:
    match goal.says:
        case App(_, (App("fn", (Var() as x, body)), region, *_)) if left:
            try:
                known = membership(x, region)
            except Wrong as wrong:
                raise NoProof(str(wrong)) from None
            for at in paths(body):
                fact = _plainer(session, subterm(body, at), known)
                if fact is not None:
                    return _moved(session, goal, (0, 1, *at), fact, then, left)
    return then(session, goal)


def _moved(
    session: Session, goal: Claim, at: Path, fact: Derivation, then: Callable[[Session, Claim], Derivation], left: int
) -> Derivation:
    there = Claim(replace(goal.says, at, sides(fact)[1]), goal.given)
    return transport(goal.says, at, fact, _without(session, there, then, left - 1), goal.given)


def _plainer(session: Session, node: Term, known: tuple[Term, ...]) -> Derivation | None:
    match node:
        case App("abs", (u,)) if free(u):
            for relation, name in SIGNS:
                new = u if relation == ">=" else App("neg", (u,))
                goal = Claim(App("=", (node, new)), known)
                try:
                    return by_rule(session, name, goal, prove)
                except NoProof:
                    continue
            raise NoProof("the sign under an absolute value is not known")
    return opened_once(session, node)
