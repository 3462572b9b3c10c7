"""Equations with derivatives of order n or factorials in them, and the same at given numbers."""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import (
    App,
    Num,
    Path,
    Term,
    Var,
    as_number,
    free,
    number,
    paths,
    replace,
    substitute,
    subterm,
    subterms,
)
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.chain import chain, equation, link, sides, transport, usable
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.orders.formula import Formula, formula_for
from sigmaprime.search.orders.induction import by_induction, cut, first_order, where_differentiable
from sigmaprime.search.orders.letters import fresh, letters_of, split
from sigmaprime.search.orders.lowering import equal_by_lowering, factorial_of, plain_numbers
from sigmaprime.search.orders.recurrence import by_recurrence
from sigmaprime.search.session import NoProof, Session

MOST_ENCLOSED = 10  # derivatives of which the kernel finds the value by itself
LEAST_TRIED = (2, 1, 0)


def prove_with_orders(session: Session, goal: Claim) -> Derivation:
    """An equation with derivatives of order n, or with factorials, from what its terms say of whole numbers."""
    needed = tuple(_needed(session, goal))
    plain = tuple(h for h in goal.given if not (isinstance(h, App) and h.head == "defined"))
    return cut(session, goal, needed, plain, lambda given: prove_equal(session, *_sides(goal.says), given))


def _needed(session: Session, goal: Claim) -> list[Term]:
    """What may follow from the hypotheses: which letters are whole numbers, from where on, and where x lies."""
    found: list[Term] = []
    for name in sorted(letters_of(App("all", (goal.says, *goal.given)))):
        n = Var(name)
        found.append(App("whole", (n,)))
        found += [bound for k in LEAST_TRIED if (bound := App(">=", (n, Num(k)))) and _holds(session, goal, bound)][:1]
    for part in sorted(subterms(goal.says), key=repr):
        match part:
            case App("factorial", (u,)) | App("nth", (_, u, _)) if free(u) and not isinstance(u, Var):
                found.append(App(">=", (u, Num(0))))
    for part in sorted(subterms(goal.says), key=repr):
        match part:
            case App("nth", (App("fn", (x, body)), _, place)) if x is place:
                found += where_differentiable(session, body, session.assumed)
    return [h for h in dict.fromkeys(found) if h not in goal.given]


def _holds(session: Session, goal: Claim, bound: Term) -> bool:
    with suppress(NoProof):
        prove(session, Claim(bound, goal.given))
        return True
    return False


def _sides(says: Term) -> tuple[Term, Term]:
    match says:
        case App("=", (left, right)):
            return left, right
    raise NoProof("not an equation")


