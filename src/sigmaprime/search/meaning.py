"""What a defined function, or a prime, stands for: one step of unfolding at the outside of a term."""

from __future__ import annotations

from sigmaprime.kernel.proof import Apply, Claim, Derivation, Prime
from sigmaprime.kernel.rule import fill_rule
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.search.chain import equation
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def meaning(session: Session, term: Term) -> Derivation | None:
    """`f(t) = its definition` or `f′(x) = D(f(x), x)`; None for anything else."""
    match term:
        case App(head, (t,)) if head.endswith("'"):
            x = t if isinstance(t, Var) else Var("x")
            slope = App("D", (App("fn", (x, App(head[:-1], (x,)))), t))
            return Derivation(Claim(equation(term, slope), ()), Prime())
        case App(head, args) if (law := session.rules.get(f"definition of {head}")) and len(law.holes) == len(args):
            holes = tuple((hole, arg) for (hole, _), arg in zip(law.holes, args, strict=True))
            filled = fill_rule(law, holes)
            try:
                parts = tuple(prove(session, premise) for premise in filled.premises)
            except NoProof:
                return None
            return Derivation(Claim(filled.conclusion, ()), Apply(law.name, holes), parts)
    return None
