"""A form on paper that somebody filled in on a screen, as one record like those of other forms."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kano_cli.errors import KanoError, visible
from kano_cli.findings import Fact, Finding, Place
from kano_cli.readers.files.source import Source

CONSENT = "kano_consent"
MAX_BYTES = 50_000_000
"""No form is larger; a picture in it may come near."""

# What people and programs put in a box, and what an empty one shows.
TICKS = frozenset("xXvV*✓✔√✅☑☒🗹🗷🗵×✕✖✗✘❌●⬤◉■")
EMPTY = frozenset("☐□▢○◯")


@dataclass(frozen=True)
class Facts:
    """What a form carries: which it is, the names of its features and its questions, in order.

    `choices` and `texts` are by code of the question: the codes of the answers, and what stands
    beside each box. All are empty where a program dropped them.
    """

    stamp: str = ""
    consent: bool = False
    title: str = ""
    language: str = ""
    features: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass
class Filled:
    """What somebody ticked, by code of the question; `consent` is None where none is asked."""

    facts: Facts
    ticked: dict[str, list[str]] = field(default_factory=dict)
    consent: bool | None = None

    def note(self, question: str, choice: str, *, ticked: bool) -> None:
        """Take in one box."""
        if question == CONSENT:
            self.consent = bool(self.consent) or ticked
            return
        there = self.ticked.setdefault(question, [])
        if ticked and choice not in there:
            there.append(choice)


def read_facts(text: str) -> Facts | None:
    """The facts of a form; None where the text is something else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("questions"), dict):
        return None
    asked = {
        code: one
        for code, one in found["questions"].items()
        if isinstance(one, dict) and isinstance(one.get("choices"), list)
    }
    return Facts(
        _text(found.get("hash")),
        found.get("consent") is True,
        _text(found.get("questionnaire")),
        _text(found.get("language")),
        {str(code): _text(name) for code, name in _pairs(found.get("features"))},
        {code: _text(one.get("number")) for code, one in asked.items()},
        {code: [_text(choice) for choice in one["choices"]] for code, one in asked.items()},
        {code: [_text(text) for text in _list(one.get("texts"))] for code, one in asked.items()},
    )


def _text(value: Any) -> str:  # noqa: ANN401  # whatever stands in somebody's file
    """A text; nothing for anything else."""
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:  # noqa: ANN401  # as above
    """A list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def _pairs(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # as above
    """The entries of an object; none of anything else."""
    yield from value.items() if isinstance(value, dict) else ()


def as_json(source: Source, filled: Filled, *, sender: str) -> tuple[Source, tuple[Finding, ...]]:
    """The answers of one respondent as our own JSON, and what is wrong with them.

    Args:
        source: the file.
        filled: what was ticked in it.
        sender: what tells this respondent's file from those of others.

    Raises:
        KanoError: if nobody filled it in, or nobody agreed that the answers are used.
    """
    if not any(filled.ticked.values()):
        raise KanoError(
            "is a form that nobody has filled in",
            source.name,
            "tick the answers in it and save it, or leave this file out",
            left_out="empty",
        )
    if not filled.consent and (filled.consent is False or filled.facts.consent):
        raise KanoError(
            "its box of consent is not ticked, so its answers are not used",
            source.name,
            "leave this file out, or ask whoever filled it in",
            left_out="no-consent",
        )
    facts = filled.facts
    codes = list(dict.fromkeys([*facts.choices, *filled.ticked]))
    answers = {}
    for code in codes:
        ticked = filled.ticked.get(code, [])
        answers[code] = ticked[0] if len(ticked) == 1 else ""
    record = {
        "questionnaire": facts.title,
        "hash": facts.stamp,
        "language": facts.language,
        "respondent": str(uuid5(NAMESPACE_URL, sender)),
        "features": facts.features,
        "answers": answers,
    }
    double = [code for code in codes if len(filled.ticked.get(code, [])) > 1]
    content = json.dumps(record).encode()
    return replace(source, path=None, content=content), tuple(_twice(source, facts, double))


def _twice(source: Source, facts: Facts, double: Sequence[str]) -> Iterator[Finding]:
    """The questions with more than one tick, which count as blank."""
    if double:
        questions = tuple((_called(facts, code), 1) for code in double)
        told: dict[str, Fact] = {"variant": "form", "count": len(double), "features": questions}
        yield Finding("K117", {**told, "file": source.name}, Place(source.name))


def _called(facts: Facts, code: str) -> str:
    """A question: its number and the feature that it is about, or else its code."""
    name = facts.features.get(code.rpartition("_")[0]) or code
    return visible(f"{facts.numbers.get(code, '')} {name}".strip())
