"""Identities and spoilt ones: addition, multiples, products, inverse functions, radicals, constants, powers, cases."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from sigmaprime.claims import LAWS, PHRASES
from sigmaprime.kernel.check import check
from sigmaprime.kernel.normal import normal
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Num, Var
from sigmaprime.read.files import read_jsonl
from sigmaprime.read.row import read_row
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Statement
from sigmaprime.search.identity import by_opening
from sigmaprime.search.opening import opened
from sigmaprime.search.quotients import canonical, factored
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.work import settle, work_on
from sigmaprime.verbs import decide
from sigmaprime.verdict import Proved, Refuted

HERE = Path(__file__).parent


def _statements(name: str) -> list[Statement]:
    sheets = read_jsonl((HERE / name).read_text(encoding="utf-8"), name, PHRASES)
    return [line for sheet in sheets for line in sheet if isinstance(line, Statement)]


@pytest.mark.parametrize("statement", _statements("identities.jsonl"), ids=lambda s: s.text)
def test_decided_as_expected(statement: Statement) -> None:
    verdict = decide(statement, Scope())
    assert {Proved: "proved", Refuted: "refuted"}.get(type(verdict)) == statement.expected


@pytest.mark.parametrize("statement", _statements("identities_open.jsonl"), ids=lambda s: s.text)
def test_never_decided_wrongly(statement: Statement) -> None:
    verdict = decide(statement, Scope(), 1.0)
    assert not isinstance(verdict, Refuted if statement.expected == "proved" else Proved)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1/(1 + exp(-x))", "exp(x)/(exp(x) + 1)"),
        ("(x^2 - 1)/(x + 1)", "x - 1"),
        ("y*x + x*y", "2*(x*y)"),
        ("1 - 1", "0"),
    ],
)
def test_one_way_of_writing(text: str, wanted: str) -> None:
    assert canonical(normal(read_row(text))) is read_row(wanted)


def test_factors() -> None:
    found = factored(normal(read_row("(2 - 2*x^2)/(3*x + 3)")))
    assert found.constant == Fraction(-2, 3)
    assert found.factors == ((read_row("x - 1"), Fraction(1)),)
    with pytest.raises(NoProof):
        factored(normal(read_row("x - x")))


@pytest.mark.parametrize(
    "text",
    ["ln(8*exp(x)/3)", "sqrt((exp(x) + 1)^3)", "tanh(x)", "cbrt(-16*x^4)", "abs(-2*x)", "cos(atan(x))", "acos(1/2)"],
)
def test_what_is_opened_is_proved(text: str) -> None:
    fact = opened(work_on(Session(LAWS), ()), read_row(text))
    assert fact is not None
    check(fact, LAWS)


def test_a_condition_that_is_known_only_of_a_multiple() -> None:
    x = Var("x")
    given = (App("defined", (read_row("tan(x + x)"),)),)
    work = work_on(Session(LAWS), given)
    proof = settle(work, App("!=", (App("cos", (App("+", (x, x)),)), Num(0))))
    check(proof, LAWS)
    assert set(proof.claim.given) <= set(given)


@pytest.mark.parametrize(
    "text",
    [
        "sqrt(5 + 2*sqrt(6)) = sqrt(2) + sqrt(3) + 1/10^40",
        "cos(pi/7) - cos(2*pi/7) + cos(3*pi/7) = 1/2 + 1/10^50",
        "sqrt(x^2) = x",
        "atan(1/x) + atan(x) = pi/2",
        "ln(x^2) = 2*ln(x) + 1/10^30",
    ],
)
def test_no_proof_of_what_is_false(text: str) -> None:
    left, right = (read_row(side) for side in text.split(" = "))
    with pytest.raises(NoProof):
        by_opening(Session(LAWS), Claim(App("=", (left, right))))


@pytest.mark.parametrize(
    ("text", "domain", "note"),
    [
        ("ln(x^2) = 2*ln(x)", "x > 0", "At x = -1 the left side is defined and the right side is not."),
        ("x/x = 1", "x != 0", "At x = 0 the right side is defined and the left side is not."),
        ("tanh(x) = sinh(x)/cosh(x)", "(-oo, oo)", None),
        ("1/x = 1/x + 0", "x != 0", None),
    ],
)
def test_domains_are_compared(text: str, domain: str, note: str | None) -> None:
    (sheet,) = read_jsonl(f'{{"id": "a", "claim": "{text}", "expect": "proved"}}', "a", PHRASES)
    verdict = decide(next(line for line in sheet if isinstance(line, Statement)), Scope())
    assert isinstance(verdict, Proved)
    assert verdict.domain == domain
    assert verdict.notes == (() if note is None else (note,))
