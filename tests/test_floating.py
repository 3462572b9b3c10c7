"""Floating-point numbers against those of Python itself, which converts exact fractions and packs shorter formats."""

import struct
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sigmaprime.claims import PHRASES
from sigmaprime.floating import DOWN, FORMATS, MODES, NEAREST, UP, ZERO, Cell, cell, dyadic, exact, overflow, rounded
from sigmaprime.kernel.term import App
from sigmaprime.notation.line import language
from sigmaprime.read.claim import read_claim
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood, Statement
from sigmaprime.verbs import decide
from sigmaprime.verdict import Proved, Refuted, Verdict

DOUBLES = st.floats(allow_nan=False, allow_infinity=False)
RATIONALS = st.builds(
    lambda m, q: Fraction(m) * Fraction(2) ** q, st.integers(-(2**70), 2**70), st.integers(-1200, 1000)
)


def holds(where: Cell, value: Fraction) -> bool:
    low = where.low is None or where.low < value or (where.with_low and where.low == value)
    return low and (where.high is None or value < where.high or (where.with_high and where.high == value))


@given(RATIONALS)
def test_binary64_is_what_python_makes_of_a_fraction(value: Fraction) -> None:
    try:
        expected = Fraction(value.numerator / value.denominator)
    except OverflowError:
        expected = None
    assert rounded(value, FORMATS["binary64"], NEAREST) == expected


@pytest.mark.parametrize(("form", "code"), [("binary32", "<f"), ("binary16", "<e")])
@given(value=DOUBLES)
def test_shorter_formats_are_what_python_packs(form: str, code: str, value: float) -> None:
    try:
        expected = Fraction(struct.unpack(code, struct.pack(code, value))[0])
    except OverflowError:
        expected = None
    assert rounded(Fraction(value), FORMATS[form], NEAREST) == expected


@given(DOUBLES.filter(lambda value: abs(value) < 3e38))
def test_bfloat16_is_binary32_cut_short_when_rounding_toward_zero(value: float) -> None:
    exactly = rounded(Fraction(value), FORMATS["binary32"], ZERO)
    assert exactly is not None
    (bits,) = struct.unpack("<I", struct.pack("<f", float(exactly)))
    cut = struct.unpack("<f", struct.pack("<I", bits & 0xFFFF0000))[0]
    assert rounded(Fraction(value), FORMATS["bfloat16"], ZERO) == Fraction(cut)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("mode", MODES)
@given(value=RATIONALS, nudge=st.sampled_from((0, 1, -1)))
def test_a_number_lies_in_the_cell_of_what_it_rounds_to_and_in_no_other(
    form: str, mode: str, value: Fraction, nudge: int
) -> None:
    named = FORMATS[form]
    there = rounded(value, named, mode)
    if there is None:
        where = overflow(named, mode, 1 if value > 0 else -1)
        assert where is not None and holds(where, value)
        return
    assert holds(cell(there, named, mode), value)
    # the ends of the cell, where an error of one bit would show
    for end in (cell(there, named, mode).low, cell(there, named, mode).high):
        if end is not None:
            beside = end + nudge * abs(end) / 2**200
            assert holds(cell(there, named, mode), beside) == (rounded(beside, named, mode) == there)


@given(RATIONALS)
def test_a_number_is_written_so_that_it_can_be_read(value: Fraction) -> None:
    term = dyadic(value)
    assert exact(term) == value
    says, _ = read_claim(f"{language(term)} = 0", Scope(), PHRASES)
    assert isinstance(says, App) and exact(says.args[0]) == value


def verdict(text: str) -> Verdict:
    (line,) = read_claims(text, "", PHRASES)
    assert isinstance(line, Statement), line
    return decide(line, Scope(), 20.0)


@pytest.mark.parametrize(
    "text",
    [
        "0.1 rounds to 3602879701896397/2^55 in binary64",
        "0.1 rounds to 13421773/2^27 in binary32",
        "1/3 rounds to 0.333251953125 in binary16",
        "1/3 rounds to 0.333984375 in bfloat16",
        "1/3 rounds to 0.33349609375 in binary16 up",
        "-1/3 rounds to -0.33349609375 in binary16 down",
        "pi rounds to 884279719003555/2^48 in binary64 toward zero",
        "2049 rounds to 2048 in binary16",  # a tie, to even
        "2051 rounds to 2052 in binary16",
        "65519 rounds to 65504 in binary16",
        "65520 rounds to oo in binary16",
        "65535 rounds to 65504 in binary16 toward zero",
        "65505 rounds to oo in binary16 up",
        "-65505 rounds to -oo in binary16 down",
        "2^(-25) rounds to 0 in binary16",  # half of the smallest number: a tie
        "3*2^(-26) rounds to 2^(-24) in binary16",
        "exp(-800) rounds to 2^(-1074) in binary64 up",
        "exp(710) rounds to oo in binary64",
        "1/(1 + exp(-x)) rounds to 1 in binary64 for x >= 37.5",
        "exp(-x) rounds to 0 in binary32 for x >= 104",
        "(1 + 2^(-53)) rounds to 1 in binary64",
    ],
)
def test_true_roundings_are_proved(text: str) -> None:
    assert isinstance(verdict(text), Proved)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("0.1 rounds to 0.1 in binary64", "1/10 rounds to 3602879701896397/2^55 in binary64"),
        ("2049 rounds to 2050 in binary16", "2049 rounds to 2048 in binary16"),
        ("65520 rounds to 65504 in binary16", "65520 rounds to oo in binary16"),
        ("exp(100) rounds to 0 in binary32", "exp(100) rounds to oo in binary32"),
        ("pi rounds to 3.141 in binary16 up", "pi rounds to 1609/512 in binary16 up"),
        ("(1 + 2^(-53)) rounds to 1 in binary64 up", None),
        ("1/(1 + exp(-x)) rounds to 1 in binary64 for x >= 37", None),
        ("x rounds to 0 in binary16", None),
        ("ln(-1) rounds to 0 in binary64", None),
    ],
)
def test_false_roundings_are_refuted_and_put_right(text: str, instead: str | None) -> None:
    found = verdict(text)
    assert isinstance(found, Refuted)
    if instead is not None:
        assert found.suggestion is not None and found.suggestion.text == instead


@pytest.mark.parametrize(
    "text",
    [
        "pi rounds to x in binary64",
        "pi rounds to pi in binary64",
        "pi rounds to 3 in binary63",
        "pi rounds to 3 in binary64 towards zero",
        "pi rounds to oo in binary64 toward zero",
        "pi rounds to -oo in binary64 up",
        "pi rounds 3 in binary64",
        "pi rounds to 1/0 in binary64",
    ],
)
def test_what_cannot_be_meant_is_said_to_be_so(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_claim(text, Scope(), PHRASES)


@pytest.mark.parametrize("mode", ["", " toward zero", " up", " down"])
def test_what_is_printed_reads_back(mode: str) -> None:
    says, given_ = read_claim(f"exp(x) rounds to 3/4 in binary32{mode} for x > 1", Scope(), PHRASES)
    assert read_claim(f"{language(says)} for x > 1", Scope(), PHRASES) == (says, given_)


def test_the_ends_of_a_cell_belong_to_the_even_number() -> None:
    one = FORMATS["binary16"]
    assert cell(Fraction(1), one, NEAREST).with_low and not cell(Fraction(2049, 2048) * 2, one, UP).with_low
    assert rounded(Fraction(-5, 2) / 2**24, one, DOWN) == Fraction(-3, 2**24)
