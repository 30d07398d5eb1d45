"""Forms on paper, filled in on a screen, say what was ticked: in whatever way."""

from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree

from kano_cli.forms.form import Form
from kano_cli.forms.paper import docx, markdown
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.report.words import words
from kano_cli.study.responses import Survey
from tests.forms.fielded import (
    HOSTILE,
    PLAIN,
    WHOLE,
    assert_read_back,
    form,
    questionnaire,
    respondents,
)
from tests.forms.papers import (
    FILLED,
    changed,
    click,
    markdown_ticked,
    replaced,
    saved,
    ticked,
    type_beside,
    type_over,
)

pytest.importorskip("docx", reason="the extra office is not installed")
FORMS = [(WHOLE, "en"), (WHOLE, "nl"), (PLAIN, "en"), (HOSTILE, "nl")]


@pytest.mark.parametrize("ending", FILLED)
@pytest.mark.parametrize(("text", "language"), FORMS)
def test_one_respondent_is_read_back(tmp_path: Path, text: str, language: str, ending: str) -> None:
    """With the questionnaire, and without it under the names that the form gives."""
    asked = form(text, language)
    names = {page.feature: page.name[language] for page in asked.pages}
    for at, one in enumerate(respondents(asked, 8, gaps=False)):
        path = saved(tmp_path, f"{at}{ending}", FILLED[ending](asked, one))
        assert_read_back(path, asked, [one], questionnaire(text))
        survey = assert_read_back(path, asked, [one])
        assert [feature.name for feature in survey.features] == [
            " ".join(name.split()) for name in names.values()
        ]
        assert not [finding for finding in survey.findings if finding.code == "K117"]


@pytest.mark.parametrize("ending", FILLED)
def test_everybody_s_file_in_one_folder(tmp_path: Path, ending: str) -> None:
    """One respondent a file; open questions stay open."""
    asked = form(WHOLE, "nl")
    people = respondents(asked)
    for at, one in enumerate(people):
        saved(tmp_path, f"{at:02}{ending}", FILLED[ending](asked, one))
    assert_read_back(tmp_path, asked, people, questionnaire())
    assert_read_back(tmp_path, asked, people)


def one_answer(folder: Path, content: bytes, text: str = PLAIN) -> list[tuple[int, int]]:
    """What the first respondent of a file answered to each feature."""
    survey = read(folder, content, text)
    responses = survey.responses
    assert responses is not None
    return list(
        zip(responses.functional[0].tolist(), responses.dysfunctional[0].tolist(), strict=True)
    )


def read(folder: Path, content: bytes | str, text: str = PLAIN, name: str = "a.docx") -> Survey:
    """A filled form, read with its questionnaire."""
    return read_survey(saved(folder, name, content), ReadOptions(questionnaire(text)))


TICKS = {"loanbike_f:like", "loanbike_d:disl", "sms_f:neut"}
READ = [(1, 5), (0, 0), (3, 0)]


def plain() -> Form:
    """A form without consent."""
    return form(PLAIN)


@pytest.mark.parametrize("sign", ["x", "X", "☒", "☑", "✓", "v"])
@pytest.mark.parametrize("fill", [type_over, type_beside])
def test_a_sign_that_somebody_types_is_a_tick(tmp_path: Path, sign: str, fill: object) -> None:
    """In the place of a box, or behind the answer."""
    assert callable(fill)
    content = changed(docx.write(plain()), lambda root: fill(root, TICKS, sign))
    assert one_answer(tmp_path, content) == READ


@pytest.mark.parametrize("remark", ["-", "?", "nice", "x-ray", "☐"])
def test_a_remark_is_no_tick(tmp_path: Path, remark: str) -> None:
    """Beside another answer than the one that is ticked."""

    def fill(root: etree._Element) -> None:
        click(root, TICKS)
        type_beside(root, {"loanbike_f:must"}, remark)

    assert one_answer(tmp_path, changed(docx.write(plain()), fill)) == READ


def test_answers_that_are_a_tick_themselves_are_none(tmp_path: Path) -> None:
    """What is printed beside a box does not count, whatever it says."""
    text = WHOLE.replace("{en: Free, nl: Gratis}", "{en: X, nl: V}")
    asked = form(text, "en")
    filled = {"loanbike_f": "like", "loanbike_d": "disl", "plan": "team_small"}
    content = changed(docx.write(asked), lambda root: click(root, ticked(filled)))
    assert one_answer(tmp_path, content, text) == [(1, 5), (0, 0)]
    codes = [finding.code for finding in read(tmp_path, content, text).findings]
    assert "K117" not in codes


@pytest.mark.parametrize("part", ["customXml/item1.xml"])
def test_what_a_program_drops_is_done_without(tmp_path: Path, part: str) -> None:
    """The tags of the boxes are enough: names and stamp are lost, and no answer."""
    content = changed(docx.write(plain()), lambda root: click(root, TICKS | {"sms_d:like"}))
    assert one_answer(tmp_path, replaced(content, part, b"")) == [(1, 5), (0, 0), (3, 1)]


def test_tags_that_a_program_drops_are_done_without(tmp_path: Path) -> None:
    """LibreOffice 7.4 keeps the boxes and the bookmarks beside them."""

    def fill(root: etree._Element) -> None:
        click(root, TICKS)
        for tag in list(root.iter("{*}tag")):
            tag.getparent().remove(tag)
        for text in [t for t in root.iter("{*}t") if t.text == "☒"]:
            text.text = "☐"  # the state alone is left

    assert one_answer(tmp_path, changed(docx.write(plain()), fill)) == READ


