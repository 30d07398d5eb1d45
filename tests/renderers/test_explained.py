"""The page of `kano explain` in a terminal: all of it at every width."""

from pathlib import Path

import pytest

from kano_cli import classify
from kano_cli.core.categories import ANSWER_WORDS
from kano_cli.core.result import KanoResult
from kano_cli.renderers.documents.explained import explain_view
from kano_cli.report.explanation import Explanation, explain_page
from kano_cli.report.glyphs import glyph
from kano_cli.report.words import words
from tests.renderers.screens import ESCAPE, WIDTHS, colour_terminal, printed, squeezed, widest
from tests.report.surveys import HOSTILE, hard_results, result_of

SAMPLE = Path(__file__).parents[2] / "samples" / "mobile-provider-nl" / "survey.xlsx"


@pytest.fixture(scope="module")
def result() -> KanoResult:
    """The Dutch sample."""
    return classify(SAMPLE, table="pouliot", rule="near-tie")


def page_of(result: KanoResult, at: int = 2, lang: str = "en") -> Explanation:
    """The page of one feature, with two questions."""
    questions = ("Is it good if it is there?", "Is it good if it is not?")
    return explain_page(result, result.features[at], words(lang), questions)


def lines_of(page: Explanation, width: int) -> list[str]:
    """The page without colour."""
    return printed(explain_view(page, width), width).split("\n")


@pytest.mark.parametrize("width", [20, 40, *WIDTHS])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_whole_page_is_there_and_no_line_is_too_wide(
    result: KanoResult, width: int, lang: str
) -> None:
    """Every text of the page, and all 25 cells."""
    page = page_of(result, lang=lang)
    lines = lines_of(page, width)
    seen = squeezed("".join(lines))

    assert widest(lines) <= width
    for text in (page.name, page.verdict, *page.totals, page.corner):
        assert squeezed(text) in seen
    for label, text in (*page.questions, *page.lines):
        assert squeezed(label) in seen
        assert width < 50 or all(squeezed(word) in seen for word in text.split())
    for answer, row in zip(page.answers, page.grid, strict=True):
        cells = [f"{cell.count}{glyph(cell.category)}{cell.letter}" for cell in row]
        if width >= 80:
            assert squeezed(answer) + "".join(cells) in seen
        assert all(cell in seen for cell in cells)


@pytest.mark.parametrize("width", [80, 140])
def test_the_grid_is_a_table_with_a_row_per_functional_answer(
    result: KanoResult, width: int
) -> None:
    """Counts, signs and letters, one column for each dysfunctional answer."""
    page = page_of(result)
    lines = lines_of(page, width)
    head = next(at for at, line in enumerate(lines) if line.startswith("If it is there ↓"))

    assert lines[head].split()[-5:] == list(ANSWER_WORDS)
    for answer, cells, line in zip(page.answers, page.grid, lines[head + 1 :], strict=False):
        assert line.split() == [
            answer, *(part for c in cells for part in (c.count, "■▲★·↶?"[c.category], c.letter))  # type: ignore[index]
        ]  # fmt: skip


def test_the_columns_of_the_grid_end_in_line() -> None:
    """Numbers stand right, under the ends of their headings."""
    lines = lines_of(page_of(result_of({"A": (1, 230, 4, 1000, 0, 2)}), 0), 100)
    head = next(at for at, line in enumerate(lines) if line.startswith("If it is there ↓"))

    assert len({len(line) for line in lines[head : head + 6]}) == 1


@pytest.mark.parametrize(("lang", "width"), [("en", 60), ("nl", 80)])
def test_the_corner_goes_above_the_grid_before_the_grid_goes(
    result: KanoResult, lang: str, width: int
) -> None:
    """Dutch answers are longer; 80 columns have a table in both languages."""
    page = page_of(result, lang=lang)
    lines = [line.rstrip() for line in lines_of(page, width)]
    at = lines.index(page.corner)

    assert squeezed(lines[at + 1]) == squeezed("".join(page.answers))
    assert lines[at + 2].split()[:4] == [page.answers[0], "2", "?", "Q"]


@pytest.mark.parametrize("width", [30, 50])
def test_a_narrow_terminal_has_the_grid_as_a_list(result: KanoResult, width: int) -> None:
    """Each functional answer, and under it the five others."""
    lines = [line.rstrip() for line in lines_of(page_of(result), width)]
    at = lines.index("must-be")

    assert [line.split()[0] for line in lines[at + 1 : at + 6]] == list(ANSWER_WORDS)
    assert lines[at + 5] == "  dislike 52 ■ M"


def test_the_verdict_stands_beside_the_name_or_under_it(result: KanoResult) -> None:
    """Neither is cut."""
    wide, narrow = lines_of(page_of(result), 100), lines_of(page_of(result), 40)

    told = "■ basic, 76 % sure, close to ▲ performance"
    assert f"Begrijpelijke factuur   {told}" in [line.rstrip() for line in wide]
    assert "Begrijpelijke factuur" in [line.rstrip() for line in narrow]


@pytest.mark.parametrize("width", [30, 80])
@pytest.mark.parametrize("name", hard_results())
def test_every_feature_of_a_hard_result_has_a_page(name: str, width: int) -> None:
    """No base, no answers, no room."""
    hard = hard_results()[name]
    for at in range(len(hard.features)):
        assert widest(lines_of(page_of(hard, at), width)) <= width


def test_cells_are_coloured_and_colour_only_helps(result: KanoResult) -> None:
    """The same text with and without."""
    view = explain_view(page_of(result), 100)
    coloured = printed(view, 100, colour_terminal())

    assert ESCAPE.sub("", coloured) == printed(view, 100)
    assert "38;2;213;94;0" in coloured  # wow


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_name_is_the_title_as_it_is(name: str) -> None:
    """Not markup, not a command."""
    page = page_of(result_of({name: (30, 5)}), 0)

    assert squeezed(page.name) in squeezed(printed(explain_view(page, 100), 100))


@pytest.mark.parametrize("width", [30, 80, 140])
def test_a_page_without_a_grid_says_why(width: int) -> None:
    """Above the totals, where the grid would stand."""
    page = page_of(hard_results()["categories only"], 0)
    lines = lines_of(page, width)
    seen = squeezed("".join(lines))

    assert squeezed(page.corner) in seen
    assert seen.index(squeezed(page.corner)) < seen.index(squeezed(page.totals[0]))
    assert "must-be" not in "".join(lines)
    assert widest(lines) <= width
