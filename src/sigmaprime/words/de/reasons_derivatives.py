"""The rules of differentiation and of integration, and what joins two functions into one."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_DERIVATIVES: Final = {
    "constant rule": "Ableitung einer Konstanten",
    "identity rule": "Ableitung der Variablen",
    "negative rule": "Faktorregel",
    "sum rule": "Summenregel",
    "difference rule": "Differenzregel",
    "constant factor rule": "Faktorregel",
    "constant factor rule, factor last": "Faktorregel",
    "constant divisor rule": "Faktorregel",
    "product rule": "Produktregel",
    "quotient rule": "Quotientenregel",
    "reciprocal rule": "Kehrwertregel",
    "reciprocal rule, constant numerator": "Kehrwertregel",
    "square rule": "Potenzregel",
    "power rule": "Potenzregel",
    "negative power rule": "Potenzregel",
    "general power rule": "allgemeine Potenzregel",
    "derivative of the logarithm of an absolute value": "Ableitung des Logarithmus eines Betrags",
    "power rule, variable exponent": "Potenzregel mit veränderlichem Exponenten",
    "logarithmic differentiation": "logarithmisches Ableiten",
    "chain rule": "Kettenregel",
    "inverse function rule": "Umkehrregel",
    "derivative of {f}": "Ableitung von {f}",
}  # fmt: skip

_INTEGRALS: Final = {
    "fundamental theorem of calculus": "Hauptsatz der Differential- und Integralrechnung",
    "antiderivative": "Ableiten der Stammfunktion",
    "antiderivative up to the ends": "Ableiten der Stammfunktion, stetig bis in die Randpunkte",
    "not an antiderivative": "die Ableitung ist eine andere Funktion",
    "undefined, so not an antiderivative": "dort nicht definiert, also keine Stammfunktion",
    "integral between two limits": "uneigentliches Integral mit zwei Grenzwerten",
    "integral from a limit on": "uneigentliches Integral mit zwei Grenzwerten",
    "integral from right to left": "Vertauschen der Grenzen",
    "integral in two parts": "Zerlegen des Integrals",
    "integral of an equal": "gleiche Integranden",
    "integral of an equal, far to the right": "gleiche Integranden",
    "integral of an equal, far to the left": "gleiche Integranden",
    "integral over the line": "uneigentliches Integral über alle reellen Zahlen",
    "integral over the line in two parts": "Zerlegen des Integrals",
    "integral over a half-line": "uneigentliches Integral",
    "integral over a half-line to the left": "uneigentliches Integral",
    "a first part diverges": "schon ein erster Teil divergiert",
    "a last part diverges": "schon ein letzter Teil divergiert",
    "a part at the start diverges": "schon ein Teil am Anfang divergiert",
    "the part to the right diverges": "schon der rechte Teil divergiert",
    "the part to the left diverges": "schon der linke Teil divergiert",
    "the right half diverges": "schon die rechte Hälfte divergiert",
    "the left half diverges": "schon die linke Hälfte divergiert",
    **{
        f"the antiderivative {grows} {there}": f"die Stammfunktion {waechst} {dort}"
        for grows, waechst in (
            ("grows", "wächst unbeschränkt"), ("falls", "fällt unbeschränkt"), ("has no limit", "hat keinen Grenzwert"),
        )
        for there, dort in (
            ("far to the right", "im Unendlichen"), ("far to the left", "im negativ Unendlichen"),
            ("at its lower end", "an der unteren Grenze"), ("at its upper end", "an der oberen Grenze"),
        )
    },
}  # fmt: skip

_JOINS: Final = {
    "another value than the limit from above": "der Wert ist nicht der rechtsseitige Grenzwert",
    "another value than the limit from below": "der Wert ist nicht der linksseitige Grenzwert",
    "two differentiable functions side by side": "zwei differenzierbare Funktionen nebeneinander",
    "differentiable on both sides of a place": "differenzierbar auf beiden Seiten einer Stelle",
    "two continuous functions side by side": "zwei stetige Funktionen nebeneinander",
    "continuous on both sides of a point": "stetig auf beiden Seiten einer Stelle",
    "derivative where two functions meet": "beide Funktionen haben an der Nahtstelle dieselbe Ableitung",
    "no derivative at an inner point": "an einer inneren Stelle gibt es keine Ableitung",
    "two functions meet at an angle": "an der Nahtstelle ist die Ableitung von links eine andere als die von rechts",
    "not differentiable, so not smooth": "nicht differenzierbar, also nicht beliebig oft differenzierbar",
    "not continuous, so not differentiable": "nicht stetig, also nicht differenzierbar",
    **{
        f"a jump of the {derivative}": f"die {ableitung} springt"
        for derivative, ableitung in (
            ("derivative", "Ableitung"), ("derivative, so not smooth", "Ableitung"),
            ("second derivative", "zweite Ableitung"), ("third derivative", "dritte Ableitung"),
        )
    },
    **{
        f"the {derivative} {grows} from {side}": f"die {ableitung} {waechst} {von} unbeschränkt"
        for derivative, ableitung in (
            ("derivative", "Ableitung"), ("derivative, so not smooth", "Ableitung"),
            ("second derivative", "zweite Ableitung"), ("third derivative", "dritte Ableitung"),
        )
        for grows, waechst in (("grows", "wächst"), ("falls", "fällt"))
        for side, von in (("above", "von rechts"), ("below", "von links"))
    },
}  # fmt: skip

_SMOOTHNESS: Final = {
    "constants are smooth": "Konstanten sind beliebig oft differenzierbar",
    "the variable is smooth": "die Variable ist beliebig oft differenzierbar",
    "negative of a smooth function": "Negatives einer beliebig oft differenzierbaren Funktion",
    "sum of smooth functions": "Summe beliebig oft differenzierbarer Funktionen",
    "difference of smooth functions": "Differenz beliebig oft differenzierbarer Funktionen",
    "product of smooth functions": "Produkt beliebig oft differenzierbarer Funktionen",
    "quotient of smooth functions": "Quotient beliebig oft differenzierbarer Funktionen",
    "power of a smooth function": "Potenz einer beliebig oft differenzierbaren Funktion",
    "negative power of a smooth function": "negative Potenz einer beliebig oft differenzierbaren Funktion",
    "derivative of a smooth function": "Ableitung einer beliebig oft differenzierbaren Funktion",
    "smooth, so differentiable": "beliebig oft differenzierbar, also differenzierbar",
    "differentiable, so continuous": "differenzierbar, also stetig",
    "differentiable, so defined": "differenzierbar, also definiert",
    "continuous constant": "Konstanten sind stetig",
    "continuous variable": "die Variable ist stetig",
    "continuous negative": "Negatives einer stetigen Funktion",
    "continuous sum": "Summe stetiger Funktionen",
    "continuous difference": "Differenz stetiger Funktionen",
    "continuous product": "Produkt stetiger Funktionen",
    "continuous quotient": "Quotient stetiger Funktionen",
    "continuous power": "Potenz einer stetigen Funktion",
    "smooth on a part": "beliebig oft differenzierbar auf einer größeren Menge",
    "undefined, so not continuous": "dort nicht definiert, also nicht stetig",
    "undefined, so not differentiable": "dort nicht definiert, also nicht differenzierbar",
    "undefined, so not smooth": "dort nicht definiert, also nicht beliebig oft differenzierbar",
    "{f} is continuous": "{f} ist stetig",
    "{f} is smooth": "{f} ist beliebig oft differenzierbar",
}  # fmt: skip

DERIVATIVES: Final = MappingProxyType({**_DERIVATIVES, **_INTEGRALS, **_JOINS, **_SMOOTHNESS})
