"""A term in primitive functions alone: definitions put in, derivatives taken, nothing proved.

Numbers are computed from such a term to see where to look; what is seen there is then proved by others. A term may be
a small graph and a large tree, so everything is remembered by term, and the size of the graph is limited.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.rule import Rules
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number
from sigmaprime.read.row import read_row

LARGEST: Final = 6000  # nodes of the graph
PRIMITIVE: Final = frozenset(
    ("neg", "+", "-", "*", "/", "^"),
).union(name for name, row in FUNCTIONS.items() if row.definition is None)
ZERO: Final = Num(0)
ONE: Final = Num(1)
Memory = dict[tuple[Term, Term], Term]


class TooLarge(Exception):
    """The term is not in primitive functions, or grows too large when it is written in them."""


def plain(term: Term, rules: Rules, known: dict[Term, Term] | None = None) -> Term:
    """`term` in primitive functions; `TooLarge` where that is not possible.

    `known` remembers what terms have become under the same rules, from one call to the next.
    """
    if known is None:
        return _plain(term, rules, {})
    if len(known) > LARGEST // 2:
        known.clear()
    return _plain(term, rules, known)


def _plain(term: Term, rules: Rules, known: dict[Term, Term]) -> Term:
    if not isinstance(term, App):
        return term
    made = known.get(term)
    if made is not None:
        return made
    if len(known) > LARGEST:
        raise TooLarge
    match term:
        case App("D", (App("fn", (Var() as x, body)), point)):
            made = put(slope(_plain(body, rules, known), x), {x.name: _plain(point, rules, known)})
        case App("fn", _):
            raise TooLarge
        case App(head, (point,)) if head.endswith("'"):
            x = Var("x")
            made = put(slope(_plain(App(head[:-1], (x,)), rules, known), x), {"x": _plain(point, rules, known)})
        case App(head, args) if head in PRIMITIVE:
            inner = tuple([_plain(arg, rules, known) for arg in args])
            made = term if inner == args else App(head, inner)
        case App(head, args):
            inner = tuple([_plain(arg, rules, known) for arg in args])
            law = rules.get(f"definition of {head}")
            if law is None or not isinstance(law.conclusion, App) or len(law.holes) != len(args):
                made = App(head, inner)
            else:
                body = _plain(law.conclusion.args[1], rules, known)
                made = put(body, dict(zip((name for name, _ in law.holes), inner, strict=True)))
    known[term] = made
    return made


def put(term: Term, new: Mapping[str, Term]) -> Term:
    """Terms in place of variables, in a term that binds none."""
    known: dict[Term, Term] = {}

    def there(here: Term) -> Term:
        match here:
            case Var(name):
                return new.get(name, here)
            case App(head, args) if not new.keys().isdisjoint(free(here)):
                if here not in known:
                    if len(known) > LARGEST:
                        raise TooLarge
                    known[here] = App(head, tuple(map(there, args)))
                return known[here]
        return here

    return there(term)


def slope(term: Term, x: Var) -> Term:
    """The derivative, by the rules that every student knows; right wherever it is defined and the term is smooth."""
    return _slope(term, x, {})


def _slope(term: Term, x: Var, known: Memory) -> Term:
    if x.name not in free(term):
        return ZERO
    if term is x:
        return ONE
    if (term, x) in known:
        return known[term, x]
    if len(known) > LARGEST:
        raise TooLarge
    match term:
        case App("neg", (u,)):
            made = _neg(_slope(u, x, known))
        case App("+", (u, v)):
            made = _sum(_slope(u, x, known), _slope(v, x, known))
        case App("-", (u, v)):
            made = _sum(_slope(u, x, known), _neg(_slope(v, x, known)))
        case App("*", (u, v)):
            made = _sum(_product(_slope(u, x, known), v), _product(u, _slope(v, x, known)))
        case App("/", (u, v)):
            top = _sum(_slope(u, x, known), _neg(_product(term, _slope(v, x, known))))
            made = ZERO if top is ZERO else App("/", (top, v))
        case App("^", (u, v)) if (n := as_number(v)) is not None:
            made = _product(_product(v, App("^", (u, number(n - 1)))), _slope(u, x, known))
        case App("^", (u, v)):
            log = _sum(_product(_slope(v, x, known), App("ln", (u,))), _product(v, App("/", (_slope(u, x, known), u))))
            made = _product(term, log)
        case App(head, (u,)) if (outer := _outer(head)) is not None:
            made = _product(put(outer, {"u": u}), _slope(u, x, known))
        case _:
            raise TooLarge
    known[term, x] = made
    return made


@cache
def _outer(head: str) -> Term | None:
    """The derivative of a primitive function, in u."""
    row = FUNCTIONS.get(head)
    return None if row is None or row.derivative is None or len(row.parameters) > 1 else read_row(row.derivative)


def _neg(u: Term) -> Term:
    return u if u is ZERO else App("neg", (u,))


def _sum(u: Term, v: Term) -> Term:
    return v if u is ZERO else u if v is ZERO else App("+", (u, v))


def _product(u: Term, v: Term) -> Term:
    return ZERO if ZERO in (u, v) else v if u is ONE else u if v is ONE else App("*", (u, v))
