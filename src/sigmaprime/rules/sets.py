"""Membership in intervals, unions, lists and domains, and which sets are intervals or open."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

INTERVALS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 2.17 (intervals)"
UNION = "Halmos, Naive Set Theory, §4 (unions) and §3 (unordered pairs)"
DOMAIN = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 2.1 (functions and their domains)"

NUMBERS: Final = ("one", "two", "three", "four", "five", "six")
PLACES: Final = ("first", "second", "third", "fourth", "fifth", "sixth")


def _member(place: int, count: int) -> Rule:
    """A set is part of a union of it and others."""
    sets = [f"A{number}" for number in range(1, count + 1)]
    name = f"in the {PLACES[place]} of {NUMBERS[count - 1]} sets"
    return rule(name, f"u in union({', '.join(sets)})", given=f"u in {sets[place]}", source=UNION)


def _equal(place: int, count: int) -> Rule:
    """What is equal to a number of a list is in the list."""
    numbers = [f"a{number}" for number in range(1, count + 1)]
    which = f"the {PLACES[place]} of {NUMBERS[count - 1]} numbers" if count > 1 else "the only number"
    own = numbers[place]
    return rule(
        f"equal to {which}", f"u in points({', '.join(numbers)})", given=f"u = {own}; defined({own})", source=UNION
    )


def _outside(count: int) -> tuple[Rule, Rule]:
    sets = [f"A{number}" for number in range(1, count + 1)]
    numbers = [f"a{number}" for number in range(1, count + 1)]
    union, points = f"union({', '.join(sets)})", f"points({', '.join(numbers)})"
    return (
        rule(f"outside each of {NUMBERS[count - 1]} sets", f"outside[u, {union}]",
             given="; ".join(f"outside[u, {one}]" for one in sets), source=UNION),
        rule(f"none of {NUMBERS[count - 1]} numbers", f"outside[u, {points}]",
             given="; ".join(f"u != {one}" for one in numbers), source=UNION),
    )  # fmt: skip


# fmt: off
RULES: Final = (
    *(_member(place, count) for count in range(2, 7) for place in range(count)),
    *(_equal(place, count) for count in range(1, 7) for place in range(count)),
    *(row for count in range(2, 7) for row in _outside(count)),
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
    *(rule(f"open set: a union of {NUMBERS[count - 1]} open sets", f"open[union({', '.join(f'A{k}' for k in range(count))})]",
           given="; ".join(f"open[A{k}]" for k in range(count)), source=UNION) for count in range(2, 7)),
    rule("a set with a member",          "inhabited[S]",    given="v in S",            source=INTERVALS),
    rule("natural domain",               "domain(u, x) = S",
         given="in(x, S) => defined(u); defined(u) => x in S", source=DOMAIN),
    rule("not the whole domain",         "not(domain(u, x) = S)",
         given="defined(at(u, x, a)); outside[a, S]", source=DOMAIN),
    rule("not in the domain",            "not(domain(u, x) = S)",
         given="a in S; undefined(at(u, x, a))", source=DOMAIN),
)
# fmt: on
