"""From terms to notation: every bracket, fraction, sign, symbol and space is decided here, once, in the author's order.

`notation.line` writes a term in one line, in the language itself, so that the reader reads the same term back.
`notation.plane` sets a term as a textbook does, as boxes; the writers spell boxes and decide nothing.
`notation.phrase` says a claim in words and formulas, for both.
"""
