"""A limit on the page: the arguments that come first, the bounds of a squeeze, then the column."""

from __future__ import annotations

from collections.abc import Callable

from sigmaprime.document.limit_column import Column, column_of, parts_of
from sigmaprime.document.limit_reasons import parts_that_tend
from sigmaprime.document.margin import listed, rule_of
from sigmaprime.document.page import Block, Detail, Display, Line, Paragraph, say
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, free

Told = Callable[[Derivation], tuple[Block, ...]]


def limit_blocks(proof: Derivation, tell: Told, why: Told, detail: Detail) -> tuple[Block, ...]:
    column = column_of(proof)
    blocks: list[Block] = []
    for part in dict.fromkeys(column.before):
        rule = rule_of(part) or ""
        if rule.startswith("squeeze"):
            blocks += squeeze_blocks(part)
        elif rule.startswith("l'Hopital"):
            blocks += hopital_blocks(part)
        else:
            blocks += tell(part)
    return *blocks, Display(_lines(column, why, detail))


def _lines(column: Column, why: Told, detail: Detail) -> tuple[Line, ...]:
    return tuple(
        Line(
            column.start if index == 0 else None,
            "=",
            row.term,
            row.reason,
            (),
            tuple(block for proof in row.proofs for block in why(proof)) if row.reason and detail != "brief" else (),
            detail == "full",
        )
        for index, row in enumerate(column.rows)
    )


def hopital_blocks(proof: Derivation) -> tuple[Block, ...]:
    """The conditions of the rule: what numerator and denominator tend to, and a slope that is not 0 close to it."""
    function, place, _ = parts_of(proof)
    x = function.args[0]  # type: ignore[union-attr]
    *forms, _slopes = parts_that_tend(proof)
    facts = tuple(App("->", (parts_of(p)[0].args[1], parts_of(p)[2])) for p in forms)  # type: ignore[union-attr]
    slope = App("!=", (App("D", (parts_of(forms[-1])[0], x)), Num(0)))
    return (Paragraph((say("limit.hopital applies", place=App("->", (x, place)), facts=listed(facts), slope=slope),)),)


def squeeze_blocks(proof: Derivation) -> tuple[Block, ...]:
    """−1 <= sin(1/x) <= 1, hence −x² <= x²·sin(1/x) <= x², and both bounds tend to 0."""
    function, place, value = parts_of(proof)
    x, body = function.args  # type: ignore[union-attr]
    holes = dict(proof.by.holes)  # type: ignore[union-attr]
    low, high = holes["v"], holes["w"]
    bounds = App("and", (App("<=", (low, body)), App("<=", (body, high))))
    near = next((p.claim.given for p in proof.parts if isinstance(p.claim.says, App) and p.claim.says.head == "<="), ())
    factor = _factor_bounds(proof)
    words = say("limit.between", bounds=bounds, where=listed(near)) if factor is None else say(
        "limit.between since", factor=factor, bounds=bounds, where=listed(near))  # fmt: skip
    return (
        Paragraph((words,)),
        Paragraph((say("limit.bounds tend", value=value, place=App("->", (x, place))),)),
    )


def _factor_bounds(proof: Derivation) -> Term | None:
    """−1 <= u <= 1 for the factor on whose bounds the others rest."""
    found: dict[str, Term] = {}
    waiting = [p for p in proof.parts if isinstance(p.claim.says, App) and p.claim.says.head == "<="]
    while waiting:
        part = waiting.pop(0)
        match rule_of(part), part.parts:
            case "nonnegative difference", (fact,):
                side = "low" if not free(fact.claim.says.args[0]) else "high"  # type: ignore[union-attr]
                found.setdefault(side, fact.claim.says)
                continue
            case "factor of size at most 1", (fact, *_):
                return fact.claim.says
        waiting += part.parts
    if len(found) == 2:
        return App("and", (found["low"], found["high"]))
    return None
