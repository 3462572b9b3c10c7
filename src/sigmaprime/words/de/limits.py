"""What stands beside and before the lines of a limit."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

LIMITS: Final = MappingProxyType({
    # beside a line
    "limit.put in": "{point} einsetzen",
    "limit.as": "denn {facts}",
    "limit.laws": "Grenzwertsätze",
    "limit.both sides": "von beiden Seiten derselbe",
    "limit.squeeze": "Einschließungssatz",
    "limit.standard": "bekannter Grenzwert",
    "limit.standard with": "{limit} mit {equation}",
    "limit.substitution": "mit {equation}: {place}",
    "limit.hopital": "Regel von de l’Hospital",
    "limit.constant factor": "konstanter Faktor",
    "limit.as a quotient": "als Quotient geschrieben",
    "limit.squares": "{formula}",
    "limit.cancel": "mit {factor} kürzen",
    "limit.factor": "faktorisieren",
    "limit.multiply": "mit {factor} erweitern",
    "limit.divide": "Zähler und Nenner durch {factor} teilen",
    "limit.take out": "{factor} ausklammern",
    "limit.common denominator": "Hauptnenner",
    "limit.simplify": "vereinfachen",
    "limit.out of the root": "das Quadrat aus der Wurzel ziehen",
    "limit.to standard": "für bekannte Grenzwerte umgeformt",
    "limit.power": "Potenz als Exponentialfunktion",
    "limit.bounded": "{factor} ist beschränkt, {fact}",
    # before the lines
    "limit.hopital applies":
        "Für {place} gilt {facts}; in der Nähe gilt {slope}: Die Regel von de l’Hospital ist anwendbar.",
    "limit.between": "Für {where} gilt {bounds}.",
    "limit.between since": "Für {where} gilt {factor}, also {bounds}.",
    "limit.bounds tend": "Beide Schranken gehen für {place} gegen {value}.",
    "limit.from above": "Von rechts:",
    "limit.from below": "Von links:",
    "limit.sides differ": "Rechts- und linksseitiger Grenzwert sind verschieden: {limit} existiert nicht.",
    "limit.none from a side": "Von dieser Seite gibt es keinen Grenzwert, also existiert {limit} nicht.",
    "limit.only from above": "Links von {place} ist {function} nicht definiert; es zählt der rechtsseitige Grenzwert.",
    "limit.only from below": "Rechts von {place} ist {function} nicht definiert; es zählt der linksseitige Grenzwert.",
    "limit.grows": "Für {place} wächst {u} unbeschränkt und nimmt alle großen Werte an.",
    "limit.sequence": "Für {x} mit {equation} und n = 1, 2, 3, … gilt {place} und stets {values}.",
    "limit.unbounded sequence": "Für {x} mit {equation} gilt {place}, und der Betrag von {value} wächst unbeschränkt.",
    "limit.two sequences": "Entlang zweier Folgen verhalten sich die Werte verschieden: {limit} existiert nicht.",
    "limit.does not exist": "{limit} existiert nicht",
    # routes
    "route.continuity": "Mit der Stetigkeit",
    "route.factoring": "Durch Faktorisieren",
    "route.conjugate": "Durch Erweitern mit der dritten binomischen Formel",
    "route.fractions": "Mit dem Hauptnenner",
    "route.dividing": "Durch Teilen durch die höchste Potenz",
    "route.standard": "Mit einem bekannten Grenzwert",
    "route.rearranging": "Aus bekannten Grenzwerten",
    "route.squeeze": "Durch Einschließen",
    "route.hopital": "Mit der Regel von de l’Hospital",
    "route.substitution": "Durch Substitution",
    "route.definition": "Mit der Definition der Funktion",
    "route.dominant": "Durch Ausklammern des größten Terms",
    "route.sides": "Von beiden Seiten",
})  # fmt: skip
