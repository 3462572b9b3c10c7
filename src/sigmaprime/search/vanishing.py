"""`g ≠ 0` where h = 0, both polynomials in one generator: g = q·h + r with a number r that is not 0.

1 + cos x = 0 gives −cos x = 1, as division of −t by 1 + t with remainder shows.
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation, Given
from sigmaprime.kernel.term import App, Num, Term, number
from sigmaprime.search.algebra import arithmetic, fraction, normal_form, poly_term, univariate
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.chain import chain, inside, sides, transport
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)


def not_both_zero(session: Session, goal: Claim, hypothesis: Term) -> Derivation:
    """`g != 0` under the hypothesis `h = 0`."""
    match goal.says, hypothesis:
        case App("!=", (g, zero)), App("=", (h, other)) if zero is ZERO and other is ZERO:
            given = tuple(one for one in goal.given if one is not hypothesis)
            with suppress(NoProof):
                return prove(session, Claim(goal.says, given))
            facts = [unfolded(session, one, given) for one in (g, h)]
            there, here = (sides(fact)[1] if fact else one for fact, one in zip(facts, (g, h), strict=True))
            forms = [univariate(normal_form(session, one)) for one in (there, here)]
            if forms[0] is None or forms[1] is None or {f.bottom.degree() for f in forms if f} != {0}:
                raise NoProof("not polynomials in one generator")
            above, below = (f.top / f.bottom[0] for f in forms if f)
            if below.degree() < 1 or (forms[0].generator is not forms[1].generator and above.degree() > 0):
                raise NoProof("not polynomials in one generator")
            quotient, rest = divmod(above, below)
            if rest.degree() != 0:
                raise NoProof("no remainder that is a number")
            shown = App("+", (App("*", (poly_term(quotient, forms[1].generator), here)), number(fraction(rest[0]))))
            links = [facts[0]] if facts[0] else []
            links.append(arithmetic(session, there, shown, given, prove))
            links += _put_back(session, shown, facts[1], goal, hypothesis)
            end = sides(links[-1])[1]
            links.append(arithmetic(session, end, number(fraction(rest[0])), given, prove))
            fact = chain(links, goal.given)
            last = prove(session, Claim(App("!=", (sides(fact)[1], ZERO))))
            return transport(goal.says, (0,), fact, last, goal.given)
    raise NoProof("not two terms that could be 0")


def _put_back(
    session: Session, shown: Term, fact: Derivation | None, goal: Claim, hypothesis: Term
) -> list[Derivation]:
    """q·(h written out) + r = q·h + r = q·0 + r."""
    known = Derivation(Claim(hypothesis, goal.given), Given(goal.given.index(hypothesis)))
    back = [*reversed_links(session, fact, tuple(h for h in goal.given if h is not hypothesis)), known]
    whole = chain(back, goal.given)
    return [inside(shown, (0, 1), whole, goal.given)]
