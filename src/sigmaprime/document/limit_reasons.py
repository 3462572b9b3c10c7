"""Why a line of a limit holds, in the words of a textbook: put in, factor, cancel, a standard limit."""

from __future__ import annotations

from typing import Final

from sigmaprime.document.limit_algebra import algebra
from sigmaprime.document.lines import Link
from sigmaprime.document.margin import core_of, differentiates, listed, reason, rule_of
from sigmaprime.document.page import Text, say
from sigmaprime.kernel.proof import Apply, Arithmetic, Chain, Derivation, Replace
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free

INFINITE: Final = (OO, MINUS_OO)
ONE: Final = Num(1)
A, B = Var("a"), Var("b")
DIFFERENCE: Final = App("-", (A, B))
SQUARES: Final = App(
    "=", (App("*", (DIFFERENCE, App("+", (A, B)))), App("-", (App("^", (A, Num(2))), App("^", (B, Num(2))))))
)
CUBES: Final = App(
    "=",
    (
        App("*", (DIFFERENCE, App("+", (App("+", (App("^", (A, Num(2))), App("*", (A, B)))), App("^", (B, Num(2))))))),
        App("-", (App("^", (A, Num(3))), App("^", (B, Num(3))))),
    ),
)
LOGARITHMS: Final = App("=", (App("-", (App("ln", (A,)), App("ln", (B,)))), App("ln", (App("/", (A, B)),))))
BY_DIFFERENCE: Final = frozenset(("equal, by a difference", "equal multiples", "neither less nor greater"))
STANDARD: Final = (
    "standard limit", "powers grow", "exp grows", "ln grows", "powers outweigh", "a logarithm grows", "x grows",
    "x outweighs",
)  # fmt: skip


def _parts(proof: Derivation) -> tuple[Term, Term, Term]:
    function, place, value, *_ = proof.claim.says.args  # type: ignore[union-attr]
    return function, place, value


def is_equal_near(rule: str) -> bool:
    return rule.startswith("limit of an equal")


def parts_that_tend(proof: Derivation) -> tuple[Derivation, ...]:
    return tuple(p for p in proof.parts if isinstance(p.claim.says, App) and p.claim.says.head == "tends")


def without_value(proof: Derivation) -> Derivation:
    """The proof before its value was written more simply."""
    match proof.by, proof.parts:
        case Replace((2,)), (_, there):
            return without_value(there)
    return proof


def is_limit_law(rule: str) -> bool:
    """Whether the rule gives the limit of a combination of what has limits."""
    return (rule.startswith("limit of a") and not is_equal_near(rule)) or rule.startswith("limit under")


def is_law(rule: str) -> bool:
    """Whether the rule is a limit law, which a reader applies without a line of its own."""
    special = (
        "limit of an equal", "l'Hopital", "substitution of", "limit with", "limit seen", "two-sided", "squeeze",
        "bounded times", *STANDARD,
    )  # fmt: skip
    return not rule.startswith(special)


def is_simple(proof: Derivation) -> bool:
    """Whether nothing but limit laws is used, so that one line says it all."""
    bare = without_value(proof)
    match bare.by:
        case Apply(rule):
            return is_law(rule) and all(map(is_simple, parts_that_tend(bare)))
    return False


def simple_reason(proof: Derivation) -> Text:
    """Put in the value; or what tends to what, where something is infinite on the way."""
    (function, place, value) = _parts(proof)
    x = function.args[0]  # type: ignore[union-attr]
    rule = rule_of(proof) or ""
    if value in INFINITE or "tends to 0" in rule:
        return law_reason(proof)
    facts = list(dict.fromkeys(_notable(proof)))
    if not facts:
        if place in INFINITE or x.name not in free(function.args[1]):  # type: ignore[union-attr]
            return ()
        at = place.args[0] if isinstance(place, App) and place.head in ("from_above", "from_below") else place
        return (say("limit.put in", point=App("=", (x, at))),)
    return (say("limit.as", facts=_listed(facts)),)


def _listed(facts: list[Term]) -> Text:
    return listed(tuple(facts))


