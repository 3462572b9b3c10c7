"""Claims: what a line states, as a term, with the conditions under which it is stated."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sigmaprime.kernel.sets import MINUS_OO, OO, REALS, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, free, number, subterms
from sigmaprime.read import calculus
from sigmaprime.read.landau import has_order, order
from sigmaprime.read.phrase import Phrase, read_phrase
from sigmaprime.read.region import RELATIONS, Qualifiers, domain_from, hypotheses, qualifiers, region
from sigmaprime.read.rounding import rounding
from sigmaprime.read.scope import Scope, signature
from sigmaprime.read.subject import as_function, subject
from sigmaprime.read.text import Reader
from sigmaprime.read.tokens import PRODUCT

LINKS: Final = 100
_VERBS: Final = frozenset(("is", "has", "solves"))
_EXTREMES: Final = {"max": "largest", "min": "smallest", "sup": "supremum", "inf": "infimum"}


def read_claim(text: str, names: Scope, phrases: tuple[Phrase, ...]) -> tuple[Term, tuple[Term, ...]]:
    """What `text` claims, and the hypotheses from `on …` and `for …`; `NotUnderstood` if it claims nothing."""
    reader = Reader(text, names)
    says, given = claim(reader, phrases)
    reject_imaginary(reader, says)
    _reject_bound(reader, says, given)
    return says, given


def claim(reader: Reader, phrases: tuple[Phrase, ...]) -> tuple[Term, tuple[Term, ...]]:
    verb = _verb(reader)
    if verb is not None:
        return _property(reader, verb, phrases)
    token = reader.here()
    if token.text in _EXTREMES and not _declared(reader, token.text) and not _of_numbers(reader):
        return _extreme(reader)
    return _relation(reader)


def _of_numbers(reader: Reader) -> bool:
    """Whether max or min stands before several numbers, max(x, y), and not before a function, max (x*exp(-x))."""
    level = 0
    for token in reader.tokens[reader.at + 1 :]:
        level += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if level == 0 or (level == 1 and token.text == ","):
            return level == 1
    return False


def _declared(reader: Reader, name: str) -> bool:
    found = signature(reader.scope, name)
    return found is not None and any(row.name == found.head for row in reader.scope.definitions)


def _verb(reader: Reader) -> int | None:
    """Where the verb of the sentence stands; None for a formula."""
    level = 0
    for index, token in enumerate(reader.tokens):
        level += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if token.kind == "name" and token.text in _VERBS and not level:
            return index
    return None


def _property(reader: Reader, verb: int, phrases: tuple[Phrase, ...]) -> tuple[Term, tuple[Term, ...]]:
    """A function, a verb and the words of a phrase."""
    if verb == 0:
        raise reader.wrong("the function is missing before the verb", "write s is …")
    function = subject(reader)
    if reader.at != verb:
        reader.finish()
        message = f"{reader.here().text} is not understood before the verb"
        raise reader.wrong(message, "put the expression into brackets")
    phrase, slots = read_phrase(reader, phrases, function)
    said = qualifiers(reader)
    if phrase.head == "asymptote" and said.region is not None:
        raise reader.wrong("an asymptote says itself where it is", "leave on … away")
    if phrase.head == "asymptote" and slots[-1] not in (OO, MINUS_OO):
        raise reader.wrong("a line is approached far out", "write as x -> oo or as x -> -oo")
    if not phrase.on_set:
        if said.region is not None:
            raise reader.wrong("a limit says itself where it looks", "leave on … away, or write x -> 0+")
        return App(phrase.head, (function, *slots)), hypotheses(said.conditions)
    return _on_set(reader, phrase.head, function, slots, said, function)


def _on_set(
    reader: Reader, head: str, function: App, slots: tuple[Term, ...], said: Qualifiers, natural: Term
) -> tuple[Term, tuple[Term, ...]]:
    """`head`(function, S, slots…), where S comes from what was said of the function's own variable."""
    x = function.args[0]
    own = tuple(one for one in said.conditions if free(x) <= free(one))
    others = tuple(one for one in said.conditions if one not in own)
    if own and said.region is not None:
        raise reader.wrong("the set is given twice", "give it by on … or by for …, not both")
    if said.region is not None and free(x) & free(said.region):
        raise reader.wrong("the set speaks of the variable of the function", "give its ends without that letter")
    where = said.region or (domain_from(reader, x, own) if own else App("domain", (natural,)))
    return App(head, (function, where, *slots)), hypotheses(others)


