"""The sign of an expression in every gap between the places where it may change, argued factor by factor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from sigmaprime.kernel.sets import is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free
from sigmaprime.search.absolute import bends
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.studies.desk import Desk, ask, between, first_proved, height, here, light, proper, within
from sigmaprime.studies.factors import Product, factored, in_the_function, product_term
from sigmaprime.studies.found import Axis, Chart, Factor, Finding, Nearly, Sign
from sigmaprime.studies.gathered import gathered
from sigmaprime.studies.line import axis, interior, is_whole, ordered, without
from sigmaprime.studies.solve import jumps, listed, roots_of

ZERO = Num(0)
WORDS: Mapping[Sign, str] = {"+": "positive", "-": "negative"}
RELATION = {"+": ">", "-": "<", "0": "="}


def chart(desk: Desk, of: Term, region: Term, *, through: tuple[Term, ...] = ()) -> Chart:
    """The chart of an expression on a set; `through` are places that are marked as well."""
    try:
        found = product_of(desk, of)
    except (NoProof, OutOfTime, Wrong):
        line = axis(desk, region, through)
        return Chart(of, None, line, (), (None,) * len(line.gaps), (), False, None)
    if not found.number:
        return _nought(desk, of, axis(desk, region, through))
    cuts: list[Term] = list(through)
    known: list[tuple[Term, int, tuple[Term, ...] | None]] = []
    for base, power in found.parts:
        places = roots_of(desk, base, region)
        known.append((base, power, places))
        cuts += places or ()
    corners = _corners(desk, region)
    cuts += corners
    line = axis(desk, region, ordered(desk, cuts))
    factors = tuple(_factor(desk, base, power, places, line, region) for base, power, places in known)
    complete = all(places is not None for _, _, places in known)
    signs = tuple(_sign(desk, of, gap.low, gap.high) if gap.inside else None for gap in line.gaps)
    roots = _zeros(desk, known)
    form = product_term(found)
    poles = [place for _, power, places in known if power < 0 for place in places or ()]
    poles += [corner for corner in corners if corner not in roots]
    claim = _listed(desk, of, form, region, roots, poles) if complete else None
    same = _same(desk, of, form, line, factors, corners) if of is not form else ()
    return Chart(of, form, line, factors, signs, roots, complete, claim, same, _nearly(desk, roots))


def _nought(desk: Desk, of: Term, line: Axis) -> Chart:
    """An expression that is 0 everywhere."""
    signs: tuple[Sign | None, ...] = tuple("0" if gap.inside else None for gap in line.gaps)
    return Chart(of, ZERO, line, (), signs, (), True, None, _same(desk, of, ZERO, line, (), ()))


def _nearly(desk: Desk, roots: tuple[Term, ...]) -> tuple[Nearly, ...]:
    return tuple(desk.nearly[place] for place in roots if isinstance(place, Var) and place in desk.nearly)


def _listed(
    desk: Desk, of: Term, form: Term, region: Term, roots: tuple[Term, ...], poles: list[Term]
) -> Finding | None:
    """That these are all zeros: of the expression itself where that is proved, or of its factored form."""
    if _nearly(desk, roots):
        return None
    whole = App("domain", (App("fn", (desk.x, of)),))
    inside = region if of is desk.value else without(desk, interior(region), poles)
    as_a_whole = is_whole((inside,)) if is_interval(inside) else of is desk.value
    places = (whole, inside) if as_a_whole else (inside,)
    claims = [listed(desk, of, where, roots) for where in places]
    return first_proved(desk, ((claim, ()) for claim in (*claims, listed(desk, form, inside, roots))))


def _same(
    desk: Desk, of: Term, form: Term, line: Axis, factors: tuple[Factor, ...], corners: tuple[Term, ...]
) -> tuple[Finding, ...]:
    """`of = form` wherever both are defined; else in the inside of every part of the domain, beside its corners."""
    equal = App("=", (of, form))
    if of is desk.value:
        return (ask(desk, equal),)
    below = [*corners, *(place for factor in factors if factor.power < 0 for place in factor.roots)]
    holes = tuple(App("!=", (desk.x, spot.at)) for spot in line.spots if spot.kind == "hole" or spot.at in below)
    if all(gap.inside for gap in line.gaps) and line.spots[0].kind == line.spots[-1].kind == "end":
        whole = ask(desk, equal, holes)
        if whole.proved:
            return (whole,)
    bent = tuple(App("!=", (desk.x, corner)) for corner in corners)
    return tuple(ask(desk, equal, (*within(desk, low, high), *bent)) for low, high in _parts(line))


def _parts(line: Axis) -> Iterator[tuple[Term, Term]]:
    """The ends of the parts of the domain, as open intervals."""
    start: Term | None = None
    for index, gap in enumerate(line.gaps):
        if gap.inside:
            start = gap.low if start is None else start
            last = index + 1 == len(line.gaps) or not line.gaps[index + 1].inside
            if last or line.spots[index + 1].kind == "hole":
                yield start, gap.high
                start = None


def product_of(desk: Desk, of: Term) -> Product:
    """In the function itself where that is possible, else over its generators."""
    found = in_the_function(desk.session, desk.value, of)
    return found or gathered(desk.session, factored(desk.session, light(desk, of), desk.x), light(desk, desk.body))


def _corners(desk: Desk, region: Term) -> tuple[Term, ...]:
    found: list[Term] = []
    with suppress(OutOfTime):
        for bend in bends(desk.session, light(desk, desk.body)):
            found += roots_of(desk, bend, region) or ()
    return tuple(found)


def _zeros(desk: Desk, known: list[tuple[Term, int, tuple[Term, ...] | None]]) -> tuple[Term, ...]:
    above = [p for base, power, places in known if power > 0 and not jumps(base) for p in places or ()]
    below = [p for base, power, places in known if power < 0 or jumps(base) for p in places or ()]
    return ordered(desk, (p for p in above if not any(_close(desk, p, q) for q in below)))


def _close(desk: Desk, p: Term, q: Term) -> bool:
    a, b = here(desk, p), here(desk, q)
    return a is not None and b is not None and abs(a - b) < 1e-12 * (1 + abs(a))


def _factor(desk: Desk, base: Term, power: int, places: tuple[Term, ...] | None, line: Axis, region: Term) -> Factor:
    exact = places is not None and not jumps(base) and not _nearly(desk, places)
    claim = ask(desk, listed(desk, base, region, places)) if exact and places is not None else None
    inner = base.args[0] if jumps(base) else base  # type: ignore[union-attr]
    seen = [_sign(desk, inner, gap.low, gap.high) if gap.inside else None for gap in line.gaps]
    kinds = {sign for sign in seen if sign is not None}
    if len(kinds) == 1 and not places:
        found = _always(desk, inner, region, kinds.pop())
        if found is not None:
            signs = tuple(sign if found.proved else None for sign in seen)
            return Factor(inner, power, (), claim, signs, tuple(found if sign else None for sign in seen))
    proofs = tuple(
        sign_claim(desk, inner, sign, gap.low, gap.high) if sign else None
        for sign, gap in zip(seen, line.gaps, strict=True)
    )
    proved = tuple(sign if proof and proof.proved else None for sign, proof in zip(seen, proofs, strict=True))
    return Factor(inner, -1 if jumps(base) else power, places or (), claim, proved, proofs)


def _always(desk: Desk, base: Term, region: Term, sign: Sign) -> Finding | None:
    """The sign of what never changes it."""
    word = {"+": "positive", "-": "negative"}.get(sign)
    if word is None:
        return None
    if desk.x.name not in free(base):
        return ask(desk, App(RELATION[sign], (base, ZERO)))
    function = App("fn", (desk.x, base))
    found = first_proved(desk, ((App(word, (function, where)), ()) for where in (App("domain", (function,)), region)))
    return found or ask(desk, App(word, (function, region)))


def sign_claim(desk: Desk, of: Term, sign: Sign, low: Term, high: Term) -> Finding:
    return ask(desk, App(RELATION[sign], (of, ZERO)), within(desk, low, high))


def _sign(desk: Desk, of: Term, low: Term, high: Term) -> Sign | None:
    """The sign that the expression seems to have between two places."""
    point = between(desk, low, high)
    size = None if point is None else height(desk, of, point)
    if size is None:
        return None
    return "0" if size == 0 else "+" if size > 0 else "-"


def signs_of(desk: Desk, found: Chart) -> tuple[Finding, ...]:
    """In every gap the function is positive or negative; neighbouring gaps are left apart, since a zero parts them."""
    claims: list[Finding] = []
    for gap, sign in zip(found.axis.gaps, found.signs, strict=True):
        if gap.inside and sign is not None and sign in WORDS:
            on = proper(desk, App("()", (gap.low, gap.high)))
            claims.append(ask(desk, App(WORDS[sign], (App("fn", (desk.x, found.of)), on))))
    return tuple(claims)
