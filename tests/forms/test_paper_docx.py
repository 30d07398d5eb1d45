"""The form as a Word document: what is in it, on which page it stands, and who may read it."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kano_cli.errors import KanoError
from kano_cli.forms.paper import docx
from tests.forms.fielded import (
    HOSTILE,
    PLAIN,
    WHOLE,
    assert_read_back,
    form,
    questionnaire,
    respondents,
)
from tests.forms.papers import saved, word_filled

library = pytest.importorskip("docx", reason="the extra office is not installed")
OFFICE = shutil.which("soffice")
CAN_SHOW = bool(
    OFFICE
    and shutil.which("pdftotext")
    and Path("/usr/lib/libreoffice/program/libswlo.so").exists()
)
shown = pytest.mark.skipif(not CAN_SHOW, reason="needs LibreOffice Writer and pdftotext")
_LONG = """kano: 1
title: Webwinkel
language: nl
importance: {{min: 1, max: 9}}
features:
{features}"""
_FEATURE = """  - id: f{at}
    name: Kenmerk {at}
    functional: Hoe vindt u het als onze webwinkel dit wel heeft, nummer {at}?
    dysfunctional: Hoe vindt u het als onze webwinkel dit niet heeft, nummer {at}?
"""
LONG = _LONG.format(features="".join(_FEATURE.format(at=at) for at in range(1, 14)))


def opened(text: str, language: str = "") -> Any:  # noqa: ANN401  # a document of the library
    """The document as the library reads it."""
    return library.Document(io.BytesIO(docx.write(form(text, *filter(None, [language])))))


def styled(text: str, language: str, style: str) -> list[str]:
    """The paragraphs in a style."""
    return [p.text for p in opened(text, language).paragraphs if p.style.name == style]


def test_everything_that_a_form_says_is_there() -> None:
    """In the order of the questionnaire, the questions numbered."""
    assert styled(WHOLE, "nl", "Title") == ["Fietsenwinkel"]
    assert styled(WHOLE, "nl", "Normal") == ["Fijn dat u meedoet."]
    assert styled(WHOLE, "nl", "Heading 1") == ["1. Leenfiets", "2. Nachtkluis", "Over u"]
    assert styled(WHOLE, "nl", "Kano Question") == [
        "1a.\tHoe vindt u het als wij u een fiets lenen?",
        "1b.\tHoe vindt u het als wij u geen fiets lenen?",
        "1c.\tHoe belangrijk is dit voor u: Leenfiets?",
        "2a.\tHoe vindt u het als er een nachtkluis is?",
        "2b.\tHoe vindt u het als er geen nachtkluis is?",
        "2c.\tHoe belangrijk is dit voor u: Nachtkluis?",
        "3.\tWelk abonnement hebt u?",
    ]
    assert styled(WHOLE, "nl", "Kano Closing") == ["Dat was alles."]
    answers = styled(WHOLE, "nl", "Kano Answer")
    assert len(answers) == 4 * 5 + 2
    assert answers[0].endswith("Dat vind ik fijn")
    (row, _) = opened(WHOLE, "nl").tables
    assert [cell.text.split("\n") for cell in row.rows[0].cells][:2] == [
        [" 1", "Helemaal niet belangrijk"],
        [" 2"],
    ]


def test_each_box_is_named_and_numbered_once() -> None:
    """By question and answer; Word takes no number and no bookmark twice."""
    asked = form(WHOLE, "en")
    root = opened(WHOLE, "en").element
    tags = [tag.get(tag.keys()[0]) for tag in root.iter("{*}tag")]
    assert tags == [
        "kano_consent",
        *(f"{q.code}:{choice.code}" for q in asked.questions for choice in q.choices),
    ]
    for element, key in (
        ("sdtPr/{*}id", "val"),
        ("bookmarkStart", "name"),
        ("bookmarkStart", "id"),
    ):
        found = [
            value
            for each in root.iterfind(f".//{{*}}{element}")
            for name, value in each.attrib.items()
            if etree.QName(name).localname == key
        ]
        assert len(found) == len(set(found)) == len(tags)


def test_a_tag_that_is_too_long_for_word_gives_way() -> None:
    """To the name of the bookmark, which is read as well."""
    text = PLAIN.replace("id: loanbike", f"id: {'loan' * 20}")
    tags = [tag.get(tag.keys()[0]) for tag in opened(text).element.iter("{*}tag")]
    assert tags[:2] == ["kano_1_1", "kano_1_2"]
    assert max(map(len, tags)) <= 64


def test_a_long_name_is_read_back(tmp_path: Path) -> None:
    """By that bookmark."""
    text = PLAIN.replace("id: loanbike", f"id: {'loan' * 20}")
    asked = form(text)
    for at, one in enumerate(respondents(asked, 3)):
        assert_read_back(
            saved(tmp_path, f"{at}.docx", _by_place(asked, one)), asked, [one], questionnaire(text)
        )


def _by_place(asked: object, one: object) -> bytes:
    """A form in which the boxes are clicked by their place."""
    from kano_cli.forms.form import Form
    from tests.forms.papers import changed, click, ticked

    assert isinstance(asked, Form)
    assert isinstance(one, dict)
    places = {
        f"kano_{place}_{at}"
        for place, question in enumerate(asked.questions, start=1)
        for at, choice in enumerate(question.choices, start=1)
        if one[question.code] == choice.code
    }
    names = places | ticked(one)
    return changed(docx.write(asked), lambda root: click(root, names))


def test_the_same_form_gives_the_same_bytes() -> None:
    """And there is no clock, no author and no stranger's part in them."""
    for text in (WHOLE, HOSTILE):
        content = docx.write(form(text, "nl"))
        assert content == docx.write(form(text, "nl"))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            names = set(archive.namelist())
            whole = b"".join(archive.read(name) for name in sorted(names))
        assert not [name for name in names if "thumbnail" in name or "stylesWithEffects" in name]
        assert b"python-docx" not in whole
        own = {name for name in names if name.startswith("customXml/item")}
        assert own == {"customXml/item1.xml", "customXml/itemProps1.xml"}
        assert {b"1980-01-01T00:00:00Z"} == set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", whole))


