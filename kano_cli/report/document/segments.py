"""Groups of people side by side."""

from collections.abc import Iterator

from kano_cli.report.document.blocks import Block
from kano_cli.report.document.group_blocks import group_blocks
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import Words


def segments(study: Study, words: Words, choices: Choices) -> Iterator[Block]:
    """What groups want, where the survey was split.

    Raises:
        KanoError: if the column of the groups names people.
    """
    if study.segments is not None:
        yield from group_blocks(study.segments, words, choices.min_group)
