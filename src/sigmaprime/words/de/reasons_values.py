"""Values of functions: extrema, range, zeros and other points, differential equations, inverse functions."""

from __future__ import annotations

from itertools import product
from types import MappingProxyType
from typing import Final

_EXTREMA: Final = {
    "maximum": "kein Wert ist größer",
    "minimum": "kein Wert ist kleiner",
    "unique maximum": "alle anderen Werte sind kleiner",
    "unique minimum": "alle anderen Werte sind größer",
    "unique, so a maximum": "einziges Maximum, also Maximum",
    "unique, so a minimum": "einziges Minimum, also Minimum",
    "largest value": "größter Wert",
    "smallest value": "kleinster Wert",
    "supremum": "kleinste obere Schranke",
    "infimum": "größte untere Schranke",
    "supremum not attained": "das Supremum wird nicht angenommen",
    "infimum not attained": "das Infimum wird nicht angenommen",
    "unbounded above, so no maximum": "nach oben unbeschränkt, also kein Maximum",
    "unbounded below, so no minimum": "nach unten unbeschränkt, also kein Minimum",
    "a greater value": "ein größerer Wert",
    "a smaller value": "ein kleinerer Wert",
    "another value there": "dort ist der Wert ein anderer",
    "another value there, so no minimum": "dort ist der Wert ein anderer",
    "no maximum, so no unique one": "kein Maximum, also auch kein einziges",
    "no minimum, so no unique one": "kein Minimum, also auch kein einziges",
    "as great elsewhere": "anderswo ebenso groß",
    "as small elsewhere": "anderswo ebenso klein",
    "a value above the largest": "ein Wert über dem größten",
    "a value below the smallest": "ein Wert unter dem kleinsten",
    "never as large": "dieser Wert wird nicht angenommen",
    "never as small": "dieser Wert wird nicht angenommen",
    "a value above the supremum": "ein Wert über dem Supremum",
    "a value below the infimum": "ein Wert unter dem Infimum",
    "a smaller upper bound": "eine kleinere obere Schranke",
    "a greater lower bound": "eine größere untere Schranke",
    "has a maximum": "es gibt ein Maximum",
    "has a minimum": "es gibt ein Minimum",
    **{
        name: words
        for local, lokal in (("", ""), ("local ", "lokales "))
        for extremum in ("maximum", "minimum")
        for name, words in (
            (f"not in the set, so no {local}{extremum} there",
             f"nicht in der Menge, also dort kein {lokal}{extremum.capitalize()}"),
            (f"undefined, so no {local}{extremum} there",
             f"nicht definiert, also dort kein {lokal}{extremum.capitalize()}"),
        )
    },
    "local maximum": "in der Nähe ist kein Wert größer",
    "local minimum": "in der Nähe ist kein Wert kleiner",
    **{
        f"{way}, so no local {extremum}": f"streng monoton {weise}, also kein lokales {extremum.capitalize()}"
        for way, weise in (("increasing", "wachsend"), ("decreasing", "fallend"))
        for extremum in ("maximum", "minimum")
    },
    "greater on both sides, so no local maximum": "beiderseits größer, also kein lokales Maximum",
    "less on both sides, so no local minimum": "beiderseits kleiner, also kein lokales Minimum",
    "another value, so no local maximum": "dort ist der Wert ein anderer",
    "another value, so no local minimum": "dort ist der Wert ein anderer",
}  # fmt: skip

_RANGE: Final = {
    "bounded": "untere und obere Schranke",
    "bounded on two parts": "beschränkt auf zwei Teilen",
    "range of a part that has every value": "schon ein Teil nimmt jeden Wert an",
    "range in two parts": "Wertebereich aus zwei Teilen",
    "range with one value": "ein einziger Wert",
    "range with two values": "zwei Werte",
    "range with three values": "drei Werte",
    "attained": "der Wert wird angenommen",
    "approached in a part": "beliebig nahe schon auf einem Teil",
    "approached at the left end": "Grenzwert am linken Ende",
    "approached at the right end": "Grenzwert am rechten Ende",
    **dict.fromkeys((
        "open range", "range with its least value", "range with its greatest value", "closed range",
        "range open and unbounded above", "range closed and unbounded above", "range open and unbounded below",
        "range closed and unbounded below", "range is everything",
    ), "Zwischenwertsatz"),
    "unbounded above": "nach oben unbeschränkt",
    "unbounded below": "nach unten unbeschränkt",
    "a value outside": "ein Wert außerhalb",
    "a value that is missed": "ein Wert, der nicht angenommen wird",
    "undefined, so not bounded": "dort nicht definiert, also nicht beschränkt",
}  # fmt: skip

_POINTS: Final = {
    "the zero and no other: 1": "diese Nullstelle und keine andere",
    **{f"the zeros and no others: {count}": "diese Nullstellen und keine anderen" for count in range(2, 7)},
    "critical points of a differentiable function": "Nullstellen der Ableitung",
    "critical points lie inside": "kritische Stellen liegen im Inneren",
    **{
        f"critical points, with {' then '.join(kinds)}": "Nullstellen der Ableitung und Stellen ohne Ableitung"
        for count in (1, 2, 3)
        for kinds in product(("no slope", "slope 0"), repeat=count)
    },
    **{
        f"inflection points in the {nth} of {many} open parts": "Vorzeichenwechsel der Krümmung"
        for many, nths in (("two", ("first", "second")), ("three", ("first", "second", "third")))
        for nth in nths
    },
    "not a zero": "keine Nullstelle",
    "undefined at a zero": "dort nicht definiert",
    "a zero that is missing": "eine Nullstelle fehlt",
    "a zero outside the set": "eine Nullstelle liegt außerhalb",
    "a slope there, so not critical": "die Ableitung ist dort nicht 0, also keine kritische Stelle",
    "a critical point that is missing": "eine kritische Stelle fehlt",
    "curved one way, so no inflection point": "ringsum konvex, also keine Wendestelle",
    "curved the other way, so no inflection point": "ringsum konkav, also keine Wendestelle",
    **{
        name: words
        for what, stelle, stellen in (
            ("inflections", "Wendestelle", "Wendestellen"), ("zeros", "Nullstelle", "Nullstellen"),
            ("critical", "kritische Stelle", "kritischen Stellen"),
        )
        for name, words in (
            (f"a point that is missing from the {what}", f"eine {stelle} fehlt"),
            (f"a point too many among the {what}", f"eine Stelle zu viel unter den {stellen}"),
        )
    },
}  # fmt: skip

_EQUATIONS: Final = {
    "solution": "Einsetzen in die Differentialgleichung",
    "solution with its initial value": "Lösung mit diesem Anfangswert",
    "not a solution": "die Differentialgleichung ist nicht erfüllt",
    "undefined, so not a solution": "dort nicht definiert, also keine Lösung",
    "not a solution, whatever it starts from": "keine Lösung, gleich mit welchem Anfangswert",
    "another initial value": "ein anderer Anfangswert",
    "inverse functions": "Verkettung in beiden Richtungen",
    "not undone": "die Verkettung ergibt nicht das Argument",
}  # fmt: skip

VALUES: Final = MappingProxyType({**_EXTREMA, **_RANGE, **_POINTS, **_EQUATIONS})
