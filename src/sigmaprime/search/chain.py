"""Build columns of equalities: each link replaces one part of a term by something equal."""

from __future__ import annotations

from collections.abc import Iterable

from sigmaprime.kernel.places import available
from sigmaprime.kernel.proof import Apply, Chain, Claim, Derivation, Replace, Rewrite
from sigmaprime.kernel.term import App, Path, Term, replace, subterm
from sigmaprime.search.session import NoProof


def equation(left: Term, right: Term) -> Term:
    return App("=", (left, right))


def sides(derivation: Derivation) -> tuple[Term, Term]:
    """The two sides of the equation that a derivation proves."""
    match derivation.claim.says:
        case App("=", (left, right)):
            return left, right
    raise NoProof("an equation was expected")


def usable(given: tuple[Term, ...], term: Term, at: Path) -> tuple[Term, ...]:
    """The hypotheses that may be used for an equation about the subterm of `term` at `at`."""
    return tuple(h for h in given if available(h, given, term, at))


def link(term: Term, at: Path, fact: Derivation, given: tuple[Term, ...]) -> Derivation:
    """`term = term with the fact's right side at `at``; the fact itself if it is about the whole term."""
    if not at:
        return Derivation(Claim(fact.claim.says, given), fact.by, fact.parts)
    old, new = sides(fact)
    if subterm(term, at) is not old:
        raise NoProof("a link does not fit")
    return Derivation(Claim(equation(term, replace(term, at, new)), given), Rewrite(at), (fact,))


def chain(links: Iterable[Derivation], given: tuple[Term, ...]) -> Derivation:
    """One equation from a column of them; links that are chains themselves are written out."""
    flat: list[Derivation] = []
    for each in links:
        flat.extend(each.parts if isinstance(each.by, Chain) else (each,))
    flat = [each for each in flat if sides(each)[0] is not sides(each)[1]] or flat[:1]
    if not flat:
        raise NoProof("there is nothing to work out")
    if len(flat) == 1:
        return Derivation(Claim(flat[0].claim.says, given), flat[0].by, flat[0].parts)
    return Derivation(Claim(equation(sides(flat[0])[0], sides(flat[-1])[1]), given), Chain(), tuple(flat))


def parts_of(derivation: Derivation) -> tuple[Derivation, ...]:
    """The links of a column; a single equation is its only link."""
    return derivation.parts if isinstance(derivation.by, Chain) else (derivation,)


def inside(term: Term, at: Path, derivation: Derivation, given: tuple[Term, ...]) -> Derivation:
    """A chain about a subterm, carried out inside the whole term link by link."""
    links = derivation.parts if isinstance(derivation.by, Chain) else (derivation,)
    result = []
    for each in links:
        result.append(link(term, at, each, given))
        term = replace(term, at, sides(each)[1])
    return chain(result, given)


def transport(says: Term, at: Path, fact: Derivation, there: Derivation, given: tuple[Term, ...]) -> Derivation:
    """`says` from an equation for its subterm at `at` and the claim with that subterm replaced."""
    return Derivation(Claim(says, given), Replace(at), (fact, there))


def turned(fact: Derivation, defined: Derivation) -> Derivation:
    """`b = a` from `a = b`, given that b is defined."""
    left, right = sides(fact)
    return Derivation(
        Claim(equation(right, left), fact.claim.given),
        Apply("equality turned round", (("u", right), ("v", left))),
        (fact, defined),
    )
