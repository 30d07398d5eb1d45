"""The answer sheets as others see them: openpyxl, calamine, LibreOffice."""

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from kano_cli.errors import KanoError
from kano_cli.forms.answer_sheet.key import importance_header
from kano_cli.forms.answer_sheet.rows import PREPARED
from kano_cli.forms.form import Form
from kano_cli.forms.targets import TARGETS, written
from kano_cli.forms.words import form_words
from kano_cli.study.answer_sheet import SCALE_SHEET
from tests.forms.answer_sheets import (
    OFFICE,
    WRITERS,
    answer_cells,
    converted,
    filled_in,
    key_of,
    opened,
)
from tests.forms.fielded import HOSTILE, PLAIN, WHOLE, form, respondents

LANGUAGES = ("en", "nl", "de", "fr", "es")
LONG = WHOLE.replace("nl: Fijn dat u meedoet.", "nl: '" + "Fijn dat u meedoet. " * 150 + "'")

layouts = pytest.mark.parametrize("layout", WRITERS)
needs_office = pytest.mark.skipif(OFFICE is None, reason="soffice is not installed")


def all_answers(book: Any) -> dict[str, list[str]]:  # noqa: ANN401
    """The addresses of all cells of each question, by code."""
    sheet, down = book["Answers"], PREPARED if key_of(book).layout == "rows" else 1
    return {
        code: [sheet.cell(row + at, column).coordinate for at in range(down)]
        for code, (row, column) in answer_cells(book).items()
    }


def validation_of(book: Any, cell: str) -> Any:  # noqa: ANN401
    """The one validation of a cell."""
    found = [each for each in book["Answers"].data_validations.dataValidation if cell in each.sqref]
    assert len(found) == 1, cell
    return found[0]


def listed_in(book: Any, name: str) -> list[str]:  # noqa: ANN401
    """The texts that a defined name stands for."""
    ((sheet, cells),) = book.defined_names[name].destinations
    assert sheet == SCALE_SHEET
    return [cell.value for (cell,) in book[sheet][cells.replace("$", "")]]


def choices(asked: Form) -> dict[str, list[str]]:
    """The texts of each question's answers, by code."""
    language = asked.language
    found = {q.code: [choice.text[language] for choice in q.choices] for q in asked.questions}
    if asked.consent:
        found["*consent"] = [form_words(language, "answer_sheet")["yes"]]
    return found


@layouts
@pytest.mark.parametrize("text", [PLAIN, WHOLE, HOSTILE], ids=["plain", "whole", "hostile"])
def test_each_answer_has_a_list_by_name_in_its_language(layout: str, text: str) -> None:
    """Texts with commas are whole, and the hint beside the cell is the question."""
    asked = form(text, "en" if text == PLAIN else "nl")
    book = opened(WRITERS[layout](asked))
    said = form_words(asked.language, "answer_sheet")
    questions = {q.code: q.text[asked.language] for q in asked.questions}

    cells = all_answers(book)

    assert list(cells) == [*(["*consent"] if asked.consent else []), *questions]
    for code, texts in choices(asked).items():
        for cell in (cells[code][0], cells[code][-1]):
            found = validation_of(book, cell)
            assert (found.type, found.allow_blank, found.errorStyle) == ("list", True, None)
            assert found.showInputMessage
            assert found.showErrorMessage
            assert listed_in(book, found.formula1) == texts
            assert (found.promptTitle, found.error) == (said["choose_title"], said["error"])
            if code in questions:
                assert found.prompt == " ".join(questions[code].split())


@layouts
def test_only_the_answers_can_be_changed(layout: str) -> None:
    """All other cells are locked, without a password; each answer is kept as text."""
    book = opened(WRITERS[layout](form(WHOLE, "nl")))
    sheet = book["Answers"]
    answers = {cell for cells in all_answers(book).values() for cell in cells}

    unlocked = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert unlocked == answers
    assert {sheet[cell].number_format for cell in answers} == {"@"}


@layouts
def test_the_version_is_in_the_hidden_sheet_and_the_properties(layout: str) -> None:
    """Nobody sees it or types it over, and of who made the file nothing is told."""
    asked = form(WHOLE, "nl")
    book = opened(WRITERS[layout](asked))

    assert book.sheetnames == ["Answers", SCALE_SHEET]
    assert book[SCALE_SHEET].sheet_state == "veryHidden"
    assert book[SCALE_SHEET].protection.sheet
    assert key_of(book).stamp == asked.stamp
    assert [(each.name, each.value) for each in book.custom_doc_props.props] == [
        ("kano_hash", asked.stamp)
    ]
    found = book.properties
    assert (found.title, found.creator, found.lastModifiedBy) == ("Fietsenwinkel", "kano", "kano")
    assert found.created == datetime(2000, 1, 1)


