"""The derivatives that one knows by heart, each of them derived when it is first needed.

The table proposes the form; what is proved is the derivative of the definition, worked out and brought to that form.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation, Rewrite
from sigmaprime.kernel.term import App, Term, Var, substitute
from sigmaprime.read.row import read_row
from sigmaprime.search.chain import equation, link
from sigmaprime.search.derivative import instance
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


@dataclass(frozen=True, slots=True)
class Known:
    """The derivative of a function at u, and where it holds."""

    slope: str
    given: tuple[str, ...] = ()


# fmt: off
KNOWN: Final = MappingProxyType({
    "tan":   Known("sec(u)^2", ("cos(u) != 0",)),
    "cot":   Known("-csc(u)^2", ("sin(u) != 0",)),
    "sec":   Known("sec(u)*tan(u)", ("cos(u) != 0",)),
    "csc":   Known("-csc(u)*cot(u)", ("sin(u) != 0",)),
    "acot":  Known("-1/(1 + u^2)"),
    "sinh":  Known("cosh(u)"),
    "cosh":  Known("sinh(u)"),
    "tanh":  Known("1 - tanh(u)^2"),
    "coth":  Known("-csch(u)^2", ("u != 0",)),
    "sech":  Known("-sech(u)*tanh(u)"),
    "csch":  Known("-csch(u)*coth(u)", ("u != 0",)),
    "asinh": Known("1/sqrt(u^2 + 1)"),
    "acosh": Known("1/sqrt(u^2 - 1)", ("u > 1",)),
    "atanh": Known("1/(1 - u^2)", ("u > -1", "u < 1")),
    "log2":  Known("1/(u*ln(2))", ("u > 0",)),
    "log10": Known("1/(u*ln(10))", ("u > 0",)),
    "logit": Known("1/(u*(1 - u))", ("u > 0", "u < 1")),
    "softplus": Known("sigmoid(u)"),
    "sigmoid": Known("sigmoid(u)*(1 - sigmoid(u))"),
    "Phi":   Known("exp(-u^2/2)/sqrt(2*pi)"),
})
# fmt: on


def conditions_of(head: str, u: Term) -> tuple[Term, ...] | None:
    """What must hold of u for the derivative in the table; None if the function is not in it."""
    known = KNOWN.get(head)
    return None if known is None else tuple(_filled(text, u) for text in known.given)


def slope_of(head: str, u: Term) -> Term:
    return _filled(KNOWN[head].slope, u)


def _filled(text: str, u: Term) -> Term:
    return substitute(read_row(text), {"u": u})


def is_known(session: Session, head: str) -> bool:
    """Whether the derivative is in the table and is not what is being asked for."""
    return head in KNOWN and lemma(session, head, Var("x")) is not None


def lemma(session: Session, head: str, x: Var) -> Derivation | None:
    """D(f(x), x) = its form in the table, derived; None if that fails, or while it is being derived."""
    key = App("known derivative", (Var(head), x))
    if key not in session.forms:
        session.forms[key] = None
        with suppress(NoProof):
            session.forms[key] = _derived(session, head, x)
    return session.forms[key]  # type: ignore[return-value]


def _derived(session: Session, head: str, x: Var) -> Derivation:
    from sigmaprime.search.worked import definition_worked

    start = App("D", (App("fn", (x, App(head, (x,)))), x))
    return definition_worked(session, start, slope_of(head, x), conditions_of(head, x) or ())


def by_table(session: Session, node: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """D(f(u), x) = f′(u)·D(u, x), as links, for a function of the table."""
    match node:
        case App("D", (App("fn", (Var() as x, App(head, (u,)))), point)) if point is x:
            pass
        case _:
            raise NoProof("not a derivative")
    if u is x:
        fact = lemma(session, head, x)
        if fact is None:
            raise NoProof(f"the derivative of {head} is not known")
        if set(fact.claim.given) <= set(given):
            return [Derivation(Claim(fact.claim.says, given), Rewrite(()), (fact,))]
        return [instance(session, fact, x, x, given, prove)]
    y = Var("u") if x.name != "u" else Var("v")
    fact = lemma(session, head, y)
    if fact is None:
        raise NoProof(f"the derivative of {head} is not known")
    outer = App("fn", (y, App(head, (y,))))
    right = App("*", (App("D", (outer, u)), App("D", (App("fn", (x, u)), x))))
    first = by_rule(session, "chain rule", Claim(equation(node, right), given), prove, k=outer, u=u)
    return [first, link(right, (0,), instance(session, fact, y, u, given, prove), given)]
