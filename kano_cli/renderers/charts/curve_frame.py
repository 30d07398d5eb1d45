"""The frame of a curve: phases as bands, the scale, the neutral line, names of touchpoints."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import cos, radians, sin

from kano_cli.renderers.charts.axes import Scale
from kano_cli.renderers.charts.legend import Drawn
from kano_cli.renderers.charts.lettering import Lettering, lettering, text_width
from kano_cli.renderers.charts.markup import number, tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import (
    LINE,
    SMALL,
    USUAL,
    height,
    lines_of,
    title,
    written,
)
from kano_cli.report.document.figures import Axis, CurveFigure
from kano_cli.report.numbers import shortest

EDGE, LEFT = 16.0, 52.0
_AROUND = 10.0
_LEAST_LETTERS, _LEAST_NAMES = 8.5, 10.0
_TILT = 38.0
_LONGEST = 128.0
_MOST_TICKS = 11


@dataclass(frozen=True)
class Frame:
    """Where a curve stands on its drawing.

    `begin` is where the names of phases begin, `high` how high the scale is, and `head` what the
    texts of the highest marks need above it.
    """

    figure: CurveFigure
    left: float
    right: float
    begin: float
    high: float
    head: float = 0.0

    @property
    def phases(self) -> list[tuple[Lettering, str, float, float]]:
        """Each phase as it is written, with its name, and where it begins and ends."""
        return [
            (lettering(phase, end - start - 4, self.letters, bold=True), phase, start, end)
            for phase, start, end in self._places
        ]

    @property
    def letters(self) -> float:
        """How high the letters of phases are: smaller where a word would be broken otherwise."""
        fits = [
            SMALL * (end - start - 4) / widest_word(phase, SMALL, bold=True)
            for phase, start, end in self._places
            if phase
        ]
        return max(_LEAST_LETTERS, min([SMALL, *fits]))

    @property
    def _places(self) -> list[tuple[str, float, float]]:
        """Each phase, and where it begins and ends."""
        half = self.slot / 2
        return [
            (phase, self.at(first) - half, self.at(last) + half)
            for phase, first, last in phases_of(self.figure)
        ]

    @property
    def top(self) -> float:
        """The top of the scale, below the names of phases where there are any."""
        if not any(stop.phase for stop in self.figure.stops):
            return self.begin + self.head
        lines = max(len(name.lines) for name, *_ in self.phases)
        return self.begin + height(lines, self.letters) + _AROUND + self.head

    @property
    def bottom(self) -> float:
        """The bottom of the plot."""
        return self.top + self.high

    @property
    def slot(self) -> float:
        """How wide the place of one touchpoint is."""
        return (self.right - self.left) / max(len(self.figure.stops), 1)

    def at(self, place: int) -> float:
        """The middle of a touchpoint's place."""
        return self.left + self.slot * (place + 0.5)

    def y(self, value: float) -> float:
        """The place of a mean."""
        return Scale(self.figure.y, self.bottom, self.top).at(value)


