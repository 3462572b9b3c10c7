"""Someone's working as a page: every line with its verdict, the first wrong one with a witness, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sigmaprime.document.choice import at_point
from sigmaprime.document.derivation import NO_RULES
from sigmaprime.document.margin import differentiates, listed, reason, supposing, told
from sigmaprime.document.page import Block, Detail, Details, Document, Note, Paragraph, Say, Table, Text, say
from sigmaprime.document.remark import remark, sentence
from sigmaprime.document.verdict import compared, proof_blocks
from sigmaprime.judgement import Link, Slip, Working
from sigmaprime.kernel.proof import Apply, Arithmetic, Chain, Claim, Derivation, Every
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.verdict import Found

RELATIONS = frozenset(("=", "<", "<=", ">", ">=", "!="))
JOINTS = frozenset(("=>", "<=>"))
NEVER = App("=", (Num(0), Num(1)))


def working_document(working: Working, detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES) -> Document:
    """A page about a working."""
    return Document((), working_blocks(working, detail, rules))


def working_blocks(
    working: Working, detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES
) -> tuple[Block, ...]:
    header: tuple[Text, ...] = ((say("lines.line"),), (say("lines.step"),), (say("lines.verdict"),))
    numbered = tuple(enumerate(working.links, 1))
    steps = (_step(link, before) for link, before in zip(working.links, (None, *working.links), strict=False))
    marks = map(_mark, working.links)
    rows = tuple(((str(n),), step, mark) for (n, _), step, mark in zip(numbered, steps, marks, strict=True))
    return (
        Table(header, rows),
        *summary(working, detail, rules),
        *(_proof(n, link, detail, rules) for n, link in numbered if link.verdict == "proved" and link.facts),
    )


def statement(says: Term) -> Text:
    """A statement in words and formulas."""
    match says:
        case App("or", cases):
            parts: list[Text] = [statement(case) for case in cases]
            return tuple(piece for part in parts for piece in (say("claim.or"), *part))[1:]
        case App("for", (claim, *given)):
            return (say("claim for", claim=claim, given=listed(tuple(given))),)
        case _ if says is NEVER:
            return (say("lines.never"),)
    return (says,)


def _step(link: Link, before: Link | None) -> Text:
    """What stands on the line; a member that was written above is not written again."""
    match link.says:
        case App(head, (left, right)) if head in RELATIONS and not link.joint and before is not None:
            if _last(before) is left:
                return App("relation", (Var(head),)), " ", right
    joint: Text = (App("relation", (Var(link.joint),)), " ") if link.joint in JOINTS else ()
    return *joint, *statement(link.says)


def _last(link: Link) -> Term | None:
    match link.says:
        case App(head, (_, right)) if head in RELATIONS:
            return right
    return link.says if link.verdict == "given" else None


def _mark(link: Link) -> Text:
    match link.verdict:
        case "given":
            return (
                (say("lines.given"),) if isinstance(link.says, App) and link.says.head in (*RELATIONS, "or") else ("",)
            )
        case "refuted":
            return (say("lines.wrong"),)
        case "undecided":
            return (say("lines.unclear"),)
    if link.joint == "<=>":
        return (say("lines.same"),)
    if link.joined:
        return (say("lines.follows"),)
    if link.where:
        return (say("lines.only", conditions=supposing(link.where)),)
    because = _because(link.facts[0].proof)
    return (say("lines.because", reason=because),) if because else (say("lines.right"),)


def _bare(term: Term) -> Term:
    match term:
        case App("and", (first, _)):
            return _bare(first)
        case App("all", (says, *_)):
            return says
    return term


def _because(proof: Derivation) -> Text:
    """The reason for a link, where a few words say it."""
    core = proof
    while isinstance(core.by, Every) or (isinstance(core.by, Apply) and core.by.rule == "both"):
        core = core.parts[0]
    if not isinstance(core.claim.says, App) or core.claim.says.head != "=":
        return ()
    if isinstance(core.by, Chain | Arithmetic) or differentiates(core):
        return reason(core)
    return ()


def summary(working: Working, detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES) -> Iterator[Block]:
    """Which line is the first that is wrong, what went wrong there, and what would be right; and what else to know."""
    first = working.first
    if first is None:
        yield Paragraph((say("lines.all right"),))
        yield from _notes(working)
        return
    link = working.links[first]
    if link.verdict == "refuted":
        yield Paragraph((say("lines.first wrong", line=str(first + 1), why=_why(link)),))
        yield from _slip(link, detail, rules)
        if link.instead is not None:
            yield Paragraph((say("lines.instead", claim=statement(link.instead)),))
            proofs = tuple(block for fact in link.proof for block in proof_blocks(fact, detail, rules, aside=True))
            yield Details((say("proof"),), proofs, detail == "full", aside=True)
    else:
        yield Paragraph((say("lines.nothing wrong"),))
    for n, other in enumerate(working.links, 1):
        if other.verdict == "refuted" and n > first + 1:
            yield Paragraph((say("lines.also wrong", line=str(n), why=_why(other)),))
        elif other.verdict == "undecided":
            yield Paragraph((say("lines.undecided", line=str(n), reason=remark(other.reason.removesuffix("."))),))
    yield from _notes(working)


def _why(link: Link) -> Text:
    """Where a line fails."""
    found = link.witness
    if found is None:
        return ()
    match link.says:
        case App(head, _) if head in RELATIONS and not link.joined:
            if found.relation and len(found.values) == 2:
                return (compared(found, found.relation),)
            return *_place(found), " ", *sentence(found.why)
    if not found.points or not found.points[0]:
        return sentence(found.why)
    name = "lines.adds" if "converse" in link.notes else "lines.loses"
    told_: Text = (say(name, point=at_point(found.points[0])),)
    return told_ if len(found.values) == 2 else (*told_, " ", say("lines.undefined there"))


def _place(found: Found) -> Text:
    return (say("at", point=at_point(found.points[0])),) if found.points and found.points[0] else ()


def _slip(link: Link, detail: Detail, rules: Mapping[str, Rule]) -> Iterator[Block]:
    slip = link.slip
    if slip is None:
        return
    yield Paragraph((say("lines.slip", slip=slip_words(slip)), " ", *_shows(slip)))
    inside = proof_blocks(slip.fact, detail, rules, aside=True)
    yield Details((say("lines.why slip"),), inside, detail == "full", aside=True)


def slip_words(slip: Slip) -> Say:
    a, b, *_ = (*slip.terms, "", "")
    return say(f"slip.{slip.id}", a=a, b=b)


def _shows(slip: Slip) -> Text:
    shown = _bare(slip.fact.statement)
    match shown:
        case App("=", (left, right)) if left is right:
            return (say("lines.shows exactly"),)
    return (say("lines.shows relation", shows=told(Claim(shown))),)


def _notes(working: Working) -> Iterator[Block]:
    for n, link in enumerate(working.links, 1):
        if link.verdict == "proved" and link.where:
            name = "lines.proved for" if "restricted" in link.notes else "lines.domain"
            yield Note((say(name, line=str(n), conditions=supposing(link.where)),))
        if link.verdict == "proved" and link.converse is not None and link.converse.points:
            point = at_point(link.converse.points[0])
            yield Note((say("lines.one way", line=str(n), point=point),))


def _proof(n: int, link: Link, detail: Detail, rules: Mapping[str, Rule]) -> Block:
    inside = tuple(block for fact in link.facts for block in proof_blocks(fact, detail, rules, aside=True))
    return Details((say("lines.why", line=str(n)),), inside, detail == "full", aside=True)
