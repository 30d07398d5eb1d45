"""Whether a category is clear enough to decide by."""

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult

UNDECIDED = 0.80
"""The certainty from which a category is taken for decided."""


def contender(feature: FeatureResult) -> Category | None:
    """What else a feature may well be: its rival, or what a rule passed over.

    A rule may choose a category that is not the most common one; then the lead of the most
    common one is real, and the category all the same undecided.
    """
    if feature.category in (None, Category.QUESTIONABLE):
        return None
    return feature.runner_up if feature.mixed or feature.certainty < UNDECIDED else None


def settled(feature: FeatureResult) -> bool:
    """Whether the category is clear; questionable is a fault, however common."""
    if feature.category is Category.QUESTIONABLE:
        return True
    return contender(feature) is None and feature.certainty >= UNDECIDED
