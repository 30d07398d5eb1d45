"""XLSForm: ODK Validate takes every form, and a form holds what was written."""

import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.xlsform import MOST, write
from tests.forms.fielded import HOSTILE, PLAIN, WHOLE, form
from tests.forms.limesurvey_screen import TWO_SIDED
from tests.forms.shapes_kobo import ENGLISH, ODD_IDS, sheets, with_ids

needs_java = pytest.mark.skipif(
    shutil.which("java") is None, reason="ODK Validate needs Java, which is not installed"
)


def converted(text: str, tmp_path: Path, *, validate: bool) -> Any:  # noqa: ANN401
    """The form as pyxform makes it of the file."""
    pyxform = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed")
    file = tmp_path / "form.xlsx"
    file.write_bytes(write(form(text)))
    return pyxform.convert(str(file), validate=validate)


@pytest.mark.parametrize("text", [PLAIN, WHOLE, HOSTILE, ODD_IDS, TWO_SIDED])
def test_pyxform_takes_every_form_without_a_warning(text: str, tmp_path: Path) -> None:
    """It reads the workbook as KoboToolbox and ODK Central do."""
    assert converted(text, tmp_path, validate=False).warnings == []


@needs_java
@pytest.mark.parametrize("text", [WHOLE, HOSTILE, ODD_IDS, TWO_SIDED])
def test_odk_validate_takes_every_form(text: str, tmp_path: Path) -> None:
    """The program that ODK checks forms with, run by Java."""
    assert converted(text, tmp_path, validate=True).warnings == []


@needs_java
def test_odk_validate_refuses_what_is_wrong() -> None:
    """The validator does run: it is not only pyxform that looks at the forms above."""
    pyxform = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed")
    from pyxform.validators.odk_validate import ODKValidateError

    rows = [{"type": "calculate", "name": "a", "calculation": "nothing("}]
    with pytest.raises(ODKValidateError):
        pyxform.convert({"survey": rows, "choices": [], "settings": []}, validate=True)


def test_the_survey_sheet_asks_page_by_page() -> None:
    """A group a feature, whose questions stand together on one page."""
    there = sheets(write(form(WHOLE)))
    assert [(row["type"], row["name"]) for row in there["survey"]] == [
        ("start", "start"),
        ("end", "end"),
        ("calculate", "kano_hash"),
        ("note", "kano_introduction"),
        ("select_one kano_consent", "kano_consent"),
        ("begin group", "loanbike"),
        ("select_one kano", "loanbike_f"),
        ("select_one kano", "loanbike_d"),
        ("select_one kano_importance", "loanbike_i"),
        ("end group", ""),
        ("begin group", "night_locker"),
        ("select_one kano", "night_locker_f"),
        ("select_one kano", "night_locker_d"),
        ("select_one kano_importance", "night_locker_i"),
        ("end group", ""),
        ("begin group", "kano_about_you"),
        ("select_one plan", "plan"),
        ("end group", ""),
        ("note", "kano_closing"),
    ]
    by_name = {row["name"]: row for row in there["survey"]}
    assert by_name["kano_hash"]["calculation"] == f"'{form(WHOLE).stamp}'"
    assert by_name["loanbike"]["appearance"] == "field-list"
    assert (
        by_name["loanbike_f"]["label::Dutch (nl)"] == "Hoe vindt u het als wij u een fiets lenen?"
    )
    asked = ("kano_consent", "loanbike_f", "loanbike_d", "loanbike_i")
    assert {by_name[name]["required"] for name in asked} == {"yes"}
    assert by_name["plan"]["required"] == ""
    assert by_name["loanbike_i"]["appearance"] == ""
    choices = [(row["list_name"], row["name"]) for row in there["choices"]]
    assert choices[:3] == [("kano_consent", "yes"), ("kano", "like"), ("kano", "must")]
    assert there["choices"][1]["label::Dutch (nl)"] == "Dat vind ik fijn"
    assert there["settings"][0]["default_language"] == ENGLISH
    assert there["settings"][0]["form_title"] == "Bike shop"
    assert there["settings"][0]["form_id"] == "bike_shop"


