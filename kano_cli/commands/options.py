"""The options that commands share, each declared once."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer


class Format(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


Survey: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="SURVEY",
        help="The file that the survey tool exported, of any kind; - reads standard input.",
    ),
]
Surveys: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="SURVEY",
        help="A file of answers of any kind, a folder, a pattern in quotes, or several files that "
        "make one survey; - reads standard input.",
    ),
]
Questionnaire: TypeAlias = Annotated[
    str,
    typer.Option(
        "--questionnaire",
        "-q",
        metavar="FILE",
        help="A questionnaire (YAML), or a ready one by its name, such as saas-en.",
    ),
]
Sheet: TypeAlias = Annotated[
    str, typer.Option("--sheet", metavar="NAME", help="The sheet that holds the answers.")
]
Layout: TypeAlias = Annotated[
    str,
    typer.Option(
        "--layout",
        metavar="LAYOUT",
        help="wide, alternating (pairs side by side, functional first), blocks (all functional, "
        "then all dysfunctional), long, counts, categories, two-sheets or marks. Usually found by "
        "itself.",
    ),
]
HeaderRow: TypeAlias = Annotated[
    int | None,
    typer.Option("--header-row", metavar="ROW", help="The row that holds the column names."),
]
Delimiter: TypeAlias = Annotated[
    str,
    typer.Option("--delimiter", metavar="MARK", help="comma, semicolon, tab, pipe or the mark."),
]
Encoding: TypeAlias = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="Such as utf-8, cp1252 or utf-16.")
]
Codes: TypeAlias = Annotated[
    str,
    typer.Option(
        "--codes",
        metavar="CODES",
        help="Which codes mean which answer: like=1 (1 to 5, like first), like=5 (like last), "
        "or 1=like,2=must-be,3=neutral,4=live-with,5=dislike.",
    ),
]
Unknown: TypeAlias = Annotated[
    str,
    typer.Option(
        "--unknown",
        metavar="missing",
        help="Count answers that are not on the scale as blank; without it they are refused.",
    ),
]
Platform: TypeAlias = Annotated[
    str,
    typer.Option(
        "--platform",
        metavar="TOOL",
        help="The survey tool that wrote the file, such as qualtrics; none for no tool's rules. "
        "Usually found by itself.",
    ),
]
Include: TypeAlias = Annotated[
    str,
    typer.Option(
        "--include",
        metavar="ROWS",
        help="Count rows that the survey tool marks: preview, test, spam, incomplete, rejected, "
        "screened-out.",
    ),
]
Exclude: TypeAlias = Annotated[
    str,
    typer.Option(
        "--exclude",
        metavar="ROWS",
        help="Leave rows out: duplicated, flagged, or incomplete (a question left open).",
    ),
]
Table: TypeAlias = Annotated[
    str,
    typer.Option(
        "--table",
        metavar="TABLE",
        help="Evaluation table: standard, pouliot or short3x3. Default: the questionnaire's, "
        "else standard.",
    ),
]
Rule: TypeAlias = Annotated[
    str,
    typer.Option(
        "--rule",
        metavar="RULE",
        help="Which rule classifies: mode, block, near-tie or quadrant. All four are computed.",
    ),
]
Confidence: TypeAlias = Annotated[
    float,
    typer.Option("--confidence", metavar="LEVEL", help="Of intervals and tests, such as 0.95."),
]
Simultaneous: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--simultaneous",
        help="Intervals of shares that hold for all six of a feature at once (Goodman); else each "
        "by itself (Wilson).",
    ),
]
By: TypeAlias = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="COLUMN",
        help="Split the respondents by a column of the file: its header, its short name, or "
        '"column F".',
    ),
]
Weight: TypeAlias = Annotated[
    str,
    typer.Option(
        "--weight",
        metavar="COLUMN",
        help="What each respondent counts: a column of the file. Default: the questionnaire's.",
    ),
]
Drop: TypeAlias = Annotated[
    str,
    typer.Option(
        "--drop",
        metavar="KINDS",
        help="Leave respondents out, and show the result with them, too: straightliners, "
        '"questionable>2" (pairs) or "questionable>20%", speeders, duplicates, half-answered.',
    ),
]
Sort: TypeAlias = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="ORDER",
        help="category, stack, worse, better, importance, certainty, name or file.",
    ),
]
Only: TypeAlias = Annotated[
    str,
    typer.Option("--only", metavar="CATEGORIES", help="Show these only, such as wow,basic."),
]
Top: TypeAlias = Annotated[
    int | None, typer.Option("--top", metavar="N", min=1, help="Show the first N only.")
]
Output: TypeAlias = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all: .json, .csv, .md or .txt. - is stdout.",
    ),
]
OneOutput: TypeAlias = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all. - is stdout.",
    ),
]
PolicyFile: TypeAlias = Annotated[
    str,
    typer.Option(
        "--policy",
        metavar="FILE",
        help="How strict each rule is (YAML); without it the default policy.",
    ),
]
FormatOption: TypeAlias = Annotated[
    Format | None,
    typer.Option(
        "--format", "-f", case_sensitive=False, help="Default: by the ending of -o, else table."
    ),
]
Lang: TypeAlias = Annotated[
    str,
    typer.Option(
        "--lang", metavar="LANG", help="Words of the output: en or nl. Default: the locale."
    ),
]
