"""Which rules may prove an inequality, by the form of its sides."""

from __future__ import annotations

# what may prove `u rel 0`, by the outermost operation of u
# fmt: off
BY_FORM: dict[tuple[str, str], tuple[str, ...]] = {
    ("exp", ">"): ("exponential is positive",),
    ("sqrt", ">"): ("square root is positive",), ("sqrt", ">="): ("square root is not negative",),
    ("cbrt", ">"): ("cube root is positive",), ("cbrt", ">="): ("cube root is not negative",),
    ("cbrt", "<"): ("cube root is negative",), ("cbrt", "<="): ("cube root is not positive",),
    ("cbrt", "!="): ("cube root that is not zero",),
    ("ln", ">"): ("positive logarithm",), ("ln", "<"): ("negative logarithm",),
    ("ln", ">="): ("nonnegative logarithm",),
    ("abs", ">="): ("absolute value is not negative",), ("abs", "<="): ("triangle inequality",),
    ("+", ">"): ("sum of positives", "positive plus nonnegative", "nonnegative plus positive"),
    ("+", ">="): ("sum of nonnegatives",),
    ("+", "<"): ("sum of negatives",),
    ("+", "<="): ("sum of nonpositives",),
    ("*", ">"): ("product of positives", "product of negatives"),
    ("*", "<"): ("positive times negative", "negative times positive"),
    ("*", ">="): ("product of nonnegatives", "product of nonpositives"),
    ("*", "<="): ("nonnegative times nonpositive", "nonpositive times nonnegative"),
    ("*", "!="): ("product that is not zero",),
    ("/", ">"): ("quotient of positives", "quotient of negatives"),
    ("/", "<"): ("positive over negative", "negative over positive"),
    ("/", ">="): ("nonnegative over positive",), ("/", "<="): ("nonpositive over positive",),
    ("/", "!="): ("quotient that is not zero",),
    ("^", ">"): ("power of a positive", "square is positive", "any power of a positive"),
    ("^", ">="): ("square is not negative", "power of a nonnegative", "any power of a nonnegative"),
    ("^", "!="): ("power that is not zero", "whole power that is not zero"),
    ("sum", ">"): ("sum of positive terms",), ("sum", ">="): ("sum of nonnegative terms",),
    ("neg", ">"): ("negative of a negative",),
    ("neg", "<"): ("negative of a positive",),
    ("neg", ">="): ("negative of a nonpositive",),
    ("neg", "<="): ("negative of a nonnegative",),
    ("neg", "!="): ("negative that is not zero",),
}
BY_PAIR: dict[tuple[str, str], tuple[str, ...]] = {
    **{("cbrt", r): (f"cube root keeps {r}",) for r in ("<", "<=", ">", ">=")},
    ("exp", "<"): ("exponential keeps <",), ("exp", "<="): ("exponential keeps <=",),
    ("exp", ">"): ("exponential keeps >",), ("exp", ">="): ("exponential keeps >=",),
    ("ln", "<"): ("logarithm keeps <",), ("ln", "<="): ("logarithm keeps <=",),
    ("ln", ">"): ("logarithm keeps >",), ("ln", ">="): ("logarithm keeps >=",),
}
AT_ONE: dict[str, str] = {
    "<": "exponential below 1", "<=": "exponential at most 1", ">": "exponential above 1",
    ">=": "exponential at least 1", "!=": "exponential different from 1",
}
LOGARITHM = {
    "<": "logarithm less than", "<=": "logarithm at most", ">": "logarithm greater than", ">=": "logarithm at least",
}
TRIGONOMETRIC = {
    ("sin", "<="): "sine at most 1", ("sin", ">="): "sine at least -1",
    ("cos", "<="): "cosine at most 1", ("cos", ">="): "cosine at least -1",
    ("atan", "<"): "arctangent below a right angle", ("atan", ">"): "arctangent above minus a right angle",
    ("erf", "<"): "error function below 1", ("erf", ">"): "error function above -1",
}
WEAKER = {
    "<=": (("<", "less, so at most"), ("=", "equal, so at most")),
    ">=": ((">", "greater, so at least"), ("=", "equal, so at least")),
    "!=": (("<", "less, so not equal"), (">", "greater, so not equal")),
}
# fmt: on
