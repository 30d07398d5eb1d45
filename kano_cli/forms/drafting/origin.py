"""Where features come from: a list, or a survey that people answered already."""

from collections.abc import Iterator
from pathlib import Path

from kano_cli.errors import KanoError
from kano_cli.forms.drafting.feature_list import MAX_BYTES, read_list
from kano_cli.forms.drafting.record import Source, Wanted
from kano_cli.readers.files.source import open_source
from kano_cli.readers.inspection.drafted_names import drafted_names
from kano_cli.readers.inspection.inspect import inspect_survey
from kano_cli.readers.inspection.record import Inspection
from kano_cli.readers.options import ReadOptions
from kano_cli.study.scale import SIDES
from kano_cli.study.words import normal
from kano_cli.study.yaml_nodes import is_doubtful

_QUESTION = 4
"""From so many words on a header is a question, and no label."""


def features_from(wanted: str | Path, options: ReadOptions | None = None) -> Source:
    """The features in a file; one with Kano answers is a survey, any other a list.

    Args:
        wanted: the file; standard input cannot be read twice, so it is none.
        options: what a survey file does not say itself.

    Raises:
        KanoError: if it is neither. A survey that cannot be read is refused for its own reason.
    """
    if str(wanted) == "-":
        raise KanoError("standard input cannot be a list of features", "--from", "name a file")
    source = open_source(wanted)
    refusal = None
    try:
        inspection = inspect_survey(wanted, options)
        refusal = inspection.refusal
        if refusal is None and inspection.pairs:
            return _of_survey(inspection)
        if any(text.answer for side in SIDES for text in inspection.texts.get(side, ())):
            raise refusal or KanoError("has no pairs of questions", source.name)
    except KanoError as mistake:
        if mistake is refusal or source.size > MAX_BYTES:
            raise
    try:
        found = read_list(source)
    except KanoError as no_list:
        if refusal is not None:  # it may have been meant as a survey
            no_list.hint = f"{no_list.hint}; as a survey it is refused too: {refusal.message}"
        raise
    if not found.features:
        raise KanoError("names no feature", source.name, "write one a line")
    return found


def _of_survey(inspection: Inspection) -> Source:
    """The features of a survey, with its questions where it words them."""
    names = drafted_names([pair.feature for pair in inspection.pairs])
    headers = {column.place: column.header for column in inspection.columns}
    found = []
    for (identity, name), pair in zip(names, inspection.pairs, strict=True):
        one, other = (headers.get(place, "") for place in (pair.functional, pair.dysfunctional))
        asked = min(len(one.split()), len(other.split())) >= _QUESTION
        doubtful = bool(pair.doubt) or is_doubtful(one) or is_doubtful(other)
        worded = asked and not doubtful and normal(one) != normal(other)
        found.append(
            Wanted(
                {"": _readable(name.lstrip("? ") or identity)},
                identity,
                functional={"": one} if worded else {},
                dysfunctional={"": other} if worded else {},
                place=inspection.file,
            )
        )
    return Source(inspection.file, tuple(found), inspection.language or "", is_survey=True)


def _readable(name: str) -> str:
    """A name as people write it, where a file has a code: dark_mode is Dark mode.

    >>> _readable("dark_mode"), _readable("Loan bike"), _readable("F6")
    ('Dark mode', 'Loan bike', 'F6')
    """
    if " " in name or "_" not in name.strip("_"):
        return name
    words = " ".join(name.replace("_", " ").split())
    return words[0].upper() + words[1:]


def languages_of(source: Source) -> Iterator[str]:
    """The languages of a file's texts, as far as it says: the survey's, or those of columns."""
    if source.language:
        yield source.language
    seen = {source.language, ""}
    for feature in source.features:
        for code in feature.named:
            if code not in seen:
                seen.add(code)
                yield code
