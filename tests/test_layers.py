"""The way of the data: who may import whom, how small the trusted part stays, and what no file may do."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sigmaprime"
FILES = sorted(SOURCE.rglob("*.py"))

# place: what its modules may import besides the standard library and each other.
MAY_IMPORT = {
    "kernel": {"flint"},
    "floating.py": {"kernel.term", "kernel.sets"},
    "read": {"kernel.term", "kernel.sets", "functions", "floating"},
    "functions": {"kernel", "read"},
    "rules": {"kernel", "read", "functions"},
    "claims": {"kernel", "read", "rules", "functions"},
    "verdict.py": {"kernel"},
    "version.py": set(),
    "statement.py": {"kernel", "read", "rules", "floating"},
    "words": set(),
    "notation": {"kernel.term", "kernel.sets", "functions", "words"},
    "tidy.py": {"kernel"},
    "search": {"floating",
        "kernel", "read", "rules", "functions", "claims", "notation.line", "statement", "tidy", "verdict", "flint",
    },
    "reasons.py": {"kernel", "read", "notation.line", "search", "statement"},
    "derive_limit.py": {"kernel", "read", "notation.line", "search", "verdict"},
    "verbs.py": {
        "derive_limit", "kernel", "read", "claims", "notation.line", "search", "statement", "reasons", "tidy",
        "verdict",
    },
    "studies": {
        "kernel", "read", "rules", "functions", "claims", "notation.line", "search", "statement", "tidy",
        "verbs", "verdict", "flint",
    },
    "judgement.py": {"kernel", "verdict"},
    "workings": {
        "kernel", "read", "search", "statement", "tidy", "verbs", "verdict", "judgement", "claims",
    },
    "document": {
        "kernel", "read.syntax", "rules", "functions", "notation", "tidy", "verdict", "judgement", "studies.found",
        "studies.spelled",
        "words",
    },
    "write": {
        "kernel", "read", "rules", "functions", "notation", "document", "verdict", "words", "flint", "latex2mathml",
        "matplotlib", "studies.found", "studies.spelled", "judgement",
    },
    "run": {"kernel", "read", "claims", "notation.line", "statement", "verdict", "judgement", "write.proof"},
    "book": {
        "kernel", "read", "rules", "claims", "statement", "functions", "notation", "document", "write", "run", "verbs",
        "verdict", "words", "studies", "jinja2", "markupsafe", "markdown_it", "mdit_py_plugins", "latex2mathml",
        "flint", "judgement", "workings",
    },
    "cli": {
        "kernel", "read", "rules", "claims", "document", "words", "write", "run", "book", "verbs", "verdict", "version",
        "click", "studies.found", "studies.spelled", "judgement",
    },
}  # fmt: skip

# The doors to SymPy. Whoever imports one of them has SymPy.
SYMPY = {"search/bridge.py", "search/bridge_out.py", "api", "notebook.py", "sympy_functions.py"}

# The independent checker uses nothing that searches, not even by way of something else.
INDEPENDENT = "run/recheck.py"


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def place_of(path: Path) -> str:
    return name(path).split("/", 1)[0]


def is_door(path: Path) -> bool:
    return name(path) in SYMPY or place_of(path) in SYMPY


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, inside functions too; our own without `sigmaprime.`"""
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.removeprefix("sigmaprime.") for alias in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                # `from sigmaprime import read` imports a module of ours, not a name from one.
                whole = [alias.name for alias in names] if module == "sigmaprime" else [module]
                yield from (one.removeprefix("sigmaprime.") for one in whole)


def standard(module: str) -> bool:
    return module.split(".", 1)[0] in sys.stdlib_module_names


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_point_left_or_down(path: Path) -> None:
    place = place_of(path)
    if place in SYMPY or place == "__init__.py":
        return
    allowed = MAY_IMPORT[place] | {place}
    allowed |= {"sympy", "sympy_functions"} if is_door(path) else set()
    wrong = [
        module
        for module in imported(path)
        if not standard(module) and not any(f"{module}.".startswith(f"{one.removesuffix('.py')}.") for one in allowed)
    ]
    assert not wrong, f"{place} may not import {wrong}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_sympy_comes_in_by_its_own_doors_only(path: Path) -> None:
    if not is_door(path):
        assert not [module for module in imported(path) if module.split(".")[0] == "sympy"]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_begins_with_a_sentence_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text)), "a module begins with one sentence that a student understands"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_is_evaluated_asserted_or_imported_wholesale(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)):
                # `re.compile` and `flint…eval` are other things; `exec` and its kin have no other use.
                assert called not in {"eval", "exec", "sympify", "parse_expr"}, f"line {node.lineno}: {called}(…)"
            case ast.Assert():
                pytest.fail(f"line {node.lineno}: `python -O` switches assert off")
            case ast.ImportFrom(names=[ast.alias(name="*")]):
                pytest.fail(f"line {node.lineno}: import *")


def test_the_independent_checker_does_not_search() -> None:
    reached: set[str] = set()
    waiting = [INDEPENDENT]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            stems = [module.replace(".", "/") for module in imported(SOURCE / here)]
            files = [f"{stem}{end}" for stem in stems for end in (".py", "/__init__.py")]
            waiting += [file for file in files if (SOURCE / file).is_file()]
    assert not [file for file in reached if file.split("/")[0] in ("search", "verbs.py", "reasons.py", "api.py")]
    assert "kernel/check.py" in reached


def test_the_trusted_part_stays_small() -> None:
    sizes = {name(path): code_lines(path) for path in (SOURCE / "kernel").glob("*.py")}
    assert sum(sizes.values()) <= 1250, sizes


def code_lines(path: Path) -> int:
    """The lines of a file that have to be trusted: not blank, no comment, no docstring, no import."""
    text = path.read_text(encoding="utf-8")
    lines = {number for number, line in enumerate(text.splitlines(), 1) if line.strip() and line.strip()[0] != "#"}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            lines -= set(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
        if isinstance(node, ast.Import | ast.ImportFrom):
            lines -= set(range(node.lineno, (node.end_lineno or 0) + 1))
    return len(lines)


def test_the_table_names_every_place() -> None:
    places = {place_of(path) for path in FILES} - SYMPY - {"__init__.py"}
    assert places <= MAY_IMPORT.keys()
