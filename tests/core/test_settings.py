"""Settings that make no sense are refused, with what would."""

from dataclasses import replace
from math import nan

import pytest

from kano_cli.core.result import Settings
from kano_cli.core.settings import checked
from kano_cli.errors import KanoError

RULES = "choose from mode, block, near-tie, quadrant"
ORDERS = "category, stack, worse, better, importance, certainty, name, file"
USUAL = Settings()
SURE = "is not between 0 and 1\nhint: write 0.95 for 95 %"
PRIOR = "is not above 0\nhint: leave it at 0.5"


@pytest.mark.parametrize(
    "settings",
    [
        USUAL,
        replace(USUAL, rule="near-tie", sort="file", intervals="goodman"),
        replace(USUAL, confidence=1e-9, prior=1e-9),
        replace(USUAL, confidence=1 - 1e-15, prior=1e9),
    ],
)
def test_settings_that_make_sense_stay_as_they_are(settings: Settings) -> None:
    """Up to the ends of their ranges."""
    assert checked(settings) is settings


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            replace(USUAL, rule="median"),
            f'--rule: there is no rule "median"\nhint: {RULES}',
        ),
        (
            replace(USUAL, rule="near_tie"),
            f'--rule: there is no rule "near_tie"\nhint: did you mean "near-tie"? {RULES}',
        ),
        (
            replace(USUAL, sort="xxxx"),
            f'--sort: there is no order "xxxx"\nhint: choose from {ORDERS}',
        ),
        (
            replace(USUAL, intervals="wald"),
            'intervals: there is no kind of interval "wald"\nhint: choose from wilson, goodman',
        ),
        (replace(USUAL, confidence=0.0), f"--confidence: 0 {SURE}"),
        (replace(USUAL, confidence=1.0), f"--confidence: 1 {SURE}"),
        (replace(USUAL, confidence=95.0), f"--confidence: 95 {SURE}"),
        (replace(USUAL, confidence=1 - 2**-53), f"--confidence: 1 {SURE}"),
        (replace(USUAL, confidence=nan), f"--confidence: nan {SURE}"),
        (replace(USUAL, prior=0.0), f"the prior 0 {PRIOR}"),
        (replace(USUAL, prior=-0.5), f"the prior -0.5 {PRIOR}"),
        (replace(USUAL, prior=nan), f"the prior nan {PRIOR}"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: Settings, said: str) -> None:
    """By the name of the option, in words that help."""
    with pytest.raises(KanoError) as refused:
        checked(settings)

    assert str(refused.value) == said
