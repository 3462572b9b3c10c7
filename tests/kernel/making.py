"""Short ways to write proofs down by hand, as an attacker would."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.kernel.check import check
from sigmaprime.kernel.proof import Apply, By, Claim, Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import Term, Wrong
from sigmaprime.read.row import read_row

Written = str | Term


def term(written: Written) -> Term:
    return read_row(written) if isinstance(written, str) else written


def proof(says: Written, by: By, *parts: Derivation, given: tuple[Written, ...] = ()) -> Derivation:
    return Derivation(Claim(term(says), tuple(map(term, given))), by, parts)


def use(rule: str, **holes: Written) -> Apply:
    return Apply(rule, tuple((hole, term(put)) for hole, put in holes.items()))


def accepted(made: Derivation, rules: Mapping[str, Rule] = LAWS) -> Derivation:
    """`made`, which the kernel accepts."""
    check(made, rules)
    return made


def rejected(made: Derivation, because: str | None = None, rules: Mapping[str, Rule] = LAWS) -> None:
    with pytest.raises(Wrong, match=because):
        check(made, rules)
