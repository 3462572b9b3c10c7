"""Pictures of functions: curves through enclosed values, with the points that were proved marked on them.

Matplotlib, an optional extra, is imported when the first picture is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from math import isnan
from typing import TYPE_CHECKING, Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var, Wrong, substitute
from sigmaprime.write._palette import CURVES, DASHES, FAINT, INK, SHADE, themed
from sigmaprime.write._sampled import Point, height, refined, samples, span, value

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation
    from matplotlib.transforms import Bbox

WIDTH, HEIGHT, TEXT = 4.8, 3.2, 9.0  # inches, inches, points: legible on a narrow screen too
ALPHA = 0.28  # how dense a shade is
LEGEND = 56  # letters that fit into a line above the picture


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the graph of `function` (`fn(x, u)`) above `place`, and the words that stand beside it."""

    function: Term
    place: Term
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point by itself, wherever its author puts it."""

    x: Term
    y: Term
    label: str


@dataclass(frozen=True, slots=True)
class Shade:
    """What lies between two functions, and between two places; `label` says it in words."""

    first: Term
    second: Term
    low: Term
    high: Term
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
    dots: tuple[Dot, ...] = ()
    shades: tuple[Shade, ...] = ()


LONGEST_LABEL: Final = 36  # letters; a longer one would not fit into the picture
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
                label = label if len(label) <= LONGEST_LABEL else _EXTREMA[head]
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
    return themed(raw.decode("utf-8"), ", ".join(curves.names), description(curves), prefix)


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
    low, high = value(curves.low, {}), value(curves.high, {})
    graphs = f"Graph of {', '.join(curves.names)} for x from {low:g} to {high:g}."
    names = dict(zip(curves.functions, curves.names, strict=True))
    marked = [f"Marked on {names[mark.function]}: {mark.label}." for mark in curves.marks]
    points = [f"Marked: {', '.join(dot.label for dot in curves.dots)}."] if curves.dots else []
    return " ".join([graphs, *(f"Shaded: {shade.label}." for shade in curves.shades), *marked, *points])


def _mark_point(mark: Mark, rules: Mapping[str, Rule]) -> tuple[float, float]:
    match mark.function:
        case App("fn", (Var(name), body)):
            return value(mark.place, rules), value(substitute(body, {name: mark.place}), rules)
    raise Wrong("only a function of one variable can be drawn")


def _figure(curves: Curves, rules: Mapping[str, Rule]) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    low, high = value(curves.low, rules), value(curves.high, rules)
    if not low < high:
        raise Wrong("nothing to draw: the ends are not two numbers in order")
    poles = [value(pole, rules) for pole in curves.poles]
    graphs = [height(function, rules) for function in curves.functions]
    even = [samples(graph, low, high, poles) for graph in graphs]
    heights = [y for points in even for _, y in points if not isnan(y)]
    if not heights:
        raise Wrong("nothing to draw: the functions are not known to be defined anywhere between these ends")
    drawn = [refined(graph, points) for graph, points in zip(graphs, even, strict=True)]
    dots = [_dot(dot, rules) for dot in curves.dots]
    _frame(axes, low, high, span(heights), [y for _, _, y in dots])
    for shade in curves.shades:
        _fill(axes, shade, rules)
    for index, (name, points) in enumerate(zip(curves.names, drawn, strict=True)):
        (line,) = axes.plot(*zip(*points, strict=True), label=name, linewidth=1.8, color=CURVES[index % len(CURVES)])
        line.set_linestyle(DASHES[(index + index // len(CURVES)) % len(DASHES)])
    for pole in poles:
        axes.axvline(pole, color=INK, linewidth=0.9, linestyle=DASHES[2])
    columns = max(1, min(len(drawn), LEGEND // (6 + max(map(len, curves.names)))))
    figure.legend(loc="outside upper left", frameon=False, fontsize=TEXT, labelcolor=INK, ncols=columns)
    figure.draw_without_rendering()
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    _label(axes, renderer, curves, [point for points in drawn for point in points], dots, rules)
    return figure


def _dot(dot: Dot, rules: Mapping[str, Rule]) -> tuple[str, float, float]:
    x, y = value(dot.x, rules), value(dot.y, rules)
    if isnan(x) or isnan(y):
        raise Wrong(f"the point {dot.label} is not known to be defined")
    return dot.label, x, y


def _fill(axes: Axes, shade: Shade, rules: Mapping[str, Rule]) -> None:
    low, high = value(shade.low, rules), value(shade.high, rules)
    first, second = height(shade.first, rules), height(shade.second, rules)
    xs = [x for x, _ in samples(first, low, high)]
    edges = list(map(first, xs)), list(map(second, xs))
    if all(isnan(y - z) for y, z in zip(*edges, strict=True)):
        raise Wrong("nothing to shade: one of the functions is not known to be defined there")
    axes.fill_between(xs, *edges, color=SHADE, alpha=ALPHA, linewidth=0, zorder=0.5)


def _frame(axes: Axes, low: float, high: float, seen: tuple[float, float], also: Iterable[float]) -> None:
    bottom, top = min((seen[0], *also)), max((seen[1], *also))
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
    axes: Axes, renderer: RendererBase, curves: Curves, drawn: list[Point], dots: list[tuple[str, float, float]],
    rules: Mapping[str, Rule],
) -> None:  # fmt: skip
    """Mark the points, and put each label in the first place round its point where it covers nothing."""
    from matplotlib.text import Text

    colours = {function: CURVES[index % len(CURVES)] for index, function in enumerate(curves.functions)}
    points = [(mark.label, *_mark_point(mark, rules), colours[mark.function]) for mark in curves.marks]
    seen = [point for point in points if not isnan(point[1]) and not isnan(point[2])]
    marked = {(x, y) for _, x, y, _ in seen}
    seen += [(label, x, y, INK) for label, x, y in dots if (x, y) not in marked]
    corners = [point for point in drawn if not isnan(point[1])] + [(x, y) for _, x, y, _ in seen]
    ink = [(float(x), float(y)) for x, y in axes.transData.transform(corners)]
    taken: list[Bbox] = []
    for label, x, y, colour in seen:
        axes.plot([x], [y], "o", color=colour, markersize=5, zorder=3)
        notes = [_note(axes, renderer, label, (x, y), place) for place in _PLACES]
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
