"""A derivative at a point: the derivative in general, and the point put in; and where none is to be found."""

from __future__ import annotations

from itertools import islice

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.notation.line import language
from sigmaprime.search.chain import chain, link, sides
from sigmaprime.search.conditions import conditions
from sigmaprime.search.derivative import instance
from sigmaprime.search.forms import nodes
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.simplify.lines import simplified
from sigmaprime.search.trial import candidates, holds_at
from sigmaprime.search.worked import repeated

DENIED = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "!=": "="}
MOST_TRIED = 24


def at_a_point(session: Session, start: Term) -> list[Derivation] | None:
    """The lines to the value of f′(a) or D(u, x, a); None for a derivative that is not taken at a point."""
    links: list[Derivation] = []
    here = start
    match start:
        case App(head, (point,)) if head.endswith("'") and not isinstance(point, Var):
            fact = meaning(session, start)
            if fact is None:
                return None
            links, here = [fact], sides(fact)[1]
    match here:
        case App("D", (App("fn", (Var() as x, body)), point)) if point is not x:
            pass
        case _:
            return None
    slope = App("D", (App("fn", (x, body)), x))
    needed = conditions(session, _whole(slope), by_heart=True)
    for condition in needed:
        if holds_at(session, substitute(condition, {x.name: point}), {}) is False:
            raise NoProof(f"the rules of differentiation need {language(condition)}, which fails at {language(point)}")
    known = (*(h for h in session.assumed if x.name not in free(h)), *needed)
    raw = repeated(session, slope, known)
    end = sides(raw[-1])[1] if raw else slope
    general = chain([*raw, *simplified(session, end, known)], known)
    return [*links, link(here, (), instance(session, general, x, point, session.assumed, prove), session.assumed)]


def _whole(slope: Term) -> Term:
    match slope:
        case App("D", (App("fn", (x, body)), point)) if x is point:
            return _whole(body)
        case App(head, args) if head.endswith("'"):
            return App(head.rstrip("'"), args)
    return slope


def defined_nowhere(session: Session, body: Term, needed: tuple[Term, ...]) -> str | None:
    """Why there is no point at which the function could have a derivative; None if there may be one."""
    for _, node in nodes(body):
        match node:
            case App("/", (_, Num(zero))) if zero == 0:
                return f"{language(node)} is not defined"
    for condition in needed:
        if isinstance(condition, App) and condition.head in DENIED and _never(session, condition):
            return f"{language(condition)} holds nowhere"
    return None


def _never(session: Session, condition: App) -> bool:
    points = islice(candidates(condition.names, session.assumed), MOST_TRIED)
    if any(holds_at(session, condition, at) is not False for at in points):
        return False
    try:
        prove(session, Claim(App(DENIED[condition.head], condition.args), session.assumed))
    except NoProof:
        return False
    return True