def _extreme(reader: Reader) -> tuple[Term, tuple[Term, ...]]:
    r"""`max s' = 1/4`; in LaTeX \max_{x\in\mathbb{R}} \sigma'(x) = \tfrac14."""
    token, start = reader.here(), reader.at
    reader.at += 1
    where: Term | None = None
    if reader.skip("_"):
        reader.expect("{", "write \\max_{x\\in\\mathbb{R}}")
        x = reader.variable("the variable")
        where = region(reader) if reader.skip("in") else None
        reader.expect("}", "close the index")
        with reader.bind(x):
            function = App("fn", (Var(x), reader.expression(PRODUCT)))
    elif reader.here().kind in ("name", "function") and signature(reader.scope, reader.here().text):
        function = subject(reader)
    else:
        function = as_function(reader, reader.expression(PRODUCT), start)
    if reader.skip("on"):
        where = region(reader)
    reader.expect("=", f"write {token.text} f = …")
    value = reader.expression()
    said = qualifiers(reader)
    if where is not None and said.region is not None:
        raise reader.wrong("the set is given twice", "give it once")
    return _on_set(
        reader, _EXTREMES[token.text], function, (value,), Qualifiers(where or said.region, said.conditions), function
    )


def _relation(reader: Reader) -> tuple[Term, tuple[Term, ...]]:
    """An equality, an inequality, a chain of them, a decimal, a limit, or an asymptotic equality."""
    left = reader.expression()
    relation = reader.here()
    match relation.text:
        case "->" | "~":
            return _towards(reader, left)
        case "in":
            reader.at += 1
            return _relative(reader, App("in", (left, region(reader))))
        case "~=":
            reader.at += 1
            return _relative(reader, App("~=", (left, _decimal(reader))))
        case "rounds":
            return _relative(reader, rounding(reader, left))
    reader.orders = relation.text == "="
    links = links_after(reader, left)
    if any(map(has_order, links)):
        return order(reader, links)
    reader.orders = False
    while reader.skip("and"):
        links += links_after(reader, reader.expression())
        if len(links) > LINKS:
            raise reader.wrong(f"more than {LINKS} relations on one line", "write several claims")
    if reader.says("as"):
        raise reader.wrong("as belongs to -> or ~", "write f(x) -> a as x -> oo")
    if len(links) == 1 and (found := _antiderivative(reader, links[0])):
        return found
    return _relative(reader, _joined([as_limit(link) for link in links]))


def links_after(reader: Reader, left: Term) -> list[Term]:
    """The relations of a chain, each with its two members."""
    if reader.here().text not in RELATIONS:
        reader.finish()
        raise reader.wrong("this is an expression, not a claim", "relate it to something: … = …, or say … is …")
    links: list[Term] = []
    while (relation := reader.here().text) in RELATIONS:
        reader.at += 1
        right = reader.expression()
        links.append(App(relation, (left, right)))
        left = right
        if len(links) > LINKS:
            raise reader.wrong(f"a chain of more than {LINKS} links", "write several claims")
    return links


def _joined(links: list[Term]) -> Term:
    """a = b = c as `and`(a = b, b = c), one link after the other."""
    term = links[-1]
    for link in reversed(links[:-1]):
        term = App("and", (link, term))
    return term


