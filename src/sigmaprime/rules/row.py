"""How a row of the rule book is written down: a law as text, its premises, its source."""

from __future__ import annotations

from itertools import count

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.rule import Rule, Sort
from sigmaprime.kernel.term import App, Term, Var, substitute, subterms
from sigmaprime.read.row import read_premise, read_row

LETTERS = {
    **dict.fromkeys("xyzt", Sort.VARIABLE),
    **dict.fromkeys("mn", Sort.NUMERAL),
    **dict.fromkeys("uvwfghPQ", Sort.TERM),
}


def rule(name: str, law: str, *, given: str = "", source: str) -> Rule:
    """The rule `law`, for instance `rule("product rule", "D(u*v, x) = D(u, x)*v + u*D(v, x)", source=…)`.

    `given` are the premises, separated by `;`, each perhaps under hypotheses: `in(x, S) => u > 0`.
    """
    conclusion = read_row(law)
    premises = tuple(Claim(says, hypotheses) for hypotheses, says in map(read_premise, _parts(given)))
    names = {t.name for part in (conclusion, *_terms(premises)) for t in subterms(part) if isinstance(t, Var)}
    holes = tuple((hole, LETTERS.get(hole[0], Sort.FIXED)) for hole in sorted(names))
    return Rule(name, conclusion, premises, source, holes)


def definition(name: str, parameters: tuple[str, ...], body: Term, source: str) -> Rule:
    """The row by which a defined function may be replaced by what it means."""
    return Rule(
        f"definition of {name}",
        App("=", (App(name, tuple(map(Var, parameters))), _apart(body, parameters))),
        arguments_defined(parameters, body),
        source,
        tuple((parameter, Sort.TERM) for parameter in parameters),
    )


def backwards(law: Rule) -> Rule:
    """A definition read from right to left: it holds both ways, since both sides are defined together."""
    match law.conclusion:
        case App("=", (left, right)):
            return Rule(f"{law.name}, backwards", App("=", (right, left)), law.premises, law.source, law.holes)
    raise ValueError(law.name)


def arguments_defined(parameters: tuple[str, ...], body: Term) -> tuple[Claim, ...]:
    """A function has values for numbers alone: an argument that its body does not use must be shown to be one."""
    return tuple(Claim(App("defined", (Var(name),))) for name in parameters if not _uses(body, name))


def _uses(body: Term, parameter: str) -> bool:
    """Whether `body` is undefined wherever the parameter is; a sum or an integral may be empty."""
    match body:
        case Var(name):
            return name == parameter
        case App("D" | "lim", (App("fn", (Var(name), inner)), place)):
            return _uses(place, parameter) or (name != parameter and _uses(inner, parameter))
        case App("fn", _):
            return False
        case App(_, args):
            return any(_uses(arg, parameter) for arg in args)
    return False


def _apart(body: Term, parameters: tuple[str, ...]) -> Term:
    """`body` with other names for the variables that its functions bind, where they are called like a parameter."""
    match body:
        case App("fn", (Var(name), inner)):
            inner = _apart(inner, parameters)
            if name not in parameters:
                return App("fn", (Var(name), inner))
            taken = {*parameters, *(t.name for t in subterms(inner) if isinstance(t, Var))}
            new = next(f"{name}_{number}" for number in count(1) if f"{name}_{number}" not in taken)
            return App("fn", (Var(new), substitute(inner, {name: Var(new)})))
        case App(head, args):
            return App(head, tuple(_apart(arg, parameters) for arg in args))
    return body


def _parts(given: str) -> list[str]:
    return [part for part in given.split(";") if part.strip()]


def _terms(premises: tuple[Claim, ...]) -> tuple[Term, ...]:
    return tuple(t for premise in premises for t in (premise.says, *premise.given))
