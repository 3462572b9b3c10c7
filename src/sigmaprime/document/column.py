"""A column that is not read off from one proof, as that of an integral: its lines, with what stands beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sigmaprime.document.choice import Teller
from sigmaprime.document.margin import listed, said, supposing
from sigmaprime.document.page import Block, Details, Display, Line, Note, Paragraph, Text, say
from sigmaprime.document.tell import tell
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.verdict import Route, Written

# what a line of its own says little about; in brief they go with the line that follows
SMALL: Final = frozenset(
    ("linearity", "constant factor", "expand", "factor", "rewrite", "double angle", "division", "split the numerator")
)
FUNDAMENTAL: Final = frozenset(("fundamental theorem", "improper at both ends"))


def column_blocks(teller: Teller, route: Route) -> tuple[Block, ...]:
    """The column, where it holds, and the differentiation that checks it."""
    lines = _brief(route.column) if teller.detail == "brief" else route.column
    shown = tuple(one for index, line in enumerate(lines) for one in _lines(teller, index, line))
    return (
        *_antiderivative(teller, lines),
        Display(shown),
        *_limits(teller, lines),
        *_where(route),
        *_check(teller, route),
    )


def _antiderivative(teller: Teller, lines: tuple[Written, ...]) -> tuple[Block, ...]:
    """The column of the antiderivative that the fundamental theorem needs, where it takes more than one line."""
    found = [line.aside for line in lines if line.rules[0] in FUNDAMENTAL and len(line.aside) > 1]
    if not found:
        return ()
    chosen = _brief(found[0]) if teller.detail == "brief" else found[0]
    shown = tuple(_line(teller, index, line) for index, line in enumerate(chosen))
    return Paragraph((say("integral first"),)), Display(shown)


def _limits(teller: Teller, lines: tuple[Written, ...]) -> tuple[Block, ...]:
    if teller.detail == "brief":
        return ()
    inner = replace(teller, is_root=False)
    grounds = [ground.proof for line in lines for ground in line.grounds]
    done: list[Block] = []
    for proof in grounds:
        words = (say("integral limit", claim=said(proof.claim)),)
        done.append(Paragraph(words))
        done.append(Details((say("integral limit why"),), tell(inner, proof), teller.detail == "full", aside=True))
    return tuple(done)


def _lines(teller: Teller, index: int, line: Written) -> tuple[Line, ...]:
    """A line; two for the fundamental theorem, which is written with brackets first."""
    match line.shown:
        case (App("between", _) as bracket,):
            after = line.after
            first = replace(line, after=_in_brackets(after, bracket), shown=(), aside=())
            second = Line(None, "=", after)
            return _line(teller, index, first), second
    return (_line(teller, index, line),)


def _in_brackets(after: Term, bracket: Term) -> Term:
    match after:
        case App("lim", (App("fn", (t, _)), place)):
            return App("lim", (App("fn", (t, bracket)), place))
    return bracket


def _line(teller: Teller, index: int, line: Written) -> Line:
    details: tuple[Block, ...] = ()
    if line.aside and teller.detail != "brief" and line.rules[0] not in FUNDAMENTAL:
        details = (Display(tuple(_line(teller, k, one) for k, one in enumerate(line.aside))),)
    return Line(
        line.before if index == 0 else None, "=", line.after, written_reason(line), (), details, bool(details)
    )  # fmt: skip


def written_reason(line: Written) -> Text:
    """The rules by name, with the equations that go with them."""
    if line.rules == ("since",):
        return (say("since", fact=listed(line.shown)),)
    named: list[Text] = [(say(f"integral.{rule}"),) for rule in line.rules]
    words = tuple(piece for k, one in enumerate(named) for piece in ((", ", *one) if k else one))
    return (say("integral with", reason=words, equations=listed(line.shown)),) if line.shown else words


def _brief(lines: tuple[Written, ...]) -> tuple[Written, ...]:
    done: list[Written] = []
    waiting: Written | None = None
    for line in lines:
        here = line if waiting is None else replace(line, before=waiting.before)
        if set(line.rules) <= SMALL and line is not lines[-1]:
            waiting = here
        else:
            done.append(here)
            waiting = None
    return tuple(done)


def _where(route: Route) -> tuple[Block, ...]:
    """For which x it holds, where that is not the whole line."""
    given = tuple(_with_tangents(h) for h in route.fact.proof.claim.given if not _is_understood(h))
    if not given:
        return ()
    name = "integral holds on" if all(map(_is_bound, given)) else "integral holds"
    return (Note((say(name, conditions=supposing(given)),)),)


def _with_tangents(term: Term) -> Term:
    """tan u for sin u/cos u, as which the proof has it."""
    match term:
        case App("/", (App("sin", (u,)), App("cos", (v,)))) if u is v:
            return App("tan", (u,))
        case App("/", (App("cos", (u,)), App("sin", (v,)))) if u is v:
            return App("cot", (u,))
        case App(head, args):
            return App(head, tuple(map(_with_tangents, args)))
    return term


def _is_bound(hypothesis: Term) -> bool:
    match hypothesis:
        case App("<" | ">", (Var(), _)):
            return True
    return False


def _is_understood(hypothesis: Term) -> bool:
    """That something is defined, and that a cube root is not 0, which says no more than that its argument is not."""
    match hypothesis:
        case App("defined", _) | App("!=", (App("cbrt", _), _)):
            return True
    return False


def _check(teller: Teller, route: Route) -> tuple[Block, ...]:
    if teller.detail == "brief" or not _is_slope(route.fact.proof.claim.says):
        return ()
    shown = tell(replace(teller, is_root=False), route.fact.proof)
    return (Details((say("integral check"),), shown, teller.detail == "full", aside=True),)


def _is_slope(says: Term) -> bool:
    return isinstance(says, App) and says.head == "=" and isinstance(says.args[0], App) and says.args[0].head == "D"
