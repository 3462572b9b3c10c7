"""Right, wrong, undecided, and how long: our decisions beside SymPy's on the same claims, in one run.

Run with `python -m tests.bench.engine [FILE.jsonl …] [--seconds S] [--only-ours]`. Without files it takes the claims
of this folder, and then shows how our time grows with the size of a claim. Ours are times of the processor in one warm
process, the reading of the text not included; the proof is checked by the kernel within them, and what is true instead
of a false claim is found and proved. `first` is the time when a claim is met for the first time.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sigmaprime.claims import PHRASES
from sigmaprime.read.files import read_jsonl
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, NotUnderstood, Parameters, Statement
from sigmaprime.run.one_line import one_line
from sigmaprime.verbs import decide, rules_in
from sigmaprime.verdict import Proved, Refuted
from tests.bench.growth import SIGMOID, families
from tests.bench.rivals import NAMES, asked, questions, warm

HERE = Path(__file__).parent
WARM = 3  # the least time of so many


@dataclass(slots=True)
class Score:
    """How often a system was right, wrong or silent, and its times where it said something."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    first: dict[str, list[float]] = field(default_factory=dict)
    ratios: list[float] = field(default_factory=list)

    def add(self, claim: Statement, answer: bool | None, seconds: float) -> None:
        if answer is None:
            self.undecided.append(claim.text)
            return
        self.times.append(seconds)
        if answer == (claim.expected == "proved"):
            self.right += 1
        else:
            self.wrong.append(claim.text)

    def line(self, name: str) -> str:
        total = self.right + len(self.wrong) + len(self.undecided)
        text = (
            f"{name:28} {self.right:4} right {len(self.wrong):3} wrong {len(self.undecided):4} undecided of {total:4}"
        )
        if self.times:
            text += f"   median {statistics.median(self.times) * 1000:9.2f} ms, most {max(self.times) * 1000:9.1f} ms"
        if self.first:
            parts = (f"{kind} {statistics.median(times) * 1000:.2f} ms" for kind, times in self.first.items())
            text += f"   first {', '.join(parts)}"
        if self.ratios:
            text += f"   {statistics.median(self.ratios):7.0f} times our time"
        return text


def claims(path: Path) -> Iterator[tuple[Statement, Scope]]:
    """The claims of a file, each with the declarations that it rests on."""
    text = path.read_text()
    sheets = (
        read_jsonl(text, path.name, PHRASES) if path.suffix == ".jsonl" else [read_claims(text, path.name, PHRASES)]
    )
    for sheet in sheets:
        scope = Scope()
        for line in sheet:
            if isinstance(line, Definition | Parameters):
                scope = extend(scope, line)
            elif isinstance(line, Statement):
                yield line, scope
            else:
                print(f"not read: {line}")


def ours(claim: Statement, scope: Scope, seconds: float, repeats: int = WARM) -> tuple[bool | None, list[float]]:
    """Our answer, and how long it took each time."""
    times: list[float] = []
    answer = None
    for _ in range(repeats):
        began = time.thread_time()
        try:
            found = decide(claim, scope, seconds)
            answer = True if isinstance(found, Proved) else False if isinstance(found, Refuted) else None
        except NotUnderstood:
            repeats = 1
        times.append(time.thread_time() - began)
        if repeats == 1 or times[-1] > seconds / 2:
            break
    return answer, times


def compare(path: Path, seconds: float, *, only_ours: bool) -> None:
    scores = {"sigmaprime": Score(), **{f"sympy {name}": Score() for name in NAMES}}
    for claim, scope in claims(path):
        answer, times = ours(claim, scope, seconds)
        taken, score = min(times), scores["sigmaprime"]
        score.add(claim, answer, taken)
        score.first.setdefault("true" if claim.expected == "proved" else "false", []).append(times[0])
        for name, question in ({} if only_ours else questions(claim, rules_in(scope))).items():
            theirs, time_taken = asked(question, seconds)
            score = scores[f"sympy {name}"]
            score.add(claim, theirs, time_taken)
            if theirs is not None:
                score.ratios.append(time_taken / taken)
    print(f"\n{path.name}")
    for name, score in scores.items():
        if score.right or score.wrong or score.undecided:
            print("  " + score.line(name))
            for text in score.wrong:
                print(f"      WRONG  {text[:110]}")
    for text in scores["sigmaprime"].undecided:
        print(f"      not decided by us  {text[:110]}")


def _warm_up(paths: list[Path]) -> None:
    """What is imported and worked out once is not counted."""
    for path in paths:
        for claim, scope in list(claims(path))[::4]:
            decide(claim, scope)


def show_growth(seconds: float) -> None:
    print("\nHow our time grows")
    for name, sizes in families():
        print(f"  {name}: ", end="", flush=True)
        for size, text in sizes:
            try:
                claim, scope = one_line(text, (SIGMOID,), Statement)
            except NotUnderstood as refused:
                print(f"{size}: {refused}", end="")
                break
            answer, (taken,) = ours(claim, scope, seconds, 1)
            print(f"{size}: {taken * 1000:.1f} ms{'' if answer else ' (not decided)'}  ", end="", flush=True)
            if answer is None and taken > seconds / 2:
                break
        print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path, help="claims as .jsonl or .claims")
    parser.add_argument("--seconds", type=float, default=5.0, help="for each claim, ours and SymPy's")
    parser.add_argument("--only-ours", action="store_true", help="do not ask SymPy")
    chosen = parser.parse_args()
    if not chosen.only_ours:
        warm()
    own = [HERE / name for name in ("identities.claims", "signs.claims", "inequalities.claims")]
    _warm_up(own)
    for path in chosen.files or own:
        compare(path, chosen.seconds, only_ours=chosen.only_ours)
    if not chosen.files:
        show_growth(chosen.seconds)


if __name__ == "__main__":
    main()
