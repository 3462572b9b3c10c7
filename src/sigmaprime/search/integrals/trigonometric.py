"""Powers and products of trigonometric functions."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.integrals.plan import Plan
from sigmaprime.search.integrals.product import HALF, ONE, Product, product, raised, scaled, times, written
from sigmaprime.search.integrals.substitution import substituted
from sigmaprime.search.integrals.sums import expanded, linear
from sigmaprime.search.integrals.table import standard
from sigmaprime.search.integrals.work import Work, rewritten, solved

# each function as sin^m·cos^n
POWERS: Final = {"sin": (1, 0), "cos": (0, 1), "tan": (1, -1), "cot": (-1, 1), "sec": (0, -1), "csc": (-1, 0)}
HYPERBOLIC: Final = {"sinh": (1, 0), "cosh": (0, 1), "tanh": (1, -1), "coth": (-1, 1), "sech": (0, -1), "csch": (-1, 0)}
TWO: Final = Fraction(2)
SECANT: Final = ("sec", "tan", 1)
COSECANT: Final = ("csc", "cot", -1)


def powers(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """sin^m·cos^n of one argument."""
    for table, pair in ((POWERS, ("sin", "cos")), (HYPERBOLIC, ("sinh", "cosh"))):
        found = _read(p, table, x)
        if found is not None:
            m, n, u = found
            hyperbolic = pair[0] == "sinh"
            if standard(made := _made(m, n, u, pair), x) is not None and written(made) is not shown:
                return rewritten(work, (made,), x, shown, "rewrite")
            if not hyperbolic and (plan := _by_tangents(work, p, (m, n), u, x, shown)) is not None:
                return plan
            return _odd(work, (m, n), u, pair, x, shown) or (
                None
                if hyperbolic and not (m >= 0 and n >= 0)
                else _others(work, (m, n), u, x, shown, hyperbolic=hyperbolic)
            )
    return None


def _read(p: Product, table: dict[str, tuple[int, int]], x: Var) -> tuple[int, int, Term] | None:
    m = n = 0
    inner: Term | None = None
    for base, exponent in p.factors:
        match base:
            case App(head, (u,)) if head in table and exponent.denominator == 1 and inner in (None, u):
                inner = u
                m, n = m + table[head][0] * int(exponent), n + table[head][1] * int(exponent)
            case _:
                return None
    return None if inner is None or linear(inner, x) is None else (m, n, inner)


def _made(m: int, n: int, u: Term, pair: tuple[str, str]) -> Product:
    return times(*(Product(ONE, ((App(h, (u,)), Fraction(k)),)) for h, k in zip(pair, (m, n), strict=True) if k))


def _odd(work: Work, exponents: tuple[int, int], u: Term, pair: tuple[str, str], x: Var, shown: Term) -> Plan | None:
    """An odd power of one of them: all but one factor by the square of the other."""
    hyperbolic = pair[0] == "sinh"
    for first, (k, rest) in enumerate((exponents, exponents[::-1])):
        if k > 0 and k % 2:
            one, other = App(pair[first], (u,)), App(pair[1 - first], (u,))
            square = App("^", (other, Num(2)))
            if not hyperbolic:
                value = App("-", (Num(1), square))
            else:
                value = App("-", (square, Num(1))) if first == 0 else App("+", (Num(1), square))
            new = times(
                product(one),
                raised(value, Fraction((k - 1) // 2)) if k > 1 else Product(ONE),
                Product(ONE, ((other, Fraction(rest)),)) if rest else Product(ONE),
            )
            if k == 1 and rest == 0:
                return None
            plan = substituted(work, new, x, written(new), other)
            if plan is None:
                return None
            said = () if k == 1 else (App("=", (App("^", (one, Num(2))), value)),)
            if written(new) is shown:
                return plan
            rule = "identity" if said else "rewrite"
            return Plan(x, shown, rule, said, (), ((Product(ONE), plan),))
    return None


def _by_tangents(work: Work, p: Product, exponents: tuple[int, int], u: Term, x: Var, shown: Term) -> Plan | None:
    """tan^m·sec^(2k), as it is written, with u = tan."""
    powers_ = {b.head: int(e) for b, e in p.factors if isinstance(b, App)}
    if powers_.keys() == {"tan", "sec"} and powers_["sec"] % 2 == 0 and powers_["sec"] > 0:
        return _tangents(work, *exponents, u, x, shown)
    return None


def _hyperbolic(work: Work, exponents: tuple[int, int], u: Term, x: Var, shown: Term) -> Plan | None:
    """An even power of sinh above a power of cosh: sinh² = cosh² − 1."""
    m, n = exponents
    if m <= 0 or m % 2 or n >= 0:
        return None
    sine, cosine = App("sinh", (u,)), App("cosh", (u,))
    value = App("-", (App("^", (cosine, Num(2))), Num(1)))
    terms = expanded(times(raised(value, Fraction(m // 2)), Product(ONE, ((cosine, Fraction(n)),))), x)
    said = App("=", (App("^", (sine, Num(2))), value))
    return None if terms is None else rewritten(work, terms, x, shown, "identity", said)


def _others(work: Work, exponents: tuple[int, int], u: Term, x: Var, shown: Term, *, hyperbolic: bool) -> Plan | None:
    m, n = exponents
    if m >= 0 and n >= 0:
        return _half_angles(work, m, n, u, x, shown, "cosh" if hyperbolic else "cos")
    if m + n <= 0 and (m + n) % 2 == 0:
        return _tangents(work, m, n, u, x, shown)
    if m == 0 and n < -1:
        return _reduction(work, -n, u, SECANT, x, shown)
    if n == 0 and m < -1:
        return _reduction(work, -m, u, COSECANT, x, shown)
    if m > 0 and m % 2 == 0:  # tan^2·sec = sec^3 − sec
        terms = expanded(
            times(
                raised(App("-", (Num(1), App("^", (App("cos", (u,)), Num(2))))), Fraction(m // 2)),
                Product(ONE, ((App("cos", (u,)), Fraction(n)),)),
            ),
            x,
        )
        return None if terms is None else rewritten(work, _secants(terms, u), x, shown, "identity", _pythagoras(u))
    if n > 0 and n % 2 == 0:
        terms = expanded(
            times(
                raised(App("-", (Num(1), App("^", (App("sin", (u,)), Num(2))))), Fraction(n // 2)),
                Product(ONE, ((App("sin", (u,)), Fraction(m)),)),
            ),
            x,
        )
        return None if terms is None else rewritten(work, _secants(terms, u), x, shown, "identity", _pythagoras(u))
    return None


def _pythagoras(u: Term) -> Term:
    square = [App("^", (App(h, (u,)), Num(2))) for h in ("sin", "cos")]
    return App("=", (App("+", (square[0], square[1])), Num(1)))


def _secants(terms: tuple[Product, ...], u: Term) -> tuple[Product, ...]:
    """1/cos as sec, 1/sin as csc."""
    names = {App("cos", (u,)): App("sec", (u,)), App("sin", (u,)): App("csc", (u,))}
    return tuple(
        Product(t.number, tuple((names[b], -e) if e < 0 and b in names else (b, e) for b, e in t.factors))
        for t in terms
    )


def _half_angles(work: Work, m: int, n: int, u: Term, x: Var, shown: Term, cosine: str) -> Plan | None:
    """sin² = (1 − cos 2u)/2, cos² = (1 + cos 2u)/2."""
    double = App(cosine, (scaled(u, TWO),))
    up, down = App("+", (Num(1), double)), App("-", (Num(1), double))
    if cosine == "cosh":
        up, down = App("+", (double, Num(1))), App("-", (double, Num(1)))
    new = times(
        Product(HALF ** ((m + n) // 2)),
        raised(down, Fraction(m // 2)) if m else Product(ONE), raised(up, Fraction(n // 2)) if n else Product(ONE),
    )  # fmt: skip
    said = []
    for k, head, value in ((m, "sin", down), (n, "cos", up)):
        if k:
            name = head + ("h" if cosine == "cosh" else "")
            square = App("^", (App(name, (u,)), Num(2)))
            said.append(App("=", (square, App("/", (value, Num(2))))))
    terms = expanded(new, x)
    if terms is None:
        return None
    inner = solved(work, terms, x)
    if inner is None:
        return None
    fixed, moving = new.parts(x)
    if len(moving.factors) == 1 and moving.factors[0][1] == 1:
        return Plan(x, shown, "half angle", tuple(said), (), _scaled_rest(inner))
    whole = Plan(x, written(moving), "expand", (), (), _divided(inner, fixed))
    return Plan(x, shown, "half angle", tuple(said), (), ((fixed, whole),))


def _scaled_rest(inner: Plan) -> tuple[tuple[Product, Plan], ...]:
    return inner.rest if inner.rule in ("linearity", "constant factor") else ((Product(ONE), inner),)


def _divided(inner: Plan, fixed: Product) -> tuple[tuple[Product, Plan], ...]:
    return tuple((times(Product(1 / fixed.number), c), plan) for c, plan in _scaled_rest(inner))


def _tangents(work: Work, m: int, n: int, u: Term, x: Var, shown: Term) -> Plan | None:
    """tan^m·sec^(2k), by u = tan; powers of tan alone by tan² = sec² − 1."""
    k = -(m + n) // 2
    tangent, secant = App("tan", (u,)), App("sec", (u,))
    if m < 0 and n >= 0:
        cotangent, cosecant = App("cot", (u,)), App("csc", (u,))
        return _of_squares(work, n, k, cotangent, cosecant, x, shown)
    return _of_squares(work, m, k, tangent, secant, x, shown)


def _of_squares(work: Work, m: int, k: int, tangent: Term, secant: Term, x: Var, shown: Term) -> Plan | None:
    square = App("^", (secant, Num(2)))
    if k == 0:  # tan^m = tan^(m−2)·(sec² − 1)
        if m < 2:
            return None
        law = App("=", (App("^", (tangent, Num(2))), App("-", (square, Num(1)))))
        low = Product(ONE, ((tangent, Fraction(m - 2)),)) if m > 2 else Product(ONE)
        both = (times(low, raised(secant, TWO)), times(Product(-ONE), low))
        return rewritten(work, both, x, shown, "identity", law)
    value = App("+", (App("^", (tangent, Num(2))), Num(1)))
    new = times(
        Product(ONE, ((tangent, Fraction(m)),)) if m else Product(ONE),
        raised(value, Fraction(k - 1)) if k > 1 else Product(ONE), raised(secant, TWO),
    )  # fmt: skip
    plan = substituted(work, new, x, written(new), tangent)
    if plan is None:
        return None
    if written(new) is shown:
        return plan
    said = (App("=", (square, value)),) if k > 1 else ()
    return Plan(x, shown, "identity" if said else "rewrite", said, (), ((Product(ONE), plan),))


def _reduction(work: Work, n: int, u: Term, kind: tuple[str, str, int], x: Var, shown: Term) -> Plan | None:
    """∫ sec^n = sec^(n−2)·tan/(n − 1) + (n − 2)/(n − 1)·∫ sec^(n−2)."""
    head, other, sign = kind
    slope = linear(u, x)
    if slope is None or slope[0].factors:
        return None
    function = App(head, (u,))
    low = Product(ONE, ((function, Fraction(n - 2)),))
    plan = solved(work, (low,), x)
    if plan is None:
        return None
    done = times(Product(Fraction(sign, n - 1) / slope[0].number), low, product(App(other, (u,))))
    return Plan(x, shown, "reduction", (), (done,), ((Product(Fraction(n - 2, n - 1)), plan),))
