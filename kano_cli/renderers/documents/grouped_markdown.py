"""The page of `kano compare` as Markdown, as GitHub renders it."""

from collections.abc import Iterator, Sequence

from kano_cli.renderers.data.csv import harmless
from kano_cli.renderers.documents.markdown import (
    columns_explained,
    escaped,
    paragraph,
    table_lines,
    with_and_without,
)
from kano_cli.report.by_group import ByGroupPage
from kano_cli.report.groups import Cell, GroupsPage
from kano_cli.report.page import FindingLine


def groups_markdown(page: GroupsPage) -> str:
    """The headline, the groups side by side, what is said of them, and the tests."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: GroupsPage) -> Iterator[str]:
    """The lines of the document."""
    yield paragraph(page.headline)
    yield from _findings("", page.warnings)
    rows = [(row.name, *map(_told, row.cells), row.v, row.p) for row in page.rows]
    yield from _table(page.headings, rows, len(page.headings) - 2)
    for line in page.legend:
        yield from ("", escaped(line))
    if page.said:
        yield from ("", f"**{escaped(page.said_title)}**", "")
        for said in page.said:
            yield f"- {escaped(said.label)}: {escaped(said.text)}"
    for table in page.tables:
        yield from ("", f"**{escaped(table.title)}**")
        yield from _table(table.headings, table.rows, table.left)
    for note in page.notes:
        yield from ("", escaped(note))
    if page.dropped:
        yield from with_and_without(page.dropped)
    yield from _findings(page.findings_title, page.findings)


def by_group_markdown(page: ByGroupPage, *, explain_columns: bool = False) -> str:
    """The table of each group under its name."""
    lines = [paragraph(page.headline)]
    for section in page.sections:
        mark = f" ({escaped(section.mark)})" if section.mark else ""
        lines += ["", f"**{escaped(section.title)}**{mark}", "", *table_lines(section.page)]
        if section.page.dropped:
            lines += with_and_without(section.page.dropped)
    for line in page.legend:
        lines += ["", escaped(line)]
    lines += _findings(page.findings_title, page.findings)
    if explain_columns:
        lines += columns_explained(page.sections[0].page)
    return "\n".join(lines) + "\n"


def _told(cell: Cell) -> str:
    """A feature in one group: its category, how sure, and of how many answers."""
    answered = f"n {cell.answered}" if cell.answered else ""
    return ", ".join(filter(None, (cell.words, cell.sure, answered)))


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> Iterator[str]:
    """A table; the first `left` columns hold words."""
    marks = ("---" if at < left else "--:" for at, _ in enumerate(headings))
    yield from ("", f"| {' | '.join(map(escaped, headings))} |", f"| {' | '.join(marks)} |")
    for row in rows:
        # Names come from the file; our own signed numbers do nothing in a spreadsheet.
        cells = [harmless(cell) if at < left else cell for at, cell in enumerate(row)]
        yield f"| {' | '.join(map(escaped, cells))} |"


def _findings(title: str, findings: Sequence[FindingLine]) -> Iterator[str]:
    """What to know."""
    if findings:
        yield from ("", *((f"**{escaped(title)}**", "") if title else ()))
        for finding in findings:
            hint = f" ({escaped(finding.hint)})" if finding.hint else ""
            yield f"- {finding.code} {escaped(finding.text)}{hint}"
