"""Proofs are tampered with, one field of one node at a time; the kernel must notice every time.

A node is checked against its parts, and every node that uses it against it: those two decide about the whole proof,
and a sample of the mutants is put to the whole check as well.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace as changed
from fractions import Fraction
from math import exp
from pathlib import Path

import pytest

from sigmaprime.kernel.check import _step, check
from sigmaprime.kernel.proof import Derivation, Enclosure
from sigmaprime.kernel.term import Wrong
from sigmaprime.read.row import write_row
from tests.gallery.conftest import TEXT, Gallery, gallery_of
from tests.gallery.mutants import Mutant, harmless, mutants

SEED = 20240607
MUTANTS = int(os.environ.get("SIGMAPRIME_MUTANTS", "120000"))
WHOLE = 400


def nodes(proof: Derivation) -> dict[int, Derivation]:
    found: dict[int, Derivation] = {}
    waiting = [proof]
    while waiting:
        node = waiting.pop()
        if id(node) not in found:
            found[id(node)] = node
            waiting += node.parts
    return found


def parents(all_nodes: dict[int, Derivation]) -> dict[int, list[Derivation]]:
    above: dict[int, list[Derivation]] = {key: [] for key in all_nodes}
    for node in all_nodes.values():
        for key in {id(part) for part in node.parts}:
            above[key].append(node)
    return above


def with_part(parent: Derivation, old: Derivation, new: Derivation) -> Derivation:
    return changed(parent, parts=tuple(new if part is old else part for part in parent.parts))


def whole(proof: Derivation, old: Derivation, new: Derivation, done: dict[int, Derivation] | None = None) -> Derivation:
    """The whole proof with `new` in place of `old`."""
    done = {} if done is None else done
    if proof is old:
        return new
    if id(proof) not in done:
        parts = tuple(whole(part, old, new, done) for part in proof.parts)
        done[id(proof)] = (
            proof if all(a is b for a, b in zip(parts, proof.parts, strict=True)) else changed(proof, parts=parts)
        )
    return done[id(proof)]


def accepted(mutant: Mutant, old: Derivation, above: list[Derivation], gallery: Gallery) -> bool:
    try:
        _step(mutant.node, gallery.rules)
        for parent in above:
            _step(with_part(parent, old, mutant.node), gallery.rules)
    except Wrong:
        return False
    return True


def run(gallery: Gallery, budget: int) -> tuple[Counter[str], list[str], list[str]]:
    """What happened to how many mutants, those accepted that should not have been, and proofs of other claims."""
    chance = random.Random(SEED)  # noqa: S311 chance, not secrecy
    everything = [
        (exhibit, node, above[key])
        for exhibit in gallery.exhibits
        for found in (nodes(exhibit.proof),)
        for above in (parents(found),)
        for key, node in found.items()
    ]
    each = max(4, budget // len(everything))
    counts: Counter[str] = Counter(nodes=len(everything))
    wrong: list[str] = []
    others: list[str] = []
    in_whole = max(1, budget // WHOLE)
    for exhibit, node, above in everything:
        made = list(mutants(node, gallery.rules, chance, 6))
        for mutant in chance.sample(made, min(each, len(made))):
            counts["mutants"] += 1
            yes = accepted(mutant, node, above, gallery)
            if counts["mutants"] % in_whole == 0:
                counts["whole proofs"] += 1
                proof = whole(exhibit.proof, node, mutant.node)
                try:
                    check(proof, gallery.rules)
                    counts["whole proofs accepted"] += 1
                    assert yes or harmless(node, mutant, root=not above)
                except Wrong:
                    assert not yes
            if not yes:
                counts["rejected"] += 1
            elif harmless(node, mutant, root=not above):
                counts[f"harmless: {mutant.what}"] += 1
                if mutant.what == "claim":
                    others.append(write_row(mutant.node.claim.says))
            else:
                wrong.append(
                    f"{exhibit.line}: {mutant.what}\n  {node.claim} {node.by}\n  {mutant.node.claim} {mutant.node.by}"
                )
    return counts, wrong, others


def test_the_gallery_is_checked(gallery: Gallery) -> None:
    assert len(gallery.exhibits) >= 45
    for exhibit in gallery.exhibits:
        check(exhibit.proof, gallery.rules)


def test_every_mutant_is_rejected(gallery: Gallery, record_testsuite_property: Callable[[str, object], None]) -> None:
    counts, wrong, others = run(gallery, MUTANTS)
    record_testsuite_property("mutants", dict(counts))
    assert not wrong, f"{len(wrong)} accepted, for instance\n" + "\n".join(wrong[:10])
    assert counts["rejected"] > 0.99 * counts["mutants"]
    assert all("~=" in claim for claim in others)  # a value with its digits can become another such value
    assert all(is_true(claim) for claim in others)


def is_true(claim: str) -> bool:
    """Whether a decimal is right, as far as ordinary floating point numbers tell."""
    denied = claim.startswith("not(")
    value, shown = claim.removeprefix("not(").removesuffix(")" if denied else "").split(" ~= ")
    number, places = shown.removeprefix("digits(").removesuffix(")").split(", ")
    sigmoid = {"s(": lambda x: 1 / (1 + exp(-x)), "s'(": lambda x: 1 / (exp(x / 2) + exp(-x / 2)) ** 2}
    for name, function in sigmoid.items():
        value = re.sub(
            rf"{re.escape(name)}([^()]*|\([^()]*\)|-\([^()]*\))\)$",
            lambda m, f=function: str(f(number_in(m[1]))),
            value,
        )
    right = abs(number_in(value) - number_in(number)) < 0.5 * 10 ** -int(places)
    return right != denied


def number_in(text: str) -> float:
    text = text.strip()
    if text.startswith("-"):
        return -number_in(text[1:])
    if text.startswith("("):
        return number_in(text[1:-1])
    return float(Fraction(text))


def test_the_root_claim_is_the_claim(gallery: Gallery) -> None:
    """A proof of something else is not a proof of this, whatever it proves."""
    chance = random.Random(SEED)  # noqa: S311 chance, not secrecy
    for exhibit in gallery.exhibits:
        for mutant in mutants(exhibit.proof, gallery.rules, chance, 8):
            if mutant.node.claim.says is not exhibit.proof.claim.says and not isinstance(exhibit.proof.by, Enclosure):
                assert not accepted(mutant, exhibit.proof, [], gallery), (exhibit.line, mutant.node.claim)


def test_mutants_without_assertions() -> None:
    """`python -O` removes every `assert`: the kernel must not have any."""
    here = Path(__file__).resolve().parents[2]
    script = "import sys; from tests.gallery.test_mutants import small; sys.exit(0 if small() else 1)"
    done = subprocess.run([sys.executable, "-O", "-c", script], cwd=here, check=False, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()


def small() -> bool:
    """A small run that says whether it found everything in order, without `assert`."""
    gallery = gallery_of("\n".join(TEXT.splitlines()[:10]))
    counts, wrong, _ = run(gallery, 3000)
    return not wrong and counts["rejected"] > 0.8 * counts["mutants"] and not __debug__


if __name__ == "__main__":
    pytest.main([__file__])
