"""A result in a notebook: the page as HTML, and a pandas table."""

import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from kano_cli import classify
from kano_cli.core.categories import CATEGORY_WORDS
from kano_cli.core.flat import COLUMNS
from kano_cli.errors import visible
from tests.report.surveys import HOSTILE, hard_results, result_of

SAMPLES = Path(__file__).parents[2] / "samples"


class Tags(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.seen = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its attributes."""
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note what a reader sees."""
        self.seen += data


def squeezed(text: str) -> str:
    """A text without its spaces, to find what was broken over lines."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_name_is_shown_and_does_nothing(name: str) -> None:
    """No tag but our own, no attribute but style."""
    html = Tags(result_of({name: (30, 5, 4, 9)})._repr_html_())

    assert set(html.tags) == {"pre", "span"}
    assert html.attributes == {"style"}
    for word in visible(name).split():
        assert squeezed(word)[:15] in squeezed(html.seen)


def test_a_notebook_shows_the_whole_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every feature, what to do, the findings; in the language of the locale."""
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    result = classify(SAMPLES / "saas-en" / "survey.csv")
    seen = Tags(result._repr_html_()).seen

    for feature in result.features:
        assert feature.name in seen
    assert "Wat te doen" in seen
    assert "K203" in seen


def test_a_notebook_is_coloured_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Styles inline, so that it also survives in a saved notebook."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    html = result_of({"Dark mode": (60, 5)})._repr_html_()

    assert "color: #0072b2" in html.lower()
    assert html.startswith("<pre")


def test_the_pandas_table_has_a_row_per_feature_in_the_order_of_the_ranking() -> None:
    """Indexed by id; counts are whole numbers, shares and coefficients are not."""
    result = classify(SAMPLES / "saas-en" / "survey.csv")
    frame = result.to_frame()

    assert frame.shape == (8, len(COLUMNS) - 1)
    assert frame.index.name == "id"
    assert list(frame.index) == [feature.id for feature in result.features]
    assert list(frame["rank"]) == list(range(1, 9))
    for name in ("rank", "answered", "classified", "half_answered", *CATEGORY_WORDS):
        assert frame[name].dtype == np.int64
    for name in (
        "certainty",
        "better",
        "better_low",
        "worse",
        "worse_high",
        "p_value",
        "importance",
    ):
        assert frame[name].dtype == np.float64
    assert frame["mixed"].dtype == np.bool_


def test_a_number_that_does_not_exist_is_missing_in_the_pandas_table() -> None:
    """So that a mean over the column leaves it out."""
    frame = hard_results()["nobody answered"].to_frame()

    assert frame.loc["silence", ["category", "better", "worse", "certainty"]].isna().all()
    assert frame.loc["silence", "half_answered"] == 7
