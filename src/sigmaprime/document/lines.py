"""Relations as a column: `u = v = w >= 0`, one line for each link, whatever rules join the links.

A proof of `u >= 0` by `u = v` and `v >= 0` is read as two lines, `u = v` and `>= 0`; so is a limit, whose last
line is `-> 1`. What a line rests on stays attached to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from sigmaprime.document.algebra import is_group
from sigmaprime.document.margin import (
    core_of,
    differentiates,
    is_elementary,
    is_tidying,
    reason,
    rule_of,
)
from sigmaprime.document.page import Text
from sigmaprime.document.quiet import is_number
from sigmaprime.document.words import CUT, JOINING, TRIVIAL
from sigmaprime.kernel.proof import (
    Apply,
    Arithmetic,
    Chain,
    Derivation,
    Every,
    Given,
    Instance,
    Prime,
    Replace,
    Rewrite,
)
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.notation.line import language

TURNED_ROUND = MappingProxyType({"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="})
RELATIONS = frozenset(TURNED_ROUND)
_UNREADABLE = 50  # characters; the raw result of a differentiation that is longer is shown simplified
_WEAKER = {
    "less, so at most": "<=", "greater, so at least": ">=", "less, so not equal": "!=", "greater, so not equal": "!=",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """One line: `left relation right`, and the proofs on which it rests."""

    left: Term
    relation: str
    right: Term
    proofs: tuple[Derivation, ...]
    words: Text = ()  # why, where the proofs alone do not say it in a reader's words


def sides(claim: Term) -> tuple[Term, str, Term] | None:
    """Left side, relation and right side of what can be a line of a display."""
    match claim:
        case App(relation, (left, right)) if relation in RELATIONS:
            return left, relation, right
        case App("tends", (App("fn", (_, body)), _, value)):
            return body, "->", value
    return None


def is_the_same(proof: Derivation) -> bool:
    """Whether the proof only says for all values what its part says for arbitrary ones, or the other way round."""
    match proof.by:
        case Every():
            return True
        case Instance(name, value):
            return value is Var(name)
    return False


def links(proof: Derivation) -> tuple[Link, ...]:
    """The column of lines that a proof of a relation comes to; empty for a claim that is none."""
    if is_the_same(proof):
        return links(proof.parts[0])
    found = sides(proof.claim.says)
    if found is None:
        return ()
    left, relation, right = found
    match proof.by, proof.parts:
        case Chain(), parts:
            return tuple(link for part in parts for link in links(part))
        case Rewrite(()), (part,) if not is_group(proof):
            return links(part)
        case Apply(rule), (_, inner) if rule == CUT:
            return links(inner)
        case Replace(at), (equation, there):
            return _replaced(proof, at, equation, there)
        case Apply(rule), (first, second) if rule in JOINING:
            return *links(first), *links(second)
        case Apply("equal, so at most" | "equal, so at least"), (equation, _):
            return links(equation)
        case Apply(rule), (stronger,) if rule in _WEAKER and len(column := links(stronger)) > 1:
            last = column[-1]
            return *column[:-1], Link(last.left, _WEAKER[rule], last.right, last.proofs)
    return (Link(left, relation, right, (proof,)),)


def _replaced(proof: Derivation, at: tuple[int, ...], equation: Derivation, there: Derivation) -> tuple[Link, ...]:
    left, relation, right = sides(proof.claim.says) or (proof.claim.says, "=", proof.claim.says)
    new = sides(there.claim.says)
    if new is None:
        return (Link(left, relation, right, (proof,)),)
    on_left = at[:1] == (0,)
    body = (0, 1) if relation == "->" else (0,)
    if on_left:
        first = links(equation) if at == body else (Link(left, "=", new[0], (equation,)),)
        return *first, *links(there)
    value = (2,) if relation == "->" else (1,)
    last = _turned(links(equation)) if at == value else (Link(new[2], "=", right, (equation,)),)
    return *links(there), *last


def _turned(lines: tuple[Link, ...]) -> tuple[Link, ...]:
    """`a = b = c` read from its end."""
    return tuple(Link(line.right, "=", line.left, line.proofs) for line in reversed(lines))


def without_repetition(lines: tuple[Link, ...]) -> tuple[Link, ...]:
    """Neighbouring equalities by the same small rule, taken together: a definition that is put in at two places."""
    done: list[Link] = []
    for line in lines:
        last = done[-1] if done else None
        if last is not None and _is_small(line) and last.relation == line.relation == "=" and _same_rule(last, line):
            done[-1] = Link(last.left, "=", line.right, (*last.proofs, *line.proofs))
        else:
            done.append(line)
    return tuple(done)


def _is_small(line: Link) -> bool:
    return all(map(_is_small_step, line.proofs))


def _is_small_step(proof: Derivation) -> bool:
    known = isinstance(core_of(proof).by, Given) or _kind_of(proof) == "notation"
    return known or is_elementary(proof) or _is_naming(proof)


def _same_rule(one: Link, other: Link) -> bool:
    return reason(one.proofs[-1]) == reason(other.proofs[0])


def folded(lines: tuple[Link, ...]) -> tuple[Link, ...]:
    """The column with every differentiation in it as one line, for arguments that only use its result."""
    done: list[Link] = []
    run: list[Link] = []
    for line in lines:
        if line.relation == "=":
            run.append(line)
        else:
            done += (*_folded_run(run), line)
            run = []
    return tuple(done + _folded_run(run))


def _folded_run(run: list[Link]) -> list[Link]:
    """Every stretch that differentiates and names, with the algebra inside it; what algebra follows stays as it is."""
    done: list[Link] = []
    start = 0
    while start < len(run):
        end = _end_of_stretch(run, start)
        stretch = run[start:end]
        if len(stretch) > 1 and any(map(_differentiates, stretch)):
            end += _is_raw(run, end)
            proofs = tuple(proof for line in run[start:end] for proof in line.proofs)
            done.append(Link(stretch[0].left, "=", run[end - 1].right, proofs))
            start = end
        else:
            done.append(run[start])
            start += 1
    return done


def _is_raw(run: list[Link], end: int) -> bool:
    """Whether the result of a differentiation is better shown after the algebra that follows it."""
    tidied = [_is_algebra(line) for line in run[end : end + 2]]
    return tidied == [True, True] or (tidied[:1] == [True] and len(language(run[end - 1].right)) > _UNREADABLE)


def _end_of_stretch(run: list[Link], start: int) -> int:
    end = here = start
    while here < len(run) and (
        _differentiates(run[here]) or _names(run[here]) or (here > start and _is_algebra(run[here]))
    ):
        here += 1
        end = end if _is_algebra(run[here - 1]) else here
    return end


def _belongs(line: Link) -> bool:
    return _differentiates(line) or _names(line)


def _is_algebra(line: Link) -> bool:
    return all(isinstance(core_of(proof).by, Arithmetic) for proof in line.proofs)


def _names(line: Link) -> bool:
    """The meaning of a prime, or a definition put in or taken out."""
    return all(_is_naming(proof) for proof in line.proofs)


def _is_naming(proof: Derivation) -> bool:
    return isinstance(core_of(proof).by, Prime) or (rule_of(proof) or "").startswith("definition of")


def _differentiates(line: Link) -> bool:
    return any(differentiates(proof) for proof in line.proofs)


def settled(lines: tuple[Link, ...]) -> tuple[Link, ...]:
    """A limit and the sum of numbers that it comes to, as one line: `-> 1 + 0` and `= 1` as `-> 1`."""
    done: list[Link] = []
    for line in lines:
        last = done[-1] if done else None
        if last is not None and last.relation == "->" and line.relation == "=" and is_number(line.right):
            done[-1] = Link(last.left, "->", line.right, last.proofs)
        else:
            done.append(line)
    return tuple(done)


def normal(lines: tuple[Link, ...]) -> tuple[Link, ...]:
    """Every rule has its line, but zeros and ones that it leaves are cleared away, and trivial rules go together."""
    done: list[Link] = []
    for line in without_repetition(lines):
        last = done[-1] if done else None
        if last is not None and line.relation == last.relation == "=" and (_is_tidying(line) or _goes_with(last, line)):
            done[-1] = Link(last.left, "=", line.right, (*last.proofs, *line.proofs))
        else:
            done.append(line)
    return tuple(done)


def _is_tidying(line: Link) -> bool:
    return all(map(is_tidying, line.proofs))


def _goes_with(last: Link, line: Link) -> bool:
    """A trivial rule goes with the elementary one before it: the sum rule and a constant term."""
    before = [proof for proof in last.proofs if not is_tidying(proof)]
    if [rule_of(p) for p in line.proofs] == ["identity rule"] and len(before) == 1:
        return (rule_of(before[0]) or "").startswith("derivative of") or is_elementary(before[0])
    return all(rule_of(p) in TRIVIAL for p in line.proofs) and bool(before) and all(map(is_elementary, before))


def brief(lines: tuple[Link, ...]) -> tuple[Link, ...]:
    """Small rules with the tidying between and after them as one line, and a run of algebra as one line."""
    done: list[Link] = []
    for line in without_repetition(lines):
        last = done[-1] if done else None
        if last is not None and line.relation == last.relation == "=" and _continues(last, line):
            done[-1] = Link(last.left, "=", line.right, (*last.proofs, *line.proofs))
        else:
            done.append(line)
    return tuple(done)


def _continues(last: Link, line: Link) -> bool:
    """One round of tidying belongs to the differentiation before it; what is rewritten later has its own line."""
    before, kind = _kind(last), _kind(line)
    if before == "differentiation" and kind == "tidying":
        return _kind_of(last.proofs[-1]) == "differentiation"
    return kind == before != "thought"


def _kind(line: Link) -> str:
    """`notation`, `differentiation`, `tidying`, or a `thought` of its own; of several kinds in one line the first."""
    kinds = [_kind_of(proof) for proof in line.proofs]
    return "differentiation" if "differentiation" in kinds else kinds[0]


def _only_renames(proof: Derivation) -> bool:
    return _is_naming(proof) or isinstance(core_of(proof).by, Arithmetic)


def _kind_of(proof: Derivation) -> str:
    rule = rule_of(proof) or ""
    if isinstance(core_of(proof).by, Prime) or (rule.startswith("definition of") and not rule.endswith("backwards")):
        return "notation"
    if isinstance(core_of(proof).by, Arithmetic):
        return "tidying"
    if isinstance(core_of(proof).by, Chain) and all(map(_only_renames, core_of(proof).parts)):
        return "notation"
    return "differentiation" if is_elementary(proof) or rule.startswith("derivative of") else "thought"
