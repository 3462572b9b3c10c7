"""Which module looks for the proof of which property; imported when first needed."""

from __future__ import annotations

from importlib import import_module

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.search.session import Session

WAYS = {
    "approaches": ("approaching", "approaches"),
    "range": ("image", "value_range"),
    **dict.fromkeys(("even", "odd", "mirror", "centre", "periodic"), ("symmetric", "symmetric")),
    "lipschitz": ("steep", "lipschitz"),
    "bounded": ("existence", "bounded"),
    **dict.fromkeys(("largest", "smallest"), ("existence", "extreme_value")),
    **dict.fromkeys(("no_maximum", "no_minimum"), ("existence", "not_attained")),
    **dict.fromkeys(("local_maximum", "local_minimum"), ("existence", "local")),
    **dict.fromkeys(("inflections", "zeros", "critical"), ("listed", "point_list")),
    **dict.fromkeys(
        ("increasing", "strictly_increasing", "decreasing", "strictly_decreasing"), ("monotone", "monotone")
    ),
    **dict.fromkeys(("convex", "strictly_convex", "concave", "strictly_concave"), ("curvature", "curved")),
}  # fmt: skip


def by_its_way(session: Session, head: str, goal: Claim) -> Derivation:
    module, name = WAYS[head]
    found: Derivation = getattr(import_module(f"sigmaprime.search.{module}"), name)(session, goal)
    return found
