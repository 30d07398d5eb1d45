"""Qualtrics: three header rows today, two in its legacy exports."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.exports.survey import (
    ENGLISH,
    IDS,
    NAMES,
    NUMBERS,
    PEOPLE,
    PREVIEW,
    TRIAL,
    UNFINISHED,
    Export,
    Person,
    Words,
    grid,
    halves,
    neighbours,
    reading,
    suffixed,
)
from tests.readers.files import csv_text

# Name of the column, text below it, ImportId below that.
META = (
    ("StartDate", "Start Date", "startDate"),
    ("EndDate", "End Date", "endDate"),
    ("Status", "Response Type", "status"),
    ("IPAddress", "IP Address", "ipAddress"),
    ("Progress", "Progress", "progress"),
    ("Duration (in seconds)", "Duration (in seconds)", "duration"),
    ("Finished", "Finished", "finished"),
    ("RecordedDate", "Recorded Date", "recordedDate"),
    ("ResponseId", "Response ID", "_recordId"),
    ("RecipientLastName", "Recipient Last Name", "recipientLastName"),
    ("RecipientFirstName", "Recipient First Name", "recipientFirstName"),
    ("RecipientEmail", "Recipient Email", "recipientEmail"),
    ("ExternalReference", "External Data Reference", "externalDataReference"),
    ("LocationLatitude", "Location Latitude", "locationLatitude"),
    ("LocationLongitude", "Location Longitude", "locationLongitude"),
    ("DistributionChannel", "Distribution Channel", "distributionChannel"),
    ("UserLanguage", "User Language", "userLanguage"),
)
LEGACY = (
    *("ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress"),
    *("IPAddress", "Status", "StartDate", "EndDate", "Finished"),
)
PLACES = ("LocationLatitude", "LocationLongitude", "LocationAccuracy")
MATRIX = tuple(f"Q{question}_{row}" for question in (1, 2) for row in (1, 2, 3))
# Legacy exports cut long questions, here before the words that tell the sides apart.
CUT = (
    "Picture yourself on a rainy evening in front of our shop with a flat tyre and think about "
    "what we..."
)
EVERYONE = (PREVIEW, *PEOPLE[:3], UNFINISHED, *PEOPLE[3:])
LEFT_OUT = {"preview": 1, "incomplete": 1}


@dataclass(frozen=True)
class Values:
    """How one kind of export writes the answers and what it says of a row."""

    answers: Words
    real: str
    preview: str
    trial: str
    done: str
    undone: str


# The texts of Status 2 and the channel of a test are unconfirmed.
TEXT = Values(ENGLISH, "IP Address", "Survey Preview", "Survey Test", "True", "False")
NUMERIC = Values(NUMBERS, "0", "1", "2", "1", "0")


def exports() -> list[Export]:
    """Everything from Qualtrics."""
    legacy = "qualtrics-legacy-2-rows"
    tight = "qualtrics-legacy-tight-dash"
    return [
        _text(),
        _anonymous(),
        _numeric(),
        _own_ids("qualtrics-own-ids", tuple(grid("{question} - {name}"))),
        _own_ids("qualtrics-own-ids-same-text", (CUT,) * 6),
        _tsv(),
        _legacy(legacy, "{question} - {name}"),
        _legacy(tight, "{question}-{name}"),  # without spaces: unconfirmed
    ]


def table(
    ids: Sequence[str],
    texts: Sequence[str],
    row: Callable[[Person], Sequence[str]],
    people: Sequence[Person],
    values: Values,
) -> list[list[str]]:
    """The three header rows, and a row a person."""
    third = [_import_id(name) for _, _, name in META]
    third += [_import_id(f"QID{at + 1}") for at in range(len(ids))]
    return [
        [*(name for name, _, _ in META), *ids],
        [*(text for _, text, _ in META), *texts],
        third,
        *([*_person(one, values), *row(one)] for one in people),
    ]


def _import_id(name: str) -> str:
    """A cell of the third row."""
    cell = {"ImportId": name}
    if name.endswith("Date"):
        cell["timeZone"] = "Europe/Amsterdam"
    return json.dumps(cell, separators=(",", ":"))


def _person(person: Person, values: Values) -> list[str]:
    """The seventeen first cells."""
    status = {PREVIEW: values.preview, TRIAL: values.trial}.get(person, values.real)
    channel = {PREVIEW: "preview", TRIAL: "test"}.get(person, "anonymous")
    done = person is not UNFINISHED
    seconds = int((person.ended - person.began).total_seconds())
    return [
        *(f"{person.began}", f"{person.ended}", status, f"192.0.2.{person.number}"),
        *("100" if done else "50", str(seconds), values.done if done else values.undone),
        *(f"{person.ended}", f"R_{person.number}aB3dE5fG7hJ9kL", "", "", "", ""),
        *("52.0", "5.0", channel, "EN"),
    ]


def _text() -> Export:
    """Text values of two matrices; a preview row and an unfinished one."""
    rows = table(
        [*MATRIX, "Q3"],
        [*grid("{question} - {name}"), "Where do you live?"],
        lambda person: [*halves(person, ENGLISH), person.city],
        EVERYONE,
        TEXT,
    )
    name = "qualtrics-text-3-rows"
    content = csv_text(rows).encode("utf-8-sig")
    return Export(name, "qualtrics", f"{name}.csv", content, reading(NAMES), LEFT_OUT)


def _anonymous() -> Export:
    """Without the id, the address and the place of each response, taken away by hand."""
    rows = table(
        MATRIX, tuple(grid("{question} - {name}")), lambda one: halves(one, ENGLISH), EVERYONE, TEXT
    )
    gone = {"IPAddress", "ResponseId", "LocationLatitude", "LocationLongitude"}
    kept = [at for at, name in enumerate(rows[0]) if name not in gone]
    content = csv_text([[row[at] for at in kept] for row in rows]).encode()
    name = "qualtrics-anonymous"
    return Export(name, "qualtrics", f"{name}.csv", content, reading(NAMES), LEFT_OUT)


def _numeric() -> Export:
    """Numeric values: 1 is like only because the option says so; with a test row."""
    rows = table(
        [*MATRIX, "Q3"],
        [*grid("{question} - {name}"), "Where do you live?"],
        lambda person: (
            [*halves(person, NUMBERS), {"Utrecht": "1", "Ghent": "2"}[person.city]]
            if person.city
            else [*halves(person, NUMBERS), ""]
        ),
        (*EVERYONE, TRIAL),
        NUMERIC,
    )
    name, content = "qualtrics-numbers-3-rows", csv_text(rows).encode()
    left_out, options = {**LEFT_OUT, "test": 1}, {"codes": "like=1"}
    expected = reading(NAMES)
    return Export(name, "qualtrics", f"{name}.csv", content, expected, left_out, options)


def _own_ids(name: str, texts: Sequence[str]) -> Export:
    """Questions that the researcher named himself."""
    same = len(set(texts)) == 1
    ids = suffixed() if same else [f"{one}_{side}" for side in ("f", "d") for one in IDS]
    rows = table(
        ids,
        texts,
        lambda person: neighbours(person, ENGLISH) if same else halves(person, ENGLISH),
        EVERYONE,
        TEXT,
    )
    # The text that follows a side's mark is the row label where there is one.
    expected = reading(IDS if same else NAMES)
    content = csv_text(rows).encode()
    return Export(name, "qualtrics", f"{name}.csv", content, expected, LEFT_OUT)


def _tsv() -> Export:
    """The TSV, in UTF-16 as Excel wants it; that it is UTF-16 is unconfirmed."""
    rows = table(
        MATRIX,
        grid("{question} - {name}"),
        lambda person: halves(person, ENGLISH),
        EVERYONE,
        TEXT,
    )
    name, text = "qualtrics-tsv", csv_text(rows, "\t")
    content = ("\ufeff" + text).encode("utf-16-le")
    return Export(name, "qualtrics", f"{name}.tsv", content, reading(NAMES), LEFT_OUT)


def _legacy(name: str, form: str) -> Export:
    """V1 to V10 over their names, and an empty field too much after every row."""
    header = [*(f"V{at}" for at in range(1, 11)), *MATRIX, *PLACES, ""]
    texts = [*LEGACY, *grid(form), *PLACES, ""]
    people = []
    for one in EVERYONE:
        status, done = ("1" if one is PREVIEW else "0"), ("0" if one is UNFINISHED else "1")
        address = f"192.0.2.{one.number}"
        people.append(
            [
                *(f"R_{one.number}aB3dE5fG7hJ9kL", "Default Response Set", "Anonymous", "", ""),
                *(address, status, f"{one.began}", f"{one.ended}", done),
                *(*halves(one, ENGLISH), "52.0", "5.0", "-1", ""),
            ]
        )
    content = csv_text([header, texts, *people]).encode()
    return Export(name, "qualtrics", f"{name}.csv", content, reading(NAMES), LEFT_OUT)
