"""Proofs of false claims that were once accepted, or were meant to be: every way in, closed for good."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.kernel.pieces import pieces
from sigmaprime.kernel.proof import (
    Arithmetic,
    Cases,
    Chain,
    Claim,
    Counterexample,
    Derivation,
    Enclosure,
    Every,
    Given,
    Instance,
    Prime,
    Replace,
    Rewrite,
    Roots,
    Witness,
)  # fmt: skip
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.rules.row import backwards, definition
from tests.kernel.making import accepted, proof, rejected, term, use


def root(value: Fraction) -> Term:
    return App("sqrt", (Num(value),))


def test_the_square_of_the_root_of_a_small_fraction() -> None:
    """A radicand too long to be opened was squared to its numerator alone: √(10⁻¹⁶)² = 1."""
    small = root(Fraction(1, 10**16))
    there = proof(App("defined", (small,)), Enclosure(64))
    rejected(proof(App("=", (App("*", (small, small)), Num(1))), Arithmetic(), there))
    accepted(proof(App("=", (App("*", (small, small)), Num(Fraction(1, 10**16)))), Arithmetic(), there))


def test_the_exponent_minus_zero() -> None:
    """0^(-0) is 1, so a condition that 0 is not 0 may not be taken from it."""
    accepted(proof("0^(-0) > 0", Enclosure(64)))
    rejected(proof("x/x = x^(-0)", Arithmetic()), "different normal forms")


def test_a_derivative_inside_a_derivative() -> None:
    """d/dx of (∂/∂y of xy at y = x) is 1: the inner derivative once moved x as well."""
    inner = App("D", (App("fn", (Var("y"), term("x*y"))), Var("x")))
    outer = App("D", (App("fn", (Var("x"), inner)), Num(1)))
    for says in (App(">", (outer, Num(Fraction(3, 2)))), App("<", (outer, Num(Fraction(3, 2))))):
        rejected(proof(says, Enclosure(64)), "has no value")


def test_a_constant_inside_a_derivative() -> None:
    """d/dx of 3x is 3: a constant that was known to one term only once made it 0."""
    rules = {**LAWS, "definition of f": definition("f", ("c",), term("D[fn(x, c*x), 1]"), "a test")}
    rejected(proof("f(3) < 1", Enclosure(64)), rules=rules)
    accepted(proof("f(3) > 29/10", Enclosure(64)), rules)


def test_a_parameter_that_a_function_in_the_body_binds() -> None:
    """After `let g(x, y) = d/dx (x*y)`, g(z, z) is z and not 2z."""
    row = definition("g", ("x", "y"), term("D(x*y, x)"), "a test")
    rules = {**LAWS, row.name: row}
    rejected(proof("g(z, z) = D(z*z, z)", use(row.name, x="z", y="z")), "not an instance", rules)
    accepted(proof("g(z, z) = D[fn(x_1, x_1*z), z]", use(row.name, x="z", y="z")), rules)
    rejected(proof("g(t, x_1) = D[fn(x_1, x_1*x_1), t]", use(row.name, x="t", y="x_1")), "captured", rules)


def test_a_row_that_binds_a_hole() -> None:
    from sigmaprime.kernel.rule import Rule, Sort

    row = Rule("definition of g", term("g(x) = D(x^2, x)"), (), "a test", (("x", Sort.TERM),))
    rejected(proof("g(z) = D(z^2, z)", use(row.name, x="z")), "it binds a hole", {row.name: row})


def hidden() -> dict[str, object]:
    f = definition("f", ("x",), term("k*x"), "let k; let f(x) = k*x")
    g = definition("g", ("x",), term("f(x) + 1"), "let g(x) = f(x) + 1")
    return {**LAWS, **{row.name: row for row in (f, backwards(f), g)}}


def test_a_parameter_hidden_in_a_definition_is_not_replaced() -> None:
    """From f(x) = k·x for all k one would get f(x) = 1·x and f(x) = 2·x."""
    general = proof("f(x) = k*x", use("definition of f", x="x"))
    accepted(general, hidden())
    one = proof("f(x) = 1*x", Instance("k", Num(1)), general, proof("defined(1)", Enclosure(9)))
    rejected(one, "must stay as it is", hidden())


def test_a_parameter_hidden_in_a_definition_is_not_bound() -> None:
    """f(2) = 2k, so its derivative with respect to k is 2 and not 0, although no k is to be seen in it."""
    zero = proof(
        "D(f(2), k) = 0",
        use("constant rule", c="f(2)", x="k"),
        proof("defined(f(2))", Given(0), given=("defined(f(2))",)),
        given=("defined(f(2))",),
    )
    rejected(zero, "must stay as it is", hidden())
    deeper = proof(
        "D(g(2), k) = 0",
        use("constant rule", c="g(2)", x="k"),
        proof("defined(g(2))", Given(0), given=("defined(g(2))",)),
        given=("defined(g(2))",),
    )
    rejected(deeper, "must stay as it is", hidden())
    accepted(
        proof(
            "D(f(2), y) = 0",
            use("constant rule", c="f(2)", x="y"),
            proof("defined(f(2))", Given(0), given=("defined(f(2))",)),
            given=("defined(f(2))",),
        ),
        hidden(),
    )


CUBES = "all(x^3 = x)"


def inverse_rule() -> Derivation:
    """1 = 1/(the derivative of the cube at x), under the hypothesis that x³ = x for all x."""
    slope = proof("D[fn(z, z^3), x] != 0", Given(1), given=(CUBES, "D[fn(z, z^3), x] != 0"))
    smooth = proof("continuous(x, x, (-oo, oo))", use("continuous variable", x="x", S="(-oo, oo)"))
    known = proof(CUBES, Given(0), given=(CUBES,))
    return proof(
        "D(x, x) = 1/D[fn(z, z^3), x]",
        use("inverse function rule", k="fn(z, z^3)", u="x", x="x"), known, smooth, slope,
        given=(CUBES, "D[fn(z, z^3), x] != 0"),
    )  # fmt: skip


def test_a_hypothesis_about_all_values_has_no_instance() -> None:
    """1³ = 1 is true and would have stood for: x³ = x for all x."""
    general = accepted(inverse_rule())
    closed = proof("all(1^3 = 1)", Every(), proof("1^3 = 1", Arithmetic()))
    accepted(closed)
    not_zero = proof("D[fn(z, z^3), 1] != 0", Enclosure(64))
    instance = proof(
        "D[fn(x, x), 1] = 1/D[fn(z, z^3), 1]", Instance("x", Num(1)),
        general, proof("defined(1)", Enclosure(9)), closed, not_zero,
    )  # fmt: skip
    rejected(instance, "no instance")


def test_a_statement_about_all_values_inside_another_is_not_tried_at_a_point() -> None:
    closed = proof("all(1^3 = 1)", Every(), proof("1^3 = 1", Arithmetic()))
    rejected(proof("some(all(x^3 = x))", Witness((("x", Num(1)),)), closed), "no instance")
    denial = proof(
        "not(all(0 = 1, all(x^3 = x)))", Counterexample((("x", Num(1)),)), closed, proof("0 != 1", Enclosure(9))
    )
    rejected(denial, "no instance")


def test_the_end_of_an_interval_is_not_replaced() -> None:
    """The interval from ln(-1) + ln(-1) on is empty, and everything is true on it; from ln(1) on it is not."""
    equation = proof("ln((-1)*(-1)) = ln(-1) + ln(-1)", use("logarithm of a product", u="-1", v="-1"))
    accepted(equation)
    region = "(ln(-1) + ln(-1), oo)"
    vacuous = proof(f"positive(x - 5, x, {region})", Given(0), given=(f"positive(x - 5, x, {region})",))
    moved = proof(
        "positive(x - 5, x, (ln((-1)*(-1)), oo))", Replace((1, 0)), equation, vacuous, given=vacuous.claim.given
    )  # fmt: skip
    rejected(moved, "nothing is replaced inside")
    whole = proof(f"(ln((-1)*(-1)), oo) = {region}", Rewrite((0,)), equation)
    rejected(whole, "nothing is replaced inside")


def test_an_asymptote_is_not_a_matter_of_the_set() -> None:
    """On (0, 1) |x| is x; its asymptote to the left is another line all the same."""
    same = proof(
        "abs(x) = x",
        use("absolute value of a nonnegative", u="x"),
        proof(
            "x >= 0",
            use("greater, so at least", u="x", v="0"),
            proof("x > 0", Given(0), given=("x > 0",)),
            given=("x > 0",),
        ),
        given=("x > 0",),
    )
    accepted(same)
    line = "asymptote[fn(x, x), (0, 1), fn(x, x), -oo]"
    limit = proof("tends(x - x, x, -oo, 0)", Given(0), given=("tends(x - x, x, -oo, 0)",))
    there = proof(line, use("asymptote", u="x", w="x", x="x", S="(0, 1)", p="-oo"), limit, given=limit.claim.given)
    accepted(there)
    false = proof(
        "asymptote[fn(x, abs(x)), (0, 1), fn(x, x), -oo]", Replace((0, 1)), same, there, given=limit.claim.given
    )
    rejected(false, "hypothesis is not known")


def test_the_inverse_function_is_not_replaced() -> None:
    """`inverse` speaks of the domain of the second function, and ln(x^2)/2 has a larger one than ln(x)."""
    same = proof("ln(x^2)/2 = ln(x)", Given(0), given=("ln(x^2)/2 = ln(x)",))
    there = proof("inverse[fn(x, exp(x)), (-oo, oo), fn(x, ln(x))]", Given(0), given=(
        "inverse[fn(x, exp(x)), (-oo, oo), fn(x, ln(x))]",))  # fmt: skip
    moved = proof(
        "inverse[fn(x, exp(x)), (-oo, oo), fn(x, ln(x^2)/2)]", Replace((2, 1)), same, there, given=there.claim.given
    )
    rejected(moved, "the inverse function is not replaced")


def test_an_end_of_the_set_that_is_called_like_the_variable() -> None:
    """On (-x, oo) the x of the end is another x than that of the function."""
    region = term("(-x, oo)")
    smooth = [App("smooth", (App("fn", (Var("x"), body)), region)) for body in (term("abs(x)"), Var("x"))]
    given = ("x > -x", "abs(x) = x")
    same = proof("abs(x) = x", Given(1), given=given)
    there = Derivation(Claim(smooth[1], (smooth[1], term(given[1]))), Given(0))
    rejected(Derivation(Claim(smooth[0], there.claim.given), Replace((0, 1)), (same, there)), "hypothesis is not known")


def test_a_differential_equation_looks_beyond_its_set() -> None:
    """On [0, 0] x is -x; the derivative there is another one."""
    same = proof("x = -x", Given(2), given=("x >= 0", "x <= 0", "x = -x"))
    there = proof("solves[fn(x, -x), [0, 0], fn(x, fn(y, -1))]", Given(0), given=(
        "solves[fn(x, -x), [0, 0], fn(x, fn(y, -1))]",))  # fmt: skip
    moved = proof("solves[fn(x, x), [0, 0], fn(x, fn(y, -1))]", Replace((0, 1)), same, there, given=there.claim.given)
    rejected(moved, "hypothesis is not known")


def test_an_argument_that_is_not_used_must_be_defined() -> None:
    row = definition("c", ("x",), term("3"), "let c(x) = 3")
    rules = {**LAWS, row.name: row}
    rejected(proof("c(1/0) = 3", use(row.name, x="1/0")), "premises", rules)
    accepted(proof("c(2) = 3", use(row.name, x="2"), proof("defined(2)", Enclosure(9))), rules)


def test_a_limit_of_a_constant_needs_a_place() -> None:
    parts = proof("defined(5)", Enclosure(9))
    rejected(proof("tends(5, x, 1/0, 5)", use("limit of a constant", c="5", x="x", p="1/0"), parts), "premises")


def test_a_squeeze_from_a_place_that_does_not_exist() -> None:
    """`x > ln(-1)` is never so, and from it anything follows; the row needs a real number c."""
    constant = proof(
        "tends(0, x, oo, 0)",
        use("limit of a constant, far to the right", c="0", x="x"),
        proof("defined(0)", Enclosure(9)),
    )
    never = ("x > ln(-1)",)
    below = proof("0 <= exp(x)", Given(0), given=("0 <= exp(x)", *never))
    above = proof("exp(x) <= 0", Given(0), given=("exp(x) <= 0", *never))
    holes = use("squeeze, far to the right", u="exp(x)", v="0", w="0", x="x", a="0", c="ln(-1)")
    rejected(proof("tends(exp(x), x, oo, 0)", holes, constant, constant, below, above), "premises")


def test_the_sign_is_not_continuous_at_0() -> None:
    variable = proof("continuous(x, x, [-1, 1])", use("continuous variable", x="x", S="[-1, 1]"))
    rejected(proof("continuous(sign(x), x, [-1, 1])", use("sign is continuous", u="x", x="x", S="[-1, 1]"), variable))


# What was tried and never worked.


def test_x_over_x_is_not_1_everywhere() -> None:
    rejected(proof("x/x = 1", Arithmetic()), "condition")
    accepted(proof("x/x = 1", Arithmetic(), proof("x != 0", Given(0), given=("x != 0",)), given=("x != 0",)))
    accepted(proof("x/x = x/x", Arithmetic()))
    rejected(proof("1/0 = 1/0", Arithmetic()), "division by zero")


def test_what_vanishes_must_be_defined_all_the_same() -> None:
    rejected(proof("0*ln(x) = 0", Arithmetic()), "condition")
    rejected(proof("exp(ln(x) - ln(x)) = 1", Arithmetic()), "condition")
    rejected(proof("(1/x)^0 = 1", Arithmetic()), "condition")
    rejected(proof("oo - oo = 0", Arithmetic()), "condition")


def test_an_equation_at_a_point_is_not_used_under_a_derivative() -> None:
    """x = 1 at x = 1, yet their derivatives there are 1 and 0."""
    here = proof("x = 1", Given(0), given=("x = 1",))
    rejected(proof("D(x, x) = D(1, x)", Rewrite((0, 1)), here, given=("x = 1",)), "hypothesis is not known")
    at_end = proof(
        "abs(x) = x",
        use("absolute value of a nonnegative", u="x"),
        proof("x >= 0", Given(0), given=("x >= 0",)),
        given=("x >= 0",),
    )
    rejected(proof("D(abs(x), x) = D(x, x)", Rewrite((0, 1)), at_end, given=("x >= 0",)), "hypothesis is not known")


@pytest.mark.parametrize("head", ["lim", "int", "sum", "tends"])
def test_a_hypothesis_about_a_bound_variable_is_not_used(head: str) -> None:
    fact = proof("abs(x) = x", Given(0), given=("abs(x) = x",))
    before = App(head, (App("fn", (Var("x"), term("abs(x)"))), Num(0), Num(1)))
    after = App(head, (App("fn", (Var("x"), term("x"))), Num(0), Num(1)))
    rejected(proof(App("=", (before, after)), Rewrite((0, 1)), fact, given=("abs(x) = x",)), "not known")


def test_equations_are_directed() -> None:
    """`a = b` says nothing where b is undefined; from right to left it needs that it is defined."""
    rejected(
        proof(
            "x + 1 = 1",
            Replace((1,)),
            proof("1 = x/x", Given(0), given=("1 = x/x",)),
            proof("x + 1 = x/x", Given(1), given=("1 = x/x", "x + 1 = x/x")),
            given=("1 = x/x", "x + 1 = x/x"),
        ),
        "right side",
    )
    rejected(
        proof(
            "undefined(1)",
            Replace((0,)),
            proof("1 = x/x", Given(0), given=("1 = x/x",)),
            proof("undefined(x/x)", Given(1), given=("1 = x/x", "undefined(x/x)")),
            given=("1 = x/x", "undefined(x/x)"),
        ),
        "nothing is replaced",
    )
    rejected(
        proof(
            "x = 1",
            use("equality turned round", u="x", v="1"),
            proof("1 = x", Given(0), given=("1 = x",)),
            given=("1 = x",),
        ),
        "premises",
    )


def test_an_arbitrary_variable_is_arbitrary() -> None:
    """From x > 0 it does not follow that the function x ↦ x is positive."""
    known = proof("x > 0", Given(0), given=("x > 0",))
    rejected(
        proof("positive(x, x, (-oo, oo))", use("positive", u="x", x="x", S="(-oo, oo)"), known, given=("x > 0",)),
        "hypothesis",
    )
    rejected(proof("all(x > 0)", Every(), known, given=("x > 0",)), "holds for all")


def test_a_closed_end_of_a_polynomial() -> None:
    bound = proof("exp(x) >= 0", Given(0), given=("exp(x) >= 0",))
    rejected(proof("exp(x) > 0", Roots(term("exp(x)"), Fraction(0), None), bound, given=("exp(x) >= 0",)), "at an end")
    accepted(proof("exp(x)^2 >= 0", Roots(term("exp(x)"), Fraction(0), None), bound, given=("exp(x) >= 0",)))
    rejected(proof("x > 0", Roots(Var("x"), Fraction(1), Fraction(1))), "parts")
    ends = (
        proof("x >= 1", Given(0), given=("x >= 1", "x <= 1")),
        proof("x <= 1", Given(1), given=("x >= 1", "x <= 1")),
    )
    rejected(
        proof("x > 0", Roots(Var("x"), Fraction(1), Fraction(1)), *ends, given=("x >= 1", "x <= 1")), "empty interval"
    )
    rejected(
        proof(
            "1/x > 0", Roots(Var("x"), Fraction(0), None), proof("x > 0", Given(0), given=("x > 0",)), given=("x > 0",)
        ),
        "polynomial",
    )
    rejected(
        proof(
            "x + 0*ln(x) >= 0",
            Roots(Var("x"), Fraction(0), None),
            proof("x > 0", Given(0), given=("x > 0",)),
            given=("x > 0",),
        ),
        "defined",
    )


def test_half_of_the_cases() -> None:
    split = (proof("defined(x)", use("a variable is a number", x="x")), proof("defined(0)", Enclosure(9)))
    above = proof("x >= 0", Given(0), given=("x >= 0",))
    rejected(proof("x >= 0", Cases(Var("x"), Num(0)), *split, above, above), "hypothesis")
    rejected(proof("ln(x) >= 0", Cases(term("ln(x)"), Num(0)), *split, above, above), "must be defined")


def test_a_tie_is_not_decided() -> None:
    for says in (App("~=", (term("1/4"), App("digits", (Num(Fraction(1, 5)), Num(1))))),):
        rejected(proof(says, Enclosure(200)))
        rejected(proof(App("not", (says,)), Enclosure(200)))


def test_nothing_is_circular() -> None:
    """A proof is a tree: a claim is no proof of itself, and an empty chain reaches nothing."""
    rejected(proof("1 = 1", Chain()), "does not reach")
    rejected(proof("x = 2", Given(0)), "no such hypothesis")
    rejected(proof("f'(x) = D(f(y), y)", Prime()))


def test_a_value_that_is_not_defined_is_no_instance() -> None:
    general = proof("x - x = 0", Arithmetic())
    nowhere = proof("defined(ln(-1))", Given(0), given=("defined(ln(-1))",))
    rejected(proof("ln(-1) - ln(-1) = 0", Instance("x", term("ln(-1)")), general, nowhere), "hypothesis")
    rejected(proof("oo - oo = 0", Instance("x", term("oo")), general, proof("defined(oo)", Enclosure(64))))


def test_hypotheses_of_a_part_are_not_dropped() -> None:
    part = proof("x = 1", Given(0), given=("x = 1",))
    rejected(proof("x = 1", Chain(), part), "hypothesis")
    assert Claim(term("x = 1"), (term("x = 1"),)) == part.claim


def test_what_equals_infinity_is_no_place() -> None:
    """ln(exp(oo)) = oo says nothing, for oo is no number; a limit at oo is none at ln(exp(oo))."""
    same = proof("ln(exp(oo)) = oo", use("logarithm of an exponential", u="oo"))
    accepted(same)
    there = proof(
        "tends(1, x, oo, 1)", use("limit of a constant, far to the right", c="1", x="x"),
        proof("defined(1)", Enclosure(9)),
    )  # fmt: skip
    accepted(there)
    rejected(proof("tends(1, x, ln(exp(oo)), 1)", Replace((1,)), same, there), "a meaning as a place only")


def test_a_point_of_a_list_is_defined() -> None:
    pieces_of = pieces(term("inflections(x^2, x, (-oo, oo), points(1/0))"), ("strictly_convex", "strictly_concave"))
    assert term("defined(1/0)") in pieces_of


def test_a_lipschitz_constant_is_a_number() -> None:
    row = LAWS["slope bounded"]
    assert Claim(term("defined(c)"), ()) in row.premises


def test_pieces_that_join_at_no_place() -> None:
    """With c = 1/0 no x is on either side of c, and sign was made of two zeros: continuous everywhere."""
    nothing = proof("continuous(0, x, (-oo, oo))", use("continuous constant", c="0", x="x", S="(-oo, oo)"), DEFINED_0)
    left = _on_no_side("x <= 1/0", "1/0 >= x", "at least")
    right = _on_no_side("x >= 1/0", "1/0 <= x", "at most")
    holes = {"u": "sign(x)", "v": "0", "w": "0", "c": "1/0", "x": "x", "S": "(-oo, oo)"}
    row = use("two continuous functions side by side", **holes)
    parts = (nothing, nothing, left, right)
    for more in ((), (proof("defined(1/0)", Enclosure(64)),)):
        rejected(proof("continuous(sign(x), x, (-oo, oo))", row, *parts, *more))


DEFINED_0 = proof("defined(0)", Enclosure(64))


def _on_no_side(side: str, turned: str, word: str) -> Derivation:
    """sign(x) = 0 where x is beside 1/0, which nothing is."""
    here = (side,)
    there = proof(turned, use(f"{word}, turned round", u="1/0", v="x"), proof(side, Given(0), given=here), given=here)
    known = proof("defined(1/0)", use(f"defined, being {word}", u="1/0", v="x"), there, given=here)
    apart = proof("0 != 0", use("denominator is not zero", u="1", v="0"), known, given=here)
    equal = proof("0 = 0", Arithmetic(), given=here)
    absurd = use("contradiction, equal", P="sign(x) = 0", u="0", v="0")
    return accepted(proof("sign(x) = 0", absurd, equal, apart, given=here))
