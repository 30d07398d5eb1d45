"""The backlogs beside the sample surveys tell the story that the README tells."""

from pathlib import Path

import pytest

from kano_cli import classify
from kano_cli.checks.gate.backlog.rules import backlog_unchecked, backlog_verdicts
from kano_cli.checks.gate.policy.policy import Policy
from kano_cli.checks.gate.verdict import in_order
from kano_cli.readers.backlogs.read import read_backlog

SAMPLES = Path(__file__).parents[3] / "samples"
FOUND: dict[str, list[tuple[str, int | None, str]]] = {
    "mobile-provider-nl/backlog.csv": [
        ("K410", None, "clear_call"),
        ("K411", 2, "stable_line"),
        ("K412", 6, "promo_sms"),
        ("K419", 13, ""),
        ("K413", 5, "paper_summary"),
        ("K417", 12, ""),
        ("K418", 11, "data_size"),
    ],
    "saas-en/backlog.md": [
        ("K411", 9, "dark_mode"),
        ("K419", 19, ""),
        ("K417", 20, ""),
    ],
}


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("asked", ["questionnaire.yaml", ""])
def test_a_sample_backlog_has_its_findings(name: str, asked: str) -> None:
    """With the questionnaire, whose ids are short, and without, where names are all there is."""
    path = SAMPLES / name
    questionnaire = str(path.parent / asked) if asked else None
    result = classify(path.parent / "survey.csv", questionnaire=questionnaire)
    backlog = read_backlog(str(path))

    verdicts = in_order(backlog_verdicts(result, backlog, Policy()))

    found = [(each.finding.code, each.finding.place.line, each.feature) for each in verdicts]
    assert [each[:2] for each in found] == [each[:2] for each in FOUND[name]]
    assert all(each.conclusive for each in verdicts)
    assert not backlog_unchecked(result, backlog, Policy())
    if asked:
        assert found == FOUND[name]


def test_a_whole_is_told_once_and_its_parts_are_not(tmp_path: Path) -> None:
    """Unless the whole is done and a part is still to be built."""
    text = "- [ ] Promo kano:wekelijkse_promotie_sms\n  - [ ] texts\n  - [ ] list of numbers\n"
    result = classify(SAMPLES / "mobile-provider-nl" / "survey.csv")

    def lines(text: str) -> list[int | None]:
        file = tmp_path / "backlog.md"
        file.write_text(text, "utf-8")
        found = backlog_verdicts(result, read_backlog(str(file)), Policy())
        return [each.finding.place.line for each in found if each.finding.code == "K412"]

    assert lines(text) == [1]
    assert lines(text.replace("[ ]", "[x]", 1)) == [2, 3]
