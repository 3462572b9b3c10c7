"""Which derivatives are seen at sight, and what is cleared away at once: small arithmetic that needs no line."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.term import App, Num, Path, Term, Var, as_number, children, free
from sigmaprime.search.session import Session
from sigmaprime.search.simplify.choice import collected
from sigmaprime.search.table import is_known


def positions(term: Term, here: Path = ()) -> Iterator[Path]:
    """The derivatives in `term` that contain no other, from left to right."""
    inner = [at for index, child in enumerate(children(term)) for at in positions(child, (*here, index))]
    if inner:
        yield from inner
    elif isinstance(term, App) and term.head == "D":
        yield here


def at_sight(session: Session, x: Var, body: Term, *, top: bool) -> bool:
    """Whether nobody would write down how D(body, x) is found; at the top of a derivation fewer are."""
    if x.name not in free(body):
        return True
    match body:
        case Var():
            return True
        case App("component", _):
            return is_own_component(x, body)
        case App("neg", (u,)):
            return at_sight(session, x, u, top=top)
        case App("*", (c, u)) if x.name not in free(c):
            return not top and at_sight(session, x, u, top=top)
        case App("*", (u, c)) if x.name not in free(c):
            return not top and at_sight(session, x, u, top=top)
        case App("+" | "-", (u, v)):
            return not top and all(at_sight(session, x, part, top=top) for part in (u, v))
        case App("/", (u, c)) if x.name not in free(c):
            return not top and at_sight(session, x, u, top=top)
        case App("/", (c, v)) if x.name not in free(c):
            return _is_base(x, v, top=top)
        case App("^", (u, c)) if x.name not in free(c):
            return _is_base(x, u, top=top)
        case App("exp", (u,)):
            return _is_base(x, u, top=top)
        case App(head, (u,)) if f"derivative of {head}" in session.rules or is_known(session, head):
            return _is_base(x, u, top=top)
    return False


def is_own_component(x: Var, u: Term) -> bool:
    """Whether u is a component of a vector of which one component is called x."""
    match u:
        case App("component", (App("put", (_, _, t)), i)):
            return t is x and x.name not in free(i)
    return False


def _is_base(x: Var, u: Term, *, top: bool) -> bool:
    return u is x or is_own_component(x, u) or (not top and _is_polynomial(x, u))


def _is_polynomial(x: Var, term: Term) -> bool:
    match term:
        case App("+" | "-", (u, v)):
            return _is_polynomial(x, u) and _is_polynomial(x, v)
        case App("neg", (u,)):
            return _is_polynomial(x, u)
        case App("*", (c, u)) if x.name not in free(c):
            return _is_polynomial(x, u)
        case App("*" | "/", (u, c)) if x.name not in free(c):
            return _is_polynomial(x, u)
        case App("^", (u, Num(n))) if n.denominator == 1:
            return u is x or x.name not in free(u)
    return term is x or x.name not in free(term)


def collected_products(term: Term) -> Term:
    """The factors of every product that contains no derivative any more collected."""
    match term:
        case App("fn" | "D" | "sin" | "cos", _) | Num() | Var():
            return term
        case App("*" | "/" | "neg", _) if _has_letter_power(term):
            return term
        case App("*", _) if next(positions(term), None) is None and not _cancels(term):
            return collected(term)
        case App("^", (App("^", (u, Num(m))), Num(n))) if m.denominator == n.denominator == 1:
            return App("^", (collected_products(u), Num(m * n)))
        case App(head, args):
            return App(head, tuple(map(collected_products, args)))


def _has_letter_power(product: Term) -> bool:
    """Whether a power of a number, as (-1)^n, or a factorial stands in a product: its factors stay as they are."""
    match product:
        case App("*" | "/", (u, v)):
            return _has_letter_power(u) or _has_letter_power(v)
        case App("neg", (u,)):
            return _has_letter_power(u)
        case App("^", (u, v)):
            return as_number(u) is not None and bool(free(v))
    return isinstance(product, App) and product.head == "factorial"


def _cancels(product: Term) -> bool:
    """Whether something may cancel in a product: that is a step of its own."""
    match product:
        case App("*" | "+" | "-", (u, v)):
            return _cancels(u) or _cancels(v)
        case App("neg", (u,)):
            return _cancels(u)
        case App("/", (_, v)):
            return bool(free(v))
    return False


def with_exponents(term: Term) -> Term:
    """Sums of numbers in exponents worked out: x^(1/2 − 1) as x^(−1/2)."""
    match term:
        case App("^", (u, App("-", (c, Num(one))))) if (value := as_number(c)) is not None:
            shifted = value - one
            exponent: Term = Num(shifted) if shifted >= 0 else App("neg", (Num(-shifted),))
            return App("^", (with_exponents(u), exponent))
        case App("fn", _):
            return term
        case App(head, args) if args:
            return App(head, tuple(map(with_exponents, args)))
    return term
