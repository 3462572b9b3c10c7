"""German words for the rules about whole numbers, factorials and derivatives of order n."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_NUMBERS: Final = {
    "a positive whole number": "eine positive ganze Zahl",
    "0 is a whole number": "0 ist eine ganze Zahl",
    "negative of a whole number": "Gegenzahl einer ganzen Zahl",
    "sum of whole numbers": "Summe ganzer Zahlen",
    "difference of whole numbers": "Differenz ganzer Zahlen",
    "product of whole numbers": "Produkt ganzer Zahlen",
    "whole, being equal": "gleich einer ganzen Zahl",
    "defined, being whole": "eine ganze Zahl ist eine Zahl",
    "no whole number between": "dazwischen liegt keine ganze Zahl",
    "whole power is defined": "eine Potenz mit ganzem Exponenten ist definiert",
    "whole power of what is not zero is defined": "eine ganze Potenz einer Zahl ungleich 0 ist definiert",
    "whole power that is not zero": "eine ganze Potenz einer Zahl ungleich 0",
    "base of a whole power that is not zero": "Basis einer ganzen Potenz, die nicht 0 ist",
    "power with a higher exponent": "Potenz mit höherem Exponenten",
    "negative whole exponent": "negativer ganzer Exponent",
    "power rule, whole exponent": "Potenzregel",
    "power rule, whole exponent below": "Potenzregel",
    "factorial of 0": "Fakultät von 0",
    "factorial of the next": "die nächste Fakultät",
    "factorial is defined": "die Fakultät ist definiert",
    "factorial is positive": "die Fakultät ist positiv",
    "factorial of a whole number": "Fakultät einer ganzen Zahl",
    "factorial of no negative": "Fakultät keiner negativen Zahl",
    "sine a quarter turn on": "Sinus eine Vierteldrehung weiter",
    "cosine a quarter turn on": "Kosinus eine Vierteldrehung weiter",
}
_ORDERS: Final = {
    "derivative of order 0": "Ableitung nullter Ordnung",
    "derivative of the next order": "Ableitung nächster Ordnung",
    "derivative of the next order, at a point": "Ableitung nächster Ordnung",
    "derivatives of the first derivative": "Ableitungen der ersten Ableitung",
    "the order is a whole number": "die Ordnung ist eine ganze Zahl",
    "the order is not negative": "die Ordnung ist nicht negativ",
    "of some order, so defined": "abgeleitet, also definiert",
    "derivative of order n by induction from 0": "vollständige Induktion",
    "derivative of order n by induction": "vollständige Induktion",
}

WHOLE_NUMBERS: Final = MappingProxyType({**_NUMBERS, **_ORDERS})
