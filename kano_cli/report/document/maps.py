"""Two maps: Better against Worse, and the two mean scores."""

from collections.abc import Iterator, Sequence
from math import isnan

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.student import mean_interval
from kano_cli.errors import visible
from kano_cli.report.document.blocks import Block, FigureBlock
from kano_cli.report.document.cells import undecided
from kano_cli.report.document.figures import Axis, Interval, MapFigure, MapPoint
from kano_cli.report.document.map_words import (
    CORNERS,
    corner_names,
    corner_of,
    map_alt,
    missing,
    told_point,
    told_score,
)
from kano_cli.report.document.sentences import names_of, some_of
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.numbers import level, shortest
from kano_cli.report.words import Words

LOWEST, HIGHEST, LINE = -2.0, 4.0, 2.0
"""The ends of the scores, and the line that is drawn as an aid."""


def better_worse(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """The map of Better and Worse; nothing where no feature has a place."""
    result = study.result
    figure = map_figure(result, words)
    if not figure.points:
        return
    percent = level(result.settings.confidence)
    rule = result.settings.rule
    caption = [
        words("report_figure", "map", level=percent),
        words("report_figure", "map_corners")
        if rule == "mode"
        else words("report_figure", "map_rule", rule=rule),
    ]
    by_id = {feature.id: feature for feature in result.features}
    astray = [
        by_id[point.id]
        for point in figure.points
        if point.category in CORNERS and point.category is not corner_of(point, figure)
    ]
    if astray:
        names = some_of(names_of(astray), words)
        caption.append(words("report_figure", "map_elsewhere", count=len(astray), names=names))
    alt = map_alt("map_alt", figure, words)
    yield FigureBlock("map", " ".join(caption), alt, figure)


def mean_scores(study: Study, words: Words, _: Choices) -> Iterator[Block]:
    """The map of the mean scores; nothing where the answers are not known."""
    figure = scores_figure(study.result, words)
    if not figure.points:
        return
    percent = level(study.result.settings.confidence)
    caption = (
        words("report_figure", "scores", level=percent),
        words("report_figure", "scores_aid"),
    )
    yield FigureBlock("scores", " ".join(caption), map_alt("scores_alt", figure, words), figure)


def map_figure(result: KanoResult, words: Words) -> MapFigure:
    """Better against Worse without its sign."""
    placed = [feature for feature in result.features if not isnan(feature.better)]
    sizes = _sizes(result)
    scale = result.survey.importance_scale
    size_legend = ""
    if any(size is not None for size in sizes.values()):
        size_legend = words("report_figure", "size_mean")
        if scale:
            low, high = map(shortest, scale)
            size_legend = words("report_figure", "size_scaled", low=low, high=high)
    return MapFigure(
        title=words("report", "map"),
        x=Axis(
            words("report_figure", "worse"),
            0,
            1,
            0.5,
            words("report_figure", "low_worse"),
            words("report_figure", "high_worse"),
        ),
        y=Axis(
            words("report_figure", "better"),
            0,
            1,
            0.5,
            words("report_figure", "low_better"),
            words("report_figure", "high_better"),
        ),
        corners=corner_names(words),
        points=tuple(
            MapPoint(
                feature.id,
                visible(feature.name),
                feature.category,
                abs(feature.worse),
                feature.better,
                (abs(feature.worse_interval[1]), abs(feature.worse_interval[0])),
                feature.better_interval,
                sizes[feature.id],
                undecided(feature),
                told_point(feature, words),
            )
            for feature in placed
        ),
        legend=legend(placed, words),
        size_legend=size_legend,
        missing=missing([each for each in result.features if isnan(each.better)], words),
    )


def scores_figure(result: KanoResult, words: Words) -> MapFigure:
    """The functional mean against the dysfunctional one, both from −2 to 4."""
    placed = [each for each in result.features if not isnan(each.functional_score.mean)]
    axes = [
        Axis(
            words("report_figure", key),
            LOWEST,
            HIGHEST,
            LINE,
            words("report_figure", "low_score"),
            words("report_figure", "high_score"),
        )
        for key in ("dysfunctional", "functional")
    ]
    points = []
    for feature in placed:
        functional, dysfunctional = score_intervals(feature, result.settings.confidence)
        points.append(
            MapPoint(
                feature.id,
                visible(feature.name),
                feature.category,
                feature.dysfunctional_score.mean,
                feature.functional_score.mean,
                dysfunctional,
                functional,
                None,
                undecided(feature),
                told_score(feature, functional, dysfunctional, words),
            )
        )
    return MapFigure(
        title=words("report", "scores"),
        x=axes[0],
        y=axes[1],
        corners=corner_names(words),
        points=tuple(points),
        legend=legend(placed, words),
        missing=missing(
            [each for each in result.features if isnan(each.functional_score.mean)], words
        ),
    )


def score_intervals(feature: FeatureResult, confidence: float) -> tuple[Interval, Interval]:
    """The intervals of the functional and the dysfunctional mean; a lone answer has only itself."""
    ends = []
    for mean in (feature.functional_score, feature.dysfunctional_score):
        low, high = mean_interval(mean, confidence, (LOWEST, HIGHEST))
        ends.append((mean.mean, mean.mean) if isnan(low) else (low, high))
    return ends[0], ends[1]


def legend(features: Sequence[FeatureResult], words: Words) -> tuple[tuple[Category, str], ...]:
    """The categories that occur among some features, by name."""
    there = {feature.category for feature in features}
    return tuple((each, words.category(each)) for each in Category if each in there)


def _sizes(result: KanoResult) -> dict[str, float | None]:
    """How large each feature is drawn, 0 to 1: its importance on its scale, else of the highest."""
    means = {each.id: each.importance.mean for each in result.features if each.importance}
    if result.survey.importance_scale:
        return {
            each.id: each.importance_weight if each.id in means else None
            for each in result.features
        }
    # Without a declared scale nobody knows its ends; the mean itself is drawn.
    highest = max(means.values(), default=0)
    usable = highest > 0 and min(means.values()) >= 0
    return {
        each.id: means[each.id] / highest if usable and each.id in means else None
        for each in result.features
    }
