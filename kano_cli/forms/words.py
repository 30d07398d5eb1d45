"""What forms say to a respondent beside the questions, by language: buttons, hints, errors."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FALLBACK = "en"
"""The language of buttons and hints where a questionnaire's has none here."""


@cache
def form_words(language: str, section: str = "form") -> Mapping[str, str]:
    """The words of a section of a language's file; English ones for a language without a file.

    >>> form_words("nl")["title"], form_words("xx")["title"]
    ('Vragenlijst', 'Questionnaire')
    """
    folder = files("kano_cli.forms") / "languages"
    code = language.partition("-")[0].casefold()
    entry = folder / f"{code}.toml"
    if not code.isalpha() or not entry.is_file():
        entry = folder / f"{FALLBACK}.toml"
    said: dict[str, dict[str, str]] = tomllib.loads(entry.read_text("utf-8"))
    return said[section]
