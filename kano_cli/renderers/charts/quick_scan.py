"""The quick scan as SVG: a bar per theme with its interval, the lowest first."""

from kano_cli.journey.quick_scan.score import ScanResult, ThemeScore
from kano_cli.renderers.charts.lettering import FONTS, lettering
from kano_cli.renderers.charts.markup import Value, number, safe, tag
from kano_cli.renderers.charts.themes import Theme, ink
from kano_cli.renderers.charts.writing import (
    SMALL,
    TITLE,
    USUAL,
    baseline,
    height,
    title,
    written,
)
from kano_cli.report.numbers import DASH, count, decimal
from kano_cli.report.quick_scan import spread

WIDTH, EDGE, ROW, SLIM = 900.0, 16.0, 34.0, 18.0
_LABEL, _BASE = 220.0, 120.0
_BAR = "#0072B2"
_TICKS = (0, 25, 50, 75, 100)


def scan_svg(result: ScanResult, heading: str, language: str, theme: Theme = "light") -> str:
    """The themes as bars from 0 to 100; where too few people answered there is a dash."""
    left, right = EDGE + _LABEL, WIDTH - EDGE - _BASE
    top = EDGE + height(1, TITLE) + 14
    bottom = top + ROW * len(result.themes)
    high = round(bottom + 30)
    parts = [
        tag("title", safe(heading), id="kano-scan-title"),
        tag("desc", safe("; ".join(map(_told, result.themes))), id="kano-scan-desc"),
        tag("rect", width=WIDTH, height=high, **ink(theme, "paper")),
        written(heading, EDGE, baseline(EDGE, TITLE), theme, size=TITLE, font_weight="600"),
    ]
    for tick in _TICKS:
        x = left + (right - left) * tick / 100
        parts.append(tag("line", x1=x, y1=top - 4, x2=x, y2=bottom + 2, **ink(theme, "grid")))
        parts.append(
            written(str(tick), x, bottom + 18, theme, "quiet", size=SMALL, anchor="middle")
        )
    for at, each in enumerate(result.themes):
        parts.append(_row(each, left, right, top + ROW * (at + 0.5), theme))
    drawn = tag(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(WIDTH)} {high}",
        width=WIDTH,
        height=high,
        role="img",
        aria_labelledby="kano-scan-title kano-scan-desc",
        font_family=", ".join(f"'{name}'" if " " in name else name for name in FONTS),
        lang=language,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'


def _row(each: ThemeScore, left: float, right: float, middle: float, theme: Theme) -> str:
    """A theme: its name, its bar with the interval on it, its score and how many people."""
    name = lettering(each.theme.name, _LABEL - 12, USUAL, lines=1).lines[0]
    parts = [title(_told(each)), written(name, left - 12, middle + 4, theme, anchor="end")]
    said = f"{DASH} (n {count(each.people)})"
    if each.score is not None:
        mean, (low, high) = each.score.mean.mean, each.score.interval
        said = f"{decimal(mean, 0)} (n {count(each.people)})"

        def at(score: float) -> float:
            return left + (right - left) * score / 100

        parts.append(
            tag("rect", x=left, y=middle - SLIM / 2, width=at(mean) - left, height=SLIM, fill=_BAR)
        )
        whisker: dict[str, Value] = {**ink(theme, "outline"), "stroke_width": 1.5}
        parts.append(tag("line", x1=at(low), y1=middle, x2=at(high), y2=middle, **whisker))
        parts += [
            tag("line", x1=at(end), y1=middle - 4, x2=at(end), y2=middle + 4, **whisker)
            for end in (low, high)
        ]
    parts.append(written(said, right + 16, middle + 4, theme))
    return tag("g", *parts, data_theme=each.theme.id)


def _told(each: ThemeScore) -> str:
    """A theme in words."""
    if each.score is None:
        return f"{each.theme.name}: {DASH}, n {count(each.people)}"
    mean = decimal(each.score.mean.mean, 0)
    return f"{each.theme.name}: {mean} ({spread(each.score.interval)}), n {count(each.people)}"
