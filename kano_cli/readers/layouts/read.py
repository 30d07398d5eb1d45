"""What every layout ends in: responses, and what was noticed on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from kano_cli.errors import shortened
from kano_cli.findings import Finding
from kano_cli.readers.files.table import Table
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions import refusals
from kano_cli.readers.questions.asked import Asked
from kano_cli.readers.questions.values import Reading, spoken_languages
from kano_cli.study.responses import Responses


@dataclass(frozen=True, eq=False)
class Read:
    """What a layout reader makes of a table.

    `asked` has the columns of each feature, where a feature has columns, and `evidence` says in
    a word how they were known to belong together.
    """

    responses: Responses
    languages: tuple[str, ...] = ()
    left_out_rows: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    asked: tuple[Asked, ...] = ()
    evidence: str = ""


def check_answers(table: Table, readings: Sequence[Reading], options: ReadOptions) -> list[Finding]:
    """Refuse words that are not on the scale, unless they are to count as missing."""
    findings: list[Finding] = []
    strange = [reading for reading in readings if reading.unknown]
    if strange and options.unknown != "missing":
        first = strange[0]
        # A number among words, as in a row of totals, is no code.
        only_codes = first.coded and not first.plain_words
        if only_codes and not options.codes and not first.scale.own:
            raise refusals.codes_without_direction(table, first)
        raise refusals.unknown_answers(table, strange)
    for code, words in (
        ("K104", [word for reading in strange for word in reading.unknown]),
        ("K103", [word for reading in readings for word in reading.said_nothing()]),
    ):
        rows: dict[str, int] = {}
        for text, n in words:
            rows[shortened(text)] = rows.get(shortened(text), 0) + n
        if rows:
            ordered = tuple(sorted(rows.items(), key=lambda row: (-row[1], row[0])))
            findings.append(Finding(code, {"count": sum(rows.values()), "words": ordered}))
    spoken = spoken_languages(readings)
    if len(spoken) > 1:
        findings.append(Finding("K105", {"languages": tuple(spoken)}))
    return findings


def refuse_other_side(
    table: Table, reading: Reading, side: str, rows: npt.NDArray[np.bool_] | None = None
) -> None:
    """Refuse an answer that an own scale has on the other side only: it would count as blank.

    Raises:
        KanoError: with the first such cell; `rows` (N,) marks those that belong to the side.
    """
    strange = np.array(
        [
            k and not reading.answer(v, side)
            for v, k in zip(reading.column.values, reading.known, strict=True)
        ],
        dtype=np.bool_,
    )[reading.column.codes]
    if rows is not None:
        strange &= rows
    if strange.any():
        raise refusals.answer_of_other_side(table, reading, side, int(strange.argmax()))


def without_empty_rows(read: Read) -> Read:
    """Leave out, and count, the rows in which nobody answered any question."""
    responses = read.responses
    filled = np.asarray(responses.functional.any(axis=1) | responses.dysfunctional.any(axis=1))
    if filled.all():
        return read
    found = Finding("K102", {"count": int((~filled).sum())})
    return only_rows(read, filled, "empty", found)


def without_incomplete_rows(read: Read) -> Read:
    """Leave out, and count, everybody who left one of the questions open."""
    responses = read.responses
    whole = np.asarray(responses.functional.all(axis=1) & responses.dysfunctional.all(axis=1))
    if whole.all():
        return read
    count = int((~whole).sum())
    found = Finding("K121", {"count": count, "reasons": (("incomplete", count),)})
    return only_rows(read, whole, "incomplete", found)


def only_rows(read: Read, filled: npt.NDArray[np.bool_], reason: str, found: Finding) -> Read:
    """Some of the rows; the others are counted under a reason."""
    return replace(
        read,
        responses=read.responses.only(filled),
        left_out_rows={**read.left_out_rows, reason: int((~filled).sum())},
        findings=(*read.findings, found),
    )
