"""Limits: by the limit laws from the inside outwards; where they say nothing, by dividing by the dominant term."""

from __future__ import annotations

from dataclasses import replace

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.algebra import Rational, arithmetic, factors, normal_form, poly_term, product, raised, univariate
from sigmaprime.search.bounds import closed_form
from sigmaprime.search.chain import sides, transport, turned
from sigmaprime.search.far import far_out
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import NONE, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.poles import logarithm_at_a_pole, quotient_at_a_pole
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
INFINITE = (OO, MINUS_OO)


def prove_limit(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("tends", (App("fn", (Var() as x, body)), place, value)):
            if set(goal.given) - set(session.assumed):
                session = replace(session, assumed=goal.given)
            found = limit(session, body, x, place)
            reached = found.claim.says.args[2]  # type: ignore[union-attr]
            if reached is value:
                return Derivation(goal, found.by, found.parts)
            if value in INFINITE or reached in INFINITE:
                raise NoProof("it tends to something else")
            same = arithmetic(session, value, reached, goal.given, prove)
            return transport(goal.says, (2,), same, found, goal.given)
    raise NoProof("not a limit")


def limit(session: Session, body: Term, x: Var, place: Term) -> Derivation:
    """`tends(fn(x, body), place, L)` for the L that is found."""
    kept = self_referring(session, body)
    gap = NoProof("no limit law applies")
    for keep in (kept, NONE) if kept else (NONE,):
        session.tick()
        try:
            out = unfolded(session, body, session.known(x), keep)
        except NoProof as failed:
            gap = failed
            continue
        here = body if out is None else sides(out)[1]
        for way in (_by_laws, _by_dominant_terms, _from_both_sides):
            try:
                found = way(session, here, x, place)
            except NoProof as failed:
                gap = failed if way is not _from_both_sides else gap
                continue
            return found if out is None else _moved(session, body, x, place, out, found)
    raise gap


def _is_one_sided(place: Term) -> bool:
    return isinstance(place, App) and place.head in ("from_above", "from_below")


def _from_both_sides(session: Session, body: Term, x: Var, place: Term) -> Derivation:
    """At a number: the same limit from above as from below."""
    if place in INFINITE or _is_one_sided(place):
        raise NoProof("there is one side only")
    sides_ = [limit(session, body, x, App(f"from_{side}", (place,))) for side in ("above", "below")]
    goal = Claim(tends(body, x, place, _value(sides_[0])), session.known(x))
    return by_rule(session, "two-sided limit", goal, knowing(prove, *sides_))


def _moved(session: Session, body: Term, x: Var, place: Term, fact: Derivation, found: Derivation) -> Derivation:
    value = found.claim.says.args[2]  # type: ignore[union-attr]
    return transport(tends(body, x, place, value), (0, 1), fact, found, session.known(x))


def tends(body: Term, x: Var, place: Term, value: Term) -> Term:
    return App("tends", (App("fn", (x, body)), place, value))


CONSTANT = (
    "limit of a constant", "limit of a constant, from above", "limit of a constant, from below",
    "limit of a constant, far to the right", "limit of a constant, far to the left",
)  # fmt: skip


def _by_laws(session: Session, body: Term, x: Var, place: Term) -> Derivation:
    if x.name not in free(body):
        return _law(session, CONSTANT, body, x, place, body)
    match body:
        case Var():
            return _variable(session, x, place)
        case App("neg", (u,)):
            return _one(session, body, x, place, u, "neg")
        case App("exp" | "ln" | "abs" as head, (u,)):
            return _one(session, body, x, place, u, head)
        case App("^", (u, Num(n))) if n.denominator == 1 and n > 0:
            return _one(session, body, x, place, u, "^")
        case App("+" | "-" | "*" | "/", (u, v)):
            return _two(session, body, x, place, u, v)
    fact = meaning(session, body)
    if fact is None:
        raise NoProof("no limit law applies")
    return _moved(session, body, x, place, fact, _by_laws(session, sides(fact)[1], x, place))


def _variable(session: Session, x: Var, place: Term) -> Derivation:
    match place:
        case App("from_above", (a,)):
            return _law(session, ("limit of the variable, from above",), x, x, place, a)
        case App("from_below", (a,)):
            return _law(session, ("limit of the variable, from below",), x, x, place, a)
    names = ("the variable grows", "the variable falls") if place in INFINITE else ("limit of the variable",)
    return _law(session, names, x, x, place, place)


def _value(found: Derivation) -> Term:
    return found.claim.says.args[2]  # type: ignore[union-attr]


def _one(session: Session, body: App, x: Var, place: Term, u: Term, head: str) -> Derivation:
    inner = _by_laws(session, u, x, place)
    a = _value(inner)
    sign = 1 if a is OO else -1 if a is MINUS_OO else 0
    name: str
    value: Term
    match head:
        case "neg" if sign:
            name, value = ("negative of what grows", MINUS_OO) if sign > 0 else ("negative of what falls", OO)
        case "neg":
            name, value = "limit of a negative", App("neg", (a,))
        case "exp" if sign:
            name, value = ("exponential of what grows", OO) if sign > 0 else ("exponential of what falls", ZERO)
        case "exp":
            name, value = "limit of an exponential", App("exp", (a,))
        case "ln" if sign > 0:
            name, value = "logarithm of what grows", OO
        case "ln" if a is ZERO and _is_one_sided(place):
            return logarithm_at_a_pole(session, body, x, place, inner)
        case "ln" if a is ZERO:
            name, value = "logarithm of a positive that tends to 0", MINUS_OO
        case "ln":
            name, value = "limit of a logarithm", App("ln", (a,))
        case "abs" if not sign:
            name, value = "limit of an absolute value", App("abs", (a,))
        case "^" if sign > 0:
            name, value = "power of what grows", OO
        case "^" if not sign:
            name, value = "limit of a power", App("^", (a, body.args[1]))
        case _:
            raise NoProof("no limit law applies")
    return _law(session, (name,), body, x, place, value, inner)


def _two(session: Session, body: App, x: Var, place: Term, u: Term, v: Term) -> Derivation:
    first, second = _by_laws(session, u, x, place), _by_laws(session, v, x, place)
    a, b = _value(first), _value(second)
    names: tuple[str, ...]
    if body.head == "/" and b is ZERO and a not in INFINITE and _is_one_sided(place):
        return quotient_at_a_pole(session, body, x, place, first, second)
    if a not in INFINITE and b not in INFINITE:
        name = {
            "+": "limit of a sum",
            "-": "limit of a difference",
            "*": "limit of a product",
            "/": "limit of a quotient",
        }
        return _law(session, (name[body.head],), body, x, place, App(body.head, (a, b)), first, second)
    kind = (
        ("oo" if a is OO else "-oo" if a is MINUS_OO else "n")
        + body.head
        + ("oo" if b is OO else "-oo" if b is MINUS_OO else "n")
    )
    # fmt: off
    table: dict[str, tuple[str, Term]] = {
        "oo+oo": ("sum of what grows", OO), "n+oo": ("number plus what grows", OO),
        "oo+n": ("what grows plus a number", OO),
        "-oo+-oo": ("sum of what falls", MINUS_OO), "n+-oo": ("number plus what falls", MINUS_OO),
        "-oo+n": ("what falls plus a number", MINUS_OO), "oo-n": ("what grows minus a number", OO),
        "-oo-n": ("what falls minus a number", MINUS_OO), "n-oo": ("number minus what grows", MINUS_OO),
        "n--oo": ("number minus what falls", OO), "oo*oo": ("product of what grows", OO),
        "oo*-oo": ("what grows times what falls", MINUS_OO), "-oo*oo": ("what falls times what grows", MINUS_OO),
        "-oo*-oo": ("product of what falls", OO), "n/oo": ("number over what grows", ZERO),
        "n/-oo": ("number over what falls", ZERO), "oo/n": ("what grows over a positive", OO),
        "-oo/n": ("what falls over a positive", MINUS_OO),
    }
    # fmt: on
    if kind in table:
        name_, value = table[kind]
        return _law(session, (name_,), body, x, place, value, first, second)
    if body.head == "*":
        infinite, finite = (a, b) if a in INFINITE else (b, a)
        grows = "grows" if infinite is OO else "falls"
        for sign, same in (("positive", True), ("negative", False)):
            text = f"what {grows} times a {sign}" if infinite is a else f"{sign} times what {grows}"
            value = OO if (infinite is OO) == same else MINUS_OO
            names = (text,)
            try:
                return _law(session, names, body, x, place, value, first, second)
            except NoProof:
                continue
        raise NoProof(f"{finite} times infinity")
    raise NoProof("an indeterminate form")


def _law(
    session: Session, names: tuple[str, ...], body: Term, x: Var, place: Term, value: Term, *parts: Derivation
) -> Derivation:
    """A limit law with its parts, its value simplified."""
    more = dict(zip(("a", "b"), (v for v in map(_value, parts) if v not in INFINITE), strict=False))
    if len(parts) == 2 and _value(parts[0]) in INFINITE:
        more = {"a": _value(parts[1])}
    goal = Claim(tends(body, x, place, value), session.known(x))
    gap = NoProof("no limit law applies")
    for name in names:
        wanted = {hole: term for hole, term in more.items() if hole in dict(session.rules[name].holes)}
        try:
            found = by_rule(session, name, goal, knowing(prove, *parts), **wanted)
        except NoProof as failed:
            gap = failed
            continue
        if value in INFINITE or free(value) or (simpler := closed_form(session, value)) is None:
            return found
        simple = sides(simpler)[1]
        same = turned(simpler, prove(session, Claim(App("defined", (simple,)), ())))
        return transport(tends(body, x, place, simple), (2,), same, found, goal.given)
    raise gap


def _by_dominant_terms(session: Session, body: Term, x: Var, place: Term) -> Derivation:
    """A rational function of t = exp(c·x) or x: rearranged so that every part has a limit."""
    rational = univariate(normal_form(session, body))
    if rational is None or x.name not in free(rational.generator):
        raise NoProof("not a rational function of one generator")
    towards = _value(_by_laws(session, rational.generator, x, place))
    if towards is ZERO:
        better = _written(rational)
    elif towards is OO or towards is MINUS_OO:
        better = _reversed(rational)
    else:
        raise NoProof("no dominant term")
    if better is body:
        raise NoProof("an indeterminate form")
    if place in INFINITE and isinstance(rational.generator, Var):
        return far_out(session, body, better, x, place, _by_laws(session, better, x, place))
    fact = (
        arithmetic(session, body, better, session.known(x), prove) if place in INFINITE and _total(rational) else None
    )
    if fact is None:
        raise NoProof("it cannot be rearranged everywhere")
    return _moved(session, body, x, place, fact, _by_laws(session, better, x, place))


def _total(rational: Rational) -> bool:
    return isinstance(rational.generator, App)


def _written(rational: Rational) -> Term:
    top, bottom = rational.top, rational.bottom
    common = top.gcd(bottom)
    return _quotient(top // common, bottom // common, rational.generator, 0)


def _reversed(rational: Rational) -> Term:
    """In r = 1/t, which tends to 0: t^k·p(r)/q(r) with p(0) and q(0) not 0."""
    t = rational.generator
    match t:
        case App("exp", (App("neg", (u,)),)):
            r: Term = App("exp", (u,))
        case App("exp", (u,)):
            r = App("exp", (App("neg", (u,)),))
        case _:
            r = App("/", (Num(1), t))
    shift = rational.bottom.degree() - rational.top.degree()
    top, bottom = (fmpq_poly(list(reversed(p.coeffs()))) for p in (rational.top, rational.bottom))
    if shift < 0:
        return product([raised(t, -shift), _quotient(top, bottom, r, 0)])
    return _quotient(top, bottom, r, shift)


def _quotient(top: fmpq_poly, bottom: fmpq_poly, r: Term, power: int) -> Term:
    """r^power·top(r)/bottom(r), factored."""
    scale, below = factors(bottom)
    down = product([raised(poly_term(f, r), m) for f, m in below]) if below else None
    lead = fmpq_poly([c / fmpq(scale.numerator, scale.denominator) for c in top.coeffs()])
    up = poly_term(lead, r)
    if power:
        up = raised(r, power) if up is Num(1) else product([up, raised(r, power)])
    return App("/", (up, down)) if down is not None else up
