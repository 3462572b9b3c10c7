"""Equations by opening both sides and comparing them modulo the relations between their generators.

The equation is proved in the form left − right = 0, so that every step goes from the left to the right: what the two
sides are opened to is defined where they are, and conditions for it are asked for once, at the end.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from math import lcm

from sigmaprime.kernel.proof import Apply, By, Cases, Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, subterms
from sigmaprime.search.algebra import fraction, normal_form
from sigmaprime.search.angles import expanded, units_of
from sigmaprime.search.arctangents import vanishing_sum
from sigmaprime.search.by_slope import by_slope
from sigmaprime.search.chain import equation, sides
from sigmaprime.search.clock import now
from sigmaprime.search.opening import opened
from sigmaprime.search.relations import equal_by_relations
from sigmaprime.search.session import Differs, NoProof, OutOfTime, Session
from sigmaprime.search.spelling import spelling
from sigmaprime.search.steps import ZERO, equal_by, hypotheses, inside, joined, widened
from sigmaprime.search.trial import ball_at, candidates, holds_at
from sigmaprime.search.work import Work, calculated, settle, work_on

LARGEST_MULTIPLE = 12
MOST_HYPOTHESES = 8
PATIENCE = 0.8
MOST_TRIED = 24
MOST_SEEN = 3
CLOSED = frozenset(("sqrt", "ln", "abs", "exp", "atan", "asin", "sign"))
NAME = "opening"


def by_opening(session: Session, goal: Claim) -> Derivation:
    """A proof of an equation; `NoProof` if none was found."""
    match goal.says:
        case App("=", (left, right)):
            if contradicted(session, goal):
                raise Differs("the two sides differ at a simple point")
            work = work_on(session, goal.given)
        case _:
            raise NoProof("an equation was expected")
    gap = NoProof("the two sides differ")
    for way in WAYS if NAME not in session.nesting else WAYS[:1]:
        session.tick()
        session.nesting.append(NAME)
        deadline = min(session.deadline, now() + PATIENCE)
        try:
            return widened(way(replace(work, session=replace(session, deadline=deadline)), left, right), goal)
        except NoProof as failed:
            gap = failed
        except OutOfTime:
            session.tick()
            gap = NoProof("it takes too long")
        finally:
            session.nesting.pop()
    raise gap


def contradicted(session: Session, goal: Claim) -> bool:
    """Whether the sides differ at a simple point that satisfies the hypotheses."""
    conditions = tuple(h for h in goal.given if not (isinstance(h, App) and h.head == "defined"))
    key = App("contradicted", (goal.says, *conditions))
    if key not in session.forms:
        session.forms[key] = _contradicted(session, goal.says, conditions)
    return bool(session.forms[key])


def _contradicted(session: Session, says: Term, conditions: tuple[Term, ...]) -> bool:
    left, right = says.args  # type: ignore[union-attr]
    names = says.names.union(*[h.names for h in conditions])
    seen = 0
    for at in islice(candidates(names, conditions), MOST_TRIED) if names else ({},):
        a, b = (ball_at(session, side, at) for side in (left, right))
        if a is None or b is None or not all(holds_at(session, h, at) for h in conditions):
            continue
        if not (a - b).contains(0):
            return True
        seen += 1
        if seen == MOST_SEEN:
            return False
    return False


def identical(work: Work, left: Term, right: Term) -> Derivation:
    """`left = right`, by way of left − right = 0 where the right side is opened."""
    try:
        return calculated(work, left, right)
    except NoProof:
        pass
    out, back = opened(work, left), opened(work, right)
    start, end = (side if fact is None else sides(fact)[1] for side, fact in ((left, out), (right, back)))
    work.units.update(units_of(work, start, end))
    near, far = expanded(work, start, work.units), expanded(work, end, work.units)
    first = [fact for fact in (out, near, _again(work, near)) if fact is not None]
    second = [fact for fact in (back, far, _again(work, far)) if fact is not None]
    start = sides(first[-1])[1] if first else left
    end = sides(second[-1])[1] if second else right
    if not second:
        links = first if start is right else [*first, equal_by_relations(work, start, right)]
        return joined(links)
    return _by_difference(work, left, right, first, second, start, end)


def _by_difference(
    work: Work, left: Term, right: Term, first: list[Derivation], second: list[Derivation], start: Term, end: Term
) -> Derivation:
    here: Term = App("-", (left, right))
    links = []
    if first:
        links.append(_within(here, 0, joined(first)))
        here = sides(links[-1])[1]
    links.append(_within(here, 1, joined(second)))
    difference = App("-", (start, end))
    links.append(equal_by_relations(work, difference, ZERO))
    zero = joined(links)
    return equal_by("equal, by a difference", left, right, zero, u=left, v=right)


def _within(term: Term, index: int, fact: Derivation) -> Derivation:
    return inside(term, (index,), fact)


def _again(work: Work, fact: Derivation | None) -> Derivation | None:
    """What was changed inside a root, a logarithm or the like is opened once more."""
    if fact is None:
        return None
    here = sides(fact)[1]
    closed = (t for t in subterms(here) if isinstance(t, App) and t.head in CLOSED)
    return (
        opened(work, here)
        if any(s.head in ("sin", "cos") for t in closed for s in subterms(t) if isinstance(s, App))
        else None
    )


def open_sides(work: Work, left: Term, right: Term) -> tuple[Term, Term]:
    """The two sides opened."""
    facts = (simplified(work, left), simplified(work, right))
    start, end = (side if fact is None else sides(fact)[1] for side, fact in zip((left, right), facts, strict=True))
    return start, end


def by_sign(work: Work, left: Term, right: Term) -> Derivation:
    """By cases: what stands in an absolute value, under a sign or in a root may be negative, zero or positive."""
    if len(work.given) >= MOST_HYPOTHESES:
        raise NoProof("too many cases")
    known = {side for h in work.plain if isinstance(h, App) for side in h.args}
    nodes = frozenset[Term]().union(*map(subterms, open_sides(work, left, right)))
    for node in sorted(nodes, key=_simplest_sign_first):
        match node:
            case App("sign" | "abs", (u,)) if u not in known:
                return _by_cases(work, left, right, u, node.head)
            case App("^", (u, Num(value))) if value.denominator != 1 and u not in known:
                return _by_cases(work, left, right, u, "^")
    raise NoProof("nothing of unknown sign")


def _by_cases(work: Work, left: Term, right: Term, u: Term, head: str) -> Derivation:
    says = equation(left, right)
    relations, reason, first = _division(work, says, u, head)
    cases = [App(relation, (u, ZERO)) for relation in relations or ("<=", ">=")]
    parts = tuple(_in_case(work, Claim(says, (*work.given, case))) for case in cases)
    outside = hypotheses([*first, *(replace(p, claim=replace(p.claim, given=work.given)) for p in parts)])
    return Derivation(Claim(says, outside), reason, (*first, *parts))


def _division(work: Work, says: Term, u: Term, head: str) -> tuple[str, By, tuple[Derivation, ...]]:
    """Into which cases, by what reason, and what must be known for it."""
    holes = (("P", says), ("u", u))
    for relation, cases, name in (
        ("!=", "<>", "negative or positive, not being zero"),
        (">=", "=>", "zero or positive, not being negative"),
    ):
        try:
            return cases, Apply(name, holes), (settle(work, App(relation, (u, ZERO))),)
        except NoProof:
            continue
    defined = settle(work, App("defined", (u,)))
    if head == "abs":
        return "", Cases(u, ZERO), (defined, settle(work, App("defined", (ZERO,))))
    return "<=>", Apply("negative, zero or positive", holes), (defined,)


def _in_case(work: Work, goal: Claim) -> Derivation:
    """A case is looked at in every way that the whole is."""
    return by_opening(replace(work.session, nesting=[]), goal)


def _simplest_sign_first(term: Term) -> tuple[bool, int, str]:
    return not (isinstance(term, App) and term.head == "sign"), len(spelling(term)), spelling(term)


def by_exponentials(work: Work, left: Term, right: Term) -> Derivation:
    """u = v because exp(n·u) = exp(n·v), where n clears the denominators of the multiples of logarithms."""
    start, end = open_sides(work, left, right)
    form = normal_form(work.session, App("-", (start, end)))
    if form.bottom.keys() != {frozenset()}:
        raise NoProof("not a sum")
    scale = fraction(form.bottom[frozenset()])
    logs = [
        fraction(c) / scale for m, c in form.top.items() if any(isinstance(s, App) and s.head == "ln" for s, _ in m)
    ]
    n = lcm(*(c.denominator for c in logs))
    if not logs or n > LARGEST_MULTIPLE:
        raise NoProof("no logarithms")
    u, v = (side if n == 1 else App("*", (Num(n), side)) for side in (left, right))
    same = identical(work, App("exp", (u,)), App("exp", (v,)))
    step = equal_by("equal exponentials", u, v, same, u=u, v=v)
    return step if n == 1 else equal_by("equal multiples", left, right, step, u=left, v=right, n=Num(n))


def by_powers(work: Work, left: Term, right: Term) -> Derivation:
    """With square roots of positive numbers as exponentials of half their logarithms."""
    nodes = frozenset[Term]().union(*map(subterms, open_sides(work, left, right)))
    heads = {t.head for t in nodes if isinstance(t, App)}
    if work.powers or not {"exp", "ln", "sqrt"} <= heads:
        raise NoProof("no powers with fractional exponents")
    return identical(work_on(work.session, work.given, powers=True), left, right)


def by_arctangents(work: Work, left: Term, right: Term) -> Derivation:
    """left − right = 0 as a sum of arctangents."""
    difference = App("-", (left, right))
    fact = simplified(work, difference)
    here = difference if fact is None else sides(fact)[1]
    if not any(isinstance(t, App) and t.head in ("atan", "asin") for t in subterms(here)):
        raise NoProof("no arctangents")
    zero = vanishing_sum(work, here)
    whole = zero if fact is None else joined([fact, zero])
    return equal_by("equal, by a difference", left, right, whole, u=left, v=right)


def by_squares(work: Work, left: Term, right: Term) -> Derivation:
    """u = v because u² = v² and neither is negative."""
    if not any(isinstance(t, App) and t.head in ("sqrt", "abs") for t in subterms(left, right)):
        raise NoProof("no roots")
    squares = [App("^", (side, Num(2))) for side in (left, right)]
    signs = [settle(work, App(">=", (side, ZERO))) for side in (left, right)]
    same = identical(work, squares[0], squares[1])
    return equal_by("equal squares", left, right, same, *signs, u=left, v=right)


def simplified(work: Work, term: Term) -> Derivation | None:
    """`term` opened, with the angles of the equation that is worked on."""
    fact = opened(work, term)
    here = term if fact is None else sides(fact)[1]
    more = expanded(work, here, work.units)
    found = [f for f in (fact, more, _again(work, more)) if f is not None]
    return joined(found) if found else None


WAYS = (identical, by_powers, by_sign, by_arctangents, by_exponentials, by_squares, by_slope)
