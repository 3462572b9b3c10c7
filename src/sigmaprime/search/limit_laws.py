"""The limit laws: what the limit of a combination is, from the limits of its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free, number
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.near import INFINITE, At, apply, tends, value_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.values import settled

Inner = Callable[[Term], Derivation]
ZERO = Num(0)
HALF_PI = App("/", (App("pi", ()), Num(2)))
CONSTANT: Final = (
    "limit of a constant", "limit of a constant, from above", "limit of a constant, from below",
    "limit of a constant, far to the right", "limit of a constant, far to the left",
)  # fmt: skip
FINITE: Final = {
    "neg": "limit of a negative", "exp": "limit of an exponential", "ln": "limit of a logarithm",
    "abs": "limit of an absolute value",
}  # fmt: skip
# what becomes of a function whose argument grows (+1) or falls (-1)
FAR: Final[dict[tuple[str, int], tuple[str, Term]]] = {
    ("neg", 1): ("negative of what grows", MINUS_OO), ("neg", -1): ("negative of what falls", OO),
    ("exp", 1): ("exponential of what grows", OO), ("exp", -1): ("exponential of what falls", ZERO),
    ("ln", 1): ("logarithm of what grows", OO), ("sqrt", 1): ("square root of what grows", OO),
    ("cbrt", 1): ("cube root of what grows", OO), ("cbrt", -1): ("cube root of what falls", MINUS_OO),
    ("abs", 1): ("absolute value of what grows", OO), ("abs", -1): ("absolute value of what falls", OO),
    ("atan", 1): ("arctangent of what grows", HALF_PI),
    ("atan", -1): ("arctangent of what falls", App("neg", (HALF_PI,))),
    ("erf", 1): ("erf of what grows", Num(1)), ("erf", -1): ("erf of what falls", number(-1)),
}  # fmt: skip
# two parts: n is a number, oo and -oo are what they are
TWO: Final[dict[str, tuple[str, Term]]] = {
    "oo + oo": ("sum of what grows", OO), "n + oo": ("number plus what grows", OO),
    "oo + n": ("what grows plus a number", OO), "-oo + -oo": ("sum of what falls", MINUS_OO),
    "n + -oo": ("number plus what falls", MINUS_OO), "-oo + n": ("what falls plus a number", MINUS_OO),
    "oo - n": ("what grows minus a number", OO), "-oo - n": ("what falls minus a number", MINUS_OO),
    "n - oo": ("number minus what grows", MINUS_OO), "n - -oo": ("number minus what falls", OO),
    "oo * oo": ("product of what grows", OO), "oo * -oo": ("what grows times what falls", MINUS_OO),
    "-oo * oo": ("what falls times what grows", MINUS_OO), "-oo * -oo": ("product of what falls", OO),
    "n / oo": ("number over what grows", ZERO), "n / -oo": ("number over what falls", ZERO),
}  # fmt: skip
NUMBERS: Final = {
    "+": "limit of a sum", "-": "limit of a difference", "*": "limit of a product", "/": "limit of a quotient",
}  # fmt: skip


def by_laws(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """The limit of `body` by the law for its outermost operation."""
    x = at.x
    if x.name not in free(body):
        return law(session, CONSTANT, body, at, body)
    match body:
        case Var():
            return variable(session, at)
        case App("^", (u, Num(n))) if n.denominator == 1 and n > 0:
            return law_for_one(session, body, at, inner(u))
        case App("+" | "-" | "*" | "/", (u, v)):
            return law_for_two(session, body, at, inner(u), inner(v))
        case App(head, (u,)) if head in FINITE or f"limit under {head}" in session.rules:
            return law_for_one(session, body, at, inner(u))
    raise NoProof("no limit law applies")


def variable(session: Session, at: At) -> Derivation:
    match at.place:
        case App("from_above", (a,)):
            return law(session, ("limit of the variable, from above",), at.x, at, a)
        case App("from_below", (a,)):
            return law(session, ("limit of the variable, from below",), at.x, at, a)
    names = ("the variable grows", "the variable falls") if at.place in INFINITE else ("limit of the variable",)
    return law(session, names, at.x, at, at.place)


def _sign(value: Term) -> int:
    return 1 if value is OO else -1 if value is MINUS_OO else 0


def _power(session: Session, body: App, at: At, inner: Derivation, n: int) -> Derivation:
    a = value_of(inner)
    match _sign(a):
        case 1:
            return law(session, ("power of what grows",), body, at, OO, inner)
        case 0:
            return law(session, ("limit of a power",), body, at, App("^", (a, body.args[1])), inner)
    if n == 1:
        raise NoProof("a first power")
    name, value = ("odd power of what falls", MINUS_OO) if n % 2 else ("even power of what falls", OO)
    return by_rule(session, name, Claim(tends(body, at, value), at.given), knowing(prove, inner), m=Num(n // 2))


def law_for_one(session: Session, body: App, at: At, inner: Derivation) -> Derivation:
    """The limit of a function, or of a whole power, of what has a limit."""
    match body:
        case App("^", (_, Num(n))):
            return _power(session, body, at, inner, int(n))
    head, a = body.head, value_of(inner)
    if sign := _sign(a):
        if (head, sign) not in FAR:
            raise NoProof("no limit law applies")
        name, value = FAR[head, sign]
        return law(session, (name,), body, at, value, inner)
    if a is ZERO and head == "ln":
        return apply(session, "logarithm of a positive that tends to 0", body, at, MINUS_OO, inner)
    if a is ZERO and head == "sqrt":
        return apply(session, "square root of what tends to 0", body, at, ZERO, inner)
    return law(session, (FINITE.get(head, f"limit under {head}"),), body, at, App(head, (a,)), inner)


def law_for_two(session: Session, body: App, at: At, first: Derivation, second: Derivation) -> Derivation:
    """The limit of a sum, difference, product or quotient of what has limits."""
    a, b = value_of(first), value_of(second)
    if body.head == "/" and b is ZERO and a not in INFINITE:
        return _over_zero(session, body, at, first, second)
    if a not in INFINITE and b not in INFINITE:
        return law(session, (NUMBERS[body.head],), body, at, App(body.head, (a, b)), first, second)
    kind = f"{_word(a)} {body.head} {_word(b)}"
    if kind in TWO:
        name, value = TWO[kind]
        return law(session, (name,), body, at, value, first, second)
    if body.head == "*" or (body.head == "/" and b not in INFINITE):
        return _times_a_number(session, body, at, first, second)
    raise NoProof("an indeterminate form")


def _word(value: Term) -> str:
    return {1: "oo", -1: "-oo", 0: "n"}[_sign(value)]


def _times_a_number(session: Session, body: App, at: At, first: Derivation, second: Derivation) -> Derivation:
    """Infinity times a number, or over one: the sign of the number decides."""
    infinite = value_of(first) if value_of(first) in INFINITE else value_of(second)
    grows = "what grows" if infinite is OO else "what falls"
    for sign, same in (("positive", True), ("negative", False)):
        if body.head == "/":
            name = f"{grows} over a {sign}"
        else:
            name = f"{grows} times a {sign}" if infinite is value_of(first) else f"{sign} times {grows}"
        try:
            return law(session, (name,), body, at, OO if (infinite is OO) == same else MINUS_OO, first, second)
        except NoProof:
            continue
    raise NoProof("a number of unknown sign times infinity")


def _over_zero(session: Session, body: App, at: At, first: Derivation, second: Derivation) -> Derivation:
    """u/v → ±oo, where u tends to a number and v to 0, keeping its sign."""
    a = value_of(first)
    if a is ZERO:
        raise NoProof("an indeterminate form")
    gap = NoProof("what tends to 0 is not known to keep its sign")
    for top in ("positive", "negative"):
        for bottom in ("positive", "negative"):
            try:
                name = f"{top} over a {bottom} that tends to 0"
                return apply(session, name, body, at, OO if top == bottom else MINUS_OO, first, second, a=a)
            except NoProof as failed:
                gap = failed
    raise gap


def law(session: Session, names: tuple[str, ...], body: Term, at: At, value: Term, *parts: Derivation) -> Derivation:
    """A limit law with its parts, its value simplified."""
    more = dict(zip(("a", "b"), (v for v in map(value_of, parts) if v not in INFINITE), strict=False))
    if len(parts) == 2 and value_of(parts[0]) in INFINITE:
        more = {"a": value_of(parts[1])}
    goal = Claim(tends(body, at, value), at.given)
    gap = NoProof("no limit law applies")
    for name in names:
        wanted = {hole: term for hole, term in more.items() if hole in dict(session.rules[name].holes)}
        try:
            return settled(session, by_rule(session, name, goal, knowing(prove, *parts), **wanted))
        except NoProof as failed:
            gap = failed
    raise gap
