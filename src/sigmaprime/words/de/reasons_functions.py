"""The laws of the elementary functions: exponential, logarithm, roots, angles; and of sums and products."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_EXPONENTIAL: Final = {
    "definition of {f}": "Definition von {f}",
    "exponential is positive": "die Exponentialfunktion ist positiv",
    "exponential at 0": "Wert der Exponentialfunktion an der Stelle 0",
    "exponential at least 1": "der Exponent ist nichtnegativ",
    "exponential above 1": "der Exponent ist positiv",
    "exponential at most 1": "der Exponent ist nichtpositiv",
    "exponential below 1": "der Exponent ist negativ",
    "exponential different from 1": "der Exponent ist nicht 0",
    **dict.fromkeys(
        (f"exponential keeps {sign}" for sign in ("<", "<=", ">", ">=")), "die Exponentialfunktion ist streng wachsend",
    ),
    "exponential above its tangent": "die Exponentialfunktion liegt über ihrer Tangente",
    "exponential of Lambert's W": "Exponentialfunktion der Lambertschen W-Funktion",
    "logarithm of Lambert's W": "Logarithmus der Lambertschen W-Funktion",
    "Lambert's W undone": "Umkehrung durch die Lambertsche W-Funktion",
    "Lambert's W of u*ln(u)": "Lambertsche W-Funktion von u·ln(u)",
    "what Lambert's W undoes": "Gleichung der Lambertschen W-Funktion",
    **dict.fromkeys(
        (f"{relation}, as the logarithms are" for relation in ("less", "at most", "greater", "at least")),
        "Vergleich der Logarithmen",
    ),
    **dict.fromkeys(
        (f"logarithm keeps {sign}" for sign in ("<", "<=", ">", ">=")), "der Logarithmus ist streng wachsend",
    ),
    **dict.fromkeys(
        (f"logarithm {relation}" for relation in ("greater than", "at least", "less than", "at most")),
        "der Logarithmus ist streng wachsend",
    ),
    "equal exponentials": "die Exponentialfunktion ist injektiv",
    "logarithm at 1": "Logarithmus von 1",
    "positive logarithm": "Logarithmus einer Zahl größer als 1",
    "negative logarithm": "Logarithmus einer Zahl zwischen 0 und 1",
    "nonnegative logarithm": "Logarithmus einer Zahl, die mindestens 1 ist",
    "logarithm of an exponential": "ln hebt exp auf",
    "exponential of a logarithm": "exp hebt ln auf",
    "exponential of a negative logarithm": "exp hebt ln auf",
    "logarithm of a product": "Logarithmus eines Produkts",
    "logarithm of a quotient": "Logarithmus eines Quotienten",
    "difference of logarithms": "Differenz von Logarithmen",
    "logarithm below its tangent": "der Logarithmus liegt unter seiner Tangente",
    "logarithm of a reciprocal": "Logarithmus eines Kehrwerts",
    "logarithm of a power": "Logarithmus einer Potenz",
    "general power": "Potenz als Exponentialfunktion",
    "exponential of a negative": "negativer Exponent",
    "exponential of a sum": "Potenzgesetz für Summen im Exponenten",
    "exponential of a multiple": "Potenz einer Potenz",
}  # fmt: skip

_ROOTS: Final = {
    "square root as an exponential": "Wurzel als Exponentialfunktion",
    "a square taken out of a root": "teilweises Wurzelziehen",
    "square root at most": "Vergleich der Quadrate",
    "square root less than": "Vergleich der Quadrate",
    "square root at least": "Vergleich der Quadrate",
    "square root greater than": "Vergleich der Quadrate",
    "square root of a product": "Wurzel eines Produkts",
    "square root of a quotient": "Wurzel eines Quotienten",
    "square root of an exponential": "Wurzel einer Exponentialfunktion",
    "square root by exponential": "Wurzel als Exponentialfunktion",
    "square root as a power": "Wurzel als Potenz",
    "square root is not negative": "eine Wurzel ist nie negativ",
    "square root is positive": "Wurzel einer positiven Zahl",
    "square of a square root": "Quadrat einer Wurzel",
    "square root of a square": "Wurzel eines Quadrats",
    "cube of a cube root": "dritte Potenz einer Kubikwurzel",
    "cube root of a cube": "Kubikwurzel einer dritten Potenz",
    "cube root of a product": "Kubikwurzel eines Produkts",
    "cube root by exponential": "Kubikwurzel als Exponentialfunktion",
    "cube root of a negative": "die Kubikwurzel ist ungerade",
    "power of a root": "Potenz einer Wurzel",
    "base of a root is not negative": "der Radikand ist nichtnegativ",
    "base of a higher root is not negative": "der Radikand ist nichtnegativ",
    "base of a reciprocal root is positive": "der Radikand ist positiv",
    "power of zero": "Potenz von 0",
}  # fmt: skip

_ANGLES: Final = {
    "sum of squares of sine and cosine": "trigonometrischer Pythagoras",
    "square of the sine": "trigonometrischer Pythagoras",
    "sine of a negative": "der Sinus ist ungerade",
    "cosine of a negative": "der Kosinus ist gerade",
    "sine of a sum": "Additionstheorem des Sinus",
    "cosine of a sum": "Additionstheorem des Kosinus",
    "sine of a difference": "Additionstheorem des Sinus",
    "cosine of a difference": "Additionstheorem des Kosinus",
    "sine of a double": "Sinus des doppelten Winkels",
    "cosine of a double": "Kosinus des doppelten Winkels",
    "sine at 0": "Sinus von 0",
    "cosine at 0": "Kosinus von 0",
    "sine at pi": "Sinus von π",
    "cosine at pi": "Kosinus von π",
    "sine at a right angle": "Sinus des rechten Winkels",
    "cosine at a right angle": "Kosinus des rechten Winkels",
    **{f"sine of {angle} degrees": f"Sinus von {angle}°" for angle in (30, 45, 60)},
    **{f"cosine of {angle} degrees": f"Kosinus von {angle}°" for angle in (30, 45, 60)},
    "sine at most 1": "der Sinus ist höchstens 1",
    "sine at least -1": "der Sinus ist mindestens −1",
    "cosine at most 1": "der Kosinus ist höchstens 1",
    "cosine at least -1": "der Kosinus ist mindestens −1",
}  # fmt: skip

_INVERSE: Final = {
    "arctangent at 0": "Arkustangens von 0",
    "arcsine at 0": "Arkussinus von 0",
    "arctangent below a right angle": "der Arkustangens ist kleiner als π/2",
    "arctangent above minus a right angle": "der Arkustangens ist größer als −π/2",
    "sine of an arctangent": "Sinus eines Arkustangens",
    "cosine of an arctangent": "Kosinus eines Arkustangens",
    "sine of an arcsine": "Sinus eines Arkussinus",
    "cosine of an arcsine": "Kosinus eines Arkussinus",
    "arccosine by arcsine": "Arkuskosinus durch Arkussinus",
    "arcsine by arctangent": "Arkussinus durch Arkustangens",
    "arctangent of a negative": "der Arkustangens ist ungerade",
    "arcsine of a negative": "der Arkussinus ist ungerade",
    "arcsine of a sine": "Arkussinus eines Sinus",
    "arccosine of a cosine": "Arkuskosinus eines Kosinus",
    "arctangent of a tangent": "Arkustangens eines Tangens",
    "sum of arctangents": "Summe von Arkustangenswerten",
    "sum of arctangents above a right angle": "Summe von Arkustangenswerten über π/2",
    "sum of arctangents below minus a right angle": "Summe von Arkustangenswerten unter −π/2",
    "arctangents of reciprocals": "Arkustangens von Kehrwerten",
    "arctangents of negative reciprocals": "Arkustangens negativer Kehrwerte",
    "error function below 1": "die Fehlerfunktion ist kleiner als 1",
    "error function above -1": "die Fehlerfunktion ist größer als −1",
    "error function of a negative": "die Fehlerfunktion ist ungerade",
}  # fmt: skip

_STARTS: Final = ("a positive number", "0", "a negative number")

_SUMS: Final = {
    **dict.fromkeys((f"sum of one term, from {start}" for start in _STARTS), "Summe mit einem Summanden"),
    **dict.fromkeys((f"sum by induction, from {start}" for start in _STARTS), "vollständige Induktion"),
    "sum with one term more": "Summe mit einem weiteren Summanden",
    **dict.fromkeys((f"product of one term, from {start}" for start in _STARTS), "Produkt mit einem Faktor"),
    **dict.fromkeys((f"product by induction, from {start}" for start in _STARTS), "vollständige Induktion"),
    "product with one term more": "Produkt mit einem weiteren Faktor",
}  # fmt: skip

FUNCTIONS: Final = MappingProxyType({**_EXPONENTIAL, **_ROOTS, **_ANGLES, **_INVERSE, **_SUMS})
