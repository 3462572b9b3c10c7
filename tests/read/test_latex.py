"""LaTeX has the same meaning as the language's own text."""

from __future__ import annotations

import pytest

from sigmaprime.read.claim import read_claim
from sigmaprime.read.declare import scope_of
from sigmaprime.read.row import write_row
from sigmaprime.read.syntax import NotUnderstood
from tests.read.phrases import PHRASES

SCOPE = scope_of(("s(x) = 1/(1 + exp(-x))", "k > 0, x0"))

SAME = [
    (r"\sigma'(x) = \sigma(x)\left(1-\sigma(x)\right)", "sigmoid'(x) = sigmoid(x)*(1 - sigmoid(x))"),
    (r"\sigma''(x)=\sigma(x)(1-2\sigma(x))", "sigmoid''(x) = sigmoid(x)*(1 - 2*sigmoid(x))"),
    (r"\sigma^{(3)}(x) = \sigma^{\prime\prime}(x)", "sigmoid^(3)(x) = sigmoid''(x)"),
    (r"\lim_{x\to\infty}\sigma(x)=1", "sigmoid(x) -> 1 as x -> oo"),
    (r"\lim_{x \to 0^{+}} \ln x = -\infty", "ln(x) -> -oo as x -> 0+"),
    (
        r"\frac{1}{1+e^{-x}}=\frac{e^x}{e^x+1}=\tfrac12+\tfrac12\tanh\left(\tfrac{x}{2}\right)",
        "1/(1 + exp(-x)) = exp(x)/(exp(x) + 1) = 1/2 + 1/2*tanh(x/2)",
    ),
    (r"\tanh(x) = 2\sigma(2x)-1", "tanh(x) = 2*sigmoid(2*x) - 1"),
    (r"\frac{d}{dx}\sin^2 x = 2\sin x\cos x", "diff(sin(x)^2, x) = 2*sin(x)*cos(x)"),
    (r"\frac{\mathrm{d}}{\mathrm{d}x}\left(1+x\right)^{-1} = 0", "diff((1 + x)^(-1), x) = 0"),
    (r"\frac{d^2 s}{dx^2} = s''(x)", "diff(s(x), x, 2) = s''(x)"),
    (r"\left.\frac{d}{dx}\ln x\right|_{x=2}=\frac12", "D(ln(x), x, 2) = 1/2"),
    (r"\int_{-\infty}^{\infty}\frac{\mathrm{d}x}{1+x^2}=\pi", "int(1/(1 + x^2), x, -oo, oo) = pi"),
    (r"\int_0^1\!\int_0^1 x y\,dx\,dy = \tfrac14", "int(int(x*y, x, 0, 1), y, 0, 1) = 1/4"),
    (r"\int \sigma(x)\,dx = \ln(1+e^x) + C", "int(sigmoid(x), x) = ln(1 + exp(x)) + C"),
    (r"\sum_{n=1}^{\infty}\frac{1}{n^2}=\frac{\pi^2}{6}", "sum(1/n^2, n, 1, oo) = pi^2/6"),
    (r"\sin^2\theta+\cos^2\theta=1", "sin(theta)^2 + cos(theta)^2 = 1"),
    (r"\sqrt{x^2}=x \neq \sqrt[3]{x}", "sqrt(x^2) = x != cbrt(x)"),
    (r"|x+y|\le|x|+\left|y\right|", "abs(x + y) <= abs(x) + abs(y)"),
    (r"\lvert x\rvert \geq \log_2 x", "abs(x) >= log2(x)"),
    (r"\operatorname{logit} x = \mathrm{logit}(x)", "logit(x) = logit(x)"),
    (r"e^{-k(x-x_0)} = \exp 2x", "exp(-k*(x - x0)) = exp(2*x)"),
    (r"\sigma(1) \approx 0.7311", "sigmoid(1) ~= 0.7311"),
    (r"\max_{x\in\mathbb{R}} \sigma'(x)=\tfrac14", "max sigmoid' = 1/4 on (-oo, oo)"),
    (r"\sigma(x) > \tfrac12, \quad x > 0", "sigmoid(x) > 1/2 for x > 0"),
    (r"\sigma(x) > 0 \quad \text{for } x \in [0, 1)", "sigmoid(x) > 0 for x in [0, 1)"),
    (
        r"\begin{aligned}\sigma'(x) &= \sigma(x)(1-\sigma(x)) \\ &= \sigma(x)\sigma(-x)\end{aligned}",
        "sigmoid'(x) = sigmoid(x)*(1 - sigmoid(x)) = sigmoid(x)*sigmoid(-x)",
    ),
]


