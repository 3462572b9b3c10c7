"""Write a term out: definitions unfolded, derivatives taken, ln(exp(u)) undone, |u| opened where its sign is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation, Prime
from sigmaprime.kernel.term import App, Num, Path, Term, Var, as_number, children, free, subterm, subterms
from sigmaprime.search.algebra import arithmetic, normal_form, same_form, scaled, univariate
from sigmaprime.search.chain import chain, equation, link, sides, usable
from sigmaprime.search.collected import collected
from sigmaprime.search.derivative import by_rules, first_derivative, in_general, instance
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.indices import opened_dot, plain_component
from sigmaprime.search.meaning import meaning
from sigmaprime.search.modulus import absolute
from sigmaprime.search.session import NoProof, Session
from sigmaprime.tidy import tidied

NONE: frozenset[str] = frozenset()
MOST_LINKS = 2000
LARGEST = 20_000
AT_ZERO = {
    "sin": ("sine at 0", 0), "cos": ("cosine at 0", 1), "atan": ("arctangent at 0", 0), "asin": ("arcsine at 0", 0),
    "erf": ("error function at 0", 0),
}  # fmt: skip


def unfolded(session: Session, term: Term, given: tuple[Term, ...], keep: frozenset[str] = NONE) -> Derivation | None:
    """`term = …` written out as far as possible, the functions in `keep` left alone; None if nothing is to be done."""
    key = App("unfolded", (term, App("given", given), App(",".join(sorted(keep)), ())))
    if key not in session.forms:
        session.forms[key] = _unfolded(session, term, given, keep)
    return session.forms[key]  # type: ignore[return-value]


def _unfolded(session: Session, term: Term, given: tuple[Term, ...], keep: frozenset[str]) -> Derivation | None:
    links: list[Derivation] = []
    here = term
    clean: set[Term] = set()
    while (step := next_step(session, here, given, keep, clean)) is not None:
        session.tick()
        links.append(step)
        here = sides(step)[1]
        if len(links) > MOST_LINKS:
            raise NoProof("too many steps to write it out")
    return chain(links, given) if links else None


def written_out(session: Session, term: Term, given: tuple[Term, ...], keep: frozenset[str] = NONE) -> Term:
    """What `term` becomes when it is written out."""
    fact = unfolded(session, term, given, keep)
    return term if fact is None else sides(fact)[1]


def nodes(term: Term, here: Path = ()) -> Iterator[tuple[Path, Term]]:
    """Every subterm with its position, outermost first."""
    yield here, term
    for index, child in enumerate(children(term)):
        yield from nodes(child, (*here, index))


def next_step(
    session: Session, term: Term, given: tuple[Term, ...], keep: frozenset[str], clean: set[Term]
) -> Derivation | None:
    """One link that writes out the first thing that can be; None if there is nothing left.

    `clean` remembers what has nothing to be written out in it, from one step to the next.
    """
    found = _first_opening(session, term, given, keep, clean)
    if found is not None:
        return link(term, *found, given)
    if (small := _tidied(session, term, given)) is not None:
        return small
    first = first_derivative(term)
    if first is None:
        return None
    node = subterm(term, first)
    return link(term, first, derivative(session, node, usable(given, term, first), keep), given)


def _first_opening(
    session: Session, term: Term, given: tuple[Term, ...], keep: frozenset[str], clean: set[Term]
) -> tuple[Path, Derivation] | None:
    """The outermost part, from left to right, that can be written out, with the fact that does it."""
    count = 0

    def search(node: Term, at: Path, bound: bool) -> tuple[Path, Derivation] | None:
        nonlocal count
        if not isinstance(node, App) or node in clean:
            return None
        if (count := count + 1) > LARGEST:
            raise NoProof("the expression is too large")
        if (fact := _opened(session, node, term, at, given, keep)) is not None:
            return at, fact
        for index, child in enumerate(node.args):
            if (found := search(child, (*at, index), bound or node.head == "fn")) is not None:
                return found
        if not (bound and given):  # where a variable is bound, other hypotheses may be used
            clean.add(node)
        return None

    return search(term, (), False)


def _tidied(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    """The zeros, ones and double signs that a rule has left are cleared away at once."""
    better = tidied(term)
    if better is term:
        return None
    try:
        if normal_form(session, term).divisors <= normal_form(session, better).divisors:
            return arithmetic(session, term, better, given, prove)
        return _tidied_in_parts(session, term, better, given)
    except NoProof:
        return None


def _tidied_in_parts(session: Session, term: Term, better: Term, given: tuple[Term, ...]) -> Derivation:
    """Part by part, so that a denominator that only changes its form owes no proof that it is not 0."""
    changes = _changes(session, term, better)
    if changes is None:
        raise NoProof("it cannot be tidied")
    links, here = [], term
    for at in changes:
        old, new = subterm(here, at), subterm(better, at)
        links.append(link(here, at, arithmetic(session, old, new, usable(given, here, at), prove), given))
        here = sides(links[-1])[1]
    return chain(links, given)


def _changes(session: Session, old: Term, new: Term, here: Path = ()) -> list[Path] | None:
    """The innermost places at which two terms differ by equal parts; None where there are none."""
    if old is new:
        return []
    match old, new:
        case App(head, args), App(other, others) if head == other != "fn" and len(args) == len(others):
            inner = [_changes(session, a, b, (*here, i)) for i, (a, b) in enumerate(zip(args, others, strict=True))]
            if None not in inner:
                return [at for found in inner for at in found or ()]
    return [here] if same_form(old, new) else None


CLOSED = frozenset(("+", "*", "/", "^", "neg", "fn", "D"))  # nothing to be written out at these themselves


def _opened(
    session: Session, node: App, term: Term, at: Path, given: tuple[Term, ...], keep: frozenset[str]
) -> Derivation | None:
    if node.head in CLOSED:
        return None
    match node:
        case App(head, (t,)) if head.endswith("'") and head.rstrip("'") not in ("fn", "D"):
            return prime(session, node, t, usable(given, term, at), keep)
        case App(head, (App("neg", (u,)),)) if head in keep:
            return _reflected(session, head, u, usable(given, term, at))
        case App(head, (c,)) if head in keep and not free(c):
            return _known_value(session, node)
        case App(head, (Num(zero),)) if zero == 0 and head in AT_ZERO:
            name, number_there = AT_ZERO[head]
            return by_rule(session, name, _goal(node, Num(number_there), ()), prove)
        case App("sin", (App("neg", (u,)),)):
            right = App("neg", (App("sin", (u,)),))
            return by_rule(session, "sine of a negative", _goal(node, right, ()), prove)
        case App("cos", (App("neg", (u,)),)):
            return by_rule(session, "cosine of a negative", _goal(node, App("cos", (u,)), ()), prove)
        case App("ln", (Num(one),)) if one == 1:
            return by_rule(session, "logarithm at 1", _goal(node, Num(0), ()), prove)
        case App("-", (App("ln", (u,)), App("ln", (v,)))) if exponential_form(session, App("/", (u, v))) is not None:
            right = App("ln", (App("/", (u, v)),))
            return by_rule(session, "difference of logarithms", _goal(node, right, usable(given, term, at)), prove)
        case App("ln", (App("exp", (_,)),)):
            return by_rule(session, "logarithm of an exponential", _goal(node, node.args[0].args[0], ()), prove)  # type: ignore[union-attr]
        case App("ln", (w,)) if (power := exponential_form(session, w)) is not None and power is not w:
            widened = arithmetic(session, w, power, usable(given, term, at), prove)
            return link(node, (0,), widened, widened.claim.given)
        case App("exp", (u,)) if any(isinstance(t, App) and t.head in ("ln", "/") for t in subterms(u)):
            from sigmaprime.search.logarithms import exponential

            return exponential(session, node, u, usable(given, term, at))
        case App("int", (_, _, _)):
            from sigmaprime.search.integral import integral

            return integral(session, node, usable(given, term, at))
        case App("sum" | "prod", (_, low, high)) if as_number(low) is not None and as_number(high) is not None:
            from sigmaprime.search.sums import written_sum

            return written_sum(session, node, usable(given, term, at))
        case App("component" | "put" | "delta" | "dot", _):
            return plain_component(session, node, usable(given, term, at))
        case App("lim", (App("fn", (Var() as x, body)), place)):
            from sigmaprime.search.limits import limit

            found = limit(session, body, x, place)
            return by_rule(session, "value of a limit", _goal(node, found.claim.says.args[2], ()), prove)  # type: ignore[union-attr]
        case App("abs", (App("neg", (u,)),)):
            return by_rule(session, "absolute value of a negative", _goal(node, App("abs", (u,)), ()), prove)
        case App("abs", (u,)):
            return absolute(session, node, u, usable(given, term, at))
        case App(head, _) if head not in keep and not head.endswith("'"):
            return meaning(session, node)
    return None


def _reflected(session: Session, head: str, u: Term, given: tuple[Term, ...]) -> Derivation | None:
    from sigmaprime.search.selfref import reflection

    fact = reflection(session, head)
    return None if fact is None else instance(session, fact, Var("x"), u, given, prove)


def _known_value(session: Session, node: App) -> Derivation | None:
    """The value of a function at a number, where it is a number that can be written down."""
    from sigmaprime.search.bounds import closed_form

    return closed_form(session, node)


def exponential_form(session: Session, w: Term) -> Term | None:
    """exp(u), if `w` comes to that after everything has been cancelled."""
    if not isinstance(w, App) or w.head not in ("/", "*", "^"):
        return None
    rational = univariate(normal_form(session, w))
    if rational is None or not isinstance(rational.generator, App) or rational.generator.head != "exp":
        return None
    common = rational.top.gcd(rational.bottom)
    top, bottom = rational.top // common, rational.bottom // common
    power = top.degree() - bottom.degree()
    alone = all(p.degree() < 0 or all(c == 0 for c in p.coeffs()[:-1]) for p in (top, bottom))
    if not alone or top.leading_coefficient() != bottom.leading_coefficient() or power == 0:
        return None
    (u,) = rational.generator.args
    return App("exp", (scaled(u, Fraction(power)),))


def _goal(left: Term, right: Term, given: tuple[Term, ...]) -> Claim:
    return Claim(equation(left, right), given)


def prime(session: Session, node: App, t: Term, given: tuple[Term, ...], keep: frozenset[str]) -> Derivation:
    """f′(t) as a derivative; at a value that is not a variable, by the general formula for f′(x)."""
    x = Var("x")
    if isinstance(t, Var):
        slope = App("D", (App("fn", (t, App(node.head[:-1], (t,)))), t))
        return Derivation(_goal(node, slope, given), Prime())
    with suppress(NoProof):
        if (general := unfolded(session, App(node.head, (x,)), (), keep)) is not None:
            return instance(session, general, x, t, given, prove)
    return Derivation(_goal(node, App("D", (App("fn", (x, App(node.head[:-1], (x,)))), t)), given), Prime())


def derivative(session: Session, node: Term, given: tuple[Term, ...], keep: frozenset[str]) -> Derivation:
    """One rule of differentiation for `node`, a derivative whose body contains none."""
    match node:
        case App("D", (App("fn", (Var() as x, body)), point)) if point is not x and not free(point):
            from sigmaprime.search.meeting import derivative_there

            return derivative_there(session, node, x, body, point, given, keep)
        case App("D", (App("fn", (Var() as x, body)), point)) if point is not x:
            return instance(session, in_general(session, x, body, given, keep), x, point, given, prove)
        case App("D", (App("fn", (Var() as x, App(head, (u,)))), _)) if head in keep and x.name in free(u):
            if u is x:
                return self_reference(session, head, x)
            y = Var("y") if x.name != "y" else Var("z")
            outer = App("fn", (y, App(head, (y,))))
            inner = App("D", (App("fn", (x, u)), x))
            goal = _goal(node, App("*", (App("D", (outer, u)), inner)), given)
            return by_rule(session, "chain rule", goal, prove, k=outer, u=u)
        case App("D", (App("fn", (_, App("dot", _) as body)), _)):
            return link(node, (0, 1), opened_dot(body), given)
        case App("D", (App("fn", (Var() as x, body)), _)):
            plainer = collected(session, x, body, keep)
            if plainer is not None:
                return link(node, (0, 1), arithmetic(session, body, plainer, (), prove), given)
            return by_rules(session, node, x, body, given, prove)
    raise NoProof("not a derivative")


def self_reference(session: Session, head: str, x: Var) -> Derivation:
    """The derivative of a function as a polynomial in the function itself, for the variable x."""
    from sigmaprime.search.selfref import lemma_in

    fact = lemma_in(session, head, x)
    if fact is None:
        raise NoProof(f"{head}′ is not a polynomial in {head}")
    return fact
