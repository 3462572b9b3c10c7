"""SymPy on the claims that it has a function for, each question in a process that can be stopped.

SymPy gets the terms with definitions put in and derivatives taken. What it answers is turned into a verdict: a
simplified difference of 0 proves an equation, a solution set that contains the domain proves an inequality, a
maximum that is the claimed one proves a claim about it.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final

import sympy as sp
from sympy.calculus.util import function_range, maximum, minimum

from sigmaprime.kernel.rule import Rules
from sigmaprime.kernel.sets import MINUS_OO, OO, REALS, is_interval
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.read.syntax import Statement
from sigmaprime.search.bridge_out import to_sympy
from sigmaprime.search.plain import plain

Question = Callable[[], bool | None]
INEQUALITIES: Final = {"<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge}
NAMES: Final = ("simplify", "equals", "solve_univariate_inequality", "maximum", "function_range")


def questions(statement: Statement, rules: Rules) -> dict[str, Question]:
    """The functions of SymPy that apply to a claim, each as a question with the answers yes, no and I do not know."""
    try:
        return _questions(statement, rules)
    except Exception:  # noqa: BLE001 (what SymPy cannot even be asked is no question)
        return {}


def _questions(statement: Statement, rules: Rules) -> dict[str, Question]:
    match statement.says:
        case App("=", (u, v)):
            difference = _out(App("-", (u, v)), rules, statement)
            return {
                "simplify": lambda: True if sp.simplify(difference) == 0 else None,
                "equals": lambda: difference.equals(0),
            }
        case App(("<" | "<=" | ">" | ">=") as relation, (u, v)) if len(free(statement.says)) == 1:
            (name,) = free(statement.says)
            x = sp.Symbol(name, real=True)
            region = _region(statement, rules)
            left, right = _out(u, rules, statement), _out(v, rules, statement)
            says = INEQUALITIES[relation](left, right, evaluate=False)
            return {
                "solve_univariate_inequality": lambda: _contains(
                    sp.solve_univariate_inequality(says, x, relational=False, domain=region), region
                ),
                "maximum": lambda: _extreme(relation, left - right, x, region),
            }
        case App("maximum" | "unique_maximum" | "largest", (App("fn", (Var(name), body)), where, value, *_)):
            x = sp.Symbol(name, real=True)
            function, claimed = _out(body, rules, statement), _out(value, rules, statement)
            region = _interval(where, rules, statement)
            return {"maximum": lambda: _same(maximum(function, x, region), claimed)}
        case App("range", (App("fn", (Var(name), body)), where, values)):
            x = sp.Symbol(name, real=True)
            function, wanted = _out(body, rules, statement), _interval(values, rules, statement)
            region = _interval(where, rules, statement)
            return {"function_range": lambda: _same_set(function_range(function, x, region), wanted)}
    return {}


def _out(term: Term, rules: Rules, statement: Statement) -> Any:
    names = free(statement.says)
    return to_sympy(plain(term, rules), {name: sp.Symbol(name, real=True) for name in names})


def _region(statement: Statement, rules: Rules) -> Any:
    region = sp.S.Reals
    for hypothesis in statement.given:
        match hypothesis:
            case App(relation, (u, v)):
                sides = (_out(u, rules, statement), _out(v, rules, statement))
                region &= sp.Ne(*sides).as_set() if relation == "!=" else INEQUALITIES[relation](*sides).as_set()
    return region


def _interval(region: Term, rules: Rules, statement: Statement) -> Any:
    if region is REALS or not is_interval(region):
        return sp.S.Reals
    low, high = (
        sp.oo if end is OO else -sp.oo if end is MINUS_OO else _out(end, rules, statement)
        for end in region.args  # type: ignore[union-attr]
    )
    brackets = region.head  # type: ignore[union-attr]
    return sp.Interval(low, high, brackets[0] == "(", brackets[1] == ")")


def _contains(solved: Any, region: Any) -> bool | None:
    return region.is_subset(solved)  # type: ignore[no-any-return]


def _extreme(relation: str, gap: Any, x: Any, region: Any) -> bool | None:
    worst = maximum(gap, x, region) if relation[0] == "<" else minimum(gap, x, region)
    return {True: True, False: False}.get(INEQUALITIES[relation](worst, 0))


def _same(found: Any, claimed: Any) -> bool | None:
    return sp.simplify(found - claimed).equals(0)  # type: ignore[no-any-return]


def _same_set(found: Any, wanted: Any) -> bool | None:
    if found == wanted:
        return True
    if not isinstance(found, sp.Interval):
        return None
    ends = [_same(a, b) for a, b in ((found.start, wanted.start), (found.end, wanted.end))]
    if all(ends):
        return bool(found.left_open == wanted.left_open and found.right_open == wanted.right_open)
    return None if None in ends else False


def warm() -> None:
    """Let SymPy import what it imports late, so that the processes that answer start with it."""
    x = sp.Symbol("x", real=True)
    slope = sp.exp(-x) / (1 + sp.exp(-x)) ** 2
    sp.simplify(sp.tanh(x) + slope).equals(0)
    sp.solve_univariate_inequality(sp.Le(slope, 1), x)
    maximum(slope, x, sp.S.Reals)
    function_range(slope, x, sp.S.Reals)


def asked(question: Question, seconds: float) -> tuple[bool | None, float]:
    """The answer and how long it took; no answer after that many seconds."""
    mine, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=_answer, args=(question, theirs))
    child.start()
    theirs.close()
    try:
        return mine.recv() if mine.poll(seconds) else (None, seconds)
    except EOFError:
        return None, seconds
    finally:
        child.kill()
        child.join()


def _answer(question: Question, pipe: Connection) -> None:
    began = time.perf_counter()
    try:
        answer = question()
    except Exception:  # noqa: BLE001 (SymPy raises where it does not know)
        answer = None
    pipe.send((answer if isinstance(answer, bool) else None, time.perf_counter() - began))
