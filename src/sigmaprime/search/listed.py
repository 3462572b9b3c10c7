"""Lists of zeros, critical points and inflection points: what happens at each point and between them.

On an interval the pieces between neighbouring points are looked at; on any other set of points a zero is shown to be
one of the list by excluding every cell of the line between them.
"""

from __future__ import annotations

from sigmaprime.kernel.pieces import pieces
from sigmaprime.kernel.proof import Claim, Derivation, Pieces
from sigmaprime.kernel.sets import is_interval
from sigmaprime.kernel.term import App, Term, Wrong
from sigmaprime.rules.sets import PLACES
from sigmaprime.search.corners import with_corners
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.regions import in_words
from sigmaprime.search.session import NoProof, Session

MOST_POINTS = 6


def point_list(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("inflections", (_, App("union", sets), App("points", _))):
            return _inflections_of_a_union(session, goal, sets)
        case App("critical", (_, App("[]"), App("points", points))):
            try:
                return _in_pieces(session, goal, "critical", len(points) + 1)
            except NoProof:
                return by_rule(session, "critical points lie inside", goal, prove)
        case App(head, (_, region, App("points", points))):
            if is_interval(region):
                try:
                    return _in_pieces(session, goal, head, len(points) + 1)
                except NoProof:
                    if head == "inflections":
                        raise
            if head == "critical":
                try:
                    return by_rule(session, "critical points of a differentiable function", goal, prove)
                except NoProof:
                    return with_corners(session, goal)
            if head == "zeros" and 0 < len(points) <= MOST_POINTS:
                plural = "s" if len(points) > 1 else ""
                return by_rule(session, f"the zero{plural} and no other{plural}: {len(points)}", goal, prove)
    raise NoProof("not a list of points")


def _in_pieces(session: Session, goal: Claim, head: str, count: int) -> Derivation:
    """Every piece between neighbouring points gets its claim."""
    if head == "inflections":
        curves = ("strictly_convex", "strictly_concave")
        ways = [tuple(curves[(k + first) % 2] for k in range(count)) for first in (0, 1)]
    else:
        ways = [("nonzero",) * k for k in range(count, max(0, count - 3), -1)]
    for heads in ways:
        try:
            needed = pieces(goal.says, heads)
            parts = tuple(prove(session, Claim(says, goal.given)) for says in needed)
        except (Wrong, NoProof):
            continue
        return Derivation(goal, Pieces(heads), parts)
    raise NoProof("the list of points is not known to be complete")


def _inflections_of_a_union(session: Session, goal: Claim, sets: tuple[Term, ...]) -> Derivation:
    for place in range(len(sets)):
        name = f"inflection points in the {PLACES[place]} of {in_words(sets)} open parts"
        if name not in session.rules:
            break
        try:
            return by_rule(session, name, goal, prove)
        except NoProof:
            continue
    raise NoProof("the inflection points do not all lie in one of the parts, as far as is known")
