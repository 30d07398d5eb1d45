"""Surveys of groups made for a test: as many answers of each category as it needs."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from kano_cli.core.categories import Category
from tests.readers.files import ANSWERS, Cell, csv_text, write
from tests.report.surveys import CELLS

Counts = Mapping[str, Sequence[int]]
"""By feature, M O A I R Q; zeros may be left off."""


def rows_of(counts: Counts, group: str = "") -> list[list[Cell]]:
    """The rows of one group: who they are, then their pairs, one beside the other."""
    columns = [
        [CELLS[category] for category, n in zip(Category, row, strict=False) for _ in range(n)]
        for row in counts.values()
    ]
    people = zip_longest(*columns, fillvalue=None)
    return [
        [group, *(ANSWERS[half] if pair else "" for pair in person for half in pair or (0, 0))]
        for person in people
    ]


def header(features: Sequence[str], column: str = "Plan") -> list[Cell]:
    """The names of the columns."""
    return [column, *(f"{name} ({side})" for name in features for side in ("with", "without"))]


def survey_file(folder: Path, groups: Mapping[str, Counts], name: str = "survey.csv") -> Path:
    """A wide survey whose column Plan says in which group each respondent is."""
    features = list(next(iter(groups.values())))
    rows = [row for group, counts in groups.items() for row in rows_of(counts, group)]
    return write(folder / name, csv_text([header(features), *rows]))


def wave_file(folder: Path, name: str, counts: Counts) -> Path:
    """A wide survey of one wave."""
    return survey_file(folder, {"": counts}, name)
