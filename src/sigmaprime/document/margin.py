"""What stands beside a line: the reason for it in a few words, and what it still calls for."""

from __future__ import annotations

from sigmaprime.document.algebra import algebra, derived_function, is_group
from sigmaprime.document.inductive import induction_of
from sigmaprime.document.page import Piece, Text, say
from sigmaprime.document.ranges import with_ranges
from sigmaprime.document.words import ELEMENTARY, RESTATING, TERM_BY_TERM, TURNED
from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.proof import (
    Apply,
    Arithmetic,
    Cases,
    Chain,
    Claim,
    Counterexample,
    Cover,
    Derivation,
    Enclosure,
    Every,
    Given,
    Instance,
    Pieces,
    Prime,
    Replace,
    Rewrite,
    Roots,
    Witness,
)  # fmt: skip
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.notation.index import own_component
from sigmaprime.tidy import tidied

_MANY = 3  # reasons beyond which a margin only says what they come to


def reason(proof: Derivation) -> Text:
    """Why the claim holds, in the words that stand in a margin."""
    if (induction := induction_of(proof)) is not None:
        return (say("by induction", name=dict(induction.by.holes)["y"]),)  # type: ignore[union-attr]
    match proof.by:
        case Apply(rule) if rule in RESTATING or rule in (TURNED, TERM_BY_TERM):
            return reason(proof.parts[0])
        case Apply(rule, holes) if is_of_function(rule) and not isinstance(dict(holes).get("u"), Var):
            return (say("chain rule", inner=_ruled(rule)),)
        case Apply(rule):
            return _ruled(rule)
        case Rewrite(()) if (head := derived_function(proof.claim.says)) is not None:
            return _ruled(f"derivative of {head}")
        case Rewrite(()) if is_group(proof):
            renames = all(isinstance(core_of(part).by, Prime) for part in proof.parts[0].parts)
            return _of_rules(proof.parts[0].parts) if renames or differentiates(proof) else _algebra(proof)
        case Rewrite():
            return _since(proof.parts[0])
        case Arithmetic():
            return _algebra(proof)
        case Prime():
            return (say("meaning of the prime"),)
        case Given() if isinstance(proof.claim.says, App) and proof.claim.says.head == "=":
            return (say("since", fact=proof.claim.says),)
        case Given():
            return (say("by hypothesis"),)
        case Chain() if (head := derived_function(proof.claim.says)) is not None and len(proof.parts) > 1:
            return _ruled(f"derivative of {head}")
        case Chain():
            return _reasons(proof.parts)
        case Replace():
            return reason(proof.parts[1])
        case Instance(name, value) if value is Var(name) or own_component(name):
            return reason(proof.parts[0])
        case Instance() if (head := derived_function(proof.parts[0].claim.says)) is not None:
            return _ruled(f"derivative of {head}")
        case Instance() if isinstance(general := proof.parts[0].claim.says, App) and general.head == "=":
            return (say("since", fact=general),)
        case Instance(name, value):
            return (say("put", value=value, name=Var(name)),)
        case Cases(left, right):
            return (say("by cases", case=App("<=", (left, right))),)
        case Enclosure():
            return (say("by enclosure"),)
        case Roots(generator):
            return (say("by counting roots", generator=generator),)
        case Cover(_, cuts):
            return (say("by cover", count=str(len(cuts) - 1)),)
        case Every():
            return reason(proof.parts[0])
        case Witness() | Counterexample():
            return (say("by example"),)
        case Pieces():
            return (say("piece by piece"),)


def is_of_function(rule: str) -> bool:
    """Whether a rule is `derivative of exp`, or of another function of the table."""
    return rule.startswith("derivative of ") and rule.removeprefix("derivative of ") in FUNCTIONS


def _algebra(proof: Derivation) -> Text:
    match proof.claim.says:
        case App("=", (left, right)):
            return algebra(left, right)
    return (say("algebra"),)


def _since(fact: Derivation) -> Text:
    """Why one part of a line may be replaced: by its rule, or because of an equation that has a proof of its own."""
    core = core_of(fact)
    if is_group(fact):
        return reason(fact)
    if isinstance(core.by, Chain) and not any(map(differentiates, core.parts)):
        return (say("since", fact=fact.claim.says),)
    return reason(fact)


def _ruled(rule: str) -> Text:
    """The words for a rule; `definition of sigmoid` with the symbol of the function in place of its name."""
    _, of, name = rule.removesuffix(", backwards").rpartition("definition of ")
    return (say("definition", f=App("name", (Var(name),))),) if of else (say(f"reason.{rule}"),)


def _reasons(links: tuple[Derivation, ...]) -> Text:
    said: list[Text] = []
    for link in links:
        if (words := reason(link)) not in said:
            said.append(words)
    if (say("differentiate"),) in said:
        return (say("differentiate"),)
    if len(said) > _MANY:
        return (say("differentiate" if any(map(differentiates, links)) else "in several steps"),)
    return tuple(piece for index, words in enumerate(said) for piece in ((", ", *words) if index else words))


def _of_rules(links: tuple[Derivation, ...]) -> Text:
    """The rules of differentiation that a line takes together."""
    from sigmaprime.document.groups import that_matter

    return _reasons(that_matter(links))


def differentiates(proof: Derivation) -> bool:
    """Whether the proof applies rules of differentiation."""
    core = core_of(proof)
    if isinstance(core.by, Chain):
        return any(map(differentiates, core.parts))
    if isinstance(core.by, Instance) and derived_function(core.parts[0].claim.says) is not None:
        return True
    rule = rule_of(proof) or ""
    return rule.startswith("derivative of") or "rule" in rule.partition(",")[0] or rule in ELEMENTARY


