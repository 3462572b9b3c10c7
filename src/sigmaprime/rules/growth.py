"""Indeterminate forms: l'Hôpital's rule, the slow growth of the logarithm, and other views of the same limit.

That ln y / y → 0 as y → oo is all that has to be known about growth: x^n·exp(−x) is exp(n·ln x − x), and
n·ln x − x = x·(n·ln x/x − 1).
"""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

HOPITAL = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 5.13 (l'Hospital's rule)"
GROWTH = "DLMF §4.4(iii), (4.4.13), https://dlmf.nist.gov/4.4#iii"
FIELD = "Rudin, Principles of Mathematical Analysis, 3rd ed., Proposition 1.18 (ordered fields)"
COMPOSITION = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.7 and Definition 4.33"
LAWS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 4.4 and 4.34"

# fmt: off
RULES: Final = (
    rule("l'Hopital's rule",             "tends(u/v, x, p, a)",
         given="tends(u, x, p, 0); tends(v, x, p, 0); tends(D(u, x)/D(v, x), x, p, a)", source=HOPITAL),
    rule("l'Hopital's rule, over what grows", "tends(u/v, x, p, a)",
         given="tends(v, x, p, oo); tends(D(u, x)/D(v, x), x, p, a)", source=HOPITAL),
    rule("l'Hopital's rule, over what falls", "tends(u/v, x, p, a)",
         given="tends(v, x, p, -oo); tends(D(u, x)/D(v, x), x, p, a)", source=HOPITAL),
    *(rule(f"l'Hopital's rule, {a}/{b}",   "tends(u/v, x, p, a)",
           given=f"tends(u, x, p, {a}); tends(v, x, p, {b}); tends(D(u, x)/D(v, x), x, p, a)", source=HOPITAL)
      for a in ("oo", "-oo") for b in ("oo", "-oo")),
    rule("a logarithm grows more slowly", "tends(ln(u)/u, x, p, 0)", given="tends(u, x, p, oo)", source=GROWTH),
    rule("square root as an exponential", "sqrt(u) = exp(ln(u)/2)", source="DLMF §4.2(iv), https://dlmf.nist.gov/4.2"),
    rule("a square taken out of a root", "sqrt(u) = v*sqrt(u/v^2)", given="v > 0",
         source="Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 1.21 and its corollary"),
    rule("power of a negative number", "undefined(u^v)", given="u < 0; v > -1; v < 0",
         source="the meaning of powers: a negative number has powers with whole exponents only"),
    rule("parts of a quotient",          "u/v = (u/w)/(v/h)*(w/h)",                         source=FIELD),
    rule("limit seen from the other side", "tends(u, x, -oo, a)", given="tends(at(u, x, -x), x, oo, a)", source=COMPOSITION),
    rule("limit from above, seen far out", "tends(u, x, from_above(p), a)",
         given="tends(at(u, x, p + 1/x), x, oo, a); defined(p)", source=COMPOSITION),
    rule("limit from below, seen far out", "tends(u, x, from_below(p), a)",
         given="tends(at(u, x, p - 1/x), x, oo, a); defined(p)", source=COMPOSITION),
    rule("even power of what falls",     "tends(u^n, x, p, oo)",     given="tends(u, x, p, -oo); n = 2*m", source=LAWS),
    rule("odd power of what falls",      "tends(u^n, x, p, -oo)",    given="tends(u, x, p, -oo); n = 2*m + 1", source=LAWS),
    rule("what grows over a negative",   "tends(u/v, x, p, -oo)",
         given="tends(u, x, p, oo); tends(v, x, p, a); a < 0", source=LAWS),
    rule("what falls over a negative",   "tends(u/v, x, p, oo)",
         given="tends(u, x, p, -oo); tends(v, x, p, a); a < 0", source=LAWS),
    rule("square root of what grows",    "tends(sqrt(u), x, p, oo)", given="tends(u, x, p, oo)", source=LAWS),
    rule("cube root of what grows",      "tends(cbrt(u), x, p, oo)", given="tends(u, x, p, oo)", source=LAWS),
    rule("cube root of what falls",      "tends(cbrt(u), x, p, -oo)", given="tends(u, x, p, -oo)", source=LAWS),
    rule("absolute value of what grows", "tends(abs(u), x, p, oo)",  given="tends(u, x, p, oo)", source=LAWS),
    rule("absolute value of what falls", "tends(abs(u), x, p, oo)",  given="tends(u, x, p, -oo)", source=LAWS),
    rule("arctangent of what grows",     "tends(atan(u), x, p, pi/2)", given="tends(u, x, p, oo)",
         source="DLMF §4.23(ii), https://dlmf.nist.gov/4.23"),
    rule("arctangent of what falls",     "tends(atan(u), x, p, -(pi/2))", given="tends(u, x, p, -oo)",
         source="DLMF §4.23(ii), https://dlmf.nist.gov/4.23"),
    rule("erf of what grows",            "tends(erf(u), x, p, 1)",   given="tends(u, x, p, oo)",
         source="DLMF §7.2(i), (7.2.3), https://dlmf.nist.gov/7.2"),
    rule("erf of what falls",            "tends(erf(u), x, p, -1)",  given="tends(u, x, p, -oo)",
         source="DLMF §7.2(i), (7.2.3), https://dlmf.nist.gov/7.2"),
)
# fmt: on
