"""Why a line of a limit holds, in the words of a textbook: put in, factor, cancel, a standard limit."""

from __future__ import annotations

from typing import Final

from sigmaprime.document.lines import Link
from sigmaprime.document.margin import core_of, differentiates, listed, reason, rule_of
from sigmaprime.document.page import Text, say
from sigmaprime.kernel.normal import normal
from sigmaprime.kernel.proof import Apply, Arithmetic, Chain, Derivation, Replace
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, subterms

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
TRANSCENDENTAL: Final = frozenset("sin cos tan asin acos atan sinh cosh tanh exp ln".split())
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
        return (say("limit.simplify"),) if _is_composed(link.proofs[0]) else reason(link.proofs[0])
    return algebra(link.left, link.right)


def _is_algebra(proof: Derivation) -> bool:
    core = core_of(proof)
    if isinstance(core.by, Chain):
        return all(map(_is_algebra, core.parts))
    rule = rule_of(proof) or ""
    return isinstance(core.by, Arithmetic) or rule in ("square of a square root", "cube of a cube root")


def squares_of_roots(proofs: tuple[Derivation, ...]) -> Text | None:
    """The formula by which a root was got rid of, if a square or cube of a root was opened."""
    rules = {rule_of(proof) for proof in proofs}
    if "square of a square root" in rules:
        return (say("limit.squares", formula=SQUARES),)
    return (say("limit.squares", formula=CUBES),) if "cube of a cube root" in rules else None


def _is_composed(proof: Derivation) -> bool:
    """Whether it is a proof of many steps, none of which gives the line its name."""
    core = core_of(proof)
    return isinstance(core.by, Chain) and len({rule_of(part) for part in core.parts}) > 1 and not differentiates(proof)


def _special(link: Link) -> Text | None:
    rules = {rule_of(proof) for proof in link.proofs}
    if "a square taken out of a root" in rules:
        return (say("limit.out of the root"),)
    if "general power" in rules:
        return (say("limit.power"),)
    return None


def factors(term: Term) -> list[Term]:
    match term:
        case App("*", (u, v)):
            return [*factors(u), *factors(v)]
        case App("neg", (u,)):
            return [App("neg", (ONE,)), *factors(u)]
        case App("^", (u, Num(n))) if n.denominator == 1 and 1 < n <= 12:
            return factors(u) * int(n)
    return [term]


def _quotient(term: Term) -> tuple[Term, Term]:
    match term:
        case App("/", (u, v)):
            return u, v
        case App("neg", (App("/", (u, v)),)):
            return App("neg", (u,)), v
    return term, ONE


def _without(some: list[Term], others: list[Term]) -> list[Term]:
    left = list(some)
    for term in others:
        if term in left:
            left.remove(term)
    return left


def algebra(left: Term, right: Term) -> Text:
    (a, b), (c, d) = _quotient(left), _quotient(right)
    if _standards(right) and not _standards(left):
        return (say("limit.to standard"),)
    if b is not ONE or d is not ONE:
        gone = [t for t in _without(factors(a), factors(c)) if t in _without(factors(b), factors(d))]
        if gone and _fewer(left, right):
            return (say("limit.cancel", factor=_listed([_power(t, gone.count(t)) for t in dict.fromkeys(gone)])),)
        new = [t for t in _without(factors(c), factors(a)) if t in _without(factors(d), factors(b))]
        if new and not _without(factors(a), factors(c)):
            return (say("limit.multiply", factor=_product(new)),)
        if b is ONE and _is_sum(a) and new:
            return (say("limit.multiply", factor=_product(new)),)
        if (m := _divisor(a, b, c, d)) is not None:
            return (say("limit.divide", factor=m),)
    if _is_factored(a, c) or _is_factored(b, d):
        if _is_sum(left) and not _is_sum(right) and d is not ONE and b is ONE and _has_quotient(left):
            return (say("limit.common denominator"),)
        if b is ONE and d is ONE and _is_sum(left):
            return (say("limit.take out", factor=factors(c)[0]),)
        return (say("limit.factor"),)
    if (_is_sum(left) and not _is_sum(right) and d is not ONE) or (
        _sums_of_quotients(left) and not _sums_of_quotients(right)
    ):
        return (say("limit.common denominator"),)
    if b is ONE and d is not ONE and len(factors(a)) > 1:
        return (say("limit.as a quotient"),)
    return (say("limit.simplify"),)


def _is_factored(old: Term, new: Term) -> bool:
    """Whether a sum became a product with a sum in it."""
    return len(factors(new)) > len(factors(old)) and any(map(_is_sum, factors(new)))


def _standards(term: Term) -> bool:
    """Whether a quotient stands as a factor of its own beside others, as the standard limits are brought in."""
    parts = [f for side in _quotient(term) for f in factors(side)]
    quotients = [f for f in parts if isinstance(f, App) and f.head == "/" and f.args[0] is not ONE]
    return any(isinstance(t, App) and t.head in TRANSCENDENTAL for f in quotients for t in subterms(f))


def _power(term: Term, count: int) -> Term:
    return term if count == 1 else App("^", (term, Num(count)))


def _fewer(left: Term, right: Term) -> bool:
    return len(subterms(right)) <= len(subterms(left)) + 1


def _is_sum(term: Term) -> bool:
    return isinstance(term, App) and term.head in ("+", "-")


def _has_quotient(term: Term) -> bool:
    return any(isinstance(t, App) and t.head == "/" and free(t.args[1]) for t in subterms(term))


def _sums_of_quotients(term: Term) -> bool:
    return any(_is_sum(t) and any(_has_quotient(part) for part in t.args) for t in subterms(term))  # type: ignore[union-attr]


def _product(terms: list[Term]) -> Term:
    result = terms[0]
    for term in terms[1:]:
        result = App("*", (result, term))
    return result


def _divisor(a: Term, b: Term, c: Term, d: Term) -> Term | None:
    """By what numerator and denominator were divided."""
    if d is ONE and b is ONE:
        return None
    return _candidate(a, b, c, d)


def _candidate(a: Term, b: Term, c: Term, d: Term) -> Term | None:
    for m in dict.fromkeys(t for t in (*subterms(c), *subterms(d)) if isinstance(t, App | Var) and free(t)):
        try:
            if all(normal(App("-", (App("*", (new, m)), old))).top == {} for old, new in ((a, c), (b, d))):
                return m
        except Wrong:
            continue
    return None
