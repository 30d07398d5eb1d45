"""Two sheets without respondents belong together row by row, as the spreadsheet shows them."""

from pathlib import Path

import openpyxl

from kano_cli import classify


def test_a_blank_row_on_one_sheet_does_not_shift_the_others(tmp_path: Path) -> None:
    """Row 3 is blank on the first sheet, row 5 on the second: two whole pairs, two halves."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    answers = {
        "Functional": ["I like it", None, "I expect it", "I am neutral"],
        "Dysfunctional": ["I dislike it", "I dislike it", "I dislike it", None],
    }
    for name, column in answers.items():
        sheet = book.create_sheet(name)
        for row, answer in enumerate(["Search", *column], start=1):
            sheet.cell(row, 1, answer)
    book.save(tmp_path / "survey.xlsx")

    (feature,) = classify(tmp_path / "survey.xlsx").features

    assert feature.counts == (1, 1, 0, 0, 0, 0)
    assert feature.half_answered == 2
