"""Claims in words and formulas: `s is strictly increasing on (0, oo)` as the list of its words and its terms.

One table serves the language and the page: the words are the language's own, and the terms between them are set in
one line or in the plane. A few heads exist only here, for formulas that are not terms of the language:
`->` (tends to), `~` (behaves as), `list`, `point`, `subject` (the function that is spoken of), `name`, `extreme`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, TypeAlias

from sigmaprime.kernel.term import App, Num, Term, Var

Part: TypeAlias = str | Term
Phrase: TypeAlias = tuple[Part, ...]

_PLAIN: Final = MappingProxyType({
    "even": " is even", "odd": " is odd", "increasing": " is increasing",
    "strictly_increasing": " is strictly increasing",
    "decreasing": " is decreasing", "strictly_decreasing": " is strictly decreasing", "monotonic": " is monotonic",
    "strictly_monotonic": " is strictly monotonic", "convex": " is convex", "strictly_convex": " is strictly convex",
    "concave": " is concave", "strictly_concave": " is strictly concave", "continuous": " is continuous",
    "differentiable": " is differentiable", "smooth": " is smooth", "bounded": " is bounded",
    "positive": " is positive",
    "negative": " is negative", "nonnegative": " is nonnegative", "nonpositive": " is nonpositive",
    "nonzero": " is nonzero", "constant": " is constant", "injective": " is injective",
    "no_maximum": " has no maximum", "no_minimum": " has no minimum", "no_local_maximum": " has no local maximum",
    "no_local_minimum": " has no local minimum", "no_zeros": " has no zeros",
    "no_inflections": " has no inflection points", "no_critical": " has no critical points",
})  # fmt: skip
_ONE_VALUE: Final = MappingProxyType({
    "periodic": " is periodic with period ", "lipschitz": " is Lipschitz with constant ", "range": " has range ",
    "domain_is": " has domain ",
})  # fmt: skip
_EXTREME: Final = MappingProxyType({
    "maximum": " has maximum ", "unique_maximum": " has unique maximum ", "minimum": " has minimum ",
    "unique_minimum": " has unique minimum ", "local_maximum": " has local maximum ",
    "local_minimum": " has local minimum ",
})  # fmt: skip
_POINTS: Final = MappingProxyType({
    "inflections": " has inflection points at ", "zeros": " has zeros at ", "critical": " has critical points at ",
})  # fmt: skip
_OF_ONE: Final = MappingProxyType({
    "defined": " is defined", "undefined": " is undefined", "interval": " is an interval", "open": " is open",
    "inhabited": " has a member",
})  # fmt: skip
_VALUES: Final = MappingProxyType({"largest": "max", "smallest": "min", "supremum": "sup", "infimum": "inf"})

PROPERTIES: Final = frozenset(
    (*_PLAIN, *_ONE_VALUE, *_EXTREME, *_POINTS, *_VALUES, "mirror", "centre", "asymptote", "vertical_asymptote",
     "inverse", "solves")
)  # fmt: skip


def phrase(claim: Term) -> Phrase | None:
    """The claim as a sentence without its full stop; None for one that is all formula, as equations are."""
    match claim:
        case App("tends", (App("fn", (x, body)), place, value)) | App(
            "limit_in", (App("fn", (x, body)), place, value, _)
        ):
            return App("->", (body, value)), " as ", App("->", (x, place))
        case App("order", (App("fn", (x, u)), App("fn", (_, v)), App("fn", (_, w)), place, *_)):
            rest = App("O", (w,)) if v is Num(0) else App("+", (v, App("O", (w,))))
            return App("=", (u, rest)), " as ", App("->", (x, place))
        case App("no_limit", (App("fn", (x, body)), place)):
            return App("subject", (App("fn", (x, body)),)), " has no limit as ", App("->", (x, place))
        case App("equivalent", (App("fn", (x, body)), App("fn", (_, other)), place)):
            return App("~", (body, other)), " as ", App("->", (x, place))
        case App("antiderivative", (App("fn", (_, found)), region, App("fn", (x, body)))):
            integral = App("int", (App("fn", (x, body)),))
            return App("=", (integral, App("+", (found, Var("C"))))), *_on(region, App("fn", (x, body)))
        case App("no_vertical_asymptote", (subject, *_)):
            return App("subject", (subject,)), " has no vertical asymptote"
        case App(head, (App("fn", (Var() as x, _)) as subject, region, *slots)) if head in PROPERTIES:
            if head in _VALUES:
                return App("=", (App("extreme", (Var(_VALUES[head]), subject)), slots[0])), *_on(region, subject)
            return App("subject", (subject,)), *_said(head, x, tuple(slots)), *_on(region, subject)
        case App("approaches", (App("fn") as subject, region, value)):
            return App("subject", (subject,)), " comes arbitrarily close to ", value, *_on(region, subject)
        case App("defined" | "undefined" | "interval" | "open" | "inhabited" as head, (term,)):
            return term, _OF_ONE[head]
        case App("not", (inner,)):
            said = phrase(inner) or (inner,)
            return "it is not so that ", *said
        case App("all", (inner, *given)):
            supposed: Phrase = (" whenever ", *conjunction(tuple(given))) if given else ()
            return *(phrase(inner) or (inner,)), *supposed
        case App("some", given) if given:
            return "at some point ", *conjunction(given)
    return None


def conjunction(claims: tuple[Term, ...]) -> Phrase:
    """`p, q and r`, each in words where it has any."""
    said: list[Part] = []
    for index, claim in enumerate(claims):
        said += ("",) if not index else (" and ",) if index == len(claims) - 1 else (", ",)
        said += phrase(claim) or (claim,)
    return tuple(part for part in said if part != "")


def _said(head: str, x: Var, slots: tuple[Term, ...]) -> Phrase:
    """What is said of the function, after its name."""
    match head, slots:
        case _, () if head in _PLAIN:
            return (_PLAIN[head],)
        case _, (value,) if head in _ONE_VALUE:
            return _ONE_VALUE[head], value
        case _, (value, place) if head in _EXTREME:
            return _EXTREME[head], value, " at ", App("=", (x, place))
        case _, (App("points", points),) if head in _POINTS:
            return _POINTS[head], App("=", (x, App("list", points)))
        case "mirror", (axis,):
            return " is symmetric about ", App("=", (x, axis))
        case "centre", (a, b):
            return " is symmetric about ", App("point", (a, b))
        case "asymptote", (App("fn", (_, line)), place):
            return " has asymptote ", App("=", (Var("y"), line)), " as ", App("->", (x, place))
        case "vertical_asymptote", (place,):
            return " has vertical asymptote ", App("=", (x, place))
        case "inverse", (other,):
            return " is inverse to ", App("subject", (other,))
        case "solves", (App("fn", (_, App("fn", (y, slope)))), *start):
            initial: Phrase = ()
            if start and isinstance(start[0], App):
                at, value = start[0].args
                initial = " with ", App("=", (App(_name(y), (at,)), value))
            return " solves ", App("=", (App("name", (Var(f"{_name(y)}'"),)), slope)), *initial
    return f" has the property {head}" + (": " if slots else ""), *((App("list", slots),) if slots else ())


def _name(y: Term) -> str:
    return y.name if isinstance(y, Var) else "y"


def _on(region: Term, subject: Term) -> Phrase:
    """` on S`, unless S is the domain of the function itself."""
    natural = isinstance(region, App) and region.head == "domain" and region.args == (subject,)
    return () if natural else (" on ", region)
