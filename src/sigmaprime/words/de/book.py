"""The words of a book around its pages, in German."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

BOOK: Final = MappingProxyType({
    "book.skip": "Zum Text",
    "book.contents": "Inhalt",
    "book.references": "Literatur",
    "book.cited in": "Zitiert in",
    "book.cited from page": "Seite",
    "book.pages": "Seiten",
    "book.sealed":
        "Jede gesiegelte Aussage dieses Buches wurde bewiesen oder widerlegt, als das Buch gebaut wurde, "
        "und Schritt für Schritt geprüft.",
    "book.proved": "Bewiesen",
    "book.refuted": "Widerlegt",
    "book.undecided": "Unentschieden",
})  # fmt: skip