def as_limit(link: Term) -> Term:
    """lim(u, x, p) = v is the claim that u tends to v."""
    match link:
        case App("=", (App("lim", (function, place)), value)) | App("=", (value, App("lim", (function, place)))):
            return App("tends", (function, place, value))
    return link


def _relative(reader: Reader, says: Term) -> tuple[Term, tuple[Term, ...]]:
    """A relation with the conditions that follow it; `on S` is about its only variable."""
    said = qualifiers(reader)
    conditions = said.conditions
    if said.region is not None:
        letters = sorted(free(says) - set(reader.scope.parameters))
        if len(letters) != 1:
            remedy = "say which variable is meant: for x in …"
            raise reader.wrong(f"the claim has {len(letters)} variables, and on speaks of one", remedy)
        conditions = (App("in", (Var(letters[0]), said.region)), *conditions)
    match says:
        case App("in", (_, App() as where)) if is_interval(where) and where is not REALS:
            return _joined(list(hypotheses((says,)))), hypotheses(conditions)
    return says, hypotheses(conditions)


def _decimal(reader: Reader) -> Term:
    """A decimal and how many of its places are shown: 0.1050 has four."""
    minus = reader.skip("-")
    token = reader.here()
    if token.kind != "number":
        raise reader.wrong(f"a decimal was expected{reader.instead()}", "write the value with its digits, as 0.1192")
    reader.at += 1
    value = Fraction(token.text)
    places = len(token.text.partition(".")[2])
    return App("digits", (number(-value if minus else value), Num(places)))


def _towards(reader: Reader, left: Term) -> tuple[Term, tuple[Term, ...]]:
    """`u -> v as x -> p` and `u ~ v as x -> p`."""
    sign = reader.here().text
    reader.at += 1
    right = reader.expression()
    reader.expect("as", f"write {sign} … as x -> oo")
    x = Var(reader.variable("the variable"))
    reader.expect("->", "write as x -> oo")
    place = calculus.place(reader)
    function = App("fn", (x, left))
    if sign == "->":
        says = App("tends", (function, place, right))
    else:
        says = App("equivalent", (function, App("fn", (x, right)), place))
    said = qualifiers(reader)
    if said.region is not None:
        raise reader.wrong("a limit says itself where it looks", "leave on … away, or write x -> 0+")
    return says, hypotheses(said.conditions)


def _antiderivative(reader: Reader, link: Term) -> tuple[Term, tuple[Term, ...]] | None:
    """int(u, x) = F + C"""
    match link:
        case App("=", (App("int", (App("fn", (x, body)) as integrand,)), right)):
            match right:
                case App("+", (found, Var("C"))) if "C" not in free(found):
                    said = qualifiers(reader)
                    return _on_set(
                        reader, "antiderivative", App("fn", (x, found)), (App("fn", (x, body)),), said, integrand
                    )
            raise reader.wrong("an integral without bounds is known up to a constant", "write int(u, x) = F(x) + C")
    return None


def _reject_bound(reader: Reader, says: Term, given: tuple[Term, ...]) -> None:
    """A condition on a letter of which the claim is not: it would say nothing, and the author meant something."""
    bound = {part.args[0].name for part in subterms(says) if isinstance(part, App) and part.head == "fn"}  # type: ignore[union-attr]
    for one in given:
        dead = sorted((bound & free(one)) - free(says))
        if dead:
            message = (
                f"{dead[0]} is bound in this claim, by a limit, an integral or a function; no condition can be on it"
            )
            raise reader.wrong(message, "leave the condition away, or write x -> 0+ for one side")


def reject_imaginary(reader: Reader, says: Term) -> None:
    """`i` alone is taken for the imaginary unit, which the language does not have."""
    if "i" in free(says) and "i" not in reader.scope.parameters:
        token = next(token for token in reader.tokens if token.text == "i")
        raise reader.wrong("there are no complex numbers here", "if i is a real variable, declare it: let i", token)
