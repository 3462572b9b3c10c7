"""A derivative as a teacher writes it: one rule a line for every part, the easy derivatives at sight, then the form.

What is easy at sight: constants, powers and polynomials, the functions of the table at x; and within a larger
expression their values at a polynomial, as for e^(−x²).
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Chain, Claim, Derivation, Prime, Rewrite
from sigmaprime.kernel.term import App, Term, Var, free, subterm
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import chain, equation, link, sides, usable
from sigmaprime.search.derivative import by_rules
from sigmaprime.search.easy_derivatives import at_sight, collected_products, positions, with_exponents
from sigmaprime.search.fit import by_rule
from sigmaprime.search.folding import folded_to
from sigmaprime.search.forms import derivative
from sigmaprime.search.goals import prove
from sigmaprime.search.indices import opened_dot
from sigmaprime.search.meaning import meaning
from sigmaprime.search.recognised import recognised
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.simplify.choice import collected
from sigmaprime.search.simplify.lines import equal_terms, lines_to, simplified
from sigmaprime.search.table import KNOWN, by_table, is_known
from sigmaprime.tidy import tidied

MOST_LINES = 60
LINEAR = frozenset(("+", "-", "neg"))


def worked(session: Session, start: Term, given: tuple[Term, ...], aim: Term | None = None) -> list[Derivation]:
    """The lines from a derivative to its simplest form, or to `aim`."""
    links = differentiated(session, start, given)
    here = sides(links[-1])[1] if links else start
    return [*links, *(simplified(session, here, given) if aim is None else lines_to(session, here, aim, given))]


def repeated(session: Session, start: Term, given: tuple[Term, ...], *, order: int = 1) -> list[Derivation]:
    """A derivative of a derivative, the inner one brought to its simplest form before it is differentiated.

    Beyond the second derivative, each order is one line, which opens to the others.
    """
    links: list[Derivation] = []
    here = start
    if isinstance(here, App) and here.head.endswith("'"):
        fact = meaning(session, here)
        if fact is None:
            raise NoProof("a function without a definition")
        links, here = [fact], sides(fact)[1]
    match here:
        case App("D", (App("fn", (_, inner)), _)):
            if _has_slope(inner):
                known = usable(given, here, (0, 1))
                for step in _inner(session, inner, known, order):
                    links.append(link(here, (0, 1), step, given))
                    here = sides(links[-1])[1]
            elif (fact := _author_function(session, inner)) is not None:
                links.append(link(here, (0, 1), fact, given))
                here = sides(links[-1])[1]
    return [*links, *differentiated(session, here, given)]


def _inner(session: Session, inner: Term, given: tuple[Term, ...], order: int) -> list[Derivation]:
    links = repeated(session, inner, given, order=order + 1)
    end = sides(links[-1])[1] if links else inner
    steps = [*links, *simplified(session, end, given)]
    if order == 1 and not any(_is_inside(step) for step in steps):
        return steps
    outer = [step for step in steps if _is_inside(step)]
    rest = steps[len(outer) :]
    return [*outer, one_line(rest, given)] if rest else outer


def _is_inside(step: Derivation) -> bool:
    """Whether a line works on a derivative within a derivative, or says what a prime means."""
    return isinstance(step.by, Prime) or (isinstance(step.by, Rewrite) and step.by.at[:2] == (0, 1))


def _has_slope(term: Term) -> bool:
    return isinstance(term, App) and (term.head == "D" or term.head.endswith("'"))


def _author_function(session: Session, term: Term) -> Derivation | None:
    """The definition put in, of a function that has no other derivative."""
    match term:
        case App(head, _) if f"definition of {head}" in session.rules and head not in KNOWN:
            return meaning(session, term)
    return None


def definition_worked(session: Session, start: Term, aim: Term, given: tuple[Term, ...]) -> Derivation:
    """The derivative of a function from its definition, brought to a form that is known."""
    put_in = _definition(session, start, given)
    links = [put_in, *differentiated(session, sides(put_in)[1], given)]
    here = sides(links[-1])[1]
    short = simplified(session, here, given)
    end = sides(short[-1])[1] if short else here
    found = []
    for begun, before in ((end, short), (here, [])):
        for way in (recognised, folded_to, lines_to):
            with suppress(NoProof):
                found.append([*before, *way(session, begun, aim, given)])
                break
    if not found:
        raise NoProof("the form is not reached")
    return chain([*links, *min(found, key=len)], given)


def differentiated(session: Session, start: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """Lines until no derivative is left, each taking every derivative one rule further."""
    links: list[Derivation] = []
    here = start
    while (step := _line(session, here, given, top=not links)) is not None:
        session.tick()
        links.append(step)
        here = sides(step)[1]
        if len(links) > MOST_LINES:
            raise NoProof("too many steps")
    return links


def one_line(links: list[Derivation], given: tuple[Term, ...]) -> Derivation:
    """Several links that are shown as one line, which opens to them."""
    whole = chain(links, given)
    return Derivation(whole.claim, Rewrite(()), (whole,)) if isinstance(whole.by, Chain) else whole


def _line(session: Session, term: Term, given: tuple[Term, ...], *, top: bool) -> Derivation | None:
    links: list[Derivation] = []
    here = term
    places = list(positions(term))
    for at in places:
        inner = usable(given, here, at)
        fact = one_line([_advanced(session, subterm(here, at), inner, top=top and at == ())], inner)
        links.append(link(here, at, fact, given))
        here = sides(links[-1])[1]
    if not links:
        return None
    better = _tidied(here)
    if better is not here:
        with suppress(NoProof):
            links.append(equal_terms(session, here, better, given))
    return one_line(links, given)


def _tidied(term: Term) -> Term:
    """No zeros and ones, and the factors of a product that contains no derivative any more collected."""
    return collected_products(tidied(term))


def _advanced(session: Session, node: Term, given: tuple[Term, ...], *, top: bool) -> Derivation:
    """D(u, x) one rule further, and to its end where that is seen at sight."""
    x, body = _derivative(node)
    if x is None or body is None:
        return derivative(session, node, given, frozenset())
    if at_sight(session, x, body, top=top):
        return _finished(session, node, given)
    if not top and isinstance(body, App) and body.head == "dot":
        with suppress(NoProof):
            return _of_dot_product(session, node, x, body, given)
    links = _rule(session, node, x, body, given)
    here = sides(links[-1])[1]
    for at in list(positions(here)):
        part = subterm(here, at)
        y, inner = _derivative(part)
        if y is None or inner is None:
            continue
        known = usable(given, here, at)
        if _is_linear(body) and top:
            if not _is_sum(inner):
                continue
            fact = _advanced(session, part, known, top=top)
        elif isinstance(inner, Var) or y.name not in free(inner):
            fact = _finished(session, part, known)
        elif _is_linear(body):
            fact = _advanced(session, part, known, top=False)
        else:
            continue
        links.append(link(here, at, fact, given))
        here = sides(links[-1])[1]
    return chain(links, given)


def _of_dot_product(session: Session, node: Term, x: Var, body: App, given: tuple[Term, ...]) -> Derivation:
    """The derivative of w·x by w_j is x_j."""
    one, other, _ = body.args
    (changed, still), name = (((one, other), ""), ((other, one), ", factor last"))[x.name in free(other)]
    match changed:
        case App("put", (_, j, t)) if t is x:
            goal = Claim(equation(node, App("component", (still, j))), given)
            return by_rule(session, f"derivative of a dot product{name}", goal, prove)
    raise NoProof("not by a component of one factor")


def _derivative(node: Term) -> tuple[Var | None, Term | None]:
    match node:
        case App("D", (App("fn", (Var() as x, body)), point)) if point is x:
            return x, body
    return None, None


def _is_sum(body: Term) -> bool:
    return isinstance(body, App) and body.head in LINEAR


def _is_linear(body: Term) -> bool:
    match body:
        case App(head, _) if head in LINEAR:
            return True
        case App("*", (u, v)):
            return not free(u) or not free(v)
    return False


def _rule(session: Session, node: Term, x: Var, body: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """One rule, or a definition put in."""
    match body:
        case App("*", (App("*", (u, v)), w)) if all(x.name in free(part) for part in (u, v, w)):
            return _three_factors(session, node, x, (u, v, w), given)
        case App(head, (_,)) if x.name in free(body) and is_known(session, head):
            return by_table(session, node, given)
        case App("dot", _):
            return [link(node, (0, 1), opened_dot(body), given)]
        case App(head, _) if f"derivative of {head}" not in session.rules and f"definition of {head}" in session.rules:
            return [_definition(session, node, given)]
    first = by_rules(session, node, x, body, given, prove)
    here = sides(first)[1]
    better = with_exponents(here)
    return [first] if better is here else [first, equal_terms(session, here, better, given)]


def _definition(session: Session, node: Term, given: tuple[Term, ...]) -> Derivation:
    _, body = _derivative(node)
    fact = None if body is None else meaning(session, body)
    if fact is None:
        raise NoProof("a function whose derivative is not known")
    return link(node, (0, 1), fact, given)


def _three_factors(
    session: Session, node: Term, x: Var, parts: tuple[Term, Term, Term], given: tuple[Term, ...]
) -> list[Derivation]:
    """(uvw)′ = u′vw + uv′w + uvw′: the product rule twice, and multiplied out."""
    u, v, w = parts
    product = App("*", (u, v))
    first = by_rules(session, node, x, App("*", (product, w)), given, prove)
    here = sides(first)[1]
    inner = App("D", (App("fn", (x, product)), x))
    second = link(here, (0, 0), by_rules(session, inner, x, product, given, prove), given)
    du, dv, dw = (App("D", (App("fn", (x, part)), x)) for part in parts)
    whole = App(
        "+",
        (
            App("+", (App("*", (App("*", (du, v)), w)), App("*", (App("*", (u, dv)), w)))),
            App("*", (product, dw)),
        ),
    )
    third = arithmetic(session, sides(second)[1], whole, given, prove)
    return [one_line([first, second, third], given)]


def _finished(session: Session, node: Term, given: tuple[Term, ...]) -> Derivation:
    """A derivative taken to its end, as one fact, with its factors collected."""
    links: list[Derivation] = []
    here = node
    while (at := next(positions(here), None)) is not None:
        part = subterm(here, at)
        x, body = _derivative(part)
        inner = usable(given, here, at)
        if x is None or body is None:
            step = [derivative(session, part, inner, frozenset())]
        else:
            step = _rule(session, part, x, body, inner)
        fact = chain(step, inner)
        links.append(link(here, at, fact, given))
        here = sides(links[-1])[1]
    better = collected(with_exponents(here))
    if better is not here:
        links.append(equal_terms(session, here, better, given))
    return chain(links, given)
