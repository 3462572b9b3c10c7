"""The exponential function and the logarithm: signs, order, special values, and how they undo each other."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

LAMBERT = "DLMF §4.13, (4.13.1): W·exp(W) = x, https://dlmf.nist.gov/4.13"
EXP = "DLMF §4.2(iii), https://dlmf.nist.gov/4.2#iii"
ADD = "DLMF §4.8, https://dlmf.nist.gov/4.8"
BOUND = "DLMF §4.5(ii), https://dlmf.nist.gov/4.5#ii"

# fmt: off
RULES: Final = (
    rule("exponential is positive",  "exp(u) > 0",            given="defined(u)",    source=EXP),
    rule("exponential at 0",         "exp(0) = 1",                                   source=EXP),
    rule("exponential at least 1",   "exp(u) >= 1",           given="u >= 0",        source=EXP),
    rule("exponential above 1",      "exp(u) > 1",            given="u > 0",         source=EXP),
    rule("exponential at most 1",    "exp(u) <= 1",           given="u <= 0",        source=EXP),
    rule("exponential below 1",      "exp(u) < 1",            given="u < 0",         source=EXP),
    rule("exponential different from 1", "exp(u) != 1",       given="u != 0",        source=EXP),
    rule("exponential keeps <",      "exp(u) < exp(v)",       given="u < v",         source=EXP),
    rule("exponential keeps <=",     "exp(u) <= exp(v)",      given="u <= v",        source=EXP),
    rule("exponential keeps >",      "exp(u) > exp(v)",       given="u > v",         source=EXP),
    rule("exponential keeps >=",     "exp(u) >= exp(v)",      given="u >= v",        source=EXP),
    rule("exponential above its tangent", "exp(u) >= 1 + u",  given="defined(u)",    source=BOUND),
    rule("exponential of Lambert's W",      "exp(LambertW(u)) = u/LambertW(u)",               source=LAMBERT),
    rule("logarithm of Lambert's W",        "ln(LambertW(u)) = ln(u) - LambertW(u)",          source=LAMBERT),
    rule("Lambert's W undone",              "LambertW(u*exp(u)) = u", given="u >= -1",        source=LAMBERT),
    rule("Lambert's W of u*ln(u)",          "LambertW(u*ln(u)) = ln(u)", given="u >= exp(-1)", source=LAMBERT),
    rule("what Lambert's W undoes",         "LambertW(u)*exp(LambertW(u)) = u", given="u >= -exp(-1)", source=LAMBERT),
    rule("less, as the logarithms are",     "u < v",         given="ln(u) < ln(v)",     source=EXP),
    rule("at most, as the logarithms are",  "u <= v",        given="ln(u) <= ln(v)",    source=EXP),
    rule("greater, as the logarithms are",  "u > v",         given="ln(u) > ln(v)",     source=EXP),
    rule("at least, as the logarithms are", "u >= v",        given="ln(u) >= ln(v)",    source=EXP),
    rule("logarithm keeps <",        "ln(u) < ln(v)",         given="u > 0; u < v",  source=EXP),
    rule("logarithm keeps <=",       "ln(u) <= ln(v)",        given="u > 0; u <= v", source=EXP),
    rule("logarithm keeps >",        "ln(u) > ln(v)",         given="v > 0; u > v",  source=EXP),
    rule("logarithm keeps >=",       "ln(u) >= ln(v)",        given="v > 0; u >= v", source=EXP),
    rule("logarithm greater than",   "ln(u) > v",             given="u > exp(v)",    source=EXP),
    rule("logarithm at least",       "ln(u) >= v",            given="u >= exp(v)",   source=EXP),
    rule("logarithm less than",      "ln(u) < v",             given="u > 0; u < exp(v)",  source=EXP),
    rule("logarithm at most",        "ln(u) <= v",            given="u > 0; u <= exp(v)", source=EXP),
    rule("equal exponentials",       "u = v",                 given="exp(u) = exp(v)", source=EXP),
    rule("logarithm at 1",           "ln(1) = 0",                                    source=EXP),
    rule("positive logarithm",       "ln(u) > 0",             given="u > 1",         source=EXP),
    rule("negative logarithm",       "ln(u) < 0",             given="u > 0; u < 1",  source=EXP),
    rule("nonnegative logarithm",    "ln(u) >= 0",            given="u >= 1",        source=EXP),
    rule("logarithm of an exponential", "ln(exp(u)) = u",                            source=EXP),
    rule("exponential of a logarithm",  "exp(ln(u)) = u",     given="u > 0",         source=EXP),
    rule("exponential of a negative logarithm", "exp(-ln(u)) = 1/u", given="u > 0",  source=EXP),
    rule("logarithm of a product",   "ln(u*v) = ln(u) + ln(v)",                      source=ADD),
    rule("logarithm of a quotient",  "ln(u/v) = ln(u) - ln(v)",                      source=ADD),
    rule("difference of logarithms", "ln(u) - ln(v) = ln(u/v)", given="u > 0; v > 0", source=ADD),
    rule("logarithm below its tangent", "ln(u) <= u - 1",    given="u > 0",         source=BOUND),
    rule("logarithm of a reciprocal", "ln(1/u) = -ln(u)",                            source=ADD),
    rule("logarithm of a power",     "ln(u^n) = n*ln(u)",                            source=ADD),
    rule("general power",            "u^c = exp(c*ln(u))",                           source=EXP),
    rule("exponential of a negative", "exp(-u) = 1/exp(u)",                          source=ADD),
    rule("exponential of a sum",     "exp(u + v) = exp(u)*exp(v)",                   source=ADD),
    rule("exponential of a multiple", "exp(n*u) = exp(u)^n",                         source=ADD),

)
# fmt: on
