"""The page of `kano classify` in a terminal: what is there at which width."""

import re
from pathlib import Path

import pytest

from kano_cli import classify
from kano_cli.core.result import KanoResult, Settings
from kano_cli.report.words import words
from tests.renderers.screens import WIDTHS, column, screen, squeezed, table_lines, widest
from tests.report.surveys import hard_results, result_of

SAMPLES = Path(__file__).parents[2] / "samples"
LONG = {
    "Begrijpelijke factuur met uitleg per regel en zonder kleine letters": (88, 79, 26, 39, 2, 5),
    "Search": (10, 90, 80, 40, 2, 1),
    "Meeropbrengstgarantieverzekeringsmaatschappijkeuze": (1, 2, 60, 4),
    "夜間ロッカーと配送の追跡と返品の受付": (0, 3, 70, 68),
}


@pytest.fixture(scope="module", params=["mobile-provider-nl", "saas-en"])
def sample(request: pytest.FixtureRequest) -> KanoResult:
    """Each sample with its questionnaire; the English one has importance."""
    folder = SAMPLES / request.param
    return classify(folder / "survey.xlsx", questionnaire=folder / "questionnaire.yaml")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_no_line_is_wider_than_the_terminal(sample: KanoResult, width: int, lang: str) -> None:
    """Explanations included."""
    assert widest(screen(sample, width, lang, explain_columns=True)) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", hard_results())
def test_no_line_of_a_hard_result_is_wider_than_the_terminal(name: str, width: int) -> None:
    """Whatever is missing, and whatever names hold."""
    assert widest(screen(hard_results()[name], width)) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_name_is_complete(width: int) -> None:
    """A name wraps before it loses a letter; a word breaks only where it fits no column."""
    result = result_of(LONG, importance={"Search": 5.0})
    lines = screen(result, width)
    seen = squeezed("".join(lines)) if width < 60 else squeezed(column(lines, "Feature"))

    for name in LONG:
        assert squeezed(name) in seen


@pytest.mark.parametrize("width", WIDTHS)
def test_a_sample_shows_every_name_category_and_letter(sample: KanoResult, width: int) -> None:
    """And with them how sure it is, Better and Worse."""
    lines = screen(sample, width)
    text = squeezed("".join(lines))
    spoken = words("en")

    for feature in sample.features:
        assert feature.category is not None
        assert squeezed(feature.name) in text
        assert f"{feature.category.letter}{spoken.category(feature.category)}" in text
        assert f"{feature.better:.2f}" in text
        assert f"{abs(feature.worse):.2f}" in text


def columns(lines: list[str]) -> set[str]:
    """Which columns a table has, by its heading and its rows."""
    head, _, *rows = table_lines(lines)
    found = {name for name in ("Sure", "Feature", "Category", "Better", "Worse") if name in head}
    found |= {"bar"} if "Answers" in head else set()
    found |= {"counts"} if re.search(r"M +O +A +I +R +Q", head) else set()
    found |= {"n"} if head.endswith(" n") else set()
    found |= {"importance"} if "Imp." in head else set()
    found |= {"both"} if "Better / Worse" in head else set()
    words = ("firm", "likely", "undecided")
    return found | ({"word"} if any(word in row for row in rows for word in words) else set())


def test_columns_leave_in_their_order_as_the_terminal_narrows(sample: KanoResult) -> None:
    """Counts, the bar, the base, the word for how sure; last Better and Worse share one."""
    there = {width: columns(screen(sample, width)) for width in range(60, 201)}
    without_bar = [width for width, names in there.items() if "bar" not in names]
    narrow = range(60, max(without_bar) + 1)

    def widest_without(name: str, widths: range) -> int:
        return max(width for width in widths if name not in there[width])

    assert without_bar == list(narrow)
    assert widest_without("counts", range(60, 201)) > max(without_bar)
    both = max(width for width, names in there.items() if "both" in names)
    assert max(without_bar) > widest_without("n", narrow) > widest_without("word", narrow) > both


@pytest.mark.parametrize("width", range(60, 201, 10))
def test_a_table_always_has_the_columns_to_decide_with(sample: KanoResult, width: int) -> None:
    """Feature, category, sure, Better, Worse."""
    assert {"Feature", "Category", "Sure", "Better", "Worse"} <= columns(screen(sample, width))


