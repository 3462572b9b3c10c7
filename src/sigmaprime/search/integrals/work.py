"""Looking for a way to an integral: each method in turn, and each on the integrals that it leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.integrals.plan import Plan
from sigmaprime.search.integrals.product import ONE, Product, summands, total, written
from sigmaprime.search.integrals.sums import linear
from sigmaprime.search.integrals.table import standard
from sigmaprime.search.session import Session

DEEPEST: Final = 9
LONGEST: Final = 160  # nodes of an integrand
LETTERS: Final = ("u", "v", "w", "t", "s", "r", "z", "y", "p", "q")
_PLACE: Final = Var("_")


@dataclass(frozen=True, slots=True)
class Work:
    """How deep it is, which integrals are being worked on, which letters are taken; `methods` in their order."""

    session: Session
    methods: tuple[Method, ...]
    depth: int = 0
    open: frozenset[Term] = frozenset()
    letters: frozenset[str] = frozenset()
    known: dict[Term, Plan | None] = field(default_factory=dict)

    def letter(self, *avoid: Term, first: str = "") -> Var:
        """A letter that stands for nothing yet."""
        taken = self.letters.union(*map(free, avoid))
        return Var(next(name for name in (*first.split(), *LETTERS) if name not in taken))


Method: TypeAlias = Callable[[Work, Product, Var, Term], Plan | None]


def solved(work: Work, terms: tuple[Product, ...], x: Var, shown: Term | None = None) -> Plan | None:
    """A plan for the integral of a sum of products; `shown` is the integrand as it is to be written."""
    integrand = shown if shown is not None else total(terms)
    terms = tuple(p for p in terms if p.number)
    if len(terms) == 1:
        fixed, moving = terms[0].parts(x)
        if fixed == Product(ONE):
            return _of_product(work, moving, x, integrand)
    parts: list[tuple[Product, Plan]] = []
    for p in terms:
        fixed, moving = p.parts(x)
        plan = _of_product(work, moving, x, written(moving))
        if plan is None:
            return None
        parts.append((fixed, plan))
    if not terms:
        return Plan(x, Num(0), "constant", (), ())
    rule = "constant factor" if len(terms) == 1 else "linearity"
    return Plan(x, integrand, rule, rest=tuple(parts))


def _of_product(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    work.session.tick()
    if (found := standard(p, x)) is not None:
        return Plan(x, shown, found.rule, _inner_slope(found.inner, x), found.value)
    key = substitute(written(p), {x.name: _PLACE}) if x.name != "_" else written(p)
    if key in work.open or work.depth > DEEPEST or _size(key) > LONGEST:
        return None
    inside = replace(work, depth=work.depth + 1, open=work.open | {key}, letters=work.letters | {x.name})
    return next((plan for way in work.methods if (plan := way(inside, p, x, shown)) is not None), None)


def _inner_slope(inner: Term, x: Var) -> tuple[Term, ...]:
    """d(2x) = 2 dx, where the inner function is not one that changes as x does."""
    found = linear(inner, x)
    if found is None or found[0] == Product(ONE):
        return ()
    return (App("=", (App("differential", (inner,)), App("differential", (x, written(found[0]))))),)


def _size(term: Term) -> int:
    return 1 + sum(map(_size, term.args)) if isinstance(term, App) else 1


def rewritten(work: Work, new: Term | tuple[Product, ...], x: Var, shown: Term, rule: str, *said: Term) -> Plan | None:
    """The integral of an equal integrand."""
    terms = new if isinstance(new, tuple) else summands(new)
    plan = solved(work, terms, x)
    return None if plan is None else Plan(x, shown, rule, said, (), ((Product(ONE), plan),))
