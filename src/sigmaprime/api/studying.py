"""`study`: a whole function study, every statement of it proved, as an object that one can look at and compute with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sigmaprime.api import showing
from sigmaprime.api.asking import Let, pointed, question
from sigmaprime.api.working import studied
from sigmaprime.claims import LAWS
from sigmaprime.document.page import Detail, Document
from sigmaprime.document.study import study_document
from sigmaprime.kernel.sets import is_interval
from sigmaprime.kernel.term import App, Term, number, substitute
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run.one_line import study_line
from sigmaprime.studies.found import Chart, Piece, Point, is_known, zeros_known
from sigmaprime.studies.found import Study as Found
from sigmaprime.studies.spelled import rounded, written_out
from sigmaprime.write.study_plot import study_plot


def study(
    function: Any, x: Any = None, let: Let = None, *,
    detail: Detail = "normal", timeout: float = 20.0, isolated: bool = False,
) -> Study:  # fmt: skip
    """The study of a function: domain, symmetry, zeros, limits, asymptotes, variations, curvature, range.

    `function` is a text, `"x*exp(-x)"`, `"f(x) = x*exp(-x)"` or the name of a function that `let` declares; or a SymPy
    expression, whose variable is `x` if it has more than one symbol. Attributes are SymPy objects; what was not found
    is None, while an empty tuple says that there is none.

    Raises `NotUnderstood` for what cannot be read, for a constant, and for a function that is defined nowhere.

    >>> import sympy as sp
    >>> x = sp.symbols("x", real=True)
    >>> s = study(x * sp.exp(-x))
    >>> s.maxima
    (Extremum(x=1, value=exp(-1), is_global=True),)
    >>> s.range
    Interval(-oo, exp(-1))
    """
    if isinstance(function, str):
        text, lets, symbols = function, question((), let).lets, {}
    else:
        asked = question((function, *_others(function, x)), let, ", ")
        own = _others(function, x)
        text = asked.line.rsplit(", ", len(own))[0] if own else asked.line
        lets, symbols = (*asked.lets, *_parameters(function, x, asked.lets)), dict(asked.symbols)
    with pointed():
        request, scope = study_line(text, lets)
    return Study(studied(request, scope, timeout, isolated=isolated), detail, symbols)


def _others(function: Any, x: Any) -> tuple[Any, ...]:
    return (x,) if x is not None and getattr(x, "is_Symbol", False) and x not in function.free_symbols else ()


def _parameters(function: Any, x: Any, lets: tuple[str, ...]) -> tuple[str, ...]:
    """Every symbol but the variable is a parameter, once the variable is named."""
    if x is None:
        return ()
    known = " ".join(lets)
    return tuple(str(s) for s in sorted(function.free_symbols, key=str) if s != x and str(s) not in known.split())


@dataclass(frozen=True, slots=True)
class Extremum:
    """A local maximum or minimum at `x`; `is_global` if it is the greatest or least value of all."""

    x: Any
    value: Any
    is_global: bool


@dataclass(frozen=True, slots=True)
class Study:
    """A function study; `study` makes one."""

    found: Found
    detail: Detail
    symbols: Mapping[str, Any]

    @property
    def function(self) -> Any:
        return self._out(self.found.formula)

    @property
    def variable(self) -> Any:
        return self._out(self.found.x)

    @property
    def cases(self) -> tuple[Study, ...]:
        """A study for each case of a parameter, where the shape of the graph depends on it."""
        return tuple(Study(case, self.detail, self.symbols) for case in self.found.cases)

    @property
    def case(self) -> tuple[Any, ...]:
        """What this study supposes of the parameters."""
        return tuple(self._out(one) for one in self.found.case)

    @property
    def domain(self) -> Any:
        return self._set(self.found.domain)

    @property
    def symmetry(self) -> tuple[str, ...]:
        return tuple(language(finding.says) for finding in self.found.symmetry)

    @property
    def zeros(self) -> tuple[Any, ...] | None:
        chart = self.found.zeros
        if chart is None or not zeros_known(chart):
            return None
        return tuple(map(self._out, chart.roots))

    @property
    def sign(self) -> tuple[tuple[Any, str], ...] | None:
        """Intervals, and whether the function is positive or negative there."""
        signs = self.found.signs
        if not signs or not all(one.proved for one in signs):
            return None
        return tuple((self._set(one.says.args[1]), one.says.head) for one in signs if isinstance(one.says, App))

    @property
    def limits(self) -> tuple[tuple[str, Any], ...] | None:
        """Places, `oo`, `-oo`, `1+` or `1-`, and the limits there."""
        if self.found.limits is None:
            return None
        return tuple((language(one.place), self._out(one.value)) for one in self.found.limits)

    @property
    def asymptotes(self) -> tuple[str, ...] | None:
        found = self.found.asymptotes
        return None if found is None else tuple(language(one.says) for one in found)

    @property
    def derivative(self) -> Any:
        return self._form(self.found.slope)

    @property
    def second_derivative(self) -> Any:
        return self._form(self.found.bend)

    @property
    def increasing(self) -> tuple[Any, ...] | None:
        return self._where(self.found.monotonic, "strictly_increasing")

    @property
    def decreasing(self) -> tuple[Any, ...] | None:
        return self._where(self.found.monotonic, "strictly_decreasing")

    @property
    def convex(self) -> tuple[Any, ...] | None:
        return self._where(self.found.curved, "strictly_convex")

    @property
    def concave(self) -> tuple[Any, ...] | None:
        return self._where(self.found.curved, "strictly_concave")

    @property
    def maxima(self) -> tuple[Extremum, ...] | None:
        return self._extrema(self.found.maxima)

    @property
    def minima(self) -> tuple[Extremum, ...] | None:
        return self._extrema(self.found.minima)

    @property
    def inflections(self) -> tuple[tuple[Any, Any], ...] | None:
        """The inflection points, each with its two coordinates."""
        points = self.found.inflections
        return None if points is None else tuple((self._out(p.at), self._out(p.value)) for p in points)

    @property
    def range(self) -> Any:
        return self._set(self.found.range)

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Every statement of the study as a claim in the language, and its verdict."""
        from sigmaprime.write.study_json import study_json

        return tuple((one["claim"], one["verdict"]) for one in study_json(self.found)["claims"])

    def document(self) -> Document:
        return study_document(self.found, self.detail, LAWS, plot=study_plot(self.found, LAWS))

    def to_text(self, language: str = "en") -> str:
        return showing.page(study_document(self.found, self.detail, LAWS, unfolds=False), "text", language)

    def to_markdown(self, language: str = "en") -> str:
        return showing.page(study_document(self.found, self.detail, LAWS), "markdown", language)

    def to_html(self, language: str = "en") -> str:
        """A whole page that needs nothing else."""
        return showing.page(self.document(), "html", language)

    def to_latex(self, language: str = "en", *, document: bool = False) -> str:
        """A part of a document with amsmath and graphicx; or a whole document."""
        page = study_document(self.found, self.detail, LAWS, unfolds=False)
        return showing.page(page, "latex", language) if document else showing.latex_part(page, language)

    def to_mathml(self, language: str = "en") -> str:
        return showing.page(study_document(self.found, self.detail, LAWS, unfolds=False), "mathml", language)

    def to_json(self) -> str:
        """What `sigmaprime study --to json` prints."""
        import json

        from sigmaprime.write.study_json import study_json

        return json.dumps(study_json(self.found), ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        return self.to_text().rstrip("\n")

    def _repr_html_(self) -> str:
        return showing.html_part(self.document())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": repr(self), "text/html": self._repr_html_()}

    def _out(self, term: Term) -> Any:
        from sigmaprime.search.bridge_out import to_sympy

        return to_sympy(self._near(term), self.symbols)

    def _near(self, term: Term) -> Term:
        """Numbers that are not written down as the decimals between which they lie, rounded."""
        known = {p.name.name: number(Fraction(rounded(p))) for p in self.found.nearly}
        return substitute(term, known) if known else term

    def _form(self, chart: Chart | None) -> Any:
        if chart is None or chart.form is None or not is_known(chart):
            return None
        return self._out(written_out(self.found, chart.form))

    def _where(self, pieces: tuple[Piece, ...] | None, word: str) -> tuple[Any, ...] | None:
        return None if pieces is None else tuple(self._set(piece.on) for piece in pieces if piece.word == word)

    def _extrema(self, points: tuple[Point, ...] | None) -> tuple[Extremum, ...] | None:
        if points is None:
            return None
        return tuple(Extremum(self._out(p.at), self._out(p.value), p.best is not None) for p in points)

    def _set(self, region: Term | None) -> Any:
        """An interval, a union or a list of points as a set of SymPy."""
        import sympy as sp

        match region:
            case None:
                return None
            case App("union", parts):
                return sp.Union(*map(self._set, parts))
            case App("points", members):
                return sp.FiniteSet(*map(self._out, members))
            case App(brackets, (low, high)) if is_interval(region):
                return sp.Interval(self._out(low), self._out(high), brackets[0] == "(", brackets[1] == ")")
        raise NotUnderstood(f"{language(region)} is not a set that SymPy knows")
