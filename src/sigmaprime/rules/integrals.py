"""Definite and improper integrals by an antiderivative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

FUNDAMENTAL = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 6.21 (fundamental theorem of calculus)"
IMPROPER = "DLMF §1.4(v) (infinite integrals as limits), https://dlmf.nist.gov/1.4#v, with Rudin, Theorem 6.21"

CONVERGENCE = "DLMF §1.4(v) (an infinite integral exists where both of its parts do), https://dlmf.nist.gov/1.4#v"
PARTS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 6.12"
# an end at which an integral is improper: its name, the integral, where it is continuous, which place the end is
IMPROPER_ENDS: Final = (
    ("far to the right", "int(u, x, a, oo)", "[a, oo)", "oo"),
    ("far to the left", "int(u, x, -oo, b)", "(-oo, b]", "-oo"),
    ("at its lower end", "int(u, x, a, b)", "(a, b]", "from_above(a)"),
    ("at its upper end", "int(u, x, a, b)", "[a, b)", "from_below(b)"),
)


def _diverges(name: str, integral: str, region: str, place: str) -> Iterator[Rule]:
    """The antiderivative has no finite limit at the end."""
    ordered = "a < b; " if "oo" not in integral else "defined(a); " if "a" in integral else "defined(b); "
    given = f"{ordered}in(x, {region}) => D(w, x) = u; continuous(u, x, {region})"
    for word, says in (("grows", f"tends(w, x, {place}, oo)"), ("falls", f"tends(w, x, {place}, -oo)"),
                       ("has no limit", f"no_limit(w, x, {place})")):  # fmt: skip
        yield rule(
            f"the antiderivative {word} {name}", f"undefined({integral})", given=f"{given}; {says}", source=CONVERGENCE
        )


# fmt: off
RULES: Final = (
    *(row for end in IMPROPER_ENDS for row in _diverges(*end)),
    rule("integral between two limits", "int(u, x, a, b) = d - c",
         given="a < b; in(x, (a, b)) => D(w, x) = u; continuous(u, x, (a, b)); tends(w, x, from_above(a), c); "
               "tends(w, x, from_below(b), d); defined(c); defined(d)", source=IMPROPER),
    rule("integral from a limit on", "int(u, x, a, oo) = d - c",
         given="in(x, (a, oo)) => D(w, x) = u; continuous(u, x, (a, oo)); tends(w, x, from_above(a), c); "
               "tends(w, x, oo, d); defined(a); defined(c); defined(d)", source=IMPROPER),
    rule("integral from right to left", "int(u, x, a, b) = -int(u, x, b, a)", given="b < a", source=PARTS),
    rule("integral in two parts", "int(u, x, a, b) = int(u, x, a, c) + int(u, x, c, b)", given="a < c; c < b", source=PARTS),
    rule("integral of an equal", "int(u, x, a, b) = int(v, x, a, b)", given="a < b; in(x, (a, b)) => u = v", source=PARTS),
    rule("integral over the line in two parts", "int(u, x, -oo, oo) = int(u, x, -oo, c) + int(u, x, c, oo)",
         given="defined(c)", source=CONVERGENCE),
    rule("integral of an equal, far to the right", "int(u, x, a, oo) = int(v, x, a, oo)",
         given="defined(a); in(x, (a, oo)) => u = v", source=PARTS),
    rule("integral of an equal, far to the left", "int(u, x, -oo, b) = int(v, x, -oo, b)",
         given="defined(b); in(x, (-oo, b)) => u = v", source=PARTS),
    rule("a first part diverges", "undefined(int(u, x, a, b))", given="undefined(int(u, x, a, c)); a < c; c < b", source=CONVERGENCE),
    rule("a last part diverges", "undefined(int(u, x, a, b))", given="undefined(int(u, x, c, b)); a < c; c < b", source=CONVERGENCE),
    rule("the part to the right diverges", "undefined(int(u, x, a, oo))", given="undefined(int(u, x, c, oo)); a < c", source=CONVERGENCE),
    rule("the part to the left diverges", "undefined(int(u, x, -oo, b))", given="undefined(int(u, x, -oo, c)); c < b", source=CONVERGENCE),
    rule("a part at the start diverges", "undefined(int(u, x, a, oo))", given="undefined(int(u, x, a, c)); a < c", source=CONVERGENCE),
    rule("the right half diverges", "undefined(int(u, x, -oo, oo))", given="undefined(int(u, x, c, oo)); defined(c)", source=CONVERGENCE),
    rule("the left half diverges", "undefined(int(u, x, -oo, oo))", given="undefined(int(u, x, -oo, c)); defined(c)", source=CONVERGENCE),
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
