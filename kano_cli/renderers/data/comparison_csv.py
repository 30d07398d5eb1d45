"""The CSV of groups: a row per feature and group, unrounded, safe to open in a spreadsheet."""

from kano_cli.comparison.record import GroupComparison
from kano_cli.comparison.segments import Segments
from kano_cli.renderers.data.csv import rows_as_csv


def comparison_csv(comparison: GroupComparison) -> str:
    """A comparison as CSV text; a number that does not exist is an empty cell."""
    return rows_as_csv(comparison.columns(), comparison.rows())


def segments_csv(segments: Segments) -> str:
    """The results of the groups under each other; who is in no group has a blank name."""
    groups = segments.all
    columns = ("group", *groups[0].result.columns())
    rows = [{"group": group.name, **cells} for group in groups for cells in group.result.rows()]
    return rows_as_csv(columns, rows)
