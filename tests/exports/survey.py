"""One small invented survey, and what must be read from whatever way it is written."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Pair: TypeAlias = tuple[int, int]
"""The functional and the dysfunctional answer, 1 like to 5 dislike; 0 is blank."""
Words: TypeAlias = Sequence[str]
"""The five answers at their codes; blank at 0."""
Reading: TypeAlias = dict[str, list[Pair]]


@dataclass(frozen=True)
class Feature:
    """A feature as it is named in columns, in rows of a grid and inside a question."""

    id: str
    name: str
    phrase: str

    @property
    def functional(self) -> str:
        """The whole question about having it."""
        return f"If we had {self.phrase}, how would you feel?"

    @property
    def dysfunctional(self) -> str:
        """The whole question about not having it."""
        return f"If we did not have {self.phrase}, how would you feel?"


@dataclass(frozen=True)
class Person:
    """One answered form; importance is 1..9, 0 is blank."""

    number: int
    city: str
    pairs: tuple[Pair, ...]
    importance: tuple[int, ...]

    @property
    def began(self) -> dt.datetime:
        """When this person opened the form."""
        return dt.datetime(2026, 10, 5, 8, 51) + dt.timedelta(minutes=7 * self.number)

    @property
    def ended(self) -> dt.datetime:
        """When this person sent it."""
        return self.began + dt.timedelta(minutes=3, seconds=self.number)


@dataclass(frozen=True)
class Export:
    """A file as a tool writes it, and what must be read from it."""

    name: str
    platform: str | None
    filename: str
    content: bytes
    expected_pairs: Reading
    left_out: Mapping[str, int] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    expected_importance: Mapping[str, list[int]] = field(default_factory=dict)


FEATURES = (
    Feature("loanbike", "Loan bike", "a loan bike"),
    Feature("nightlocker", "Night locker", "a night locker"),
    Feature("cafe", "Café", "a café"),
)
IDS = tuple(feature.id for feature in FEATURES)
NAMES = tuple(feature.name for feature in FEATURES)
QUESTIONS = tuple(feature.functional for feature in FEATURES)
NUMBERED = tuple(f"Feature {at}" for at in (1, 2, 3))
WITH = "If we had this, how would you feel?"
WITHOUT = "If we did not have this, how would you feel?"
IMPORTANT = "How important is this to you?"

PEOPLE = (
    Person(1, "Utrecht", ((1, 5), (2, 5), (1, 3)), (7, 3, 2)),
    Person(2, "Ghent", ((1, 4), (3, 3), (1, 2)), (6, 4, 1)),
    Person(3, "Utrecht", ((2, 5), (3, 5), (0, 0)), (9, 6, 3)),
    Person(4, "", ((1, 5), (2, 0), (4, 3)), (3, 5, 6)),
    Person(5, "Ghent", ((3, 3), (2, 5), (1, 4)), (5, 0, 9)),
    Person(6, "Utrecht", ((1, 5), (3, 4), (5, 1)), (8, 7, 4)),
)
# People whose rows a tool keeps in its file and a reader must leave out.
PREVIEW = Person(7, "Ghent", ((4, 2), (5, 1), (2, 2)), (1, 1, 1))
UNFINISHED = Person(8, "Ghent", ((1, 0), (0, 0), (0, 0)), (0, 0, 0))
TRIAL = Person(9, "Utrecht", ((5, 5), (4, 1), (3, 2)), (1, 9, 1))
REJECTED = Person(10, "Ghent", ((5, 2), (4, 4), (2, 1)), (2, 8, 2))
EMPTY = Person(11, "Utrecht", ((0, 0), (0, 0), (0, 0)), (0, 0, 0))

ENGLISH = ("", "I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it")
CURLY = ("", "I like it", "I expect it", "I’m neutral", "I can tolerate it", "I dislike it")
CODE_WORDS = ("", "like", "must_be", "neutral", "live_with", "dislike")
NUMBERS = ("", "1", "2", "3", "4", "5")
IMPORTANCE = (
    *("", "1 - Not at all important", "2", "3 - Somewhat important", "4", "5 - Important"),
    *("6", "7 - Very important", "8", "9 - Extremely important"),
)


def reading(names: Sequence[str]) -> Reading:
    """The pairs of the six people under these names of the features."""
    return {name: [person.pairs[at] for person in PEOPLE] for at, name in enumerate(names)}


def importance(names: Sequence[str]) -> dict[str, list[int]]:
    """The importance that the six people gave, under these names."""
    return {name: [person.importance[at] for person in PEOPLE] for at, name in enumerate(names)}


def neighbours(person: Person, words: Words) -> list[str]:
    """The answers, both of a feature beside each other."""
    return [words[answer] for pair in person.pairs for answer in pair]


def halves(person: Person, words: Words) -> list[str]:
    """The answers, first all functional ones, then all dysfunctional ones."""
    return [words[pair[side]] for side in (0, 1) for pair in person.pairs]


def whole_questions() -> list[str]:
    """The headers where each question was written out, both of a feature beside each other."""
    return [text for one in FEATURES for text in (one.functional, one.dysfunctional)]


def grid(form: str, functional: str = WITH, dysfunctional: str = WITHOUT) -> list[str]:
    """The headers of two grids; `form` has places for {question} and {name}."""
    return [
        form.format(question=question, name=name)
        for question in (functional, dysfunctional)
        for name in NAMES
    ]


def suffixed(form: str = "{id}_{side}", sides: tuple[str, str] = ("f", "d")) -> list[str]:
    """The headers with a mark for the side, both of a feature beside each other."""
    return [form.format(id=one.id, name=one.name, side=side) for one in FEATURES for side in sides]


def rows(people: Iterable[Person], row: Callable[[Person], Sequence[str]]) -> list[list[str]]:
    """What `row` makes of each person."""
    return [list(row(person)) for person in people]
