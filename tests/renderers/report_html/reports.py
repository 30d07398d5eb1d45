"""Reports to look at: of both samples, and one whose every text is up to no good."""

from dataclasses import replace
from pathlib import Path

from kano_cli import classify, compare, load_questionnaire, read_survey
from kano_cli.core.categories import Category
from kano_cli.readers.options import ReadOptions
from kano_cli.report.document.blocks import (
    Brand,
    Bullets,
    Cell,
    Column,
    Command,
    Document,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Point,
    Section,
    TableBlock,
)
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import words

SAMPLES = Path(__file__).parents[3] / "samples"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="160" height="48" onload="document.title=1">'
    b'<script>document.title = "taken"</script><rect width="160" height="48" fill="#0B6E4F"/>'
    b'<image href="http://x.invalid/a.png" width="9" height="9"/></svg>'
)
"""A logo that would like to do more than be seen."""

ATTACKS = (
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '" onload="x',
    "' onclick='x",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "<img src=x onerror=alert(1)>",
    "--><!-- <bdi>",
    "\u202eright\u202c \x1b[2J \x9b31m",
    "שלום <b>עולם</b>",
    "\ud800 half a sign \uffff",
)
"""Texts that a page must show and not obey."""


def dutch() -> Document:
    """The report of the Dutch sample, in a house style."""
    brand = Brand("#0B6E4F", LOGO, "svg", "Bureau Voorbeeld · vertrouwelijk", ("Acme Sans",))
    choices = Choices("Kano-onderzoek 2026", "Klant & Zonen BV", "2026-10-05", brand=brand)
    return _report("mobile-provider-nl", "", "nl", choices)


def english() -> Document:
    """The report of the English sample, with groups."""
    choices = Choices("Kano survey 2026", "Client Ltd", "2026-10-05")
    return _report("saas-en", "Role", "en", choices)


def _report(name: str, by: str, language: str, choices: Choices) -> Document:
    """The report of a sample; its version stands still, so that a golden does."""
    path = SAMPLES / name / "survey.csv"
    asked = load_questionnaire(SAMPLES / name / "questionnaire.yaml")
    study = Study(
        classify(path, questionnaire=asked),
        read_survey(str(path), ReadOptions(questionnaire=asked)),
        compare(path, by=by, questionnaire=asked) if by else None,
        None,
        asked,
        "kano report survey.csv -q questionnaire.yaml -o report.html",
    )
    return replace(document(study, words(language), choices), version="1.2.3")


def hostile() -> Document:
    """Every text of a document, each an attack."""
    rows = tuple((Cell(text), Cell("1", float(at))) for at, text in enumerate(ATTACKS))
    sections = tuple(
        Section(
            "summary" if at == 0 else "method",
            text,
            (
                Paragraph(text, strong=True),
                Heading(text),
                Bullets((Point(text, text, Category.WOW), Point(text))),
                Facts(((text, text),)),
                Command(text),
                TableBlock(
                    text, text, (Column(text, text), Column("n", text, Kind.COUNT)), rows, (text,)
                ),
            ),
        )
        for at, text in enumerate(ATTACKS[:2])
    )
    text = "".join(ATTACKS)
    brand = Brand("#FFD700", LOGO, "image/svg+xml", text, ("x</style>;}", '"', "Acme"))
    labels = dict.fromkeys(("contents", "skip", "sort", "page", "client", "day", "made_with"), text)
    return Document("nl", text, text, text, text, text, sections, brand, labels)
