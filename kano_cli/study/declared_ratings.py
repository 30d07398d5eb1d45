"""The columns of ratings that a questionnaire names under `ratings:`, each with its scale."""

from collections.abc import Sequence as AbstractSequence
from math import isfinite

from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.study.ratings import RATINGS, EffortColumn, EmotionColumns, RatingColumn, Ratings
from kano_cli.study.words import name_key
from kano_cli.study.yaml_nodes import Mapping, Node, Scalar, choice_of, mapping_of, text_of

EFFORT_MEASURES = ("mean", "index", "agree")
EFFORT_STEPS = 7
"""The cut-offs of `index` and `agree` are defined on seven steps, and nowhere else."""
_RATINGS = "ratings: {recommendation: NPS, satisfaction: {column: Score, min: 1, max: 10}}"
_EMOTION = "emotion: {min: 1, max: 10, touchpoints: {Website: {before: E1, after: E2}}}"
_EFFORT = "effort: {column: Effort, min: 1, max: 7, easy: 7, measure: mean}"


def declared_ratings(node: Node | None, touchpoints: AbstractSequence[str]) -> Ratings:
    """The columns of ratings that `ratings:` names, each with its scale.

    Args:
        node: what stands under `ratings:`.
        touchpoints: the names that emotion may be rated for.

    Raises:
        KanoError: for a scale that is not one, or a touchpoint that nothing else names.
    """
    if node is None:
        return Ratings()
    block = mapping_of(node, "ratings", _RATINGS).known(*RATINGS)
    return Ratings(
        _rating(block.get("recommendation"), "recommendation", (0, 10)),
        _rating(block.get("satisfaction"), "satisfaction", (1, 10)),
        _effort(block.get("effort")),
        _emotion(block.get("emotion"), touchpoints),
    )


def _rating(node: Node | None, what: str, ends: tuple[float, float]) -> RatingColumn | None:
    """A column with a scale of its own: its name alone stands for the usual scale."""
    if node is None:
        return None
    whole = what == "recommendation"
    if isinstance(node, Scalar):
        return RatingColumn(text_of(node, what), *ends, node.place, whole)
    example = f"{what}: {{column: Score, min: {ends[0]:g}, max: {ends[1]:g}}}"
    entry = mapping_of(node, what, example).known("column", "min", "max")
    lowest, highest = _ends(entry, ends)
    if what == "recommendation" and (lowest, highest) != ends:
        raise KanoError(
            f"recommendation is asked from 0 to 10, not from {lowest:g} to {highest:g}",
            entry.place,
            "on another scale it is satisfaction: the cut-offs at 9 and at 6 say nothing there",
        )
    return RatingColumn(_column(entry, example), lowest, highest, entry.place, whole)


def _effort(node: Node | None) -> EffortColumn | None:
    """Ratings of effort; which end is easy is never guessed, for both occur."""
    if node is None:
        return None
    entry = mapping_of(node, "effort", _EFFORT).known("column", "min", "max", "easy", "measure")
    lowest, highest = _ends(entry, None)
    easy, measure = _number(entry, "easy", _EFFORT), entry.get("measure")
    if easy not in (lowest, highest):
        raise KanoError(
            f"the easy end of the effort scale is {lowest:g} or {highest:g}, not {easy:g}",
            entry.place,
            "write the end that means easy",
        )
    chosen = choice_of(measure, "measure", EFFORT_MEASURES) if measure is not None else "mean"
    if not (lowest.is_integer() and highest.is_integer()):
        raise KanoError(
            f"effort is asked in whole steps, not from {lowest:g} to {highest:g}",
            entry.place,
            "such as  min: 1, max: 7",
        )
    if chosen != "mean" and highest - lowest + 1 != EFFORT_STEPS:
        raise KanoError(
            f"the effort score {chosen} is defined on {EFFORT_STEPS} steps, "
            f"not on {lowest:g} to {highest:g}",
            (measure or entry).place,
            "the mean is defined on every scale",
        )
    return EffortColumn(
        _column(entry, _EFFORT),
        lowest,
        highest,
        entry.place,
        whole=True,
        easy=easy,
        measure=chosen,
    )