def test_the_sketches_hold(sample: KanoResult) -> None:
    """80 columns have both coefficients apart, 110 the bar and the base, 140 the counts too."""
    assert "both" not in columns(screen(sample, 80))
    assert {"bar", "n"} <= columns(screen(sample, 110))
    assert {"bar", "n", "counts", "word"} <= columns(screen(sample, 150))


def test_narrower_than_60_columns_it_is_a_list(sample: KanoResult) -> None:
    """At 60 it is a table."""
    first = sample.features[0]

    assert f"1. {first.name}" in screen(sample, 59)
    assert not [line for line in screen(sample, 59) if line.startswith("──")]
    assert [line for line in screen(sample, 60) if line.startswith("──")]


@pytest.mark.parametrize("width", [80, 110, 140, 200])
def test_numbers_line_up_at_the_decimal_point(width: int) -> None:
    """Also where there is a dash, a minus or a wider base."""
    counts = {"A": (1500, 4, 3), "B": (1, 2, 7, 30), "C": (0, 0, 0, 0, 9, 1), "D": (0, 0, 8)}
    _, _, *rows = table_lines(screen(result_of(counts), width))
    rows = [row for row in rows if row]
    decimals = [[at.start() for at in re.finditer(r"\.\d\d", row)] for row in rows]

    assert sorted(map(len, decimals)) == [0, 2, 2, 2]
    assert len({tuple(found) for found in decimals if found}) == 1
    assert len({row.find(" % ") for row in rows}) == 1
    if width > 80:
        assert len({len(row) for row in rows}) == 1  # the base ends the row


def test_a_base_of_zero_is_a_dash_on_both_coefficients() -> None:
    """Beside the category that the answers still have."""
    row = table_lines(screen(hard_results()["an empty base"], 80))[2]

    assert re.search(r"Nobody wants it +↶ R reverse +> 99 % +firm +– +– +15$", row)


def test_a_feature_that_nobody_answered_is_last_and_has_dashes() -> None:
    """And no bar."""
    lines = table_lines(screen(hard_results()["nobody answered"], 110))

    assert re.search(r"2 +Silence +– no answers +– +– +– +0$", lines[-2])
    assert lines[-3] == ""


def test_mixed_features_say_so_in_the_category_and_unsure_ones_by_a_word() -> None:
    """Never by a footnote alone."""
    text = "\n".join(screen(result_of({"Bill": (88, 79, 26, 39, 2, 5)}), 140))

    assert "■ M basic / performance" in text
    assert "undecided" in text


def test_groups_are_separated_only_in_the_order_of_the_categories() -> None:
    """Another order has no groups."""
    counts = {"A": (50, 1), "B": (60, 1), "C": (1, 1, 60)}

    assert [line[:4] for line in table_lines(screen(result_of(counts), 80))[2:-1]] == [
        "1  A", "2  B", "", "3  C",
    ]  # fmt: skip
    by_name = table_lines(screen(result_of(counts, Settings(sort="name")), 80))
    assert "" not in by_name[:-1]


def test_the_bar_shows_the_shares_in_22_places() -> None:
    """Half basic is eleven squares."""
    row = table_lines(screen(result_of({"Half": (50, 0, 50)}), 120))[2]

    assert "■" * 11 + "★" * 11 in row


def test_the_headline_breaks_between_its_parts(sample: KanoResult) -> None:
    """On one line where there is room."""
    wide, narrow = screen(sample, 200), screen(sample, 80)

    assert wide[0].count(" · ") >= 4
    assert wide[1] == ""
    assert " · ".join(narrow[: narrow.index("")]) == wide[0]


def test_the_legend_says_what_better_and_worse_are() -> None:
    """Once, under the table; how the field calls the letters only where there is room."""
    text = "\n".join(screen(result_of({"A": (60, 1)}), 100))

    assert "Better, 0 to 1: what having it adds. Worse, 0 to −1: what lacking it costs." in text
    assert "M is must-be, O one-dimensional, A attractive" in text
    assert "must-be" not in "\n".join(screen(result_of({"A": (60, 1)}), 50))


@pytest.mark.parametrize("width", [50, 100])
def test_columns_are_explained_on_request(width: int) -> None:
    """Every column and every category, each with what it says."""
    result = result_of({"A": (60, 1)})
    added = set(screen(result, width, explain_columns=True)) - set(screen(result, width))
    text = " ".join(" ".join(added).split())

    for label in ("#", "Sure", "Answers", "Imp.", "M O A I R Q", "■ M basic", "? Q questionable"):
        assert label in text
