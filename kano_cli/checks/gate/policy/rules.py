"""The rules of the gate: a permanent code, a name, a default level and limit each."""

from dataclasses import dataclass
from enum import StrEnum

from kano_cli.findings import CATALOGUE, Severity


class Level(StrEnum):
    """What a policy makes of a rule."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"

    @property
    def severity(self) -> Severity:
        """How much a finding of the rule matters; of a rule that is off there are none."""
        return Severity(self.value)


class Unit(StrEnum):
    """What a limit is counted in."""

    COUNT = "count"
    PERCENT = "percent"
    DAYS = "days"
    POINTS = "points"
    CORRELATION = "correlation"
    WORDS = "words"


@dataclass(frozen=True)
class Rule:
    """One rule; `limit` is the default, None for a rule without one."""

    code: str
    name: str
    limit: float | None = None
    unit: Unit | None = None

    @property
    def level(self) -> Level:
        """What it is where a policy does not say."""
        return Level(CATALOGUE[self.code].value)


RULES = (
    Rule("K401", "too-few-answers", 30, Unit.COUNT),
    Rule("K402", "too-questionable", 5, Unit.PERCENT),
    Rule("K403", "too-half-answered", 10, Unit.PERCENT),
    Rule("K404", "too-uncertain", 80, Unit.PERCENT),
    Rule("K405", "too-old", 730, Unit.DAYS),
    Rule("K406", "too-many-left-out", 10, Unit.PERCENT),
    Rule("K407", "looks-swapped"),
    Rule("K410", "basic-missing"),
    Rule("K411", "basic-below-wow"),
    Rule("K412", "reverse-planned"),
    Rule("K413", "indifferent-planned"),
    Rule("K414", "no-wow"),
    Rule("K415", "too-many-wows", 3, Unit.COUNT),
    Rule("K416", "order-contradicts", 0, Unit.CORRELATION),
    Rule("K417", "no-evidence"),
    Rule("K418", "feature-twice"),
    Rule("K419", "unknown-feature"),
    Rule("K430", "category-changed"),
    Rule("K431", "coefficient-moved", 0.1, Unit.POINTS),
    Rule("K432", "feature-appeared"),
    Rule("K433", "feature-vanished"),
    Rule("K434", "wording-changed"),
    Rule("K435", "table-changed"),
    Rule("K436", "rule-changed"),
    Rule("K440", "not-opposite"),
    Rule("K441", "double-barrelled"),
    Rule("K442", "leading"),
    Rule("K443", "identical-texts"),
    Rule("K444", "too-many-features", 20, Unit.COUNT),
    Rule("K445", "id-refused"),
    Rule("K446", "id-twice"),
    Rule("K447", "negated-twice"),
    Rule("K448", "too-long", 30, Unit.WORDS),
    Rule("K449", "question-missing"),
    Rule("K450", "still-a-draft"),
    Rule("K451", "jargon"),
    Rule("K452", "translation-missing"),
    Rule("K453", "answers-missing"),
)
"""All of them, in the order of their codes."""

RULE_BY_NAME = {rule.name: rule for rule in RULES}
RULE_BY_CODE = {rule.code: rule for rule in RULES}
