"""What people answered, as numbers: the end of reading, the start of counting."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Answer, Codes, Floats, Ints
from kano_cli.core.result import Origin
from kano_cli.core.scores import Mean, means
from kano_cli.core.tables import STANDARD, EvaluationTable
from kano_cli.core.tally import Tally, tally
from kano_cli.core.weights import WeightedTally, weighted_tally
from kano_cli.errors import KanoError
from kano_cli.findings import Finding


@dataclass(frozen=True)
class Feature:
    """One feature that was asked about twice."""

    id: str
    name: str
    functional: str = ""
    dysfunctional: str = ""
    touchpoint: str = ""
    moment: str = ""
    experience: str = ""


@dataclass(frozen=True, eq=False)
class Groups:
    """In which group of people each of N respondents is, as a column of the file says.

    `named` are the different texts of that column, in order, also where nobody of a group
    answered; `codes`, int64 (N,), is each respondent's place among them, -1 where the column
    is blank.
    """

    column: str
    named: tuple[str, ...]
    codes: Ints


@dataclass(frozen=True)
class Wording:
    """In which words people were asked, and answered; only what a file shows.

    `answers` has by side and answer the texts that stand for it, as compared and as written;
    codes are no words. `questions` has the headers of both columns by feature id.
    """

    answers: Mapping[tuple[str, Answer], Mapping[str, str]] = field(default_factory=dict)
    questions: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Responses:
    """The answers of N respondents to F features.

    `functional` and `dysfunctional` are int8 (N, F) of `Answer` values, 0 where blank;
    `importance` is float32 (N, F), NaN where blank, or None; each segment has N values.
    `durations` is float64 (N,), how long each of them took by `duration_column`, NaN where not
    known. `respondents` is int64 (N,): the same number is the same person, -1 where nobody is
    named. Both are None where the file does not say. `weights` is float64 (N,), what each of
    them counts, by `weight_column`; None where everybody counts as one. `ratings` are float64
    (N,) by the key of the questionnaire's column, NaN where blank; `received` is int64 (N,) by
    feature id: 1 for who got it, 0 for who did not, -1 where that is not known.
    """

    features: tuple[Feature, ...]
    functional: Codes
    dysfunctional: Codes
    importance: npt.NDArray[np.float32] | None = None
    segments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    durations: npt.NDArray[np.float64] | None = None
    duration_column: str = ""
    respondents: Ints | None = None
    groups: Groups | None = None
    weights: Floats | None = None
    weight_column: str = ""
    ratings: Mapping[str, Floats] = field(default_factory=dict)
    received: Mapping[str, Ints] = field(default_factory=dict)

    def only(self, kept: npt.NDArray[np.bool_]) -> "Responses":
        """The answers of some of the respondents; `kept` is bool (N,)."""
        return replace(
            self,
            functional=_rows(self.functional, kept),
            dysfunctional=_rows(self.dysfunctional, kept),
            importance=None if self.importance is None else self.importance[kept],
            segments={
                name: tuple(np.array(texts, dtype=object)[kept].tolist())
                for name, texts in self.segments.items()
            },
            durations=None if self.durations is None else self.durations[kept],
            respondents=None if self.respondents is None else self.respondents[kept],
            weights=None if self.weights is None else self.weights[kept],
            ratings={key: ratings[kept] for key, ratings in self.ratings.items()},
            received={key: got[kept] for key, got in self.received.items()},
            groups=self.groups and replace(self.groups, codes=self.groups.codes[kept]),
        )

    def tally(self) -> Tally:
        """The counts of these answers."""
        return tally(self.functional, self.dysfunctional)

    def weighted(self) -> WeightedTally | None:
        """The weights of these answers; None where everybody counts as one."""
        if self.weights is None:
            return None
        return weighted_tally(self.functional, self.dysfunctional, self.weights)


@dataclass(frozen=True, eq=False)
class Survey:
    """A survey as it was read: its counts, where they came from, what to know about them.

    `responses` is None where the file held counts only. `importance` has a mean per feature.
    `category_counts`, int64 (F, 6), is there where the file held categories and no answers: then
    the tally is all zeros, and which evaluation table made them is not known. `weighted` is
    beside the tally, which counts people, where people have weights.
    """

    features: tuple[Feature, ...]
    tally: Tally
    origin: Origin
    importance: tuple[Mean | None, ...] = ()
    findings: tuple[Finding, ...] = ()
    responses: Responses | None = None
    category_counts: Ints | None = None
    wording: Wording = Wording()
    weighted: WeightedTally | None = None

    @classmethod
    def of(
        cls, responses: Responses, origin: Origin | None = None, findings: tuple[Finding, ...] = ()
    ) -> "Survey":
        """The survey that these answers make."""
        importance: tuple[Mean | None, ...] = (None,) * len(responses.features)
        if responses.importance is not None:
            importance = tuple(
                mean if mean.n else None
                for mean in means(responses.importance.astype(np.float64), responses.weights)
            )
        origin = origin or Origin("", respondents=len(responses.functional))
        if responses.weights is not None:
            origin = replace(origin, weight=responses.weight_column)
        return cls(
            responses.features,
            responses.tally(),
            origin,
            importance,
            findings,
            responses,
            weighted=responses.weighted(),
        )

    @classmethod
    def of_categories(
        cls,
        features: tuple[Feature, ...],
        category_counts: Ints,
        origin: Origin | None = None,
        findings: tuple[Finding, ...] = (),
    ) -> "Survey":
        """The survey of which only the categories are known; the counts are int64 (F, 6)."""
        people = int(category_counts.sum(axis=1).max(initial=0))
        origin = origin or Origin("", layout="categories", respondents=people)
        number = len(features)
        nothing = Tally(np.zeros((number, 5, 5), np.int64), np.zeros(number, np.int64))
        return cls(
            features, nothing, origin, (None,) * number, findings, category_counts=category_counts
        )

    def counts_under(self, table: EvaluationTable) -> Ints:
        """Counts per category under an evaluation table, int64 (F, 6); in units, if weighted.

        Raises:
            KanoError: if somebody gave an answer that the table lacks, or if only the categories
                are known and the table is another than the standard one.
        """
        if self.category_counts is None:
            tallied = table.category_counts(self.tally.counts)
            return tallied if self.weighted is None else table.category_counts(self.weighted.counts)
        if table.differences(STANDARD):
            raise KanoError(
                "holds counts by category, so another evaluation table cannot be applied",
                self.origin.file,
                f"leave out --table {table.name}, and table: in the questionnaire",
            )
        return self.category_counts


def _rows(codes: Codes, kept: npt.NDArray[np.bool_]) -> Codes:
    """Some rows of int8 (N, F); each feature's column stays in one piece, as counting likes it."""
    some = np.zeros((int(kept.sum()), codes.shape[1]), np.int8, order="F")
    for place in range(codes.shape[1]):
        some[:, place] = codes[:, place][kept]
    return some
