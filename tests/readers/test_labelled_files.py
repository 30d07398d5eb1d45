"""SPSS and Stata files: labels are the answers, and what is declared missing is blank."""

from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from kano_cli.readers.files.labelled import labelled_table
from kano_cli.readers.files.source import open_source
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import DISLIKE, EXPECT, LIKE, NEUTRAL, TOLERATE, write
from tests.readers.reading import pairs, refusal
from tests.readers.record_files import write_old_dta

NAN = float("nan")
LABELS = {1: LIKE, 2: EXPECT, 3: NEUTRAL, 4: TOLERATE, 5: DISLIKE}
FRAME = pd.DataFrame({"q1a": [1, 5, 3, NAN, 99], "q1b": [5, 1, 98, 2, 3]})
WITH = {"q1a": "Loan bike - with", "q1b": "Loan bike - without"}


def write_spss(path: Path, **said: object) -> Path:
    """An SPSS file with these answers; `said` is what it says about its variables."""
    pyreadstat.write_sav(FRAME, path, **said)
    return path


def texts(path: Path) -> list[tuple[str, ...]]:
    """The cells of each column."""
    return [column.texts() for column in labelled_table(open_source(path)).columns]


def test_labels_of_values_are_the_answers(tmp_path: Path) -> None:
    """And labels of variables the headers; the number proves nothing, the label all."""
    backwards = {6 - code: text for code, text in LABELS.items()}
    labels = {"q1a": {**backwards, 99: "don't know"}, "q1b": {**backwards, 98: "n/a"}}
    path = write_spss(tmp_path / "s.sav", column_labels=WITH, variable_value_labels=labels)

    assert pairs(read_survey(path)) == {"Loan bike": [(5, 1), (1, 5), (3, 0), (0, 4), (0, 3)]}


def test_a_column_has_its_label_and_its_name(tmp_path: Path) -> None:
    """Messages go by the name; without a label it is the header, too."""
    path = write_spss(tmp_path / "s.sav", column_labels={"q1a": "Loan bike - with"})
    one, other = labelled_table(open_source(path)).columns

    assert (one.header, one.code, one.place) == ("Loan bike - with", "q1a", 'column "q1a"')
    assert (other.header, other.code, other.reference) == ("q1b", "q1b", '"q1b"')


def test_a_value_without_a_label_is_its_number(tmp_path: Path) -> None:
    """Beside labels of others, whole or not."""
    path = tmp_path / "s.sav"
    pyreadstat.write_sav(
        pd.DataFrame({"a": [1.0, 2.0, 2.5, NAN]}), path, variable_value_labels={"a": {1: LIKE}}
    )

    assert texts(path) == [(LIKE, "2", "2.5", "")]


def test_what_spss_declares_missing_is_blank_or_its_label(tmp_path: Path) -> None:
    """A label such as "Don't know" is for a person to see."""
    path = write_spss(
        tmp_path / "s.sav",
        missing_ranges={"q1a": [99], "q1b": [{"lo": 90, "hi": 99}]},
        variable_value_labels={"q1a": {99: "Don't know"}},
    )

    assert texts(path) == [("1", "5", "3", "", "Don't know"), ("5", "1", "", "2", "3")]


def test_what_stata_declares_missing_is_blank_or_its_label(tmp_path: Path) -> None:
    """Its letters are no answers."""
    path = tmp_path / "s.dta"
    frame = pd.DataFrame({"q": [1, 2, "a", "b", None]})
    pyreadstat.write_dta(
        frame,
        path,
        variable_value_labels={"q": {1: LIKE, "a": "Refused"}},
        missing_user_values={"q": ["a", "b"]},
    )

    assert texts(path) == [(LIKE, "2", "Refused", "", "")]


def test_words_and_dates_are_read_as_they_stand(tmp_path: Path) -> None:
    """A word may have a label, too, and be declared missing."""
    path = tmp_path / "s.sav"
    frame = pd.DataFrame({"w": ["a", "z", ""], "d": pd.to_datetime(["2026-10-05 09:31", "", ""])})
    pyreadstat.write_sav(
        frame, path, variable_value_labels={"w": {"a": "Anna"}}, missing_ranges={"w": ["z"]}
    )

    assert texts(path) == [("Anna", "", ""), ("2026-10-05T09:31:00", "", "")]


def test_codes_without_labels_are_refused_as_in_any_file(tmp_path: Path) -> None:
    """Unless the user says which end is which."""
    frame = pd.DataFrame({"loan_f": [1, 2, 3], "loan_d": [5, 4, 3]})
    path = tmp_path / "s.sav"
    pyreadstat.write_sav(frame, path)

    assert refusal(path).startswith(
        's.sav, row 1, column "loan_f": the answers are codes (1, 2, 3, 4, 5), and nothing says '
        "which code means like and which dislike\n"
    )
    assert pairs(read_survey(path, ReadOptions(codes="like=1"))) == {
        "loan": [(1, 5), (2, 4), (3, 3)]
    }


def test_an_older_stata_file_is_read(tmp_path: Path) -> None:
    """It begins with its version, not with a word, and may be called anything."""
    rows = [["loan_f", "loan_d"], [LIKE, DISLIKE], [EXPECT, ""]]
    path = write_old_dta(tmp_path / "s.csv", rows)

    assert path.read_bytes()[0] < ord("t")
    assert pairs(read_survey(path)) == {"loan": [(1, 5), (2, 0)]}


def test_a_file_without_respondents_is_refused(tmp_path: Path) -> None:
    """Its variables alone say nothing."""
    path = tmp_path / "s.sav"
    pyreadstat.write_sav(FRAME.iloc[:0], path)

    assert refusal(path).startswith("s.sav")


LOCKED = b"\x1c" + b"\0" * 7 + b"ENCRYPTEDSAV\x15" + b"\0" * 20
PORTABLE = b"ASCII SPSS PORT FILE".ljust(40) * 5 + b"0" * 256 + b"SPSSPORTA8"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (LOCKED, "is protected with a password\nhint: save it without a password"),
        (
            PORTABLE,
            "is a portable SPSS file, an old kind that kano does not read\nhint: save it as .sav",
        ),
        (
            b"$FL2@(#) SPSS DATA FILE",
            "is an SPSS file that is damaged or only half of the file\nhint: export it again",
        ),
        (
            b"<stata_dta><header><release>118</release>",
            "is a Stata file that is damaged or only half of the file\nhint: export it again",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    """Each with its own reason."""
    assert refusal(write(tmp_path / "s.sav", content)) == f"s.sav: {told}"
