"""Judging someone's working: every link by itself, whatever came of the ones before it.

A chain of relations is a chain of claims. A statement that another one is joined to is a hypothesis, and what is
joined to it must follow from it (`=>`, and lines without a sign) or say the same (`<=>`). A statement that nothing is
joined to, that is about numbers, or that says what a derivative, an integral or a limit is, is a claim.
"""

from __future__ import annotations

from sigmaprime.claims import PHRASES
from sigmaprime.judgement import Link, Working
from sigmaprime.kernel.term import App, Term, free
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Lines, NotUnderstood, Statement
from sigmaprime.read.working import Case, Step, read_working
from sigmaprime.search.clock import now
from sigmaprime.statement import both
from sigmaprime.verbs import decide
from sigmaprime.verdict import Verdict
from sigmaprime.workings.claims import claim, is_calculus
from sigmaprime.workings.desk import Desk, made, whole
from sigmaprime.workings.implications import Hypothesis, joined

SECONDS = 20.0


def judge(steps: tuple[Step, ...], scope: Scope, seconds: float = SECONDS) -> Working:
    """The verdict on every link of a working; `NotUnderstood` for a limit at a place where nothing is defined."""
    desk = Desk(scope, now() + seconds)
    links: list[Link] = []
    before: Hypothesis | None = None
    given: tuple[Term, ...] = ()
    for index, step in enumerate(steps):
        following = steps[index + 1] if index + 1 < len(steps) else None
        given = step.given if step.begins else tuple(dict.fromkeys((*given, *step.given)))
        before = None if step.begins else before
        if step.alone is not None:
            links.append(made(step, step.alone, "given"))
            before = None
        elif before is not None and not step.goes_on and (step.joint or not _is_claim(step, scope)):
            links.append(joined(desk, step, before, given))
            before = Hypothesis(step.cases, given)
        elif len(step.cases) == 1:
            solves = not _is_claim(step, scope) or _ends_in_an_equation(step, scope)
            leads_on = _leads_on(following, scope) and solves
            claimed = _by_itself(step.cases[0], scope) if leads_on else step.cases[0]
            links += [claim(desk, step, relation, given) for relation in claimed]
            before = None
            if leads_on:
                rest = step.cases[0][len(claimed) :]
                links.append(made(step, both(*rest), "given"))
                before = Hypothesis((rest,), given)
        else:
            links.append(made(step, whole(step.cases), "given"))
            before = Hypothesis(step.cases, given)
    if all(link.verdict == "given" for link in links):
        raise NotUnderstood(
            "there is nothing to check: no line says what follows from what",
            text=steps[0].said, remedy="write a = b, or a second line that follows from the first",
        )  # fmt: skip
    return Working(tuple(links))


def judge_lines(lines: Lines, scope: Scope, seconds: float = SECONDS) -> Working:
    """The verdict on a working that stands in a file."""
    return judge(*read_working(lines.source, scope, PHRASES), seconds)


def settle(line: Statement | Lines, scope: Scope, seconds: float) -> Verdict | Working:
    """What can be said of a claim of either kind."""
    return decide(line, scope, seconds) if isinstance(line, Statement) else judge_lines(line, scope, seconds)


def _leads_on(following: Step | None, scope: Scope) -> bool:
    """Whether the next row is joined to this one."""
    if following is None or following.begins or following.goes_on or following.alone is not None:
        return False
    return bool(following.joint) or not _is_claim(following, scope)


def _is_claim(step: Step, scope: Scope) -> bool:
    """Whether a row is true or false by itself: it is about numbers, or says what a derivative or the like is."""
    if len(step.cases) != 1:
        return False
    first = step.cases[0][0]
    if not free(first) - set(scope.parameters):
        return True
    match first:
        case App("=" | "<" | "<=" | ">" | ">=" | "!=", (left, right)):
            return is_calculus(left, scope) and bool(free(right))
    return True


def _ends_in_an_equation(step: Step, scope: Scope) -> bool:
    """f′(x) = 3x² − 3 = 0"""
    match step.cases[0][-1]:
        case App("=", (left, right)):
            return bool(_by_itself(step.cases[0], scope)) and bool(free(left)) and not free(right)
    return False


def _by_itself(case: Case, scope: Scope) -> Case:
    """In f′(x) = 3x² − 3 = 0 only the last equation is one to be solved: the others are claims."""
    match case:
        case (App("=", (left, right)), App("=", (again, _)), *_) if right is again and is_calculus(left, scope):
            return case[:-1]
    return ()
