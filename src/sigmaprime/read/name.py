"""What a name in a formula is: a variable, a constant, a function applied to its arguments, or an error that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.read import calculus, vector
from sigmaprime.read.scope import (
    CALCULUS,
    CONSTANTS,
    GREEK,
    WORDS,
    Signature,
    is_declared,
    is_letter,
    is_variable,
    signature,
    unknown,
)
from sigmaprime.read.tokens import POWER, Token

if TYPE_CHECKING:
    from sigmaprime.read.text import Reader

ORDER: Final = 20
_E: Final = App("exp", (Num(1),))
_CONSTANTS: Final = {"e": _E, "pi": App("pi", ()), "oo": App("oo", ())}


def named(reader: Reader, token: Token) -> Term:
    """The term that begins with the name just read."""
    if vector.vector_named(reader.scope, token.text):
        return vector.read_vector(reader, token)
    if (delta := vector.delta_indices(reader, token)) is not None:
        return delta
    said = _indexed(reader, token.text)
    token = token._replace(text=said)
    if said == "dot" and reader.says("(") and not is_declared(reader.scope, said):
        return vector.dot_call(reader, token)
    if said in WORDS and not is_declared(reader.scope, said):
        reader.at -= 1
        raise reader.wrong(f"a term was expected, not the word {said}", "complete the formula before it")
    if is_variable(reader.scope, said):
        return _variable(reader, token)
    if said in CALCULUS | {"D"} and reader.says("(") and not is_declared(reader.scope, said):
        return calculus.called(reader, token)
    found = signature(reader.scope, said)
    if found and (said not in GREEK or _is_applied(reader) or is_declared(reader.scope, said)):
        return applied(reader, token, found)
    if said in CONSTANTS:
        return _CONSTANTS[said]
    return _variable(reader, token)


def as_variable(reader: Reader, token: Token) -> Term | None:
    """The variable of that name; None where the name means something else or nothing."""
    declared = is_variable(reader.scope, token.text)
    if declared or (is_letter(token.text) and not (signature(reader.scope, token.text) and token.text not in GREEK)):
        return Var(token.text)
    return None


def function(reader: Reader, token: Token) -> Term:
    r"""A function by its LaTeX name, whose argument may stand without brackets: \sin x, \sin^2 x, \ln 2x."""
    found = signature(reader.scope, token.text)
    if found is None:
        raise unknown(reader.scope, token.text, applied=True, text=reader.text, offset=token.at)
    return applied(reader, token, found, bare=True)


def applied(reader: Reader, token: Token, found: Signature, *, bare: bool = False) -> Term:
    """f(…), f'(…), f^(3)(…), f^2(…): a function with its arguments."""
    order = primes(reader)
    letter = None if order else _letter_order(reader)
    power: Term | None = None
    if not order and letter is None and reader.says("^"):
        power = _power(reader, token)
    if (order or letter) and len(found.parameters) != 1:
        count = len(found.parameters)
        raise reader.wrong(f"{token.text} has {count} variables, so a prime is not clear", "write diff(…)")
    head = found.head + "'" * order
    args = _arguments(reader, token, found, bare=bare)
    if letter is not None:
        x = args[0] if isinstance(args[0], Var) and args[0].name not in free(letter) else _other_than(letter)
        return App("nth", (App("fn", (x, App(found.head, (x,)))), letter, args[0]))
    plain: Term = App(head, args)
    if len(args) > len(found.parameters):
        plain = args[0]
        for arg in args[1:]:
            plain = App(head, (plain, arg))
    return App("^", (plain, power)) if power else plain


def primes(reader: Reader) -> int:
    """How often the function whose name was just read is differentiated: f'', f^(3), f^{(3)}."""
    order = 0
    while reader.here().kind == "prime":
        reader.at += 1
        order += 1
    if not order and (reader.says("^", "(") or reader.says("^", "{", "(")):
        braced = reader.here(1).text == "{"
        digits = reader.here(3 if braced else 2)
        closing = reader.here(4 if braced else 3)
        if closing.text != ")" or (not braced and not _opens(reader.here(4))):
            return 0
        if digits.kind != "number":
            return 0
        reader.at += 3 if braced else 2
        order = reader.whole("the order of a derivative", 1, ORDER)
        reader.at += 2 if braced else 1
    if order > ORDER:
        raise reader.wrong(f"derivatives of order up to {ORDER} are read")
    return order


def _letter_order(reader: Reader) -> Term | None:
    """n for f^(n)(x), f^(n + 1)(x), f^{(n)}(x)."""
    braced = reader.says("^", "{", "(")
    if not braced and not reader.says("^", "("):
        return None
    start = reader.at
    reader.at += 3 if braced else 2
    with reader.inside():
        order = reader.expression()
    closed = reader.skip(")", "}") if braced else reader.skip(")")
    if closed and free(order) and reader.says("("):
        return order
    reader.at = start
    return None


