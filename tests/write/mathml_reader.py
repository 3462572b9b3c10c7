"""MathML back to LaTeX, so that what a browser is shown can be read again and compared with its term."""

from __future__ import annotations

from xml.etree.ElementTree import Element

SIGNS = {
    "\u2061": "", "\u2062": " ", "−": "-", "·": r"\cdot ", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "≈": r"\approx ",
    "→": r"\to ", "∞": r"\infty ", "∫": r"\int ", "∑": r"\sum ", "∏": r"\prod ", "∪": r"\cup ", "′": "'", "{": r"\{",
    "}": r"\}", "π": r"\pi ", "σ": r"\sigma ", "θ": r"\theta ", "ℝ": r"\mathbb{R}", "lim": r"\lim ",
}  # fmt: skip
FUNCTIONS = frozenset("ln log sin cos tan sinh cosh tanh exp max min".split())


def latex(element: Element) -> str:
    """The LaTeX that says what the element shows."""
    parts = [latex(child) for child in element]
    match element.tag.rpartition("}")[2]:
        case "mi" | "mo" | "mn" | "mtext":
            return token(element)
        case "mspace":
            return " "
        case "mfrac":
            return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
        case "msup":
            return f"{base(parts[0])}^{{{parts[1]}}}"
        case "msub" | "munder":
            return f"{base(parts[0])}_{{{parts[1]}}}"
        case "msubsup" | "munderover":
            return f"{parts[0].strip()}_{{{parts[1]}}}^{{{parts[2]}}}"
        case "msqrt":
            return rf"\sqrt{{{''.join(parts)}}}"
        case "mroot":
            return rf"\sqrt[{parts[1]}]{{{parts[0]}}}"
    return "".join(parts)


def base(text: str) -> str:
    return text.strip() if len(text.strip()) == 1 or text.strip().startswith("\\") else text


def token(element: Element) -> str:
    text = element.text or ""
    if text == "|":
        return r"\lvert " if element.get("form") == "prefix" else r"\rvert "
    if element.tag.endswith("mtext"):
        return rf"\text{{{text}}}".replace("\u00a0", " ")
    if text in SIGNS:
        return SIGNS[text]
    if len(text) > 1 and text.isalpha():
        return rf"\{text} " if text in FUNCTIONS else rf"\mathrm{{{text}}}"
    return text
