"""Cells of ratings, and what is told of those that are none."""

import math

import pytest

from kano_cli.findings import Severity
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.rated_cells import rating_in, received_in
from kano_cli.report.words import words
from kano_cli.study.responses import Survey
from tests.readers.reading import Reader, asked, codes, finding
from tests.readers.test_ratings import column, only, ratings, received

CIJFER = "satisfaction: {column: Cijfer, min: 1, max: 10}"


def told(survey: Survey, code: str, lang: str = "en") -> str:
    """What is said of the one finding of this code."""
    return words(lang).finding(finding(survey, code))[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9", 9), (" 9 ", 9), ("9.0", 9), ("7,5", 7.5), (".5", 0.5), ("-3", -3), ("+3", 3),
        ("−3", -3), ("９", 9), ("\ufeff9\u00a0", 9), ("'9", 9), ("9 - Very likely", 9),
        ("10 (zeer waarschijnlijk)", 10), ("10(zeer)", 10), ("0 = helemaal niet", 0), ("9: x", 9),
        ("9) x", 9), ("9. x", 9), ("9 – Très probable", 9), ("9 Very likely", 9), ("9.", 9),
        ("80%", 80), ("80 %", 80), ("<b>9</b>", 9), ("9 😀", 9),
        ("9 - 10", None), ("9-10", None), ("8/10", None), ("8 out of 10", None), ("1.000,5", None),
        ("2026-11-22", None), ("10:30", None), ("< 5", None), ("A9", None), ("1e3", None),
        ("7½", None), ("nine", None), ("Very likely", None), ("inf", None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_a_rating_is_a_leading_number(text: str, number: float | None) -> None:
    """Alone or with words behind it; another number behind it makes it none."""
    assert rating_in(text) == number


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "-", "n/a", "weet niet", "#N/A", "N.v.t."])
def test_a_blank_is_no_rating(text: str) -> None:
    """Nor a word that says nothing."""
    number = rating_in(text)

    assert number is not None
    assert math.isnan(number)
    assert received_in(text) == -1


@pytest.mark.parametrize(
    ("texts", "got"),
    [
        ("yes Yes. y TRUE 1 1.0 x X ✓ ☑ ja JA j oui si sí sim sì vrai wahr gekregen", 1),
        ("no No! n FALSE 0 0.0 ☐ nee neen nein non não faux falsch onwaar", 0),
        ("maybe 2 -1 yesterday xx soon", None),
    ],
)
def test_yes_and_no_in_many_languages(texts: str, got: int | None) -> None:
    """Whole words, whatever their capitals."""
    assert {text: received_in(text) for text in texts.split()} == dict.fromkeys(texts.split(), got)


def test_a_cross_is_yes_and_a_blank_beside_it_is_not_known(read: Reader) -> None:
    """Nobody can tell who got nothing from who was not asked."""
    survey = read(column("Got", ["x", "", "x"]), ReadOptions(asked(
        "features: [{id: a, name: A, received: Got}]")))  # fmt: skip

    assert received(survey) == {"a": [1, -1, 1]}
    assert not {"K132", "K134"} & set(codes(survey))


@pytest.mark.parametrize("ends", [(1, 10), (0, 10)])
def test_a_zero_is_on_the_scale_or_it_is_not(read: Reader, ends: tuple[int, int]) -> None:
    """From 1 to 10 it is rejected and counted."""
    study = only(f"satisfaction: {{column: Cijfer, min: {ends[0]}, max: {ends[1]}}}")
    survey = read(column("Cijfer", ["0", "7", "0"]), ReadOptions(study))

    assert ratings(survey)["satisfaction"] == ([0, 7, 0] if ends[0] == 0 else [None, 7, None])
    assert ("K131" in codes(survey)) == (ends[0] == 1)
    if ends[0]:
        assert told(survey, "K131") == (
            '2 ratings in "Cijfer" are not on their scale from 1 to 10 and count as blank: 0; the '
            "first is in C2"
        )


def test_one_rating_outside_its_scale_is_told_as_one(read: Reader) -> None:
    """In both languages; a number of many digits may be somebody's, and is not shown."""
    survey = read(column("Cijfer", ["7", "0612345678"]), ReadOptions(only(CIJFER)))

    assert told(survey, "K131") == (
        '1 rating in "Cijfer" is not on its scale from 1 to 10 and counts as blank: … in C3'
    )
    assert told(survey, "K131", "nl") == (
        '1 score in "Cijfer" staat niet op de schaal van 1 tot en met 10 en telt als leeg: … in C3'
    )
    assert finding(survey, "K131").severity is Severity.WARNING


