"""The laws of limits. Where a law has a form for every place, the place is not named: the page has said it before."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

SIDES: Final = ("from above", "from below")
PLACES: Final = ("near a point", *SIDES, "far to the right", "far to the left")
NEAR: Final = (*PLACES, "close to a point")
_ONE_SIDE: Final = (("above", "von rechts", "rechtsseitig"), ("below", "von links", "linksseitig"))

_LAWS: Final = {
    **dict.fromkeys(
        ("limit of a constant", *(f"limit of a constant, {place}" for place in PLACES[1:])),
        "Grenzwert einer Konstanten",
    ),
    **dict.fromkeys(
        ("limit of the variable", *(f"limit of the variable, {side}" for side in SIDES)), "Grenzwert der Variablen",
    ),
    "the variable grows": "die Variable wächst unbeschränkt",
    "the variable falls": "die Variable fällt unbeschränkt",
    "limit of a negative": "Grenzwert des Negativen",
    "limit of a sum": "Grenzwert einer Summe",
    "limit of a difference": "Grenzwert einer Differenz",
    "limit of a product": "Grenzwert eines Produkts",
    "limit of a quotient": "Grenzwert eines Quotienten",
    "limit of a power": "Grenzwert einer Potenz",
    "limit of an exponential": "die Exponentialfunktion ist stetig",
    "limit of a logarithm": "der Logarithmus ist stetig",
    "limit of an absolute value": "der Betrag ist stetig",
    "limit under {f}": "{f} ist stetig",
    **dict.fromkeys((f"limit of an equal, {place}" for place in NEAR), "Termumformung"),
    **{f"continuous, {side}": "Stetigkeit" for side in SIDES},
    **dict.fromkeys(("squeeze", *(f"squeeze, {place}" for place in NEAR)), "Einschließungssatz"),
    "l'Hopital's rule": "Regel von de l’Hospital",
    "l'Hopital's rule, over what grows": "Regel von de l’Hospital",
    "l'Hopital's rule, over what falls": "Regel von de l’Hospital",
    **{f"l'Hopital's rule, {a}/{b}": "Regel von de l’Hospital" for a in ("oo", "-oo") for b in ("oo", "-oo")},
    "a logarithm grows more slowly": "ein Logarithmus wächst langsamer",
    "parts of a quotient": "Teile eines Quotienten",
    "limit seen from the other side": "Spiegelung des Arguments",
    "limit from above, seen far out": "Kehrwert des Arguments",
    "limit from below, seen far out": "Kehrwert des Arguments",
    "value of a limit": "Wert des Grenzwerts",
    "two-sided limit": "rechts- und linksseitiger Grenzwert stimmen überein",
    "limit along the domain": "Grenzwert im Definitionsbereich",
}  # fmt: skip

_GROWTH: Final = {
    "negative of what grows": "minus etwas, das unbeschränkt wächst",
    "negative of what falls": "minus etwas, das unbeschränkt fällt",
    "sum of what grows": "Summe zweier unbeschränkt wachsender Terme",
    "sum of what falls": "Summe zweier unbeschränkt fallender Terme",
    "number plus what grows": "eine Zahl plus etwas, das unbeschränkt wächst",
    "number plus what falls": "eine Zahl plus etwas, das unbeschränkt fällt",
    "what grows plus a number": "etwas, das unbeschränkt wächst, plus eine Zahl",
    "what falls plus a number": "etwas, das unbeschränkt fällt, plus eine Zahl",
    "what grows minus a number": "etwas, das unbeschränkt wächst, minus eine Zahl",
    "what falls minus a number": "etwas, das unbeschränkt fällt, minus eine Zahl",
    "number minus what grows": "eine Zahl minus etwas, das unbeschränkt wächst",
    "number minus what falls": "eine Zahl minus etwas, das unbeschränkt fällt",
    "product of what grows": "Produkt zweier unbeschränkt wachsender Terme",
    "product of what falls": "Produkt zweier unbeschränkt fallender Terme",
    "what grows times what falls": "Produkt eines unbeschränkt wachsenden und eines unbeschränkt fallenden Terms",
    "what falls times what grows": "Produkt eines unbeschränkt fallenden und eines unbeschränkt wachsenden Terms",
    "positive times what grows": "Positives mal etwas, das unbeschränkt wächst",
    "positive times what falls": "Positives mal etwas, das unbeschränkt fällt",
    "negative times what grows": "Negatives mal etwas, das unbeschränkt wächst",
    "negative times what falls": "Negatives mal etwas, das unbeschränkt fällt",
    "what grows times a positive": "etwas, das unbeschränkt wächst, mal Positives",
    "what falls times a positive": "etwas, das unbeschränkt fällt, mal Positives",
    "what grows times a negative": "etwas, das unbeschränkt wächst, mal Negatives",
    "what falls times a negative": "etwas, das unbeschränkt fällt, mal Negatives",
    "what grows over a positive": "etwas, das unbeschränkt wächst, durch Positives",
    "what falls over a positive": "etwas, das unbeschränkt fällt, durch Positives",
    "what grows over a negative": "etwas, das unbeschränkt wächst, durch Negatives",
    "what falls over a negative": "etwas, das unbeschränkt fällt, durch Negatives",
    "number over what grows": "eine Zahl durch etwas, das unbeschränkt wächst",
    "number over what falls": "eine Zahl durch etwas, das unbeschränkt fällt",
    "power of what grows": "Potenz eines unbeschränkt wachsenden Terms",
    "even power of what falls": "gerade Potenz eines unbeschränkt fallenden Terms",
    "odd power of what falls": "ungerade Potenz eines unbeschränkt fallenden Terms",
    "exponential of what grows": "der Exponent wächst unbeschränkt",
    "exponential of what falls": "der Exponent fällt unbeschränkt",
    "logarithm of what grows": "Logarithmus eines unbeschränkt wachsenden Terms",
    "square root of what grows": "Wurzel eines unbeschränkt wachsenden Terms",
    "cube root of what grows": "Kubikwurzel eines unbeschränkt wachsenden Terms",
    "cube root of what falls": "Kubikwurzel eines unbeschränkt fallenden Terms",
    "absolute value of what grows": "Betrag eines unbeschränkt wachsenden Terms",
    "absolute value of what falls": "Betrag eines unbeschränkt fallenden Terms",
    "arctangent of what grows": "Arkustangens eines unbeschränkt wachsenden Terms",
    "arctangent of what falls": "Arkustangens eines unbeschränkt fallenden Terms",
    "{f} of what grows": "{f} eines unbeschränkt wachsenden Terms",
    "{f} of what falls": "{f} eines unbeschränkt fallenden Terms",
    **dict.fromkeys(
        ("logarithm of a positive that tends to 0",
         *(f"logarithm of a positive that tends to 0, {place}" for place in NEAR)),
        "Logarithmus eines positiven Terms, der gegen 0 geht",
    ),
    **dict.fromkeys(
        (f"bounded times what tends to 0, {place}" for place in NEAR), "Beschränktes mal etwas, das gegen 0 geht",
    ),
    **dict.fromkeys(
        (f"square root of what tends to 0, {place}" for place in NEAR), "die Wurzel ist stetig",
    ),
    **{
        f"{above} over a {below} that tends to 0, {place}": f"{oben} durch {unten}, das gegen 0 geht"
        for above, oben in (("positive", "Positives"), ("negative", "Negatives"))
        for below, unten in (("positive", "Positives"), ("negative", "Negatives"))
        for place in NEAR
    },
}  # fmt: skip

_STANDARD: Final = {
    **dict.fromkeys(
        (f"standard limit {formula}" for formula in (
            "sin(x)/x", "tan(x)/x", "(1 - cos(x))/x^2", "(1 - cos(x))/x", "asin(x)/x", "atan(x)/x", "sinh(x)/x",
            "tanh(x)/x", "(exp(x) - 1)/x", "(a^x - 1)/x", "ln(1 + x)/x", "((1 + x)^a - 1)/x", "(1 + x)^(1/x)",
            "(1 + 1/x)^x", "(1 + 1/x)^x at -oo",
        )),
        "bekannter Grenzwert",
    ),
    **dict.fromkeys(
        ("powers grow more slowly than exp", "exp grows faster than powers", "x grows more slowly than exp",
         "exp grows faster than x"),
        "die Exponentialfunktion wächst schneller als jede Potenz",
    ),
    **dict.fromkeys(
        ("ln grows more slowly than powers", "ln grows more slowly than x"),
        "der Logarithmus wächst langsamer als jede Potenz",
    ),
    **dict.fromkeys(("powers outweigh ln at 0", "x outweighs ln at 0"), "eine Potenz überwiegt den Logarithmus"),
    "limit of a real power": "Grenzwert einer Potenz",
    "real power of what grows": "positive Potenz eines unbeschränkt wachsenden Terms",
    "negative power of what grows": "negative Potenz eines unbeschränkt wachsenden Terms",
    **dict.fromkeys(
        (f"power of a number {size} 1 that grows" for size in ("above", "below")), "der Exponent wächst unbeschränkt",
    ),
    **dict.fromkeys(
        (f"power of a number {size} 1 that falls" for size in ("above", "below")), "der Exponent fällt unbeschränkt",
    ),
    **dict.fromkeys(
        (f"substitution of what tends to a point{way}, {place}"
         for way in ("", " from above", " from below") for place in NEAR),
        "Substitution",
    ),
    "substitution of what grows": "Substitution",
    "substitution of what falls": "Substitution",
    **dict.fromkeys((f"limit with {t}" for t in ("-t", "1/t", "p + t", "p + 1/t", "p - 1/t")), "Substitution"),
}  # fmt: skip

_DENIALS: Final = {
    "not the limit from above": "der rechtsseitige Grenzwert ist ein anderer",
    "not the limit from below": "der linksseitige Grenzwert ist ein anderer",
    "another limit": "der Grenzwert ist ein anderer",
    "unbounded, so no limit": "nach oben unbeschränkt, also kein endlicher Grenzwert",
    "unbounded below, so no limit": "nach unten unbeschränkt, also kein endlicher Grenzwert",
    "finite limit, so not infinite": "endlicher Grenzwert, also nicht unendlich",
    "finite limit, so not minus infinite": "endlicher Grenzwert, also nicht minus unendlich",
    "grows, so does not fall": "wächst unbeschränkt, fällt also nicht unbeschränkt",
    "falls, so does not grow": "fällt unbeschränkt, wächst also nicht unbeschränkt",
    "no limit, so not that one": "kein Grenzwert, also auch nicht dieser",
    "no limit, so it does not tend": "kein Grenzwert, also auch nicht dieser",
    "it has a limit": "es gibt einen Grenzwert",
    "different limits from above and from below": "rechts- und linksseitiger Grenzwert sind verschieden",
    "no limit, plus a number": "etwas ohne Grenzwert plus etwas mit einem Grenzwert",
    "a number plus no limit": "etwas mit einem Grenzwert plus etwas ohne Grenzwert",
    "no limit, times a number": "etwas ohne Grenzwert mal etwas mit einem Grenzwert ungleich 0",
    "a number times no limit": "etwas mit einem Grenzwert ungleich 0 mal etwas ohne Grenzwert",
    **dict.fromkeys((f"oscillation, {place}" for place in PLACES[1:]), "die Funktion schwankt immer weiter"),
    **dict.fromkeys(
        (f"oscillation that grows, {place}" for place in PLACES[1:]), "die Funktion schwankt immer stärker",
    ),
}  # fmt: skip

_ORDER: Final = {
    **dict.fromkeys((f"order by a bound, {place}" for place in NEAR), "Größenordnung durch eine Schranke"),
    "order by a limit": "Größenordnung durch einen Grenzwert",
    "a quotient that grows": "der Quotient wächst unbeschränkt",
    "a quotient that falls": "der Quotient fällt unbeschränkt",
    "finite limits from both sides": "beide einseitigen Grenzwerte sind endlich",
    "not defined near": "in der Nähe nicht definiert",
    "bounded, so no vertical asymptote": "beschränkt, also keine senkrechte Asymptote",
    "asymptote": "die Differenz geht gegen 0",
    "not an asymptote": "die Differenz geht nicht gegen 0",
}  # fmt: skip

_FROM_ONE_SIDE: Final = {
    name: words
    for side, von, seitig in _ONE_SIDE
    for name, words in (
        (f"limit from {side}, where the domain ends", f"{seitig}er Grenzwert am Rand des Definitionsbereichs"),
        (f"another limit from {side}", f"der {seitig}e Grenzwert ist ein anderer"),
        (f"no limit from {side}, so none", f"kein {seitig}er Grenzwert, also gar keiner"),
        (f"order from {side}, where the domain ends", f"{seitig}e Größenordnung am Rand des Definitionsbereichs"),
        (f"a quotient that grows from {side}", f"der Quotient wächst {von} unbeschränkt"),
        (f"a quotient that falls from {side}", f"der Quotient fällt {von} unbeschränkt"),
        (f"it grows from {side}", f"unbeschränktes Wachsen {von}"),
        (f"it falls from {side}", f"unbeschränktes Fallen {von}"),
        (f"finite from {side}, where the domain ends", f"{von} endlich am Rand des Definitionsbereichs"),
    )
}  # fmt: skip

_OF_MONOTONIC: Final = {
    "above where it comes from": "größer als der Grenzwert am linken Ende",
    "not below where it comes from": "nicht kleiner als der Grenzwert am linken Ende",
    "above where it goes": "größer als der Grenzwert am rechten Ende",
    "not below where it goes": "nicht kleiner als der Grenzwert am rechten Ende",
    "below where it comes from": "kleiner als der Grenzwert am linken Ende",
    "not above where it comes from": "nicht größer als der Grenzwert am linken Ende",
    "below where it goes": "kleiner als der Grenzwert am rechten Ende",
    "not above where it goes": "nicht größer als der Grenzwert am rechten Ende",
}  # fmt: skip

LIMITS: Final = MappingProxyType(
    {**_LAWS, **_GROWTH, **_STANDARD, **_DENIALS, **_ORDER, **_FROM_ONE_SIDE, **_OF_MONOTONIC}
)
