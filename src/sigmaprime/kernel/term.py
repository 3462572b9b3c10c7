"""Terms: every formula, claim, side condition and set is built from numbers, variables and applications.

Terms are interned: equal terms are one object, so equality is identity and hashing is free.
The only binder is `fn`: `App("fn", (Var("x"), body))` is the function that takes x to body.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias, assert_never
from weakref import WeakValueDictionary


class Wrong(Exception):
    """What was offered to the kernel does not establish what it should."""


def require(condition: bool, *message: object) -> None:
    """Raise `Wrong` with the message unless `condition`; never `assert`, which `python -O` switches off."""
    if not condition:
        raise Wrong("".join(map(str, message)))


@dataclass(frozen=True, slots=True, eq=False, init=False, weakref_slot=True)
class Num:
    """A rational number that is not negative; −3 is `neg(3)`."""

    value: Fraction
    names: frozenset[str] = field(repr=False, kw_only=True)

    def __new__(cls, value: Fraction | int) -> Num:
        key = (cls, value.numerator, value.denominator)
        made: Num | None = _TERMS.get(key)
        if made is None:
            require(value.numerator >= 0, "a number is written without a sign: −3 is neg(3)")
            made = _made(key, cls, value=Fraction(value), names=_NO_NAMES)
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return Num, (self.value,)


@dataclass(frozen=True, slots=True, eq=False, init=False, weakref_slot=True)
class Var:
    """A variable; it stands for a real number."""

    name: str
    names: frozenset[str] = field(repr=False, kw_only=True)

    def __new__(cls, name: str) -> Var:
        made: Var | None = _TERMS.get((cls, name))
        if made is None:
            made = _made((cls, name), cls, name=name, names=frozenset((name,)))
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return Var, (self.name,)


@dataclass(frozen=True, slots=True, eq=False, init=False, weakref_slot=True)
class App:
    """A head applied to arguments: an operation, a function, a relation, a property, a set."""

    head: str
    args: tuple[Term, ...]
    names: frozenset[str] = field(repr=False, kw_only=True)

    def __new__(cls, head: str, args: tuple[Term, ...]) -> App:
        made: App | None = _TERMS.get((cls, head, args))
        if made is None:
            made = _made((cls, head, args), cls, head=head, args=args, names=_free_names(head, args))
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return App, (self.head, self.args)


Term: TypeAlias = Num | Var | App
Path: TypeAlias = tuple[int, ...]

_NO_NAMES: frozenset[str] = frozenset()

# Not a cache of answers but the identity of terms itself: two equal terms must be one object.
_TERMS: WeakValueDictionary[tuple[Any, ...], Any] = WeakValueDictionary()


def _made(key: tuple[Any, ...], cls: type[Any], **fields: Any) -> Any:
    made = object.__new__(cls)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    _TERMS[key] = made
    return made


def _free_names(head: str, args: tuple[Term, ...]) -> frozenset[str]:
    match head, args:
        case "fn", (Var(name), body):
            return body.names - {name}
    return _NO_NAMES.union(*[arg.names for arg in args])


def children(term: Term) -> tuple[Term, ...]:
    return term.args if isinstance(term, App) else ()


def paths(term: Term, here: Path = ()) -> Iterator[Path]:
    """Every position in `term`, outermost first."""
    yield here
    for index, child in enumerate(children(term)):
        yield from paths(child, (*here, index))


def subterm(term: Term, at: Path) -> Term:
    for index in at:
        require(0 <= index < len(children(term)), "no such position")
        term = children(term)[index]
    return term


def replace(term: Term, at: Path, new: Term) -> Term:
    """`term` with `new` in place of the subterm at `at`."""
    if not at:
        return new
    if not isinstance(term, App) or not 0 <= at[0] < len(term.args):
        raise Wrong("no such position")
    index = at[0]
    return App(term.head, (*term.args[:index], replace(term.args[index], at[1:], new), *term.args[index + 1 :]))


def subterms(*terms: Term) -> frozenset[Term]:
    """Every subterm once, the terms themselves included."""
    seen: set[Term] = set()
    waiting = [*terms]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            if isinstance(here, App):
                waiting.extend(here.args)
    return frozenset(seen)


def free(term: Term) -> frozenset[str]:
    """The names of the variables that occur in `term` outside the functions that bind them."""
    return term.names


def substitute(term: Term, new: Mapping[str, Term]) -> Term:
    """`term` with terms in place of free variables; `Wrong` where a binder would capture one of theirs."""
    match term:
        case Num():
            return term
        case Var(name):
            return new.get(name, term)
        case App() if new.keys().isdisjoint(term.names):
            return term
        case App("fn", (Var(name), body)):
            inner = {old: put for old, put in new.items() if old in free(term)}
            require(not any(name in free(put) for put in inner.values()), name, " would be captured")
            return App("fn", (Var(name), substitute(body, inner)))
        case App(head, args):
            return App(head, tuple([substitute(arg, new) for arg in args]))
    assert_never(term)


def number(value: Fraction | int) -> Term:
    """The term for a rational number of either sign."""
    return Num(value) if value >= 0 else App("neg", (Num(-value),))


def as_number(term: Term) -> Fraction | None:
    """The rational number that `term` spells, `number`'s inverse; None for any other term."""
    match term:
        case Num(value):
            return value
        case App("neg", (Num(value),)) if value:
            return -value
    return None
