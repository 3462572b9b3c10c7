"""Limits along the domain, limits that do not exist, O-terms and vertical asymptotes.

`limit_in[fn(x, u), p, a, S]`: p is a limit point of S, u is defined at the points of S near p, p itself excepted, and
tends to a along them. What an author writes as u -> a as x -> p, where p is a number, is that with the domain of u
for S: sqrt(x) -> 0 as x -> 0. `tends`, in contrast, asks for u to be defined on both sides of p.
`no_limit(u, x, p)`: p is a limit point of the domain of u, and u has no limit there, finite or infinite.
`order[fn(x, u), fn(x, v), fn(x, w), p, S]`: p is a limit point of S, and |u − v| <= C·|w| at the points of S near p.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.kernel.rule import Rule
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.near import PLACES
from sigmaprime.rules.row import rule

MEANING = (
    "Rudin, Principles of Mathematical Analysis, 3rd ed., Definitions 4.1 and 4.33 (a limit is taken along the domain)"
)
SEQUENCES = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 4.2 (limits by sequences) and 4.23 (intermediate values)"
LANDAU = "DLMF §2.1(i), https://dlmf.nist.gov/2.1#i"
WORD = "the definition of the word"
DIRECTIONS: Final = (
    ("from above", "from_above(p)", "b < p", "(b, p)"),
    ("from below", "from_below(p)", "p < b", "(p, b)"),
)
# of what is continuous near a place: the place, what the place must be, and where
BESIDE: Final = (
    ("from above", "from_above(p)", "p < b", "(p, b)"), ("from below", "from_below(p)", "b < p", "(b, p)"),
    ("far to the right", "oo", "defined(b)", "(b, oo)"), ("far to the left", "-oo", "defined(b)", "(-oo, b)"),
)  # fmt: skip


def _one_side(name: str, place: str, beyond: str, other: str) -> Iterator[Rule]:
    """Where a function is defined on one side of p only, or has a limit from there."""
    nothing = f"{beyond}; in(x, {other}) => undefined(u)"
    yield rule(f"limit {name}, where the domain ends", "limit_in[fn(x, u), p, a, domain(u, x)]",
               given=f"tends(u, x, {place}, a); {nothing}", source=MEANING)  # fmt: skip
    yield rule(f"another limit {name}", "not(limit_in[fn(x, u), p, a, domain(u, x)])",
               given=f"tends(u, x, {place}, b); not(tends(u, x, {place}, a)); defined(p)", source=MEANING)  # fmt: skip
    yield rule(
        f"no limit {name}, so none", "no_limit(u, x, p)", given=f"no_limit(u, x, {place}); defined(p)", source=MEANING
    )
    yield rule(f"order {name}, where the domain ends", "order[fn(x, u), fn(x, v), fn(x, w), p, domain(u - v, x)]",
               given=f"tends((u - v)/w, x, {place}, a); defined(a); {beyond}; in(x, {other}) => undefined(u - v)",
               source=LANDAU)  # fmt: skip
    for value in ("oo", "-oo"):
        word = "grows" if value == "oo" else "falls"
        yield rule(f"a quotient that {word} {name}", "not(order[fn(x, u), fn(x, v), fn(x, w), p, domain(u - v, x)])",
                   given=f"tends((u - v)/w, x, {place}, {value}); defined(p)", source=LANDAU)  # fmt: skip
        yield rule(f"it {word} {name}", "vertical_asymptote(u, x, domain(u, x), p)",
                   given=f"tends(u, x, {place}, {value})", source=WORD)  # fmt: skip
    yield rule(f"finite {name}, where the domain ends", "not(vertical_asymptote(u, x, domain(u, x), p))",
               given=f"tends(u, x, {place}, a); defined(a); {nothing}", source=WORD)  # fmt: skip


def _oscillation(name: str, place: str, is_place: str, region: str) -> Iterator[Rule]:
    """A continuous function that grows without bound takes all large values: a periodic function of it repeats."""
    given = f"periodic[k, (-oo, oo), c]; c > 0; tends(u, x, {place}, oo); {is_place}; continuous(u, x, {region}); "
    yield rule(f"oscillation, {name}", f"no_limit(apply(k, u), x, {place})",
               given=f"{given}apply(k, a) != apply(k, d)", source=SEQUENCES)  # fmt: skip
    yield rule(f"oscillation that grows, {name}", f"no_limit(v*apply(k, u), x, {place})",
               given=f"{given}apply(k, a) = 0; apply(k, d) != 0; tends(v, x, {place}, oo)", source=SEQUENCES)  # fmt: skip


def _bounded(name: str, place: str, is_place: str, near: str) -> Rule:
    return rule(f"order by a bound, {name}", f"order[fn(x, u), fn(x, v), fn(x, w), {place}, domain(u - v, x)]",
                given=f"{is_place}; {near} => abs(u - v) <= c*abs(w)", source=LANDAU)  # fmt: skip


# fmt: off
ROWS: Final = (
    *(row for direction in DIRECTIONS for row in _one_side(*direction)),
    *(row for beside in BESIDE for row in _oscillation(*beside)),
    *(_bounded(*place) for place in PLACES),
    rule("limit along the domain",        "limit_in[fn(x, u), p, a, domain(u, x)]", given="tends(u, x, p, a)", source=MEANING),
    rule("no limit, so not that one",     "not(limit_in[fn(x, u), p, a, domain(u, x)])", given="no_limit(u, x, p)", source=MEANING),
    rule("no limit, so it does not tend", "not(tends(u, x, p, a))",   given="no_limit(u, x, p)", source=MEANING),
    rule("it has a limit",                "not(no_limit(u, x, p))",   given="limit_in[fn(x, u), p, a, domain(u, x)]", source=MEANING),
    rule("different limits from above and from below", "no_limit(u, x, p)",
         given="tends(u, x, from_above(p), a); tends(u, x, from_below(p), b); not(tends(u, x, from_below(p), a)); defined(p)",
         source=MEANING),
    rule("no limit, plus a number",       "no_limit(u + v, x, p)", given="no_limit(u, x, p); tends(v, x, p, a); defined(a)", source=MEANING),
    rule("a number plus no limit",        "no_limit(v + u, x, p)", given="no_limit(u, x, p); tends(v, x, p, a); defined(a)", source=MEANING),
    rule("no limit, times a number",      "no_limit(u*v, x, p)",   given="no_limit(u, x, p); tends(v, x, p, a); a != 0", source=MEANING),
    rule("a number times no limit",       "no_limit(v*u, x, p)",   given="no_limit(u, x, p); tends(v, x, p, a); a != 0", source=MEANING),
    rule("order by a limit",              "order[fn(x, u), fn(x, v), fn(x, w), p, domain(u - v, x)]",
         given="tends((u - v)/w, x, p, a); defined(a)", source=LANDAU),
    rule("a quotient that grows",         "not(order[fn(x, u), fn(x, v), fn(x, w), p, domain(u - v, x)])",
         given="tends((u - v)/w, x, p, oo)", source=LANDAU),
    rule("a quotient that falls",         "not(order[fn(x, u), fn(x, v), fn(x, w), p, domain(u - v, x)])",
         given="tends((u - v)/w, x, p, -oo)", source=LANDAU),
    rule("finite limits from both sides", "not(vertical_asymptote(u, x, domain(u, x), p))",
         given="tends(u, x, from_above(p), a); tends(u, x, from_below(p), b); defined(a); defined(b)", source=WORD),
    rule("not defined near",              "not(vertical_asymptote(u, x, domain(u, x), p))",
         given="a < p; p < b; in(x, (a, b)) => undefined(u)", source=WORD),
    rule("bounded, so no vertical asymptote", "not(vertical_asymptote(u, x, domain(u, x), p))",
         given="defined(u) => abs(u) <= c; defined(c); defined(p)", source=WORD),
)
# fmt: on

CLAIM: Final = (
    Kind("no_limit", words=(Phrase("no_limit", "has no limit as {x} -> {p:place}", on_set=False),)),
    Kind("vertical_asymptote", words=(Phrase("vertical_asymptote", "has vertical asymptote {x} = {a:term}"),)),
)
