"""Parameters that a definition mentions: after `let k` and `let f(x) = k*x`, f(2) depends on k without showing it.

Such a parameter may have any value, but one and the same throughout a proof: nothing is put in its place, and no
function binds it, for in `D(f(2), k)` the k inside f would be overlooked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sigmaprime.kernel.proof import Apply, Derivation, Instance
from sigmaprime.kernel.rule import Rule, fill_rule
from sigmaprime.kernel.term import App, Term, Var, free, require, subterms

DEFINITION = "definition of "


def keep_parameters(nodes: Iterable[Derivation], rules: Mapping[str, Rule]) -> None:
    """Raise `Wrong` where a proof binds or replaces a parameter that a definition hides."""
    steps = tuple(nodes)
    terms = subterms(*(term for node in steps for term in (node.claim.says, *node.claim.given)))
    hidden = frozenset[str]()
    used = _heads(terms)
    waiting = set(used)
    while waiting:
        row = rules.get(DEFINITION + waiting.pop())
        if row is not None:
            hidden |= free(row.conclusion) - {hole for hole, _ in row.holes}
            found = _heads(subterms(row.conclusion))
            waiting |= found - used
            used |= found
    if not hidden:
        return
    changed = {variable for node in steps for variable in _changed(node, rules)}
    changed |= {t.args[0].name for t in terms if isinstance(t, App) and t.head == "fn" and isinstance(t.args[0], Var)}
    require(not hidden & changed, f"a definition depends on {sorted(hidden & changed)}, which must stay as it is")


def _heads(terms: Iterable[Term]) -> set[str]:
    return {term.head.rstrip("'") for term in terms if isinstance(term, App)}


def _changed(node: Derivation, rules: Mapping[str, Rule]) -> Iterable[str]:
    match node.by:
        case Instance(variable, _):
            yield variable
        case Apply(name, holes):
            yield from fill_rule(rules[name], holes).arbitrary
