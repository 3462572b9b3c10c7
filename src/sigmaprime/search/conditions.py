"""What must hold at a point for the rules of differentiation to apply there: x > 0 for ln x, x ≠ 0 for 1/x and |x|."""

from __future__ import annotations

from itertools import islice

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.rule import fill
from sigmaprime.kernel.term import App, Num, Term, Var, free, number
from sigmaprime.search.algebra import factors, fraction, normal_form, univariate
from sigmaprime.search.clock import now
from sigmaprime.search.forms import NONE, nodes, written_out
from sigmaprime.search.goals import prove
from sigmaprime.search.plainer import apart, plainer
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.table import KNOWN, conditions_of
from sigmaprime.search.trial import candidates, holds_at

MOST_TRIED = 12
PATIENCE = 0.8  # seconds


def conditions(session: Session, body: Term, *, by_heart: bool = False) -> tuple[Term, ...]:
    """The conditions that are not met everywhere, in the order in which the function is read.

    With `by_heart` those under which the derivatives of the table hold: |u| > 1 for the arcsecant of u.
    """
    try:
        out = written_out(session, body, session.assumed, frozenset(KNOWN) if by_heart else NONE)
    except NoProof:
        out = body
    needed = dict.fromkeys(
        plainer
        for _, node in nodes(out)
        for condition in needed_at(session, node)
        for plainer in solved(session, condition)
    )
    found = [condition for condition in needed if free(condition) and not _follows(session, condition, ())]
    for condition in tuple(found):
        others = tuple(c for c in found if c is not condition)
        if others and _follows(session, condition, others):
            found.remove(condition)
    return tuple(found)


def defined_where(session: Session, members: tuple[Term, ...], *, as_written: bool = False) -> tuple[Term, ...] | None:
    """The conditions under which every member is defined, none of which follows from the others.

    With `as_written` e^x - 1 != 0 rather than x != 0 for 1/(e^x - 1): what is to be proved because it is defined.
    None where they are not read off: a member with a derivative, a limit, an integral or a sum in it.
    """
    found: list[Term] = []
    for member in members:
        try:
            out = written_out(session, member, session.assumed)
        except NoProof:
            out = member
        for term in dict.fromkeys((member, out)):
            for _, node in nodes(term):
                if isinstance(node, App) and (node.head == "fn" or node.head.endswith("'")):
                    return None
                needed = _defining(session, node, as_written=as_written)
                found += [c for c in needed if free(c) and not _follows(session, c, tuple(found))]
    for condition in tuple(found):
        others = tuple(c for c in found if c is not condition)
        if others and _follows(session, condition, others):
            found.remove(condition)
    return tuple(found)


def _defining(session: Session, node: Term, *, as_written: bool) -> tuple[Term, ...]:
    match node:
        case App("/", (_, v)) if as_written:
            return (apart(v),)
        case App("^", (u, Num(n))) if n.denominator != 1:
            return (App(">=", (u, Num(0))),)
        case App("/" | "^", _):
            return needed_at(session, node)
        case App(head, (u,)) if (row := session.rules.get(f"{head} is defined")) is not None:
            filled = (fill(premise.says, {"u": u}) for premise in row.premises)
            return tuple(says for says in filled if isinstance(says, App) and says.head != "defined")
    return ()


def _follows(session: Session, condition: Term, earlier: tuple[Term, ...]) -> bool:
    if _fails_somewhere(session, condition, (*session.assumed, *earlier)):
        return False
    try:
        prove(session, Claim(condition, (*session.assumed, *earlier)))
    except NoProof:
        return False
    return True


def _fails_somewhere(session: Session, condition: Term, given: tuple[Term, ...]) -> bool:
    """Whether the condition is seen to fail at one of a few points: nothing need be proved then."""
    names = condition.names.union(*(h.names for h in given))
    points = islice(candidates(names, given), MOST_TRIED)
    return any(
        holds_at(session, condition, at) is False and all(holds_at(session, h, at) for h in given) for at in points
    )


def needed_at(session: Session, node: Term) -> tuple[Term, ...]:
    """The conditions of the rule for the outermost operation alone."""
    match node:
        case App("/", (_, v)):
            return (plainer(App("!=", (v, Num(0)))),)
        case App("^", (u, Num(n))) if n.denominator == 1:
            return ()
        case App("^", (u, App("neg", (Num(n),)))) if n.denominator == 1:
            return (App("!=", (u, Num(0))),)
        case App("^", (u, _)):
            return (App(">", (u, Num(0))),)
        case App(head, (u,)) if (known := conditions_of(head, u)) is not None:
            return known
        case App(head, (u,)) if (row := session.rules.get(f"derivative of {head}")) is not None:
            return tuple(plainer(fill(premise.says, {"u": u})) for premise in row.premises)
    return ()


def solved(session: Session, says: Term) -> tuple[Term, ...]:
    """x ≠ −1 and x ≠ 1 rather than x² − 1 ≠ 0; −1 < x < 1 rather than 1 − x² > 0."""
    simple = plainer(says)
    if simple is not says and _is_seen(session, says, (simple,)):
        return solved(session, simple)
    found: tuple[Term, ...] = ()
    match says:
        case App("!=" | ">" as relation, (u, Num(zero))) if zero == 0 and not isinstance(u, Var):
            found = _by_roots(session, u, relation)
        case App("<", (App("sqrt", (u,)), Num(c))):
            square = App("<", (u, Num(c * c)))
            if _is_seen(session, says, (square, App(">=", (u, Num(0))))):
                return solved(session, square)
        case App("<", (u, Num() as c)) if not isinstance(u, Var):
            found = _by_roots(session, App("-", (c, u)), ">")
        case App(">", (u, Num() as c)) if not isinstance(u, Var):
            found = _by_roots(session, App("-", (u, c)), ">")
    return found if found and _is_seen(session, says, found) else (says,)


def _is_seen(session: Session, says: Term, given: tuple[Term, ...]) -> bool:
    """Whether the condition is proved soon from what it was solved into."""
    soon = Session(session.rules, min(session.deadline, now() + PATIENCE), session.assumed)
    try:
        return _follows(soon, says, given)
    except OutOfTime:
        return False


def _by_roots(session: Session, u: Term, relation: str) -> tuple[Term, ...]:
    try:
        rational = univariate(normal_form(session, u))
        if rational is None or rational.bottom.degree() != 0 or not isinstance(rational.generator, Var):
            return ()
        scale, found = factors(rational.top / rational.bottom[0])
    except NoProof:
        return ()
    x = rational.generator
    roots = sorted(fraction(-factor[0]) for factor, _ in found if factor.degree() == 1)
    others = [factor for factor, _ in found if factor.degree() > 1]
    if not roots or any(f.degree() > 2 or f[1] ** 2 - 4 * f[0] * f[2] >= 0 for f in others):
        return ()
    if relation == "!=":
        return tuple(App("!=", (x, number(root))) for root in roots)
    if others or any(multiplicity > 1 for _, multiplicity in found):
        return ()
    match roots:
        case [root]:
            return (App(">" if scale > 0 else "<", (x, number(root))),)
        case [low, high] if scale < 0:
            return App(">", (x, number(low))), App("<", (x, number(high)))
    return ()
