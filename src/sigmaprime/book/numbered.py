"""What figures and tables are called, what is said under them, and what stands in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sigmaprime.book.entry import Drawn, Tabulated
from sigmaprime.book.page import Page
from sigmaprime.document.margin import listed
from sigmaprime.document.page import Piece, Table, Text, say
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.read.syntax import Setting


def chapters(pages: Sequence[Page]) -> Mapping[str, int]:
    """The number of each page's chapter; the page that opens the book has none, which is 0."""
    opening = opens(pages)
    numbered = [page for page in pages if page is not opening]
    return {opening.name: 0, **{page.name: number for number, page in enumerate(numbered, 1)}}


def parts(pages: Sequence[Page]) -> tuple[str, ...]:
    """For each page the part of the book that begins with it, or nothing where it belongs to the one before."""
    named = [page.part for page in pages]
    before = [next((name for name in reversed(named[:index]) if name), "") for index in range(len(named))]
    return tuple("" if name == last else name for name, last in zip(named, before, strict=True))


def opens(pages: Sequence[Page]) -> Page:
    """The page on which the book opens: one called index, as `00-index.md`, or else the first."""
    return next((page for page in pages if page.name.rpartition("-")[2] == "index"), pages[0])


def called(entry: Drawn | Tabulated, chapter: int) -> Text:
    """`Figure 3.1.`"""
    number = f"{chapter}.{entry.number}" if chapter else f"{entry.number}"
    return (say("book.figure" if isinstance(entry, Drawn) else "book.table", number=number),)


def anchor(entry: Drawn | Tabulated) -> str:
    return f"{'figure' if isinstance(entry, Drawn) else 'table'}-{entry.number}"


def usual_caption(entry: Drawn | Tabulated) -> Text:
    """What is said under a figure or a table whose author says nothing."""
    match entry:
        case Drawn(request=request):
            name = "book.graph" if len(request.functions) == 1 else "book.graphs"
            graphs = listed(tuple(map(_body, request.functions)))
            values = tuple(pair for pair in request.settings[0] if all(pair in other for other in request.settings))
            return (say(f"{name} with", f=graphs, values=_values(values)) if values else say(name, f=graphs),)
        case Tabulated(request=request):
            name = "book.decimals" if request.decimals else "book.digits"
            number = str(request.digits)
            if request.setting:
                return (say(f"{name} with", n=number, values=_values(request.setting)),)
            return (say(name, n=number),)


def contents(entry: Tabulated) -> Table:
    """The table: places down, functions across."""
    functions = entry.request.functions
    variable: Piece = functions[0].args[0] if isinstance(functions[0], App) else Var("x")
    rows = tuple(
        ((place,), *((value.shown,) for value in values))
        for place, values in zip(entry.request.places, entry.values, strict=True)
    )
    return Table(((variable,), *((_body(function),) for function in functions)), rows)


def _values(setting: Setting) -> Text:
    return listed(tuple(App("=", (Var(name), value)) for name, value in setting))


def _body(function: Term) -> Term:
    match function:
        case App("fn", (_, body)):
            return body
    return function
