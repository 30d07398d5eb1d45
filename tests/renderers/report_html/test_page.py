"""The HTML of a report, as text: what is in it, and what can never be."""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import TypeAlias

import pytest

from kano_cli.core.categories import Category
from kano_cli.errors import KanoError, visible
from kano_cli.renderers.documents.report_html import html
from kano_cli.renderers.documents.report_html.figures import parts
from kano_cli.renderers.documents.report_html.page import paper_html
from kano_cli.report.document.blocks import (
    Brand,
    Cell,
    Column,
    Document,
    Heading,
    Kind,
    Section,
    TableBlock,
)
from kano_cli.report.document.figures import Bar, SharesFigure
from tests.renderers.report_html.golden import FILES, FOLDER
from tests.renderers.report_html.parsed import parsed
from tests.renderers.report_html.reports import ATTACKS, LOGO, SAMPLES, dutch, english, hostile
from tests.report.document.made import large, small

Made: TypeAlias = Callable[[], Document]
DOCUMENTS: Mapping[str, Made] = {
    "small": small, "large": large, "dutch": dutch, "english": english, "hostile": hostile,
}  # fmt: skip
EVERY = pytest.mark.parametrize("made", DOCUMENTS.values(), ids=DOCUMENTS)


@pytest.mark.parametrize("name", FILES)
def test_a_report_of_a_sample_is_as_it_was(name: str) -> None:
    """Byte for byte; `python -m tests.renderers.report_html.golden` writes them anew."""
    assert (FOLDER / name).read_bytes().decode() == FILES[name]()


@EVERY
def test_the_page_is_the_same_each_time_and_small_enough(made: Made) -> None:
    """Two megabytes at most, for a table of forty features too."""
    page = html(made())

    assert page == html(made())
    assert len(page.encode()) <= 2_000_000


@EVERY
def test_every_element_is_closed_and_every_id_is_its_own(made: Made) -> None:
    """And whatever is referred to by id is there."""
    every = list(parsed(html(made())).all())
    ids = [each.attributes["id"] for each in every if "id" in each.attributes]

    assert len(set(ids)) == len(ids)
    for each in every:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set(each.attributes.get(name, "").split()) <= set(ids)
        if each.name == "a":
            assert each.attributes["href"].removeprefix("#") in ids


@EVERY
def test_nothing_in_the_page_runs_or_leads_elsewhere(made: Made) -> None:
    """One script and one style, no handler, no inline style, links within the page only."""
    every = list(parsed(html(made())).all())
    names = [each.name for each in every]

    assert (names.count("script"), names.count("style")) == (1, 1)
    assert not {"iframe", "object", "embed", "link", "base", "form", "image", "use"} & set(names)
    for each in every:
        assert not [key for key in each.attributes if key.startswith("on") or key == "style"]
        assert each.attributes.get("href", "#").startswith("#")
        assert each.attributes.get("src", "data:image/").startswith("data:image/")


def test_a_hostile_text_is_shown_as_it_is() -> None:
    """In every place where a document has a text."""
    page = parsed(html(hostile()))
    cells = [each.text for each in page.all("th") if each.attributes.get("scope") == "row"]

    seen = [visible(text).replace("\ud800", "�").replace("\uffff", "�") for text in ATTACKS]
    assert cells == seen * 2
    assert next(page.all("h1")).text == "".join(seen)
    assert next(page.all("code")).text == seen[0]


