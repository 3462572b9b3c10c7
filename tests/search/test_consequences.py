"""What follows from a relation: proofs that the kernel accepts; and what does not: points that deny it."""

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.kernel.check import check
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term
from sigmaprime.notation.line import language
from sigmaprime.read.claim import read_claim
from sigmaprime.read.scope import Scope
from sigmaprime.search.clock import now
from sigmaprime.search.implication import implied, not_implied, supposed
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solution_set import solution_set
from sigmaprime.verbs import rules_in

RULES = rules_in(Scope())
FOLLOWS = """x^2 = 4 | x = 2; x = -2
2*x + 3 = 7 | x = 2
ln(x) = 0 | x = 1
exp(2*x) = 4 | x = ln(2)
sqrt(x) = x - 2 | x = (x - 2)^2
x^2 + 1 = 0 | 0 = 1
x + y = 3 | y = 3 - x
a*x = b, a != 0 | x = b/a
x + y = 5, x - y = 1 | x = 3
(x - 1)*(x + 2) > 0 | x < -2; x > 1
(x + 1)/(x - 2) > 0 | (x + 1)*(x - 2) > 0
1/x < 1 | x < 0; 1 < x
abs(x) = 3 | x^2 = 9
2^x = 8 | x = 3
-2*x < 6 | x > -3
x > 1, x < 2 | x^2 < 4
x^3 - x = 0 | x = 0; x = 1; x = -1"""
FAILS = """x^2 = 4 | x = 2 | x = -2
x^2 = x | x = 1 | x = 0
x^2 = 2 | x = sqrt(2) | x = -sqrt(2)
-2*x < 6 | x < -3 | x = 0
1/x < 1 | 1 < x | x = -1
x^3 - x = 0 | x = 0; x = 1 | x = -1
ln(x^2) = ln(9) | 2*ln(x) = ln(9) | x = -3
a*x + b = 0 | x = -b/a | a = 0, b = 0, x = 1"""
SOLVED = """x^2 = 4 | x = -2 or x = 2
x^2 < 4 | -2 < x and x < 2
x^2 >= 4 | x <= -2 or x >= 2
(x - 1)^2 <= 0 | x = 1
1/x < 1 | x < 0 or x > 1
x^2 + x + 1 = 0*x | 0 = 1"""


def relations(text: str, separator: str) -> tuple[Term, ...]:
    return tuple(read_claim(one, Scope(), PHRASES)[0] for one in text.split(separator) if one.strip())


def session() -> Session:
    return Session(RULES, now() + 20)


def cases(text: str) -> tuple[tuple[Term, ...], ...]:
    return tuple((one,) for one in relations(text, ";"))


@pytest.mark.parametrize("line", FOLLOWS.splitlines())
def test_what_follows(line: str) -> None:
    there, here = line.split("|")
    given = supposed(relations(there, ","), ())
    for proof in implied(session(), cases(here), given):
        check(proof, RULES)
        assert isinstance(proof.claim.says, App)
        assert set(given) <= set(proof.claim.says.args[1:])
    with pytest.raises(NoProof):
        not_implied(session(), cases(here), given)


@pytest.mark.parametrize("line", FAILS.splitlines())
def test_what_does_not_follow(line: str) -> None:
    there, here, at = line.split("|")
    given = supposed(relations(there, ","), ())
    denied = not_implied(session(), cases(here), given)
    assert len(denied) == len(cases(here))
    for one in denied:
        check(one.proof, RULES)
        assert one.found is not None
        assert ", ".join(f"{name} = {language(value)}" for name, value in one.found.points[0]) == at.strip()
    with pytest.raises(NoProof):
        implied(Session(RULES, now() + 2), cases(here), given)


@pytest.mark.parametrize("line", SOLVED.splitlines())
def test_solution_sets(line: str) -> None:
    relation, wanted = line.split("|")
    found = solution_set(session(), relations(relation, ","), ())
    assert " or ".join(" and ".join(map(language, case)) for case in found) == wanted.strip()
    given = supposed(relations(relation, ","), ())
    assert all(check(proof, RULES) is None for proof in implied(session(), found, given))


def test_a_hypothesis_is_supposed_with_its_parts_defined() -> None:
    """As an equation of the kernel it says nothing where its right side is undefined; as a statement it fails there."""
    (relation,) = relations("x^2 = sqrt(x)", ",")
    assert App("defined", (relation.args[1],)) in supposed((relation,), ())  # type: ignore[union-attr]
    for proof in implied(session(), cases("x = 0; x = 1"), supposed((relation,), ())):
        assert isinstance(proof.claim, Claim)
        check(proof, RULES)
