"""Limits that do not exist because a periodic function of what grows takes each of its values again and again."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, children, free, paths, replace, subterm
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.limits import limit
from sigmaprime.search.near import INFINITE, At, near, value_of
from sigmaprime.search.session import NoProof, Session

TURN: Final = App("*", (Num(2), App("pi", ())))
ZERO: Final = Num(0)
HALF: Final = App("/", (App("pi", ()), Num(2)))
PERIODIC: Final = frozenset(("sin", "cos"))
WAYS: Final = (
    ("no limit, plus a number", "+", 0), ("a number plus no limit", "+", 1),
    ("no limit, times a number", "*", 0), ("a number times no limit", "*", 1),
)  # fmt: skip


def oscillates(session: Session, goal: Claim) -> Derivation:
    """`no_limit(u, x, p)` where u is made of a sine or cosine of something that grows, and of what has a limit."""
    match goal.says:
        case App("no_limit", (App("fn", (Var() as x, body)), place)):
            at = At(x, place, goal.given)
        case _:
            raise NoProof("not that a limit does not exist")
    gap = NoProof("no oscillation was found")
    for way in (_periodic, _growing, _turned, _combined, _written_out):
        session.tick()
        try:
            return way(session, goal, body, at)
        except NoProof as failed:
            gap = failed
    raise gap


def _region(end: Term | None, at: At) -> Term:
    match at.place:
        case App("from_above", (p,)) if end is not None:
            return App("()", (p, end))
        case App("from_below", (p,)) if end is not None:
            return App("()", (end, p))
    if end is None or at.place not in INFINITE:
        raise NoProof("an oscillation is seen from one side")
    return App("()", (end, OO) if at.place is OO else (MINUS_OO, end))


def _arguments(body: Term, x: Var) -> list[Term]:
    """What the sines and cosines in a function are of, where it depends on x through them alone."""
    nodes = [subterm(body, path) for path in paths(body)]
    return list(
        dict.fromkeys(n.args[0] for n in nodes if isinstance(n, App) and n.head in PERIODIC and x.name in free(n))
    )


def _of(body: Term, u: Term, x: Var) -> Term:
    """`body` as fn(y, k) with k(u) = body."""
    y = Var("y") if x.name != "y" else Var("z")

    def put(term: Term) -> Term:
        if term is u:
            return y
        match term:
            case App("fn", _):
                return term
            case App(head, args):
                return App(head, tuple(map(put, args)))
        return term

    inner = put(body)
    if x.name in free(inner):
        raise NoProof("it depends on more than what oscillates")
    return App("fn", (y, inner))


def _periodic(session: Session, goal: Claim, body: Term, at: At) -> Derivation:
    """body = k(u), where k is periodic and not constant, and u grows."""
    gap = NoProof("no oscillation was found")
    for u in _arguments(body, at.x):
        k = _of(body, u, at.x)
        for a, d in ((ZERO, HALF), (ZERO, App("pi", ()))):
            try:
                return _applied(session, "oscillation", goal, k, u, at, a=a, d=d)
            except NoProof as failed:
                gap = failed
    raise gap


def _applied(session: Session, name: str, goal: Claim, k: Term, u: Term, at: At, **holes: Term) -> Derivation:
    grows = limit(session, u, at.x, at.place, at.given)
    if value_of(grows) is MINUS_OO and k.args[1].head in PERIODIC:  # type: ignore[union-attr]
        return _reflected(session, goal, k, u, at)
    if value_of(grows) is not OO:
        raise NoProof("what is inside does not grow")
    gap = NoProof("not continuous close to the place")
    for close in near(at):
        _region(close.end, at)
        try:
            more = {"k": k, "u": u, "c": TURN, **close.holes, **holes}
            return by_rule(session, f"{name}, {close.name}", goal, knowing(prove, grows), **more)
        except NoProof as failed:
            gap = failed
    raise gap


def _reflected(session: Session, goal: Claim, k: Term, u: Term, at: At) -> Derivation:
    """sin(u) with u → −oo as −sin(−u), cos(u) as cos(−u)."""
    inner = u.args[0] if isinstance(u, App) and u.head == "neg" else App("neg", (u,))
    y = k.args[0]  # type: ignore[union-attr]
    body = children(k)[1]
    new = App("fn", (y, replace(body, (0,), App("neg", (y,)))))
    turned = App(goal.says.head, (App("fn", (at.x, replace(body, (0,), App("neg", (inner,))))), at.place))  # type: ignore[union-attr]
    there = _applied(session, "oscillation", Claim(turned, goal.given), new, inner, at, a=ZERO, d=HALF)
    if turned is goal.says:
        return there
    same = prove(session, Claim(App("=", (u, App("neg", (inner,)))), goal.given))
    return transport(goal.says, (0, 1, 0), same, there, goal.given)


def _growing(session: Session, goal: Claim, body: Term, at: At) -> Derivation:
    """v·k(u), where v grows too."""
    match body:
        case App("*", (_, w)):
            for u in _arguments(w, at.x):
                k = _of(w, u, at.x)
                for a, d in ((ZERO, HALF), (HALF, ZERO)):
                    try:
                        return _applied(session, "oscillation that grows", goal, k, u, at, a=a, d=d)
                    except NoProof:
                        continue
    raise NoProof("not a growing oscillation")


def _turned(session: Session, goal: Claim, body: Term, at: At) -> Derivation:
    """cos(1/x)/x as (1/x)·cos(1/x), sin(x)·x as x·sin(x)."""
    match body:
        case App("/", (w, v)) if at.x.name in free(v):
            new = App("*", (App("/", (Num(1), v)), w))
        case App("*", (w, v)):
            new = App("*", (v, w))
        case _:
            raise NoProof("not a product")
    there = Claim(App("no_limit", (App("fn", (at.x, new)), at.place)), goal.given)
    known = _growing(session, there, new, at)
    return transport(goal.says, (0, 1), arithmetic(session, body, new, goal.given, prove), known, goal.given)


def _combined(session: Session, goal: Claim, body: Term, at: At) -> Derivation:
    """A sum or product of what oscillates and what has a limit."""
    for name, sign, index in WAYS:
        match body:
            case App(head, (first, second)) if head == sign:
                part, other = (first, second) if index == 0 else (second, first)
                if at.x.name not in free(part):
                    continue
                try:
                    there = limit(session, other, at.x, at.place, at.given)
                    inner = Claim(App("no_limit", (App("fn", (at.x, part)), at.place)), goal.given)
                    known = oscillates(session, inner)
                    return by_rule(session, name, goal, knowing(prove, there, known), a=value_of(there))
                except NoProof:
                    continue
    raise NoProof("not a combination with what has a limit")


def _written_out(session: Session, goal: Claim, body: Term, at: At) -> Derivation:
    fact = unfolded(session, body, at.given)
    if fact is None:
        raise NoProof("nothing to write out")
    new = fact.claim.says.args[1]  # type: ignore[union-attr]
    there = App("no_limit", (App("fn", (at.x, new)), at.place))
    return transport(goal.says, (0, 1), fact, oscillates(session, Claim(there, goal.given)), goal.given)
