"""The journey in a report: its pages, its line in the summary, and a report without any of it."""

from dataclasses import replace

import pytest

from kano_cli.report.document.blocks import Heading, Paragraph, TableBlock
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Choices
from kano_cli.report.words import spoken, words
from tests.journey.stories import story
from tests.report.document.journeys import told, untold

NL = words("nl")


def test_the_journey_takes_the_place_of_the_touchpoints() -> None:
    """It says the same at more length; who asks for both gets both."""
    keys = [section.key for section in document(told(), NL).sections]
    both = document(told(), NL, Choices(sections=("journey", "touchpoints")))

    assert keys[keys.index("scores") + 1] == "journey"
    assert "touchpoints" not in keys
    assert [section.key for section in both.sections] == ["touchpoints", "journey"]
    assert any(isinstance(block, TableBlock) for block in both.sections[0].blocks)


def test_a_questionnaire_of_tags_alone_has_the_report_that_it_had() -> None:
    """Whether anybody looked for a journey or not: the documents are the same."""
    plain = document(untold(), NL)
    tags = "\n".join(
        f"  - {{id: a{at}, name: '{each.name}', touchpoint: T{at}}}"
        for at, each in enumerate(untold().result.features)
    )
    looked = story(
        f"kano: 1\nfeatures:\n{tags}",
        {each.name: tuple(map(int, each.counts)) for each in untold().result.features},
    )

    assert [section.key for section in plain.sections].count("journey") == 0
    assert "touchpoints" in [section.key for section in plain.sections]
    assert document(replace(untold(), journey=looked), NL) == plain


@pytest.mark.parametrize("code", spoken())
def test_a_journey_that_was_chosen_and_is_not_there_says_so(code: str) -> None:
    """In its own words."""
    made = document(untold(), words(code), Choices(sections=("journey",)))

    assert made.sections[0].blocks == (Paragraph(words(code)("report_absent", "journey")),)


def test_the_summary_says_what_to_mend_and_where_to_excel() -> None:
    """In that order, under a heading of its own."""
    summary = document(told(), NL).section("summary")
    assert summary is not None
    at = summary.blocks.index(Heading("Op de klantreis"))
    line = summary.blocks[at + 1]

    assert isinstance(line, Paragraph)
    assert line.text.startswith("Herstel eerst Nummerbehoud zonder gedoe (bij Nummerbehoud regelen")
    assert "Excelleer met Persoonlijk bedankje" in line.text
    assert Heading("Op de klantreis") not in document(untold(), NL).sections[0].blocks


def test_the_section_begins_with_its_message() -> None:
    """A slide takes it as its title."""
    section = document(told(), NL).section("journey")
    assert section is not None

    first = section.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.strong
    assert first.text.startswith("Excelleer met")


def test_the_moments_are_in_the_glossary() -> None:
    """Also those that only the journey declares."""
    method = document(told(), NL).section("method")
    assert method is not None

    assert "excelleermoment" in str(method.blocks)
    assert "excelleermoment" not in str(document(untold(), NL).section("method"))
