"""The range of a whole number as one reads it: `i in 1..n` for three hypotheses."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Num, Term


def with_ranges(given: tuple[Term, ...]) -> tuple[Term, ...]:
    """`i in 1..n` for the three hypotheses that i is whole, i >= 1 and i <= n; `n in N` where there is no upper end."""
    said: list[Term] = []
    waiting = list(given)
    while waiting:
        here = waiting.pop(0)
        match here:
            case App("whole", (x,)):
                lows = [h for h in waiting if isinstance(h, App) and h.head == ">=" and h.args[0] is x]
                highs = [h for h in waiting if isinstance(h, App) and h.head == "<=" and h.args[0] is x]
                if lows and (highs or lows[0].args[1] is Num(1)):
                    used = (lows[0], *highs[:1])
                    waiting = [h for h in waiting if h not in used]
                    ends = (lows[0].args[1], highs[0].args[1]) if highs else ()
                    here = App("in", (x, App("whole", ends)))
        said.append(here)
    return tuple(said)
