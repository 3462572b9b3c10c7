"""Sets of reals as terms, and what it means to belong to one.

Intervals have the heads `()`, `[]`, `(]`, `[)` and two ends; an unbounded end is `oo` or `-oo`
(`App("neg", (App("oo", ()),))`). `domain(fn(x, u))` is the set of the x where u is defined.
"""

from __future__ import annotations

from sigmaprime.kernel.term import App, Term, Wrong, substitute

OO = App("oo", ())
MINUS_OO = App("neg", (OO,))
REALS = App("()", (MINUS_OO, OO))


def is_place(term: Term) -> bool:
    """Whether a term is undefined as a number and has a meaning all the same, as where a limit goes."""
    return term is MINUS_OO or (isinstance(term, App) and term.head in ("oo", "from_above", "from_below"))


def is_interval(region: Term) -> bool:
    match region:
        case App("()", (_, _)):
            return True
        case App("[]", (low, high)):
            return low is not MINUS_OO and high is not OO
        case App("[)", (low, _)):
            return low is not MINUS_OO
        case App("(]", (_, high)):
            return high is not OO
    return False


def membership(x: Term, region: Term, *, inside: bool = False) -> tuple[Term, ...]:
    """The hypotheses that say `x in region` (in its interior, if `inside`)."""
    match region:
        case App("()" | "[]" | "(]" | "[)" as brackets, (low, high)) if is_interval(region):
            above = ">=" if brackets[0] == "[" and not inside else ">"
            below = "<=" if brackets[1] == "]" and not inside else "<"
            said = (App(above, (x, low)),) if low is not MINUS_OO else ()
            return (*said, App(below, (x, high))) if high is not OO else said
        case App("domain", (App("fn", (bound, body)),)) if not inside:
            return (App("defined", (substitute(body, {bound.name: x}),)),)  # type: ignore[union-attr]
        case App("points", args) | App("union", args):
            return (App("in", (x, region)),) if args else ()
    raise Wrong(f"not a set with known members: {region}")


def left_end(region: Term) -> Term:
    """The place from which an interval starts, as a limit sees it: `-oo` or `from_above(a)`."""
    low, _ = ends(region)
    return low if low is MINUS_OO else App("from_above", (low,))


def right_end(region: Term) -> Term:
    _, high = ends(region)
    return high if high is OO else App("from_below", (high,))


def ends(region: Term) -> tuple[Term, Term]:
    match region:
        case App(_, (low, high)) if is_interval(region):
            return low, high
    raise Wrong("an interval was expected")
