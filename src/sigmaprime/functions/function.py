"""What there is to know about a named function, as one row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language.

    `definition` says it by other functions (in its `parameters`); a primitive function has none and says its
    `derivative` instead, as text in the letter u for its argument: exp has "exp(u)", ln has "1/u".
    `domain` are the conditions on u under which it is defined, `smooth_on` those under which the derivative
    formula holds, `continuous_on` those under which it is continuous, each when they are narrower. `latex` and
    `unicode` are its symbol; `source` can be opened.
    """

    name: str
    source: str
    parameters: tuple[str, ...] = ("x",)
    aliases: tuple[str, ...] = ()
    definition: str | None = None
    derivative: str | None = None
    domain: tuple[str, ...] = ()
    smooth_on: tuple[str, ...] | None = None
    continuous_on: tuple[str, ...] | None = None
    latex: str = ""
    unicode: str = ""
