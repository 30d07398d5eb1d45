"""Every text of the page is readable on what it stands on, in light and in dark."""

import re

import pytest

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.report_html.colours import LEAST, page_colours, pairs, text_on
from kano_cli.renderers.documents.report_html.style_sheet import packaged
from tests.renderers.test_palette import contrast

ACCENTS = ("#0072B2", "#0B6E4F", "#FFD700", "#000000", "#FFFFFF", "#777777", "#FF00FF", "#808080")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("accent", ACCENTS)
def test_every_pair_has_enough_contrast(accent: str, dark: bool) -> None:
    """At least 4.5, whatever the brand's colour is."""
    colours = page_colours(accent, dark=dark)

    for text, surface in pairs(colours):
        assert contrast(colours[text], colours[surface]) >= LEAST, (text, surface)


def test_every_colour_of_the_sheet_is_in_a_pair() -> None:
    """No text has a colour that was not computed."""
    used = set(re.findall(r"(?<![\w-])color:\s*var\(--([a-z-]+)\)", packaged("style.css")))
    backgrounds = set(re.findall(r"background:\s*var\(--([a-z-]+)\)", packaged("style.css")))
    known = pairs(page_colours("#0072B2"))

    assert used == {text for text, _ in known}
    assert backgrounds == {surface for _, surface in known}
    assert {category.word for category in Category} <= used


@pytest.mark.parametrize("level", range(0, 256, 5))
def test_black_or_white_can_be_read_on_any_grey(level: int) -> None:
    """The worst case of a cover."""
    grey = f"#{level:02X}{level:02X}{level:02X}"

    assert contrast(text_on(grey), grey) >= LEAST
