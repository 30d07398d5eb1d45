"""Self-stated importance: which column rates which feature, and how its cells are read."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from kano_cli.errors import shortened
from kano_cli.findings import Finding, Place
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.questions.pairs import Pair
from kano_cli.readers.questions.sides import (
    IMPORTANCE,
    importance_words,
    named_sides,
    split_headers,
)
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.language import languages
from kano_cli.study.words import name_key, normal, word_list

_LEADING = re.compile(r"^\D{0,2}?(-?\d+(?:[.,]\d+)?)(?:\s*[-–:.)=]\s*\D.*|\s+\D.*)?$")
OWN_RATING = re.compile(r"^(?P<stem>\S.*?)(?:_i|\[i\])$", re.IGNORECASE | re.DOTALL)
"""What our own forms call the importance of a feature."""

_LOWEST, _HIGHEST = 0.0, 10.0


def importance_columns(
    columns: Sequence[Column],
    pairs: Sequence[Pair],
    called: Sequence[Sequence[str]] = (),
    worded: Sequence[Sequence[str]] = (),
) -> tuple[dict[int, Column], list[Column]]:
    """The importance column of each pair, by its place; and those that rate no known feature.

    `called` has for each pair what else its feature is called: its id, its name in a language.
    `worded` has for each pair the question about its importance, in each language.
    """
    questions: dict[str, set[int]] = {}
    for place, texts in enumerate(worded):
        for text in texts:
            questions.setdefault(normal(text), set()).add(place)
    stems = _stems(pairs, called)
    own = _own_words(pairs)
    found: dict[int, Column] = {}
    others = []
    for column in columns:
        rated = [*_rated_stems(column.header), *_rated_stems(column.code)]
        rated += _bare_stems(column, stems)
        places = {stems[name_key(stem)] for stem in rated if name_key(stem) in stems}
        asks = bool(set(word_list(column.header)) & importance_words())
        # A question in our own words is that one, whatever names stand inside it.
        whole = _worded_as(column, questions)
        if len(whole) == 1:
            places, rated = whole, [*rated, column.header]
        elif not places and asks:
            places = _named_within(column.header, stems) or _asked_of(column.header, own)
        free = len(places) == 1 and not places & found.keys()
        if free and (rated or ratings_only(column)):
            found[places.pop()] = column
        elif (rated or asks) and ratings_only(column):
            others.append(column)
    return found, others


def _stems(pairs: Sequence[Pair], called: Sequence[Sequence[str]]) -> dict[str, int]:
    """What each feature is called, as names are compared, with the place of its pair."""
    stems: dict[str, int] = {}
    for place, pair in enumerate(pairs):
        for name in (pair.name, *(called[place] if called else ())):
            stems.setdefault(name_key(name), place)
        for column in (pair.functional, pair.dysfunctional):
            for named in [*named_sides(column.header), *named_sides(column.code)]:
                stems.setdefault(name_key(named.stem), place)
    return stems


def _worded_as(column: Column, questions: Mapping[str, set[int]]) -> set[int]:
    """The features whose question about importance is a header, behind a group or alone."""
    header = normal(column.header)
    if header in questions:
        return questions[header]
    # Kobo writes the label of the group before that of the question.
    behind = [places for text, places in questions.items() if header.endswith(f"/{text}")]
    return behind[0] if len(behind) == 1 else set()


def _bare_stems(column: Column, stems: Mapping[str, int]) -> list[str]:
    """What `loani` rates beside `loan[f]`: LimeSurvey has no `_` in its codes.

    Only a feature that is there counts, or every word with an i at its end would rate one.
    """
    names = [name for name in (column.header, column.code) if name.isalnum() and name[-1] in "iI"]
    return [name[:-1] for name in names if name_key(name[:-1]) in stems]


def _named_within(header: str, stems: Mapping[str, int]) -> set[int]:
    """The one feature whose name stands in a question such as "How important is Search?".

    Of names inside one another the longest is meant; with several features none is.
    """
    text = f" {' '.join(word_list(header.replace('_', ' ')))} "
    inside = {stem for stem in stems if stem and f" {' '.join(word_list(stem))} " in text}
    longest = {s for s in inside if not any(s != o and f" {s} " in f" {o} " for o in inside)}
    places = {stems[stem] for stem in longest}
    return places if len(places) == 1 else set()


def asks_importance(column: Column) -> bool:
    """Whether a header, or the short name beside it, speaks of importance."""
    words = word_list(f"{column.header} {column.code.replace('_', ' ')}".replace("_", " "))
    return bool(set(words) & importance_words())


def _own_words(pairs: Sequence[Pair]) -> list[set[str]]:
    """For each pair the words of both questions that not all pairs have: what it is about."""
    both = [
        set(word_list(pair.functional.header)) & set(word_list(pair.dysfunctional.header))
        for pair in pairs
    ]
    common = set.intersection(*both) if len(both) > 1 else set()
    return [words - common for words in both]


def _asked_of(header: str, own: Sequence[set[str]]) -> set[int]:
    """The one pair whose own words all stand in a header; of words among others' the most."""
    words = set(word_list(header))
    inside = [at for at, mine in enumerate(own) if mine and mine <= words]
    most = [at for at in inside if not any(own[at] < own[other] for other in inside)]
    return set(most) if len(most) == 1 else set()


