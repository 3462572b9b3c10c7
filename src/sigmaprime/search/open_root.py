"""Square roots, absolute values and signs: squares are taken out, factors of known sign are taken apart."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpz

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import scaled
from sigmaprime.search.chain import sides
from sigmaprime.search.quotients import canonical_of, factors_of
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, equal_by, inside, joined
from sigmaprime.search.work import Work, calculated, is_number, settle, sign_of

LARGEST_NUMBER = 10**15


def square_root(work: Work, node: App) -> Derivation | None:
    """√(a²·b) = |a|·√b, with b free of squares and, where their signs are known, apart into its factors."""
    (u,) = node.args
    match u:
        case Num():
            return None
        case App("exp", (v,)):
            return equal_by("square root of an exponential", node, App("exp", (App("/", (v, Num(2))),)), u=v)
    found = factors_of(u)
    outside, inner = _square_part(found.constant)
    squares: list[Term] = []
    roots: list[Term] = []
    exponentials: list[Term] = []
    for base, power in found.factors:
        if isinstance(base, App) and base.head == "exp":
            exponentials.append(App("exp", (scaled(base.args[0], power),)))
            continue
        half = power // 2
        if half:
            squares.append(base if half == 1 else App("^", (base, _exponent(half))))
        if power % 2:
            roots.append(base)
    if (sine := _sine(roots)) is not None:
        return _with_sine(work, node, sine)
    positive, other, sign = _by_sign(work, roots)
    if sign < 0:
        inner = -inner
    if not other and inner < 0:
        raise NoProof("the root of a negative number")
    parts: list[Term] = [Num(inner)] if inner > 1 and not other else []
    parts += [*exponentials, *positive]
    if other:
        parts.append(_together(other, inner))
    if not squares and outside == 1 and len(parts) == 1:
        return _as_power(work, parts[0], node)
    square = _product([*squares, *([Num(outside)] if outside != 1 else [])])
    factors: list[Term] = ([App("^", (square, Num(2)))] if square is not None else []) + parts
    target = _product(factors) or Num(1)
    links = []
    if target is not u:
        links.append(inside(node, (0,), calculated(work, u, target)))
    links += _apart(target, square, len(factors))
    return joined(links) if links else None


def _sine(roots: list[Term]) -> Term | None:
    """v where cos(v) − 1 and cos(v) + 1 are among the factors."""
    for root in roots:
        match root:
            case App("+", (App("cos", (v,)) as c, Num(one))) if one == 1 and App("-", (c, Num(1))) in roots:
                return v
    return None


def _with_sine(work: Work, node: App, v: Term) -> Derivation:
    """√((1 − cos² v)·w) as √(sin² v·w)."""
    (u,) = node.args
    cosine, sine = App("cos", (v,)), App("sin", (v,))
    rest = App("/", (u, App("-", (Num(1), App("^", (cosine, Num(2)))))))
    cofactor = canonical_of(rest)
    square = App("^", (sine, Num(2)))
    target = square if is_number(cofactor, 1) else App("*", (square, cofactor))
    from sigmaprime.search.relations import equal_by_relations

    return inside(node, (0,), equal_by_relations(work, u, target))


def _exponent(half: Fraction | int) -> Term:
    return Num(half) if half > 0 else App("neg", (Num(-half),))


def _square_part(constant: Fraction) -> tuple[Fraction, int]:
    """constant = outside²·inner with a whole number `inner` free of squares, of the constant's sign."""
    size = abs(constant.numerator) * constant.denominator
    if size > LARGEST_NUMBER:
        raise NoProof("too large a number")
    outside, inner = Fraction(1, constant.denominator), 1 if constant > 0 else -1
    for prime, exponent in fmpz(size).factor():
        outside *= int(prime) ** (exponent // 2)
        inner *= int(prime) ** (exponent % 2)
    return outside, inner


def _by_sign(work: Work, roots: list[Term]) -> tuple[list[Term], list[Term], int]:
    """The factors that are known to be positive, those that are not, and the sign of those turned round."""
    positive: list[Term] = []
    other: list[Term] = []
    turned = 1
    for base in roots:
        sign = sign_of(work, base)
        if sign is None:
            other.append(base)
        elif sign[0][0] == "<":
            turned = -turned
            positive.append(canonical_of(App("neg", (base,))))
        else:
            positive.append(base)
    return positive, other, turned


def _together(other: list[Term], inner: int) -> Term:
    product = _product(other)
    if product is None:
        return Num(inner)
    whole = product if inner == 1 else App("*", (scaled(Num(1), Fraction(inner)), product))
    return canonical_of(whole)


def _product(factors: list[Term]) -> Term | None:
    result: Term | None = None
    for factor in factors:
        result = factor if result is None else App("*", (result, factor))
    return result


def _as_power(work: Work, u: Term, node: App) -> Derivation | None:
    """√u as exp(ln(u)/2) where powers are wanted and u is known to be positive."""
    links = [inside(node, (0,), calculated(work, node.args[0], u))] if u is not node.args[0] else []
    here = App("sqrt", (u,))
    sign = sign_of(work, u)
    if work.powers and sign is not None and sign[0] == ">":
        links.append(equal_by("square root by exponential", here, _half_power(u), u=u))
    return joined(links) if links else None


def _half_power(u: Term) -> Term:
    return App("exp", (App("/", (App("ln", (u,)), Num(2))),))


def _apart(target: Term, square: Term | None, count: int) -> list[Derivation]:
    """√(a²·b·c) = |a|·√b·√c."""
    links: list[Derivation] = []
    here: Term = App("sqrt", (target,))
    at: tuple[int, ...] = ()
    for _ in range(count - 1):
        u, v = target.args  # type: ignore[union-attr]
        right = App("*", (App("sqrt", (u,)), App("sqrt", (v,))))
        links.append(inside(here, at, equal_by("square root of a product", App("sqrt", (target,)), right, u=u, v=v)))
        here = sides(links[-1])[1]
        target, at = u, (*at, 0)
    if square is not None:
        fact = equal_by("square root of a square", App("sqrt", (target,)), App("abs", (square,)), u=square)
        links.append(inside(here, at, fact))
    return links


def absolute_value(work: Work, node: App) -> Derivation | None:
    """|a·b| = a·|b| for a factor a of known sign; only what has an unknown sign stays between the bars."""
    (u,) = node.args
    whole = _of_known_sign(work, node, u)
    if whole is not None:
        return whole
    found = factors_of(u)
    known: list[Term] = []
    unknown: list[Term] = []
    for base, power in found.factors:
        exponent = power
        if power % 2 and not (isinstance(base, App) and base.head == "exp") and sign_of(work, base) is None:
            unknown.append(base)
            exponent = power - 1
        if exponent:
            known.append(_power(base, exponent))
    if found.constant != 1:
        known.append(scaled(Num(1), found.constant))
    if not unknown or (not known and len(unknown) == 1):
        return None
    links: list[Derivation] = []
    outside = _product(known)
    factors = ([outside] if outside is not None else []) + unknown
    target = _product(factors)
    if target is None:
        return None
    if target is not u:
        links.append(inside(node, (0,), calculated(work, u, target)))
    here: Term = App("abs", (target,))
    at: tuple[int, ...] = ()
    for _ in range(len(factors) - 1):
        a, b = target.args  # type: ignore[union-attr]
        right = App("*", (App("abs", (a,)), App("abs", (b,))))
        links.append(inside(here, at, equal_by("absolute value of a product", App("abs", (target,)), right, u=a, v=b)))
        here = sides(links[-1])[1]
        target, at = a, (*at, 0)
    return joined(links)


def _power(base: Term, exponent: Fraction) -> Term:
    if isinstance(base, App) and base.head == "exp":
        return App("exp", (scaled(base.args[0], exponent),))
    return base if exponent == 1 else App("^", (base, _exponent(exponent)))


def _of_known_sign(work: Work, node: App, u: Term) -> Derivation | None:
    sign = sign_of(work, u)
    if sign is None:
        return None
    relation, proof = sign
    if relation[0] == ">":
        return equal_by("absolute value of a nonnegative", node, u, _loose(u, relation, proof), u=u)
    return equal_by("absolute value of a nonpositive", node, App("neg", (u,)), _loose(u, relation, proof), u=u)


def _loose(u: Term, relation: str, proof: Derivation) -> Derivation:
    from sigmaprime.search.steps import law

    if len(relation) == 2:
        return proof
    name = "greater, so at least" if relation == ">" else "less, so at most"
    return law(name, App(f"{relation}=", (u, ZERO)), proof, u=u, v=ZERO)


def sign(work: Work, node: App) -> Derivation | None:
    """The sign where it is known; else the product of the signs of the factors."""
    (u,) = node.args
    if u is ZERO:
        return equal_by("sign at 0", node, ZERO)
    nothing = App("=", (u, ZERO))
    if nothing in work.plain:
        gone = inside(node, (0,), settle(work, nothing))
        return joined([gone, equal_by("sign at 0", sides(gone)[1], ZERO)])
    match sign_of(work, u):
        case (">", proof):
            return equal_by("sign of a positive", node, Num(1), proof, u=u)
        case ("<", proof):
            return equal_by("sign of a negative", node, App("neg", (Num(1),)), proof, u=u)
    found = factors_of(u)
    if any(power < 0 for _, power in found.factors):
        return None
    factors = [base for base, power in found.factors for _ in range(int(power))]
    if found.constant != 1:
        factors.insert(0, scaled(Num(1), found.constant))
    target = _product(factors)
    if target is None or len(factors) < 2:
        return None
    links = [] if target is u else [inside(node, (0,), calculated(work, u, target))]
    here: Term = App("sign", (target,))
    at: tuple[int, ...] = ()
    for _ in range(len(factors) - 1):
        a, b = target.args  # type: ignore[union-attr]
        right = App("*", (App("sign", (a,)), App("sign", (b,))))
        links.append(inside(here, at, equal_by("sign of a product", App("sign", (target,)), right, u=a, v=b)))
        here = sides(links[-1])[1]
        target, at = a, (*at, 0)
    return joined(links)
