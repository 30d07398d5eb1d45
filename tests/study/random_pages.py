"""Random surveys as programs and hands write them: records, codes, marks, two header rows."""

import io
import json
import random
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook

from kano_cli.core.categories import Answer
from kano_cli.study.language import languages
from tests.study.random_surveys import QUESTIONS, Study, Written, content_of, key, wide

Rows = list[list[str]]
TITLED = ("suffix", "side", "grid", "array", "whole")
CODES = (
    *(("1", "2", "3", "4", "5"), ("5", "4", "3", "2", "1"), ("0", "1", "2", "3", "4")),
    *(("AO01", "AO02", "AO03", "AO04", "AO05"), ("4", "2", "0", "-1", "-2")),
)


def written_of(
    study: Study,
    accepted: Sequence[frozenset[str]],
    rows: Rows,
    places: Sequence[int] = (),
    content: bytes = b"",
) -> Written:
    """These rows, as some program would write them unless their content is given."""
    content = content or content_of(rows, study.luck)
    return Written("", accepted, study.functional, study.dysfunctional, rows, content, places)


def questions_of(study: Study, layout: str, order: str) -> tuple[list[frozenset[str]], Rows]:
    """The names that may come back, and the questions with a row a person, without an id."""
    accepted, rows = wide(study, layout, order)
    return accepted, [row[1:] for row in rows]


def halves_of(study: Study, person: int) -> list[str]:
    """The answers of a person, first all functional ones."""
    features = range(len(study.names))
    return [study.cell(s, person, at) for s in ("functional", "dysfunctional") for at in features]


def asked_in(study: Study) -> tuple[str, str]:
    """The two questions in the language of the answers."""
    return QUESTIONS[study.wording.language or study.luck.choice(list(QUESTIONS))]


def _stacked(study: Study, _: str) -> Written:
    """Two header rows by hand: names over sides, or sides over names; cells blank or filled in."""
    luck, names = study.luck, list(study.names)
    code = study.wording.language or "en"
    sides = [pair for known in languages() if known.code == code for pair in known.sides]
    labels = luck.choice([*sides, ("functional", "dysfunctional"), asked_in(study)])
    filled = luck.random() < 0.5
    people = range(len(study.functional))
    if luck.random() < 0.5:
        upper = [cell for name in names for cell in (name, name if filled else "")]
        lower = [label for _ in names for label in labels]
        count = len(names)
        places = [side * count + at for at in range(count) for side in (0, 1)]
    else:
        upper = [label if filled or not at else "" for label in labels for at in range(len(names))]
        lower, places = names * 2, list(range(2 * len(names)))
    rows = [upper, lower]
    for person in people:
        halves = halves_of(study, person)
        rows.append([halves[place] for place in places])
    numbers = ["", "ID", *map(str, people)]
    rows = [[number, *row] for number, row in zip(numbers, rows, strict=True)]
    accepted = [frozenset({key(name)}) for name in names]
    return written_of(study, accepted, rows, range(1, len(rows[0])))


def _json(study: Study, order: str) -> Written:
    """Records, as a list or one a line; what nobody answered may have no key."""
    accepted, rows = questions_of(study, study.luck.choice(TITLED), order)
    titles = rows[0]
    records = [
        {
            title: cell
            for title, cell in zip(titles, row, strict=True)
            if cell or study.luck.random() < 0.5
        }
        for row in rows[1:]
    ]
    records[0] = dict(zip(titles, rows[1], strict=True))
    return written_of(study, accepted, rows, content=_records(records, study.luck))


def _nested(study: Study, _: str) -> Written:
    """A record of records: the answers to both questions under the name of the feature."""
    sides = study.luck.choice((("f", "d"), ("functional", "dysfunctional"), ("with", "without")))
    kinds = zip(sides, ("functional", "dysfunctional"), strict=True)
    both = list(kinds)
    records = [
        {
            name: {side: study.cell(kind, person, at) for side, kind in both}
            for at, name in enumerate(study.names)
        }
        for person in range(len(study.functional))
    ]
    accepted = [frozenset({key(name)}) for name in study.names]
    return written_of(study, accepted, [], content=_records(records, study.luck))


def _records(records: Sequence[object], luck: random.Random) -> bytes:
    """JSON, or JSON lines."""
    if luck.random() < 0.5:
        return json.dumps(records, ensure_ascii=luck.random() < 0.5).encode()
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def _legend(study: Study, order: str) -> Written:
    """Codes, and what they mean on a page of its own or above the table."""
    luck = study.luck
    codes, words = luck.choice(CODES), study.wording.functional
    accepted, rows = questions_of(study, luck.choice(("suffix", "side")), order)
    said = dict(zip(Answer, codes, strict=True))
    meant = {
        text: said[answer]
        for texts in (study.wording.functional, study.wording.dysfunctional)
        for answer, own in texts.items()
        for text in own
    }
    coded = [rows[0], *([meant.get(cell, cell) for cell in row] for row in rows[1:])]
    numbers = ["ID", *(f"p{at}" for at in range(len(rows) - 1))]
    coded = [[number, *row] for number, row in zip(numbers, coded, strict=True)]
    lines = [[said[answer], words[answer][0]] for answer in Answer]
    if together := luck.random() < 0.5:
        lines = [[" = ".join(line)] for line in lines]
    if not together and luck.random() < 0.5:
        lines = [line[::-1] for line in lines]
    if luck.random() < 0.5:
        return written_of(study, accepted, [*lines, [], *coded], range(1, len(coded[0])))
    return written_of(study, accepted, coded, content=_workbook({"Data": coded, "Key": lines}))


def _workbook(sheets: dict[str, Rows]) -> bytes:
    """An xlsx with these sheets, numbers as texts."""
    book, saved = Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if cell:
                    sheet.cell(row, column, cell).data_type = "s"
    book.save(saved)
    return saved.getvalue()


def _marks(study: Study, _: str) -> Written:
    """Five columns a respondent, two rows a feature, one cell of five marked."""
    luck, names = study.luck, study.names
    people = range(len(study.functional))
    words = [luck.choice(study.wording.functional[answer]) for answer in Answer]
    mark, numbers = luck.choice("xX1✓●"), luck.random() < 0.5
    above = [["", "", *(cell for at in people for cell in (f"P{at + 1}", *[""] * 4))]]
    rows = [["", "", *(words * len(people))]]
    for at, name in enumerate(names):
        for side, label in (("functional", "with"), ("dysfunctional", "without")):
            answers = study.functional if side == "functional" else study.dysfunctional
            given = [answers[person][at] for person in people]
            cells = [mark if one == slot else "" for one in given for slot in Answer]
            rows.append([name, label, *cells])
    accepted = [frozenset({key(name)}) for name in names]
    table = [*above, *rows] if numbers else rows
    content = b"" if luck.random() < 0.5 else _workbook({"S": table})
    return written_of(study, accepted, table, content=content)


BY_HAND: Mapping[str, Callable[[Study, str], Written]] = {
    "stacked": _stacked,
    "json": _json,
    "nested": _nested,
    "legend": _legend,
    "marks": _marks,
}
