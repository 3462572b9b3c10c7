"""The collection of worked limits beside SymPy's `limit`, which gives the answer alone.

    python -m tests.bench.limits

SymPy has ten seconds for each; where a limit does not exist, it is right to say so, or to give no value.
"""

from __future__ import annotations

import json
import signal
from statistics import median
from typing import Any

import sympy as sp

from sigmaprime.document.steps import ends_of, steps_of
from sigmaprime.kernel.term import App, Term
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run.one_line import one_line
from sigmaprime.search.bridge_out import to_sympy
from sigmaprime.verbs import derive_routes
from tests.bench.worked import COLLECTIONS, timed

PATIENCE = 10
NO_VALUE = (sp.AccumBounds, sp.Limit)


class TooLong(Exception):
    """SymPy's time is up."""


def _stop(*_: object) -> None:
    raise TooLong


def rival(start: Term, symbols: dict[str, Any]) -> Any:
    """What SymPy's `limit` says; None for no value."""
    match start:
        case App("lim", (App("fn", (x, body)), place)):
            side = "+-"
            if isinstance(place, App) and place.head in ("from_above", "from_below"):
                side, place = "+" if place.head == "from_above" else "-", place.args[0]
            function, at = (to_sympy(term, symbols, evaluate=True) for term in (body, place))
            sides = () if at in (sp.oo, -sp.oo) else (side,)
            signal.alarm(PATIENCE)
            try:
                found = sp.limit(function, symbols[x.name], at, *sides)
            finally:
                signal.alarm(0)
            return None if isinstance(found, NO_VALUE) or found.has(sp.nan, sp.zoo, *NO_VALUE) else found
    raise TypeError(start)


def says(start: Term, value: Term | None) -> str:
    symbols = {"x": sp.Symbol("x", real=True), **{name: sp.Symbol(name, positive=True) for name in "ab"}}
    try:
        found = rival(start, symbols)
    except TooLong:
        return "too long"
    except ValueError:
        found = None  # the two sides differ
    except Exception as failed:  # noqa: BLE001 whatever SymPy raises
        return f"fails: {type(failed).__name__}"
    if found is None or value is None:
        return "right" if found is None and value is None else f"wrong: {found}"
    same = found == (true := to_sympy(value, symbols, evaluate=True)) or sp.simplify(found - true) == 0
    return "right" if same else f"wrong: {found}"


def main() -> None:
    signal.signal(signal.SIGALRM, _stop)
    entries = [json.loads(line) for line in (COLLECTIONS / "limits.jsonl").read_text().splitlines()]
    ours, theirs, lines, good = [], [], 0, 0
    tally: dict[str, int] = {}
    for entry in entries:
        request, scope = one_line(f"derive {entry['limit']}", tuple(entry.get("let", ())), Derive)
        try:
            (route,), mine = timed(lambda: derive_routes(request, scope, 20.0))  # noqa: B023
        except NotUnderstood as error:
            print(f"NONE {entry['limit']}: {error}")
            continue
        start, value = ends_of(route.fact.statement)
        good += (None if value is None else language(value)) == entry["value"]
        lines += (count := len(steps_of(route.fact.proof)))
        if any("=" in let for let in entry.get("let", ())):
            continue  # SymPy knows no functions of the author
        word, its = timed(lambda: says(start, value))  # noqa: B023
        tally[word.split(":")[0]] = tally.get(word.split(":")[0], 0) + 1
        ours.append(mine)
        theirs.append(its)
        print(f"{entry['limit']:46} {mine:7.1f} ms {count:2} lines | SymPy {its:7.1f} ms  {word}")
    print(f"{good} of {len(entries)} worked out and right, {lines} checked lines; median {median(ours):.1f} ms")
    print(f"SymPy: {tally}; median {median(theirs):.1f} ms, without a line")


if __name__ == "__main__":
    main()
