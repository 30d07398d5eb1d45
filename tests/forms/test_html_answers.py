"""What respondents of the HTML form save: the shape of both files, and reading them back."""

import csv
import io
import json
import re
from pathlib import Path
from uuid import UUID

import pytest

from kano_cli.forms.form import Form
from kano_cli.forms.html.escaping import shown
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
from tests.forms.html_respondent import ABSENT, REASON, Sit

pytestmark = pytest.mark.skipif(ABSENT, reason=REASON)
EVERY = pytest.mark.parametrize("text", [PLAIN, WHOLE, HOSTILE], ids=["plain", "whole", "hostile"])
BY = pytest.mark.parametrize("by_keys", [False, True], ids=["mouse", "keyboard"])
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NO_UUID = "Object.defineProperty(crypto, 'randomUUID', {value: undefined})"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A folder for files of answers."""
    folder = tmp_path / "answers"
    folder.mkdir()
    return folder


def cells(path: Path) -> list[list[str]]:
    """The rows of a CSV as a spreadsheet has them."""
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert re.fullmatch(r'("([^"]|"")*"(,|\r\n))+', text)  # every cell stands in quotes
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@BY
@EVERY
def test_both_files_say_what_a_respondent_chose(
    text: str, by_keys: bool, sit: Sit, answers: Path
) -> None:
    """In the order of the questionnaire, whatever the order on the screen; gaps stay gaps."""
    asked = form(text)
    sitting = sit(asked)
    for person in respondents(asked)[4:9]:
        sitting.fill(person, by_keys=by_keys)
        of_json, of_csv = sitting.saved(answers), sitting.saved(answers, "CSV")
        said = json.loads(of_json.read_text("utf-8"))

        assert list(said.items()) == [
            ("questionnaire", asked.title[asked.language]),
            ("hash", asked.stamp),
            ("language", asked.language),
            ("respondent", str(UUID(said["respondent"], version=4))),
            ("submitted", said["submitted"]),
            ("features", {page.feature: page.name[asked.language] for page in asked.pages}),
            ("answers", person),
        ]
        assert list(said["answers"]) == [question.code for question in asked.questions]
        assert MOMENT.fullmatch(said["submitted"])
        header, row = cells(of_csv)
        about = ["respondent", "submitted", "language", "questionnaire", "kano_hash"]
        assert header == [*about, *person]
        wanted = [said[key] for key in ("respondent", "submitted", "language", "questionnaire")]
        assert row == [*wanted, asked.stamp, *person.values()]
        stem = f"kano-{of_json.stem.split('-', 1)[1].rsplit('-', 1)[0]}-{said['respondent'][:8]}"
        assert (of_json.name, of_csv.name) == (f"{stem}.json", f"{stem}.csv")
        sitting.page.get_by_role("button", name=re.compile("anew|Volgende")).last.click()
    assert sitting.said == sitting.dialogs == []
    assert len(list(answers.iterdir())) == 10


def test_the_text_to_copy_is_the_file(sit: Sit, answers: Path) -> None:
    """For browsers inside other apps that save nothing; what is copied counts as saved."""
    sitting = sit(asked := form(WHOLE), permissions=["clipboard-read", "clipboard-write"])
    sitting.fill(respondents(asked)[0])
    sitting.page.click("summary")
    text = sitting.page.locator("textarea").input_value()
    sitting.page.locator("textarea").focus()
    sitting.page.keyboard.press("Control+c")
    sitting.page.get_by_role("button", name="Start anew with somebody else").wait_for()

    assert sitting.page.evaluate("navigator.clipboard.readText()") == text
    sitting.page.reload()
    assert sitting.dialogs == []
    assert sitting.saved(answers).read_text("utf-8") == text


def test_answers_in_dutch_say_so(sit: Sit, answers: Path) -> None:
    """The language of the respondent, with the names of the main language."""
    sitting = sit(asked := form(WHOLE), locale="nl")
    sitting.fill(respondents(asked)[0])
    said = json.loads(sitting.saved(answers, "JSON").read_text("utf-8"))

    assert (said["language"], said["questionnaire"]) == ("nl", "Bike shop")
    assert said["features"] == {"loanbike": "Loan bike", "night_locker": "Night locker"}


def test_an_answer_that_is_changed_at_the_end_is_saved_as_changed(sit: Sit, answers: Path) -> None:
    """And has to be saved again."""
    sitting = sit(asked := form(PLAIN))
    person = dict.fromkeys(respondents(asked)[0], "like")
    sitting.fill(person)
    first = sitting.saved(answers)
    sitting.page.get_by_role("button", name="Back").click()
    code = sitting.codes()[1]
    sitting.page.check("#question-1 input >> nth=4")
    sitting.go_on()
    sitting.accept = False
    sitting.page.get_by_role("button", name="Start anew").click()

    assert sitting.dialogs == ["confirm"]
    again = json.loads(sitting.saved(answers).read_text("utf-8"))
    assert again["answers"] == {**person, code: "disl"}
    assert again["respondent"][:8] in first.name


def test_a_title_that_a_spreadsheet_would_run_is_masked(sit: Sit, answers: Path) -> None:
    """In the CSV only: JSON is no spreadsheet."""
    title = '=HYPERLINK("http://x","y")'
    sitting = sit(asked := form(PLAIN.replace("title: Bike shop", f"title: '{title}'")))
    sitting.fill(respondents(asked)[0])
    assert cells(sitting.saved(answers, "CSV"))[1][3] == f"'{title}"
    assert json.loads(sitting.saved(answers).read_text("utf-8"))["questionnaire"] == title


@pytest.mark.parametrize(
    "before",
    [NO_UUID, f"{NO_UUID}; Object.defineProperty(crypto, 'getRandomValues', {{value: undefined}})"],
    ids=["from http", "without crypto"],
)
def test_a_respondent_has_a_random_uuid_in_any_browser(
    before: str, sit: Sit, answers: Path
) -> None:
    """Two of them differ, and both are of version 4."""
    sitting = sit(asked := form(PLAIN), before=before)
    names = []
    for _ in range(2):
        sitting.fill(respondents(asked)[0])
        said = json.loads(sitting.saved(answers).read_text("utf-8"))["respondent"]
        names.append(UUID(said))
        sitting.page.get_by_role("button", name="Start anew").last.click()

    assert {name.version for name in names} == {4}
    assert names[0] != names[1]


def filed(sit: Sit, asked: Form, people: list[Filled], folder: Path, kind: str) -> list[Path]:
    """The files of several people who use one device."""
    sitting = sit(asked)
    paths = []
    for person in people:
        sitting.fill(person)
        paths.append(sitting.saved(folder, kind))
        sitting.page.get_by_role("button", name=re.compile("anew|Volgende")).last.click()
    return paths


@pytest.mark.parametrize("kind", ["JSON", "CSV"])
@EVERY
def test_one_file_is_read_back(text: str, kind: str, sit: Sit, answers: Path) -> None:
    """With the questionnaire and without it."""
    asked, people = form(text), respondents(form(text), 1)
    (path,) = filed(sit, asked, people, answers, kind)
    assert_read_back(path, asked, people, questionnaire(text))
    # The reader shows a tab in a name as a space.
    named = {page.feature: shown(page.name[asked.language]) for page in asked.pages}
    assert_read_back(path, asked, people, named=named if kind == "JSON" else None)


@pytest.mark.parametrize("kind", ["JSON", "CSV"])
@EVERY
def test_a_folder_of_respondents_is_read_back(
    text: str, kind: str, sit: Sit, answers: Path
) -> None:
    """Each saved a file of their own; some left questions open."""
    asked, people = form(text), respondents(form(text))
    filed(sit, asked, people, answers, kind)
    assert_read_back(answers, asked, people, questionnaire(text), ordered=False)
    assert_read_back(answers, asked, people, ordered=False)
