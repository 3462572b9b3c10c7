"""What a study says of its f, with the formula of the function in place of the letter, so that it stands by itself."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.term import App, Term, as_number, substitute
from sigmaprime.studies.found import Nearly, Study

PLACES = 6


def written_out(study: Study, term: Term) -> Term:
    """The term without the name that the study gave to a function that had none."""
    if not (study.given_no_name and isinstance(study.body, App)):
        return term
    return _out(study, study.body.head, term)


def _out(study: Study, name: str, term: Term) -> Term:
    match term:
        case App(head, (argument,)) if head.rstrip("'") == name:
            body = study.formula
            for _ in range(len(head) - len(name)):
                body = App("D", (App("fn", (study.x, body)), study.x))
            return substitute(body, {study.x.name: _out(study, name, argument)})
        case App(head, args):
            return App(head, tuple(_out(study, name, arg) for arg in args))
    return term


def decimal(number: Term) -> str:
    """A rational number with all its decimals, of which there are few."""
    value = as_number(number) or Fraction(0)
    return f"{float(value):.{PLACES}f}"


def rounded(place: Nearly) -> str:
    """A number that is not written down, to six decimals at most."""
    low, high = (as_number(end) or Fraction(0) for end in (place.low, place.high))
    return f"{float((low + high) / 2):.{PLACES}f}".rstrip("0")
