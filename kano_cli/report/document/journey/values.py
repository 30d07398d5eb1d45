"""Ratings as text and as cells: one decimal, as people rate in whole numbers."""

from kano_cli.core.result import FeatureResult
from kano_cli.errors import visible
from kano_cli.journey.record import JourneyResult
from kano_cli.report.document.blocks import Cell, Column, Kind
from kano_cli.report.document.cells import number
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import DASH, count, decimal, level, shortest, signed
from kano_cli.report.words import Words
from kano_cli.study.words import name_key

SECTION = "report_journey"


def rated(value: float) -> str:
    """A mean of ratings, or points of a net score.

    >>> rated(-13.04)
    '−13.0'
    """
    return decimal(value, 1)


def moved(value: float) -> str:
    """A difference of ratings, with its sign."""
    return signed(value, 1)


def between(ends: tuple[float, float], words: Words) -> str:
    """Both ends of an interval; a dash where there is none, as of the mean of one person."""
    if ends[0] != ends[0]:
        return DASH
    low, high = map(rated, ends)
    return words("report", "range", low=low, high=high)


def rated_cell(value: float) -> Cell:
    """A mean of ratings as a cell."""
    return number(rated(value), value)


def rated_column(key: str, words: Words) -> Column:
    """A column of means of ratings."""
    return Column(key, words(SECTION, key), Kind.COEFFICIENT)


def interval_column(key: str, found: JourneyResult, words: Words) -> Column:
    """A column of intervals."""
    return Column(f"{key}_interval", words("compare", "interval", level=level(found.confidence)))


def base_cell(value: float, *, weighted: bool) -> Cell:
    """How many people, or to how many as different people a weighted survey comes."""
    return number(rated(value) if weighted else count(value), value)


def base_column(words: Words, *, weighted: bool) -> Column:
    """The column of how many people."""
    key = "effective" if weighted else "people"
    return Column("n", words(SECTION, key), Kind.COEFFICIENT if weighted else Kind.COUNT)


def scale(lowest: float, highest: float, words: Words) -> str:
    """The scale that people saw."""
    return words("report", "range", low=shortest(lowest), high=shortest(highest))


def signed_name(feature: FeatureResult) -> str:
    """A feature behind the sign of its category."""
    sign = glyph(feature.category) if feature.category is not None else ""
    return f"{sign} {visible(feature.name)}".strip()


def names_by_id(found: JourneyResult) -> dict[str, str]:
    """What each feature is called."""
    return {each.id: visible(each.name) for each in found.result.features}


def same(one: str, other: str) -> bool:
    """Whether two names are of one touchpoint, however they are written."""
    return name_key(one) == name_key(other)
