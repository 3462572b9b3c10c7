"""A page in a language: ids of the catalogue become words, claims become sentences, numbers get the signs of a country.

Writers only meet pages that have been spoken: text, terms that are formulas, and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Final, assert_never

from sigmaprime.document.page import (
    Block,
    Cell,
    Details,
    Display,
    Document,
    Heading,
    Line,
    Note,
    Paragraph,
    Piece,
    Plot,
    Say,
    Shown,
    Strip,
    Strong,
    Table,
    Text,
    Variations,
)  # fmt: skip
from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.notation.country import of_country
from sigmaprime.notation.line import links
from sigmaprime.notation.phrase import phrase
from sigmaprime.words import ENGLISH, Language, Mark, Slot, template, wording

_NAMES: Final = re.compile(r"\w+")
_SIGNS: Final = frozenset(("abs", "sqrt", "cbrt"))  # functions that are written by a sign, and have no name


def spoken(document: Document, language: Language) -> Document:
    """The page in that language."""
    blocks = spoken_blocks(document.blocks, language)
    return Document(spoken_text(document.title, language), blocks, language.code)


def spoken_blocks(blocks: Iterable[Block], language: Language) -> tuple[Block, ...]:
    return tuple(_block(block, language) for block in blocks)


def spoken_lines(lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
    return tuple(_line(line, language) for line in lines)


def spoken_text(pieces: Text, language: Language) -> Text:
    """The pieces in words; neighbouring words become one piece."""
    done: list[Piece] = []
    for piece in pieces:
        for part in _words(piece, language):
            if isinstance(part, str) and done and isinstance(last := done[-1], str):
                done[-1] = last + part
            elif part != "":
                done.append(part)
    return tuple(done)


def _words(piece: Piece, language: Language) -> Text:
    match piece:
        case str() | Strong():
            return (piece,)
        case Shown(text):
            return (Shown(text.replace(".", language.decimal)),)
        case Say(name, parts):
            return _filled(name, dict(parts), language)
    return _claim(piece, language)


def _claim(term: Term, language: Language) -> Text:
    """A claim as a sentence; a formula stays one."""
    match term:
        case App("and", (first, rest)) if links(term) is None:
            return spoken_text((first, *_filled("claim.and", {}, language), rest), language)
        case App("domain", (function,)):
            return _filled("claim.domain", {"f": (App("subject", (function,)),)}, language)
        case App("=", (App("domain", (function,)), region)):
            return _filled("claim.domain_is", {"f": (App("subject", (function,)),), "value": (region,)}, language)
        case App("inside" | "outside" as head, (value, region)):
            return _filled(f"claim.{head}", {"value": (value,), "region": (region,)}, language)
        case App("in", (value, App("domain", (function,)))):
            return _filled("claim.in_domain", {"f": (App("subject", (function,)),), "value": (value,)}, language)
    said = phrase(term, language)
    return (of_country(term, language),) if said is None else spoken_text(said, language)


def _filled(name: str, parts: dict[str, Text], language: Language) -> Text:
    """The words for an id with its slots filled; an id without words is said as it is."""
    done: list[Piece] = []
    strong = False
    words = wording(language, name)
    if words is None:
        words, family = _of_a_family(name, language)
        parts = {**parts, **family}
    for part in template(words):
        match part:
            case Mark():
                strong = not strong
            case Slot(slot, first):
                done += _begun(spoken_text(parts[slot], language), first)
            case str():
                done.append(Strong(part) if strong else part)
    return tuple(done)


def _of_a_family(name: str, language: Language) -> tuple[str, dict[str, Text]]:
    """The words for a rule that many functions have, `derivative of {f}`; a rule without words goes by its name."""
    rule = name.partition(".")[2].removesuffix(", backwards") or name
    own = language.words.get(f"reason.{rule}")
    if own is not None and language.code != ENGLISH.code:
        return own, {}
    for f in sorted(FUNCTIONS.keys() & set(_NAMES.findall(rule)), key=len, reverse=True):
        family = re.sub(rf"\b{f}\b", "{f}", rule)
        words = language.words.get(f"reason.{family}")
        if words is not None:
            return words, {"f": (App(f, (Var("u"),)) if f in _SIGNS else App("name", (Var(f),)),)}
    return rule, {}


def _begun(words: Text, first: str) -> Text:
    """The words with their first letter small or large, unless they begin with a formula."""
    match words, first:
        case (str() as start, *rest), "lower":
            return start[:1].lower() + start[1:], *rest
        case (str() as start, *rest), "upper":
            return start[:1].upper() + start[1:], *rest
    return words


def _sentence(pieces: Text, language: Language) -> Text:
    """What stands as a paragraph begins with a capital."""
    return _begun(spoken_text(pieces, language), "upper")


def _block(block: Block, language: Language) -> Block:
    match block:
        case Heading(text, level):
            return Heading(_sentence(text, language), level)
        case Paragraph(text):
            return Paragraph(_sentence(text, language))
        case Note(text):
            return Note(_sentence(text, language), wording(language, "note") or "")
        case Display(lines):
            return Display(spoken_lines(lines, language))
        case Details(summary, blocks, opened, aside):
            return Details(spoken_text(summary, language), spoken_blocks(blocks, language), opened, aside)
        case Table(header, rows):
            said = tuple(tuple(spoken_text(cell, language) for cell in row) for row in (header, *rows))
            return Table(said[0], said[1:])
        case Plot(svg, caption):
            return Plot(svg, spoken_text(caption, language))
        case Variations(variable, places, strips, caption):
            return Variations(
                spoken_text(variable, language), tuple(spoken_text(place, language) for place in places),
                tuple(_strip(strip, language) for strip in strips), spoken_text(caption, language),
            )  # fmt: skip
    assert_never(block)


def _strip(strip: Strip, language: Language) -> Strip:
    cells = tuple(
        Cell(cell.sign, spoken_text(cell.left, language), spoken_text(cell.right, language), cell.up)
        for cell in strip.cells
    )
    return Strip(spoken_text(strip.label, language), cells, strip.tall)


def _reasons(pieces: Text, language: Language) -> Text:
    """The reasons beside a line, each once: rules that differ may have the same words."""
    said: list[Text] = []
    for is_comma, reason in groupby(pieces, lambda piece: piece == ", "):
        if not is_comma and (words := spoken_text(tuple(reason), language)) not in said:
            said.append(words)
    return spoken_text(tuple(piece for words in said for piece in (", ", *words))[1:], language)


def _line(line: Line, language: Language) -> Line:
    return replace(
        line,
        left=None if line.left is None else of_country(line.left, language),
        right=of_country(line.right, language),
        reason=_reasons(line.reason, language),
        conditions=tuple(spoken_text(condition, language) for condition in line.conditions),
        details=spoken_blocks(line.details, language),
    )
