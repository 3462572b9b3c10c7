"""Small proofs made by hand, for the pages that are made of them. They are not checked here."""

from __future__ import annotations

from sigmaprime.kernel.proof import Apply, Arithmetic, By, Chain, Claim, Derivation, Prime, Replace, Rewrite
from sigmaprime.kernel.term import App, Path, Term, Var, replace, subterm
from sigmaprime.read.row import read_premise, read_row
from sigmaprime.rules.row import definition
from sigmaprime.verdict import Fact, Found, Proved, Refuted, Route, Suggestion, Undecided

X = Var("x")
BODY = read_row("1/(1 + exp(-x))")
DEFINITION = definition("s", ("x",), BODY, "let s(x) = 1/(1 + exp(-x))")
S_OPEN = "1 + exp(-x)"


def node(says: str | Term, by: By | str, *parts: Derivation) -> Derivation:
    """A claim with its reason; a rule may be given by its name alone, a claim as `h => P`."""
    if isinstance(says, str):
        given, says = read_premise(says)
    else:
        given = ()
    return Derivation(Claim(says, given), Apply(by, ()) if isinstance(by, str) else by, parts)


def rewriting(before: Term, at: Path, equation: Derivation) -> Derivation:
    after = replace(before, at, equation.claim.says.args[1])  # type: ignore[union-attr]
    return Derivation(Claim(App("=", (before, after))), Rewrite(at), (equation,))


def column(start: str, *steps: tuple[Path, Derivation]) -> Derivation:
    """A chain of rewriting steps, each at a place of what the last one left."""
    here, links = read_row(start), list[Derivation]()
    for at, equation in steps:
        left = equation.claim.says.args[0]  # type: ignore[union-attr]
        if subterm(here, at) is not left:
            raise ValueError(f"{subterm(here, at)} is not {left}")
        links.append(rewriting(here, at, equation))
        here = links[-1].claim.says.args[1]  # type: ignore[union-attr]
    return Derivation(Claim(App("=", (read_row(start), here))), Chain(), tuple(links))


EXP_POSITIVE = node("exp(-x) > 0", "exponential is positive", node("defined(-x)", "negative is defined"))
POSITIVE = node(f"{S_OPEN} > 0", "sum of positives", node("1 > 0", "positive number"), EXP_POSITIVE)
NOT_ZERO = node(f"{S_OPEN} != 0", "greater, so not equal", POSITIVE)

DERIVATIVE = column(
    "s'(x)",
    ((), node("s'(x) = D(s(x), x)", Prime())),
    ((0, 1), node("s(x) = 1/(1 + exp(-x))", "definition of s")),
    ((), node(f"D(1/({S_OPEN}), x) = -D({S_OPEN}, x)/({S_OPEN})^2", "reciprocal rule", NOT_ZERO)),
    ((0, 0), node(f"D({S_OPEN}, x) = D(1, x) + D(exp(-x), x)", "sum rule")),
    ((0, 0, 0), node("D(1, x) = 0", "constant rule")),
    ((0, 0, 1), node("D(exp(-x), x) = exp(-x)*D(-x, x)", "derivative of exp")),
    ((0, 0, 1, 1), node("D(-x, x) = -D(x, x)", "negative rule")),
    ((0, 0, 1, 1, 0), node("D(x, x) = 1", "identity rule")),
    ((), node(f"-(0 + exp(-x)*(-1))/({S_OPEN})^2 = 1/({S_OPEN})*(1 - 1/({S_OPEN}))", Arithmetic(), NOT_ZERO)),
    ((0,), node("1/(1 + exp(-x)) = s(x)", "definition of s, backwards")),
    ((1, 1), node("1/(1 + exp(-x)) = s(x)", "definition of s, backwards")),
)  # fmt: skip

SLOPE = node("s'(x) = s(x)*(1 - s(x))", DERIVATIVE.by, *DERIVATIVE.parts)
ROUTES = (Route("reciprocal rule", Fact(SLOPE.claim.says, SLOPE, (DEFINITION,))),)

DIFFERENCE = node(
    "1/4 - s'(x) >= 0", Replace((0,)),
    column("1/4 - s'(x)", ((1,), SLOPE), ((), node("1/4 - s(x)*(1 - s(x)) = (s(x) - 1/2)^2", Arithmetic()))),
    node("(s(x) - 1/2)^2 >= 0", "square is not negative", node("defined(s(x) - 1/2)", "difference is defined")),
)  # fmt: skip
UPPER = node("s'(x) <= 1/4", "at most, by a difference", DIFFERENCE)
FRACTION = node(f"exp(-x)/({S_OPEN})^2 > 0", "quotient of positives", EXP_POSITIVE,
                node(f"({S_OPEN})^2 > 0", "power of a positive", POSITIVE))  # fmt: skip
LOWER = node("s'(x) > 0", Replace((0,)), column(
    "s'(x)", ((), node(f"s'(x) = exp(-x)/({S_OPEN})^2", Arithmetic()))), FRACTION)  # fmt: skip
BOUNDS = node("and(0 < s'(x), s'(x) <= 1/4)", "both", node("0 < s'(x)", "less, turned round", LOWER), UPPER)
INCREASING = node(
    "strictly_increasing(s(x), x, (-oo, oo))", "positive slope",
    node("interval[(-oo, oo)]", "the line is an interval"),
    node("continuous(s(x), x, (-oo, oo))", "differentiable, so continuous", node(
        "differentiable(s(x), x, (-oo, oo))", "smooth, so differentiable")),
    node("D(s(x), x) > 0", Replace((0,)), node("D(s(x), x) = s'(x)", Prime()), LOWER),
)  # fmt: skip
ONE = node("tends(1, x, oo, 1)", "limit of a constant")
FALLS = node("tends(-x, x, oo, -oo)", "negative of what grows", node("tends(x, x, oo, oo)", "the variable grows"))
VANISHES = node("tends(exp(-x), x, oo, 0)", "exponential of what falls", FALLS)
SUM = node("tends(1 + exp(-x), x, oo, 1 + 0)", "limit of a sum", ONE, VANISHES)
QUOTIENT = node(
    "tends(1/(1 + exp(-x)), x, oo, 1/(1 + 0))", "limit of a quotient", ONE, SUM, node("1 + 0 != 0", Arithmetic())
)
SATURATES = node("tends(1/(1 + exp(-x)), x, oo, 1)", Replace((2,)), node("1 = 1/(1 + 0)", Arithmetic()), QUOTIENT)
LIMIT = node("tends(s(x), x, oo, 1)", Replace((0, 1)), node("s(x) = 1/(1 + exp(-x))", "definition of s"), SATURATES)


def fact(proof: Derivation) -> Fact:
    return Fact(proof.claim.says, proof, (DEFINITION,))


def proved(proof: Derivation) -> Proved:
    return Proved(fact(proof), "(-oo, oo)", "proved")


REFUTED = Refuted(
    fact(node("not(s'(x) <= 1/5)", "by example")), "(-oo, oo)", "the sides differ",
    Found((((("x", read_row("0"))),),), ("0.25", "0.2"), "<=", "1/4 is more than 1/5"),
    Suggestion("s'(x) <= 1/4", (fact(UPPER),), 1),
)  # fmt: skip
UNDECIDED = Undecided(
    read_row("s'(x) < 1/4"), "no rule leads there", ("the rows for signs",), ("no counterexample among 40 points",)
)
