"""Surveys of files that are laid out differently, put together by feature."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Floats, Ints
from kano_cli.core.result import Origin
from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Fact, Finding, Place
from kano_cli.readers.layouts.groups import in_order
from kano_cli.study.responses import Groups, Responses, Survey, Wording
from kano_cli.study.words import name_key

_Number = TypeVar("_Number", bound=np.generic)
_Order: TypeAlias = npt.NDArray[np.intp]
_SHOWN = 3
"""Different texts of one fact that a finding about many files names."""


def merged_surveys(surveys: Sequence[Survey], name: str) -> Survey:
    """One survey of several: the respondents one under another, feature by feature.

    Raises:
        KanoError: if one of them has no respondents, or other features than the first.
    """
    orders = [_order(surveys[0], survey) for survey in surveys]
    read = [_responses(survey) for survey in surveys]
    if any((one.weights is None) != (read[0].weights is None) for one in read):
        raise KanoError(
            "some of the files have a column of weights, and some have none",
            name,
            "add it to all of them, or leave out --weight",
        )
    origin = _origin([survey.origin for survey in surveys], name)
    findings = merged_findings([survey.findings for survey in surveys], name)
    whole = Survey.of(_stacked(read, orders), origin, findings)
    return replace(whole, wording=_wording(surveys, orders))


def merged_findings(of_files: Sequence[Iterable[Finding]], file: str) -> tuple[Finding, ...]:
    """The findings of several files: one of each code, of all files together.

    Numbers are added up and names put together; a place is the file where there is one file.
    """
    by_code: dict[tuple[object, ...], list[Finding]] = {}
    for findings in of_files:
        for finding in findings:
            kind = tuple(finding.facts.get(key) for key in ("variant", "changed", "rated"))
            by_code.setdefault((finding.code, *kind), []).append(finding)
    found = (_one_finding(alike, file, len(of_files)) for alike in by_code.values())
    return tuple(each for each in found if each.facts.get("names") != ())


def _one_finding(alike: Sequence[Finding], file: str, files: int) -> Finding:
    """One finding for many of the same code."""
    first = alike[0]
    if files == 1:
        return replace(first, place=replace(first.place, file=file)) if first.place.file else first
    facts = {
        key: _fact([each.facts[key] for each in alike if key in each.facts], counted=key == "count")
        for key in first.facts
    }
    if first.code == "K132":  # blank in one file is not blank in all
        named = [names for each in alike if isinstance(names := each.facts["names"], tuple)]
        shared = [str(name) for name in named[0] if all(name in names for names in named)]
        facts["names"] = tuple(shared) if len(alike) == files else ()
    return Finding(first.code, facts, Place(file) if first.place.file else Place())


def _fact(said: Sequence[Fact], *, counted: bool) -> Fact:
    """One fact of several files."""
    if counted:
        return sum(each for each in said if isinstance(each, int | float))
    if all(isinstance(each, tuple) for each in said):
        return _entries([entry for each in said for entry in each])  # type: ignore[union-attr]
    if any(isinstance(each, int | float) for each in said):
        return said[0]
    texts = list(dict.fromkeys(str(each) for each in said))
    return ", ".join(texts[:_SHOWN]) + (" …" if len(texts) > _SHOWN else "")


def _entries(entries: Sequence[str | tuple[str, float]]) -> Fact:
    """Names, each once, or names with their numbers, added up."""
    added: dict[str, float] = {}
    names: dict[str, None] = {}
    for entry in entries:
        if isinstance(entry, str):
            names[entry] = None
        else:
            added[entry[0]] = added.get(entry[0], 0) + entry[1]
    return tuple(added.items()) if added else tuple(names)


def _responses(survey: Survey) -> Responses:
    """The answers of the respondents, which all of the files must have."""
    if survey.responses is None:
        raise KanoError(
            "holds counts and no respondents, and cannot be put together with other files",
            survey.origin.file,
            "take it out of the folder, and read it by itself",
        )
    return survey.responses


def _order(first: Survey, survey: Survey) -> _Order:
    """The places of the first survey's features in another one: by id, else by name.

    Raises:
        KanoError: with a feature that only one of them has.
    """
    by_id = {feature.id: at for at, feature in enumerate(survey.features)}
    by_name = {name_key(feature.name): at for at, feature in enumerate(survey.features)}
    found = {
        feature.id: by_id.get(feature.id, by_name.get(name_key(feature.name)))
        for feature in first.features
    }
    lacking = [feature.name for feature in first.features if found[feature.id] is None]
    places = [at for at in found.values() if at is not None]
    more = [feature.name for at, feature in enumerate(survey.features) if at not in places]
    if lacking or more or len(set(places)) < len(places):
        named = shortened((lacking or more or [survey.features[0].name])[0])
        whose = "lacks" if lacking or not more else "has"
        raise KanoError(
            f'does not hold the same features as {first.origin.file}: it {whose} "{named}"',
            survey.origin.file,
            "read files of one questionnaire together, with --questionnaire where they name its "
            "features differently",
        )
    return np.array(places, np.intp)


def _stacked(read: Sequence[Responses], orders: Sequence[_Order]) -> Responses:
    """The answers one under another."""
    sizes = [len(one.functional) for one in read]
    rated = [
        None if one.importance is None else one.importance[:, order]
        for one, order in zip(read, orders, strict=True)
    ]
    timed = next((one.duration_column for one in read if one.durations is not None), "")
    return Responses(
        read[0].features,
        _under([one.functional[:, order] for one, order in zip(read, orders, strict=True)]),
        _under([one.dysfunctional[:, order] for one, order in zip(read, orders, strict=True)]),
        _blank_where_none(rated, [(n, len(orders[0])) for n in sizes], np.float32),
        _segments(read, sizes),
        _blank_where_none(
            [one.durations if one.duration_column == timed else None for one in read],
            [(n,) for n in sizes],
            np.float64,
        ),
        timed,
        _people(read, sizes),
        _groups(read, sizes),
        None if read[0].weights is None else np.concatenate([one.weights for one in read]),
        read[0].weight_column,
        _ratings(read, sizes),
        _received(read, sizes),
    )


def _under(parts: Sequence[npt.NDArray[_Number]]) -> npt.NDArray[_Number]:
    """Arrays one under another, a column in one piece."""
    return np.asfortranarray(np.concatenate(parts))


def _blank_where_none(
    parts: Sequence[npt.NDArray[_Number] | None],
    shapes: Sequence[tuple[int, ...]],
    kind: type[_Number],
) -> npt.NDArray[_Number] | None:
    """Numbers one under another, NaN for a file without; None where no file has any."""
    if all(part is None for part in parts):
        return None
    return np.concatenate(
        [
            np.full(shape, np.nan, kind) if part is None else part
            for part, shape in zip(parts, shapes, strict=True)
        ]
    )


def _segments(read: Sequence[Responses], sizes: Sequence[int]) -> dict[str, tuple[str, ...]]:
    """Who people are; blank where a file does not say."""
    names = dict.fromkeys(name for one in read for name in one.segments)
    return {
        name: tuple(
            text
            for one, size in zip(read, sizes, strict=True)
            for text in one.segments.get(name, ("",) * size)
        )
        for name in names
    }


def _ratings(read: Sequence[Responses], sizes: Sequence[int]) -> dict[str, Floats]:
    """What people rated; NaN where a file does not say."""
    keys = dict.fromkeys(key for one in read for key in one.ratings)
    return {
        key: np.concatenate(
            [one.ratings.get(key, np.full(n, np.nan)) for one, n in zip(read, sizes, strict=True)]
        )
        for key in keys
    }


def _received(read: Sequence[Responses], sizes: Sequence[int]) -> dict[str, Ints]:
    """Who got what; -1 where a file does not say."""
    features = dict.fromkeys(feature for one in read for feature in one.received)
    return {
        feature: np.concatenate(
            [
                one.received.get(feature, np.full(n, -1, np.int64))
                for one, n in zip(read, sizes, strict=True)
            ]
        )
        for feature in features
    }


def _people(read: Sequence[Responses], sizes: Sequence[int]) -> npt.NDArray[np.int64] | None:
    """Numbers of people, no number in two files; -1 where a file names nobody."""
    if all(one.respondents is None for one in read):
        return None
    people, free = [], 0
    for one, size in zip(read, sizes, strict=True):
        if one.respondents is None:
            people.append(np.full(size, -1, np.int64))
            continue
        people.append(np.where(one.respondents >= 0, one.respondents + free, -1))
        free += int(one.respondents.max(initial=-1)) + 1
    return np.concatenate(people)


def _groups(read: Sequence[Responses], sizes: Sequence[int]) -> Groups | None:
    """The groups of people, by their texts."""
    first = next((one.groups for one in read if one.groups is not None), None)
    if first is None:
        return None
    there = {name for one in read if one.groups for name in one.groups.named}
    named = tuple(sorted(there, key=in_order))
    place = {text: at for at, text in enumerate(named)}
    codes = []
    for one, size in zip(read, sizes, strict=True):
        if one.groups is None:
            codes.append(np.full(size, -1, np.int64))
        else:
            lookup = np.array([*(place[text] for text in one.groups.named), -1], np.int64)
            codes.append(lookup[one.groups.codes])
    return Groups(first.column, named, np.concatenate(codes))


def _origin(origins: Sequence[Origin], name: str) -> Origin:
    """Where a survey of several files came from."""
    first = origins[0]
    left_out: dict[str, int] = {}
    for origin in origins:
        for reason, n in origin.left_out_rows.items():
            left_out[reason] = left_out.get(reason, 0) + n
    undated = next((origin.undated for origin in origins if origin.undated), "")
    days = [(o.answered_from, o.answered_until) for o in origins]
    starts = [start for start, _ in days if start is not None]
    ends = [end for _, end in days if end is not None]
    return replace(
        first,
        file=name,
        sheet="",
        platform=_same([origin.platform for origin in origins]),
        language=_same([origin.language for origin in origins]),
        respondents=sum(origin.respondents for origin in origins),
        left_out_rows=left_out,
        answered_from=None if undated else min(starts, default=None),
        answered_until=None if undated else max(ends, default=None),
        undated=undated,
    )


def _same(said: Sequence[str | None]) -> str | None:
    """What all of the files say; None where they differ."""
    return said[0] if len(set(said)) == 1 else None


def _wording(surveys: Sequence[Survey], orders: Sequence[_Order]) -> Wording:
    """The words of all files, by the ids of the first one; its questions count."""
    answers: dict[object, dict[str, str]] = {}
    questions: dict[str, tuple[str, str]] = {}
    for survey, order in zip(surveys, orders, strict=True):
        for key, texts in survey.wording.answers.items():
            known = answers.setdefault(key, {})
            for compared, written in texts.items():
                known.setdefault(compared, written)
        own: Mapping[str, tuple[str, str]] = survey.wording.questions
        for feature, at in zip(surveys[0].features, order.tolist(), strict=True):
            if (asked := own.get(survey.features[at].id)) is not None:
                questions.setdefault(feature.id, asked)
    return Wording(answers, questions)  # type: ignore[arg-type]
