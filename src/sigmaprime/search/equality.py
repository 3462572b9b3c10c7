"""Equations: by comparing normal forms, if need be after both sides are written out."""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Cases, Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free, paths, subterm, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.at_corners import at_corners
from sigmaprime.search.at_vectors import is_false_somewhere
from sigmaprime.search.backwards import reversed_links, turned_link
from sigmaprime.search.chain import chain, sides
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import NONE, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.identity import by_opening, contradicted
from sigmaprime.search.indexed import has_index
from sigmaprime.search.logarithms import equal_exponentials
from sigmaprime.search.meaning import meaning
from sigmaprime.search.orders.equation import prove_with_orders
from sigmaprime.search.orders.letters import speaks_of_whole_numbers
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import Differs, NoProof, Session
from sigmaprime.search.steps import arithmetic_step, needed, unwidened, widened
from sigmaprime.search.sum_equations import by_sum_form
from sigmaprime.search.sums import by_induction

DIRECT = (
    "sum of squares of sine and cosine",
    "square root of a square",
    "square of a square root",
    "what Lambert's W undoes",
)


def prove_equation(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("=", (App("sum" | "prod", (_, _, Var())), _)):
            with suppress(NoProof):
                return by_induction(session, goal)
    if speaks_of_whole_numbers(goal.says):
        return prove_with_orders(session, goal)
    return _equation(session, goal)


def _equation(session: Session, goal: Claim) -> Derivation:
    """A chain from the left side, written out, to the right side folded again."""
    left, right = goal.says.args  # type: ignore[union-attr]
    if isinstance(left, App) and left.head == "domain":
        return by_rule(session, "natural domain", goal, prove)
    try:
        return _plainly(session, goal)
    except Differs:
        raise
    except NoProof:
        pass
    if has_index(goal.says) or _has_symbolic_sum(goal.says):
        with suppress(NoProof):
            return by_sum_form(session, goal)
    with suppress(NoProof):
        return at_corners(session, goal)
    with suppress(NoProof):
        return by_opening(session, goal)
    failure = NoProof("the two sides have different normal forms")
    try:
        return between(session, left, right, goal.given, NONE)
    except NoProof as gap:
        failure = gap
    split = _unknown_sign(goal, left, right)
    if split is not None:
        return by_cases(session, goal, split, Num(0))
    for way in (_by_roots, _by_logarithms):
        with suppress(NoProof):
            return way(session, goal, left, right)
    raise failure


def equation_under(session: Session, says: Term, plain: tuple[Term, ...], given: tuple[Term, ...]) -> Derivation:
    """An equation where both sides are defined, without that hypothesis where it is not needed."""
    if speaks_of_whole_numbers(says):
        return prove(session, Claim(says, given))
    try:
        return _plainly(session, Claim(says, plain))
    except Differs:
        raise
    except NoProof:
        pass
    with suppress(NoProof):
        return at_corners(session, Claim(says, plain))
    with suppress(NoProof):
        return unwidened(by_opening(session, Claim(says, given)), plain)
    return prove(session, Claim(says, plain))


def _plainly(session: Session, goal: Claim) -> Derivation:
    """By one row, by comparing normal forms, or by a function of which the derivative is known in itself."""
    left, right = goal.says.args  # type: ignore[union-attr]
    if contradicted(session, goal) or (has_index(goal.says) and is_false_somewhere(session, goal.says, goal.given)):
        raise Differs("the two sides differ at a simple point")
    for name in DIRECT:
        with suppress(NoProof):
            return by_rule(session, name, goal, prove)
    for one, other in ((left, right), (right, left)):
        fact = meaning(session, one)
        if fact is not None and sides(fact)[1] is other:
            return fact if one is left else turned_link(session, fact, goal.given)
    if needed(session, left, right) == []:
        return widened(arithmetic_step(left, right, ()), goal)
    kept = self_referring(session, goal.says) if _has_slope(goal.says) else NONE
    if not kept:
        raise NoProof("the two sides have different normal forms")
    return between(session, left, right, goal.given, kept)


def _has_symbolic_sum(term: Term) -> bool:
    """Whether there is a sum whose ends are not both numbers."""
    sums = (t for t in subterms(term) if isinstance(t, App) and t.head == "sum")
    return any(free(end) for t in sums for end in t.args[1:])


def _has_slope(term: Term) -> bool:
    return any(isinstance(t, App) and (t.head == "D" or t.head.endswith("'")) for t in subterms(term))


def _by_roots(session: Session, goal: Claim, left: Term, right: Term) -> Derivation:
    """Both sides written out, and compared as polynomials in their roots."""
    from sigmaprime.search.simplify.lines import by_roots

    out, back = unfolded(session, left, goal.given), unfolded(session, right, goal.given)
    start = left if out is None else sides(out)[1]
    end = right if back is None else sides(back)[1]
    step = by_roots(session, start, end, goal.given)
    return chain([*([out] if out else []), step, *reversed_links(session, back, goal.given)], goal.given)


def _by_logarithms(session: Session, goal: Claim, left: Term, right: Term) -> Derivation:
    """Both sides written out, and their exponentials compared."""
    out, back = unfolded(session, left, goal.given), unfolded(session, right, goal.given)
    start = left if out is None else sides(out)[1]
    end = right if back is None else sides(back)[1]
    step = equal_exponentials(session, Claim(App("=", (start, end)), goal.given), start, end)
    return chain([*([out] if out else []), step, *reversed_links(session, back, goal.given)], goal.given)


def between(session: Session, left: Term, right: Term, given: tuple[Term, ...], keep: frozenset[str]) -> Derivation:
    """left = left written out = right written out = right."""
    out, back = unfolded(session, left, given, keep), unfolded(session, right, given, keep)
    start = left if out is None else sides(out)[1]
    end = right if back is None else sides(back)[1]
    if start is right and out is not None:
        return out
    links = [out] if out is not None else []
    if start is not end:
        links.append(arithmetic(session, start, end, given, prove))
    return chain([*links, *reversed_links(session, back, given)], given)


def _unknown_sign(goal: Claim, left: Term, right: Term) -> Term | None:
    """Something under an absolute value, of which neither sign is known."""
    for side in (left, right):
        for at in paths(side):
            node = subterm(side, at)
            if isinstance(node, App) and node.head == "abs":
                known = {App(r, (node.args[0], Num(0))) for r in ("<=", ">=")} & set(goal.given)
                if not known:
                    return node.args[0]
    return None


def by_cases(session: Session, goal: Claim, left: Term, right: Term) -> Derivation:
    """The goal where left <= right and where left >= right."""
    parts = [prove(session, Claim(App("defined", (side,)), goal.given)) for side in (left, right)]
    parts += [
        prove(session, Claim(goal.says, (*goal.given, App(relation, (left, right))))) for relation in ("<=", ">=")
    ]
    return Derivation(goal, Cases(left, right), tuple(parts))
