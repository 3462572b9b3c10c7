"""A term in one line: the language's own text, which the reader reads back as the same term."""

from __future__ import annotations

from itertools import pairwise
from math import gcd
from typing import Final

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Term, Var, as_number
from sigmaprime.notation.index import own_component
from sigmaprime.notation.phrase import phrase
from sigmaprime.notation.symbols import plain

RELATION, SUM, MINUS, PRODUCT, POWER, ATOM = 5, 10, 15, 20, 30, 40
RELATIONS: Final = frozenset(("=", "<", "<=", ">", ">=", "!=", "~=", "->", "~", "in"))
_NOT_NAMES: Final = frozenset(("neg", "exp", "abs", "sqrt", "cbrt"))
INTERVALS: Final = frozenset(("()", "[]", "(]", "[)"))


def language(term: Term) -> str:
    """`term` as a line of the language."""
    if said := phrase(term):
        return "".join(part if isinstance(part, str) else language(part) for part in said)
    return _write(term)[0]


def decimal(term: Term, places: Term) -> str:
    """The number to that many places, as `s(2) ~= 0.1050` shows it: the zeros at its end are part of the claim."""
    value, count = as_number(term), as_number(places)
    if value is None or count is None:
        return language(term)
    scaled = abs(value) * 10 ** int(count)
    if scaled.denominator != 1:
        return language(term)
    digits = str(scaled.numerator).rjust(int(count) + 1, "0")
    point = len(digits) - int(count)
    return ("-" if value < 0 else "") + digits[:point] + ("." + digits[point:] if count else "")


def literal_fraction(above: Term, below: Term) -> bool:
    """Whether `above/below`, written plainly, would be read as one number."""
    match above, below:
        case Num(p), Num(q):
            return p.denominator == q.denominator == 1 and q > 1 and gcd(int(p), int(q)) == 1
    return False


def links(claim: Term) -> tuple[Term, ...] | None:
    """The members of a chain a = b, b < c, … if neighbouring links share a member: its links, in order."""
    found: list[Term] = []
    while isinstance(claim, App) and claim.head == "and":
        first, claim = claim.args
        found.append(first)
    found.append(claim)
    if not all(isinstance(link, App) and link.head in RELATIONS and len(link.args) == 2 for link in found):
        return None
    shared = all(a.args[1] is b.args[0] for a, b in pairwise(found))  # type: ignore[union-attr]
    return tuple(found) if shared else None


def nth_derivative(term: Term) -> tuple[int, Term, Var] | None:
    """(n, u, x) for the n-th derivative of u by x at x; None for anything else, as a derivative at another point."""
    order, bound = 0, None
    while True:
        match term:
            case App("D", (App("fn", (Var() as x, body)), at)) if at is x and bound in (None, x):
                order, bound, term = order + 1, x, body
            case _:
                return (order, term, bound) if bound else None


def _write(term: Term) -> tuple[str, int]:
    """The text, and how tightly its outermost operator binds."""
    match term:
        case Num(value):
            return str(value), ATOM if value.denominator == 1 else PRODUCT
        case Var(name) if component := own_component(name):
            return language(component), ATOM
        case Var(name):
            return name, ATOM
        case App("component", (vector, index)):
            return f"{language(vector)}[{language(index)}]", ATOM
        case App("put", (vector, _, _)):
            return language(vector), ATOM
        case App("whole", ()):
            return "N", ATOM
        case App("whole", (low, high)):
            return f"{language(low)}..{language(high)}", ATOM
        case App("vectors", sizes):
            return f"R^{language(sizes[0])}" if len(sizes) == 1 else f"R^({' x '.join(map(language, sizes))})", ATOM
        case App("vec", members):
            return f"({', '.join(map(language, members))})", ATOM
        case App("dot", (one, other, _)):
            return f"dot({language(one)}, {language(other)})", ATOM
        case App("exp", (Num(value),)) if value == 1:
            return "e", ATOM
        case App("pi" | "oo" as name, ()):
            return name, ATOM
        case App("neg", (arg,)):
            return f"-{_within(arg, PRODUCT)}", MINUS
        case App("/", (above, below)):
            under = f"({_write(below)[0]})" if literal_fraction(above, below) else _within(below, POWER)
            return f"{_within(above, PRODUCT)}/{under}", PRODUCT
        case App("*", (left, right)):
            return f"{_within(left, PRODUCT)}*{_within(right, POWER)}", PRODUCT
        case App("^", (base, exponent)):
            shown = "(e)" if language(base) == "e" else _within(base, ATOM)
            return f"{shown}^{_within(exponent, POWER)}", POWER
        case App("+" | "-" as head, (left, right)):
            return f"{_within(left, SUM)} {head} {_within(right, PRODUCT)}", SUM
        case App("digits" | "digits," as head, (value, places)):
            return decimal(value, places).replace(".", head[6:] or "."), ATOM
        case App("and", (first, rest)):
            return _chain(term) or f"{language(first)} and {language(rest)}", RELATION
        case App(head, (left, right)) if head in RELATIONS:
            return f"{_within(left, SUM)} {head} {_within(right, SUM)}", RELATION
        case App(head, (low, high)) if head[:2] in INTERVALS:
            return f"{head[0]}{language(low)}{head[2:] or ','} {language(high)}{head[1]}", ATOM
    return _applied(term)


