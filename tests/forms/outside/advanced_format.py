"""Qualtrics' Advanced Format, taken apart as an import would; what is not known is an error."""

import html
import re
from dataclasses import dataclass, field

TAG = re.compile(r"\[\[([A-Za-z]+)(?::(.*?))?\]\]")
KINDS = ("MC:SingleAnswer:Vertical", "DB")


@dataclass
class Asked:
    """A question as it is imported."""

    kind: str
    tag: str = ""
    text: str = ""
    choices: list[str] = field(default_factory=list)
    recodes: list[str] = field(default_factory=list)


@dataclass
class Imported:
    """A survey as it is imported: blocks of pages of questions."""

    embedded: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, list[list[Asked]]] = field(default_factory=dict)
    _where: str = ""

    @property
    def questions(self) -> list[Asked]:
        """All questions that are answered."""
        pages = [page for block in self.blocks.values() for page in block]
        return [each for page in pages for each in page if each.choices]

    def tag(self, name: str, value: str) -> None:
        """Take in a tag."""
        if name == "ED":
            assert not self.blocks
            key, _, said = value.partition(":")
            self.embedded[key] = said
        elif name == "Block":
            assert value not in self.blocks
            self.blocks[value] = [[]]
        elif name == "PageBreak":
            self._pages.append([])
        elif name == "Question":
            assert value in KINDS
            self._pages[-1].append(Asked(value))
            self._where = "text"
        else:
            self._within(name, value)

    def _within(self, name: str, value: str) -> None:
        """Take in a tag within a question."""
        question = self._pages[-1][-1]
        if name == "ID":
            assert self._where == "text"
            assert not question.text
            question.tag = value
        elif name == "Choice":
            assert self._where == "choices"
            question.recodes.append(value)
        else:
            assert name in {"Choices", "AdvancedChoices"}, f"no such tag: {name}"
            assert question.text
            self._where = "choices"

    def line(self, text: str) -> None:
        """Take in a line of text; a blank one ends a question."""
        if not text:
            self._where = ""
            return
        assert "[[" not in text
        assert self._where, f"belongs nowhere: {text}"
        question = self._pages[-1][-1]
        if self._where == "choices":
            question.choices.append(text)
            return
        assert not question.text, "a text of two lines"
        question.text = text

    @property
    def _pages(self) -> list[list[Asked]]:
        """The pages of the last block."""
        return list(self.blocks.values())[-1]


def imported(text: str) -> Imported:
    """The survey that a text makes."""
    first, *lines = text.split("\n")
    assert first == "[[AdvancedFormat]]"
    survey = Imported()
    for line in lines:
        if tag := TAG.fullmatch(line):
            survey.tag(tag[1], tag[2] or "")
        else:
            survey.line(line)
    return survey


def seen(text: str) -> str:
    """HTML as it is read."""
    return html.unescape(re.sub(r"<[^<>]+>", " ", text))
