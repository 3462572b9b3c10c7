"""Values of Lambert's W that are known: W(u·exp(u)) = u for u >= -1, and W(u·ln u) = ln u for u >= 1/e."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, free, number, subterms
from sigmaprime.search.spelling import spelling
from sigmaprime.search.steps import equal_by, inside, joined, needed
from sigmaprime.search.work import Work, calculated, settle

ENDS = (Num(0), Num(1), number(-1))
LEAST = App("exp", (App("neg", (Num(1),)),))


def lambert(work: Work, node: App) -> Derivation | None:
    """`LambertW(w) = u`, where w is u·exp(u), or ln u, where it is u·ln u."""
    (w,) = node.args
    for name, u, written, answer, least in _candidates(w):
        if needed(work.session, w, written) is None:
            continue
        not_below = settle(work, App(">=", (u, least)))
        undone = equal_by(name, App("LambertW", (written,)), answer, not_below, u=u)
        return undone if w is written else joined([inside(node, (0,), calculated(work, w, written)), undone])
    return None


def _candidates(w: Term) -> Iterator[tuple[str, Term, Term, Term, Term]]:
    """A row, its hole, what it says the value of W of is, that value, and the least value of the hole."""
    nodes = sorted((t for t in subterms(w) if isinstance(t, App) and t.head in ("exp", "ln")), key=spelling)
    for u in dict.fromkeys((*(t.args[0] for t in nodes if t.head == "exp"), *(() if free(w) else ENDS))):
        yield "Lambert's W undone", u, App("*", (u, App("exp", (u,)))), u, number(-1)
    for t in nodes:
        if t.head == "ln":
            yield "Lambert's W of u*ln(u)", t.args[0], App("*", (t.args[0], t)), t, LEAST
