"""Forms on paper, filled in as people and programs do."""

import io
import re
import zipfile
from collections.abc import Callable, Collection
from pathlib import Path

from lxml import etree

from kano_cli.forms.form import Form
from kano_cli.forms.paper import docx, markdown
from tests.forms.fielded import Filled

CONSENT = "kano_consent"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def ticked(filled: Filled) -> set[str]:
    """The names of the boxes that a respondent ticks, with the consent."""
    return {CONSENT, *(f"{code}:{choice}" for code, choice in filled.items() if choice)}


def changed(content: bytes, change: Callable[[etree._Element], object], part: str = "") -> bytes:
    """A Word document after a change of its text, or of another part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            found = old.read(name)
            if name == (part or "word/document.xml"):
                root = etree.fromstring(found)
                change(root)
                found = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            new.writestr(name, found)
    return made.getvalue()


def replaced(content: bytes, part: str, text: bytes) -> bytes:
    """A Word document with another part in the place of one; without it where that is empty."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif text:
                new.writestr(name, text)
    return made.getvalue()


def controls(root: etree._Element, names: Collection[str]) -> list[etree._Element]:
    """The boxes of these names."""
    found = []
    for control in root.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        if tag is not None and tag.get(f"{_W}val") in names:
            found.append(control)
    return found


def click(root: etree._Element, names: Collection[str]) -> None:
    """Tick boxes as Word does: it changes their state and their sign."""
    for control in controls(root, names):
        for state in control.iter(f"{_W14}checked"):
            state.set(f"{_W14}val", "1")
        for text in control.iter(f"{_W}t"):
            text.text = "☒"


def type_over(root: etree._Element, names: Collection[str], sign: str) -> None:
    """Delete boxes and type a sign in their place; the others stay."""
    for control in controls(root, names):
        run = etree.Element(f"{_W}r")
        etree.SubElement(run, f"{_W}t").text = sign
        control.getparent().replace(control, run)


def type_beside(root: etree._Element, names: Collection[str], sign: str) -> None:
    """Type a sign behind the answers and leave their boxes as they are."""
    for control in controls(root, names):
        run = etree.SubElement(control.getparent(), f"{_W}r")
        etree.SubElement(run, f"{_W}t").text = f" {sign}"


def word_filled(asked: Form, filled: Filled) -> bytes:
    """The Word form of a respondent who clicks."""
    return changed(docx.write(asked), lambda root: click(root, ticked(filled)))


def markdown_ticked(text: str, names: Collection[str], sign: str = "x") -> str:
    """A Markdown form with these boxes ticked."""
    for name in names:
        text, number = re.subn(rf"- \[ \](.*<!-- {re.escape(name)} -->)", rf"- [{sign}]\1", text)
        assert number == (1 if f"<!-- {name} -->" in text else 0)
    return text


def markdown_filled(asked: Form, filled: Filled) -> bytes:
    """The Markdown form of a respondent."""
    return markdown_ticked(markdown.write(asked).decode(), ticked(filled)).encode()


FILLED = {".docx": word_filled, ".md": markdown_filled}


def saved(folder: Path, name: str, content: bytes | str) -> Path:
    """A file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
