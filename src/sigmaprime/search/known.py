"""What the hypotheses `defined(u)` say of the parts of u: every denominator is not 0, every argument is in its domain.

Each condition is kept with the way to derive it, which is only gone when the condition is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sigmaprime.kernel.proof import Apply, Claim, Derivation, Enclosure, Given
from sigmaprime.kernel.rule import fill
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.chain import equation, sides
from sigmaprime.search.meaning import meaning
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import arithmetic_step, inside, law

Way: TypeAlias = Callable[[], Derivation]
Known: TypeAlias = dict[Term, Way]
ZERO = Num(0)
# fmt: off
PARTS = {
    ("/", 0): "numerator is defined", ("+", 0): "first term is defined", ("+", 1): "second term is defined",
    ("-", 0): "minuend is defined", ("-", 1): "subtrahend is defined", ("*", 0): "first factor is defined",
    ("*", 1): "second factor is defined", ("neg", 0): "defined without its sign", ("^", 0): "base is defined",
}
# fmt: on


def known(session: Session, given: tuple[Term, ...]) -> Known:
    """Every condition that the hypotheses contain or imply in this way."""
    key = App("known", given)
    found = session.forms.get(key)
    if found is None:
        found = session.forms[key] = _known(session, given)
    return found  # type: ignore[return-value]


def _known(session: Session, given: tuple[Term, ...]) -> Known:
    found: Known = {}
    for hypothesis in given:
        here = Derivation(Claim(hypothesis, (hypothesis,)), Given(0))
        found.setdefault(hypothesis, lambda here=here: here)  # type: ignore[misc]
    for hypothesis in given:
        match hypothesis:
            case App("defined", (term,)):
                _inwards(session, term, found[hypothesis], found)
            case App("!=", (term, zero)) if zero is ZERO:
                _factors(term, found[hypothesis], found)
    for condition, way in tuple(found.items()):
        match condition:
            case App("<" | ">" as relation, (term, zero)) if zero is ZERO:
                _apart(term, relation, way, found)
    return found


def _apart(term: Term, relation: str, way: Way, found: Known) -> None:
    """What is positive or negative is not 0."""
    apart = App("!=", (term, ZERO))
    name = "greater, so not equal" if relation == ">" else "less, so not equal"

    def nonzero() -> Derivation:
        return law(name, apart, way(), u=term, v=ZERO)

    found.setdefault(apart, nonzero)
    _factors(term, nonzero, found)


def _inwards(session: Session, term: Term, way: Way, found: Known) -> None:
    if not isinstance(term, App):
        return
    match term:
        case App("fn" | "D" | "int" | "lim" | "sum" | "prod", _):
            return
        case App("/", (u, v)):
            apart = App("!=", (v, ZERO))

            def nonzero() -> Derivation:
                return law("denominator is not zero", apart, way(), u=u, v=v)

            found.setdefault(apart, nonzero)
            _factors(v, nonzero, found)
            _part(
                session, v, lambda: law("defined, being different", App("defined", (v,)), nonzero(), u=v, v=ZERO), found
            )
            _part(session, u, lambda: law("numerator is defined", App("defined", (u,)), way(), u=u, v=v), found)
            return
        case App("+" | "-" | "*" as head, (u, v)):
            for index, part in enumerate((u, v)):
                name = PARTS[head, index]

                def of_part(name: str = name, part: Term = part) -> Derivation:
                    return law(name, App("defined", (part,)), way(), u=u, v=v)

                _part(session, part, of_part, found)
            return
        case App("neg", (u,)):
            _part(session, u, lambda: law("defined without its sign", App("defined", (u,)), way(), u=u), found)
            return
        case App("^", (u, Num(value) as n)) if value.denominator == 1 and value > 0:
            _part(session, u, lambda: law("base is defined", App("defined", (u,)), way(), u=u, n=n), found)
            return
        case App("^", (u, Num(value) as exponent)) if value.denominator != 1 and value > 0:
            _root(u, exponent, way, found)
            return
        case App("^", (u, App("neg", (Num(value) as exponent,)))) if 0 < value < 1:
            _reciprocal_root(u, exponent, way, found)
            return
    _of_function(session, term, way, found)


def _reciprocal_root(u: Term, exponent: Num, way: Way, found: Known) -> None:
    """Where u^(−m/n) is defined, u is positive."""
    m, n = Num(exponent.value.numerator), Num(exponent.value.denominator)
    claim = App(">", (u, ZERO))

    def strict() -> Derivation:
        literal, quotient = App("neg", (exponent,)), App("neg", (App("/", (m, n)),))
        power = App("^", (u, quotient))
        same = inside(power, (1,), arithmetic_step(quotient, literal, ()))
        there = law("defined, being equal", App("defined", (power,)), same, way(), u=power, v=App("^", (u, literal)))
        smaller = Derivation(Claim(App("<", (m, n))), Enclosure(64))
        return law("base of a reciprocal root is positive", claim, there, smaller, u=u, m=m, n=n)

    found.setdefault(claim, strict)


def _root(u: Term, exponent: Num, way: Way, found: Known) -> None:
    """Where u^(m/n) is defined, u is not negative."""
    m, n = Num(exponent.value.numerator), Num(exponent.value.denominator)
    claim = App(">=", (u, ZERO))

    def loose() -> Derivation:
        same = inside(App("^", (u, App("/", (m, n)))), (1,), arithmetic_step(App("/", (m, n)), exponent, ()))
        power = App("^", (u, App("/", (m, n))))
        there = law("defined, being equal", App("defined", (power,)), same, way(), u=power, v=App("^", (u, exponent)))
        if exponent.value < 1:
            smaller = Derivation(Claim(App("<", (m, n))), Enclosure(64))
            return law("base of a root is not negative", claim, there, smaller, u=u, m=m, n=n)
        whole = Num(exponent.value.numerator // exponent.value.denominator)
        above = Derivation(Claim(App("<", (App("*", (whole, n)), m))), Enclosure(64))
        below = Derivation(Claim(App("<", (m, App("*", (App("+", (whole, Num(1))), n))))), Enclosure(64))
        return law("base of a higher root is not negative", claim, there, above, below, u=u, m=m, n=n, m1=whole)

    found.setdefault(claim, loose)


def _of_function(session: Session, term: App, way: Way, found: Known) -> None:
    fact = meaning(session, term)
    if fact is not None and isinstance(fact.by, Apply):
        name, holes = fact.by.rule, fact.by.holes
        body = sides(fact)[1]

        def of_body() -> Derivation:
            turned = Derivation(Claim(equation(body, term)), Apply(f"{name}, backwards", holes), fact.parts)
            return law("defined, being equal", App("defined", (body,)), turned, way(), u=body, v=term)

        _domain(session, term, way, found)
        _part(session, body, of_body, found)
        return
    if len(term.args) != 1 or f"argument of {term.head} is defined" not in session.rules:
        return
    (u,) = term.args
    argument = f"argument of {term.head} is defined"
    _part(session, u, lambda: law(argument, App("defined", (u,)), way(), u=u), found)
    _domain(session, term, way, found)


def _domain(session: Session, term: App, way: Way, found: Known) -> None:
    """The conditions on its argument under which a function is defined."""
    if len(term.args) != 1:
        return
    (u,) = term.args
    for name in (
        f"domain of {term.head}",
        f"domain of {term.head}, condition 1",
        f"domain of {term.head}, condition 2",
    ):
        if (row := session.rules.get(name)) is not None:
            condition = fill(row.conclusion, {"u": u})
            found.setdefault(condition, lambda name=name, condition=condition: law(name, condition, way(), u=u))  # type: ignore[misc]


def _part(session: Session, part: Term, way: Way, found: Known) -> None:
    if isinstance(part, App):
        claim = App("defined", (part,))
        if claim not in found:
            found[claim] = way
            _inwards(session, part, way, found)


def _factors(term: Term, way: Way, found: Known) -> None:
    """Of a product or a power that is not 0, no factor is."""
    match term:
        case App("*", (u, v)):
            parts = [(u, "first factor of what is not zero"), (v, "second factor of what is not zero")]
            for part, name in parts:
                claim = App("!=", (part, ZERO))

                def nonzero(name: str = name, claim: Term = claim) -> Derivation:
                    return law(name, claim, way(), u=u, v=v)

                found.setdefault(claim, nonzero)
                _factors(part, nonzero, found)
        case App("^", (u, Num(value) as n)) if value.denominator == 1 and value > 0:
            claim = App("!=", (u, ZERO))

            def base() -> Derivation:
                return law("base of a power that is not zero", claim, way(), u=u, n=n)

            found.setdefault(claim, base)
            _factors(u, base, found)


def asked(facts: Known, condition: Term) -> Derivation:
    """The derivation of a condition that is known."""
    way = facts.get(condition)
    if way is None:
        raise NoProof("no hypothesis says so")
    return way()
