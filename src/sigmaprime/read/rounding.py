"""`u rounds to v in binary64`, `… toward zero`, `… up`, `… down`: what becomes of a real number in floating point."""

from __future__ import annotations

from sigmaprime.floating import FORMATS, MODES, NEAREST, ZERO, exact, overflow
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term
from sigmaprime.read.text import Reader


def rounding(reader: Reader, u: Term) -> Term:
    """`rounds`(u, v, format, mode) for what follows the number u."""
    reader.expect("rounds", "write rounds to … in binary64")
    reader.expect("to", "write rounds to … in binary64")
    start = reader.here()
    v = reader.expression()
    if v not in (OO, MINUS_OO) and exact(v) is None:
        remedy = "write a rational number, as 3/4 or 13421773*2^(-27), or oo"
        raise reader.wrong("a number of floating point is rational", remedy, start)
    reader.expect("in", f"write in {', '.join(FORMATS)}")
    named = reader.here()
    if named.text not in FORMATS:
        message = f"{named.text or 'the end'} is no format of floating point"
        raise reader.wrong(message, f"choose one of {', '.join(FORMATS)}", named)
    reader.at += 1
    mode = _mode(reader)
    if v in (OO, MINUS_OO) and overflow(FORMATS[named.text], mode, 1 if v is OO else -1) is None:
        raise reader.wrong(f"rounding {mode} never gives an infinity of this sign", "leave the mode out", start)
    return App("rounds", (u, v, App(named.text, ()), App(mode, ())))


def _mode(reader: Reader) -> str:
    """The direction, to nearest with ties to even if none is named."""
    for mode in MODES:
        words = mode.split()
        if all(reader.here(ahead).text == word for ahead, word in enumerate(words)):
            reader.at += len(words)
            return mode
    if reader.here().text in ("toward", "towards", "to"):
        raise reader.wrong("this direction of rounding is not known", f"write {ZERO}, up, down or {NEAREST}")
    return NEAREST
