"""The questionnaire that reads a file, drafted from what the file shows."""

from collections.abc import Iterator, Mapping

from kano_cli.readers.inspection.drafted_journey import drafted_idea, drafted_journey
from kano_cli.readers.inspection.drafted_names import drafted_names, reference
from kano_cli.readers.inspection.drafted_scale import drafted_scale
from kano_cli.readers.inspection.drafted_text import as_comment, as_yaml
from kano_cli.readers.inspection.record import InspectedColumn, InspectedPair, Inspection, Role
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.words import normal, word_list
from kano_cli.study.yaml_nodes import DOUBTFUL, is_doubtful

STANDARD_INPUT = "standard input"
"""What a file without a name is called, which is no title."""

_QUESTION = 4
"""From so many words on a header is a question, and no label."""


def draft_questionnaire(inspection: Inspection, asked: Questionnaire | None = None) -> str:
    """The YAML that reads a file like this one; what is not proven begins with a question mark.

    Such a value is refused until somebody takes the mark away, so no guess counts unread.

    Args:
        inspection: how the file was understood.
        asked: the questionnaire that it was understood with.
    """
    scale = asked.scale if asked else None
    lines = [*_head(inspection, asked), *drafted_scale(inspection, scale)]
    return "\n".join([*lines, *_features(inspection, asked), ""])


def _head(inspection: Inspection, asked: Questionnaire | None) -> Iterator[str]:
    """What the file is, and the lines that stand above the features."""
    sheet = f', sheet "{inspection.sheet}"' if inspection.sheet else ""
    yield f"# Drafted from {as_comment(inspection.file + sheet)}. To use it:"
    yield "#   kano classify FILE --questionnaire THIS_FILE"
    yield "# A value that begins with a question mark is a guess, or a gap: put it right and take"
    yield "# the mark away. Until then kano refuses this file."
    if inspection.refusal:
        yield f"# Without this file: {as_comment(inspection.refusal.message)}."
    yield ""
    yield "kano: 1"
    title = inspection.file.rpartition(".")[0] or inspection.file
    if title.strip() and title != STANDARD_INPUT and not is_doubtful(title):
        yield f"title: {as_yaml(title)}"
    if inspection.language:
        yield f"language: {inspection.language}"
    if asked and asked.importance:
        yield "importance: {{min: {!r}, max: {!r}}}".format(*asked.importance)
    yield from _people(inspection)
    yield from drafted_journey(asked)


def _people(inspection: Inspection) -> Iterator[str]:
    """The columns that say who answered, in the words of the questionnaire."""
    for role, key in (
        (Role.RESPONDENT, "respondent"),
        (Role.WEIGHT, "weight"),
        (Role.SEGMENT, "segments"),
        (Role.POSSIBLE_SEGMENT, "# segments"),
    ):
        columns = [column for column in inspection.columns if column.role is role]
        shown = [as_yaml(reference(column, inspection.columns)) for column in columns]
        # On two sheets the same column stands twice; of two respondents none is proven.
        shown = list(dict.fromkeys(shown))
        if key.endswith("segments") and shown:
            why = "   # columns that split people into groups" if key.startswith("#") else ""
            yield f"{key}: [{', '.join(shown)}]{why}"
        elif len(shown) == 1:
            yield f"{key}: {shown[0]}"


def _features(inspection: Inspection, asked: Questionnaire | None) -> Iterator[str]:
    """Every feature with its columns."""
    loose = [c for c in inspection.columns if c.role in (Role.UNPAIRED, Role.LIKELY)]
    yield ""
    if loose:
        yield "# These columns look like answers, and nothing says which two belong together:"
        for column in loose:
            named = f"{reference(column, inspection.columns)}: {column.header}"
            yield f"#   {as_comment(named)}"
    yield "features:"
    pairs = inspection.pairs
    by_place = {column.place: column for column in inspection.columns}
    names = drafted_names([pair.feature for pair in pairs])
    for (identity, name), pair in zip(names, pairs, strict=True):
        # Two pairs of one name are hardly two features of that name.
        twice = pair.evidence == "layout" and name != pair.feature
        shown = f"{DOUBTFUL} {name}" if twice else name
        yield from _feature(identity, shown, pair, by_place, inspection)
        yield from drafted_idea(asked, pair.feature)
    if loose or not pairs:
        if pairs:
            yield "  # the next one is a gap: repeat it for each pair, or take it out"
        gap = as_yaml(DOUBTFUL)
        yield f"  - name: {gap}"
        yield f"    columns: {{functional: {gap}, dysfunctional: {gap}}}"


def _feature(
    identity: str,
    name: str,
    pair: InspectedPair,
    by_place: Mapping[str, InspectedColumn],
    inspection: Inspection,
) -> Iterator[str]:
    """One feature: its name, its two questions where the file words them, its columns."""
    nameless = pair.evidence == "numbered titles"
    if nameless:
        name = f"{DOUBTFUL} {name}"
    if not nameless:
        yield f"  - id: {as_yaml(identity)}"
    yield f"  {'- ' if nameless else '  '}name: {as_yaml(name)}"
    columns = [by_place.get(pair.functional), by_place.get(pair.dysfunctional)]
    one, other = (column.header if column else "" for column in columns)
    asked = min(len(word_list(one)), len(word_list(other))) >= _QUESTION
    worded = asked and not is_doubtful(one) and not is_doubtful(other)
    if worded and normal(one) != normal(other) and not pair.doubt:
        yield f"    functional: {as_yaml(one)}"
        yield f"    dysfunctional: {as_yaml(other)}"
    if pair.evidence in _BY_NAME or not pair.functional:
        return
    if pair.doubt in _WHY:
        yield f"    # {_WHY[pair.doubt]}"
    mark = f"{DOUBTFUL} " if pair.doubt in _WHY else ""
    yield "    columns:"
    for key, place in (
        ("functional", pair.functional),
        ("dysfunctional", pair.dysfunctional),
        ("importance", pair.importance),
    ):
        if place:
            column = by_place.get(place)
            named = reference(column, inspection.columns) if column else place
            yield f"      {key}: {as_yaml(named if key == 'importance' else mark + named)}"


_BY_NAME = ("sheets", "long table")
"""Where features are found by their names, and columns are none of theirs."""

_WHY = {
    "sides": "nothing proves which of the two is the functional question",
    "contradictory": "the words of some pairs say the reverse of the others",
    "ambiguous": "other pairs could be made of these columns, too",
}
