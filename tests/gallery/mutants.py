"""Every way to change one field of one node of a proof."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as changed
from fractions import Fraction

from sigmaprime.kernel.proof import (
    Apply,
    Arithmetic,
    By,
    Cases,
    Chain,
    Claim,
    Counterexample,
    Cover,
    Derivation,
    Enclosure,
    Every,
    Given,
    Instance,
    Pieces,
    Prime,
    Replace,
    Rewrite,
    Roots,
    Witness,
)  # fmt: skip
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Num, Term, Var, paths, replace, subterm

SEVEN = Num(7)
PUT = (lambda _: SEVEN, lambda _: Var("x"), lambda old: App("neg", (old,)))
ELSEWHERE = App(">", (Var("x"), SEVEN))


@dataclass(frozen=True, slots=True)
class Mutant:
    what: str
    node: Derivation


def terms(term: Term, chance: random.Random, most: int) -> Iterator[Term]:
    """`term` with one subterm replaced."""
    everywhere = list(paths(term))
    for at in chance.sample(everywhere, min(most, len(everywhere))):
        old = subterm(term, at)
        for put in PUT:
            new = put(old)
            if new is not old:
                yield replace(term, at, new)


def mutants(node: Derivation, rules: Mapping[str, Rule], chance: random.Random, most: int) -> Iterator[Mutant]:
    """The node with one field changed: of its claim, of its reason, or of its parts."""
    says, given = node.claim.says, node.claim.given
    for new in terms(says, chance, most):
        yield Mutant("claim", changed(node, claim=Claim(new, given)))
    for i, hypothesis in enumerate(given):
        yield Mutant("hypothesis dropped", changed(node, claim=Claim(says, given[:i] + given[i + 1 :])))
        for new in terms(hypothesis, chance, most):
            yield Mutant("hypothesis changed", changed(node, claim=Claim(says, (*given[:i], new, *given[i + 1 :]))))
    yield Mutant("hypothesis added", changed(node, claim=Claim(says, (*given, ELSEWHERE))))
    for by in reasons(node.by, rules, chance, most):
        yield Mutant("reason", changed(node, by=by))
    parts = node.parts
    for i in range(len(parts)):
        yield Mutant("part dropped", changed(node, parts=parts[:i] + parts[i + 1 :]))
        yield Mutant("part duplicated", changed(node, parts=(*parts[: i + 1], *parts[i:])))
        for j in range(i):
            swapped = list(parts)
            swapped[i], swapped[j] = parts[j], parts[i]
            yield Mutant("parts swapped", changed(node, parts=tuple(swapped)))


def reasons(by: By, rules: Mapping[str, Rule], chance: random.Random, most: int) -> Iterator[By]:
    match by:
        case Apply(name, holes):
            names = {hole for hole, _ in rules[name].holes}
            alike = [n for n, rule in rules.items() if n != name and {h for h, _ in rule.holes} == names]
            yield from (Apply(other, holes) for other in chance.sample(alike, min(most, len(alike))))
            yield Apply("no such rule", holes)
            for i, (hole, term) in enumerate(holes):
                yield Apply(name, holes[:i] + holes[i + 1 :])
                yield Apply(name, (*holes, (hole, term)))
                yield Apply(name, (*holes[:i], (hole + "'", term), *holes[i + 1 :]))
                for new in terms(term, chance, most):
                    yield Apply(name, (*holes[:i], (hole, new), *holes[i + 1 :]))
        case Given(index):
            yield from (Given(i) for i in (index + 1, index - 1, -1, 99))
        case Rewrite(at) | Replace(at):
            other = type(by)
            yield from (
                other(new) for new in ((), (*at, 0), at[:-1], (*at[:-1], (at or (0,))[-1] + 1), (9, *at)) if new != at
            )
        case Instance(variable, value):
            yield Instance(variable + "'", value)
            yield from (Instance(variable, new) for new in terms(value, chance, most))
        case Cases(left, right):
            yield Cases(right, left)
            yield from (Cases(new, right) for new in terms(left, chance, most))
            yield from (Cases(left, new) for new in terms(right, chance, most))
        case Enclosure(bits):
            yield from (Enclosure(new) for new in (0, -bits, 1, 10**6))
        case Roots(generator, low, high):
            yield from (Roots(new, low, high) for new in terms(generator, chance, most))
            for new in _bounds(low):
                yield Roots(generator, new, high)
            for new in _bounds(high):
                yield Roots(generator, low, new)
        case Cover(variable, cuts, bits, order):
            yield Cover(variable + "'", cuts, bits, order)
            yield Cover(variable, cuts, bits, 0)
            yield Cover(variable, cuts, bits, 1000)
            for i, cut in enumerate(cuts):
                yield Cover(variable, cuts[:i] + cuts[i + 1 :], bits, order)
                yield Cover(variable, (*cuts[:i], App("+", (cut, Num(1000))), *cuts[i + 1 :]), bits, order)
                yield Cover(variable, (*cuts[: i + 1], *cuts[i:]), bits, order)
        case Witness(point) | Counterexample(point):
            kind = type(by)
            yield kind((*point, ("x", SEVEN)))
            for i, (name, value) in enumerate(point):
                yield kind(point[:i] + point[i + 1 :])
                yield kind((*point[:i], (name + "'", value), *point[i + 1 :]))
                yield from (kind((*point[:i], (name, new), *point[i + 1 :])) for new in terms(value, chance, most))
        case Pieces(heads):
            for i, head in enumerate(heads):
                yield Pieces(heads[:i] + heads[i + 1 :])
                yield Pieces((*heads[: i + 1], *heads[i:]))
                for other in ("strictly_convex", "strictly_concave", "nonzero", "convex"):
                    if other != head:
                        yield Pieces((*heads[:i], other, *heads[i + 1 :]))
    for other in (Chain(), Arithmetic(), Prime(), Every(), Given(0), Enclosure(64), Rewrite((0,)), Replace((0,))):
        if type(other) is not type(by):
            yield other


def _bounds(end: Fraction | None) -> tuple[Fraction | None, ...]:
    return (
        (None, end + 1, end - 1, -end)
        if end
        else (None, Fraction(1))
        if end is not None
        else (Fraction(0), Fraction(1))
    )


def harmless(old: Derivation, mutant: Mutant, *, root: bool) -> bool:
    """Whether the change leaves another proof of the same claim. Kept as narrow as it can be: each line is a reason."""
    new = mutant.node
    if mutant.what.startswith("hypothesis") and new.claim.says is old.claim.says:
        return True  # one that is not used may be missing, be another, or be there for nothing
    if isinstance(old.by, Enclosure) and isinstance(new.by, Enclosure):
        return (
            new.claim == old.claim or root
        )  # another number of bits may do as well; or another claim is shown instead
    if new.claim == old.claim and isinstance(old.by, Arithmetic) and mutant.what.startswith("part"):
        return True  # its conditions are a set, and some may be more than is needed
    if new.claim == old.claim and mutant.what.startswith("part") and isinstance(old.by, Chain):
        return _without_standing(new) == _without_standing(old)  # a link a = a more or less
    if mutant.what == "parts swapped":
        return [part.claim for part in new.parts] == [part.claim for part in old.parts]  # two proofs of one claim
    if mutant.what == "reason":
        match old.by, new.by:
            case ((Chain() | Apply("defined, being equal", _)), Replace((0,))):
                return True  # a = b and b = c, or a = b and that b is defined: a is replaced by b, under another name
            case Cover(_, old_cuts, _), Cover(_, cuts, _):
                return old_cuts[:1] == cuts[:1] and old_cuts[-1:] == cuts[-1:]  # other boxes, but the same whole
            case Rewrite(()), Chain():
                return len(old.parts) == 1  # the whole is replaced: a column of one link
            case Instance(variable, Var(value)), Instance():
                return variable == value  # x in place of x: nothing happens to any variable
            case _, (Arithmetic() | Enclosure()):
                return new.claim == old.claim  # the kernel can work it out by itself as well
    return False


def _without_standing(chain: Derivation) -> list[Claim]:
    return [
        p.claim
        for p in chain.parts
        if isinstance(p.claim.says, App) and p.claim.says.args[0] is not p.claim.says.args[1]
    ]
