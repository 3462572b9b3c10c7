"""Spoil claims for as long as is asked, and say whether any of them was proved.

Run with `python -m tests.false_claims.long_run --claims 10000 --seed 1`. It ends with 1 if a false claim was proved,
and shows it beside the true one that it was made from.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import islice

from sigmaprime.notation.line import language
from tests.false_claims.fuzz import LETS, pairs
from tests.false_claims.judging import verdict, verdicts
from tests.false_claims.spoil import Spoilt, spoilt_claims, true_claims


def said(spoilt: Spoilt) -> str:
    given = f" for {', '.join(map(language, spoilt.claim.given))}" if spoilt.claim.given else ""
    return f"{language(spoilt.claim.says)}{given}   (from: {spoilt.origin.text})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--claims", type=int, default=10_000, help="how many false claims to try")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0.3, help="for each claim")
    chosen = parser.parse_args()
    found: Counter[str] = Counter()
    holes = []
    began = time.monotonic()
    made = [false for _, false in pairs(chosen.seed, chosen.claims // 5)]
    for text, seen in verdicts(LETS + "\n".join(made), chosen.seconds):
        found[seen] += 1
        holes += [text] if seen == "proved" else []
    for spoilt in islice(spoilt_claims(chosen.seed, true_claims()), chosen.claims - len(made)):
        seen = verdict(spoilt.claim, spoilt.scope, chosen.seconds)
        found[seen] += 1
        if seen == "proved":
            holes.append(said(spoilt))
            print("PROVED", holes[-1], flush=True)
        if found.total() % 500 == 0:
            print(
                f"{found.total()} tried, {dict(found)}, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True
            )
    print(f"{found.total()} false claims tried: {dict(found)}")
    for hole in holes:
        print("PROVED", hole)
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main())
