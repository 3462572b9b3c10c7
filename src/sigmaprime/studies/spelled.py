"""What a study says of its f, with the formula of the function in place of the letter, so that it stands by itself."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Term, substitute
from sigmaprime.studies.found import Study


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
