"""Limits: by the limit laws from the inside outwards; where they say nothing, another form of the same function.

The other forms: simplified close to the place; by its dominant terms; by l'Hôpital's rule; squeezed; from both sides;
seen from far out. Each leads to the limit of something simpler, which is looked for in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, substitute, subterms
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.dominant import by_dominant_terms
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import NONE, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.hopital import by_hopital
from sigmaprime.search.limit_laws import by_laws
from sigmaprime.search.near import INFINITE, At, apply, is_one_sided, near, tends, value_of
from sigmaprime.search.rearranged import rearranged
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sizes import has_large_parts
from sigmaprime.search.squeeze import by_bounded_factor

DEEPEST: Final = 24
PARTIAL: Final = frozenset(("ln", "sqrt", "asin", "acos"))
Way = Callable[[Session, Term, At], Derivation]


def prove_limit(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("tends", (App("fn", (Var() as x, body)), place, value)):
            found = limit(session, body, x, place, goal.given)
            reached = value_of(found)
            if reached is value:
                return Derivation(goal, found.by, found.parts)
            if value in INFINITE or reached in INFINITE:
                raise NoProof("it tends to something else")
            same = prove(session, Claim(App("=", (value, reached)), goal.given))
            return transport(goal.says, (2,), same, found, goal.given)
    raise NoProof("not a limit")


def limit(session: Session, body: Term, x: Var, place: Term, given: tuple[Term, ...] = ()) -> Derivation:
    """`tends(fn(x, body), place, L)` for the L that is found, under hypotheses about the parameters."""
    given = tuple(h for h in given or session.assumed if x.name not in free(h))
    key = App("limit", (App("fn", (x, body)), place, App("given", given)))
    known = session.forms.get(key)
    if isinstance(known, Derivation):
        return known
    if isinstance(known, NoProof):
        raise known
    session.tick()
    if len(session.nesting) > DEEPEST:
        raise NoProof("nested too deeply")
    session.forms[key] = NoProof("round in circles")
    session.nesting.append("limit")
    try:
        found = _found(session, body, At(x, place, given))
    except NoProof as failed:
        session.forms[key] = failed
        raise
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    finally:
        session.nesting.pop()
    session.forms[key] = found
    return found


def _found(session: Session, body: Term, at: At) -> Derivation:
    gap = NoProof("no limit law applies")
    for way in _ways(session, body, at):
        session.tick()
        try:
            return way(session, body, at)
        except NoProof as failed:
            gap = failed
    raise gap


def _ways(session: Session, body: Term, at: At) -> Iterator[Way]:
    yield _by_laws
    yield _written_out
    yield _unknown_power
    if at.place not in INFINITE and not is_one_sided(at.place) and _is_partial(body, at.x):
        yield _from_both_sides
    yield _simplified
    yield by_bounded_factor
    if is_one_sided(at.place):
        yield _at_the_end
    if at.place is MINUS_OO or (is_one_sided(at.place) and has_large_parts(session, body, at)):
        yield _seen_far_out
    yield by_dominant_terms
    yield by_hopital
    if is_one_sided(at.place):
        yield _seen_far_out
    elif at.place not in INFINITE:
        yield _from_both_sides


def _is_partial(body: Term, x: Var) -> bool:
    """Whether a logarithm or a root in it has its domain to be minded, which is known better from one side."""
    return any(isinstance(t, App) and t.head in PARTIAL and x.name in free(t) for t in subterms(body))


def _by_laws(session: Session, body: Term, at: At) -> Derivation:
    return by_laws(session, body, at, lambda u: limit(session, u, at.x, at.place, at.given))


def _written_out(session: Session, body: Term, at: At) -> Derivation:
    """With the defined functions and derivatives in it written out; first with those kept that refer to themselves."""
    kept = self_referring(session, body)
    gap = NoProof("nothing to write out")
    for keep in (kept, NONE) if kept else (NONE,):
        out = unfolded(session, body, at.given, keep)
        if out is None:
            continue
        try:
            found = limit(session, sides(out)[1], at.x, at.place, at.given)
        except NoProof as failed:
            gap = failed
            continue
        return transport(tends(body, at, value_of(found)), (0, 1), out, found, at.given)
    raise gap


def _unknown_power(session: Session, body: Term, at: At) -> Derivation:
    """u^c → exp(c·ln a) for an exponent c that is a parameter."""
    match body:
        case App("^", (u, c)) if free(c) and at.x.name not in free(c):
            new = App("exp", (App("*", (c, App("ln", (u,)))),))
            found = limit(session, new, at.x, at.place, at.given)
            goal = Claim(App("=", (body, new)), at.given)
            return equal_near(session, body, at, found, by_rule(session, "general power", goal, prove))
    raise NoProof("no power with an unknown exponent")


def _simplified(session: Session, body: Term, at: At) -> Derivation:
    """body → a because better → a, and the two are equal close to the place."""
    gap = NoProof("nothing to simplify")
    for close in near(at):
        given = (*at.given, *close.given)
        try:
            fact = rearranged(session, body, at, given)
        except NoProof as failed:
            gap = failed
            continue
        better = sides(fact)[1]
        found = limit(session, better, at.x, at.place, at.given)
        return equal_near(session, body, at, found, fact)
    raise gap


def equal_near(session: Session, body: Term, at: At, found: Derivation, fact: Derivation) -> Derivation:
    """The limit of `body`, which equals another function close to the place."""
    better = sides(fact)[1]
    return apply(session, "limit of an equal", body, at, value_of(found), found, fact, v=better, a=value_of(found))


def _from_both_sides(session: Session, body: Term, at: At) -> Derivation:
    """At a number: the same limit from above as from below."""
    above, below = (
        limit(session, body, at.x, App(f"from_{side}", (at.place,)), at.given) for side in ("above", "below")
    )
    a, b = value_of(above), value_of(below)
    goal = Claim(tends(body, at, a), at.given)
    if a is not b and (a in INFINITE or b in INFINITE):
        raise NoProof("different limits from above and from below")
    if a is not b:
        from_below = At(at.x, App("from_below", (at.place,)), at.given)
        same = prove(session, Claim(App("=", (a, b)), at.given))
        below = transport(tends(body, from_below, a), (2,), same, below, at.given)
    return by_rule(session, "two-sided limit", goal, knowing(prove, above, below))


def _at_the_end(session: Session, body: Term, at: At) -> Derivation:
    """The value at the end of the domain, where the function is continuous up to it."""
    match at.place:
        case App("from_above" | "from_below" as head, (p,)):
            value = substitute(body, {at.x.name: p})
            for close in near(at):
                try:
                    goal = Claim(tends(body, at, value), at.given)
                    name = f"continuous, from {head.removeprefix('from_')}"
                    end = close.end or p
                    return by_rule(session, name, goal, prove, b=end)
                except NoProof:
                    continue
    raise NoProof("not continuous up to the end")


def _seen_far_out(session: Session, body: Term, at: At) -> Derivation:
    """With −x for x at −oo, and p ± 1/x for x on one side of p: the limit as x → oo."""
    x = at.x
    name, inner = "limit seen from the other side", App("neg", (x,))
    match at.place:
        case App("from_above" | "from_below" as head, (p,)):
            name = f"limit from {head.removeprefix('from_')}, seen far out"
            inner = App("+" if head == "from_above" else "-", (p, App("/", (Num(1), x))))
    if any(isinstance(t, App) and t.head == "D" for t in subterms(body)):
        raise NoProof("a derivative is worked out where it is")
    new, far = substitute(body, {x.name: inner}), At(x, INFINITE[0], at.given)
    try:
        there = _simplified(session, new, far)
    except NoProof:
        there = limit(session, new, x, far.place, at.given)
    return by_rule(session, name, Claim(tends(body, at, value_of(there)), at.given), knowing(prove, there))
