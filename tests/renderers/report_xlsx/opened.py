"""Workbooks of a report, opened again by another library."""

import re
import warnings
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO

import numpy as np
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kano_cli.core.result import Settings
from kano_cli.renderers.documents.report_xlsx import xlsx
from kano_cli.report.document.build import document
from kano_cli.report.document.study import Study
from kano_cli.report.words import words
from kano_cli.study.responses import Survey
from tests.report.document.made import (
    choices,
    large,
    large_study,
    small,
    small_study,
    study_of,
)


@cache
def small_bytes(language: str = "nl") -> bytes:
    """The workbook of seven features."""
    return xlsx(small(language), small_study())


@cache
def large_bytes() -> bytes:
    """The workbook of forty features in five groups, with each respondent."""
    return xlsx(large(), large_study(), respondents=True)


@cache
def weighted_study() -> Study:
    """The small study with weights, and Better and Worse times importance."""
    survey = small_study().survey
    assert survey.responses is not None
    weights = np.resize([0.5, 1.0, 2.25, 1.1], len(survey.responses.functional))
    ratings = np.resize(np.arange(1, 10), survey.responses.functional.shape).astype(np.float32)
    answers = replace(
        survey.responses, weights=weights, weight_column="gewicht", importance=ratings
    )
    settings = Settings(importance_scaled=True)
    return study_of(Survey.of(answers, survey.origin), settings, by=False)


@cache
def weighted_bytes() -> bytes:
    """The workbook of the weighted study."""
    return xlsx(document(weighted_study(), words("en"), choices()), weighted_study())


def opened(book: bytes, *, values: bool = False) -> Workbook:
    """The workbook: with its formulas, or with the values that stand behind them."""
    with warnings.catch_warnings():
        # Of bars in cells it knows only the older kind.
        warnings.filterwarnings("ignore", ".* extension is not supported")
        return load_workbook(BytesIO(book), data_only=values)


def parts(book: bytes, pattern: str) -> dict[str, str]:
    """The parts of a workbook whose name fits, as text."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if re.search(pattern, name)
        }


def formulas(book: bytes) -> dict[tuple[str, str], str]:
    """Every formula by sheet and cell."""
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in opened(book).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def texts(sheet: Worksheet) -> list[str]:
    """Every text of a sheet."""
    return [
        str(cell.value) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]


def header(sheet: Worksheet, first: str) -> int:
    """The row in which a table starts whose first headings have this text."""
    for row in sheet.iter_rows(max_col=2):
        if first in (cell.value for cell in row):
            return int(row[0].row or 0)
    raise AssertionError(f"no table headed {first!r} in {sheet.title}")