def test_a_long_version_is_cut_in_the_properties_only() -> None:
    """A property holds 255 characters; which whole version it is stays readable there."""
    features = "".join(
        f"  - {{id: feature_number_{at}, name: F{at}, functional: A{at}?, dysfunctional: B{at}?}}\n"
        for at in range(20)
    )
    asked = form(f"kano: 1\nlanguage: en\nfeatures:\n{features}")
    book = opened(WRITERS["one"](asked))

    assert len(asked.stamp) > 255
    assert key_of(book).stamp == asked.stamp
    assert book.custom_doc_props["kano_hash"].value == "/".join(asked.stamp.split("/")[:2])


@layouts
def test_the_same_form_gives_the_same_bytes(layout: str) -> None:
    """No clock and nothing random is in the file."""
    one, other = (WRITERS[layout](form(WHOLE, "nl")) for _ in range(2))

    assert one == other
    with zipfile.ZipFile(BytesIO(one)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}


@layouts
def test_hostile_texts_stay_texts(layout: str) -> None:
    """Nothing is computed but the progress, and nothing is a link."""
    asked = form(HOSTILE)
    content = WRITERS[layout](asked)
    book = opened(content)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    formulas = {cell.value for cell in cells if cell.data_type == "f"}
    texts = {cell.value for cell in cells if cell.data_type == "s"}

    assert all("COUNTA(" in formula for formula in formulas)
    assert len(formulas) == (1 if layout == "one" else PREPARED)
    assert asked.title["nl"] in texts
    assert asked.pages[0].functional.text["nl"] in texts
    assert any(asked.pages[0].name["nl"] in text for text in texts)
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_are_there_in_every_language(language: str) -> None:
    """Excel takes titles of 32 characters and texts of 255."""
    said, english = (form_words(each, "answer_sheet") for each in (language, "en"))

    assert said.keys() == english.keys()
    assert language == "en" or sum(said[key] == english[key] for key in said) <= 2
    assert max(len(said[key]) for key in ("choose_title", "error_title")) <= 32
    assert len(said["error"]) <= 255
    assert "{done}" in said["progress"]
    assert "{all}" in said["progress"]


def test_a_sheet_of_one_is_set_up_for_a_page_and_a_screen() -> None:
    """A4 across, one page wide; the header stands still and is on each page."""
    sheet = opened(WRITERS["one"](form(WHOLE, "nl")))["Answers"]
    header = next(c.row for row in sheet.iter_rows() for c in row if c.value == "Onderdeel")

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.freeze_panes == f"A{header + 1}"
    assert sheet.print_title_rows == f"${header}:${header}"
    assert sheet.column_dimensions["A"].hidden
    assert sheet.sheet_view.zoomScale in (None, 100)
    questions = [c for row in sheet.iter_rows() for c in row if str(c.value).startswith("Hoe ")]
    assert len(questions) == 5
    assert all(cell.alignment.wrap_text for cell in questions)


def test_a_long_introduction_leaves_room_to_scroll() -> None:
    """Only the title and the progress stand still then."""
    sheet = opened(WRITERS["one"](form(LONG, "nl")))["Answers"]

    assert sheet.freeze_panes == "A2"


def test_rows_have_a_header_for_people_and_one_for_programs() -> None:
    """The feature with its side, the question in full, and the code, all of which stand still."""
    book = opened(WRITERS["rows"](form(WHOLE, "nl")))
    sheet = book["Answers"]
    row, column = answer_cells(book)["night_locker_d"]

    assert [sheet.cell(row - up, column).value for up in (3, 2, 1)] == [
        "Nachtkluis\nZonder",
        "Hoe vindt u het als er geen nachtkluis is?",
        "night_locker_d",
    ]
    assert sheet.freeze_panes == f"C{row}"
    assert sheet.print_title_rows == f"${row - 3}:${row - 2}"
    assert sheet.cell(row + PREPARED - 1, 1).value == PREPARED
    assert sheet.cell(row + PREPARED, 1).value is None


