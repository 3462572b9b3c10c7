"""A term as a textbook sets it: powers raised, fractions drawn, brackets only where they are needed."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.notation.box import (
    Applied,
    Box,
    Bracketed,
    Digits,
    Large,
    Lowered,
    Over,
    Primed,
    Raised,
    Root,
    Row,
    Said,
    Sign,
    Word,
    is_tall,
    row_with,
)  # fmt: skip
from sigmaprime.notation.differential import CURLY, D, d_by_d, d_by_d_times, derivative, differential
from sigmaprime.notation.index import indices, is_own_component, own_component
from sigmaprime.notation.line import (
    ATOM,
    INTERVALS,
    MINUS,
    POWER,
    PRODUCT,
    RELATION,
    SUM,
    decimal,
    links,
    literal_fraction,
    name_of_order,
    nth_derivative,
    subject_name,
)  # fmt: skip
from sigmaprime.notation.phrase import MEMORY, Phrase, phrase
from sigmaprime.notation.product import needs_dot
from sigmaprime.notation.rows import bracketed, indexed, listed, pair, space
from sigmaprime.notation.symbols import RELATION_SIGNS, function_name, letter

FRACTION: Final = 25  # binds more tightly than a product, yet needs brackets to carry an exponent
_LARGE: Final = {"sum": "∑", "prod": "∏"}
_CIRCULAR: Final = frozenset("sin cos tan sec csc cot sinh cosh tanh sech csch coth".split())
_E: Final = Word("e", "e")


@lru_cache(MEMORY)
def boxed(term: Term) -> Box:
    """`term` in the plane."""
    return _whole(term, False)


def relation_sign(head: str) -> Sign:
    return Sign(RELATION_SIGNS[head])


def _whole(term: Term, script: bool) -> Box:
    if said := phrase(term):
        return sentence(said)
    return _set(term, script, False)[0]


def sentence(said: Phrase) -> Box:
    """Words and formulas in one row."""
    parts: list[Box] = []
    for part in said:
        if isinstance(part, str) and parts and isinstance(last := parts[-1], Said):
            parts[-1] = Said(last.text + part)
        else:
            parts.append(Said(part) if isinstance(part, str) else boxed(part))
    return Row(tuple(parts))


def _within(term: Term, least: int, script: bool, closed: bool = False) -> Box:
    """The box of an operand, in brackets if its outermost operator binds less tightly than `least`."""
    if phrase(term):
        return Bracketed(boxed(term))
    box, binding = _set(term, script, closed)
    return box if binding >= least else bracketed(_set(term, script, False)[0])


def _script(term: Term) -> Box:
    return _whole(term, True)


def _set(term: Term, script: bool, closed: bool) -> tuple[Box, int]:
    """The box and how tightly its outermost operator binds.

    In an exponent (`script`) fractions are slanted; in front of another factor (`closed`) the argument of a
    function keeps its brackets: ln(x) y.
    """
    match term:
        case Num(value) if value.denominator == 1:
            return Digits(str(value)), ATOM
        case Num(value):
            above, below = Digits(str(value.numerator)), Digits(str(value.denominator))
            return _fraction(above, below, script, small=True)
        case Var(name):
            component = own_component(name)
            return indexed(*indices(component), boxed, _script) if component else letter(name), ATOM
        case App("relation", (Var(name),)):
            return Row((relation_sign(name),)), RELATION
        case App("pi", ()):
            return letter("pi"), ATOM
        case App("oo", ()):
            return Word("∞", r"\infty"), ATOM
        case App("neg", (arg,)):
            return Row((Sign("−", prefix=True), _within(arg, PRODUCT, script, closed))), MINUS
        case App("+" | "-" as head, (left, right)):
            sign = Sign("−" if head == "-" else "+")
            return Row((_within(left, SUM, script), sign, _within(right, PRODUCT, script))), SUM
        case App("*", (left, right)):
            first, second = _within(left, PRODUCT, script, True), _within(right, FRACTION, script, closed)
            return Row((first, Sign("·" if needs_dot(first, second) else "\u2062"), second)), PRODUCT
        case App("/", (above, below)) if script:
            under = Bracketed(boxed(below)) if literal_fraction(above, below) else _within(below, POWER, True, True)
            return Row((_within(above, PRODUCT, True, True), Sign("/"), under)), PRODUCT
        case App("/", (above, below)):
            under = Bracketed(boxed(below)) if literal_fraction(above, below) else boxed(below)
            return _fraction(boxed(above), under, False, small=_is_short(above) and _is_short(below))
        case App("^", (base, exponent)):
            return _power(base, exponent, script, closed)
        case App("and", (first, rest)):
            return _chain(term) or Row((boxed(first), Said(" and "), boxed(rest))), RELATION
        case App("digits" | "digits," as head, (value, places)):
            shown = decimal(value, places).replace(".", head[6:] or ".")
            return (
                (Row((Sign("−", prefix=True), Digits(shown[1:]))), MINUS) if shown[:1] == "-" else (Digits(shown), ATOM)
            )
        case App(head, (left, right)) if head in RELATION_SIGNS:
            return Row((_within(left, SUM, script), relation_sign(head), _within(right, SUM, script))), RELATION
    return _applied(term, closed)


def _fraction(above: Box, below: Box, script: bool, small: bool) -> tuple[Box, int]:
    if script:
        return Row((above, Sign("/"), below)), PRODUCT
    return Over(above, below, small), FRACTION


def _is_short(term: Term) -> bool:
    match term:
        case Num(value):
            return value.denominator == 1
        case Var() | App("pi", ()):
            return True
    return False


def _power(base: Term, exponent: Term, script: bool, closed: bool) -> tuple[Box, int]:
    raised = _whole(exponent, True)
    match base, exponent:
        case App(head, (arg,)), Num(value) if head in _CIRCULAR and value.denominator == 1 and value >= 2:
            name = function_name(head)
            return Applied(Raised(name, raised), _argument(arg, closed or not _stands_alone(name))), FRACTION
        case App("exp", (Num(value),)), _ if value == 1:
            return Raised(Bracketed(_E), raised), POWER
    return Raised(_within(base, ATOM, script, True), raised), POWER


def _chain(claim: Term) -> Box | None:
    """`0 < s'(x) <= 1/4` as one row."""
    found = links(claim)
    if found is None:
        return None
    parts: list[Box] = []
    for link in found:
        if isinstance(link, App):
            parts += () if parts else (_within(link.args[0], SUM, False),)
            parts += (relation_sign(link.head), _within(link.args[1], SUM, False))
    return Row(tuple(parts))


def _argument(term: Term, closed: bool) -> Box:
    """What stands after the name of a standard function: a letter, a number or |…| bare, anything else in brackets."""
    box = boxed(term)
    if isinstance(term, App) and term.head == "abs":
        return box
    bare = not closed and (isinstance(term, Var) or _is_short(term)) and isinstance(box, Word | Digits)
    return box if bare else bracketed(box)


def _stands_alone(name: Box) -> bool:
    """Whether the name is set as an operator, with space of its own: ln x, but σ(x)."""
    return isinstance(name, Word) and len(name.text) > 1 and not name.latex.startswith(r"\mathrm")


def _applied(term: App, closed: bool) -> tuple[Box, int]:
    match term:
        case App("exp", (Num(value),)) if value == 1:
            return _E, ATOM
        case App("exp", (arg,)):
            raised = _whole(arg, True)
            return (Applied(function_name("exp"), bracketed(boxed(arg))), ATOM) if is_tall(raised) else (
                Raised(_E, raised), POWER)  # fmt: skip
        case App("component", _):
            return indexed(*indices(term), boxed, _script), ATOM
        case App("delta", _):
            return indexed(Var("delta"), term.args, boxed, _script), ATOM
        case App("whole" | "vectors" as kind, sizes):
            return space(kind, sizes, boxed), ATOM
        case App("vec", members):
            return bracketed(listed(members, boxed)), ATOM
        case App("put", _):
            return boxed(term.args[0]), ATOM
        case App("dot", (one, other, _)):
            return Row((boxed(one), Sign("·"), boxed(other))), PRODUCT
        case App("sqrt", (arg,)):
            return Root(boxed(arg)), ATOM
        case App("cbrt", (arg,)):
            return Root(boxed(arg), Digits("3")), ATOM
        case App("root", (arg, degree)):
            return Root(boxed(arg), _whole(degree, True)), ATOM
        case App("abs", (arg,)):
            return bracketed(boxed(arg), "|", "|"), ATOM
        case App("factorial", (u,)):
            return Row((_within(u, ATOM, False, True), Sign("!", prefix=True))), POWER
        case App("nth", (App("fn", (x, body)), order, at)) if known := name_of_order(x, body, at):
            raised = Raised(_named(known), Bracketed(_whole(order, True)))
            return Applied(raised, bracketed(boxed(at))), ATOM
        case App("D" | "nth" | "int" | "lim" | "sum" | "prod", (App("fn"), *_)):
            return (bracketed(_operator(term)), ATOM) if closed else (_operator(term), FRACTION)
        case App(head, (_, _)) if head[:2] in INTERVALS or head in ("point", "point;"):
            return pair(term, boxed), ATOM
        case App("points" | "points;" as head, members):
            return bracketed(listed(members, boxed, head[6:]), "{", "}"), ATOM
        case App("list" | "list;" as head, members):
            return listed(members, boxed, head[4:]), SUM
        case App("union", sets):
            return row_with(tuple(map(boxed, sets)), Sign("∪")), SUM
        case App("subject", (App("fn", (x, body)),)):
            known = subject_name(x, body)
            return (_named(known), ATOM) if known else (boxed(body), SUM)
        case App("name", (Var(known),)):
            return _named(known), ATOM
        case App("extreme", (Var(known), function)):
            return Applied(function_name(known), boxed(App("subject", (function,)))), PRODUCT
        case App("domain", (function,)):
            return Row((Said("the domain of "), boxed(App("subject", (function,))))), ATOM
        case App("between", (App("fn", (_, body)), low, high)):
            inside = Bracketed(boxed(body), "[", "]", tall=True)
            return Raised(Lowered(inside, _whole(low, True)), _whole(high, True)), POWER
        case App("differential", (x, *slope)):
            return _differential(x, *(slope or [Num(1)])), PRODUCT
        case App("from_above" | "from_below" as side, (place,)):
            return Raised(_within(place, ATOM, True), Sign("+" if side == "from_above" else "−")), POWER
        case App("fn", (x, body)):
            return Row((boxed(x), Sign("↦"), boxed(body))), RELATION
        case App(head, (arg,)) if head in FUNCTIONS:
            name = function_name(head)
            argument = _argument(arg, closed or not _stands_alone(name))
            return Applied(name, argument), ATOM if isinstance(argument, Bracketed) else FRACTION
        case App(head, args):
            return Applied(_named(head), bracketed(listed(args, boxed))), ATOM


def _named(head: str) -> Box:
    """The name of a function with its primes."""
    base = head.rstrip("'")
    name = function_name(base)
    return Primed(name, len(head) - len(base)) if base != head else name


def _differential(x: Term, outer: Term) -> Box:
    """du, or 2x dx"""
    minus = outer is App("neg", (Num(1),))
    factor = None if minus or outer is Num(1) else _within(outer, MINUS, False)
    return differential(boxed(x), factor, minus=minus, bare=isinstance(x, Var))


def _operator(term: App) -> Box:
    match term:
        case App("D", (App("fn", (x, body)), at)):
            found = nth_derivative(term) or nth_derivative(App("D", (term.args[0], x)))
            order, inner, _ = found or (1, body, x)
            place = None if at is x or is_own_component(x) else boxed(App("=", (x, at)))
            d = d_by_d(boxed(x), order, CURLY if is_own_component(x) else D)
            return derivative(d, _within(inner, FRACTION, False), place)
        case App("nth", (App("fn", (x, body)), count, at)):
            place = None if at is x else boxed(App("=", (x, at)))
            return derivative(d_by_d_times(boxed(x), _whole(count, True)), _within(body, FRACTION, False), place)
        case App("int", (App("fn", (x, body)), *ends)):
            low, high = map(boxed, ends) if ends else (None, None)
            differential = Row((Sign("\u2009"), D, boxed(x)))
            return Row((Large(Sign("∫"), low, high), _within(body, PRODUCT, False, True), differential))
        case App("lim", (App("fn", (x, body)), place)):
            return Row((Large(Word("lim", r"\lim"), boxed(App("->", (x, place)))), _within(body, PRODUCT, False)))
        case App(head, (App("fn", (x, body)), low, high)):
            sign = Large(Sign(_LARGE[head]), boxed(App("=", (x, low))), boxed(high))
            return Row((sign, _within(body, PRODUCT, False)))
    return Applied(_named(term.head), bracketed(listed(term.args, boxed)))
