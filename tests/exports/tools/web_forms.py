"""JSON of SurveyJS and of our own HTML form; Tally and Jotform as CSV."""

import json
from typing import Any

from tests.exports.survey import (
    ENGLISH,
    IDS,
    NAMES,
    PEOPLE,
    QUESTIONS,
    WITH,
    WITHOUT,
    Export,
    Person,
    Reading,
    Words,
    grid,
    halves,
    neighbours,
    reading,
    whole_questions,
)
from tests.readers.files import csv_text

HYPHENS = ("", "like", "must-be", "neutral", "live-with", "dislike")
FORM_CODES = ("", "like", "must", "neut", "live", "disl")
OUR_STAMP = "kano1/0f0e0d0c0b0a0908/*title-1a2b/*answers-3c4d/loanbike-5e6f"
"""Of a version that asked about one of the features only: whatever stands there is read."""


def exports() -> list[Export]:
    """Everything from the four."""
    flat = [{**_flat(one, HYPHENS), **_city(one)} for one in PEOPLE]
    texts = [{**_flat(one, ENGLISH), **_city(one)} for one in PEOPLE]
    nested = [{**_nested(one), **_city(one)} for one in PEOPLE]
    mine = [_our_form(one) for one in PEOPLE]
    by_id = reading(IDS)
    return [
        _json("surveyjs-flat", "surveyjs", flat, by_id),
        _json("surveyjs-flat-texts", "surveyjs", texts, by_id),
        _json("surveyjs-nested", "surveyjs", nested, by_id),
        _lines("surveyjs-lines", "surveyjs", flat, by_id),
        _lines("surveyjs-nested-lines", "surveyjs", nested, by_id),
        _json("kano-html-form", "kano", mine, by_id),
        _lines("kano-html-form-lines", "kano", mine, by_id),
        _our_csv(),
        _tally(),
        _jotform_grid(),
        _jotform_single(),
    ]


def _json(name: str, platform: str, records: list[Any], expected: Reading) -> Export:
    """A list of records."""
    text = json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    return Export(name, platform, f"{name}.json", text.encode(), expected)


def _lines(name: str, platform: str, records: list[Any], expected: Reading) -> Export:
    """A record a line."""
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return Export(name, platform, f"{name}.jsonl", text.encode(), expected)


def _flat(person: Person, words: Words) -> dict[str, str]:
    """The answers by key; what was not answered has none."""
    keys = [f"{one}_{side}" for one in IDS for side in ("f", "d")]
    answers = zip(keys, neighbours(person, words), strict=True)
    return {key: answer for key, answer in answers if answer}


def _nested(person: Person) -> dict[str, dict[str, str]]:
    """The answers by feature and side; a matrix without an answer is missing whole."""
    answers = {
        one: {side: HYPHENS[answer] for side, answer in zip("fd", pair, strict=True) if answer}
        for one, pair in zip(IDS, person.pairs, strict=True)
    }
    return {one: sides for one, sides in answers.items() if sides}


def _city(person: Person) -> dict[str, str]:
    """The segment, where it was answered."""
    return {"city": person.city} if person.city else {}


def _our_form(person: Person) -> dict[str, Any]:
    """What our own HTML form sends."""
    return {
        "questionnaire": "Bike shop",
        "hash": "sha256:" + "3f9c" * 16,
        "respondent": f"5b0c0000-0000-4000-8000-{person.number:012d}",
        "submitted": f"{person.ended:%Y-%m-%dT%H:%M:%S}+02:00",
        "answers": _flat(person, HYPHENS),
    }


def _our_csv() -> Export:
    """The CSV of our own HTML form, and of `kano ask`: all cells quoted, a BOM, codes."""
    beside = ["respondent", "submitted", "language", "questionnaire", "kano_hash"]
    header = [*beside, *(f"{one}_{side}" for one in IDS for side in ("f", "d")), "city"]
    rows = [
        [
            f"5b0c0000-0000-4000-8000-{one.number:012d}",
            *(f"{one.ended:%Y-%m-%dT%H:%M:%S}Z", "en", "Bike shop", OUR_STAMP),
            *neighbours(one, FORM_CODES),
            one.city,
        ]
        for one in PEOPLE
    ]
    name, text = "kano-form", csv_text([header, *rows], end="\r\n", quoted=True)
    return Export(name, "kano", f"{name}.csv", f"\ufeff{text}".encode(), reading(IDS))


def _tally() -> Export:
    """Tally: three columns first; how it writes a matrix is not known."""
    header = ["Submission ID", "Respondent ID", "Submitted at", "City", *whole_questions()]
    rows = [
        [
            *(f"PgYb{one.number:02x}", f"l0Wy{one.number:02x}", f"{one.ended}", one.city),
            *neighbours(one, ENGLISH),
        ]
        for one in PEOPLE
    ]
    name, text = "tally", csv_text([header, *rows])
    return Export(name, "tally", f"{name}.csv", text.encode(), reading(QUESTIONS))


def _jotform_grid() -> Export:
    """Jotform's input table: `Question >> Row`; unconfirmed, as all of its columns."""
    header = ["Submission Date", "City", *grid("{question} >> {name}"), "Submission ID", "IP"]
    rows = [
        [_date(one), one.city, *halves(one, ENGLISH), _submission(one), f"192.0.2.{one.number}"]
        for one in PEOPLE
    ]
    name, text = "jotform-grid", csv_text([header, *rows], quoted=True)
    return Export(name, "jotform", f"{name}.csv", text.encode(), reading(NAMES))


def _jotform_single() -> Export:
    """Jotform with an input table a feature: its rows are the two questions."""
    tables = [f"{name} >> {question}" for name in NAMES for question in (WITH, WITHOUT)]
    header = ["Submission Date", "City", *tables, "Submission ID", "IP"]
    rows = [
        [_date(one), one.city, *neighbours(one, ENGLISH), _submission(one), "192.0.2.1"]
        for one in PEOPLE
    ]
    name, text = "jotform-table-a-feature", csv_text([header, *rows], quoted=True)
    return Export(name, "jotform", f"{name}.csv", text.encode(), reading(NAMES))


def _date(person: Person) -> str:
    """A date as Jotform writes it: unconfirmed."""
    return f"{person.ended:%b %d, %Y}"


def _submission(person: Person) -> str:
    """The number of a submission."""
    return str(6_000_000_000_000_000_000 + person.number)
