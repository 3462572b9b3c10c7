"""Pictures of functions: curves through enclosed values, with the points that were proved marked on them.

Every height comes from a ball of the kernel that contains the true value, so a curve is not drawn where a function
is not known to be defined. Matplotlib, an optional extra, is imported when the first picture is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from io import BytesIO
from math import isnan, nan
from typing import TYPE_CHECKING, TypeAlias

from sigmaprime.kernel.enclosure import enclose
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var, Wrong, substitute

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation
    from matplotlib.transforms import Bbox

_Dash: TypeAlias = tuple[float, Sequence[float]]

BITS = 80
SAMPLES = 321
WIDTH, HEIGHT, TEXT = 4.8, 3.2, 9.0  # inches, inches, points: legible on a narrow screen too
# Colours that tell three curves apart for most colour-blind readers, in daylight and on paper.
CURVES = ("#0072b2", "#c2410c", "#7a3e9d", "#00795c")
DASHES: tuple[_Dash, ...] = ((0, ()), (0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)))
INK, FAINT = "#1a1a1a", "#d0d0d0"


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the graph of `function` (`fn(x, u)`) above `place`, and the words that stand beside it."""

    function: Term
    place: Term
    label: str


@dataclass(frozen=True, slots=True)
class Curves:
    """Functions `fn(x, u)` with their `names`, between `low` and `high`, and points to be marked on them.

    At the `poles` a curve is broken off, and a line is drawn from top to bottom.
    """

    functions: tuple[Term, ...]
    names: tuple[str, ...]
    low: Term
    high: Term
    marks: tuple[Mark, ...] = ()
    poles: tuple[Term, ...] = ()


_EXTREMA: Mapping[str, str] = {
    "maximum": "maximum", "unique_maximum": "maximum", "local_maximum": "local maximum",
    "minimum": "minimum", "unique_minimum": "minimum", "local_minimum": "local minimum",
}  # fmt: skip


def marks(functions: Iterable[Term], proved: Iterable[Term], spell: Callable[[Term], str]) -> tuple[Mark, ...]:
    """The points of the `functions` that the `proved` claims speak of, labelled with their exact values."""
    drawn = tuple(functions)
    found: dict[tuple[Term, Term], Mark] = {}
    for claim in proved:
        match claim:
            case App(head, (function, _, value, place)) if head in _EXTREMA and function in drawn:
                label = f"{_EXTREMA[head]} {spell(value)} at {spell(place)}"
                found.setdefault((function, place), Mark(function, place, label))
            case App("inflections", (function, _, App("points", places))) if function in drawn:
                for place in places:
                    found.setdefault((function, place), Mark(function, place, f"inflection at {spell(place)}"))
    return tuple(found.values())


def available() -> bool:
    """Whether pictures can be drawn."""
    return find_spec("matplotlib") is not None


def svg(curves: Curves, rules: Mapping[str, Rule], prefix: str) -> str:
    """An `<svg>` element that takes its colours from the page round it; `prefix` keeps its ids apart from others."""
    from matplotlib import rc_context

    with rc_context({"svg.fonttype": "none", "svg.hashsalt": prefix}):
        raw = _saved(_figure(curves, rules), "svg", ("Date", "Creator"))
    return _themed(raw.decode("utf-8"), ", ".join(curves.names), description(curves), prefix)


def standalone(curves: Curves, rules: Mapping[str, Rule], prefix: str) -> str:
    """The picture as a file of its own, on paper of its own: it cannot know the colours of the page it is put on."""
    style = f'width="560" height="360" style="color: {INK}; background: #ffffff"'
    return svg(curves, rules, prefix).replace("<svg ", f"<svg {style} ", 1)


def pdf(curves: Curves, rules: Mapping[str, Rule]) -> bytes:
    """The same picture for paper."""
    from matplotlib import rc_context

    with rc_context({"pdf.fonttype": 42}):
        return _saved(_figure(curves, rules), "pdf", ("CreationDate", "Creator", "Producer"))


