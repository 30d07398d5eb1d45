"""The result: frozen, unrounded records, the same for JSON, Python and every renderer."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from kano_cli.core.categories import CATEGORY_WORDS, Category
from kano_cli.core.certainty import PRIOR
from kano_cli.core.intervals import CONFIDENCE, INTERVALS
from kano_cli.core.rules import DEFAULT_RULE
from kano_cli.core.scores import CONTINUOUS, Mean
from kano_cli.core.significance import Fong
from kano_cli.core.tables import STANDARD, EvaluationTable
from kano_cli.core.weights import whole
from kano_cli.findings import Finding

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Settings:
    """How answers become categories."""

    table: EvaluationTable = STANDARD
    rule: str = DEFAULT_RULE
    sort: str = "category"
    confidence: float = CONFIDENCE
    prior: float = PRIOR
    intervals: str = INTERVALS[0]


@dataclass(frozen=True)
class Origin:
    """What was read: the line above every table.

    With `categories_only` the file held no answers, and which table judged them is not known.
    `importance_scale` has the ends that the questionnaire declares. `weight` is the column of
    weights, None where every answer counts as one.
    """

    file: str
    sheet: str = ""
    layout: str = "wide"
    platform: str | None = None
    language: str | None = None
    respondents: int = 0
    features: int = 0
    half_answered_pairs: int = 0
    left_out_rows: Mapping[str, int] = field(default_factory=dict)
    categories_only: bool = False
    importance_scale: tuple[float, float] | None = None
    weight: str | None = None


@dataclass(frozen=True)
class FeatureResult:
    """One feature, with every number unrounded; a number that does not exist is NaN.

    `answers` is None where the survey was `categories_only`: counts without a 5x5 grid.
    In a weighted survey counts are sums of weights, and intervals, tests and certainty rest on
    `effective_n`; how many people answered is `answered_unweighted`. Both are None without.
    """

    id: str
    name: str
    rank: int
    category: Category | None
    tied: bool
    runner_up: Category | None
    mixed: bool
    certainty: float
    answered: float
    classified: float
    half_answered: int
    counts: tuple[float, ...]
    shares: tuple[float, ...]
    share_intervals: tuple[tuple[float, float], ...]
    better: float
    better_interval: tuple[float, float]
    worse: float
    worse_interval: tuple[float, float]
    total_strength: float
    category_strength: float
    distinct: bool | None
    p_value: float
    fong: Fong | None
    functional_score: Mean
    dysfunctional_score: Mean
    importance: Mean | None
    rules: Mapping[str, Category | None]
    answers: tuple[tuple[float, ...], ...] | None
    answered_unweighted: int | None = None
    effective_n: float | None = None

    @property
    def people(self) -> int:
        """How many people answered both questions, whatever their weights."""
        unweighted = self.answered_unweighted
        return int(self.answered) if unweighted is None else unweighted

    @property
    def size(self) -> float:
        """The size that intervals, tests and certainty rest on."""
        return self.answered if self.effective_n is None else self.effective_n

    def sized(self, count: float) -> float:
        """A count in answers of that size: itself, without weights."""
        if self.effective_n is None or not self.answered:
            return count
        return whole(count * self.effective_n / self.answered)

    @property
    def rules_disagree(self) -> bool:
        """Whether the rules that could give this category give another.

        Quadrant and continuous never say reverse or questionable, so there they do not count;
        continuous has nothing to say where it has no answers, and that is no dissent.
        """
        outside = self.category in (Category.REVERSE, Category.QUESTIONABLE)
        said = {
            name: said
            for name, said in self.rules.items()
            if not (outside and name in ("quadrant", CONTINUOUS))
            and not (said is None and name == CONTINUOUS)
        }
        return len(set(said.values())) > 1


@dataclass(frozen=True)
class Dropped:
    """Who was left out on request, and every feature with them and without.

    `kinds` has for each kind how many went because of it: together `respondents`, each once.
    `features` are pairs: everybody counted, and without those dropped. All of them stand here,
    also where a result shows fewer.
    """

    respondents: int
    kinds: Mapping[str, int]
    features: tuple[tuple[FeatureResult, FeatureResult], ...]

    @property
    def with_all(self) -> Mapping[str, FeatureResult]:
        """Each feature by its id, with everybody counted."""
        return {both.id: both for both, _ in self.features}


@dataclass(frozen=True)
class KanoResult:
    """A classified survey; `features` stand in the order of the ranking.

    With `dropped` some respondents were left out on request, and count in no feature here.
    """

    survey: Origin
    settings: Settings
    features: tuple[FeatureResult, ...]
    findings: tuple[Finding, ...] = ()
    dropped: Dropped | None = None

    def feature(self, name: str) -> FeatureResult:
        """The feature of this id or name.

        Raises:
            KeyError: if there is none.
        """
        for feature in self.features:
            if name in (feature.id, feature.name):
                return feature
        raise KeyError(name)

    def shown(self, only: Collection[Category] = (), top: int | None = None) -> "KanoResult":
        """The same result with fewer features: of these categories, and the first so many."""
        kept = [feature for feature in self.features if not only or feature.category in only]
        return replace(self, features=tuple(kept[:top]))

    def to_frame(self) -> "pd.DataFrame":
        """A pandas table, a row per feature in the order of the ranking, indexed by id."""
        import pandas as pd

        return pd.DataFrame(self.rows(), columns=list(self.columns())).set_index("id")

    def columns(self) -> tuple[str, ...]:
        """The names of the flat columns."""
        weighted = () if self.survey.weight is None else WEIGHTED
        return (*COLUMNS, *weighted, *(() if self.dropped is None else WITH_ALL))

    def rows(self) -> list[dict[str, object]]:
        """Every feature as flat columns; where respondents were dropped, also with all of them."""
        if self.dropped is None:
            return [row(feature) for feature in self.features]
        everybody = self.dropped.with_all
        return [{**row(feature), **_with_all(everybody[feature.id])} for feature in self.features]

    def _repr_html_(self) -> str:
        """The table, as a notebook shows it."""
        from kano_cli.renderers.documents.notebook import html

        return html(self)


COLUMNS = (
    "id", "name", "rank", "category", "runner_up", "mixed", "certainty", "answered", "classified",
    "half_answered", *CATEGORY_WORDS, "better", "better_low", "better_high", "worse", "worse_low",
    "worse_high", "total_strength", "category_strength", "distinct", "p_value", "importance",
)  # fmt: skip

WEIGHTED = ("answered_unweighted", "effective_n")
"""What stands behind them in a weighted survey."""

WITH_ALL = (
    "category_with_all", "certainty_with_all", "answered_with_all", "better_with_all",
    "worse_with_all",
)  # fmt: skip
"""What stands behind them where respondents were dropped: the same with everybody counted."""


def _with_all(feature: FeatureResult) -> dict[str, object]:
    """A feature with everybody counted, as flat columns."""
    fields = row(feature)
    return {name: fields[name.removesuffix("_with_all")] for name in WITH_ALL}


def row(feature: FeatureResult) -> dict[str, object]:
    """One feature as flat columns: the words of the JSON, the counts by their category."""
    fields = asdict(feature)
    low, high = feature.better_interval
    far, close = feature.worse_interval
    return {
        **{name: fields[name] for name in (*COLUMNS, *WEIGHTED) if name in fields},
        **dict(zip(CATEGORY_WORDS, feature.counts, strict=True)),
        "category": feature.category.word if feature.category is not None else None,
        "runner_up": feature.runner_up.word if feature.runner_up is not None else None,
        "better_low": low,
        "better_high": high,
        "worse_low": far,
        "worse_high": close,
        "importance": feature.importance.mean if feature.importance else None,
    }
