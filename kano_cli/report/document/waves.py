"""The same features then and now."""

from collections.abc import Iterator

from kano_cli.report.document.blocks import Block
from kano_cli.report.document.group_blocks import group_blocks
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import Words


def waves(study: Study, words: Words, choices: Choices) -> Iterator[Block]:
    """What moved, where there is more than one survey."""
    if study.waves is not None:
        yield from group_blocks(study.waves, words, choices.min_group)
