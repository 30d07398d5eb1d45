"""The questionnaire that reads a file, drafted from what the file shows."""

from collections.abc import Iterator, Sequence

from kano_cli.readers.inspection.drafted_scale import drafted_scale
from kano_cli.readers.inspection.drafted_text import as_yaml
from kano_cli.readers.inspection.record import InspectedColumn, InspectedPair, Inspection, Role
from kano_cli.study.words import normal, unique_ids, word_list
from kano_cli.study.yaml_nodes import DOUBTFUL

_QUESTION = 4
"""From so many words on a header is a question, and no label."""


def draft_questionnaire(inspection: Inspection) -> str:
    """The YAML that reads a file like this one; what is not proven begins with a question mark.

    Such a value is refused until somebody takes the mark away, so no guess counts unread.
    """
    return "\n".join([*_head(inspection), *drafted_scale(inspection), *_features(inspection), ""])


def _head(inspection: Inspection) -> Iterator[str]:
    """What the file is, and the lines that stand above the features."""
    sheet = f', sheet "{inspection.sheet}"' if inspection.sheet else ""
    yield f"# Drafted from {_comment(inspection.file + sheet)}. To use it:"
    yield "#   kano classify FILE --questionnaire THIS_FILE"
    yield "# A value that begins with a question mark is a guess, or a gap: put it right and take"
    yield "# the mark away. Until then kano refuses this file."
    if inspection.refusal:
        yield f"# Without this file: {_comment(inspection.refusal.message)}."
    yield ""
    yield "kano: 1"
    yield f"title: {as_yaml(inspection.file.rpartition('.')[0] or inspection.file)}"
    if inspection.language:
        yield f"language: {inspection.language}"
    people = [c for c in inspection.columns if c.role is Role.RESPONDENT]
    if len(people) == 1:
        yield f"respondent: {as_yaml(reference(people[0], inspection.columns))}"
    for role, key in ((Role.WEIGHT, "weight"), (Role.SEGMENT, "segments")):
        named = [c for c in inspection.columns if c.role is role]
        shown = [as_yaml(reference(c, inspection.columns)) for c in named]
        if named:
            yield f"{key}: {shown[0] if role is Role.WEIGHT else '[' + ', '.join(shown) + ']'}"
    groups = [c for c in inspection.columns if c.role is Role.POSSIBLE_SEGMENT]
    if groups:
        shown = [as_yaml(reference(column, inspection.columns)) for column in groups]
        yield f"# segments: [{', '.join(shown)}]   # columns that split people into groups"


def _features(inspection: Inspection) -> Iterator[str]:
    """Every feature with its columns."""
    loose = [c for c in inspection.columns if c.role in (Role.UNPAIRED, Role.LIKELY)]
    yield ""
    if loose:
        yield "# These columns look like answers, and nothing says which two belong together:"
        for column in loose:
            yield f"#   {_comment(f'{reference(column, inspection.columns)}: {column.header}')}"
    yield "features:"
    pairs = inspection.pairs or (InspectedPair(DOUBTFUL, DOUBTFUL, DOUBTFUL),)
    by_place = {column.place: column for column in inspection.columns}
    ids = unique_ids([pair.feature for pair in pairs])
    for identity, pair in zip(ids, pairs, strict=True):
        yield from _feature(identity, pair, by_place, inspection)


def _feature(
    identity: str,
    pair: InspectedPair,
    by_place: dict[str, InspectedColumn],
    inspection: Inspection,
) -> Iterator[str]:
    """One feature: its name, its two questions where the file words them, its columns."""
    nameless = pair.evidence == "numbered titles" or pair.feature == DOUBTFUL
    name = pair.feature
    if nameless and name != DOUBTFUL:
        name = f"{DOUBTFUL} {name}"
    if not nameless:
        yield f"  - id: {identity}"
    yield f"  {'- ' if nameless else '  '}name: {as_yaml(name)}"
    columns = [by_place.get(pair.functional), by_place.get(pair.dysfunctional)]
    one, other = (column.header if column else "" for column in columns)
    asked = min(len(word_list(one)), len(word_list(other))) >= _QUESTION
    if asked and normal(one) != normal(other) and not pair.doubt:
        yield f"    functional: {as_yaml(one)}"
        yield f"    dysfunctional: {as_yaml(other)}"
    if pair.evidence in ("sheets", "long table") or not pair.functional:
        return
    if pair.doubt:
        yield f"    # {_WHY[pair.doubt]}"
    mark = f"{DOUBTFUL} " if pair.doubt and pair.doubt != "wording" else ""
    for key, place in (
        ("functional", pair.functional),
        ("dysfunctional", pair.dysfunctional),
        ("importance", pair.importance),
    ):
        if key == "functional":
            yield "    columns:"
        if place:
            column = by_place.get(place)
            named = reference(column, inspection.columns) if column else place
            yield f"      {key}: {as_yaml(mark + named if key == 'functional' else named)}"


_WHY = {
    "sides": "nothing proves which of the two is the functional question",
    "contradictory": "the words of some pairs say the reverse of the others",
    "ambiguous": "other pairs could be made of these columns, too",
    "wording": "the wording of the answers is not known",
}


def reference(column: InspectedColumn, columns: Sequence[InspectedColumn]) -> str:
    """How `columns:` names a column: by its header where no other has it, else by its letter."""
    if column.place.startswith('"'):
        return column.code or column.header
    same = [c for c in columns if normal(c.header) == normal(column.header)]
    alone = len(same) == 1 and column.header.strip() == column.header != ""
    if alone and not column.header.startswith(DOUBTFUL):
        return column.header
    return f"column {column.place}"


def _comment(text: str) -> str:
    """A text that may stand behind a #, on one line."""
    return " ".join(text.split())
