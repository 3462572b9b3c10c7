"""O-terms: `f(x) = p(x) + O(x^n) as x -> 0`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sigmaprime.kernel.term import App, Num, Term, Var, subterms
from sigmaprime.read import calculus
from sigmaprime.read.region import hypotheses, qualifiers

if TYPE_CHECKING:
    from sigmaprime.read.text import Reader

# What may be compared with: nothing that is 0 again and again.
ORDERS: Final = frozenset(("+", "-", "*", "/", "^", "neg", "exp", "ln", "sqrt"))


def has_order(term: Term) -> bool:
    """Whether O(…) occurs in it."""
    return any(isinstance(part, App) and part.head == "O" for part in subterms(term))


def order(reader: Reader, links: list[Term]) -> tuple[Term, tuple[Term, ...]]:
    """`u = v + O(w) as x -> p`"""
    how = "write f(x) = p(x) + O(x^n) as x -> 0"
    match links:
        case [App("=", (u, App("O", (w,))))]:
            v: Term = Num(0)
        case [App("=", (u, App("+" | "-", (v, App("O", (w,))))))]:
            pass
        case _:
            raise reader.wrong("O(…) stands once, at the end of an equality", how)
    if any(map(has_order, (u, v, w))):
        raise reader.wrong("O(…) stands once, at the end of an equality", how)
    strange = sorted({part.head for part in subterms(w) if isinstance(part, App)} - ORDERS)
    if strange:
        raise reader.wrong(
            f"O(…) of something with {strange[0]} in it", "compare with powers, exponentials and logarithms"
        )
    reader.expect("as", how)
    x = Var(reader.variable("the variable"))
    reader.expect("->", "write as x -> 0")
    functions = tuple(App("fn", (x, part)) for part in (u, v, w))
    says = App("order", (*functions, calculus.place(reader)))
    said = qualifiers(reader)
    if said.region is not None:
        raise reader.wrong("a limit says itself where it looks", "leave on … away, or write x -> 0+")
    return says, hypotheses(said.conditions)
