"""Someone's own lines, checked: the verdicts, and the slips with their ids."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

LINES: Final = MappingProxyType({
    "lines.given": "gegeben",
    "lines.right": "✓ richtig",
    "lines.because": "✓ {reason}",
    "lines.only": "✓ richtig, aber nur für {conditions}",
    "lines.follows": "✓ folgt",
    "lines.same": "✓ sagt dasselbe",
    "lines.wrong": "✗ falsch",
    "lines.unclear": "? nicht entschieden",
    "lines.line": "Zeile",
    "lines.step": "Schritt",
    "lines.verdict": "Urteil",
    "lines.all right": "**Richtig bis zum Ende.** Jede Zeile ist bewiesen.",
    "lines.first wrong": "**Zeile {line} ist die erste falsche.** {why}",
    "lines.also wrong": "Auch Zeile {line} ist für sich genommen falsch. {why}",
    "lines.undecided": "**Zeile {line} ließ sich nicht entscheiden:** {reason}.",
    "lines.nothing wrong": "Keine Zeile hat sich als falsch erwiesen, aber nicht jede wurde bewiesen.",
    "lines.loses": "{point} erfüllt die Zeile davor, aber nicht diese.",
    "lines.adds": "{point} erfüllt diese Zeile, aber nicht die davor.",
    "lines.undefined there": "Dort ist nicht alles darin definiert.",
    "lines.differ": "Die beiden Seiten sind nicht gleich.",
    "lines.one way":
        "Dieser Schritt führt nicht zurück: {point} erfüllt Zeile {line}, aber nicht die davor. Was am Ende "
        "herauskommt, muss in der ersten Zeile erprobt werden.",
    "lines.domain":
        "In Zeile {line} sind die beiden Seiten gleich für {conditions}; sonst ist nur eine von ihnen definiert.",
    "lines.proved for": "Zeile {line} ist bewiesen für {conditions}, wo die Ableitungsregeln gelten.",
    "lines.slip": "**Der vermutliche Fehler:** {slip}.",
    "lines.shows": "Dieser Fehler ergibt {shows}, und das ist, was dasteht.",
    "lines.shows exactly": "Dieser Fehler ergibt genau das, was dasteht.",
    "lines.shows relation": "Er ergibt genau das, was dasteht, denn {shows}.",
    "lines.instead": "**Richtig wäre:** {claim}.",
    "lines.why": "Zeile {line}: der Beweis",
    "lines.why slip": "Warum dieser Fehler das ergibt",
    "lines.never": "keine Lösung",
    "claim.or": " oder ",
})  # fmt: skip

# What went wrong: `{a}` and `{b}` are what the slip is about.
SLIPS: Final = MappingProxyType({
    "slip.inner-derivative": "die innere Ableitung {a} von {b} wurde vergessen",
    "slip.product-of-derivatives": "die Ableitung eines Produkts ist nicht das Produkt der Ableitungen von {a} und {b}",
    "slip.product-rule-sign": "in der Produktregel für {a} und {b} steht ein Plus",
    "slip.product-rule-half": "ein Summand der Produktregel für {a} und {b} fehlt",
    "slip.constant-factor-lost": "der konstante Faktor {a} ging verloren",
    "slip.minus-sign-lost": "das Minuszeichen von {a} ging verloren",
    "slip.constant-kept": "die Ableitung der Konstanten {a} ist 0",
    "slip.term-not-differentiated": "{a} blieb stehen, ohne abgeleitet zu werden",
    "slip.not-differentiated": "{a} wurde nicht abgeleitet",
    "slip.quotient-of-derivatives":
        "die Ableitung eines Quotienten ist nicht der Quotient der Ableitungen von {a} und {b}",
    "slip.quotient-rule-swapped": "die beiden Summanden der Quotientenregel für {a} und {b} wurden vertauscht",
    "slip.quotient-rule-sum": "in der Quotientenregel für {a} und {b} steht ein Minus",
    "slip.quotient-rule-denominator": "in der Quotientenregel wird der Nenner {b} quadriert",
    "slip.power-of-derivative": "{a} wurde innerhalb der Potenz abgeleitet",
    "slip.exponent-kept": "der Exponent von {a} wird beim Ableiten um 1 kleiner",
    "slip.exponent-not-in-front": "der Exponent {a} wird beim Ableiten von {b} zum Faktor",
    "slip.exponent-raised": "der Exponent wurde beim Ableiten von {a} in die falsche Richtung geändert",
    "slip.integrated-instead": "{a} wurde integriert, nicht abgeleitet",
    "slip.derivative-inside": "das Innere von {b} wurde durch seine Ableitung {a} ersetzt",
    "slip.power-rule-on-exponential":
        "die Potenzregel gilt für einen konstanten Exponenten, und der von {a} ist veränderlich",
    "slip.logarithm-of-base-lost": "der Faktor, der Logarithmus der Basis {a}, ging verloren",
    "slip.power-rule-on-variable-exponent":
        "die Potenzregel gilt für einen konstanten Exponenten, und der von {a} ist veränderlich",
    "slip.exponential-rule-on-variable-base":
        "die Regel für Exponentialfunktionen gilt für eine konstante Basis, und die von {a} ist veränderlich",
    "slip.sign-of-derivative": "die Ableitung von {a} ist {b}, nicht das Negative davon",
    "slip.numerator-lost": "die Ableitung von {a} steht über dem Bruchstrich, und {a} selbst darunter",
    "slip.logarithm-of-sum": "der Logarithmus einer Summe ist nicht die Summe der Logarithmen: {a} ist nicht {b}",
    "slip.logarithm-of-product": "der Logarithmus eines Produkts ist die Summe der Logarithmen: {a} ist nicht {b}",
    "slip.logarithm-of-quotient":
        "der Logarithmus eines Quotienten ist die Differenz der Logarithmen: {a} ist nicht {b}",
    "slip.exponent-of-logarithm": "ein Exponent im Logarithmus wird zum Faktor davor: {a} ist nicht {b}",
    "slip.power-of-logarithm": "nur ein Exponent im Logarithmus wird zum Faktor davor: {a} ist nicht {b}",
    "slip.quotient-of-logarithms":
        "ein Quotient von Logarithmen ist nicht der Logarithmus eines Quotienten: {a} ist nicht {b}",
    "slip.product-of-logarithms":
        "ein Produkt von Logarithmen ist nicht der Logarithmus einer Summe oder eines Produkts: {a} ist nicht {b}",
    "slip.sum-of-logarithms": "die Summe zweier Logarithmen ist der Logarithmus des Produkts: {a} ist nicht {b}",
    "slip.absolute-value-dropped": "{a} ist {b} nur dort, wo dies nicht negativ ist",
    "slip.root-of-sum": "die Wurzel aus einer Summe ist nicht die Summe der Wurzeln: {a} ist nicht {b}",
    "slip.root-of-square": "die Wurzel aus einem Quadrat ist der Betrag: {a} ist nicht {b}",
    "slip.exponential-of-sum":
        "die Exponentialfunktion einer Summe ist das Produkt der Exponentialfunktionen: {a} ist nicht {b}",
    "slip.exponential-of-product":
        "die Exponentialfunktion eines Produkts ist nicht das Produkt der Exponentialfunktionen: {a} ist nicht {b}",
    "slip.exponential-of-multiple-of-logarithm":
        "ein Faktor vor dem Logarithmus wird zum Exponenten: {a} ist nicht {b}",
    "slip.negative-exponent": "ein negativer Exponent macht einen Kehrwert, keine negative Zahl: {a} ist nicht {b}",
    "slip.power-of-sum": "eine Potenz einer Summe ist nicht die Summe der Potenzen: {a} ist nicht {b}",
    "slip.binomial":
        "im Quadrat einer Summe steht in der Mitte das doppelte Produkt, und das zweite Quadrat mit einem "
        "Plus: {a} ist nicht {b}",
    "slip.power-of-product": "der Exponent gehört zu jedem Faktor: {a} ist nicht {b}",
    "slip.power-of-power": "bei einer Potenz einer Potenz werden die Exponenten multipliziert: {a} ist nicht {b}",
    "slip.power-of-negative": "das Vorzeichen gehört zur Basis, oder eben nicht: {a} ist nicht {b}",
    "slip.fractional-exponent": "ein Bruch im Exponenten macht eine Wurzel, keinen Kehrwert: {a} ist nicht {b}",
    "slip.zero-exponent": "mit dem Exponenten 0 ist eine Potenz 1: {a} ist nicht {b}",
    "slip.square-as-double": "ein Quadrat ist nicht das Doppelte: {a} ist nicht {b}",
    "slip.cancelled-in-sum":
        "kürzen lässt sich nur ein Faktor des ganzen Zählers und des ganzen Nenners: {a} ist nicht {b}",
    "slip.divided-one-term": "jeder Summand des Zählers wird geteilt: {a} ist nicht {b}",
    "slip.quotient-by-sum": "ein Bruch lässt sich nicht im Nenner auseinanderziehen: {a} ist nicht {b}",
    "slip.fractions-added": "Brüche werden über einem gemeinsamen Nenner addiert: {a} ist nicht {b}",
    "slip.quotient-of-powers": "bei einem Quotienten von Potenzen werden die Exponenten subtrahiert: {a} ist nicht {b}",
    "slip.product-of-powers": "bei einem Produkt von Potenzen werden die Exponenten addiert: {a} ist nicht {b}",
    "slip.sum-of-powers": "bei einer Summe von Potenzen geschieht mit den Exponenten nichts: {a} ist nicht {b}",
    "slip.function-cancelled": "der Name einer Funktion ist kein Faktor, den man kürzen könnte: {a} ist nicht {b}",
    "slip.argument-cancelled": "das Argument einer Funktion ist kein Faktor, den man kürzen könnte: {a} ist nicht {b}",
    "slip.denominator-power-lost": "ein Faktor des Nenners ging verloren: aus {a} wurde {b}",
    "slip.upside-down": "ein Bruch wurde auf den Kopf gestellt: {a} ist nicht {b}",
    "slip.bracket-one-term": "jeder Summand in der Klammer wird multipliziert: {a} ist nicht {b}",
    "slip.brackets-term-by-term":
        "jeder Summand der einen Klammer wird mit jedem der anderen multipliziert: {a} ist nicht {b}",
    "slip.sign-in-bracket": "das Minuszeichen vor einer Klammer ändert jedes Vorzeichen darin: {a} ist nicht {b}",
    "slip.sign-taken-out": "so lässt sich ein Minuszeichen in einer Funktion nicht behandeln: {a} ist nicht {b}",
    "slip.function-of-sum": "die Funktion einer Summe ist nicht die Summe ihrer Werte: {a} ist nicht {b}",
    "slip.factor-taken-out": "ein Faktor in einer Funktion lässt sich nicht herausziehen: {a} ist nicht {b}",
    "slip.function-of-product": "die Funktion eines Produkts ist nicht das Produkt ihrer Werte: {a} ist nicht {b}",
    "slip.function-of-quotient": "die Funktion eines Quotienten ist nicht der Quotient ihrer Werte: {a} ist nicht {b}",
    "slip.term-lost": "ein Summand ging verloren: aus {a} wurde {b}",
    "slip.factor-lost": "ein Faktor ging verloren: aus {a} wurde {b}",
    "slip.factor-added": "ein Faktor kam hinzu: aus {a} wurde {b}",
    "slip.term-added": "ein Summand kam hinzu: aus {a} wurde {b}",
    "slip.sign-lost": "ein Vorzeichen wurde geändert: aus {a} wurde {b}",
    "slip.squared": "beim Quadrieren kommen die Lösungen hinzu, bei denen {a} und {b} entgegengesetzt sind",
    "slip.multiplied-by-zero": "beide Seiten wurden mit {a} multipliziert, und das kann 0 sein",
    "slip.divided-by-zero": "beide Seiten wurden durch {a} geteilt, und das kann 0 sein",
    "slip.factor-dropped": "der Faktor {a} wurde weggelassen, und er kann 0 sein",
    "slip.one-root": "von den beiden Wurzeln wurde nur eine genommen",
    "slip.one-case": "von den beiden Fällen von {a} wurde nur einer betrachtet",
    "slip.equality-lost": "der Fall, dass {a} und {b} gleich sind, ging verloren",
    "slip.carried-over": "{a} wurde auf die andere Seite gebracht, ohne das Vorzeichen zu ändern",
    "slip.signs-of-solutions": "die Lösungen haben die falschen Vorzeichen",
    "slip.sign-of-one-solution": "die Lösung {a} hat das falsche Vorzeichen",
    "slip.subtracted-coefficient": "{a} ist ein Faktor: man teilt durch ihn, statt ihn abzuziehen",
    "slip.multiplied-instead": "{a} ist ein Faktor: man teilt durch ihn, statt mit ihm zu multiplizieren",
    "slip.divided-instead": "{a} ist ein Divisor: man multipliziert mit ihm, statt durch ihn zu teilen",
    "slip.divided-by-summand": "{a} wird addiert: man zieht es ab, statt dadurch zu teilen",
    "slip.product-not-zero":
        "nur von einem Produkt, das 0 ist, muss ein Faktor diesen Wert haben: {a} = {b} zerfällt nicht",
    "slip.relation-not-turned":
        "beide Seiten wurden mit {a} multipliziert; das ist negativ und dreht das Ungleichheitszeichen um",
    "slip.relation-turned":
        "beide Seiten wurden mit {a} multipliziert; das ist positiv und dreht das Ungleichheitszeichen nicht um",
    "slip.multiplied-by-unknown-sign": "beide Seiten wurden mit {a} multipliziert, und das kann negativ sein",
    "slip.divided-by-unknown-sign": "beide Seiten wurden durch {a} geteilt, und das kann negativ sein",
    "slip.reciprocals": "haben {a} und {b} dasselbe Vorzeichen, so stehen ihre Kehrwerte umgekehrt zueinander",
    "slip.constant-of-integration": "die Integrationskonstante fehlt",
    "slip.differentiated-instead": "{a} wurde abgeleitet, nicht integriert",
    "slip.sign-of-integral": "das Vorzeichen ist falsch: was dasteht, hat das Negative des Integranden zur Ableitung",
    "slip.constant-factor-of-integral": "was dasteht, hat das {a}-fache des Integranden zur Ableitung",
    "slip.inner-derivative-of-integral":
        "was dasteht, hat den Integranden mal {b}, die innere Ableitung von {a}, zur Ableitung",
    "slip.product-of-integrals": "das Integral eines Produkts ist nicht das Produkt der Integrale von {a} und {b}",
    "slip.quotient-of-integrals": "das Integral eines Quotienten ist nicht der Quotient der Integrale von {a} und {b}",
    "slip.sign-of-term": "{a} hat das falsche Vorzeichen",
    "slip.bounds-exchanged": "die Werte an den Grenzen {a} und {b} wurden verkehrt herum voneinander abgezogen",
    "slip.lower-bound-lost": "der Wert von {a} an der unteren Grenze {b} wurde nicht abgezogen",
    "slip.upper-bound-lost": "es wurde der Wert von {a} an der unteren Grenze {b} genommen, nicht der an der oberen",
    "slip.bounds-added": "die Werte von {a} an den Grenzen wurden addiert, nicht subtrahiert",
    "slip.integrand-at-bounds": "{a} selbst wurde an den Grenzen genommen, nicht eine Stammfunktion davon",
    "slip.nothing-over-nothing": "{a} und {b} werden dort beide 0, und 0/0 ist kein Wert",
    "slip.power-not-divided": "der Exponent von {a} wurde erhöht, aber es wurde nicht durch ihn geteilt",
    "slip.hopital-not-applicable":
        "Zähler und Nenner wurden abgeleitet, obwohl {a} und {b} nicht beide gegen 0 oder beide gegen unendlich gehen",
    "slip.hopital-by-quotient-rule":
        "die Regel von de l’Hospital leitet Zähler und Nenner jeden für sich ab, nicht den Quotienten",
})  # fmt: skip
