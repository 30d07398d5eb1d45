"""One survey, as every survey tool writes it: read the same each time."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.exports.every import ALL
from tests.exports.same import same_content
from tests.exports.survey import NAMES, Export, Pair, Reading
from tests.exports.survey import reading as answers_of_the_survey
from tests.exports.write import EXPECTED, FILES, expected
from tests.readers.reading import counted, pairs

of_every_tool = pytest.mark.parametrize("export", ALL, ids=[export.name for export in ALL])
RATED = [export for export in ALL if export.expected_importance]


def _read(export: Export, folder: Path) -> Survey:
    """The survey in the export, written to a file of its own."""
    path = folder / export.filename
    path.write_bytes(export.content)
    options: Mapping[str, Any] = export.options
    return read_survey(path, ReadOptions(**options))


def _whole(reading: Reading) -> dict[str, dict[Pair, int]]:
    """How often each whole pair of answers was given."""
    return {name: dict(Counter(pair for pair in of if all(pair))) for name, of in reading.items()}


@of_every_tool
def test_the_answers_are_read_under_the_names_of_the_features(
    export: Export, tmp_path: Path
) -> None:
    """A table of counts has no respondents, so there the whole pairs are counted."""
    survey = _read(export, tmp_path)

    if survey.responses is None:
        assert counted(survey) == _whole(export.expected_pairs)
    else:
        assert pairs(survey) == export.expected_pairs


@of_every_tool
def test_the_tool_is_recognised_and_its_rows_left_out(export: Export, tmp_path: Path) -> None:
    """Both are what the file says of itself."""
    origin = _read(export, tmp_path).origin

    assert (origin.platform, dict(origin.left_out_rows)) == (export.platform, export.left_out)


@of_every_tool
def test_every_export_holds_the_same_rows_of_answers(export: Export, tmp_path: Path) -> None:
    """In whatever order the people and under whatever names the features come."""
    survey = _read(export, tmp_path)
    told = answers_of_the_survey(NAMES)

    if survey.responses is None:
        assert list(counted(survey).values()) == list(_whole(told).values())
    else:
        rows = zip(*pairs(survey).values(), strict=True)
        assert Counter(rows) == Counter(zip(*told.values(), strict=True))


@pytest.mark.parametrize("export", RATED, ids=[export.name for export in RATED])
def test_importance_goes_to_its_feature(export: Export, tmp_path: Path) -> None:
    """The leading number of each answer; 0 is blank."""
    survey = _read(export, tmp_path)

    assert survey.responses is not None
    assert survey.responses.importance is not None
    ratings = np.nan_to_num(survey.responses.importance).astype(int).T.tolist()
    names = [feature.name for feature in survey.features]
    assert dict(zip(names, ratings, strict=True)) == export.expected_importance


@of_every_tool
def test_the_written_file_holds_what_the_code_writes(export: Export) -> None:
    """``python -m tests.exports.write`` writes them again."""
    content = (FILES / export.filename).read_bytes()

    assert same_content(export.filename, content, export.content)
    assert json.loads(EXPECTED.read_text("utf-8"))[export.filename] == expected(export)


def test_every_file_belongs_to_one_export() -> None:
    """No two share a name, and nothing is left over from an earlier writing."""
    assert len({export.name for export in ALL}) == len({one.filename for one in ALL}) == len(ALL)
    listed = json.loads(EXPECTED.read_text("utf-8"))
    assert {path.name for path in FILES.iterdir()} == {*listed, EXPECTED.name}
