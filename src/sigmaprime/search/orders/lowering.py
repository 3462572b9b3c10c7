"""Algebra with whole exponents and factorials: both sides are brought down to the lowest power of each kind.

With a^(n+1) = a^n·a, (n+1)! = n!·(n+1), a product with one factor less, and sin(u + π/2) = cos u, the two sides become
quotients of polynomials in the same powers, factorials and functions of angles; these are compared by arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sigmaprime.kernel.normal import ONE, normal
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, Var, Wrong, as_number, free, number, paths, substitute, subterm
from sigmaprime.search.algebra import arithmetic, fraction
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.chain import chain, equation, link, sides
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.orders.letters import plus, split
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.worked import one_line
from sigmaprime.tidy import tidied

MOST_STEPS = 200
HIGHEST_FACTORIAL = 200
SMALL_FACTORIAL = 10  # of which one knows the digits
QUARTER = App("/", (App("pi", ()), Num(2)))
Key = tuple[str, Term | None, Term]


@dataclass(frozen=True, slots=True)
class Spot:
    """A power, factorial, product or angle: of which kind (`key`), and by how much it exceeds that (`height`)."""

    at: Path
    key: Key
    height: int


def equal_by_lowering(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    """`left = right`, wherever the right side is defined."""
    low, high = (_plain(session, side, given) for side in (left, right))
    lowest: dict[Key, int] = {}
    for side in (low[0], high[0]):
        for spot in _spots(side):
            lowest[spot.key] = min(spot.height, lowest.get(spot.key, spot.height))
    first, second = (_lowered(session, side, lowest, given) for side in (low[0], high[0]))
    links = [*low[1], *first[1]]
    if first[0] is not second[0]:
        links.append(arithmetic(session, first[0], second[0], given, prove))
    for each in reversed([*high[1], *second[1]]):
        links += reversed_links(session, each, given)
    return chain(links, given) if links else arithmetic(session, left, right, given, prove)


def _spots(term: Term) -> Iterator[Spot]:
    """Innermost first, so that what lies within is brought into its form before."""
    for at in sorted(paths(term), key=len, reverse=True):
        match subterm(term, at):
            case App("^", (base, exponent)) if free(exponent) and (found := split(exponent)) is not None:
                yield Spot(at, ("^", base, found[0]), found[1])
            case App("factorial", (u,)) if free(u) and (found := split(u)) is not None:
                yield Spot(at, ("factorial", None, found[0]), found[1])
            case App("prod", (function, low, end)) if free(end) and (found := split(end)) is not None:
                yield Spot(at, ("prod", App("of", (function, low)), found[0]), found[1])
            case App("sin" | "cos", (u,)) if (turned := _turns(u)) is not None:
                yield Spot(at, ("angle", None, turned[0]), turned[1])


def _turns(angle: Term) -> tuple[Term, int] | None:
    """What an angle is apart from right angles, as a term by which it is known, and how many right angles more."""
    try:
        form = normal(angle)
    except Wrong:
        return None
    if form.bottom.keys() != {ONE} or form.divisors:
        return None
    turn = frozenset(((App("pi", ()), Fraction(1)),))
    turns = 2 * fraction(form.top[turn]) / fraction(form.bottom[ONE]) if turn in form.top else Fraction(0)
    whole = turns.numerator // turns.denominator
    scale = form.bottom[ONE]
    rest = sorted(("·".join(sorted(map(repr, m))), str(c / scale)) for m, c in form.top.items() if m != turn)
    part = (*rest, ("pi", str(turns - whole)))
    return App("angle", tuple(Var(f"{name}·{factor}") for name, factor in part)), whole


def _with_signs(term: Term) -> Term:
    """1 and -1 for the powers of -1, and a minus before the product in which it stands."""
    match term:
        case App("^", (base, Num(k))) if as_number(base) == -1 and k.denominator == 1:
            return number(-1 if k % 2 else 1)
        case App(head, args) if head != "fn":
            return App(head, tuple(map(_with_signs, args)))
    return term


def _plain(
    session: Session, term: Term, given: tuple[Term, ...], most: int = HIGHEST_FACTORIAL
) -> tuple[Term, list[Derivation]]:
    """Exponents and factorials of numbers worked out, and negative exponents as denominators."""
    links: list[Derivation] = []
    here = term
    while (step := _worked_out(session, here, given, most)) is not None:
        session.tick()
        links.append(step)
        here = sides(step)[1]
        if len(links) > MOST_STEPS:
            raise NoProof("too many powers")
    return here, links


def plain_numbers(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    """`term` with its exponents, factorials and right angles that are numbers worked out; None if there are none."""
    here, links = _plain(session, term, given, most=SMALL_FACTORIAL)
    lowest: dict[Key, int] = {spot.key: 0 for spot in _spots(here) if spot.key[0] == "angle"}
    here, more = _lowered(session, here, lowest, given)
    better = tidied(_with_signs(here))
    links = [*links, *more, *([arithmetic(session, here, better, given, prove)] if better is not here else [])]
    return one_line(links, given) if links else None


def _worked_out(session: Session, term: Term, given: tuple[Term, ...], most: int) -> Derivation | None:
    for at in sorted(paths(term), key=len, reverse=True):
        match subterm(term, at):
            case App("^", (_, exponent)) | App("prod", (_, _, exponent)) if (plain := _as_number(exponent)) is not None:
                inner = (*at, 1 if subterm(term, at).head == "^" else 2)  # type: ignore[union-attr]
                return link(term, inner, arithmetic(session, exponent, plain, given, prove), given)
            case App("factorial", (u,)) if (plain := _as_number(u)) is not None:
                return link(term, (*at, 0), arithmetic(session, u, plain, given, prove), given)
            case App("factorial", (u,)) as node if (value := as_number(u)) is not None and value <= most:
                return link(term, at, factorial_of(session, node, value, given), given)
            case App("prod", (_, low, high)) as product if free(low) == free(high) == frozenset():
                from sigmaprime.search.sums import written_sum

                return link(term, at, written_sum(session, product, given), given)
            case App("^", (base, exponent)) if (found := split(exponent)) is not None and _is_negative(found[0]):
                positive = plus(_negated(found[0]), -found[1])
                same = arithmetic(session, exponent, App("neg", (positive,)), given, prove)
                first = link(term, (*at, 1), same, given) if sides(same)[0] is not sides(same)[1] else None
                right = App("/", (Num(1), App("^", (base, positive))))
                turned = App("^", (base, App("neg", (positive,))))
                goal = Claim(equation(turned, right), given)
                here = sides(first)[1] if first is not None else term
                second = link(here, at, by_rule(session, "negative whole exponent", goal, prove), given)
                return chain([first, second], given) if first is not None else second
    return None


def _as_number(term: Term) -> Term | None:
    """The number that a sum of numbers is; None for one that is written as a number already."""
    if as_number(term) is not None:
        return None
    found = split(term)
    return number(found[1]) if found is not None and found[0] is Num(0) else None


def _is_negative(letters: Term) -> bool:
    match letters:
        case App("neg", _):
            return True
        case App("-", (first, _)):
            return _is_negative(first)
    return False


def _negated(letters: Term) -> Term:
    found = split(App("neg", (letters,)))
    if found is None:
        raise NoProof("not a sum of letters")
    return found[0]


def factorial_of(session: Session, node: Term, value: Fraction, given: tuple[Term, ...]) -> Derivation:
    """5! = 120."""
    if value.denominator != 1 or not 0 <= value <= HIGHEST_FACTORIAL:
        raise NoProof("not the factorial of a number that is worked out")
    if not value:
        return by_rule(session, "factorial of 0", Claim(equation(node, Num(1)), given), prove)
    before = App("factorial", (Num(value - 1),))
    right = App("*", (before, Num(value)))
    first = by_rule(session, "factorial of the next", Claim(equation(node, right), given), prove, v=Num(value - 1))
    rest = factorial_of(session, before, value - 1, given)
    second = link(right, (0,), rest, given)
    end = sides(second)[1]
    worth = as_number(end.args[0]) if isinstance(end, App) else None
    if worth is None:
        raise NoProof("not a number")
    return chain([first, second, arithmetic(session, end, Num(worth * value), given, prove)], given)


def _lowered(
    session: Session, term: Term, lowest: dict[Key, int], given: tuple[Term, ...]
) -> tuple[Term, list[Derivation]]:
    links: list[Derivation] = []
    here = term
    done: set[Term] = set()
    while (step := _next(session, here, lowest, given, done)) is not None:
        session.tick()
        links.append(step)
        here = sides(step)[1]
        if len(links) > MOST_STEPS:
            raise NoProof("too many powers")
    return here, links


def _next(
    session: Session, term: Term, lowest: dict[Key, int], given: tuple[Term, ...], done: set[Term]
) -> Derivation | None:
    for spot in _spots(term):
        node = subterm(term, spot.at)
        if node in done or not isinstance(node, App):
            continue
        fact = _brought_down(session, node, spot, lowest.get(spot.key, spot.height), given)
        if fact is None:
            done.add(node)
            continue
        return link(term, spot.at, fact, given)
    return None


def _brought_down(session: Session, node: App, spot: Spot, low: int, given: tuple[Term, ...]) -> Derivation | None:
    kind, base, letters = spot.key
    steps = spot.height - low
    if kind == "angle":
        return _turned(session, node, steps, given)
    index = {"^": 1, "factorial": 0, "prod": 2}[kind]
    target = plus(letters, low)
    if not steps:
        if node.args[index] is target:
            return None
        same = arithmetic(session, node.args[index], target, given, prove)
        return link(node, (index,), same, given)
    if kind == "^" and base is not None:
        right: Term = App("*", (App("^", (base, target)), App("^", (base, Num(steps)))))
        goal = Claim(equation(node, right), given)
        return by_rule(session, "power with a higher exponent", goal, prove, v=target, n=Num(steps))
    before = plus(letters, spot.height - 1)
    if kind == "factorial":
        right = App("*", (App("factorial", (before,)), node.args[0]))
        return by_rule(session, "factorial of the next", Claim(equation(node, right), given), prove, v=before)
    function, first, end = node.args
    shorter = App("prod", (function, first, before))
    right = App("*", (shorter, substitute(function.args[1], {function.args[0].name: end})))  # type: ignore[union-attr]
    return by_rule(session, "product with one term more", Claim(equation(node, right), given), prove, c=before)


def _turned(session: Session, node: App, steps: int, given: tuple[Term, ...]) -> Derivation | None:
    """sin(u + π/2) = cos u, cos(u + π/2) = −sin u, as often as there are right angles."""
    (angle,) = node.args
    if not steps:
        plain = _angle(angle, 0)
        return None if plain is angle else link(node, (0,), arithmetic(session, angle, plain, given, prove), given)
    lower = _angle(angle, 1)
    whole = App("+", (lower, QUARTER))
    first = link(node, (0,), arithmetic(session, angle, whole, given, prove), given)
    here = sides(first)[1]
    right: Term = App("cos", (lower,)) if node.head == "sin" else App("neg", (App("sin", (lower,)),))
    name = "sine a quarter turn on" if node.head == "sin" else "cosine a quarter turn on"
    return chain([first, by_rule(session, name, Claim(equation(here, right), given), prove)], given)


def _angle(angle: Term, less: int) -> Term:
    """The angle less so many right angles, always written in the same way."""
    from sigmaprime.search.orders.angles import written_angle

    return written_angle(angle, less)
