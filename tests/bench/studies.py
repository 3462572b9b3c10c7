"""How long twenty function studies take in processor time, every proof checked: `python -m tests.bench.studies`."""

from __future__ import annotations

import time

from sigmaprime.run.one_line import study_line
from sigmaprime.studies.make import study_function
from sigmaprime.write.study_json import study_json

FUNCTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("1/(1 + exp(-x))", ()), ("L/(1 + exp(-k*(x - m)))", ("L > 0", "k > 0", "m")), ("x^3 - 3*x", ()),
    ("x/(x^2 + 1)", ()), ("x^2/(x - 1)", ()), ("(x^2 - 3*x + 2)/(x - 4)", ()), ("x*exp(-x)", ()), ("ln(x)/x", ()),
    ("x^2*ln(x)", ()), ("sqrt(x^2 - 1)", ()), ("exp(-x^2)", ()), ("x + sin(x)", ()), ("tan(x)", ()),
    ("x*sigmoid(x)", ()), ("atan(x)", ()), ("x + 1/x", ()), ("|x^2 - 1|", ()), ("sqrt(x)*(x - 3)", ()),
    ("1/(x^2 - 4)", ()), ("cosh(x)", ()),
)  # fmt: skip
KEYS = ("domain", "zeros", "limits", "increasing", "maxima", "convex", "inflections", "range")
SECONDS = 60.0


def measured(function: str, lets: tuple[str, ...]) -> tuple[float, int, int]:
    """Seconds, statements proved, and how many of the main results are missing."""
    request, scope = study_line(function, lets)
    began = time.process_time()
    found = study_json(study_function(request, scope, SECONDS))
    seconds = time.process_time() - began
    proved = sum(claim["verdict"] == "proved" for claim in found["claims"])
    return seconds, proved, sum(found[key] is None for key in KEYS)


def main() -> None:
    measured(*FUNCTIONS[0])  # what is loaded once
    total = 0.0
    for function, lets in FUNCTIONS:
        seconds, proved, missing = measured(function, lets)
        total += seconds
        print(f"{1000 * seconds:8.0f} ms  {proved:3d} proved  {missing} missing  {function}")
    print(f"{1000 * total:8.0f} ms  in all")


if __name__ == "__main__":
    main()
