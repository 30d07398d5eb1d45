"""The report as a whole: which sections, in which order, and every text filled in."""

import re
from dataclasses import replace
from datetime import date

import pytest

import kano_cli
from kano_cli.errors import KanoError
from kano_cli.report.document.blocks import (
    Brand,
    Bullets,
    Command,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Paragraph,
    TableBlock,
)
from kano_cli.report.document.build import ROOMS, document
from kano_cli.report.document.study import SECTIONS, Choices, Study
from kano_cli.report.words import words
from tests.report.document.made import choices, large, large_study, small, small_study
from tests.report.document.texts import blocks, texts
from tests.report.surveys import hard_results, survey_of
from tests.report.test_dutch import ENGLISH_ONLY, vocabulary

both = pytest.mark.parametrize("language", ["en", "nl"])


def plain(name: str) -> Study:
    """A result that is hard to report, with nothing beside it."""
    return Study(hard_results()[name], survey_of({"A": ()}))


def test_every_section_has_a_room() -> None:
    """In the order of the report."""
    assert tuple(ROOMS) == SECTIONS


@both
def test_a_full_study_has_every_section_block_and_figure(language: str) -> None:
    """The small document shows a renderer all there is."""
    made = small(language)

    told = tuple(key for key in SECTIONS if key != "journey")
    assert tuple(section.key for section in made.sections) == told
    kinds = {type(block) for block in blocks(made)}
    assert kinds == {Heading, Paragraph, Bullets, Facts, TableBlock, FigureBlock, Command}
    keys = [block.key for block in blocks(made) if isinstance(block, FigureBlock)]
    assert keys == ["map", "shares", "scores", "segments"]


def test_both_languages_say_the_same_things() -> None:
    """Block for block, with the same keys and the same numbers."""
    english, dutch = small("en"), small("nl")

    assert [s.key for s in english.sections] == [s.key for s in dutch.sections]
    for one, two in zip(blocks(english), blocks(dutch), strict=True):
        assert type(one) is type(two)
        if isinstance(one, TableBlock) and isinstance(two, TableBlock):
            assert one.key == two.key
            assert [c.key for c in one.columns] == [c.key for c in two.columns]
            assert [[c.value for c in row] for row in one.rows] == [
                [c.value for c in row] for row in two.rows
            ]


@both
@pytest.mark.parametrize("size", [small, large])
def test_no_text_is_left_open(size: object, language: str) -> None:
    """No braces, no Python words, no doubled or outer spaces, nothing a terminal obeys."""
    made: Document = size(language)  # type: ignore[operator]

    for text in texts(made.sections):
        assert "{" not in text, text
        assert not re.search(r"\b(None|nan|inf|True|False)\b", text), text
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), text
        assert ".." not in text.replace("…", ""), text
        assert " ," not in text, text


def test_no_english_word_is_left_in_a_dutch_report() -> None:
    """But in sources, commands, the words of options, and what a file calls its groups."""
    spoken = {"only", "category", "report"}
    for section in small("nl").sections:
        for text in texts(section.blocks) if section.key != "sources" else ():
            foreign = vocabulary(text) & ENGLISH_ONLY - spoken
            assert not foreign, (foreign, text)


@both
def test_the_same_study_makes_the_same_document(language: str) -> None:
    """Nothing comes from a clock or from chance."""
    again = document(small_study(), words(language), choices(detail=True))

    assert again == small(language)


def test_keys_of_tables_are_their_own() -> None:
    """So that a sheet or a link can be called after each."""
    for made in (small("en"), large("en", detail=True)):
        keys = [block.key for block in blocks(made) if isinstance(block, TableBlock)]
        assert len(keys) == len(set(keys))


def test_every_row_has_a_cell_for_each_column() -> None:
    """In all tables."""
    for made in (small("nl"), large("nl", detail=True)):
        for block in blocks(made):
            if isinstance(block, TableBlock):
                assert {len(row) for row in block.rows} <= {len(block.columns)}
                assert len({each.key for each in block.columns}) == len(block.columns)