def test_sides_with_answers_of_their_own_have_two_lists() -> None:
    """Equal lists are one, and these are not equal."""
    there = sheets(write(form(TWO_SIDED)))
    used = [row["type"] for row in there["survey"] if row["type"].startswith("select_one")]
    assert used == ["select_one kano", "select_one kano_d"] * 3
    texts = {(row["list_name"], row["name"]): row[f"label::{ENGLISH}"] for row in there["choices"]}
    assert texts["kano", "like"] != texts["kano_d", "like"]


def test_answers_side_by_side_only_where_they_are_short() -> None:
    """A phone is narrow."""
    wordy = PLAIN + (
        "scale: {like: I would enjoy to have it in that way, must-be: I expect it,"
        " neutral: I am neutral, live-with: I can live with it, dislike: I dislike it}\n"
    )
    for text, wanted in ((PLAIN, "likert"), (wordy, "")):
        rows = sheets(write(form(text)))["survey"]
        found = {row["appearance"] for row in rows if row["name"].endswith("_f")}
        assert found == {wanted}


def test_the_same_form_gives_the_same_bytes_and_names_no_stranger() -> None:
    """No clock, no user, no library that signs its work."""
    workbook = write(form(WHOLE))
    assert workbook == write(form(WHOLE))
    book = openpyxl.load_workbook(BytesIO(workbook))
    assert book.properties.creator == "kano"
    assert book.properties.lastModifiedBy in (None, "kano")
    assert book.properties.created is not None
    assert book.properties.created.year == 2000
    with zipfile.ZipFile(BytesIO(workbook)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_another_form_has_another_version() -> None:
    """Also where only a text around the questions changed."""

    def version(text: str) -> str:
        return sheets(write(form(text)))["settings"][0]["version"]

    one = version(WHOLE)
    assert one.isdigit()
    assert version(WHOLE.replace("Thank you for", "Thanks for")) != one
    assert version(WHOLE) == one


def test_no_text_is_run_or_looked_up() -> None:
    """Neither by a spreadsheet program nor by a form."""
    workbook = write(form(HOSTILE))
    book = openpyxl.load_workbook(BytesIO(workbook))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    assert all(cell.value is None for s in book for r in s.iter_rows() for cell in r
               if cell.data_type == "n")  # fmt: skip
    texts = [text for rows in sheets(workbook).values() for row in rows for text in row.values()]
    assert any(text.startswith("=HYPERLINK") for text in texts)
    assert not any("${" in text for text in texts)
    assert not any("http" in part for part in zipfile.ZipFile(BytesIO(workbook)).namelist())


@pytest.mark.parametrize(
    ("ids", "more", "parts"),
    [
        (["2gb"], "", ("2gb", "f_2gb")),
        (["_id"], "", ("_id", "id: id")),
        (["locker box"], "", ("locker box", "locker_box")),
        (["meta"], "", ("meta", "platform", "meta2")),
        (["kano_hash"], "", ("kano_hash",)),
        (["a", "a_f"], "", ('"a_f"', 'the feature "a"')),
        (
            ["plan"],
            "segments: [{id: PLAN_F, name: Kind, choices: [x, y]}]",
            ('the segment "PLAN_F"', 'the feature "plan"'),
        ),
    ],
)
def test_names_that_a_platform_refuses_are_errors(
    ids: list[str], more: str, parts: tuple[str, ...]
) -> None:
    """With the feature, and another id for it."""
    with pytest.raises(KanoError) as caught:
        write(form(with_ids(ids, more)))
    assert all(part in str(caught.value) for part in parts), str(caught.value)
    assert "id: " in caught.value.hint


def test_a_text_longer_than_a_cell_is_an_error() -> None:
    """A spreadsheet program would cut it."""
    with pytest.raises(KanoError, match="longer than a cell"):
        write(
            form(PLAIN.replace("title: Bike shop", f"title: B\nintroduction: {'x' * (MOST + 1)}"))
        )
