"""Other forms of a function for a limit: powers u^v as exp(v·ln u), |u| as ±u, roots of squares, another variable."""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import (
    App,
    Num,
    Path,
    Term,
    Var,
    as_number,
    children,
    free,
    number,
    substitute,
    subterm,
    subterms,
)
from sigmaprime.search.cancelled import cancelled, monomial_term
from sigmaprime.search.chain import chain, equation, link, sides, transport, usable
from sigmaprime.search.divisors import briefly
from sigmaprime.search.equal_near import Given, by_any_means, carried
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import NONE, unfolded
from sigmaprime.search.fractions_written import as_fraction, divided_by
from sigmaprime.search.goals import prove
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.near import INFINITE, At, tends, value_of
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sizes import dominant
from sigmaprime.tidy import tidied

TWO = Num(2)
PLAIN = frozenset(("+", "-", "*", "/", "neg", "^"))


def written_out(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """With the functions that were defined, and the derivatives, written out."""
    kept = self_referring(session, body)
    gap = NoProof("nothing to write out")
    for keep in (kept, NONE) if kept else (NONE,):
        out = unfolded(session, body, at.given, keep)
        if out is None or not _defines(out):
            continue
        try:
            found = inner(sides(out)[1])
        except NoProof as failed:
            gap = failed
            continue
        return transport(tends(body, at, value_of(found)), (0, 1), out, found, at.given)
    raise gap


def _defines(out: Derivation) -> bool:
    """Whether something was really put in, not only tidied: the author's form is kept."""
    from sigmaprime.kernel.proof import Arithmetic, Chain

    parts = out.parts if isinstance(out.by, Chain) else (out,)
    return any(not isinstance(part.by, Arithmetic) for part in parts)


def powers_as_exponentials(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """u^v = exp(v·ln u), where both base and exponent move."""
    path = next((p for p in _nodes(body) if _is_moving_power(subterm(body, p), at)), None)
    if path is None:
        raise NoProof("no power with a moving exponent")
    node = subterm(body, path)

    def equal(given: Given) -> Derivation:
        u, v = children(node)
        new = App("exp", (App("*", (v, App("ln", (u,)))),))
        known = usable(given, body, path)
        goal = Claim(equation(node, new), known)
        fact = by_rule(session, "general power", goal, briefly)
        return link(body, path, fact, given)

    return carried(session, body, at, equal, inner)


def _nodes(term: Term, here: Path = ()) -> list[Path]:
    if not isinstance(term, App) or term.head in ("fn", "D"):
        return []
    return [here, *(p for i, c in enumerate(children(term)) for p in _nodes(c, (*here, i)))]


def _is_moving_power(node: Term, at: At) -> bool:
    match node:
        case App("^", (u, v)):
            return at.x.name in free(u) and at.x.name in free(v)
    return False


def absolute_values_opened(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """|u| = u or −u, sign(u) = ±1, max(u, v) = u or v, where it is known which close to the place."""
    path = next((p for p in _nodes(body) if _cases(subterm(body, p)) and at.x.name in free(subterm(body, p))), None)
    if path is None:
        raise NoProof("no absolute value")
    node = subterm(body, path)

    def equal(given: Given) -> Derivation:
        known = usable(given, body, path)
        for rule, new in _cases(node):
            with suppress(NoProof):
                goal = Claim(equation(node, new), known)
                fact = by_rule(session, rule, goal, briefly) if rule else briefly(session, goal)
                opened = link(body, path, fact, given)
                here = sides(opened)[1]
                plain = tidied(here)
                if plain is here:
                    return opened
                return chain([opened, by_any_means(session, here, plain, given)], given)
        raise NoProof("the sign is not known")

    return carried(session, body, at, equal, inner)


def _cases(node: Term) -> tuple[tuple[str, Term], ...]:
    """What it may be, and by which rule, if it has one."""
    match node:
        case App("abs", (u,)):
            return (("absolute value of a nonnegative", u), ("absolute value of a nonpositive", App("neg", (u,))))
        case App("sign", _):
            return (("sign of a positive", Num(1)), ("sign of a negative", App("neg", (Num(1),))))
        case App("max" | "min", (u, v)):
            return ("", u), ("", v)
    return ()


def powers_joined(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """2^x/3^x = (2/3)^x."""
    match body:
        case App("/", (App("^", (a, u)), App("^", (b, v)))) if u is v and at.x.name in free(u):
            p, q = as_number(a), as_number(b)
            if p is not None and q:
                new = App("^", (number(p / q), u))
                return carried(
                    session, body, at, lambda given: briefly(session, Claim(equation(body, new), given)), inner
                )
    raise NoProof("no quotient of powers")


def square_out_of_root(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """√(x² + 1) = x·√(1 + 1/x²), far out."""
    if at.place is not OO:
        raise NoProof("not far to the right")
    for path in _nodes(body):
        node = subterm(body, path)
        match node:
            case App("sqrt", (App("+" | "-", _) as w,)) if at.x.name in free(w):
                try:
                    return carried(session, body, at, lambda g: _taken(session, body, path, w, at, g), inner)  # noqa: B023
                except NoProof:
                    continue
    raise NoProof("no root to take a square out of")


def _taken(session: Session, body: Term, path: Path, w: Term, at: At, given: Given) -> Derivation:
    parts = cancelled(session, w)
    if len(parts.bottom) != 1 or len(parts.top) < 2:
        raise NoProof("not a sum")
    m = dominant(session, parts.top, at)
    half = frozenset((s, p / 2) for s, p in m)
    odd = any(p.denominator != 1 and not isinstance(s, tuple) for s, p in half)
    v = App("sqrt", (monomial_term(m),)) if odd else monomial_term(half)
    if not m or (odd and v not in subterms(body)):
        raise NoProof("no square dominates")
    rest = divided_by(parts.top, m)
    known = usable(given, body, path)
    inside = App("/", (w, App("^", (v, TWO))))
    node = subterm(body, path)
    goal = Claim(equation(node, App("*", (v, App("sqrt", (inside,))))), known)
    taken = by_rule(session, "a square taken out of a root", goal, briefly)
    plainer = link(sides(taken)[1], (1, 0), by_any_means(session, inside, rest, known), known)
    both = chain([taken, plainer], known)
    return link(body, path, both, given) if path else both


def with_another_variable(session: Session, body: Term, at: At, _inner: Inner) -> Derivation:
    """x = −t at −oo, x = 1/t at oo: the limit of another function at another place."""
    from sigmaprime.search.worked_limits import worked_limit

    t = next(v for v in (Var("t"), Var("s"), Var("w")) if v.name not in free(body) | {at.x.name})
    for rule, inside, place in _changes(body, at, t):
        raw = substitute(body, {at.x.name: inside})
        new = _signs_cleared(raw) if place is OO and rule == "limit with -t" else _worked_in(session, raw)
        there = At(t, place, at.given)
        found = worked_limit(session, raw, there) if raw is new else _carried_over(session, raw, new, there)
        goal = Claim(tends(body, at, value_of(found)), at.given)
        return by_rule(session, rule, goal, knowing(prove, found), t=t)
    raise NoProof("no better variable")


def _signs_cleared(term: Term) -> Term:
    """(−t)² as t², −t + u as u − t."""
    match term:
        case App("fn", _):
            return term
        case App(head, args):
            return _sign_cleared(tidied(App(head, tuple(map(_signs_cleared, args)))))
    return term


def _worked_in(session: Session, term: Term) -> Term:
    """The term as one quotient, and what stands in functions as well."""
    return as_fraction(session, _inside(session, term))


def _inside(session: Session, term: Term) -> Term:
    match term:
        case App(head, args) if head in PLAIN:
            return App(head, tuple(_inside(session, arg) for arg in args))
        case App(head, args) if head != "fn":
            return App(head, tuple(_worked_in(session, arg) for arg in args))
    return term


def _sign_cleared(term: Term) -> Term:
    match term:
        case App("^", (App("neg", (u,)), Num(n))) if n.denominator == 1:
            power = App("^", (u, term.args[1]))
            return power if n % 2 == 0 else App("neg", (power,))
        case App("+", (App("neg", (u,)), v)):
            return App("-", (v, u))
    return term


def root_seen_from_the_other_side(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """At −oo, with x = −t, where a root makes it matter that t is positive."""
    roots = [t for t in subterms(body) if isinstance(t, App) and t.head in ("sqrt", "cbrt") and at.x.name in free(t)]
    if at.place is not MINUS_OO or not roots:
        raise NoProof("no root at -oo")
    return with_another_variable(session, body, at, inner)


def logarithms_joined(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """ln u − ln v = ln(u/v), where both are infinite."""
    match body:
        case App("-", (App("ln", (u,)) as first, App("ln", (v,)) as second)):
            pass
        case _:
            raise NoProof("no difference of logarithms")
    if not all(value_of(inner(part)) in INFINITE for part in (first, second)):
        raise NoProof("the logarithms have limits")
    new = App("ln", (App("/", (u, v)),))

    def equal(given: Given) -> Derivation:
        return briefly(session, Claim(equation(body, new), given))

    return carried(session, body, at, equal, inner)


def _carried_over(session: Session, raw: Term, new: Term, there: At) -> Derivation:
    from sigmaprime.search.equal_near import follow
    from sigmaprime.search.worked_limits import worked_limit

    return follow(session, raw, there, [(new, by_any_means)], lambda u: worked_limit(session, u, there))


def _changes(body: Term, at: At, t: Var) -> list[tuple[str, Term, Term]]:
    if at.place is MINUS_OO:
        return [("limit with -t", App("neg", (t,)), OO)]
    match at.place:
        case App("from_above" | "from_below" as side, (p,)) if has_reciprocal_exponent(body, at):
            sign = "+" if side == "from_above" else "-"
            return [(f"limit with p {sign} 1/t", App(sign, (p, App("/", (Num(1), t)))), OO)]
    return []


def has_reciprocal_exponent(body: Term, at: At) -> bool:
    """Whether there is an exponential like e^(−1/x)."""
    exponents = [t.args[0] for t in subterms(body) if isinstance(t, App) and t.head == "exp"]
    exponents = [u for u in exponents if all(t.head in PLAIN for t in subterms(u) if isinstance(t, App))]
    return any(
        isinstance(t, App) and t.head == "/" and at.x.name in free(t.args[1]) for u in exponents for t in subterms(u)
    )


ELEMENTARY = frozenset(
    "+ - * / ^ neg fn exp ln sqrt cbrt abs sign max min sin cos tan asin acos atan sinh cosh tanh pi oo".split()
)


def own_functions_written_out(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """The author's own functions, those of the field, and derivatives."""
    heads = {t.head for t in subterms(body) if isinstance(t, App)}
    if heads <= ELEMENTARY:
        raise NoProof("only elementary functions")
    return written_out(session, body, at, inner)
