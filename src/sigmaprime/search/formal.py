"""Terms with their definitions opened and their derivatives worked out by the formulas, wherever these may hold.

No condition is looked at and nothing is proved: what comes out says where to look.
"""

from __future__ import annotations

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number, substitute
from sigmaprime.read.row import read_row
from sigmaprime.search.session import NoProof, Session

ZERO, ONE = Num(0), Num(1)
DEEPEST = 8


def opened(session: Session, term: Term) -> Term:
    """`term` without derivatives and defined functions."""
    key = App("opened", (term,))
    found = session.forms.get(key)
    if found is None:
        session.forms[key] = found = _opened(session, term, DEEPEST)
    return found  # type: ignore[return-value]


def _opened(session: Session, term: Term, depth: int) -> Term:
    if depth < 0:
        raise NoProof("definitions nested too deeply")
    match term:
        case App("D", (App("fn", (Var() as x, body)), at)):
            slope = derivative(session, _opened(session, body, depth), x)
            return substitute(slope, {x.name: _opened(session, at, depth)})
        case App("fn" | "lim" | "int" | "sum" | "prod", _):
            raise NoProof("no formula for it")
        case App(head, (at,)) if head.endswith("'"):
            x = Var("x")
            body = App(head.rstrip("'"), (x,))
            for _ in range(len(head) - len(head.rstrip("'"))):
                body = derivative(session, _opened(session, body, depth), x)
            return substitute(body, {"x": _opened(session, at, depth)})
        case App(head, args):
            new = tuple(_opened(session, arg, depth) for arg in args)
            law = session.rules.get(f"definition of {head}")
            if law is None:
                return App(head, new)
            names = [name for name, _ in law.holes]
            own = [arg.name for arg in law.conclusion.args[0].args]  # type: ignore[union-attr]
            body = substitute(law.conclusion.args[1], dict(zip(own or names, new, strict=True)))  # type: ignore[union-attr]
            return _opened(session, body, depth - 1)
    return term


def derivative(session: Session, u: Term, x: Var) -> Term:
    """The derivative of a term without derivatives and definitions."""
    if x.name not in free(u):
        return ZERO
    match u:
        case Var():
            return ONE
        case App("neg", (v,)):
            return _minus(ZERO, derivative(session, v, x))
        case App("+", (v, w)):
            return _plus(derivative(session, v, x), derivative(session, w, x))
        case App("-", (v, w)):
            return _minus(derivative(session, v, x), derivative(session, w, x))
        case App("*", (v, w)):
            return _plus(_times(derivative(session, v, x), w), _times(v, derivative(session, w, x)))
        case App("/", (v, w)):
            dv, dw = derivative(session, v, x), derivative(session, w, x)
            if dw is ZERO:
                return App("/", (dv, w))
            return App("/", (_minus(_times(dv, w), _times(v, dw)), App("^", (w, Num(2)))))
        case App("^", (v, w)) if (power := as_number(w)) is not None:
            lower = App("^", (v, number(power - 1))) if power != 2 else v
            return _times(_times(number(power), lower), derivative(session, v, x))
        case App("^", (v, w)):
            rate = _plus(
                _times(derivative(session, w, x), App("ln", (v,))),
                _times(w, App("/", (derivative(session, v, x), v))),
            )
            return _times(u, rate)
        case App(head, (v,)) if head in FUNCTIONS and (rule := FUNCTIONS[head].derivative) is not None:
            outer = substitute(read_row(rule), {"u": v})
            return _times(_opened(session, outer, DEEPEST), derivative(session, v, x))
    raise NoProof("no formula for its derivative")


def _plus(a: Term, b: Term) -> Term:
    return b if a is ZERO else a if b is ZERO else App("+", (a, b))


def _minus(a: Term, b: Term) -> Term:
    if b is ZERO:
        return a
    return App("neg", (b,)) if a is ZERO else App("-", (a, b))


def _times(a: Term, b: Term) -> Term:
    if a is ZERO or b is ZERO:
        return ZERO
    return b if a is ONE else a if b is ONE else App("*", (a, b))
