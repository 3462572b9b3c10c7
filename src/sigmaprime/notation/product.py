"""Where a product needs its dot: 2x and s(x)(1 − s(x)), but 2 · 3, x · x and e^{-x} · ½."""

from __future__ import annotations

from sigmaprime.notation.box import (
    Applied,
    Box,
    Bracketed,
    Digits,
    Large,
    Lowered,
    Over,
    Primed,
    Raised,
    Row,
    Sign,
    Word,
)


def needs_dot(left: Box, right: Box) -> bool:
    """Whether the two factors would be misread, or look odd, side by side."""
    before, after = _last(left), _first(right)
    match before, after:
        case _, Large(Sign("∫")):
            return False
        case _, Digits() | Large():
            return True
        case _, Over(Word("d") | Raised(Word("d")), _):
            return True
        case _, Over(_, _, small) if small:
            return True
        case Digits() | Over(), Over():
            return True
        case Bracketed(_, "|"), Bracketed(_, "|"):
            return True
        case Word(name), Bracketed(_, "("):
            return len(name) > 1
        case Word(name), Word(other):
            return name == other or len(name) > 1 or len(other) > 1
        case Word(name), Lowered(Word(other)) | Raised(Word(other)):
            return name == other or len(name) > 1
    return False


def _first(box: Box) -> Box:
    match box:
        case Row(parts):
            return _first(parts[0])
        case Raised(Row() | Digits() as base, _):
            return _first(base)
        case Applied(Word(name) as function, _) if len(name) == 1:
            return function
        case Applied(function, _):
            return Primed(function, 0)
    return box


def _last(box: Box) -> Box:
    match box:
        case Row(parts):
            return _last(parts[-1])
        case Applied(_, argument):
            return Primed(argument, 0)
    return box
