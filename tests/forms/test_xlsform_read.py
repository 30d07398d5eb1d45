"""XLSForm: answers come back from KoboToolbox, ODK Central and SurveyCTO."""

from pathlib import Path

import pytest

from kano_cli.forms.form import Form
from kano_cli.forms.xlsform import write
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import Questionnaire
from tests.forms.fielded import (
    HOSTILE,
    WHOLE,
    assert_read_back,
    form,
    questionnaire,
    respondents,
)
from tests.forms.limesurvey_screen import TWO_SIDED
from tests.forms.shapes_kobo import (
    DUTCH,
    ENGLISH,
    ODD_IDS,
    Fielded,
    fielded,
    kobo,
    odk,
    surveycto,
    write_csv,
    write_xlsx,
)


@pytest.fixture(scope="module")
def asked() -> Form:
    """A form in two languages, with everything in it."""
    return form(WHOLE)


@pytest.fixture(scope="module")
def platform(asked: Form) -> Fielded:
    """The same, on a platform."""
    return fielded(write(asked))


@pytest.fixture(scope="module")
def study() -> Questionnaire:
    """Its questionnaire."""
    return questionnaire(WHOLE)


IDS = {"loanbike": "loanbike", "night_locker": "night_locker"}


@pytest.mark.parametrize("groups", [False, True])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_kobo_names_are_read_back(
    asked: Form, platform: Fielded, study: Questionnaire, tmp_path: Path, kind: str, *, groups: bool
) -> None:
    """Names and codes, with groups before them or without."""
    people = respondents(asked)
    table = kobo(platform, people, groups=groups)
    path = tmp_path / f"kobo.{kind}"
    if kind == "csv":
        write_csv(path, table, ";", quoted=True)
    else:
        write_xlsx(path, table)
    assert_read_back(path, asked, people, study)
    assert_read_back(path, asked, people, named=IDS)


@pytest.mark.parametrize("groups", [False, True])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_kobo_labels_are_read_back(
    asked: Form,
    platform: Fielded,
    study: Questionnaire,
    tmp_path: Path,
    kind: str,
    language: str,
    *,
    groups: bool,
) -> None:
    """Questions and answers as respondents read them, in each language."""
    people = respondents(asked)
    spoken = {"en": ENGLISH, "nl": DUTCH}[language]
    table = kobo(platform, people, groups=groups, language=spoken)
    path = tmp_path / f"kobo.{kind}"
    if kind == "csv":
        write_csv(path, table, ";", quoted=True)
    else:
        write_xlsx(path, table)
    read = assert_read_back(path, asked, people, study)
    assert read.responses is not None
    assert set(read.responses.segments["Plan"]) == {"Free", "Team, small"}
    texts = {page.feature: page.functional.text[language] for page in asked.pages}
    assert_read_back(path, asked, people, named=texts)


def test_odk_central_is_read_back(
    asked: Form, platform: Fielded, study: Questionnaire, tmp_path: Path
) -> None:
    """A minus sign between group and name."""
    people = respondents(asked)
    path = write_csv(tmp_path / "odk.csv", odk(platform, people))
    assert_read_back(path, asked, people, study)
    assert_read_back(path, asked, people, named=IDS)


@pytest.mark.parametrize("first", [(), ("CompletionDate",)])
def test_surveycto_is_read_back(
    asked: Form, platform: Fielded, study: Questionnaire, tmp_path: Path, first: tuple[str, ...]
) -> None:
    """Names only; some downloads begin with the time of completion."""
    people = respondents(asked)
    path = write_csv(tmp_path / "cto.csv", surveycto(platform, people, first=first))
    assert_read_back(path, asked, people, study)
    assert_read_back(path, asked, people, named=IDS)


@pytest.mark.parametrize("text", [HOSTILE, ODD_IDS, TWO_SIDED])
def test_odd_texts_ids_and_answers_are_read_back(text: str, tmp_path: Path) -> None:
    """In each shape that carries the questionnaire's ids or texts."""
    asked, study = form(text), questionnaire(text)
    people = respondents(asked)
    there = fielded(write(asked))
    for table in (
        kobo(there, people),
        kobo(there, people, groups=True),
        kobo(there, people, groups=True, language=there.languages[0]),
        odk(there, people),
        surveycto(there, people),
    ):
        path = write_csv(tmp_path / "answers.csv", table, quoted=True)
        assert_read_back(path, asked, people, study)


def test_answers_to_another_version_are_told(
    asked: Form, platform: Fielded, tmp_path: Path
) -> None:
    """The stamp comes back in every shape, and tells what changed."""
    people = respondents(asked)
    for table in (
        kobo(platform, people),
        kobo(platform, people, groups=True, language=DUTCH),
        odk(platform, people),
        surveycto(platform, people),
    ):
        path = write_csv(tmp_path / "answers.csv", table)
        same, changed = (
            read_survey(path, ReadOptions(questionnaire(text))).findings
            for text in (WHOLE, WHOLE.replace("en: Loan bike", "en: Loaned bike"))
        )
        assert "K127" not in [finding.code for finding in same]
        (told,) = [finding for finding in changed if finding.code == "K127"]
        assert told.facts["count"] == 12
