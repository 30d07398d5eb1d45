"""Our own answer sheets: the hidden sheet says which cell is which question, so nothing is guessed.

They are read as the answers of our other forms are: a column a question under its code, a row a
respondent, with the language and the version of the form beside them.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from uuid import NAMESPACE_OID, uuid5

import numpy as np

from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.readers.answer_cells import FRESH_COPY, Answered, answered_questions, place_of
from kano_cli.readers.files.source import Source
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.files.workbook import Sheet, read_sheets
from kano_cli.readers.opened import Opened
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.platforms.platform import platforms
from kano_cli.readers.questions.own_answers import OWN
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.answer_sheet import (
    ANSWERS_SHEET,
    CONSENT,
    ONE,
    SCALE_SHEET,
    SheetKey,
    read_key,
)
from kano_cli.study.scale import SIDES
from kano_cli.study.stamp import STAMP_COLUMN
from kano_cli.study.words import normal

_NAME = "features."
"""Before the id of a feature: the column of its name, as in the JSON of our forms."""

_FUNCTIONAL, _SUFFIX = SIDES[0], "_f"
_INDEXES = ("xl/workbook.xml", "content.xml")
"""The parts of a workbook that name its sheets."""


def open_answer_sheet(source: Source, options: ReadOptions) -> Opened | None:
    """The answers on an answer sheet that kano made; None for any other workbook.

    Raises:
        KanoError: where nobody filled it in, somebody did not consent, or its cells were moved so
            that a question cannot be found.
    """
    if options.layout not in ("", "wide") or options.header_row or not _may_be_one(source):
        return None
    try:
        hidden = read_sheets(source, SCALE_SHEET)[0]
    except KanoError:  # no such sheet, or a blank one
        return None
    key = read_key(hidden.rows.rows)
    if key is None:
        return None
    sheet = _answers_sheet(source, options)
    answered = answered_questions(source, sheet, key)
    if all(is_missing(cell) for each in answered for cell in each.cells):
        raise KanoError(
            "is an answer sheet that nobody filled in",
            place_of(source, sheet),
            "choose the answers in its yellow cells and save it, or leave this file out",
            left_out="empty",
        )
    _refuse_uncomputed(source, sheet, answered)
    answered, left_out = _consented(source, sheet, answered)
    if key.layout == ONE and options.unknown != "missing":
        _refuse_unknown(source, sheet, answered, key)
    table = _table(source, sheet, answered, key)
    platform = next(each for each in platforms() if each.id == OWN)
    reasons = {"no-consent": left_out} if left_out else {}
    return Opened(source.name, sheet.name, (table,), platform, left_out_rows=reasons)


def _may_be_one(source: Source) -> bool:
    """Whether the name of the hidden sheet stands in the file; opening it would take longer."""
    name = SCALE_SHEET.encode()
    with source.open() as stream:
        if not zipfile.is_zipfile(stream):
            return name in source.read()
        with zipfile.ZipFile(stream) as archive:
            there = set(archive.namelist())
            return any(name in archive.read(part) for part in _INDEXES if part in there)


def _answers_sheet(source: Source, options: ReadOptions) -> Sheet:
    """The sheet with the answers: by its name, by the wish of the user, or the only one."""
    sheets = [s for s in read_sheets(source, options.sheet) if s.name != SCALE_SHEET]
    chosen = [sheet for sheet in sheets if sheet.name == ANSWERS_SHEET] or sheets
    if len(chosen) == 1:
        return chosen[0]
    names = listed(sheet.name for sheet in sheets)
    raise KanoError(
        f"is an answer sheet, and its answers may be on {names}"
        if sheets
        else "is an answer sheet without its answers",
        source.name,
        "name the sheet with --sheet" if sheets else FRESH_COPY,
    )


def _refuse_uncomputed(source: Source, sheet: Sheet, answered: Sequence[Answered]) -> None:
    """Refuse a formula in place of an answer that was never computed: it reads as blank."""
    for each in answered:
        if (cell := sheet.uncomputed.get(each.column)) is not None:
            raise KanoError(
                f"the formula in cell {cell} was never computed, so its answer is not in the file",
                place_of(source, sheet),
                "choose the answer from the list there",
            )


def _consented(
    source: Source, sheet: Sheet, answered: Sequence[Answered]
) -> tuple[list[Answered], int]:
    """The answers of those who gave their consent, where one is asked, and how many did not.

    Raises:
        KanoError: if nobody gave it.
    """
    others = [each for each in answered if each.question.code != CONSENT]
    asked = [each for each in answered if each.question.code == CONSENT]
    people = range(len(answered[0].cells))
    missing = {
        at
        for consent in asked
        for at in people
        if is_missing(consent.cells[at]) and any(not is_missing(e.cells[at]) for e in others)
    }
    if missing and len(missing) == len(people):
        more = f", as in {len(missing) - 1} more rows," if len(missing) > 1 else ""
        cell = asked[0].address(min(missing))
        raise KanoError(
            f"there are answers, and the consent in cell {cell}{more} is missing",
            place_of(source, sheet),
            "have it given there, or clear the answers: without consent they are not used",
            left_out="no-consent",
        )
    kept = [at for at in people if at not in missing]
    return [each.only(kept) for each in others], len(missing)


def _refuse_unknown(
    source: Source, sheet: Sheet, answered: Sequence[Answered], key: SheetKey
) -> None:
    """Refuse a word that is not in the list of its question, with the cell."""
    for each in answered:
        choices = key.lists.get(each.question.answers, ())
        texts = [text for _, text in choices]
        known = {normal(form) for choice in choices for form in choice}
        for at, cell in enumerate(each.cells):
            if each.question.role in SIDES and not is_missing(cell) and normal(cell) not in known:
                near = nearest(cell, texts, 1)
                meant = f'did you mean "{near[0]}"? ' if near else ""
                raise KanoError(
                    f'"{shortened(cell)}" is not one of the answers',
                    f"{place_of(source, sheet)}, cell {each.address(at)}",
                    f"{meant}choose from {listed(texts)}; --unknown missing leaves it out",
                )


def _table(source: Source, sheet: Sheet, answered: Sequence[Answered], key: SheetKey) -> Table:
    """The columns that files of our other forms have: codes of questions over codes of answers."""
    lettered, people = key.layout != ONE, len(answered[0].cells)
    columns = []
    for place, each in enumerate(answered):
        codes = {normal(text): code for code, text in key.lists.get(each.question.answers, ())}
        texts = [codes.get(normal(cell), cell) for cell in each.cells]
        # Cells of one respondent stand in rows, so that no letter names a question there.
        columns.append(_column(each.column if lettered else place, each.question.code, texts))
    beyond = 1 + max(column.index for column in columns)
    beside = {
        "respondent": _respondents(source, people),
        "language": [key.language] * people,
        "questionnaire": [key.title] * people,
        STAMP_COLUMN: [key.stamp] * people,
    }
    for each in answered:
        if each.question.role == _FUNCTIONAL:
            name = _NAME + each.question.code.removesuffix(_SUFFIX)
            beside[name] = [each.question.name] * people
    for at, (name, texts) in enumerate(beside.items()):
        columns.append(replace(_column(beyond + at, name, texts), metadata=True))
    numbers = answered[0].numbers
    return Table(
        source.name,
        tuple(replace(column, lettered=lettered) for column in columns),
        people,
        numbers.__getitem__,
        sheet.name,
        max(numbers[0] - 1, 1),
    )


def _respondents(source: Source, people: int) -> list[str]:
    """An id for each respondent: the same in a copy of the file, another one in other files."""
    digest = sha256(source.read()).hexdigest()
    return [str(uuid5(NAMESPACE_OID, f"{digest}/{at}")) for at in range(people)]


def _column(index: int, header: str, texts: Sequence[str]) -> Column:
    """A column of these texts."""
    place: dict[str, int] = {}
    codes = np.array([place.setdefault(text, len(place)) for text in texts], np.uint32)
    return Column(index, header, tuple(place), codes)
