"""The door: a survey file of any kind becomes a `Survey`, or is refused with the reason."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kano_cli.core.result import Origin
from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Finding
from kano_cli.readers.layouts.category_roles import category_roles
from kano_cli.readers.layouts.choice import layout_in
from kano_cli.readers.layouts.long import read_long
from kano_cli.readers.layouts.read import Read, without_incomplete_rows
from kano_cli.readers.layouts.roles import long_roles
from kano_cli.readers.layouts.rows import EXCLUDED, chosen_reasons
from kano_cli.readers.layouts.weights import refuse_weights, without_unweighted_rows
from kano_cli.readers.layouts.wide import read_wide
from kano_cli.readers.opened import Marks, Opened, added
from kano_cli.readers.opening import open_survey
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.dates import dates_of
from kano_cli.readers.questions.kano_columns import with_legend
from kano_cli.readers.questions.rated_columns import without_ratings
from kano_cli.readers.questions.stamps import answered_version
from kano_cli.readers.questions.wording import wording_of
from kano_cli.study.responses import Survey

if TYPE_CHECKING:
    from kano_cli.readers.layouts.categories import Categorised
    from kano_cli.readers.layouts.counts import Counted


@dataclass(frozen=True)
class Understood:
    """A survey, and how its file was read: as a layout, by which columns."""

    survey: Survey
    read: Read | None = None


def read_survey(
    wanted: str | Path | Sequence[str | Path], options: ReadOptions | None = None
) -> Survey:
    """The survey in a file, in a folder of files, or on standard input for `-`.

    Args:
        wanted: the file, the folder, a pattern such as `answers/*.json`, or several files.
        options: what the file does not say itself.

    Raises:
        KanoError: where something cannot be read or proven, with what settles it.
    """
    options = options or ReadOptions()
    if not isinstance(wanted, str | Path) or may_be_several(wanted):
        from kano_cli.readers.several import files_of, read_several

        if (files := files_of(wanted)) is not None:
            return read_several(files, options)
    opened = open_survey(wanted if isinstance(wanted, str | Path) else wanted[0], options)
    try:
        return understood(opened, options).survey
    except KanoError as refusal:
        refusal.inspectable = True
        raise


def may_be_several(wanted: str | Path) -> bool:
    """Whether a name may be that of a folder or a pattern; files are opened without looking."""
    return os.path.isdir(wanted) or any(sign in str(wanted) for sign in "*?[")  # noqa: PTH112


def understood(opened: Opened, options: ReadOptions) -> Understood:
    """The survey in an opened file.

    Raises:
        KanoError: where something cannot be read or proven, with what settles it.
    """
    try:
        found = _understood(opened, options)
    except KanoError:
        # What the questionnaire asks since may stand there all the same, under another id.
        answered = answered_version(options, opened.stamps)
        if answered is options:
            raise
        found, options = _understood(opened, answered), answered
    return _with_names(found, opened, options)


def _understood(opened: Opened, options: ReadOptions) -> Understood:
    """As `understood`, with the features called as their columns are."""
    asked = with_legend(options, opened.legend, opened.legend_place)
    if opened.marks:
        refuse_weights(options, "marks", _place(opened))
        return _of_read(opened, _of_marks(opened, opened.marks, asked), "marks", asked)
    if len(opened.tables) == 2:
        from kano_cli.readers.layouts.two_sheets import read_two_sheets

        return _of_read(opened, read_two_sheets(*opened.tables, asked), "two-sheets", asked)
    (table,) = opened.tables
    questions = without_ratings(table, asked.questionnaire)
    layout = layout_in(questions, asked)
    if layout in ("categories", "counts"):
        refuse_weights(options, layout, _place(opened))
    if layout == "categories":
        from kano_cli.readers.layouts.categories import read_categories

        counted = read_categories(questions, category_roles(questions), asked)
        return _of_categories(opened, counted, asked)
    if layout == "counts":
        from kano_cli.readers.layouts.counts import read_counts

        return _of_counts(opened, read_counts(questions, long_roles(questions), asked), asked)
    if layout == "long":
        return _of_read(opened, read_long(table, long_roles(questions), asked), layout, asked)
    return _of_read(opened, read_wide(table, asked), layout, asked)


def _with_names(found: Understood, opened: Opened, options: ReadOptions) -> Understood:
    """The features with the names that a form's file gives them; a questionnaire knows best."""
    names = opened.own.names
    if not names or (options.questionnaire and options.questionnaire.features):
        return found
    survey = found.survey
    features = tuple(
        replace(feature, name=names.get(feature.name, feature.name)) for feature in survey.features
    )
    if len({feature.name for feature in features}) < len(features):
        return found
    responses = survey.responses and replace(survey.responses, features=features)
    survey = replace(survey, features=features, responses=responses)
    if found.read is None:
        return replace(found, survey=survey)
    of_id = {feature.id: feature for feature in features}
    asked = tuple(
        replace(entry, feature=of_id.get(entry.feature.id, entry.feature))
        for entry in found.read.asked
    )
    return Understood(survey, replace(found.read, asked=asked))


