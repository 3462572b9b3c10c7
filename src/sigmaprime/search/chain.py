"""Build columns of equalities: each link replaces one part of a term by something equal."""

from __future__ import annotations

from collections.abc import Iterable

from sigmaprime.kernel.places import available
from sigmaprime.kernel.proof import Apply, Chain, Claim, Derivation, Replace, Rewrite
from sigmaprime.kernel.term import App, Path, Term, Var, children, free, replace, subterm
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
    """The hypotheses that may be used for an equation about the subterm of `term` at `at`.

    Inside a sum there are also those about its index.
    """
    if (depth := _sum_on_the_way(term, at)) is not None:
        node = subterm(term, at[:depth])
        return usable(local(node, usable(given, term, at[:depth])), subterm(node, (0, 1)), at[depth + 2 :])
    return tuple(h for h in given if available(h, given, term, at))


def _sum_on_the_way(term: Term, at: Path) -> int | None:
    """Where the outermost sum stands inside whose terms the place lies."""
    for depth, index in enumerate(at):
        if isinstance(term, App):
            if term.head == "sum" and at[depth : depth + 2] == (0, 1):
                return depth
            term = term.args[index]
    return None


def local(term: Term, given: tuple[Term, ...]) -> tuple[Term, ...]:
    """What is known inside a sum: its index is whole and between the ends, and what does not speak of the index."""
    match term:
        case App(_, (App("fn", (Var(name) as x, _)), low, high)):
            outside = tuple(h for h in given if name not in free(h))
            return (App("whole", (x,)), App(">=", (x, low)), App("<=", (x, high)), *outside)
    raise NoProof("not a sum")


def equal_terms(term: Term, body: Derivation, given: tuple[Term, ...]) -> Derivation:
    """Two sums that are equal term by term."""
    match term:
        case App(head, (App("fn", (x, u)), low, high)):
            v = sides(body)[1]
            holes = (("a", low), ("b", high), ("u", u), ("v", v), ("x", x))
            right = App(head, (App("fn", (x, v)), low, high))
            return Derivation(Claim(equation(term, right), given), Apply("sums of equal terms", holes), (body,))
    raise NoProof("not a sum")


def _inside_a_sum(term: Term, at: Path, fact: Derivation, given: tuple[Term, ...]) -> Derivation | None:
    """The link by a fact that uses what is known inside a sum; None where it uses nothing of the kind."""
    if not fact.claim.given or (depth := _sum_on_the_way(term, at)) is None:
        return None
    node = subterm(term, at[:depth])
    known = usable(given, term, at[:depth])
    inner = local(node, known)
    (x, body) = children(children(node)[0])
    rest = at[depth + 2 :]
    if not any(free(h) & free(x) for h in fact.claim.given) and _inside_a_sum(body, rest, fact, inner) is None:
        return None
    return link(term, at[:depth], equal_terms(node, link(body, rest, fact, inner), known), given)


def link(term: Term, at: Path, fact: Derivation, given: tuple[Term, ...]) -> Derivation:
    """`term = term with the fact's right side at `at``; the fact itself if it is about the whole term."""
    if not at:
        return Derivation(Claim(fact.claim.says, given), fact.by, fact.parts)
    old, new = sides(fact)
    if subterm(term, at) is not old:
        raise NoProof("a link does not fit")
    if (within := _inside_a_sum(term, at, fact, given)) is not None:
        return within
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
