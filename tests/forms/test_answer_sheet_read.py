"""Answer sheets come back: filled in by a program, saved by others, read without options."""

from pathlib import Path

import openpyxl
import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.form import Form
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.forms.answer_sheets import OFFICE, WRITERS, converted, filled_in, opened
from tests.forms.fielded import (
    HOSTILE,
    PLAIN,
    WHOLE,
    Filled,
    assert_read_back,
    form,
    questionnaire,
    respondents,
)

OWN_WORDS = PLAIN.replace(
    "features:",
    """scale:
  like: "=A1, fine by me"
  must-be: I count on it
  neutral: 1-2
  live-with: I'll manage
  dislike: Please, no
features:""",
)
PER_SIDE = PLAIN.replace(
    "features:",
    """scale:
  functional:
    like: Lovely
    must-be: Of course
    neutral: Whatever
    live-with: If I must
    dislike: Awful
  dysfunctional:
    like: Fine, gone
    must-be: As it should be
    neutral: Same to me
    live-with: I would cope
    dislike: I would miss it
features:""",
)
TWINS = WHOLE.replace("id: night_locker", "id: plan").replace(
    "name: {en: Night locker, nl: Nachtkluis}", "name: {en: No loan bike, nl: Geen leenfiets}"
)
STUDIES = {
    "plain": (PLAIN, "en"),
    "whole in Dutch": (WHOLE, "nl"),
    "whole in English": (WHOLE, "en"),
    "hostile": (HOSTILE, "nl"),
    "own words": (OWN_WORDS, "en"),
    "a scale per side": (PER_SIDE, "en"),
    "ids and names alike": (TWINS, "en"),
}


def names(asked: Form) -> dict[str, str]:
    """The name of each feature as it must be read."""
    return {page.feature: " ".join(page.name[asked.language].split()) for page in asked.pages}


def read_whole(path: Path, asked: Form, people: list[Filled], text: str) -> Survey:
    """Read without and with the questionnaire; everything came back."""
    assert_read_back(path, asked, people)
    return assert_read_back(path, asked, people, questionnaire(text))


@pytest.mark.parametrize("study", STUDIES)
def test_a_sheet_of_rows_comes_back(study: str, tmp_path: Path) -> None:
    """Everybody's pairs, names and ratings, with and without the questionnaire."""
    text, language = STUDIES[study]
    asked = form(text, language)
    people = respondents(asked)
    path = tmp_path / "rows.xlsx"
    path.write_bytes(*filled_in(asked, people, "rows"))

    survey = read_whole(path, asked, people, text)

    assert survey.origin.language == language
    assert survey.origin.respondents == len(people)
    assert survey.origin.platform == "kano"
    # Rows that were prepared and not used are nobody's, and nothing to tell about.
    assert not survey.origin.left_out_rows


@pytest.mark.parametrize("study", STUDIES)
def test_each_sheet_of_one_comes_back(study: str, tmp_path: Path) -> None:
    """A file is one respondent, whatever he left open."""
    text, language = STUDIES[study]
    asked = form(text, language)
    people = respondents(asked)
    for at, content in enumerate(filled_in(asked, people, "one")):
        path = tmp_path / f"{at}.xlsx"
        path.write_bytes(content)
        survey = assert_read_back(path, asked, [people[at]], questionnaire(text))
        assert survey.origin.respondents == 1


@pytest.mark.parametrize("layout", WRITERS)
def test_names_and_language_need_no_questionnaire(layout: str, tmp_path: Path) -> None:
    """What the form calls a feature is in the file."""
    asked = form(WHOLE, "nl")
    people = respondents(asked, 1, gaps=False)
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(filled_in(asked, people, layout)[0])

    survey = assert_read_back(path, asked, people, named=names(asked))

    assert survey.origin.language == "nl"
    assert survey.responses is not None
    assert survey.responses.importance is not None
    assert survey.responses.importance[0].tolist() == [
        float(people[0]["loanbike_i"]), float(people[0]["night_locker_i"]),
    ]  # fmt: skip


