"""Differentiable or not where pieces join: |u| changes its form where u is 0, and so do roots and signs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Final

from flint import fmpq_poly

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import OO
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number, substitute, subterms
from sigmaprime.search.algebra import normal_form, univariate
from sigmaprime.search.bending import corners
from sigmaprime.search.chain import chain, sides, transport
from sigmaprime.search.divisors import briefly
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import written_out
from sigmaprime.search.goals import prove
from sigmaprime.search.limits import limit
from sigmaprime.search.near import INFINITE, value_of
from sigmaprime.search.pieced import piece
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.values import simplified

ZERO: Final = Num(0)
BENT: Final = frozenset(("abs", "sign", "sqrt", "cbrt", "root"))
WIDTHS: Final = (Fraction(1), Fraction(1, 8))
NAMES: Final = ("the derivative", "the second derivative", "the third derivative")


def places(session: Session, x: Var, body: Term) -> list[Term]:
    """Where the arguments of absolute values, signs and roots are 0."""
    try:
        out = written_out(session, body, ())
    except NoProof:
        out = body
    bent = [t.args[0] for t in subterms(out) if isinstance(t, App) and t.head in BENT and x.name in free(t)]
    found = [root for u in bent for root in _roots(session, u, x)]
    found += [at for c in corners(session, x, body) if (at := as_number(c)) is not None]
    return [number(root) for root in dict.fromkeys(sorted(found))]


def zeros_of_denominators(session: Session, x: Var, body: Term) -> list[Term]:
    """Where a denominator is 0."""
    try:
        out = written_out(session, body, ())
    except NoProof:
        out = body
    found = [
        root for t in subterms(out) if isinstance(t, App) and t.head == "/" for root in _roots(session, t.args[1], x)
    ]
    return [number(root) for root in dict.fromkeys(sorted(found))]


def _roots(session: Session, u: Term, x: Var) -> list[Fraction]:
    try:
        rational = univariate(normal_form(session, u))
    except NoProof:
        return []
    if rational is None or rational.generator is not x or not isinstance(rational.top, fmpq_poly):
        return []
    _, factors = rational.top.factor()
    linear = (f for f, _ in factors if f.degree() == 1)
    return [Fraction(int(r.p), int(r.q)) for f in linear for r in (-f[0] / f[1],)]


def _parts(goal: Claim) -> tuple[str, Var, Term, Term]:
    match goal.says:
        case App("not", (App(head, (App("fn", (Var() as x, body)), region)),)) | App(
            head, (App("fn", (Var() as x, body)), region)
        ):
            return head, x, body, region
    raise NoProof("not about a function on a set")


def side_by_side(session: Session, goal: Claim) -> Derivation:
    """Continuous or differentiable because it is on each side of a place, and the pieces fit."""
    head, x, body, _ = _parts(goal)
    gap = NoProof("no pieces that join")
    for c in places(session, x, body):
        v, w = (piece(session, x, body, (App(relation, (x, c)),)) for relation in ("<=", ">="))
        if v is w:
            continue
        facts = _same_slope(session, x, v, w, c) if head == "differentiable" else ()
        for name in (f"two {head} functions side by side", "differentiable on both sides of a place"):
            try:
                return by_rule(session, name, goal, knowing(briefly_or_not, *facts), c=c, v=v, w=w)
            except NoProof as failed:
                gap = failed
    raise gap


def _same_slope(session: Session, x: Var, v: Term, w: Term, c: Term) -> tuple[Derivation, ...]:
    """v′(c) = w′(c), as numbers that are worked out."""
    one, other = (App("D", (App("fn", (x, part)), c)) for part in (v, w))
    left, right = simplified(session, one, ()), simplified(session, other, ())
    if left is None or right is None or sides(left)[1] is not sides(right)[1]:
        return ()
    try:
        known = prove(session, Claim(App("defined", (other,))))
        back = by_rule(
            session, "equality turned round", Claim(App("=", (sides(right)[1], other))), knowing(prove, right)
        )
        return (chain([left, back], ()), known)
    except NoProof:
        return ()


def briefly_or_not(session: Session, goal: Claim) -> Derivation:
    head = goal.says.head if isinstance(goal.says, App) else ""
    return prove(session, goal) if head in ("differentiable", "continuous") else briefly(session, goal)


def deny_regularity(session: Session, goal: Claim) -> tuple[Derivation, str]:
    """A proof of `not(smooth(…))`, `not(differentiable(…))` or `not(continuous(…))`, and what it shows."""
    head, x, body, _ = _parts(goal)
    gap = NoProof("no place where pieces join")
    orders = {"continuous": (), "differentiable": (1,), "smooth": (1, 2, 3)}[head]
    for a in places(session, x, body):
        if head == "continuous":
            try:
                return _gap(session, goal, x, body, a)
            except NoProof as failed:
                gap = failed
        if head == "differentiable":
            with suppress(NoProof):
                return _at_an_angle(session, goal, x, body, a)
        slope = body
        for order in orders:
            slope = App("D", (App("fn", (x, slope)), x))
            name = "the derivative, so not smooth" if (order, head) == (1, "smooth") else NAMES[order - 1]
            try:
                return _jump(session, goal, name, slope, x, a)
            except NoProof as failed:
                gap = failed
    raise gap


def _at_an_angle(session: Session, goal: Claim, x: Var, body: Term, a: Term) -> tuple[Derivation, str]:
    kinked = prove(session, Claim(App("undefined", (App("D", (App("fn", (x, body)), a)),))))
    gap = NoProof("the place is not known to lie inside the set")
    for low, high in _ends(a):
        try:
            places = {"c": a, "p": low, "q": high}
            proof = by_rule(session, "no derivative at an inner point", goal, knowing(prove, kinked), **places)
        except NoProof as failed:
            gap = failed
            continue
        return proof, "the derivative jumps there"
    raise gap


def _from(session: Session, slope: Term, x: Var, a: Term, side: str) -> Derivation | None:
    try:
        return limit(session, slope, x, App(f"from_{side}", (a,)))
    except NoProof:
        return None


def _ends(a: Term) -> Iterator[tuple[Term, Term]]:
    exact = a.value if isinstance(a, Num) else -a.args[0].value  # type: ignore[union-attr]
    for width in WIDTHS:
        yield number(exact - width), number(exact + width)


def _jump(session: Session, goal: Claim, name: str, slope: Term, x: Var, a: Term) -> tuple[Derivation, str]:
    found = {side: _from(session, slope, x, a, side) for side in ("above", "below")}
    above, below = found["above"], found["below"]
    for low, high in _ends(a):
        for side, known in found.items():
            if known is not None and value_of(known) in INFINITE:
                word = "grows" if value_of(known) is OO else "falls"
                more = {"a": a, "q": high if side == "above" else low}
                try:
                    proof = by_rule(session, f"{name} {word} from {side}", goal, knowing(prove, known), **more)
                except NoProof:
                    continue
                return proof, f"{name.partition(',')[0]} is unbounded there"
        if above is None or below is None or {value_of(above), value_of(below)} & set(INFINITE):
            continue
        holes = {"a": a, "b": value_of(above), "c": value_of(below), "p": low, "q": high}
        try:
            proof = by_rule(session, f"a jump of {name}", goal, knowing(prove, above, below), **holes)
        except NoProof:
            continue
        return proof, f"{name.partition(',')[0]} jumps there"
    raise NoProof("no jump")


def _another_value(session: Session, value: Term, b: Term) -> tuple[Derivation, ...]:
    """`value != b` where the value is known exactly."""
    if (fact := simplified(session, value, ())) is None:
        return ()
    there = prove(session, Claim(App("!=", (sides(fact)[1], b))))
    return (transport(App("!=", (value, b)), (0,), fact, there, ()),)


def _gap(session: Session, goal: Claim, x: Var, body: Term, a: Term) -> tuple[Derivation, str]:
    for side in ("above", "below"):
        known = _from(session, body, x, a, side)
        if known is None or (b := value_of(known)) in INFINITE:
            continue
        name = f"another value than the limit from {side}"
        for low, high in _ends(a):
            more = {"a": a, "b": b, "q": high if side == "above" else low}
            try:
                apart = _another_value(session, substitute(body, {x.name: a}), b)
                return by_rule(session, name, goal, knowing(prove, known, *apart), **more), "the function jumps there"
            except NoProof:
                continue
    raise NoProof("no jump")
