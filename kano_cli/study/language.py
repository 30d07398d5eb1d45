"""The shipped languages: answer wordings, importance wordings, and words that tell sides apart."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kano_cli.core.categories import Answer
from kano_cli.study.words import name_key, normal


@dataclass(frozen=True)
class Wording:
    """One published way to word the five answers; per side where the sides differ."""

    language: str
    id: str
    source: str
    functional: Mapping[Answer, tuple[str, ...]]
    dysfunctional: Mapping[Answer, tuple[str, ...]]


@dataclass(frozen=True)
class ImportanceWording:
    """A scale of importance with words at some of its points."""

    id: str
    minimum: int
    maximum: int
    labels: Mapping[int, str]


@dataclass(frozen=True)
class Language:
    """One language file, as the readers use it.

    `answered` and `started` are names of columns with dates; under a name of this language the
    day comes first where one of the signs in `day_first` parts it from the month.
    """

    code: str
    name: str
    wordings: tuple[Wording, ...]
    importance: tuple[ImportanceWording, ...]
    missing: frozenset[str]
    negations: frozenset[str]
    particles: frozenset[str]
    importance_words: frozenset[str]
    sides: tuple[tuple[str, str], ...]
    long: Mapping[str, frozenset[str]]
    categories: Mapping[str, frozenset[str]]
    durations: frozenset[str]
    answered: frozenset[str]
    started: frozenset[str]
    day_first: str
    months: tuple[str, ...]


@cache
def languages() -> tuple[Language, ...]:
    """Every shipped language; the one with code "" holds what belongs to none."""
    folder = files("kano_cli.study") / "languages"
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(
        _language(tomllib.loads(entry.read_text("utf-8")))
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def _language(declared: dict[str, Any]) -> Language:
    """A language file as a record; texts that are matched are normalised here, once."""
    reading = declared.get("reading", {})
    return Language(
        code=declared["code"],
        name=declared["name"],
        wordings=tuple(_wording(declared["code"], scale) for scale in declared.get("scale", [])),
        importance=tuple(
            ImportanceWording(
                scale["id"],
                scale["min"],
                scale["max"],
                {int(point): label for point, label in scale["labels"].items()},
            )
            for scale in declared.get("importance", [])
        ),
        missing=_folded(reading.get("missing", [])),
        negations=_folded(reading.get("negations", [])),
        particles=_folded(reading.get("particles", [])),
        importance_words=_folded(reading.get("importance", [])),
        sides=tuple(
            (normal(side["functional"]), normal(side["dysfunctional"]))
            for side in declared.get("sides", [])
        ),
        long={role: _folded(names) for role, names in declared.get("long", {}).items()},
        categories={word: _folded(names) for word, names in declared.get("categories", {}).items()},
        durations=_folded(reading.get("durations", [])),
        answered=frozenset(name_key(name) for name in reading.get("answered", [])),
        started=frozenset(name_key(name) for name in reading.get("started", [])),
        day_first=reading.get("day_first", ""),
        months=tuple(reading.get("months", [])),
    )


def _wording(language: str, declared: dict[str, Any]) -> Wording:
    """One scale; without sides the same five answers stand on both."""
    sides = {side: declared.get(side, declared) for side in ("functional", "dysfunctional")}
    return Wording(
        language,
        declared["id"],
        declared["source"],
        **{
            side: {answer: tuple(texts[answer.word]) for answer in Answer if answer.word in texts}
            for side, texts in sides.items()
        },
    )


def _folded(texts: list[str]) -> frozenset[str]:
    """The texts as they are compared."""
    return frozenset(normal(text) for text in texts)


@cache
def missing_words() -> frozenset[str]:
    """Whole answers, normalised, that say that no answer was given."""
    return frozenset().union(*(language.missing for language in languages()))
