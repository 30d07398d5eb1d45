"""KoboToolbox and ODK Central: paths of groups in the headers, codes that are words."""

import datetime as dt
from collections.abc import Sequence

from tests.exports.survey import (
    CODE_WORDS,
    ENGLISH,
    FEATURES,
    IDS,
    PEOPLE,
    QUESTIONS,
    REJECTED,
    Export,
    Person,
    Reading,
    Words,
    neighbours,
    reading,
    suffixed,
    whole_questions,
)
from tests.exports.workbook import Cell, workbook
from tests.readers.files import csv_text

KOBO_LAST = (
    *("_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status"),
    *("_submitted_by", "_tags", "_index"),
)
ODK_LAST = (
    *("meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent"),
    *("AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"),
)
ZONE = dt.timedelta(hours=2)
GROUPS = ("bike", "locker", "cafe")


def exports() -> list[Export]:
    """Everything from both."""
    by_id, by_question = reading(IDS), reading(QUESTIONS)
    names, labels = ["city", *suffixed()], ["City", *whole_questions()]
    tags = ["#geo+city", *suffixed("#indicator+{id}+{side}")]
    return [
        _kobo("kobo-names", names, CODE_WORDS, by_id),
        _kobo("kobo-names-with-groups", ["who/city", *_grouped("/")], CODE_WORDS, by_id),
        _kobo("kobo-labels", labels, ENGLISH, by_question),
        _kobo("kobo-hxl", names, CODE_WORDS, by_id, tags),
        _kobo("kobo-labels-hxl", labels, ENGLISH, by_question, tags),
        _kobo_workbook("kobo-names-xlsx", names, CODE_WORDS, by_id),
        _kobo_workbook("kobo-labels-xlsx", labels, ENGLISH, by_question),
        _odk("odk-groups", ["who-city", *_grouped("-")]),
        _odk("odk-no-groups", ["city", *suffixed()]),
    ]


def _grouped(joint: str) -> list[str]:
    """The names with the group that each question stands in."""
    return [
        f"{group}{joint}{one.id}_{side}"
        for group, one in zip(GROUPS, FEATURES, strict=True)
        for side in ("f", "d")
    ]


def _kobo_row(person: Person, words: Words) -> list[Cell]:
    """A submission; its number and its index are numbers."""
    return [
        *(_local(person.began), _local(person.ended)),
        *(person.city.lower() if words is CODE_WORDS else person.city, *neighbours(person, words)),
        *(700000 + person.number, _uuid(person), f"{person.ended:%Y-%m-%dT%H:%M:%S}", "", ""),
        *("submitted_via_web", "", "", person.number),
    ]


def _kobo(
    name: str, asked: Sequence[str], words: Words, expected: Reading, tags: Sequence[str] = ()
) -> Export:
    """The CSV: semicolons, every cell quoted; `tags` is the HXL row below the header."""
    header: list[list[Cell]] = [["start", "end", *asked, *KOBO_LAST]]
    if tags:
        header.append(["#date+start", "#date+end", *tags, *[""] * len(KOBO_LAST)])
    people = [_kobo_row(one, words) for one in PEOPLE]
    text = csv_text([_texts(row) for row in (*header, *people)], ";", "\r\n", quoted=True)
    return Export(name, "kobo", f"{name}.csv", text.encode(), expected)


def _kobo_workbook(name: str, asked: Sequence[str], words: Words, expected: Reading) -> Export:
    """The same as a workbook, whose sheet is called as the form."""
    people = [_kobo_row(one, words) for one in PEOPLE]
    content = workbook({"Bike shop": [["start", "end", *asked, *KOBO_LAST], *people]})
    return Export(name, "kobo", f"{name}.xlsx", content, expected)


def _odk(name: str, asked: Sequence[str]) -> Export:
    """A submission that was rejected, and one with issues, which stays."""
    header = ["SubmissionDate", "start", "end", *asked, *ODK_LAST]
    people = []
    for one in (*PEOPLE[:4], REJECTED, *PEOPLE[4:]):
        state = {REJECTED: "rejected", PEOPLE[2]: "hasIssues", PEOPLE[0]: "approved"}.get(one, "")
        key = f"uuid:{_uuid(one)}"
        people.append(
            [
                *(f"{one.ended - ZONE:%Y-%m-%dT%H:%M:%S}.000Z", _local(one.began)),
                *(_local(one.ended), one.city.lower()),
                *(*neighbours(one, CODE_WORDS), key, key, "12", "Tablet 1", "0", "0"),
                *("", state, f"collect:{one.number:016d}", "0", "2026100501"),
            ]
        )
    content = csv_text([header, *people]).encode()
    return Export(name, "odk", f"{name}.csv", content, reading(IDS), {"rejected": 1})


def _texts(row: Sequence[Cell]) -> list[str]:
    """The cells as text."""
    return ["" if cell is None else str(cell) for cell in row]


def _uuid(person: Person) -> str:
    """An invented identifier."""
    return f"5b0c0000-0000-4000-8000-{person.number:012d}"


def _local(when: dt.datetime) -> str:
    """A time with the zone of the person."""
    return f"{when:%Y-%m-%dT%H:%M:%S}.000+02:00"
