"""Worked derivations: each route a column of equalities with a reason for every line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sigmaprime.document.choice import Teller
from sigmaprime.document.column import column_blocks
from sigmaprime.document.margin import listed
from sigmaprime.document.page import Block, Detail, Document, Heading, Note, Paragraph, Piece, say
from sigmaprime.document.steps import route_ends
from sigmaprime.document.tell import tell
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App
from sigmaprime.verdict import Fact, Route

NO_RULES: Mapping[str, Rule] = MappingProxyType({})


def derivation_document(
    routes: tuple[Route, ...], detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES
) -> Document:
    """A page with every route; `rules` lets a line show the law that it applies."""
    if not routes:
        return Document((say("no derivation"),), (Paragraph((say("no route"),)),))
    blocks: list[Block] = list(where(routes[0].fact))
    for route in routes:
        if route.name in ("partial", "hessian"):
            blocks.append(Heading((route_ends(route)[0],)))
        elif len(routes) > 1:
            blocks.append(Heading((say(f"route.{route.name}"),)))
        teller = Teller(detail, {**rules, **{row.name: row for row in route.fact.definitions}})
        if route.name.startswith("implicit"):
            blocks.append(Paragraph((say("implicit slope" if route.name == "implicit" else "implicit curving"),)))
        blocks += column_blocks(teller, route) if route.column else tell(teller, route.fact.proof)
    blocks += (
        Note((say("route left out", route=(say(f"route.{one.name}"),), seconds=f"{one.seconds:.2g}"),))
        for one in routes[-1].left_out
    )
    return Document((_title(routes[0]),), tuple(blocks))


def _title(route: Route) -> Piece:
    start, end = route_ends(route)
    if route.name == "implicit, second order" and end is not None:
        return say("implicit second", end=end)
    match route.name, start:
        case "partial", App("D", (App("fn", (_, body)), _)):
            return say("gradient", f=body)
        case "hessian", App("D", (App("fn", (_, App("D", (App("fn", (_, body)), _)))), _)):
            return say("hessian", f=body)
    return App("=", (start, end)) if end is not None else say("limit.does not exist", limit=start)


def where(fact: Fact) -> tuple[Block, ...]:
    """`Here s(x) = 1/(1 + e^{-x}).` for the functions that the statement rests on."""
    says = tuple(row.conclusion for row in fact.definitions if not row.name.endswith("backwards"))
    return (Paragraph((say("here", definitions=listed(says)),)),) if says else ()
