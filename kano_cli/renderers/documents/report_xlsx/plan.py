"""Which sheets a workbook has, and in which order."""

from collections.abc import Iterable, Iterator

from kano_cli.comparison.record import GroupComparison
from kano_cli.report.document.blocks import Document
from kano_cli.report.document.hidden import shown_groups
from kano_cli.report.document.study import Study
from kano_cli.report.words import Words

COVER = "summary"
"""The first sheet is always there: it names the others."""

_NUMBERS = ("ranking", "map", "shares", "scores")
_LAST = ("quality", "questions", "method", "sources")

GROUPED = {"segment_counts": "segments", "wave_counts": "waves"}
"""Behind which section the counts of groups stand."""


def group_counts(study: Study, least: int) -> Iterator[tuple[str, GroupComparison]]:
    """The comparisons whose counts may be shown, by the key of their sheet.

    Groups of fewer people than `least` are left out. Where those left out are together that few,
    or an answer is, they could be had from the counts of everybody: then there is no sheet.
    """
    for key, comparison in zip(GROUPED, (study.segments, study.waves), strict=True):
        if comparison is None:
            continue
        shown = shown_groups(comparison, least)
        if shown.groups and shown.people < least:
            continue
        if not shown.cells and shown.comparison.groups:
            yield key, shown.comparison


def sheet_titles(
    document: Document,
    study: Study,
    words: Words,
    groups: Iterable[str],
    *,
    respondents: bool,
) -> dict[str, str]:
    """The title of each sheet by its key, in order; `groups` are those of groups' counts.

    Counts and answers stand behind the sections that rest on them, and are left out with them.
    """
    keys = [section.key for section in document.sections if section.key != COVER]
    if any(key in _NUMBERS for key in keys):
        at = max((keys.index(key) + 1 for key in _NUMBERS[:3] if key in keys), default=0)
        answers = any(feature.answers is not None for feature in study.result.features)
        keys[at:at] = ["counts", "grids"] if answers else ["counts"]
    for extra in groups:
        if GROUPED[extra] in keys:
            keys.insert(keys.index(GROUPED[extra]) + 1, extra)
    if respondents:
        at = min((keys.index(key) for key in _LAST if key in keys), default=len(keys))
        keys.insert(at, "respondents")
    titles = {section.key: section.title for section in document.sections}
    short = words.texts["report_xlsx"]
    names = {key: str(short.get(f"sheet_{key}") or titles.get(key, key)) for key in keys}
    first = short[f"sheet_{COVER}"] if COVER in titles else document.labels.get("contents", COVER)
    return {COVER: str(first), **names}
