"""What a journey comes to: frozen records, unrounded; what does not exist is NaN or None."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.scores import Mean
from kano_cli.findings import Finding
from kano_cli.journey.effort import EffortScore
from kano_cli.journey.loyalty import NetDifference, NetScore
from kano_cli.study.journey import Idea, Touchpoint


@dataclass(frozen=True)
class Measured:
    """A mean of ratings with its interval (Student's t), cut to the ends of the scale."""

    mean: Mean
    interval: tuple[float, float]


@dataclass(frozen=True)
class CurvePoint:
    """How people felt at a touchpoint.

    `lift` is after minus before, of the people who gave both; its scale is twice as wide.
    """

    touchpoint: str
    before: Measured | None
    after: Measured | None
    lift: Measured | None


@dataclass(frozen=True)
class Curve:
    """The emotion curve: the touchpoints that were rated, in the order of the journey.

    `peak` is the touchpoint whose mean lies furthest from neutral (equally far: the worse one),
    `end` the last one; both None where nothing was rated after a touchpoint. `peak_end` is
    (peak + end) / 2, `mean` the plain mean of the same means.
    """

    lowest: float
    highest: float
    neutral: float
    points: tuple[CurvePoint, ...]
    peak: str | None
    end: str | None
    peak_end: float
    mean: float


@dataclass(frozen=True)
class Share:
    """People of all who rated, with Wilson's interval."""

    count: int
    answered: int
    share: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class Satisfaction:
    """Ratings of satisfaction; the shares are None on another scale than 1 to 10."""

    lowest: float
    highest: float
    mean: Measured
    nines_and_tens: Share | None
    sevens_and_eights: Share | None
    six_or_lower: Share | None


@dataclass(frozen=True)
class Effort:
    """The effort score, by its measure; `easy` is the end of the scale that means easy."""

    measure: str
    lowest: float
    highest: float
    easy: float
    score: EffortScore
    interval: tuple[float, float]


@dataclass(frozen=True)
class GroupLoyalty:
    """The net promoter score of a group of a segment."""

    column: str
    group: str
    score: NetScore


@dataclass(frozen=True)
class ReceivedLoyalty:
    """The net promoter score of those who got a feature, and of those who did not.

    An association: who got it was not drawn by lot.
    """

    feature: str
    name: str
    column: str
    received: NetScore
    others: NetScore
    difference: NetDifference


@dataclass(frozen=True)
class Loyalty:
    """Recommendation, satisfaction and effort; None where the questionnaire names no column."""

    recommendation: NetScore | None = None
    satisfaction: Satisfaction | None = None
    effort: Effort | None = None
    groups: tuple[GroupLoyalty, ...] = ()
    received: tuple[ReceivedLoyalty, ...] = ()


class Says(StrEnum):
    """What the categories of its features say a touchpoint is."""

    STANDARD = "standard"  # customers are indifferent to everything that was asked there
    HYGIENE = "hygiene"  # basic or performance features: it has to be right
    EXCEL = "excel"  # a wow feature: a candidate to excel
    UNDECIDED = "undecided"  # no category there is clear
    NOTHING = "nothing"  # no feature was asked about there


class Agreement(StrEnum):
    """What was declared of a touchpoint, against what its features say."""

    AGREES = "agrees"
    NO_WOW = "no-wow"  # declared excel, and nothing there delights
    WOW_HERE = "wow-here"  # declared standard, and something there delights
    INDIFFERENT = "indifferent"  # declared truth, and customers are indifferent
    UNDECLARED = "undeclared"
    UNKNOWN = "unknown"  # undecided, or nothing was asked


@dataclass(frozen=True)
class Stop:
    """A touchpoint of the journey with its features, ranked, and what they make of it.

    `must` are its settled basics, `scales` its settled performance features, `delights` its
    settled wow features, `indifferent` the rest that is settled, `open` what is not; ids.
    `failing` are those of `must` that the team says do not work today; `sinks` is whether people
    leave the touchpoint below neutral, by more than chance.
    """

    touchpoint: Touchpoint
    features: tuple[FeatureResult, ...]
    says: Says
    agreement: Agreement
    must: tuple[str, ...] = ()
    scales: tuple[str, ...] = ()
    delights: tuple[str, ...] = ()
    indifferent: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    sinks: bool = False


class Against(StrEnum):
    """Why a wow feature is not among those to excel with."""

    UNCERTAIN = "uncertain"  # its category is not certain enough
    NOWHERE = "nowhere"  # it names no touchpoint
    BASIC_FAILS = "basic-fails"  # a basic at its touchpoint does not work
    SINKS = "sinks"  # people leave its touchpoint below neutral
    FAR = "far"  # not at or beside the peak or the end
    DOSE = "dose"  # the dose is reached by better ones


class Reason(StrEnum):
    """Why a wow feature is among those to excel with."""

    CERTAIN = "certain"
    AT_PEAK = "at-peak"
    AT_END = "at-end"
    NEAR_PEAK = "near-peak"
    NEAR_END = "near-end"
    DECLARED = "declared"  # the team calls its touchpoint, or the feature, a moment to excel
    EMOTIONAL = "emotional"  # the team calls its experience emotional
    NO_CURVE = "no-curve"  # nothing was rated, so where the peak is, is not known


@dataclass(frozen=True)
class Excel:
    """A wow feature to excel with, or not: the reasons for, or what is against it."""

    feature: FeatureResult
    touchpoint: str
    chosen: bool
    reasons: tuple[Reason, ...] = ()
    against: tuple[Against, ...] = ()
    because_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Polish:
    """A feature to stop polishing, and why: indifferent, or performance that few would notice."""

    feature: FeatureResult
    touchpoint: str
    why: str


@dataclass(frozen=True)
class DesignCheck:
    """What the team says of a chosen idea, point by point."""

    feature: FeatureResult
    idea: Idea


@dataclass(frozen=True)
class JourneyResult:
    """The whole page: touchpoints, where to excel, what to leave, the curve, loyalty.

    `missing` names what the questionnaire or the answers lack, as keys of the words that say which
    column would add what. `dose` is how many wow features at most are chosen.
    """

    result: KanoResult
    stops: tuple[Stop, ...]
    excel: tuple[Excel, ...]
    polish: tuple[Polish, ...]
    designs: tuple[DesignCheck, ...]
    curve: Curve | None
    loyalty: Loyalty
    dose: int
    confidence: float
    missing: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    phases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def chosen(self) -> tuple[Excel, ...]:
        """The wow features to excel with, best first."""
        return tuple(each for each in self.excel if each.chosen)
