"""A report from a study: the sections that were chosen, in their order."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import kano_cli
from kano_cli.errors import KanoError, nearest, visible
from kano_cli.report.document.blocks import Block, Document, Paragraph, Section
from kano_cli.report.document.detail import detail
from kano_cli.report.document.hidden import refuse_personal
from kano_cli.report.document.journey.told import journey
from kano_cli.report.document.maps import better_worse, mean_scores
from kano_cli.report.document.method import method
from kano_cli.report.document.quality import quality
from kano_cli.report.document.questions import questions
from kano_cli.report.document.ranking import ranking
from kano_cli.report.document.segments import segments
from kano_cli.report.document.shares import shares
from kano_cli.report.document.sources import sources
from kano_cli.report.document.study import SECTIONS, Choices, Study
from kano_cli.report.document.summary import summary
from kano_cli.report.document.touchpoints import touchpoints
from kano_cli.report.document.waves import waves
from kano_cli.report.words import Words

Room: TypeAlias = Callable[[Study, Words, Choices], Iterator[Block]]

ROOMS: Mapping[str, Room] = {
    "summary": summary,
    "ranking": ranking,
    "map": better_worse,
    "shares": shares,
    "scores": mean_scores,
    "segments": segments,
    "waves": waves,
    "touchpoints": touchpoints,
    "journey": journey,
    "detail": detail,
    "quality": quality,
    "questions": questions,
    "method": method,
    "sources": sources,
}


def document(study: Study, words: Words, choices: Choices | None = None) -> Document:
    """The report of a study in a language.

    Without a choice of sections all that have something to say are in it; a section that was
    chosen and has nothing to say says so.

    Raises:
        KanoError: for a section that does not exist, or groups that name people.
    """
    choices = choices or Choices()
    chosen = chosen_sections(choices)
    for comparison in filter(None, (study.segments, study.waves)):
        refuse_personal(comparison)
    sections = []
    for key in chosen:
        blocks = tuple(ROOMS[key](study, words, choices))
        if not blocks and choices.sections and key in words.texts["report_absent"]:
            blocks = (Paragraph(words("report_absent", key)),)
        if blocks:
            sections.append(Section(key, words("report", key), blocks))
    asked = study.questionnaire.title if study.questionnaire else ""
    return Document(
        language=words.code,
        title=visible(choices.title or asked or words("report", "title")),
        subtitle=_subtitle(study, words),
        client=visible(choices.client),
        day=visible(choices.day or _last_answer(study)),
        version=kano_cli.__version__,
        sections=tuple(sections),
        brand=choices.brand,
        labels=_labels(words),
    )


def chosen_sections(choices: Choices) -> tuple[str, ...]:
    """The sections in the order of a report.

    Raises:
        KanoError: for one that does not exist.
    """
    for key in choices.sections:
        if key not in SECTIONS:
            near = nearest(key, SECTIONS, 1)
            meant = f'did you mean "{near[0]}"? ' if near else ""
            raise KanoError(
                f'there is no section "{key}"',
                "--sections",
                f"{meant}choose from {', '.join(SECTIONS)}",
            )
    if choices.sections:
        return tuple(
            key
            for key in SECTIONS
            if key in choices.sections or (key == "detail" and choices.detail)
        )
    return tuple(key for key in SECTIONS if key != "detail" or choices.detail)


def _subtitle(study: Study, words: Words) -> str:
    """How many people judged how many features."""
    people = words("headline", "respondents", count=study.result.survey.respondents)
    features = words("headline", "features", count=len(study.result.features))
    return f"{people}, {features}"


def _labels(words: Words) -> dict[str, str]:
    """The words that a renderer needs, by their keys."""
    version = kano_cli.__version__
    return {
        key: words("report_labels", key, version=version) for key in words.texts["report_labels"]
    }


def _last_answer(study: Study) -> str:
    """The day of the last answer, where the file tells; never that of a clock."""
    last = study.survey.origin.answered_until
    return last.isoformat() if last else ""
