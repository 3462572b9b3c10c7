"""|u| as u or as −u, where the sign of u is known."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term
from sigmaprime.search.chain import equation
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def absolute(session: Session, node: App, u: Term, given: tuple[Term, ...]) -> Derivation | None:
    for name, right in (
        ("absolute value of a nonnegative", u),
        ("absolute value of a nonpositive", App("neg", (u,))),
    ):
        try:
            return by_rule(session, name, Claim(equation(node, right), given), prove)
        except NoProof:
            continue
    return None
