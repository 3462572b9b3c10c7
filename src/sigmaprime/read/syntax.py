"""What a line of the language is, once it has been read: data only.

A claim is a term whose head names its kind, as in the kernel:
relations `=` `<` `<=` `>` `>=` `!=` of two terms; `~=`(term, digits(value, places));
`and`(p, and(q, r)) for chains, one link after the other; `tends`(fn(x, u), place, value);
properties `even`(fn(x, u), S), `strictly_increasing`(fn(x, u), S), `maximum`(fn(x, u), S, value, place), …
where the set S is an interval, a union of intervals or `domain(fn(x, u))` when no domain was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sigmaprime.kernel.term import Term


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file, line and column, both counted from 1."""

    file: str
    line: int
    column: int


class NotUnderstood(Exception):
    """The text cannot be read: what is wrong, where (offset in `text`), and what to do about it."""

    def __init__(self, message: str, *, text: str = "", offset: int = 0, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.text, self.offset, self.remedy = message, text, offset, remedy


@dataclass(frozen=True, slots=True)
class Definition:
    """`let s(x) = 1/(1 + exp(-x))`"""

    name: str
    parameters: tuple[str, ...]
    body: Term


@dataclass(frozen=True, slots=True)
class Parameters:
    """`let k > 0, x0`: names that stand for fixed reals, and what is assumed of them; `let x in R^n`: vectors."""

    names: tuple[str, ...]
    assumed: tuple[Term, ...]
    vectors: tuple[tuple[str, tuple[Term, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim: what it says, the hypotheses from `for …`, whether it is stated to be false."""

    says: Term
    given: tuple[Term, ...]
    label: str | None
    expected: str  # "proved" or "refuted"
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Derive:
    """`derive s'(x) = s(x)*(1 - s(x)) by quotient`; `target` and `route` may be absent; route `all` is every one."""

    start: Term
    target: Term | None
    route: str | None
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Study:
    """`study s'`: the function is `fn(x, u)`; `region` is the set after `on`, if one is named."""

    function: Term
    text: str
    place: Place
    region: Term | None = None


Setting: TypeAlias = tuple[tuple[str, Term], ...]  # values of parameters, by name


@dataclass(frozen=True, slots=True)
class Shaded:
    """What lies between two functions `fn(x, u)`, between two ends where they are named."""

    first: Term
    second: Term
    ends: tuple[Term, Term] | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """`plot s, s' on [-6, 6] with points (0, 1/2), shaded between 0 and s, with k = 1, 2, caption "…"`

    The functions are drawn for each of the `settings` of the parameters; where none are named there is one, empty.
    """

    functions: tuple[Term, ...]
    low: Term
    high: Term
    text: str
    place: Place
    points: tuple[tuple[Term, Term], ...] = ()
    shaded: tuple[Shaded, ...] = ()
    settings: tuple[Setting, ...] = ((),)
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`table s(x), s'(x) at x = -1, 0, 1 to 4 digits`: functions `fn(x, u)` with one variable, and its values.

    `digits` are significant ones, or places after the point where `decimals` is true.
    """

    functions: tuple[Term, ...]
    places: tuple[Term, ...]
    digits: int
    decimals: bool
    setting: Setting
    caption: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Lines:
    """`lines` and below it, indented, someone's own working; `source` is the whole entry without that word.

    It claims that every line is right.
    """

    source: str
    label: str | None
    expected: str
    text: str
    place: Place


Line: TypeAlias = Definition | Parameters | Statement | Derive | Study | Plot | Table | Lines


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that could not be read; the rest of the file goes on."""

    message: str
    remedy: str
    label: str | None
    expected: str
    text: str
    place: Place
