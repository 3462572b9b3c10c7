"""Relations between numbers of which enclosures know nothing until they are opened: sign(−2) is −1, cbrt(−8) is −2."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App
from sigmaprime.search.chain import sides
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.opening import opened
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import transported, widened
from sigmaprime.search.work import work_on


def opened_numbers(session: Session, goal: Claim) -> Derivation:
    """The relation between both sides opened, decided by enclosures."""
    match goal.says:
        case App(relation, (left, right)):
            work = work_on(session, ())
            facts = [opened(work, side) for side in (left, right)]
            if facts == [None, None]:
                raise NoProof("enclosures do not decide it")
            a, b = (side if f is None else sides(f)[1] for side, f in zip((left, right), facts, strict=True))
            proof = by_enclosure(session, Claim(App(relation, (a, b))))
            if facts[1] is not None:
                proof = transported(App(relation, (a, right)), (1,), facts[1], proof)
            if facts[0] is not None:
                proof = transported(App(relation, (left, right)), (0,), facts[0], proof)
            return widened(proof, goal)
    raise NoProof("not a relation between numbers")
