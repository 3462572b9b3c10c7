"""Look for what denies a statement: a point where a relation fails, or a rule that denies a property."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from sigmaprime.claims import KINDS
from sigmaprime.kernel.points import DENIAL
from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.sets import REALS, is_interval
from sigmaprime.kernel.term import App, Term, Var, as_number, free, number
from sigmaprime.notation.line import language
from sigmaprime.search.approaching import poles
from sigmaprime.search.at_vectors import places_with_vectors
from sigmaprime.search.cells import ends_of
from sigmaprime.search.counterexample import FAR, Denied, refute_at_a_point
from sigmaprime.search.denials import choices
from sigmaprime.search.denied_property import refute_with_parameters
from sigmaprime.search.fit import by_rule, fit
from sigmaprime.search.goals import prove
from sigmaprime.search.indexed import has_index
from sigmaprime.search.joins import deny_regularity
from sigmaprime.search.numbers import by_enclosure, value
from sigmaprime.search.orders.letters import speaks_of_whole_numbers
from sigmaprime.search.orders.refutation import refute_with_orders
from sigmaprime.search.parts import samples
from sigmaprime.search.places import turning_points
from sigmaprime.search.refute_limits import deny, plain_limit
from sigmaprime.search.samples import SIMPLEST, truth
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.show import decimal, shown
from sigmaprime.search.solving import zeros
from sigmaprime.search.suspects import hunted, suspects
from sigmaprime.search.written_domain import boundary
from sigmaprime.verdict import Found

PLACES = SIMPLEST[:9]


def refute(session: Session, statement: Term) -> Denied:
    """A refutation of a closed statement; `NoProof` if none was found."""
    match statement:
        case App("and", (first, rest)):
            for part, name in ((first, "the first is false"), (rest, "the second is false")):
                try:
                    inner = refute(session, part)
                except NoProof:
                    continue
                holes = (("P", first), ("Q", rest))
                claim = Claim(App("not", (statement,)), ())
                return Denied(Derivation(claim, Apply(name, holes), (inner.proof,)), inner.part, inner.found)
            raise NoProof("neither part was refuted")
        case App("all", (App(relation, _) as says, *given)) if relation in DENIAL and has_index(statement):
            places = places_with_vectors(session, says, tuple(given))
            return refute_at_a_point(session, statement, says, tuple(given), places)
        case App("all", (App(relation, _) as says, *given)) if relation in DENIAL or relation == "defined":
            if speaks_of_whole_numbers(statement):
                return refute_with_orders(session, statement, says, tuple(given))
            return refute_at_a_point(session, statement, says, tuple(given))
        case App("all", (App(_, (App("fn", _), *_)) as says, *given)):
            return refute_with_parameters(session, statement, says, tuple(given), refute)
        case App("~=", (u, App("digits", _))):
            proof = by_enclosure(session, Claim(App("not", (statement,)), ()))
            ball = value(session, u, None, 128)
            values = (decimal(ball), language(statement.args[1])) if ball is not None else ()
            return Denied(proof, statement, Found(((),), values, "~=", "the value does not round to the digits shown"))
        case App("tends" | "limit_in" | "no_limit" | "order" | "vertical_asymptote" | "asymptote", (App("fn", _), *_)):
            proof, why = deny(session, Claim(App("not", (statement,))))
            return Denied(proof, plain_limit(statement), Found((), (), None, why))
        case App("continuous" | "differentiable" | "smooth", (App("fn", _), _)):
            return _not_regular(session, statement)
        case App(head, (App("fn", _), *_)) if head in KINDS:
            return _by_denial(session, statement, KINDS[head].denials)
        case App("=", (App("domain", _), _)):
            return _by_denial(session, statement, ("not in the domain", "not the whole domain"))
    raise NoProof("no way of refuting this kind of statement")


def _not_regular(session: Session, statement: App) -> Denied:
    """Undefined somewhere, or not smooth where pieces join."""
    try:
        return _by_denial(session, statement, KINDS[statement.head].denials)
    except NoProof:
        proof, why = deny_regularity(session, Claim(App("not", (statement,))))
        return Denied(proof, statement, Found((), (), None, why))


def _by_denial(session: Session, statement: App, names: tuple[str, ...]) -> Denied:
    goal = Claim(App("not", (statement,)), ())
    for name in names:
        rule = session.rules[name]
        known = fit(rule, goal.says)
        if known is None:
            continue
        open_holes = [hole for hole, _ in rule.holes if hole not in known]
        for choice in _promising(session, statement, rule, known, open_holes):
            session.tick()
            try:
                proof = by_rule(session, name, goal, _quick, **dict(zip(open_holes, choice, strict=True)))
            except NoProof:
                continue
            return Denied(proof, statement, shown(session, statement, choice, proof))
    raise NoProof("no rule denies it")


def _promising(
    session: Session, statement: App, rule: Rule, known: dict[str, Term], letters: list[str]
) -> Iterator[tuple[Term, ...]]:
    """Values for the open letters of a rule: simple numbers that may do, then those that a hunt brings in."""
    if letters == ["R", "c"]:
        yield from _lists(session, statement)
        return
    own = choices(session, statement, letters)
    if own is not None:
        yield from own
        return
    asked = suspects(session, rule, known, letters) if letters else None
    for choice in _choices(session, statement, len(letters)):
        if asked is None or asked.may_do(choice):
            yield choice
    if asked is not None:
        yield from hunted(session, statement, asked)


def _quick(session: Session, goal: Claim) -> Derivation:
    """Relations between numbers by enclosure at once; a denial inside a denial is looked for; the rest as always."""
    match goal.says:
        case App("not", (inner,)):
            return refute(session, inner).proof
        case App(("<" | "<=" | ">" | ">=" | "!="), (u, v)) if not free(goal.says):
            left, right = value(session, u), value(session, v)
            if left is not None and right is not None and truth(session, goal.says, {}) is False:
                raise NoProof("false")
    return prove(session, goal)


def _lists(session: Session, statement: Term) -> list[tuple[Term, ...]]:
    """The true list of points, with each point of it or of the claimed list."""
    from sigmaprime.search.suggest import proposals

    match statement:
        case App(head, (_, _, App("points", claimed))):
            for proposal in proposals(session, statement, ()):
                match proposal.says:
                    case (App(other, (_, _, App("points", found) as whole)),) if other == head:
                        return [(whole, c) for c in (*found, *claimed)]
    return []


def _choices(session: Session, statement: Term, count: int) -> list[tuple[Term, ...]]:
    if count == 0:
        return [()]
    simple = [number(p) for p in (PLACES if count > 1 else (*SIMPLEST, *FAR))]
    simple = [*_own_points(session, statement), *simple]
    if count == 1:
        return [(p,) for p in simple]
    return list(permutations(simple[:12], 2)) if count == 2 else []


def _own_points(session: Session, statement: Term) -> list[Term]:
    """Where the function has a critical point, and the numbers that the claim itself mentions."""
    from sigmaprime.search.optimum import exact_value, interior_critical_points, limits_at_ends

    match statement:
        case App("=", (App("domain", (App("fn", (Var() as x, body)),)), region)):
            return list(dict.fromkeys((*(boundary(session, x, body) or poles(session, x, body)), *ends_of(region))))
        case App(head, (App("fn", (Var() as x, body)), region, *slots)) if head != "inverse":
            mentioned = [slot for slot in slots if not free(slot) and as_number(slot) is not None]
            where = region if is_interval(region) else REALS
            critical = interior_critical_points(session, x, body, where) or turning_points(session, x, body, where)
            if head in ("nonzero", "no_zeros"):
                critical += zeros(session, body, x, where) or []
            if isinstance(region, App) and region.head == "union":
                critical += [number(p) for p in samples(session, region)[::3]]
            critical += [end for end in ends_of(region) if end not in critical]
            found = [*critical, *mentioned]
            if head in ("supremum", "infimum", "range", "bounded"):
                found += [exact_value(session, x, body, p) for p in critical] + limits_at_ends(session, x, body, where)
            return list(dict.fromkeys(found))
    return []
