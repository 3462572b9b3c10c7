"""What must hold at a point for the rules of differentiation to apply there: x > 0 for ln x, x ≠ 0 for 1/x and |x|."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.rule import fill
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.forms import nodes, written_out
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def conditions(session: Session, body: Term) -> tuple[Term, ...]:
    """The conditions that are not met everywhere, in the order in which the function is read."""
    try:
        out = written_out(session, body, session.assumed)
    except NoProof:
        out = body
    needed = dict.fromkeys(condition for _, node in nodes(out) for condition in _of(session, node))
    return tuple(condition for condition in needed if free(condition) and not _is_known(session, condition))


def _of(session: Session, node: Term) -> tuple[Term, ...]:
    match node:
        case App("/", (_, v)):
            return (App("!=", (v, Num(0))),)
        case App("^", (u, Num(n))) if n.denominator == 1:
            return ()
        case App("^", (u, App("neg", (Num(n),)))) if n.denominator == 1:
            return (App("!=", (u, Num(0))),)
        case App("^", (u, _)):
            return (App(">", (u, Num(0))),)
        case App(head, (u,)) if (row := session.rules.get(f"derivative of {head}")) is not None:
            return tuple(fill(premise.says, {"u": u}) for premise in row.premises)
    return ()


def _is_known(session: Session, condition: Term) -> bool:
    try:
        prove(session, Claim(condition, session.assumed))
    except NoProof:
        return False
    return True
