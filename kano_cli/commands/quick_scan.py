"""`kano quick-scan`: statements on how customer-centred an organisation is, asked and scored."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import shown, speaks_unicode, view_width
from kano_cli.commands.output import deliver, target_of
from kano_cli.errors import KanoError, shortened

if TYPE_CHECKING:
    from kano_cli.journey.quick_scan.answers import ScanAnswers

NEW = "new"
USUAL = 80
"""Characters in a line from which there is room for a long bar."""


class ScanFormat(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    JSON = "json"
    SVG = "svg"


class SheetFormat(StrEnum):
    """What a scan to fill in is written as."""

    CSV = "csv"
    MARKDOWN = "md"


ENDINGS = {".json": ScanFormat.JSON, ".txt": ScanFormat.TABLE, ".svg": ScanFormat.SVG}
SHEETS = {".csv": SheetFormat.CSV, ".md": SheetFormat.MARKDOWN}


def quick_scan(
    answers: Annotated[
        str,
        typer.Argument(
            metavar="ANSWERS",
            help="A filled-in scan (CSV, XLSX, …) whose columns are the statements or their ids; "
            "or the word new, for an empty one.",
        ),
    ],
    confidence: options.Confidence = 0.95,
    sheet: options.Sheet = "",
    form: Annotated[
        ScanFormat | None,
        typer.Option(
            "--format", "-f", case_sensitive=False, help="Default: by the ending of -o, else table."
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whole or not at all: .json, .txt or .svg; with new .csv "
            "(a row per person) or .md (a page to print). - is stdout.",
        ),
    ] = "",
    lang: options.Lang = "",
) -> None:
    """Ask and score how customer-centred your organisation is: six themes, lowest first."""
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    if answers == NEW:
        _write_sheet(form, output, spoken.code)
        return
    target = target_of(output, answers)
    chosen = _format(form, target)
    from kano_cli.journey.quick_scan.score import scan_scores
    from kano_cli.journey.quick_scan.statements import quick_scan as scan_in

    scan = scan_in(spoken.code)
    file = Path(answers).name if answers != "-" else "-"
    result = scan_scores(scan, _answers(answers, sheet), confidence)
    if chosen is ScanFormat.JSON:
        from kano_cli.renderers.data.quick_scan_json import scan_json

        deliver(scan_json(result, scan, file), target)
    elif chosen is ScanFormat.SVG:
        from kano_cli.renderers.charts.quick_scan import scan_svg

        deliver(scan_svg(result, scan.title, scan.code), target)
    else:
        from kano_cli.renderers.documents.sample_sizes import size_view
        from kano_cli.report.quick_scan import BAR, SHORT_BAR, scan_page

        to_terminal = target is None
        width = view_width(to_terminal=to_terminal)
        page = scan_page(result, file, spoken, BAR if width >= USUAL else SHORT_BAR)
        view = size_view(page, width, unicode=speaks_unicode() or not to_terminal)
        deliver(shown(view, width, to_terminal=to_terminal), target)


def _answers(wanted: str, sheet: str) -> "ScanAnswers":
    """The answers in a file.

    Raises:
        KanoError: where the file holds no scan, or a cell no answer.
    """
    from kano_cli.journey.quick_scan.answers import NotOnScale, ratings_of, statement_columns
    from kano_cli.readers.opening import open_survey
    from kano_cli.readers.options import ReadOptions

    opened = open_survey(wanted, ReadOptions(None, sheet=sheet))
    if len(opened.tables) != 1:
        raise KanoError("is no table with a row per person", wanted, "name its sheet with --sheet")
    table = opened.tables[0]
    try:
        found = statement_columns([column.header for column in table.columns])
    except KanoError as problem:
        problem.place = table.name
        raise
    for place in found.values():
        if table.columns[place].open:
            raise KanoError(
                "holds free text where answers from 1 to 5 belong",
                table.column_place(table.columns[place]),
            )
    read = ratings_of(found, {place: table.columns[place].texts() for place in found.values()})
    if isinstance(read, NotOnScale):
        raise KanoError(
            f'"{shortened(read.text)}" is no answer of the scale',
            table.cell_place(read.row, table.columns[read.column]),
            "1 (strongly disagree) to 5 (strongly agree), or the words themselves",
        )
    return read


def _format(form: ScanFormat | None, target: Path | None) -> ScanFormat:
    """The format that was named, else the one of the file's ending, else a table."""
    if form is not None or target is None:
        return form or ScanFormat.TABLE
    return ENDINGS[_ending(target, ENDINGS)]


def _ending(target: Path, endings: "dict[str, ScanFormat] | dict[str, SheetFormat]") -> str:
    """The ending of a file, if it names a format."""
    ending = target.suffix.lower()
    if ending not in endings:
        raise KanoError(
            f'the ending "{target.suffix}" names no format',
            str(target),
            f"end it in {' or '.join(endings)}",
        )
    return ending


def _write_sheet(form: ScanFormat | None, output: str, language: str) -> None:
    """Write the scan to fill in; never over a file that is there, which may be filled in."""
    if form is not None:
        raise KanoError(
            "is about answers", "--format", "leave it out: the ending of -o says .csv or .md"
        )
    target = target_of(output)
    if target is not None and target.exists():
        raise KanoError("is there already", output, "name another file: it may hold answers")
    kind = SheetFormat.MARKDOWN if target is None else SHEETS[_ending(target, SHEETS)]
    from kano_cli.journey.quick_scan.statements import quick_scan as scan_in
    from kano_cli.renderers.data.quick_scan_sheet import scan_csv, scan_markdown

    write = scan_csv if kind is SheetFormat.CSV else scan_markdown
    deliver(write(scan_in(language)), target)
