"""What is said of a map: its corners, its points, and what it shows, in words."""

from collections.abc import Sequence

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.errors import visible
from kano_cli.report.document.figures import Interval, MapFigure, MapPoint
from kano_cli.report.document.sentences import names_of, some_of
from kano_cli.report.numbers import certainty, count, decimal
from kano_cli.report.sure import category_words
from kano_cli.report.words import Words

CORNERS = (Category.INDIFFERENT, Category.BASIC, Category.WOW, Category.PERFORMANCE)
"""Bottom left, bottom right, top left, top right."""

_ALL = 40
"""Names that a description may hold; it is read aloud."""


def corner_names(words: Words) -> tuple[str, str, str, str]:
    """What the four corners are called."""
    first, second, third, fourth = (words.category(each) for each in CORNERS)
    return first, second, third, fourth


def corner_of(point: MapPoint, figure: MapFigure) -> Category:
    """In which corner a point lies; the line itself is high."""
    return CORNERS[(point.x >= figure.x.cut) + 2 * (point.y >= figure.y.cut)]


def map_alt(key: str, figure: MapFigure, words: Words) -> str:
    """The map in words: which features lie in which corner."""
    quarters = []
    for corner in CORNERS:
        names = [point.label for point in figure.points if corner_of(point, figure) is corner]
        if names:
            facts = {"category": words.category(corner), "names": some_of(names, words, _ALL)}
            quarters.append(words("report_figure", "quarter", **facts))
    return words("report_figure", key, count=len(figure.points), quarters=" ".join(quarters))


def missing(features: Sequence[FeatureResult], words: Words) -> str:
    """Which features have no place, as a sentence; blank where all have one."""
    if not features:
        return ""
    names = some_of(names_of(features), words)
    return words("report_figure", "missing", count=len(features), names=names)


def told_point(feature: FeatureResult, words: Words) -> str:
    """Everything about a point of the Better-Worse map."""
    told = words(
        "report_figure",
        "told",
        name=visible(feature.name),
        category=category_words(feature, words),
        sure=certainty(feature.certainty),
        better=decimal(feature.better),
        better_low=decimal(feature.better_interval[0]),
        better_high=decimal(feature.better_interval[1]),
        worse=decimal(feature.worse),
        worse_low=decimal(feature.worse_interval[0]),
        worse_high=decimal(feature.worse_interval[1]),
        n=count(feature.people),
    )
    if feature.importance is None:
        return told
    mean = decimal(feature.importance.mean, 1)
    return words("report_figure", "told_importance", told=told, importance=mean)


def told_score(
    feature: FeatureResult, functional: Interval, dysfunctional: Interval, words: Words
) -> str:
    """Everything about a point of the map of scores."""
    return words(
        "report_figure",
        "told_score",
        name=visible(feature.name),
        category=category_words(feature, words),
        functional=decimal(feature.functional_score.mean),
        functional_low=decimal(functional[0]),
        functional_high=decimal(functional[1]),
        dysfunctional=decimal(feature.dysfunctional_score.mean),
        dysfunctional_low=decimal(dysfunctional[0]),
        dysfunctional_high=decimal(dysfunctional[1]),
        n=count(feature.functional_score.n),
    )