def _rated_stems(header: str) -> list[str]:
    """What a header says is rated: the stem beside an importance word, or a grid's row label.

    Our own forms call it by the feature's id: `locker_i` beside `locker_f` and `locker_d`.
    """
    stems = [named.stem for named in named_sides(header) if named.side == IMPORTANCE]
    if own := OWN_RATING.match(header.strip()):
        stems.append(own["stem"])
    for split in split_headers([header]):
        for question, label in (split[0], split[0][::-1]):
            if set(word_list(question)) & importance_words():
                stems.append(label)
    return [stem for stem in stems if stem]


def ratings_only(column: Column) -> bool:
    """Whether a column holds ratings and nothing else."""
    filled = [value for value in column.values if not is_missing(value)]
    return bool(filled) and all(rating(value) is not None for value in filled)


def rating(text: str) -> float | None:
    """The rating in a cell: its leading number, else a wording of a known scale.

    >>> rating("3 - Somewhat important"), rating("6"), rating("Extremely important"), rating("?")
    (3.0, 6.0, None, None)
    """
    match = _LEADING.match(normal(text))
    if match:
        return float(match[1].replace(",", "."))
    return _worded().get(normal(text))


@cache
def _worded() -> Mapping[str, float]:
    """Wordings that stand for one number in every scale that has them.

    "Very important" is 7 of 9, 7 of 7 or 4 of 5: such a word alone says nothing.
    """
    points: dict[str, set[int]] = {}
    for language in languages():
        for scale in language.importance:
            for point, label in scale.labels.items():
                points.setdefault(normal(label), set()).add(point)
    return {label: float(point.pop()) for label, point in points.items() if len(point) == 1}


def ratings(
    table: Table, column: Column, declared: tuple[float, float] | None
) -> tuple[npt.NDArray[np.float32], list[Finding]]:
    """Each row's rating, float32 (N,), NaN where blank or not readable; what was rejected."""
    low, high = declared or (_LOWEST, _HIGHEST)
    read = [None if is_missing(value) else rating(value) for value in column.values]
    refused = [
        value
        for value, number in zip(column.values, read, strict=True)
        if not is_missing(value) and (number is None or not low <= number <= high)
    ]
    findings = []
    if refused:
        first = column.values.index(refused[0])
        row = column.first_row(first)
        counts = column.counts()
        findings.append(
            Finding(
                "K111",
                {
                    "count": int(sum(counts[column.values.index(value)] for value in refused)),
                    "value": shortened(refused[0]),
                },
                Place(
                    table.file,
                    table.sheet,
                    None if table.file_of else table.row_number(row),
                    f"{column.letter} {shortened(column.header)}",
                ),
            )
        )
    lookup = [np.nan if number is None or not low <= number <= high else number for number in read]
    return np.array(lookup, dtype=np.float32)[column.codes], findings
