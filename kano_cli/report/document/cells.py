"""Cells of tables: what is printed, with the unrounded value behind it."""

from math import isnan

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.core.settled import UNDECIDED
from kano_cli.errors import visible
from kano_cli.report.document.blocks import Cell, Column, Kind
from kano_cli.report.numbers import (
    DASH,
    amount,
    certainty,
    count,
    decimal,
    p_value,
    percent,
)
from kano_cli.report.sure import category_words
from kano_cli.report.words import Words


def named(text: str) -> Cell:
    """A text that came from a file."""
    return Cell(visible(text))


def number(text: str, value: float, *, unsure: bool = False) -> Cell:
    """A number as text, and itself; a dash has no value."""
    return Cell(text, None if isnan(value) else value, unsure=unsure)


def counted(value: float) -> Cell:
    """A count, or a sum of weights."""
    return number(amount(value), value)


def people(value: float) -> Cell:
    """How many people."""
    return number(count(value), value)


def share(value: float) -> Cell:
    """A share in whole percents."""
    return number(percent(value), value)


def coefficient(value: float) -> Cell:
    """Better, Worse or a score."""
    return number(decimal(value), value)


def p_cell(value: float) -> Cell:
    """A p-value."""
    return number(p_value(value), value)


def interval(ends: tuple[float, float], words: Words) -> Cell:
    """Both ends of an interval."""
    if isnan(ends[0]):
        return Cell(DASH)
    low, high = map(decimal, ends)
    return Cell(words("report", "range", low=low, high=high))


def undecided(feature: FeatureResult) -> bool:
    """Whether a category is shown dimmed."""
    return not feature.certainty >= UNDECIDED


def category_cell(feature: FeatureResult, words: Words) -> Cell:
    """The category of a feature, with its rival where the lead is not clear."""
    return Cell(
        category_words(feature, words), category=feature.category, unsure=undecided(feature)
    )


def sure_cell(feature: FeatureResult) -> Cell:
    """How sure the category is."""
    return number(certainty(feature.certainty), feature.certainty, unsure=undecided(feature))


def name_column(words: Words) -> Column:
    """The column with the names of the features."""
    return Column("feature", words("column", "feature"))


def judged_columns(words: Words) -> tuple[Column, ...]:
    """Category and certainty."""
    return (
        Column("category", words("column", "category"), Kind.CATEGORY),
        Column("certainty", words("column", "sure"), Kind.SHARE),
    )


def in_words(category: Category, words: Words) -> Cell:
    """A category by its name."""
    return Cell(words.category(category), category=category)
