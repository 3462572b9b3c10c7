"""Parameters that a definition mentions: after `let k` and `let f(x) = k*x`, f(2) depends on k without showing it.

Such a parameter may have any value, but one and the same throughout a proof: nothing is put in its place, and no
function binds it, for in `D(f(2), k)` the k inside f would be overlooked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sigmaprime.kernel.proof import Apply, Derivation, Instance
from sigmaprime.kernel.rule import Rule, fill_rule
from sigmaprime.kernel.term import App, Term, Var, free, require, subterms

DEFINITION = "definition of "


def keep_parameters(nodes: Collection[Derivation], rules: Mapping[str, Rule]) -> None:
    """Raise `Wrong` where a proof binds or replaces a parameter that a definition hides."""
    terms = subterms(*(term for node in nodes for term in (node.claim.says, *node.claim.given)))
    hidden = frozenset[str]()
    used = _functions(terms)
    waiting = set(used)
    while waiting:
        if (row := rules.get(DEFINITION + waiting.pop())) is not None:
            hidden |= free(row.conclusion) - {hole for hole, _ in row.holes}
            found = _functions(subterms(row.conclusion))
            waiting |= found - used
            used |= found
    if hidden:
        changed = {variable for node in nodes for variable in _changed(node, rules)}
        functions = [t.args[0] for t in terms if isinstance(t, App) and t.head == "fn"]
        changed |= {x.name for x in functions if isinstance(x, Var)}
        require(not hidden & changed, "definitions depend on ", hidden & changed, ", which must stay as it is")


def _functions(terms: Iterable[Term]) -> set[str]:
    return {head.rstrip("'") for head in {term.head for term in terms if isinstance(term, App)}}


def _changed(node: Derivation, rules: Mapping[str, Rule]) -> Iterable[str]:
    match node.by:
        case Instance(variable, _):
            yield variable
        case Apply(name, holes):
            yield from fill_rule(rules[name], holes).arbitrary
