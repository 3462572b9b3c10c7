"""Ways to settle a condition of an equation: from what is known, from its parts, by the prover of inequalities."""

from __future__ import annotations

from dataclasses import replace

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.rule import fill
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.chain import sides
from sigmaprime.search.clock import now
from sigmaprime.search.goals import prove
from sigmaprime.search.nonzero import above_a_root, nonzero_as_factor, positive_as_known
from sigmaprime.search.opening import agreed
from sigmaprime.search.relations import simplest_by_relations
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.search.steps import ZERO, law, transported
from sigmaprime.search.visible import by_factors, not_negative, positive
from sigmaprime.search.work import Work, cut, derived, settle, sign_of

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
NAMES = {
    "<": "less, turned round",
    ">": "greater, turned round",
    "<=": "at most, turned round",
    ">=": "at least, turned round",
}
WEAKER = {
    (">", ">="): "greater, so at least",
    ("<", "<="): "less, so at most",
    (">", "!="): "greater, so not equal",
    ("<", "!="): "less, so not equal",
}
BY_DIFFERENCE = {
    "<": "less by a positive difference",
    ">": "greater by a positive difference",
    "<=": "at most, by a difference",
    ">=": "at least, by a difference",
}
DEFINED = {
    "+": ("sum is defined", "uv"),
    "-": ("difference is defined", "uv"),
    "*": ("product is defined", "uv"),
    "/": ("quotient is defined", "uv"),
    "neg": ("negative is defined", "u"),
}


def turned(work: Work, condition: Term) -> Derivation:
    """A known condition, read from right to left."""
    match condition:
        case App("<" | "<=" | ">" | ">=" as relation, (u, v)):
            way = work.facts.get(App(TURNED[relation], (v, u)))
            if way is not None:
                return law(NAMES[relation], condition, way(), u=u, v=v)
    raise NoProof("not known the other way round")


def as_known(work: Work, condition: Term) -> Derivation:
    """A sign that is known of a term that is opened to this one, or that is seen from a root in it."""
    match condition:
        case App(">" | ">=" as relation, (d, zero)) if zero is ZERO:
            try:
                return positive_as_known(work, relation, d)
            except NoProof:
                return above_a_root(work, relation, d)
    raise NoProof("not a sign")


def visible(work: Work, condition: Term) -> Derivation:
    """A sign that is seen at once."""
    match condition:
        case App(">", (u, zero)) if zero is ZERO and (found := positive(work, u)) is not None:
            return found
        case App(">=", (u, zero)) if zero is ZERO:
            if (loose := not_negative(work, u)) is not None:
                return loose
            if (strict := positive(work, u)) is not None:
                return law("greater, so at least", condition, strict, u=u, v=ZERO)
        case App("!=", (u, zero)) if zero is ZERO and (found := positive(work, u)) is not None:
            return law("greater, so not equal", condition, found, u=u, v=ZERO)
    raise NoProof("not seen at once")


def of_factors(work: Work, condition: Term) -> Derivation:
    """A sign that is seen of the factors of the opened term."""
    match condition:
        case App("<" | "<=" | ">" | ">=" | "!=" as relation, (u, zero)) if zero is ZERO:
            match by_factors(work, u):
                case (found, proof) if relation == found:
                    return proof
                case (found, proof) if relation in (f"{found}=", "!="):
                    return law(WEAKER[found, relation], condition, proof, u=u, v=ZERO)
    raise NoProof("not seen of its factors")


def by_parts(work: Work, condition: Term) -> Derivation:
    """The sign of a sum, product or quotient from the signs of its parts."""
    match condition:
        case App(">", (App("+", (u, v)), zero)) if zero is ZERO:
            return law("sum of positives", condition, *_positive(work, u, v), u=u, v=v)
        case App(">", (App("*", (u, v)), zero)) if zero is ZERO:
            return law("product of positives", condition, *_positive(work, u, v), u=u, v=v)
        case App(">", (App("/", (u, v)), zero)) if zero is ZERO:
            return law("quotient of positives", condition, *_positive(work, u, v), u=u, v=v)
        case App(">", (u, zero)) if zero is ZERO and App("!=", (u, ZERO)) in work.facts:
            loose, apart = settle(work, App(">=", (u, ZERO))), settle(work, App("!=", (u, ZERO)))
            return law("positive, being neither negative nor zero", condition, loose, apart, u=u)
        case App(">=", (App("*", (u, v)), zero)) if zero is ZERO:
            return law("product of nonnegatives", condition, *_signed(work, ">=", u, v), u=u, v=v)
        case App(">=", (App("/", (u, v)), zero)) if zero is ZERO:
            return law("nonnegative over positive", condition, *_signed(work, ">=", u), *_positive(work, v), u=u, v=v)
        case App("!=", (App("*", (u, v)), zero)) if zero is ZERO:
            parts = (settle(work, App("!=", (part, ZERO))) for part in (u, v))
            return law("product that is not zero", condition, *parts, u=u, v=v)
        case App("!=", (u, zero)) if zero is ZERO and isinstance(u, App):
            match sign_of(work, u):
                case (">", proof):
                    return law("greater, so not equal", condition, proof, u=u, v=ZERO)
                case ("<", proof):
                    return law("less, so not equal", condition, proof, u=u, v=ZERO)
    raise NoProof("no parts")