@pytest.mark.parametrize("ending", [".docx", ".md"])
def test_two_ticks_are_no_answer_and_are_told(tmp_path: Path, ending: str) -> None:
    """The finding names the feature and the question."""
    names = TICKS | {"loanbike_f:must", "sms_d:like", "sms_d:live"}
    content = (
        changed(docx.write(plain()), lambda root: click(root, names))
        if ending == ".docx"
        else markdown_ticked(markdown.write(plain()).decode(), names)
    )
    survey = read(tmp_path, content, name=f"a{ending}")
    (found,) = [finding for finding in survey.findings if finding.code == "K117"]
    assert found.facts["features"] == (("1a Loan bike", 1), ("3b Message when ready", 1))
    assert found.place.file == f"a{ending}"
    assert words("en").finding(found)[0] == (
        "questions with more than one mark count as unanswered: 1a Loan bike 1, "
        f"3b Message when ready 1; see a{ending}"
    )
    assert survey.responses is not None
    assert survey.responses.functional[0].tolist() == [0, 0, 3]
    assert survey.responses.dysfunctional[0].tolist() == [5, 0, 0]


@pytest.mark.parametrize("sign", ["x", "X", " x ", "✓", "v"])
@pytest.mark.parametrize("edit", ["as it is", "escaped", "star", "quoted", "crlf", "utf-16"])
def test_editors_of_markdown(tmp_path: Path, sign: str, edit: str) -> None:
    """They write lists, brackets and line ends in their own ways."""
    text = markdown_ticked(markdown.write(plain()).decode(), TICKS, sign)
    text = {
        "escaped": text.replace("- [", "- \\[").replace("] ", "\\] "),
        "star": text.replace("- [", "* ["),
        "quoted": "> " + text.replace("\n", "\n> "),
        "crlf": text.replace("\n", "\r\n"),
    }.get(edit, text)
    content = text.encode("utf-16") if edit == "utf-16" else text.encode()
    survey = read(tmp_path, content.decode("latin-1").encode("latin-1"), name="a.md")
    assert survey.responses is not None
    assert survey.responses.functional[0].tolist() == [1, 0, 3]
    assert survey.responses.dysfunctional[0].tolist() == [5, 0, 0]


def test_a_tick_in_place_of_the_brackets(tmp_path: Path) -> None:
    """The codes behind the answer say which it is; an open bracket stays open."""
    text = markdown_ticked(markdown.write(plain()).decode(), {"loanbike_f:like", "loanbike_d:disl"})
    text = text.replace("- [x] I like it", "- x I like it").replace("- [ ] I expect it", "- [] I")
    assert "- x I like it" in text
    survey = read(tmp_path, text, name="a.md")
    assert survey.responses is not None
    assert survey.responses.functional[0].tolist()[0] == 1


def test_another_version_of_the_questionnaire_is_told(tmp_path: Path) -> None:
    """The stamp comes back with the answers."""
    for ending, write in FILLED.items():
        asked = form(PLAIN)
        (one,) = respondents(asked, 1)
        path = saved(tmp_path, f"a{ending}", write(asked, one))
        other = questionnaire(PLAIN.replace("if we lent you a bike", "if we gave you a bike"))
        codes = [f.code for f in read_survey(path, ReadOptions(other)).findings]
        same = [f.code for f in read_survey(path, ReadOptions(questionnaire(PLAIN))).findings]
        assert len(codes) == len(same) + 1


def test_the_same_answers_of_two_people_are_two_people(tmp_path: Path) -> None:
    """Equal Markdown files under two names are no respondent who stands there twice."""
    asked = form(PLAIN)
    (one,) = respondents(asked, 1)
    for name in ("ann.md", "bo.md"):
        saved(tmp_path, name, FILLED[".md"](asked, one))
    survey = assert_read_back(tmp_path, asked, [one, one], questionnaire(PLAIN))
    assert not [finding for finding in survey.findings if finding.code == "K208"]


def test_ticks_of_several_people_are_counted_together(tmp_path: Path) -> None:
    """The finding adds them up, and names their files."""
    text = markdown_ticked(markdown.write(plain()).decode(), TICKS | {"loanbike_f:must"})
    for name in ("a.md", "b.md"):
        saved(tmp_path, name, text)
    survey = read_survey(tmp_path, ReadOptions(questionnaire(PLAIN)))
    (found,) = [finding for finding in survey.findings if finding.code == "K117"]
    assert (found.facts["count"], found.facts["features"]) == (2, (("1a Loan bike", 2),))
    assert "1a Loan bike 2; zie a.md, b.md" in words("nl").finding(found)[0]


@pytest.mark.parametrize("ending", FILLED)
def test_an_odd_id_is_read_back(tmp_path: Path, ending: str) -> None:
    """Signs that end a comment, part a tag, or stand for something in an address."""
    text = PLAIN.replace("id: sms", "id: 'a--b:c%2D<!-- é 夜-->'")
    asked = form(text)
    (one,) = respondents(asked, 1, gaps=False)
    filled = FILLED[ending](asked, one)
    if ending == ".md":
        code = f"{quote('a--b:c%2D<!-- é 夜-->').replace('--', '-%2D')}_"
        filled = markdown_ticked(
            filled.decode(),
            {
                f"{code}f:{one['a--b:c%2D<!-- é 夜-->_f']}",
                f"{code}d:{one['a--b:c%2D<!-- é 夜-->_d']}",
            },
        ).encode()
    assert_read_back(saved(tmp_path, f"a{ending}", filled), asked, [one], questionnaire(text))
