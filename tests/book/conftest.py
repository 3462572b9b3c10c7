"""The book of `derivations/`, built once for all tests that look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sigmaprime.book import build

DERIVATIONS = Path(__file__).parents[2] / "derivations"


def built(to: str, out: Path) -> Path:
    pytest.importorskip("matplotlib")
    result = build([DERIVATIONS], to, out)
    assert result.ok, "\n".join(map(str, result.troubles))
    return out


@pytest.fixture(scope="session")
def html_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("html", tmp_path_factory.mktemp("book") / "html")


@pytest.fixture(scope="session")
def latex_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("latex", tmp_path_factory.mktemp("book") / "latex")


@pytest.fixture(scope="session")
def markdown_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("markdown", tmp_path_factory.mktemp("book") / "markdown")
