"""A questionnaire: what was asked, in which words, and where the answers stand in a file."""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from pathlib import Path

from kano_cli.core.tables import EvaluationTable
from kano_cli.errors import KanoError, shortened
from kano_cli.study.declared import declared_importance, declared_scale, declared_table
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES, Scale
from kano_cli.study.words import name_key, slug
from kano_cli.study.yaml_file import yaml_text
from kano_cli.study.yaml_format import QUESTIONNAIRE
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    choice_of,
    mapping_of,
    parse_yaml,
    text_of,
    texts_of,
)

TOP_KEYS = (
    "kano", "title", "language", "scale", "table", "importance", "respondent", "weight",
    "segments", "features",
)  # fmt: skip
FEATURE_KEYS = (
    "id", "name", "functional", "dysfunctional", "columns", "touchpoint", "moment", "experience",
)  # fmt: skip
COLUMN_KEYS = ("functional", "dysfunctional", "importance")
MOMENTS = ("standard", "truth", "excel")
EXPERIENCES = ("functional", "emotional")
_EXAMPLE = "name: Dark mode"


@dataclass(frozen=True)
class Questionnaire:
    """What a questionnaire file says; `columns` and `places` go by feature id.

    `places` has "feature ID" for where each begins, "text ID functional" for its questions, "ID
    functional" for its columns, and every key at the top: texts such as "study.yaml, line 3,
    column 5".
    """

    file: str
    features: tuple[Feature, ...]
    title: str = ""
    language: str = ""
    scale: Scale | None = None
    table: EvaluationTable | None = None
    importance: tuple[float, float] | None = None
    respondent: str = ""
    weight: str = ""
    segments: tuple[str, ...] = ()
    columns: AbstractMapping[str, AbstractMapping[str, str]] = field(default_factory=dict)
    places: AbstractMapping[str, str] = field(default_factory=dict)


def read_questionnaire(path: Path) -> Questionnaire:
    """The questionnaire in a file.

    Raises:
        KanoError: with line and column of what is wrong in it.
    """
    return parse_questionnaire(yaml_text(path, QUESTIONNAIRE), str(path))


def parse_questionnaire(text: str, file: str = "questionnaire") -> Questionnaire:
    r"""The questionnaire in a YAML text; `file` names it in messages.

    >>> asked = parse_questionnaire("kano: 1\nfeatures: [{name: Dark mode}]")
    >>> asked.features[0].id
    'dark_mode'
    """
    top = mapping_of(
        parse_yaml(text.removeprefix("\ufeff"), file), "a questionnaire", "kano: 1"
    ).known(*TOP_KEYS)
    _format(top)
    features, columns, places = _features(top)
    segments = top.get("segments")
    return Questionnaire(
        file=file,
        features=features,
        title=_text(top, "title"),
        language=_text(top, "language"),
        scale=declared_scale(top.get("scale")),
        table=declared_table(top.get("table")),
        importance=declared_importance(top.get("importance")),
        respondent=_text(top, "respondent"),
        weight=_text(top, "weight"),
        segments=tuple(t.text for t in texts_of(segments, "segments")) if segments else (),
        columns=columns,
        places={**places, **{key.text: key.place for key, _ in top.entries}},
    )


def _format(top: Mapping) -> None:
    """Refuse another format than this one."""
    version = top.get("kano")
    if version is None:
        raise KanoError(
            "the key kano is missing, which says that this is a questionnaire",
            top.place,
            "begin with the line: kano: 1",
        )
    if not isinstance(version, Scalar) or version.text != "1":
        raise KanoError(
            "this version of kano knows the format 1 only", version.place, "write: kano: 1"
        )


def _text(mapping: Mapping, key: str) -> str:
    """The text of an optional key."""
    node = mapping.get(key)
    return text_of(node, key) if node else ""


def _features(
    top: Mapping,
) -> tuple[tuple[Feature, ...], dict[str, dict[str, str]], dict[str, str]]:
    """The features, the columns they name, and where each stands."""
    node = top.get("features")
    if node is None:  # it may only word the answers, or name the columns of people
        return (), {}, {}
    if not isinstance(node, Sequence) or not node.items:
        raise KanoError(
            "features must be a list with at least one feature",
            node.place,
            f"write: features:  and under it:  - {_EXAMPLE}",
        )
    features: list[Feature] = []
    columns: dict[str, dict[str, str]] = {}
    places: dict[str, str] = {}
    taken: dict[str, str] = {}
    for item in node.items:
        entry = mapping_of(item, "a feature", _EXAMPLE).known(*FEATURE_KEYS)
        feature = _feature(entry)
        for text in (feature.name, feature.id):
            if (first := taken.setdefault(name_key(text), entry.place)) != entry.place:
                raise KanoError(
                    f'two features are called "{shortened(text)}"; the first stands at '
                    f"{first[first.rindex('line') :]}",
                    entry.place,
                    "give each its own id and name; capitals, spaces, - and _ make no difference",
                )
        features.append(feature)
        places[f"feature {feature.id}"] = entry.place
        for side in SIDES:
            if (asked := entry.get(side)) is not None:
                places[f"text {feature.id} {side}"] = asked.place
        if (named := entry.get("columns")) is not None:
            declared = _columns(named, feature.id)
            columns[feature.id] = {key.text: text_of(at, key.text) for key, at in declared.entries}
            places |= {f"{feature.id} {key.text}": at.place for key, at in declared.entries}
    return tuple(features), columns, places


def _columns(node: Node, feature: str) -> Mapping:
    """The columns that a feature names: both of its pair, or none of them."""
    declared = mapping_of(node, "columns", "columns: {functional: Q1a, dysfunctional: Q1b}")
    missing = [side for side in SIDES if declared.known(*COLUMN_KEYS).get(side) is None]
    if len(missing) == 1:
        raise KanoError(
            f"the {missing[0]} column of {feature} is missing",
            declared.place,
            "name both columns of the pair, or neither",
        )
    return declared


def _feature(entry: Mapping) -> Feature:
    """One feature; an id or a name is enough to read a file."""
    name, identity = _text(entry, "name"), _text(entry, "id")
    if not name and not identity:
        raise KanoError("a feature needs a name", entry.place, f"such as  {_EXAMPLE}")
    moment, experience = entry.get("moment"), entry.get("experience")
    return Feature(
        id=identity or slug(name),
        name=name or identity,
        functional=_text(entry, "functional"),
        dysfunctional=_text(entry, "dysfunctional"),
        touchpoint=_text(entry, "touchpoint"),
        moment=choice_of(moment, "moment", MOMENTS) if moment else "",
        experience=choice_of(experience, "experience", EXPERIENCES) if experience else "",
    )
