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
    needed = dict.fromkeys(condition for _, node in nodes(out) for condition in needed_at(session, node))
    return tuple(condition for condition in needed if free(condition) and not _follows(session, condition, ()))


def defined_where(session: Session, members: tuple[Term, ...]) -> tuple[Term, ...] | None:
    """The conditions under which every member is defined, none of which follows from the others.

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
                found += [c for c in _defining(session, node) if free(c) and not _follows(session, c, tuple(found))]
    for condition in tuple(found):
        others = tuple(c for c in found if c is not condition)
        if others and _follows(session, condition, others):
            found.remove(condition)
    return tuple(found)


def _defining(session: Session, node: Term) -> tuple[Term, ...]:
    match node:
        case App("/" | "^", _):
            return needed_at(session, node)
        case App(head, (u,)) if (row := session.rules.get(f"{head} is defined")) is not None:
            filled = (fill(premise.says, {"u": u}) for premise in row.premises)
            return tuple(says for says in filled if isinstance(says, App) and says.head != "defined")
    return ()


def _follows(session: Session, condition: Term, earlier: tuple[Term, ...]) -> bool:
    try:
        prove(session, Claim(condition, (*session.assumed, *earlier)))
    except NoProof:
        return False
    return True


def needed_at(session: Session, node: Term) -> tuple[Term, ...]:
    """The conditions of the rule for the outermost operation alone."""
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
