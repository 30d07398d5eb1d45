"""The words of kano's output, by language."""

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kano_cli.core.categories import Answer, Category
from kano_cli.errors import KanoError, visible
from kano_cli.findings import Finding
from kano_cli.report.numbers import certainty, count, decimal, percent, shortest, signed

FALLBACK = "en"

_NUMBERS: Mapping[str, Callable[[float], str]] = {
    "percent": lambda value: percent(value / 100),
    "share": lambda value: f"{decimal(value, 1)} %",
    **dict.fromkeys(("certainty", "old_certainty", "rival_certainty"), certainty),
    **dict.fromkeys(("new_value", "old_value", "correlation"), decimal),
    **dict.fromkeys(("moved", "low", "high"), signed),
    **dict.fromkeys(("limit", "size"), shortest),
}
"""How a fact that is a number is shown, by its name; others as they are."""

_SECTIONS = {
    **dict.fromkeys(("category", "old_category", "rival"), "category"),
    "asked_answer": "answer",
    "asked_text": "asked_text",
    "standing": "standing",
}
"""Where the word of a fact stands that is one of kano's own."""

_LISTS = {"categories": "category", "asked_texts": "asked_text", "points": "report_design"}
"""Where those of a fact stand that is a list of them."""


@dataclass(frozen=True)
class Words:
    """One language: every text by its section and key."""

    code: str
    texts: dict[str, Any]

    def __call__(self, section: str, key: str, **facts: object) -> str:
        """A text with its facts filled in; with `count` the singular or plural."""
        text = self.texts[section][key]
        if isinstance(text, dict):
            text = text["one" if facts.get("count") == 1 else "other"]
        return str(text).format(**facts) if facts else str(text)

    def category(self, category: Category | None) -> str:
        """The name of a category."""
        return self("category", category.word if category is not None else "none")

    def answer(self, answer: Answer) -> str:
        """The short name of an answer."""
        return self("answer", answer.word)

    def language(self, code: str) -> str:
        """A language as it stands before a noun; its code where the name is not known."""
        return str(self.texts["language"].get(code, visible(code)))

    def language_name(self, code: str) -> str:
        """A language by its name, as it stands alone; its code where the name is not known."""
        return str(self.texts["language_name"].get(code, visible(code)))

    def about(self, code: str) -> str:
        """What a finding code means in general."""
        return str(self.texts["finding"][code]["about"])

    def finding(self, finding: Finding) -> tuple[str, str]:
        """What a finding says, and what to do."""
        texts = self.texts["finding"][finding.code]
        facts = {name: self._shown(name, value) for name, value in finding.facts.items()}
        place = finding.place
        facts["where"] = ", ".join(str(part) for part in _place(place.row, place.column) if part)
        one = facts.get("count") == 1 and "one" in texts
        variant = str(finding.facts.get("variant", "text"))
        text = texts.get(variant) or texts["one" if one else "other"]
        return text.format(**facts), texts["hint"].format(**facts)

    def dropped(self, kinds: Iterable[tuple[str, int]]) -> str:
        """How many respondents went for each kind of `--drop`; both limits of one are added."""
        added: dict[str, int] = {}
        for kind, n in kinds:
            name = kind.partition(">")[0]
            added[name] = added.get(name, 0) + n
        return ", ".join(self("dropped", name, count=n) for name, n in added.items() if n)

    def _shown(self, name: str, value: Any) -> object:  # noqa: ANN401
        """A fact as it is read."""
        if name in ("languages", "spoken", "old_spoken"):
            codes = (value,) if isinstance(value, str) else value
            return ", ".join(self.language_name(code) for code in codes)
        if name in _LISTS:
            return ", ".join(self(_LISTS[name], word) for word in value)
        if name == "reasons":
            return ", ".join(self("left_out_as", reason, count=n) for reason, n in value)
        if name == "kinds":
            return self.dropped(value)
        if name in _SECTIONS:
            return self(_SECTIONS[name], value)
        if name == "changed":
            parts = (each.partition(" ") for each in value)
            return "; ".join(self("changed", word, names=visible(rest)) for word, _, rest in parts)
        if name == "cells":
            return ", ".join("/".join(self("answer", w) for w in c.split("/")) for c in value)
        if name in _NUMBERS:
            return _NUMBERS[name](value)
        if not isinstance(value, tuple):
            return visible(value) if isinstance(value, str) else value
        return ", ".join(_entry(entry) for entry in value)


def _entry(entry: str | tuple[str, float]) -> str:
    """One of several: a name, a name with its count, or a name with its percentage."""
    if isinstance(entry, str):
        return visible(entry)
    name, number = entry
    shown = f"{decimal(number, 1)} %" if isinstance(number, float) else count(number)
    return f"{visible(name)} {shown}"


def _place(row: int | None, column: str) -> list[str]:
    """Row and column, as a spreadsheet names a cell."""
    letter, _, header = visible(column).partition(" ")
    return [f"{letter}{row}" if row else letter, header]


@cache
def words(code: str) -> Words:
    """The words of a language.

    Raises:
        KanoError: if kano does not speak it.
    """
    entry = files("kano_cli.report") / "languages" / f"{code}.toml"
    if not code.isalpha() or not entry.is_file():
        raise KanoError(
            f'kano does not speak "{code}"', "--lang", f"it speaks {', '.join(spoken())}"
        )
    return Words(code, tomllib.loads(entry.read_text("utf-8")))


def spoken() -> list[str]:
    """The languages of the output."""
    folder = files("kano_cli.report") / "languages"
    return sorted(
        entry.name.removesuffix(".toml")
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    )


def chosen_language(wanted: str = "") -> str:
    """The language of the output: the one that is wanted, else the locale's, else English.

    >>> chosen_language("nl-BE")
    'nl'
    """
    if wanted:
        return _without_region(wanted)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            code = _without_region(value)
            return code if code in spoken() else FALLBACK
    return _system_language()


def _without_region(name: str) -> str:
    """The language in a locale's name, such as nl in nl_NL.UTF-8."""
    return re.split(r"[-_.@]", name.strip().casefold())[0]


def _system_language() -> str:
    """The language that the system is set to, where the environment does not say."""
    import locale

    code = (locale.getlocale()[0] or "").split("_")[0].casefold()
    # Windows spells its languages out.
    code = {"english": "en", "dutch": "nl"}.get(code, code)
    return code if code in spoken() else FALLBACK
