"""What the docstrings and the page on Python show is what comes out."""

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = ("api.checking", "api.deriving", "api.proving", "api.reading", "sympy_functions")
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    found = doctest.testmod(import_module(f"sigmaprime.{name}"))
    assert found.attempted and not found.failed


def test_the_page_on_python() -> None:
    page = ROOT / "derivations" / "07-python.md"
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    assert len(blocks) > 3
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    assert len(test.examples) > 10
    assert not doctest.DocTestRunner().run(test).failed