def is_tidying(link: Derivation) -> bool:
    """Whether a link only clears away zeros, ones and double signs."""
    core = core_of(link)
    match core.claim.says, core.by:
        case App("=", (left, right)), Arithmetic():
            return tidied(left) is right
    return False


def merged_reason(links: tuple[Derivation, ...]) -> Text:
    """One reason for several links: the rules that matter, or all of them when none does."""
    links = tuple(link for link in links if not is_tidying(link)) or links
    if sum(map(differentiates, links)) > 1 or len(links) > 2 * _MANY:
        simplified = isinstance(core_of(links[-1]).by, Arithmetic) and any(map(differentiates, links))
        return (say("differentiate and simplify"),) if simplified else _reasons(links)
    weighty = tuple(link for link in links if not is_elementary(link) and reason(link) != (say("algebra"),))
    return _reasons(weighty or links)


def is_elementary(link: Derivation) -> bool:
    match link.by:
        case Rewrite():
            return is_elementary(link.parts[0])
        case Apply(rule):
            return rule in ELEMENTARY
    return False


def grounds(proof: Derivation) -> tuple[Derivation, ...]:
    """The proofs on which a link rests: the premises of the rule that it applies."""
    return core_of(proof).parts


def core_of(proof: Derivation) -> Derivation:
    """The proof without the steps that only say where it applies."""
    match proof.by:
        case Rewrite() | Every():
            return core_of(proof.parts[0])
        case Instance(name, value) if value is Var(name) or own_component(name):
            return core_of(proof.parts[0])
        case Apply(rule) if rule in RESTATING or rule in (TURNED, TERM_BY_TERM):
            return core_of(proof.parts[0])
    return proof


def own_rule(proof: Derivation) -> str | None:
    """The rule that the claim itself rests on, be it one that only restates what has been said."""
    match proof.by, proof.parts:
        case Apply(rule), _:
            return rule
        case Replace(), (_, there):
            return own_rule(there)
    return None


def rule_of(proof: Derivation) -> str | None:
    match core_of(proof).by:
        case Apply(rule):
            return rule
    return None


def said(claim: Claim) -> Text:
    """The claim with what it supposes: `s'(x) > 0 for x > 0`."""
    if any(map(is_in_words, claim.given)):
        return claim.says, say("claim.whenever", given=listed(claim.given))
    return (say("claim for", claim=claim.says, given=listed(claim.given)),) if claim.given else (claim.says,)


def is_in_words(hypothesis: Term) -> bool:
    """Whether a hypothesis is a sentence rather than a formula."""
    return isinstance(hypothesis, App) and hypothesis.head in ("defined", "undefined", "all", "whole")


def listed(claims: tuple[Term, ...]) -> Text:
    """`p, q and r`"""
    done: list[Piece] = []
    for index, claim in enumerate(claims):
        done += () if not index else (say("claim.and"),) if index == len(claims) - 1 else (", ",)
        done.append(claim)
    return tuple(done)


def supposing(given: tuple[Term, ...]) -> Text:
    """`-1 < x < 1` for the two hypotheses x > -1 and x < 1; other hypotheses as they are."""
    given = with_ranges(given)
    match given:
        case (App("<" | "<=" as left, (low, x)), App("<" | "<=" as right, (y, high))) if x is y:
            return (App("and", (App(left, (low, x)), App(right, (x, high)))),)
        case (App(">" | ">=" as above, (x, low)), App("<" | "<=" as below, (y, high))) if x is y:
            mirrored = "<" if above == ">" else "<="
            return (App("and", (App(mirrored, (low, x)), App(below, (x, high)))),)
    return listed(given)


def told(claim: Claim) -> Text:
    """The claim without what it supposes, which the reader knows; nor is the whole line mentioned."""
    match claim.says:
        case App("antiderivative", (found, region, function)) if region is REALS:
            return said(Claim(App("antiderivative", (found, App("domain", (function,)), function))))
        case App(head, (App("fn") as function, region, *slots)) if region is REALS:
            return said(Claim(App(head, (function, App("domain", (function,)), *slots))))
        case App("and" | "all", _) if (bare := opened(claim.says))[0] is not claim.says:
            says, given = bare
            return (say("claim for", claim=told(Claim(says)), given=supposing(given)),) if given else told(Claim(says))
        case App("not", (inner,)):
            return (say("claim.not", claim=told(Claim(inner))),)
    return said(Claim(claim.says))


def is_understood(says: Term) -> bool:
    """Whether a claim says no more than that things are defined and that there are points to speak of."""
    match says:
        case App("and", (first, rest)):
            return is_understood(first) and is_understood(rest)
        case App("all", (inner, *_)):
            return is_understood(inner)
    return isinstance(says, App) and says.head in ("some", "defined", "inhabited")


def opened(says: Term) -> tuple[Term, tuple[Term, ...]]:
    """What is claimed for all values, and for which ones: that everything must be defined goes without saying."""
    match says:
        case App("and", (first, rest)) if is_understood(rest):
            return opened(first)
        case App("and", (first, rest)):
            (one, supposed), (other, also) = opened(first), opened(rest)
            return (App("and", (one, other)), supposed) if supposed == also else (says, ())
        case App("all", (inner, *given)):
            return inner, tuple(term for term in given if not (isinstance(term, App) and term.head == "defined"))
    return says, ()
