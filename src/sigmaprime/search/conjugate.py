"""A difference of roots, multiplied by its conjugate: √A − B = (A − B²)/(√A + B); for cube roots likewise."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, free, paths, subterm, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import chain, equation, link, sides
from sigmaprime.search.divisors import briefly, condition
from sigmaprime.search.equal_near import Given, Step, follow
from sigmaprime.search.fit import by_rule
from sigmaprime.search.fractions_written import as_fraction
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.near import INFINITE, At, value_of
from sigmaprime.search.put_in import is_zero
from sigmaprime.search.session import NoProof, Session
from sigmaprime.tidy import tidied

ROOTS = {"sqrt": (2, "square of a square root"), "cbrt": (3, "cube of a cube root")}
ONE = Num(1)


def by_conjugate(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    gap = NoProof("no difference of roots")
    for path in _places(body):
        node = subterm(body, path)
        for root in _roots(node, at):
            try:
                _differs_by_little(session, node, inner)
                return _multiplied(session, body, at, inner, path, root)
            except NoProof as failed:
                gap = failed
    raise gap


def _places(body: Term) -> list[Path]:
    """Where the sums stand that are factors of the numerator or of the denominator."""
    match body:
        case App("/", (u, v)):
            return [*((0, *p) for p in _sums(u)), *((1, *p) for p in _sums(v))]
    return list(_sums(body))


def _sums(term: Term) -> Iterator[Path]:
    match term:
        case App("+" | "-", _):
            yield ()
        case App("*", (u, v)):
            yield from ((0, *p) for p in _sums(u))
            yield from ((1, *p) for p in _sums(v))
        case App("neg", (u,)):
            yield from ((0, *p) for p in _sums(u))


def _roots(node: Term, at: At) -> list[str]:
    heads = [t.head for t in subterms(node) if isinstance(t, App) and t.head in ROOTS and at.x.name in free(t)]
    return list(dict.fromkeys(heads))


def _multiplied(session: Session, body: Term, at: At, inner: Inner, path: Path, root: str) -> Derivation:
    node = subterm(body, path)
    match node:
        case App("+" | "-" as sign, (a, b)):
            pass
        case _:
            raise NoProof("not a difference")
    if root == "cbrt" and not any(isinstance(t, App) and t.head == "cbrt" for t in (a, b)):
        raise NoProof("not a difference of cube roots")
    other = _conjugate(a, b, sign, root)
    side = path[0] if path and isinstance(body, App) and body.head == "/" else 0
    quotient = body if isinstance(body, App) and body.head == "/" else App("/", (body, ONE))
    up, down = quotient.args
    by = [App("*", (up, other)), tidied(App("*", (down, other)))]
    first = App("/", (by[0], by[1]))
    short = path[1:] if isinstance(body, App) and body.head == "/" else path
    kept = (up, down)[side]
    power, _ = ROOTS[root]
    raised = [_power(t, power, root) for t in (a, b)]
    both = App("-" if sign == "-" or power == 2 else "+", (raised[0], raised[1]))
    product = _with(kept, short, both)
    product_now = by[side]
    opened = _opened(session, product, root)
    number = as_fraction(session, sides(opened)[1] if opened else product)
    freed = _opened(session, both, root)
    rest = sides(freed)[1] if freed else both
    if any(isinstance(t, App) and t.head == root and at.x.name in free(t) for t in subterms(rest)):
        raise NoProof("the conjugate does not free it from roots")

    def multiplied_out(session: Session, left: Term, _right: Term, given: Given) -> Derivation:
        where = (side,)
        links = [link(left, where, arithmetic(session, product_now, product, given, condition), given)]
        if opened is not None:
            here = sides(links[-1])[1]
            links.append(link(here, where, _open(session, product, root, given), given))
        return chain(links, given)

    plain = sides(opened)[1] if opened else product
    second = App("/", (plain, by[1]) if side == 0 else (by[0], plain))
    terms: list[Term | tuple[Term, Step]] = [first, (second, multiplied_out)]
    third = tidied(App("/", (number, by[1]) if side == 0 else (by[0], number)))
    if third is not second:
        terms.append(third)
    return follow(session, body, at, terms, inner)


def _differs_by_little(session: Session, node: Term, inner: Inner) -> None:
    """`NoProof` unless it is of the form oo − oo, or tends to 0."""
    match node:
        case App("+" | "-" as sign, (u, v)):
            a, b = (value_of(inner(w)) for w in (u, v))
            if a in INFINITE and b in INFINITE and (a is b) == (sign == "-"):
                return
    if not is_zero(session, inner(node)):
        raise NoProof("no small difference")


def _with(term: Term, path: Path, new: Term) -> Term:
    from sigmaprime.kernel.term import replace

    return replace(term, path, new) if path else new


def _conjugate(a: Term, b: Term, sign: str, root: str) -> Term:
    if root == "sqrt":
        return App("+" if sign == "-" else "-", (a, b))
    squares = [Num(t.value**2) if isinstance(t, Num) else App("^", (t, Num(2))) for t in (a, b)]
    middle = a if b is ONE else App("*", (b, a) if isinstance(b, Num) else (a, b))
    last = squares[1]
    return App("+", (App("+" if sign == "-" else "-", (squares[0], middle)), last))


def _power(term: Term, power: int, root: str) -> Term:
    """The square (or cube) of a product, with the roots in it squared first: (2√w)² as 2²·(√w)²."""
    match term:
        case App("*", (u, v)) if any(isinstance(t, App) and t.head == root for t in subterms(term)):
            return App("*", (_power(u, power, root), _power(v, power, root)))
    return App("^", (term, Num(power)))


def _opened(session: Session, product: Term, root: str) -> Derivation | None:
    """The powers of roots as what stands under them, with nothing proved yet."""
    try:
        return _open(session, product, root, None)
    except NoProof:
        return None


def _open(session: Session, product: Term, root: str, given: Given | None) -> Derivation:
    power, rule = ROOTS[root]
    links: list[Derivation] = []
    here = product
    for path in sorted(paths(product), key=len, reverse=True):
        match subterm(product, path):
            case App("^", (App(head, (w,)), Num(n))) as node if head == root and n == power:
                goal = Claim(equation(node, w), given or ())
                fact = Derivation(goal, by_rule(session, rule, goal, _supposed if given is None else briefly).by)
                if given is not None:
                    fact = by_rule(session, rule, goal, briefly)
                links.append(link(here, path, fact, given or ()))
                here = sides(links[-1])[1]
    return chain(links, given or ())


def _supposed(_session: Session, goal: Claim) -> Derivation:
    """A stand-in for a proof, where only the form that comes out is of interest."""
    return Derivation(goal, None)  # type: ignore[arg-type]
