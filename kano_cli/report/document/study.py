"""What a report is about, and what somebody chose for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kano_cli.comparison.record import GroupComparison
from kano_cli.core.ranking import ranked
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.journey.record import JourneyResult
from kano_cli.report.document.blocks import Brand
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature, Survey

SECTIONS = (
    "summary", "ranking", "map", "shares", "scores", "segments", "waves", "touchpoints", "journey",
    "detail", "quality", "questions", "method", "sources",
)  # fmt: skip
"""Every section by its key, in the order in which a report has them."""

MIN_GROUP = 5
"""Groups of fewer people are not shown: somebody might recognise one of them."""


@dataclass(frozen=True)
class Study:
    """A classified survey with all that a report may say of it.

    `command` is the command line that makes the report again. `journey` is what the questionnaire
    tells of the customer's journey, if anybody looked.
    """

    result: KanoResult
    survey: Survey
    segments: GroupComparison | None = None
    waves: GroupComparison | None = None
    questionnaire: Questionnaire | None = None
    command: str = ""
    journey: JourneyResult | None = None

    @property
    def in_order(self) -> tuple[FeatureResult, ...]:
        """The features by what to do first, in whatever order the table stands."""
        scaled = self.result.settings.importance_scaled
        return tuple(ranked(self.result.features, "category", importance_scaled=scaled))

    def asked(self) -> Mapping[str, Feature]:
        """What was asked about each feature, by id: of the survey, else of the questionnaire."""
        declared = self.questionnaire.features if self.questionnaire else ()
        known = {each.id: each for each in declared}
        for feature in self.survey.features:
            if feature.id not in known or feature.functional or feature.dysfunctional:
                known[feature.id] = feature
        return known


@dataclass(frozen=True)
class Choices:
    """What somebody chose for a report; what is blank comes from the study.

    No `sections` means all that have something to say. `min_group` is how many people a group
    must have to be shown.
    """

    title: str = ""
    client: str = ""
    day: str = ""
    sections: tuple[str, ...] = ()
    detail: bool = False
    brand: Brand = field(default_factory=Brand)
    min_group: int = MIN_GROUP
