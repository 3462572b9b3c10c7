"""The list of the works that a book cites, each with the pages that cite it, in every format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from sigmaprime.book.bibliography import NAME, Bibliography, Cited
from sigmaprime.book.citations import Citation
from sigmaprime.book.prose_latex import escape_latex
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.words import Language, wording


def heading(language: Language) -> str:
    return wording(language, "book.references") or NAME


def _cited_in(language: Language) -> str:
    return wording(language, "book.cited in") or ""


def _parts(cited: Cited) -> tuple[str, str, str]:
    """Before the title, the title, and after it; each without the full stop at its end."""
    work, details = cited.work, cited.work.details
    *others, last = work.shown_authors
    people = f"{', '.join(others)} & {last}" if others else last
    named = ("edition", "where", "section", "note")
    after = ". ".join(details[name].rstrip(".") for name in named if name in details)
    isbn = f"ISBN {details['isbn']}" if "isbn" in details else ""
    return f"{people} ({work.year}{cited.letter})", work.title.rstrip("."), ". ".join(filter(None, (after, isbn)))


# HTML


def html_citation(citations: tuple[Citation, ...], works: Bibliography, seen: set[str]) -> str:
    """`seen` are the works that the page has cited before: the first citation of each is where the list leads back."""
    return f"({'; '.join(_html_one(citation, works[citation.key], seen) for citation in citations)})"


def _html_one(citation: Citation, cited: Cited, seen: set[str]) -> str:
    target = "" if citation.key in seen else f' id="cites-{citation.key}"'
    seen.add(citation.key)
    place = f", {escape(citation.place)}" if citation.place else ""
    title = escape(f"{', '.join(cited.work.shown_authors)}: {cited.work.title}")
    return f'<a class="cite"{target} href="{NAME}.html#{citation.key}" title="{title}">{escape(cited.label)}</a>{place}'


def html_list(works: Bibliography, hrefs: Mapping[str, str], language: Language) -> str:
    entries = "".join(f"<li id={key!r}>{_html_entry(one, hrefs, language)}</li>\n" for key, one in works.items())
    return f'<h1>{escape(heading(language))}</h1>\n<ul class="works">\n{entries.replace(chr(39), chr(34))}</ul>\n'


def _html_entry(cited: Cited, hrefs: Mapping[str, str], language: Language) -> str:
    before, title, after = map(escape, _parts(cited))
    address = escape(cited.work.address or "")
    link = f' <a href="{address}">{address}</a>' if address else ""
    back = ", ".join(
        f'<a href="{hrefs[page.path.name]}#cites-{cited.work.key}">{escape(page.title)}</a>' for page in cited.pages
    )
    rest = f" {after}." if after else ""
    return f'{before}. <cite>{title}</cite>.{rest}{link} <span class="back">{_cited_in(language)} {back}.</span>'


# LaTeX


def latex_citation(citations: tuple[Citation, ...], works: Bibliography) -> str:
    return f"({'; '.join(_latex_one(citation, works[citation.key]) for citation in citations)})"


def _latex_one(citation: Citation, cited: Cited) -> str:
    place = f", {escape_latex(citation.place).replace('. ', '.~')}" if citation.place else ""
    return f"\\hyperlink{{work:{citation.key}}}{{{escape_latex(cited.label).replace(' ', '~')}}}{place}"


def latex_list(works: Bibliography, labels: Mapping[str, str], language: Language) -> Iterator[str]:
    yield f"\\unnumbered{{{heading(language)}}}\n"
    yield "\\begin{list}{}{\\leftmargin=1.5em\\itemindent=-1.5em\\itemsep=2pt}\n\\raggedright\n"
    for key, cited in works.items():
        try:
            before, title, after = map(escape_latex, _parts(cited))
        except NotUnderstood as error:
            raise NotUnderstood(f"{cited.work.place}: {error.message}", remedy="spell it with other letters") from error
        link = f" \\url{{{cited.work.address}}}" if cited.work.address else ""
        back = ", ".join(f"\\pageref{{{labels[page.path.name]}}}" for page in cited.pages)
        rest = f" {after}." if after else ""
        yield f"\\item \\hypertarget{{work:{key}}}{{}}{before}. \\emph{{{title}}}.{rest}{link}"
        yield f" {{\\small({wording(language, 'book.cited from page')} {back})}}\n"
    yield "\\end{list}\n"


# Markdown


def markdown_citation(citations: tuple[Citation, ...], works: Bibliography) -> str:
    return f"({'; '.join(_markdown_one(citation, works[citation.key]) for citation in citations)})"


def _markdown_one(citation: Citation, cited: Cited) -> str:
    place = f", {citation.place}" if citation.place else ""
    return f"[{cited.label}]({NAME}.md#{citation.key}){place}"


def markdown_list(works: Bibliography, language: Language) -> str:
    entries = []
    for key, cited in works.items():
        before, title, after = map(_markdown, _parts(cited))
        link = f" <{cited.work.address}>" if cited.work.address else ""
        back = ", ".join(f"[{page.title}]({page.path.name})" for page in cited.pages)
        rest = f" {after}." if after else ""
        entries.append(f'- <a id="{key}"></a>{before}. *{title}*.{rest}{link} {_cited_in(language)} {back}.\n')
    return f"# {heading(language)}\n\n{''.join(entries)}"


def _markdown(words: str) -> str:
    return "".join(f"\\{mark}" if mark in "\\`*_[]#<" else mark for mark in words)