def description(curves: Curves) -> str:
    """The picture in words, for those who cannot see it."""
    low, high = _value(curves.low, {}), _value(curves.high, {})
    graphs = f"Graph of {', '.join(curves.names)} for x from {low:g} to {high:g}."
    names = dict(zip(curves.functions, curves.names, strict=True))
    return " ".join([graphs, *(f"Marked on {names[mark.function]}: {mark.label}." for mark in curves.marks)])


def _value(term: Term, rules: Mapping[str, Rule]) -> float:
    """The middle of a ball round the value; not a number where the term is not known to be defined."""
    try:
        return float(enclose(term, rules, BITS).mid())
    except Wrong:
        return nan


def _height(function: Term, x: float, rules: Mapping[str, Rule]) -> float:
    from flint import arb

    match function:
        case App("fn", (Var(name), body)):
            try:
                return float(enclose(body, rules, BITS, {name: arb(x)}).mid())
            except Wrong:
                return nan
    raise Wrong("only a function of one variable can be drawn")


def _mark_point(mark: Mark, rules: Mapping[str, Rule]) -> tuple[float, float]:
    match mark.function:
        case App("fn", (Var(name), body)):
            return _value(mark.place, rules), _value(substitute(body, {name: mark.place}), rules)
    raise Wrong("only a function of one variable can be drawn")


def _figure(curves: Curves, rules: Mapping[str, Rule]) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    low, high = _value(curves.low, rules), _value(curves.high, rules)
    poles = [_value(pole, rules) for pole in curves.poles]
    xs = sorted([*(low + (high - low) * step / (SAMPLES - 1) for step in range(SAMPLES)), *poles])
    drawn = [[nan if x in poles else _height(function, x, rules) for x in xs] for function in curves.functions]
    if all(isnan(y) for heights in drawn for y in heights):
        raise Wrong("nothing to draw: the functions are not known to be defined anywhere between these ends")
    for index, (name, heights) in enumerate(zip(curves.names, drawn, strict=True)):
        (line,) = axes.plot(xs, heights, label=name, linewidth=1.8, color=CURVES[index % len(CURVES)])
        line.set_linestyle(DASHES[index % len(DASHES)])
    _frame(axes, low, high, [y for heights in drawn for y in heights if not isnan(y)])
    for pole in poles:
        axes.axvline(pole, color=INK, linewidth=0.9, linestyle=DASHES[2])
    axes.legend(loc="upper left", frameon=False, fontsize=TEXT, labelcolor=INK)
    figure.draw_without_rendering()
    points = [point for heights in drawn for point in zip(xs, heights, strict=True)]
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    _label(axes, renderer, curves, points, rules)
    return figure


