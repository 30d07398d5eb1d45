"""The features that a questionnaire names: their questions in each language, their columns."""

from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence as AbstractSequence
from dataclasses import dataclass, field, replace

from kano_cli.errors import KanoError, nearest, shortened
from kano_cli.study.journey import MOMENTS, Idea, Touchpoint, declared_idea
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES
from kano_cli.study.texts import main_text, texts_in
from kano_cli.study.words import name_key, slug
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Sequence,
    choice_of,
    mapping_of,
    optional_text,
    text_of,
)

FEATURE_KEYS = (
    "id", "name", "functional", "dysfunctional", "columns", "touchpoint", "moment", "experience",
    "design", "received", "works", "draft",
)  # fmt: skip
COLUMN_KEYS = ("functional", "dysfunctional", "importance")
EXPERIENCES = ("functional", "emotional")
_YES_NO = ("true", "false")
_EXAMPLE = "name: Dark mode"


@dataclass
class DeclaredFeatures:
    """The features, what they say in other languages, and where each stands."""

    features: list[Feature] = field(default_factory=list)
    translations: dict[str, dict[str, Feature]] = field(default_factory=dict)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    drafts: set[str] = field(default_factory=set)
    ideas: dict[str, Idea] = field(default_factory=dict)
    received: dict[str, str] = field(default_factory=dict)
    failing: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)


def declared_features(top: Mapping, languages: tuple[str, ...]) -> DeclaredFeatures:
    """The features that the questionnaire names."""
    found = DeclaredFeatures(translations={code: {} for code in languages[1:]})
    node = top.get("features")
    if node is None:  # it may only word the answers, or name the columns of people
        return found
    if not isinstance(node, Sequence) or not node.items:
        raise KanoError(
            "features must be a list with at least one feature",
            node.place,
            f"write: features:  and under it:  - {_EXAMPLE}",
        )
    taken: dict[str, str] = {}
    for item in node.items:
        entry = mapping_of(item, "a feature", _EXAMPLE).known(*FEATURE_KEYS)
        feature, said = _feature(entry, languages)
        for text in (feature.name, feature.id):
            if (first := taken.setdefault(name_key(text), entry.place)) != entry.place:
                raise KanoError(
                    f'two features are called "{shortened(text)}"; the first stands at '
                    f"{first[first.rindex('line') :]}",
                    entry.place,
                    "give each its own id and name; capitals, spaces, - and _ make no difference",
                )
        found.features.append(feature)
        for code, translated in said.items():
            found.translations[code][feature.id] = translated
        if (draft := entry.get("draft")) is not None and choice_of(
            draft, "draft", _YES_NO
        ) == "true":
            found.drafts.add(feature.id)
        _journey_of(entry, feature.id, found)
        found.places |= _places(entry, feature)
        if (named := entry.get("columns")) is not None:
            declared = _columns(named, feature.id)
            found.columns[feature.id] = {
                key.text: text_of(at, key.text) for key, at in declared.entries
            }
            found.places |= {f"{feature.id} {key.text}": at.place for key, at in declared.entries}
    return found


def _journey_of(entry: Mapping, identity: str, found: DeclaredFeatures) -> None:
    """What a feature says of the journey: its idea, who got it, and whether it works today."""
    if (idea := declared_idea(entry.get("design"))) is not None:
        found.ideas[identity] = idea
    if received := optional_text(entry, "received"):
        found.received[identity] = received
        found.places |= {
            f"{identity} received": node.place
            for node in [entry.get("received")]
            if node is not None
        }
    works = entry.get("works")
    if works is not None and choice_of(works, "works", _YES_NO) == "false":
        found.failing.add(identity)


def refuse_unknown_touchpoints(
    found: DeclaredFeatures, touchpoints: AbstractSequence[Touchpoint]
) -> None:
    """Refuse a feature at a touchpoint that the journey does not have."""
    named = {name_key(each.name) for each in touchpoints}
    for feature in found.features:
        if feature.touchpoint and name_key(feature.touchpoint) not in named:
            near = nearest(feature.touchpoint, [each.name for each in touchpoints], 1)
            meant = f'did you mean "{near[0]}"? ' if near else ""
            raise KanoError(
                f'the touchpoint "{shortened(feature.touchpoint)}" of {feature.id} is not in the '
                "journey",
                found.places.get(f"feature {feature.id}", ""),
                f"{meant}add it under journey:, where customers meet it",
            )


def _places(entry: Mapping, feature: Feature) -> dict[str, str]:
    """Where a feature and its texts stand."""
    texts = {side: entry.get(side) for side in (*SIDES, "name")}
    places = {f"feature {feature.id}": entry.place}
    for key, node in texts.items():
        if node is not None:
            places[f"text {feature.id} {key}"] = node.place
        if isinstance(node, Mapping):
            said = {f"text {feature.id} {key} {code.text}": at.place for code, at in node.entries}
            places |= said
    return places


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


def _feature(
    entry: Mapping, languages: tuple[str, ...]
) -> tuple[Feature, AbstractMapping[str, Feature]]:
    """One feature, and in other languages; an id or a name is enough to read a file."""
    name, functional, dysfunctional = (
        texts_in(entry.get(key), key, languages) for key in ("name", *SIDES)
    )
    identity = optional_text(entry, "id")
    if not name and not identity:
        raise KanoError("a feature needs a name", entry.place, f"such as  {_EXAMPLE}")
    moment, experience = entry.get("moment"), entry.get("experience")
    feature = Feature(
        id=identity or slug(main_text(name)),
        name=main_text(name) or identity,
        functional=main_text(functional),
        dysfunctional=main_text(dysfunctional),
        touchpoint=optional_text(entry, "touchpoint"),
        moment=choice_of(moment, "moment", MOMENTS) if moment else "",
        experience=choice_of(experience, "experience", EXPERIENCES) if experience else "",
    )
    return feature, {
        code: replace(
            feature,
            name=name.get(code, ""),
            functional=functional.get(code, ""),
            dysfunctional=dysfunctional.get(code, ""),
        )
        for code in languages[1:]
    }