def test_language_paper_and_stamp() -> None:
    """Spelling and screen readers know the language; A4; the version stands in the footer."""
    asked, document = form(WHOLE, "nl"), opened(WHOLE, "nl")
    languages = {
        value
        for tag in document.styles.element.iter("{*}lang")
        for name, value in tag.attrib.items()
        if etree.QName(name).localname == "val"
    }
    assert languages == {"nl-NL"}
    assert document.core_properties.title == "Fietsenwinkel"
    assert document.core_properties.language == "nl-NL"
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    version = "/".join(asked.stamp.split("/")[:2])
    assert section.footer.paragraphs[0].text.startswith(f"Fietsenwinkel · {version}\t")


def test_what_belongs_together_stays_on_one_page() -> None:
    """All of a feature but its last line keeps with the next."""
    for paragraph in opened(WHOLE, "en").paragraphs:
        if paragraph.style.name in ("Heading 1", "Kano Question"):
            assert paragraph.style.paragraph_format.keep_with_next
    answers = [p for p in opened(PLAIN).paragraphs if p.style.name == "Kano Answer"]
    kept = [bool(paragraph.paragraph_format.keep_with_next) for paragraph in answers]
    assert kept == ([True] * 9 + [False]) * 3


def test_hostile_texts_are_texts() -> None:
    """They are shown as they are, and what XML forbids is replaced."""
    asked = form(HOSTILE)
    assert styled(HOSTILE, "", "Title") == [asked.title["nl"]]
    questions = [text.partition("\t")[2] for text in styled(HOSTILE, "", "Kano Question")]
    wanted = [page.functional.text["nl"].replace("\t", " ") for page in asked.pages]
    assert questions[::2] == wanted
    odd = PLAIN.replace("How would you feel if we lent you", '"A\\x1b[2J\\uFFFE').replace(
        "bike?", 'bike?"', 1
    )
    assert styled(odd, "", "Kano Question")[0] == "1a.\tA�[2J� a bike?"


def test_no_table_is_the_last_thing() -> None:
    """Word wants a paragraph behind it."""
    body = opened(LONG).element.body
    assert [etree.QName(each).localname for each in body][-3:] == ["tbl", "p", "sectPr"]


def test_a_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to get it."""
    monkeypatch.setattr("kano_cli.forms.paper.docx.find_spec", lambda _: None)
    with pytest.raises(KanoError) as told:
        docx.write(form(PLAIN))
    assert str(told.value) == (
        'a .docx form needs the extra "office"\nhint: pip install "kano-cli[office]"'
    )


def converted(folder: Path, content: bytes, ending: str) -> Path:
    """A document as LibreOffice saves it."""
    source = saved(folder, "form.docx", content)
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", ending, "--outdir", str(folder / "made"), str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )  # fmt: skip
    return folder / "made" / f"form.{ending}"


@shown
def test_libreoffice_keeps_the_ticks(tmp_path: Path) -> None:
    """Somebody without Word opens the form, ticks and saves."""
    asked = form(WHOLE, "nl")
    for at, one in enumerate(respondents(asked, 2, gaps=False)):
        folder = tmp_path / str(at)
        folder.mkdir()
        path = converted(folder, word_filled(asked, one), "docx")
        assert path.read_bytes() != (folder / "form.docx").read_bytes()
        assert_read_back(path, asked, [one], questionnaire())


@shown
def test_no_page_parts_a_feature(tmp_path: Path) -> None:
    """Each page of the PDF has whole features, and there is more than one."""
    path = converted(tmp_path, docx.write(form(LONG)), "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True
    ).stdout.decode()
    pages = [page for page in text.split("\f") if page.strip()]
    assert len(pages) > 3
    for page in pages:
        whole = set(re.findall(r"^\s*(\d+)\. Kenmerk", page, re.MULTILINE))
        assert whole
        for letter in "abc":
            assert set(re.findall(rf"^\s*(\d+){letter}\.", page, re.MULTILINE)) == whole
        assert page.count("☐") == len(whole) * (5 + 5 + 9)
        assert "kano1/" in page
