"""The customer's journey as a questionnaire tells it: touchpoints in order, and wow ideas."""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field

from kano_cli.errors import KanoError, shortened
from kano_cli.study.ratings import Ratings
from kano_cli.study.words import name_key
from kano_cli.study.yaml_nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    choice_of,
    mapping_of,
    text_of,
)

MOMENTS = ("standard", "truth", "excel")
DESIGN = ("targeted", "dosed", "repeatable", "moment", "emotion")
"""What somebody should be able to say of a wow idea before it is built."""

_STOP = "{phase: Start, touchpoints: [Website, Shop]}"


@dataclass(frozen=True)
class Touchpoint:
    """A contact between customer and organisation, in the phase where it happens.

    `moment` is what the team declared of it: standard, truth or excel; "" where it did not.
    """

    name: str
    phase: str = ""
    moment: str = ""
    place: str = ""


@dataclass(frozen=True)
class Idea:
    """What a team says of a wow idea, by the five points of `DESIGN`; "" where it says nothing."""

    targeted: str = ""
    dosed: str = ""
    repeatable: str = ""
    moment: str = ""
    emotion: str = ""

    @property
    def empty(self) -> tuple[str, ...]:
        """The points that nobody has filled in."""
        return tuple(key for key in DESIGN if not getattr(self, key))


@dataclass(frozen=True)
class Journey:
    """What a questionnaire tells of the journey beside its features.

    `ideas` and `received` go by feature id: what is said of the idea, and the column that says
    who got it. `failing` are the ids of features that do not work today, as the team says.
    """

    touchpoints: tuple[Touchpoint, ...] = ()
    ratings: Ratings = field(default_factory=Ratings)
    ideas: AbstractMapping[str, Idea] = field(default_factory=dict)
    received: AbstractMapping[str, str] = field(default_factory=dict)
    failing: frozenset[str] = frozenset()


def declared_touchpoints(node: Node | None) -> tuple[Touchpoint, ...]:
    """The touchpoints of `journey:` in order.

    An entry is a touchpoint's name, `{touchpoint: Bill, moment: truth}`, or a phase with a list
    of such entries: `{phase: Start, touchpoints: [Website, {touchpoint: Shop, moment: truth}]}`.

    Raises:
        KanoError: for a touchpoint that stands there twice, and for what is none.
    """
    if node is None:
        return ()
    if not isinstance(node, Sequence) or not node.items:
        raise KanoError(
            "journey must be a list of phases or touchpoints", node.place, f"such as  - {_STOP}"
        )
    found: list[Touchpoint] = []
    for item in node.items:
        if isinstance(item, Mapping) and item.get("phase") is not None:
            found += _phase(item)
        else:
            found.append(_touchpoint(item, ""))
    first: dict[str, Touchpoint] = {}
    for each in found:
        if first.setdefault(name_key(each.name), each) is not each:
            raise KanoError(
                f'the touchpoint "{shortened(each.name)}" stands in the journey twice',
                each.place,
                "name the second visit differently, such as Bill, second month",
            )
    return tuple(found)


def _phase(item: Mapping) -> list[Touchpoint]:
    """The touchpoints of a phase."""
    item.known("phase", "touchpoints")
    named = item.get("phase")
    name = text_of(named, "phase") if named is not None else ""
    inside = item.get("touchpoints")
    if not isinstance(inside, Sequence) or not inside.items:
        raise KanoError(
            f'the phase "{shortened(name)}" has no touchpoints',
            inside.place if inside is not None else item.place,
            f"such as  {_STOP}",
        )
    return [_touchpoint(each, name) for each in inside.items]


def _touchpoint(item: Node, phase: str) -> Touchpoint:
    """One touchpoint."""
    if isinstance(item, Scalar):
        return Touchpoint(text_of(item, "touchpoint"), phase, "", item.place)
    entry = mapping_of(item, "a touchpoint", "{touchpoint: Bill, moment: truth}")
    entry.known("touchpoint", "moment")
    name, moment = entry.get("touchpoint"), entry.get("moment")
    if name is None:
        raise KanoError("a touchpoint needs a name", entry.place, f"such as  {_STOP}")
    return Touchpoint(
        text_of(name, "touchpoint"),
        phase,
        choice_of(moment, "moment", MOMENTS) if moment is not None else "",
        entry.place,
    )


def declared_idea(node: Node | None) -> Idea | None:
    """What a team says of a wow idea; a point may be left out or empty."""
    if node is None:
        return None
    entry = mapping_of(node, "design", f"design: {{{DESIGN[0]}: for new customers, …}}")
    entry.known(*DESIGN)
    return Idea(**{key.text: _point(key.text, value) for key, value in entry.entries})


def _point(key: str, value: Node) -> str:
    """What is said of a point; "", ~ and null say nothing."""
    if isinstance(value, Scalar) and value.text.strip() in ("", "~", "null"):
        return ""
    return text_of(value, key).strip()
