"""What one does with an integral: the method, what it leaves outside, and the integrals that remain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sigmaprime.kernel.term import App, Term, Var, free, substitute
from sigmaprime.search.integrals.product import Product, collected, distributed, product, summands, total, written
from sigmaprime.search.integrals.simplify import simplified


@dataclass(frozen=True, slots=True)
class Plan:
    """∫ integrand dx = done + Σ factor·∫ …, by `rule`; `shown` are equations that the reader sees beside it.

    After a substitution the remaining integrals are those in another variable, which stands for `inner`; `back` says
    what else is put in place of terms with that variable. `again` is the multiple of the integral itself that remains.
    """

    x: Var
    integrand: Term
    rule: str
    shown: tuple[Term, ...] = ()
    done: tuple[Product, ...] = ()
    rest: tuple[tuple[Product, Plan], ...] = ()
    inner: Term | None = None
    back: tuple[tuple[Term, Term], ...] = ()
    again: Fraction = Fraction(0)

    @property
    def is_known(self) -> bool:
        """Whether nothing remains to be integrated."""
        return not self.rest and not self.again


def antiderivative(plan: Plan) -> tuple[Product, ...]:
    """What all of it comes to, as a sum."""
    found = [*plan.done]
    for factor, part in plan.rest:
        found += distributed(factor, antiderivative(part))
    if plan.inner is not None:
        from sigmaprime.search.integrals.column import single_angles

        term = total(found)
        return put_back(plan, single_angles(term, plan.rest[0][1].x) if plan.back else term)
    if plan.again and plan.rule != "turn":
        return distributed(Product(1 / (1 - plan.again)), collected(found))
    return collected(found)


def put_back(plan: Plan, term: Term) -> tuple[Product, ...]:
    """A term in the new variable as a sum in the old one."""
    u = plan.rest[0][1].x
    for old, new in plan.back:
        term = replaced(term, old, new)
    return simple_summands(substitute(term, {u.name: plan.inner}) if u.name in free(term) else term)  # type: ignore[dict-item]


def simple_summands(term: Term) -> tuple[Product, ...]:
    """A sum with simplified terms, constants multiplied into it; constants added to it are left out by the caller."""
    return collected(product(simplified(written(p))) for p in summands(term))


def replaced(term: Term, old: Term, new: Term) -> Term:
    if term is old:
        return new
    return App(term.head, tuple(replaced(a, old, new) for a in term.args)) if isinstance(term, App) else term


def without_constants(terms: tuple[Product, ...], x: Var) -> tuple[Product, ...]:
    return tuple(p for p in terms if p.parts(x)[1].factors)


def plans(plan: Plan) -> Iterator[Plan]:
    """The plan and all that it rests on, but for the half of a circle, which is no integral by itself."""
    if plan.rule != "turn":
        yield plan
    for _, part in plan.rest:
        yield from plans(part)
