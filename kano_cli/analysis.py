"""The front door for programs: a survey in, a classified result out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from kano_cli.checks.dropping import dropped_findings, dropped_kinds, kept_respondents, without
from kano_cli.checks.quality import quality_findings
from kano_cli.checks.respondents import Respondents, respondents
from kano_cli.checks.scaled import refuse_unscaled
from kano_cli.core.intervals import (
    CONFIDENCE,
    INTERVALS,
)
from kano_cli.core.ranking import ranked
from kano_cli.core.result import Dropped, FeatureResult, KanoResult, Settings
from kano_cli.core.rules import DEFAULT_RULE
from kano_cli.core.settings import checked, known_word
from kano_cli.core.tables import TABLES, EvaluationTable
from kano_cli.errors import KanoError, listed, nearest, shortened
from kano_cli.findings import Finding
from kano_cli.judging import feature_results
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.questionnaire import Questionnaire, read_questionnaire
from kano_cli.study.responses import Responses, Survey
from kano_cli.study.shipped import questionnaire_path
from kano_cli.study.words import name_key


def analyse(
    responses: Survey | Responses, settings: Settings | None = None, drop: str = ""
) -> KanoResult:
    """Classify what was read.

    Args:
        responses: a survey, or answers that a program made itself.
        settings: evaluation table, rule, order, confidence and prior; the defaults without.
        drop: which respondents are left out, such as `straightliners,questionable>2`.

    Raises:
        KanoError: for a rule, an order, a confidence or a kind of respondent that does not exist.

    >>> import numpy as np
    >>> from kano_cli.study.responses import Feature
    >>> like, dislike = np.array([[1], [1]], np.int8), np.array([[5], [5]], np.int8)
    >>> analyse(Responses((Feature("search", "Search"),), like, dislike)).features[0].category.word
    'performance'
    """
    settings = checked(settings or Settings())
    kinds = dropped_kinds(drop)
    survey = responses if isinstance(responses, Survey) else Survey.of(responses)
    people = respondents(survey.responses, settings.table) if survey.responses else None
    if not kinds:
        return _result(survey, settings, people)
    kept = kept_respondents(survey, people, kinds)
    result = _result(without(survey, kept), settings, people and people.only(kept.mask))
    findings = _in_order([*result.findings, *dropped_findings(kept)])
    return beside(replace(result, findings=findings), _placed(survey, settings), kept.counts())


def those_who_stay(survey: Survey, settings: Settings, drop: str = "") -> Survey:
    """The survey without the respondents whom `analyse` leaves out for `drop`."""
    kinds = dropped_kinds(drop)
    if not kinds:
        return survey
    people = respondents(survey.responses, settings.table) if survey.responses else None
    return without(survey, kept_respondents(survey, people, kinds))


def beside(
    result: KanoResult, everybody: Iterable[FeatureResult], counts: Mapping[str, int]
) -> KanoResult:
    """A result without those dropped, with that of everybody beside it.

    Args:
        result: of those who stayed.
        everybody: the same features with all respondents.
        counts: how many were dropped for each kind.
    """
    with_all = {feature.id: feature for feature in everybody}
    both = tuple((with_all[feature.id], feature) for feature in result.features)
    return replace(result, dropped=Dropped(sum(counts.values()), counts, both))


def _result(survey: Survey, settings: Settings, people: Respondents | None) -> KanoResult:
    """The result of those who count, with what to know about it."""
    placed = _placed(survey, settings)
    origin = replace(
        survey.origin,
        features=len(placed),
        categories_only=survey.category_counts is not None,
        half_answered_pairs=sum(feature.half_answered for feature in placed),
    )
    findings = [*survey.findings, *quality_findings(survey, placed, settings, people)]
    return KanoResult(origin, settings, placed, _in_order(findings))


def _placed(survey: Survey, settings: Settings) -> tuple[FeatureResult, ...]:
    """Every feature, in the order of the ranking."""
    found = feature_results(survey, settings)
    if settings.importance_scaled:
        refuse_unscaled(survey)
    features = ranked(found, settings.sort, importance_scaled=settings.importance_scaled)
    return tuple(replace(feature, rank=at + 1) for at, feature in enumerate(features))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of their codes."""
    return tuple(sorted(findings, key=lambda finding: finding.code))