def _of_marks(opened: Opened, marks: Marks, options: ReadOptions) -> Read:
    """The responses on a worksheet with marks."""
    from kano_cli.readers.layouts.marks import read_marks

    rows, numbers = marks.rows.rows, marks.rows.numbers
    return read_marks(
        opened.file, opened.sheet, rows, numbers, marks.header, options, marks.uncomputed
    )


def _origin(
    opened: Opened,
    layout: str,
    languages: Sequence[str],
    respondents: int,
    options: ReadOptions,
    left_out: Mapping[str, int],
) -> Origin:
    """Where a survey came from."""
    asked = options.questionnaire.language if options.questionnaire else ""
    dates = dates_of(opened.tables, opened.platform)
    return Origin(
        opened.file,
        opened.sheet,
        layout,
        opened.platform.id if opened.platform else None,
        languages[0]
        if len(languages) == 1
        else (_own_language(opened, languages) or asked or None),
        respondents,
        left_out_rows=added(opened.left_out_rows, left_out),
        importance_scale=options.questionnaire.importance if options.questionnaire else None,
        answered_from=dates.answered_from,
        answered_until=dates.answered_until,
        undated=dates.undated,
    )


def _own_language(opened: Opened, languages: Sequence[str]) -> str:
    """The language that one of our own files names; answers that are codes name none."""
    return "" if languages else opened.own.language


def _place(opened: Opened) -> str:
    """The file, and the sheet where there are sheets."""
    sheet = f', sheet "{shortened(opened.sheet)}"' if opened.sheet else ""
    return f"{opened.file}{sheet}"


def _noticed(
    opened: Opened, findings: Sequence[Finding], *, coded: bool = True
) -> tuple[Finding, ...]:
    """What opening and reading a file noticed, and the legend, if the answers are codes."""
    legend_used = opened.legend if coded else {}
    codes = tuple(f"{code} = {answer.word}" for code, answer in legend_used.items())
    legend = [Finding("K120", {"place": opened.legend_place, "names": codes})] if codes else []
    return (*opened.findings, *legend, *findings)


def _of_read(opened: Opened, read: Read, layout: str, options: ReadOptions) -> Understood:
    """The survey that these responses make."""
    if "incomplete" in chosen_reasons(options.exclude, "--exclude", EXCLUDED):
        read = without_incomplete_rows(read)
    if len(read.responses.functional):
        read = without_unweighted_rows(read, _place(opened))
    people = len(read.responses.functional)
    if not people:
        raise _nobody(opened, read)
    origin = _origin(opened, layout, read.languages, people, options, read.left_out_rows)
    noticed = _noticed(opened, read.findings, coded=not read.languages)
    survey = Survey.of(read.responses, origin, noticed)
    return Understood(replace(survey, wording=wording_of(read.asked, options)), read)


def _nobody(opened: Opened, read: Read) -> KanoError:
    """No row is left: all are blank, or everybody left a question open."""
    empty = sum(read.left_out_rows.values())
    rows = "the only row is" if empty == 1 else f"all {empty} rows are"
    if read.left_out_rows.get("incomplete"):
        return KanoError(
            f"holds nobody who answered every question: {rows} left out",
            _place(opened),
            "leave out --exclude incomplete; then their whole pairs count",
        )
    return KanoError(
        f"holds no answers: {rows} blank where the answers should be"
        if empty
        else "holds a header and no answers",
        _place(opened),
        "export the file again, with its answers",
    )


def _of_counts(opened: Opened, counted: "Counted", options: ReadOptions) -> Understood:
    """The survey that these counts make; the most answered feature tells how many people."""
    pairs = counted.tally.counts.sum(axis=(1, 2)) + counted.tally.half_answered
    people = int(pairs.max())
    if not people:
        raise KanoError(
            "holds no answers: every count is zero", _place(opened), "export the counts again"
        )
    return Understood(
        Survey(
            counted.features,
            counted.tally,
            _origin(opened, "counts", counted.languages, people, options, counted.left_out_rows),
            (None,) * len(counted.features),
            _noticed(opened, counted.findings),
        )
    )


def _of_categories(opened: Opened, counted: "Categorised", options: ReadOptions) -> Understood:
    """The survey that counts by category make; there are no answers behind them."""
    people = int(counted.counts.sum(axis=1).max())
    if not people:
        raise KanoError(
            "holds no answers: every count is zero", _place(opened), "export the counts again"
        )
    origin = _origin(opened, "categories", (), people, options, {})
    noticed = _noticed(opened, counted.findings)
    return Understood(Survey.of_categories(counted.features, counted.counts, origin, noticed))
