"""SVG as a file and as a part of a page: well formed, harmless, the same bytes every time."""

import re
from pathlib import Path

import pytest

from kano_cli.errors import visible
from kano_cli.renderers.charts.svg import svg
from kano_cli.renderers.charts.themes import ROLES, THEMES, style
from kano_cli.report.document.figures import Figure
from tests.renderers.charts.figures import (
    STRANGE,
    SVG,
    map_of,
    parsed,
    shares_of,
    shown_texts,
    spread,
)
from tests.renderers.charts.golden import GOLDEN, golden, golden_names

FIGURES: dict[str, Figure] = {
    "map": map_of(spread(9), sizes=(0.4, 0.9)),
    "many": map_of(spread(40)),
    "strange map": map_of(spread(20), STRANGE),
    "shares": shares_of(),
    "strange shares": shares_of(STRANGE),
    "segments": shares_of(STRANGE, ("Free & <easy>", "</svg>")),
    "no shares": shares_of(()),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("standalone", [True, False], ids=["file", "inline"])
@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_is_well_formed_and_runs_nothing(name: str, standalone: bool, theme: str) -> None:
    """No script, no link, nothing from outside, no control sign; parsed as strict XML."""
    text = svg(FIGURES[name], standalone=standalone, theme=theme, prefix="x7")  # type: ignore[arg-type]
    root = parsed(text)

    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "g", "text", "rect", "line", "path", "polygon", "circle",
    }  # fmt: skip
    attributes = {key for element in root.iter() for key in element.attrib}
    assert not {
        key for key in attributes if key.startswith("on") or "href" in key or key == "style"
    }
    assert "url(" not in text
    assert not set(text) & {chr(code) for code in (*range(9), *range(0x7F, 0xA0), 0x1B, 0x202E)}
    assert not re.search("[\ud800-\udfff]", text)


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_tells_a_screen_reader_what_it_is(name: str) -> None:
    """An image with a title and a description, by ids that carry the prefix."""
    figure = FIGURES[name]
    root = parsed(svg(figure, standalone=False, prefix="fig-3"))

    assert root.get("role") == "img"
    ids = {e.get("id", ""): "".join(e.itertext()) for e in root.iter() if e.get("id")}
    assert root.get("aria-labelledby") == " ".join(ids)
    assert list(ids) == ["fig-3-title", "fig-3-desc"][: 1 if name == "no shares" else 2]
    assert ids["fig-3-title"] == figure.title
    assert all(ids.values())


def test_a_file_has_a_header_and_paper_and_an_inline_chart_neither() -> None:
    """HTML has its own paper, and its captions."""
    figure = FIGURES["map"]
    file, inline = svg(figure), svg(figure, standalone=False)

    assert file.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert inline.startswith("<svg ")
    assert "kc-paper" in file
    assert "kc-paper" not in inline
    assert figure.title in shown_texts(parsed(file))
    assert figure.title not in shown_texts(parsed(inline))


def test_the_dark_theme_is_dark_and_auto_follows_the_reader() -> None:
    """Auto is light, with a style that turns it dark and knows every class of the drawing."""
    light, dark, auto = (svg(FIGURES["many"], theme=theme) for theme in THEMES)

    assert ROLES["paper"].light in light
    assert ROLES["paper"].light not in dark
    assert "<style>@media (prefers-color-scheme:dark){" in auto
    assert auto.replace(f"<style>{style('auto')}</style>", "") == light
    used = {name for names in re.findall(r'class="([^"]+)"', auto) for name in names.split()}
    styled = set(re.findall(r"\.(kc-\w+)", style()))
    groups = {"kc-key", "kc-labels", "kc-mark", "kc-intervals", "kc-leaders"}
    assert used - groups <= styled
    # A colour that a style must change is never left without its class.
    for role in ROLES.values():
        for found in re.findall(rf'<[^>]*{role.attribute}="{role.light}"[^>]*>', auto):
            assert "kc-" in found


def test_style_can_be_scoped_to_the_switch_of_a_page() -> None:
    """A selector before each."""
    assert style("dark", ":root.dark").count(":root.dark .kc-") == len(ROLES)


@pytest.mark.parametrize("kind", ["map", "shares"])
@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_name_comes_out_whole_and_harmless(name: str, kind: str) -> None:
    """In a label, or where that is short, in its title; what cannot be shown is made visible."""
    place = [(0.5, 0.5)]
    text = svg(map_of(place, [name]) if kind == "map" else shares_of([name]))
    root = parsed(text)

    label = next(e for e in root.iter() if e.get("data-label") == "f0")
    said = "".join("".join(e.itertext()) for e in label.iter(f"{SVG}text"))
    title = "".join("".join(e.itertext()) for e in label.iter(f"{SVG}title"))
    whole = re.sub("[\ud800-\udfff\ufffe\uffff]", "�", visible(name))
    assert "".join(whole.split()) in {"".join(said.split()), "".join(title.split())}


def test_what_runs_to_the_left_is_isolated() -> None:
    """And set around its middle, whichever end a program takes for its start."""
    root = parsed(svg(shares_of(["دعم فني"])))
    found = [t for t in root.iter(f"{SVG}text") if t.text == "دعم فني"]

    assert len(found) == 1
    assert found[0].get("direction") == "rtl"
    assert found[0].get("unicode-bidi") == "isolate"
    assert found[0].get("text-anchor") == "middle"


def test_a_house_font_comes_first_and_cannot_break_out() -> None:
    """The fonts of the system follow."""
    text = svg(FIGURES["map"], fonts=("My Sans", 'evil"><script>'))

    assert parsed(text).get("font-family", "").startswith("'My Sans', evil><script>, system-ui")


def test_a_remark_stands_under_the_chart() -> None:
    """And makes it higher."""
    plain, said = svg(FIGURES["shares"]), svg(FIGURES["shares"], remark="Lines are intervals.")

    assert "Lines are intervals." in shown_texts(parsed(said))
    assert float(parsed(said).get("height", "")) > float(parsed(plain).get("height", ""))


@pytest.mark.parametrize("name", FIGURES)
def test_the_same_figure_gives_the_same_bytes(name: str) -> None:
    """Coordinates have two decimals at most."""
    text = svg(FIGURES[name])

    assert text == svg(FIGURES[name])
    assert not re.search(r"\d\.\d{3}", re.sub(r"<desc.*?</desc>", "", text, flags=re.DOTALL))


@pytest.mark.parametrize("name", golden_names())
def test_the_charts_of_the_samples_stay_what_they_are(name: str) -> None:
    """Look at a change, then run `python -m tests.renderers.charts.golden`."""
    assert (GOLDEN / name).read_text("utf-8") == golden(name)


def test_no_golden_is_left_over() -> None:
    """Every file is compared."""
    assert {path.name for path in Path(GOLDEN).iterdir()} == set(golden_names())
