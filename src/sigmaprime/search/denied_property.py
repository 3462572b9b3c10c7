"""A property that is claimed for all values of its parameters fails for some: x ↦ exp(k·x) does not rise for k = −1.

The simplest values of the parameters come first; with them the property is one of a function of one variable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Counterexample, Derivation, Point
from sigmaprime.kernel.term import App, Term, free, number, substitute
from sigmaprime.search.clock import now
from sigmaprime.search.counterexample import Denied
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.samples import admitted, points
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.verdict import Found

VALUES = tuple(Fraction(n) for n in ("1", "-1", "2", "0", "-2", "1/2", "3", "-1/2"))
MOST_POINTS = 24
SHARE = 4  # of what time is left, this part goes to one choice of the parameters
LONGEST = 0.8

Refute = Callable[[Session, Term], Denied]


def refute_with_parameters(
    session: Session, statement: Term, says: App, given: tuple[Term, ...], refute: Refute
) -> Denied:
    """A counterexample to `all(property, hypotheses…)`: values of the parameters with which the property fails."""
    for at in _values(session, says, given):
        point: Point = tuple((name, number(v)) for name, v in at.items())
        new = dict(point)
        began = now()
        short = replace(session, deadline=began + min(LONGEST, (session.deadline - began) / SHARE), assumed=())
        try:
            parts = tuple(_holds(short, substitute(h, new)) for h in given)
            inner = refute(short, substitute(says, new))
        except NoProof:
            continue
        except OutOfTime:
            session.tick()
            continue
        goal = Claim(App("not", (statement,)))
        return Denied(Derivation(goal, Counterexample(point), (*parts, inner.proof)), says, _shown(point, inner.found))
    raise NoProof("it is not refuted with simple values of its parameters")


def _values(session: Session, says: App, given: tuple[Term, ...]) -> Iterator[dict[str, Fraction]]:
    names = free(says).union(*map(free, given))
    tried = 0
    for at in points(names, given, VALUES):
        if tried < MOST_POINTS and admitted(session, given, at):
            tried += 1
            yield at


def _holds(session: Session, says: Term) -> Derivation:
    try:
        return by_enclosure(session, Claim(says))
    except NoProof:
        return prove(session, Claim(says))


def _shown(point: Point, found: Found | None) -> Found:
    """The values of the parameters beside the points at which the property fails."""
    if found is None or not found.points:
        return Found((point,), (), None, found.why if found is not None else "")
    return replace(found, points=tuple((*point, *own) for own in found.points))