@pytest.mark.parametrize("layout", WRITERS)
def test_segments_come_back(layout: str, tmp_path: Path) -> None:
    """With the questionnaire its segments are there for each respondent."""
    asked = form(WHOLE, "nl")
    people = [{**person, "plan": "team_small"} for person in respondents(asked, gaps=False)][:1]
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(filled_in(asked, people, layout)[0])

    survey = read_survey(path, ReadOptions(questionnaire(WHOLE)))

    assert survey.responses is not None
    assert list(survey.responses.segments) == ["Plan"]
    assert survey.responses.segments["Plan"][0] in ("team_small", "Team, small")


@pytest.mark.skipif(OFFICE is None, reason="soffice is not installed: nothing saves the sheet anew")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("layout", WRITERS)
def test_libreoffice_may_save_it(layout: str, kind: str, tmp_path: Path) -> None:
    """Opened and saved by LibreOffice, as its own kind of file too, nothing is lost."""
    for text, language in (STUDIES["whole in Dutch"], STUDIES["own words"]):
        asked = form(text, language)
        people = respondents(asked, 7)
        people = [{**people[1], "loanbike_d": ""}] if layout == "one" else people
        path = tmp_path / f"{language}.xlsx"
        path.write_bytes(filled_in(asked, people, layout)[0])

        read_whole(converted(path, kind), asked, people, text)


def test_moved_rows_and_columns_are_found(tmp_path: Path) -> None:
    """Somebody lifted the protection and inserted rows and columns: codes tell what is what."""
    asked = form(WHOLE, "nl")
    people = respondents(asked)
    for layout in WRITERS:
        book = opened(filled_in(asked, people, layout)[0])
        sheet = book["Answers"]
        sheet.insert_rows(1, 3)
        if layout == "rows":
            sheet.insert_cols(3, 2)
        book.create_sheet("Notes").append(["Called twice", "I like it"])
        path = tmp_path / f"{layout}.xlsx"
        book.save(path)

        assert_read_back(path, asked, people[:1] if layout == "one" else people)


@pytest.mark.parametrize("layout", WRITERS)
def test_a_sheet_that_nobody_filled_in_is_refused(layout: str, tmp_path: Path) -> None:
    """It says so, instead of speaking about columns."""
    path = tmp_path / "blank.xlsx"
    path.write_bytes(WRITERS[layout](form(WHOLE, "nl")))

    with pytest.raises(KanoError, match="an answer sheet that nobody filled in"):
        read_survey(path)


@pytest.mark.parametrize("layout", WRITERS)
def test_without_consent_the_answers_are_refused(layout: str, tmp_path: Path) -> None:
    """The cell is named; a respondent who left everything blank needs none."""
    asked = form(WHOLE, "en")
    people = respondents(asked, 3)
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(filled_in(asked, people, layout, consent=False)[0])

    where = "E4 is missing" if layout == "one" else "C7, as in 2 more rows, is missing"
    with pytest.raises(KanoError, match=f"the consent in cell {where}"):
        read_survey(path)


def test_an_answer_that_is_not_in_the_list_is_refused_with_its_cell(tmp_path: Path) -> None:
    """A program may write past the list; with --unknown missing that answer is left out."""
    asked = form(PLAIN)
    people = respondents(asked, 1)
    book = opened(filled_in(asked, people, "one")[0])
    cell = next(c for row in book["Answers"].iter_rows() for c in row if c.value == "I like it")
    cell.value = "I liked it"
    path = tmp_path / "sheet.xlsx"
    book.save(path)

    with pytest.raises(KanoError, match="is not one of the answers") as refusal:
        read_survey(path)
    assert f"cell {cell.coordinate}" in str(refusal.value)
    assert 'did you mean "I like it"' in str(refusal.value)
    survey = read_survey(path, ReadOptions(unknown="missing"))
    assert survey.tally.half_answered.sum() == 1


