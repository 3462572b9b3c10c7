"""Membership in intervals and domains, and which sets are intervals or open."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

INTERVALS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 2.17 (intervals)"
DOMAIN = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 2.1 (functions and their domains)"

# fmt: off
RULES: Final = (
    rule("a real number",                "u in (-oo, oo)",  given="defined(u)",       source=INTERVALS),
    rule("in an open half-line",         "u in (v, oo)",    given="u > v",            source=INTERVALS),
    rule("in a half-line",               "u in [v, oo)",    given="u >= v",           source=INTERVALS),
    rule("in an open half-line to the left", "u in (-oo, v)", given="u < v",          source=INTERVALS),
    rule("in a half-line to the left",   "u in (-oo, v]",   given="u <= v",           source=INTERVALS),
    rule("in an open interval",          "u in (v, w)",     given="u > v; u < w",     source=INTERVALS),
    rule("in a closed interval",         "u in [v, w]",     given="u >= v; u <= w",   source=INTERVALS),
    rule("in an interval closed on the left",  "u in [v, w)", given="u >= v; u < w",  source=INTERVALS),
    rule("in an interval closed on the right", "u in (v, w]", given="u > v; u <= w",  source=INTERVALS),
    rule("in the domain",                "v in domain[k]",  given="defined(apply(k, v)); defined(v)", source=DOMAIN),
    rule("below an open interval",       "outside[u, (v, w)]", given="u <= v",        source=INTERVALS),
    rule("above an open interval",       "outside[u, (v, w)]", given="u >= w",        source=INTERVALS),
    rule("below a closed interval",      "outside[u, [v, w]]", given="u < v",         source=INTERVALS),
    rule("above a closed interval",      "outside[u, [v, w]]", given="u > w",         source=INTERVALS),
    rule("below an interval closed on the left",  "outside[u, [v, w)]", given="u < v",  source=INTERVALS),
    rule("above an interval closed on the left",  "outside[u, [v, w)]", given="u >= w", source=INTERVALS),
    rule("below an interval closed on the right", "outside[u, (v, w]]", given="u <= v", source=INTERVALS),
    rule("above an interval closed on the right", "outside[u, (v, w]]", given="u > w",  source=INTERVALS),
    rule("an open interval",             "interval[(a, b)]",                          source=INTERVALS),
    rule("a closed interval",            "interval[[a, b]]",                          source=INTERVALS),
    rule("an interval closed on the left",  "interval[[a, b)]",                       source=INTERVALS),
    rule("an interval closed on the right", "interval[(a, b]]",                       source=INTERVALS),
    rule("open set: an open interval",   "open[(a, b)]",                              source=INTERVALS),
    rule("a set with a member",          "inhabited[S]",    given="v in S",            source=INTERVALS),
    rule("natural domain",               "domain(u, x) = S",
         given="in(x, S) => defined(u); defined(u) => x in S", source=DOMAIN),
    rule("not the whole domain",         "not(domain(u, x) = S)",
         given="defined(at(u, x, a)); outside[a, S]", source=DOMAIN),
    rule("not in the domain",            "not(domain(u, x) = S)",
         given="a in S; undefined(at(u, x, a))", source=DOMAIN),
)
# fmt: on