def _positive(work: Work, *parts: Term) -> tuple[Derivation, ...]:
    return _signed(work, ">", *parts)


def _signed(work: Work, relation: str, *parts: Term) -> tuple[Derivation, ...]:
    return tuple(settle(work, App(relation, (part, ZERO))) for part in parts)


def reduced(work: Work, condition: Term) -> Derivation:
    """A relation between terms with roots in them: the sign of their difference, made as short as can be."""
    match condition:
        case App("<" | ">" | "<=" | ">=" as relation, (u, v)) if v is not ZERO:
            difference = App("-", (v, u) if relation[0] == "<" else (u, v))
            sign = App(">" + relation[1:], (difference, ZERO))
            return law(BY_DIFFERENCE[relation], condition, settle(work, sign), u=u, v=v)
        case App(">" | ">=" | "!=" as relation, (u, v)):
            fact = simplest_by_relations(work, u) or agreed(work, u)
            if fact is not None:
                there = settle(work, App(relation, (sides(fact)[1], v)))
                return transported(condition, (0,), fact, there)
    raise NoProof("nothing to make shorter")


def defined(work: Work, condition: Term) -> Derivation:
    """A term is defined where its parts are, and the conditions of its outermost operation hold."""
    match condition:
        case App("defined", (Var() as x,)):
            return law("a variable is a number", condition, x=x)
        case App("defined", (App(head, args),)) if head in DEFINED:
            name, holes = DEFINED[head]
            return _by_row(work, name, condition, dict(zip(holes, args, strict=True)))
        case App("defined", (App("^", (u, Num(value) as n)),)) if value.denominator == 1 and value > 0:
            return _by_row(work, "power is defined", condition, {"u": u, "n": n})
        case App("defined", (App(head, (u,)),)) if f"{head} is defined" in work.session.rules:
            return _by_row(work, f"{head} is defined", condition, {"u": u})
    raise NoProof("not a combination")


def _by_row(work: Work, name: str, condition: Term, holes: dict[str, Term]) -> Derivation:
    premises = (fill(premise.says, holes) for premise in work.session.rules[name].premises)
    return law(name, condition, *(settle(work, premise) for premise in premises), **holes)


def as_factor(work: Work, condition: Term) -> Derivation:
    match condition:
        case App("!=", (d, zero)) if zero is ZERO:
            return nonzero_as_factor(work, d)
    raise NoProof("not a denominator")


def from_plain(work: Work, condition: Term) -> Derivation:
    return _in_time(work, Claim(condition, work.plain))


def from_derived(work: Work, condition: Term) -> Derivation:
    """Under what the hypotheses imply as well: proved for all values for which that holds, and so for these."""
    more = derived(work, condition.names)
    if not more:
        raise NoProof("nothing more is known")
    return cut(work, _in_time(work, Claim(condition, (*work.plain, *more))))


def from_all(work: Work, condition: Term) -> Derivation:
    if work.plain == work.given:
        raise NoProof("nothing more is known")
    return _in_time(work, Claim(condition, work.given))


def _in_time(work: Work, goal: Claim) -> Derivation:
    """A proof that is found soon: one condition must not use up the time of the whole."""
    deadline = min(work.session.deadline, now() + work.patience)
    try:
        return prove(replace(work.session, deadline=deadline), goal)
    except OutOfTime:
        work.session.tick()
        raise NoProof("it takes too long") from None


AT_ONCE = (turned, defined, visible)
WAYS = (of_factors, as_factor, as_known, by_parts, reduced, from_plain, from_derived, from_all)
