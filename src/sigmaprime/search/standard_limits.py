"""Standard limits, used by name: sin(u)/u → 1, (e^u − 1)/u → 1, … as u → 0, and what is a product of such.

A factor that tends to 0 as one of the standard functions does is written as f(u) = (f(u)/u)·u; what then remains is
simpler: sin(3x)/(e^x − 1) = (sin(3x)/(3x))/((e^x − 1)/x)·3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute, subterms
from sigmaprime.rules.standard_limits import RULES
from sigmaprime.search.equal_near import follow
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.fractions_written import as_fraction
from sigmaprime.search.goals import prove
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.near import At, near, tends, value_of
from sigmaprime.search.put_in import is_zero, put_in
from sigmaprime.search.session import NoProof, Session

ZERO, ONE = Num(0), Num(1)
T: Final = Var("t")
NAMES: Final = (
    "standard limit sin(x)/x", "standard limit tan(x)/x", "standard limit (1 - cos(x))/x^2",
    "standard limit (1 - cos(x))/x", "standard limit asin(x)/x", "standard limit atan(x)/x",
    "standard limit sinh(x)/x", "standard limit tanh(x)/x", "standard limit (exp(x) - 1)/x",
    "standard limit (a^x - 1)/x", "standard limit ln(1 + x)/x", "standard limit ((1 + x)^a - 1)/x",
    "standard limit (1 + x)^(1/x)", "standard limit (1 + 1/x)^x", "standard limit (1 + 1/x)^x at -oo",
    "powers grow more slowly than exp", "exp grows faster than powers", "ln grows more slowly than powers",
    "powers outweigh ln at 0", "x grows more slowly than exp", "exp grows faster than x", "ln grows more slowly than x",
    "x outweighs ln at 0",
)  # fmt: skip
STANDARD: Final = tuple(row for row in RULES if row.name in NAMES)
FUNCTIONS: Final = frozenset("sin cos tan asin acos atan sinh cosh tanh exp ln".split())
PLAIN: Final = frozenset(("sin", "tan", "asin", "atan", "sinh", "tanh"))


@dataclass(frozen=True, slots=True)
class Vanishing:
    """A factor that tends to 0 as u does (or u²): `standard` is factor over `by`, up to the sign."""

    standard: Term
    by: Term
    negative: bool = False


def by_standard_limit(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """`body` is one of the standard functions, of the variable or of something else."""
    gap = NoProof("not a standard limit")
    for name in NAMES:
        row = session.rules[name]
        pattern = row.conclusion.args[0].args[1]  # type: ignore[union-attr]
        holes = _match(pattern, body)
        if holes is None:
            continue
        u = holes.pop("x")
        try:
            return _applied(session, name, body, at, u, holes, inner)
        except NoProof as failed:
            gap = failed
    raise gap


def _match(pattern: Term, term: Term) -> dict[str, Term] | None:
    """What the variable and the parameter of a standard function are in `term`."""
    holes: dict[str, Term] = {}

    def walk(p: Term, t: Term) -> bool:
        match p, t:
            case Var(name), _:
                return holes.setdefault(name, t) is t
            case App(head, args), App(other, others):
                return head == other and len(args) == len(others) and all(map(walk, args, others))
        return p is t

    return holes if walk(pattern, term) else None


def _applied(
    session: Session, name: str, body: Term, at: At, u: Term, holes: dict[str, Term], inner: Inner
) -> Derivation:
    if any(at.x.name in free(hole) for hole in holes.values()):
        raise NoProof("the parameter of a standard limit is a number")
    row = session.rules[name]
    _, place, value = row.conclusion.args  # type: ignore[union-attr]
    value = substitute(value, holes)
    standard = substitute(row.conclusion.args[0].args[1], holes)  # type: ignore[union-attr]
    if u is at.x and place is at.place and substitute(standard, {"x": u}) is body:
        goal = Claim(tends(body, at, value), at.given)
        return by_rule(session, name, goal, prove, x=u, **holes)
    t = next(v for v in (T, Var("s"), Var("w")) if v.name not in free(body) | {at.x.name})
    written = substitute(standard, {"x": t})
    there = At(t, place, at.given)
    known = by_rule(session, name, Claim(tends(written, there, value), at.given), prove, x=t, **holes)
    return substituted(session, body, at, u, known, inner)


def substituted(session: Session, body: Term, at: At, u: Term, known: Derivation, inner: Inner) -> Derivation:
    """`body`, which is k(u), tends to what k tends to by `known`."""
    there = inner(u)
    k, place, value = known.claim.says.args  # type: ignore[union-attr]
    goal = Claim(tends(body, at, value), at.given)
    if place is OO or place is MINUS_OO:
        if value_of(there) is not place:
            raise NoProof("the new variable tends to something else")
        word = "grows" if place is OO else "falls"
        return by_rule(session, f"substitution of what {word}", goal, knowing(prove, known, there), k=k, u=u)
    way, q = "a point", place
    match place:
        case App("from_above" | "from_below" as side, (q,)):
            way = f"a point {side.replace('_', ' ')}"
    if value_of(there) is not q:
        if not (q is ZERO and is_zero(session, there)):
            raise NoProof("the new variable tends to something else")
        from sigmaprime.search.values import settled

        there = settled(session, there)
    gap = NoProof("nothing is known close to the place")
    for close in near(at):
        name = f"substitution of what tends to {way}, {close.name}"
        try:
            return by_rule(session, name, goal, knowing(prove, known, there), k=k, u=u, q=q, **close.holes)
        except NoProof as failed:
            gap = failed
    raise gap


def to_standard_limits(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """The vanishing factors of a product as standard functions times what they vanish with: what is left is simple."""
    new, rest = _rearranged(session, body, at, inner)
    match rest:
        case App("/", (_, v)) | App("neg", (App("/", (_, v)),)):
            below = v
        case _:
            below = ONE
    if any(isinstance(t, App) and t.head in FUNCTIONS and at.x.name in free(t) for t in subterms(below)):
        put_in(session, rest, at)
    return follow(session, body, at, [new], inner)


def partly_to_standard_limits(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """The same, where what is left needs another method."""
    return follow(session, body, at, [_rearranged(session, body, at, inner)[0]], inner)


def _rearranged(session: Session, body: Term, at: At, inner: Inner) -> tuple[Term, Term]:
    """The product in its new form, and what is left beside the standard functions."""
    up, down = factors_of(body, whole=_is_standard)
    ups, downs = ([(f, _vanishing(session, f, at, inner)) for f in fs] for fs in (up, down))
    found = [v for _, v in (*ups, *downs) if v is not None]
    if not found:
        raise NoProof("no factor vanishes as a standard function does")
    above = product_of([v.standard for _, v in ups if v is not None])
    below = product_of([v.standard for _, v in downs if v is not None])
    rest_up = product_of([v.by if v else f for f, v in ups])
    rest_down = product_of([v.by if v else f for f, v in downs])
    rest: Term = rest_up if rest_down is ONE else App("/", (rest_up, rest_down))
    if sum(v.negative for v in found) % 2:
        rest = App("neg", (rest,))
    rest = as_fraction(session, rest)
    standard = above if below is ONE else App("/", (above, below))
    if rest is ONE:
        return standard, rest
    moves = at.x.name in free(rest)
    return App("*", (standard, rest) if moves else (rest, standard)), rest


def product_of(terms: list[Term]) -> Term:
    counts: dict[Term, int] = {}
    for term in terms:
        if term is not ONE:
            counts[term] = counts.get(term, 0) + 1
    powers = [term if n == 1 else App("^", (term, Num(n))) for term, n in counts.items()]
    result: Term = powers[0] if powers else ONE
    for term in powers[1:]:
        result = App("*", (result, term))
    return result


def _function(row: Rule) -> Term:
    """The function of which a row says what it tends to."""
    match row.conclusion:
        case App("tends", (App("fn", (_, body)), _, _)):
            return body
    raise TypeError(row.name)


def _is_standard(term: Term) -> bool:
    """Whether it is one of the standard functions already."""
    return any(_match(pattern, term) is not None for pattern in map(_function, STANDARD))


def _nothing(_: Term) -> bool:
    return False


def factors_of(term: Term, whole: Callable[[Term], bool] = _nothing) -> tuple[list[Term], list[Term]]:
    """The factors of the numerator and those of the denominator; what is to be kept `whole` is one factor."""
    if whole(term):
        return [term], []
    match term:
        case App("*", (u, v)):
            (a, b), (c, d) = factors_of(u, whole), factors_of(v, whole)
            return [f for f in (*a, *c) if f is not ONE], [*b, *d]
        case App("/", (u, v)):
            (a, b), (c, d) = factors_of(u, whole), factors_of(v, whole)
            return [*a, *d], [*b, *c]
        case App("neg", (u,)):
            a, b = factors_of(u, whole)
            return [App("neg", (ONE,)), *a], b
        case App("^", (u, Num(n))) if n.denominator == 1 and 1 < n <= 4:
            a, b = factors_of(u, whole)
            return a * int(n), b * int(n)
    return [term], []


def _vanishing(session: Session, factor: Term, at: At, inner: Inner) -> Vanishing | None:
    for found, u in _shapes(factor, at.x):
        if at.x.name not in free(u):
            continue
        try:
            if is_zero(session, inner(u)):
                return found
        except NoProof:
            continue
    return None


def _shapes(factor: Term, x: Var) -> Iterator[tuple[Vanishing, Term]]:
    """How the factor may vanish, and what has to tend to 0 for it."""

    def over(f: Term, u: Term) -> Term:
        return App("/", (f, u))

    match factor:
        case App(head, (u,)) if head in PLAIN:
            yield Vanishing(over(factor, u), u), u
        case App("ln", (App("+", (one, u)),)) if one is ONE:
            yield Vanishing(over(factor, u), u), u
        case App("ln", (App("+", (u, one)),)) if one is ONE:
            yield Vanishing(over(App("ln", (App("+", (ONE, u)),)), u), u), u
        case App("ln", (App("-", (one, u)),)) if one is ONE:
            v = App("neg", (u,))
            yield Vanishing(over(App("ln", (App("+", (ONE, v)),)), v), v), u
        case App("ln", (u,)):
            v = App("-", (u, ONE))
            yield Vanishing(over(App("ln", (App("+", (ONE, v)),)), v), v), v
        case App("-", (one, App("cos", (u,)))) if one is ONE:
            square = App("^", (u, Num(2)))
            yield Vanishing(over(factor, square), square), u
        case App("-", (App("cos", (u,)) as c, one)) if one is ONE:
            square = App("^", (u, Num(2)))
            yield Vanishing(over(App("-", (ONE, c)), square), square, negative=True), u
        case App("-", (App("exp", (u,)), one)) if one is ONE:
            yield Vanishing(over(factor, u), u), u
        case App("-", (one, App("exp", (u,)) as e)) if one is ONE:
            yield Vanishing(over(App("-", (e, ONE)), u), u, negative=True), u
        case App("-", (App("^", (base, u)), one)) if one is ONE and x.name not in free(base):
            yield Vanishing(over(factor, u), u), u
        case App("-", (App("^", (App("+", (first, u)), _)), one)) if first is ONE and one is ONE:
            yield Vanishing(over(factor, u), u), u
