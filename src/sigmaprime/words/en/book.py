"""The words of a book around its pages."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

BOOK: Final = MappingProxyType({
    "book.skip": "Skip to the text",
    "book.contents": "Contents",
    "book.references": "References",
    "book.cited in": "Cited in",
    "book.cited from page": "page",
    "book.figure": "Figure {number}.",
    "book.table": "Table {number}.",
    "book.graph": "The graph of {f}.",
    "book.graphs": "The graphs of {f}.",
    "book.graph with": "The graph of {f} for {values}.",
    "book.graphs with": "The graphs of {f} for {values}.",
    "book.digits": "Rounded to {n} digits; every value is proved.",
    "book.decimals": "Rounded to {n} decimals; every value is proved.",
    "book.digits with": "For {values}. Rounded to {n} digits; every value is proved.",
    "book.decimals with": "For {values}. Rounded to {n} decimals; every value is proved.",
    "book.search": "Search",
    "book.nothing found": "Nothing was found.",
    "book.on this page": "On this page",
    "book.chapters": "Chapters",
    "book.pages": "Pages",
    "book.sealed":
        "Every sealed statement of this book was proved or refuted when the book was built, and checked step by step.",
    "book.long proof": "The proof is long; the edition for the screen unfolds it.",
    "book.proved": "Proved",
    "book.refuted": "Refuted",
    "book.undecided": "Undecided",
})  # fmt: skip
