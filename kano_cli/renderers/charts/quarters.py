"""The names of the four quarters of a map, each in a corner where no mark stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kano_cli.renderers.charts.boxes import Box
from kano_cli.renderers.charts.lettering import lettering
from kano_cli.renderers.charts.themes import Theme
from kano_cli.renderers.charts.writing import HALO, LARGE, LINE, baseline, written

_EDGE = 8.0


@dataclass(frozen=True)
class Quarter:
    """The name of a quarter in its box."""

    text: str
    box: Box

    def drawn(self, theme: Theme) -> str:
        """The name, quieter than any label."""
        x, _ = self.box.middle
        down = baseline(self.box.top, LARGE)
        return written(
            self.text, x, down, theme, "ghost", "halo", size=LARGE, anchor="middle",
            font_weight="600", data_quarter="yes", **HALO,
        )  # fmt: skip


def quarters(
    names: Sequence[str], frame: Box, cut: tuple[float, float], marks: Sequence[Box]
) -> list[Quarter]:
    """Names from bottom left to top right, each as near to its corner as the marks allow."""
    across, down = cut
    rooms = (
        Box(frame.left, down, across, frame.bottom),
        Box(across, down, frame.right, frame.bottom),
        Box(frame.left, frame.top, across, down),
        Box(across, frame.top, frame.right, down),
    )
    found = []
    for at, (name, room) in enumerate(zip(names, rooms, strict=True)):
        wide = room.right - room.left - 2 * _EDGE
        text = (
            lettering(name, wide, LARGE, lines=1, bold=True) if name and wide > 2 * LARGE else None
        )
        if text is None:
            continue
        tried = list(_places(room, text.width, left=at in (0, 2), top=at >= 2))
        free = [box for box in tried if not any(box.touches(mark) for mark in marks)]
        found.append(Quarter(text.lines[0], (free or tried)[0]))
    return found


def _places(room: Box, wide: float, *, left: bool, top: bool) -> Iterator[Box]:
    """Boxes in a quarter: along the outer edge first, then row by row towards the middle."""
    high = LARGE * LINE
    rows = max(int((room.bottom - room.top - 2 * _EDGE) // high), 1)
    steps = max(int((room.right - room.left - 2 * _EDGE - wide) // 12), 0) + 1
    for row in range(rows):
        y = room.top + _EDGE + row * high if top else room.bottom - _EDGE - (row + 1) * high
        for step in range(steps):
            x = room.left + _EDGE + 12 * step if left else room.right - _EDGE - wide - 12 * step
            yield Box(x, y, x + wide, y + high)
