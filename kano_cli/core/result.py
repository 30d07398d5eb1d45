"""The result: frozen, unrounded records, the same for JSON, Python and every renderer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import nan
from typing import TYPE_CHECKING

from kano_cli.core.categories import Category
from kano_cli.core.certainty import PRIOR
from kano_cli.core.flat import COLUMNS, SCALED, WEIGHTED, WITH_ALL, row, with_all
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
    importance_scaled: bool = False


UNDATED = ("no-dates", "ambiguous-dates", "unreadable-dates")
"""Why it is not known when people answered: the file says nothing; day and month could change
places; or some of a column's texts are no dates. Keys of the words in `[unchecked]`."""


@dataclass(frozen=True)
class Origin:
    """What was read: the line above every table.

    With `categories_only` the file held no answers, and which table judged them is not known.
    `importance_scale` has the ends that the questionnaire declares. `weight` is the column of
    weights, None where every answer counts as one. `answered_from` and `answered_until` are the
    first and the last day on which somebody answered, as the file writes them; where they are not
    known, `undated` says why: one of `UNDATED`. `files` is how many files were read as one survey,
    and `file` then names their folder; 0 where it was a file.
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
    answered_from: date | None = None
    answered_until: date | None = None
    undated: str = ""
    files: int = 0


@dataclass(frozen=True)
class FeatureResult:
    """One feature, with every number unrounded; a number that does not exist is NaN.

    `answers` is None where the survey was `categories_only`: counts without a 5x5 grid.
    In a weighted survey counts are sums of weights, and intervals, tests and certainty rest on
    `effective_n`; how many people answered is `answered_unweighted`. Both are None without.
    `importance_weight` is the mean importance on a scale from 0 to 1, if its ends are declared.
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
    importance_weight: float = nan

    @property
    def scaled_better(self) -> float:
        """Better times the importance from 0 to 1. Source: Timko in Berger et al. (1993), p. 19."""
        return self.better * self.importance_weight

    @property
    def scaled_worse(self) -> float:
        """Worse times the importance from 0 to 1; 0 is never printed as -0."""
        return 0 - abs(self.worse) * self.importance_weight

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

        return pd.DataFrame(self.rows(), columns=self.columns()).set_index("id")

    def columns(self) -> tuple[str, ...]:
        """The names of the flat columns."""
        weighted = () if self.survey.weight is None else WEIGHTED
        scaled = SCALED if self.settings.importance_scaled else ()
        return (*COLUMNS, *weighted, *scaled, *(() if self.dropped is None else WITH_ALL))

    def rows(self) -> list[dict[str, object]]:
        """Every feature as flat columns; where respondents were dropped, also with all of them."""
        if self.dropped is None:
            return [row(feature) for feature in self.features]
        everybody = self.dropped.with_all
        return [{**row(feature), **with_all(everybody[feature.id])} for feature in self.features]

    def _repr_html_(self) -> str:
        """The table, as a notebook shows it."""
        from kano_cli.renderers.documents.notebook import html

        return html(self)
