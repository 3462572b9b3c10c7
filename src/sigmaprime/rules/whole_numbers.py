"""Whole numbers, of either sign: which terms stand for one, powers with a whole exponent, and factorials.

`whole[u]` says that u is defined and one of …, −2, −1, 0, 1, 2, … A power u^c with a whole c is that of a polynomial, also
where u is not positive; it is undefined only where u is 0 and c negative. c! is defined for the whole numbers c >= 0 alone.
"""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

INTEGERS: Final = "Landau, Foundations of Analysis, chapter 4, §4 (sums, differences and products of integers)"
POWERS: Final = "Landau, Foundations of Analysis, chapter 4, §4, and DLMF §4.2(iv), https://dlmf.nist.gov/4.2#iv"
SLOPES: Final = (
    "DLMF §1.4(iii), https://dlmf.nist.gov/1.4#iii (derivatives of powers, by the product and quotient rules)"
)
FACTORIALS: Final = "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., §2.6 and §4.4 (the definition of n!)"

# fmt: off
RULES: Final = (
    rule("a positive whole number",     "whole[n]",                                                      source=INTEGERS),
    rule("0 is a whole number",         "whole[0]",                                                      source=INTEGERS),
    rule("negative of a whole number",  "whole[-u]",     given="whole[u]",                               source=INTEGERS),
    rule("sum of whole numbers",        "whole[u + v]",  given="whole[u]; whole[v]",                     source=INTEGERS),
    rule("difference of whole numbers", "whole[u - v]",  given="whole[u]; whole[v]",                     source=INTEGERS),
    rule("product of whole numbers",    "whole[u*v]",    given="whole[u]; whole[v]",                     source=INTEGERS),
    rule("whole, being equal",          "whole[u]",      given="u = v; whole[v]",                        source=INTEGERS),
    rule("defined, being whole",        "defined(u)",    given="whole[u]",                               source=INTEGERS),
    rule("no whole number between",     "u >= v + 1",    given="whole[u]; whole[v]; u > v",              source=INTEGERS),
    rule("whole power is defined",      "defined(u^v)",  given="defined(u); whole[v]; v >= 0",           source=POWERS),
    rule("whole power of what is not zero is defined", "defined(u^v)", given="u != 0; whole[v]",         source=POWERS),
    rule("whole power that is not zero", "u^v != 0",     given="u != 0; whole[v]",                       source=POWERS),
    rule("base of a whole power that is not zero", "u != 0", given="u^v != 0; whole[v]; v > 0",             source=POWERS),
    rule("power with a higher exponent", "u^w = u^v*u^n", given="w = v + n; whole[v]",                   source=POWERS),
    rule("negative whole exponent",     "u^(-v) = 1/u^v", given="whole[v]",                              source=POWERS),
    rule("power rule, whole exponent",  "D(u^c, x) = c*u^(c - 1)*D(u, x)", given="whole[c]",             source=SLOPES),
    rule("power rule, whole exponent below", "D(c/u^b, x) = -(c*b*D(u, x))/u^(b + 1)",
         given="whole[b]; u != 0", source=SLOPES),
    rule("factorial of 0",              "factorial(0) = 1",                                              source=FACTORIALS),
    rule("factorial of the next",       "factorial(w) = factorial(v)*w", given="w = v + 1",              source=FACTORIALS),
    rule("factorial is defined",        "defined(factorial(u))", given="whole[u]; u >= 0",               source=FACTORIALS),
    rule("factorial is positive",       "factorial(u) > 0",      given="whole[u]; u >= 0",               source=FACTORIALS),
    rule("factorial of a whole number", "whole[u]",      given="defined(factorial(u))",                  source=FACTORIALS),
    rule("factorial of no negative",    "u >= 0",        given="defined(factorial(u))",                  source=FACTORIALS),
)
# fmt: on
