"""What a column is that no question and no name speaks for: by the texts in it."""

import re

from kano_cli.readers.inspection.record import Role
from kano_cli.readers.questions.importance import asks_importance, ratings_only
from kano_cli.readers.questions.values import Reading
from kano_cli.study.words import word_list

_GROUPS = 12
"""A column with more different texts than this splits a survey into no groups."""

_TIME = r"\d{1,2}:\d{2}.*"
_DATE = re.compile(
    rf"\D{{0,5}}\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}(?:\D.*)?|{_TIME}"
    rf"|[^\W\d]{{3,9}}\.? \d{{1,2}},? \d{{4}}.*|\d{{1,2}}\.? [^\W\d]{{3,9}}\.? \d{{4}}.*"
)
_MEASURED = re.compile(r"-?\d+[.,]\d+")
_KEYS = frozenset({"id", "uuid", "ip", "token", "key", "nr"})
"""Words in the header of a column that tells people apart, and puts nobody in a group."""


def role_by_values(reading: Reading) -> Role:
    """The role of a column by what stands in it."""
    column = reading.column
    if column.metadata:
        return Role.METADATA
    if reading.blank:
        return Role.BLANK
    if column.open:
        return Role.TEXT
    if asks_importance(column) and ratings_only(column):
        return Role.IMPORTANCE
    filled = filled_values(reading)
    texts, rows = [text for text, _ in filled], sum(n for _, n in filled)
    if all(_DATE.fullmatch(text.strip()) for text in texts):
        return Role.OTHER
    few = 1 < len(texts) <= _GROUPS and len(texts) < rows
    if few and not set(word_list(column.header)) & _KEYS:
        return Role.OTHER if all(map(_MEASURED.fullmatch, texts)) else Role.POSSIBLE_SEGMENT
    constant = len(texts) == 1 < rows
    return Role.TEXT if any(map(_is_prose, texts)) and not constant else Role.OTHER


def filled_values(reading: Reading) -> list[tuple[str, int]]:
    """The texts that stand in a column and say something, with their rows."""
    values = zip(reading.column.values, reading.counts, reading.missing, strict=True)
    return [(text, n) for text, n, missing in values if n and not missing]


def _is_prose(text: str) -> bool:
    """Whether somebody may have written a text: not a number, a date or a key such as R_3kX9."""
    if not any(char.isalpha() for char in text) or _DATE.fullmatch(text.strip()):
        return False
    return len(text.split()) > 1 or not any(char.isdigit() for char in text)
