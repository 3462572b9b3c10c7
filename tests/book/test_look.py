"""The pages in a browser: no page scrolls sideways, on a telephone or on a desk."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NARROW, WIDE = 360, 1280
EVERY = 3  # page is looked at on a telephone, and the first of every three of these on a desk too
HEAVY = 2_000_000  # bytes: such a page holds hundreds of displays like those of the others
OPENED = 40  # folds a page: layout takes long where all of a long page are open

# The page reports to the frame round it how wide it is, and which elements stick out of it.
REPORT = """<script>addEventListener("load", () => {
  [...document.querySelectorAll("details")].slice(0, OPENED).forEach(fold => { fold.open = true; });
  const wide = document.documentElement.clientWidth;
  const hidden = e => e && (getComputedStyle(e).overflowX !== "visible" || hidden(e.parentElement));
  const sticks = e => e.getBoundingClientRect().right > wide + 1 && !hidden(e.parentElement);
  const out = [...document.body.querySelectorAll("*")].filter(sticks).slice(0, 3).map(e => e.outerHTML.slice(0, 120));
  parent.postMessage([document.documentElement.scrollWidth, wide, out], "*");
});</script>"""
FRAMES = """<!DOCTYPE html><body><pre id="found"></pre><script>
const found = [], names = new Map();
addEventListener("message", e => {
  found.push([names.get(e.source), ...e.data]);
  document.getElementById("found").textContent = JSON.stringify(found);
});
for (const [name, width] of LOOKS) {
  const frame = document.createElement("iframe");
  frame.width = width; frame.height = 800; document.body.append(frame);
  names.set(frame.contentWindow, name + " at " + width); frame.src = name;
}</script></body>"""


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
def test_no_page_scrolls_sideways(html_book: Path, tmp_path: Path) -> None:
    light = sorted(path.name for path in html_book.glob("*.html") if path.stat().st_size < HEAVY)
    names = light[::EVERY]
    for name in ("style.css", "search.js"):
        shutil.copy(html_book / name, tmp_path)
    for name in names:
        page = html_book.joinpath(name).read_text(encoding="utf-8")
        tmp_path.joinpath(name).write_text(
            page.replace("</body>", f"{REPORT.replace('OPENED', str(OPENED))}</body>"), encoding="utf-8"
        )
    looks = [(name, NARROW) for name in names] + [(name, WIDE) for name in names[::EVERY]]
    frames = FRAMES.replace("LOOKS", json.dumps(looks))
    tmp_path.joinpath("frames.html").write_text(frames, encoding="utf-8")
    done = subprocess.run(
        [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom",
         f"--user-data-dir={tmp_path / 'profile'}", (tmp_path / "frames.html").as_uri()],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    written = re.search(r'<pre id="found">(.*?)</pre>', done.stdout.decode(errors="replace"), re.DOTALL)
    assert written, done.stderr.decode(errors="replace")[-1000:]
    found = json.loads(unescape(written[1]))
    assert len(found) == len(looks)
    assert [report for report in found if report[1] > report[2] or report[3]] == []
