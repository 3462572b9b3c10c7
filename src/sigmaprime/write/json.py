"""JSON: pages as blocks, and derivations step by step, every expression in the language so that it reads back."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any, Final, TypeAlias

from sigmaprime.document.column import written_reason
from sigmaprime.document.lines import Link
from sigmaprime.document.margin import core_of, grounds, reason, rule_of, said
from sigmaprime.document.page import Block, Document, Shown, Strong, Text
from sigmaprime.document.quiet import is_quiet
from sigmaprime.document.spoken import spoken_text
from sigmaprime.document.steps import route_ends, steps_of
from sigmaprime.kernel.proof import Chain, Derivation, Rewrite
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.notation.line import language
from sigmaprime.verdict import Route, Written
from sigmaprime.words import ENGLISH, Language
from sigmaprime.write import latex
from sigmaprime.write.text import text as plain
from sigmaprime.write.writer import Writer

Json: TypeAlias = dict[str, Any]
SCHEMA: Final = 1
COMPONENTS: Final = frozenset(("partial", "hessian"))


def derive_json(start: Term, end: Term | None, routes: tuple[Route, ...], spoken: Language = ENGLISH) -> Json:
    """What `derive --to json` prints; every route has been checked."""
    if routes[0].name in COMPONENTS:
        ends = tuple(route_ends(route) for route in routes)
        start, end = (App("list", parts) for parts in zip(*((s, e or s) for s, e in ends), strict=True))
    return {
        "schema": SCHEMA,
        "start": language(start),
        "end": None if end is None else language(end),
        "checked": True,
        "routes": [_route(route, spoken) for route in routes],
        **_left_out(routes),
    }


def _route(route: Route, spoken: Language) -> Json:
    """The steps; each component of a gradient also says where it starts and ends."""
    steps = _route_steps(route, spoken)
    if route.name not in COMPONENTS:
        return {"name": route.name, "steps": steps}
    start, end = route_ends(route)
    return {"name": route.name, "start": language(start), "end": language(end or start), "steps": steps}


def _left_out(routes: tuple[Route, ...]) -> Json:
    """The routes that were asked for and not finished in time, if there are any."""
    found = [{"name": one.name, "seconds": round(one.seconds, 2)} for route in routes for one in route.left_out]
    return {"left_out": found} if found else {}


def _route_steps(route: Route, spoken: Language) -> list[Json]:
    return [_written(line, spoken) for line in route.column] or steps_json(route.fact.proof, spoken)


def _written(line: Written, spoken: Language) -> Json:
    given = line.fact.proof.claim.given
    return {
        **_texts(line.before, "=", line.after),
        "rule": line.rules[0],
        "reason": plain(spoken_text(written_reason(line), spoken)),
        "conditions": [language(condition) for condition in given],
        "substeps": [_written(part, spoken) for part in line.aside],
    }


def _texts(left: Term, relation: str, right: Term) -> Json:
    return {
        "before": language(left),
        "after": language(right),
        "relation": relation,
        "latex": f"{latex.inline(left)} {latex.relation(relation)} {latex.inline(right)}",
        "text": f"{language(left)} {relation} {language(right)}",
    }


def steps_json(proof: Derivation, spoken: Language = ENGLISH) -> list[Json]:
    """The lines of a derivation; what explains a line stands in its `substeps`."""
    return [_step(link, spoken) for link in steps_of(proof)]


def _step(link: Link, spoken: Language) -> Json:
    left, relation, right, proof = link.left, link.relation, link.right, link.proofs[0]
    core = core_of(proof)
    inner = steps_json(core, spoken) if isinstance(core.by, Chain) else _local(proof, spoken)
    return {
        **_texts(left, relation, right),
        "rule": rule_of(proof) or type(core.by).__name__.lower(),
        "reason": plain(spoken_text(link.words or reason(proof), spoken)),
        "conditions": [language_of(part) for part in grounds(proof) if not isinstance(core.by, Chain)],
        "substeps": inner,
    }


def _local(proof: Derivation, spoken: Language) -> list[Json]:
    """The equation that a rewriting step applies to a part of its line, if it is not the whole line."""
    match proof.by, proof.parts:
        case Rewrite((_, *_)), (part,):
            return steps_json(part, spoken)
    return []


def language_of(proof: Derivation) -> str:
    """A claim with what it supposes, in the language."""
    return plain(spoken_text(said(proof.claim), ENGLISH)) if not is_quiet(proof.claim) else language(proof.claim.says)


def inline(term: Term) -> str:
    return json.dumps(language(term), ensure_ascii=False)


def text(pieces: Text) -> str:
    return json.dumps(_pieces(pieces), ensure_ascii=False)


def blocks(parts: tuple[Block, ...]) -> str:
    return json.dumps([_value(part) for part in parts], ensure_ascii=False, indent=1)


def page(document: Document) -> str:
    content = {"schema": SCHEMA, "title": _pieces(document.title), "blocks": [_value(part) for part in document.blocks]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _pieces(pieces: Text) -> list[Json]:
    return [_value(piece) for piece in pieces]


def _value(value: Any) -> Any:
    match value:
        case Num() | Var() | App():
            return {"formula": language(value), "latex": latex.inline(value)}
        case Shown(shown):
            return {"number": shown}
        case Strong(words):
            return {"strong": words}
        case tuple():
            return [_value(part) for part in value]
    if is_dataclass(value):
        content = {field.name: _value(getattr(value, field.name)) for field in fields(value)}
        return {"block": type(value).__name__.lower(), **content}
    return value


WRITER: Final = Writer("json", ".json", inline, text, blocks, page)