def test_features_have_pages_only_on_request() -> None:
    """By --detail, or by naming the section."""
    study, english = small_study(), words("en")

    assert document(study, english).section("detail") is None
    assert document(study, english, Choices(detail=True)).section("detail")
    assert document(study, english, Choices(sections=("detail",))).section("detail")
    both_ways = document(study, english, Choices(sections=("summary",), detail=True))
    assert [section.key for section in both_ways.sections] == ["summary", "detail"]


def test_chosen_sections_stand_in_the_order_of_a_report() -> None:
    """However they were named."""
    made = document(small_study(), words("en"), Choices(sections=("method", "map", "summary")))

    assert [section.key for section in made.sections] == ["summary", "map", "method"]


def test_a_section_that_does_not_exist_is_refused() -> None:
    """With the nearest one."""
    with pytest.raises(KanoError) as refused:
        document(small_study(), words("en"), Choices(sections=("sumary",)))

    assert str(refused.value).startswith('--sections: there is no section "sumary"')
    assert 'did you mean "summary"?' in str(refused.value)


@both
@pytest.mark.parametrize("key", SECTIONS)
def test_a_chosen_section_without_anything_to_say_says_so(key: str, language: str) -> None:
    """Where nobody asked for it, it is left out."""
    nothing = plain("nobody answered")
    nothing = replace(nothing, result=replace(nothing.result, features=()))

    made = document(nothing, words(language), Choices(sections=(key,)))

    assert len(made.sections) == 1
    assert made.sections[0].blocks
    silent = document(nothing, words(language))
    absent = key in words(language).texts["report_absent"]
    assert (silent.section(key) is None) is absent


@both
def test_the_cover_says_what_was_chosen(language: str) -> None:
    """And nothing in it can drive a terminal."""
    brand = Brand(accent="#123456", footer="Vertrouwelijk")
    chosen = Choices("Mijn\x1b titel", "Klant\u202e", "22 november 2026", brand=brand)

    made = document(small_study(), words(language), chosen)

    assert (made.title, made.client, made.day) == ("Mijn� titel", "Klant�", "22 november 2026")
    assert made.brand == brand
    assert made.version == kano_cli.__version__
    assert made.language == language
    assert set(made.labels) == set(words("en").texts["report_labels"])


def test_without_choices_the_study_speaks() -> None:
    """The questionnaire's title, else a plain one; no day is made up."""
    made = document(small_study(), words("nl"))
    unknown = document(plain("a tie"), words("nl"))

    assert (made.title, made.subtitle) == (
        "Mobiele provider <2026>", "149 respondenten, 7 kenmerken",
    )  # fmt: skip
    assert (unknown.title, unknown.subtitle) == ("Kano-onderzoek", "30 respondenten, 1 kenmerk")
    assert (made.day, made.client) == ("", "")


def test_the_day_of_the_last_answer_is_used_where_the_file_tells() -> None:
    """Unless another day was chosen."""
    study = small_study()
    origin = replace(study.survey.origin, answered_until=date(2026, 10, 5))
    dated = replace(study, survey=replace(study.survey, origin=origin))

    assert document(dated, words("nl")).day == "2026-10-05"
    assert document(dated, words("nl"), Choices(day="vandaag")).day == "vandaag"


@both
@pytest.mark.parametrize("name", hard_results())
def test_what_is_hard_to_report_is_reported(name: str, language: str) -> None:
    """Every section, with everything filled in."""
    made = document(plain(name), words(language), Choices(detail=True))

    assert made.section("summary")
    for text in texts(made.sections):
        assert not re.search(r"\b(None|nan)\b|\{", text), text


def test_forty_features_make_a_summary_that_can_be_read() -> None:
    """The answer stays one sentence of a few lines, and no list runs on."""
    summary = large("nl").sections[0]
    lead = summary.blocks[0]

    assert isinstance(lead, Paragraph)
    assert len(lead.text) < 450
    assert all(len(text) < 1200 for text in texts(summary))
    assert len(large_study().result.features) == 40
