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
    "book.pages": "Pages",
    "book.sealed":
        "Every sealed statement of this book was proved or refuted when the book was built, and checked step by step.",
    "book.proved": "Proved",
    "book.refuted": "Refuted",
    "book.undecided": "Undecided",
})  # fmt: skip
