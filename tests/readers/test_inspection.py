"""Laws of `kano inspect`: it says what `kano classify` reads, and its draft reads it again."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kano_cli.errors import KanoError
from kano_cli.readers.inspection.record import Role
from kano_cli.readers.opening import open_survey
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.exports.every import ALL
from tests.exports.survey import Export
from tests.readers.inspected import Drafted, drafted, said
from tests.study.random_surveys import WIDE, Written, files, without_a_column

of_every_tool = pytest.mark.parametrize("export", ALL, ids=[export.name for export in ALL])
CARRIED = ("codes", "layout")
"""Options that a draft makes needless."""

ODD = (
    "Search", "?Search", "column B", "Column AB", "Dark mode", "Dark.mode", "Feature 1", "a: b",
    "# x", "- x", "'q'", '"q"', "Loan\nbike", "yes", "null", "1", "1.0", "{x}", "[y]", "Größe",
    "检索", "C", "C+", "C#", "Café", "Cafe", "Importance", "id", "City", "long",
)  # fmt: skip
NAMES = st.one_of(
    st.sampled_from(ODD),
    st.just("very long " * 14),
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9),
)
steady = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def _written(export: Export, folder: Path) -> tuple[Path, ReadOptions]:
    """An export as a file of its own, and what must be said of it."""
    path = folder / export.filename
    path.write_bytes(export.content)
    options: Mapping[str, Any] = export.options
    return path, ReadOptions(**options)


def _agrees(file: Drafted, survey: Survey) -> None:
    """Whether an inspection says of a file what was read from it."""
    inspection, origin = file.inspection, survey.origin
    assert inspection.refusal is None
    assert [pair.feature for pair in inspection.pairs] == [f.name for f in survey.features]
    assert (inspection.layout, inspection.language) == (origin.layout, origin.language)
    assert inspection.respondents == origin.respondents
    assert inspection.left_out_rows == origin.left_out_rows
    assert inspection.findings == survey.findings


def _stands_once(file: Drafted) -> None:
    """Whether every column of the file stands in the inspection once, and every pair is there."""
    tables = open_survey(file.path, file.options).tables
    places = [column.place for column in file.inspection.columns]
    assert len(places) == len(set(places)) == sum(len(table.columns) for table in tables)
    if file.inspection.layout in ("wide", "two-sheets"):
        roles = {column.place: column for column in file.inspection.columns}
        for pair in file.inspection.pairs:
            halves = roles[pair.functional], roles[pair.dysfunctional]
            assert [half.role for half in halves] == [Role.FUNCTIONAL, Role.DYSFUNCTIONAL]
            assert [half.feature for half in halves] == [pair.feature] * 2


@of_every_tool
def test_an_inspection_says_what_is_read(export: Export, tmp_path: Path) -> None:
    """The same features, layout, people and findings; every column once, in one role."""
    path, options = _written(export, tmp_path)
    file = drafted(path, options)

    _agrees(file, read_survey(path, options))
    _stands_once(file)
    rated = {pair.feature for pair in file.inspection.pairs if pair.importance}
    assert rated >= set(export.expected_importance)


@of_every_tool
def test_a_draft_reads_the_same_answers(export: Export, tmp_path: Path) -> None:
    """With the options of the file, and without those that the draft carries itself."""
    path, options = _written(export, tmp_path)
    file, survey = drafted(path, options), read_survey(path, options)
    lost = {pair.evidence for pair in file.inspection.pairs} == {"numbered titles"}
    settled = file.draft.replace('"? ', '"') if lost else file.draft

    assert lost or not file.doubtful
    assert said(file.read_with(settled)) == said(survey)
    needless = dict.fromkeys(CARRIED, "")
    assert said(file.read_with(settled, **needless)) == said(survey)


def _check(path: Path) -> None:
    """That an inspection and its draft agree with what is read from a file, or refused."""
    try:
        survey = read_survey(path)
    except KanoError as refusal:
        if not refusal.inspectable:
            return
        _refused(drafted(path), refusal)
        return
    file = drafted(path)
    _agrees(file, survey)
    _stands_once(file)
    named = said(survey)
    titles = any(pair.evidence == "numbered titles" for pair in file.inspection.pairs)
    assert titles or not file.doubtful
    settled = file.draft.replace('"? ', '"')
    again = said(file.read_with(settled))
    names = len(survey.features)
    assert again[names:] == named[names:]
    # A name that a questionnaire takes for another's has got a number of its own.
    kept = zip(again[:names], named[:names], strict=True)
    assert all(str(one).startswith(str(other)) for one, other in kept)


def _refused(file: Drafted, refusal: KanoError) -> None:
    """That the draft of a refused file is in doubt, and in nothing else wrong; or reads it."""
    assert str(file.inspection.refusal) == str(refusal)
    if not file.doubtful:
        file.read_with(file.draft)
        return
    with pytest.raises(KanoError, match="is still in doubt"):
        file.read_with(file.draft)


@given(files(NAMES), st.integers(0, 9))
@steady
def test_any_file_is_inspected_as_it_is_read(written: Written, at: int) -> None:
    """And with a column taken away, where most files are refused."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        path.write_bytes(written.content)
        _check(path)
        if written.layout in WIDE:
            path.write_bytes(without_a_column(written, at))
            _check(path)
