"""Signs that anybody sees at once: e^x + 1 is positive, x² + 3 too, |x| is not negative.

That is enough for what is told and not proved; and what is to be proved need not be doubted first.
Whatever is said here holds wherever the term is defined, for all values of its variables.
"""

from __future__ import annotations

from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.plain import put
from sigmaprime.search.session import Session

ZERO = Num(0)


def holds_at_sight(session: Session, condition: Term) -> bool:
    """Whether a condition is seen to hold; False says nothing."""
    match condition:
        case App(">" | "!=", (u, zero)) if zero is ZERO:
            return _positive(session, u)
        case App(">=", (u, zero)) if zero is ZERO:
            return _not_negative(session, u)
        case App("<", (App("neg", (u,)), zero)) if zero is ZERO:
            return _positive(session, u)
    return False


def is_known(session: Session, condition: Term) -> bool:
    """Whether a condition is seen to hold, or was worked out by somebody who has yet to prove it."""
    return App("seen to hold", (condition,)) in session.forms or holds_at_sight(session, condition)


def make_known(session: Session, condition: Term) -> None:
    """Remember that a condition holds: what is looked for is its proof, not whether it is true."""
    session.forms[App("seen to hold", (condition,))] = True


def _positive(session: Session, u: Term) -> bool:
    match u:
        case Num(value):
            return value > 0
        case App("exp" | "pi", _):
            return True
        case App("+", (v, w)):
            return (_positive(session, v) and _not_negative(session, w)) or (
                _positive(session, w) and _not_negative(session, v)
            )
        case App("*" | "/", (v, w)):
            return _positive(session, v) and _positive(session, w)
        case App("^" | "sqrt" | "abs", (v, *_)):
            return _positive(session, v)
    return (body := _meaning(session, u)) is not None and _positive(session, body)


def _not_negative(session: Session, u: Term) -> bool:
    match u:
        case App("sqrt" | "abs", _):
            return True
        case App("^", (_, Num(value))) if value.denominator == 1 and value.numerator % 2 == 0:
            return True
        case App("+", (v, w)):
            return _not_negative(session, v) and _not_negative(session, w)
        case Num() | App("exp" | "pi", _):
            return True
    return (body := _meaning(session, u)) is not None and _not_negative(session, body)


def _meaning(session: Session, u: Term) -> Term | None:
    """What a defined function of numbers stands for."""
    match u:
        case App(head, args) if (law := session.rules.get(f"definition of {head}")) and len(law.holes) == len(args):
            match law.conclusion:
                case App("=", (_, body)):
                    return put(body, dict(zip((name for name, _ in law.holes), args, strict=True)))
    return None