def _emotion(node: Node | None, touchpoints: AbstractSequence[str]) -> EmotionColumns | None:
    """How people felt before and after touchpoints."""
    if node is None:
        return None
    entry = mapping_of(node, "emotion", _EMOTION).known("min", "max", "neutral", "touchpoints")
    lowest, highest = _ends(entry, None)
    neutral = (
        _number(entry, "neutral", _EMOTION)
        if entry.get("neutral") is not None
        else (lowest + highest) / 2
    )
    if not lowest < neutral < highest:
        raise KanoError(
            f"neutral must lie between {lowest:g} and {highest:g}",
            entry.place,
            "such as the middle",
        )
    inside = entry.get("touchpoints")
    if inside is None:
        raise KanoError("emotion names no touchpoints", entry.place, f"such as  {_EMOTION}")
    before, after = _felt(inside, touchpoints)
    return EmotionColumns(lowest, highest, neutral, before, after, entry.place)


def _felt(
    inside: Node, touchpoints: AbstractSequence[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The columns before and after, by touchpoint."""
    known = {name_key(name): name for name in touchpoints}
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for name, columns in mapping_of(inside, "touchpoints", _EMOTION).entries:
        touchpoint = known.get(name_key(name.text))
        if touchpoint in before or touchpoint in after:
            raise KanoError(
                f'the touchpoint "{shortened(name.text)}" stands here twice',
                name.place,
                "remove one",
            )
        if touchpoint is None:
            near = nearest(name.text, touchpoints, 1)
            meant = f'did you mean "{near[0]}"? ' if near else ""
            raise KanoError(
                f'there is no touchpoint "{shortened(name.text)}"',
                name.place,
                f"{meant}name it under journey: first; there are {listed(touchpoints) or 'none'}",
            )
        if isinstance(columns, Scalar):
            after[touchpoint] = text_of(columns, "after")
            continue
        for when, column in _pair(columns).items():
            {"before": before, "after": after}[when][touchpoint] = column
    if not before and not after:
        raise KanoError("emotion names no touchpoints", inside.place, f"such as  {_EMOTION}")
    return before, after


def _pair(columns: Node) -> dict[str, str]:
    """The columns of a touchpoint, before and after it, or one of them."""
    pair = mapping_of(columns, "a touchpoint", "{before: E1, after: E2}").known("before", "after")
    found = {
        key: text_of(column, key)
        for key in ("before", "after")
        if (column := pair.get(key)) is not None
    }
    if not found:
        raise KanoError("names no column", pair.place, "write {before: E1, after: E2}")
    if len(found) > len(set(found.values())):
        raise KanoError(
            "before and after are the same column",
            pair.place,
            "name the column of each, or leave one of them out",
        )
    return found


def _column(entry: Mapping, example: str) -> str:
    """The column that holds ratings."""
    column = entry.get("column")
    if column is None:
        raise KanoError("names no column", entry.place, f"such as  {example}")
    return text_of(column, "column")


def _ends(entry: Mapping, usual: tuple[float, float] | None) -> tuple[float, float]:
    """Both ends of a scale; the usual ones where there are such and none is written."""
    if usual is not None and entry.get("min") is None and entry.get("max") is None:
        return usual
    low, high = (_number(entry, key, "{column: Score, min: 1, max: 10}") for key in ("min", "max"))
    if low >= high:
        raise KanoError("min must be below max", entry.place, "such as  min: 1, max: 10")
    return low, high


def _number(entry: Mapping, key: str, example: str) -> float:
    """A number under a key."""
    node = entry.get(key)
    try:
        number = float(text_of(node, key)) if node is not None else float("nan")
    except ValueError:
        number = float("nan")
    if isfinite(number):
        return number
    raise KanoError(
        f"{key} is missing, or is no number", (node or entry).place, f"such as  {example}"
    )
