"""Which of several equal forms a textbook would print: the one with the fewest signs to read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import islice
from typing import TypeAlias

from sigmaprime.kernel.term import App, Num, Term, Var, paths, subterm, subterms
from sigmaprime.search.session import NoProof
from sigmaprime.search.simplify.opened import bases_of, factored
from sigmaprime.search.simplify.parts import primitive, without_minus
from sigmaprime.search.simplify.poly import Poly, constant, generator, plus
from sigmaprime.search.simplify.product import Product
from sigmaprime.search.simplify.sums import joined, terms_of

OPERATORS = frozenset(("+", "-", "*", "/", "^", "neg"))
# a² + sign·b² = ±1 for functions a, b of one argument: a² = 1·first + second·b²
UNITIES = (
    ("sin", "cos", 1, -1), ("cos", "sin", 1, -1), ("sec", "tan", 1, 1), ("tan", "sec", -1, 1), ("csc", "cot", 1, 1),
    ("cot", "csc", -1, 1), ("cosh", "sinh", 1, 1), ("sinh", "cosh", -1, 1), ("sech", "tanh", 1, -1),
    ("tanh", "sech", 1, -1), ("coth", "csch", 1, 1), ("csch", "coth", -1, 1),
)  # fmt: skip
RATIOS = {("sin", "cos"): "tan", ("cos", "sin"): "cot", ("sinh", "cosh"): "tanh", ("cosh", "sinh"): "coth"}
MOST_CANDIDATES = 10
MARGIN = 1
IDENTITY = 3  # what an identity between squares must save

Unities: TypeAlias = dict[Term, Poly]


def cost(term: Term) -> int:
    """How much there is to read: names count double, a bracket and a fraction in a fraction cost extra."""
    match term:
        case Num(value):
            return 1 if value.denominator == 1 else 2
        case Var():
            return 1
        case App("/", (u, v)):
            nested = sum(map(_fractions, (u, v)))
            return 1 + cost(u) + cost(v) + 3 * nested
        case App("*" | "^", (u, v)):
            brackets = sum(isinstance(t, App) and t.head in ("+", "-") for t in (u, v))
            brackets += isinstance(v, App) and v.head == "/" and not isinstance(v.args[1], Num)
            return 1 + cost(u) + cost(v) + brackets
        case App(head, args):
            return (1 if head in OPERATORS else 2) + sum(map(cost, args))


def _fractions(term: Term) -> int:
    """The fractions that stand in another one."""
    match term:
        case App("/", (u, v)):
            return 0 if isinstance(u, Num) and isinstance(v, Num) else 1
        case App(head, args) if head in OPERATORS:
            return sum(map(_fractions, args))
    return 0


def is_the_same(one: Term, other: Term) -> bool:
    """Whether two forms differ in the order of their parts at most."""
    return cost(one) == cost(other) and parts_of(one) == parts_of(other)


def parts_of(term: Term) -> list[str]:
    """The numbers and variables in it, in no order."""
    return sorted(repr(t) for at in paths(term) if not isinstance(t := subterm(term, at), App))


def collected(term: Term) -> Term:
    """Every product with its numbers and like factors collected, every sum with its like terms; nothing else."""
    with suppress(NoProof, ZeroDivisionError):
        bases = bases_of(term, deep=False)
        return bases.write(factored(bases, term))
    return term


def together(term: Term, unities: Unities | None = None) -> Term:
    """`term` as one factored quotient."""
    bases = bases_of(term, deep=True, unities=unities)
    return bases.write(without_minus(bases, _named_ratios(primitive(bases, factored(bases, term)))))


def _named_ratios(factors: Product) -> Product:
    """sin(u)/cos(u) by its name, tan(u)."""
    powers = dict(factors.powers)
    for base in factors.powers:
        for (above, below), name in RATIOS.items():
            if not (isinstance(base, App) and base.head == above):
                continue
            other = App(below, base.args)
            if powers.get(base, 0) > 0 and powers.get(other, 0) == -powers[base]:
                powers[App(name, base.args)] = powers.pop(base)
                del powers[other]
    return Product(factors.number, powers)


def candidates(term: Term) -> tuple[tuple[Term, Unities | None], ...]:
    """Equal forms, the best one first, each with the identities between squares that it takes.

    None stands beside a form whose terms are only simplified one by one, so that nothing is to be put together.
    """
    plain = collected(term)
    if is_the_same(plain, term):
        plain = term
    found: dict[Term, Unities | None] = {plain: {}}
    for form, unities in islice(_forms(plain), MOST_CANDIDATES):
        found.setdefault(form, unities)
    best = min(found, key=cost)
    for form, unities in islice(_forms(best), MOST_CANDIDATES) if best is not plain else ():
        found.setdefault(form, unities)
    ranked = sorted(
        found,
        key=lambda form: cost(form) + IDENTITY * bool(found[form]) + (form is not plain and _reluctance(form, plain)),
    )
    return tuple((form, found[form]) for form in ranked)


def _forms(term: Term) -> Iterator[tuple[Term, Unities | None]]:
    for unities in _choices(term):
        with suppress(NoProof, ZeroDivisionError):
            yield together(term, unities), unities
        with suppress(NoProof, ZeroDivisionError):
            yield termwise(term, unities), unities or None


def termwise(term: Term, unities: Unities | None = None) -> Term:
    """Each term of a sum as one quotient, in the factors of a product too."""
    parts = [(sign, together(part, unities)) for part, sign in terms_of(term)]
    if len(parts) > 1:
        return collected(joined(parts))
    match term:
        case App("*" | "/" | "neg" as head, args):
            return collected(App(head, tuple(termwise(arg, unities) for arg in args)))
    return term


def _choices(term: Term) -> Iterator[Unities]:
    """No identity, or one of those between squares, for all arguments that occur."""
    yield {}
    nodes = [t for t in subterms(term) if isinstance(t, App) and len(t.args) == 1]
    heads = {t.head for t in nodes}
    for square, other, first, second in UNITIES:
        if square in heads and _squared(term, square):
            yield {
                t: plus(constant(Fraction(first)), {m: c * second for m, c in _square(App(other, t.args)).items()})
                for t in nodes
                if t.head == square
            }


def _square(term: Term) -> Poly:
    return generator(term, Fraction(2))


def _squared(term: Term, head: str) -> bool:
    """Whether the function occurs more than once: only then an identity may help."""
    match term:
        case App("^", (App(other, _), Num(n))) if other == head and n >= 2:
            return True
        case App(_, args):
            return any(_squared(arg, head) for arg in args)
    return False


def _reluctance(form: Term, plain: Term) -> int:
    """A polynomial, or a sum with a mere monomial in common, is left as it is unless much is gained."""
    if not (isinstance(plain, App) and plain.head in ("+", "-")):
        return 0
    if all(isinstance(t, Num | Var) or t.head in OPERATORS for t in subterms(plain)):
        return 4 * MARGIN if not _has_fraction(plain) else MARGIN
    return 0 if _takes_out_a_function(form) else MARGIN


def _has_fraction(term: Term) -> bool:
    return any(isinstance(t, App) and t.head == "/" for t in subterms(term))


def _takes_out_a_function(form: Term) -> bool:
    match form:
        case App("*" | "/", (u, v)):
            return any(map(_takes_out_a_function, (u, v)))
        case App("neg", (u,)):
            return _takes_out_a_function(u)
        case App("^", (u, Num())):
            return _takes_out_a_function(u)
        case App("+" | "-", _) | Num() | Var():
            return False
    return True
