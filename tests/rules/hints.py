"""With what to fill the holes of rows whose premises a random filling would hardly ever satisfy."""

# ruff: noqa: E501 a row of a table is one line
from __future__ import annotations

# Rows whose premises contradict one another, so that nothing satisfies them.
NEVER = frozenset(("contradiction", "contradiction, above", "contradiction, equal"))
# fmt: off
# Rows that a random filling would hardly ever satisfy: with what to fill their holes.
HINTS: dict[str, list[dict[str, str]]] = {
    "inverse function rule": [{"k": "fn(z, z^3 + z)", "u": "x"}, {"k": "fn(z, 2*z + 1)", "u": "(x - 1)/2"}],
    "fundamental theorem of calculus": [{"u": "2*x", "w": "x^2", "a": "0", "b": "1"}, {"u": "exp(x)", "w": "exp(x)", "a": "-1", "b": "1"}],
    "integral over the line": [{"u": "1/(1 + x^2)", "w": "atan(x)", "a": "-pi/2", "b": "pi/2"}, {"u": "exp(-x^2)", "w": "erf(x)*sqrt(pi)/2", "a": "-sqrt(pi)/2", "b": "sqrt(pi)/2"}],
    "integral over a half-line": [{"u": "exp(-x)", "w": "-exp(-x)", "a": "0", "b": "0"}, {"u": "exp(-x)", "w": "2 - exp(-x)", "a": "1", "b": "2"}],
    "integral over a half-line to the left": [{"u": "exp(x)", "w": "exp(x)", "a": "0", "b": "0"}, {"u": "exp(x)", "w": "exp(x) - 1", "a": "-1", "b": "1"}],
    "solution": [{"u": "exp(x)", "f": "y"}, {"u": "x^2", "f": "2*x"}, {"u": "1/(1 + exp(-x))", "f": "y*(1 - y)"}],
    "solution with its initial value": [{"u": "exp(x)", "f": "y", "p": "0", "q": "1", "S": "(-oo, oo)"}, {"u": "x^2", "f": "2*x", "p": "1", "q": "1", "S": "[0, 1]"}],
    "not a solution": [{"u": "exp(x)", "f": "-y"}, {"u": "x^2", "f": "x + y"}],
    "not a solution, whatever it starts from": [{"u": "exp(x)", "f": "-y", "p": "0", "q": "1"}],
    "another initial value": [{"u": "exp(x)", "f": "y", "p": "0", "q": "2"}],
    "antiderivative": [{"w": "x^2", "u": "2*x"}, {"w": "exp(x)", "u": "exp(x)"}],
    "inverse functions": [{"k": "fn(z, exp(z))", "c": "fn(z, ln(z))", "S": "(-oo, oo)"}, {"k": "fn(z, 2*z + 1)", "c": "fn(z, (z - 1)/2)", "S": "(-oo, oo)"}],
    "power rule": [{"n": "3", "m": "2"}, {"n": "2", "m": "1"}],
    "negative power rule": [{"n": "1", "m": "2"}, {"n": "2", "m": "3"}],
    "squeeze": [{"u": "x", "v": "x - 1/(1 + x^2)", "w": "x + 1/(1 + x^2)", "p": "oo", "a": "oo"}, {"u": "1/(1 + x^2)", "v": "0", "w": "1/(1 + x^2)", "p": "oo", "a": "0"}],
    "periodic": [{"u": "sin(x)", "p": "2*pi", "S": "(-oo, oo)"}, {"u": "2", "p": "1", "S": "(-oo, oo)"}],
    "above its limit on the left": [{"k": "fn(z, exp(z))", "S": "(-oo, oo)", "a": "0", "v": "0"}, {"k": "fn(z, z^2)", "S": "(0, oo)", "a": "0", "v": "-1"}],
    "above its limit on the right": [{"k": "fn(z, 1/z)", "S": "(0, oo)", "a": "0", "v": "0"}, {"k": "fn(z, -z)", "S": "(0, 1)", "a": "-1", "v": "-2"}],
    "local maximum": [{"u": "1 - x^2", "S": "(-1, 1)", "V": "1", "a": "0", "p": "-1", "q": "1"}, {"u": "x", "S": "[0, 1]", "V": "1", "a": "1", "p": "0", "q": "2"}],
    "positive times what falls": [{"u": "2", "v": "-x", "a": "2", "p": "oo"}, {"u": "1/x + 1", "v": "x", "a": "1", "p": "-oo"}],
    "what falls times a negative": [{"u": "-x", "v": "-2", "a": "-2", "p": "oo"}],
    "negative times what falls": [{"u": "-2", "v": "-x", "a": "-2", "p": "oo"}, {"u": "1/x - 1", "v": "x", "a": "-1", "p": "-oo"}],
    "what falls times a positive": [{"u": "-x", "v": "2", "a": "2", "p": "oo"}],
    "what grows times a negative": [{"u": "x", "v": "-2", "a": "-2", "p": "oo"}],
    "what falls over a positive": [{"u": "-x", "v": "2", "a": "2", "p": "oo"}, {"u": "ln(x)", "v": "x + 1", "a": "1", "p": "from_above(0)"}],
    "range with its least value": [{"u": "x^2", "S": "[0, 1)", "a": "0", "b": "1", "c": "0"}, {"u": "1/x", "S": "(1, 2]", "a": "1/2", "b": "1", "c": "2"}],
    "range with its greatest value": [{"u": "1 - x^2", "S": "[0, 1)", "a": "0", "b": "1", "c": "0"}, {"u": "exp(-x)", "S": "[0, oo)", "a": "0", "b": "1", "c": "0"}],
    "centre on the y-axis": [{"u": "x^3 + 1", "b": "1", "S": "(-oo, oo)"}, {"u": "1/(1 + exp(-x))", "b": "1/2", "S": "(-oo, oo)"}],
    "centre": [{"u": "(x - 1)^3 + 2", "a": "1", "b": "2", "S": "(-oo, oo)"}],
    "mirror line": [{"u": "(x - 1)^2", "a": "1", "S": "(-oo, oo)"}],
    "strictly decreasing, so injective": [{"u": "-x"}],
    "positive over a positive that tends to 0, from above": [{"u": "1", "v": "x", "p": "0", "a": "1", "b": "1"}, {"u": "exp(x)", "v": "x - 2", "p": "2", "a": "exp(2)", "b": "3"}],
    "positive over a negative that tends to 0, from above": [{"u": "1", "v": "-x", "p": "0", "a": "1", "b": "1"}, {"u": "exp(x)", "v": "2 - x", "p": "2", "a": "exp(2)", "b": "3"}],
    "negative over a positive that tends to 0, from above": [{"u": "-1", "v": "x", "p": "0", "a": "-1", "b": "1"}, {"u": "-exp(x)", "v": "x - 2", "p": "2", "a": "-exp(2)", "b": "3"}],
    "negative over a negative that tends to 0, from above": [{"u": "-1", "v": "-x", "p": "0", "a": "-1", "b": "1"}, {"u": "-exp(x)", "v": "2 - x", "p": "2", "a": "-exp(2)", "b": "3"}],
    "logarithm of a positive that tends to 0, from above": [{"u": "x", "p": "0", "b": "1"}, {"u": "x - 2", "p": "2", "b": "3"}, {"u": "x^2", "p": "0", "b": "1"}],
    "positive over a positive that tends to 0, from below": [{"u": "1", "v": "-x", "p": "0", "a": "1", "b": "-1"}, {"u": "exp(x)", "v": "2 - x", "p": "2", "a": "exp(2)", "b": "1"}],
    "positive over a negative that tends to 0, from below": [{"u": "1", "v": "x", "p": "0", "a": "1", "b": "-1"}, {"u": "exp(x)", "v": "x - 2", "p": "2", "a": "exp(2)", "b": "1"}],
    "negative over a positive that tends to 0, from below": [{"u": "-1", "v": "-x", "p": "0", "a": "-1", "b": "-1"}, {"u": "-exp(x)", "v": "2 - x", "p": "2", "a": "-exp(2)", "b": "1"}],
    "negative over a negative that tends to 0, from below": [{"u": "-1", "v": "x", "p": "0", "a": "-1", "b": "-1"}, {"u": "-exp(x)", "v": "x - 2", "p": "2", "a": "-exp(2)", "b": "1"}],
    "chord above a convex function": [{"k": "fn(z, z^2)", "S": "(-oo, oo)", "w": "1/3", "h": "2/3"}, {"k": "fn(z, abs(z))", "S": "[-1, 1]", "u": "-1", "v": "1", "w": "1/4", "h": "3/4"}],
    "chord below a concave function": [{"k": "fn(z, ln(z))", "S": "(0, oo)", "u": "1/2", "v": "3", "w": "1/3", "h": "2/3"}, {"k": "fn(z, -z^2)", "S": "(-oo, oo)", "w": "0", "h": "1"}],
    "chord above a strictly convex function": [{"k": "fn(z, z^2)", "S": "(-oo, oo)", "u": "1", "w": "1/3", "h": "2/3"}, {"k": "fn(z, exp(z))", "S": "[0, 1]", "u": "1", "v": "0", "w": "1/2", "h": "1/2"}],
    "chord below a strictly concave function": [{"k": "fn(z, -z^2)", "S": "(-oo, oo)", "u": "1", "w": "1/3", "h": "2/3"}, {"k": "fn(z, ln(z))", "S": "(0, oo)", "u": "1/2", "v": "3", "w": "1/2", "h": "1/2"}],
    "logarithm of a positive that tends to 0, from below": [{"u": "-x", "p": "0", "b": "-1"}, {"u": "2 - x", "p": "2", "b": "1"}, {"u": "x^2", "p": "0", "b": "-1"}],
    "what grows over a negative": [{"u": "x", "v": "-2", "a": "-2", "p": "oo"}, {"u": "1/x", "v": "x - 1", "a": "-1", "p": "from_above(0)"}],
    "square root of what tends to 0, from above": [{"u": "x", "p": "0", "b": "1"}, {"u": "x^2 - 1", "p": "1", "b": "2"}],
    "square root of what tends to 0, from below": [{"u": "-x", "p": "0", "b": "-1"}, {"u": "1 - x^2", "p": "1", "b": "0"}],
    "positive over a positive that tends to 0, near a point": [{"u": "1", "v": "x^2", "p": "0", "a": "1"}, {"u": "1", "v": "(x - 1)^2", "p": "1", "a": "1"}],
    "positive over a positive that tends to 0, far to the right": [{"u": "1", "v": "exp(-x)", "a": "1", "b": "0"}, {"u": "1 + 1/x", "v": "1/x", "a": "1", "b": "1"}],
    "positive over a positive that tends to 0, far to the left": [{"u": "1", "v": "exp(x)", "a": "1", "b": "0"}, {"u": "1 + 1/x", "v": "1/x^2", "a": "1", "b": "-1"}],
    "positive over a negative that tends to 0, near a point": [{"u": "1", "v": "-x^2", "p": "0", "a": "1"}, {"u": "1", "v": "-(x - 1)^2", "p": "1", "a": "1"}],
    "positive over a negative that tends to 0, far to the right": [{"u": "1", "v": "-exp(-x)", "a": "1", "b": "0"}, {"u": "1 + 1/x", "v": "-1/x", "a": "1", "b": "1"}],
    "positive over a negative that tends to 0, far to the left": [{"u": "1", "v": "-exp(x)", "a": "1", "b": "0"}, {"u": "1 + 1/x", "v": "-1/x^2", "a": "1", "b": "-1"}],
    "negative over a positive that tends to 0, near a point": [{"u": "-2", "v": "x^2", "p": "0", "a": "-2"}, {"u": "-2", "v": "(x - 1)^2", "p": "1", "a": "-2"}],
    "negative over a positive that tends to 0, far to the right": [{"u": "-2", "v": "exp(-x)", "a": "-2", "b": "0"}, {"u": "-2 + 1/x", "v": "1/x", "a": "-2", "b": "1"}],
    "negative over a positive that tends to 0, far to the left": [{"u": "-2", "v": "exp(x)", "a": "-2", "b": "0"}, {"u": "-2 + 1/x", "v": "1/x^2", "a": "-2", "b": "-1"}],
    "negative over a negative that tends to 0, near a point": [{"u": "-2", "v": "-x^2", "p": "0", "a": "-2"}, {"u": "-2", "v": "-(x - 1)^2", "p": "1", "a": "-2"}],
    "negative over a negative that tends to 0, far to the right": [{"u": "-2", "v": "-exp(-x)", "a": "-2", "b": "0"}, {"u": "-2 + 1/x", "v": "-1/x", "a": "-2", "b": "1"}],
    "negative over a negative that tends to 0, far to the left": [{"u": "-2", "v": "-exp(x)", "a": "-2", "b": "0"}, {"u": "-2 + 1/x", "v": "-1/x^2", "a": "-2", "b": "-1"}],
}
# Rows with a list of points: the function, its set and the lists, right and wrong.
for _head, _u, _right, _wrong in (
    ("zeros", "x^2 - 1", "points(-1, 1)", "points(1)"),
    ("critical", "x^3 - 3*x", "points(-1, 1)", "points(1)"),
    ("inflections", "x^3 + x", "points(0)", "points(0, 1)"),
):
    _hint = {"u": _u, "S": "(-oo, oo)", "R": _right}
    HINTS[f"a point that is missing from the {_head}"] = [{**_hint, "T": t, "c": c} for t in ("points()", "points(1)") for c in ("-1", "0")]
    HINTS[f"a point too many among the {_head}"] = [{**_hint, "T": "points(-1, 0, 1)", "c": c} for c in ("0", "1")]
# fmt: on