def prove_equal(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    """`left = right`: the right side is the formula that induction proves, or both sides are brought to formulas."""
    if isinstance(left, App) and left.head == "nth":
        with suppress(NoProof):
            return _directly(session, left, right, given)
    here, links = _without_orders(session, left, given)
    there, back = _without_orders(session, right, given)
    if has_slope(here) or has_slope(there):
        links.append(prove(session, Claim(equation(here, there), given)))
    elif here is not there or not links:
        links.append(equal_by_lowering(session, here, there, given))
    for each in reversed(back):
        links += reversed_links(session, each, given)
    return chain(links, given)


def has_slope(term: Term) -> bool:
    """Whether a derivative stands in a term that is still to be taken."""
    return any(isinstance(t, App) and t.head == "D" for t in subterms(term))


def _without_orders(session: Session, term: Term, given: tuple[Term, ...]) -> tuple[Term, list[Derivation]]:
    """Every derivative of order n replaced by its formula."""
    links: list[Derivation] = []
    while (at := _order_in(term)) is not None:
        known = usable(given, term, at)
        links.append(link(term, at, closed_form(session, subterm(term, at), known), given))
        term = sides(links[-1])[1]
    return term, links


def _order_in(term: Term) -> Path | None:
    return next((at for at in paths(term) if isinstance(node := subterm(term, at), App) and node.head == "nth"), None)


def _directly(session: Session, left: App, right: Term, given: tuple[Term, ...]) -> Derivation:
    """The right side is itself the formula that induction proves."""
    links = opened(session, left, given)
    here = sides(links[-1])[1] if links else left
    match here:
        case App("nth", (App("fn", (Var() as x, body)), Var() as order, place)) if place is x:
            start, region = _start_and_region(session, body, x, right, order, given)
        case _:
            raise NoProof("the order is no letter")
    goal = Claim(equation(here, right), given)
    return chain([*links, by_induction(session, goal, Formula(right, start, region), order)], given)


def _start_and_region(
    session: Session, body: Term, x: Var, right: Term, n: Var, given: tuple[Term, ...]
) -> tuple[int, Term]:
    """Where the induction begins, and on which open set the formula holds."""
    try:
        known = formula_for(Session(session.rules, session.deadline, given), body, x, n)
        start, region = known.start, known.region
    except NoProof:
        start, region = 0, REALS
    for part in subterms(right):
        match part:
            case App("factorial", (u,)) if (found := split(u)) is not None and found[0] is n:
                start = max(start, -found[1])
    return start, region


def opened(session: Session, node: App, given: tuple[Term, ...]) -> list[Derivation]:
    """The definitions of the author's functions put in, and of those without a formula of their own."""
    links: list[Derivation] = []
    here: Term = node
    while True:
        body = here.args[0].args[1]  # type: ignore[union-attr]
        fact = meaning(session, body) if isinstance(body, App) else None
        if fact is None:
            return links
        links.append(link(here, (0, 1), fact, given))
        here = sides(links[-1])[1]


def closed_form(session: Session, node: Term, given: tuple[Term, ...]) -> Derivation:
    """`nth[k, n, x] = its formula`, by induction; at a number, the derivative itself."""
    if not isinstance(node, App):
        raise NoProof("not a term")
    links = opened(session, node, given)
    here = sides(links[-1])[1] if links else node
    match here:
        case App("nth", (App("fn", (Var() as x, body)), order, place)):
            pass
        case _:
            raise NoProof("not a derivative of order n")
    if as_number(order) is not None:
        for way, (before, whole) in (
            (_at_a_number, (links, here)), (by_recurrence, ([], node)), (first_order, (links, here)),
        ):  # fmt: skip
            with suppress(NoProof):
                return chain([*before, way(session, whole, given)], given)
        raise NoProof("no formula for its derivatives is known, and the order is too high to take them one by one")
    taken = free(order) & free(body) or not isinstance(order, Var)
    letter = fresh("kmj", here, *given) if taken else Var(*free(order))
    found = formula_for(Session(session.rules, session.deadline, given), body, x, letter)
    end = substitute(found.term, {letter.name: order, x.name: place})
    goal = Claim(equation(here, end), given)
    return chain([*links, by_induction(session, goal, found, letter)], given)


def _at_a_number(session: Session, node: App, given: tuple[Term, ...]) -> Derivation:
    """By the formula for all orders, in which the number is put."""
    function, order, place = node.args
    x, body = _bound(function)
    letter = Var("n") if "n" not in free(body) | {x.name} else fresh("kmj", node, *given)
    found = formula_for(Session(session.rules, session.deadline, given), body, x, letter)
    if order.value < found.start:  # type: ignore[union-attr]
        raise NoProof("the formula begins with a higher order")
    end = substitute(found.term, {letter.name: order, x.name: place})
    first = by_induction(session, Claim(equation(node, end), given), found, letter)
    worked = [step for step in (plain_numbers(session, end, given),) if step is not None]
    return chain([first, *worked], given)


def _bound(function: Term) -> tuple[Var, Term]:
    match function:
        case App("fn", (Var() as x, body)):
            return x, body
    raise NoProof("not a function")


def at_numbers(session: Session, goal: Claim) -> Derivation:
    """A claim without variables: derivatives of an order that is a number, and factorials, are worked out in it."""
    for at in sorted(paths(goal.says), key=len, reverse=True):
        node = subterm(goal.says, at)
        if not isinstance(node, App) or node.head not in ("nth", "factorial") or free(node):
            continue
        fact = _worked_out(session, node)
        says, end = goal.says, sides(fact)[1]
        there = replace(says, at, end)
        return transport(says, at, fact, prove(session, Claim(there, goal.given)), goal.given)
    return by_enclosure(session, goal)


def _worked_out(session: Session, node: App) -> Derivation:
    index = 1 if node.head == "nth" else 0
    out = unfolded(session, node.args[index], ())
    links = [link(node, (index,), out, ())] if out is not None else []
    here = sides(links[-1])[1] if links else node
    order = here.args[index] if isinstance(here, App) else here
    if as_number(order) is None and (plain := split(order)) is not None and plain[0] is Num(0):
        links.append(link(here, (index,), arithmetic(session, order, number(plain[1]), (), prove), ()))
        here = sides(links[-1])[1]
    value = as_number(here.args[index])  # type: ignore[union-attr]
    if value is None:
        raise NoProof("not a number")
    if node.head == "nth":
        if isinstance(here, App) and value > MOST_ENCLOSED:
            return chain([*links, closed_form(session, here, ())], ())
        return chain([*links, first_order(session, here, ())], ())  # type: ignore[arg-type]
    return chain([*links, factorial_of(session, here, value, ())], ())