def _applied(term: App) -> tuple[str, int]:
    match term:
        case App("union", sets):
            return " u ".join(map(language, sets)), SUM
        case App("points" | "points;" as head, members):
            return "{" + f"{head[6:] or ','} ".join(map(language, members)) + "}", ATOM
        case App("list" | "list;" as head, members):
            return f"{head[4:] or ','} ".join(map(language, members)), ATOM
        case App("point" | "point;" as head, (a, b)):
            return f"({language(a)}{head[5:] or ','} {language(b)})", ATOM
        case App("subject", (App("fn", (x, body)),)):
            name = subject_name(x, body)
            return plain(name) if name else f"({language(body)})", ATOM
        case App("name", (Var(name),)):
            return plain(name), ATOM
        case App("relation", (Var(name),)):
            return name, RELATION
        case App("extreme", (Var(name), function)):
            return f"{name} {language(App('subject', (function,)))}", PRODUCT
        case App("domain", (function,)):
            return f"the domain of {language(App('subject', (function,)))}", ATOM
        case App("differential", (x, *slope)) if not slope or slope[0] is Num(1):
            return f"d{_of_differential(x)}", ATOM
        case App("differential", (x, App("neg", (slope,)))) if slope is Num(1):
            return f"-d{language(x)}", MINUS
        case App("differential", (x, slope)):
            return f"{_within(slope, MINUS)} d{language(x)}", PRODUCT
        case App("between", (App("fn", (_, body)), low, high)):
            return f"[{language(body)}]_{_within(low, ATOM)}^{_within(high, ATOM)}", ATOM
        case App("from_above", (place,)):
            return f"{_within(place, PRODUCT)}+", SUM
        case App("from_below", (place,)):
            return f"{_within(place, PRODUCT)}-", SUM
        case App("fn", (x, body)):
            return f"{language(x)} |-> {language(body)}", RELATION
        case App("D", (App("fn", (x, body)), at)):
            if found := nth_derivative(term):
                order, inner, x = found
                count = f", {order}" if order > 1 else ""
                return f"diff({language(inner)}, {language(x)}{count})", ATOM
            if isinstance(x, Var) and own_component(x.name):
                return f"diff({language(body)}, {language(x)})", ATOM
            return f"D({language(body)}, {language(x)}, {language(at)})", ATOM
        case App("nth", (App("fn", (x, body)), order, at)):
            return _of_order(x, body, order, at), ATOM
        case App("factorial", (u,)):
            return f"{_within(u, ATOM)}!", POWER
        case App("int" | "lim" | "sum" | "prod" as head, (App("fn", (x, body)), *ends)):
            return f"{head}({', '.join(map(language, (body, x, *ends)))})", ATOM
        case App(head, args):
            return f"{plain(head)}({', '.join(map(language, args))})", ATOM


def _of_order(x: Term, body: Term, order: Term, at: Term) -> str:
    """diff(u, x, n), f^(n)(t) for a function with a name, or D(u, x, a, n)."""
    name = name_of_order(x, body, at)
    if name:
        return f"{plain(name)}^({language(order)})({language(at)})"
    if at is x:
        return f"diff({language(body)}, {language(x)}, {language(order)})"
    return f"D({language(body)}, {language(x)}, {language(at)}, {language(order)})"


def name_of_order(x: Term, body: Term, at: Term) -> str | None:
    """The name of a function that is written f^(n)(t) rather than d^n/dx^n f(x)."""
    name = subject_name(x, body)
    return None if name is None or name.endswith("'") or (name in FUNCTIONS and at is x) else name


def _of_differential(x: Term) -> str:
    return language(x) if isinstance(x, Var) else f"({language(x)})"


def subject_name(x: Term, body: Term) -> str | None:
    """`s'` for the function x ↦ s'(x); None when it has no name of its own."""
    match body:
        case App(head, (argument,)) if argument is x and head[:1].isalpha() and head.rstrip("'").isidentifier():
            return None if head in _NOT_NAMES else head
    return None


def _chain(claim: Term) -> str | None:
    """`0 < s'(x) <= 1/4`"""
    found = links(claim)
    if found is None:
        return None
    members = [found[0].args[0], *(link.args[1] for link in found)]  # type: ignore[union-attr]
    relations = [link.head for link in found]  # type: ignore[union-attr]
    written = [_within(member, SUM) for member in members]
    return written[0] + "".join(f" {head} {text}" for head, text in zip(relations, written[1:], strict=True))


def _within(term: Term, least: int) -> str:
    if phrase(term):
        return f"({language(term)})"
    text, binding = _write(term)
    return text if binding >= least else f"({text})"
