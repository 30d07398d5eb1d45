"""What comes back beside the pairs: who people are, and which version they answered."""

from collections.abc import Sequence
from pathlib import Path

from kano_cli.forms.form import Form
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.forms.fielded import WHOLE, Filled, questionnaire

REWORDED = WHOLE.replace("we lent you a bike?", "we gave you a bike?")


def with_gaps(people: Sequence[Filled]) -> list[Filled]:
    """The same people, every third of whom does not say which plan they have."""
    return [{**one, "plan": "" if at % 3 == 0 else one["plan"]} for at, one in enumerate(people)]


def assert_plans(path: Path, people: Sequence[Filled]) -> None:
    """The plans are told apart, and read as the main language has them, codes or not."""
    asked = questionnaire(WHOLE)
    (plan,) = asked.segment_questions
    survey = read_survey(path, ReadOptions(asked))
    assert survey.responses is not None
    wanted = [plan.choices[one["plan"]]["en"] if one["plan"] else "" for one in people]
    assert {"", "Free", "Team, small"} <= set(wanted)
    assert list(survey.responses.segments["Plan"]) == wanted


def assert_version(path: Path, asked: Form, number: int) -> None:
    """This version is no finding; another one is, and says what was reworded."""
    same = read_survey(path, ReadOptions(questionnaire(WHOLE)))
    assert [finding for finding in same.findings if finding.code in {"K127", "K129"}] == []
    other = read_survey(path, ReadOptions(questionnaire(REWORDED)))
    (found,) = [finding for finding in other.findings if finding.code == "K127"]
    changed = f"reworded {asked.pages[0].name['en']}"
    assert found.facts["count"] == number
    assert changed in found.facts["changed"]  # type: ignore[operator]
