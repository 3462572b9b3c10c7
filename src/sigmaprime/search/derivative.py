"""Which rule of differentiation fits a term, and what the derivative becomes by it."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from sigmaprime.kernel.proof import Claim, Derivation, Instance
from sigmaprime.kernel.rule import fill
from sigmaprime.kernel.term import App, Num, Path, Term, Var, children, free, number, substitute
from sigmaprime.notation.line import language
from sigmaprime.search.chain import equation
from sigmaprime.search.fit import Prove, by_rule
from sigmaprime.search.session import NoProof, Session


@lru_cache(maxsize=4096)
def first_derivative(term: Term) -> Path | None:
    """The place of the first derivative in `term` that contains no other, from left to right."""
    for index, child in enumerate(children(term)):
        if (inner := first_derivative(child)) is not None:
            return index, *inner
    return () if isinstance(term, App) and term.head == "D" else None


def instance(
    session: Session, general: Derivation, x: Var, value: Term, given: tuple[Term, ...], prove: Prove
) -> Derivation:
    """A general claim for one value of its variable, each of its hypotheses proved for that value."""
    new = {x.name: value}
    parts = [general, prove(session, Claim(App("defined", (value,)), given))]
    parts += [prove(session, Claim(substitute(h, new), given)) for h in general.claim.given]
    return Derivation(Claim(substitute(general.claim.says, new), given), Instance(x.name, value), tuple(parts))


def by_rules(session: Session, target: Term, x: Var, body: Term, given: tuple[Term, ...], prove: Prove) -> Derivation:
    """D(body, x), which is `target`, by the rule for the outermost operation of `body`."""
    if any(isinstance(h, App) and h.head == "whole" for h in given):
        with suppress(NoProof):
            return _whole_exponent(session, target, x, body, given, prove)
    name, result, more = _choose(session, x, body)
    goal = Claim(equation(target, result), given)
    return by_rule(session, name, goal, prove, **more)


def _whole_exponent(
    session: Session, target: Term, x: Var, body: Term, given: tuple[Term, ...], prove: Prove
) -> Derivation:
    """The power rule for u^c and a/u^c, where c is a letter that stands for a whole number."""

    def d(u: Term) -> Term:
        return App("D", (App("fn", (x, u)), x))

    match body:
        case App("^", (u, c)) if x.name in free(u) and free(c) and x.name not in free(c):
            power = App("^", (u, App("-", (c, Num(1)))))
            result: Term = App("*", (App("*", (c, power)), d(u)))
            return by_rule(session, "power rule, whole exponent", Claim(equation(target, result), given), prove)
        case App("/", (a, App("^", (u, c)))) if x.name not in free(a) | free(c) and x.name in free(u) and free(c):
            top = App("*", (App("*", (a, c)), d(u)))
            result = App("neg", (App("/", (top, App("^", (u, App("+", (c, Num(1))))))),))
            goal = Claim(equation(target, result), given)
            return by_rule(session, "power rule, whole exponent below", goal, prove)
    raise NoProof("no power with a letter as its exponent")


def _choose(session: Session, x: Var, body: Term) -> tuple[str, Term, dict[str, Term]]:
    """The rule for the outermost operation of `body`, and what the derivative becomes by it."""

    def d(u: Term) -> Term:
        return App("D", (App("fn", (x, u)), x))

    if x.name not in free(body):
        return "constant rule", Num(0), {}
    match body:
        case Var():
            return "identity rule", Num(1), {}
        case App("neg", (u,)):
            return "negative rule", App("neg", (d(u),)), {}
        case App("+", (u, v)):
            return "sum rule", App("+", (d(u), d(v))), {}
        case App("-", (u, v)):
            return "difference rule", App("-", (d(u), d(v))), {}
        case App("*", (u, v)) if x.name not in free(u):
            return "constant factor rule", App("*", (u, d(v))), {}
        case App("*", (u, v)) if x.name not in free(v):
            return "constant factor rule, factor last", App("*", (d(u), v)), {}
        case App("*", (u, v)):
            return "product rule", App("+", (App("*", (d(u), v)), App("*", (u, d(v))))), {}
        case App("/", (u, v)) if x.name not in free(v):
            return "constant divisor rule", App("/", (d(u), v)), {}
        case App("/", (Num() as one, v)) if one.value == 1:
            return "reciprocal rule", App("neg", (App("/", (d(v), App("^", (v, Num(2))))),)), {}
        case App("/", (u, v)) if x.name not in free(u):
            slope = App("/", (App("*", (u, d(v))), App("^", (v, Num(2)))))
            return "reciprocal rule, constant numerator", App("neg", (slope,)), {}
        case App("/", (u, v)):
            top = App("-", (App("*", (d(u), v)), App("*", (u, d(v)))))
            return "quotient rule", App("/", (top, App("^", (v, Num(2))))), {}
        case App("^", (u, Num(n))) if n == 2:
            return "square rule", App("*", (App("*", (Num(2), u)), d(u))), {}
        case App("^", (u, Num(n) as exponent)) if n.denominator == 1 and n > 2:
            power = App("^", (u, Num(n - 1)))
            return "power rule", App("*", (App("*", (exponent, power)), d(u))), {"m": Num(n - 1)}
        case App("^", (u, App("neg", (Num(n) as exponent,)))) if n.denominator == 1 and n > 0:
            power = App("^", (u, number(-n - 1)))
            result = App("neg", (App("*", (App("*", (exponent, power)), d(u))),))
            return "negative power rule", result, {"m": Num(n + 1)}
        case App("^", (u, c)) if x.name not in free(c):
            power = App("^", (u, App("-", (c, Num(1)))))
            return "general power rule", App("*", (App("*", (c, power)), d(u))), {}
        case App("^", (u, v)):
            inner = App("+", (App("*", (d(v), App("ln", (u,)))), App("*", (v, App("/", (d(u), u))))))
            return "power rule, variable exponent", App("*", (body, inner)), {}
        case App("sum", (App("fn", (y, u)), low, high)) if x.name not in free(low) | free(high):
            return "derivative of a sum over an index", App("sum", (App("fn", (y, d(u))), low, high)), {}
        case App("component", (App("put", (_, j, t)), i)) if t is x and x.name not in free(i):
            return "derivative of a component", App("delta", (i, j)), {}
        case App("ln", (App("abs", (u,)),)):
            return "derivative of the logarithm of an absolute value", App("/", (d(u), u)), {}
        case App(head, (u,)) if f"derivative of {head}" in session.rules:
            law = session.rules[f"derivative of {head}"]
            right = law.conclusion.args[1]  # type: ignore[union-attr]
            return f"derivative of {head}", fill(right, {"u": u, "x": x}), {}
    raise NoProof(f"no rule of differentiation fits {language(body)}")


def in_general(session: Session, x: Var, body: Term, given: tuple[Term, ...], keep: frozenset[str]) -> Derivation:
    """D(body, x) written out: for all x, else wherever the rules of differentiation apply."""
    from sigmaprime.search.conditions import conditions
    from sigmaprime.search.forms import unfolded

    slope = App("D", (App("fn", (x, body)), x))
    known = tuple(h for h in given if x.name not in free(h))
    try:
        general = unfolded(session, slope, known, keep)
    except NoProof:
        general = unfolded(session, slope, (*known, *conditions(session, body)), keep)
    if general is None:
        raise NoProof("a derivative that cannot be taken")
    return general
