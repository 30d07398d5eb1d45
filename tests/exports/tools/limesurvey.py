"""LimeSurvey: BOM, all quoted, CRLF, a blank last line; headings and answers by a setting."""

from collections.abc import Sequence

from tests.exports.survey import (
    ENGLISH,
    FEATURES,
    IDS,
    NAMES,
    PEOPLE,
    UNFINISHED,
    WITH,
    WITHOUT,
    Export,
    Person,
    Reading,
    Words,
    neighbours,
    reading,
    suffixed,
)
from tests.readers.files import csv_text

CODES = (*("id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"),)
TEXTS = (
    *("Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started"),
    "Date last action",
)
BOTH = tuple(f"{code}. {text}" for code, text in zip(CODES, TEXTS, strict=True))
# The separator of code and text is a setting; that metadata have it too is unconfirmed.
DOTTED = tuple(text.replace(". ", "._.") for text in BOTH)
ANSWERS = ("like", "must-be", "neutral", "live-with", "dislike")
EVERYONE = (*PEOPLE[:2], UNFINISHED, *PEOPLE[2:])
LEFT_OUT = {"incomplete": 1}


def exports() -> list[Export]:
    """Everything from LimeSurvey."""
    brackets, labels = suffixed("{id}[{side}]"), suffixed("{name} [{side}]", (WITH, WITHOUT))
    both = [f"{code}. {text}" for code, text in zip(brackets, labels, strict=True)]
    dotted = [one.replace(". ", "._.", 1) for one in both]
    by_id, by_name = reading(IDS), reading(NAMES)
    today, older = _coded("AO0"), _coded("A")
    return [
        _export("codes", ",", [*CODES, "city", *brackets], today, by_id),
        _export("codes-semicolon", ";", [*CODES, "city", *brackets], today, by_id),
        _export("older-codes-underscore", ";", [*CODES, "city", *suffixed()], older, by_id),
        _export("texts", ",", [*TEXTS, "City", *labels], ENGLISH, by_name),
        _export("texts-semicolon", ";", [*TEXTS, "City", *labels], ENGLISH, by_name),
        # The texts hold the names of the features; the codes hold ids. Names are for reading.
        _export("codes-and-texts", ",", [*BOTH, "city. City", *both], ENGLISH, by_name),
        _export("dots", ",", [*DOTTED, "city._.City", *dotted], ENGLISH, by_name),
        # Codes as headings over answers in full: the headings are all there is.
        _export("codes-over-texts", ";", [*CODES, "city", *brackets], ENGLISH, by_id),
        _export("questions", ";", [*TEXTS, "City", *_two_arrays()], ENGLISH, by_name),
    ]


def _coded(prefix: str) -> Words:
    """The codes of the five answers: `AO01` today, `A1` before (unconfirmed)."""
    return ("", *(f"{prefix}{at}" for at in range(1, 6)))


def _two_arrays() -> list[str]:
    """An array a side with the features as its rows; as neighbours for the same rows of answers."""
    return [f"{question} [{one.name}]" for one in FEATURES for question in (WITH, WITHOUT)]


def _export(
    name: str, delimiter: str, header: Sequence[str], words: Words, expected: Reading
) -> Export:
    """The file with these headings; a remark begins with `=` and so has an apostrophe."""
    remark = {"id": "remark", "Response ID": "Remark", DOTTED[0]: "remark._.Remark"}.get(
        header[0], "remark. Remark"
    )
    rows = [
        [
            *(*_person(one), one.city, *neighbours(one, words)),
            "'=) thanks" if one.number == 2 else "",
        ]
        for one in EVERYONE
    ]
    text = csv_text([[*header, remark], *rows], delimiter, "\r\n", quoted=True) + "\r\n"
    options = {}
    if words is not ENGLISH:
        pairs = zip(words[1:], ANSWERS, strict=True)
        options = {"codes": ",".join(f"{code}={answer}" for code, answer in pairs)}
    name = f"limesurvey-{name}"
    content = text.encode("utf-8-sig")
    return Export(name, "limesurvey", f"{name}.csv", content, expected, LEFT_OUT, options)


def _person(person: Person) -> list[str]:
    """The seven first cells; a form that was not sent has no date of submitting."""
    done = person is not UNFINISHED
    sent = f"{person.ended}" if done else ""
    return [
        *(str(person.number), sent, "2" if done else "1", "en"),
        *(str(1_000_000_000 + 7 * person.number), f"{person.began}", f"{person.ended}"),
    ]
