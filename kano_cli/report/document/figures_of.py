"""The figures of a result or a comparison, by themselves: what `kano chart` draws."""

from kano_cli.comparison.record import GroupComparison
from kano_cli.core.categories import Category
from kano_cli.core.settled import UNDECIDED
from kano_cli.report.document.figures import CurveFigure, Figure, MapFigure, SharesFigure
from kano_cli.report.document.hidden import refuse_personal, shown_groups
from kano_cli.report.document.journey.curve import curve_figure
from kano_cli.report.document.maps import map_figure, scores_figure
from kano_cli.report.document.shares import groups_figure, shares_figure
from kano_cli.report.document.study import MIN_GROUP
from kano_cli.report.numbers import level, percent
from kano_cli.report.words import Words

__all__ = [
    "chart_remark",
    "curve_figure",
    "map_figure",
    "scores_figure",
    "segments_figure",
    "shares_figure",
]


def segments_figure(comparison: GroupComparison, words: Words) -> SharesFigure:
    """A bar for each group of each feature; groups too small to be shown are left out.

    Raises:
        KanoError: if the groups name people.
    """
    refuse_personal(comparison)
    shown = shown_groups(comparison, MIN_GROUP).comparison
    block = groups_figure(shown, shown.features, words)
    if block is not None and isinstance(block.figure, SharesFigure):
        return block.figure
    legend = tuple((each, words.category(each)) for each in Category)
    return SharesFigure(words("report", "segments"), (), legend, "")


def chart_remark(figure: Figure, confidence: float, words: Words) -> str:
    """What a chart by itself must say of its signs; in a report the caption says it."""
    bound = percent(UNDECIDED)
    if isinstance(figure, MapFigure):
        said = [words("chart", "intervals", level=level(confidence))]
        if any(point.unsure for point in figure.points):
            said.append(words("chart", "hollow", percent=bound))
        return " ".join(said)
    if isinstance(figure, CurveFigure):
        return words("chart", "intervals", level=level(confidence))
    unsure = any(bar.unsure for bar in figure.bars)
    return words("chart", "broken", percent=bound) if unsure else ""
