"""JSON that a program wrote and a person may have edited: each value as what it must be."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, isfinite, nan
from typing import NoReturn

from kano_cli.errors import KanoError, listed, shortened


@dataclass(frozen=True)
class JsonNode:
    """An object in a file, and the way to it; `hint` says what mends any mistake in it."""

    values: dict[str, object]
    file: str
    hint: str
    path: str = ""

    def value(self, key: str) -> object:
        """The value of a key that must be there."""
        if key not in self.values:
            raise KanoError(f'has no key "{key}"', self.place(), self.hint)
        return self.values[key]

    def place(self, key: str = "") -> str:
        """Where a key stands, as programs write it: features[2].counts."""
        path = ".".join(part for part in (self.path, key) if part)
        return f"{self.file}, {path}" if path else self.file

    def node(self, key: str) -> "JsonNode":
        """An object within."""
        return self._node(self.value(key), key)

    def nodes(self, key: str) -> Iterator["JsonNode"]:
        """The objects in a list, counted from 1."""
        for at, value in enumerate(self.items(key), start=1):
            yield self._node(value, f"{key}[{at}]")

    def items(self, key: str) -> list[object]:
        """A list."""
        value = self.value(key)
        if not isinstance(value, list):
            self.refuse(key, "a list")
        return value

    def texts(self, key: str) -> list[str]:
        """A list of texts."""
        items = [each for each in self.items(key) if isinstance(each, str)]
        if len(items) < len(self.items(key)):
            self.refuse(key, "a list of texts")
        return items

    def text(self, key: str, *, none: bool = False) -> str:
        """A text; with `none` also null, which is an empty one."""
        value = self.value(key)
        if value is None and none:
            return ""
        if not isinstance(value, str):
            self.refuse(key, "a text")
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.value(key)
        if not isinstance(value, bool):
            self.refuse(key, "true or false")
        return value

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """One of some words."""
        text = self.text(key)
        if text not in choices:
            self.refuse(key, f"one of {listed(choices)}")
        return text

    def number(self, key: str, low: float, high: float = inf, *, none: bool = False) -> float:
        """A number in a range; with `none` also null, which is NaN."""
        value = self.value(key)
        return nan if none and value is None else self._number(value, key, low, high)

    def numbers(self, key: str, count: int, low: float, high: float) -> list[float]:
        """So many numbers in a range; NaN where the file has null."""
        items = self.items(key)
        if len(items) != count:
            self.refuse(key, f"a list of {count} numbers")
        return [nan if each is None else self._number(each, key, low, high) for each in items]

    def refuse(self, key: str, wanted: str) -> NoReturn:
        """Say what a value must be, and what it is."""
        shown = shortened(json.dumps(self.values[key], ensure_ascii=False), 40)
        raise KanoError(f"must be {wanted}, and is {shown}", self.place(key), self.hint)

    def _node(self, value: object, key: str) -> "JsonNode":
        """An object at a place within."""
        if not isinstance(value, dict):
            raise KanoError("must be an object with keys", self.place(key), self.hint)
        path = ".".join(part for part in (self.path, key) if part)
        return JsonNode(value, self.file, self.hint, path)

    def _number(self, value: object, key: str, low: float, high: float) -> float:
        """A value as a number; true is none, and neither is one that no float can hold."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(key, "a number")
        if abs(value) > _LARGEST or not isfinite(value) or not low <= value <= high:
            self.refuse(key, f"a number from {low:g}" + (f" to {high:g}" if high < inf else " on"))
        return value


_LARGEST = 2**53
"""Above this a float has no room for every whole number."""


def parse_json(text: str, file: str, hint: str) -> JsonNode:
    """The one object in a JSON text.

    Raises:
        KanoError: for text that is no JSON, keys that stand there twice, and deep nests.
    """

    def made(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in pairs:
            if key in found:
                raise KanoError(f'has the key "{shortened(key)}" twice', file, hint)
            found[key] = value
        return found

    def constant(name: str) -> NoReturn:
        raise KanoError(f"holds {name}, which is no number", file, hint)

    try:
        value = json.loads(text, object_pairs_hook=made, parse_constant=constant)
    except json.JSONDecodeError as bad:
        place = f"{file}, line {bad.lineno}, column {bad.colno}"
        reason = bad.msg[:1].lower() + bad.msg[1:].removesuffix(" at")
        raise KanoError(f"is no JSON: {reason}", place, hint) from None
    except RecursionError:
        raise KanoError("is nested too deep", file, hint) from None
    except ValueError:  # a whole number of more digits than Python reads
        raise KanoError("holds a number that is too long", file, hint) from None
    if not isinstance(value, dict):
        raise KanoError("must be an object with keys", file, hint)
    return JsonNode(value, file, hint)
