"""`--drop`, refused: what it says, word for word."""

from dataclasses import replace

import numpy as np
import pytest

from kano_cli.analysis import analyse
from kano_cli.checks.dropping import dropped_kinds
from kano_cli.errors import KanoError
from kano_cli.study.responses import Responses, Survey
from tests.checks.people import answered
from tests.report.surveys import categories_of, survey_of

CAREFUL = ("ld nn ln", "nd ld mn", "ld ln nd")


def refusal(responses: Responses | Survey, kinds: str) -> str:
    """What is said."""
    with pytest.raises(KanoError) as mistake:
        analyse(responses, drop=kinds)
    return str(mistake.value)


ALL = "straightliners, questionable>2, questionable>20%, duplicates, speeders, half-answered"
QUOTED = 'write "questionable>2" or "questionable>20%", in quotes: a shell writes to what follows >'


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (
            "straightliner",
            (
                'there is no kind of respondent "straightliner"\n'
                f'hint: did you mean "straightliners"? choose from {ALL}'
            ),
        ),
        ("bots", f'there is no kind of respondent "bots"\nhint: choose from {ALL}'),
        (",", f"names nobody\nhint: choose from {ALL}"),
        ("questionable", f'"questionable" does not say more than how many\nhint: {QUOTED}'),
        ("questionable>", f'"questionable>" does not say more than how many\nhint: {QUOTED}'),
        ("questionable>=2", f'"questionable>=2" does not say more than how many\nhint: {QUOTED}'),
        ("questionable>-1", f'"questionable>-1" does not say more than how many\nhint: {QUOTED}'),
        (
            "questionable>100%",
            f'"questionable>100%" means nobody: 100 % is all of them\nhint: {QUOTED}',
        ),
        ("speeders>2", '"speeders" takes no number\nhint: write --drop speeders'),
    ],
)
def test_a_kind_that_makes_no_sense_is_refused(kinds: str, said: str) -> None:
    """What, and what to write, before anything is read."""
    with pytest.raises(KanoError) as mistake:
        dropped_kinds(kinds)

    assert str(mistake.value) == f"--drop: {said}"


def test_what_the_file_does_not_tell_is_refused() -> None:
    """Rather than left in, as if nobody had been too fast."""
    few = replace(answered(*CAREFUL), durations=np.array([1.0, 2, np.nan]))

    assert refusal(answered(*CAREFUL), "speeders") == (
        "has no column that says how long each respondent took\n"
        "hint: call it duration, or leave out speeders"
    )
    assert refusal(few, "speeders") == (
        "says of 2 respondents how long they took; from fewer than 30 kano does not judge who was "
        "too fast\nhint: leave out speeders"
    )
    assert refusal(answered(*CAREFUL), "duplicates") == (
        "does not say who answered, so nobody is known to stand in it twice\n"
        "hint: name the column under respondent: in a questionnaire, or leave out duplicates"
    )


def test_counts_have_nobody_to_drop() -> None:
    """Nor have categories."""
    said = (
        "survey.csv: holds counts and no respondents, so nobody can be dropped\n"
        "hint: leave out --drop, or give the file with the answers"
    )

    assert refusal(survey_of({"A": (9,)}), "straightliners") == said
    categories = Survey.of_categories(
        (), np.zeros((0, 6), np.int64), categories_of({"A": (9,)}).survey
    )
    assert refusal(categories, "straightliners") == said


def test_a_survey_of_which_nobody_is_left_is_refused() -> None:
    """With how many went for what."""
    responses = answered("mm mm mm", "ll dd ld")

    assert refusal(responses, "straightliners,questionable>1") == (
        "nobody is left: all 2 respondents are dropped (1 straightliners, 1 questionable>1)\n"
        "hint: drop fewer kinds"
    )
