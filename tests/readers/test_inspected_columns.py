"""What an inspection says of single columns and texts."""

from pathlib import Path

import pytest

from kano_cli.readers.inspection.record import Role
from tests.readers.files import ANSWERS, DISLIKE, LIKE, csv_text
from tests.readers.inspected import drafted


def test_counts_tell_how_often_a_text_was_given(tmp_path: Path) -> None:
    """Not in how many rows it stands."""
    path = tmp_path / "survey.csv"
    path.write_text(f"feature,functional,dysfunctional,count\nA,{LIKE},{DISLIKE},40\nA,{LIKE},,2\n")

    (text,) = drafted(path).inspection.texts["functional"]
    assert (text.text, text.count) == (LIKE, 42)


@pytest.mark.parametrize(
    ("header", "texts", "role"),
    [
        ("id", "1 2 3 4 5 6", Role.OTHER),
        ("id", "1 1 2 2 3 3", Role.OTHER),
        ("Sent", "2026-10-05 2026-10-05 2026-10-06 2026-10-06 2026-10-07 2026-10-07", Role.OTHER),
        ("Spent", "1.5 2.5 1.5 2.5 3.5 1.5", Role.OTHER),
        ("Version", "a a a a a a", Role.OTHER),
        ("City", "Delft Delft Ghent Ghent Ghent Delft", Role.POSSIBLE_SEGMENT),
        ("Remark", "Nice Fine Good Bad Odd Great", Role.TEXT),
        ("Respondent ID", "1 2 3 4 5 6", Role.RESPONDENT),
        ("Points", "- - - - - -", Role.BLANK),
    ],
)
def test_a_column_beside_the_questions_has_a_role(
    tmp_path: Path, header: str, texts: str, role: Role
) -> None:
    """Dates, keys and measures put nobody in a group, and are no remarks either."""
    answers = [*zip(ANSWERS[1:], ANSWERS[:0:-1], strict=True), (LIKE, LIKE)]
    rows = [[text, *row] for text, row in zip(texts.split(), answers, strict=True)]
    path = tmp_path / "survey.csv"
    path.write_text(csv_text([[header, "A_f", "A_d"], *rows]))

    assert drafted(path).inspection.columns[0].role is role
