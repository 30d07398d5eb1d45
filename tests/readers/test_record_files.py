"""JSON, Parquet, Feather, SPSS and Stata files: one survey, whatever it is stored in."""

import io
import sys
from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import DISLIKE, EXPECT, LIKE, Rows, csv_text, write
from tests.readers.reading import asked, counted, pairs, refusal
from tests.readers.record_files import WRITERS, write_json, write_parquet, write_sav
from tests.readers.test_same_survey import expected, facts, grid, per_pair, suffixes

ROWS: Rows = [["loan_f", "loan_d"], [LIKE, DISLIKE], [EXPECT, LIKE], [LIKE, ""]]
LAYOUTS = {layout.__name__: layout() for layout in (suffixes, grid, per_pair)}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_kind_of_file_says_the_same(tmp_path: Path, name: str, layout: str) -> None:
    """As the text file does, by the same laws."""
    path = WRITERS[name](tmp_path / name, LAYOUTS[layout])

    assert facts(read_survey(path)) == expected()


@pytest.mark.parametrize("name", WRITERS)
def test_the_pairs_are_those_of_the_text_file(tmp_path: Path, name: str) -> None:
    """Row by row, half pairs and blanks where they were."""
    text = read_survey(write(tmp_path / "survey.csv", csv_text(ROWS)))
    other = read_survey(WRITERS[name](tmp_path / name, ROWS))

    assert pairs(other) == pairs(text) == {"loan": [(1, 5), (2, 1), (1, 0)]}
    assert counted(other) == counted(text)


@pytest.mark.parametrize("name", WRITERS)
def test_the_name_of_the_file_means_nothing(tmp_path: Path, name: str) -> None:
    """Its first bytes say what it is."""
    path = WRITERS[name](tmp_path / name, ROWS).rename(tmp_path / "survey.csv")

    assert pairs(read_survey(path)) == {"loan": [(1, 5), (2, 1), (1, 0)]}


@pytest.mark.parametrize("name", WRITERS)
def test_standard_input_says_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """And leaves no file behind."""
    content = WRITERS[name](tmp_path / name, ROWS).read_bytes()
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    assert pairs(read_survey("-")) == {"loan": [(1, 5), (2, 1), (1, 0)]}
    assert not list((tmp_path / "scratch").iterdir())


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_half_a_file_is_refused(tmp_path: Path, name: str, part: float) -> None:
    """Never read as a survey with fewer people."""
    path = WRITERS[name](tmp_path / name, suffixes())
    content = path.read_bytes()
    told = refusal(write(path, content[: int(len(content) * part)]))

    assert "damaged or only half of the file" in told or "the JSON breaks off" in told
    assert told.endswith("\nhint: export it again")


@pytest.mark.parametrize("name", WRITERS)
def test_options_for_other_files_are_refused(tmp_path: Path, name: str) -> None:
    """All of them in one message; the separator of cells is nothing to such a file."""
    path = WRITERS[name](tmp_path / name, ROWS)

    assert refusal(path, ReadOptions(sheet="Answers")) == (
        f"{name}: names its columns itself, so --sheet cannot be used with it\n"
        "hint: leave out --sheet"
    )
    assert refusal(path, ReadOptions(header_row=2, delimiter=";", encoding="cp1252")) == (
        f"{name}: names its columns itself, so --header-row and --delimiter and --encoding cannot "
        "be used with it\nhint: leave out --header-row and --delimiter and --encoding"
    )


@pytest.mark.parametrize(
    ("name", "library", "kind"),
    [
        ("text.parquet", "pyarrow", "a Parquet file"),
        ("new.feather", "pyarrow", "an Arrow file"),
        ("old.feather", "pyarrow", "a Feather file"),
        ("spss.sav", "pyreadstat", "an SPSS file"),
        ("stata.dta", "pyreadstat", "a Stata file"),
    ],
)
def test_a_library_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, library: str, kind: str
) -> None:
    """With what installs it."""
    path = WRITERS[name](tmp_path / name, ROWS)
    monkeypatch.setitem(sys.modules, library, None)

    assert refusal(path) == (
        f"{name}: is {kind}, and reading it needs {library}, which is not installed\n"
        f"hint: pip install {library}"
    )


def test_columns_are_called_by_their_names(tmp_path: Path) -> None:
    """No program shows letters above them."""
    rows: Rows = [["loan_f", "loan_d"], [LIKE, "I dislikes it"], [LIKE, DISLIKE], [LIKE, DISLIKE]]

    assert refusal(write_json(tmp_path / "s.json", rows)).startswith(
        's.json, record 1, column "loan_d": 1 answer is not on the scale: "I dislikes it" (1)\n'
    )
    assert refusal(write_parquet(tmp_path / "s.parquet", rows)).startswith(
        's.parquet, row 1, column "loan_d": 1 answer is not on the scale: "I dislikes it" (1)\n'
    )
    assert refusal(write_sav(tmp_path / "s.sav", rows)).startswith(
        's.sav, row 1, column "V2": 1 answer is not on the scale: "I dislikes it" (1)\n'
    )


def test_a_pair_without_proof_is_named_as_a_questionnaire_would(tmp_path: Path) -> None:
    """And written so it settles the matter."""
    path = write_json(tmp_path / "s.json", [["q1", "q2"], [LIKE, DISLIKE], [EXPECT, LIKE]])
    written = 'functional: "q1", dysfunctional: "q2"'
    study = asked(f"features: [{{id: loan, name: Loan, columns: {{{written}}}}}]")

    assert f"columns: {{{written}}}" in refusal(path)
    assert pairs(read_survey(path, ReadOptions(study))) == {"Loan": [(1, 5), (2, 1)]}
