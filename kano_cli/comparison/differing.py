"""What is not the same in two surveys beside the answers: wording, tables, questions, layouts."""

from collections.abc import Mapping, Sequence

from kano_cli.core.categories import Answer
from kano_cli.core.result import FeatureResult
from kano_cli.core.tables import EvaluationTable
from kano_cli.errors import shortened
from kano_cli.findings import Fact, Finding
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Survey
from kano_cli.study.reworded import questions_of, reworded, reworded_answers


def differing(
    names: Sequence[str],
    surveys: Sequence[Survey],
    tables: Sequence[EvaluationTable],
    rows: Sequence[tuple[FeatureResult | None, ...]],
    questionnaires: Sequence[Questionnaire | None],
) -> list[Finding]:
    """What to know before waves are believed; `rows` has each feature's result in every wave."""
    return [
        *_wordings(names, surveys, questionnaires),
        *_tables(names, surveys, tables),
        *_questions(surveys, rows),
        *_layouts(names, surveys),
        *_alone(names, rows),
    ]


def _wordings(
    names: Sequence[str], surveys: Sequence[Survey], asked: Sequence[Questionnaire | None]
) -> list[Finding]:
    """Answers in other languages, or the same answer in other words."""
    spoken = [survey.origin.language for survey in surveys]
    if len({code for code in spoken if code}) > 1:
        codes = tuple(dict.fromkeys(code for code in spoken if code))
        return [Finding("K303", {"variant": "languages", "languages": codes})]
    wordings = [_worded(survey, each) for survey, each in zip(surveys, asked, strict=True)]
    first = wordings[0]
    for other, name in zip(wordings[1:], names[1:], strict=True):
        for key in reworded_answers(first, other):
            facts: Mapping[str, Fact] = {
                "file": names[0],
                "other": name,
                "one": shortened(next(iter(first[key].values()))),
                "two": shortened(next(iter(other[key].values()))),
            }
            return [Finding("K303", {"variant": "answers", **facts})]
    return []


def _worded(
    survey: Survey, asked: Questionnaire | None
) -> Mapping[tuple[str, Answer], Mapping[str, str]]:
    """The texts of each answer: those of the file, else those that the questionnaire declares."""
    if survey.wording.answers or asked is None or asked.scale is None or not asked.scale.own:
        return survey.wording.answers
    texts: dict[tuple[str, Answer], dict[str, str]] = {}
    for side in ("functional", "dysfunctional"):
        for text, answer in asked.scale.texts(side).items():
            shown = asked.scale.shown.get(text, text)
            texts.setdefault((side, answer), {}).setdefault(text, shown)
    return texts


def _tables(
    names: Sequence[str], surveys: Sequence[Survey], tables: Sequence[EvaluationTable]
) -> list[Finding]:
    """Surveys that are judged by other tables, or by one that nobody knows."""
    unknown = tuple(
        name
        for name, survey in zip(names, surveys, strict=True)
        if survey.category_counts is not None
    )
    found = []
    if unknown:
        found.append(Finding("K304", {"variant": "unknown", "names": unknown}))
    if any(table.differences(tables[0]) for table in tables[1:]):
        told = tuple(f"{name} {table.name}" for name, table in zip(names, tables, strict=True))
        found.append(Finding("K304", {"names": told}))
    return found


def _questions(
    surveys: Sequence[Survey], rows: Sequence[tuple[FeatureResult | None, ...]]
) -> list[Finding]:
    """Features whose questions are not the same text in every survey."""
    texts = [questions_of(survey) for survey in surveys]
    changed = []
    for row in rows:
        asked = [
            its[result.id]
            for its, result in zip(texts, row, strict=True)
            if result is not None and result.id in its
        ]
        if any(_other(asked[0], pair) for pair in asked[1:]):
            changed.append(next(result.name for result in row if result is not None))
    return [Finding("K305", {"count": len(changed), "names": tuple(changed)})] if changed else []


def _other(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Whether two pairs of questions are worded differently; a short name is no wording."""
    return any(reworded(a, b) for a, b in zip(one, two, strict=True))


def _layouts(names: Sequence[str], surveys: Sequence[Survey]) -> list[Finding]:
    """Files that are laid out differently."""
    layouts = [survey.origin.layout for survey in surveys]
    if len(set(layouts)) == 1:
        return []
    told = tuple(f"{name} {layout}" for name, layout in zip(names, layouts, strict=True))
    return [Finding("K306", {"names": told})]


def _alone(names: Sequence[str], rows: Sequence[tuple[FeatureResult | None, ...]]) -> list[Finding]:
    """Features that not every survey has, by the surveys that have them."""
    lacking: dict[tuple[bool, ...], list[str]] = {}
    for row in rows:
        there = tuple(result is not None for result in row)
        if not all(there):
            name = next(result.name for result in row if result is not None)
            lacking.setdefault(there, []).append(name)
    return [
        Finding(
            "K307",
            {
                "count": len(features),
                "names": tuple(features),
                "files": tuple(name for name, has in zip(names, there, strict=True) if has),
            },
        )
        for there, features in lacking.items()
    ]
