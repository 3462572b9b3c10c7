"""What an article on the derivative of the sigmoid says, reduced to its facts, with the head each line is read as."""

from __future__ import annotations

from typing import Final

ARTICLE: Final = """\
let s(x) = 1/(1 + exp(-x))

# definition and value
[definition-forms]      s(x) = 1/(1 + exp(-x)) = exp(x)/(1 + exp(x)) = 1/2 + 1/2*tanh(x/2)
[value-at-0]            s(0) = 1/2
[sigmoid-range]         s has range (0, 1)
[sigmoid-increasing]    s is strictly increasing
[reflection]            s(-x) = 1 - s(x)
[sigmoid-centre]        s is symmetric about (0, 1/2)
false [sigmoid-mirror]  s is symmetric about x = 0

# the derivative, and that it is written in the sigmoid itself
[derivative]            s'(x) = exp(-x)/(1 + exp(-x))^2
[self-reference]        s'(x) = s(x)*(1 - s(x))
false [as-worded]       s'(x) = s(x)*(s(x) - 1)
[second-derivative]     s''(x) = s(x)*(1 - s(x))*(1 - 2*s(x))

# bounds, the maximum, the bell
[bounds]                0 < s'(x) <= 1/4
[maximum]               s' has unique maximum 1/4 at x = 0
[derivative-range]      s' has range (0, 1/4]
[mirror]                s' is even
[mirror-line]           s' is symmetric about x = 0
[bell-left]             s' is strictly increasing on (-oo, 0]
[bell-right]            s' is strictly decreasing on [0, oo)
false [decreasing]      s' is decreasing
false [monotonic]       s' is monotonic
[bell-inflections]      s' has inflection points at x = -ln(2 + sqrt(3)), ln(2 + sqrt(3))
[nonzero]               s' is nonzero
[positive]              s' is positive
[smooth]                s' is smooth
[lipschitz]             s is Lipschitz with constant 1/4

# the limits: saturation and the vanishing gradient
[saturates-right]       s(x) -> 1 as x -> oo
[saturates-left]        s(x) -> 0 as x -> -oo
[vanishes-right]        s'(x) -> 0 as x -> oo
[vanishes-left]         s'(x) -> 0 as x -> -oo
[tail]                  s'(x) <= exp(-abs(x))
[two-layers]            0 < s'(x)*s'(y) <= 1/16
[area]                  int(s'(x), x, -oo, oo) = 1
[antiderivative]        int(s(x), x) = ln(1 + exp(x)) + C
[logistic-equation]     s solves y' = y*(1 - y) with y(0) = 1/2

# worked values
[at-0]                  s'(0) = 1/4
[at-1]                  s(1) ~= 0.7311
[slope-at-1]            s'(1) ~= 0.1966
[at-2]                  s(2) ~= 0.8808
[slope-at-2]            s'(2) ~= 0.1050
[at-minus-2]            s(-2) ~= 0.1192
[slope-at-minus-2]      s'(-2) ~= 0.1050
false [misprint]        s(-2) ~= 0.1129
"""

FALSE: Final = ("sigmoid-mirror", "as-worded", "decreasing", "monotonic", "misprint")

HEADS: Final = (
    "and = range strictly_increasing = centre mirror = = = = and unique_maximum range even mirror strictly_increasing "
    "strictly_decreasing decreasing monotonic inflections nonzero positive smooth lipschitz tends tends tends tends "
    "<= and = antiderivative solves = ~= ~= ~= ~= ~= ~= ~="
).split()
