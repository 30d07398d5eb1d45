"""The answers to the quick scan, as the columns of any table hold them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from kano_cli.core.categories import Floats
from kano_cli.errors import KanoError, shortened
from kano_cli.journey.quick_scan.statements import LANGUAGES, STEPS, quick_scan
from kano_cli.study.words import name_key

_GRID = re.compile(r"\[(.+)\]\s*$", re.DOTALL)
_NUMBERED = re.compile(r"^\d{1,2}\s*[.):]\s*")
_RATING = re.compile(rf"([1-{STEPS}])(?:[.,]0+)?(?:[\s=:(-]+(?P<label>[^\W\d].*?)\)?)?")


@dataclass(frozen=True, eq=False)
class ScanAnswers:
    """What people answered: float64 (N, statements) from 1 to 5, NaN for a blank.

    The columns are all statements of the scan in its order; of `missing` (ids) there is none in
    the file. `empty` people answered nothing at all, and are not among the N.
    """

    ratings: Floats
    missing: tuple[str, ...] = ()
    empty: int = 0


@dataclass(frozen=True)
class NotOnScale:
    """A cell that holds no answer of the scale: row and column, counted from 0."""

    row: int
    column: int
    text: str


def statement_columns(headers: Sequence[str]) -> dict[str, int]:
    """Where each statement stands, by its id: the header is its id or its text, in any language.

    Around the text there may be a number, or the title of a grid: ``Our scan [We keep …]``.

    Raises:
        KanoError: where a statement stands twice, or none is found.
    """
    found: dict[str, int] = {}
    for place, header in enumerate(headers):
        statement = _known().get(_bare(header))
        if statement is None:
            continue
        if statement in found:
            raise KanoError(
                f'two columns hold the statement "{shortened(header)}"',
                hint="leave one of them out",
            )
        found[statement] = place
    if not found:
        raise KanoError(
            "no column is a statement of the quick scan",
            hint="its columns are the statements or their ids; "
            "kano quick-scan new -o scan.csv writes them",
        )
    return found


def ratings_of(
    columns: Mapping[str, int], texts: Mapping[int, Sequence[str]]
) -> ScanAnswers | NotOnScale:
    """The answers, or the first cell that holds none.

    Args:
        columns: the place of each statement, by id.
        texts: what each row holds, by place.
    """
    ids = [each.id for each in quick_scan(LANGUAGES[0]).statements]
    rows = len(next(iter(texts.values())))
    ratings = np.full((rows, len(ids)), np.nan)
    for at, statement in enumerate(ids):
        if statement not in columns:
            continue
        place = columns[statement]
        for row, text in enumerate(texts[place]):
            rating = rating_of(text)
            if rating is None:
                return NotOnScale(row, place, text)
            ratings[row, at] = rating
    answered = ~np.isnan(ratings).all(axis=1)
    missing = tuple(each for each in ids if each not in columns)
    return ScanAnswers(ratings[answered], missing, int((~answered).sum()))


def rating_of(text: str) -> float | None:
    """The step that a text stands for, NaN for a blank, None for what is none.

    A number and a label that say different things are none: then the scale ran the other way.

    >>> rating_of("4"), rating_of("4 - eens"), rating_of("Helemaal eens"), rating_of("1 = agree")
    (4.0, 4.0, 5.0, None)
    """
    bare = name_key(text)
    if not bare:
        return float("nan")
    if (step := _steps().get(bare)) is not None:
        return step
    number = _RATING.fullmatch(bare)
    if number is None:
        return None
    step = float(number[1])
    label = number["label"]
    return step if label is None or _steps().get(label, step) == step else None


def _bare(header: str) -> str:
    """A header without what a form puts around the statement."""
    grid = _GRID.search(header)
    return name_key(_NUMBERED.sub("", (grid[1] if grid else header).strip()))


@cache
def _known() -> Mapping[str, str]:
    """The id of every statement, by its id and its texts."""
    return {
        name_key(text): each.id
        for language in LANGUAGES
        for each in quick_scan(language).statements
        for text in (each.id, each.text)
    }


@cache
def _steps() -> Mapping[str, float]:
    """The step of every word of the scale, in any language."""
    return {
        name_key(word): float(step)
        for language in LANGUAGES
        for step, word in enumerate(quick_scan(language).scale, 1)
    }
