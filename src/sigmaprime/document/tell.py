"""A proof as a reader wants it: what matters first, in displays and sentences, and the obvious folded away."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sigmaprime.document.choice import (
    SQUEEZES,
    Teller,
    at_point,
    because,
    chosen_lines,
    conditions,
    is_column,
    is_of_interest,
    law,
    members,
)
from sigmaprime.document.induction import induction_blocks
from sigmaprime.document.inductive import induction_of
from sigmaprime.document.limits import limit_blocks
from sigmaprime.document.lines import RELATIONS, TURNED_ROUND, Link, is_the_same, links, sides
from sigmaprime.document.margin import (
    core_of,
    differentiates,
    grounds,
    is_in_words,
    merged_reason,
    own_rule,
    reason,
    rule_of,
    said,
    supposing,
    told,
)
from sigmaprime.document.no_limit import along_the_domain_blocks, no_limit_blocks, one_sided
from sigmaprime.document.page import Block, Details, Display, Line, Paragraph, Say, Text, say
from sigmaprime.document.quiet import is_number, is_quiet
from sigmaprime.document.substitution import with_a_letter
from sigmaprime.document.words import RESTATING
from sigmaprime.kernel.proof import (
    Cases,
    Chain,
    Counterexample,
    Derivation,
    Given,
    Instance,
    Pieces,
    Point,
    Replace,
    Witness,
)  # fmt: skip
from sigmaprime.kernel.term import App, Term, Var


def tell(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    """The proof in blocks."""
    blocks: list[Block] = []
    for block in _tell(teller, proof):
        last = blocks[-1] if blocks else None
        if isinstance(block, Details) and block.aside and isinstance(last, Details) and last.aside:
            blocks[-1] = replace(last, blocks=(*last.blocks, *block.blocks))
        else:
            blocks.append(block)
    return tuple(blocks)


def _part(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    """A part of a larger argument: what it derives on the way matters less than its result."""
    return _tell(replace(teller, is_root=False), proof)


def _tell(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    new = tuple(term for term in proof.claim.given if not _is_known(teller, term))
    if new and not is_quiet(proof.claim):
        inner = replace(teller, supposed=(*teller.supposed, *new))
        return Paragraph((_suppose(new),)), *_told(inner, proof)
    return _told(teller, proof)


def _is_known(teller: Teller, term: Term) -> bool:
    """Whether a hypothesis has been supposed already, perhaps turned round, or only says that something is defined."""
    match term:
        case App("defined", _):
            return True
        case App(relation, (u, v)) if relation in TURNED_ROUND:
            return term in teller.supposed or App(TURNED_ROUND[relation], (v, u)) in teller.supposed
    return term in teller.supposed


def _suppose(new: tuple[Term, ...]) -> Say:
    """`Let x > 0`; but that something is defined is supposed."""
    return say("suppose" if any(map(is_in_words, new)) else "let", given=supposing(new))


def _told(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    if proof.claim in teller.told and proof.parts:
        return (Paragraph((say("as shown", claim=_claim(proof)),)),)
    blocks = _fresh(teller, proof)
    teller.told.add(proof.claim)
    return blocks


def _fresh(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    if is_the_same(proof):
        return _tell(teller, proof.parts[0])
    if induction_of(proof) is not None and sides(proof.claim.says) is not None:
        return _column(teller, proof, links(proof))
    match proof.by, proof.parts:
        case Cases(left, right), (_, _, below, above):
            return (
                Paragraph((say("first let", case=App("<=", (left, right))),)), *_case(teller, below),
                Paragraph((say("now let", case=App(">=", (left, right))),)), *_case(teller, above),
            )  # fmt: skip
        case Instance(name, value), (general, _):
            chosen = App("=", (Var(name), value))
            return *_part(teller, general), Paragraph((say("in particular", chosen=chosen, claim=_claim(proof)),))
        case Witness(point) | Counterexample(point), parts:
            return _example(teller, point, parts)
        case Pieces(), parts:
            return _pieces(teller, proof, parts)
        case Given(), _:
            return (Paragraph((say("claim by hypothesis", claim=_claim(proof)),)),)
    if rule_of(proof) == "both":
        return _together(teller, proof)
    match proof.claim.says:
        case App("tends", _):
            return limit_blocks(proof, lambda part: _part(teller, part), lambda part: _why(teller, part), teller.detail)
        case App("limit_in", _) if one_sided(proof):
            return along_the_domain_blocks(proof, lambda part: _part(teller, part))
        case App("no_limit", _):
            if (blocks := no_limit_blocks(proof, lambda part: _part(teller, part))) is not None:
                return blocks
    column = links(proof)
    if sides(proof.claim.says) is not None and is_column(column):
        return _column(teller, proof, column)
    return _argument(teller, proof)


def _example(teller: Teller, point: Point, parts: tuple[Derivation, ...]) -> tuple[Block, ...]:
    quiet = tuple(part for part in parts if isinstance(part.claim.says, App) and part.claim.says.head == "defined")
    shown = (block for part in parts if part not in quiet for block in _part(teller, part))
    start = (Paragraph((say("take", point=at_point(point)),)),) if point else ()
    return *start, *shown, *_aside(teller, quiet)


def _together(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    """The links of a chain: in one column if they are one, else one after the other."""
    everything = members(proof)
    together = tuple(member for member in everything if not is_quiet(member.claim)) or everything
    aside = tuple(member for member in everything if member not in together)
    if len(together) == 1:
        return *_tell(teller, together[0]), *_aside(teller, aside)
    columns = tuple(links(member) for member in together)
    one = tuple(link for column in columns for link in column)
    joined = all(column for column in columns) and all(a.right is b.left for a, b in pairwise(one))
    if joined and all(link.relation == "=" for link in one):
        return _column(teller, proof, one)
    blocks = tuple(block for member in together for block in _part(teller, member))
    return *blocks, Paragraph((say("together", claim=_claim(proof)),)), *_aside(teller, aside)


def _case(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    return _told(replace(teller, supposed=(*teller.supposed, *proof.claim.given)), proof)


def _column(teller: Teller, proof: Derivation, column: tuple[Link, ...]) -> tuple[Block, ...]:
    if len(column) == 1 and column[0].relation not in ("=", "->"):
        line = say("claim because", claim=_claim(proof), reason=reason(proof))
        return Paragraph((line,)), *_aside(teller, grounds(proof))
    return *_before(teller, column), Display(_lines(teller, chosen_lines(teller, column)))


def _before(teller: Teller, column: tuple[Link, ...]) -> tuple[Block, ...]:
    """What must be said before a display because one of its lines is an argument of its own."""
    blocks: list[Block] = []
    for link in column:
        for proof in link.proofs:
            blocks += induction_blocks(proof, lambda lines: _lines(teller, chosen_lines(teller, lines)))
            for part in grounds(proof) if not isinstance(core_of(proof).by, Chain) else ():
                wanted = rule_of(proof) in SQUEEZES or (link.relation == "=" and is_of_interest(part))
                blocks += _part(teller, part) if wanted and not is_quiet(part.claim) else ()
    return tuple(blocks)


def _lines(teller: Teller, column: tuple[Link, ...]) -> tuple[Line, ...]:
    return tuple(
        Line(
            link.left if index == 0 else None,
            link.relation,
            link.right,
            link.words or (merged_reason(link.proofs) if len(link.proofs) > 1 else reason(link.proofs[0])),
            conditions(link),
            _explained(teller, link),
            teller.detail == "full",
        )
        for index, link in enumerate(column)
    )


def _explained(teller: Teller, link: Link) -> tuple[Block, ...]:
    """What opens under a line; a line that takes several together opens to all of them."""
    if len(link.proofs) > 1 and any(map(differentiates, link.proofs)):
        return (Display(_lines(teller, tuple(line for proof in link.proofs for line in links(proof)))),)
    return tuple(block for proof in link.proofs for block in _why(teller, proof))


def _why(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    """What opens under a line: the law, and proofs of what it calls for."""
    core = core_of(proof)
    if isinstance(core.by, Chain) and len(core.parts) > 1:
        return _part(teller, core)
    rule = rule_of(proof)
    laws = (with_a_letter(teller, proof) or law(teller, rule)) if rule else ()
    parts = [part for part in grounds(proof) if isinstance(part.claim.says, App) and part.claim.says.head != "tends"]
    return *laws, *_folded(teller, tuple(parts))


def _folded(teller: Teller, parts: tuple[Derivation, ...]) -> tuple[Block, ...]:
    """The proofs of side conditions, each under what it proves."""
    blocks: list[Block] = []
    for part in parts:
        if part.claim in teller.told:
            blocks += () if is_quiet(part.claim) else (Paragraph((say("as shown", claim=said(part.claim)),)),)
            continue
        if not part.parts:
            teller.told.add(part.claim)
            blocks.append(Paragraph((say("claim because", claim=said(part.claim), reason=reason(part)),)))
            continue
        inside = _part(teller, part)
        alone = isinstance(inside[0], Paragraph) and all(isinstance(block, Details) for block in inside[1:])
        blocks += inside if alone else (Details(said(part.claim), inside, teller.detail == "full"),)
    return tuple(blocks)


def _argument(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    """The premises that matter, the conclusion, and the rest folded away."""
    own = own_rule(proof)
    parts = proof.parts if isinstance(proof.by, Replace) or own in RESTATING else grounds(proof)
    quiet = tuple(part for part in parts if _goes_without_saying(proof, part) or _is_supposed(teller, part))
    weighty = tuple(part for part in parts if part not in quiet)
    blocks = tuple(block for part in weighty for block in _part(teller, part))
    if weighty and _claim(weighty[-1]) == _claim(proof):
        return *blocks, *_aside(teller, quiet)
    reasons = because(teller, proof, own)
    concluded = say("hence because" if weighty else "claim", claim=_claim(proof), because=reasons)
    return *blocks, Paragraph((concluded,)), *_aside(teller, quiet)


def _is_supposed(teller: Teller, part: Derivation) -> bool:
    """Whether the part only repeats what has just been supposed."""
    core = core_of(part)
    return isinstance(core.by, Given) and core.claim.says in teller.supposed


def _goes_without_saying(proof: Derivation, part: Derivation) -> bool:
    """A refutation rests on numbers; elsewhere a relation between numbers is no news."""
    denies = isinstance(proof.claim.says, App) and proof.claim.says.head == "not"
    says = part.claim.says
    news = isinstance(says, App) and says.head in RELATIONS and not all(map(is_number, says.args))
    return is_quiet(part.claim) and not (denies and news)


def _aside(teller: Teller, parts: tuple[Derivation, ...]) -> tuple[Block, ...]:
    """What a reader takes for granted, for those who do not."""
    folded = _folded(teller, tuple(part for part in parts if part.claim not in teller.told))
    shown = teller.detail == "full"
    return (Details((say("taken for granted"),), folded, shown, aside=True),) if folded else ()


def _pieces(teller: Teller, proof: Derivation, parts: tuple[Derivation, ...]) -> tuple[Block, ...]:
    quiet = tuple(part for part in parts if is_quiet(part.claim))
    blocks = tuple(block for part in parts if part not in quiet for block in _part(teller, part))
    return *blocks, Paragraph((say("hence", claim=_claim(proof)),)), *_aside(teller, quiet)


def _claim(proof: Derivation) -> Text:
    return told(proof.claim)
