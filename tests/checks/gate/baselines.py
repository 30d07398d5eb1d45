"""Baselines made for a test."""

from dataclasses import replace

import numpy as np

from kano_cli.analysis import analyse
from kano_cli.checks.gate.baseline.baseline import Baseline, baseline_of
from kano_cli.core.categories import Answer
from kano_cli.core.result import Origin, Settings
from kano_cli.core.tables import POULIOT, SHORT3X3
from kano_cli.study.responses import Survey, Wording
from tests.checks.gate.gated import weighted_survey
from tests.report.surveys import HOSTILE, OWN_TABLE, survey_of

SURVEYS = {
    "plain": survey_of({"Dark mode": (60, 20, 10, 20, 3, 2), "Search": (10, 90, 80, 40, 2, 1)}),
    "nobody answered": survey_of({"Silence": (), "Search": (40, 2)}, half={"Silence": 7}),
    "an empty base": survey_of({"Unwanted": (0, 0, 0, 0, 12, 3)}),
    "hostile": survey_of(dict.fromkeys(HOSTILE, (30, 5, 4, 9, 1, 1))),
    "categories": Survey.of_categories(
        survey_of({"A": (1,)}).features, np.array([[9, 8, 7, 6, 5, 4]], np.int64)
    ),
    "weights": weighted_survey({"A": [0, 1, 2, 5], "B": [-1, 1, 1, -1]}, [0.1, 0.2, 0.7, 3.3]),
    "worded": replace(
        survey_of({"A": (9, 3)}, origin=Origin("a/b.csv", language="nl", respondents=12)),
        wording=Wording(
            {("dysfunctional", Answer.LIKE): {"fijn": "Fijn!", "erg fijn": "Erg fijn"}},
            {"a": ("Wat als A er is?", "Wat als A er\nniet is?")},
        ),
    ),
}
SETTINGS = [
    Settings(),
    Settings(POULIOT, rule="block", confidence=0.9),
    Settings(OWN_TABLE, rule="near-tie"),
    Settings(SHORT3X3, rule="quadrant"),
]


def made(name: str, chosen: Settings = SETTINGS[0]) -> Baseline:
    """The baseline of a survey."""
    return baseline_of(SURVEYS[name], analyse(SURVEYS[name], chosen))
