"""Extreme values read off the table of variations: the ways that prove them, for the session to remember."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import ends, is_interval
from sigmaprime.kernel.term import App, Term, number
from sigmaprime.search.fit import by_rule
from sigmaprime.search.session import Session
from sigmaprime.studies.by_table import Stretch, Table, Tables, around, from_table, on_the_interval
from sigmaprime.studies.desk import Desk, between, light, remember
from sigmaprime.studies.found import Approach, Piece
from sigmaprime.studies.line import contains, pieces


def tables_of(
    desk: Desk, region: Term, rises: tuple[Piece, ...] | None, values: dict[Term, Term], limits: tuple[Approach, ...]
) -> Tables:
    """A table for each interval of the set on which the function is strictly monotonic by pieces."""
    found = (_table(desk, part, rises or (), values, limits) for part in pieces(region))
    return Tables(region, tuple(table for table in found if table is not None))


def _table(
    desk: Desk, part: Term, rises: tuple[Piece, ...], values: dict[Term, Term], limits: tuple[Approach, ...]
) -> Table | None:
    here = tuple(piece for piece in rises if _lies_in(desk, piece.on, part))
    if not here or any(not piece.word.startswith("strictly") for piece in here):
        return None
    if any(end in desk.nearly for piece in here for end in piece.on.args):  # type: ignore[union-attr]
        return None
    stretches = tuple(Stretch(light(desk, piece.on), piece.word.endswith("increasing")) for piece in here)
    reached = {light(desk, one.place): light(desk, one.value) for one in limits}
    known = {light(desk, place): light(desk, value) for place, value in values.items()}
    return Table(desk.x, light(desk, desk.value), stretches, known, reached)


def _lies_in(desk: Desk, on: Term, part: Term) -> bool:
    middle = between(desk, *ends(on))
    return middle is not None and contains(desk, part, number(middle))


def remember_local(desk: Desk, says: App, tables: Tables, place: Term) -> None:
    """A local extremum, from the stretches beside it."""

    def way(session: Session, goal: Claim) -> Derivation:
        beside, low, high = around(tables, light(desk, place))

        def there(session: Session, goal: Claim) -> Derivation:
            name = says.head.replace("_", " ")
            return by_rule(session, name, goal, from_table(beside), p=low, q=high)

        return (
            there(session, goal) if len(beside.stretches) > 1 else on_the_interval(session, goal, tables.region, there)
        )

    remember(desk, says, way)


def remember_best(desk: Desk, says: App, tables: Tables, **holes: Term) -> None:
    """The greatest or least value of all, or that there is none: a bound that holds on every stretch."""
    names = {"no_maximum": "supremum not attained", "no_minimum": "infimum not attained"}

    def way(session: Session, goal: Claim) -> Derivation:
        name = names.get(says.head, says.head)
        return on_the_interval(
            session,
            goal,
            tables.region,
            lambda session, goal: by_rule(session, name, goal, from_table(tables.parts[0]), **holes),
        )

    if len(tables.parts) == 1 and is_interval(tables.region):
        remember(desk, says, way)
