"""The report as a workbook: real numbers, formulas that can be followed, native charts."""

from kano_cli.renderers.documents.report_xlsx.book import xlsx

__all__ = ["xlsx"]
