"""How sure a category is, in words, and what it competes with."""

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult
from kano_cli.core.settled import UNDECIDED
from kano_cli.report.words import Words

FIRM = 0.95


def sure_key(chance: float, *, mixed: bool = False) -> str:
    """The word for how sure a category is: below .80 undecided, from .95 firm.

    However likely, a category whose lead is not real is never called firm.

    >>> sure_key(0.7999), sure_key(0.8), sure_key(0.95), sure_key(0.98, mixed=True)
    ('undecided', 'likely', 'firm', 'likely')
    """
    if chance >= FIRM and not mixed:
        return "firm"
    return "likely" if chance >= UNDECIDED else "undecided"


def rival(feature: FeatureResult) -> Category | None:
    """The runner-up that is named beside the category, because the lead is not real.

    Questionable has none: it is a fault of the question, not one of two wishes.
    """
    named = feature.mixed and feature.category not in (None, Category.QUESTIONABLE)
    return feature.runner_up if named else None


def category_words(feature: FeatureResult, words: Words) -> str:
    """The category, and its rival where the lead is not real."""
    if feature.category is None and feature.answered:
        return words("category", "outside")
    name, second = words.category(feature.category), rival(feature)
    return name if second is None else f"{name} / {words.category(second)}"
