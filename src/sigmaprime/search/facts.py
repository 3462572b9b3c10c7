"""What is known about the generators of a polynomial: signs, bounds, order, and equations between them.

From the hypotheses (a < b says that b − a is positive), from the ranges of functions (exp(u) > 0, |sin(u)| <= 1), from
monotonicity (x <= y gives exp(x) <= exp(y)), from tangents (exp(u) >= 1 + u), and sqrt(u)² = u.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, paths, subterm, subterms
from sigmaprime.search.algebra import arithmetic, normal_form
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.bound import NAME
from sigmaprime.search.chain import chain, link, sides, transport
from sigmaprime.search.expanding import expanded
from sigmaprime.search.fit import Prove, by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, times
from sigmaprime.search.ring import polynomial, ring_of, term_of, whole
from sigmaprime.search.samples import plausible
from sigmaprime.search.session import NoProof, Session

ZERO, ONE = Num(0), Num(1)
ORDERED = ("ln",)
KEEPS = {"exp": "exponential keeps", "ln": "logarithm keeps"}
MOST_PAIRS = 15
SEEN = {
    "exp": {">": "exponential is positive"},
    "sqrt": {">": "square root is positive", ">=": "square root is not negative"},
    "abs": {">=": "absolute value is not negative"},
    "ln": {">": "positive logarithm", ">=": "nonnegative logarithm", "<": "negative logarithm"},
    "sin": {}, "cos": {},
}  # fmt: skip
DIFFERENCES = {
    "<": ("positive difference", ">"), "<=": ("nonnegative difference", ">="),
    ">": ("positive difference", ">"), ">=": ("nonnegative difference", ">="),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Equal:
    """`left = right`, with its proof."""

    proof: Derivation

    @property
    def pair(self) -> tuple[Term, Term]:
        return sides(self.proof)


def from_hypotheses(session: Session, given: tuple[Term, ...]) -> Iterator[Factor]:
    """The difference that each hypothesis says is positive or not negative, written out; its logarithms taken apart."""
    for hypothesis in given:
        match hypothesis:
            case App(("<" | "<=" | ">" | ">=") as relation, (u, v)):
                small, large = (u, v) if relation[0] == "<" else (v, u)
                with suppress(NoProof):
                    yield (fact := _difference(session, relation, small, large, given))
                    if (apart := expanded(session, fact.term, given)) is not None:
                        yield cleared(session, _moved(session, fact, apart, given), given)


def _difference(session: Session, relation: str, small: Term, large: Term, given: tuple[Term, ...]) -> Factor:
    name, sign = DIFFERENCES[relation]
    if small is ZERO:
        term, proof = large, prove(session, Claim(App(sign, (large, ZERO)), given))
    else:
        term = App("-", (large, small))
        proof = by_rule(session, name, Claim(App(sign, (term, ZERO)), given), prove)
    return cleared(session, written(session, Factor(term, sign == ">", proof), given), given)


def written(session: Session, fact: Factor, given: tuple[Term, ...]) -> Factor:
    """The same of the term that it comes to when it is written out."""
    out = unfolded(session, fact.term, given)
    here = fact.term if out is None else sides(out)[1]
    links = [*([out] if out is not None else []), *_powers_of_one(session, here, given)]
    return _moved(session, fact, chain(links, given), given) if links else fact


def _moved(session: Session, fact: Factor, same: Derivation, given: tuple[Term, ...]) -> Factor:
    """The fact about what its term is equal to."""
    new = sides(same)[1]
    back = chain(reversed_links(session, same, given), given)
    relation = fact.proof.claim.says.head  # type: ignore[union-attr]
    return Factor(new, fact.strict, transport(App(relation, (new, ZERO)), (0,), back, fact.proof, given))


def _powers_of_one(session: Session, term: Term, given: tuple[Term, ...]) -> Iterator[Derivation]:
    """The links that write 1 for every 1^c."""
    for power in subterms(term):
        match power:
            case App("^", (Num(base), c)) if base == 1 and free(c):
                fact = prove(session, Claim(App("=", (power, ONE)), given))
                while (at := next((at for at in paths(term) if subterm(term, at) is power), None)) is not None:
                    step = link(term, at, fact, given)
                    term = sides(step)[1]
                    yield step


def cleared(session: Session, fact: Factor, given: tuple[Term, ...]) -> Factor:
    """The fact times its denominator, where that is positive."""
    form = normal_form(session, fact.term)
    if form.bottom.keys() == {frozenset()}:
        return fact
    ring = ring_of([form])
    top, bottom = polynomial(ring, form.top), polynomial(ring, form.bottom)
    if top is None or bottom is None:
        raise NoProof("not a polynomial")
    below = term_of(ring, bottom)
    positive = Factor(below, True, prove(session, Claim(App(">", (below, ZERO)), given)))
    return _as(session, term_of(ring, top), times(session, [positive, fact], given), given)


def expanded_product(session: Session, fact: Factor, given: tuple[Term, ...]) -> Factor:
    """The fact with its products multiplied out."""
    form = normal_form(session, fact.term)
    ring = ring_of([form])
    poly = whole(ring, form)
    if poly is None:
        raise NoProof("not a polynomial")
    return _as(session, term_of(ring, poly), fact, given)


def _as(session: Session, term: Term, fact: Factor, given: tuple[Term, ...]) -> Factor:
    same = arithmetic(session, term, fact.term, given, prove)
    relation = fact.proof.claim.says.head  # type: ignore[union-attr]
    return Factor(term, fact.strict, transport(App(relation, (term, ZERO)), (0,), same, fact.proof, given))


def of_generators(session: Session, generators: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Factor]:
    """Signs, ranges and tangents of single generators."""
    for t in generators:
        if isinstance(t, App):
            yield from _signs(session, t, given)
            yield from _ranges(session, t, given)


def _signs(session: Session, t: App, given: tuple[Term, ...]) -> Iterator[Factor]:
    for relation in (">", ">="):
        with suppress(NoProof):
            yield Factor(t, relation == ">", _sign(session, t, relation, given))
            return
    for relation, name, sign in (("<", "negative of a negative", ">"), ("<=", "negative of a nonpositive", ">=")):
        with suppress(NoProof):
            below = _sign(session, t, relation, given)
            term = App("neg", (t,))
            goal = Claim(App(sign, (term, ZERO)), given)
            yield Factor(term, sign == ">", by_rule(session, name, goal, knowing(prove, below)))
            return


def _sign(session: Session, t: App, relation: str, given: tuple[Term, ...]) -> Derivation:
    """A sign that is seen from what the function is; only where nothing is known of it, any proof."""
    goal = Claim(App(relation, (t, ZERO)), given)
    if goal.says in given or t.head not in SEEN:
        return prove(session, goal)
    name = SEEN[t.head].get(relation)
    if name is None:
        raise NoProof("not seen at once")
    return by_rule(session, name, goal, prove)


def _ranges(session: Session, t: App, given: tuple[Term, ...]) -> Iterator[Factor]:
    match t:
        case App("sin" | "cos" as head, _):
            name = {"sin": "sine", "cos": "cosine"}[head]
            yield from _by_law(session, given, f"{name} at most 1", "<=", t, ONE)
            yield from _by_law(session, given, f"{name} at least -1", ">=", t, App("neg", (ONE,)))
        case App("exp", (u,)) if free(u):
            yield from _by_law(session, given, "exponential above its tangent", ">=", t, App("+", (ONE, u)))
        case App("ln", (u,)) if free(u):
            yield from _by_law(session, given, "logarithm below its tangent", "<=", t, App("-", (u, ONE)))


def _by_law(session: Session, given: tuple[Term, ...], name: str, relation: str, u: Term, v: Term) -> Iterator[Factor]:
    with suppress(NoProof):
        yield difference(session, by_rule(session, name, Claim(App(relation, (u, v)), given), prove), given)


def difference(session: Session, proof: Derivation, given: tuple[Term, ...]) -> Factor:
    """What a known relation of order says is positive or not negative."""
    relation, (u, v) = proof.claim.says.head, proof.claim.says.args  # type: ignore[union-attr]
    small, large = (u, v) if relation[0] == "<" else (v, u)
    name, sign = DIFFERENCES[relation]
    term = App("-", (large, small))
    return Factor(term, sign == ">", by_rule(session, name, Claim(App(sign, (term, ZERO)), given), _either_way(proof)))


def _either_way(fact: Derivation) -> Prove:
    """A prover that has a fact at hand, from whichever side it is read."""

    def turned(session: Session, goal: Claim) -> Derivation:
        return by_rule(session, NAME[goal.says.head], goal, knowing(prove, fact))  # type: ignore[union-attr]

    return knowing(turned, fact)


def in_order(session: Session, generators: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Factor]:
    """ln(v) − ln(u) > 0 where u < v is known; likewise for sqrt."""
    if not given:
        return
    alike = [
        (a, b) for a, b in combinations(generators, 2)
        if isinstance(a, App) and isinstance(b, App) and a.head == b.head and a.head in ORDERED
    ]  # fmt: skip
    for a, b in alike[:MOST_PAIRS]:
        yield from _ordered(session, a, b, given)


def exponentials(session: Session, terms: tuple[App, ...], given: tuple[Term, ...]) -> Iterator[Factor]:
    """exp(v) − exp(u) > 0 where u < v is known, for exponentials that occur in one polynomial."""
    for a, b in list(combinations(terms, 2))[:MOST_PAIRS]:
        yield from _ordered(session, a, b, given)


def _ordered(session: Session, a: App, b: App, given: tuple[Term, ...]) -> Iterator[Factor]:
    for low, high in ((a, b), (b, a)):
        for relation in ("<", "<="):
            with suppress(NoProof):
                goal = Claim(App(relation, (low.args[0], high.args[0])), given)
                if not plausible(session, goal.says, given):
                    raise NoProof("a simple point contradicts it")
                inner = prove(session, goal)
                name = f"{KEEPS[a.head]} {relation}"
                proof = by_rule(session, name, Claim(App(relation, (low, high)), given), knowing(prove, inner))
                yield difference(session, proof, given)
                return


def equations(session: Session, generators: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Equal]:
    """sqrt(u)² = u for the roots among the generators, sin² + cos² = 1, and the equations among the hypotheses."""
    yield from roots(session, generators, given)
    for t in generators:
        if isinstance(t, App) and t.head == "sin" and App("cos", t.args) in generators:
            both = App("+", (App("^", (t, Num(2))), App("^", (App("cos", t.args), Num(2)))))
            with suppress(NoProof):
                name = "sum of squares of sine and cosine"
                yield Equal(by_rule(session, name, Claim(App("=", (both, ONE)), given), prove))
    for hypothesis in given:
        match hypothesis:
            case App("=", _):
                yield Equal(prove(session, Claim(hypothesis, given)))


def roots(session: Session, generators: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Equal]:
    for t in generators:
        match t:
            case App("sqrt", (u,)) if free(u):
                goal = Claim(App("=", (App("^", (t, Num(2))), u)), given)
                with suppress(NoProof):
                    yield Equal(by_rule(session, "square of a square root", goal, prove))
