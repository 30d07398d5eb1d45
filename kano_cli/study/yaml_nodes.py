"""YAML as text with places: nothing is run, expanded, guessed or kept twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

if TYPE_CHECKING:
    import yaml

from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.study.yaml_format import MAX_BYTES, QUESTIONNAIRE, YamlFormat, too_large

DOUBTFUL = "?"
"""Stands before a value that `kano inspect --write` could not settle, or in its place."""

MAX_DEPTH = 20
_FORBIDDEN = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_STANDARD_TAGS = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Scalar:
    """A text and where it stands."""

    text: str
    place: str


@dataclass(frozen=True)
class Sequence:
    """A list and where it stands."""

    items: tuple["Node", ...]
    place: str


@dataclass(frozen=True)
class Mapping:
    """Keys with their values, in order, and where they stand."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: str

    def get(self, key: str) -> "Node | None":
        """The value of a key; None where it is absent."""
        return next((value for name, value in self.entries if name.text == key), None)

    def known(self, *keys: str) -> "Mapping":
        """This mapping, once every key is one of `keys`.

        Raises:
            KanoError: at the first other key, with the nearest one that there is.
        """
        for name, _ in self.entries:
            if name.text not in keys:
                near = nearest(name.text, keys, 1)
                meant = f'did you mean "{near[0]}"? ' if near else ""
                raise KanoError(
                    f'there is no key "{shortened(name.text)}" here',
                    name.place,
                    f"{meant}the keys are {', '.join(keys)}",
                )
        return self


Node: TypeAlias = Scalar | Sequence | Mapping


def parse_yaml(text: str, file: str, wanted: YamlFormat = QUESTIONNAIRE) -> Node:
    """The one document in `text`, every scalar as text: `no` stays no and 1:30 stays 1:30.

    Raises:
        KanoError: for broken YAML, tags, anchors and aliases, merge keys, double keys, several
            documents, nesting deeper than 20 and texts over 1 MB, with line and column.
    """
    import yaml

    if len(text.encode(errors="replace")) > MAX_BYTES:
        raise too_large(file, wanted)
    if forbidden := _FORBIDDEN.search(text):
        line, column = (
            text.count("\n", 0, forbidden.start()),
            text.rfind("\n", 0, forbidden.start()),
        )
        raise KanoError(
            f"holds the character U+{ord(forbidden[0]):04X}, which YAML forbids",
            f"{file}, line {line + 1}, column {forbidden.start() - column}",
            "remove it; it may be invisible",
        )
    events = _safe_events(text, file)
    first = next(events)
    if isinstance(first, yaml.StreamEndEvent):
        raise KanoError("is empty", file, f"begin with the line: {wanted.first}")
    root = _node(first, events, file, 0)
    next(events)  # the end, or the refusal of a second document
    return root


