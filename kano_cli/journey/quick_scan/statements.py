"""The statements of the quick scan, by theme and language; the text is the project's own."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "nl")
STEPS = 5
"""From 1, strongly disagree, to 5, strongly agree."""


@dataclass(frozen=True)
class Statement:
    """One statement; its id is the same in every language."""

    id: str
    text: str


@dataclass(frozen=True)
class Theme:
    """A few statements about one side of customer-centredness."""

    id: str
    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class QuickScan:
    """The scan in one language; `scale` are the words of the steps, from 1 up."""

    code: str
    title: str
    introduction: str
    closing: str
    respondent: str
    statement: str
    scale: tuple[str, ...]
    themes: tuple[Theme, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in order."""
        return tuple(each for theme in self.themes for each in theme.statements)


@cache
def quick_scan(language: str) -> QuickScan:
    """The scan in a language; in English where it does not exist in that language.

    >>> [theme.name for theme in quick_scan("nl").themes][:3]
    ['Luisteren', 'De basis op orde', 'Gemak']
    """
    code = language if language in LANGUAGES else LANGUAGES[0]
    said = tomllib.loads((files("kano_cli.journey.quick_scan") / f"{code}.toml").read_text("utf-8"))
    themes = tuple(
        Theme(
            theme["id"],
            theme["name"],
            tuple(Statement(each["id"], each["text"]) for each in theme["statements"]),
        )
        for theme in said.pop("themes")
    )
    scale = tuple(said.pop("scale"))
    return QuickScan(**said, scale=scale, themes=themes)
