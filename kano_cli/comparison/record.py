"""A comparison: frozen, unrounded records, the same for JSON, Python and every renderer."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from kano_cli.core.categories import CATEGORY_WORDS
from kano_cli.core.flat import WEIGHTED
from kano_cli.core.homogeneity import Homogeneity
from kano_cli.core.path import Direction
from kano_cli.core.result import FeatureResult, KanoResult, Settings
from kano_cli.findings import Finding

if TYPE_CHECKING:
    import pandas as pd

SORTS = ("difference", "file")
"""The orders of the features: what differs most first, or as the file has them."""

Interval = tuple[float, float]


class Kind(StrEnum):
    """What the groups are."""

    SEGMENTS = "segments"
    WAVES = "waves"


@dataclass(frozen=True)
class Group:
    """People who are compared with others: their name, and their result."""

    name: str
    result: KanoResult

    @property
    def respondents(self) -> int:
        """How many they are."""
        return self.result.survey.respondents


@dataclass(frozen=True)
class Difference:
    """Better and Worse of a group, minus those of another, or of all others together.

    `group` and `against` are places among the groups; `against` is None for all others. Both
    intervals are Newcombe's. NaN where one of the two has no answer.
    """

    group: int
    against: int | None
    better: float
    better_interval: Interval
    worse: float
    worse_interval: Interval


@dataclass(frozen=True)
class Path:
    """How a category moved from the first wave to the last, and the adjusted p of that."""

    direction: Direction
    adjusted_p: float
    moved: bool


@dataclass(frozen=True)
class WithAll:
    """What the test of a feature says with everybody counted, where people were dropped."""

    adjusted_p: float
    differs: bool | None


@dataclass(frozen=True)
class ComparedFeature:
    """One feature in every group; a number that does not exist is NaN.

    `results` has an entry per group, None where a wave does not have the feature. `differs` says
    whether the groups differ at the confidence of the settings, None where there is no test.
    """

    id: str
    name: str
    results: tuple[FeatureResult | None, ...]
    test: Homogeneity
    adjusted_p: float
    differs: bool | None
    differences: tuple[Difference, ...]
    path: Path | None = None
    with_all: WithAll | None = None


@dataclass(frozen=True)
class GroupComparison:
    """Every feature in every group, tested; `features` stand in the order that was asked for.

    `by` is the column of the segments, blank for waves; `left_out` is how many respondents have
    no group. `alone` names features that one wave only has, with the place of that wave.
    """

    kind: Kind
    by: str
    settings: Settings
    adjustment: str
    permutation: bool
    sort: str
    groups: tuple[Group, ...]
    features: tuple[ComparedFeature, ...]
    alone: tuple[tuple[str, int], ...] = ()
    left_out: int = 0
    findings: tuple[Finding, ...] = field(default=())

    def feature(self, name: str) -> ComparedFeature:
        """The feature of this id or name.

        Raises:
            KeyError: if there is none.
        """
        for feature in self.features:
            if name in (feature.id, feature.name):
                return feature
        raise KeyError(name)

    def with_all(self, at: int, result: FeatureResult | None) -> FeatureResult | None:
        """The same feature in a group with everybody counted; None where nobody was dropped."""
        gone = self.groups[at].result.dropped
        return None if gone is None or result is None else gone.with_all[result.id]

    @property
    def shuffled(self) -> bool:
        """Whether a permutation p leads for any feature."""
        return any(feature.test.permutation_p >= 0 for feature in self.features)

    @property
    def weighted(self) -> bool:
        """Whether the people of any group have weights."""
        return any(group.result.survey.weight is not None for group in self.groups)

    @property
    def dropped(self) -> int | None:
        """How many respondents were left out on request; None where nobody was to be."""
        gone = [group.result.dropped for group in self.groups]
        return None if None in gone else sum(each.respondents for each in gone if each)

    def columns(self) -> tuple[str, ...]:
        """The names of the flat columns."""
        gone = () if self.dropped is None else DROPPED
        return (*COLUMNS, *(WEIGHTED if self.weighted else ()), *gone)

    def to_frame(self) -> "pd.DataFrame":
        """A pandas table, a row per feature and group."""
        import pandas as pd

        return pd.DataFrame(self.rows(), columns=list(self.columns()))

    def rows(self) -> list[dict[str, object]]:
        """Every feature in every group as flat columns."""
        return [
            row(self, feature, at) for feature in self.features for at in range(len(self.groups))
        ]


_TESTED = (
    "chi2", "df", "n", "smallest_expected", "asymptotic_p", "permutation_p", "p_value",
    "cramers_v",
)  # fmt: skip
_DIFFERING = (
    "better_difference", "better_difference_low", "better_difference_high",
    "worse_difference", "worse_difference_low", "worse_difference_high",
)  # fmt: skip
COLUMNS = (
    "id", "name", "group", "respondents", "category", "certainty", "answered", "classified",
    *CATEGORY_WORDS, "better", "worse", "against", *_DIFFERING, *_TESTED, "adjusted_p", "differs",
    "path",
)  # fmt: skip


DROPPED = ("category_with_all", "adjusted_p_with_all", "differs_with_all")
"""What stands behind them where respondents were dropped: the same with everybody counted."""


def row(comparison: GroupComparison, feature: ComparedFeature, at: int) -> dict[str, object]:
    """A feature in one group as flat columns; the test of the feature stands in each."""
    group, result = comparison.groups[at], feature.results[at]
    cells: dict[str, object] = dict.fromkeys(comparison.columns())
    cells |= {"id": feature.id, "name": feature.name, "group": group.name}
    cells |= {name: getattr(feature.test, name) for name in _TESTED}
    cells |= {"adjusted_p": feature.adjusted_p, "differs": feature.differs}
    cells |= {"respondents": group.respondents}
    if comparison.weighted and result is not None:
        cells |= {"answered_unweighted": result.people, "effective_n": result.size}
    cells["path"] = feature.path.direction.value if feature.path else None
    if result is not None:
        cells |= dict(zip(CATEGORY_WORDS, result.counts, strict=True))
        cells |= {
            "category": result.category.word if result.category is not None else None,
            "certainty": result.certainty,
            "answered": result.answered,
            "classified": result.classified,
            "better": result.better,
            "worse": result.worse,
        }
    if feature.with_all:
        cells["adjusted_p_with_all"] = feature.with_all.adjusted_p
        cells["differs_with_all"] = feature.with_all.differs
        if (everybody := comparison.with_all(at, result)) is not None:
            category = everybody.category
            cells["category_with_all"] = category.word if category is not None else None
    for difference in feature.differences:
        if difference.group == at:
            against = difference.against
            ends = (*difference.better_interval, *difference.worse_interval)
            values = (difference.better, *ends[:2], difference.worse, *ends[2:])
            cells |= dict(zip(_DIFFERING, values, strict=True))
            cells["against"] = "" if against is None else comparison.groups[against].name
    return cells
