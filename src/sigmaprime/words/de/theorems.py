"""How a textbook says a theorem, in one sentence."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# Theorems that several rules share.
_BETWEEN = (
    "Eine auf einem Intervall stetige Funktion nimmt jeden Wert an, der zwischen zwei Werten liegt, "
    "die sie annimmt oder denen sie beliebig nahe kommt."
)
_COMBINED = (
    "Summen, Produkte, Quotienten und Verkettungen beliebig oft differenzierbarer Funktionen "
    "sind beliebig oft differenzierbar."
)

_THEOREMS: Final = {
    "positive slope":
        "Eine auf einem Intervall stetige Funktion, deren Ableitung in seinem Inneren positiv ist, "
        "ist dort streng monoton wachsend.",
    "negative slope":
        "Eine auf einem Intervall stetige Funktion, deren Ableitung in seinem Inneren negativ ist, "
        "ist dort streng monoton fallend.",
    "nonnegative slope":
        "Eine auf einem Intervall stetige Funktion, deren Ableitung nirgends negativ ist, ist dort monoton wachsend.",
    "nonpositive slope":
        "Eine auf einem Intervall stetige Funktion, deren Ableitung nirgends positiv ist, ist dort monoton fallend.",
    "slope zero":
        "Eine auf einem Intervall stetige Funktion, deren Ableitung in seinem Inneren 0 ist, ist dort konstant.",
    "slope bounded":
        "Nach dem Mittelwertsatz ist eine Schranke für den Betrag der Ableitung eine Lipschitz-Konstante.",
    "positive curvature":
        "Eine Funktion, deren zweite Ableitung im Inneren eines Intervalls positiv ist, ist dort streng konvex.",
    "negative curvature":
        "Eine Funktion, deren zweite Ableitung im Inneren eines Intervalls negativ ist, ist dort streng konkav.",
    "squeeze": "Was zwischen zwei Funktionen mit demselben Grenzwert liegt, hat diesen Grenzwert.",
    "squeeze, far to the right":
        "Was für alle genügend großen Argumente zwischen zwei Funktionen mit demselben Grenzwert liegt, "
        "hat diesen Grenzwert.",
    "squeeze, far to the left":
        "Was für alle genügend kleinen Argumente zwischen zwei Funktionen mit demselben Grenzwert liegt, "
        "hat diesen Grenzwert.",
    "inverse function rule": "Die Ableitung der Umkehrfunktion ist der Kehrwert der Ableitung der Funktion.",
    "logarithmic differentiation":
        "Die Ableitung einer positiven Funktion ist die Funktion mal die Ableitung ihres Logarithmus.",
    **dict.fromkeys((
        "open range", "range with its least value", "range with its greatest value", "closed range",
        "range open and unbounded above", "range closed and unbounded above", "range open and unbounded below",
        "range closed and unbounded below", "range is everything",
    ), _BETWEEN),
    **dict.fromkeys((
        "sum of smooth functions", "difference of smooth functions", "product of smooth functions",
        "quotient of smooth functions", "power of a smooth function", "negative of a smooth function",
    ), _COMBINED),
    "derivative of a smooth function":
        "Die Ableitung einer beliebig oft differenzierbaren Funktion ist beliebig oft differenzierbar.",
}  # fmt: skip

THEOREMS: Final = MappingProxyType({f"theorem.{rule}": sentence for rule, sentence in _THEOREMS.items()})
