"""Higher powers of square roots are reduced: sqrt(u)³ + sqrt(u)² = u·sqrt(u) + u, where u >= 0."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq

from sigmaprime.kernel.normal import ONE, Poly
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, free, paths, subterm
from sigmaprime.search.algebra import arithmetic, normal_form, product, raised
from sigmaprime.search.chain import chain, equation, link, sides
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.ring import sum_of_monomials
from sigmaprime.search.session import NoProof, Session

MOST_ROOTS = 4


def reduced(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    """`term = …` without powers of square roots in its numerator; None if there are none."""
    links: list[Derivation] = []
    here = term
    for _ in range(MOST_ROOTS):
        step = _without_one(session, here, given)
        if step is None:
            break
        links += step
        here = sides(step[-1])[1]
    return chain(links, given) if links else None


def _without_one(session: Session, term: Term, given: tuple[Term, ...]) -> list[Derivation] | None:
    form = normal_form(session, term)
    root = next((s for m in form.top for s, power in m if _is_root(s) and power >= 2), None)
    if not isinstance(root, App):
        return None
    square = App("^", (root, Num(2)))
    bottom = None if form.bottom.keys() == {ONE} else sum_of_monomials(form.bottom)
    scale = 1 / form.bottom[ONE] if bottom is None else fmpq(1)
    parts: dict[int, Poly] = {}
    for monomial, c in form.top.items():
        power = int(dict(monomial).get(root, Fraction(0)))
        rest = frozenset((s, p) for s, p in monomial if s is not root)
        parts.setdefault(power, {})[rest] = c * scale
    shown = _sum(parts, root, square, bottom)
    links = [arithmetic(session, term, shown, given, prove)]
    fact = by_rule(session, "square of a square root", Claim(equation(square, root.args[0]), given), prove)
    here = shown
    while (at := _place(here, square)) is not None:
        links.append(link(here, at, fact, given))
        here = sides(links[-1])[1]
    plain = _plain(session, here, bottom)
    if plain is not here:
        links.append(arithmetic(session, here, plain, given, prove))
    return links


def _is_root(symbol: object) -> bool:
    return isinstance(symbol, App) and symbol.head == "sqrt" and bool(free(symbol))


def _sum(parts: dict[int, Poly], root: Term, square: Term, bottom: Term | None) -> Term:
    total: Term | None = None
    for power, poly in sorted(parts.items()):
        factors = [sum_of_monomials(poly)]
        factors += [raised(square, power // 2)] if power > 1 else []
        factors += [root] if power % 2 else []
        part = product(factors)
        total = part if total is None else App("+", (total, part))
    if total is None:
        raise NoProof("nothing to be reduced")
    return total if bottom is None else App("/", (total, bottom))


def _place(term: Term, wanted: Term) -> Path | None:
    return next((at for at in paths(term) if subterm(term, at) is wanted), None)


def _plain(session: Session, term: Term, bottom: Term | None) -> Term:
    top = term.args[0] if bottom is not None and isinstance(term, App) else term
    form = normal_form(session, top)
    if form.bottom.keys() != {ONE}:
        return term
    shown = sum_of_monomials({m: c / form.bottom[ONE] for m, c in form.top.items()})
    return shown if bottom is None else App("/", (shown, bottom))
