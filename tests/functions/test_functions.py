"""The rows of functions are complete, unique and readable."""

from __future__ import annotations

import pytest

from sigmaprime.functions import ALIASES, FUNCTIONS
from sigmaprime.functions.function import Function
from sigmaprime.kernel.term import App, free, subterms
from sigmaprime.read.row import CONSTANTS, read_row

CONTRACT = (
    "exp ln log log2 log10 sqrt cbrt abs sign min max sin cos tan sec csc cot asin acos atan asec acsc acot arcsin "
    "arccos arctan sinh cosh tanh sech csch coth asinh acosh atanh erf Phi LambertW sigmoid σ sigma logistic logit "
    "softplus silu swish relu gelu mish hill gompertz root"
).split()
OPERATORS = frozenset(("+", "-", "*", "/", "^", "neg"))


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract(name: str) -> None:
    assert ALIASES.get(name, name) in FUNCTIONS


@pytest.mark.parametrize("row", FUNCTIONS.values(), ids=lambda row: row.name)
def test_rows(row: Function) -> None:
    assert (row.definition is None) != (row.derivative is None)
    assert row.source and row.latex and row.unicode
    body = read_row(row.definition or row.derivative or "")
    allowed = set(row.parameters) if row.definition else {"u", *row.parameters[1:]}
    assert free(body) <= allowed
    heads = {term.head for term in subterms(body) if isinstance(term, App)}
    assert heads <= FUNCTIONS.keys() | OPERATORS | CONSTANTS
    for condition in (*row.domain, *(row.smooth_on or ())):
        assert free(read_row(condition)) == {"u"}


def test_definitions_end() -> None:
    """No function is defined by itself, not even through others."""

    def depth(name: str, above: tuple[str, ...]) -> int:
        assert name not in above
        row = FUNCTIONS.get(name)
        if row is None or row.definition is None:
            return 0
        inner = {term.head for term in subterms(read_row(row.definition)) if isinstance(term, App)}
        return 1 + max((depth(head, (*above, name)) for head in inner), default=0)

    assert all(depth(name, ()) <= 4 for name in FUNCTIONS)
