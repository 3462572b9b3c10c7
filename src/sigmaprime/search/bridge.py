"""The one door between terms and SymPy; no text ever passes through it, so nothing is evaluated as code.

Into terms: an expression as SymPy holds it, in the order in which SymPy shows it; one that was built with
`evaluate=False` keeps its own order. Powers, roots and logarithms then have their real meaning.
Into SymPy: evaluated as SymPy likes it, or left exactly as it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any, Final

import sympy as sp
from sympy.core.function import AppliedUndef

from sigmaprime.functions import FUNCTIONS as ROWS
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, number
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.tokens import split
from sigmaprime.sympy_functions import DEFINED

NODES: Final = 3_000
DEPTH: Final = 100
ORDER: Final = 20
FUNCTIONS: Final[Mapping[str, Any]] = {
    "exp": sp.exp, "ln": sp.log, "abs": sp.Abs, "sign": sp.sign, "max": sp.Max, "min": sp.Min,
    "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "sec": sp.sec, "csc": sp.csc, "cot": sp.cot,
    "asin": sp.asin, "acos": sp.acos, "atan": sp.atan, "asec": sp.asec, "acsc": sp.acsc,
    "sinh": sp.sinh, "cosh": sp.cosh, "tanh": sp.tanh, "sech": sp.sech, "csch": sp.csch, "coth": sp.coth,
    "asinh": sp.asinh, "acosh": sp.acosh, "atanh": sp.atanh, "erf": sp.erf, "LambertW": sp.LambertW,
    **{made.__name__: made for made in DEFINED},
}  # fmt: skip
_HEADS: Final = {made: head for head, made in FUNCTIONS.items()}
RELATIONS: Final[Mapping[str, Any]] = {"=": sp.Eq, "!=": sp.Ne, "<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge}
_RELATION_HEADS: Final = {made: head for head, made in RELATIONS.items()}
_TURNED: Final = {">": "<", ">=": "<="}
_SIDES: Final = ("+", "-", "+-")
_BINDERS: Final[Mapping[Any, str]] = {sp.Integral: "int", sp.Sum: "sum", sp.Product: "prod"}
_ASSUMED: Final = (
    ("is_positive", ">"), ("is_negative", "<"), ("is_nonnegative", ">="), ("is_nonpositive", "<="),
    ("is_nonzero", "!="),
)  # fmt: skip
_REMEDIES: Final[Mapping[Any, str]] = {
    sp.acot: "SymPy's acot jumps at 0: write atan(1/x), or pi/2 - atan(x) for the one with values between 0 and pi",
    sp.Piecewise: "claim something of each piece, with its condition",
    type(sp.I): "there are no complex numbers here",
    type(sp.zoo): "SymPy has divided by zero while it evaluated the expression; give the text instead",
    type(sp.nan): "SymPy has met an undefined value while it evaluated the expression; give the text instead",
}


def _limited(expression: Any) -> None:
    if expression is True or expression is False or isinstance(expression, sp.logic.boolalg.BooleanAtom):
        message = f"SymPy has made {expression} of the claim before it came here, so there is nothing left to prove"
        raise NotUnderstood(message, remedy="give the text, or keep SymPy from it: sp.Eq(left, right, evaluate=False)")
    if not isinstance(expression, sp.Basic):
        remedy = "give a text, or a SymPy expression or relation"
        raise NotUnderstood(f"{type(expression).__name__} is neither a text nor SymPy's", remedy=remedy)
    waiting, count = [(expression, 1)], 0
    while waiting:
        here, depth = waiting.pop()
        count += 1
        if count > NODES or depth > DEPTH:
            limit = f"{NODES:,} nodes" if count > NODES else f"{DEPTH} levels"
            raise NotUnderstood(f"the expression has more than {limit}", remedy="give a smaller one, or its parts")
        waiting += [(part, depth + 1) for part in here.args]


def symbols_of(expressions: Iterable[Any]) -> dict[str, Any]:
    """The symbols of some expressions by the names that they have in the language."""
    found: dict[str, Any] = {}
    for expression in expressions:
        _limited(expression)
        # The side from which a limit is taken is a symbol too, by the names + and -.
        for symbol in sorted(expression.atoms(sp.Symbol) - set(map(sp.Symbol, _SIDES)), key=str):
            if found.setdefault(name_of(symbol), symbol) != symbol:
                message = f"two different symbols are called {symbol.name}"
                raise NotUnderstood(
                    message, remedy="use one of them throughout: they differ in what is assumed of them"
                )
    return found


def name_of(symbol: Any) -> str:
    """`x_1` for x_1, `theta` for θ."""
    try:
        tokens = split(symbol.name, 0, len(symbol.name))
    except NotUnderstood:
        tokens = []
    if len(tokens) != 1 or tokens[0].kind != "name" or tokens[0].text in ("e", "pi", "oo"):
        remedy = "call it by a letter, perhaps with digits, such as x or x_1"
        raise NotUnderstood(f"a variable cannot be called {symbol.name!r} in the language", remedy=remedy)
    return tokens[0].text


def assumptions(symbol: Any) -> tuple[Term, ...]:
    """What is assumed of a free symbol: `x > 0` for a positive one. A symbol without assumptions is taken as real."""
    narrow = [word for word in ("integer", "rational", "irrational") if getattr(symbol, f"is_{word}")]
    if narrow or symbol.is_real is False or symbol.is_commutative is False:
        said = narrow[0] if narrow else "not real" if symbol.is_commutative else "not commutative"
        message = f"{symbol.name} is assumed to be {said}, which the language cannot say"
        raise NotUnderstood(message, remedy=f'use sp.Symbol("{symbol.name}", real=True)')
    x = Var(name_of(symbol))
    return next(((App(sign, (x, Num(0))),) for fact, sign in _ASSUMED if getattr(symbol, fact)), ())


def is_finished(expression: Any) -> bool:
    """Whether there is nothing in it that is yet to be worked out: no derivative, integral, limit, sum or product."""
    return not expression.has(sp.Derivative, sp.Subs, sp.Limit, *_BINDERS)


def equation_of(expression: Any) -> tuple[Any, Any]:
    """The two sides of an equation; None as the second of anything else."""
    _limited(expression)
    return expression.args if isinstance(expression, sp.Eq) else (expression, None)


def derivative_of(expression: Any) -> Any:
    """The derivative by the only variable of an expression, not worked out."""
    free = sorted(expression.free_symbols, key=str)
    if len(free) != 1:
        names = ", ".join(symbol.name for symbol in free) or "none"
        remedy = "write sp.Derivative(expression, x)"
        raise NotUnderstood(f"it is not clear by which variable to differentiate ({names})", remedy=remedy)
    return sp.Derivative(expression, free[0])


def from_sympy(expression: Any) -> Term:
    """The term or claim that a SymPy object stands for; `NotUnderstood` names the part that has no counterpart."""
    _limited(expression)
    return _term(expression)


def _term(here: Any) -> Term:
    match here:
        case sp.Symbol():
            return Var(name_of(here))
        case sp.Rational():
            return number(Fraction(int(here.p), int(here.q)))
        case sp.Float():
            # The decimal that SymPy shows, which is what was meant by it, rather than the nearest binary fraction.
            return number(Fraction(str(here)))
        case sp.Add():
            return _sum(here)
        case sp.Mul():
            size = _without_minus(here)
            return _product(here.args) if size is None else App("neg", (_product(size),))
        case sp.Pow():
            return _power(*here.args)
        case sp.exp(args=(argument,)):
            return App("exp", (_term(argument),))
        case sp.Max() | sp.Min():
            terms = map(_term, here.args)
            return reduce(lambda a, b: App(_HEADS[type(here)], (a, b)), terms)
        case AppliedUndef():
            return App(type(here).__name__, tuple(map(_term, here.args)))
        case sp.UnevaluatedExpr(args=(inner,)):
            return _term(inner)
    if here in _CONSTANTS:
        return _CONSTANTS[here]
    head = _HEADS.get(type(here))
    if head is not None and len(here.args) == len(ROWS[head].parameters):
        return App(head, tuple(map(_term, here.args)))
    return _bound(here)


_CONSTANTS: Final[Mapping[Any, Term]] = {
    sp.pi: App("pi", ()), sp.E: App("exp", (Num(1),)), sp.oo: OO, -sp.oo: MINUS_OO,
}  # fmt: skip


def _without_minus(here: Any) -> tuple[Any, ...] | None:
    """The factors of −here, when it is written with a minus sign."""
    first = here.args[0] if isinstance(here, sp.Mul) else here
    if not (isinstance(first, sp.Number) and first.is_negative and first.is_finite):
        return None
    rest = here.args[1:] if isinstance(here, sp.Mul) else ()
    return rest if first == -1 and rest else (-first, *rest)


def _sum(here: Any) -> Term:
    as_sympy_builds_it = sp.Add(*here.args).args == here.args
    total: Term | None = None
    for part in here.as_ordered_terms() if as_sympy_builds_it else here.args:
        size = _without_minus(part)
        term = _term(part) if size is None else _product(size)
        if total is None:
            total = term if size is None else App("neg", (term,))
        else:
            total = App("+" if size is None else "-", (total, term))
    return total if total is not None else Num(0)


def _product(factors: tuple[Any, ...]) -> Term:
    """Factors with negative powers, and denominators of fractions, go below the line."""
    above: list[Term] = []
    below: list[Term] = []
    for factor in factors:
        match factor:
            case sp.Rational(q=q) if q != 1 and len(factors) > 1:
                above += [] if factor.p == 1 else [number(int(factor.p))]
                below.append(Num(int(q)))
            case sp.Pow(args=(base, exponent)) if isinstance(exponent, sp.Number) and exponent.is_negative:
                below.append(_power(base, -exponent))
            case _:
                above.append(_term(factor))
    over = reduce(lambda a, b: App("*", (a, b)), above) if above else Num(1)
    return App("/", (over, reduce(lambda a, b: App("*", (a, b)), below))) if below else over


def _power(base: Any, exponent: Any) -> Term:
    if isinstance(exponent, sp.Number) and exponent.is_negative:
        return App("/", (Num(1), _power(base, -exponent)))
    if base == sp.E:
        return App("exp", (_term(exponent),))
    if exponent == 1:
        return _term(base)
    return App("sqrt", (_term(base),)) if exponent == sp.S.Half else App("^", (_term(base), _term(exponent)))


def _bound(here: Any) -> Term:
    """Derivatives, integrals, limits, sums and products; relations."""
    match here:
        case sp.Derivative():
            body = _term(here.expr)
            for variable, order in here.variable_count:
                if not isinstance(variable, sp.Symbol) or not order.is_Integer or order > ORDER:
                    raise _no_counterpart(here)
                for _ in range(int(order)):
                    body = App("D", (App("fn", (_term(variable), body)), _term(variable)))
            return body
        case sp.Subs() if isinstance(here.expr, sp.Derivative) and len(here.variables) == 1:
            match _term(here.expr):
                case App("D", (function, Var() as x)) if x is _term(here.variables[0]):
                    return App("D", (function, _term(here.point[0])))
        case sp.Limit(args=(body, variable, place, side)):
            return App("lim", (App("fn", (_term(variable), _term(body))), _place(_term(place), str(side))))
        case sp.Integral() | sp.Sum() | sp.Product():
            body = _term(here.function)
            for variable, *ends in here.limits:
                if len(ends) == 1:
                    raise _no_counterpart(here)
                body = App(_BINDERS[type(here)], (App("fn", (_term(variable), body)), *map(_term, ends)))
            return body
        case sp.And():
            return reduce(lambda rest, first: App("and", (first, rest)), reversed(_chain(here.args)))
    if head := _RELATION_HEADS.get(type(here)):
        return App(head, (_term(here.lhs), _term(here.rhs)))
    raise _no_counterpart(here)


def _place(place: Term, side: str) -> Term:
    if place in (OO, MINUS_OO) or side == "+-":
        return place
    return App("from_above" if side == "+" else "from_below", (place,))


def _chain(relations: Iterable[Any]) -> list[Term]:
    """0 < u and u <= 1 in this order, though SymPy keeps no order and writes the first as u > 0."""
    waiting = [_turned(_term(relation)) for relation in relations]
    done: list[Term] = []
    while waiting:
        following = [r for r in waiting if done and _sides(r)[0] is _sides(done[-1])[1]]
        starts = [r for r in waiting if all(_sides(r)[0] is not _sides(other)[1] for other in waiting)]
        chosen = (following or starts or waiting)[0]
        waiting.remove(chosen)
        done.append(chosen)
    return done


def _turned(relation: Term) -> Term:
    match relation:
        case App(">" | ">=" as head, (left, right)):
            return App(_TURNED[head], (right, left))
    return relation


def _sides(relation: Term) -> tuple[Term, ...]:
    return relation.args[:2] if isinstance(relation, App) and len(relation.args) > 1 else (relation, relation)


def _no_counterpart(here: Any) -> NotUnderstood:
    shown = str(here)
    shown = shown if len(shown) <= 60 else f"{shown[:60]} …"
    remedy = next((said for kind, said in _REMEDIES.items() if isinstance(here, kind)), "write it by other functions")
    return NotUnderstood(f"SymPy's {type(here).__name__} has no counterpart here: {shown}", remedy=remedy)
