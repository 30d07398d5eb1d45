"""What is no filled form of ours is refused, on two lines that say what to do."""

import io
import zipfile
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.paper import docx, markdown
from kano_cli.readers.survey import read_survey
from tests.forms.fielded import PLAIN, WHOLE, form
from tests.forms.papers import changed, click, markdown_ticked, replaced, saved

library = pytest.importorskip("docx", reason="the extra office is not installed")
TICKS = {"loanbike_f:like", "loanbike_d:disl"}
EXPORT = "hint: export the answers as CSV or XLSX"
AGAIN = "hint: open it in a word processor and save it again as .docx"


def filled(text: str = PLAIN) -> bytes:
    """A Word form with a pair of ticks."""
    return changed(docx.write(form(text, "en")), lambda root: click(root, TICKS))


def refusal(folder: Path, name: str, content: bytes | str) -> str:
    """What is said of a file."""
    with pytest.raises(KanoError) as told:
        read_survey(saved(folder, name, content))
    return str(told.value)


def test_a_form_that_nobody_filled_in(tmp_path: Path) -> None:
    """Perhaps the form itself lies among the answers."""
    told = "is a form that nobody has filled in\nhint: tick the answers in it and save it, or leave"
    for name, content in (("a.docx", docx), ("a.md", markdown)):
        assert refusal(tmp_path, name, content.write(form(WHOLE, "nl"))) == (
            f"{name}: {told} this file out"
        )


def test_answers_without_consent_are_not_used(tmp_path: Path) -> None:
    """Whoever did not agree is no respondent, and neither is who deleted the box."""
    told = (
        "its box of consent is not ticked, so its answers are not used\n"
        "hint: leave this file out, or ask whoever filled it in"
    )
    text = markdown_ticked(markdown.write(form(WHOLE, "en")).decode(), TICKS)
    assert refusal(tmp_path, "a.docx", filled(WHOLE)) == f"a.docx: {told}"
    assert refusal(tmp_path, "a.md", text) == f"a.md: {told}"
    gone = "\n".join(line for line in text.splitlines() if "kano_consent" not in line)
    assert refusal(tmp_path, "a.md", gone) == f"a.md: {told}"


def test_an_ordinary_letter_is_no_form(tmp_path: Path) -> None:
    """Neither one of Word nor one in Markdown."""
    letter = library.Document()
    letter.add_paragraph("Dear all, ☒ yes, loanbike_f.")
    made = io.BytesIO()
    letter.save(made)
    assert refusal(tmp_path, "letter.docx", made.getvalue()) == (
        f"letter.docx: is a Word document, not a spreadsheet\n{EXPORT}"
    )
    told = refusal(tmp_path, "letter.md", "# Dear all\n\n- [x] yes\n- [ ] no\n\nBye, <!-- a -->\n")
    assert told == (
        "letter.md: is Markdown, and not a form that kano made\n"
        "hint: fill in the form as it was sent, or export the answers as CSV or XLSX"
    )


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_half_a_file(tmp_path: Path, kept: float) -> None:
    """A download that broke off."""
    content = filled()
    told = refusal(tmp_path, "a.docx", content[: int(len(content) * kept)])
    assert told.startswith("a.docx: is damaged or only half of the file\nhint: ")


def test_xml_that_breaks_off(tmp_path: Path) -> None:
    """The zip is whole, the text in it is not."""
    with zipfile.ZipFile(io.BytesIO(filled())) as archive:
        text = archive.read("word/document.xml")
    told = refusal(tmp_path, "a.docx", replaced(filled(), "word/document.xml", text[:-20]))
    assert told == f"a.docx: is damaged or only half of the file\n{AGAIN}"


@pytest.mark.parametrize("part", ["word/document.xml", "customXml/item1.xml"])
@pytest.mark.parametrize("kind", ["internal", "external", "none"])
def test_entities_of_its_own_are_refused(tmp_path: Path, part: str, kind: str) -> None:
    """Nothing is expanded, and no other file is opened."""
    secret = saved(tmp_path, "secret.txt", "secret")
    declared = {
        "internal": '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        "external": f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]>',
        "none": "<!DOCTYPE a>",
    }[kind]
    with zipfile.ZipFile(io.BytesIO(filled())) as archive:
        text = archive.read(part).decode()
    start = text.index("?>") + 2
    bad = text[:start] + declared + text[start:]
    assert refusal(tmp_path, "a.docx", replaced(filled(), part, bad.encode())) == (
        "a.docx: declares its own XML entities, as no word processor does\n"
        "hint: open the form in a word processor and save it again as .docx"
    )


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A part that unpacks to far more than a form holds, and one that only is too large."""
    spaces = b" " * 60_000_000
    with zipfile.ZipFile(io.BytesIO(filled())) as archive:
        text = archive.read("word/document.xml")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", text + spaces)
    assert refusal(tmp_path, "a.docx", made.getvalue()) == (
        "a.docx: unpacks to far more than a survey holds\nhint: export it as CSV"
    )
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as large:
        large.writestr("word/document.xml", text + spaces)
    told = refusal(tmp_path, "a.docx", stored.getvalue())
    assert told.startswith("a.docx: is damaged or only half of the file\nhint: ")


def outcome(path: Path) -> int:
    """How many respondents there are; 1 for a refusal on two lines, too."""
    try:
        return read_survey(path).origin.respondents
    except KanoError as told:
        return len(str(told).splitlines()) - 1


@pytest.mark.parametrize(
    "facts",
    [
        "[]", "{", "null", '{"questions": 1}', '{"questions": {"loanbike_f": 1}}',
        '{"questions": {"loanbike_f": {"choices": [1, {}], "texts": 5}}, "features": [1]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_strange_facts_are_no_reason_to_fall_over(tmp_path: Path, facts: str) -> None:
    """Whoever writes them gets a reading without them, or a refusal; never a traceback."""
    text = markdown_ticked(markdown.write(form(PLAIN)).decode(), TICKS)
    cut = text[: text.index("<!-- kano {")]
    content = replaced(
        filled(),
        "customXml/item1.xml",
        f'<form xmlns="urn:kano:form:1" facts="{facts.replace(chr(34), "&quot;")}"/>'.encode(),
    )
    for name, file in (("a.md", f"{cut}<!-- kano {facts} -->\n"), ("a.docx", content)):
        assert outcome(saved(tmp_path, name, file)) == 1


def test_options_of_tables_do_not_fit(tmp_path: Path) -> None:
    """A form has no sheet."""
    from kano_cli.readers.options import ReadOptions

    with pytest.raises(KanoError, match="--sheet cannot be used with it"):
        read_survey(saved(tmp_path, "a.docx", filled()), ReadOptions(sheet="A"))
