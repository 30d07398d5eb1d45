"""What a questionnaire says to a form beside its features: texts around, questions about people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kano_cli.errors import KanoError, shortened
from kano_cli.study import yaml_nodes
from kano_cli.study.texts import Texts, main_text, texts_in
from kano_cli.study.words import name_key, slug
from kano_cli.study.yaml_nodes import Node, Scalar, choice_of, mapping_of, text_of

ORDERS = ("random", "fixed")
SEGMENT_KEYS = ("id", "name", "question", "choices")
MAX_CHOICES = 30
_SEGMENT = "{name: Plan, question: Which plan do you have?, choices: [Free, Team]}"


@dataclass(frozen=True)
class SegmentQuestion:
    """A question about the respondent: `choices` by code, as answers of forms have them."""

    id: str
    name: str
    question: Texts
    choices: Mapping[str, Texts]
    place: str = ""


@dataclass(frozen=True)
class FormTexts:
    """What a form says around its questions, each by language; {} where nothing is said.

    `importance` is the question about a feature's importance, with {name} for its name;
    `importance_labels` has the words at points of that scale.
    """

    title: Texts = field(default_factory=dict)
    introduction: Texts = field(default_factory=dict)
    consent: Texts = field(default_factory=dict)
    closing: Texts = field(default_factory=dict)
    importance: Texts = field(default_factory=dict)
    importance_labels: Mapping[int, Texts] = field(default_factory=dict)


def declared_order(node: Node | None) -> str:
    """Whether a form mixes the features; it does where nothing is said."""
    return choice_of(node, "order", ORDERS) if node else ORDERS[0]


def declared_segments(
    node: Node | None, languages: Sequence[str]
) -> tuple[tuple[str, ...], tuple[SegmentQuestion, ...]]:
    """The names of the columns that say who somebody is, and those that a form asks.

    An item is the name of a column, or a question with its choices.

    Raises:
        KanoError: for a question without choices, and for names or choices that stand there twice.
    """
    if node is None:
        return (), ()
    names: list[str] = []
    asked: list[SegmentQuestion] = []
    taken: dict[str, str] = {}
    items = node.items if isinstance(node, yaml_nodes.Sequence) else (node,)
    if not items:
        raise KanoError("segments is an empty list", node.place, "write a text there")
    for item in items:
        if isinstance(item, yaml_nodes.Mapping):
            question = _question(item, languages)
            asked.append(question)
            called = [question.name, question.id]
        else:
            called = [text_of(item, "segments")]
        for text in called:
            if taken.setdefault(name_key(text), item.place) != item.place:
                raise KanoError(
                    f'two segments are called "{shortened(text)}"',
                    item.place,
                    "give each its own name",
                )
        names.append(called[0])
    return tuple(names), tuple(asked)


def _question(item: yaml_nodes.Mapping, languages: Sequence[str]) -> SegmentQuestion:
    """A question about the respondent."""
    item.known(*SEGMENT_KEYS)
    name, identity = item.get("name"), item.get("id")
    if name is None:
        raise KanoError("a segment needs a name", item.place, f"such as  {_SEGMENT}")
    called = text_of(name, "name")
    return SegmentQuestion(
        text_of(identity, "id") if identity else slug(called),
        called,
        texts_in(item.get("question"), "question", languages)
        or {languages[0] if languages else "": called},
        _choices(item, called, languages),
        item.place,
    )


def _choices(item: yaml_nodes.Mapping, called: str, languages: Sequence[str]) -> dict[str, Texts]:
    """What somebody may answer, by code."""
    listed = item.get("choices")
    if not isinstance(listed, yaml_nodes.Sequence) or len(listed.items) <= 1:
        raise KanoError(
            f'the segment "{shortened(called)}" needs choices to choose from',
            listed.place if listed else item.place,
            "list two or more; a column that the answers have anyhow is its name alone",
        )
    if len(listed.items) > MAX_CHOICES:
        raise KanoError(
            f'the segment "{shortened(called)}" has more than {MAX_CHOICES} choices',
            listed.place,
            "group them: answers of few people say little",
        )
    choices: dict[str, Texts] = {}
    for choice in listed.items:
        texts = texts_in(choice, "a choice", languages)
        if isinstance(choice, Scalar):  # Team is Team in each of them
            texts = dict.fromkeys(languages or ("",), main_text(texts))
        code = slug(main_text(texts))
        if code in choices:
            raise KanoError(
                f'two choices are called "{shortened(main_text(texts))}"',
                choice.place,
                "give each its own text; capitals and signs make no difference",
            )
        choices[code] = texts
    return choices


def declared_labels(node: Node | None, languages: Sequence[str]) -> dict[int, Texts]:
    """The words at points of the importance scale."""
    if node is None:
        return {}
    points = mapping_of(node, "labels", "labels: {1: Not at all important, 9: Extremely important}")
    found = {
        _point(point): texts_in(text, f"the label of {shortened(point.text)}", languages)
        for point, text in points.entries
    }
    return dict(sorted(found.items()))


def _point(point: Scalar) -> int:
    """A point of a scale."""
    try:
        return int(point.text)
    except ValueError:
        raise KanoError(
            f'"{shortened(point.text)}" is no whole number', point.place, "such as  1: Not at all"
        ) from None
