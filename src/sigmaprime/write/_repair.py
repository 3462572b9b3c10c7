"""From what latex2mathml writes to MathML Core, as browsers draw it well; refuses whatever is not.

Repairs: U+2061 and U+2062 are operators; primes stand flat; a leading minus is a prefix; brackets stretch only round
what is tall; an upright name is one identifier. Then every element, attribute and character is held against a list.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from sigmaprime.write.writer import NotWritable

# MathML Core, https://www.w3.org/TR/mathml-core/: the elements that are used here, and how many children each has.
ELEMENTS: Final = MappingProxyType({
    "math": None, "mrow": None, "mi": 0, "mn": 0, "mo": 0, "mtext": 0, "mspace": 0, "mfrac": 2, "msup": 2, "msub": 2,
    "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3, "msqrt": None, "mroot": 2, "mstyle": None, "mtable": None,
    "mtr": None, "mtd": None,
})  # fmt: skip
ATTRIBUTES: Final = MappingProxyType({
    "math": {"display", "class", "xmlns"}, "mo": {"form", "stretchy", "lspace", "rspace"}, "mi": {"mathvariant"},
    "mstyle": {"displaystyle", "scriptlevel"}, "mspace": {"width"}, "mtd": {"class", "style"}, "mtable": {"class"},
})  # fmt: skip
_TALL: Final = frozenset(("mfrac", "munder", "munderover", "mover", "mtable"))
_BRACKETS: Final = frozenset("()[]{}|")
_LEAKS: Final = frozenset("\\&$<>#%~^_")
_NAMESPACE: Final = ' xmlns="http://www.w3.org/1998/Math/MathML"'
_IDENTIFIERS: Final = frozenset("∞∂∇")


def repaired(markup: str) -> str:
    """The inside of latex2mathml's `<math>`, repaired and checked."""
    try:
        root = ET.fromstring(markup.replace(_NAMESPACE, ""))  # noqa: S314 - latex2mathml's output, no entities of others
    except ET.ParseError as broken:
        raise NotWritable(f"latex2mathml wrote no XML: {broken}") from broken
    _repair(root)
    validate(root)
    return "".join(ET.tostring(child, encoding="unicode") for child in root)


def _repair(element: Element) -> None:
    for child in list(element):
        _repair(child)
    if element.tag in ("mrow", "mstyle") and len(element) > 1 and all(_is_upright_letter(part) for part in element):
        name = "".join(part.text or "" for part in element)
        _become(element, "mi", name)
    _leaf(element)
    if element.tag in ("mrow", "math"):
        _brackets(element)
        if len(element) == 1 and element.tag == "mrow" and element[0].tag in ELEMENTS:
            _replace_by_child(element)


def _leaf(element: Element) -> None:
    text = element.text or ""
    if element.tag == "mi" and text in ("\u2061", "\u2062"):
        element.tag = "mo"
    elif element.tag == "mi" and text == "′":
        _become(element, "mo", "′", lspace="0", rspace="0")
    elif element.tag == "mi" and text == "−":
        _become(element, "mo", "−", form="prefix")
    elif element.tag == "mi" and text == "~":  # what \sim becomes
        _become(element, "mo", "∼")
    elif element.tag == "mo" and text in _IDENTIFIERS:
        _become(element, "mi", text)
    elif element.tag == "mo" and text == "lim":
        _become(element, "mo", "lim", lspace="0", rspace="0.1667em")
    elif element.tag == "mo" and text == "/":
        _become(element, "mo", "/", lspace="0", rspace="0")
    elif element.tag == "mstyle":
        element.attrib.pop("scriptlevel", None)
    elif element.tag == "mi" and element.get("mathvariant") == "normal" and len(text) != 1:
        del element.attrib["mathvariant"]
    if element.tag == "mo":
        for useless in ("fence", "separator", "accent", "movablelimits", "largeop"):
            element.attrib.pop(useless, None)


def _brackets(row: Element) -> None:
    """Brackets stretch only round what is tall, which spares the space that browsers add to stretched ones."""
    tall = any(part.tag in _TALL for child in row for part in child.iter() if not _is_text_fraction(child, part))
    for child in list(row):
        if child.tag == "mo" and not (child.text or "") and child.get("form"):
            row.remove(child)
        elif child.tag == "mo" and (child.text or "") in _BRACKETS:
            child.set("stretchy", "true" if tall else "false")


def _is_text_fraction(child: Element, part: Element) -> bool:
    return child.tag == "mstyle" and part.tag == "mfrac" and len(list(child.iter("mfrac"))) == 1


def _is_upright_letter(part: Element) -> bool:
    return part.tag == "mi" and part.get("mathvariant") == "normal"


def _become(element: Element, tag: str, text: str, **attributes: str) -> None:
    for child in list(element):
        element.remove(child)
    element.tag, element.text = tag, text
    element.attrib.clear()
    element.attrib.update(attributes)


def _replace_by_child(row: Element) -> None:
    child = row[0]
    row.remove(child)
    row.tag, row.text = child.tag, child.text
    row.attrib.clear()
    row.attrib.update(child.attrib)
    row.extend(list(child))


def validate(element: Element) -> None:
    """Raise `NotWritable` unless everything in `element` is MathML Core and nothing has leaked into its text."""
    for part in element.iter():
        if part.tag not in ELEMENTS:
            raise NotWritable(f"<{part.tag}> is not in MathML Core")
        arity = ELEMENTS[part.tag]
        if arity is not None and len(part) != arity:
            raise NotWritable(f"<{part.tag}> has {len(part)} children")
        if foreign := set(part.attrib) - ATTRIBUTES.get(part.tag, set()):
            raise NotWritable(f"<{part.tag}> has no attribute {min(foreign)}")
        if part.get("mathvariant", "normal") != "normal":
            raise NotWritable("browsers ignore every mathvariant but normal")
        text = part.text or ""
        if part.tag in ("mi", "mn", "mo") and (not text or (_LEAKS & set(text) and text not in ("<", ">"))):
            raise NotWritable(f"{text!r} leaked into <{part.tag}>")
        if part.tag not in ("mi", "mn", "mo", "mtext") and text.strip():
            raise NotWritable(f"text outside a token: {text!r}")
