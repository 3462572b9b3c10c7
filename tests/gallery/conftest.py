"""The gallery: a fixed set of proofs, made once by the search from an article's claims and from worked derivations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Derive, Parameters, Statement
from sigmaprime.verbs import decide, derive_routes, rules_in
from sigmaprime.verdict import Proved, Refuted

TEXT = """
let s(x) = 1/(1 + exp(-x))
s(x) = 1/(1 + exp(-x)) = exp(x)/(1 + exp(x)) = 1/2 + 1/2*tanh(x/2)
s(0) = 1/2
s has range (0, 1)
s is strictly increasing
s(-x) = 1 - s(x)
s is symmetric about (0, 1/2)
false s is symmetric about x = 0
s'(x) = exp(-x)/(1 + exp(-x))^2
s'(x) = s(x)*(1 - s(x))
false s'(x) = s(x)*(s(x) - 1)
s''(x) = s(x)*(1 - s(x))*(1 - 2*s(x))
0 < s'(x) <= 1/4
s' has unique maximum 1/4 at x = 0
s' has range (0, 1/4]
s' is even
s' is symmetric about x = 0
s' is strictly increasing on (-oo, 0]
s' is strictly decreasing on [0, oo)
false s' is decreasing
false s' is monotonic
s' has inflection points at x = -ln(2 + sqrt(3)), ln(2 + sqrt(3))
s' is nonzero
s' is positive
s' is smooth
s is Lipschitz with constant 1/4
s(x) -> 1 as x -> oo
s(x) -> 0 as x -> -oo
s'(x) -> 0 as x -> oo
s'(x) -> 0 as x -> -oo
s'(x) <= exp(-abs(x))
0 < s'(x)*s'(y) <= 1/16
int(s'(x), x, -oo, oo) = 1
int(s(x), x) = ln(1 + exp(x)) + C
s solves y' = y*(1 - y) with y(0) = 1/2
s'(0) = 1/4
s(1) ~= 0.7311
s'(1) ~= 0.1966
s(2) ~= 0.8808
s'(2) ~= 0.1050
s(-2) ~= 0.1192
s'(-2) ~= 0.1050
false s(-2) ~= 0.1129
derive s'(x) = s(x)*(1 - s(x)) by all
derive s''(x)
"""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A proof that the kernel accepted, and the line that it proves or refutes."""

    line: str
    proof: Derivation


@dataclass(frozen=True, slots=True)
class Gallery:
    exhibits: tuple[Exhibit, ...]
    rules: Mapping[str, Rule]


def gallery_of(text: str) -> Gallery:
    scope, found = Scope(), []
    for line in read_claims(text, "gallery", PHRASES):
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case Statement():
                verdict = decide(line, scope, 60.0)
                assert isinstance(verdict, Refuted if line.expected == "refuted" else Proved), line.text
                found.append(Exhibit(line.text, verdict.fact.proof))
            case Derive():
                found += [Exhibit(f"{line.text}: {r.name}", r.fact.proof) for r in derive_routes(line, scope, 60.0)]
    return Gallery(tuple(found), rules_in(scope))


@pytest.fixture(scope="session")
def gallery() -> Gallery:
    return gallery_of(TEXT)
