"""Worked derivations: each route a column of equalities with a reason for every line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sigmaprime.document.choice import Teller
from sigmaprime.document.margin import listed
from sigmaprime.document.page import Block, Detail, Document, Heading, Paragraph, Piece, say
from sigmaprime.document.steps import ends_of
from sigmaprime.document.tell import tell
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term
from sigmaprime.verdict import Fact, Route

NO_RULES: Mapping[str, Rule] = MappingProxyType({})


def derivation_document(
    routes: tuple[Route, ...], detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES
) -> Document:
    """A page with every route; `rules` lets a line show the law that it applies."""
    if not routes:
        return Document((say("no derivation"),), (Paragraph((say("no route"),)),))
    statement = routes[0].fact.statement
    blocks: list[Block] = list(where(routes[0].fact))
    for route in routes:
        if len(routes) > 1:
            blocks.append(Heading((say(f"route.{route.name}"),)))
        blocks += tell(Teller(detail, {**rules, **{row.name: row for row in route.fact.definitions}}), route.fact.proof)
    return Document((_title(statement),), tuple(blocks))


def _title(statement: Term) -> Piece:
    start, end = ends_of(statement)
    return App("=", (start, end)) if end is not None else say("limit.does not exist", limit=start)


def where(fact: Fact) -> tuple[Block, ...]:
    """`Here s(x) = 1/(1 + e^{-x}).` for the functions that the statement rests on."""
    says = tuple(row.conclusion for row in fact.definitions if not row.name.endswith("backwards"))
    return (Paragraph((say("here", definitions=listed(says)),)),) if says else ()
