"""The values of terms that share most of their parts at one point: every part is computed once.

A term in which one place was changed costs no more than the way from that place to its root.
"""

from __future__ import annotations

from typing import Final

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, as_number
from sigmaprime.search.plain import PRIMITIVE, TooLarge
from sigmaprime.search.program import OPERATIONS, power, programmed, whole_power
from sigmaprime.search.samples import Values
from sigmaprime.search.session import Session

FAILURES: Final = (ArithmeticError, KeyError, ValueError, TooLarge, Wrong)


class Parts:
    """Gives balls around the values of terms at a point, None where nothing is known."""

    __slots__ = ("_at", "_bits", "_known", "_session")

    def __init__(self, session: Session, at: Values, bits: int) -> None:
        self._session, self._at, self._bits = session, at, bits
        self._known: dict[Term, arb] = {}

    def __call__(self, term: Term) -> arb | None:
        try:
            with precision(self._bits, 1):
                found = self._value(term)
        except FAILURES:
            return None
        return found if found.is_finite() else None

    def _value(self, term: Term) -> arb:
        known = self._known.get(term)
        if known is None:
            self._known[term] = known = self._computed(term)
        return known

    def _computed(self, term: Term) -> arb:
        match term:
            case App("^", (u, v)) if (n := as_number(v)) is not None and n.denominator == 1:
                return whole_power(int(n))(self._value(u))
            case App("^", (u, v)):
                return power(self._value(u), self._value(v))
            case App(head, args) if head in PRIMITIVE and (operation := OPERATIONS.get(head)) is not None:
                return operation(*[self._value(arg) for arg in args])
            case Num(value):
                return arb(fmpq(value.numerator, value.denominator))
            case Var(name):
                value = self._at[name]
                return arb(fmpq(value.numerator, value.denominator))
        names = tuple(sorted(term.names))
        return programmed(self._session, term, names)(tuple(self._at[name] for name in names))
