"""`kano chart`: a survey as a picture."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.classify import chosen_categories
from kano_cli.commands.output import deliver, target_of
from kano_cli.commands.reading import read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options
from kano_cli.errors import KanoError, visible

if TYPE_CHECKING:
    from kano_cli.comparison.record import GroupComparison
    from kano_cli.core.categories import Category
    from kano_cli.core.result import Settings
    from kano_cli.readers.options import ReadOptions
    from kano_cli.report.document.figures import Figure
    from kano_cli.report.words import Words


class Kind(StrEnum):
    """What `--kind` takes."""

    MAP = "map"
    SHARES = "shares"
    SCORES = "scores"
    SEGMENTS = "segments"
    CURVE = "curve"


class Picture(StrEnum):
    """What `--format` takes."""

    SVG = "svg"
    PNG = "png"


class Paper(StrEnum):
    """What `--theme` takes."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


@with_reading_options
def chart(
    survey: options.Survey,
    kind: Annotated[
        Kind,
        typer.Option(
            "--kind",
            case_sensitive=False,
            help="map of Better and Worse, shares of the answers, scores (a map of both means), "
            "segments (shares by group, with --by), or curve (of emotions, with --questionnaire).",
        ),
    ] = Kind.MAP,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    confidence: options.Confidence = 0.95,
    drop: options.Drop = "",
    by: options.By = "",
    weight: options.Weight = "",
    only: options.Only = "",
    top: options.Top = None,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What stands above the chart.")
    ] = "",
    width: Annotated[
        int,
        typer.Option("--width", metavar="PIXELS", min=320, max=4000, help="How wide it is."),
    ] = 900,
    theme: Annotated[
        Paper,
        typer.Option(
            "--theme",
            case_sensitive=False,
            help="light, dark, or auto: as the reader's system is (SVG only).",
        ),
    ] = Paper.LIGHT,
    form: Annotated[
        Picture | None,
        typer.Option(
            "--format", "-f", case_sensitive=False, help="Default: by the ending of -o, else svg."
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whole or not at all: .svg or .png. - is stdout.",
        ),
    ] = "",
    lang: options.Lang = "",
) -> None:
    """Draw a survey: a map, shares, scores, segments or a curve, as SVG or PNG."""
    from dataclasses import replace

    from kano_cli.analysis import settings_of
    from kano_cli.checks.dropping import dropped_kinds
    from kano_cli.renderers.charts.png import png, require_png
    from kano_cli.renderers.charts.svg import svg
    from kano_cli.report.document.figures_of import chart_remark
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    target = target_of(output, survey, questionnaire)
    chosen = _picture(form, target)
    if (kind is Kind.SEGMENTS) != bool(by):
        raise _by_refused(kind)
    if chosen is Picture.PNG:
        require_png()
    wanted = chosen_categories(only, spoken)
    asked = read_options(questionnaire, said, by=by, weight=weight)
    settings = settings_of(table or None, rule, "category", confidence, asked.questionnaire)
    dropped_kinds(drop)
    figure = _figure(kind, survey, asked, settings, drop, spoken, wanted, top)
    if title:
        figure = replace(figure, title=visible(title))
    remark = chart_remark(figure, confidence, spoken)
    text = svg(figure, width=width, theme=theme.value, language=spoken.code, remark=remark)
    deliver(png(text) if chosen is Picture.PNG else text, target)


def _picture(form: Picture | None, target: Path | None) -> Picture:
    """The format that was named, else the one of the file's ending, else SVG."""
    endings = {f".{each.value}": each for each in Picture}
    if form is None and target is not None:
        if target.suffix.lower() not in endings:
            raise KanoError(
                f'the ending "{target.suffix}" names no format',
                str(target),
                f"end it in {' or '.join(endings)}, or add --format",
            )
        return endings[target.suffix.lower()]
    if form is Picture.PNG and target is None and sys.stdout is not None and sys.stdout.isatty():
        raise KanoError("a PNG is not for a terminal", "--format", "write it to a file with -o")
    return form or Picture.SVG


def _by_refused(kind: Kind) -> KanoError:
    """Groups without a column, or a column where there are no groups."""
    if kind is Kind.SEGMENTS:
        return KanoError("needs a column of groups", "--kind segments", "name it with --by")
    return KanoError("only segments have groups", f"--kind {kind.value}", "add --kind segments")


def _figure(
    kind: Kind,
    survey: str,
    asked: "ReadOptions",
    settings: "Settings",
    drop: str,
    spoken: "Words",
    wanted: tuple["Category", ...],
    top: int | None,
) -> "Figure":
    """The figure of a survey, before it is drawn."""
    from kano_cli.analysis import analyse
    from kano_cli.report.document.figures_of import (
        map_figure,
        scores_figure,
        segments_figure,
        shares_figure,
    )

    if kind is Kind.SEGMENTS:
        return segments_figure(_compared(survey, asked, settings, drop, wanted, top), spoken)
    if kind is Kind.CURVE:
        return _curve(survey, asked, settings, drop, spoken)
    result = analyse(read(survey, asked), settings, drop).shown(wanted, top)
    if kind is Kind.SHARES:
        return shares_figure(result, spoken)
    return (map_figure if kind is Kind.MAP else scores_figure)(result, spoken)


def _curve(
    survey: str, asked: "ReadOptions", settings: "Settings", drop: str, spoken: "Words"
) -> "Figure":
    """The emotion curve that the questionnaire's columns of ratings make.

    Raises:
        KanoError: without a questionnaire, or where nobody rated a touchpoint.
    """
    from kano_cli.analysis import analyse, those_who_stay
    from kano_cli.journey.analyse import analyse_journey
    from kano_cli.report.document.figures_of import curve_figure

    hint = "ratings: of the questionnaire names columns of emotion by touchpoint"
    if asked.questionnaire is None:
        raise KanoError("needs a questionnaire", "--kind curve", hint)
    answers = read(survey, asked)
    staying = those_who_stay(answers, settings, drop)
    result = analyse(answers, settings, drop)
    found = analyse_journey(staying, result, asked.questionnaire, confidence=settings.confidence)
    if found.curve is None:
        raise KanoError("nobody rated how a touchpoint felt", "--kind curve", hint)
    return curve_figure(found, spoken)


def _compared(
    survey: str,
    asked: "ReadOptions",
    settings: "Settings",
    drop: str,
    wanted: tuple["Category", ...],
    top: int | None,
) -> "GroupComparison":
    """The groups side by side, what differs most first."""
    from dataclasses import replace

    from kano_cli.comparison.compared import HowTested
    from kano_cli.comparison.segments import compare_segments

    comparison = compare_segments(read(survey, asked), settings, HowTested(), drop)
    kept = [
        feature
        for feature in comparison.features
        if not wanted or any(each and each.category in wanted for each in feature.results)
    ]
    return replace(comparison, features=tuple(kept[:top]))
