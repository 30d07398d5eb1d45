"""Office files as bytes: always the same for the same report, and with no stranger in them."""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

from kano_cli.renderers.documents.office.texts import clean
from kano_cli.report.document.blocks import Document

_AUTHOR = "kano"
_LONGEST = 255
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_UNDATED = datetime(1980, 1, 1)  # a document's date has no zone
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas'
    b'.openxmlformats.org/officeDocument/2006/extended-properties"><Application>kano'
    b"</Application></Properties>"
)
_APP_PART = "docProps/app.xml"
_CORE_PART = "docProps/core.xml"


def day_of(day: str) -> datetime:
    """The date that a printed day names in digits; one fixed day where it names none.

    >>> day_of("2026-11-22").date().isoformat(), day_of("najaar 2026").date().isoformat()
    ('2026-11-22', '1980-01-01')
    """
    try:
        found = datetime.strptime(day.strip()[:10], "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return _UNDATED
    # A zip cannot hold a day before 1980, and neither do we.
    return max(found.replace(tzinfo=None), _UNDATED)


def rewritten(content: bytes, day: datetime) -> bytes:
    """A zip with every date in it fixed, also of the workbooks inside it.

    The parts stay in their order; what the libraries say about themselves is taken out.
    """
    stamp = day.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xlsx"):
                part = rewritten(part, day)
            elif name == _APP_PART:
                part = _APP
            elif name == _CORE_PART:
                part = _DATES.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, part, compresslevel=6)
    return made.getvalue()


def named(properties: Any, document: Document, language: str) -> None:  # noqa: ANN401  # two libraries
    """Say what the file is: nothing of a library or a template's author stays."""
    day = day_of(document.day)
    properties.title = clean(document.title)[:_LONGEST]
    properties.subject = clean(document.subtitle)[:_LONGEST]
    properties.author = properties.last_modified_by = _AUTHOR
    properties.created = properties.modified = day
    properties.language = language
    properties.comments = properties.keywords = properties.category = ""
    properties.content_status = properties.identifier = properties.version = ""
    properties.revision = 1
    if properties.last_printed is not None:
        properties.last_printed = day


def without_strangers(*parts: Any) -> None:  # noqa: ANN401  # two libraries
    """A thumbnail or a printer's settings would show somebody else's pages."""
    for part in parts:
        rels = getattr(part, "_rels", None) or part.rels
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(("/thumbnail", "/printerSettings", "/stylesWithEffects")):
                rels.pop(key)
