"""The Markdown of a page: shown by GitHub as it was meant, whatever a name holds."""

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kano_cli import classify
from kano_cli.core.result import KanoResult
from kano_cli.errors import visible
from kano_cli.renderers.data.csv import harmless
from kano_cli.renderers.documents.markdown import escaped, to_markdown
from kano_cli.report.page import classify_page
from kano_cli.report.words import words
from tests.report.surveys import HOSTILE, hard_results, result_of

SAMPLES = Path(__file__).parents[2] / "samples"
JOINER = "\u200b"


def markdown(result: KanoResult, lang: str = "en") -> str:
    """The document of a result."""
    return to_markdown(classify_page(result, words(lang)))


def rendered(text: str) -> str:
    """The HTML that a Markdown renderer makes of a text, links recognised."""
    return str(
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    )


def shown(text: str) -> str:
    """What a reader sees of a text: no tags, no joiners."""
    bare = re.sub(r"<[^>]*>", "", rendered(text).replace("<br>", "\n"))
    return html.unescape(bare).replace(JOINER, "").strip()


def table_of(text: str) -> list[list[str]]:
    """The cells of the one table in a document, as a reader sees them."""
    found = re.findall(r"<table>(.*?)</table>", rendered(text), re.DOTALL)
    assert len(found) == 1
    rows = re.findall(r"<tr>(.*?)</tr>", found[0], re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[html.unescape(cell).replace(JOINER, "") for cell in row] for row in cells]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_sample_is_one_table_with_a_row_per_feature(lang: str) -> None:
    """Importance included where people rated it."""
    result = classify(SAMPLES / "saas-en" / "survey.xlsx")
    head, *rows = table_of(markdown(result, lang))

    assert len(head) == 14
    assert head[-6:] == list("MOAIRQ")
    assert [row[:2] for row in rows] == [[str(f.rank), f.name] for f in result.features]
    assert {len(row) for row in rows} == {14}


@pytest.mark.parametrize("name", hard_results())
def test_a_hard_result_is_one_table_with_a_row_per_feature(name: str) -> None:
    """Whatever is missing, and whatever names hold."""
    result = hard_results()[name]
    head, *rows = table_of(markdown(result))

    assert len(rows) == len(result.features)
    assert {len(row) for row in rows} == {len(head)}
    assert [row[1] for row in rows] == [harmless(visible(f.name)) for f in result.features]


def test_the_cells_are_the_page_s() -> None:
    """Sign, letter and words; how sure, with its word; six counts."""
    _, row = table_of(markdown(result_of({"Tie": (10, 10, 5, 0, 0, 0)})))

    assert row == [
        "1", "Tie", "■ M basic / performance", "48 % undecided", "0.60", "−0.80", "25", "10", "10",
        "5", "0", "0", "0",
    ]  # fmt: skip


def test_the_document_ends_in_one_line_feed_and_has_no_other_line_ends() -> None:
    """The same bytes everywhere."""
    text = markdown(result_of({"Search": (3,)}))

    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text


@pytest.mark.parametrize("char", "\\|*_#[]<>~`&$")
def test_a_special_character_is_shown_and_does_nothing(char: str) -> None:
    """Alone, in pairs, and around a word."""
    text = f"a {char}b{char} {char}{char}c{char}{char} d{char}"

    assert "\\" + char in escaped(text)
    assert shown(escaped(text)) == text
    assert rendered(escaped(text)).startswith("<p>a ")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_name_is_shown_as_it_is(text: str) -> None:
    """No tag of its own, no link, no emphasis, no entity."""
    seen = visible(text)

    assert shown(escaped(seen)) == seen
    assert not re.search(r"<(?!/?p>)", rendered(escaped(seen)))


@pytest.mark.parametrize(
    "text", ["@team", "#1", "GH-12", ":smile:", "https://x.y", "www.x.y", "a@b.c"]
)
def test_nobody_is_mentioned_and_nothing_is_linked(text: str) -> None:
    """A joint without width breaks what GitHub would recognise."""
    assert text not in escaped(text).replace("\\", "")
    assert shown(escaped(text)) == text


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"], ids=ascii)
def test_a_line_break_stays_in_its_cell(breaks: str) -> None:
    """As a break, not as a new row."""
    assert escaped(f"two{breaks}lines") == "two<br>lines"


@pytest.mark.parametrize(
    "file", ["- a.csv", "1. a.csv", "  + a.csv", "2) a.csv", "=.csv", "#a.csv"]
)
def test_a_headline_is_a_paragraph_whatever_the_file_is_called(file: str, tmp_path: Path) -> None:
    """Not a list, a heading or code."""
    (tmp_path / file).write_text("Search_f,Search_d\n" + "I like it,I dislike it\n" * 3)
    text = markdown(classify(tmp_path / file))

    assert rendered(text).startswith("<p>")
    assert shown(text.split("\n")[0]).startswith(file.strip())


def test_advice_and_findings_are_lists_under_their_titles() -> None:
    """With the same words as in a terminal."""
    text = markdown(result_of({"Dark mode": (60, 5), "No ads": (1, 1, 40, 2)}, half={"No ads": 1}))

    assert (
        "**What to do**\n\n- ■ Must work first: Dark mode\n- ★ Surprise with this: No ads" in text
    )
    assert "**Good to know**\n\n- K202 the feature with the fewest answers has 44" in text
    assert "- K203 1 half-answered pair left out: No ads 1" in text


def test_the_columns_are_explained_on_request() -> None:
    """Each column, then each category with its sign."""
    page = classify_page(result_of({"Dark mode": (60, 5)}), words("en"))
    text = to_markdown(page, explain_columns=True)

    assert "**What the columns say**" in text
    assert "- ★ A wow: an unexpected delight" in text
    assert "What the columns say" not in to_markdown(page)
