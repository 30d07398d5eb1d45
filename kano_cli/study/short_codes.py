"""Codes of answers for tools that take five letters and digits, such as LimeSurvey."""

import re
from collections.abc import Sequence

LENGTH = 5
"""Characters of a code; the column of LimeSurvey's database is as wide."""


def short_codes(codes: Sequence[str]) -> dict[str, str]:
    """Each code's short one: what stays of it, numbered where two would be the same.

    >>> short_codes(["like", "team_small", "team_smaller", "団体"])
    {'like': 'like', 'team_small': 'teams', 'team_smaller': 'team3', '団体': 'a4'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, code in enumerate(codes, 1):
        short = re.sub(r"[^A-Za-z0-9]+", "", code)[:LENGTH] or f"a{number}"
        while short.casefold() in taken:
            short = f"{short[: LENGTH - len(str(number))]}{number}"
            number += 1  # noqa: PLW2901
        taken.add(short.casefold())
        found[code] = short
    return found
