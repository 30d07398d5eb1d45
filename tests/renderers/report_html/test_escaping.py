"""Text made harmless."""

from html import unescape

import pytest

from kano_cli.errors import visible
from kano_cli.renderers.documents.report_html.escaping import css_text, escaped, font_families
from tests.renderers.report_html.reports import ATTACKS
from tests.report.surveys import HOSTILE


@pytest.mark.parametrize("text", [*ATTACKS[:-1], *HOSTILE], ids=ascii)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    """With no sign left that HTML would obey, in an element or an attribute."""
    assert unescape(escaped(text)) == visible(text)
    assert not set("<>\"'") & set(escaped(text))


@pytest.mark.parametrize("text", [*ATTACKS, *HOSTILE], ids=ascii)
def test_a_text_in_a_style_sheet_is_one_string(text: str) -> None:
    """Nothing in it ends the string, the rule or the sheet."""
    inside = css_text(text)[1:-1]

    assert not set("\"'<>;{}/") & set(inside)


def test_a_font_has_a_plain_name() -> None:
    """What is no letter, space or dash is left out."""
    assert font_families(['Acme "Sans"', "</style>", ""]) == '"Acme Sans","style",'
