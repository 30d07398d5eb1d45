"""Surveys made for a test: as many answers of each category as it needs."""

from collections.abc import Mapping, Sequence

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.core.categories import Answer, Category
from kano_cli.core.result import KanoResult, Origin, Settings
from kano_cli.core.scores import Mean
from kano_cli.core.tables import POULIOT, SHORT3X3, custom_table
from kano_cli.core.tally import Tally
from kano_cli.study.responses import Feature, Survey
from kano_cli.study.words import unique_ids

LIKE, MUST_BE, NEUTRAL, LIVE_WITH, DISLIKE = Answer
CELLS: Mapping[Category, tuple[Answer, Answer]] = {
    Category.BASIC: (NEUTRAL, DISLIKE),
    Category.PERFORMANCE: (LIKE, DISLIKE),
    Category.WOW: (LIKE, NEUTRAL),
    Category.INDIFFERENT: (NEUTRAL, NEUTRAL),
    Category.REVERSE: (DISLIKE, LIKE),
    Category.QUESTIONABLE: (LIKE, LIKE),
}
"""One pair of answers for each category, the same under the standard table and Pouliot's."""

Counts = Mapping[str, Sequence[int]]


def survey_of(
    counts: Counts,
    *,
    half: Mapping[str, int] | None = None,
    importance: Mapping[str, float] | None = None,
    origin: Origin | None = None,
) -> Survey:
    """A survey whose features have these counts, M O A I R Q; zeros may be left off."""
    names = list(counts)
    pairs = np.zeros((len(names), 5, 5), np.int64)
    for at, row in enumerate(counts.values()):
        for category, n in zip(Category, row, strict=False):
            functional, dysfunctional = CELLS[category]
            pairs[at, functional - 1, dysfunctional - 1] += n
    halves = np.array([(half or {}).get(name, 0) for name in names], np.int64)
    rated = importance or {}
    people = int((pairs.sum(axis=(1, 2)) + halves).max())
    return Survey(
        tuple(Feature(key, name) for key, name in zip(unique_ids(names), names, strict=True)),
        Tally(pairs, halves),
        origin or Origin("survey.csv", layout="wide", language="en", respondents=people),
        tuple(Mean(rated[name], 1.0, 10) if name in rated else None for name in names),
    )


def result_of(
    counts: Counts,
    settings: Settings | None = None,
    *,
    half: Mapping[str, int] | None = None,
    importance: Mapping[str, float] | None = None,
) -> KanoResult:
    """The result of such a survey."""
    return analyse(survey_of(counts, half=half, importance=importance), settings)


def categories_of(counts: Counts) -> KanoResult:
    """The result of a file that holds these counts by category, and no answers."""
    names = list(counts)
    ids = zip(unique_ids(names), names, strict=True)
    return analyse(
        Survey.of_categories(
            tuple(Feature(key, name) for key, name in ids),
            np.array([[*row, *[0] * (6 - len(row))] for row in counts.values()], np.int64),
            Origin("survey.csv", layout="categories", respondents=max(map(sum, counts.values()))),
        )
    )


_CELLS = {
    (row, column): Category(int(POULIOT.cells[row - 1, column - 1]))
    for row in Answer
    for column in Answer
}
OWN_TABLE = custom_table("our own", {**_CELLS, (MUST_BE, LIVE_WITH): Category.BASIC})
"""Pouliot's, and must-be/live-with is basic: people can turn to a competitor."""

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "[/] [red]boom[/red] [link=http://x]y[/link]",
    ":smile: **bold** `code` | pipe",
    "\x1b]0;x\x07\x1b[2J\x1b[31mred",
    "right \u202eto left\u202c \x9b31m",
    "two\nlines\rand\ta tab",
    "夜間ロッカーと配送の追跡と返品の受付",
    '</script><script>alert(1)</script>" onload="x',
    "@team #1 http://x.y www.z.nl R&amp;D $5 and $6",
    "AVeryLongWordWithoutAnySpaceThatNoColumnCanHoldOnOneLineWhateverItsWidthIsAtAll",
)
"""Names that try to do more than be read."""


def hard_results() -> dict[str, KanoResult]:
    """Results with what tends to break an output."""
    plenty = {"Dark mode": (120, 40, 20, 50, 3, 2), "Search": (10, 90, 80, 40, 2, 1)}
    return {
        "an empty base": result_of({"Nobody wants it": (0, 0, 0, 0, 12, 3)}),
        "nothing to place": result_of({"Unwanted": (0, 0, 0, 0, 12, 3)}, Settings(rule="quadrant")),
        "nobody answered": result_of({"Silence": (), "Search": (40, 2)}, half={"Silence": 7}),
        "a tie": result_of({"Tie": (10, 10, 10, 0, 0, 0)}),
        "only questionable": result_of({"Muddle": (0, 0, 0, 0, 0, 9)}),
        "one answer": result_of({"One": (1,)}),
        "its own table": result_of(plenty, Settings(OWN_TABLE)),
        "Pouliot's table": result_of(plenty, Settings(POULIOT, rule="block", confidence=0.9)),
        "the short form": result_of({"A": (0, 0, 5, 3), "B": (4, 4)}, Settings(SHORT3X3)),
        "importance here and there": result_of(plenty, importance={"Search": 6.5}),
        "categories only": categories_of(plenty),
        "hostile names": result_of(dict.fromkeys(HOSTILE, (30, 5, 4, 9, 1, 1))),
    }
