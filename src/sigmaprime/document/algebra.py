"""What a line of algebra does, seen from its two sides: collects, factors out, puts together, cancels."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.document.page import Text, say
from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.proof import Apply, Chain, Derivation, Rewrite
from sigmaprime.kernel.term import App, Num, Term, as_number, subterms

SUMS = frozenset(("+", "-"))
# a² + b² or a² − b² is a number for functions a, b of one argument
SQUARES = (("sin", "cos", "+"), ("sec", "tan", "-"), ("csc", "cot", "-"), ("cosh", "sinh", "-"))


def algebra(left: Term, right: Term) -> Text:
    """A few words for `left = right`."""
    said = [words for one, other in changes(left, right) if (words := _words(one, other)) is not None]
    kinds = list(dict.fromkeys(said))
    return kinds[0] if len(kinds) == 1 else (say("algebra"),)


def changes(left: Term, right: Term) -> Iterator[tuple[Term, Term]]:
    """The innermost parts that differ."""
    match left, right:
        case App(head, args), App(other, others) if head == other != "fn" and len(args) == len(others):
            different = [(a, b) for a, b in zip(args, others, strict=True) if a is not b]
            if len(different) < len(args) or head not in ("*", "+", "-", "/"):
                for a, b in different:
                    yield from changes(a, b)
                return
    if left is not right:
        yield left, right


def _words(left: Term, right: Term) -> Text | None:
    if _functions(right) - _functions(left):
        return None  # more than algebra
    if _has_inner_fraction(left) and not _has_inner_fraction(right):
        return (say("common denominator"),)
    if (identity := _identity(left, right)) is not None:
        return (say("since", fact=identity),)
    if _is_sum(left) and (factor := _taken_out(right)) is not None:
        return (say("factor out", factor=factor),)
    if _fractions(left) > 1 and _is_fraction(right) and _is_sum(left):
        return (say("common denominator"),)
    if _is_sum(left) and _fractions(left) == 1 and _is_fraction(right):
        return (say("common denominator"),)
    if _fractions(left) and (_weight(right) < _weight(left)) and _cancels(left, right):
        return (say("cancel"),)
    if not _has_sum(left) and not _has_sum(right):
        return (say("cancel" if _shares(left) and not _shares(right) else "collect factors"),)
    if _is_sum(left) and _is_sum(right) and _length(left) > _length(right):
        return (say("collect like terms"),)
    if _terms(left) > _terms(right) and (_is_sum(right) or not _has_sum(right)):
        return (say("collect like terms"),)
    if _terms(right) > _terms(left) and _is_sum(right) and not _fractions(left) and not _fractions(right):
        return (say("multiply out"),)
    if _sums(left) == _sums(right) and _weight(right) <= _weight(left):
        return (say("collect factors"),)
    return None


def _functions(term: Term) -> set[str]:
    return {t.head for t in subterms(term) if isinstance(t, App) and t.head.isidentifier()} - {"neg", "sqrt"}


def _identity(left: Term, right: Term) -> Term | None:
    """sin(u)² + cos(u)² = 1 and its like, if it has been used."""
    gone = subterms(left) - subterms(right)
    for first, second, sign in SQUARES:
        for node in gone:
            match node:
                case App("^", (App(head, args), Num(n))) if head in (first, second) and n == 2:
                    other = App(second if head == first else first, args)
                    if App("^", (other, Num(2))) in subterms(left) | subterms(right):
                        squares = (App("^", (App(name, args), Num(2))) for name in (first, second))
                        return App("=", (App(sign, tuple(squares)), Num(1)))
    return None


def _is_sum(term: Term) -> bool:
    match term:
        case App("neg", (u,)):
            return _is_sum(u)
    return isinstance(term, App) and term.head in SUMS


def _has_sum(term: Term) -> bool:
    return any(isinstance(t, App) and t.head in SUMS for t in _opened(term))


def _opened(term: Term) -> Iterator[Term]:
    """The parts that are joined by the four operations and powers."""
    yield term
    if isinstance(term, App) and term.head in ("+", "-", "*", "/", "neg", "^"):
        for arg in term.args:
            yield from _opened(arg)


def _factors(term: Term) -> list[Term]:
    match term:
        case App("*", (u, v)):
            return [*_factors(u), *_factors(v)]
        case App("neg", (u,)):
            return _factors(u)
    return [term]


def _taken_out(right: Term) -> Term | None:
    """The product in front of a sum."""
    factors = _factors(right)
    sums = [factor for factor in factors if _is_sum(factor)]
    if len(factors) < 2 or len(sums) != 1:
        return None
    first, *others = (factor for factor in factors if factor is not sums[0])
    for factor in others:
        first = App("*", (first, factor))
    return first


def _is_fraction(term: Term) -> bool:
    match term:
        case App("neg", (u,)):
            return _is_fraction(u)
        case App("*", (u, v)):
            return _is_fraction(u) or _is_fraction(v)
    return isinstance(term, App) and term.head == "/"


def _has_inner_fraction(term: Term) -> bool:
    """Whether a term of a sum above or below a fraction is a fraction itself."""
    return any(
        isinstance(t, App) and t.head == "/" and any(_is_sum(part) and _fractions(part) for part in t.args)
        for t in _opened(term)
    )


def _shares(term: Term) -> bool:
    """Whether a base stands above and below."""
    match term:
        case App("neg", (u,)):
            return _shares(u)
        case App("/", (u, v)):
            above, below = ({_base(factor) for factor in _factors(part)} for part in (u, v))
            return bool(above & below) or _shares(u) or _shares(v)
        case App("*", _):
            return any(map(_shares, _factors(term)))
    return False


def _base(factor: Term) -> Term:
    match factor:
        case App("^", (u, _)) | App("sqrt", (u,)):
            return u
    return factor


def _fractions(term: Term) -> int:
    return sum(isinstance(t, App) and t.head == "/" and as_number(t.args[1]) is None for t in _opened(term))


def _cancels(left: Term, right: Term) -> bool:
    """Whether less is divided by than before."""
    return _below(right) < _below(left) or _fractions(right) < _fractions(left)


def _below(term: Term) -> int:
    return sum(_weight(t.args[1]) for t in _opened(term) if isinstance(t, App) and t.head == "/")


def _weight(term: Term) -> int:
    return 1 + sum(map(_weight, term.args)) if isinstance(term, App) else 1


def _sums(term: Term) -> set[Term]:
    return {t for t in _opened(term) if isinstance(t, App) and t.head in SUMS}


def _length(term: Term) -> int:
    """How many terms a sum has."""
    match term:
        case App("+" | "-", (u, v)):
            return _length(u) + _length(v)
        case App("neg", (u,)):
            return _length(u)
    return 1


def _terms(term: Term) -> int:
    return sum(isinstance(t, App) and t.head in SUMS for t in _opened(term))


def derived_function(says: Term) -> str | None:
    """f, if it is said what the derivative f′(x) of a function of the language is."""
    match says:
        case App("=", (App("D", (App("fn", (x, App(head, (y,)))), z)), _)) if x is y is z and head in FUNCTIONS:
            return head
    return None


def is_group(proof: Derivation) -> bool:
    """Whether several steps are to be shown as one line, which opens to them."""
    if proof.by != Rewrite(()):
        return False
    (part,) = proof.parts
    equations = [p for p in part.parts if isinstance(p.claim.says, App) and p.claim.says.head == "="]
    return isinstance(part.by, Chain) or (isinstance(part.by, Apply) and bool(equations))
