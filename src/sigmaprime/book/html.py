"""The book as HTML: a file a page, a style sheet beside them, nothing from the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from importlib.resources import files

from jinja2 import Environment
from markdown_it.token import Token
from markupsafe import Markup

from sigmaprime.book.bibliography import NAME, Bibliography
from sigmaprime.book.entry import Book, Checked, Derived, Drawn, Judged, Named, Settled, Studied, Tabulated
from sigmaprime.book.mathematics import mathml
from sigmaprime.book.numbered import anchor, called, chapters, contents, opens, usual_caption
from sigmaprime.book.page import Block, Page, Prose
from sigmaprime.book.prose_html import prose_html
from sigmaprime.book.reference_list import heading, html_citation, html_list
from sigmaprime.book.said import checked, claimed, evidence, names, seal, seal_word, studied, worked
from sigmaprime.claims import LAWS
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.words import ENGLISH, Language, wording
from sigmaprime.write import speaking
from sigmaprime.write.html import style
from sigmaprime.write.study_plot import study_plot
from sigmaprime.write.writer import NotWritable

_SIMPLER = "write it with simpler LaTeX, or as words"


def html_files(book: Book, language: Language = ENGLISH) -> dict[str, bytes]:
    """File names and contents of the whole book; the first page is called `index.html` unless another one is."""
    pages = [settled.page for settled in book.pages]
    hrefs = page_names(pages)
    title = next(page.title for page in pages if hrefs[page.path.name] == "index.html")
    links = [{"href": hrefs[page.path.name], "title": page.title} for page in pages]
    numbers = chapters(pages)
    bodies = [_body(one, hrefs, book.works, numbers[one.page.name], language) for one in book.pages]
    if book.works:
        links.append({"href": f"{NAME}.html", "title": heading(language)})
        bodies.append(html_list(book.works, hrefs, language))
    template = Environment(autoescape=True, trim_blocks=True).from_string(_packaged("page.html"))
    words = {name: wording(language, f"book.{name}") for name in ("skip", "contents", "pages", "sealed")}
    written = {"style.css": (style() + _packaged("style.css")).encode()}
    for index, (link, body) in enumerate(zip(links, bodies, strict=True)):
        here = link["href"]
        text = template.render(
            book_title=title,
            language=language.code,
            words=words,
            title=link["title"],
            body=Markup(body),  # noqa: S704  (made by the writers, which escape what they write)
            contents=[link for link in links if link["href"] != here] if here == "index.html" else [],
            previous=links[index - 1] if index else None,
            next=links[index + 1] if index + 1 < len(links) else None,
        )
        written[here] = text.encode()
    return written


def page_names(pages: Sequence[Page]) -> dict[str, str]:
    """Where the page in `NAME.md` is found."""
    named = {page.path.name: f"{page.name}.html" for page in pages}
    return {**named, opens(pages).path.name: "index.html"}


def _packaged(name: str) -> str:
    return files("sigmaprime.book").joinpath("templates", name).read_text(encoding="utf-8")


def _body(settled: Settled, hrefs: Mapping[str, str], works: Bibliography, chapter: int, language: Language) -> str:
    page = settled.page
    cite = partial(html_citation, works=works, seen=set())

    def mathematics(latex: str, display: bool, line: int) -> str:
        try:
            return mathml(latex, display, page.scope)
        except NotWritable as error:
            raise NotUnderstood(f"{page.path}:{line}: ${latex}$ cannot be shown: {error}", remedy=_SIMPLER) from error

    def prose(tokens: Sequence[Token]) -> str:
        return prose_html(tokens, hrefs, mathematics, cite)

    written = []
    for part in page.parts:
        match part:
            case Prose(tokens):
                written.append(prose(tokens))
            case Block(_, first):
                entries = settled.blocks[first]
                alone = sum(isinstance(entry, Judged) for entry in entries) == 1
                for entry in entries:
                    if isinstance(entry, Drawn | Tabulated):
                        written.append(_numbered(entry, chapter, prose, language))
                    else:
                        written.append(_entry(entry, alone, language))
    return "".join(written)


def _numbered(
    entry: Drawn | Tabulated, chapter: int, prose: Callable[[Sequence[Token]], str], language: Language
) -> str:
    """A figure, or a table, with its number and its caption."""
    writer = speaking("html", language)
    said = prose(entry.caption) if entry.caption else writer.text(usual_caption(entry))
    caption = f"<figcaption><b>{writer.text(called(entry, chapter))}</b> {said}</figcaption>"
    match entry:
        case Drawn(picture=picture):
            inside = f"{picture.decode()}{caption}"
        case Tabulated():
            inside = f'{caption}<div class="scroll" tabindex="0">{writer.blocks((contents(entry),))}</div>'
    return f'<figure id="{anchor(entry)}">{inside}</figure>\n'


def _entry(entry: Judged | Derived | Studied | Checked | Named, alone: bool, language: Language) -> str:
    writer = speaking("html", language)
    match entry:
        case Judged(statement, found):
            kind, label = seal(found), statement.label or f"L{statement.place.line}"
            opened = " open" if alone or kind == "refuted" else ""
            return (
                f'<section class="claim {kind}" id="{escape(label)}">\n<details{opened}>\n'
                f'<summary><span class="seal">{seal_word(found, language)}</span> '
                f'<span class="statement">{writer.text(claimed(statement))}</span></summary>\n'
                f'<div class="proof">{writer.blocks(evidence(statement, found))}</div>\n</details>\n</section>\n'
            )
        case Derived(_, routes):
            return f'<div class="worked">{writer.blocks(worked(routes))}</div>\n'
        case Checked(lines, working):
            label = escape(lines.label or f"L{lines.place.line}")
            return f'<section class="worked" id="{label}">{writer.blocks(checked(working))}</section>\n'
        case Studied(request, study):
            plot = study_plot(study, LAWS, f"study-{request.place.line}")
            return f'<div class="worked">{writer.blocks(studied(study, plot=plot))}</div>\n'
        case Named(line):
            return f'<p class="said">{writer.text(names(line))}</p>\n'