def _frame(axes: Axes, low: float, high: float, heights: list[float]) -> None:
    ordered = sorted(heights)
    cut = len(ordered) // 50  # a pole would press everything else flat
    inner_low, inner_high = ordered[cut], ordered[-1 - cut]
    room = (inner_high - inner_low) or 1.0
    bottom, top = max(ordered[0], inner_low - 2 * room), min(ordered[-1], inner_high + 2 * room)
    axes.set_xlim(low, high)
    axes.set_ylim(bottom - 0.08 * ((top - bottom) or 1.0), top + 0.12 * ((top - bottom) or 1.0))
    axes.grid(color=FAINT, linewidth=0.5)
    axes.axhline(0, color=INK, linewidth=0.8, zorder=1.5)
    axes.axvline(0, color=INK, linewidth=0.8, zorder=1.5)
    axes.tick_params(colors=INK, labelsize=TEXT, length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xlabel("x", color=INK, fontsize=TEXT)


def _label(
    axes: Axes, renderer: RendererBase, curves: Curves, drawn: list[tuple[float, float]], rules: Mapping[str, Rule]
) -> None:
    """Mark the points, and put each label in the first place round its point where it covers nothing."""
    from matplotlib.text import Text

    points = [(mark, *_mark_point(mark, rules)) for mark in curves.marks]
    seen = [(mark, x, y) for mark, x, y in points if not isnan(x) and not isnan(y)]
    corners = [point for point in drawn if not isnan(point[1])] + [(x, y) for _, x, y in seen]
    ink = [(float(x), float(y)) for x, y in axes.transData.transform(corners)]
    taken: list[Bbox] = [legend.get_window_extent()] if (legend := axes.get_legend()) else []
    for mark, x, y in seen:
        colour = CURVES[curves.functions.index(mark.function) % len(CURVES)]
        axes.plot([x], [y], "o", color=colour, markersize=5, zorder=3)
        notes = [_note(axes, renderer, mark.label, (x, y), place) for place in _PLACES]
        boxes = [Text.get_window_extent(note) for note in notes]
        costs = [_cost(box, ink, taken, axes.bbox) for box in boxes]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        for note in (*notes[:best], *notes[best + 1 :]):
            note.remove()


# Where a label may stand: points to the right of its mark, points above it, the side of the text that is there.
_PLACES = tuple(
    (side * across, up, "left" if side > 0 else "right")
    for across, up in ((10, 0), (10, 14), (10, -14), (24, 28), (24, -28), (30, 48), (30, -48), (40, 75), (40, -75))
    for side in (1, -1)
)


def _note(
    axes: Axes, renderer: RendererBase, label: str, point: tuple[float, float], place: tuple[int, int, str]
) -> Annotation:
    across, up, side = place
    start = (0.0 if side == "left" else 1.0, 0.5)
    arrow = {"arrowstyle": "-", "color": INK, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 3, "relpos": start}
    note = axes.annotate(label, point, (across, up), textcoords="offset points", color=INK, fontsize=TEXT, ha=side,
                         va="center", arrowprops=arrow)  # fmt: skip
    note.update_positions(renderer)
    return note


def _cost(box: Bbox, ink: Iterable[tuple[float, float]], taken: Iterable[Bbox], frame: Bbox) -> int:
    wide = box.padded(3)
    covered = sum(bool(wide.contains(x, y)) for x, y in ink) + 100 * sum(bool(wide.overlaps(other)) for other in taken)
    inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1
    return covered if inside else covered + 10_000


def _saved(figure: Figure, kind: str, unsaid: Iterable[str]) -> bytes:
    """The file, without the entries that would make it another one tomorrow."""
    target = BytesIO()
    figure.savefig(target, format=kind, metadata=dict.fromkeys(unsaid), transparent=True)
    return target.getvalue()


def _themed(raw: str, title: str, told: str, prefix: str) -> str:
    """The drawing without its own size, colours and fonts, and with a title and a description."""
    body = raw[raw.index("<svg") : raw.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<style[^>]*>.*?</style>", "", body, flags=re.DOTALL)
    view = re.search(r'viewBox="([^"]*)"', body)
    if view is None:
        raise Wrong("Matplotlib wrote a drawing without a view box")
    body = body[body.index(">") + 1 :]
    body = re.sub(r'\bid="', f'id="{prefix}-', body)
    body = re.sub(r'href="#', f'href="#{prefix}-', body).replace("url(#", f"url(#{prefix}-")
    body = body.replace("xlink:href", "href").replace(INK, "currentColor").replace(FAINT, f"var(--plot-grid, {FAINT})")
    for number, colour in enumerate(CURVES, 1):
        body = body.replace(colour, f"var(--plot-{number}, {colour})")
    body = re.sub(r"font: ([0-9.]+px)[^;\"]*", r"font: \1 system-ui, sans-serif", body)
    return (
        f'<svg class="plot" role="img" viewBox="{view[1]}" aria-labelledby="{prefix}-title {prefix}-desc" '
        f'xmlns="http://www.w3.org/2000/svg" stroke-linejoin="round" stroke-linecap="butt">'
        f'<title id="{prefix}-title">{escape(title)}</title>'
        f'<desc id="{prefix}-desc">{escape(told)}</desc>{body}</svg>\n'
    )