def whole_ticks(axis: Axis) -> list[float]:
    """The whole numbers on a scale, or some of them; people choose from whole numbers."""
    step = max(1, -(-int(axis.high - axis.low) // (_MOST_TICKS - 1)))
    low = -(-axis.low // 1)
    return [low + step * at for at in range(int((axis.high - low) // step) + 1)]


def phases_of(figure: CurveFigure) -> Iterator[tuple[str, int, int]]:
    """Each phase with the places of its first and last touchpoint; those that follow together."""
    place = 0
    for phase, members in groupby(figure.stops, key=lambda stop: stop.phase):
        count = len(list(members))
        yield phase, place, place + count - 1
        place += count


def backdrop(frame: Frame, theme: Theme) -> str:
    """Everything that stands behind the curve."""
    return "".join([*_bands(frame, theme), *_scale(frame, theme)])


def band(at: int, box: tuple[float, float, float, float], theme: Theme) -> str:
    """The ground of a phase: every other one is tinted."""
    x, y, wide, high = box
    strength = 0.1 if at % 2 == 0 else 0.03
    return tag("rect", x=x, y=y, width=wide, height=high, **ink(theme, "ghost"),
               fill_opacity=strength, data_phase=str(at + 1))  # fmt: skip


def _bands(frame: Frame, theme: Theme) -> Iterator[str]:
    """Phases as bands with their names on top; none where the journey has no phases."""
    if not any(stop.phase for stop in frame.figure.stops):
        return
    for at, (name, phase, left, right) in enumerate(frame.phases):
        yield band(at, (left, frame.begin, right - left, frame.bottom - frame.begin), theme)
        said = lines_of(name.lines, (left + right) / 2, frame.begin + 4, theme, "quiet",
                        size=frame.letters, anchor="middle", font_weight="600")  # fmt: skip
        yield tag("g", title(phase) if name.cut else "", said)


def _scale(frame: Frame, theme: Theme) -> Iterator[str]:
    """The numbers of the scale with their lines, what it is, and neutral."""
    axis = frame.figure.y
    for value in whole_ticks(axis):
        y = frame.y(value)
        yield tag("line", x1=frame.left, y1=y, x2=frame.right, y2=y, **ink(theme, "grid"))
        yield written(shortest(value), frame.left - 8, y + 4, theme, "quiet", size=SMALL,
                      anchor="end")  # fmt: skip
    y = frame.y(axis.cut)
    yield tag("line", x1=frame.left, y1=y, x2=frame.right, y2=y, **ink(theme, "cut"),
              stroke_width=1.5, stroke_dasharray="6 4", data_neutral="yes")  # fmt: skip
    named = lettering(axis.title, frame.high, USUAL, lines=1).lines[0]
    x, middle = EDGE + 10, (frame.top + frame.bottom) / 2
    yield tag(
        "g",
        written(named, 0, 0, theme, size=USUAL, anchor="middle"),
        transform=f"translate({number(x)} {number(middle)}) rotate(-90)",
    )


def names_of(frame: Frame, theme: Theme) -> Drawn:
    """The names under the plot: level where each fits its place whole, else all of them tilted."""
    labels = [stop.label for stop in frame.figure.stops]
    for size in (USUAL, SMALL, _LEAST_NAMES):
        level = [lettering(label, frame.slot - 6, size, lines=3) for label in labels]
        if any(each.cut or _broken(each, name) for each, name in zip(level, labels, strict=True)):
            continue
        xml = "".join(
            lines_of(each.lines, frame.at(at), frame.bottom + 8, theme, size=size, anchor="middle")
            for at, each in enumerate(level)
        )
        most = max((len(each.lines) for each in level), default=1)
        return Drawn(tag("g", xml, class_="kc-names"), height(most, size) + 10)
    return _tilted(frame, labels, theme)


def _broken(made: Lettering, label: str) -> bool:
    """Whether a word was broken to make it fit."""
    return " ".join(made.lines) != " ".join(label.split())


def _tilted(frame: Frame, labels: list[str], theme: Theme) -> Drawn:
    """Names that rise towards their place; two lines of one take no more than that place."""
    slope, deep = cos(radians(_TILT)), 0.0
    lines = 2 if frame.slot * sin(radians(_TILT)) >= 2 * USUAL * LINE else 1
    parts = []
    for at, label in enumerate(labels):
        # The first names must not run out of the drawing at its left; others keep words whole.
        room = min(max(_LONGEST, widest_word(label)), (frame.at(at) - EDGE) / slope)
        made = lettering(label, room, USUAL, lines=lines)
        place = f"translate({number(frame.at(at) + 4)} {number(frame.bottom + 12)})"
        inside = lines_of(made.lines, 0, -2, theme, anchor="end")
        turned = f"{place} rotate(-{number(_TILT)})"
        parts.append(tag("g", title(label) if made.cut else "", inside, transform=turned))
        lower = made.width * sin(radians(_TILT)) + height(len(made.lines), USUAL) * slope
        deep = max(deep, lower)
    return Drawn(tag("g", *parts, class_="kc-names"), deep + 12)


def widest_word(text: str, size: float = USUAL, *, bold: bool = False) -> float:
    """How wide a place must be for no word to be broken."""
    return max((text_width(word, size, bold=bold) for word in text.split()), default=0.0) + 1
