"""A Markdown form that was filled in: which of its boxes are ticked."""

import re
from hashlib import sha256
from urllib.parse import unquote

from kano_cli.errors import KanoError
from kano_cli.readers.files.delimited import encoding_of
from kano_cli.readers.files.filled_form import (
    CONSENT,
    TICKS,
    Facts,
    Filled,
    read_facts,
)
from kano_cli.readers.files.source import Source

_OURS = re.compile(
    rb"<!--\s*(?:kano_hash:\s*kano\d+/|[^\s<>]{1,200}_f:(?:like|must|neut|live|disl)\s)"
)
_CARRIED = re.compile(r"<!--\s*kano (\{.*\})\s*-->")
_STAMP = re.compile(r"<!--\s*kano_hash:\s*(\S{1,100000})\s*-->")
# A box, or a tick that somebody typed in its place; an editor may have put \ before the brackets.
_LINE = re.compile(
    r"[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*(?:\\?\[(?P<inside>[^\]\\]{0,20})\\?\]|(?P<bare>\S)\s)"
    r".*<!--\s*(?P<code>[^\s<>]{1,500})\s*-->\s*"
)
MARKDOWN = (".md", ".markdown")
"""What the names of Markdown files end in."""

_MAX_BYTES = 5_000_000
_YES = TICKS | {"1", "y", "Y", "j", "J"}


def is_markdown_form(head: bytes) -> bool:
    """Whether a text begins as one of our forms."""
    return _OURS.search(head) is not None


def no_markdown_form(source: Source) -> KanoError:
    """What to say of Markdown that holds no answers."""
    return KanoError(
        "is Markdown, and not a form that kano made",
        source.name,
        "fill in the form as it was sent, or export the answers as CSV or XLSX",
    )


def read_markdown_form(source: Source) -> tuple[Filled, str]:
    """What is ticked in a Markdown form, and what tells its file from others.

    Raises:
        KanoError: if it is no text, or larger than a form.
    """
    if source.size > _MAX_BYTES:
        raise KanoError(f"is larger than {_MAX_BYTES // 1_000_000} MB, as no form is", source.name)
    encoding = encoding_of(source)
    text = source.read().decode(encoding, "replace")
    carried = _CARRIED.search(text)
    facts = (read_facts(carried[1]) if carried else None) or Facts()
    if not facts.stamp and (stamp := _STAMP.search(text)):
        facts = Facts(stamp[1])
    filled = Filled(facts)
    for line in text.splitlines():
        if (box := _LINE.fullmatch(line)) is None:
            continue
        question, colon, choice = (unquote(part) for part in box["code"].rpartition(":"))
        if box["code"] == CONSENT:
            question = CONSENT
        elif not colon or choice not in facts.choices.get(question, (choice,)):
            continue
        inside = box["inside"] if box["inside"] is not None else box["bare"]
        filled.note(question, choice, ticked=inside.strip() in _YES)
    # Two people who answer alike send the same text, so its name tells them apart.
    return filled, sha256(f"{source.name}\n{text}".encode("utf-8", "replace")).hexdigest()
