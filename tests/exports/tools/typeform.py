"""Typeform: `#` first, the network at the end; whole questions only."""

from tests.exports.survey import (
    ENGLISH,
    FEATURES,
    PEOPLE,
    QUESTIONS,
    UNFINISHED,
    Export,
    Person,
    neighbours,
    reading,
    whole_questions,
)
from tests.readers.files import csv_text

OLD = ("Start Date (UTC)", "Submit Date (UTC)", "Network ID")
NEW = (
    *("Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)"),
    *("Network ID", "Tags", "Ending"),
)
ENDING = "Thank you!"
NAME = "{{field:01hx2k9v7q}}"


def exports() -> list[Export]:
    """Everything from Typeform."""
    return [_new(), _old(), _piping(), _anonymous()]


def _new() -> Export:
    """Newer columns, a partial row, two columns `Other`, a phone number with an apostrophe."""
    header = [
        *("#", "Where do you live?", "Other", f"Thanks {NAME}, what do you ride?", "Other"),
        *(*whole_questions(), "Your phone number", *NEW),
    ]

    def row(person: Person) -> list[str]:
        ride = "" if person.number == 3 else "City bike"
        phone = "'+31600000000" if person.number == 1 else ""
        return [
            *(_number(person), person.city, "", ride, "Cargo bike" if not ride else ""),
            *(*neighbours(person, ENGLISH), phone, *_last(person)),
        ]

    people = [*PEOPLE[:3], UNFINISHED, *PEOPLE[3:]]
    text = csv_text([header, *map(row, people)])
    name, left_out = "typeform-new-columns", {"incomplete": 1}
    expected = reading(QUESTIONS)
    return Export(name, "typeform", f"{name}.csv", text.encode(), expected, left_out)


def _old() -> Export:
    """Older columns: submitted forms only."""
    rows = [
        [
            *(_number(one), one.city, *neighbours(one, ENGLISH)),
            *(f"{one.began}", f"{one.ended}", f"{one.number:010x}"),
        ]
        for one in PEOPLE
    ]
    text = csv_text([["#", "City", *whole_questions(), *OLD], *rows])
    name = "typeform-old-columns"
    return Export(name, "typeform", f"{name}.csv", text.encode(), reading(QUESTIONS))


def _piping() -> Export:
    """The person's name inside both questions; what becomes of it in the name is unconfirmed."""
    questions = [
        f"{NAME}, {question[0].lower()}{question[1:]}"
        for one in FEATURES
        for question in (one.functional, one.dysfunctional)
    ]
    rows = [
        [_number(one), one.city, *neighbours(one, ENGLISH), *_last(one)]
        for one in (*PEOPLE, UNFINISHED)
    ]
    text = csv_text([["#", "City", *questions, *NEW], *rows])
    name = "typeform-piping"
    expected = reading(questions[::2])
    return Export(name, "typeform", f"{name}.csv", text.encode(), expected, {"incomplete": 1})


def _anonymous() -> Export:
    """Without the columns that tell people apart, taken away before the file was sent on."""
    rows = [[one.city, *neighbours(one, ENGLISH), *_last(one)[:4]] for one in (*PEOPLE, UNFINISHED)]
    text = csv_text([["City", *whole_questions(), *NEW[:4]], *rows])
    name, left_out = "typeform-anonymous", {"incomplete": 1}
    return Export(name, "typeform", f"{name}.csv", text.encode(), reading(QUESTIONS), left_out)


def _number(person: Person) -> str:
    """The token of a response."""
    return f"{person.number:02x}k3v9q7m5x2"


def _last(person: Person) -> list[str]:
    """The seven last cells; `partial` and its blank date of submitting are unconfirmed."""
    network = f"{person.number:010x}"
    if person is UNFINISHED:
        return ["partial", f"{person.began}", f"{person.ended}", "", network, "", ""]
    return ["completed", f"{person.began}", "", f"{person.ended}", network, "", ENDING]
