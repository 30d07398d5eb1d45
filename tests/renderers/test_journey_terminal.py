"""The page of `kano journey`: what to do first, phase by phase, and legible at any width."""

import re

import pytest

from kano_cli.core.categories import Category
from kano_cli.errors import visible
from kano_cli.renderers.documents.journey import journey_view
from kano_cli.renderers.documents.report_markdown import markdown
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.journey_page import journey_page, page_document
from kano_cli.report.words import words
from tests.renderers.journeys import JOURNEYS, journey_of
from tests.renderers.screens import ansi, colour_terminal, drives, printed, squeezed, widest

WIDTHS = (20, 30, 40, 59, 60, 80, 100, 140, 200)
PARTS = {
    "en": (
        "Where to excel", "The journey, touchpoint by touchpoint", "The emotion curve",
        "Stop polishing", "Satisfied and loyal", "Is the wow well thought out?",
    ),
    "nl": (
        "Waar u kunt excelleren", "De reis, contactpunt voor contactpunt", "De emotiecurve",
        "Niet verder oppoetsen", "Tevreden en trouw", "Is de wow goed doordacht?",
    ),
}  # fmt: skip


def screen(name: str, width: int = 80, lang: str = "en", *, unicode: bool = True) -> list[str]:
    """The lines of a journey's page without colour, trailing spaces cut."""
    page = journey_page(journey_of(name), words(lang))
    shown = printed(journey_view(page, width, unicode=unicode), width)
    return [line.rstrip() for line in shown.rstrip("\n").split("\n")]


def as_markdown(name: str, lang: str = "en") -> str:
    """A journey's page as Markdown."""
    spoken = words(lang)
    return markdown(page_document(journey_page(journey_of(name), spoken), spoken))


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", JOURNEYS)
def test_no_line_is_wider_than_the_terminal(name: str, lang: str) -> None:
    """And nothing in it drives one."""
    for width in WIDTHS:
        shown = screen(name, width, lang)
        assert widest(shown) <= width, (width, max(shown, key=len))
        assert drives("\n".join(shown)) == set()


@pytest.mark.parametrize("name", JOURNEYS)
def test_no_name_loses_a_letter(name: str) -> None:
    """In a list each name is whole; in a table each of its words, if it is not very long."""
    found = journey_of(name)
    names = {stop.touchpoint.name for stop in found.stops}
    names |= {feature.name for stop in found.stops for feature in stop.features}
    for width in (40, 80, 140):
        text = squeezed("".join(screen(name, width)))
        for each in map(visible, names):
            parts = [each] if width == 40 else [word for word in each.split() if len(word) <= 12]
            assert all(squeezed(part) in text for part in parts), (each, width)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_decisions_come_first_and_findings_last(lang: str) -> None:
    """The parts in their order; each once."""
    shown = screen("everything", 100, lang)
    places = [shown.index(part) for part in PARTS[lang]]

    assert places == sorted(places)
    assert shown[0] == words(lang)("report_journey", "title")
    assert shown[1].startswith("survey.csv · 640 ")
    codes = [line[:4] for line in shown if re.match(r"K\d{3}  ", line)]
    assert codes == ["K206", "K502", "K504", "K503"]
    assert shown.index(PARTS[lang][-1]) < next(
        at for at, line in enumerate(shown) if line.startswith("K206")
    )


def test_the_journey_is_told_phase_by_phase() -> None:
    """Each touchpoint: what the team calls it, what it is, its features with their signs."""
    shown = screen("everything", 100)
    start, use = shown.index("Start"), shown.index("Use")
    website, shop = shown[start + 1 : start + 3]
    calls, bill = shown[use + 1 : use + 3]

    assert re.match(r"Website +– +has to be right +– +▲ Fast site$", website)
    assert re.match(
        r"Shop +moment of truth +candidate to excel +yes +■ Advice \(fails today\), ★ Coffee$", shop
    )
    assert re.match(r"Calls +standard moment +has to be right +yes +■ Clear line, · Ring", calls)
    assert re.match(r"Bill +moment to excel +candidate to excel +yes +■ Plain bill, ★ Gift$", bill)


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_emotion_curve_is_drawn(width: int) -> None:
    """And not only told: a sign for each touchpoint, and one in the legend."""
    assert "".join(screen("everything", width)).count("●") == 4 + 1
    assert "●" not in "".join(screen("no ratings", width))