def _other_than(order: Term) -> Var:
    return Var("x") if "x" not in free(order) else Var("t") if "t" not in free(order) else Var("z")


def _opens(token: Token) -> bool:
    return token.text in ("(", "is", "has", "solves", ",", "on") or token.kind == "end"


def _is_applied(reader: Reader) -> bool:
    """Whether an argument follows, perhaps after primes or a power."""
    ahead = 0
    while reader.here(ahead).kind == "prime":
        ahead += 1
    if reader.here(ahead).text == "^":
        if reader.here(ahead + 1).text == "{":
            while reader.here(ahead).text != "}" and reader.here(ahead).kind != "end":
                ahead += 1
        elif reader.here(ahead + 1).text == "(":
            ahead += 3
        else:
            ahead += 1
        ahead += 1
    return reader.here(ahead).text == "("


def _power(reader: Reader, token: Token) -> Term:
    """sin^2(x): the power of the value."""
    reader.at += 1
    braced = reader.skip("{")
    if reader.says("-"):
        remedy = f"write 1/{token.text}(x) or the inverse function by its name, as asin"
        raise reader.wrong(f"{token.text} to the power -1 could be the inverse or the reciprocal", remedy)
    number = reader.whole("the power of a function", 2, 1000)
    if braced:
        reader.expect("}", "close the power")
    return Num(number)


def _arguments(reader: Reader, token: Token, found: Signature, *, bare: bool) -> tuple[Term, ...]:
    wanted = len(found.parameters)
    if not reader.says("("):
        if bare and reader.here().kind != "end" and wanted == 1:
            return (_bare(reader),)
        if reader.says("|") and not reader.bars and wanted == 1:  # ln|x|
            reader.at += 1
            return (reader.bracketed(reader.here(-1)),)
        shown = ", ".join(found.parameters)
        raise reader.wrong(f"{token.text} is a function", f"write its argument: {token.text}({shown})", token)
    opening = reader.here()
    reader.at += 1
    args: list[Term] = []
    with reader.inside():
        while not args or reader.skip(","):
            if reader.says(")"):
                form = f"{token.text}({', '.join(found.parameters)})"
                raise reader.wrong(f"{token.text} wants an argument", f"write {form}")
            args.append(reader.expression())
        reader.close(opening, ")")
    variadic = found.head in ("max", "min") and len(args) > wanted
    if len(args) != wanted and not variadic:
        count = f"{wanted} argument{'s' * (wanted > 1)}"
        remedy = f"write {token.text}({', '.join(found.parameters)})"
        raise reader.wrong(f"{token.text} takes {count}, here are {len(args)}", remedy, token)
    return tuple(args)


def _bare(reader: Reader) -> Term:
    """An argument without brackets: one factor, and further ones as long as they are plain letters."""
    argument = reader.expression(POWER)
    while (
        reader.starts_factor()
        and reader.here().kind == "name"
        and (_is_letter_here(reader) or reader.says("pi"))
        and not (reader.here(1).text == "(" and signature(reader.scope, reader.here().text))
    ):
        argument = App("*", (argument, reader.expression(POWER)))
    return argument


def _is_letter_here(reader: Reader) -> bool:
    return isinstance(as_variable(reader, reader.here()), Var)


def _indexed(reader: Reader, said: str) -> str:
    """LaTeX writes the declared x0 as x_0."""
    plain = said.replace("_", "")
    return plain if not is_declared(reader.scope, said) and is_declared(reader.scope, plain) else said


def _order(reader: Reader, token: Token) -> Term:
    """O(…), at the end of an equality."""
    if not reader.orders:
        raise reader.wrong("O(…) stands at the end of an equality", "write f(x) = p(x) + O(x^n) as x -> 0", token)
    opening = reader.here()
    reader.at += 1
    with reader.inside():
        term = App("O", (reader.expression(),))
        reader.close(opening, ")")
    return term


def _variable(reader: Reader, token: Token) -> Term:
    said = token.text
    if reader.here().kind == "prime":
        message = f"{said} is not a function, so {said}' means nothing"
        raise reader.wrong(message, f"declare it: let {said}(x) = …", token)
    if is_variable(reader.scope, said):
        return Var(said)
    if not is_letter(said):
        raise unknown(reader.scope, said, applied=reader.says("("), text=reader.text, offset=token.at)
    if reader.says("(") and said not in reader.letters:
        if said == "O":
            return _order(reader, token)
        raise unknown(reader.scope, said, applied=True, text=reader.text, offset=token.at)
    return Var(said)
