"""The front door for programs that compare: a survey by groups, or several surveys."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from kano_cli.analysis import load_questionnaire, settings_of
from kano_cli.checks.dropping import dropped_kinds
from kano_cli.comparison.compared import HowTested
from kano_cli.comparison.record import SORTS, GroupComparison
from kano_cli.comparison.segments import compare_segments
from kano_cli.comparison.waves import compare_waves, refuse_many, wave_names
from kano_cli.core.intervals import CONFIDENCE
from kano_cli.core.rules import DEFAULT_RULE
from kano_cli.core.tables import EvaluationTable
from kano_cli.errors import KanoError, shortened
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Survey

Asked: TypeAlias = str | Path | Questionnaire
Reader: TypeAlias = Callable[[str, ReadOptions], Survey]


def compare(
    *surveys: str | Path,
    by: str = "",
    questionnaire: Asked | Sequence[Asked] = (),
    table: str | EvaluationTable | None = None,
    rule: str = DEFAULT_RULE,
    confidence: float = CONFIDENCE,
    fdr: bool = False,
    permutation: bool = False,
    sort: str = SORTS[0],
    drop: str = "",
    reader: Reader = read_survey,
    **reading: str | int | None,
) -> GroupComparison:
    """Compare the groups of one survey, or several surveys, as `kano compare` does.

    Args:
        surveys: one file with `by`, or two files or more.
        by: the column that says in which group each respondent is.
        questionnaire: one for all files, or one for each.
        table: the evaluation table; without it each questionnaire's, else `standard`.
        rule: `mode`, `block`, `near-tie` or `quadrant`.
        confidence: of intervals and tests, above 0 and below 1.
        fdr: adjust by Benjamini-Hochberg in the place of Holm.
        permutation: shuffle for every feature, also where no cell is thin.
        sort: `difference` or `file`.
        drop: which respondents are left out, such as `straightliners,questionable>2`.
        reader: what reads a file.
        reading: `sheet`, `layout`, `header_row`, `delimiter`, `encoding`, `codes`, `unknown`,
            `platform`, `include`, `exclude`, `weight`, as `classify` takes them; the same for all.

    Raises:
        KanoError: for a mistake in the call or a file, with what settles it.
    """
    files = [str(survey) for survey in surveys]
    _check_files(files, by)
    tests = HowTested(fdr, permutation, sort)
    asked = _questionnaires(questionnaire, len(files))
    settings = [settings_of(table, rule, "file", confidence, each) for each in asked]
    dropped_kinds(drop)  # a word that is not known is refused before a large file is read
    said: dict[str, Any] = {**reading, "by": by}
    options = [ReadOptions(each, **said) for each in asked]
    read = [reader(file, each) for file, each in zip(files, options, strict=True)]
    _refuse_shuffling(read, tests)
    if by:
        return compare_segments(read[0], settings[0], tests, drop)
    return compare_waves(wave_names(files), read, settings, tests, questionnaires=asked, drop=drop)


def _refuse_shuffling(surveys: Sequence[Survey], tests: HowTested) -> None:
    """Refuse to shuffle the labels of people of different weights: the sizes would not stay."""
    for survey in surveys:
        if tests.permutation and survey.origin.weight is not None:
            raise KanoError(
                f'cannot shuffle people of {survey.origin.file}, whom "'
                f'{shortened(survey.origin.weight)}" weighs',
                "--permutation",
                "leave it out: without it weighted answers are tested by chi-square",
            )


def _check_files(files: Sequence[str], by: str) -> None:
    """Refuse what leaves nothing to compare, before anything is read."""
    if not files:
        raise KanoError("there is no survey to compare", hint="name one with --by, or two")
    if by and len(files) > 1:
        raise KanoError(
            "splits one survey, and there are more",
            "--by",
            "leave out --by to compare the surveys with each other, or name one survey",
        )
    if not by and len(files) == 1:
        raise KanoError(
            "is one survey, and there is nothing to compare it with",
            files[0],
            "split it with --by COLUMN, or name a second survey",
        )
    if files.count("-") > 1:
        raise KanoError("can be read once only", "standard input", "name a file for the other")
    refuse_many(len(files))


def _questionnaires(wanted: Asked | Sequence[Asked], files: int) -> list[Questionnaire | None]:
    """The questionnaire of each file: the one for all, or each its own."""
    several = [wanted] if isinstance(wanted, str | Path | Questionnaire) else list(wanted)
    asked = [load_questionnaire(each) for each in several if each]
    if len(asked) > 1 and len(asked) != files:
        raise KanoError(
            f"{len(asked)} questionnaires do not fit {files} surveys",
            "--questionnaire",
            "name one for all, or one for each, in the order of the files",
        )
    if len(asked) == 1:
        return [asked[0]] * files
    return [*asked] if asked else [None] * files