def test_features_stand_in_the_order_of_the_questionnaire() -> None:
    """A sheet cannot shuffle, so that a random order is the written one."""
    asked = form(PLAIN)
    assert asked.random_order
    for layout in WRITERS:
        codes = list(answer_cells(opened(WRITERS[layout](asked))))
        assert codes == [question.code for question in asked.questions]


@pytest.mark.parametrize(
    ("importance", "header"),
    [
        ("{min: 1, max: 5}", "How important is this to you: …?"),
        ("{min: 1, max: 5, question: 'Rate it'}", "Rate it"),
        (
            "{min: 1, max: 5, question: 'Is {name} or {name} vital?'}",
            "How important is this to you?",
        ),
    ],
)
def test_the_question_about_importance_stands_over_its_column(importance: str, header: str) -> None:
    """It is one question for all features, whose names stand beside it."""
    asked = form(PLAIN.replace("features:", f"importance: {importance}\nfeatures:"))

    assert importance_header(asked) == header


@layouts
def test_what_a_sheet_cannot_carry_is_refused(layout: str) -> None:
    """Two answers that read the same, and texts that a cell would cut."""
    twice = form(WHOLE.replace('nl: "Team, klein"', "nl: ' gratis'"), "nl")
    with pytest.raises(KanoError, match='two answers of plan both read "gratis" in nl'):
        WRITERS[layout](twice)
    long = PLAIN.replace("if we lent you a bike?", "if we lent you a bike?" + " and" * 8200)
    with pytest.raises(KanoError, match=r"a text of loanbike has 32.*a cell holds 32767"):
        WRITERS[layout](form(long))


def test_more_questions_than_columns_are_refused() -> None:
    """The other layout has room for them."""
    asked = form(PLAIN)
    many = Form(**{**vars(asked), "pages": asked.pages * 3000})

    with pytest.raises(KanoError, match="a sheet has 16384 columns") as refusal:
        WRITERS["rows"](many)
    assert "--to xlsx" in str(refusal.value)


def test_a_smiley_counts_twice_in_a_hint() -> None:
    """Excel counts as UTF-16 does, and mends a file whose hint is longer than 255."""
    asked = form(PLAIN.replace("if we lent you a bike?", "if we lent you a bike " + "😀" * 200))
    book = opened(WRITERS["one"](asked))

    hint = validation_of(book, all_answers(book)["loanbike_f"][0]).prompt

    assert len(hint.encode("utf-16-le")) // 2 <= 255
    assert hint.endswith("😀…")


@layouts
def test_calamine_sees_the_answers_only(layout: str) -> None:
    """The library that reads surveys finds one sheet that people see."""
    book = CalamineWorkbook.from_filelike(BytesIO(WRITERS[layout](form(WHOLE, "nl"))))

    seen = [s.name for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible]

    assert seen == ["Answers"]


def test_the_targets_write_these_sheets() -> None:
    """They are called xlsx and xlsx-rows."""
    asked = form(WHOLE, "nl")

    assert written(asked, TARGETS["xlsx"]) == WRITERS["one"](asked)
    assert written(asked, TARGETS["xlsx-rows"]) == WRITERS["rows"](asked)


@needs_office
def test_libreoffice_computes_the_progress_and_keeps_lists_and_locks(tmp_path: Path) -> None:
    """What it saves still has its lists, and tells how far the respondent is."""
    asked = form(WHOLE, "nl")
    person = {**respondents(asked, 1)[0], "loanbike_d": "", "plan": ""}
    for layout, expected in (("one", "5 van 7 beantwoord"), ("rows", "6 / 8")):
        path = tmp_path / f"{layout}.xlsx"
        path.write_bytes(filled_in(asked, [person], layout)[0])
        content = converted(path, "xlsx").read_bytes()
        book = opened(content)

        assert book[SCALE_SHEET].sheet_state in ("hidden", "veryHidden")
        assert book["Answers"].protection.sheet
        for code, texts in choices(asked).items():
            cell = all_answers(book)[code][0]
            assert not book["Answers"][cell].protection.locked
            assert listed_in(book, validation_of(book, cell).formula1) == texts
        values = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name("Answers")
        assert expected in [cell for row in values.to_python() for cell in row]


@needs_office
def test_the_sheet_of_one_prints_on_one_page_across(tmp_path: Path) -> None:
    """Three features, consent and a segment fit on one page of A4."""
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(WRITERS["one"](form(WHOLE, "nl")))

    page = converted(path, "pdf").read_bytes()

    assert page.count(b"/Type/Page\n") + page.count(b"/Type/Page/") == 1
