"""The day at the beginning of a text: which of its characters say it."""

import re
from collections.abc import Iterable

NUMBERS = 11
"""A day in numbers, as 2026-10-05 or 5/10/2026, and the sign behind it are no longer than this."""

WORDS = 18
"""A day with the name of a month, as September 12, 2026, is no longer than this."""

_IN_NUMBERS = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\d)")


def width_of_days(texts: Iterable[str]) -> int:
    """How many characters of each of these texts hold all of its day.

    >>> width_of_days(["10/5/2026 9:31", ""]), width_of_days(["Oct 05, 2026"])
    (11, 18)
    """
    return NUMBERS if all(_IN_NUMBERS.match(text) for text in texts if text) else WORDS
