"""The rows among which a survey tool is looked for, as every kind of file brings them."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from kano_cli.readers import record_file
from kano_cli.readers.opening import open_survey
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.platforms import claims, header
from kano_cli.readers.platforms.claims import Claimed
from kano_cli.study.words import normal
from tests.exports.survey import Export
from tests.exports.write import FILES

Top = list[list[str]]


@cache
def tops(filename: str, options: tuple[tuple[str, Any], ...]) -> list[tuple[Top, bool]]:
    """The first rows of each table in a sample, normalised, and whether they are records."""
    seen: list[tuple[Top, bool]] = []

    def listening(
        rows: Sequence[Sequence[str]], place: str, wanted: str = "", *, records: bool = False
    ) -> Claimed | None:
        seen.append(([[normal(cell) for cell in row] for row in rows[:10]], records))
        return claims.claimed(rows, place, wanted, records=records)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(header, "claimed", listening)
        patch.setattr(record_file, "claimed", listening)
        open_survey(FILES / filename, ReadOptions(**dict(options)))
    return seen


def top_rows(export: Export) -> list[tuple[Top, bool]]:
    """The first rows of each table in this sample."""
    return tops(export.filename, tuple(export.options.items()))
