"""Around the sections: the cover, the table of contents, and the foot of the page."""

from collections.abc import Mapping

from kano_cli.errors import KanoError
from kano_cli.renderers.documents.report_html.escaping import (
    attributes_of,
    data_address,
    escaped,
    own,
    tag,
)
from kano_cli.renderers.documents.report_html.labels import label, made_with
from kano_cli.report.document.blocks import Brand, Document, Section

PICTURES: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "svg+xml": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}
"""What a logo may be, by its ending."""


def cover(document: Document) -> str:
    """Title, subtitle, for whom and when, in the brand's colour."""
    said = ((label(document, "client"), document.client), (label(document, "day"), document.day))
    facts = "".join(
        tag("div", tag("dt", escaped(name)) + tag("dd", own(text))) for name, text in said if text
    )
    parts = (
        _logo(document.brand),
        tag("h1", own(document.title)),
        tag("p", escaped(document.subtitle), class_="subtitle") if document.subtitle else "",
        tag("dl", facts) if facts else "",
    )
    return tag("header", "\n".join(filter(None, parts)), class_="cover")


def contents(document: Document) -> str:
    """The sections by name, each a link."""
    if not document.sections:
        return ""
    links = "\n".join(
        tag("li", tag("a", escaped(each.title), href=f"#{anchor(each)}"))
        for each in document.sections
    )
    title = tag("h2", escaped(label(document, "contents")), id="contents")
    return tag("nav", f"{title}\n<ol>\n{links}\n</ol>", aria_labelledby="contents")


def foot(document: Document) -> str:
    """The brand's footer, and what made the page."""
    footer = tag("p", own(document.brand.footer)) if document.brand.footer else ""
    made = tag("p", escaped(made_with(document)))
    return tag("footer", footer + made)


def anchor(section: Section) -> str:
    """Where a link to a section goes; keys are ours, and made of letters."""
    return "part-" + "".join(sign for sign in section.key if sign.isalnum())


def _logo(brand: Brand) -> str:
    """The logo as a picture: whatever an SVG file holds, in a picture it runs nothing."""
    if not brand.logo:
        return ""
    ending = brand.logo_kind.lower().removeprefix("image/").lstrip(".")
    if ending not in PICTURES:
        raise KanoError(
            f'a logo of kind "{brand.logo_kind}" cannot be shown',
            hint="use an .svg, .png or .jpg file",
        )
    source = data_address(brand.logo, PICTURES[ending])
    return f"<img{attributes_of([('class', 'logo'), ('alt', ''), ('src', source)])}>"
