"""What the hypothesis that something is defined says about its parts: arguments in domains, denominators not 0."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sigmaprime.kernel.proof import Apply, Claim, Derivation, Given
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Num, Path, Term, paths, substitute, subterm, subterms
from sigmaprime.search.chain import equation, sides
from sigmaprime.search.fit import fit
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.session import NoProof, Session

PARTS = {
    ("/", 0): "numerator is defined", ("+", 0): "first term is defined", ("+", 1): "second term is defined",
    ("-", 0): "minuend is defined", ("-", 1): "subtrahend is defined", ("*", 0): "first factor is defined",
    ("*", 1): "second factor is defined", ("neg", 0): "defined without its sign", ("^", 0): "base is defined",
}  # fmt: skip

# what a term says about the whole numbers in it, if it is defined
OF_WHOLE_NUMBERS = {
    "nth": ("the order is a whole number", "the order is not negative"),
    "factorial": ("factorial of a whole number", "factorial of no negative"),
}


def from_definedness(session: Session, goal: Claim) -> Derivation:
    """`goal` as a condition without which a hypothesis `defined(u)` could not hold."""
    for known in _known(session, goal.given):
        (term,) = known.claim.says.args  # type: ignore[union-attr]
        for at in paths(term):
            node = subterm(term, at)
            for rule in _conditions(session, node):
                holes = fit(rule, goal.says)
                if holes is not None and (full := _matching(rule, holes, node)) is not None:
                    with suppress(NoProof):
                        inner = _defined(session, known, at)
                        return Derivation(goal, Apply(rule.name, full), (inner,))
            if (found := _in_a_denominator(session, goal, known, at, node)) is not None:
                return found
    raise NoProof("no hypothesis says so")


def _in_a_denominator(session: Session, goal: Claim, known: Derivation, at: Path, node: Term) -> Derivation | None:
    """`u != 0` for a factor, or the base of a power, of a denominator."""
    match goal.says, node:
        case App("!=", (u, zero)), App("/", (top, bottom)) if zero is Num(0) and u in set(subterms(bottom)):
            try:
                inner = _defined(session, known, at)
            except NoProof:
                return None
            claim = Claim(App("!=", (bottom, Num(0))), goal.given)
            holes = (("u", top), ("v", bottom))
            return _factor(session, Derivation(claim, Apply("denominator is not zero", holes), (inner,)), u)
    return None


def _factor(session: Session, known: Derivation, u: Term) -> Derivation | None:
    """From a product or power that is not 0 down to its part u."""
    whole = known.claim.says.args[0]  # type: ignore[union-attr]
    if whole is u:
        return known
    match whole:
        case App("*", (a, b)):
            steps = [
                (a, "first factor of what is not zero", (("u", a), ("v", b))),
                (b, "second factor of what is not zero", (("u", a), ("v", b))),
            ]
        case App("^", (a, App() as power)) if u in set(subterms(a)):
            return _base(session, known, a, power, u)
        case App("^", (a, Num(n) as power)) if n.denominator == 1 and n > 0:
            steps = [(a, "base of a power that is not zero", (("n", power), ("u", a)))]
        case _:
            return None
    for part, name, holes in steps:
        claim = Claim(App("!=", (part, Num(0))), known.claim.given)
        if (found := _factor(session, Derivation(claim, Apply(name, holes), (known,)), u)) is not None:
            return found
    return None


def _base(session: Session, known: Derivation, a: Term, power: Term, u: Term) -> Derivation | None:
    """From a^c != 0 for a whole c > 0 to a != 0."""
    given = known.claim.given
    try:
        parts = tuple(
            prove(session, Claim(says, given)) for says in (App("whole", (power,)), App(">", (power, Num(0))))
        )
    except NoProof:
        return None
    claim = Claim(App("!=", (a, Num(0))), given)
    by = Apply("base of a whole power that is not zero", (("u", a), ("v", power)))
    return _factor(session, Derivation(claim, by, (known, *parts)), u)


def _known(session: Session, given: tuple[Term, ...]) -> list[Derivation]:
    """What the hypotheses say is defined, and what a defined function in them stands for."""
    found = []
    for index, hypothesis in enumerate(given):
        match hypothesis:
            case App("defined", (term,)):
                here = Derivation(Claim(hypothesis, given), Given(index))
                found.append(here)
                found += _below_derivatives(session, here)
                fact = meaning(session, term)
                if fact is not None and isinstance(fact.by, Apply):
                    body = sides(fact)[1]
                    back = Derivation(Claim(equation(body, term)), Apply(f"{fact.by.rule}, backwards", fact.by.holes))
                    holes = (("u", body), ("v", term))
                    claim = Claim(App("defined", (body,)), given)
                    found.append(Derivation(claim, Apply("defined, being equal", holes), (back, here)))
    return found


def _below_derivatives(session: Session, known: Derivation) -> Iterator[Derivation]:
    """Where f′ is defined, f is."""
    (term,) = known.claim.says.args  # type: ignore[union-attr]
    for at in paths(term):
        node = subterm(term, at)
        match node:
            case App("D", (App("fn", (x, body)) as k, point)):
                claim = Claim(App("defined", (substitute(body, {x.name: point}),)), known.claim.given)  # type: ignore[union-attr]
                by = Apply("differentiable, so defined", (("k", k), ("v", point)))
            case App("nth", (App("fn", (x, body)) as k, order, point)):
                claim = Claim(App("defined", (substitute(body, {x.name: point}),)), known.claim.given)  # type: ignore[union-attr]
                by = Apply("of some order, so defined", (("c", order), ("k", k), ("w", point)))
            case App(head, (u,)) if f"{head[:-1]}, where its derivative is defined" in session.rules:
                claim = Claim(App("defined", (App(head[:-1], (u,)),)), known.claim.given)
                by = Apply(f"{head[:-1]}, where its derivative is defined", (("u", u),))
            case _:
                continue
        with suppress(NoProof):
            yield Derivation(claim, by, (_defined(session, known, at),))


def _conditions(session: Session, node: Term) -> list[Rule]:
    if not isinstance(node, App):
        return []
    if node.head == "/":
        return [session.rules["denominator is not zero"]]
    if node.head in OF_WHOLE_NUMBERS:
        return [session.rules[name] for name in OF_WHOLE_NUMBERS[node.head]]
    names = (f"domain of {node.head}", f"domain of {node.head}, condition 1", f"domain of {node.head}, condition 2")
    return [session.rules[name] for name in names if name in session.rules]


def _matching(rule: Rule, holes: dict[str, Term], node: Term) -> tuple[tuple[str, Term], ...] | None:
    """The holes for which the premise of the rule is that `node` is defined."""
    (premise,) = rule.premises
    full = fit(Rule(rule.name, premise.says, (), rule.source, rule.holes), App("defined", (node,)), holes)
    return None if full is None else tuple((name, full[name]) for name, _ in rule.holes)


def _defined(session: Session, here: Derivation, at: Path) -> Derivation:
    """That the part at `at` of a defined term is defined, step by step from the whole inwards."""
    given = here.claim.given
    for step in at:
        (term,) = here.claim.says.args  # type: ignore[union-attr]
        part = term.args[step]  # type: ignore[union-attr]
        head = term.head  # type: ignore[union-attr]
        claim = Claim(App("defined", (part,)), given)
        if (head, step) == ("/", 1):
            here = _nonzero_so_defined(claim, term, here)
            continue
        name = PARTS.get((head, step), f"argument of {head} is defined")
        if (head, step) == ("^", 0) and not isinstance(term.args[1], Num):  # type: ignore[union-attr]
            name = "base of any power is defined"
        if name not in session.rules:
            raise NoProof("no rule leads to that part")
        rule = session.rules[name]
        holes = _matching(rule, fit(rule, claim.says) or {}, term)
        if holes is None:
            raise NoProof("no rule leads to that part")
        here = Derivation(claim, Apply(name, holes), (here,))
    return here


def _nonzero_so_defined(claim: Claim, term: Term, here: Derivation) -> Derivation:
    top, bottom = term.args  # type: ignore[union-attr]
    apart = Derivation(
        Claim(App("!=", (bottom, Num(0))), claim.given),
        Apply("denominator is not zero", (("u", top), ("v", bottom))),
        (here,),
    )
    return Derivation(claim, Apply("defined, being different", (("u", bottom), ("v", Num(0)))), (apart,))
