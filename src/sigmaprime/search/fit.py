"""Match a rule's conclusion with a goal, and make the step that applies it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.rule import Rule, fill_rule
from sigmaprime.kernel.term import App, Term, Var, Wrong, free
from sigmaprime.search.session import NoProof, Session

WORKED_OUT = frozenset(("at", "apply", "left", "right"))  # by the kernel, when it fills a row
Prove = Callable[[Session, Claim], Derivation]


def fit(rule: Rule, says: Term, known: Mapping[str, Term] | None = None) -> dict[str, Term] | None:
    """The holes of `rule` that make its conclusion `says`, as far as the conclusion tells; None if it cannot."""
    names = {name for name, _ in rule.holes}
    holes = dict(known or {})
    return holes if _walk(rule.conclusion, says, names, holes) else None


def _walk(pattern: Term, term: Term, names: set[str], holes: dict[str, Term]) -> bool:
    if isinstance(pattern, Var) and pattern.name in names:
        return holes.setdefault(pattern.name, term) is term
    if not isinstance(pattern, App):
        return pattern is term
    if pattern.head in WORKED_OUT:
        return True  # what they leave open is given by the caller
    if not isinstance(term, App) or pattern.head != term.head or len(pattern.args) != len(term.args):
        return False
    for part, there in zip(pattern.args, term.args, strict=True):  # noqa: SIM110 - this is where the time goes
        if not _walk(part, there, names, holes):
            return False
    return True


def by_rule(session: Session, name: str, goal: Claim, prove: Prove, **more: Term) -> Derivation:
    """The step that applies the rule `name` to `goal`, its premises proved by `prove`; `NoProof` if it does not fit."""
    rule = session.rules[name]
    holes = fit(rule, goal.says, more)
    if holes is None:
        raise NoProof(name)
    return with_holes(session, rule, holes, goal, prove)


def with_holes(session: Session, rule: Rule, holes: Mapping[str, Term], goal: Claim, prove: Prove) -> Derivation:
    given = tuple((hole, holes[hole]) for hole, _ in rule.holes if hole in holes)
    try:
        filled = fill_rule(rule, given)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    if filled.conclusion is not goal.says:
        raise NoProof(rule.name)
    outside = tuple(h for h in goal.given if not filled.arbitrary & free(h))
    parts = []
    for premise in filled.premises:
        local = tuple(dict.fromkeys((*premise.given, *outside)))
        parts.append(prove(session, Claim(premise.says, local)))
    return Derivation(goal, Apply(rule.name, given), tuple(parts))


def knowing(prove: Prove, *facts: Derivation) -> Prove:
    """A prover that has these facts at hand, and asks `prove` for everything else."""
    known = {fact.claim.says: fact for fact in facts}

    def with_facts(session: Session, goal: Claim) -> Derivation:
        fact = known.get(goal.says)
        if fact is not None and set(fact.claim.given) <= set(goal.given):
            return fact
        return prove(session, goal)

    return with_facts


def first_of(session: Session, names: tuple[str, ...], goal: Claim, prove: Prove, **more: Term) -> Derivation:
    """The first of these rules that leads to a proof of `goal`."""
    for name in names:
        try:
            return by_rule(session, name, goal, prove, **more)
        except NoProof:
            continue
    raise NoProof("no rule leads to it")
