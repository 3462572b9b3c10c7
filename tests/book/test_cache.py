"""The cache: what has not changed is not proved again, and nothing in it is believed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sigmaprime.book import build, work_out
from sigmaprime.book.cache import Cache, usual_folder
from sigmaprime.book.entry import Settled
from sigmaprime.book.judge import judge
from sigmaprime.book.page import Page, page
from sigmaprime.book.rendered import Rendered, surroundings
from sigmaprime.book.stored import packed, unpacked
from sigmaprime.book.work import settle
from sigmaprime.claims import PHRASES
from sigmaprime.run import Done

TEXT = (
    "# A\n\n```claims\nlet k > 0\nlet s(x) = 1/(1 + exp(-x))\n[half] s(0) = 1/2\nfalse s is even\n"
    "derive s'(x)\nstudy k*x^2\nlines diff(x^2, x) = 2*x\ntable s at x = 1\n```\n"
)
WRITTEN = Rendered("<p>Proved.</p>", {"a.svg": b"<svg/>"}, 4)


class Direct:
    """A pool of workers that is no pool."""

    def outcomes(self, calls: list[tuple[Any, ...]]) -> Iterator[Done]:
        return (Done(settle(*call), 0.0) for call in calls)


def read(text: str) -> Page:
    return page(Path("a.md"), text, PHRASES)


@pytest.fixture(scope="module")
def settled() -> Settled:
    (found,), troubles = judge([read(TEXT)], "svg", Direct(), 20.0)  # type: ignore[arg-type]
    assert not troubles
    return found


def body_of(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(zlib.decompress(content).decode().partition("\n")[2])
    return found


def forged(body: dict[str, Any]) -> bytes:
    """An entry that is whole, whatever stands in it."""
    text = json.dumps(body)
    return zlib.compress(f"{sha256(text.encode()).hexdigest()}\n{text}".encode())


def test_a_page_comes_back_as_it_was(settled: Settled) -> None:
    content = packed(settled, WRITTEN)
    assert unpacked(settled.page, content) == WRITTEN
    assert unpacked(settled.page, forged(body_of(content))) == WRITTEN


def test_a_damaged_page_is_no_page(settled: Settled) -> None:
    content = packed(settled, WRITTEN)
    assert unpacked(settled.page, b"") is None
    assert unpacked(settled.page, content[:-9]) is None
    for at in range(0, len(content), len(content) // 40):
        assert unpacked(settled.page, content[:at] + bytes([content[at] ^ 64]) + content[at + 1 :]) is None


def test_proofs_of_something_else_prove_nothing(settled: Settled) -> None:
    content = packed(settled, WRITTEN)
    for old, new in (("s(0) = 1/2", "s(0) = 1/3"), ("false s is even", "s is even"), ("exp(-x)", "exp(x)"),
                     ("study k*x^2", "study k*x^3"), ("table s at x = 1", "table s at x = 1, 2"),
                     ("false s is even", "s(0) <= 1")):  # fmt: skip
        assert unpacked(read(TEXT.replace(old, new)), content) is None, new


def test_a_stored_proof_is_checked_and_not_believed(settled: Settled) -> None:
    body = body_of(packed(settled, WRITTEN))
    for line, proofs in enumerate(body["proofs"]):
        assert (
            unpacked(settled.page, forged({**body, "proofs": [*body["proofs"][:line], *body["proofs"][line + 1 :]]}))
            is None
        )
        for number, proof in enumerate(proofs[:3]):
            nodes = [{**node, "by": {"kind": "given", "index": 0}, "parts": []} for node in proof["nodes"]]
            wrong = [*proofs[:number], {**proof, "nodes": nodes}, *proofs[number + 1 :]]
            all_of_them = [*body["proofs"][:line], wrong, *body["proofs"][line + 1 :]]
            assert unpacked(settled.page, forged({**body, "proofs": all_of_them})) is None
    empty = [[] for _ in body["proofs"]]
    assert unpacked(settled.page, forged({**body, "proofs": empty})) is None


@pytest.mark.parametrize(
    "change", [{"schema": 0}, {"text": 3}, {"claims": "4"}, {"files": {"../a": ""}}, {"files": {"a": "?"}}]
)
def test_what_is_no_page_at_all(settled: Settled, change: dict[str, Any]) -> None:
    body = body_of(packed(settled, WRITTEN))
    assert unpacked(settled.page, forged({**body, **change})) is None
    assert unpacked(settled.page, forged({})) is None


def test_only_what_has_changed_is_proved_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages, kept = tmp_path / "pages", tmp_path / "cache"
    pages.mkdir()
    for name, claim in (("a", "1 + 1 = 2"), ("b", "2 + 2 = 4")):
        pages.joinpath(f"{name}.md").write_text(f"# {name}\n\n```claims\n{claim}\n```\n", encoding="utf-8")
    judged: list[list[str]] = []

    def counted(found: list[Page], *others: Any) -> Any:
        judged.append([one.name for one in found])
        return judge(found, *others)

    monkeypatch.setattr(work_out, "judge", counted)
    books = []
    for change in ("", "", "# a\n\n```claims\n1 + 1 = 3 - 1\n```\n"):
        if change:
            pages.joinpath("a.md").write_text(change, encoding="utf-8")
        result = build([pages], "html", tmp_path / "book", cache=kept)
        assert result.ok and result.statements == 2
        books.append({path.name: path.read_bytes() for path in result.written})
    assert judged == [["a", "b"], ["a"]]
    assert books[0] == books[1] != books[2]
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert build([pages], "html", tmp_path / "book", cache=kept).ok
    assert judged[2] == ["a", "b"]


def test_a_folder_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    tmp_path.joinpath("a.md").write_text("# a\n", encoding="utf-8")
    tmp_path.joinpath("file").write_text("", encoding="utf-8")
    assert build([tmp_path / "a.md"], "html", tmp_path / "book", cache=tmp_path / "file").ok


def test_the_key_depends_on_all_that_a_page_is_made_of() -> None:
    cache, first = Cache(Path("none")), read(TEXT)
    (around,) = surroundings([first], {}, "html", "en")
    (german,) = surroundings([first], {}, "html", "de")
    keys = [
        cache.key(first, around, "html"), cache.key(first, around, "latex"), cache.key(first, german, "html"),
        cache.key(read(TEXT + "\n"), around, "html"),
    ]  # fmt: skip
    assert len(set(keys)) == len(keys)
    assert cache.key(first, around, "pdf") == cache.key(first, around, "latex")


def test_the_usual_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    monkeypatch.setattr("sigmaprime.book.cache.sys.platform", "linux")
    assert usual_folder() == Path("/elsewhere/sigmaprime/book")
