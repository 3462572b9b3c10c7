"""Where inside a term an equation may be used: what a binder on the way there does to its hypotheses.

An equation under D must hold on an open set around the point, so it may use `x < c`, `x > c`, `x != c` at most;
under a property on a set S it may use that x lies in S; elsewhere nothing about the variable that is bound.
"""

from __future__ import annotations

from sigmaprime.kernel.sets import membership
from sigmaprime.kernel.term import App, Path, Term, Var, Wrong, children, free, require

# What follows from `P` does not follow when a term in it is defined at more points, or it is denied.
# An interval of which an end is undefined is empty, and every property holds on it.
SEALED = frozenset(
    {"not", "all", "some", "domain", "undefined", "in", "points", "union", "digits", "()", "[]", "(]", "[)"}
)
# The claims about a function that depend on its values on their set alone; `asymptote`, for one, looks beyond it.
ON_A_SET = frozenset(
    "even odd increasing strictly_increasing decreasing strictly_decreasing monotonic convex strictly_convex concave "
    "strictly_concave continuous differentiable smooth bounded positive negative nonnegative nonpositive nonzero "
    "constant injective periodic approaches lipschitz mirror centre maximum unique_maximum minimum unique_minimum "
    "no_maximum no_minimum largest smallest supremum infimum inflections zeros no_zeros critical range".split()
)


def available(hypothesis: Term, given: tuple[Term, ...], term: Term, at: Path) -> bool:
    """Whether `hypothesis`, known of what `given` is known of or introduced on the way, holds at `at` in `term`.

    Raises `Wrong` where no replacement is allowed at all: in what is denied, and on the right of an equation.
    """
    known = hypothesis in given
    owner: Term = term
    for depth, index in enumerate(at):
        require(index < len(children(term)), "no such position")
        match term:
            case App("fn", (Var(name), _)):
                require(index == 1, "the variable of a function is not replaced")
                if name in free(hypothesis):
                    local = isinstance(owner, App) and owner.head == "D" and owner.args[1:] == (Var(name),)
                    known = (known and local and _is_open(hypothesis, name)) or _introduced(hypothesis, name, owner)
            case App("=", _):
                require(depth > 0 or index == 0, "the right side of an equation is not replaced")
                require(depth == 0, "an equation inside a claim is not opened")
            case _:
                head = term.head if isinstance(term, App) else ""
                require(head not in SEALED, "nothing is replaced inside ", head)
                # `inverse` speaks of the domain of its third part, which may grow
                require(head != "inverse" or index != 2, "the inverse function is not replaced")
        owner, term = term, children(term)[index]
    return known


def _is_open(hypothesis: Term, name: str) -> bool:
    match hypothesis:
        case App("<" | ">" | "!=", (u, v)):
            return (u is Var(name) and name not in free(v)) or (v is Var(name) and name not in free(u))
    return False


def _introduced(hypothesis: Term, name: str, owner: Term) -> bool:
    match owner:
        case App(head, (App("fn", _), region, *_)) if head in ON_A_SET and name not in free(region):
            try:
                return hypothesis in membership(Var(name), region)
            except Wrong:
                return False
    return False
