"""Which features of two surveys or more are the same: those of one id, then those of one name."""

from collections.abc import Sequence
from typing import Protocol, TypeVar, cast

from kano_cli.study.words import name_key


class Called(Protocol):
    """What has an id and a name."""

    @property
    def id(self) -> str:
        """What files call it."""

    @property
    def name(self) -> str:
        """What people call it."""


AnyCalled = TypeVar("AnyCalled", bound=Called)
One = TypeVar("One", bound=Called)
Other = TypeVar("Other", bound=Called)


def matched(waves: Sequence[Sequence[AnyCalled]]) -> list[tuple[AnyCalled | None, ...]]:
    """Each feature in every wave, None where a wave lacks it; the same id first, then the name."""
    rows: list[list[AnyCalled | None]] = []
    for at, wave in enumerate(waves):
        left = list(wave)
        for same in (_same_id, _same_name):
            for row in rows:
                free = len(row) == at
                found = next((each for each in left if free and same(row, each)), None)
                if found is not None:
                    row.append(found)
                    left.remove(found)
        rows = [row if len(row) > at else [*row, None] for row in rows]
        rows += [[*[None] * at, feature] for feature in left]
    return [tuple(row) for row in rows]


def paired(before: Sequence[One], after: Sequence[Other]) -> list[tuple[One | None, Other | None]]:
    """The features of two surveys side by side, None where one of them lacks a feature."""
    waves: list[Sequence[One | Other]] = [before, after]
    return [cast("tuple[One | None, Other | None]", row) for row in matched(waves)]


def _same_id(row: Sequence[Called | None], feature: Called) -> bool:
    """Whether an earlier wave calls this feature by the same id."""
    return any(each is not None and each.id == feature.id for each in row)


def _same_name(row: Sequence[Called | None], feature: Called) -> bool:
    """Whether an earlier wave calls this feature by the same name, but for case and signs."""
    key = name_key(feature.name)
    return any(each is not None and name_key(each.name) == key for each in row)
