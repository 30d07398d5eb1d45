"""The style of the page: the sheets that ship with it, and the brand's colours and fonts."""

from functools import cache
from importlib.resources import files

from kano_cli.renderers.charts.themes import style
from kano_cli.renderers.documents.report_html.colours import page_colours
from kano_cli.renderers.documents.report_html.escaping import css_text, font_families
from kano_cli.renderers.documents.report_html.labels import label
from kano_cli.report.document.blocks import Document


@cache
def packaged(name: str) -> str:
    """A file that ships beside this one."""
    return (files(__package__) / name).read_text(encoding="utf-8").strip()


_JOURNEY = "#part-journey tbody th{min-width:7rem;overflow-wrap:break-word}"
"""Names of phases and touchpoints are short words that would be broken to make room for texts."""


def style_sheet(document: Document, *, paper_only: bool = False) -> str:
    """All rules; `paper_only` leaves out what a reader's dark screen asks for."""
    brand = document.brand
    light = _variables(page_colours(brand.accent))
    fonts = f":root{{--fonts:{font_families(brand.fonts)}var(--system)}}"
    dark = _variables(page_colours(brand.accent, dark=True))
    at_night = f"@media screen and (prefers-color-scheme:dark){{{dark}}}\n{_charts()}"
    sheets = [light, "" if paper_only else at_night, packaged("style.css"), fonts]
    if document.section("journey"):
        sheets.append(_JOURNEY)
    return "\n".join(filter(None, [*sheets, packaged("print.css"), _margins(document)]))


def _charts() -> str:
    """The dark colours of the charts, on a screen only."""
    return f"@media screen{{{style('auto')}}}"


def _variables(colours: dict[str, str]) -> str:
    """Colours as variables of the page."""
    return ":root{" + "".join(f"--{name}:{colour};" for name, colour in colours.items()) + "}"


def _margins(document: Document) -> str:
    """What stands in the margins of each printed page but the cover."""
    left = document.brand.footer or " · ".join(filter(None, [document.title, document.client]))
    page = css_text(f"{label(document, 'page')} ")
    return (
        f"@page{{@bottom-left{{content:{css_text(left)}}}"
        f"@bottom-right{{content:{page} counter(page)}}}}\n"
        "@page :first{@bottom-left{content:none}@bottom-right{content:none}}"
    )
