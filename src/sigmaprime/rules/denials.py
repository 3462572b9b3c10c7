"""What refutes a claim about a function: a point, two points out of order, a value out of range."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

MEANING = "the definition of the word, denied"
ON_A_SET = (
    "even odd increasing strictly_increasing decreasing strictly_decreasing monotonic convex strictly_convex concave "
    "strictly_concave continuous differentiable smooth bounded positive negative nonnegative nonpositive nonzero "
    "no_zeros constant injective"
).split()

# fmt: off
RULES: Final = (
    *(rule(f"undefined, so not {head.replace('_', ' ')}", f"not({head}(u, x, S))",
           given="a in S; undefined(at(u, x, a))", source=MEANING) for head in ON_A_SET),
    rule("not increasing",          "not(increasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) > at(u, x, b)",  source=MEANING),
    rule("not strictly increasing", "not(strictly_increasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) >= at(u, x, b)", source=MEANING),
    rule("not decreasing",          "not(decreasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) < at(u, x, b)",  source=MEANING),
    rule("not strictly decreasing", "not(strictly_decreasing(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) <= at(u, x, b)", source=MEANING),
    rule("neither increasing nor decreasing", "not(monotonic(u, x, S))",
         given="not(increasing(u, x, S)); not(decreasing(u, x, S))", source=MEANING),
    rule("not injective",           "not(injective(u, x, S))",
         given="a in S; b in S; a < b; at(u, x, a) = at(u, x, b); defined(at(u, x, b))", source=MEANING),
    rule("not constant",            "not(constant(u, x, S))",
         given="a in S; b in S; at(u, x, a) != at(u, x, b)",        source=MEANING),
    rule("not convex",              "not(convex(u, x, S))",
         given="a in S; b in S; (a + b)/2 in S; at(u, x, (a + b)/2) > (at(u, x, a) + at(u, x, b))/2", source=MEANING),
    rule("not concave",             "not(concave(u, x, S))",
         given="a in S; b in S; (a + b)/2 in S; at(u, x, (a + b)/2) < (at(u, x, a) + at(u, x, b))/2", source=MEANING),
    rule("not convex, so not strictly", "not(strictly_convex(u, x, S))", given="not(convex(u, x, S))", source=MEANING),
    rule("not concave, so not strictly", "not(strictly_concave(u, x, S))", given="not(concave(u, x, S))", source=MEANING),
    rule("not Lipschitz",           "not(lipschitz(u, x, S, c))",
         given="a in S; b in S; abs(at(u, x, a) - at(u, x, b)) > c*abs(a - b)", source=MEANING),
    rule("a value that is not positive", "not(positive(u, x, S))",    given="a in S; at(u, x, a) <= 0", source=MEANING),
    rule("a value that is not negative", "not(negative(u, x, S))",    given="a in S; at(u, x, a) >= 0", source=MEANING),
    rule("a negative value",        "not(nonnegative(u, x, S))",      given="a in S; at(u, x, a) < 0",  source=MEANING),
    rule("a positive value",        "not(nonpositive(u, x, S))",      given="a in S; at(u, x, a) > 0",  source=MEANING),
    rule("a zero",                  "not(nonzero(u, x, S))",          given="a in S; at(u, x, a) = 0",  source=MEANING),
    rule("a zero after all",        "not(no_zeros(u, x, S))",         given="a in S; at(u, x, a) = 0",  source=MEANING),
    rule("unbounded above",         "not(bounded(u, x, S))",          given="approaches(u, x, S, oo)",  source=MEANING),
    rule("unbounded below",         "not(bounded(u, x, S))",          given="approaches(u, x, S, -oo)", source=MEANING),
    rule("a greater value",         "not(maximum(u, x, S, V, a))",    given="b in S; at(u, x, b) > V",  source=MEANING),
    rule("a smaller value",         "not(minimum(u, x, S, V, a))",    given="b in S; at(u, x, b) < V",  source=MEANING),
    rule("another value there",     "not(maximum(u, x, S, V, a))",    given="at(u, x, a) != V",         source=MEANING),
    rule("another value there, so no minimum", "not(minimum(u, x, S, V, a))", given="at(u, x, a) != V", source=MEANING),
    rule("no maximum, so no unique one", "not(unique_maximum(u, x, S, V, a))", given="not(maximum(u, x, S, V, a))", source=MEANING),
    rule("no minimum, so no unique one", "not(unique_minimum(u, x, S, V, a))", given="not(minimum(u, x, S, V, a))", source=MEANING),
    rule("as great elsewhere",      "not(unique_maximum(u, x, S, V, a))", given="b in S; b != a; at(u, x, b) >= V", source=MEANING),
    rule("as small elsewhere",      "not(unique_minimum(u, x, S, V, a))", given="b in S; b != a; at(u, x, b) <= V", source=MEANING),
    rule("a value above the largest", "not(largest(u, x, S, V))",     given="a in S; at(u, x, a) > V",  source=MEANING),
    rule("a value below the smallest", "not(smallest(u, x, S, V))",   given="a in S; at(u, x, a) < V",  source=MEANING),
    rule("never as large",          "not(largest(u, x, S, V))",       given="in(x, S) => u != V",       source=MEANING),
    rule("never as small",          "not(smallest(u, x, S, V))",      given="in(x, S) => u != V",       source=MEANING),
    rule("a value above the supremum", "not(supremum(u, x, S, V))",   given="a in S; at(u, x, a) > V",  source=MEANING),
    rule("a value below the infimum", "not(infimum(u, x, S, V))",     given="a in S; at(u, x, a) < V",  source=MEANING),
    rule("a smaller upper bound",   "not(supremum(u, x, S, V))",      given="in(x, S) => u <= b; b < V", source=MEANING),
    rule("a greater lower bound",   "not(infimum(u, x, S, V))",       given="in(x, S) => u >= b; b > V", source=MEANING),
    rule("has a maximum",           "not(no_maximum(u, x, S))",       given="maximum(u, x, S, V, a)",   source=MEANING),
    rule("has a minimum",           "not(no_minimum(u, x, S))",       given="minimum(u, x, S, V, a)",   source=MEANING),
    rule("a value outside",         "not(range(u, x, S, T))",         given="a in S; outside[at(u, x, a), T]", source=MEANING),
    rule("a value that is missed",  "not(range(u, x, S, T))",         given="c in T; in(x, S) => u != c", source=MEANING),
    rule("not an antiderivative",   "not(antiderivative[fn(x, w), S, fn(x, u)])",
         given="a in S; D[fn(x, w), a] != at(u, x, a)", source=MEANING),
    rule("not a solution",          "not(solves[fn(x, u), S, fn(x, fn(y, f))])",
         given="a in S; D[fn(x, u), a] != at(at(f, y, u), x, a)", source=MEANING),
    rule("not a solution, whatever it starts from", "not(solves[fn(x, u), S, fn(x, fn(y, f)), initial(p, q)])",
         given="not(solves[fn(x, u), S, fn(x, fn(y, f))])", source=MEANING),
    rule("another initial value",   "not(solves[fn(x, u), S, fn(x, fn(y, f)), initial(p, q)])",
         given="at(u, x, p) != q", source=MEANING),
)
# fmt: on
