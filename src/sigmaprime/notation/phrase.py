"""Claims in words and formulas: `s is strictly increasing on (0, oo)` as the list of its words and its terms.

One table of words serves the language and the page (`words`, ids `claim.…`), and the terms between them are set in
one line or in the plane. A few heads exist only here, for formulas that are not terms of the language:
`->` (tends to), `~` (behaves as), `list`, `point`, `subject` (the function that is spoken of), `name`, `extreme`,
`or` (alternatives), `relation` (a sign alone).
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.words import ENGLISH, Language, Slot, template, wording

Part: TypeAlias = str | Term
Phrase: TypeAlias = tuple[Part, ...]

MEMORY: Final = 20_000  # terms: the formulas of a page and their parts stand there again and again
_OF_ONE: Final = frozenset(("defined", "undefined", "interval", "open", "inhabited", "whole"))
_VALUES: Final = MappingProxyType({"largest": "max", "smallest": "min", "supremum": "sup", "infimum": "inf"})
_OTHER: Final = frozenset(("tends", "no_limit", "no_vertical_asymptote", "approaches", "on", "not", "whenever", "some",
                           "and", "or", "domain", "in_domain", "on_domain", "inside", "outside", "solves_from",
                           "property", "property_with", "rounds to nearest", "rounds toward zero", "rounds up",
                           "rounds down"))  # fmt: skip

PROPERTIES: Final = frozenset(
    name for name in (*(key.removeprefix("claim.") for key in ENGLISH.words if key.startswith("claim.")), *_VALUES)
    if name not in _OTHER | _OF_ONE
)  # fmt: skip


@lru_cache(maxsize=MEMORY)
def phrase(claim: Term, spoken: Language = ENGLISH) -> Phrase | None:
    """The claim as a sentence without its full stop; None for one that is all formula, as equations are."""
    match claim:
        case App("tends", (App("fn", (x, body)), place, value)) | App(
            "limit_in", (App("fn", (x, body)), place, value, _)
        ):
            return _said(spoken, "tends", value=App("->", (body, value)), place=App("->", (x, place)))
        case App("order", (App("fn", (x, u)), App("fn", (_, v)), App("fn", (_, w)), place, *_)):
            rest = App("O", (w,)) if v is Num(0) else App("+", (v, App("O", (w,))))
            return _said(spoken, "tends", value=App("=", (u, rest)), place=App("->", (x, place)))
        case App("no_limit", (App("fn", (x, body)), place)):
            return _said(spoken, "no_limit", f=App("subject", (App("fn", (x, body)),)), place=App("->", (x, place)))
        case App("equivalent", (App("fn", (x, body)), App("fn", (_, other)), place)):
            return _said(spoken, "tends", value=App("~", (body, other)), place=App("->", (x, place)))
        case App("antiderivative", (App("fn", (_, found)), region, App("fn", (x, body)))):
            integral = App("int", (App("fn", (x, body)),))
            return App("=", (integral, App("+", (found, Var("C"))))), *_on(spoken, region, App("fn", (x, body)))
        case App("rounds", (u, v, App(form, ()), App(mode, ()))):
            return _said(spoken, f"rounds {mode}", f=u, value=v, format=form)
        case App("no_vertical_asymptote", (subject, *_)):
            return _said(spoken, "no_vertical_asymptote", f=App("subject", (subject,)))
        case App(head, (App("fn", (Var() as x, _)) as subject, region, *slots)) if head in PROPERTIES:
            if head in _VALUES:
                value = App("=", (App("extreme", (Var(_VALUES[head]), subject)), slots[0]))
                return value, *_on(spoken, region, subject)
            return *_property(spoken, head, App("subject", (subject,)), x, tuple(slots)), *_on(spoken, region, subject)
        case App("approaches", (App("fn") as subject, region, value)):
            near = _said(spoken, "approaches", f=App("subject", (subject,)), value=value)
            return *near, *_on(spoken, region, subject)
        case App(head, (term,)) if head in _OF_ONE:
            return _said(spoken, head, f=term)
        case App("not", (inner,)):
            return _said(spoken, "not", claim=phrase(inner, spoken) or (inner,))
        case App("all", (inner, *given)):
            supposed = _said(spoken, "whenever", given=conjunction(tuple(given), spoken)) if given else ()
            return *(phrase(inner, spoken) or (inner,)), *supposed
        case App("or", cases):
            return tuple(part for case in cases for part in (*_said(spoken, "or"), *(phrase(case, spoken) or (case,))))[
                1:
            ]
        case App("some", given) if given:
            return _said(spoken, "some", given=conjunction(given, spoken))
    return None


def conjunction(claims: tuple[Term, ...], spoken: Language = ENGLISH) -> Phrase:
    """`p, q and r`, each in words where it has any."""
    said: list[Part] = []
    for index, claim in enumerate(claims):
        said += () if not index else _said(spoken, "and") if index == len(claims) - 1 else (", ",)
        said += phrase(claim, spoken) or (claim,)
    return tuple(said)


def _said(spoken: Language, head: str, /, **slots: Part | Phrase) -> Phrase:
    """The words for a claim, with what belongs into them."""
    said: list[Part] = []
    for part in template(wording(spoken, f"claim.{head}") or head):
        match part:
            case Slot(slot):
                put = slots[slot]
                said += put if isinstance(put, tuple) else (put,)
            case str():
                said.append(part)
    return tuple(said)


def _property(spoken: Language, head: str, f: Term, x: Var, slots: tuple[Term, ...]) -> Phrase:
    """What is said of a function."""
    match head, slots:
        case "mirror", (axis,):
            return _said(spoken, head, f=f, place=App("=", (x, axis)))
        case "centre", (a, b):
            return _said(spoken, head, f=f, place=App("point", (a, b)))
        case "asymptote", (App("fn", (_, line)), place):
            return _said(spoken, head, f=f, line=App("=", (Var("y"), line)), place=App("->", (x, place)))
        case "vertical_asymptote", (place,):
            return _said(spoken, head, f=f, place=App("=", (x, place)))
        case "inverse", (other,):
            return _said(spoken, head, f=f, other=App("subject", (other,)))
        case "solves", (App("fn", (_, App("fn", (y, slope)))), *start):
            equation = App("=", (App("name", (Var(f"{_name(y)}'"),)), slope))
            if start and isinstance(start[0], App):
                at, value = start[0].args
                initial = App("=", (App(_name(y), (at,)), value))
                return _said(spoken, "solves_from", f=f, equation=equation, initial=initial)
            return _said(spoken, head, f=f, equation=equation)
        case _, ():
            return _said(spoken, head, f=f)
        case "zeros" | "critical" | "inflections", (App("points", points),):
            return _said(spoken, head, f=f, places=App("=", (x, App("list", points))))
        case "zeros" | "critical" | "inflections", (points,):
            return _said(spoken, head, f=f, places=App("in", (x, points)))
        case _, (value,):
            return _said(spoken, head, f=f, value=value)
        case _, (value, place):
            return _said(spoken, head, f=f, value=value, place=App("=", (x, place)))
    name = "property_with" if slots else "property"
    return _said(spoken, name, f=f, name=head, slots=App("list", slots))


def _name(y: Term) -> str:
    return y.name if isinstance(y, Var) else "y"


def _on(spoken: Language, region: Term, subject: Term) -> Phrase:
    """` on S`, unless S is the domain of the function itself."""
    natural = isinstance(region, App) and region.head == "domain" and region.args == (subject,)
    match region:
        case _ if natural:
            return ()
        case App("domain", (function,)):
            return _said(spoken, "on_domain", f=App("subject", (function,)))
    return _said(spoken, "on", region=region)
