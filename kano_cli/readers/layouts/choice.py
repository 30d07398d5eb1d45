"""Which layout a table has: the declared one, else the one that its column names make."""

from kano_cli.errors import KanoError
from kano_cli.readers.files.table import Table
from kano_cli.readers.layouts.category_roles import category_roles, needs_categories
from kano_cli.readers.layouts.marks_header import needs_marks
from kano_cli.readers.layouts.roles import (
    feature_rows,
    layout_of,
    long_roles,
    needs_roles,
    numbers_rows,
    only_kano_columns,
    rows_are_features,
)
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.kano_columns import (
    codes_declared,
    kano_readings,
    readings_of,
    scale_in_force,
)
from kano_cli.readers.questions.values import Reading


def layout_in(table: Table, options: ReadOptions) -> str:
    """The layout of one table: wide, long, counts or categories.

    Raises:
        KanoError: if it does not have the declared layout, or could have two.
    """
    if options.layout:
        return _declared(table, options.layout)
    if roles := long_roles(table):
        if not only_kano_columns(roles, _kano_columns(table, options)):
            raise _two_layouts(table, "its names are those of a long table", "long")
        layout = layout_of(roles)
        if layout == "counts" and "respondent" in roles:
            raise KanoError(
                "fits two layouts: a column says who answered, and another one how many did",
                table.name,
                "choose with --layout long or --layout counts",
            )
        if layout == "counts" and numbers_rows(roles["count"]):
            raise KanoError(
                "the column holds 1, 2, 3, …, which may be counts or the numbers of the rows",
                table.column_place(roles["count"]),
                "if they are counts add --layout counts, else leave the column out",
            )
        return layout
    if category_roles(table):
        if _kano_columns(table, options):
            raise _two_layouts(table, "it counts categories", "categories")
        return "categories"
    if (named := feature_rows(table)) is not None:
        raise rows_are_features(table, named)
    return "wide"


def _declared(table: Table, layout: str) -> str:
    """The layout that the user names, if the table has it."""
    roles = long_roles(table)
    if layout in ("long", "counts") and (not roles or layout_of(roles) != layout):
        raise needs_roles(table, layout)
    if layout == "categories" and not category_roles(table):
        raise needs_categories(table)
    if layout == "marks":
        raise needs_marks(table.name)
    if layout == "two-sheets":
        raise KanoError("has no sheets", table.file, "leave out --layout two-sheets")
    return layout if layout in ("long", "counts", "categories") else "wide"


def _two_layouts(table: Table, names: str, layout: str) -> KanoError:
    """The refusal of a table that could be wide as well."""
    return KanoError(
        f"fits two layouts: {names}, and other columns hold Kano answers, too",
        table.name,
        f"choose with --layout {layout} or --layout wide",
    )


def _kano_columns(table: Table, options: ReadOptions) -> list[Reading]:
    """The columns of a table that hold answers."""
    readings = readings_of(table, scale_in_force(options))
    return kano_readings(readings, codes_declared=codes_declared(options))
