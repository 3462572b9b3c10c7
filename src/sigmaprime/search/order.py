"""Inequalities: which way of proving one is tried, in the order in which a person would."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.absolute_cases import by_absolute_cases
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.apart import by_sides
from sigmaprime.search.between_corners import by_corners
from sigmaprime.search.bound import NAME, TURN, by_bound, is_bound
from sigmaprime.search.bounds import bounds
from sigmaprime.search.by_absolute_value import by_absolute_value
from sigmaprime.search.by_error_bound import by_error_bound
from sigmaprime.search.by_exponent import by_exponent
from sigmaprime.search.by_factor import by_factor
from sigmaprime.search.by_logarithm import by_logarithm, by_steep_logarithm
from sigmaprime.search.by_monotone import by_monotone
from sigmaprime.search.by_opening_powers import by_opening_powers
from sigmaprime.search.by_period import by_period
from sigmaprime.search.by_turning_place import by_turning_place
from sigmaprime.search.by_waves import by_waves
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.combination import by_combination
from sigmaprime.search.different import prove_different
from sigmaprime.search.eliminating import by_extremes
from sigmaprime.search.factor_by_factor import factor_by_factor
from sigmaprime.search.fit import by_rule, first_of
from sigmaprime.search.forms import unfolded
from sigmaprime.search.fractional import from_within
from sigmaprime.search.goals import prove
from sigmaprime.search.hypotheses import from_definedness
from sigmaprime.search.indexed import has_index
from sigmaprime.search.isolating import by_inverse
from sigmaprime.search.likely import require_plausible
from sigmaprime.search.moving import by_moving
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.opened_sign import by_opened_sign
from sigmaprime.search.order_rows import AT_ONE, BY_FORM, BY_PAIR, LOGARITHM, TRIGONOMETRIC, WEAKER
from sigmaprime.search.orders.bounds import Open, by_whole_numbers
from sigmaprime.search.orders.letters import speaks_of_whole_numbers
from sigmaprime.search.pieces import by_pieces, by_tails
from sigmaprime.search.powers import by_powers
from sigmaprime.search.products import by_product_of_bounds
from sigmaprime.search.reciprocal import by_reciprocal
from sigmaprime.search.rising import by_monotonicity, by_plain_slope
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import by_sign
from sigmaprime.search.slopes import by_slope
from sigmaprime.search.splitting import by_conditions
from sigmaprime.search.sum_terms import by_terms
from sigmaprime.search.variation import apart, by_contact, by_variation

ZERO = Num(0)

ANALYTIC = (by_contact, by_pieces, by_extremes, by_reciprocal, by_variation, by_monotonicity, by_tails)


def prove_order(session: Session, goal: Claim) -> Derivation:
    """A proof of `u < v`, `u <= v`, `u > v`, `u >= v` or `u != v`."""
    if not free(goal.says):
        return _numbers(session, goal)
    relation, (u, v) = _relation(goal.says)
    if u is v and relation in ("<=", ">="):
        return by_rule(session, f"equal, so at {'most' if relation == '<=' else 'least'}", goal, prove)
    if any(map(speaks_of_whole_numbers, (goal.says, *goal.given))):
        with suppress(Open):
            return by_whole_numbers(session, goal, _from_hypotheses)
    names = free(goal.says)
    require_plausible(session, goal)
    ways: tuple[Callable[[Session, Claim], Derivation], ...] = (
        _from_hypotheses, _by_bound, prove_different, by_terms, _turned_round, factor_by_factor, by_opening_powers,
        by_powers, _by_form, by_opened_sign, by_corners, by_error_bound, by_plain_slope, by_contact,
        by_product_of_bounds, by_steep_logarithm, by_sign, by_monotone, by_waves, by_exponent, by_logarithm,
        _by_tangent, by_slope, by_combination, by_moving, by_inverse, by_absolute_value, by_factor, by_period,
        by_absolute_cases, by_turning_place, by_conditions, _written_out, apart, by_pieces, by_extremes,
        by_reciprocal, by_variation, by_monotonicity, by_tails, by_sides,
    )  # fmt: skip
    if any(is_bound(goal.says, Var(name)) for name in names):  # there is nothing in it to be analysed
        alone = all(len(free(h)) == 1 for h in goal.given)
        ways = ways[:5] if alone else tuple(way for way in ways if way not in ANALYTIC)
    for way in ways:
        session.tick()
        try:
            return way(session, goal)
        except NoProof:
            continue
    raise NoProof("no way of proving this inequality was found")


def _numbers(session: Session, goal: Claim) -> Derivation:
    """By balls; where the two numbers are equal, or too close (tanh(2000) < 1), as if there were a variable."""
    try:
        return by_enclosure(session, goal)
    except NoProof:
        if has_index(goal.says):
            with suppress(NoProof):
                return _written_out(session, goal)
        relation, _ = _relation(goal.says)
        for stronger, name in WEAKER.get(relation, ()):
            if stronger == "=":
                with suppress(NoProof):
                    return by_rule(session, name, goal, prove)
        return _close_numbers(session, goal)


def _close_numbers(session: Session, goal: Claim) -> Derivation:
    from sigmaprime.search.opened_numbers import opened_numbers

    for way in (opened_numbers, _turned_round, _by_form, by_sign, _written_out):
        with suppress(NoProof):
            return way(session, goal)
    raise NoProof("the two numbers are too close, or equal, or not known")


def _relation(says: Term) -> tuple[str, tuple[Term, Term]]:
    match says:
        case App(relation, (u, v)):
            return relation, (u, v)
    raise NoProof("a relation was expected")


def _from_hypotheses(session: Session, goal: Claim) -> Derivation:
    """The goal follows from a single hypothesis: turned round, or weaker."""
    relation, (u, v) = _relation(goal.says)
    turned = TURN.get(relation, relation)
    if App(turned, (v, u)) in goal.given:
        name = NAME.get(relation, "different, turned round")
        return by_rule(session, name, goal, prove)
    for stronger, name in WEAKER.get(relation, ()):
        if stronger != "=" and ({App(stronger, (u, v)), App(TURN[stronger], (v, u))} & set(goal.given)):
            return by_rule(session, name, goal, prove)
    with suppress(NoProof):
        return from_definedness(session, goal)
    return from_within(session, goal)


def _by_bound(session: Session, goal: Claim) -> Derivation:
    """The variable itself compared with a number."""
    names = free(goal.says)
    if len(names) != 1 or not is_bound(goal.says, x := Var(*names)):
        raise NoProof("not a bound of the variable")
    limits = bounds(session, x, goal.given)
    return by_bound(session, goal, x, (limits.low, limits.high))


def _turned_round(session: Session, goal: Claim) -> Derivation:
    """`0 < u` as `u > 0`, and `v >= |u|` as `|u| <= v`."""
    relation, (u, v) = _relation(goal.says)
    bounds_a_size = relation[0] == ">" and _is_size(v) and not _is_size(u)
    if not bounds_a_size and not _is_other_way(relation, u, v) and (u is not ZERO or v is ZERO):
        raise NoProof("not a sign turned round")
    return by_rule(session, NAME.get(relation, "different, turned round"), goal, prove)


def _is_other_way(relation: str, u: Term, v: Term) -> bool:
    """A sum over an index stands on the greater side, and a logarithm on the left, where their laws have them."""
    heads = [side.head if isinstance(side, App) else "" for side in (u, v)]
    return heads[0] == "sum" != heads[1] if relation[0] == ">" else heads == ["component", "ln"] and relation[0] == "<"


def _is_size(u: Term) -> bool:
    return isinstance(u, App) and u.head == "abs"


def _by_form(session: Session, goal: Claim) -> Derivation:
    relation, (u, v) = _relation(goal.says)
    names: tuple[str, ...] = ()
    match u, v:
        case App(head, _), _ if v is ZERO and (_is_visible(u) or (head, relation) == ("neg", "!=")):
            names = BY_FORM.get((head, relation), ())
        case App(head, (_,)), App(other, (_,)) if head == other:
            names = BY_PAIR.get((head, relation), ())
        case App("exp", _), Num(one) if one == 1:
            names = (AT_ONE[relation],)
        case App("ln", _), _ if free(v) and (not isinstance(v, App) or v.head == "component"):
            names = (LOGARITHM[relation],) if relation in LOGARITHM else ()
        case App("abs", _), App("+", _) if relation == "<=":
            names = ("triangle inequality",)
        case App(head, _), _ if (head, relation) in TRIGONOMETRIC:
            names = (TRIGONOMETRIC[head, relation],)
    if names:
        with suppress(NoProof):
            return first_of(session, names, goal, prove)
    for stronger, name in WEAKER.get(relation, ()) if v is ZERO and _is_visible(u) else ():
        if stronger != "=":
            try:
                return by_rule(session, name, goal, prove)
            except NoProof:
                continue
    raise NoProof("its sign is not seen from its form")


def _by_tangent(session: Session, goal: Claim) -> Derivation:
    """exp(w) >= 1 + w and ln(w) <= w − 1, in whatever order the right side is written."""
    relation, (u, v) = _relation(goal.says)
    match u:
        case App("exp", (w,)) if relation == ">=":
            name, usual = "exponential above its tangent", App("+", (Num(1), w))
        case App("ln", (w,)) if relation == "<=":
            name, usual = "logarithm below its tangent", App("-", (w, Num(1)))
        case _:
            raise NoProof("not a bound by a tangent")
    step = by_rule(session, name, Claim(App(relation, (u, usual)), goal.given), prove)
    if usual is v:
        return step
    same = arithmetic(session, v, usual, goal.given, prove)
    return transport(goal.says, (1,), same, step, goal.given)


def _is_visible(u: Term) -> bool:
    """A sum with a minus sign in it may have any sign, however its terms are turned: leave it to the other ways."""
    match u:
        case App("+", (a, b)):
            return _is_visible(a) and _is_visible(b)
        case App("-", _):
            return False
        case App("neg", (App(),)) | App("*" | "/" | "^" | "exp" | "sqrt" | "cbrt" | "abs" | "ln" | "sum", _):
            return True
    return not isinstance(u, App)


def _written_out(session: Session, goal: Claim) -> Derivation:
    """The goal with its defined functions written out, where that leaves a form whose sign is seen."""
    relation, (u, v) = _relation(goal.says)
    for index, side in enumerate((u, v)):
        fact = unfolded(session, side, goal.given)
        if fact is not None:
            new = sides(fact)[1]
            there = App(relation, (new, v) if index == 0 else (u, new))
            return transport(goal.says, (index,), fact, prove(session, Claim(there, goal.given)), goal.given)
    raise NoProof("nothing to write out")
