"""The checker, reason by reason: what it accepts and what it refuses."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.kernel import normal
from sigmaprime.kernel.pieces import pieces
from sigmaprime.kernel.proof import (
    Apply,
    Arithmetic,
    By,
    Cases,
    Chain,
    Counterexample,
    Derivation,
    Enclosure,
    Every,
    Given,
    Instance,
    Pieces,
    Prime,
    Replace,
    Rewrite,
    Roots,
    Witness,
)  # fmt: skip
from sigmaprime.kernel.rule import Rule, Sort, fill, fill_rule
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, number
from sigmaprime.rules.row import rule
from tests.kernel.making import accepted, proof, rejected, term, use

X = Var("x")


def said(text: str, *given: str) -> Derivation:
    """A claim that is one of its own hypotheses."""
    return proof(text, Given(0), given=(text, *given))


def arithmetic(text: str) -> Derivation:
    return proof(text, Arithmetic())


ENCLOSED = proof("defined(1)", Enclosure(9))


def test_apply() -> None:
    step = proof("exp(x) > 0", use("exponential is positive", u="x"), said("defined(x)"), given=("defined(x)",))
    accepted(step)
    rejected(proof("exp(x) > 0", use("no such rule", u="x"), said("defined(x)")), "no rule")
    rejected(proof("exp(x) > 1", use("exponential is positive", u="x"), said("defined(x)")), "not an instance")
    rejected(proof("exp(x) > 0", use("exponential is positive", u="x")), "1 premises")
    rejected(proof("exp(x) > 0", use("exponential is positive", u="x"), said("defined(y)")), "not the one")
    rejected(proof("exp(x) > 0", use("exponential is positive", u="x"), said("defined(x)")), "hypothesis")
    rejected(proof("exp(x) > 0", use("exponential is positive", v="x"), said("defined(x)")), "its holes")
    rejected(
        proof("exp(x) > 0", Apply("exponential is positive", (("u", X), ("u", X))), said("defined(x)")), "its holes"
    )


def test_holes() -> None:
    rejected(proof("D(x, x) = 0", use("constant rule", c="x", x="x"), said("defined(x)")), "must not depend")
    rejected(proof("D[fn(3, 3), 3] = 0", use("constant rule", c="3", x="3"), ENCLOSED), "distinct variables")
    rejected(
        proof("x^(1/2) > 0", use("power of a positive", u="x", n="1/2"), said("x > 0"), given=("x > 0",)),
        "whole number",
    )
    rejected(
        proof("x^0 > 0", use("power of a positive", u="x", n="0"), said("x > 0"), given=("x > 0",)), "whole number"
    )
    ode = use("solution", u="x", f="y", x="x", y="x", S="(0, 1)")
    rejected(proof("solves[fn(x, x), (0, 1), fn(x, fn(x, x))]", ode, ENCLOSED, ENCLOSED), "distinct variables")
    outside = use("positive", u="y", x="x", S="(0, y)")
    accepted(proof("positive(y, x, (0, y))", outside, said("y > 0"), given=("y > 0",)))
    escaping = rule("made up", "f(u, fn(x, u)) > 0", source="a test")
    rejected(proof("f(x, fn(x, x)) > 0", use("made up", u="x", x="x")), "outside its function", {"made up": escaping})


def test_what_is_worked_out_in_a_row() -> None:
    row = rule("made up", "at(u, x, c) = apply(k, c)", source="a test")
    assert fill_rule(row, (("c", Num(2)), ("k", term("fn(z, z^2)")), ("u", term("x^2")), ("x", X))).conclusion is term(
        "2^2 = 2^2"
    )
    ends = rule("made up", "f(left(S), right(S)) = 0", source="a test")
    assert fill_rule(ends, (("S", term("(0, oo)")),)).conclusion is term("f(from_above(0), oo) = 0")
    unknown = rule("made up", "apply(k, c) = 0", source="a test")
    assert fill_rule(unknown, (("c", Num(2)), ("k", X))).conclusion is term("apply(x, 2) = 0")
    with pytest.raises(Wrong, match="interval"):
        fill_rule(ends, (("S", X),))
    assert fill(Num(3), {}) is Num(3)
    with pytest.raises(Wrong, match="not a term"):
        fill("x", {})  # type: ignore[arg-type]
    member = rule("made up", "f(x) > 0", given="in(x, S) => g(S); inside(x, S) => h(S); x > 2 => f(x)", source="a test")
    premises = fill_rule(member, (("S", term("[0, 1]")), ("x", X))).premises
    assert [p.given for p in premises] == [
        tuple(map(term, h)) for h in (("x >= 0", "x <= 1"), ("x > 0", "x < 1"), ("x > 2",))
    ]
    row = rule("made up", "f(S) > 0", given="g(right(S))", source="a test")
    assert fill_rule(row, (("S", term("[0, 1]")),)).premises[0].says is term("g(from_below(1))")
    own = Rule("made up", term("g(u) = fn(t, u + t)"), (), "a test", (("u", Sort.TERM),))
    assert fill_rule(own, (("u", X),)).conclusion is term("g(x) = fn(t, x + t)")
    with pytest.raises(Wrong, match="captured"):
        fill_rule(own, (("u", Var("t")),))


def test_given() -> None:
    accepted(said("x > 0"))
    for index in (-1, 1):
        rejected(proof("x > 0", Given(index), given=("x > 0",)), "no such hypothesis")
    rejected(proof("x > 1", Given(0), given=("x > 0",)), "not what the hypothesis says")
    rejected(proof("x > 0", Given(0), said("x > 0"), given=("x > 0",)), "no such hypothesis")


def test_rewrite() -> None:
    fact = arithmetic("x + x = 2*x")
    accepted(proof("exp(x + x) = exp(2*x)", Rewrite((0,)), fact))
    accepted(proof("D(x + x, x) = D(2*x, x)", Rewrite((0, 1)), fact))
    rejected(proof("exp(x + x) = exp(3*x)", Rewrite((0,)), fact), "not a replacement")
    rejected(proof("exp(x + x) = exp(2*x)", Rewrite((1,)), fact), "position")
    rejected(proof("exp(x + x) > exp(2*x)", Rewrite((0,)), fact), "equation")
    rejected(proof("exp(x + x) = exp(2*x)", Rewrite((0,))), "1 parts")
    rejected(proof("(y = x + x) = (y = 2*x)", Rewrite((1,)), fact), "right side")
    rejected(proof("f(x + x = y) = f(2*x = y)", Rewrite((0, 0)), fact), "inside a claim")
    open_fact = said("x = 1", "x > 0")
    rejected(proof("D(x, x) = D(1, x)", Rewrite((0, 1)), open_fact, given=("x = 1", "x > 0")), "not known")


@pytest.mark.parametrize("known", ["x > 0", "x != 0", "0 < x"])
def test_rewrite_on_an_open_set(known: str) -> None:
    fact = proof("abs(x) = x", Given(0), given=("abs(x) = x",))
    row = {**LAWS, "made up": rule("made up", "abs(u) = u", given=known.replace("x", "u"), source="a test")}
    held = proof("abs(x) = x", use("made up", u="x"), said(known), given=(known,))
    accepted(proof("D(abs(x), x) = D(x, x)", Rewrite((0, 1)), held, given=(known,)), row)
    rejected(proof("D[fn(x, abs(x)), 3] = D[fn(x, x), 3]", Rewrite((0, 1)), held, given=(known,)), "not known", row)
    rejected(proof("D(abs(x), x) = D(x, x)", Rewrite((0, 1)), held), "not known", row)
    assert fact.claim.given


def test_rewrite_inside_a_property() -> None:
    held = proof("abs(x) = x", use("absolute value of a nonnegative", u="x"), said("x >= 0"), given=("x >= 0",))
    there = said("convex(x, x, [0, oo))")
    accepted(proof("convex(abs(x), x, [0, oo))", Replace((0, 1)), held, there, given=there.claim.given))
    there = said("convex(x, x, [-1, oo))")
    rejected(proof("convex(abs(x), x, [-1, oo))", Replace((0, 1)), held, there, given=there.claim.given), "not known")
    there = said("convex(x, x, s)")
    rejected(proof("convex(abs(x), x, s)", Replace((0, 1)), held, there, given=there.claim.given), "not known")
    bound = proof("x = x", Arithmetic())
    there = said("convex(x, x, [0, oo))")
    rejected(
        proof("convex(x, x, [0, oo))", Replace((0, 0)), bound, there, given=there.claim.given), "variable of a function"
    )


def test_replace() -> None:
    fact, there = arithmetic("x + x = 2*x"), said("2*x > 0")
    accepted(proof("x + x > 0", Replace((0,)), fact, there, given=("2*x > 0",)))
    rejected(proof("x + x > 0", Replace((0,)), fact, there), "hypothesis")
    rejected(proof("x + x > 0", Replace((1,)), fact, there, given=("2*x > 0",)), "nothing to replace")
    rejected(proof("x + x > 1", Replace((0,)), fact, there, given=("2*x > 0",)), "not a replacement")
    rejected(
        proof("not(x + x > 0)", Replace((0, 0)), fact, said("not(2*x > 0)"), given=("not(2*x > 0)",)), "inside not"
    )
    rejected(proof("x + x > 0", Replace((0,)), fact), "2 parts")


def test_chain() -> None:
    first, second = arithmetic("x + x = 2*x"), arithmetic("2*x = x*2")
    accepted(proof("x + x = x*2", Chain(), first, second))
    rejected(proof("x + x = x*2", Chain(), second, first), "did not|did|begin")
    rejected(proof("x + x = 3*x", Chain(), first), "does not reach")
    rejected(proof("x = x", Chain()), "does not reach")
    rejected(proof("x > 0", Chain(), first), "equation")


def test_arithmetic() -> None:
    accepted(arithmetic("(x + 1)^2 = x^2 + 2*x + 1"))
    accepted(arithmetic("sqrt(x)*sqrt(x) = sqrt(x)^2"))  # not x: that asks for x >= 0
    accepted(arithmetic("exp(x + y)/exp(y) = exp(x)"))
    accepted(arithmetic("exp(2*x) = exp(x)^2"))
    accepted(arithmetic("sqrt(8)*sqrt(2) = 4"))
    accepted(arithmetic("sqrt(0) = 0"))
    accepted(arithmetic("sqrt(1/2) = sqrt(2)/2"))
    accepted(arithmetic("(1 + sqrt(2))^2 = 3 + 2*sqrt(2)"))
    accepted(arithmetic("exp(1/(x + 1)) = exp(1/(x + 1))"))
    accepted(arithmetic("2^(-2) = 1/4"))
    accepted(arithmetic("x^(-1) = 1/x"))
    accepted(arithmetic("x - x = 0"))
    accepted(arithmetic("1/x + 1/x = 2/x"))
    conditions = (said("x != 0"), said("y != 0"))
    accepted(proof("1/x + 1/y = (x + y)/(x*y)", Arithmetic(), *conditions, given=("x != 0", "y != 0")))
    accepted(arithmetic("sqrt(4) = 2"))
    accepted(arithmetic("sqrt(12) = 2*sqrt(3)"))
    accepted(arithmetic("x + (-x) + y = y"))
    accepted(arithmetic("(x - y)*(x + y) = x^2 - y^2"))
    accepted(arithmetic("exp(x - x) = 1"))
    rejected(arithmetic("x + 1 = x"), "normal forms")
    rejected(arithmetic("x = 0^(-1)"), "division by zero")
    rejected(arithmetic("x/(x - x) = 0"), "division by zero")
    rejected(arithmetic("x/x = 1"), "condition")
    rejected(arithmetic("ln(x) - ln(x) = 0"), "condition")
    rejected(arithmetic("x > 0"), "equation")
    rejected(proof("x/x = 1", Arithmetic(), said("x != 0")), "hypothesis")


@pytest.mark.parametrize(
    "text", ["(x + 1)^513", "(x + y + z + 1)^40", "(2^512)^16", "((x + 1)^40)*((y + 1)^40)*((z + 1)^40)*((t + 1)^40)"]
)
def test_what_is_too_large(text: str) -> None:
    with pytest.raises(Wrong):
        normal.normal(term(text))


def test_a_number_that_is_too_long() -> None:
    with pytest.raises(Wrong, match="too long"):
        normal.normal(Num(2**5000))


def test_a_radicand_that_is_too_large_is_not_opened() -> None:
    large = App("sqrt", (Num(10**16),))
    assert normal.normal(large).atoms == {large}
    assert normal.normal(App("sqrt", (X,))).atoms == {App("sqrt", (X,))}


def test_a_generator_is_one_symbol() -> None:
    assert normal.single(term("exp(2*x)"))[1] == 2
    for text in ("x + 1", "2*x", "x*y", "3", "1/x", "exp(x + y)"):
        with pytest.raises(Wrong, match="single symbol"):
            normal.single(term(text))


def test_prime() -> None:
    left, right = App("f'", (Num(2),)), term("D[fn(y, f(y)), 2]")
    accepted(proof(App("=", (left, right)), Prime()))
    accepted(proof(App("=", (right, left)), Prime()))
    rejected(proof(App("=", (left, term("D[fn(y, f(y)), 3]"))), Prime()), "meaning of a prime")
    rejected(proof(App("=", (left, term("D[fn(y, f(z)), 2]"))), Prime()), "meaning of a prime")
    rejected(proof(App("=", (App("g'", (Num(2),)), right)), Prime()), "meaning of a prime")
    rejected(proof(App("=", (left, right)), Prime(), ENCLOSED), "no premise")


def test_instance() -> None:
    general, value = said("x > 1"), proof("defined(2)", Enclosure(9))
    two = proof("2 > 1", Enclosure(9))
    accepted(proof("2 > 1", Instance("x", Num(2)), general, value, two))
    rejected(proof("2 > 1", Instance("x", Num(2)), general), "needs the general claim")
    rejected(proof("2 > 1", Instance("x", Num(2)), general, value), "condition")
    rejected(proof("3 > 1", Instance("x", Num(2)), general, value, two), "not an instance")
    rejected(proof("2 > 1", Instance("x", Num(2)), general, two, two), "must be defined")
    rejected(proof("2 > 1", Instance("x", Num(2)), general, value, said("2 > 1")), "hypothesis")


def test_cases() -> None:
    low, zero = proof("defined(x)", use("a variable is a number", x="x")), proof("defined(0)", Enclosure(9))
    below = proof("abs(x) >= 0", Given(0), given=("abs(x) >= 0", "x <= 0"))
    above = proof("abs(x) >= 0", Given(0), given=("abs(x) >= 0", "x >= 0"))
    whole = proof("abs(x) >= 0", Cases(X, Num(0)), low, zero, below, above, given=("abs(x) >= 0",))
    accepted(whole)
    rejected(proof("abs(x) >= 0", Cases(X, Num(0)), low, zero, above, below, given=("abs(x) >= 0",)), "hypothesis")
    rejected(proof("abs(x) >= 0", Cases(X, Num(0)), zero, zero, below, above, given=("abs(x) >= 0",)), "left side")
    rejected(proof("abs(x) >= 0", Cases(X, Num(0)), low, low, below, above, given=("abs(x) >= 0",)), "right side")
    rejected(proof("abs(x) >= 0", Cases(X, Num(0)), low, zero, below, given=("abs(x) >= 0",)), "4 parts")
    rejected(proof("x >= 0", Cases(X, Num(0)), low, zero, below, above, given=("abs(x) >= 0",)), "prove the claim")


def test_enclosure() -> None:
    accepted(proof("exp(1) > 2", Enclosure(64)))
    rejected(proof("exp(1) > 3", Enclosure(64)), "do not decide")
    rejected(proof("exp(x) > 0", Enclosure(64)), "without variables")
    rejected(proof("exp(1) > 2", Enclosure(64), ENCLOSED), "without variables")
    rejected(proof("exp(1) > 2", Enclosure(0)), "bits")


def test_roots() -> None:
    positive = said("exp(x) > 0")
    accepted(
        proof("exp(2*x) + exp(x) > 0", Roots(term("exp(x)"), Fraction(0), None), positive, given=positive.claim.given)
    )
    everywhere = proof("defined(x)", use("a variable is a number", x="x"))
    accepted(proof("x^2 - x + 1 > 0", Roots(X, None, None), everywhere))
    both = (said("x >= 0"), said("x < 1"))
    hypotheses = ("x >= 0", "x < 1")
    accepted(proof("x^2 <= x", Roots(X, Fraction(0), Fraction(1)), *both, given=hypotheses))
    accepted(proof("x^2 < 1", Roots(X, Fraction(0), Fraction(1)), *both, given=hypotheses))
    rejected(proof("x^2 < x", Roots(X, Fraction(0), Fraction(1)), *both, given=hypotheses), "at an end")
    rejected(proof("x^2 > x", Roots(X, None, None), everywhere), "sign throughout")
    rejected(proof("x^2 - x + 1 > 0", Roots(X, None, None), ENCLOSED), "generator must be defined")
    rejected(proof("x^2 <= x", Roots(X, Fraction(0), Fraction(1)), both[0], given=hypotheses), "2 parts")
    rejected(
        proof("x^2 <= x", Roots(X, Fraction(0), Fraction(1)), both[1], both[0], given=hypotheses),
        "bound of the generator",
    )
    rejected(proof("x^2 <= x", Roots(X, Fraction(0), Fraction(1)), *both), "hypothesis")
    rejected(proof("x*y > 0", Roots(X, None, None), everywhere), "not a polynomial")
    rejected(proof("exp(x/2) > 0", Roots(term("exp(x)"), None, None), said("defined(exp(x))")), "not a polynomial")
    rejected(proof("x = 0", Roots(X, None, None), everywhere), "relation of order")


def test_every_and_some() -> None:
    accepted(proof("all(x > 0, x > 0)", Every(), said("x > 0")))
    rejected(proof("all(x > 0)", Every(), said("x > 0")), "holds for all")
    rejected(proof(App("all", ()), Every(), said("x > 0")), "of nothing")
    rejected(proof("x > 0", Every(), said("x > 0")), "begins with all")
    one = proof("1 > 0", Enclosure(9))
    accepted(proof("some(x > 0)", Witness((("x", Num(1)),)), one))
    accepted(
        proof(
            "some(x > 0)",
            Witness((("x", term("exp(1)")),)),
            proof("defined(exp(1))", Enclosure(9)),
            proof("exp(1) > 0", Enclosure(9)),
        )
    )
    rejected(proof("some(x > 0)", Witness((("x", Num(2)),)), one), "not what is needed")
    rejected(proof("some(x > 0)", Witness(()), one), "no value")
    rejected(proof("some(x > 0)", Witness((("x", Num(1)), ("x", Num(2)))), one), "no value")
    rejected(proof("some(x > 0)", Witness((("x", Var("y")),)), one), "no variables")
    rejected(proof("some(x > 0)", Witness((("x", Num(1)),))), "not proved")
    rejected(proof("some(x > 0)", Witness((("x", Num(1)),)), said("1 > 0")), "no hypotheses")
    rejected(proof("x > 0", Witness((("x", Num(1)),)), one), "begins with some")


DENIED = {
    "x < 1": ("2 >= 1", 2), "x <= 1": ("2 > 1", 2), "x > 1": ("0 <= 1", 0), "x >= 1": ("0 < 1", 0), "x = 1": ("0 != 1", 0),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize("text", DENIED)
def test_counterexample(text: str) -> None:
    failure, value = DENIED[text]
    point = (("x", Num(value)),)
    accepted(proof(f"not(all({text}))", Counterexample(point), proof(failure, Enclosure(9))))
    rejected(proof(f"not(all({text}))", Counterexample(point), proof("5 > 4", Enclosure(9))), "claim fail")
    rejected(proof(f"not(all({text}))", Counterexample(point)), "not proved")


def test_counterexample_by_being_undefined() -> None:
    zero = (("x", Num(0)),)
    nowhere = proof("undefined(1/0)", use("division by zero", u="1", v="0"), arithmetic("0 = 0"))
    accepted(proof("not(all(1/x > 0))", Counterexample(zero), nowhere))
    accepted(proof("not(all(defined(1/x)))", Counterexample(zero), nowhere))
    there = proof("defined(1)", Enclosure(9))
    both = proof("and(undefined(1/0), defined(1))", use("both", P="undefined(1/0)", Q="defined(1)"), nowhere, there)
    accepted(proof("not(all(1/x = 1))", Counterexample(zero), both))
    rejected(proof("not(all(x != 0))", Counterexample(zero), arithmetic("0 = 1 - 1")), "claim fail")
    accepted(proof("not(all(x != 0))", Counterexample(zero), arithmetic("0 = 0")))
    rejected(proof("not(all(x in (0, 1)))", Counterexample(zero), nowhere), "claim fail")
    rejected(proof("not(all(x))", Counterexample(zero), nowhere), "not known what makes")
    rejected(proof("not(x > 0)", Counterexample(zero), nowhere), "begins with all")
    two = App("not", (term("all(x != 0)"), term("all(x != 0)")))
    rejected(proof(two, Counterexample(zero), arithmetic("0 = 0")), "one statement")
    given = proof("3 > 0", Enclosure(9))
    accepted(proof("not(all(x < 1, x > 0))", Counterexample((("x", Num(3)),)), given, proof("3 >= 1", Enclosure(9))))


def test_a_property_is_denied_where_its_parameter_has_a_value() -> None:
    point = (("k", Num(0)),)
    denied = proof("not(strictly_increasing(fn(x, 0*x), (0, 1)))", Arithmetic())
    whole = proof("not(all(strictly_increasing(fn(x, k*x), (0, 1))))", Counterexample(point), denied)
    rejected(whole, "equation")  # the part itself is not proved
    values = proof("not(strictly_increasing(fn(x, 0*x), (0, 1)))", Given(0))
    rejected(proof("not(all(strictly_increasing(fn(x, k*x), (0, 1))))", Counterexample(point), values), "hypothesis")
    other = proof("not(strictly_increasing(fn(x, 1*x), (0, 1)))", Arithmetic())
    rejected(proof("not(all(strictly_increasing(fn(x, k*x), (0, 1))))", Counterexample(point), other), "equation")


FN = term("fn(x, x^2 - 1)")


def whole_list(says: Term, heads: tuple[str, ...]) -> Derivation:
    parts = tuple(said_term(part) for part in pieces(says, heads))
    return Derivation(proof(says, Pieces(heads), given=tuple(p.claim.says for p in parts)).claim, Pieces(heads), parts)


def said_term(says: Term) -> Derivation:
    return proof(says, Given(0), given=(says,))


@pytest.mark.parametrize(("text", "heads"), [
    ("zeros(x^2 - 1, x, (-oo, oo), points(-1, 1))", ("nonzero",) * 3),
    ("zeros(x^2 - 1, x, [-1, 1], points(-1, 1))", ("nonzero",)), ("zeros(x, x, [0, 0], points(0))", ("nonzero",)),
    ("zeros(x, x, [0, 1], points(0))", ("nonzero",)), ("zeros(x, x, [-1, 0], points(0))", ("nonzero",)),
    ("zeros[fn(x, exp(x)), (-oo, oo), points[]]", ("nonzero",)),
    ("critical(x^2, x, [-1, 1], points(0))", ("nonzero",) * 2),
    ("inflections(x^3, x, (-oo, oo), points(0))", ("strictly_concave", "strictly_convex")),
])  # fmt: skip
def test_pieces(text: str, heads: tuple[str, ...]) -> None:
    made = whole_list(term(text), heads)
    accepted(made)
    for i in range(len(made.parts)):
        rejected(Derivation(made.claim, made.by, made.parts[:i] + made.parts[i + 1 :]), "a piece is missing")
    rejected(Derivation(made.claim, made.by, (*made.parts, made.parts[0])), "a piece is missing")


@pytest.mark.parametrize(("text", "heads"), [
    ("zeros(x, x, (-oo, oo), points(0))", ("nonzero",)), ("zeros(x, x, (-oo, oo), points(0))", ("positive", "nonzero")),
    ("inflections(x^3, x, (-oo, oo), points(0))", ("strictly_convex", "strictly_convex")),
    ("inflections(x^3, x, (-oo, oo), points(0))", ("convex", "strictly_concave")),
    ("inflections(x^3, x, (-oo, oo), points(0, 1))", ("strictly_convex", "strictly_concave")),
    ("zeros(x, x, domain(x, x), points(0))", ("nonzero",) * 2), ("zeros[f, (-oo, oo), points(0)]", ("nonzero",) * 2),
        ("positive(x, x, (0, 1))", ("nonzero",)),
        ("critical[fn(3, x), [0, 1], points(0)]", ("nonzero",) * 2),
        ("critical(x^2, x, s, points(0))", ("nonzero",) * 2),
        ("critical(x^2, x, domain(x, x), points(0))", ("nonzero",) * 2),
])  # fmt: skip
def test_no_pieces(text: str, heads: tuple[str, ...]) -> None:
    with pytest.raises(Wrong):
        pieces(term(text), heads)


def test_critical_points_on_a_closed_interval() -> None:
    """ln(x) - x has the one critical point 1, but on [0, 5] it is not defined everywhere."""
    parts = pieces(term("critical(ln(x) - x, x, [0, 5], points(1))"), ("nonzero", "nonzero"))
    assert parts[:2] == (term("defined(ln(0) - 0)"), term("defined(ln(5) - 5)"))


def test_a_term_that_is_too_deep() -> None:
    deep = X
    for _ in range(100_000):
        deep = App("neg", (deep,))
    rejected(proof(App("=", (deep, deep)), Arithmetic()), "this deep")


def test_a_proof_that_is_too_deep() -> None:
    made = arithmetic("x = x")
    for _ in range(250):
        made = proof("x = x", Chain(), made)
    rejected(made, "this deep")


def test_a_part_that_is_used_twice_is_checked_once() -> None:
    part = arithmetic("x = x")
    for _ in range(60):
        part = proof("x = x", Chain(), part, part)
    accepted(part)


def test_hypotheses_that_name_an_arbitrary_variable_stay_outside() -> None:
    part = said("x > 0", "x < 1")
    step = proof(
        "positive(x, x, (0, 1))",
        use("positive", u="x", x="x", S="(0, 1)"),
        proof("x > 0", Given(0), given=("x > 0", "x < 1")),
    )
    accepted(step)
    assert part.claim.given == (term("x > 0"), term("x < 1"))
    other = proof("positive(x, x, (1, 2))", use("positive", u="x", x="x", S="(1, 2)"), said("x > 0"), given=("x > 0",))
    rejected(other, "hypothesis")


REASONS: tuple[By, ...] = (
    Given(0), Rewrite(()), Replace(()), Chain(), Arithmetic(), Prime(), Instance("x", X), Cases(X, X), Enclosure(64),
    Roots(X, None, None), Every(), Witness(()), Counterexample(()), Pieces(()), Apply("both", ()),
)  # fmt: skip


@pytest.mark.parametrize("by", REASONS, ids=lambda by: type(by).__name__)
@pytest.mark.parametrize(
    "says", ["0 = 1", "0 > 1", "all(x > 0)", "some(x < x)", "not(all(x = x))", "f(x)", "defined(1/0)"]
)
def test_no_reason_alone_proves_what_is_false(by: By, says: str) -> None:
    rejected(proof(says, by))


def test_numbers() -> None:
    assert number(0) is Num(0)
