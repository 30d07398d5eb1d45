"""Texts as YAML writes them."""

import json
import re

# Begins and ends with a letter or digit, and holds no sign that YAML gives a meaning.
_PLAIN = re.compile(r"[^\W\d_](?:[\w /().;+=~$^–—’·?-]*[^\W_])?")


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
