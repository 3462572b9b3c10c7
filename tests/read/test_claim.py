"""Claims of every kind in the contract, with their qualifiers."""

from __future__ import annotations

import pytest

from sigmaprime.kernel.term import App
from sigmaprime.read.claim import read_claim
from sigmaprime.read.declare import scope_of
from sigmaprime.read.lines import read_claims
from sigmaprime.read.row import read_row, write_row
from sigmaprime.read.syntax import Definition, NotUnderstood, Statement
from tests.read.article import ARTICLE, FALSE, HEADS
from tests.read.phrases import PHRASES

SCOPE = scope_of(("s(x) = 1/(1 + exp(-x))", "k > 0, x0"))


def rows(text: str) -> tuple[str, ...]:
    says, given = read_claim(text, SCOPE, PHRASES)
    for term in (says, *given):
        assert read_row(write_row(term)) is term
    return write_row(says), *map(write_row, given)


def test_the_article() -> None:
    definition, *claims = read_claims(ARTICLE, "article.claims", PHRASES)
    assert isinstance(definition, Definition)
    statements = [claim for claim in claims if isinstance(claim, Statement)]
    assert len(statements) == len(claims) == 42
    assert [claim.says.head for claim in statements if isinstance(claim.says, App)] == HEADS
    assert tuple(claim.label for claim in statements if claim.expected == "refuted") == FALSE
    assert statements[1].text == "s(0) = 1/2"
    assert statements[1].place.line == 5


