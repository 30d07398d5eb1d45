"""What a client must know before believing a result."""

from collections.abc import Iterator

from kano_cli.report.document.blocks import Point
from kano_cli.report.document.hidden import shown_groups
from kano_cli.report.document.sentences import FEW, point, sentence
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.document.told import about_answers, told, unique
from kano_cli.report.page import left_out
from kano_cli.report.words import Words

_SURVEY = (
    "K104", "K105", "K107", "K111", "K117", "K125", "K201", "K202", "K204", "K207", "K208",
    "K209", "K213", "K216", "K301",
)  # fmt: skip
"""Findings about the survey that change what a client may believe."""

_GROUPS = ("K303", "K304", "K305", "K307", "K309", "K310", "K311", "K312")
"""Findings about groups and waves that do."""


def caveats(study: Study, words: Words, choices: Choices) -> Iterator[Point]:
    """What is small, left out, or doubtful; each as a sentence."""
    result = study.result
    for finding in about_answers(result):
        if finding.code in _SURVEY:
            yield point(told(finding, words, FEW))
    if rows := left_out(result.survey.left_out_rows, words):
        yield point(sentence(rows))
    if half := sum(feature.half_answered for feature in result.features):
        yield point(words("report_summary", "half", count=half))
    compared = [
        shown_groups(each, choices.min_group).comparison
        for each in (study.segments, study.waves)
        if each is not None
    ]
    for finding in unique(finding for each in compared for finding in each.findings):
        if finding.code in _GROUPS:
            yield point(told(finding, words, FEW))