def test_a_half_answered_pair_is_counted_as_such(tmp_path: Path) -> None:
    """One answer of two is neither nothing nor a guess."""
    asked = form(PLAIN)
    person = {**respondents(asked, 1)[0], "loanbike_d": ""}
    for layout in WRITERS:
        path = tmp_path / f"{layout}.xlsx"
        path.write_bytes(filled_in(asked, [person], layout)[0])
        survey = assert_read_back(path, asked, [person])
        assert survey.tally.half_answered.tolist() == [1, 0, 0]


def test_a_lost_question_is_refused(tmp_path: Path) -> None:
    """A row that was deleted is no blank answer."""
    asked = form(PLAIN)
    book = opened(filled_in(asked, respondents(asked, 1), "one")[0])
    sheet = book["Answers"]
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == "sms")
    sheet.delete_rows(row)
    path = tmp_path / "sheet.xlsx"
    book.save(path)

    with pytest.raises(KanoError, match='the row of the question "sms_f" is gone'):
        read_survey(path)


def test_a_formula_that_was_never_computed_is_no_blank_answer(tmp_path: Path) -> None:
    """The progress is one too, and is no answer."""
    asked = form(PLAIN)
    for layout in WRITERS:
        book = opened(filled_in(asked, respondents(asked, 1), layout)[0])
        cell = next(c for row in book["Answers"].iter_rows() for c in row if c.value == "I like it")
        cell.value = '=IF(1=1,"I like it","")'
        path = tmp_path / f"{layout}.xlsx"
        book.save(path)
        with pytest.raises(KanoError, match=f"the formula in cell {cell.coordinate}"):
            read_survey(path)


def test_another_sheet_called_so_is_no_answer_sheet(tmp_path: Path) -> None:
    """The name alone proves nothing."""
    path = tmp_path / "survey.xlsx"
    book = openpyxl.Workbook()
    answers = book.create_sheet("Answers")
    answers.append(["search_functional", "search_dysfunctional"])
    answers.append(["I like it", "I dislike it"])
    book.create_sheet("_scale").append(["I like it"])
    book["_scale"].sheet_state = "hidden"
    book.save(path)

    assert [feature.name for feature in read_survey(path).features] == ["search"]


def test_a_folder_of_returned_sheets_is_one_survey(tmp_path: Path) -> None:
    """One file a respondent; each is there once, and a copy of a file is told."""
    asked = form(WHOLE, "nl")
    people = respondents(asked)
    folder = tmp_path / "returned"
    folder.mkdir()
    files = filled_in(asked, people, "one")
    for at, content in enumerate(files):
        (folder / f"{at:02}.xlsx").write_bytes(content)

    survey = assert_read_back(folder, asked, people, questionnaire(WHOLE))
    assert "K208" not in [finding.code for finding in survey.findings]
    (folder / "00 copy.xlsx").write_bytes(files[0])
    survey = read_survey(folder)
    assert "K208" in [finding.code for finding in survey.findings]


@pytest.mark.parametrize("layout", WRITERS)
def test_answers_to_another_version_are_told(layout: str, tmp_path: Path) -> None:
    """The version comes back: K127 names what changed, and this version says nothing."""
    asked = form(PLAIN)
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(filled_in(asked, respondents(asked, 1), layout)[0])
    reworded = PLAIN.replace("if we lent you a bike?", "if you could borrow a bike?")

    same = read_survey(path, ReadOptions(questionnaire(PLAIN)))
    other = read_survey(path, ReadOptions(questionnaire(reworded)))

    assert "K127" not in [finding.code for finding in same.findings]
    (found,) = [finding for finding in other.findings if finding.code == "K127"]
    assert found.facts["changed"] == ("reworded Loan bike",)


def test_a_question_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    """Of a copied row nobody knows which answer counts."""
    asked = form(PLAIN)
    book = opened(filled_in(asked, respondents(asked, 1), "one")[0])
    sheet = book["Answers"]
    sheet.append([cell.value for cell in next(r for r in sheet.iter_rows() if r[0].value == "sms")])
    path = tmp_path / "sheet.xlsx"
    book.save(path)

    with pytest.raises(KanoError, match='the row of the question "sms_f" is there 2 times'):
        read_survey(path)
