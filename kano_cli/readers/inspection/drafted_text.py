"""Texts as YAML writes them."""

import json
import re

# Begins and ends with a letter or digit, and holds no sign that YAML gives a meaning.
_PLAIN = re.compile(r"[^\W\d_](?:[\w /().;+=~$^–—’·?-]*[^\W_])?")


# Such a value is always in quotes; a quote inside another has a stroke before it.
_DOUBTFUL = re.compile(r'(?<!\\)"\?[" ]')


def as_comment(text: str) -> str:
    """A text that may stand behind a #, on one line and without what YAML forbids."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def doubtful_lines(text: str) -> list[str]:
    """The lines of a draft that begin a value with a question mark; comments speak of it too."""
    lines = (line.strip() for line in text.split("\n"))
    return [line for line in lines if not line.startswith("#") and _DOUBTFUL.search(line)]


def as_yaml(text: str) -> str:
    """A text as a YAML scalar, in quotes where it needs them.

    >>> print(as_yaml("Loan bike"), as_yaml("? Loan bike"), as_yaml("a: b"))
    Loan bike "? Loan bike" "a: b"
    """
    if _PLAIN.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    # What does not print may break a line, or stand for nothing that YAML allows.
    return "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in quoted)
