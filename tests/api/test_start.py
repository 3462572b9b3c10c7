"""What is loaded when: neither the command line nor a question in text needs SymPy."""

import subprocess
import sys

import pytest

NO_SYMPY = "import sys; assert 'sympy' not in sys.modules, sorted(sys.modules)"


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sigmaprime, sys; print([m for m in sys.modules if m.startswith('sigmaprime.')])"
    assert run(code) == "['sigmaprime.version']\n"


@pytest.mark.parametrize(
    "code",
    [
        "import sigmaprime.cli",
        "from sigmaprime import derive, prove, study, read, check",
        "import sigmaprime; assert sigmaprime.prove('x^2 >= 0').proved",
        "from sigmaprime import prove; print(prove('x^2 >= 0').to_html(), prove('x^2 >= 0').to_json())",
        "from sigmaprime import derive; print(derive('diff(x^2, x)'), derive('diff(x^2, x)').steps)",
        "from sigmaprime import read; print(read('$x^2$').latex)",
        "from sigmaprime import check; assert check('x^2 >= 0\\n').ok",
    ],
)
def test_text_needs_no_sympy(code: str) -> None:
    run(f"{code}; {NO_SYMPY}")


@pytest.mark.parametrize(
    "code",
    [
        "import sigmaprime.read.lines; from sigmaprime import read; print(read('2x'))",
        "from sigmaprime import read; import sigmaprime.read.lines as lines; lines.read_claims; print(read('2x'))",
        "import sigmaprime; from sigmaprime.read.text import read_term; print(sigmaprime.read('2x'))",
        "import sigmaprime; from sigmaprime import read as package; package.lines; print(sigmaprime.read('2x'))",
    ],
)
def test_read_is_a_function_and_a_package(code: str) -> None:
    assert run(code.replace("package.lines; ", "import sigmaprime.read.lines; package.lines; ")) == "<read as 2*x>\n"


def test_a_wrong_name_is_an_error() -> None:
    import sigmaprime

    assert {"derive", "prove", "read", "check"} <= set(dir(sigmaprime))
    with pytest.raises(AttributeError, match="no attribute 'proof'"):
        _ = sigmaprime.proof  # type: ignore[attr-defined]
