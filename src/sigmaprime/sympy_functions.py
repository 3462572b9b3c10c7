r"""The functions of the field for SymPy: sigmoid, logit, softplus, silu, … as functions that it leaves as they stand.

Each can be differentiated, rewritten by what it is made of (`rewrite(sp.exp)`, `expand(func=True)`), evaluated to any
number of digits, turned into NumPy code by `lambdify`, and printed with its own symbol.

>>> import sympy as sp
>>> from sigmaprime.sympy_functions import sigmoid, softplus
>>> x = sp.symbols("x", real=True)
>>> sigmoid(x).diff(x)
(1 - sigmoid(x))*sigmoid(x)
>>> softplus(x).diff(x)
sigmoid(x)
>>> sigmoid(x).rewrite(sp.exp)
1/(1 + exp(-x))
>>> sigmoid(sp.Integer(2)).evalf(10)
0.8807970780
>>> sp.latex(sigmoid(x))
'\\sigma{\\left(x \\right)}'
>>> sp.limit(sigmoid(x), x, sp.oo)
1
"""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from sigmaprime.functions import FUNCTIONS


class Defined(sp.Function):  # type: ignore[misc]
    """A function that is made of others: `made_of(*arguments)` says how. SymPy finds its functions by subclassing."""

    @classmethod
    def made_of(cls, *arguments: Any) -> Any:
        raise NotImplementedError(cls.__name__)

    def fdiff(self, argindex: int = 1) -> Any:
        """The derivative by the argument with that number, counted from 1."""
        places = [sp.Dummy(real=True) for _ in self.args]
        slope = self.made_of(*places).diff(places[argindex - 1])
        return slope.subs(dict(zip(places, self.args, strict=True)), simultaneous=True)

    def _eval_is_extended_real(self) -> bool | None:
        return True if all(argument.is_real for argument in self.args) and self._is_total else None

    @property
    def _is_total(self) -> bool:
        """Whether it has a real value for all real arguments."""
        return type(self) not in PARTIAL

    def _eval_expand_func(self, **_: Any) -> Any:
        return self.made_of(*self.args)

    def _eval_evalf(self, prec: int) -> Any:
        return self.made_of(*self.args)._evalf(prec)  # noqa: SLF001

    def _eval_rewrite(self, rule: Any, args: Any, **hints: Any) -> Any:
        # Whatever it is to be written by, it is written out first; SymPy goes on with what it is made of.
        written = self.made_of(*args)
        return written.rewrite(rule, **hints) if rule is not None else written

    def _eval_rewrite_as_tractable(self, *args: Any, **_: Any) -> Any:
        return self.made_of(*args).rewrite("tractable")

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        inside = ", ".join(map(printer.doprint, self.args))
        power = f"^{{{exp}}}" if exp is not None else ""
        return rf"{FUNCTIONS[type(self).__name__].latex}{power}{{\left({inside} \right)}}"

    def _pretty(self, printer: Any) -> Any:
        return printer._print_Function(self, func_name=FUNCTIONS[type(self).__name__].unicode)  # noqa: SLF001

    def _code(self, printer: Any) -> str:
        return f"({printer.doprint(self.made_of(*self.args))})"

    _numpycode = _mpmathcode = _pythoncode = _ccode = _code


class sigmoid(Defined):  # noqa: N801
    """σ(x) = 1/(1 + e^(−x)), with σ′ = σ·(1 − σ)."""

    nargs = 1

    @classmethod
    def eval(cls, x: Any) -> Any:
        return {sp.S.Zero: sp.S.Half, sp.oo: sp.S.One, -sp.oo: sp.S.Zero}.get(x)

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return 1 / (1 + sp.exp(-x))

    def fdiff(self, argindex: int = 1) -> Any:  # noqa: ARG002
        return self * (1 - self)

    def _eval_is_positive(self) -> bool | None:
        return True if self.args[0].is_real else None

    def _eval_rewrite(self, rule: Any, args: Any, **hints: Any) -> Any:
        if rule == sp.tanh:
            return (1 + sp.tanh(args[0] / 2)) / 2
        return super()._eval_rewrite(rule, args, **hints)


class logit(Defined):  # noqa: N801
    """ln(x/(1 − x)) for 0 < x < 1: the inverse of the sigmoid."""

    nargs = 1

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return sp.log(x / (1 - x))

    def fdiff(self, argindex: int = 1) -> Any:  # noqa: ARG002
        return 1 / (self.args[0] * (1 - self.args[0]))


class softplus(Defined):  # noqa: N801
    """ln(1 + e^x): its derivative is the sigmoid."""

    nargs = 1

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return sp.log(1 + sp.exp(x))

    def fdiff(self, argindex: int = 1) -> Any:  # noqa: ARG002
        return sigmoid(self.args[0])

    def _eval_is_positive(self) -> bool | None:
        return True if self.args[0].is_real else None


class silu(Defined):  # noqa: N801
    """x·σ(x), also called swish."""

    nargs = 1

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return x * sigmoid(x)


class relu(Defined):  # noqa: N801
    """The larger of x and 0; SymPy's derivative of it is the Heaviside function."""

    nargs = 1

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return sp.Max(x, 0)


class Phi(Defined):
    """The distribution function of the standard normal distribution."""

    nargs = 1

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return (1 + sp.erf(x / sp.sqrt(2))) / 2


class gelu(Defined):  # noqa: N801
    """x·Φ(x)."""

    nargs = 1

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return x * Phi(x)


class mish(Defined):  # noqa: N801
    """x·tanh(softplus(x))."""

    nargs = 1

    @classmethod
    def made_of(cls, x: Any) -> Any:
        return x * sp.tanh(softplus(x))


class hill(Defined):  # noqa: N801
    """x^n/(k^n + x^n)."""

    nargs = 3

    @classmethod
    def made_of(cls, x: Any, k: Any, n: Any) -> Any:
        return x**n / (k**n + x**n)


class gompertz(Defined):  # noqa: N801
    """a·exp(−b·exp(−c·x))."""

    nargs = 4

    @classmethod
    def made_of(cls, x: Any, a: Any, b: Any, c: Any) -> Any:
        return a * sp.exp(-b * sp.exp(-c * x))


PARTIAL: Final = frozenset((logit, hill))
DEFINED: Final = (sigmoid, logit, softplus, silu, relu, Phi, gelu, mish, hill, gompertz)
