"""Lines that take several rules of differentiation together: which of these are mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.document.algebra import derived_function
from sigmaprime.document.margin import core_of, differentiates, rule_of
from sigmaprime.document.words import ELEMENTARY, TRIVIAL
from sigmaprime.kernel.proof import Chain, Derivation


def that_matter(links: tuple[Derivation, ...]) -> tuple[Derivation, ...]:
    """Where rules of differentiation are applied, the trivial ones and the algebra between them are not mentioned."""
    leaves = tuple(_leaves(links))
    rules = tuple(link for link in leaves if differentiates(link))
    weighty = tuple(link for link in rules if rule_of(link) not in ELEMENTARY)
    slight = tuple(link for link in rules if rule_of(link) not in TRIVIAL)
    return weighty or slight or rules or leaves


def _leaves(links: tuple[Derivation, ...]) -> Iterator[Derivation]:
    """The links of columns within columns; a derivative that is known by heart stays one."""
    for link in links:
        core = core_of(link)
        if isinstance(core.by, Chain) and derived_function(core.claim.says) is None and differentiates(core):
            yield from _leaves(core.parts)
        else:
            yield link
