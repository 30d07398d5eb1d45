"""What a column holds: answers, codes, importance, or something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kano_cli.core.categories import Answer, Codes
from kano_cli.readers.files.table import Column
from kano_cli.study.language import languages, missing_words
from kano_cli.study.scale import Scale, code_text
from kano_cli.study.words import normal

_LABELLED = re.compile(r"^\W*([a-z]{0,2}\d{1,3})\s*(?:[-.:=)]\s*|\s)(.+)$")
_CODE = re.compile(r"^(?:[a-z]{1,2}0*\d|-?\d{1,2})$")


@dataclass(frozen=True, eq=False)
class Reading:
    """A column under a scale; each property has an entry per different value of the column."""

    column: Column
    scale: Scale

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many rows hold each value."""
        return tuple(self.column.counts().tolist())

    @cached_property
    def missing(self) -> tuple[bool, ...]:
        """Which values say that no answer was given, unless the scale has them as answers."""
        return tuple(
            is_missing(value) and self.scale.answer(value) is None for value in self.column.values
        )

    @cached_property
    def known(self) -> tuple[bool, ...]:
        """Which values are answers, on whatever side."""
        return tuple(
            not missing and self.answer(value) is not None
            for value, missing in zip(self.column.values, self.missing, strict=True)
        )

    def answer(self, value: str, side: str = "") -> Answer | None:
        """What a value says; a label behind a code (`1 - I like it`) counts as the label."""
        found = self.scale.answer(value, side)
        if found is None and (labelled := _LABELLED.match(normal(value))):
            found = self.scale.answer(labelled[2], side)
        return found

    @property
    def plain_words(self) -> bool:
        """Whether somebody answered in words alone, without a code before them."""
        return any(
            known and self.scale.answer(value) is not None and not looks_coded(value)
            for value, known in zip(self.column.values, self.known, strict=True)
        )

    @property
    def known_rows(self) -> int:
        """Rows with a known answer."""
        return sum(n for n, known in zip(self.counts, self.known, strict=True) if known)

    @property
    def different_answers(self) -> int:
        """How many of the five answers occur."""
        found = zip(self.column.values, self.known, strict=True)
        return len({self.answer(value) for value, known in found if known})

    @property
    def unknown(self) -> list[tuple[str, int]]:
        """Values that are neither answers nor missing, with their rows, most frequent first."""
        rows = [
            (value, n)
            for value, n, known, missing in zip(
                self.column.values, self.counts, self.known, self.missing, strict=True
            )
            if not known and not missing and n
        ]
        return sorted(rows, key=lambda row: -row[1])

    @property
    def answers_only(self) -> bool:
        """Whether there is an answer, and nothing that is not an answer."""
        return self.known_rows > 0 and not self.unknown

    @property
    def blank(self) -> bool:
        """Whether nobody wrote anything here."""
        return not self.column.open and all(
            missing for missing, n in zip(self.missing, self.counts, strict=True) if n
        )

    @property
    def coded(self) -> bool:
        """Whether every value looks like a code, such as 1, AO03 or -2."""
        texts = [text for text, _ in self.unknown]
        return bool(texts) and all(looks_coded(text) for text in texts)

    def codes(self, side: str) -> Codes:
        """Each row's answer on a side as int8 (N,), 0 where there is none."""
        lookup = [
            0 if missing else (self.answer(value, side) or 0)
            for value, missing in zip(self.column.values, self.missing, strict=True)
        ]
        return np.array(lookup, dtype=np.int8)[self.column.codes]

    def said_nothing(self) -> list[tuple[str, int]]:
        """Words that mean no answer ("don't know"), with their rows."""
        return [
            (value, n)
            for value, n, missing in zip(self.column.values, self.counts, self.missing, strict=True)
            if missing and n and any(char.isalpha() for char in value)
        ]


def without_code(text: str) -> str:
    """A text as it is compared, without a code before it.

    >>> without_code("1 - I like it"), without_code("I like it")
    ('i like it', 'i like it')
    """
    labelled = _LABELLED.match(normal(text))
    return labelled[2] if labelled else normal(text)


def is_missing(text: str) -> bool:
    """Whether a text means that no answer was given."""
    folded = normal(text)
    return not folded or folded in missing_words()


def proven_codes(readings: Sequence[Reading]) -> dict[str, tuple[Answer, Reading, str]]:
    """Codes whose meaning cells show themselves, as in `1 - I like it`; with one such cell.

    A code that stands with two answers, or an answer with two codes, proves nothing, and then
    nothing is proven. Nor does a column that is full of other words.
    """
    proof: dict[str, tuple[Answer, Reading, str]] = {}
    for reading in readings:
        words = sum(n for text, n in reading.unknown if not looks_coded(text))
        if not reading.known_rows or words > reading.known_rows:
            continue
        for value in reading.column.values:
            labelled = _LABELLED.match(normal(value))
            if labelled is None or reading.scale.answer(value) is not None:
                continue
            answer = reading.scale.answer(labelled[2])
            if answer:
                proof.setdefault(code_text(labelled[1]), (answer, reading, value))
                if proof[code_text(labelled[1])][0] != answer:
                    return {}
    answers = [answer for answer, *_ in proof.values()]
    return proof if len(set(answers)) == len(answers) else {}


def looks_coded(text: str) -> bool:
    """Whether a text looks like a code, such as 1, AO03 or -2."""
    return bool(_CODE.match(code_text(text)))


def spoken_languages(readings: Sequence[Reading]) -> list[str]:
    """The fewest languages that together word every answer; empty for codes and own words."""
    texts = {
        normal(value)
        for reading in readings
        for value, known in zip(reading.column.values, reading.known, strict=True)
        if known
    }
    spoken = [reading.scale.languages for reading in readings][:1]
    wordings = [spoken[0][text] for text in texts if text in spoken[0]] if spoken else []
    wordings = [codes for codes in wordings if "" not in codes]
    chosen: list[str] = []
    while wordings:
        best = max(
            sorted({code for codes in wordings for code in codes}),
            key=lambda code: sum(code in codes for codes in wordings),
        )
        chosen.append(best)
        wordings = [codes for codes in wordings if best not in codes]
    return chosen


def negation_words(spoken: Sequence[str]) -> frozenset[str]:
    """The negations of these languages; of all where none is known."""
    chosen = [language for language in languages() if not spoken or language.code in spoken]
    return frozenset().union(*(language.negations for language in chosen))
