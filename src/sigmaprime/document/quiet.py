"""What a reader takes for granted, so that it is not told."""

from __future__ import annotations

from sigmaprime.document.words import QUIET_HEADS
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Num, Term, free


def is_quiet(claim: Claim) -> bool:
    """Whether a reader takes the claim for granted: something is defined, a number is positive, an interval is one."""
    match claim.says:
        case App(head, _) if head in QUIET_HEADS:
            return True
        case App("=", (App("domain", _), _)):
            return True
        case App("all", (inner, *_)):
            return is_quiet(Claim(inner))
        case App("<" | "<=" | ">" | ">=" | "!=", (u, v)):
            return not free(u) and not free(v)
        case App("=", (u, v)):
            return is_number(u) and is_number(v)
    return False


def is_number(term: Term) -> bool:
    """Whether the term is written with numerals and the four operations alone."""
    match term:
        case Num():
            return True
        case App("+" | "-" | "*" | "/" | "neg" | "^", args):
            return all(map(is_number, args))
    return False