def test_where_to_excel_has_its_reasons() -> None:
    """And what speaks against the others."""
    text = " ".join(" ".join(screen("everything", 140)).split())

    assert "Excel with Gift (at Bill)." in text
    assert "the team calls it a moment to excel" in text
    assert "A basic feature at the same touchpoint fails today: Advice" in text


def test_what_is_not_there_is_absent_and_said() -> None:
    """No part for ratings that nobody gave; each has a line that says how to get it."""
    shown = screen("no questionnaire", 100)
    text = " ".join(shown)

    for part in (
        "The emotion curve",
        "Satisfied and loyal",
        "The journey, touchpoint by touchpoint",
    ):
        assert part not in text
    missing = shown[shown.index("What could be added") :]
    for key in ("`touchpoint:`", "`moment:`", "`recommendation:`", "`effort:`", "`emotion:`",
                "`satisfaction:`", "`segments:`", "`received:`", "`design:`"):  # fmt: skip
        assert any(key in line for line in missing), key
    assert "What could be added" not in screen("everything", 100)


def test_one_score_is_told_in_a_sentence_and_not_again_in_a_table() -> None:
    """A table of scores is for groups."""
    one, many = "\n".join(screen("six people", 140)), "\n".join(screen("everything", 140))

    assert "Would they recommend it?" in many
    assert re.search(r"Plan: Free +\S+ ", many)
    assert "Would they recommend it?" not in one
    assert "The NPS is" in one


def test_a_page_without_a_questionnaire_says_how_to_draft_one() -> None:
    """The command stands on a line of its own."""
    page = journey_page(journey_of("no questionnaire"), words("en"), "", "kano inspect a.csv")
    shown = printed(journey_view(page, 80), 80).split("\n")

    assert any(line.rstrip() == "  kano inspect a.csv" for line in shown)


def test_of_the_survey_only_what_may_change_a_decision_is_told() -> None:
    """Warnings, and everything about the ratings; of the journey all."""
    found = journey_of("everything")
    shown = {line.code for line in journey_page(found, words("en")).findings}

    assert ("K206" in shown, "K302" in shown) == (True, False)
    assert {finding.code for finding in found.findings} <= shown


def test_a_terminal_has_colours_and_a_pipe_has_none() -> None:
    """The palette of every other page."""
    view = journey_view(journey_page(journey_of("everything"), words("en")), 100)
    text = printed(view, 100, colour_terminal())

    for category in (Category.BASIC, Category.PERFORMANCE, Category.WOW, Category.INDIFFERENT):
        assert ansi(COLOURS[category]) in text
    assert "\x1b" not in printed(view, 100)


def test_a_plain_terminal_gets_letters_for_signs() -> None:
    """Also inside a cell with several features."""
    shown = screen("everything", 100, unicode=False)
    features = [line for line in shown if "Advice (fails" in line]

    assert not set("■▲★↶") & set("".join(shown))
    assert "M Advice (fails today), A Coffee" in features[0]


@pytest.mark.parametrize("name", JOURNEYS)
def test_dutch_is_dutch(name: str) -> None:
    """No English word of ours is left between the names."""
    text = " ".join(screen(name, 140, "nl"))

    for english in ("touchpoint by", "Where", "Feature ", "Touchpoint ", " the ", " people ",
                    "respondents", "candidate", "yes", "undecided"):  # fmt: skip
        assert english not in text.replace("touchpoint:", ""), english


@pytest.mark.parametrize("name", JOURNEYS)
def test_markdown_holds_every_part_and_no_live_name(name: str) -> None:
    """With the headings of a document, and findings as its last part."""
    text = as_markdown(name)
    page = journey_page(journey_of(name), words("en"))

    assert text.startswith("# The customer's journey\n")
    for part in page.parts:
        assert f"\n## {part.title}\n" in text.replace("\\", "")
    assert "<script>" not in text
    assert "\x1b" not in text
    assert text.count("\n## ") == len(page.parts) + bool(page.findings)
