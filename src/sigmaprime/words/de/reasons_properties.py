"""Properties of functions, and what refutes them: growth, curvature, extrema, range, sign, symmetry."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_MONOTONICITY: Final = {
    **{
        name: words
        for way, weise in (
            ("strictly increasing", "streng monoton wachsend"), ("increasing", "monoton wachsend"),
            ("strictly decreasing", "streng monoton fallend"), ("decreasing", "monoton fallend"),
        )
        for name, words in (
            (f"{way} on both sides of a point", f"{weise} auf beiden Seiten einer Stelle"),
            (f"{way} on two parts, one after the other", f"{weise} auf zwei Teilen nacheinander"),
            (f"{way} on a single point", f"{weise} auf einer einzelnen Stelle"),
            (f"not {way}", f"nicht {weise}"),
            (f"undefined, so not {way}", f"dort nicht definiert, also nicht {weise}"),
        )
    },
    "strictly increasing, with a slope that is zero at isolated points":
        "die Ableitung ist nirgends negativ und nur an einzelnen Stellen 0",
    "strictly decreasing, with a slope that is zero at isolated points":
        "die Ableitung ist nirgends positiv und nur an einzelnen Stellen 0",
    "injective on two parts with values apart": "injektiv auf zwei Teilen mit getrennten Werten",
    "positive slope": "positive Ableitung",
    "negative slope": "negative Ableitung",
    "nonnegative slope": "nichtnegative Ableitung",
    "nonpositive slope": "nichtpositive Ableitung",
    "slope zero": "Ableitung 0",
    "a constant function has one value": "eine konstante Funktion hat nur einen Wert",
    "strictly increasing, so increasing": "streng monoton wachsend, also monoton wachsend",
    "strictly decreasing, so decreasing": "streng monoton fallend, also monoton fallend",
    "increasing, so monotonic": "monoton wachsend, also monoton",
    "decreasing, so monotonic": "monoton fallend, also monoton",
    "strictly increasing, so injective": "streng monoton wachsend, also injektiv",
    "strictly decreasing, so injective": "streng monoton fallend, also injektiv",
    **{
        f"an increasing function keeps {sign}": words
        for sign, words in (
            ("<", "streng monoton wachsend"), (">", "streng monoton wachsend"),
            ("<=", "monoton wachsend"), (">=", "monoton wachsend"),
        )
    },
    **{
        f"a decreasing function turns {sign} round": words
        for sign, words in (
            ("<", "streng monoton fallend"), (">", "streng monoton fallend"),
            ("<=", "monoton fallend"), (">=", "monoton fallend"),
        )
    },
    "above an earlier value": "größer als ein früherer Wert",
    "still above an earlier value": "mindestens so groß wie ein früherer Wert",
    "not below an earlier value": "nicht kleiner als ein früherer Wert",
    "above a later value": "größer als ein späterer Wert",
    "still above a later value": "mindestens so groß wie ein späterer Wert",
    "not below a later value": "nicht kleiner als ein späterer Wert",
    "below a later value": "kleiner als ein späterer Wert",
    "still below a later value": "höchstens so groß wie ein späterer Wert",
    "not above a later value": "nicht größer als ein späterer Wert",
    "below an earlier value": "kleiner als ein früherer Wert",
    "still below an earlier value": "höchstens so groß wie ein früherer Wert",
    "not above an earlier value": "nicht größer als ein früherer Wert",
    "a monotonic function takes a value once": "eine injektive Funktion nimmt jeden Wert höchstens einmal an",
    "neither increasing nor decreasing": "weder monoton wachsend noch monoton fallend",
    "not injective": "zwei Stellen mit demselben Wert",
    "not constant": "zwei verschiedene Werte",
    "undefined, so not monotonic": "dort nicht definiert, also nicht monoton",
    "undefined, so not injective": "dort nicht definiert, also nicht injektiv",
    "undefined, so not constant": "dort nicht definiert, also nicht konstant",
    "slope bounded": "beschränkte Ableitung",
    "Lipschitz on both sides of a point": "Lipschitz-stetig auf beiden Seiten einer Stelle",
    "not Lipschitz": "zwei Werte liegen zu weit auseinander",
    "values no further apart than the constant allows": "Lipschitz-stetig",
}  # fmt: skip

_CONVEXITY: Final = {
    **{
        f"{word} on both sides of a point": f"{wort} auf beiden Seiten einer Stelle"
        for word, wort in (
            ("convex", "konvex"), ("strictly convex", "streng konvex"),
            ("concave", "konkav"), ("strictly concave", "streng konkav"),
        )
    },
    "maximum of convex functions": "Maximum konvexer Funktionen",
    "minimum of concave functions": "Minimum konkaver Funktionen",
    "positive curvature": "positive zweite Ableitung",
    "negative curvature": "negative zweite Ableitung",
    "nonnegative curvature": "nichtnegative zweite Ableitung",
    "nonpositive curvature": "nichtpositive zweite Ableitung",
    "strictly rising slope, so strictly convex": "streng monoton wachsende Ableitung, also streng konvex",
    "rising slope, so convex": "monoton wachsende Ableitung, also konvex",
    "strictly falling slope, so strictly concave": "streng monoton fallende Ableitung, also streng konkav",
    "falling slope, so concave": "monoton fallende Ableitung, also konkav",
    **{
        name: words
        for convex, konvex, concave, konkav in (
            ("convex", "konvex", "concave", "konkav"), ("concave", "konkav", "convex", "konvex"),
        )
        for name, words in (
            (f"sum of {convex} functions", f"Summe {konvex}er Funktionen"),
            (f"{convex} minus {concave}", f"{konvex}e minus {konkav}e Funktion"),
            (f"negative of a {concave} function", f"Negatives einer {konkav}en Funktion"),
            (f"positive multiple of a {convex} function", f"positives Vielfaches einer {konvex}en Funktion"),
            (f"{convex} over a positive number", f"{konvex}e Funktion durch eine positive Zahl"),
            (f"strictly {convex}, so {convex}", f"streng {konvex}, also {konvex}"),
            (f"a straight line is {convex}", f"eine Gerade ist {konvex}"),
            (f"not {convex}", f"nicht {konvex}"),
            (f"not {convex}, so not strictly", f"nicht {konvex}, also nicht streng {konvex}"),
            (f"undefined, so not {convex}", f"dort nicht definiert, also nicht {konvex}"),
            (f"undefined, so not strictly {convex}", f"dort nicht definiert, also nicht streng {konvex}"),
        )
    },
    "absolute value of a straight line": "Betrag einer Geraden",
    "a chord that is not above": "eine Sehne liegt nicht oberhalb",
    "a chord that is not below": "eine Sehne liegt nicht unterhalb",
    "chord above a convex function": "die Sehne einer konvexen Funktion liegt oberhalb",
    "chord below a concave function": "die Sehne einer konkaven Funktion liegt unterhalb",
    "chord above a strictly convex function": "die Sehne einer streng konvexen Funktion liegt oberhalb",
    "chord below a strictly concave function": "die Sehne einer streng konkaven Funktion liegt unterhalb",
    "tangent below a convex function": "die Tangente einer konvexen Funktion liegt unterhalb",
    "tangent above a concave function": "die Tangente einer konkaven Funktion liegt oberhalb",
    "tangent below a strictly convex function": "die Tangente einer streng konvexen Funktion liegt unterhalb",
    "tangent above a strictly concave function": "die Tangente einer streng konkaven Funktion liegt oberhalb",
}  # fmt: skip

_SIGN: Final = {
    "positive": "überall positiv",
    "negative": "überall negativ",
    "not negative": "nirgends negativ",
    "not positive": "nirgends positiv",
    "not zero": "nirgends null",
    "without zeros": "nirgends null",
    "a value that is not positive": "ein Wert, der nicht positiv ist",
    "a value that is not negative": "ein Wert, der nicht negativ ist",
    "a negative value": "ein negativer Wert",
    "a positive value": "ein positiver Wert",
    **{
        f"a change of sign, so not {what}, {way}": "Zwischenwertsatz"
        for what in ("nonzero", "no zeros")
        for way in ("rising", "falling")
    },
    "a zero": "eine Nullstelle",
    "a zero after all": "doch eine Nullstelle",
    "undefined, so not positive": "dort nicht definiert, also nicht positiv",
    "undefined, so not negative": "dort nicht definiert, also nicht negativ",
    "undefined, so not nonnegative": "dort nicht definiert, also nicht nichtnegativ",
    "undefined, so not nonpositive": "dort nicht definiert, also nicht nichtpositiv",
    "undefined, so not nonzero": "dort nicht definiert",
    "undefined, so not no zeros": "dort nicht definiert",
}  # fmt: skip

_SYMMETRY: Final = {
    "even": "f(−x) = f(x)",
    "odd": "f(−x) = −f(x)",
    "even, so symmetric about x = 0": "gerade, also achsensymmetrisch zur y-Achse",
    "odd, so symmetric about the origin": "ungerade, also punktsymmetrisch zum Ursprung",
    "mirror line": "Symmetrieachse",
    "centre on the y-axis": "Symmetriezentrum auf der y-Achse",
    "centre": "Symmetriezentrum",
    "not even": "nicht gerade",
    "not odd": "nicht ungerade",
    "no mirror line": "keine Symmetrieachse",
    "no centre": "kein Symmetriezentrum",
    "not even, for lack of a mirror image": "nicht gerade, denn das Spiegelbild fehlt",
    "not odd, for lack of a mirror image": "nicht ungerade, denn das Spiegelbild fehlt",
    "periodic": "die Werte wiederholen sich",
    "not periodic": "nicht periodisch",
    "period zero": "die Periode ist 0",
    **{
        name: words
        for what, was in (
            ("not even", "nicht gerade"), ("not odd", "nicht ungerade"), ("no mirror line", "keine Symmetrieachse"),
            ("no centre", "kein Symmetriezentrum"), ("not periodic", "nicht periodisch"),
        )
        for name, words in (
            (f"{what}, the image lies outside", f"{was}, denn die Bildstelle liegt außerhalb"),
            (f"{what}, undefined at the image", f"{was}, denn an der Bildstelle nicht definiert"),
        )
    },
    "undefined, so not even": "dort nicht definiert, also nicht gerade",
    "undefined, so not odd": "dort nicht definiert, also nicht ungerade",
}  # fmt: skip

PROPERTIES: Final = MappingProxyType({**_MONOTONICITY, **_CONVEXITY, **_SIGN, **_SYMMETRY})
