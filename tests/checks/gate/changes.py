"""Surveys before and after, and what the gate says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kano_cli.analysis import analyse
from kano_cli.checks.gate.baseline.baseline import baseline_of
from kano_cli.checks.gate.baseline.file import parse_baseline
from kano_cli.checks.gate.baseline.rules import baseline_verdicts
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.core.categories import Answer
from kano_cli.core.result import Settings
from kano_cli.renderers.data.baseline_json import baseline_json
from kano_cli.study.responses import Feature, Survey, Wording
from tests.checks.gate.gated import said
from tests.report.surveys import survey_of

Counts = Mapping[str, Sequence[int]]
DEFAULT = Settings()


BEFORE: Counts = {
    "Forward": (5, 5, 60, 10), "Backward": (60, 10, 5, 5), "Outside": (5, 5, 60, 10),
    "Chance": (20, 21, 19, 20), "Still": (60, 10, 5, 5), "Silent": (),
}  # fmt: skip
AFTER: Counts = {
    "Forward": (5, 60, 10, 5), "Backward": (5, 5, 60, 10), "Outside": (5, 5, 10, 10, 60),
    "Chance": (21, 20, 19, 20), "Still": (45, 0, 5, 35), "Silent": (4,),
}  # fmt: skip


ASKED = ("How do you like it with a search?", "How do you like it without a search?")


def since(
    before: Survey,
    after: Survey,
    policy: Policy | None = None,
    then: Settings = DEFAULT,
    now: Settings = DEFAULT,
) -> list[Verdict]:
    """What changed, by way of the file."""
    baseline = parse_baseline(baseline_json(baseline_of(before, analyse(before, then))))
    return baseline_verdicts(after, analyse(after, now), baseline, policy or Policy())


def told(verdicts: Sequence[Verdict], code: str) -> dict[str, str]:
    """What one rule says, by feature."""
    return {v.feature: said(v) for v in verdicts if v.finding.code == code}


def named(**names: str) -> Survey:
    """A survey of features with these ids and names."""
    made = survey_of(dict.fromkeys(names, (40, 1)))
    return replace(made, features=tuple(Feature(key, name) for key, name in names.items()))


def worded(questions: tuple[str, str], answers: Mapping[str, str] | None = None) -> Survey:
    """A survey in these words; `answers` are those of the functional side."""
    texts = {
        ("functional", Answer[key]): {text.casefold(): text}
        for key, text in (answers or {}).items()
    }
    made = survey_of({"A": (40, 1)})
    return replace(made, wording=Wording(texts, {"a": questions}))
