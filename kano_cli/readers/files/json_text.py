"""The text of a JSON file as values, each number as the text that a person reads."""

import json
import math
from collections import Counter
from collections.abc import Iterator

from kano_cli.errors import KanoError
from kano_cli.readers.files.records import cell_text
from kano_cli.readers.files.source import Source

DEEPEST = 20
"""Objects within objects; a survey tool nests two or three."""

WANTED = "write a list of objects, one a respondent, or an object a line"
_BLANKS = " \t\r\n"


class JsonObject(dict[str, object]):
    """A JSON object; `twice` is the first key that it has two times."""

    twice: str | None = None


def json_values(source: Source) -> Iterator[object]:
    """The values in a file one after the other; in most files there is one.

    Raises:
        KanoError: where the text is no JSON, by line and column.
    """
    text = _text(source)
    decoder = json.JSONDecoder(
        object_pairs_hook=_object,
        parse_float=_float_text,
        parse_int=str,
        parse_constant=lambda name: None if name == "NaN" else name,
    )
    at, end = _past_blanks(text, 0), len(text)
    while at < end:
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as bad:
            raise _broken(source, text, bad) from None
        except RecursionError:
            raise too_deep(source.name) from None
        yield value
        at = _past_blanks(text, at)


def _text(source: Source) -> str:
    """The file as text.

    Raises:
        KanoError: if it is neither UTF-8 nor UTF-16.
    """
    content = source.read()
    encoding = "utf-8-sig"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif 0 in content[:2]:  # JSON begins with a character of ASCII
        encoding = "utf-16-be" if content[0] == 0 else "utf-16-le"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as bad:
        wanted = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
        byte = content[bad.start : bad.start + 1].hex().upper()
        raise KanoError(
            f"byte {bad.start} ({byte} in hex) is not {wanted}, as JSON should be",
            source.name,
            "save the file as UTF-8",
        ) from None


def _past_blanks(text: str, at: int) -> int:
    """The next place in a text that is not blank."""
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _object(pairs: list[tuple[str, object]]) -> JsonObject:
    """An object that remembers a key that it has twice; json would keep the last one only."""
    made = JsonObject((clean(key), value) for key, value in pairs)
    if len(made) < len(pairs):
        made.twice = Counter(clean(key) for key, _ in pairs).most_common(1)[0][0]
    return made


def _float_text(text: str) -> str:
    """A number with decimals as a person reads it; one that no computer holds stays as it is."""
    number = float(text)
    return cell_text(number) if math.isfinite(number) else text


def _broken(source: Source, text: str, bad: json.JSONDecodeError) -> KanoError:
    """What is wrong with a text that is no JSON, and where."""
    place = f"{source.name}, line {bad.lineno}, column {bad.colno}"
    if not text[bad.pos :].strip() or bad.msg.startswith("Unterminated"):
        return KanoError(
            "the JSON breaks off: only half of the file, perhaps", place, "export it again"
        )
    reason = bad.msg[:1].lower() + bad.msg[1:].removesuffix(" at")
    return KanoError(f"is broken JSON: {reason}", place, "mend it there, or export it again")


def too_deep(place: str) -> KanoError:
    """The refusal of objects within objects that no survey has."""
    return KanoError(f"is nested more than {DEEPEST} levels deep", place, WANTED)


def clean(text: str) -> str:
    """The text without halves of a character, which JSON can spell and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
