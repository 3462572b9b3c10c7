"""Definite and improper integrals by an antiderivative."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

FUNDAMENTAL = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 6.21 (fundamental theorem of calculus)"
IMPROPER = "DLMF §1.4(v) (infinite integrals as limits), https://dlmf.nist.gov/1.4#v, with Rudin, Theorem 6.21"

# fmt: off
RULES: Final = (
    rule("fundamental theorem of calculus", "int(u, x, a, b) = at(w, x, b) - at(w, x, a)",
         given="a <= b; in(x, [a, b]) => D(w, x) = u; continuous(u, x, [a, b])", source=FUNDAMENTAL),
    rule("integral over the line", "int(u, x, -oo, oo) = b - a",
         given="D(w, x) = u; continuous(u, x, (-oo, oo)); tends(w, x, oo, b); tends(w, x, -oo, a); defined(a); defined(b)",
         source=IMPROPER),
    rule("integral over a half-line", "int(u, x, a, oo) = b - at(w, x, a)",
         given="in(x, [a, oo)) => D(w, x) = u; continuous(u, x, [a, oo)); tends(w, x, oo, b); defined(a); defined(b)",
         source=IMPROPER),
    rule("integral over a half-line to the left", "int(u, x, -oo, b) = at(w, x, b) - a",
         given="in(x, (-oo, b]) => D(w, x) = u; continuous(u, x, (-oo, b]); tends(w, x, -oo, a); defined(a); defined(b)",
         source=IMPROPER),
)
# fmt: on
