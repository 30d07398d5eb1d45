"""Texts of a draft as YAML lines."""

import json
from collections.abc import Iterator, Mapping, Sequence

from kano_cli.readers.inspection.drafted_text import as_yaml

_NO_BREAK = "\u00a0"
"""French has it before : and ?, and a draft is to be read: it stays as it is, in quotes."""


def scalar(text: str) -> str:
    r"""A text as a YAML scalar; every text comes back as it was.

    >>> print(scalar("Loan bike"), scalar("yes: no"), scalar("\u00bfC\u00f3mo?"))
    Loan bike "yes: no" "¿Cómo?"
    """
    if _NO_BREAK not in text:
        return as_yaml(text)
    pieces = [_quoted(piece) for piece in text.split(_NO_BREAK)]
    return f'"{_NO_BREAK.join(pieces)}"'


def _quoted(text: str) -> str:
    """What stands between the quotes of a text that needs them."""
    inside = json.dumps(text, ensure_ascii=False)[1:-1]
    return "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in inside)


def texts(
    key: str, said: Mapping[str, str], languages: Sequence[str], indent: str
) -> Iterator[str]:
    """The lines of a text in some languages; one alone stands behind its key."""
    if len(languages) == 1:
        (text,) = said.values()
        yield f"{indent}{key}: {scalar(text)}"
        return
    yield f"{indent}{key}:"
    yield from (f"{indent}  {code}: {scalar(text)}" for code, text in said.items())
