"""Where a function is defined."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

DOMAIN = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 2.1 (functions and their domains)"

# fmt: off
ROWS: Final = (
    rule("the domain is that",           "domain_is(u, x, domain(u, x), S)", given="domain(u, x) = S", source=DOMAIN),
    rule("the domain is not that",       "not(domain_is(u, x, domain(u, x), S))",
         given="not(domain(u, x) = S)", source=DOMAIN),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "domain_is",
        words=(Phrase("domain_is", "has domain {T:set}"),),
        theorems=("the domain is that",),
        denials=("the domain is not that",),
    ),
)
