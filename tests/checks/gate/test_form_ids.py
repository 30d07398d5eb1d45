"""Which ids survey tools refuse, and which become one there."""

import re

import pytest

from kano_cli.checks.gate.questionnaire.form_ids import colliding, proposed, refused
from kano_cli.study.responses import Feature


@pytest.mark.parametrize(
    "identity", ["loan", "dark_mode", "single_sign_on", "A1", "a" * 20, "langs", "_x"]
)
def test_an_id_that_every_tool_takes(identity: str) -> None:
    """LimeSurvey drops _ itself, so that is no refusal."""
    assert refused(identity) is None


@pytest.mark.parametrize(
    ("identity", "variant", "targets"),
    [
        ("2_gb", "start", {"LimeSurvey", "XLSForm"}),
        ("dark-mode", "characters", {"LimeSurvey"}),
        ("dark.mode", "characters", {"LimeSurvey"}),
        ("dark[1]", "characters", {"LimeSurvey", "Qualtrics", "XLSForm"}),
        ("{dark}", "characters", {"LimeSurvey", "SurveyJS", "XLSForm"}),
        ("dark mode", "characters", {"LimeSurvey", "XLSForm"}),
        ("größe", "characters", {"LimeSurvey", "XLSForm"}),
        ("a" * 21, "length", {"LimeSurvey"}),
        ("a_" * 10 + "b", "", set()),
        ("a_" * 20 + "b", "length", {"LimeSurvey"}),
        ("time", "taken", {"LimeSurvey"}),
        ("Lang", "taken", {"LimeSurvey"}),
        ("___", "characters", {"LimeSurvey"}),
    ],
)
def test_an_id_that_a_tool_refuses(identity: str, variant: str, targets: set[str]) -> None:
    """With every tool that does, and why; 20 letters are the most for LimeSurvey."""
    found = refused(identity)

    if variant == "" or found is None:
        assert (len(identity.replace("_", "")), found) == (11, None)
    else:
        assert (found.variant, set(found.targets)) == (variant, targets)


@pytest.mark.parametrize(
    ("identity", "proposal"),
    [
        ("2_gb_extra_als_bedankje", "f_2_gb_extra"), ("größe", "grosse"), ("夜间", "feature"),
        ("time", "f_time"), ("a" * 30, "a" * 15), ("Dark mode!", "dark_mode"),
    ],
)  # fmt: skip
def test_an_id_is_proposed_that_every_tool_takes(identity: str, proposal: str) -> None:
    """At most 15 letters, digits and _."""
    assert proposed(identity, []) == proposal
    assert refused(proposal) is None
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,14}", proposal)


def test_a_proposal_is_free() -> None:
    """Also once a tool has dropped its signs."""
    assert proposed("dark mode", ["darkmode", "DARK_MODE2"]) == "dark_mode3"


def collisions(*identities: str) -> list[tuple[str, str, str]]:
    """Which ids become one."""
    features = [Feature(identity, identity) for identity in identities]
    return [(later.id, earlier.id, variant) for later, earlier, variant in colliding(features)]


def test_ids_that_become_one_are_told() -> None:
    """The later one, beside the earlier; one that is what a question of the other is called."""
    assert collisions("loan", "lock", "loans") == []
    assert collisions("dark_mode", "lock", "DarkMode") == [("DarkMode", "dark_mode", "dropped")]
    assert collisions("loan_f", "loan", "lock_d") == [("loan_f", "loan", "question")]
    assert collisions("loan", "loan_d") == [("loan_d", "loan", "question")]
