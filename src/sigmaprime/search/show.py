"""What to show of a refutation: the points, the values there, and what they show."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from flint import arb, fmpq

from sigmaprime.kernel.proof import Apply, Derivation, Point
from sigmaprime.kernel.term import App, Term, Var, as_number, number, substitute
from sigmaprime.notation.line import language
from sigmaprime.search.chain import sides
from sigmaprime.search.clock import now
from sigmaprime.search.forms import written_out
from sigmaprime.search.indexed import has_index
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.values import simplified
from sigmaprime.verdict import Found

DIGITS = 12
CLOSE = ("=", "<", "<=", ">", ">=", "!=")
FOR_A_VALUE = 0.5  # seconds to look for a number that can be written; the witness is one without it
LONGEST = 10**12
MIRRORED = frozenset(("even", "odd", "mirror", "centre"))
POINTS = (("zeros", "zeros"), ("critical", "critical points"), ("inflections", "inflection points"))
# what the points of a denial show, by the rule that uses them
SHOWS = {
    "not increasing": "the value falls from one point to the next",
    "not strictly increasing": "the value does not rise from one point to the next",
    "not decreasing": "the value rises from one point to the next",
    "not strictly decreasing": "the value does not fall from one point to the next",
    "neither increasing nor decreasing": "the value rises between two of the points and falls between two of them",
    "not even": "the values at opposite points differ",
    "not odd": "the values at opposite points are not opposite",
    "no mirror line": "the values at two points that mirror each other differ",
    "no centre": "the values at two points that mirror each other are not symmetric about the centre",
    "not convex": "the value midway lies above the chord",
    "not concave": "the value midway lies below the chord",
    "not convex, so not strictly": "the value midway lies above the chord",
    "not concave, so not strictly": "the value midway lies below the chord",
    "not Lipschitz": "the chord between the two points is steeper than the constant allows",
    "another value there": "the value there is another one",
    "another value there, so no minimum": "the value there is another one",
    "a greater value": "the value there is greater",
    "a smaller value": "the value there is smaller",
    "a value outside": "the value there lies outside",
    "not an antiderivative": "the derivative there is not the integrand",
    "not a solution": "the equation fails there",
    "not a solution, whatever it starts from": "the equation fails there",
    "another initial value": "it starts from another value",
    "not undone": "the other function does not lead back from there",
    "not injective": "it takes the same value twice",
    "not constant": "it has two different values",
    "not periodic": "the value one period later is another one",
    "as great elsewhere": "the same value is taken elsewhere",
    "as small elsewhere": "the same value is taken elsewhere",
    "no maximum, so no unique one": "that is not its greatest value",
    "no minimum, so no unique one": "that is not its least value",
    "a value above the largest": "the value there is greater",
    "a value above the supremum": "the value there is greater",
    "a value below the smallest": "the value there is smaller",
    "a value below the infimum": "the value there is smaller",
    "another value, so no local maximum": "the value there is another one",
    "another value, so no local minimum": "the value there is another one",
    "has a maximum": "it is greatest there",
    "has a minimum": "it is least there",
    "a value that is not positive": "the value there is not positive",
    "a value that is not negative": "the value there is not negative",
    "a negative value": "the value there is negative",
    "a positive value": "the value there is positive",
    "a zero": "the value there is 0",
    "a zero after all": "the value there is 0",
    "not even, for lack of a mirror image": "it is not defined at the opposite point",
    "not odd, for lack of a mirror image": "it is not defined at the opposite point",
    "unbounded above": "it grows without bound",
    "unbounded below": "it falls without bound",
    "the domain is not that": "its domain is another set",
    **{
        f"a point that is missing from the {head}": f"that point is missing from the {plural}"
        for head, plural in POINTS
    },
    **{f"a point too many among the {head}": f"that point is none of the {plural}" for head, plural in POINTS},
}
# what a denial shows that has a value, and no point, to show
NEVER = {
    "a value that is missed": "{c} is never taken",
    "never as large": "it is always below {V}",
    "never as small": "it is always above {V}",
    "a smaller upper bound": "{b} is an upper bound too",
    "a greater lower bound": "{b} is a lower bound too",
}


def decimal(ball: arb | None) -> str:
    """The first certain digits of a value, with … for those that follow."""
    if ball is None or ball == 0:
        return "?" if ball is None else "0"
    return ball.str(DIGITS, radius=False).rstrip("0").rstrip(".") + "…"


def shown_value(session: Session, term: Term) -> str:
    """A value as an exact decimal or fraction where it is rational, else by its first digits."""
    if (exact := as_number(term)) is not None:
        return rational_text(exact)
    ball = value(session, term, None, 128)
    if ball is not None and not _seems_simple(ball):
        return decimal(ball)
    soon = replace(session, deadline=min(session.deadline, now() + FOR_A_VALUE), found=dict(session.found))
    try:
        simple = simplified(soon, term, ())
    except (NoProof, OutOfTime):
        simple = None
    exact = as_number(term if simple is None else sides(simple)[1])
    return decimal(value(session, term, None, 128)) if exact is None else rational_text(exact)


def _seems_simple(ball: arb) -> bool:
    """Whether a rational number with a denominator that one would write lies in the ball."""
    try:
        near = exactly(ball).limit_denominator(LONGEST)
    except NoProof:
        return False
    return bool(ball.contains(fmpq(near.numerator, near.denominator)))


def rational_text(exact: Fraction) -> str:
    """A decimal that ends within a few digits, else p/q."""
    scaled = exact * 10**DIGITS
    if scaled.denominator != 1:
        return str(exact)
    digits = str(abs(scaled.numerator)).rjust(DIGITS + 1, "0")
    text = f"{digits[:-DIGITS]}.{digits[-DIGITS:]}".rstrip("0").rstrip(".")
    return f"-{text}" if exact < 0 else text


def at_point(session: Session, says: App, point: Point) -> Found:
    if says.head == "defined":
        return Found((point,), (), None, "it is not defined there")
    new = dict(point)
    values = tuple(shown_value(session, _plain(session, substitute(side, new))) for side in says.args)
    if "?" in values:
        return Found((point,), (), None, "not everything in it is defined there")
    if len(values) == 2 and values[0].rstrip("…") == values[1].rstrip("…") and says.head in CLOSE:
        values = _close_together(session, tuple(substitute(side, new) for side in says.args), values[1])
    why = "the two sides are equal there" if values[0] == values[1] else "the two sides are strictly apart there"
    return Found((point,), values, says.head, why)


def _plain(session: Session, term: Term) -> Term:
    """A value with vectors in it, the components and the sums written out."""
    try:
        return written_out(session, term, ()) if has_index(term) else term
    except NoProof:
        return term


def shown(session: Session, statement: Term, choice: tuple[Term, ...], proof: Derivation) -> Found | None:
    """The points of a denial with the values there, in ascending order, and what they show."""
    name = _rule_name(proof)
    if name in NEVER:
        holes = {hole: language(value_) for hole, value_ in proof.by.holes}  # type: ignore[union-attr]
        return Found((), (), None, NEVER[name].format(**holes))
    if name == "another initial value":
        choice = (statement.args[-1].args[0],)  # type: ignore[union-attr]
    if not choice:
        choice = tuple(dict.fromkeys(_places_in(proof) or [v for part in proof.parts for v in _places_in(part)]))
    choice = tuple(c for c in choice if not (isinstance(c, App) and c.head == "points"))
    match statement:
        case App(head, (App("fn", (Var() as x, body)), _, *slots)) if choice:
            if (two := _both_sides(statement, choice[0], name)) is not None:
                shown_ = tuple(shown_value(session, side) for side in two)
                return None if "?" in shown_ else Found((((x.name, choice[0]),),), shown_, "=", SHOWS[name])
            if head == "periodic":
                choice = (choice[0], _sum(choice[0], slots[0]))
            if head in MIRRORED:
                choice = (*choice, mirrored(choice[0], slots))
                choice = tuple(dict.fromkeys(choice))
            ordered = sorted(
                choice, key=lambda p: float(ball.mid()) if (ball := value(session, p)) is not None else 0.0
            )
            values = tuple(shown_value(session, substitute(body, {x.name: p})) for p in ordered)
            if "?" in values:
                return Found(tuple(((x.name, p),) for p in ordered), (), None, "it is not defined there")
            why = SHOWS.get(name, "")
            return Found(tuple(((x.name, p),) for p in ordered), values, None, why)
    return Found((), (), None, SHOWS[name]) if name in SHOWS else None


def _close_together(session: Session, sides_: tuple[Term, ...], right: str) -> tuple[str, str]:
    """Two numbers that agree in all the digits shown: the left one as the right one and a little."""
    gap = value(session, App("-", sides_), None, 4096)
    if gap is None or not (gap > 0 or gap < 0):
        return right, right
    sign = "+" if gap > 0 else "-"
    return f"{right} {sign} {abs(gap).str(3, radius=False)}", right


def _both_sides(statement: App, place: Term, name: str) -> tuple[Term, Term] | None:
    """The two numbers that ought to be equal at a place and are not."""
    match name, statement.args:
        case "not an antiderivative", (App("fn", (Var() as x, body)), _, App("fn", (y, integrand))):
            return App("D", (App("fn", (x, body)), place)), substitute(integrand, {y.name: place})  # type: ignore[union-attr]
        case ("not a solution" | "not a solution, whatever it starts from"), (
            App("fn", (Var() as x, body)), _, App("fn", (t, App("fn", (y, equation)))), *_,
        ):  # fmt: skip
            here = substitute(body, {x.name: place})
            return App("D", (App("fn", (x, body)), place)), substitute(equation, {t.name: place, y.name: here})  # type: ignore[union-attr]
        case "another initial value", (App("fn", (Var() as x, body)), *_, App("initial", (_, wanted))):
            return substitute(body, {x.name: place}), wanted
    return None


def _sum(point: Term, step: Term) -> Term:
    p, t = as_number(point), as_number(step)
    return number(p + t) if p is not None and t is not None else App("+", (point, step))


def mirrored(point: Term, slots: list[Term]) -> Term:
    """2a − p, the mirror image of a point p in a place a (0 where none is named)."""
    p, a = as_number(point), as_number(slots[0]) if slots else Fraction(0)
    return number(2 * a - p) if p is not None and a is not None else point


def _rule_name(proof: Derivation) -> str:
    return proof.by.rule if isinstance(proof.by, Apply) else ""


def _places_in(proof: Derivation) -> list[Term]:
    holes = dict(proof.by.holes) if isinstance(proof.by, Apply) else {}
    return [holes[name] for name in ("a", "b") if name in holes]