def test_blank_columns_are_named_once(read: Reader) -> None:
    """All of them together; it is no warning, for a later form may ask it first."""
    text = "A_f,A_d,NPS,E1,Got\nlike,dislike,,n/a,\n"
    study = only(
        "recommendation: NPS, emotion: {min: 1, max: 5, touchpoints: {Shop: {before: E1, after: "
        "NPS}}}",
        "Got",
    )
    survey = read(text, ReadOptions(study))

    assert finding(survey, "K132").facts == {"names": ("NPS", "E1", "Got")}
    assert finding(survey, "K132").severity is Severity.INFO
    assert told(survey, "K132", "nl") == "door niemand ingevuld: NPS, E1, Got"


@pytest.mark.parametrize(
    ("yaml", "cells", "variant"),
    [
        (CIJFER, ["5", "1", "3"] * 10, "smaller"),
        (CIJFER, ["5", "1", "3"] * 10 + ["6"], None),
        (CIJFER, ["5"] * 29, None),
        (CIJFER, ["5"] * 29 + [""], None),
        ("recommendation: Cijfer", ["5", "0"] * 15, "smaller"),
        (CIJFER.replace("10", "7"), ["5"] * 40, None),
        (CIJFER.replace("1, max: 10", "0, max: 100"), ["10", "3"] * 15, "smaller"),
        (CIJFER, ["80", "70", "100", "0", "10"], "percent"),
        (CIJFER, ["80 %", "70%", "100%", "0%", "10"], "percent"),
        (CIJFER, ["80", "70", "100", "0", "75"], None),
        (CIJFER, ["80", "70", "100", "10"], None),
        (CIJFER, ["10"] * 9, None),
        (CIJFER.replace("1, max: 10", "0, max: 100"), ["80", "70", "100", "0", "10"], None),
    ],
)
def test_ratings_of_another_scale_are_told(
    read: Reader, yaml: str, cells: list[str], variant: str | None
) -> None:
    """Tens up to 100, or many of which none goes beyond a usual smaller scale."""
    survey = read(column("Cijfer", cells), ReadOptions(only(yaml)))

    variants = [f.facts["variant"] for f in survey.findings if f.code == "K133"]
    assert variants == ([variant] if variant else [])


def test_what_another_scale_may_be_is_told(read: Reader) -> None:
    """With what was seen, and what was said."""
    survey = read(column("Cijfer", ["4", "2"] * 15), ReadOptions(only(CIJFER)))

    assert told(survey, "K133") == (
        'none of the 30 ratings in "Cijfer" is above 4, and its scale goes from 1 to 10: they may '
        "have been given on a smaller scale"
    )


def test_texts_that_are_no_ratings_are_shown_if_they_are_short(read: Reader) -> None:
    """Three at most."""
    cells = ["9", "great", "fine", "great", "so so", "good", "x" * 31]
    survey = read(column("NPS", cells), ReadOptions(only()))

    assert ratings(survey) == {"recommendation": [9, None, None, None, None, None, None]}
    assert told(survey, "K134") == (
        'texts in "NPS" that are no numbers count as blank (6), such as: great, fine, so so, …; '
        "the first is in C3"
    )


@pytest.mark.parametrize(
    "cells",
    [
        ["jan@example.org"],
        ["Kerkstraat 12345"],
        ["I told them what I think of it"],
        ["x" * 31],
        [f"person {letter}" for letter in "abcdefghijk"],
    ],
)
def test_texts_that_may_be_somebodys_are_not_shown(read: Reader, cells: list[str]) -> None:
    """A column named by mistake may hold anything."""
    survey = read(column("NPS", cells), ReadOptions(only()))

    assert told(survey, "K134") == (
        f'texts in "NPS" that are no numbers count as blank ({len(cells)}); the first is in C2'
    )


def test_words_that_are_neither_yes_nor_no_are_told(read: Reader) -> None:
    """They count as not known."""
    study = asked("features: [{id: a, name: A, received: Got}]")
    survey = read(column("Got", ["yes", "later", "no", "later"]), ReadOptions(study))

    assert received(survey) == {"a": [1, -1, 0, -1]}
    assert told(survey, "K134") == (
        'texts in "Got" that are neither yes nor no count as unknown (2), such as: later; the '
        "first is in C3"
    )
    assert told(survey, "K134", "nl") == (
        'teksten in "Got" die geen ja of nee zijn, tellen als onbekend (2), zoals: later; de '
        "eerste staat in C3"
    )
