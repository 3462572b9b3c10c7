"""Prose as LaTeX, for the packages of a basic TeX installation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from markdown_it.token import Token

from sigmaprime.book.citations import KIND, Citation, cited
from sigmaprime.notation.symbols import GREEK
from sigmaprime.read.syntax import NotUnderstood

_SPECIAL: Final = MappingProxyType({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", "`": r"\textasciigrave{}",
    "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\dots{}",
    "−": "$-$", "≤": r"$\le$", "≥": r"$\ge$", "≠": r"$\ne$", "≈": r"$\approx$", "→": r"$\to$", "∞": r"$\infty$",
    "∈": r"$\in$", "∪": r"$\cup$", "′": "$'$", "″": "$''$", "‴": "$'''$", "√": r"$\surd$", "·": r"$\cdot$",
    "ℝ": r"$\mathbb{R}$", "\u00a0": "~", "\u202f": r"\,", "\u2009": r"\,", "µ": r"$\mu$", "∂": r"$\partial$",
    "∇": r"$\nabla$", "∝": r"$\propto$", "∼": r"$\sim$", "⇒": r"$\Rightarrow$", "⇔": r"$\Leftrightarrow$",
    "←": r"$\leftarrow$", "↦": r"$\mapsto$", "∫": r"$\int$", "∑": r"$\sum$", "ᵀ": "$^T$", "⁻": "$^-$", "₊": "$_+$",
    "₋": "$_-$", "ⁿ": "$^n$", "ˣ": "$^x$", "ᵢ": "$_i$", "ₙ": "$_n$",
    **{letter: f"$\\{name}$" for name, letter in GREEK.items() if name != "omicron"},
    **{letter: f"$^{number}$" for number, letter in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
    **{letter: f"$_{number}$" for number, letter in enumerate("₀₁₂₃₄₅₆₇₈₉")},
})  # fmt: skip

_SAME_IN_LATEX: Final = frozenset(
    "äöüÄÖÜßéèêëáàâíìîïóòôúùûçñåÅøØæÆÉÈÀÇ§©×÷±½¼¾°ýÁÍÓÚãõÃÕÑčČćĆšŠžŽřŘěĚůňŇőŐűŰłŁńŃśŚźŹżŻğĞıİşŞœŒēāīōūĀ"
)

_AROUND: Final = MappingProxyType({
    "paragraph_open": "", "paragraph_close": "\n\n",
    "em_open": r"\emph{", "em_close": "}", "strong_open": r"\textbf{", "strong_close": "}",
    "bullet_list_open": "\\begin{itemize}\n", "bullet_list_close": "\\end{itemize}\n\n",
    "ordered_list_open": "\\begin{enumerate}\n", "ordered_list_close": "\\end{enumerate}\n\n",
    "list_item_open": r"\item ", "list_item_close": "",
    "blockquote_open": "\\begin{quote}\n", "blockquote_close": "\\end{quote}\n\n",
    "softbreak": "\n", "hardbreak": "\\\\\n", "hr": "\\par\\medskip\\hrule\\medskip\n\n",
    "thead_open": "", "thead_close": "\\hline\n", "tbody_open": "", "tbody_close": "", "tr_open": "",
    "table_close": "\\end{tabular}}\n\\end{center}\n\n",
})  # fmt: skip

_HEADINGS: Final = MappingProxyType({"h1": "chapter", "h2": "section", "h3": "subsection"})


def escape_latex(text: str) -> str:
    """Text that TeX prints as it stands; `NotUnderstood` for a character that a basic installation cannot print."""
    written = []
    for letter in text:
        if letter in _SPECIAL:
            written.append(_SPECIAL[letter])
        elif letter.isascii() or letter in _SAME_IN_LATEX:
            written.append(letter)
        else:
            remedy = "write it as mathematics: $…$"
            raise NotUnderstood(f"LaTeX would not print the character {letter!r}", remedy=remedy)
    return "".join(written)


Cite = Callable[[tuple[Citation, ...]], str]


def prose_latex(tokens: Sequence[Token], labels: Mapping[str, str], cite: Cite, label: str = "") -> str:
    """`labels` says under which label the page `NAME.md` is found; `label` is put at the chapter's heading."""
    return "".join(_written(tokens, labels, cite, label))


def _written(tokens: Sequence[Token], labels: Mapping[str, str], cite: Cite, label: str) -> Iterator[str]:
    for index, token in enumerate(tokens):
        match token.type:
            case "inline":
                yield from _written(token.children or (), labels, cite, label)
            case "text":
                yield escape_latex(token.content)
            case "code_inline":
                yield rf"\texttt{{{escape_latex(token.content)}}}"
            case kind if kind == KIND:
                yield cite(cited(token))
            case "math_inline":
                yield f"${token.content}$"
            case "math_block":
                yield f"\\[\n{token.content.strip()}\n\\]\n\n"
            case "fence" | "code_block":
                yield _verbatim(token.content)
            case "heading_open":
                yield f"\\{_HEADINGS.get(token.tag, 'paragraph')}{{"
            case "heading_close":
                yield f"}}\n{label if token.tag == 'h1' else ''}\n"
            case "link_open":
                yield _link(str(token.attrs["href"]), labels)
            case "front_matter":
                yield ""
            case "link_close":
                yield "}"
            case "table_open":
                yield f"\\begin{{center}}\n\\fittedtable{{\\begin{{tabular}}{{{'l' * _columns(tokens[index:])}}}\n"
            case "th_open" | "td_open":
                yield "" if tokens[index - 1].type == "tr_open" else " & "
            case "th_close" | "td_close":
                yield ""
            case "tr_close":
                yield " \\\\\n"
            case kind if kind in _AROUND:
                yield _AROUND[kind]
            case kind:
                raise NotUnderstood(f"no way is known to write {kind} in LaTeX", remedy="say it with plain Markdown")


def _verbatim(text: str) -> str:
    if "\\end{verbatim}" in text:
        raise NotUnderstood("a listing may not contain \\end{verbatim}")
    plain = text.replace("\t", "    ")
    if not plain.isascii():
        raise NotUnderstood("LaTeX prints only ASCII in a listing", remedy="replace the other characters")
    return f"\\begin{{quote}}\\small\n\\begin{{verbatim}}\n{plain}\\end{{verbatim}}\n\\end{{quote}}\n\n"


def _link(target: str, labels: Mapping[str, str]) -> str:
    page = target.partition("#")[0]
    if not page:
        return "{"  # to another place of the same chapter
    if page in labels:
        return rf"\hyperref[{labels[page]}]{{"
    address = target.replace("%", r"\%").replace("#", r"\#")
    return rf"\href{{{address}}}{{"


def _columns(tokens: Sequence[Token]) -> int:
    row = [token.type for token in tokens]
    return row[: row.index("tr_close")].count("th_open")
