"""A limit as a column of equalities under the limit sign: lim (x² − 1)/(x − 1) = lim (x + 1) = 1 + 1 = 2.

The proof says that u tends to a; the column is read off it. An equality close to the place, a limit law, l'Hôpital's
rule, a standard limit each make a line; what is itself an argument (the two sides, the bounds of a squeeze, what
grows without bound) comes before the column.
"""

from __future__ import annotations

from dataclasses import dataclass

from sigmaprime.document.limit_reasons import (
    is_equal_near,
    is_limit_law,
    is_simple,
    law_reason,
    parts_that_tend,
    rearranging,
    simple_reason,
    squares_of_roots,
    standard_reason,
    without_value,
)
from sigmaprime.document.lines import links
from sigmaprime.document.margin import is_tidying, reason, rule_of
from sigmaprime.document.page import Text, say
from sigmaprime.kernel.proof import Apply, Derivation, Replace
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Path, Term, Var, free, replace
from sigmaprime.tidy import tidied

INFINITE = (OO, MINUS_OO)


@dataclass(frozen=True, slots=True)
class Row:
    """What comes next in the column, why, and the proofs on which that rests."""

    term: Term
    reason: Text
    proofs: tuple[Derivation, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Arguments of their own that come first, and the rows; `start` is the limit in question."""

    start: Term
    before: tuple[Derivation, ...]
    rows: tuple[Row, ...]


def parts_of(proof: Derivation) -> tuple[Term, Term, Term]:
    """The function, the place and the limit."""
    function, place, value, *_ = proof.claim.says.args  # type: ignore[union-attr]
    return function, place, value


def limit_of(proof: Derivation) -> Term:
    function, place, *_ = proof.claim.says.args  # type: ignore[union-attr]
    return App("lim", (function, place))


def column_of(proof: Derivation) -> Column:
    before, rows = _unrolled(proof)
    return Column(limit_of(proof), before, tuple(_joined(limit_of(proof), rows)))


def _joined(start: Term, rows: tuple[Row, ...]) -> list[Row]:
    """Rows that change nothing are left out."""
    done: list[Row] = []
    here = start
    for row in rows:
        if row.term is not here:
            done.append(row)
            here = row.term
    return done


Unrolled = tuple[tuple[Derivation, ...], tuple[Row, ...]]


def _unrolled(proof: Derivation) -> Unrolled:
    """What comes first, and the rows after the limit itself; the last is its value."""
    function, place, value = parts_of(proof)
    match proof.by, proof.parts:
        case Replace((2,)), (equation, there):
            before, rows = _unrolled(there)
            return before, (*rows, Row(value, (), (equation,)))
        case Replace((0, 1)), (equation, there):
            return _after(function, place, equation, there)
        case Apply(rule), _:
            return _by_rule(proof, rule)
    return (), (Row(value, reason(proof), (proof,)),)


def _after(function: Term, place: Term, equation: Derivation, there: Derivation) -> Unrolled:
    """The rows of an equation of the functions, and then those of the limit of its right side."""
    before, rows = _unrolled(there)
    return before, (*_rows_of(function, place, equation), *rows)


def _rows_of(function: Term, place: Term, equation: Derivation) -> list[Row]:
    x = function.args[0]  # type: ignore[union-attr]
    rows = [
        Row(App("lim", (App("fn", (x, link.right)), place)), rearranging(link), link.proofs) for link in links(equation)
    ]
    return _squares_together(rows)


def _squares_together(rows: list[Row]) -> list[Row]:
    """(√A − B)(√A + B) = √A² − B² = A − B² in one row."""
    done: list[Row] = []
    for row in rows:
        if done and all(map(is_tidying, row.proofs)):
            done[-1] = Row(row.term, done[-1].reason, (*done[-1].proofs, *row.proofs))
            continue
        words = squares_of_roots(row.proofs)
        if words is not None and done and done[-1].reason in ((say("limit.simplify"),), words):
            done[-1] = Row(row.term, words, (*done[-1].proofs, *row.proofs))
        else:
            done.append(row)
    return done


def _by_rule(proof: Derivation, rule: str) -> Unrolled:
    function, place, value = parts_of(proof)
    tending = parts_that_tend(proof)
    if is_equal_near(rule):
        return _after(function, place, equation_of(proof), tending[0])
    if rule.startswith("l'Hopital's rule"):
        return _hopital(proof, tending)
    if rule.startswith(("substitution of", "limit with", "limit seen", "limit from")):
        return _substituted(proof, rule, tending)
    if rule == "two-sided limit":
        return tending, (Row(value, (say("limit.both sides"),), (proof,)),)
    if rule.startswith("squeeze"):
        return (proof,), (Row(value, (say("limit.squeeze"),), (proof,)),)
    if rule.startswith("bounded times"):
        return tuple(p for p in tending if not is_simple(p)), (Row(value, law_reason(proof), (proof,)),)
    if (standard := standard_reason(rule, proof)) is not None:
        return (), (Row(value, standard, (proof,)),)
    if is_simple(proof) or not tending:
        return (), (Row(value, simple_reason(proof), (proof,)),)
    if value in INFINITE or any(parts_of(p)[2] in INFINITE for p in tending) or "tends to 0" in rule:
        return tuple(p for p in tending if not is_simple(p)), (Row(value, law_reason(proof), (proof,)),)
    return _expanded(proof)


def _hopital(proof: Derivation, tending: tuple[Derivation, ...]) -> Unrolled:
    *forms, slopes = tending
    before, rows = _unrolled(slopes)
    first = (*(p for p in forms if not is_simple(p)), proof)
    by = say("limit.hopital", form=App("/", tuple(parts_of(p)[2] for p in forms)) if len(forms) > 1 else "")
    equation = next((p for p in slopes.parts if isinstance(p.claim.says, App) and p.claim.says.head == "="), None)
    if equation is None:
        return (*first, *before), (Row(limit_of(slopes), (by,), (proof,)), *rows)
    worked = len(_rows_of(*parts_of(slopes)[:2], equation))
    merged = Row(rows[worked - 1].term, (by,), (proof, equation))
    return (*first, *before), (merged, *rows[worked:])


def _substituted(proof: Derivation, rule: str, tending: tuple[Derivation, ...]) -> Unrolled:
    known, *others = tending
    holes = dict(proof.by.holes)  # type: ignore[union-attr]
    value = parts_of(proof)[2]
    function, there, _ = parts_of(known)
    t = function.args[0]  # type: ignore[union-attr]
    if "k" in holes:
        u = holes["u"]
        if (standard := standard_reason(rule_of(known) or "", known, t, u)) is not None:
            before = tuple(p for p in others if not is_simple(p))
            return before, (Row(value, standard, (proof,)),)
        words: Text = (say("limit.substitution", equation=App("=", (t, u)), place=App("->", (t, there))),)
    else:
        words = (
            say(
                "limit.substitution",
                equation=App("=", (holes["x"], _inverse(rule, holes))),
                place=App("->", (t, there)),
            ),
        )
    before, rows = _unrolled(known)
    first = Row(limit_of(known), words, (proof,))
    if "k" not in holes and is_equal_near(rule_of(without_value(known)) or ""):
        count = len(_rows_of(function, there, equation_of(without_value(known))))  # written at once
        first = Row(rows[count - 1].term, words, (proof, *(p for row in rows[:count] for p in row.proofs)))
        rows = rows[count:]
    return (*(p for p in others if not is_simple(p)), *before), (first, *rows)


def equation_of(proof: Derivation) -> Derivation:
    """The equation on which the limit of an equal rests."""
    return next(p for p in proof.parts if isinstance(p.claim.says, App) and p.claim.says.head == "=")


def _inverse(rule: str, holes: dict[str, Term]) -> Term:
    t = holes.get("t", holes["x"])
    p = holes.get("p")
    one = App("/", (_ONE, t))
    if rule in ("limit with -t", "limit seen from the other side"):
        return App("neg", (t,))
    if rule == "limit with 1/t":
        return one
    if rule == "limit with p + t" and p is not None:
        return App("+", (p, t))
    sign = "+" if "+" in rule or "above" in rule else "-"
    return tidied(App(sign, (p, one))) if p is not None else one


def _expanded(proof: Derivation) -> Unrolled:
    """lim (u·v) = lim u · lim v, and then each of these in its place."""
    before: list[Derivation] = []
    term, pending, rules = _spread(proof)
    rows = [Row(term, _spread_reason(rules, proof), (proof,))] if term is not limit_of(proof) else []
    here = term
    quick = [(path, p, _unrolled(p)) for path, p in pending]
    short = [entry for entry in quick if len(entry[2][1]) == 1]
    long = [entry for entry in quick if len(entry[2][1]) != 1]
    for path, _part, (first, steps) in long:
        before += first
        for step in steps:
            here = replace(here, path, step.term) if path else step.term
            rows.append(Row(here, step.reason, step.proofs))
    if short:
        words: list[Text] = []
        for path, _part, (first, (step,)) in short:
            before += first
            here = replace(here, path, step.term) if path else step.term
            if step.reason and step.reason not in words:
                words.append(step.reason)
        joined = tuple(piece for i, said in enumerate(words) for piece in ((", ", *said) if i else said))
        rows.append(Row(here, joined, tuple(p for _, _, (_, (step,)) in short for p in step.proofs)))
    value = parts_of(proof)[2]
    if here is not value:
        rows.append(Row(value, (), (proof,)))
    return tuple(before), tuple(rows)


def _spread_reason(rules: list[str], proof: Derivation) -> Text:
    names = list(dict.fromkeys(rules))
    body = parts_of(proof)[0].args[1]  # type: ignore[union-attr]
    x = parts_of(proof)[0].args[0]  # type: ignore[union-attr]
    if names in (["limit of a product"], ["limit of a quotient"]) and any(x.name not in free(w) for w in body.args[:1]):  # type: ignore[union-attr]
        return (
            (say("limit.constant factor"),) if names == ["limit of a product"] else (say("reason.limit of a quotient"),)
        )
    return (say("limit.laws"),) if len(names) > 1 else (say(f"reason.{names[0]}"),)


def _spread(proof: Derivation) -> tuple[Term, list[tuple[Path, Derivation]], list[str]]:
    """The limit laws applied as far as they reach: the term with limits in it, and what these are."""
    bare = without_value(proof)
    function, _, _ = parts_of(bare)
    x, body = function.args  # type: ignore[union-attr]
    if isinstance(x, Var) and x.name not in free(body):
        return body, [], []
    tending = parts_that_tend(bare)
    lawful = isinstance(bare.by, Apply) and is_limit_law(bare.by.rule)
    finite = tending and all(parts_of(p)[2] not in INFINITE for p in tending) and parts_of(bare)[2] not in INFINITE
    if not lawful or is_simple(bare) or not finite or not isinstance(body, App):
        return limit_of(proof), [((), proof)], []
    args = list(body.args)
    pending: list[tuple[Path, Derivation]] = []
    rules = [rule_of(bare) or ""]
    for index, part in enumerate(tending):
        term, inside, more = _spread(part)
        args[index] = term
        pending += [((index, *path), p) for path, p in inside]
        rules += more
    return App(body.head, tuple(args)), pending, rules


_ONE = Num(1)
