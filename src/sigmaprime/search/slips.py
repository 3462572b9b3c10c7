"""Which slip may have led to what was written: wrong derivatives, wrong algebra, wrong integrals, wrong limits.

Every proposal has been tried in numbers at a few points; whether it is so is left to a proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Path, Term, Var, children, replace, substitute
from sigmaprime.search.agreeing import agree
from sigmaprime.search.formal import derivative, opened
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.slip import Slipped
from sigmaprime.search.up_to_constants import indefinite
from sigmaprime.search.wrong_algebra import wrong_forms
from sigmaprime.search.wrong_derivatives import wrong_derivatives
from sigmaprime.search.wrong_integrals import definite, wrong_integrals
from sigmaprime.search.wrong_limits import wrong_limits

MOST_DERIVATIVES = 4
# What is seldom the reason, if there is another.
SELDOM = ("constant-factor-lost", "minus-sign-lost", "product-rule-sign", "quotient-rule-sum",
          "quotient-rule-denominator", "term-not-differentiated")  # fmt: skip
# What has gone wrong from the left to the right, if it is seen in the right side.
TURNED = {"sign-lost": "sign-lost", "factor-lost": "factor-added", "term-lost": "term-added"}


def of_claims(session: Session, relation: Term) -> Iterator[Slipped]:
    """Slips that may have led to a relation of a chain, or to a limit."""
    match relation:
        case App("=", (left, right)):
            if indefinite(left) is not None:
                yield from wrong_integrals(session, left, right)
            elif isinstance(left, App) and left.head == "int":
                yield from definite(session, left, right)
            else:
                yield from _derivatives(session, left, right)
                yield from _algebra(session, left, right)
        case App("tends", (App("fn", (Var() as x, body)), place, value)):
            yield from wrong_limits(session, x, body, place, value)


def _derivatives(session: Session, left: Term, right: Term) -> Iterator[Slipped]:
    """A derivative in the left side, worked out by a wrong rule."""
    found = [(at, node) for at, node in _slopes(session, left)][:MOST_DERIVATIVES]
    for at, (u, x, point) in found:
        session.tick()
        likely: list[Slipped] = []
        for name, terms, slope in wrong_derivatives(session, u, x):
            session.tick()
            wrong = replace(left, at, substitute(slope, {x.name: point}))
            if agree(session, wrong, right):
                likely.append(Slipped(name, terms, App("=", (wrong, right))))
        yield from sorted(likely, key=lambda s: SELDOM.index(s.id) + 1 if s.id in SELDOM else 0)
        if agree(session, derivative_of(session, right, x), u) and not at:
            yield Slipped("integrated-instead", (u,), App("=", (App("D", (App("fn", (x, right)), x)), u)))
        if agree(session, replace(left, at, substitute(u, {x.name: point})), right):
            yield Slipped("not-differentiated", (u,), App("=", (substitute(u, {x.name: point}), right)))


def derivative_of(session: Session, u: Term, x: Var) -> Term:
    with suppress(NoProof):
        return derivative(session, opened(session, u), x)
    return App("undefined", ())


def _slopes(session: Session, term: Term, here: Path = ()) -> Iterator[tuple[Path, tuple[Term, Var, Term]]]:
    """The derivatives in a term: where they stand, of what, by which variable, at which point."""
    match term:
        case App("D", (App("fn", (Var() as x, body)), point)):
            with suppress(NoProof):
                yield here, (_plain(session, body), x, point)
        case App(head, (point,)) if head.endswith("'"):
            x = Var("x")
            with suppress(NoProof):
                yield here, (_plain(session, App(head[:-1], (x,))), x, point)
        case App("fn", _):
            return
        case _:
            for index, part in enumerate(children(term)):
                yield from _slopes(session, part, (*here, index))


def _plain(session: Session, term: Term) -> Term:
    """Without the functions that were declared, and without derivatives."""
    match term:
        case App("D", _) | App("int" | "lim" | "sum" | "prod", _):
            return opened(session, term)
        case App(head, _) if head.endswith("'"):
            return opened(session, term)
        case App(head, args):
            law = session.rules.get(f"definition of {head}") if head not in FUNCTIONS else None
            new = tuple(_plain(session, arg) for arg in args)
            if law is None:
                return App(head, new)
            own = [arg.name for arg in law.conclusion.args[0].args]  # type: ignore[union-attr]
            body = substitute(law.conclusion.args[1], dict(zip(own, new, strict=True)))  # type: ignore[union-attr]
            return _plain(session, body)
    return term


def _algebra(session: Session, left: Term, right: Term) -> Iterator[Slipped]:
    """One side is what a mistake makes of the other."""
    with suppress(NoProof):
        left, right = _plain(session, left), _plain(session, right)
    later: list[Slipped] = []
    for one, other in ((left, right), (right, left)):
        for name, terms, wrong in wrong_forms(one):
            session.tick()
            if agree(session, wrong, other):
                turned = one is right and name in TURNED
                slipped = Slipped(
                    TURNED[name] if turned else name, terms[::-1] if turned else terms, App("=", (wrong, other))
                )
                if name in TURNED or name == "upside-down":
                    later.append(slipped)
                else:
                    yield slipped
    yield from later
