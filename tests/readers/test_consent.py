"""Answers without the consent that a form asks for are not used, and nobody is dropped unseen."""

from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.paper import markdown
from kano_cli.readers.survey import read_survey
from tests.forms.answer_sheets import filled_in
from tests.forms.fielded import WHOLE, assert_read_back, form, respondents
from tests.forms.papers import CONSENT, markdown_filled, markdown_ticked, ticked

ASKED = form(WHOLE, "nl")
PEOPLE = respondents(ASKED, 6, gaps=False)


def _without_consent(people: int) -> bytes:
    """A form on paper that somebody filled in, but for the box of the consent."""
    said = ticked(PEOPLE[people]) - {CONSENT}
    return markdown_ticked(markdown.write(ASKED).decode(), said).encode()


def _folder(folder: Path) -> Path:
    """Two people who agreed, one who did not, and a form that nobody filled in."""
    for at in (0, 1):
        (folder / f"{at}.md").write_bytes(markdown_filled(ASKED, PEOPLE[at]))
    (folder / "2.md").write_bytes(_without_consent(2))
    (folder / "blank.md").write_bytes(markdown.write(ASKED))
    return folder


def test_forms_that_cannot_count_are_left_out_of_a_folder_by_name(tmp_path: Path) -> None:
    """The others are read; who is left out is counted by reason, and told."""
    survey = assert_read_back(_folder(tmp_path), ASKED, PEOPLE[:2])

    assert dict(survey.origin.left_out_rows) == {"no-consent": 1, "empty": 1}
    told = {f.facts["variant"]: f.facts["names"] for f in survey.findings if f.code == "K135"}
    assert told == {"no-consent": ("2.md",), "empty": ("blank.md",)}
    assert survey.origin.files == 4


def test_one_alone_is_refused(tmp_path: Path) -> None:
    """There is nothing else to read."""
    (tmp_path / "2.md").write_bytes(_without_consent(2))

    with pytest.raises(KanoError, match="its box of consent is not ticked"):
        read_survey(tmp_path / "2.md")
    with pytest.raises(KanoError, match="holds 1 forms, and nobody gave the consent"):
        read_survey(tmp_path)


def test_a_row_without_consent_is_left_out_of_a_sheet(tmp_path: Path) -> None:
    """And counted; the rows of others stay where they are."""
    path = tmp_path / "rows.xlsx"
    (content,) = filled_in(ASKED, PEOPLE, "rows", refusing=[1])
    path.write_bytes(content)

    survey = assert_read_back(path, ASKED, [PEOPLE[0], *PEOPLE[2:]])

    assert dict(survey.origin.left_out_rows) == {"no-consent": 1}
