"""The page as Markdown, as GitHub renders it."""

import re
from collections.abc import Iterator

from kano_cli.renderers.data.csv import harmless
from kano_cli.report.dropped import Comparison
from kano_cli.report.glyphs import glyph
from kano_cli.report.page import Page

_MARKS = re.compile(r"([\\|*_#\[\]<>~`&$])")
# What GitHub turns into a mention, a link, or a picture; the joiner goes in after the match.
_LIVE = re.compile(
    r"[@#](?=\w)|\b(?:https?|ftp|mailto|www|gh)(?=[:.-])|:(?=[\w+-]+:)", re.IGNORECASE
)
_LIST_MARK = re.compile(r"^\s*(\d*)(?=[-+=.)])")
_JOINER = "\u200b"


def to_markdown(page: Page, *, explain_columns: bool = False) -> str:
    """The headline, the table, what to do and what to know."""
    lines = [*_lines(page), *(columns_explained(page) if explain_columns else ())]
    return "\n".join(lines) + "\n"


def columns_explained(page: Page) -> Iterator[str]:
    """What each column and category says."""
    yield from ("", f"**{escaped(page.explained_title)}**", "")
    for line in page.explained:
        signs = (
            f"{glyph(line.category)} {line.category.letter} " if line.category is not None else ""
        )
        yield f"- {signs}{escaped(line.label)}: {escaped(line.text)}"


def _lines(page: Page) -> Iterator[str]:
    """The lines of the document."""
    yield paragraph(page.headline)
    yield ""
    yield from table_lines(page)
    for line in page.legend:
        yield ""
        yield escaped(line)
    if page.advice:
        yield ""
        yield f"**{escaped(page.advice_title)}**"
        yield ""
        for advice in page.advice:
            yield f"- {advice.glyph} {escaped(advice.what)}: {escaped(advice.names)}"
    if page.dropped:
        yield from with_and_without(page.dropped)
    if page.findings:
        yield ""
        yield f"**{escaped(page.findings_title)}**"
        yield ""
        for finding in page.findings:
            hint = f" ({escaped(finding.hint)})" if finding.hint else ""
            yield f"- {finding.code} {escaped(finding.text)}{hint}"


def table_lines(page: Page) -> Iterator[str]:
    """The table, a line for each feature."""
    heads = page.headings
    names = ["rank", "feature", "category", "sure", "better", "worse", "answered"]
    aligned = ["--:", "---", "---", "--:", "--:", "--:", "--:"]
    if page.has_importance:
        names.insert(6, "importance")
        aligned.insert(6, "--:")
    titles = [heads[name] for name in names] + list("MOAIRQ")
    yield f"| {' | '.join(escaped(title) for title in titles)} |"
    yield f"| {' | '.join([*aligned, *['--:'] * 6])} |"
    for row in page.rows:
        cells = [
            row.rank,
            escaped(harmless(row.name)),
            " ".join(filter(None, [row.glyph, row.letter, escaped(row.words)])),
            escaped(f"{row.sure} {row.sure_word}".strip()),
            row.better,
            row.worse,
            *([row.importance] if page.has_importance else []),
            row.answered,
            *row.counts,
        ]
        yield f"| {' | '.join(cells)} |"


def with_and_without(comparison: Comparison) -> Iterator[str]:
    """What dropping respondents changed."""
    yield from ("", f"**{escaped(comparison.title)}**", "", escaped(comparison.summary))
    if comparison.changed:
        heads = f"| {' | '.join(map(escaped, comparison.headings))} |"
        yield from ("", heads, "| --- | --- | --- |")
        for row in comparison.changed:
            cells = (harmless(row.name), row.with_all.text, row.without.text)
            yield f"| {' | '.join(map(escaped, cells))} |"
    if comparison.rest:
        yield from ("", escaped(comparison.rest))


def escaped(text: str) -> str:
    r"""`text` so that Markdown shows it and does nothing with it.

    >>> escaped("[x](y) a|b"), escaped("*bold*")
    ('\\[x\\](y) a\\|b', '\\*bold\\*')
    """
    quiet = _LIVE.sub(lambda match: match[0] + _JOINER, re.sub(r"\r\n?", "\n", text))
    return _MARKS.sub(r"\\\1", quiet).replace("\n", "<br>")


def paragraph(text: str) -> str:
    """`text` as a paragraph, even where it begins like a list, a rule or code."""
    return _LIST_MARK.sub(r"\1\\", escaped(text)).lstrip()
