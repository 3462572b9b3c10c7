"""Where an expression is defined: the conditions of its operations, those that always hold left out.

A condition is tried at a few points before a proof is looked for: most of those that do not always hold fail there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice, product

from sigmaprime.kernel.enclosure import decided
from sigmaprime.kernel.rule import fill
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.at_sight import holds_at_sight
from sigmaprime.search.chain import sides
from sigmaprime.search.clock import now
from sigmaprime.search.meaning import meaning
from sigmaprime.search.numbers import value
from sigmaprime.search.plainer import plainer
from sigmaprime.search.samples import admitted
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.work import Work, settle, work_on

ZERO = Num(0)
PATIENCE = 0.05  # the domain is only told, not claimed
SECONDS = 0.3
PLACES = tuple(Fraction(n) for n in ("-1", "0", "1", "1/2", "-1/2", "2", "-2", "3", "-3"))
MOST_PLACES = 81
DENIED = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "!=": "="}


def natural_conditions(session: Session, members: tuple[Term, ...]) -> tuple[Term, ...] | None:
    """Conditions under which every member is defined, but for those that always hold; None if not read off."""
    session = replace(session, deadline=max(session.deadline, now() + SECONDS))
    work = work_on(session, session.assumed, patience=PATIENCE)
    found: dict[Term, None] = {}
    try:
        for member in members:
            for condition in dict.fromkeys(map(plainer, _needed(session, member, smooth=False))):
                if condition not in found and free(condition) and not _always(work, condition):
                    found[condition] = None
    except NoProof:
        return None
    return _independent(session, tuple(found))


def _independent(session: Session, found: tuple[Term, ...]) -> tuple[Term, ...]:
    """The conditions without those that follow from the others."""
    kept = list(found)
    for condition in found:
        others = tuple(c for c in kept if c is not condition)
        if others and _always(work_on(session, (*session.assumed, *others), patience=PATIENCE), condition):
            kept.remove(condition)
    return tuple(kept)


def _always(work: Work, condition: Term) -> bool:
    if holds_at_sight(work.session, condition):
        return True
    try:
        settle(work, condition)
    except (NoProof, OutOfTime):
        return False
    return True


def one_sided(session: Session, left: Term, right: Term) -> tuple[dict[str, Fraction], bool] | None:
    """A point at which one side of an equation is defined and the other is not, and whether it is the left one."""
    names = sorted(free(left) | free(right))
    for mine, other, is_left in ((left, right, True), (right, left, False)):
        try:
            conditions = tuple(dict.fromkeys(_needed(session, other, smooth=False)))
        except NoProof:
            continue
        for values in islice(product(PLACES, repeat=len(names)), MOST_PLACES):
            at = dict(zip(names, values, strict=True))
            if value(session, mine, at) is None or not any(_denied(session, c, at) for c in conditions):
                continue
            if admitted(session, session.assumed, at):
                return at, is_left
    return None


def _denied(session: Session, condition: Term, at: dict[str, Fraction]) -> bool:
    """Whether enclosures, or exact arithmetic, show that a condition fails at a point."""
    match condition:
        case App(relation, sides_) if relation in DENIED:
            a, b = (value(session, side, at) for side in sides_)
            if a is None or b is None:
                return False
            gap = a - b
            return bool(decided(gap, DENIED[relation])) if relation != "!=" else bool(gap == 0)
    return False


def _needed(session: Session, term: Term, *, smooth: bool) -> Iterator[Term]:
    """The conditions of every operation in a term; `smooth`: also those under which it can be differentiated."""
    match term:
        case Num() | Var():
            return
        case App("D", (App("fn", (x, body)), point)) if x is point:
            yield from _needed(session, body, smooth=True)
            return
        case App("fn", _):
            raise NoProof("a variable that is bound")
    if term.head.endswith("'"):
        raise NoProof("a derivative")
    for arg in term.args:
        yield from _needed(session, arg, smooth=smooth)
    fact = meaning(session, term)
    if fact is not None:
        yield from _needed(session, sides(fact)[1], smooth=smooth)
        return
    yield from _own(session, term, smooth=smooth)


def _own(session: Session, term: App, *, smooth: bool) -> Iterator[Term]:
    match term:
        case App("/", (_, v)):
            yield App("!=", (v, ZERO))
        case App("^", (_, Num(n))) if n.denominator == 1:
            return
        case App("^", (u, App("neg", (Num(n),)))) if n.denominator == 1:
            yield App("!=", (u, ZERO))
        case App("^", (u, Num())) if not smooth:
            yield App(">=", (u, ZERO))
        case App("^", (u, _)):
            yield App(">", (u, ZERO))
        case App(head, (u,)):
            row = session.rules.get(f"derivative of {head}" if smooth else f"{head} is defined")
            if row is not None:
                filled = (fill(premise.says, {"u": u}) for premise in row.premises)
                yield from (c for c in filled if isinstance(c, App) and c.head != "defined")
