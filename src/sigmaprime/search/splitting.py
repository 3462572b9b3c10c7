"""Hypotheses that leave a few cases: x lies in a union, x is one of a few numbers, x is equal to a number.

For a member of a union the goal is proved in each of its sets, for a number of a list at each of them; where x is
known to be the number a, the goal is what it says of a.
"""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation, Given
from sigmaprime.kernel.term import App, Path, Term, Var, free, paths, replace, subterm
from sigmaprime.rules.cases import COUNTS, LONGEST
from sigmaprime.search.chain import chain, link, sides, transport, turned
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import value
from sigmaprime.search.session import NoProof, Session


def by_hypothesis(session: Session, goal: Claim) -> Derivation:
    """The goal from the first hypothesis that leaves a few cases."""
    for hypothesis in goal.given:
        if _is_value(hypothesis, goal.says):
            return _at_the_value(session, goal, hypothesis)
    for hypothesis in goal.given:
        name = _cases(hypothesis)
        if name is not None:
            return _in_each(session, goal, name, hypothesis)
    raise NoProof("no hypothesis leaves a few cases")


def _cases(hypothesis: Term) -> str | None:
    match hypothesis:
        case App("in", (_, App("union", sets))) if 2 <= len(sets) <= LONGEST:
            return f"in one of {COUNTS[len(sets)]} sets"
        case App("in", (_, App("points", (_,)))):
            return "the only number"
        case App("in", (_, App("points", numbers))) if 2 <= len(numbers) <= LONGEST:
            return f"one of {COUNTS[len(numbers)]} numbers"
    return None


def _in_each(session: Session, goal: Claim, name: str, hypothesis: Term) -> Derivation:
    """Each case without the hypothesis that was split, which has said what it had to say."""

    def case(session: Session, part: Claim) -> Derivation:
        if part.says is hypothesis:
            return Derivation(part, Given(part.given.index(hypothesis)))
        case = Claim(part.says, tuple(h for h in part.given if h is not hypothesis))
        excluded = _excluded(session, case, u)
        return prove(session, case) if excluded is None else excluded

    u, region = hypothesis.args  # type: ignore[union-attr]
    first = "STRKAB" if isinstance(region, App) and region.head == "union" else "abcdeo"
    holes = dict(zip(first, region.args, strict=False))  # type: ignore[union-attr]
    return by_rule(session, name, Claim(goal.says, goal.given), case, P=goal.says, u=u, **holes)


def _excluded(session: Session, goal: Claim, u: Term) -> Derivation | None:
    """Anything, where the bounds of u contradict one another."""
    ends = [(h, h.args[1]) for h in goal.given if isinstance(h, App) and len(h.args) == 2 and h.args[0] is u]
    for above, low in ends:
        for below, high in ends:
            if (above.head, below.head) in ((">", "<"), (">", "<="), (">=", "<")):
                left, right = value(session, low), value(session, high)
                if (low is high and below.head == "<") or (left is not None and right is not None and left > right):
                    strictly = Claim(App("<", (u, low)), (below,))
                    loosely = Claim(App(">=", (u, low)), (above,))
                    facts = [prove(session, strictly), prove(session, loosely)]
                    return by_rule(session, "contradiction", goal, knowing(prove, *facts), P=goal.says, u=u, v=low)
    return None


def _is_value(hypothesis: Term, says: Term) -> bool:
    match hypothesis:
        case App("=", (Var(name), a)) if not free(a):
            return name in free(says)
    return False


def _at_the_value(session: Session, goal: Claim, hypothesis: Term) -> Derivation:
    """`P(x)` under x = a, from `P(a)`: every x is replaced, one after the other."""
    (x, a) = hypothesis.args  # type: ignore[union-attr]
    if not isinstance(x, Var):
        raise NoProof("not the value of a variable")
    known = Derivation(Claim(hypothesis, goal.given), Given(goal.given.index(hypothesis)))
    rest = tuple(h for h in goal.given if x.name not in free(h))
    match goal.says:
        case App("in", _):  # nothing is replaced in a membership itself
            from sigmaprime.search.regions import prove_region

            return prove_region(session, goal, prove)
        case App("=", (left, right)) if x.name in free(right):
            there, back = (_replaced(side, x, a, known, goal.given) for side in (left, right))
            start = sides(there)[1] if there else left
            end = sides(back)[1] if back else right
            links = [there] if there else []
            if start is not end:
                links.append(prove(session, Claim(App("=", (start, end)), rest)))
            if back:
                links.append(turned(back, prove(session, Claim(App("defined", (end,)), rest))))
            return chain(links, goal.given)
    places = _occurrences(goal.says, x)
    steps = [goal.says]
    for at in places:
        steps.append(replace(steps[-1], at, a))
    proof = prove(session, Claim(steps[-1], rest))
    for before, at in zip(reversed(steps[:-1]), reversed(places), strict=True):
        proof = transport(before, at, known, proof, goal.given)
    return proof


def _replaced(term: Term, x: Var, a: Term, known: Derivation, given: tuple[Term, ...]) -> Derivation | None:
    """`u(x) = u(a)`; None where x does not occur."""
    links = []
    for at in _occurrences(term, x):
        links.append(link(term, at, known, given))
        term = replace(term, at, a)
    return chain(links, given) if links else None


def by_conditions(session: Session, goal: Claim) -> Derivation:
    """The goal with the conditions under which something is defined, in place of the hypothesis that it is."""
    from sigmaprime.search.conditions import defined_where

    for hypothesis in goal.given:
        match hypothesis:
            case App("defined", (term,)) if free(term) & free(goal.says):
                conditions = defined_where(session, (term,), as_written=True)
                if not conditions:
                    continue
                rest = tuple(h for h in goal.given if h is not hypothesis)
                proof = prove(session, Claim(goal.says, tuple(dict.fromkeys((*rest, *conditions)))))
                for known in reversed(conditions):
                    fact = prove(session, Claim(known, goal.given))
                    given = tuple(h for h in proof.claim.given if h is not known)
                    given = tuple(dict.fromkeys((*goal.given, *given)))
                    proof = by_rule(
                        session, "with what follows", Claim(goal.says, given), knowing(prove, fact, proof),
                        P=goal.says, Q=known,
                    )  # fmt: skip
                return Derivation(goal, proof.by, proof.parts)
    raise NoProof("no hypothesis that something is defined")


def _occurrences(says: Term, x: Var) -> list[Path]:
    """Where x stands freely."""
    return [at for at in paths(says) if subterm(says, at) is x and not _is_bound(says, at, x)]


def _is_bound(says: Term, at: Path, x: Var) -> bool:
    here: Term = says
    for index in at:
        if isinstance(here, App) and here.head == "fn" and here.args[0] is x:
            return True
        here = here.args[index]  # type: ignore[union-attr]
    return False
