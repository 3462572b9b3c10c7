"""A limit worked out as a textbook does: first the value put in, then the method that a teacher would choose.

Each method leads to the limit of something simpler, which is worked out in the same way. What no method reaches is
left to the search that proves limits anyhow (`limits.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, Wrong, free, subterms
from sigmaprime.search.between import squeezed
from sigmaprime.search.conjugate import by_conjugate
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.hopital_step import as_quotient, by_hopital_step
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.limits import limit
from sigmaprime.search.near import INFINITE, At, is_one_sided, tends, value_of
from sigmaprime.search.numbers import value as enclosed
from sigmaprime.search.other_forms import (
    absolute_values_opened,
    has_reciprocal_exponent,
    logarithms_joined,
    own_functions_written_out,
    powers_as_exponentials,
    powers_joined,
    root_seen_from_the_other_side,
    square_out_of_root,
    with_another_variable,
    written_out,
)
from sigmaprime.search.put_in import by_law, put_in
from sigmaprime.search.rational_limits import (
    common_denominator,
    divided_by_largest,
    factored_and_cancelled,
    largest_taken_out,
)
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.standard_limits import by_standard_limit, partly_to_standard_limits, to_standard_limits
from sigmaprime.search.values import settled

DEEPEST: Final = 14
PIECEWISE: Final = frozenset(("abs", "sign", "min", "max"))
Method = Callable[[Session, Term, At, Inner], Derivation]


class SidesDiffer(NoProof):
    """There is no limit: from the two sides there are different ones."""


def by_continuity(session: Session, body: Term, at: At, _inner: Inner) -> Derivation:
    return put_in(session, body, at)


def piece_by_piece(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """From both sides, where an absolute value or a sign says so."""
    parts = [t for t in subterms(body) if isinstance(t, App) and t.head in PIECEWISE and at.x.name in free(t)]
    if not parts and not has_reciprocal_exponent(body, at):
        raise NoProof("nothing is defined piece by piece")
    return from_both_sides(session, body, at, inner)


def by_laws(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """By the limit laws, where the parts need methods of their own: not those of last resort."""
    session.nesting.append("part")
    try:
        return by_law(session, body, at, inner)
    finally:
        session.nesting.pop()


METHODS: Final[dict[str, Method]] = {
    "continuity": by_continuity,
    "standard": by_standard_limit,
    "definition": own_functions_written_out,
    "absolute": absolute_values_opened,
    "sides": piece_by_piece,
    "squeeze": squeezed,
    "factoring": factored_and_cancelled,
    "reflected": root_seen_from_the_other_side,
    "conjugate": by_conjugate,
    "root": square_out_of_root,
    "powers": powers_joined,
    "dividing": divided_by_largest,
    "to-standard": to_standard_limits,
    "logarithms": logarithms_joined,
    "power": powers_as_exponentials,
    "parts": by_laws,
    "largest": largest_taken_out,
    "fractions": common_denominator,
    "substitution": with_another_variable,
    "hopital": by_hopital_step,
    "product": as_quotient,
    "partly standard": partly_to_standard_limits,
    "written out": written_out,
}
# what looks at the limits of parts: that one of them has none says nothing about the whole
OF_PARTS: Final = (
    by_standard_limit, squeezed, by_conjugate, logarithms_joined, by_laws, by_hopital_step, as_quotient,
)  # fmt: skip


def worked_limit(session: Session, body: Term, at: At, first: str | None = None) -> Derivation:
    """`tends(fn(x, body), place, L)`, with the method `first` at the start if one is named."""
    return settled(session, _worked(session, body, at, first))


def _worked(session: Session, body: Term, at: At, first: str | None = None) -> Derivation:
    how = App(first or ("part" if "part" in session.nesting else ""), ())
    key = App("worked", (App("fn", (at.x, body)), at.place, App("given", at.given), how))
    known = session.forms.get(key)
    if isinstance(known, Derivation):
        return known
    if isinstance(known, NoProof):
        raise known
    session.tick()
    if session.nesting.count("worked") > DEEPEST:
        raise NoProof("nested too deeply")
    session.forms[key] = NoProof("round in circles")
    session.nesting.append("worked")
    try:
        found = _found(session, body, at, first)
    except NoProof as failed:
        session.forms[key] = failed
        raise
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    except OutOfTime:
        del session.forms[key]
        raise
    finally:
        session.nesting.pop()
    session.forms[key] = found
    return found


def _found(session: Session, body: Term, at: At, first: str | None) -> Derivation:
    def inner(u: Term) -> Derivation:
        return settled(session, _worked(session, u, at))

    gap = NoProof("no method leads to it")
    names = (first,) if first else tuple(METHODS)
    last: tuple[Method, ...] = (from_both_sides, _found_anyhow)
    if first or "part" in session.nesting:
        last = ()
    for method in (*(METHODS[name] for name in names), *last):
        session.tick()
        try:
            return method(session, body, at, inner)
        except SidesDiffer as failed:
            if method not in OF_PARTS:
                raise
            gap = NoProof(str(failed))
        except NoProof as failed:
            gap = failed
    raise gap


def from_both_sides(session: Session, body: Term, at: At, _inner: Inner) -> Derivation:
    """The same limit from above as from below; `SidesDiffer` where they are known to differ."""
    if at.place in INFINITE or is_one_sided(at.place):
        raise NoProof("there is one side only")
    above, below = (
        settled(session, _worked(session, body, At(at.x, App(f"from_{side}", (at.place,)), at.given)))
        for side in ("above", "below")
    )
    if value_of(above) is not value_of(below):
        if _apart(session, value_of(above), value_of(below)):
            raise SidesDiffer("different limits from above and from below")
        raise NoProof("the limits from above and from below were not found to be the same")
    return by_rule(
        session, "two-sided limit", Claim(tends(body, at, value_of(above)), at.given), knowing(prove, above, below)
    )


def _apart(session: Session, a: Term, b: Term) -> bool:
    if a in INFINITE or b in INFINITE:
        return True
    x, y = (None if free(v) else enclosed(session, v) for v in (a, b))
    return x is not None and y is not None and not x.overlaps(y)


def _found_anyhow(session: Session, body: Term, at: At, _inner: Inner) -> Derivation:
    return limit(session, body, at.x, at.place, at.given)
