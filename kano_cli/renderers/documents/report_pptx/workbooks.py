"""The workbook behind a chart: names stay texts, whatever they begin with."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter import Workbook

_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class _Safe:
    """Opens a workbook in which no text becomes a formula or a link."""

    @contextmanager
    def _open_worksheet(self, file: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
        """A workbook with one sheet, by nobody."""
        workbook = Workbook(file, {"in_memory": True, **_TEXTS})
        worksheet = workbook.add_worksheet()
        yield workbook, worksheet
        workbook.close()


class _SafeCategoryWriter(_Safe, CategoryWorkbookWriter):  # type: ignore[misc]
    """Bars, with texts as texts."""


class _SafeXyWriter(_Safe, XyWorkbookWriter):  # type: ignore[misc]
    """Points, with the name of each beside its numbers."""

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:  # noqa: ANN401
        """Numbers in two columns as the library lays them out, names in the third."""
        super()._populate_worksheet(workbook, worksheet)
        for series in self._chart_data:
            names = self._chart_data.names.get(series.name, ())
            worksheet.write_column(self.series_table_row_offset(series) + 1, 2, names)


class SafeCategories(CategoryChartData):  # type: ignore[misc]
    """Shares by feature."""

    @property
    def _workbook_writer(self) -> _SafeCategoryWriter:
        """Ours in place of the library's, which makes a formula of a leading =."""
        return _SafeCategoryWriter(self)


class SafePoints(XyChartData):  # type: ignore[misc]
    """Points of a map, with their names by series."""

    def __init__(self, number_format: str) -> None:
        super().__init__(number_format)
        self.names: dict[str, list[str]] = {}

    @property
    def _workbook_writer(self) -> _SafeXyWriter:
        """As above."""
        return _SafeXyWriter(self)