@pytest.mark.parametrize(("latex", "text"), SAME)
@pytest.mark.parametrize(("left", "right"), [("$", "$"), (r"\(", r"\)"), (r"\[", r"\]")])
def test_the_same_meaning(latex: str, text: str, left: str, right: str) -> None:
    assert read_claim(f"{left}{latex}{right}", SCOPE, PHRASES) == read_claim(text, SCOPE, PHRASES)


@pytest.mark.parametrize(
    ("mixed", "text"),
    [
        (r"$\sigma$ is strictly increasing", "sigmoid is strictly increasing"),
        (r"$\sigma'$ has unique maximum $\tfrac14$ at $x=0$", "sigmoid' has unique maximum 1/4 at x = 0"),
        (r"$\sqrt{x^2}=x$ for $x \ge 0$", "sqrt(x^2) = x for x >= 0"),
    ],
)
def test_formulas_among_words(mixed: str, text: str) -> None:
    assert read_claim(mixed, SCOPE, PHRASES) == read_claim(text, SCOPE, PHRASES)


def test_a_declared_greek_letter_comes_first() -> None:
    scope = scope_of((r"$\sigma(x) = 2x$",))
    says, _ = read_claim(r"$\sigma(x) = 2x$", scope, PHRASES)
    assert write_row(says) == "sigma(x) = 2*x"
    says, _ = read_claim(r"$\sigma^2 > 0$", scope_of(("sigma > 0",)), PHRASES)
    assert write_row(says) == "sigma^2 > 0"


def test_a_claim_that_goes_on_in_the_next_row() -> None:
    latex = r"$\begin{aligned} (x+1)^2 &= x^2 \\[2pt] &\quad + 2x + 1 \\ &= x(x + 2) + 1 \\ \end{aligned}$"
    says, _ = read_claim(latex, SCOPE, PHRASES)
    assert write_row(says) == "and((x + 1)^2 = x^2 + 2*x + 1, x^2 + 2*x + 1 = x*(x + 2) + 1)"


@pytest.mark.parametrize(
    "latex",
    [
        r"\ell(w) = -\sum_{i=1}^{n} y_i",
        r"D_{\mathrm{KL}}(p\,\|\,q)\ge 0",
        r"(fg)'=f'g+fg'",
        r"\frac{dy}{dx}=\frac{dy}{du}\cdot\frac{du}{dx}",
        r"\int_0^1 x\,dx=\frac{\Gamma(a)\Gamma(b)}{\Gamma(a+b)}",
        r"e^x = 1+x+\frac{x^2}{2!}+\cdots",
        r"e^{i\pi}+1=0",
        r"\sin(a\pm b)=\sin a",
        r"\begin{aligned} 0 &= 0 \\ x &= 0 \end{aligned}",
        r"\begin{aligned} x &= x \\ -x &= 0 \end{aligned}",
        r"\begin{aligned} x &= x \\ & x = 2 \end{aligned}",
        r"\begin{gathered} x = x \\ - x = 0 \end{gathered}",
        r"\det\begin{pmatrix}a&b\\c&d\end{pmatrix}=ad-bc",
    ],
)
def test_what_is_outside_the_language_is_refused(latex: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_claim(f"${latex}$", SCOPE, PHRASES)
    assert caught.value.message
    assert caught.value.remedy
