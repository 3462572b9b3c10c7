"""The normal form of sums over an index: numbers and constant factors stand outside, each sum is of one product.

Σ_i (a x_i + b) y_i becomes a·Σ_k x_k y_k + b·Σ_k y_k; a δ_ij leaves one term; a sum of products with a sum is put in
the order in which more can stand outside. The letter of an index is chosen by how deep the sums in it go, so that
equal sums have equal letters.
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, Var, children, free, substitute, subterms
from sigmaprime.notation.line import language
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import chain, equal_terms, equation, inside, link, local, sides, usable
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.indices import opened_dot, other_letter, plain_component
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sum_pieces import UNIT, added, pieces_of, product_of

CLOSED = frozenset(("D", "int", "lim", "prod", "fn"))
MOST_SWAPS = 6


def sum_form(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    """`term = its normal form`; None if it is that already."""
    names = frozenset(t.name for t in subterms(term, *given) if isinstance(t, Var))
    return _form(session, term, given, names)


def _form(session: Session, term: Term, given: tuple[Term, ...], names: frozenset[str]) -> Derivation | None:
    session.tick()
    if not isinstance(term, App) or term.head in CLOSED:
        return None
    links: list[Derivation] = []
    here: Term = term
    if term.head == "dot":
        links.append(opened_dot(term))
        here = sides(links[0])[1]
    elif term.head != "sum":
        for index in range(len(term.args)):
            fact = _form(session, children(here)[index], usable(given, here, (index,)), names)
            if fact is not None:
                links.append(inside(here, (index,), fact, given))
                here = sides(links[-1])[1]
        if (plain := plain_component(session, here, given)) is not None:
            links.append(plain)
    if isinstance(here, App) and here.head == "sum" and (fact := _sum(session, here, given, names)) is not None:
        links.append(fact)
    return chain(links, given) if links else None


def _sum(session: Session, term: App, given: tuple[Term, ...], names: frozenset[str]) -> Derivation | None:
    """A sum, its terms brought into their form first, then taken apart into sums of products."""
    links: list[Derivation] = []
    here = _index_first(session, term, given, links)
    here = _terms(session, here, given, names, links)
    pieces = pieces_of(session, here)
    if pieces is not None:
        here = _with_body(session, here, added(pieces), given, links)
        links += _apart(session, here, given, names)
    return chain(links, given) if [each for each in links if sides(each)[0] is not sides(each)[1]] else None


def _index_first(session: Session, term: App, given: tuple[Term, ...], links: list[Derivation]) -> App:
    """Every δ_ji of the index i of the sum written δ_ij."""
    function, low, high = term.args
    x, body = function.args  # type: ignore[union-attr]
    new = _turned(body, x)
    if new is body:
        return term
    fact: Derivation | None = None
    column: list[Derivation] = []
    here = body
    while here is not new:
        at = next(at for at, node in _places(here) if _is_turned(node, x))
        node = _at(here, at)
        step = by_rule(session, "delta read backwards", Claim(equation(node, App("delta", (x, node.args[0])))), prove)  # type: ignore[union-attr]
        column.append(link(here, at, step, ()))
        here = sides(column[-1])[1]
    fact = chain(column, ())
    links.append(inside(term, (0, 1), fact, given))
    return App("sum", (App("fn", (x, new)), low, high))


def _is_turned(node: Term, x: Term) -> bool:
    return isinstance(node, App) and node.head == "delta" and node.args[1] is x and node.args[0] is not x


def _turned(term: Term, x: Term) -> Term:
    match term:
        case App("delta", (c, y)) if y is x and c is not x:
            return App("delta", (x, c))
        case App(head, args):
            return App(head, tuple(_turned(arg, x) for arg in args))
    return term


def _places(term: Term, here: tuple[int, ...] = ()) -> list[tuple[tuple[int, ...], Term]]:
    found = [(here, term)]
    for index, child in enumerate(children(term)):
        found += _places(child, (*here, index))
    return found


def _at(term: Term, at: tuple[int, ...]) -> Term:
    for index in at:
        term = children(term)[index]
    return term


def _terms(session: Session, term: App, given: tuple[Term, ...], names: frozenset[str], links: list[Derivation]) -> App:
    body = term.args[0].args[1]  # type: ignore[union-attr]
    fact = _form(session, body, local(term, given), names)
    if fact is None:
        return term
    links.append(equal_terms(term, fact, given))
    return sides(links[-1])[1]  # type: ignore[return-value]


def _with_body(session: Session, term: App, body: Term, given: tuple[Term, ...], links: list[Derivation]) -> App:
    old = term.args[0].args[1]  # type: ignore[union-attr]
    if old is body:
        return term
    known = local(term, given)
    fact = arithmetic(session, old, body, known, prove)
    links.append(equal_terms(term, fact, given))
    return sides(links[-1])[1]  # type: ignore[return-value]


def _apart(session: Session, term: App, given: tuple[Term, ...], names: frozenset[str]) -> list[Derivation]:
    """A sum of sums, then each with its constant factor outside."""
    function, low, high = term.args
    x, body = function.args  # type: ignore[union-attr]

    def over(inner: Term) -> App:
        return App("sum", (App("fn", (x, inner)), low, high))

    match body:
        case App("+", (u, v)):
            right = App("+", (over(u), over(v)))
            links = [by_rule(session, "sum of sums over an index", Claim(equation(term, right), given), prove)]
            here: Term = right
            for index in (0, 1):
                part = children(here)[index]
                column = _apart(session, part, given, names)  # type: ignore[arg-type]
                if column:
                    links.append(inside(here, (index,), chain(column, given), given))
                    here = sides(links[-1])[1]
            return links
    if x.name not in free(body):  # type: ignore[union-attr]
        count = App("+", (App("-", (high, low)), UNIT))
        right = App("*", (body, count))
        return [by_rule(session, "sum of a constant", Claim(equation(term, right), given), prove)]
    match body:
        case App("*", (c, u)) if x.name not in free(c):  # type: ignore[union-attr]
            right = App("*", (c, over(u)))
            links = [by_rule(session, "constant factor of a sum", Claim(equation(term, right), given), prove)]
            column = _apart(session, over(u), given, names)
            return [*links, inside(right, (1,), chain(column, given), given)] if column else links
    return _of_one_product(session, term, given, names)


def _of_one_product(session: Session, term: App, given: tuple[Term, ...], names: frozenset[str]) -> list[Derivation]:
    """What a delta leaves; else the other order of two sums where it is better; else the letter of its height."""
    with suppress(NoProof):
        return [left_by_delta(session, term, given)]
    if (other := _other_order(session, term, given, names)) is not None:
        return [other]
    x, body = term.args[0].args  # type: ignore[union-attr]
    letter = Var(_letter(_height(body) + 1, names))
    if letter is x:
        return []
    renamed = App("sum", (App("fn", (letter, substitute(body, {x.name: letter}))), *term.args[1:]))  # type: ignore[union-attr]
    return [by_rule(session, "name of an index", Claim(equation(term, renamed), given), prove, u=body)]


def left_by_delta(session: Session, term: App, given: tuple[Term, ...]) -> Derivation:
    """`sum(delta(i, j)*u, i, a, b) = u at j`"""
    function, _, _ = term.args
    x, body = function.args  # type: ignore[union-attr]
    match body:
        case App("*", (App("delta", (y, c)), u)) if y is x and x.name not in free(c):  # type: ignore[union-attr]
            right = substitute(u, {x.name: c})  # type: ignore[union-attr]
            goal = Claim(equation(term, right), given)
            return by_rule(session, "the one term that delta leaves", goal, prove, u=u)
        case App("delta", (y, c)) if y is x:
            wider = App("*", (body, UNIT))
            fact = arithmetic(session, body, wider, (), prove)
            step = inside(term, (0, 1), fact, given)
            return chain([step, left_by_delta(session, sides(step)[1], given)], given)  # type: ignore[arg-type]
    raise NoProof("no delta with the index")


def _other_order(session: Session, term: App, given: tuple[Term, ...], names: frozenset[str]) -> Derivation | None:
    """Σ_i a_i Σ_k b_ik as Σ_k Σ_i a_i b_ik, in its normal form, if that is simpler."""
    function, low, high = term.args
    x, body = function.args  # type: ignore[union-attr]
    inner = next(
        (t for t in _multiplied(body) if isinstance(t, App) and t.head == "sum" and x.name in free(t)),  # type: ignore[union-attr]
        None,
    )
    if inner is None or len(session.nesting) > MOST_SWAPS or (free(inner.args[1]) | free(inner.args[2])) & free(x):
        return None
    (y, u), (c, d) = inner.args[0].args, inner.args[1:]  # type: ignore[union-attr]
    rest = [t for t in _multiplied(body) if t is not inner]
    session.nesting.append("sums")
    try:
        together = App("sum", (App("fn", (y, App("*", (product_of(rest), u)) if rest else u)), c, d))
        known = local(term, given)
        links: list[Derivation] = []
        # the letter of the inner index is needed for the sums that will stand inside it
        free_letter = Var(other_letter({*names, *(t.name for t in subterms(term) if isinstance(t, Var))}, "t"))
        inside_it = together.args[0].args[1]  # type: ignore[union-attr]
        renamed = App("sum", (App("fn", (free_letter, substitute(inside_it, {y.name: free_letter}))), c, d))  # type: ignore[union-attr]
        other_name = by_rule(session, "name of an index", Claim(equation(together, renamed), known), prove, u=inside_it)
        if rest:
            split = App("*", (product_of(rest), inner))
            one = by_rule(session, "constant factor of a sum", Claim(equation(together, split), known), prove)
            there = prove(session, Claim(App("defined", (split,)), known))
            turned = by_rule(
                session, "equality turned round", Claim(equation(split, together), known), knowing(prove, one, there)
            )
            fact = chain([arithmetic(session, body, split, known, prove), turned, other_name], known)
        else:
            fact = other_name
        links.append(equal_terms(term, fact, given))
        here: Term = sides(links[-1])[1]
        across = App("sum", (App("fn", (x, renamed.args[0].args[1])), low, high))  # type: ignore[union-attr]
        swapped = App("sum", (App("fn", (free_letter, across)), c, d))
        links.append(by_rule(session, "sums in the other order", Claim(equation(here, swapped), given), prove))
        better = _sum(session, swapped, given, names)
        links += [better] if better is not None else []
        end = sides(links[-1])[1]
        letter = Var(_letter(_height(body) + 1, names))
        as_it_is = App("sum", (App("fn", (letter, substitute(body, {x.name: letter}))), low, high))  # type: ignore[union-attr]
        return chain(links, given) if _weight(end) < _weight(as_it_is) else None
    except NoProof:
        return None
    finally:
        session.nesting.pop()


def _multiplied(term: Term) -> list[Term]:
    match term:
        case App("*", (u, v)):
            return [*_multiplied(u), *_multiplied(v)]
    return [term]


def _weight(term: Term) -> tuple[int, int, str]:
    """How deep the sums of a term go, and how much stands inside them."""
    return _height(term), _cost(term, 0), language(term)


def _cost(term: Term, depth: int) -> int:
    deeper = depth + (isinstance(term, App) and term.head == "sum")
    own = depth if isinstance(term, App) and term.head == "component" else 0
    return own + sum(_cost(child, deeper) for child in children(term))


def _height(term: Term) -> int:
    """How deep sums are nested in a term."""
    inner = max(map(_height, children(term)), default=0)
    return inner + 1 if isinstance(term, App) and term.head == "sum" else inner


def _letter(height: int, names: frozenset[str]) -> str:
    found: list[str] = []
    for _ in range(height):
        found.append(other_letter(names | set(found)))
    return found[-1]
