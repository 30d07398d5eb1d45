"""A figure as SVG: a file of its own, or a part of a page."""

from kano_cli.renderers.charts.bars import bars_drawing
from kano_cli.renderers.charts.curve import curve_drawing
from kano_cli.renderers.charts.legend import note
from kano_cli.renderers.charts.lettering import FONTS
from kano_cli.renderers.charts.map import EDGE, map_drawing
from kano_cli.renderers.charts.markup import number, safe, tag
from kano_cli.renderers.charts.themes import Theme, ink, style
from kano_cli.report.document.figures import CurveFigure, Figure, MapFigure

LEAST_WIDTH, USUAL_WIDTH, MOST_WIDTH = 320, 900, 4000


def svg(
    figure: Figure,
    *,
    width: int = USUAL_WIDTH,
    theme: Theme = "light",
    standalone: bool = True,
    prefix: str = "kano-chart",
    headed: bool | None = None,
    description: str = "",
    remark: str = "",
    fonts: tuple[str, ...] = (),
    language: str = "",
) -> str:
    """A figure as SVG of this width; its height follows from what it shows.

    Standalone it is a file with its own background, heading and style. Otherwise it is an element
    for HTML: no style inside (with theme `auto` the page takes `themes.style()` up once), and
    `headed` False, since a page has captions. `prefix` makes its ids unique in the page; `remark`
    is written under the chart; `description` takes the place of what each point tells.
    """
    wide = float(max(width, LEAST_WIDTH))
    shown = standalone if headed is None else headed
    if isinstance(figure, MapFigure):
        drawn = map_drawing(figure, wide, theme, headed=shown)
    elif isinstance(figure, CurveFigure):
        drawn = curve_drawing(figure, wide, theme, headed=shown)
    else:
        drawn = bars_drawing(figure, wide, theme, headed=shown)
    under = note(remark, EDGE, drawn.height - 6, wide - 2 * EDGE, theme)
    high = round(drawn.height + under.height)
    told = description or "\n".join(_told(figure))
    inside = [tag("title", safe(figure.title), id=f"{prefix}-title")]
    if told:
        described = "\n".join(map(safe, told.split("\n")))
        inside.append(tag("desc", described, id=f"{prefix}-desc"))
    if standalone and theme == "auto":
        inside.append(tag("style", style("auto")))
    if standalone:
        inside.append(tag("rect", width=wide, height=high, **ink(theme, "paper")))
    element = tag(
        "svg",
        *inside,
        drawn.xml,
        under.xml,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(wide)} {high}",
        width=wide,
        height=high,
        role="img",
        aria_labelledby=f"{prefix}-title {prefix}-desc" if told else f"{prefix}-title",
        font_family=_families(fonts),
        lang=language or None,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element}\n' if standalone else element


def _told(figure: Figure) -> list[str]:
    """Everything that the figure shows, in words."""
    if isinstance(figure, MapFigure):
        return [point.told for point in figure.points] + [figure.missing] * bool(figure.missing)
    if isinstance(figure, CurveFigure):
        return [stop.told for stop in figure.stops]
    return [bar.told for bar in figure.bars]


def _families(fonts: tuple[str, ...]) -> str:
    """The fonts that are tried: a house's own, then what every system has."""
    named = [name.replace("'", "").replace('"', "") for name in fonts]
    return ", ".join(f"'{name}'" if " " in name else name for name in (*named, *FONTS))
