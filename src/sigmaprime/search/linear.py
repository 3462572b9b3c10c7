"""A linear factor in the generator: compare the generator with its root, which may be a quadratic number."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, number
from sigmaprime.search.algebra import arithmetic, fraction, poly_term
from sigmaprime.search.bound import Bound
from sigmaprime.search.bounds import Bounds, surd
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
LARGEST_DISCRIMINANT = 10**12


def by_linear_factor(
    session: Session, poly: fmpq_poly, relation: str, t: Term, limits: Bounds, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """±(t − r) rel 0 for a rational root r."""
    root = fraction(-poly[0] / poly[1])
    rising = poly[1] > 0
    if rising and root <= 0 and limits.low is not None:
        return _plus(session, -root, relation, t, limits.low, given)
    return minus(session, number(root), rising, relation, t, limits, given)


def _plus(
    session: Session, add: Fraction, relation: str, t: Term, low: Bound, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """t + c for c >= 0: positive because t is."""
    positive = compared(session, ">", t, ZERO, low, given) if add == 0 or low.end is ZERO else None
    if add == 0:
        if positive is None or positive.claim.says.head not in (relation, ">"):  # type: ignore[union-attr]
            raise NoProof("the generator may be 0")
        if positive.claim.says.head == relation:  # type: ignore[union-attr]
            return t, positive
        raise NoProof("strict is stronger")
    from sigmaprime.search.signs import roots

    poly = fmpq_poly([fmpq(add.numerator, add.denominator), 1])
    term = App("+", (Num(add), t)) if add else poly_term(poly, t)
    goal = Claim(App(relation, (term, ZERO)), given)
    if positive is not None and relation == ">" and positive.claim.says.head == ">":  # type: ignore[union-attr]
        return term, by_rule(session, "sum of positives", goal, knowing(prove, positive))
    return term, roots(session, goal, poly, t, Bounds(low, None), given)


def minus(
    session: Session, root: Term, rising: bool, relation: str, t: Term, limits: Bounds, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """t − r (rising) or r − t, by comparing t with the number r."""
    bound = limits.low if rising else limits.high
    if bound is None:
        raise NoProof("no bound on that side")
    side = ">" if rising else "<"
    wanted = side if relation == ">" else side + "="
    fact = compared(session, wanted, t, root, bound, given)
    if root is ZERO and not rising:
        name, here = {"<": ("negative of a negative", ">"), "<=": ("negative of a nonpositive", ">=")}[wanted]
        if here != relation:
            raise NoProof("another relation")
        goal = Claim(App(relation, (App("neg", (t,)), ZERO)), given)
        return App("neg", (t,)), by_rule(session, name, goal, knowing(prove, fact))
    term = App("-", (t, root)) if rising else App("-", (root, t))
    if rising:
        turn = {">": "less, turned round", ">=": "at most, turned round"}[fact.claim.says.head]  # type: ignore[union-attr]
        back = "<" if fact.claim.says.head == ">" else "<="  # type: ignore[union-attr]
        fact = by_rule(session, turn, Claim(App(back, (root, t)), given), knowing(prove, fact))
    name = "positive difference" if fact.claim.says.head == "<" else "nonnegative difference"  # type: ignore[union-attr]
    here = ">" if name.startswith("positive") else ">="
    if here != relation:
        raise NoProof("another relation")
    return term, by_rule(session, name, Claim(App(relation, (term, ZERO)), given), knowing(prove, fact))


def compared(
    session: Session, wanted: str, t: Term, number_: Term, bound: Bound, given: tuple[Term, ...]
) -> Derivation:
    """`t wanted number` from a bound of t, which is that number or a number beyond it."""
    if bound.relation[0] != wanted[0]:
        raise NoProof("a bound on the other side")
    here = bound.proof if bound.end is number_ else _beyond(session, wanted, t, number_, bound, given)
    head = here.claim.says.head  # type: ignore[union-attr]
    if head == wanted:
        return here
    if len(wanted) == 2 and head == wanted[0]:
        name = "greater, so at least" if wanted == ">=" else "less, so at most"
        return by_rule(session, name, Claim(App(wanted, (t, number_)), given), knowing(prove, here))
    raise NoProof("the bound is not strict")


def _beyond(session: Session, wanted: str, t: Term, number_: Term, bound: Bound, given: tuple[Term, ...]) -> Derivation:
    try:
        same = arithmetic(session, number_, bound.end, (), prove)
    except NoProof:
        gap = by_enclosure(session, Claim(App(wanted[0], (bound.end, number_)), ()))
        name = {">": "greater than what is greater", ">=": "at least what is greater",
                "<": "less than what is less", "<=": "at most what is less"}[bound.relation]  # fmt: skip
        holes = (("u", t), ("v", bound.end), ("w", number_))
        return Derivation(Claim(App(wanted[0], (t, number_)), given), Apply(name, holes), (bound.proof, gap))
    return transport(App(bound.relation, (t, number_)), (1,), same, bound.proof, given)


def by_two_linear_factors(
    session: Session, poly: fmpq_poly, relation: str, t: Term, limits: Bounds, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """a(t − r)(t − r′) for the two irrational roots r < r′ of a quadratic polynomial, each factor with its sign."""
    if relation != ">":
        raise NoProof("irrational roots are not counted at an end")
    c, b, a = (fraction(poly[k]) for k in range(3))
    square = b * b - 4 * a * c
    if square <= 0 or square.numerator * square.denominator > LARGEST_DISCRIMINANT:
        raise NoProof("no real roots")
    outside, d = square_root(square)
    root = App("sqrt", (Num(d),))
    low, high = (surd(-b / (2 * a), sign * outside / (2 * abs(a)), root) for sign in (-1, 1))
    pieces = []
    for each in (low, high):
        for rising in (True, False):
            try:
                pieces.append((rising, *minus(session, each, rising, ">", t, limits, given)))
            except NoProof:
                continue
            break
    if len(pieces) != 2:
        raise NoProof("the generator is not known to keep to one side of the roots")
    positive = (pieces[0][0] == pieces[1][0]) == (a > 0)
    if not positive:
        raise NoProof("the sign is the other one")
    known = knowing(prove, *(fact for _, _, fact in pieces))
    term = App("*", (pieces[0][1], pieces[1][1]))
    proof = by_rule(session, "product of positives", Claim(App(">", (term, ZERO)), given), known)
    if abs(a) != 1:
        term = App("*", (Num(abs(a)), term))
        goal = Claim(App(">", (term, ZERO)), given)
        proof = by_rule(session, "product of positives", goal, knowing(prove, proof))
    return term, proof


def square_root(value: Fraction) -> tuple[Fraction, int]:
    """√value = outside·√d with a squarefree whole number d."""
    whole, outside, d = value.numerator * value.denominator, 1, 1
    p = 2
    while p * p <= whole:
        while whole % (p * p) == 0:
            whole //= p * p
            outside *= p
        p += 1
    d = whole
    return Fraction(outside, value.denominator), d
