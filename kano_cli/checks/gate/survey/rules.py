"""Is the survey strong enough to decide anything: the rules K401 to K407."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor

from kano_cli.checks.gate.judged import exact, is_on, judged
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.survey.headers import prove_sides
from kano_cli.checks.gate.survey.undecided import undecided_facts
from kano_cli.checks.gate.verdict import Unchecked, Verdict
from kano_cli.checks.quality import mostly_reverse, reverse_percent
from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.core.tables import STANDARD
from kano_cli.findings import Fact
from kano_cli.study.responses import Survey

LOST = ("incomplete", "rejected", "spam", "flagged", "no-weight")
"""Why people who answered do not count; others were no respondents, or are somebody once more."""

_ELSEWHERE = 1
"""So many days ahead it may already be where the survey was answered."""


@dataclass(frozen=True)
class _Checked:
    """What the rules look at; `features` stand in the order of the file."""

    survey: Survey
    result: KanoResult
    policy: Policy
    today: date
    features: tuple[FeatureResult, ...]

    def limit(self, code: str) -> Fraction:
        """A limit as it was written: 0.1 is a tenth here."""
        return exact(self.policy.limit(code))

    def found(
        self,
        code: str,
        facts: Mapping[str, Fact],
        feature: FeatureResult | None = None,
        *,
        conclusive: bool = True,
    ) -> Verdict:
        """A verdict on a feature or on the survey."""
        file = self.survey.origin.file
        return judged(self.policy, code, facts, file, feature, conclusive=conclusive)


def survey_verdicts(
    survey: Survey, result: KanoResult, policy: Policy, today: date
) -> tuple[list[Verdict], list[Unchecked]]:
    """What is too weak, too old or too strange in a survey, and which rules cannot be applied.

    Args:
        survey: as it was read.
        result: its classification.
        policy: how strict each rule is.
        today: from which its age counts.
    """
    by_id = {feature.id: feature for feature in result.features}
    features = tuple(by_id[each.id] for each in survey.features if each.id in by_id)
    checked = _Checked(survey, result, policy, today, features)
    verdicts: list[Verdict] = []
    unchecked: list[Unchecked] = []
    for code, rule in _RULES.items():
        if not is_on(policy, code):
            continue
        if reason := _why_not(code, checked):
            unchecked.append(Unchecked(code, reason))
        else:
            verdicts += rule(checked)
    return verdicts, unchecked


def _why_not(code: str, checked: _Checked) -> str:
    """Why a rule cannot be applied, as a key of `[unchecked]`; empty where it can."""
    if code == "K403" and checked.survey.category_counts is not None:
        return "no-answers"
    if code == "K405" and _answered_until(checked) is None:
        return checked.survey.origin.undated or "no-dates"
    if code == "K406" and checked.survey.responses is None:
        return "no-rows"
    return ""


def _too_few(checked: _Checked) -> Iterator[Verdict]:
    """K401: features that too few people answered; of 29.6 effective answers nobody has 30."""
    limit = floor(checked.limit("K401"))
    for feature in checked.features:
        size = floor(feature.size)
        if size >= limit:
            continue
        more = limit - size
        facts: dict[str, Fact] = {"count": size, "limit": limit, "more": more}
        if feature.effective_n is not None:
            # Each person is worth a little less than one; of nobody we cannot say how much.
            worth = feature.people / feature.size if feature.size else 1
            facts |= {"variant": "weighted", "more": ceil((limit - feature.size) * worth)}
        yield checked.found("K401", facts, feature, conclusive=False)


def _too_questionable(checked: _Checked) -> Iterator[Verdict]:
    """K402: features whose pairs contradict themselves too often, under the standard table."""
    survey, limit = checked.survey, checked.limit("K402")
    counts = survey.counts_under(STANDARD).tolist()
    rows = {feature.id: row for feature, row in zip(survey.features, counts, strict=True)}
    said: dict[str, Fact] = {}
    if survey.category_counts is not None:
        said["variant"] = "categories"
    if survey.weighted is not None:
        said["variant"] = "weighted"
    for feature in checked.features:
        questionable, pairs = rows[feature.id][Category.QUESTIONABLE], sum(rows[feature.id])
        if 100 * questionable > limit * pairs:
            facts: dict[str, Fact] = {**said, "share": 100 * questionable / pairs}
            if survey.weighted is None:  # of weights the units would say nothing
                facts |= {"questionable": questionable, "pairs": pairs}
            yield checked.found("K402", {**facts, "limit": float(limit)}, feature)


def _too_half_answered(checked: _Checked) -> Iterator[Verdict]:
    """K403: features of which too many pairs have one half only; people count, not weights."""
    limit = checked.limit("K403")
    for feature in checked.features:
        half, pairs = feature.half_answered, feature.people + feature.half_answered
        if 100 * half > limit * pairs:
            share = 100 * half / pairs
            facts: dict[str, Fact] = {"share": share, "half": half, "pairs": pairs}
            yield checked.found("K403", {**facts, "limit": float(limit)}, feature)


def _too_uncertain(checked: _Checked) -> Iterator[Verdict]:
    """K404: features that could as well be something else."""
    level = checked.policy.limit("K404") / 100
    for feature in checked.features:
        category = feature.category
        if category is not None and feature.certainty < level:
            facts = undecided_facts(feature, category, level, checked.result.settings.prior)
            yield checked.found("K404", facts, feature, conclusive=False)


def _too_old(checked: _Checked) -> Iterator[Verdict]:
    """K405: a survey of long ago, or of a day that is still to come."""
    answered, limit = _answered_until(checked), checked.limit("K405")
    if answered is None:
        return
    days = (checked.today - answered).days
    facts: dict[str, Fact] = {"date": answered.isoformat(), "days": days, "limit": float(limit)}
    if days > limit:
        yield checked.found("K405", facts)
    if days < -_ELSEWHERE:
        yield checked.found("K405", {**facts, "variant": "future"})


def _answered_until(checked: _Checked) -> date | None:
    """The day of the last answer: as the policy says, else as the file does."""
    return checked.policy.survey_date or checked.survey.origin.answered_until


def _too_many_left_out(checked: _Checked) -> Iterator[Verdict]:
    """K406: too many people answered and do not count."""
    origin, limit = checked.survey.origin, checked.limit("K406")
    reasons = {why: n for why, n in origin.left_out_rows.items() if why in LOST}
    lost = sum(reasons.values())
    rows = origin.respondents + lost
    if 100 * lost > limit * rows:
        facts: dict[str, Fact] = {"share": 100 * lost / rows, "lost": lost, "rows": rows}
        yield checked.found(
            "K406", {**facts, "reasons": tuple(reasons.items()), "limit": float(limit)}
        )


def _looks_swapped(checked: _Checked) -> Iterator[Verdict]:
    """K407: what people do not want looks just like two columns that changed places.

    So a feature is suspected only where no header says which column is which; where most of all
    answers are reverse, the survey is, whatever the headers say.
    """
    if mostly_reverse(checked.features):
        share = reverse_percent(checked.features)
        yield checked.found("K407", {"variant": "survey", "share": share})
        return
    for feature in checked.features:
        if mostly_reverse([feature]) and not prove_sides(checked.survey, feature.id):
            lowest, _ = feature.share_intervals[Category.REVERSE]
            facts = {"share": reverse_percent([feature])}
            # Two of three are most of them, and say nothing yet.
            yield checked.found("K407", facts, feature, conclusive=lowest > 1 / 2)


_RULES: Mapping[str, Callable[[_Checked], Iterator[Verdict]]] = {
    "K401": _too_few,
    "K402": _too_questionable,
    "K403": _too_half_answered,
    "K404": _too_uncertain,
    "K405": _too_old,
    "K406": _too_many_left_out,
    "K407": _looks_swapped,
}
