"""Why a term is not defined: a division by 0, or an argument outside a domain, somewhere in it."""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, free
from sigmaprime.search.chain import sides
from sigmaprime.search.fit import Prove, by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.meaning import meaning
from sigmaprime.search.numbers import value
from sigmaprime.search.session import NoProof, Session


def _is_slope(term: Term) -> bool:
    return isinstance(term, App) and term.head.endswith("'")


def prove_undefined(session: Session, goal: Claim, prove: Prove) -> Derivation:
    match goal.says:
        case App("undefined", (App("int", _),)):
            from sigmaprime.search.integral import undefined_integral

            return undefined_integral(session, goal)
        case App("undefined", (App("D", _),)):
            with suppress(NoProof):
                from sigmaprime.search.meeting import at_an_angle

                return at_an_angle(session, goal)
        case App("undefined", (term,)) if not free(term) and value(session, term) is not None:
            raise NoProof("it has a value")
    for name, rule in session.rules.items():
        match rule.conclusion:
            case App("undefined", (App(),)) if name != "undefined, being equal":
                try:
                    return by_rule(session, name, goal, prove)
                except NoProof:
                    continue
    (term,) = goal.says.args  # type: ignore[union-attr]
    fact = meaning(session, term) if _is_slope(term) else unfolded(session, term, ())
    if fact is None:
        raise NoProof("no reason why it is undefined")
    from sigmaprime.search.backwards import reversed_links
    from sigmaprime.search.chain import chain

    back = chain(reversed_links(session, fact, ()), ())
    return by_rule(session, "undefined, being equal", goal, knowing(prove, back), v=sides(fact)[1])