@pytest.mark.parametrize("word", "even odd increasing monotonic convex smooth bounded nonpositive injective".split())
def test_adjectives(word: str) -> None:
    assert rows(f"s' is {word}") == (f"{word}(s'(x), x, domain(s'(x), x))",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s(x) = 1 = 2", ("and(s(x) = 1, 1 = 2)",)),
        ("0 < s'(x) <= 1/4 != x", ("and(0 < s'(x), and(s'(x) <= 1/4, 1/4 != x))",)),
        ("a = b and c < d", ("and(a = b, c < d)",)),
        ("s(x) in (0, 1]", ("and(s(x) > 0, s(x) <= 1)",)),
        ("s(2) ~= -0.880", ("s(2) ~= digits(-22/25, 3)",)),
        ("s(2) ≈ 1", ("s(2) ~= digits(1, 0)",)),
        ("1/x -> -oo as x -> 0-", ("tends(1/x, x, from_below(0), -oo)",)),
        ("lim(s(x), x, oo) = 1", ("tends(s(x), x, oo, 1)",)),
        ("s(x) ~ exp(x) as x -> -oo", ("equivalent(s(x), x, fn(x, exp(x)), -oo)",)),
        ("s(x) = 1/2 + O(x) as x -> 0", ("order(fn(x, s(x)), fn(x, 1/2), fn(x, x), 0)",)),
        ("s(x) = O(1) as x -> oo", ("order(fn(x, s(x)), fn(x, 0), fn(x, 1), oo)",)),
        ("s has no limit as x -> 0+", ("no_limit(s(x), x, from_above(0))",)),
        ("sin is periodic with period 2*pi", ("periodic(sin(x), x, domain(sin(x), x), 2*pi)",)),
        ("s is Lipschitz with constant 1/4", ("lipschitz(s(x), x, domain(s(x), x), 1/4)",)),
        ("s is symmetric about x = x0", ("mirror(s(x), x, domain(s(x), x), x0)",)),
        ("s is symmetric about (0, 1/2)", ("centre(s(x), x, domain(s(x), x), 0, 1/2)",)),
        ("s has local minimum 0 at x = 1", ("local_minimum(s(x), x, domain(s(x), x), 0, 1)",)),
        ("s has no maximum on (0, 1)", ("no_maximum(s(x), x, (0, 1))",)),
        ("(x*exp(-x)) has maximum 1/e at x = 1", ("maximum(x*exp(-x), x, domain(x*exp(-x), x), 1/exp(1), 1)",)),
        ("max s' = 1/4", ("largest(s'(x), x, domain(s'(x), x), 1/4)",)),
        ("inf s on [0, 1] = 1/2", ("infimum(s(x), x, [0, 1], 1/2)",)),
        ("s has zeros at x = 0, 1, -2", ("zeros(s(x), x, domain(s(x), x), points(0, 1, -2))",)),
        ("s has no zeros", ("no_zeros(s(x), x, domain(s(x), x))",)),
        ("s has domain (-oo, 0) U (0, oo)", ("domain_is(s(x), x, domain(s(x), x), union((-oo, 0), (0, oo)))",)),
        ("s has range {0, 1}", ("range(s(x), x, domain(s(x), x), points(0, 1))",)),
        ("s has asymptote y = 2*x + 1 as x -> oo", ("asymptote(s(x), x, domain(s(x), x), fn(x, 2*x + 1), oo)",)),
        ("ln has vertical asymptote x = 0", ("vertical_asymptote(ln(x), x, domain(ln(x), x), 0)",)),
        ("s is inverse to logit", ("inverse(s(x), x, domain(s(x), x), fn(x, logit(x)))",)),
        ("s solves y' = y(1 - y)", ("solves(s(x), x, domain(s(x), x), fn(x, fn(y, y*(1 - y))))",)),
        ("s solves u' = k*t*u", ("solves(s(x), x, domain(s(x), x), fn(t, fn(u, k*t*u)))",)),
        ("int(s(x), x) = x + C on (0, 1)", ("antiderivative(x, x, (0, 1), fn(x, s(x)))",)),
        ("s is increasing for 0 < x <= 1", ("increasing(s(x), x, (0, 1])",)),
        ("s is increasing for x in [0, k]", ("increasing(s(x), x, [0, k])",)),
        ("s is bounded for all x", ("bounded(s(x), x, (-oo, oo))",)),
        ("(1/x) is decreasing for x != 0", ("decreasing(1/x, x, union((-oo, 0), (0, oo)))",)),
        ("s is odd for x > 0, x != 1", ("odd(s(x), x, union((0, 1), (1, oo)))",)),
        ("(k*x) is odd for k > 1, x > 0", ("odd(k*x, x, (0, oo))", "k > 1")),
        ("x > 0 on (1, oo)", ("x > 0", "x > 1")),
        ("x*y > 0 for x > 0 and y >= x0", ("x*y > 0", "x > 0", "y >= x0")),
        ("1/x = 1/x for all x", ("1/x = 1/x", "x in (-oo, oo)")),
        ("a = b, x > 0", ("a = b", "x > 0")),
        ("x*y > 0 for all x, y > 0", ("x*y > 0", "x > 0", "y > 0")),
        ("x*y < 1 for x, y in (0, 1)", ("x*y < 1", "x > 0", "x < 1", "y > 0", "y < 1")),
        ("x <= y for x, y >= x", ("x <= y", "x in (-oo, oo)", "y >= x")),
        ("x*y > 0 for x in R, y > 0", ("x*y > 0", "x in (-oo, oo)", "y > 0")),
        ("(x^2) is even for x > m", ("even(x^2, x, (m, oo))",)),
    ],
)
def test_claims(text: str, expected: tuple[str, ...]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "offset", "message", "remedy"),
    [
        ("s is wobbly", 2, "no claim is made with the words 'is wobbly'", "the nearest claims are: is "),
        ("s has maximun 1 at x = 0", 2, "no claim", "has maximum V at x = a"),
        ("s has maximum at x = 0", 14, "not the word at", "complete"),
        ("is even", 0, "the function is missing", "s is"),
        ("g is even", 0, "g is not declared as a function", "let g(x)"),
        ("(x*y) is even", 0, "x and y are variables", "let y"),
        ("s(x)", 4, "an expression, not a claim", "relate"),
        ("s(x) ~= x", 8, "a decimal was expected", "0.1192"),
        ("s is increasing on (0", 19, "this interval is never closed", "close"),
        ("s is increasing on [0, oo]", 19, "belong to no interval", "( or )"),
        ("s is increasing on (0, 1) for x > 0", 35, "the set is given twice", "not both"),
        ("x*y > 0 on (0, 1)", 17, "has 2 variables", "for x in"),
        ("s(0) = 1/2, s'(0) = 1/4", 10, "a second claim", "one claim a line"),
        ("int(x, x) = x^2/2", 17, "up to a constant", "+ C"),
        ("s solves y'' = y", 11, "first order", "y' ="),
        ("s(x) = O(x^2) + x as x -> 0", 18, "end of an equality", "O(x^n)"),
        ("s(x) < x + O(x^2)", 11, "end of an equality", "O(x^n)"),
        ("s(x) = x + O(x^2)", 17, "as was expected", "as x -> 0"),
        ("s(x) = 1 as x -> oo", 9, "as belongs to", "->"),
        ("e^(i*pi) + 1 = 0", 3, "no complex numbers", "let i"),
        ("1" + " = 1" * 2000, 406, "a chain of more than 100 links", "several"),
        ("s is " * 1500, 2, "no claim", "nearest"),
        ("x -> 0 as x -> 0 for x > 5", 26, "x is bound", "x -> 0+"),
        ("exp has asymptote y = 0 as x -> -oo on [0, oo)", 46, "where it is", "leave on"),
        ("s has no limit as x -> oo on (0, 1)", 35, "where it looks", "leave on"),
        ("exp has asymptote y = 1 as x -> 0", 33, "far out", "x -> oo"),
        ("exp is even on (-x, x)", 22, "the variable of the function", "without that letter"),
        ("exp is even for x = 3, x < 2", 28, "do not make one set", "on (0, oo)"),
        ("k is odd", 0, "k is not declared as a function", "let k(x)"),
        ("x -> 1", 6, "as was expected", "as x -> oo"),
    ],
)
def test_errors(text: str, offset: int, message: str, remedy: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_claim(text, SCOPE, PHRASES)
    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert caught.value.offset == offset
