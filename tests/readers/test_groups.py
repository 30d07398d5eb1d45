"""Which group each respondent is in: spellings, words that say nothing, people."""

from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import DISLIKE, LIKE, csv_text, write


def groups(folder: Path, by: str, values: list[str], header: str = "Team") -> list[str]:
    """The groups of a survey whose respondents have these values."""
    rows = [[header, "a_f", "a_d"], *([value, LIKE, DISLIKE] for value in values)]
    survey = read_survey(write(folder / "s.csv", csv_text(rows)), ReadOptions(by=by))
    assert survey.responses is not None
    assert survey.responses.groups is not None
    return list(survey.responses.groups.named)


def test_a_spelling_makes_no_group_and_neither_do_words_for_nothing(tmp_path: Path) -> None:
    """Each group is called as most people spell it."""
    values = ["yes", "Yes", "Yes", "no", " NO ", "no", "n/a", "-", ""]

    assert groups(tmp_path, "Team", values) == ["no", "Yes"]


def test_people_are_no_groups(tmp_path: Path) -> None:
    """A column of respondents would print who they are."""
    with pytest.raises(KanoError, match="says who answered"):
        groups(tmp_path, "Respondent", ["a", "b"], "Respondent")
