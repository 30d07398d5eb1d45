"""A row of a file of answers as text, in the shape that all forms of ours save."""

import csv
import io
from collections.abc import Sequence

from kano_cli.forms.form import ANSWER_COLUMNS, Form

BOM = "\ufeff".encode()


def header_of(form: Form) -> tuple[str, ...]:
    """The names of the columns: whose row it is, then a column a question."""
    return (*ANSWER_COLUMNS, *(question.code for question in form.questions))


def masked(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> masked("=1+1"), masked("Bike shop")
    ("'=1+1", 'Bike shop')
    """
    bare = text.lstrip(" \"'")
    return f"'{text}" if bare[:1] and bare[0] in "=+-@\t\r＝＋－＠" else text


def begins(header: Sequence[str], tail: bytes) -> bool:
    """Whether this is how a header begins, or all of it without its line end."""
    return (BOM + line_of(header, "")).startswith(tail) or line_of(header, "").startswith(tail)


def line_of(cells: Sequence[str], newline: str) -> bytes:
    """A row, every cell quoted."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=newline).writerow(cells)
    return text.getvalue().encode("utf-8", "replace")
