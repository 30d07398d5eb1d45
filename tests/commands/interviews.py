"""What the tests of `kano ask` share: a questionnaire without chance in it, and its answers."""

import csv
import re
from pathlib import Path

from kano_cli.forms.form import Form
from tests.commands.keyboard import key_for
from tests.forms.fielded import PLAIN, Filled

FIXED = PLAIN.replace("language: en", "language: en\norder: fixed")


def rows(path: Path) -> list[dict[str, str]]:
    """The respondents in a file of answers, once its shape is the contract's."""
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    lines = content.decode("utf-8-sig").splitlines()
    assert all(re.fullmatch(r'"[^"]*"(,"[^"]*")*', line) for line in lines)
    return list(csv.DictReader(lines))


def filled_row(row: dict[str, str], asked: Form) -> Filled:
    """What somebody chose."""
    return {question.code: row[question.code] for question in asked.questions}


def lines(asked: Form, filled: Filled, order: str = "") -> bytes:
    """What to pipe in: an answer a line in the order of the questionnaire, and hand in."""
    keys = [key_for(question, filled[question.code]) for question in asked.questions]
    return "\n".join([*order, *keys, "1", ""]).encode()
