"""From a survey file to how it was understood, up to where it was refused."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError, visible
from kano_cli.readers.files.table import Column
from kano_cli.readers.inspection.columns import column_roles, place_of
from kano_cli.readers.inspection.proposed import Proposal, proposal
from kano_cli.readers.inspection.record import InspectedPair, InspectedText, Inspection
from kano_cli.readers.layouts.roles import layout_of, long_roles
from kano_cli.readers.opened import Opened
from kano_cli.readers.opening import open_survey
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked
from kano_cli.readers.questions.kano_columns import readings_of, scale_in_force, with_legend
from kano_cli.readers.questions.pairs import Pair
from kano_cli.readers.questions.values import Reading, is_missing
from kano_cli.readers.survey import Understood, understood
from kano_cli.study.scale import SIDES, parse_codes


def inspect_survey(wanted: str | Path, options: ReadOptions | None = None) -> Inspection:
    """How a file was understood: every column, every pair, every text.

    Args:
        wanted: the file; `-` is standard input.
        options: what the file does not say itself.

    Raises:
        KanoError: where the file cannot be opened at all. What is refused later is no error
            here: it stands in the inspection.
    """
    options = options or ReadOptions()
    opened = open_survey(wanted, options)
    found, refusal = None, None
    try:
        asked = with_legend(options, opened.legend, opened.legend_place)
        found = understood(opened, options)
    except KanoError as mistake:
        asked, refusal = options, mistake
    if found is None:
        return _refused(opened, asked, refusal)
    return _read(opened, asked, found)


def _read(opened: Opened, options: ReadOptions, found: Understood) -> Inspection:
    """A file that was read."""
    survey, read = found.survey, found.read
    asked = read.asked if read else ()
    names = [feature.name for feature in survey.features]
    pairs = tuple(_asked_pair(entry, opened, read.evidence if read else "") for entry in asked)
    roles = long_roles(opened.tables[0]) if len(opened.tables) == 1 and not asked else {}
    if not pairs:
        pairs = tuple(_listed(name, roles) for name in names)
    return replace(
        _about(opened, options),
        layout=survey.origin.layout,
        language=survey.origin.language,
        respondents=survey.origin.respondents,
        left_out_rows=survey.origin.left_out_rows,
        columns=column_roles(opened, options, asked, Proposal()),
        pairs=pairs,
        texts=_texts(opened, options, [entry.pair for entry in asked], roles),
        importance=_importance(asked, found),
        findings=survey.findings,
    )


def _refused(opened: Opened, options: ReadOptions, refusal: KanoError | None) -> Inspection:
    """A file that was refused after it was opened, and what it suggests."""
    roles = long_roles(opened.tables[0]) if len(opened.tables) == 1 else {}
    guess = Proposal()
    if len(opened.tables) == 1 and (not roles or options.layout == "wide"):
        guess, roles = proposal(opened.tables[0], options), {}
    return replace(
        _about(opened, options),
        layout=layout_of(roles) if roles else ("marks" if opened.marks else ""),
        left_out_rows=opened.left_out_rows,
        columns=column_roles(opened, options, (), guess),
        pairs=tuple(
            InspectedPair(
                visible(pair.name),
                pair.functional.letter,
                pair.dysfunctional.letter,
                evidence=guess.evidence,
                doubt=guess.doubt,
            )
            for pair in guess.pairs
        ),
        texts=_texts(opened, options, guess.pairs, roles, guess.readings),
        findings=opened.findings,
        refusal=refusal,
    )


def _about(opened: Opened, options: ReadOptions) -> Inspection:
    """What is known of the file itself."""
    tables = opened.tables
    platform = opened.platform
    return Inspection(
        opened.file,
        ", ".join(table.sheet for table in tables) or opened.sheet,
        opened.other_sheets,
        platform.id if platform else None,
        platform.name if platform else "",
        header_rows=tables[0].header_rows if tables else (),
        rows=max((t.rows for t in tables), default=0) + sum(opened.left_out_rows.values()),
        codes=parse_codes(options.codes) if options.codes else {},
    )


def _asked_pair(entry: Asked, opened: Opened, evidence: str) -> InspectedPair:
    """The columns of a feature that was read."""
    one, other = opened.tables[0], opened.tables[-1]
    return InspectedPair(
        entry.feature.name,
        place_of(entry.pair.functional, one, opened),
        place_of(entry.pair.dysfunctional, other, opened),
        entry.importance.letter if entry.importance else "",
        evidence,
    )


def _listed(name: str, roles: Mapping[str, Column]) -> InspectedPair:
    """A feature of a long table, whose answers stand in the rows."""
    one, other = (roles.get(side) or roles.get("answer") for side in SIDES)
    rated = roles.get("importance")
    return InspectedPair(
        name,
        one.letter if one else "",
        other.letter if other else "",
        rated.letter if rated else "",
        "long table" if roles else "",
    )


def _texts(
    opened: Opened,
    options: ReadOptions,
    pairs: Sequence[Pair],
    roles: Mapping[str, Column],
    others: Iterable[Reading] = (),
) -> dict[str, tuple[InspectedText, ...]]:
    """The texts of either side; those of columns without a side stand with the functional ones."""
    readings = [
        {r.column.index: r for r in readings_of(table, scale_in_force(options))}
        for table in opened.tables
    ]
    if not readings:
        return {}
    functional = [readings[0][pair.functional.index] for pair in pairs]
    dysfunctional = [readings[-1][pair.dysfunctional.index] for pair in pairs]
    used = {reading.column.index for reading in (*functional, *dysfunctional)}
    functional += [reading for reading in others if reading.column.index not in used]
    for side, found in zip(SIDES, (functional, dysfunctional), strict=True):
        if column := roles.get(side) or (roles.get("answer") if side == SIDES[0] else None):
            found.append(readings[0][column.index])
    return {SIDES[0]: _counted(functional, SIDES[0]), SIDES[1]: _counted(dysfunctional, SIDES[1])}


def _counted(readings: Sequence[Reading], side: str) -> tuple[InspectedText, ...]:
    """Each text of some columns, how often it stands there, and what it was read as."""
    rows: Counter[str] = Counter()
    said: dict[str, Answer | None] = {}
    for reading in readings:
        for text, n in zip(reading.column.values, reading.counts, strict=True):
            if text and n:
                rows[text] += n
                said[text] = reading.answer(text, side)
    return tuple(
        InspectedText(text, n, said[text], said[text] is None and is_missing(text))
        for text, n in rows.most_common()
    )


def _importance(asked: Sequence[Asked], found: Understood) -> dict[str, str]:
    """How many columns rate importance, and from where to where their ratings go."""
    rated = found.survey.responses.importance if found.survey.responses else None
    columns = sum(entry.importance is not None for entry in asked)
    if rated is None or np.isnan(rated).all():
        return {}
    return {f"{columns} ×" if columns else "": f"{np.nanmin(rated):g}–{np.nanmax(rated):g}"}
