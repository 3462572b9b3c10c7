"""Sets of numbers: intervals, unions, finitely many points."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_MANY: Final = (("two", "zwei"), ("three", "drei"), ("four", "vier"), ("five", "fünf"), ("six", "sechs"))
_NTH: Final = (
    ("first", "ersten"), ("second", "zweiten"), ("third", "dritten"), ("fourth", "vierten"), ("fifth", "fünften"),
    ("sixth", "sechsten"),
)  # fmt: skip

_AMONG: Final = {
    name: words
    for count, (many, viele) in enumerate(_MANY, 2)
    for name, words in (
        (f"in one of {many} sets", f"in einer von {viele} Mengen"),
        (f"one of {many} numbers", f"eine von {viele} Zahlen"),
        (f"outside each of {many} sets", f"außerhalb jeder von {viele} Mengen"),
        (f"none of {many} numbers", f"keine von {viele} Zahlen"),
        (f"open set: a union of {many} open sets", f"Vereinigung von {viele} offenen Mengen"),
        *((f"in the {nth} of {many} sets", f"in der {nten} von {viele} Mengen") for nth, nten in _NTH[:count]),
        *(
            (f"equal to the {nth} of {many} numbers", f"gleich der {nten} von {viele} Zahlen")
            for nth, nten in _NTH[:count]
        ),
    )
}  # fmt: skip

_INTERVALS: Final = {
    name: words
    for interval, intervall, dem, des in (
        ("an open interval", "offenes Intervall", "einem offenen Intervall", "eines offenen Intervalls"),
        ("a closed interval", "abgeschlossenes Intervall", "einem abgeschlossenen Intervall",
         "eines abgeschlossenen Intervalls"),
        ("an interval closed on the left", "links abgeschlossenes Intervall",
         "einem links abgeschlossenen Intervall", "eines links abgeschlossenen Intervalls"),
        ("an interval closed on the right", "rechts abgeschlossenes Intervall",
         "einem rechts abgeschlossenen Intervall", "eines rechts abgeschlossenen Intervalls"),
    )
    for name, words in (
        (interval, intervall),
        (f"in {interval}", f"in {dem}"),
        (f"below {interval}", f"unterhalb {des}"),
        (f"above {interval}", f"oberhalb {des}"),
    )
}  # fmt: skip

_OTHERS: Final = {
    "the only number": "die einzige Zahl",
    "equal to the only number": "gleich der einzigen Zahl",
    "a real number": "eine reelle Zahl",
    "in an open half-line": "in einem offenen, rechts unbeschränkten Intervall",
    "in a half-line": "in einem rechts unbeschränkten Intervall",
    "in an open half-line to the left": "in einem offenen, links unbeschränkten Intervall",
    "in a half-line to the left": "in einem links unbeschränkten Intervall",
    "in the domain": "dort ist sie definiert",
    "not in the domain": "dort ist sie nicht definiert",
    "natural domain": "größtmöglicher Definitionsbereich",
    "not the whole domain": "nicht der ganze Definitionsbereich",
    "the domain is that": "das ist der größtmögliche Definitionsbereich",
    "the domain is not that": "der größtmögliche Definitionsbereich ist ein anderer",
    "open set: an open interval": "ein offenes Intervall ist offen",
    "a set with a member": "eine Menge mit einem Element",
    "the only point": "die einzige Stelle",
    "the first of two": "die erste von zweien",
    "the second of two": "die zweite von zweien",
    "the first of three": "die erste von dreien",
    "the second of three": "die zweite von dreien",
    "the third of three": "die dritte von dreien",
    "not the only point": "nicht die einzige Stelle",
    "neither of two": "keine von beiden",
    "none of three": "keine von dreien",
    "none of no points": "die leere Menge hat keine Elemente",
}  # fmt: skip

SETS: Final = MappingProxyType({**_AMONG, **_INTERVALS, **_OTHERS})