def _safe_events(text: str, file: str) -> Iterator[Any]:
    """The events of the document without what frames it; refuses what could expand or run."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    frame = yaml.StreamStartEvent | yaml.DocumentStartEvent | yaml.DocumentEndEvent
    documents = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise KanoError(
                    "a second document begins here", _place(file, event), "remove the line ---"
                )
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise KanoError(
                    "anchors and aliases (& and *) are not allowed",
                    _place(file, event),
                    "write the value out; a text that begins with & or * needs quotes",
                )
            if (tag := getattr(event, "tag", None)) is not None:
                raise KanoError(
                    f"the tag {shortened(tag.replace(_STANDARD_TAGS, '!!'))} is not allowed",
                    _place(file, event),
                    "remove it; a text that begins with ! needs quotes",
                )
            if not isinstance(event, frame):
                yield event
    except yaml.MarkedYAMLError as broken:
        _refuse_broken(broken, text, file)


def _refuse_broken(broken: "yaml.MarkedYAMLError", text: str, file: str) -> NoReturn:
    """What the parser stumbled on, and where."""
    mark = broken.problem_mark or broken.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    place = f"{file}, line {line + 1}, column {column + 1}"
    before = "".join(text.splitlines()[line : line + 1])[: column + 1]
    if "\t" in before and not before.strip("\t -"):
        raise KanoError("a tab stands where YAML wants spaces", place, "indent with spaces")
    raise KanoError(
        f"is not valid YAML: {broken.problem or broken.context}",
        place,
        "check the indentation there and above; a text that holds ': ' or ' #', or begins with a "
        "sign, needs quotes",
    )


def _node(event: Any, events: Iterator[Any], file: str, depth: int) -> Node:  # noqa: ANN401
    """The node that begins with `event`."""
    import yaml

    place = _place(file, event)
    if depth > MAX_DEPTH:
        raise KanoError(f"is nested deeper than {MAX_DEPTH} levels", place, "five are enough")
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            items.append(_node(item, events, file, depth + 1))
        return Sequence(tuple(items), place)
    if isinstance(event, yaml.MappingStartEvent):
        return Mapping(tuple(_entries(events, file, depth)), place)
    return Scalar(event.value, place)


def _entries(events: Iterator[Any], file: str, depth: int) -> Iterator[tuple[Scalar, Node]]:
    """The keys and values of a mapping; a key twice is refused, not overwritten."""
    import yaml

    seen: set[str] = set()
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, file, depth + 1)
        if not isinstance(key, Scalar):
            raise KanoError("a key must be a single text", key.place, "write it as  key: value")
        if key.text == "<<":
            raise KanoError("merge keys (<<) are not allowed", key.place, "write the keys out")
        if key.text in seen:
            raise KanoError(
                f'the key "{shortened(key.text)}" stands here twice', key.place, "remove one"
            )
        seen.add(key.text)
        yield key, _node(next(events), events, file, depth + 1)


def _place(file: str, event: Any) -> str:  # noqa: ANN401
    """Where an event stands, counted from 1 as editors do."""
    mark = event.start_mark
    return f"{file}, line {mark.line + 1}, column {mark.column + 1}"


def is_doubtful(text: str) -> bool:
    """Whether a value is a guess or a gap; a header may begin with the mark all the same.

    >>> is_doubtful("? Search"), is_doubtful("?"), is_doubtful("?Search"), is_doubtful("¿Search?")
    (True, True, False, False)
    """
    mark, _, rest = text.strip().partition(DOUBTFUL)
    return text.strip() == DOUBTFUL or (not mark and rest[:1].isspace())


def text_of(node: Node, what: str) -> str:
    """The text of a scalar that must not be empty."""
    if not isinstance(node, Scalar):
        raise KanoError(f"{what} must be a single text", node.place, f"write: {what}: some text")
    if not node.text.strip():
        raise KanoError(f"{what} is empty", node.place, "write a text there, or remove the key")
    if is_doubtful(node.text):
        raise KanoError(
            f"{what} is still in doubt: {shortened(node.text)}",
            node.place,
            "put the value right and take the question mark away",
        )
    return node.text.strip()


def optional_text(mapping: Mapping, key: str) -> str:
    """The text of an optional key."""
    node = mapping.get(key)
    return text_of(node, key) if node else ""


def choice_of(node: Node, what: str, choices: tuple[str, ...]) -> str:
    """The text of a scalar that must be one of `choices`."""
    text = text_of(node, what)
    if text not in choices:
        near = nearest(text, choices, 1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        raise KanoError(
            f'there is no {what} "{shortened(text)}"',
            node.place,
            f"{meant}choose from {listed(choices)}",
        )
    return text


def texts_of(node: Node, what: str) -> tuple[Scalar, ...]:
    """One text or a list of texts, none of them empty, and where they stand."""
    items = node.items if isinstance(node, Sequence) else (node,)
    if not items:
        raise KanoError(f"{what} is an empty list", node.place, "write a text there")
    return tuple(Scalar(text_of(item, what), item.place) for item in items)


def mapping_of(node: Node, what: str, example: str) -> Mapping:
    """A mapping; `example` shows a correct one."""
    if not isinstance(node, Mapping):
        raise KanoError(f"{what} must be keys with values", node.place, f"such as  {example}")
    return node
