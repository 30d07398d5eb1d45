"""Tables that are refused, each with the whole message: `refused_tables.txt`."""

import re
from pathlib import Path

import pytest

from tests.readers.files import write
from tests.readers.reading import refusal
from tests.readers.refused import Case, cases

TABLES = cases("refused_tables.txt")


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.name)
def test_a_table_is_refused_with_what_where_and_what_to_do(tmp_path: Path, case: Case) -> None:
    """Word for word: this is what somebody reads who exported the table."""
    assert refusal(write(tmp_path / "survey.csv", case.text), case.options) == case.told


@pytest.mark.parametrize(
    "case", [*TABLES, *cases("refused_workbooks.txt")], ids=lambda case: case.name
)
def test_a_refusal_is_short_and_clean(case: Case) -> None:
    """A line and a hint, nothing that drives a terminal, nothing from inside the program."""
    message, hint = case.told.split("\n")

    assert hint.startswith("hint: ")
    assert len(message) < 240
    assert case.told.replace("\n", "").isprintable()
    assert not re.search(r"Error|Traceback|None|<.*>|\[\]", case.told)


def test_there_are_many_cases_and_no_two_of_one_name() -> None:
    """A second of the same name may be the first one again."""
    names = [case.name for case in (*TABLES, *cases("refused_workbooks.txt"))]

    assert len(names) == len(set(names)) > 80
