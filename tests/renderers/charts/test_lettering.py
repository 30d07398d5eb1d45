"""Texts are measured safely and broken into lines that fit."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kano_cli.renderers.charts.lettering import lettering, right_to_left, text_width
from tests.renderers.charts.figures import STRANGE


def test_chinese_and_emoji_are_about_twice_as_wide_as_letters() -> None:
    """And an accent that stands on a letter takes nothing."""
    assert text_width("夜間", 10) > 1.5 * text_width("ae", 10)
    assert text_width("🚀", 10) > 2 * text_width("a", 10)
    assert text_width("e\u0301\u200d", 10) == text_width("é", 10) == text_width("e", 10)


@given(st.text(max_size=120), st.floats(60, 400), st.integers(1, 4), st.booleans())
def test_lines_fit_their_room(text: str, room: float, lines: int, bold: bool) -> None:
    """However long the text; no more lines than were asked for."""
    made = lettering(text, room, 12, lines=lines, bold=bold)

    assert 1 <= len(made.lines) <= lines
    assert all(text_width(line, 12, bold=bold) <= max(room, 40) for line in made.lines)
    assert made.width == max(text_width(line, 12, bold=bold) for line in made.lines)


@given(st.text(st.characters(categories=["L", "N", "P"]) | st.just(" "), max_size=100))
def test_nothing_is_lost_but_by_an_ellipsis(text: str) -> None:
    """What is not cut is all there, but for the spaces where it breaks."""
    made = lettering(text, 200, 12)

    shown = "".join(made.lines).replace(" ", "")
    whole = "".join(text.split())
    assert made.cut == (shown != whole)
    if made.cut:
        assert made.lines[-1].endswith("…")
        assert whole.startswith(shown.removesuffix("…"))


def test_a_text_breaks_at_a_space_and_its_lines_are_alike() -> None:
    """Rather than one long line and one word."""
    made = lettering("A bill that one can understand at a glance", 200, 12)

    assert made.lines == ("A bill that one can", "understand at a glance")


def test_a_family_of_emoji_is_not_taken_apart_by_an_accent() -> None:
    """A sign and the marks on it stay on one line."""
    made = lettering("e\u0301" * 30, 60, 12, lines=9)

    assert all(unicodedata.category(line[0]) != "Mn" for line in made.lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دعم", True),
        ("תמיכה in English", True),
        ("Dark mode", False),
        ("12 دعم", True),
        ("", False),
    ],
)
def test_the_first_letter_decides_the_direction(text: str, expected: bool) -> None:
    """Numbers and signs have none."""
    assert right_to_left(text) is expected


@pytest.mark.parametrize("name", STRANGE)
def test_no_strange_name_is_too_much(name: str) -> None:
    """Two lines of the usual room."""
    made = lettering(name, 175, 12)

    assert made.width <= 175
