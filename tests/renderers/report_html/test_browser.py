"""The HTML of a report in a real browser: Debian's Chromium, driven by Playwright."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from kano_cli.renderers.documents.report_html import html
from kano_cli.report.document.blocks import Document
from tests.renderers.report_html.reports import dutch, english, hostile
from tests.report.document.made import large, small

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

CHROMIUM = shutil.which("chromium") or ""
DRIVER = "playwright"
AXE = "axe_playwright_python"
pytestmark = pytest.mark.skipif(
    not CHROMIUM or find_spec(DRIVER) is None,
    reason="needs Debian's chromium, and playwright from the extra dev",
)
Made: TypeAlias = Callable[[], Document]
DOCUMENTS: Mapping[str, Made] = {
    "small": small, "large": large, "dutch": dutch, "english": english, "hostile": hostile,
}  # fmt: skip
EVERY = pytest.mark.parametrize("made", DOCUMENTS.values(), ids=DOCUMENTS)
WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One browser for all tests, with nothing but its window and no network needed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass
class Seen:
    """A page that was opened, what it asked for, and what its console said."""

    page: "Page"
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


Show: TypeAlias = Callable[..., Seen]


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Opens a report from a file, as a client does, and keeps a record."""
    contexts = []

    def shown(report: Document, width: int = 1280, **options: Any) -> Seen:  # noqa: ANN401
        path = tmp_path / "report.html"
        path.write_text(html(report), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        seen = Seen(context.new_page())

        def note(request: "Request") -> None:
            seen.asked.append(request.url)

        seen.page.on("request", note)
        seen.page.on("console", lambda message: seen.said.append(message.text))
        seen.page.on("pageerror", lambda error: seen.said.append(str(error)))
        seen.page.on("dialog", lambda dialog: seen.said.append(dialog.message))
        seen.page.goto(path.as_uri())
        return seen

    yield shown
    for context in contexts:
        context.close()


@EVERY
def test_nothing_is_asked_for_and_nothing_goes_wrong(made: Made, show: Show) -> None:
    """Only the file itself and pictures inside it; the policy has nothing to refuse."""
    report = made()
    seen = show(report)

    assert [url for url in seen.asked[1:] if not url.startswith("data:image/")] == []
    assert seen.asked[0].startswith("file:")
    assert seen.said == []
    assert seen.page.evaluate("document.querySelectorAll('thead button').length") > 0


def test_a_request_would_be_refused_and_noticed(show: Show) -> None:
    """The test above can fail: a picture from elsewhere is blocked by the policy, and said."""
    seen = show(small())
    seen.page.evaluate(
        "document.body.append(Object.assign(new Image(), {src: 'http://x.invalid/'}))"
    )
    seen.page.wait_for_timeout(200)

    assert any("Content Security Policy" in line for line in seen.said)


@EVERY
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_is_as_wide_as_the_screen(made: Made, width: int, show: Show) -> None:
    """On a phone and on a desk; a wide table scrolls by itself."""
    page = show(made(), width).page

    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(
    ("made", "scheme"),
    [
        (small, "light"), (small, "dark"), (english, "light"), (dutch, "dark"), (hostile, "light"),
    ],
)  # fmt: skip
def test_a_reader_without_a_mouse_or_eyes_is_served(made: Made, scheme: str, show: Show) -> None:
    """axe-core finds nothing serious, and every text has contrast enough."""
    if find_spec(AXE) is None:
        pytest.skip("needs axe-playwright-python from the extra dev")
    page = show(made(), color_scheme=scheme).page
    page.evaluate((files(AXE) / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run()")

    assert len(found["passes"]) > 20
    assert "color-contrast" in {rule["id"] for rule in found["passes"]}
    told = [
        (rule["id"], rule["impact"], rule["nodes"][0]["html"][:200]) for rule in found["violations"]
    ]
    assert [each for each in told if each[1] in {"serious", "critical", "moderate"}] == []


def column(page: "Page", at: int) -> list[str]:
    """The texts of a column of the ranking, from top to bottom."""
    rows = "[...document.querySelectorAll('#part-ranking table')[0].tBodies[0].rows]"
    texts: list[str] = page.evaluate(f"at => {rows}.map(row => row.cells[at].textContent)", at)
    return texts


def as_number(text: str) -> float:
    """A printed coefficient as a number."""
    return float(text.replace("−", "-"))


def test_a_table_is_sorted_by_keyboard(show: Show) -> None:
    """Enter sorts upwards, then downwards, then as it came; the heading says which."""
    page = show(dutch()).page
    heads = page.locator("#part-ranking table").first.locator("thead th")
    names = [name.strip() for name in heads.all_inner_texts()]
    at = names.index("Better")
    as_it_came = column(page, at)
    button = heads.nth(at).locator("button")
    heads.nth(at - 1).locator("button").focus()
    page.keyboard.press("Tab")
    assert button.evaluate("each => each === document.activeElement")
    assert button.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"

    page.keyboard.press("Enter")
    upwards = [as_number(text) for text in column(page, at)]
    assert heads.nth(at).get_attribute("aria-sort") == "ascending"
    assert upwards == sorted(upwards) != [as_number(text) for text in as_it_came]

    page.keyboard.press("Space")
    downwards = [as_number(text) for text in column(page, at)]
    assert heads.nth(at).get_attribute("aria-sort") == "descending"
    assert downwards == upwards[::-1]

    page.keyboard.press("Enter")
    assert heads.nth(at).get_attribute("aria-sort") is None
    assert column(page, at) == as_it_came


def test_names_are_sorted_as_people_do_and_only_one_column_is_marked(show: Show) -> None:
    """Another column takes the mark; what has no value stays last both ways."""
    page = show(small()).page
    heads = page.locator("#part-ranking table").first.locator("thead th")
    names = [name.strip() for name in heads.all_inner_texts()]
    feature, better = names.index("Kenmerk"), names.index("Better")

    heads.nth(feature).locator("button").click()
    assert column(page, feature)[0].startswith("2 GB extra")
    for _ in range(2):
        heads.nth(better).locator("button").click()
        assert column(page, better)[-1] == "–"
    marks = page.locator("#part-ranking table").first.locator("[aria-sort]")
    assert marks.count() == 1


def test_the_first_stop_of_the_tab_key_skips_to_the_report(show: Show) -> None:
    """And can be seen when it is there."""
    page = show(dutch()).page
    page.keyboard.press("Tab")
    link = page.locator(".skip")

    assert link.bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"


def test_the_page_is_complete_without_its_script(show: Show) -> None:
    """The same texts, and no button that does nothing."""
    bare = show(english(), java_script_enabled=False).page
    whole = show(english()).page

    assert bare.locator("thead button").count() == 0
    assert bare.locator("main").inner_text() == whole.locator("main").inner_text()


@EVERY
def test_on_paper_no_page_is_empty(made: Made, show: Show, tmp_path: Path) -> None:
    """As a reader prints it; a table that goes on has its headings again."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext")
    path = tmp_path / "printed.pdf"
    show(made()).page.pdf(path=path, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    pages = text.stdout.decode().split("\f")[:-1]

    assert len(pages) > 1
    # The margin has the footer and the number: a page has more.
    assert all(len(page.split("\n")) > 6 and len(page.split()) > 12 for page in pages)
    if made is large:
        ranking = [page for page in pages if "Kenmerk 11" in page or "Kenmerk 25" in page]
        assert all("Better" in page for page in ranking[:2])
