"""Whole numbers, components of vectors, δ_ij, and sums over an index."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_LENGTHS: Final = range(1, 5)

VECTORS: Final = MappingProxyType({
    "an index is whole": "ein Index ist ganz",
    "component is defined": "jede Komponente ist definiert",
    "changed vector is defined": "der geänderte Vektor ist definiert",
    "the changed component": "die geänderte Komponente",
    "an unchanged component": "eine ungeänderte Komponente",
    "a vector left as it was": "der Vektor bleibt, wie er ist",
    "derivative of a component": "jede Komponente ist eine eigene Variable",
    "derivative of a dot product": "Ableitung eines Skalarprodukts",
    "derivative of a dot product, factor last": "Ableitung eines Skalarprodukts",
    "delta is defined": "δ ist definiert",
    "delta of an index and itself": "δ zweier gleicher Indizes",
    "delta of different indices": "δ zweier verschiedener Indizes",
    "delta read backwards": "δ ist symmetrisch",
    "square of delta": "Quadrat von δ",
    "dot product": "Bedeutung des Skalarprodukts",
    "sum over an index is defined": "jeder Summand ist definiert",
    "sum of sums over an index": "Summe von Summen",
    "sum of differences over an index": "Summe von Differenzen",
    "sum of negatives over an index": "Summe von Negativen",
    "constant factor of a sum": "konstanter Faktor vor der Summe",
    "constant divisor of a sum": "konstanter Nenner unter der Summe",
    "sum of a constant": "Summe einer Konstanten",
    "sums of equal terms": "Summen gleicher Summanden",
    "name of an index": "der Index heißt anders",
    "sums in the other order": "Summen vertauscht",
    "the one term that delta leaves": "nur ein Summand ist nicht 0",
    "derivative of a sum over an index": "Summand für Summand",
    "sum of positive terms": "Summe positiver Summanden",
    "sum of nonnegative terms": "Summe nichtnegativer Summanden",
    "smaller terms, smaller sum": "kleinere Summanden, kleinere Summe",
    "a term at most the sum": "ein Summand ist höchstens die Summe",
    "a term less than the sum": "ein Summand ist kleiner als die Summe",
    **{f"a list of {n} is defined": "die Liste ist definiert" for n in _LENGTHS},
    **{f"member {k} of a list of {n}": f"{k}. Glied der Liste" for n in _LENGTHS for k in range(1, n + 1)},
})  # fmt: skip