def _notable(proof: Derivation) -> list[Term]:
    """`1/x -> 0`: the parts that are finite although something in them is infinite."""
    bare = without_value(proof)
    function, _, value = _parts(bare)
    tending = parts_that_tend(bare)
    if value not in INFINITE and any(_parts(p)[2] in INFINITE for p in tending):
        return [App("->", (function.args[1], _parts(proof)[2]))]  # type: ignore[union-attr]
    if "that tends to 0" in (rule_of(bare) or "") or "what tends to 0" in (rule_of(bare) or ""):
        return [App("->", (function.args[1], value))]  # type: ignore[union-attr]
    return [fact for p in tending for fact in _notable(p)]


def law_reason(proof: Derivation) -> Text:
    """What the parts tend to, from which the limit follows."""
    bare = without_value(proof)
    rule = rule_of(bare) or ""
    tending = parts_that_tend(bare)
    x = _parts(bare)[0].args[0]  # type: ignore[union-attr]
    facts = [App("->", (_parts(p)[0].args[1], _parts(p)[2])) for p in tending if x.name in free(_parts(p)[0].args[1])]  # type: ignore[union-attr]
    facts = [fact for fact in facts if fact.args[0] is not x]
    if " over a " in rule and "tends to 0" in rule:
        sign = ">" if "over a positive" in rule else "<"
        below = parts_that_tend(bare)[-1]
        facts.append(App(sign, (_parts(below)[0].args[1], Num(0))))  # type: ignore[union-attr]
    if rule.startswith("bounded times"):
        return (say("limit.bounded", factor=dict(bare.by.holes)["u"], fact=facts[0] if facts else x),)  # type: ignore[union-attr]
    if not facts:
        return () if rule in ("the variable grows", "the variable falls") else (say(f"reason.{rule}"),)
    return (say("limit.as", facts=_listed(list(dict.fromkeys(facts)))),)


def standard_reason(rule: str, proof: Derivation, t: Term | None = None, u: Term | None = None) -> Text | None:
    """The standard limit by its formula, with what t is in it."""
    if not rule.startswith(STANDARD):
        return None
    function, place, value = _parts(proof)
    shown = App("=", (App("lim", (function, place)), value))
    if rule.startswith("standard limit"):
        if t is None or u is None:
            return (say("limit.standard"),)
        return (say("limit.standard with", limit=shown, equation=App("=", (t, u))),)
    return (say(f"reason.{rule}"),)


def rearranging(link: Link) -> Text:
    """What was done to the function in this line."""
    if not all(_is_algebra(proof) for proof in link.proofs):
        words = _special(link)
        if words is not None:
            return words
        plain = _is_composed(link.proofs[0]) or rules_used(link.proofs[0]) <= BY_DIFFERENCE
        return (say("limit.simplify"),) if plain else reason(link.proofs[0])
    return algebra(link.left, link.right)


def _is_algebra(proof: Derivation) -> bool:
    core = core_of(proof)
    if isinstance(core.by, Chain):
        return all(map(_is_algebra, core.parts))
    rule = rule_of(proof) or ""
    return isinstance(core.by, Arithmetic) or rule in ("square of a square root", "cube of a cube root")


def rules_used(proof: Derivation) -> set[str]:
    """The rules of a line and of the lines that it is composed of."""
    core = core_of(proof)
    if isinstance(core.by, Chain):
        return set[str]().union(*map(rules_used, core.parts))
    return {rule_of(proof) or ""}


def squares_of_roots(proofs: tuple[Derivation, ...]) -> Text | None:
    """The formula by which a root was got rid of, if a square or cube of a root was opened."""
    rules = set[str]().union(*map(rules_used, proofs))
    if "square of a square root" in rules:
        return (say("limit.squares", formula=SQUARES),)
    return (say("limit.squares", formula=CUBES),) if "cube of a cube root" in rules else None


def _is_composed(proof: Derivation) -> bool:
    """Whether it is a proof of many steps, none of which gives the line its name."""
    core = core_of(proof)
    return isinstance(core.by, Chain) and len({rule_of(part) for part in core.parts}) > 1 and not differentiates(proof)


def _special(link: Link) -> Text | None:
    rules = set[str]().union(*map(rules_used, link.proofs))
    match link.left, link.right:
        case App("-", (App("ln", _), App("ln", _))), App("ln", _):
            return (say("limit.squares", formula=LOGARITHMS),)
    if "a square taken out of a root" in rules:
        return (say("limit.out of the root"),)
    if "general power" in rules:
        return (say("limit.power"),)
    return None
