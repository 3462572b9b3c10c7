"""What is shipped: one version, typed, licensed, and a README whose commands are the ones that are tried."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from sigmaprime.version import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads(Path(ROOT, "pyproject.toml").read_text(encoding="utf-8"))["project"]


def packages(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ \[;]", requirement, maxsplit=1)[0].lower() for requirement in requirements}


def test_every_requirement_has_a_lower_bound() -> None:
    extras = [requirement for extra in PROJECT["optional-dependencies"].values() for requirement in extra]
    assert all(re.fullmatch(r"[\w-]+>=[\d.]+", requirement) for requirement in PROJECT["dependencies"] + extras)


def test_what_the_tests_need_to_draw_is_what_users_need() -> None:
    extras = PROJECT["optional-dependencies"]
    assert set(extras["plots"]) <= set(extras["test"])


def test_the_package_is_typed_and_licensed() -> None:
    assert Path(ROOT, "src/sigmaprime/py.typed").exists()
    assert "MIT License" in Path(ROOT, "LICENSE").read_text(encoding="utf-8")


def test_the_version_that_is_installed_is_the_version_of_the_source() -> None:
    try:
        assert metadata.version("sigmaprime") == __version__
    except metadata.PackageNotFoundError:
        pytest.skip("sigmaprime is not installed here")


@pytest.mark.parametrize("mark", ["the test command", "the book command"])
def test_the_readme_has_the_commands_that_are_run(mark: str) -> None:
    readme = Path(ROOT, "README.md").read_text(encoding="utf-8")
    block = re.search(rf"^<!-- {mark} -->\n+```\w*\n(.+?)\n```", readme, re.MULTILINE | re.DOTALL)
    assert block
    assert "-m venv" in block[1]
    assert "install" in block[1]


def test_ci_runs_the_readme_s_command_and_measures_the_kernel() -> None:
    ci = Path(ROOT, ".ci/run").read_text(encoding="utf-8")
    readme = Path(ROOT, "README.md").read_text(encoding="utf-8")
    assert "<!-- the test command -->" in ci
    assert "-m pytest -q -n auto" in readme.partition("<!-- the test command -->")[2]
    assert "pytest -q tests/kernel --cov" in ci
