"""Sigmaprime from Python: what goes in may be text or SymPy, what comes out shows itself in a notebook."""

from sigmaprime.api.checking import Result, Results, check
from sigmaprime.api.deriving import Derivation, Step, WorkedRoute, derive
from sigmaprime.api.lines import Lines, judge_lines
from sigmaprime.api.proving import Verdict, prove
from sigmaprime.api.reading import Reading, read
from sigmaprime.api.studying import study
from sigmaprime.read.syntax import NotUnderstood

__all__ = [
    "Derivation", "Lines", "NotUnderstood", "Reading", "Result", "Results", "Step", "Verdict", "WorkedRoute", "check",
    "derive", "judge_lines", "prove", "read", "study",
]  # fmt: skip
