"""What the work on one equation shares: its hypotheses, points that satisfy them, what has been settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice

from sigmaprime.kernel.proof import Claim, Derivation, Given, Instance
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.notation.line import language
from sigmaprime.search.goals import prove
from sigmaprime.search.known import Known, known
from sigmaprime.search.samples import Values
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.spelling import spelling
from sigmaprime.search.steps import ZERO, arithmetic_step, hypotheses, needed
from sigmaprime.search.trial import candidates, holds_at, sign_at

MOST_SAMPLES = 5
MOST_TRIED = 60
MOST_DERIVED = 6
SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class Work:
    """`powers`: square roots of positive numbers are written as exponentials of half their logarithms."""

    session: Session
    given: tuple[Term, ...]
    plain: tuple[Term, ...]
    facts: Known
    powers: bool = False
    patience: float = SECONDS
    opened: dict[Term, Derivation | None] = field(default_factory=dict)
    expanded: dict[Term, Derivation | None] = field(default_factory=dict)
    split: dict[Term, Derivation | None] = field(default_factory=dict)
    values: dict[Term, Derivation] = field(default_factory=dict)
    units: dict[Term, Fraction] = field(default_factory=dict)
    settled: dict[Term, Derivation | None] = field(default_factory=dict)
    signs: dict[Term, tuple[str, Derivation] | None] = field(default_factory=dict)
    samples: dict[frozenset[str], list[Values]] = field(default_factory=dict)


def work_on(session: Session, given: tuple[Term, ...], *, powers: bool = False, patience: float = SECONDS) -> Work:
    plain = tuple(h for h in given if not (isinstance(h, App) and h.head == "defined"))
    work = Work(session, given, plain, known(session, given), powers, patience)
    for index, hypothesis in enumerate(plain):
        match hypothesis:
            case App("=", (Var() as x, v)) if not free(v):
                work.values[x] = Derivation(Claim(hypothesis, plain), Given(index))
    return work


def settle(work: Work, condition: Term) -> Derivation:
    """A derivation of a condition under the hypotheses; `NoProof` if none was found."""
    if condition in work.settled:
        found = work.settled[condition]
        if found is None:
            raise NoProof("tried before")
        return found
    work.settled[condition] = None
    try:
        work.settled[condition] = found = _settle(work, condition)
    except OutOfTime:
        del work.settled[condition]
        raise
    return found


def cut(work: Work, general: Derivation) -> Derivation:
    """What holds for all values for which some conditions hold, for these values, for which they do."""
    more = [h for h in general.claim.given if h not in work.given]
    if not more:
        return general
    x = Var(min(free(general.claim.says)))
    conditions = [settle(work, h) for h in general.claim.given]
    parts = (general, prove(work.session, Claim(App("defined", (x,)))), *conditions)
    return Derivation(Claim(general.claim.says, hypotheses(parts[1:])), Instance(x.name, x), parts)


def derived(work: Work, names: frozenset[str]) -> tuple[Term, ...]:
    """The shortest conditions on these variables that the hypotheses imply."""
    found = [
        h for h in work.facts if isinstance(h, App) and h.head != "defined" and h not in work.plain and h.names & names
    ]
    return tuple(sorted(found, key=lambda h: len(spelling(h)))[:MOST_DERIVED])


def _settle(work: Work, condition: Term) -> Derivation:
    if (way := work.facts.get(condition)) is not None:
        return way()
    if not free(condition):
        return prove(work.session, Claim(condition))
    from sigmaprime.search.settling import AT_ONCE, WAYS

    for attempt in AT_ONCE:
        try:
            return attempt(work, condition)
        except NoProof:
            continue
    if not _held(work, condition):
        raise NoProof("a simple point contradicts it")
    for attempt in WAYS:
        try:
            return attempt(work, condition)
        except NoProof:
            continue
    raise NoProof(f"the condition was not proved: {language(condition)}")


def _held(work: Work, condition: Term) -> bool:
    """Whether no point that was looked at contradicts a condition."""
    points = samples(work, free(condition))
    return all(holds_at(work.session, condition, at) is not False for at in points)


def samples(work: Work, names: frozenset[str]) -> list[Values]:
    """A few points that satisfy the hypotheses."""
    if names not in work.samples:
        every = names.union(*map(free, work.given)) if work.given else names
        tried = islice(candidates(every, work.plain), MOST_TRIED)
        good = (at for at in tried if all(holds_at(work.session, h, at) for h in work.given))
        work.samples[names] = list(islice(good, MOST_SAMPLES))
    return work.samples[names]


def sign_of(work: Work, u: Term) -> tuple[str, Derivation] | None:
    """`u > 0`, `u < 0`, `u >= 0` or `u <= 0`, whichever holds, with its derivation; None if none is known."""
    if u not in work.signs:
        work.signs[u] = None
        work.signs[u] = _sign_of(work, u)
    return work.signs[u]


def _sign_of(work: Work, u: Term) -> tuple[str, Derivation] | None:
    from sigmaprime.search.visible import by_factors, positive

    for relation in (">", "<", ">=", "<="):
        if (way := work.facts.get(App(relation, (u, ZERO)))) is not None and relation in "<>":
            return relation, way()
    if (seen_at_once := positive(work, u)) is not None:
        return ">", seen_at_once
    if (seen_of_factors := by_factors(work, u)) is not None:
        return seen_of_factors
    seen = {sign_at(work.session, u, at) for at in samples(work, free(u))}
    if {1, -1} <= seen or seen <= {None}:
        return None
    strict, loose = (">", ">=") if 1 in seen or seen == {0} else ("<", "<=")
    for relation in (strict, loose):
        if relation == strict and 0 in seen:
            continue
        try:
            return relation, settle(work, App(relation, (u, ZERO)))
        except NoProof:
            continue
    return None


def calculated(work: Work, left: Term, right: Term) -> Derivation:
    """`left = right` by comparing normal forms, its conditions settled."""
    conditions = needed(work.session, left, right)
    if conditions is None:
        raise NoProof("the two sides have different normal forms")
    return arithmetic_step(left, right, tuple(settle(work, c) for c in conditions))


def is_number(term: Term, size: int) -> bool:
    return isinstance(term, Num) and term.value == size
