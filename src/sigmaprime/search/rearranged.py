"""A function written in the form in which its limit is best seen, equal to it close to the place.

Powers with other exponents than whole numbers become exponentials; logarithms of products become sums; where one
term of a sum dominates, it is taken out of logarithms and square roots; and what can be cancelled is.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.normal import Monomial, Poly
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, Var, children, free, subterm
from sigmaprime.search.algebra import arithmetic, fraction, raised, scaled
from sigmaprime.search.cancelled import Fractional, cancelled, monomial_term, plus
from sigmaprime.search.chain import chain, equation, link, sides, usable
from sigmaprime.search.divisors import briefly, equal_where_defined
from sigmaprime.search.dominant import divided
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.near import INFINITE, At
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sizes import dominant, over, term_of
from sigmaprime.search.values import size

MOST_STEPS: Final = 40
PLAIN: Final = frozenset(("+", "-", "*", "/", "neg", "^", "fn", "D"))


def rearranged(session: Session, body: Term, at: At, given: tuple[Term, ...]) -> Derivation:
    """`body = better` under the hypotheses `given`; `NoProof` if there is nothing better."""
    links: list[Derivation] = []
    here = body
    for _ in range(MOST_STEPS):
        session.tick()
        step = _step(session, here, at, given) or _cancelling(session, here, given, bool(links))
        if step is None:
            break
        links.append(step)
        here = sides(step)[1]
        if len(step.claim.given) > len(given):
            break  # the last one may suppose that what it leads to is defined
    if here is body or not links:
        raise NoProof("nothing to simplify")
    return chain(links, links[-1].claim.given)


def _cancelling(session: Session, here: Term, given: tuple[Term, ...], later: bool) -> Derivation | None:
    """One link that cancels, where that makes it smaller, or nothing else was done."""
    plain = cancelled(session, here).term
    if plain is here or (later and size(plain) >= size(here)):
        return None
    return equal_where_defined(session, here, plain, given)


def _step(session: Session, here: Term, at: At, given: tuple[Term, ...]) -> Derivation | None:
    try:
        if (out := unfolded(session, here, given)) is not None:
            return out
    except NoProof:
        pass
    for path in _innermost(here):
        node = subterm(here, path)
        if isinstance(node, App) and at.x.name in free(node):
            known = usable(given, here, path)
            for way in (_power, _argument, _logarithm, _root, _square_of_a_root, _sign):
                try:
                    fact = way(session, node, at, known)
                except NoProof:
                    continue
                if fact is not None:
                    return link(here, path, fact, given)
    return None


def _innermost(term: Term, here: Path = ()) -> list[Path]:
    if isinstance(term, App) and term.head in ("fn", "D"):
        return []
    found = [path for index, child in enumerate(children(term)) for path in _innermost(child, (*here, index))]
    return [*found, here]


def _power(session: Session, node: App, _at: At, given: tuple[Term, ...]) -> Derivation | None:
    """u^v = exp(v·ln u), for exponents that are no whole numbers."""
    match node:
        case App("^", (u, v)) if not _whole(v):
            goal = Claim(equation(node, App("exp", (App("*", (v, App("ln", (u,)))),))), given)
            return by_rule(session, "general power", goal, prove)
    return None


def _whole(exponent: Term) -> bool:
    match exponent:
        case Num(n) | App("neg", (Num(n),)):
            return n.denominator == 1
    return False


def _argument(session: Session, node: App, _at: At, given: tuple[Term, ...]) -> Derivation | None:
    """The argument of a function, with everything cancelled."""
    if node.head in PLAIN or len(node.args) != 1:
        return None
    (u,) = node.args
    if not isinstance(u, App):
        return None
    plain = cancelled(session, u).term
    if size(plain) >= size(u):
        return None
    return link(node, (0,), arithmetic(session, u, plain, given, briefly), given)


def _logarithm(session: Session, node: App, at: At, given: tuple[Term, ...]) -> Derivation | None:
    """ln(w) = ln(m) + ln(w/m), where m is the term of w that dominates, and ln(m) is written out."""
    if node.head != "ln":
        return None
    (w,) = node.args
    parts = cancelled(session, w)
    m, scale, rest = _taken_out(session, parts, at)
    if not m or (rest is None and monomial_term(m) is w and isinstance(w, Var | App) and _is_one(m)):
        return None
    total: Term | None = None
    for symbol, power in sorted(m, key=repr):
        term = term_of(symbol)
        part = scaled(term.args[0] if isinstance(term, App) and term.head == "exp" else App("ln", (term,)), abs(power))
        total = plus(total, part, power > 0)
    if rest is not None:
        total = plus(total, App("ln", (rest,)), True)
    elif scale != 1:
        total = plus(total, App("ln", (Num(scale),)), True) if scale > 0 else None
    if total is None:
        return None
    return briefly(session, Claim(equation(node, total), given))


def _is_one(m: Monomial) -> bool:
    """A single generator that is no exponential: nothing to be taken apart."""
    return len(m) == 1 and all(power == 1 and not isinstance(symbol, tuple) for symbol, power in m)


def _taken_out(session: Session, parts: Fractional, at: At) -> tuple[Monomial, Fraction, Term | None]:
    """What dominates, with the number before it, and the quotient by it (None where that is a number)."""
    up, down = (_leading(session, poly, at) for poly in (parts.top, parts.bottom))
    m = over(up, down)
    if len(parts.top) == 1 and len(parts.bottom) == 1:
        return m, fraction(parts.top[up] / parts.bottom[down]), None
    top, bottom = divided(parts.top, up), divided(parts.bottom, down)
    return m, Fraction(1), top if bottom is Num(1) else App("/", (top, bottom))


def _leading(session: Session, poly: Poly, at: At) -> Monomial:
    if len(poly) == 1:
        return next(iter(poly))
    if at.place not in INFINITE:
        return frozenset()
    return dominant(session, poly, at)


def _root(session: Session, node: App, at: At, given: tuple[Term, ...]) -> Derivation | None:
    """sqrt(w) = k·sqrt(w/k²), where k² dominates in w."""
    if node.head != "sqrt":
        return None
    (w,) = node.args
    parts = cancelled(session, w)
    if at.place not in INFINITE or isinstance(w, Var):
        return None
    if len(parts.top) + len(parts.bottom) == 2:
        goal = Claim(equation(node, App("exp", (App("/", (App("ln", (w,)), Num(2))),))), given)
        return by_rule(session, "square root as an exponential", goal, prove)
    m, _, rest = _taken_out(session, parts, at)
    half = frozenset((s, p / 2) for s, p in m)
    if not m or rest is None or any(p.denominator != 1 and not isinstance(s, tuple) for s, p in half):
        return None
    v = monomial_term(half)
    inside = App("/", (w, App("^", (v, Num(2)))))
    goal = Claim(equation(node, App("*", (v, App("sqrt", (inside,))))), given)
    taken = by_rule(session, "a square taken out of a root", goal, prove)
    plainer = link(sides(taken)[1], (1, 0), arithmetic(session, inside, rest, given, briefly), given)
    return chain([taken, plainer], given)


def _sign(session: Session, node: App, _at: At, given: tuple[Term, ...]) -> Derivation | None:
    if node.head != "sign":
        return None
    for name, value in (("sign of a positive", Num(1)), ("sign of a negative", App("neg", (Num(1),)))):
        with suppress(NoProof):
            return by_rule(session, name, Claim(equation(node, value), given), briefly)
    return None


def _square_of_a_root(session: Session, node: App, _at: At, given: tuple[Term, ...]) -> Derivation | None:
    """sqrt(w)^n = w^k·sqrt(w)^(n − 2k)."""
    match node:
        case App("^", (App("sqrt", (w,)) as root, Num(n))) if n == 2:
            return by_rule(session, "square of a square root", Claim(equation(node, w), given), prove)
        case App("^", (App("sqrt", _) as root, Num(n))) if n.denominator == 1 and n > 2:
            split = raised(App("^", (root, Num(2))), int(n) // 2)
            whole = App("*", (split, root)) if n % 2 else split
            return arithmetic(session, node, whole, given, prove)
    return None
