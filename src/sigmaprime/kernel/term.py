"""Terms: every formula, claim, side condition and set is built from numbers, variables and applications.

Terms are interned: equal terms are one object, so equality is identity and hashing is free.
The only binder is `fn`: `App("fn", (Var("x"), body))` is the function that takes x to body.
"""

from __future__ import annotations

from _weakref import _remove_dead_weakref  # type: ignore[attr-defined]
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias, assert_never
from weakref import ref


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
        require(value.numerator >= 0, "a number is written without a sign: −3 is neg(3)")
        known: Num | None = (found := _KNOWN.get(key)) and found()
        return known or _made(key, cls, value=Fraction(value), names=_NO_NAMES)

    def __reduce__(self) -> tuple[Any, ...]:
        return Num, (self.value,)


@dataclass(frozen=True, slots=True, eq=False, init=False, weakref_slot=True)
class Var:
    """A variable; it stands for a real number."""

    name: str
    names: frozenset[str] = field(repr=False, kw_only=True)

    def __new__(cls, name: str) -> Var:
        key = (cls, name)
        known: Var | None = (found := _KNOWN.get(key)) and found()
        return known or _made(key, cls, name=name, names=frozenset((name,)))

    def __reduce__(self) -> tuple[Any, ...]:
        return Var, (self.name,)


@dataclass(frozen=True, slots=True, eq=False, init=False, weakref_slot=True)
class App:
    """A head applied to arguments: an operation, a function, a relation, a property, a set."""

    head: str
    args: tuple[Term, ...]
    names: frozenset[str] = field(repr=False, kw_only=True)

    def __new__(cls, head: str, args: tuple[Term, ...]) -> App:
        key = (cls, head, args)
        known: App | None = (found := _KNOWN.get(key)) and found()
        return known or _made(key, cls, head=head, args=args, names=_free_names(head, args))

    def __reduce__(self) -> tuple[Any, ...]:
        return App, (self.head, self.args)


Term: TypeAlias = Num | Var | App
Path: TypeAlias = tuple[int, ...]

_NO_NAMES: frozenset[str] = frozenset()


class _Reference(ref):  # type: ignore[type-arg]
    """A weak reference to a term, which remembers under what the term is known."""

    __slots__ = ("key",)


# Not a cache of answers but the identity of terms itself: two equal terms must be one object. It does what a
# `WeakValueDictionary` does, in a third of the time: terms are made by the thousand.
_KNOWN: dict[tuple[Any, ...], Any] = {}


def forget(reference: Any, known: dict[Any, Any] = _KNOWN, remove: Any = _remove_dead_weakref) -> None:
    remove(known, reference.key)  # only if no term has taken its place; bound early, for when the interpreter ends


def _made(key: tuple[Any, ...], cls: type[Any], **fields: Any) -> Any:
    made = object.__new__(cls)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    _KNOWN[key] = reference = _Reference(made, forget)
    reference.key = key  # type: ignore[attr-defined]
    return made


def _free_names(head: str, args: tuple[Term, ...]) -> frozenset[str]:
    if head == "fn" and len(args) == 2 and isinstance(args[0], Var):
        return args[1].names - args[0].names
    return args[0].names if len(args) == 1 else _NO_NAMES.union(*[arg.names for arg in args])


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
    seen, waiting = set(terms), [*terms]
    while waiting:
        for here in children(waiting.pop()):
            if here not in seen:
                seen.add(here)
                waiting.append(here)
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
