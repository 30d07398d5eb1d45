"""A report as PDF, printed from its HTML by a library that is an extra."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from types import ModuleType

from kano_cli.errors import KanoError
from kano_cli.renderers.documents.report_html.page import paper_html
from kano_cli.report.document.blocks import Document

EXTRA = 'pip install "kano-cli[pdf]"'
PANGO = "install Pango: apt install libpango-1.0-0 libpangoft2-1.0-0, or brew install pango"


def pdf(document: Document) -> bytes:
    """The whole report as PDF, tagged for readers that speak, the same bytes every time."""
    weasyprint = pdf_library()
    # Nothing is fetched, whatever a logo asks for: a picture stands in the page itself.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    with _quiet():
        page = weasyprint.HTML(string=paper_html(document), url_fetcher=fetcher)
        printed: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
    return printed


def pdf_library() -> ModuleType:
    """The library that prints, or what to install; a command asks before it reads a survey."""
    with redirect_stdout(io.StringIO()):  # without Pango it prints advice of its own
        try:
            return import_module("weasyprint")
        except ModuleNotFoundError as error:
            raise KanoError('a .pdf report needs the extra "pdf"', hint=EXTRA) from error
        except OSError as error:
            raise KanoError(
                "a .pdf report needs the system library Pango, which is not installed", hint=PANGO
            ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Rules that only a browser knows are no news to whoever asks for a report."""
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with redirect_stderr(io.StringIO()):
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
