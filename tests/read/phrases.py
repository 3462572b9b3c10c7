"""The words of every kind of claim in the contract."""

from __future__ import annotations

from typing import Final

from sigmaprime.read.phrase import Phrase

_ADJECTIVES: Final = (
    "even odd increasing decreasing monotonic convex concave continuous differentiable smooth bounded positive "
    "negative nonnegative nonpositive nonzero constant injective"
).split()
_STRICT: Final = "increasing decreasing monotonic convex concave".split()
_EXTREMA: Final = ("maximum", "minimum")

PHRASES: Final = (
    *(Phrase(word, f"is {word}") for word in _ADJECTIVES),
    *(Phrase(f"strictly_{word}", f"is strictly {word}") for word in _STRICT),
    Phrase("periodic", "is periodic with period {p:term}"),
    Phrase("lipschitz", "is Lipschitz with constant {c:term}"),
    Phrase("mirror", "is symmetric about {x} = {a:term}"),
    Phrase("centre", "is symmetric about ({a:term}, {b:term})"),
    *(Phrase(end, f"has {end} {{V:term}} at {{x}} = {{a:term}}") for end in _EXTREMA),
    *(Phrase(f"unique_{end}", f"has unique {end} {{V:term}} at {{x}} = {{a:term}}") for end in _EXTREMA),
    *(Phrase(f"local_{end}", f"has local {end} {{V:term}} at {{x}} = {{a:term}}") for end in _EXTREMA),
    *(Phrase(f"no_{end}", f"has no {end}") for end in _EXTREMA),
    Phrase("inflections", "has inflection points at {x} = {A:terms}"),
    Phrase("zeros", "has zeros at {x} = {A:terms}"),
    Phrase("no_zeros", "has no zeros"),
    Phrase("critical", "has critical points at {x} = {A:terms}"),
    Phrase("range", "has range {T:set}"),
    Phrase("domain_is", "has domain {T:set}"),
    Phrase("asymptote", "has asymptote {L:line} as {x} -> {p:place}"),
    Phrase("vertical_asymptote", "has vertical asymptote {x} = {a:term}"),
    Phrase("no_limit", "has no limit as {x} -> {p:place}", on_set=False),
    Phrase("inverse", "is inverse to {g:function}"),
    Phrase("solves", "solves {F:ode}"),
    Phrase("solves", "solves {F:ode} with {I:initial}"),
)