@pytest.mark.parametrize("made", [dutch, hostile])
def test_the_policy_allows_this_style_and_this_script_only(made: Made) -> None:
    """By hashes of what stands in the page."""
    page = html(made())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    for name, rule in (("style", "style-src"), ("script", "script-src")):
        inside = re.search(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert inside is not None
        digest = b64encode(sha256(inside[1].encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy[1].split("; ")
    assert policy[1].startswith("default-src 'none'; ")


@EVERY
def test_headings_never_skip_a_level(made: Made) -> None:
    """One h1, then each at most one deeper than the one before."""
    page = parsed(html(made()))
    levels = [int(each.name[1]) for each in page.all("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def test_a_heading_that_asks_for_a_deep_level_gets_the_next_one() -> None:
    """Level 3 right below a section's title would skip one."""
    deep = Section("summary", "S", (Heading("A", 3), Heading("B", 3), Heading("C")))
    page = parsed(html(replace(small(), sections=(deep,))))

    assert [each.name for each in page.all("h3", "h4", "h5")] == ["h3", "h4", "h3"]


@EVERY
def test_every_table_has_a_caption_and_says_what_its_headings_head(made: Made) -> None:
    """A row as long as the heading, one heading for each row at most."""
    for table in parsed(html(made())).all("table"):
        assert next(table.all("caption")).text
        first, *rows = table.all("tr")
        assert {each.attributes["scope"] for each in first.all("th")} == {"col"}
        for row in rows:
            assert len(row.children) == len(first.children)
            assert [each.attributes["scope"] for each in row.all("th")] in ([], ["row"])


@pytest.mark.parametrize(("made", "name"), [(dutch, "mobile-provider-nl"), (english, "saas-en")])
def test_numbers_are_sorted_by_what_was_computed(made: Made, name: str) -> None:
    """The values behind the ranking follow from the expected counts, unrounded."""
    expected = json.loads((SAMPLES / name / "expected.json").read_text("utf-8"))
    counted = {each["name"]: each["counts"] for each in expected}
    report = made()
    section = report.section("ranking")
    assert section is not None
    block = next(each for each in section.blocks if isinstance(each, TableBlock))
    keys = [column.key for column in block.columns]
    rows = list(next(parsed(html(report)).all("table")).all("tr"))[1:]
    assert len(rows) == len(expected)
    for row in rows:
        cells = dict(zip(keys, row.children, strict=True))
        n = counted[cells["feature"].text]
        classified = n["basic"] + n["performance"] + n["wow"] + n["indifferent"]
        better = (n["wow"] + n["performance"]) / classified
        worse = -(n["performance"] + n["basic"]) / classified
        assert float(cells["better"].attributes["data-value"]) == pytest.approx(better, rel=1e-12)
        assert float(cells["worse"].attributes["data-value"]) == pytest.approx(worse, rel=1e-12)


def test_a_value_that_does_not_exist_is_empty_for_the_script() -> None:
    """So that it is sorted last, and not as zero; a category goes by its place among the six."""
    columns = (
        Column("feature", "F"),
        Column("c", "C", Kind.CATEGORY),
        Column("n", "N", Kind.SCORE),
    )
    rows = (
        (Cell("a"), Cell("wow", None, Category.WOW), Cell("2.50", 2.504)),
        (Cell("b"), Cell("–"), Cell("–")),
    )
    block = TableBlock("t", "T", columns, rows)
    page = parsed(html(replace(small(), sections=(Section("ranking", "R", (block,)),))))
    values = [
        [cell.attributes.get("data-value") for cell in row.children] for row in page.all("tr")
    ]

    assert values[1:] == [[None, "2", "2.504"], [None, "", ""]]


def test_the_logo_is_a_picture_inside_the_page() -> None:
    """Its bytes as they were: in a picture no script of theirs runs."""
    picture = next(parsed(html(dutch())).all("img"))
    kind, content = picture.attributes["src"].split(";base64,")

    assert kind == "data:image/svg+xml"
    assert b64decode(content) == LOGO


@pytest.mark.parametrize(
    ("brand", "said"),
    [
        (Brand("red;}"), 'the accent "red;}" is not a colour as #RRGGBB'),
        (Brand(logo=b"x", logo_kind="html"), 'a logo of kind "html" cannot be shown'),
    ],
)
def test_a_brand_that_cannot_be_shown_is_refused(brand: Brand, said: str) -> None:
    """With what would do."""
    with pytest.raises(KanoError) as refused:
        html(replace(small(), brand=brand))

    assert refused.value.message == said
    assert refused.value.hint


def test_a_long_figure_is_in_parts_that_fit_on_paper() -> None:
    """No bar left out, and the groups of one feature together."""
    bar = Bar("a", "A", "", (1.0, 0, 0, 0, 0, 0), ("100 %",) * 6, None, False, "n = 1", "A")
    bars = tuple(replace(bar, id=str(at // 5), group=str(at)) for at in range(63))
    shares = SharesFigure("S", bars, (), "share")
    several = list(parts(shares))

    assert [len(each.bars) for each in several if isinstance(each, SharesFigure)] == [25, 25, 13]
    assert sum((each.bars for each in several if isinstance(each, SharesFigure)), ()) == bars
    assert list(parts(replace(shares, bars=bars[:26]))) == [replace(shares, bars=bars[:26])]


def test_a_figure_in_parts_may_break_between_them() -> None:
    """A figure of one part may not."""
    figures = list(parsed(paper_html(large())).all("figure"))

    assert {len(list(each.all("svg"))) for each in figures} >= {1, 2}
    for each in figures:
        assert (len(list(each.all("svg"))) > 1) == (each.attributes.get("class") == "parts")


def test_on_paper_there_is_no_script_and_no_dark() -> None:
    """Nor a policy, which only a browser needs."""
    paper = paper_html(dutch())

    assert not list(parsed(paper).all("script"))
    assert "prefers-color-scheme" not in paper
    assert "paint-order" not in paper.split("</style>")[1]


def test_the_language_of_the_page_is_that_of_the_report() -> None:
    """For a voice that reads it."""
    assert '<html lang="nl">' in html(dutch())
    assert '<html lang="en">' in html(english())
