"""What stands beside and before the lines of a limit."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_PLACES: Final = ("near a point", "close to a point", "from above", "from below", "far to the right", "far to the left")
_POWER: Final = "exp grows faster than every power"
_LOG: Final = "ln grows more slowly than every power"

LIMITS: Final = MappingProxyType({
    # beside a line
    "limit.put in": "put in {point}",
    "limit.as": "as {facts}",
    "limit.laws": "limit laws",
    "limit.both sides": "the same from both sides",
    "limit.squeeze": "squeeze theorem",
    "limit.standard": "standard limit",
    "limit.standard with": "{limit} with {equation}",
    "limit.substitution": "let {equation}: {place}",
    "limit.hopital": "l'Hôpital's rule",
    "limit.constant factor": "constant factor",
    "limit.as a quotient": "written as a quotient",
    "limit.squares": "{formula}",
    "limit.cancel": "cancel {factor}",
    "limit.factor": "factor",
    "limit.multiply": "multiply above and below by {factor}",
    "limit.divide": "divide above and below by {factor}",
    "limit.take out": "take out {factor}",
    "limit.common denominator": "common denominator",
    "limit.simplify": "simplify",
    "limit.out of the root": "take the square out of the root",
    "limit.to standard": "rearranged for the standard limits",
    "limit.power": "a power as an exponential",
    "limit.bounded": "{factor} is bounded, {fact}",
    # before the lines
    "limit.hopital applies":
        "As {place}, {facts}, and near there {slope}: l'Hôpital's rule applies.",
    "limit.between": "For {where}: {bounds}.",
    "limit.between since": "For {where}: {factor}, hence {bounds}.",
    "limit.bounds tend": "Both bounds tend to {value} for {place}.",
    "limit.from above": "From the right:",
    "limit.from below": "From the left:",
    "limit.sides differ": "The limits from the right and from the left are not the same: {limit} does not exist.",
    "limit.none from a side": "There is no limit from that side, so {limit} does not exist.",
    "limit.only from above": "To the left of {place}, {function} is not defined; the limit from the right counts.",
    "limit.only from below": "To the right of {place}, {function} is not defined; the limit from the left counts.",
    "limit.grows": "For {place}, {u} grows without bound and takes all large values.",
    "limit.sequence": "For {x} with {equation}, where n = 1, 2, 3, …: {place}, and always {values}.",
    "limit.unbounded sequence": "For {x} with {equation}: {place}, and the size of {value} grows without bound.",
    "limit.two sequences": "Along two sequences the values behave differently: {limit} does not exist.",
    "limit.does not exist": "{limit} does not exist",
    # routes
    "route.continuity": "By continuity",
    "route.factoring": "By factoring",
    "route.conjugate": "With the conjugate",
    "route.fractions": "With a common denominator",
    "route.dividing": "Dividing by the largest power",
    "route.standard": "By a standard limit",
    "route.rearranging": "From the standard limits",
    "route.squeeze": "By squeezing",
    "route.hopital": "By l'Hôpital's rule",
    "route.substitution": "By substitution",
    "route.definition": "By the definition of the function",
    "route.dominant": "Taking out the largest term",
    "route.sides": "From both sides",
    # rules
    **{
        f"reason.oscillation that grows, {place}": "it oscillates more and more"
        for place in ("from above", "from below", "far to the right", "far to the left")
    },
    "reason.powers grow more slowly than exp": _POWER,
    "reason.exp grows faster than powers": _POWER,
    "reason.x grows more slowly than exp": _POWER,
    "reason.exp grows faster than x": _POWER,
    "reason.ln grows more slowly than powers": _LOG,
    "reason.ln grows more slowly than x": _LOG,
    "reason.a logarithm grows more slowly": _LOG,
    "reason.powers outweigh ln at 0": "a power outweighs ln",
    "reason.x outweighs ln at 0": "a power outweighs ln",
    **{f"reason.square root of what tends to 0, {place}": "the square root is continuous" for place in _PLACES},
})  # fmt: skip
