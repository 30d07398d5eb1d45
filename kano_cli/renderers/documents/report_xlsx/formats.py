"""How a spreadsheet shows the numbers of a column, so that they read as the report prints them."""

import re
from collections.abc import Sequence

from kano_cli.report.document.blocks import Cell, Column, Kind

NUMERIC = (Kind.COUNT, Kind.SHARE, Kind.COEFFICIENT, Kind.SCORE, Kind.P_VALUE)

WHOLE = "0"
PERCENT = "0 %"
TWO_PLACES = '0.00;"−"0.00'
_NEVER_SURE = '[>0.99]"> 99 %";[<0.01]"< 1 %";0 %'
_P_VALUE = '[<0.0001]"< 0.0001";0.0000'
_PLACES = re.compile(r"\.(\d+)")
_CLAIMS = re.compile(r"[<>]\s*\d")


def number_format(column: Column, cells: Sequence[Cell]) -> str:
    """The number format of a column; signs and decimals are those of its texts.

    >>> number_format(Column("better", "Better", Kind.COEFFICIENT), [Cell("+0.214", 0.2139)])
    '"+"0.000;"−"0.000;0.000'
    """
    texts = [cell.text for cell in cells if number_of(cell) is not None]
    if column.kind is Kind.P_VALUE:
        return _P_VALUE
    places = max((len(found[1]) for text in texts if (found := _PLACES.search(text))), default=None)
    if column.kind is Kind.SHARE:
        # A chance is never shown as 100 %.
        if column.key in ("certainty", "sure") or any(_CLAIMS.match(text) for text in texts):
            return _NEVER_SURE
        body = f"0.{'0' * places} %" if places else PERCENT
    elif column.kind is Kind.COUNT:
        return count_format([number for cell in cells if (number := number_of(cell)) is not None])
    else:
        body = "0." + "0" * (2 if places is None else places) if places != 0 else WHOLE
    if any(text.startswith("+") for text in texts):
        return f'"+"{body};"−"{body};{body}'
    return f'{body};"−"{body}'


def count_format(numbers: Sequence[float]) -> str:
    """Counts are whole; sums of weights show the decimals that they have.

    >>> count_format([3, 4]), count_format([2.5, 4])
    ('0', '0.0###')
    """
    return WHOLE if all(float(number).is_integer() for number in numbers) else "0.0###"


def number_of(cell: Cell) -> float | None:
    """The number behind a cell; None where there is none, or where it does not exist."""
    value = cell.value
    if value is None or isinstance(value, str) or value != value:
        return None
    return float(value)


def is_number(column: Column) -> bool:
    """Whether a column holds numbers, which stand to the right."""
    return column.kind in NUMERIC
