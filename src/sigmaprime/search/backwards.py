"""A column of equalities read from its end back to its beginning, link by link."""

from __future__ import annotations

from sigmaprime.kernel.proof import Apply, Chain, Claim, Derivation, Prime, Rewrite
from sigmaprime.kernel.term import App, Path, Term
from sigmaprime.search.chain import equation, link, sides, turned
from sigmaprime.search.goals import prove
from sigmaprime.search.session import Session


def reversed_links(session: Session, fact: Derivation | None, given: tuple[Term, ...]) -> list[Derivation]:
    """The links of a column of equalities from its end back to its beginning."""
    if fact is None:
        return []
    links = fact.parts if isinstance(fact.by, Chain) else (fact,)
    return [turned_link(session, each, given) for each in reversed(links)]


def turned_link(session: Session, each: Derivation, given: tuple[Term, ...]) -> Derivation:
    """One link read from right to left: definitions as they stand, everything else where its right side is defined."""
    _, right = sides(each)
    inner = each.parts[0] if isinstance(each.by, Rewrite) else each
    at: Path = getattr(each.by, "at", ())
    backwards = _backwards(session, inner)
    if backwards is not None:
        return link(right, at, backwards, given)
    return turned(each, prove(session, Claim(App("defined", (right,)), given)))


def _backwards(session: Session, fact: Derivation) -> Derivation | None:
    left, right = sides(fact)
    match fact.by:
        case Prime():
            return Derivation(Claim(equation(right, left), ()), Prime())
        case Apply(name, holes) if f"{name}, backwards" in session.rules:
            return Derivation(Claim(equation(right, left), ()), Apply(f"{name}, backwards", holes))
    return None
