"""Files with their inspection and their draft, and what a survey says in a form to compare."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from kano_cli.readers.inspection.draft import draft_questionnaire
from kano_cli.readers.inspection.drafted_text import doubtful_lines
from kano_cli.readers.inspection.inspect import inspect_survey
from kano_cli.readers.inspection.record import InspectedColumn, Inspection, Role
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import parse_questionnaire
from kano_cli.study.responses import Survey

NOTHING_SAID = ReadOptions()


@dataclass(frozen=True)
class Drafted:
    """A file, how it was understood, and the questionnaire that was drafted from that."""

    path: Path
    options: ReadOptions
    inspection: Inspection
    draft: str

    @property
    def doubtful(self) -> list[str]:
        """The lines of the draft that are in doubt."""
        return doubtful_lines(self.draft)

    def columns(self, role: Role) -> list[InspectedColumn]:
        """The columns that were taken for this."""
        return [column for column in self.inspection.columns if column.role is role]

    def read_with(self, draft: str, **changed: str | None) -> Survey:
        """The survey that is read with a draft, the options changed."""
        options: dict[str, Any] = dict(changed)
        asked = parse_questionnaire(draft, "draft.yaml")
        return read_survey(self.path, replace(self.options, questionnaire=asked, **options))


def drafted(path: Path, options: ReadOptions = NOTHING_SAID) -> Drafted:
    """A file with its inspection and its draft."""
    inspection = inspect_survey(path, options)
    return Drafted(
        path, options, inspection, draft_questionnaire(inspection, options.questionnaire)
    )


def said(survey: Survey) -> list[object]:
    """Every feature with every answer, rating and group, to be compared with another reading."""
    names: list[object] = [feature.name for feature in survey.features]
    if survey.responses is None:
        return [*names, survey.tally.counts.tolist(), survey.tally.half_answered.tolist()]
    responses = survey.responses
    rated = responses.importance
    return [
        *names,
        responses.functional.tolist(),
        responses.dysfunctional.tolist(),
        None if rated is None else np.nan_to_num(rated, nan=-1).tolist(),
        dict(responses.segments),
    ]
