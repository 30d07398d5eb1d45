"""From a survey file to how it was understood, up to where it was refused."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from kano_cli.core.categories import Answer, Ints
from kano_cli.errors import KanoError, visible
from kano_cli.readers.files.table import Column
from kano_cli.readers.inspection.columns import column_roles, place_of, readings_under
from kano_cli.readers.inspection.proposed import Proposal, proposal, sheets_proposal
from kano_cli.readers.inspection.record import (
    InspectedColumn,
    InspectedPair,
    InspectedRatings,
    InspectedText,
    Inspection,
    Role,
)
from kano_cli.readers.layouts.category_roles import category_roles
from kano_cli.readers.layouts.roles import layout_of, long_roles
from kano_cli.readers.opened import Opened
from kano_cli.readers.opening import open_survey
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.asked import Asked
from kano_cli.readers.questions.kano_columns import with_legend
from kano_cli.readers.questions.pairs import Pair
from kano_cli.readers.questions.rated_columns import without_ratings
from kano_cli.readers.questions.sides import importance_words
from kano_cli.readers.questions.values import Reading, is_missing
from kano_cli.readers.survey import Understood, understood
from kano_cli.study.scale import SIDES, code_text, parse_codes
from kano_cli.study.words import name_key


def inspect_survey(wanted: str | Path, options: ReadOptions | None = None) -> Inspection:
    """How a file was understood: every column, every pair, every text.

    Args:
        wanted: the file; `-` is standard input.
        options: what the file does not say itself.

    Raises:
        KanoError: where the file cannot be opened at all. What is refused later is no error
            here: it stands in the inspection. An option that contradicts another is.
    """
    options = options or ReadOptions()
    if options.codes:
        parse_codes(options.codes)  # a wrong word is the command's mistake and not the file's
    opened = open_survey(wanted, options)
    found, refusal = None, None
    try:
        asked = with_legend(options, opened.legend, opened.legend_place)
        found = understood(opened, options)
    except KanoError as mistake:
        if mistake.place.startswith("--"):
            raise  # the command is wrong, and says so better than any page
        asked, refusal = options, mistake
    if found is None:
        return _refused(opened, asked, refusal)
    return _read(opened, asked, found)


def _read(opened: Opened, options: ReadOptions, found: Understood) -> Inspection:
    """A file that was read."""
    survey, read = found.survey, found.read
    asked = read.asked if read else ()
    inside = _questions(opened, options)
    names = [feature.name for feature in survey.features]
    pairs = tuple(_asked_pair(entry, opened, read.evidence if read else "") for entry in asked)
    roles = long_roles(inside.tables[0]) if len(inside.tables) == 1 and not asked else {}
    if not pairs:
        pairs = tuple(_listed(name, roles, inside) for name in names)
    columns = column_roles(opened, options, asked, Proposal(), survey.findings)
    return replace(
        _about(opened, options),
        layout=survey.origin.layout,
        language=survey.origin.language,
        respondents=survey.origin.respondents,
        left_out_rows=survey.origin.left_out_rows,
        columns=columns,
        pairs=pairs,
        texts=_texts(inside, options, [entry.pair for entry in asked], roles),
        importance=_ratings(found, columns),
        findings=survey.findings,
    )


def _refused(opened: Opened, options: ReadOptions, refusal: KanoError | None) -> Inspection:
    """A file that was refused after it was opened, and what it suggests."""
    inside = _questions(opened, options)
    roles = long_roles(inside.tables[0]) if len(inside.tables) == 1 else {}
    guess, counted = Proposal(), {}
    readings = [readings_under(table, options) for table in inside.tables]
    if len(opened.tables) == 1 and (not roles or options.layout == "wide"):
        guess, roles = proposal(readings[0], options), {}
        counted = {} if guess.readings else category_roles(opened.tables[0])
    elif len(opened.tables) > 1:
        guess = sheets_proposal(readings, options)
    return replace(
        _about(opened, options),
        layout=_layout(opened, roles, counted),
        left_out_rows=opened.left_out_rows,
        columns=column_roles(opened, options, (), guess),
        pairs=(
            *(_guessed(pair, guess, opened) for pair in guess.pairs),
            *(_listed(name, roles, inside) for name in _names({**counted, **roles})),
        ),
        texts=_texts(inside, options, guess.pairs, roles, guess.readings),
        findings=opened.findings,
        refusal=refusal,
    )


def _questions(opened: Opened, options: ReadOptions) -> Opened:
    """The file without its columns of ratings; as it is where one of them is a question, too."""
    with suppress(KanoError):
        tables = tuple(without_ratings(table, options.questionnaire) for table in opened.tables)
        return replace(opened, tables=tables)
    return opened


def _layout(opened: Opened, roles: Mapping[str, Column], counted: Mapping[str, Column]) -> str:
    """The layout of a refused file, where it is plain."""
    if roles:
        return layout_of(roles)
    if len(opened.tables) > 1:
        return "two-sheets"
    return "categories" if counted else ("marks" if opened.marks else "")


def _names(roles: Mapping[str, Column]) -> list[str]:
    """The features that stand in the rows of a table, each once."""
    values = roles["feature"].values if roles else ()
    named = {name_key(value): visible(value) for value in reversed(values) if name_key(value)}
    return list(named.values())[::-1]


def _guessed(pair: Pair, guess: Proposal, opened: Opened) -> InspectedPair:
    """A pair that a refused file suggests."""
    one, other = opened.tables[0], opened.tables[-1]
    return InspectedPair(
        visible(pair.name),
        place_of(pair.functional, one, opened),
        place_of(pair.dysfunctional, other, opened),
        evidence=guess.evidence,
        doubt=guess.doubt,
    )


def _about(opened: Opened, options: ReadOptions) -> Inspection:
    """What is known of the file itself."""
    tables, platform = opened.tables, opened.platform
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
        place_of(entry.importance, one, opened) if entry.importance else "",
        evidence,
    )


def _listed(name: str, roles: Mapping[str, Column], opened: Opened) -> InspectedPair:
    """A feature of a long table, whose answers stand in the rows."""
    columns = [roles.get(side) or roles.get("answer") for side in SIDES]
    columns.append(next(filter(_rates_rows, opened.tables[0].columns), None) if roles else None)
    one, other, rated = (place_of(c, opened.tables[0], opened) if c else "" for c in columns)
    return InspectedPair(name, one, other, rated, "long table" if roles else "")


def _rates_rows(column: Column) -> bool:
    """Whether a column of a long table rates the feature of its row."""
    return name_key(column.header) in importance_words() and not column.open


def _texts(
    opened: Opened,
    options: ReadOptions,
    pairs: Sequence[Pair],
    roles: Mapping[str, Column],
    others: Iterable[Reading] = (),
) -> dict[str, tuple[InspectedText, ...]]:
    """The texts of either side; those of columns without a side stand with the functional ones."""
    readings = [
        {r.column.index: r for r in readings_under(table, options)} for table in opened.tables
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
    times = _times(roles.get("count"))
    return {
        SIDES[0]: _counted(functional, SIDES[0], times),
        SIDES[1]: _counted(dysfunctional, SIDES[1], times),
    }


def _times(column: Column | None) -> Ints | None:
    """How many people each row of a table of counts stands for; None without a count."""
    if column is None or column.open:
        return None
    texts = [code_text(value) for value in column.values]
    numbers = [int(text) if text.isdecimal() else 0 for text in texts]
    return np.array(numbers, dtype=np.int64)[column.codes]


def _counted(
    readings: Sequence[Reading], side: str, times: Ints | None
) -> tuple[InspectedText, ...]:
    """Each text of some columns, how often it was given, and what it was read as."""
    rows: Counter[str] = Counter()
    said: dict[str, Answer | None] = {}
    for reading in readings:
        column, given = reading.column, list(reading.counts)
        if times is not None and not column.open:
            given = np.bincount(column.codes, times, len(column.values)).astype(int).tolist()
        for text, there, n in zip(column.values, reading.counts, given, strict=True):
            if text and there:
                rows[text] += n
                said[text] = reading.answer(text, side)
    return tuple(
        InspectedText(text, n, said[text], said[text] is None and is_missing(text))
        for text, n in rows.most_common()
    )


def _ratings(found: Understood, columns: Sequence[InspectedColumn]) -> InspectedRatings | None:
    """The ratings of importance; None where there are none."""
    rated = found.survey.responses.importance if found.survey.responses else None
    if rated is None or np.isnan(rated).all():
        return None
    rating = sum(column.role is Role.IMPORTANCE for column in columns)
    return InspectedRatings(rating, float(np.nanmin(rated)), float(np.nanmax(rated)))