def find_feature(result: KanoResult, wanted: str) -> FeatureResult:
    """The feature of this id or name; case, `_`, `-` and space make no difference.

    Raises:
        KanoError: if there is none, with the nearest ones.
    """
    key = name_key(wanted)
    for called in (attrgetter("id"), attrgetter("name")):
        for feature in result.features:
            if name_key(called(feature)) == key:
                return feature
    names = [feature.name for feature in result.features]
    near = nearest(wanted, [*names, *(feature.id for feature in result.features)])
    there = f"the nearest are {listed(near)}" if near else f"there are {listed(names, 12)}"
    raise KanoError(f'has no feature "{shortened(wanted)}"', result.survey.file, there)


def classify(
    survey: str | Path | Sequence[str | Path],
    *,
    questionnaire: str | Path | Questionnaire | None = None,
    table: str | EvaluationTable | None = None,
    rule: str = DEFAULT_RULE,
    sort: str = "category",
    confidence: float = CONFIDENCE,
    sheet: str = "",
    layout: str = "",
    header_row: int | None = None,
    delimiter: str = "",
    encoding: str = "",
    codes: str = "",
    unknown: str = "",
    platform: str = "",
    include: str = "",
    exclude: str = "",
    weight: str = "",
    drop: str = "",
    simultaneous: bool = False,
    importance_scaled: bool = False,
) -> KanoResult:
    """Read and classify a survey file, as `kano classify` does.

    Args:
        survey: a file of answers, a folder of them, a pattern such as `answers/*.json`, or
            several files that make one survey; `-` is standard input.
        questionnaire: a questionnaire, its file, or the name of a ready one.
        table: `standard`, `pouliot`, `short3x3` or a table of your own; without it the
            questionnaire's, else `standard`.
        rule: `mode`, `block`, `near-tie` or `quadrant`.
        sort: the order of the features; see `kano classify --help`.
        confidence: of intervals and tests, above 0 and below 1.
        sheet: which sheet of a workbook.
        layout: how the file is laid out, where it does not say so itself.
        header_row: the row with the column names, as a spreadsheet counts.
        delimiter: of a text file.
        encoding: of a text file.
        codes: which numbers or codes mean which answer, such as `like=1`.
        unknown: `missing` to leave out answers that are not on the scale.
        platform: the survey tool that wrote the file, or `none`.
        include: reasons, parted by commas, for which rows are not left out: `incomplete`.
        exclude: reasons for which rows are left out: `duplicated`, `flagged`, `incomplete`.
        weight: the column that says what each respondent counts.
        drop: which respondents are left out, such as `straightliners,questionable>2`; the result
            with them stands in `dropped`.
        simultaneous: intervals of shares that hold for all six at once (Goodman).
        importance_scaled: rank by Better and Worse times the importance of each feature.

    Raises:
        KanoError: for a mistake in the call or the file, with what settles it.
    """
    asked = load_questionnaire(questionnaire) if questionnaire is not None else None
    settings = settings_of(
        table,
        rule,
        sort,
        confidence,
        asked,
        simultaneous=simultaneous,
        importance_scaled=importance_scaled,
    )
    dropped_kinds(drop)
    options = ReadOptions(
        asked,
        sheet,
        layout,
        header_row,
        delimiter,
        encoding,
        codes,
        unknown,
        platform,
        include,
        exclude,
        weight=weight,
    )
    return analyse(read_survey(survey, options), settings, drop)


def load_questionnaire(questionnaire: str | Path | Questionnaire) -> Questionnaire:
    """A questionnaire from a file, or a ready one by its name, such as `saas-en`."""
    if isinstance(questionnaire, Questionnaire):
        return questionnaire
    return read_questionnaire(questionnaire_path(str(questionnaire)))


def settings_of(
    table: str | EvaluationTable | None,
    rule: str,
    sort: str,
    confidence: float,
    questionnaire: Questionnaire | None,
    *,
    simultaneous: bool = False,
    importance_scaled: bool = False,
) -> Settings:
    """Checked settings; the table is the one that is named, else the questionnaire's.

    Raises:
        KanoError: for a name that is not known, with those that are.
    """
    if isinstance(table, str):
        table = TABLES[known_word(table, tuple(TABLES), "--table", "evaluation table")]
    asked = questionnaire.table if questionnaire else None
    chosen = table or asked or Settings().table
    return checked(
        Settings(
            chosen,
            rule,
            sort,
            confidence,
            intervals=INTERVALS[simultaneous],
            importance_scaled=importance_scaled,
        )
    )
