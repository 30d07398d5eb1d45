"""Every ready questionnaire on KoboToolbox, ODK and LimeSurvey, filled in and read back."""

from pathlib import Path

import pytest

from kano_cli.forms import limesurvey, xlsform
from kano_cli.forms.form import form_of
from kano_cli.study.questionnaire import read_questionnaire
from kano_cli.study.shipped import shipped_questionnaires
from tests.forms import shapes_kobo, shapes_limesurvey
from tests.forms.fielded import assert_read_back, respondents
from tests.forms.limesurvey_screen import filled_in

READY = shipped_questionnaires()


@pytest.mark.parametrize("name", READY)
def test_kobo_and_odk(name: str, tmp_path: Path) -> None:
    """Labels are the hardest to read, so they are read in each language."""
    pyxform = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed")
    study = read_questionnaire(READY[name])
    asked = form_of(study)
    file = tmp_path / "form.xlsx"
    file.write_bytes(xlsform.write(asked))
    assert pyxform.convert(str(file)).warnings == []
    people = respondents(asked)
    there = shapes_kobo.fielded(file.read_bytes())
    tables = [shapes_kobo.odk(there, people)] + [
        shapes_kobo.kobo(there, people, language=language, groups=groups)
        for language in there.languages
        for groups in (False, True)
    ]
    for table in tables:
        path = shapes_kobo.write_csv(tmp_path / "answers.csv", table)
        assert_read_back(path, asked, people, study)
        assert_read_back(path, asked, people)


@pytest.mark.parametrize("name", READY)
def test_limesurvey(name: str, tmp_path: Path) -> None:
    """Codes and texts, in each language."""
    study = read_questionnaire(READY[name])
    asked = form_of(study)
    people = respondents(asked)
    survey = shapes_limesurvey.imported(limesurvey.write(asked))
    answers = filled_in(asked, survey, people)
    for language in survey.languages:
        for heading, long in (("code", "short"), ("full", "long"), ("codetext", "long")):
            table = shapes_limesurvey.exported(
                survey, answers, heading=heading, answers=long, language=language
            )
            path = shapes_limesurvey.write_csv(tmp_path / "results.csv", table)
            assert_read_back(path, asked, people, study)
            assert_read_back(path, asked, people)
