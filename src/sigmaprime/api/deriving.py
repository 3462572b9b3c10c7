"""`derive`: a worked derivation, each line of it checked, as an object that one can look at and compute with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from sigmaprime.api import showing
from sigmaprime.api.asking import Let, question, understood
from sigmaprime.api.working import derived
from sigmaprime.claims import LAWS
from sigmaprime.document.column import written_reason
from sigmaprime.document.derivation import derivation_document
from sigmaprime.document.hint import hinted
from sigmaprime.document.lines import Link
from sigmaprime.document.margin import core_of, grounds, reason, rule_of, said
from sigmaprime.document.page import Detail, Document, Text
from sigmaprime.document.steps import route_ends, steps_of
from sigmaprime.kernel.proof import Chain
from sigmaprime.kernel.proof import Derivation as Proof
from sigmaprime.kernel.term import Term
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.verdict import Route, Written
from sigmaprime.words import language as words
from sigmaprime.write import WRITERS


def derive(
    start: Any, to: Any = None, by: str | None = None, let: Let = None, *,
    detail: Detail = "normal", timeout: float = 5.0, isolated: bool = False,
) -> Derivation:  # fmt: skip
    """A worked derivation from `start`, in the form `to`, or in the simplest form found, by the route `by`.

    `start` is a text, `"s'(x)"` or `"s'(x) = s(x)*(1 - s(x))"`; or a SymPy derivative, integral or limit that has
    not been worked out, or `Eq(start, to)` of such a one. Any other SymPy expression is differentiated by its only
    variable, unless it is equal to `to` itself. `by="all"` finds every route. `let` declares functions and
    parameters: a text with one declaration a line, or a list of texts and SymPy symbols, relations and equations
    `Eq(s(x), …)`, or a mapping of names.

    Symbols stand for real numbers, those without assumptions too; SymPy's assumptions `positive`, `nonzero`, … count.
    The work is done in this process, under a limit of `timeout` seconds; see `isolated` in `sigmaprime.api.working`.

    Raises `NotUnderstood` for what cannot be read, for an unknown route, and for a `to` that is not equal: the
    message then has a point at which the two differ.

    >>> import sympy as sp
    >>> x = sp.symbols("x", real=True)
    >>> d = derive(sp.Derivative(sp.exp(-x**2), x))
    >>> d.end
    -2*x*exp(-x**2)
    >>> d = derive("s'(x) = s(x)*(1 - s(x))", by="quotient", let="s(x) = 1/(1 + exp(-x))")
    >>> d.end
    (1 - s(x))*s(x)
    >>> try:
    ...     derive("diff(x^2, x) = x")
    ... except NotUnderstood as error:
    ...     print(error)
    the two sides are not equal: at x = 1 the left side is 2 and the right side is 1
    """
    *others, last = _ends(start, to)
    for began, wanted in others:
        with suppress(NotUnderstood):
            return _derived(began, wanted, by, let, detail, timeout, isolated=isolated)
    return _derived(*last, by, let, detail, timeout, isolated=isolated)


def _derived(
    began: Any, wanted: Any, by: str | None, let: Let, detail: Detail, timeout: float, *, isolated: bool
) -> Derivation:
    given = (began,) if wanted is None else (began, wanted)
    asked = question(given, let, " = ", "derive ")
    asked = asked if by is None else type(asked)(f"{asked.line} by {by}", asked.lets, asked.symbols)
    line, scope = understood(asked, Derive)
    routes = derived(line, scope, timeout, isolated=isolated)
    return Derivation(routes, detail, asked.symbols, began, wanted)


def _ends(start: Any, to: Any) -> tuple[tuple[Any, Any], ...]:
    """Where it starts, and where it is to end if that is said; a second reading comes last.

    An expression that SymPy has worked out already may be what is meant, as in `derive(sp.diff(f, x), to=…)`.
    """
    if isinstance(start, str):
        return ((start, to),)
    from sigmaprime.search.bridge import derivative_of, equation_of, is_finished

    left, right = equation_of(start)
    if right is not None and to is not None:
        raise NotUnderstood("the end is given twice", remedy="give an equation, or to=…, not both")
    end = right if to is None else to
    if not is_finished(left):
        return ((left, end),)
    return (*(((left, end),) if end is not None else ()), (derivative_of(left), end))


@dataclass(frozen=True, slots=True)
class Step:
    """One line: `before relation after`, by `rule`. Its SymPy objects are left as they are written (`doit()`)."""

    link: Link
    symbols: Mapping[str, Any]
    written: Written | None = None

    @property
    def before(self) -> Any:
        return _sympy(self.link.left, self.symbols, evaluate=False)

    @property
    def after(self) -> Any:
        return _sympy(self.link.right, self.symbols, evaluate=False)

    @property
    def relation(self) -> str:
        return self.link.relation

    @property
    def rule(self) -> str:
        """The name of the rule in the rule book, or the kind of reasoning: `arithmetic`."""
        if self.written is not None:
            return self.written.rules[0]
        proof = self.link.proofs[0]
        return rule_of(proof) or type(core_of(proof).by).__name__.lower()

    @property
    def reason(self) -> str:
        """Why the step is allowed, in words."""
        if self.written is not None:
            return _plain(written_reason(self.written))
        return _plain(self.link.words or reason(self.link.proofs[0]))

    @property
    def conditions(self) -> tuple[Any, ...]:
        """What had to be proved for it: SymPy relations, and texts for what SymPy cannot say."""
        if self.written is not None:
            given = self.link.proofs[0].claim.given
            return tuple(_sympy(condition, self.symbols, evaluate=False) for condition in given)
        core = core_of(self.link.proofs[0])
        parts = () if isinstance(core.by, Chain) else grounds(self.link.proofs[0])
        return tuple(_condition(part, self.symbols) for part in parts)

    @property
    def text(self) -> str:
        return f"{language(self.link.left)} {self.relation} {language(self.link.right)}"

    def __repr__(self) -> str:
        return f"<{self.text}  [{self.reason}]>"


def _condition(part: Proof, symbols: Mapping[str, Any]) -> Any:
    try:
        return _plain(said(part.claim)) if part.claim.given else _sympy(part.claim.says, symbols, evaluate=False)
    except NotUnderstood:
        return _plain(said(part.claim))


@dataclass(frozen=True, slots=True)
class WorkedRoute:
    """One of the ways to the end: its name and its steps."""

    name: str
    steps: tuple[Step, ...]

    def __repr__(self) -> str:
        return f"<route {self.name}: {len(self.steps)} steps>"


@dataclass(frozen=True, slots=True)
class Derivation:
    """A derivation, every step of it checked; `derive` makes one."""

    found: tuple[Route, ...]
    detail: Detail
    symbols: Mapping[str, Any]
    given_start: Any
    given_end: Any
    language: str = "en"

    @property
    def start(self) -> Any:
        """Where it starts, as a SymPy object: the one that was given, if one was."""
        return self._side(0, self.given_start)

    @property
    def end(self) -> Any:
        """Where it ends, as a SymPy object: the one that was asked for, if one was."""
        return self._side(1, self.given_end)

    def _side(self, index: int, given: Any) -> Any:
        if given is not None and not isinstance(given, str):
            return given
        side = route_ends(self.found[0])[index]
        return None if side is None else _sympy(side, self.symbols, evaluate=True)

    def in_language(self, code: str) -> Derivation:
        """The same in the language with that code, `"de"`; `NotUnderstood` if there is none."""
        return replace(self, language=showing.checked_code(code))

    @property
    def routes(self) -> tuple[WorkedRoute, ...]:
        return tuple(WorkedRoute(route.name, tuple(_steps(route, self.symbols))) for route in self.found)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the first route."""
        return self.routes[0].steps

    def document(self) -> Document:
        return derivation_document(self.found, self.detail, LAWS)

    def hint(self, steps: int) -> str:
        """As text, its next `steps` steps and by which rule it goes on: for who wants to do the rest alone."""
        document = hinted(self.document(), steps, (route_ends(self.found[0])[0],))
        return showing.page(document, "text", self.language)

    def to_text(self) -> str:
        return showing.page(self.document(), "text", self.language)

    def to_markdown(self) -> str:
        return showing.page(self.document(), "markdown", self.language)

    def to_html(self) -> str:
        """A whole page that needs nothing else."""
        return showing.page(self.document(), "html", self.language)

    def to_latex(self, *, document: bool = False) -> str:
        """The column in `align*`, for a document with amsmath; or a whole document."""
        if document:
            return showing.page(self.document(), "latex", self.language)
        return "\n".join(showing.column(lines, "align*", self.language) for lines in self._columns())

    def to_mathml(self) -> str:
        """The column as MathML: a `<math>` element for each display."""
        return showing.mathml_part(self.document().blocks, self.language)

    def to_json(self) -> str:
        """What `sigmaprime derive --to json` prints."""
        import json

        from sigmaprime.write.json import derive_json

        start, end = route_ends(self.found[0])
        return json.dumps(derive_json(start, end, self.found, words(self.language)), ensure_ascii=False, indent=2)

    def _columns(self) -> list[tuple[Any, ...]]:
        return [showing.displays(derivation_document((route,), self.detail, LAWS).blocks) for route in self.found]

    def __repr__(self) -> str:
        return self.to_text().rstrip("\n")

    def _repr_latex_(self) -> str:
        return "\n\n".join(
            rf"$\displaystyle {showing.column(lines, 'aligned', self.language)}$" for lines in self._columns()
        )

    def _repr_html_(self) -> str:
        return showing.html_part(self.document(), self.language)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": repr(self), "text/latex": self._repr_latex_(), "text/html": self._repr_html_()}


def _steps(route: Route, symbols: Mapping[str, Any]) -> Iterator[Step]:
    if not route.column:
        yield from (Step(link, symbols) for link in steps_of(route.fact.proof))
    for line in route.column:
        yield Step(Link(line.before, "=", line.after, (line.fact.proof,)), symbols, line)


def _plain(words: Text) -> str:
    return WRITERS["text"].text(words)


def _sympy(term: Term, symbols: Mapping[str, Any], *, evaluate: bool) -> Any:
    from sigmaprime.search.bridge_out import to_sympy

    return to_sympy(term, symbols, evaluate=evaluate)
