"""Google Forms: the CSV of a form, and the sheet that collects its answers."""

import datetime as dt
from dataclasses import dataclass

from tests.exports.survey import (
    CURLY,
    ENGLISH,
    NAMES,
    PEOPLE,
    QUESTIONS,
    Export,
    Person,
    Words,
    grid,
    halves,
    neighbours,
    reading,
    rows,
    whole_questions,
)
from tests.exports.workbook import Cell, workbook
from tests.readers.files import csv_text

FORM = "{question} [{name}]"


@dataclass(frozen=True)
class Locale:
    """A form and its sheet in one language; all but the French first header is unconfirmed."""

    code: str
    first: str
    stamp: str
    city: str
    functional: str
    dysfunctional: str
    words: Words
    sheet: str


# The answers are the first texts of a set in kano_cli/study/languages.
LOCALES = (
    Locale(
        *("nl", "Tijdstempel", "{t.day}-{t.month}-{t:%Y} {t.hour}:{t:%M:%S}", "Woonplaats"),
        "Als wij dit hadden, hoe zou u dat vinden?",
        "Als wij dit niet hadden, hoe zou u dat vinden?",
        (
            *("", "Dat zou ik prettig vinden", "Dat verwacht ik gewoon", "Dat maakt me niet uit"),
            *("Daar kan ik mee leven", "Dat zou ik vervelend vinden"),
        ),
        "Formulierreacties 1",
    ),
    Locale(
        *("fr", "Horodateur", "{t:%d/%m/%Y %H:%M:%S}", "Ville"),
        "Si nous avions cela, que ressentiriez-vous\u00a0?",
        "Si nous n’avions pas cela, que ressentiriez-vous\u00a0?",
        (
            *("", "Cela me plaît", "Cela est normal ainsi", "Cela m’est égal"),
            *("Je m’en contente", "Cela me déplaît"),
        ),
        "Réponses au formulaire 1",
    ),
    Locale(
        *("de", "Zeitstempel", "{t:%d.%m.%Y %H:%M:%S}", "Wohnort"),
        "Wenn wir das hätten, wie wäre das für Sie?",
        "Wenn wir das nicht hätten, wie wäre das für Sie?",
        (
            *("", "Das würde mich sehr freuen", "Das setze ich voraus", "Das ist mir egal"),
            *("Das könnte ich eventuell in Kauf nehmen", "Das würde mich sehr stören"),
        ),
        "Formularantworten 1",
    ),
    Locale(
        *("es", "Marca temporal", "{t.day}/{t:%m/%Y} {t.hour}:{t:%M:%S}", "Ciudad"),
        "Si lo tuviéramos, ¿qué le parecería?",
        "Si no lo tuviéramos, ¿qué le parecería?",
        (
            *("", "Me gusta de esa forma", "Debe ser de esa forma", "Neutral"),
            *("Tolerable", "Me disgusta de esa forma"),
        ),
        "Respuestas de formulario 1",
    ),
    Locale(
        *("pt", "Carimbo de data/hora", "{t:%d/%m/%Y %H:%M:%S}", "Cidade"),
        "Se tivéssemos isto, o que você acharia?",
        "Se não tivéssemos isto, o que você acharia?",
        (
            *("", "Eu gosto", "Eu espero que seja assim", "Para mim é indiferente"),
            *("Eu consigo tolerar", "Eu não gosto"),
        ),
        "Respostas ao formulário 1",
    ),
)


def exports() -> list[Export]:
    """Everything from Google."""
    return [_single(), _grid(), _english_sheet(), *_sheets()]


def stamp(when: dt.datetime) -> str:
    """A time as the CSV of a form writes it."""
    return f"{when:%Y/%m/%d} {when.hour}:{when:%M:%S} AM GMT+2"


def _single() -> Export:
    """The CSV of a form with a question a feature a side; every cell is quoted."""
    header = ["Timestamp", "Email Address", "City", *whole_questions()]

    def row(person: Person) -> list[str]:
        address = f"person{person.number}@example.org"
        return [stamp(person.ended), address, person.city, *neighbours(person, ENGLISH)]

    text = csv_text([header, *rows(PEOPLE, row)], quoted=True)
    name = "google-forms-single"
    return Export(name, "google-forms", f"{name}.csv", text.encode(), reading(QUESTIONS))


def _grid() -> Export:
    """The CSV of a form with two grids; a curly apostrophe; a remark that looks like an answer."""
    header = ["Timestamp", "Username", *grid(FORM), "City", "Anything else?"]

    def row(person: Person) -> list[str]:
        more = {2: "I like it", 5: "Keep it up"}.get(person.number, "")
        user = f"person{person.number}@example.org"
        return [stamp(person.ended), user, *halves(person, CURLY), person.city, more]

    text = csv_text([header, *rows(PEOPLE, row)], quoted=True)
    name = "google-forms-grid"
    return Export(name, "google-forms", f"{name}.csv", text.encode(), reading(NAMES))


def _english_sheet() -> Export:
    """The sheet of an English form, downloaded as CSV: quotes only where they are needed."""
    header = ["Timestamp", *grid(FORM), "City"]
    people = rows(
        PEOPLE,
        lambda person: [
            f"{person.ended.month}/{person.ended.day}/{person.ended:%Y %H:%M:%S}",
            *halves(person, ENGLISH),
            person.city,
        ],
    )
    text = csv_text([header, *people], end="\r\n").removesuffix("\r\n")
    name = "google-sheets-en"
    return Export(name, "google-forms", f"{name}.csv", text.encode(), reading(NAMES))


def _sheets() -> list[Export]:
    """The sheet in five languages, each as CSV and as a workbook."""
    found = []
    for locale in LOCALES:
        header = [locale.first, *grid(FORM, locale.functional, locale.dysfunctional), locale.city]
        written = [
            [locale.stamp.format(t=person.ended), *halves(person, locale.words), person.city]
            for person in PEOPLE
        ]
        # The last line of a sheet's CSV has no line end.
        text = csv_text([header, *written], end="\r\n").removesuffix("\r\n")
        dated: list[list[Cell]] = [
            [person.ended, *row[1:]] for person, row in zip(PEOPLE, written, strict=True)
        ]
        book = workbook({locale.sheet: [header, *dated]})
        name = f"google-sheets-{locale.code}"
        for suffix, content in (("csv", text.encode()), ("xlsx", book)):
            filename = f"{name}.{suffix}"
            found.append(
                Export(f"{name}-{suffix}", "google-forms", filename, content, reading(NAMES))
            )
    return found
