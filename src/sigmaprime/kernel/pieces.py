"""What has to be proved so that a list of inflection points, zeros or critical points is complete."""

from __future__ import annotations

from itertools import pairwise

from sigmaprime.kernel.sets import ends, membership
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, require, substitute

CURVATURES = frozenset({"strictly_convex", "strictly_concave"})


def pieces(says: Term, heads: tuple[str, ...]) -> tuple[Term, ...]:
    """The claims that together prove `says`, one of `heads` for each piece between neighbouring points."""
    match says:
        case App("inflections", (function, region, App("points", points))):
            require(set(heads) <= CURVATURES, "a piece is strictly convex or strictly concave")
            require(all(a != b for a, b in pairwise(heads)), "the curvature must change at every inflection point")
            inside = [claim for point in points for claim in membership(point, region, inside=True)]
            cuts = _between("()", region, points)
            return (App("continuous", (function, region)), *_ascending(points), *inside, *_on(function, cuts, heads))
        case App("zeros", (function, region, App("points", points))):
            require(set(heads) <= {"nonzero"}, "between zeros the function is not 0")
            inside = [claim for point in points for claim in membership(point, region)]
            cuts = _between(says.args[1].head, region, points)  # type: ignore[union-attr]
            return (*_ascending(points), *inside, *_vanishing(function, points), *_on(function, cuts, heads))
        case App("critical", (App("fn", (Var(name) as x, body)), App(brackets, (low, high)), App("points", points))):
            closed = [end for end, bracket in zip((low, high), brackets, strict=False) if bracket in "[]"]
            at_ends = [App("defined", (substitute(body, {name: end}),)) for end in closed]  # elsewhere the slope exists
            slope = App("fn", (x, App("D", (App("fn", (x, body)), x))))
            return (*at_ends, *pieces(App("zeros", (slope, App("()", (low, high)), App("points", points))), heads))
    raise Wrong("not a claim about a list of points")


def _ascending(points: tuple[Term, ...]) -> list[Term]:
    return [*(App("defined", (p,)) for p in points), *(App("<", (a, b)) for a, b in pairwise(points))]


def _vanishing(function: Term, points: tuple[Term, ...]) -> list[Term]:
    match function:
        case App("fn", (Var(name), body)):
            return [App("=", (substitute(body, {name: point}), Num(0))) for point in points]
    raise Wrong("a function was expected")


def _between(brackets: str, region: Term, points: tuple[Term, ...]) -> list[Term]:
    """The intervals into which the points cut an interval; closed where it is closed, and none that is empty."""
    low, high = ends(region)
    if points and brackets[0] == "[" and points[0] is low:
        brackets, points = "(" + brackets[1], points[1:]
    if points and brackets[1] == "]" and points[-1] is high:
        brackets, points = brackets[0] + ")", points[:-1]
    marks = (low, *points, high)
    last = len(marks) - 2
    return [
        App((brackets[0] if i == 0 else "(") + (brackets[1] if i == last else ")"), (a, b))
        for i, (a, b) in enumerate(pairwise(marks))
    ]


def _on(function: Term, cuts: list[Term], heads: tuple[str, ...]) -> list[Term]:
    require(len(heads) == len(cuts), "every piece needs its claim")
    return [App(head, (function, cut)) for head, cut in zip(heads, cuts, strict=True)]
