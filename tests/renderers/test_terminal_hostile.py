"""Names and texts from a file cannot drive the terminal, nor break the layout."""

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult
from kano_cli.errors import visible
from kano_cli.findings import Finding
from kano_cli.renderers.documents.explained import explain_view
from kano_cli.renderers.documents.terminal import classify_view
from kano_cli.report.explanation import explain_page
from kano_cli.report.page import classify_page
from kano_cli.report.words import words
from tests.renderers.screens import (
    ESCAPE,
    WIDTHS,
    colour_terminal,
    column,
    drives,
    printed,
    screen,
    squeezed,
    table_lines,
)
from tests.report.surveys import HOSTILE, hard_results, result_of


def poisoned() -> KanoResult:
    """A result whose file, sheet, table, features and findings all hold such signs."""
    bad = "x\x1b[2J\x1b]0;t\x07 [red] :smile: \u202e\x9b[/]"
    result = result_of({bad: (30, 29, 1), "Reversed " + bad: (0, 0, 0, 0, 300)}, half={bad: 3})
    return replace(
        result,
        survey=replace(result.survey, file=bad, sheet=bad, language=bad),
        settings=replace(result.settings, table=replace(result.settings.table, name=bad)),
        findings=(
            *result.findings,
            Finding("K104", {"count": 2, "words": ((bad, 2),)}),
            Finding("K109", {"header": bad}),
            Finding("K108", {"names": (bad, bad)}),
        ),
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_no_text_from_a_file_drives_the_terminal(width: int, lang: str) -> None:
    """Not a name, a file, a sheet, a table or a finding."""
    page = classify_page(poisoned(), words(lang))
    text = printed(classify_view(page, width, explain_columns=True), width, colour_terminal())

    assert drives(text) == set()
    assert "\x1b[2J" not in text


@pytest.mark.parametrize("width", WIDTHS)
def test_neither_does_the_page_of_a_feature(width: int) -> None:
    """Nor its questions."""
    result = poisoned()
    asked = ("with\x1b[2J", "without\u202e[/]")
    page = explain_page(result, result.features[0], words("en"), asked)
    text = printed(explain_view(page, width), width, colour_terminal())

    assert drives(text) == set()
    assert "with�[2J" in text


@pytest.mark.parametrize("width", [60, 80, 110, 140, 200])
def test_markup_and_emoji_names_stay_what_they_are(width: int) -> None:
    """Rich would eat `[with]`, die on `[/]` and paint `[red]`."""
    lines = screen(hard_results()["hostile names"], width)
    seen = squeezed(column(lines, "Feature"))

    for name in HOSTILE:
        assert squeezed(visible(name)) in seen


@pytest.mark.parametrize("width", [60, 80, 110, 140, 200])
def test_the_columns_stay_straight_beside_wide_and_hostile_names(width: int) -> None:
    """A CJK sign takes two cells; every category begins in the same one."""
    rows = table_lines(screen(hard_results()["hostile names"], width))
    starts = {cell_len(row[: row.index("■ M")]) for row in rows if "■ M" in row}

    assert len(starts) == 1


def test_a_line_break_in_a_name_is_a_space() -> None:
    """One feature is one row."""
    lines = screen(result_of({"two\nlines": (9, 1)}), 80)

    assert [line for line in lines if "two lines" in line and "■ M" in line]


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_terminal_there_is_no_escape_code_at_all(width: int) -> None:
    """As in a pipe."""
    page = classify_page(hard_results()["hostile names"], words("en"))

    assert "\x1b" not in printed(classify_view(page, width), width)


def test_colour_only_helps() -> None:
    """Without it the text is the same, sign for sign."""
    page = classify_page(result_of({"A": (60, 1), "B": (1, 1, 60, 55)}), words("en"))
    coloured = printed(classify_view(page, 120), 120, colour_terminal())

    assert ESCAPE.sub("", coloured) == printed(classify_view(page, 120), 120)
    assert "38;2;0;114;178" in coloured  # basic


def test_unsure_numbers_look_unsure() -> None:
    """They are dim, and sure ones are not."""
    page = classify_page(result_of({"Sure": (200, 1), "Not": (1, 1, 60, 55)}), words("en"))
    text = printed(classify_view(page, 140), 140, colour_terminal())

    assert re.search(r"\x1b\[2m *\d\d %", text)
    assert not re.search(r"\x1b\[2m *> 99 %", text)


@pytest.mark.parametrize("width", [50, 80, 140])
def test_a_terminal_without_unicode_gets_letters(width: int) -> None:
    """In the table, the bar, what to do and the explanations: each letter once."""
    counts = {category.word: [0] * 6 for category in Category}
    for category in Category:
        counts[category.word][category] = 50
    lines = screen(result_of(counts), width, explain_columns=True, unicode=False)
    text = "\n".join(lines)

    assert not set("■▲★↶") & set(text)
    assert "M basic" in text
    assert "M M basic" not in text
    assert "? Ask" not in text
    assert "Q Ask again, differently" in text
    assert width < 140 or "M" * 22 in text


def test_the_page_of_a_feature_has_letters_too() -> None:
    """In the verdict and in every cell."""
    result = result_of({"Bill": (88, 79, 26, 39, 2, 5)})
    page = explain_page(result, result.features[0], words("en"), ("Is it ★?", ""))
    text = printed(explain_view(page, 100, unicode=False), 100)

    assert "M basic, 76 % sure, close to O performance" in text
    assert "79 O" in text
    assert "Is it ★?" in text  # a question is not ours to change
