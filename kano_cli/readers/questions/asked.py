"""A questionnaire and a file: which columns belong to which feature that was asked about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.readers.files.table import Column, Table, column_index
from kano_cli.readers.questions.pairs import Pair
from kano_cli.readers.questions.sides import named_sides
from kano_cli.readers.questions.unpaired import two_of_one_name
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.words import bare_key, name_key, normal

_LETTERS = re.compile(r"^column ([A-Z]{1,3})$", re.IGNORECASE)
_HALVES = ("functional", "dysfunctional")


@dataclass(frozen=True)
class Asked:
    """A feature with its two columns, and its importance where the file has it."""

    feature: Feature
    pair: Pair
    importance: Column | None = None


def named_columns(table: Table, questionnaire: Questionnaire) -> list[Asked]:
    """The features whose columns the questionnaire names, or whose texts are the headers.

    Raises:
        KanoError: for a column that is not in the file, with the nearest ones.
    """
    asked = []
    for feature in questionnaire.features:
        found = {
            half: named
            for half in _HALVES
            if (named := _declared(table, questionnaire, feature, half)) is not None
        }
        if not found:
            headed = [
                _headed(
                    table, [getattr(said, half) for said in in_languages(questionnaire, feature)]
                )
                for half in _HALVES
            ]
            found = {half: c for half, c in zip(_HALVES, headed, strict=True) if c is not None}
        if len(found) == len(_HALVES):
            pair = Pair(found["functional"], found["dysfunctional"], feature.name)
            asked.append(Asked(feature, pair, rating_column(table, questionnaire, feature)))
    _refuse_double(asked, questionnaire)
    return asked


def rating_column(table: Table, questionnaire: Questionnaire, feature: Feature) -> Column | None:
    """The importance column that the questionnaire names for a feature."""
    return _declared(table, questionnaire, feature, "importance")


def _declared(
    table: Table, questionnaire: Questionnaire, feature: Feature, what: str
) -> Column | None:
    """The column that the questionnaire names for one question of a feature."""
    name = questionnaire.columns.get(feature.id, {}).get(what)
    place = questionnaire.places.get(f"{feature.id} {what}", questionnaire.file)
    return None if name is None else find_column(table, name, place)


def wanted_headers(
    header: Sequence[str], questionnaire: Questionnaire | None, by: str = ""
) -> set[int]:
    """The places in a header row that `by` or the questionnaire speak of, counted from 0."""
    names = [by]
    if questionnaire:
        names += [*questionnaire.segments, questionnaire.respondent]
        names += [*_rated_names(questionnaire), *questionnaire.journey.received.values()]
        for columns in questionnaire.columns.values():
            names += columns.values()
        for question in questionnaire.segment_questions:
            names += [question.id, *question.question.values()]
        for feature in questionnaire.features:
            for said in in_languages(questionnaire, feature):
                names += [said.functional, said.dysfunctional]
    by_place = dict(enumerate(header))
    return {at for name in names if name for at in _matching(by_place, name)}


def rated_headers(header: Sequence[str], questionnaire: Questionnaire | None) -> set[int]:
    """The places in a header row of the ratings that the questionnaire names, counted from 0."""
    by_place = dict(enumerate(header))
    return {at for name in _rated_names(questionnaire) for at in _matching(by_place, name)}


def _rated_names(questionnaire: Questionnaire | None) -> list[str]:
    """The names of all columns of ratings."""
    rated = questionnaire.journey.ratings.columns() if questionnaire else {}
    return [column.column for column in rated.values()]


def _refuse_double(asked: Sequence[Asked], questionnaire: Questionnaire) -> None:
    """Refuse one column in two places."""
    used: dict[int, str] = {}
    for entry in asked:
        feature = entry.feature
        for half, column in zip(
            _HALVES, (entry.pair.functional, entry.pair.dysfunctional), strict=True
        ):
            question = f"the {half} question of {feature.id}"
            if column.index in used:
                raise KanoError(
                    f"{column.place} is used twice: for {used[column.index]} and {question}",
                    questionnaire.places.get(f"{feature.id} {half}", questionnaire.file),
                    "give each question its own column",
                )
            used[column.index] = question


def in_languages(questionnaire: Questionnaire | None, feature: Feature) -> list[Feature]:
    """A feature as each language of the questionnaire has it, as it is itself first."""
    translations = questionnaire.translations.values() if questionnaire else ()
    return [feature, *(said[feature.id] for said in translations if feature.id in said)]


def _headed(table: Table, texts: Sequence[str]) -> Column | None:
    """The one column whose header is one of these texts: a question in some language.

    Kobo writes the name of the group before it, and a name may itself hold a slash; LimeSurvey
    writes the text of a subquestion in brackets behind that of the question.
    """
    wanted = {normal(text) for text in texts} - {""}
    own = [(column, normal(column.header)) for column in table.columns if not column.metadata]
    same = [column for column, header in own if header in wanted]
    if not same:
        ends = tuple(end for text in wanted for end in (f"/{text}", f"[{text}]"))
        same = [column for column, header in own if header.endswith(ends)]
    return same[0] if len(same) == 1 else None


def find_column(table: Table, name: str, place: str) -> Column:
    """The column of this header, or `column F`.

    Raises:
        KanoError: if there is none, or there are several.
    """
    by_index = {column.index: column for column in table.columns}
    found = _matching({at: column.header for at, column in by_index.items()}, name)
    found = found or _matching({at: c.code for at, c in by_index.items() if c.code}, name)
    if len(found) == 1:
        return by_index[found[0]]
    if found:
        letters = " or ".join(by_index[at].reference for at in found)
        raise KanoError(
            f'{table.name} has {len(found)} columns "{shortened(name)}"', place, f"write {letters}"
        )
    last = table.columns[-1].letter
    if _LETTERS.match(name):
        raise KanoError(f"{table.name} has no {name}", place, f"its columns are A to {last}")
    headers = [column.header for column in table.columns if column.header]
    near = nearest(name, headers)
    either = " or ".join(f'"{shortened(header)}"' for header in near)
    hint = f"did you mean {either}?" if near else f"it has {listed(headers)}"
    raise KanoError(f'{table.name} has no column "{shortened(name)}"', place, hint)


def _matching(headers: Mapping[int, str], name: str) -> list[int]:
    """The places of the columns that a name means: by letter, as it stands, or nearly so."""
    if letters := _LETTERS.match(name):
        return [at for at in headers if at == column_index(letters[1])]
    exact = [at for at, header in headers.items() if header.strip() == name]
    return exact or [at for at, header in headers.items() if normal(header) == normal(name)]


def _short_names(pair: Pair) -> set[str]:
    """What the short names of both questions have before their side words: `loan_f`, `loan_d`."""
    stems = [
        {name_key(named.stem) for named in named_sides(column.code)}
        for column in (pair.functional, pair.dysfunctional)
    ]
    return (stems[0] & stems[1]) - {""}


def match_names(
    table: Table, questionnaire: Questionnaire, named: Sequence[Asked], pairs: Sequence[Pair]
) -> tuple[list[Asked], list[Pair]]:
    """All features of the questionnaire in its order, and the pairs that it does not know.

    Raises:
        KanoError: for a feature that the file has no pair for.
    """
    by_name: dict[str, Pair] = {}
    for pair in pairs:
        if (first := by_name.setdefault(name_key(pair.name), pair)) is not pair:
            raise two_of_one_name(table, pair.name, first, pair)
    by_code = {key: pair for pair in pairs for key in _short_names(pair)}
    # Some tools take no `_` in a name; ids that differ in nothing else are refused by the form.
    bare = {bare_key(key): pair for names in (by_name, by_code) for key, pair in names.items()}
    by_id = {entry.feature.id: entry for entry in named}
    asked: list[Asked] = []
    used: set[Pair] = set()
    missing: list[Feature] = []
    for feature in questionnaire.features:
        if feature.id in by_id:
            asked.append(by_id[feature.id])
            continue
        texts = [feature.id]
        for said in in_languages(questionnaire, feature):
            texts += [said.name, said.functional]
        keys = [name_key(text) for text in texts if text]
        known = [names[key] for names in (by_name, by_code) for key in keys if key in names]
        known = known or [bare[key] for key in [bare_key(feature.id)] if key in bare]
        if not known:
            missing.append(feature)
        else:
            used.add(known[0])
            rated = rating_column(table, questionnaire, feature)
            asked.append(Asked(feature, known[0], rated))
    unknown = [pair for pair in pairs if pair not in used]
    if missing:
        absent = missing[0]
        there = [pair.name for pair in unknown]
        near = nearest(absent.name, there) or nearest(absent.id, there) or there
        found = f"in the file and not in the questionnaire: {listed(near)}; " if near else ""
        raise KanoError(
            f"{table.name} has no answers to {listed([feature.name for feature in missing])}",
            questionnaire.places.get(f"feature {absent.id}", questionnaire.file),
            f"{found}name the columns under columns:, or remove the feature",
        )
    return asked, unknown
