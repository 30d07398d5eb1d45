"""The page of `kano inspect` in a terminal: all of it at every width."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from kano_cli.core.categories import Category
from kano_cli.readers.inspection.record import InspectedColumn, InspectedPair, Inspection, Role
from kano_cli.renderers.documents.column_names import column_text, cut, cut_from, first_difference
from kano_cli.renderers.documents.inspected import inspect_view
from kano_cli.renderers.palette import COLOURS
from kano_cli.report.inspection import InspectionPage, Named, inspection_page
from kano_cli.report.words import words
from tests.renderers.screens import (
    ESCAPE,
    WIDTHS,
    ansi,
    colour_terminal,
    drives,
    printed,
    squeezed,
    widest,
)
from tests.report.inspections import FEATURES, doubtful, hostile, understood
from tests.report.surveys import HOSTILE

PAGES = {"understood": understood(), "doubtful": doubtful()}
ASKED = "How would you feel if the product had the feature Dark mode?"
DENIED = "How would you feel if the product did not have the feature Dark mode?"


def page_of(inspection: Inspection, lang: str = "en") -> InspectionPage:
    """Its page."""
    return inspection_page(inspection, words(lang))


def lines_of(inspection: Inspection, width: int, lang: str = "en") -> list[str]:
    """The page without colour, trailing spaces cut."""
    text = printed(inspect_view(page_of(inspection, lang), width), width)
    return [line.rstrip() for line in text.split("\n")]


def of_column(name: str, header: str) -> Inspection:
    """A file with one pair, whose first column is called this."""
    columns = (
        InspectedColumn(name, header, Role.FUNCTIONAL, 9, 5),
        InspectedColumn("AB", header, Role.DYSFUNCTIONAL, 9, 5),
    )
    pairs = (InspectedPair("Search", name, "AB", "ABC", "side words"),)
    return Inspection("a.csv", columns=columns, pairs=pairs)


@pytest.mark.parametrize("width", [20, 40, *WIDTHS])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", PAGES)
def test_the_whole_page_is_there_and_no_line_is_too_wide(name: str, lang: str, width: int) -> None:
    """Every text but the headers, which may be cut; every word of those that wrap."""
    page, lines = page_of(PAGES[name], lang), lines_of(PAGES[name], width, lang)
    seen = squeezed("".join(lines))

    assert widest(lines) <= width
    for text in (page.verdict, page.hint):
        assert squeezed(text) in seen
    for label, text in page.facts:
        assert squeezed(label) in seen
        assert all(word in seen for word in text.split() if len(word) <= 12)
    for pair in page.pairs:
        assert pair.functional.place in seen
        assert all(word in seen for word in (*pair.feature.split(), *pair.doubt.split()))
    for row in page.wording:
        assert squeezed(row.label) in seen
        for told in (*row.functional, *row.dysfunctional):
            assert width < 40 or all(word in seen for word in told.split())
    for group in page.groups:
        assert squeezed(group.label) in seen
    for finding in page.findings:
        assert finding.code in seen


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_as_many_lines_begin_with_a_mark_as_are_doubtful(name: str, width: int) -> None:
    """So doubt can be seen without colour, and nothing else looks like it."""
    page = page_of(PAGES[name])
    doubted = [pair.doubt for pair in page.pairs] + [g.doubtful for g in page.groups]
    # A narrow terminal has the two sides of the wording one after the other.
    sides = 2 if width < 60 else 1
    unread = sides * sum(row.doubtful for row in page.wording)

    marked = [line for line in lines_of(PAGES[name], width) if line.startswith("? ")]
    assert len(marked) == sum(map(bool, doubted)) + unread


@pytest.mark.parametrize(("width", "lines_each"), [(80, 2), (140, 1)])
def test_the_two_columns_of_a_pair_stand_beside_or_under_each_other(
    width: int, lines_each: int
) -> None:
    """Where there is room for both headers, a pair is one line."""
    lines = lines_of(understood(), width)
    first = next(at for at, line in enumerate(lines) if line.startswith("  Dark mode"))
    next_one = next(at for at, line in enumerate(lines) if line.startswith("  Offline mode"))

    assert next_one - first == lines_each
    shown = " ".join(lines[first:next_one])
    assert " E  …" in shown
    assert " F  …" in shown
    assert "product had the" in shown
    assert "product did not have" in shown
    assert " G " in shown


def test_a_narrow_terminal_has_the_pairs_as_a_list() -> None:
    """Each feature, and under it its columns and how we know."""
    lines = lines_of(doubtful(), 50)
    at = lines.index("? Cycle lane")

    assert lines[at + 1 : at + 5] == [
        "  D  Cycle lane 1",
        "  E  Cycle lane 2",
        "  numbered titles",
        "  ? which one is functional is not proven",
    ]


def test_a_terminal_without_unicode_gets_three_dots() -> None:
    """Where something was cut."""
    view = inspect_view(page_of(understood()), 80, unicode=False)

    assert "…" not in printed(view, 80)
    assert "...product had" in printed(view, 80)


@pytest.mark.parametrize("name", PAGES)
def test_colour_only_helps(name: str) -> None:
    """Without it the text is the same, sign for sign; in a pipe there is no escape code."""
    view = inspect_view(page_of(PAGES[name]), 100)
    coloured = printed(view, 100, colour_terminal())

    assert ESCAPE.sub("", coloured) == printed(view, 100)
    assert "\x1b" not in printed(view, 100)
    assert (ansi(COLOURS[Category.QUESTIONABLE]) in coloured) == (name == "doubtful")


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize("bad", HOSTILE, ids=ascii)
def test_no_text_from_a_file_drives_the_terminal(bad: str, width: int) -> None:
    """Not markup, not a command, in no place on the page."""
    for lang in ("en", "nl"):
        view = inspect_view(page_of(hostile(bad), lang), width)
        text = printed(view, width, colour_terminal())

        assert drives(text) == set()
        assert "\x1b[2J" not in text
        assert widest(ESCAPE.sub("", text).split("\n")) <= width


def test_markup_stays_what_it_is() -> None:
    """Rich would eat `[red]`, and die on `[/]`."""
    lines = lines_of(hostile("[/] [red]x[/red]"), 140)

    assert "  File        [/] [red]x[/red]" in lines
    assert any(line.startswith("  [/] [red]x[/red]  A  [/] [red]x[/red]") for line in lines)


@pytest.mark.parametrize("width", [60, 80, 110, 140, 200])
def test_the_columns_stay_straight_beside_wide_names(width: int) -> None:
    """A CJK sign takes two cells; every letter begins in the same one."""
    read = understood()
    named = tuple(
        replace(pair, feature=name)
        for pair, name in zip(read.pairs, ("夜間ロッカー", "x", "配送の追跡", "y"), strict=True)
    )
    lines = lines_of(replace(read, pairs=named), width)
    starts = {
        cell_len(line[: line.index(f" {letter}  ")])
        for letter in "EHKN"
        for line in lines
        if f" {letter}  …" in line
    }

    assert len(starts) == 1


@pytest.mark.parametrize("width", [30, 60, 80, 140])
@pytest.mark.parametrize(
    "header", ["very long " * 60, "夜間ロッカー" * 40, "x" * 400, "", "Okay then"]
)
def test_letters_are_never_cut_however_long_the_header(header: str, width: int) -> None:
    """And a header never takes a second line."""
    lines = lines_of(of_column("AA", header), width)

    for letters in ("AA", "AB", "ABC"):
        assert letters in " ".join(lines).split()
    assert not header or sum(header[2:4] in line for line in lines) <= 2


def test_a_name_in_place_of_letters_may_be_cut() -> None:
    """It is as long as its owner made it."""
    column = Named('"What would you think of a night locker?"')

    assert column_text(column, 20).plain == '"What wou…t locker?"'
    assert column_text(Named("AA", "With a night locker"), 12).plain == "AA  Wit…cker"
    assert column_text(Named("AA", "With a night locker"), 6).plain == "AA"
    assert column_text(Named("B", "Age group"), 20, note="4 texts").plain == "B  Age…oup (4 texts)"


@pytest.mark.parametrize("width", range(30))
@pytest.mark.parametrize("mark", ["…", "..."])
@pytest.mark.parametrize("text", [ASKED, "夜間ロッカーと配送の追跡", "e\u0301" * 40, "", "ab"])
def test_a_cut_text_is_never_wider_than_asked(text: str, mark: str, width: int) -> None:
    """And it is whole where it fits."""
    for start in (0, 5, len(text) // 2, len(text)):
        assert cell_len(cut_from(text, start, width, mark)) <= width
    assert cell_len(cut(text, width, mark)) <= width
    assert (cut(text, width, mark) == text) == (cell_len(text) <= width)


def test_a_pair_is_cut_around_the_words_that_differ() -> None:
    """They are what tells the two questions apart."""
    start = first_difference(ASKED, DENIED)

    assert ASKED[start:].startswith("had the")
    assert DENIED[start:].startswith("did not")
    assert cut_from(ASKED, start, 28, "…") == "…product had the feature Da…"
    assert cut_from(DENIED, start, 28, "…") == "…product did not have the f…"
    assert cut_from("What if it had search?", 11, 40, "…") == "What if it had search?"
    assert first_difference("", "x") == first_difference("x", "x") == 0
    assert (
        first_difference(
            "夜間ロッカーと配送の追跡と返品の受付あり", "夜間ロッカーと配送の追跡と返品の受付なし"
        )
        == 18
    )


def test_names_of_metadata_stand_on_one_line() -> None:
    """And every feature stands on the page once."""
    lines = lines_of(understood(), 80)

    assert "  From the tool      Start Date, End Date, Response Type" in lines
    for feature in FEATURES:
        assert sum(line.startswith(f"  {feature} ") for line in lines) == 1


def test_answers_that_stand_in_one_column_are_shown_once() -> None:
    """As in a long table, where all pairs rest on it."""
    read = understood()
    columns = (InspectedColumn("D", "Answer", Role.ANSWER, 9, 5),)
    pairs = tuple(InspectedPair(name, "D", "D", evidence="long table") for name in FEATURES)
    texts = {"functional": read.texts["functional"]}
    long = replace(read, columns=columns, pairs=pairs, texts=texts)

    for width in (50, 80, 140):
        lines = lines_of(long, width)
        assert sum("D  Answer" in line for line in lines) == len(FEATURES) + 1
        assert sum("I like it that way" in line for line in lines) == 1
        assert not any("if it is there" in line for line in lines)


def test_a_feature_without_columns_has_a_dash() -> None:
    """As in a table of ready categories."""
    lines = lines_of(Inspection("a.csv", pairs=(InspectedPair("Search", "", ""),)), 80)

    assert "  Search   –" in lines


def test_letters_on_one_of_two_sheets_are_kept() -> None:
    """The name of the sheet gives way."""
    column = Named("Without the feature!AB", "Night locker")

    assert column_text(column, 40).plain == "Witho…ure!AB  Night locker"
    assert column_text(column, 14).plain == "Witho…ure!AB"
