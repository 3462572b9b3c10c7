"""What is known of a claim that was not decided: how many points do not refute it, and where it is proved to hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.check import check
from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, number
from sigmaprime.notation.line import language
from sigmaprime.search.aim import aim_at
from sigmaprime.search.goals import prove
from sigmaprime.search.grid import grid
from sigmaprime.search.hunt import BITS
from sigmaprime.search.session import NoProof, OutOfTime, Session

SIZES: Final = (50, 5)  # of the intervals on which a proof is tried


def known_of(session: Session, claim: Term) -> Iterator[str]:
    """Sentences without a full stop, about the relations in a claim."""
    for says, given in _relations(claim):
        names = free(says)
        aim = aim_at(session, says, given)
        if aim is None or len(names) != 1 or aim.names != tuple(names):
            continue
        (name,) = names
        with precision(BITS, 1):
            tried = [at for x in grid(aim.ends[name]) if aim.admits(at := {name: x})]
            if not tried or any(aim.broken(at)[0] for at in tried):
                continue
        yield f"{language(says)} has no counterexample among {len(tried)} points"
        if (size := _holds_up_to(session, says, given, Var(name))) is not None:
            yield f"{language(says)} is proved on the part of its domain in [-{size}, {size}]"


def _relations(claim: Term) -> Iterator[tuple[App, tuple[Term, ...]]]:
    match claim:
        case App("and", (first, rest)):
            yield from _relations(first)
            yield from _relations(rest)
        case App("all", (App("=" | "<" | "<=" | ">" | ">=" | "!=", _) as says, *given)):
            yield says, tuple(given)


def _holds_up_to(session: Session, says: App, given: tuple[Term, ...], x: Var) -> int | None:
    for size in SIZES:
        within = (App(">=", (x, number(-size))), App("<=", (x, Num(size))))
        try:
            proof = prove(session, Claim(says, (*given, *within)))
            check(proof, session.rules)
        except (NoProof, OutOfTime, Wrong, RecursionError):
            continue
        return size
    return None
