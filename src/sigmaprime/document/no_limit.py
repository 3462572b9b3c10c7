"""A limit from one side only, and limits that do not exist: the two sides differ, or the values never settle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sigmaprime.document.limit_column import limit_of, parts_of
from sigmaprime.document.margin import rule_of
from sigmaprime.document.page import Block, Paragraph, say
from sigmaprime.kernel.proof import Apply, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, substitute
from sigmaprime.tidy import tidied

Told = Callable[[Derivation], tuple[Block, ...]]
PI: Final = App("pi", ())
TURN: Final = App("*", (App("*", (Num(2), PI)), Var("n")))
HALF: Final = App("/", (PI, Num(2)))
VALUES: Final[dict[tuple[str, Term], Term]] = {
    ("sin", Num(0)): Num(0), ("sin", HALF): Num(1), ("cos", Num(0)): Num(1), ("cos", PI): App("neg", (Num(1),)),
    ("cos", HALF): Num(0),
}  # fmt: skip


def one_sided(proof: Derivation) -> tuple[Derivation, ...]:
    """The limits from one side on which it rests, that from above first."""
    found = [p for p in proof.parts if isinstance(p.claim.says, App) and p.claim.says.head == "tends"]
    return tuple(dict.fromkeys(found))


def along_the_domain_blocks(proof: Derivation, tell: Told) -> tuple[Block, ...]:
    """√x → 0 as x → 0: the limit from the side on which the function is defined."""
    rule = rule_of(proof) or ""
    sides = one_sided(proof)
    if "where the domain ends" not in rule:
        return tuple(block for side in sides for block in tell(side))
    _, body, place = _function(proof)
    name = "limit.only from above" if "above" in rule else "limit.only from below"
    first = Paragraph((say(name, function=body, place=place),))
    value = parts_of(sides[0])[2]
    last = Paragraph((say("hence", claim=App("=", (limit_of(proof), value))),))
    return first, *(block for side in sides for block in tell(side)), last


def no_limit_blocks(proof: Derivation, tell: Told) -> tuple[Block, ...] | None:
    """Why there is no limit; None for a reason that is told like any other argument."""
    rule = rule_of(proof) or ""
    if rule == "different limits from above and from below":
        above, below = one_sided(proof)[:2]
        blocks = (
            Paragraph((say("limit.from above"),)), *tell(above), Paragraph((say("limit.from below"),)), *tell(below),
        )  # fmt: skip
        return *blocks, Paragraph((say("limit.sides differ", limit=limit_of(proof)),))
    if rule.startswith("no limit from"):
        inner = next(p for p in proof.parts if isinstance(p.claim.says, App) and p.claim.says.head == "no_limit")
        return *tell(inner), Paragraph((say("limit.none from a side", limit=limit_of(proof)),))
    if rule.startswith("oscillation,"):
        return _sequences(proof)
    if rule.startswith("oscillation that grows"):
        return _growing(proof)
    return None


def _holes(proof: Derivation) -> dict[str, Term]:
    return dict(proof.by.holes) if isinstance(proof.by, Apply) else {}


def _function(proof: Derivation) -> tuple[Var, Term, Term]:
    """The variable, the function and the place."""
    match proof.claim.says:
        case App(_, (App("fn", (Var() as x, body)), place, *_)):
            return x, body, place
    raise TypeError(proof.claim.says)


def _sequences(proof: Derivation) -> tuple[Block, ...]:
    """sin(1/x): the values 0 along 1/x_n = 2πn and 1 along 1/y_n = π/2 + 2πn."""
    x, body, place = _function(proof)
    holes = _holes(proof)
    u = holes["u"]
    lines: list[Block] = [Paragraph((say("limit.grows", u=u, place=App("->", (x, place))),))]
    for letter, hole in (("x_n", "a"), ("y_n", "d")):
        there = Var(letter)
        angle = tidied(App("+", (holes[hole], TURN)))
        where = App("=", (substitute(u, {x.name: there}), angle))
        values = App("=", (substitute(body, {x.name: there}), _value(holes["k"], holes[hole])))
        lines.append(
            Paragraph((say("limit.sequence", x=there, equation=where, place=App("->", (there, place)), values=values),))
        )
    return *lines, Paragraph((say("limit.two sequences", limit=limit_of(proof)),))


def _growing(proof: Derivation) -> tuple[Block, ...]:
    """x·sin(x): 0 along one sequence, without bound along another."""
    x, body, place = _function(proof)
    holes = _holes(proof)
    u, there, other = holes["u"], Var("x_n"), Var("y_n")
    first = App("=", (substitute(u, {x.name: there}), tidied(App("+", (holes["a"], TURN)))))
    second = App("=", (substitute(u, {x.name: other}), tidied(App("+", (holes["d"], TURN)))))
    zero = App("=", (substitute(body, {x.name: there}), Num(0)))
    return (
        Paragraph((say("limit.grows", u=u, place=App("->", (x, place))),)),
        Paragraph((say("limit.sequence", x=there, equation=first, place=App("->", (there, place)), values=zero),)),
        Paragraph((say("limit.unbounded sequence", x=other, equation=second, place=App("->", (other, place)),
                       value=substitute(body, {x.name: other})),)),
        Paragraph((say("limit.two sequences", limit=limit_of(proof)),)),
    )  # fmt: skip


def _value(k: Term, at: Term) -> Term:
    """k at the angle, as a number where it is a sine or cosine of a known angle."""
    match k:
        case App("fn", (y, App(head, (inner,)))) if inner is y and (head, at) in VALUES:
            return VALUES[head, at]
        case App("fn", (Var(name), body)):
            return substitute(body, {name: at})
    return k
