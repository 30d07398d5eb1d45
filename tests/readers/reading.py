"""What is read from a file, in a form that tests compare."""

import textwrap
from pathlib import Path
from typing import Protocol

import pytest

from kano_cli.errors import KanoError
from kano_cli.findings import Finding
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import Questionnaire, parse_questionnaire
from kano_cli.study.responses import Survey


class Reader(Protocol):
    """Writes a text file and reads it."""

    def __call__(
        self, content: str | bytes, options: ReadOptions | None = None, *, name: str = "survey.csv"
    ) -> Survey:
        """The survey in it."""


def refusal(path: Path | str, options: ReadOptions | None = None) -> str:
    """What the user is told, as it stands on stderr: where and what, then the hint."""
    with pytest.raises(KanoError) as mistake:
        read_survey(path, options)
    return str(mistake.value)


def asked(text: str) -> Questionnaire:
    """A questionnaire; the first line of the format is added."""
    return parse_questionnaire("kano: 1\n" + textwrap.dedent(text), "study.yaml")


def pairs(survey: Survey) -> dict[str, list[tuple[int, int]]]:
    """For each feature by name the pair of answers of every respondent; 0 is blank."""
    assert survey.responses is not None
    functional, dysfunctional = survey.responses.functional, survey.responses.dysfunctional
    return {
        feature.name: list(
            zip(functional[:, at].tolist(), dysfunctional[:, at].tolist(), strict=True)
        )
        for at, feature in enumerate(survey.features)
    }


def counted(survey: Survey) -> dict[str, dict[tuple[int, int], int]]:
    """For each feature by name how often each whole pair of answers was given."""
    return {
        feature.name: {
            (one + 1, other + 1): times
            for one, row in enumerate(grid)
            for other, times in enumerate(row)
            if times
        }
        for feature, grid in zip(survey.features, survey.tally.counts.tolist(), strict=True)
    }


def codes(survey: Survey) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in survey.findings]


def finding(survey: Survey, code: str) -> Finding:
    """The one finding of this code."""
    (found,) = [finding for finding in survey.findings if finding.code == code]
    return found
