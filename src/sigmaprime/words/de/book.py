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
    "book.figure": "Abbildung {number}.",
    "book.table": "Tabelle {number}.",
    "book.graph": "Der Graph von {f}.",
    "book.graphs": "Die Graphen von {f}.",
    "book.graph with": "Der Graph von {f} für {values}.",
    "book.graphs with": "Die Graphen von {f} für {values}.",
    "book.digits": "Auf {n} Ziffern gerundet; jeder Wert ist bewiesen.",
    "book.decimals": "Auf {n} Stellen nach dem Komma gerundet; jeder Wert ist bewiesen.",
    "book.digits with": "Für {values}. Auf {n} Ziffern gerundet; jeder Wert ist bewiesen.",
    "book.decimals with": "Für {values}. Auf {n} Stellen nach dem Komma gerundet; jeder Wert ist bewiesen.",
    "book.search": "Suchen",
    "book.nothing found": "Nichts gefunden.",
    "book.on this page": "Auf dieser Seite",
    "book.chapters": "Kapitel",
    "book.pages": "Seiten",
    "book.sealed":
        "Jede gesiegelte Aussage dieses Buches wurde bewiesen oder widerlegt, als das Buch gebaut wurde, "
        "und Schritt für Schritt geprüft.",
    "book.long proof": "Der Beweis ist lang; die Ausgabe für den Bildschirm klappt ihn auf.",
    "book.proved": "Bewiesen",
    "book.refuted": "Widerlegt",
    "book.undecided": "Unentschieden",
})  # fmt: skip
