"""`kano sample-size`: how many answers a survey needs."""

from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import shown, speaks_unicode, view_width
from kano_cli.commands.output import deliver, target_of
from kano_cli.commands.page_format import (
    PageFormat,
    PageFormatOption,
    PageOutput,
    page_format,
)
from kano_cli.commands.progress import progress
from kano_cli.commands.reading import read, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.core.pilot import PilotPlan
    from kano_cli.core.result import KanoResult
    from kano_cli.report.sample_size import SizePage
    from kano_cli.study.responses import Survey

WITHOUT_PILOT = ("features", "width", "confidence")
EVERYWHERE = ("pilot", "form", "output", "lang", "help")


@with_reading_options
def sample_size(
    context: typer.Context,
    features: Annotated[
        int | None,
        typer.Option("--features", metavar="N", help="How many features the survey asks about."),
    ] = None,
    width: Annotated[
        float,
        typer.Option(
            "--width",
            metavar="WIDTH",
            help="From the lower to the upper end of a share's interval: 0.2 is plus or minus 10 "
            "points.",
        ),
    ] = 0.2,
    confidence: options.Confidence = 0.95,
    pilot: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="SURVEY",
            help="A small survey: how many answers until its categories are right.",
        ),
    ] = "",
    certainty: Annotated[
        float,
        typer.Option(
            "--certainty", metavar="LEVEL", help="With --from: how often the category is right."
        ),
    ] = 0.9,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help="With --from: of the simulation.")
    ] = 1984,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    table: options.Table = "",
    rule: options.Rule = "mode",
    weight: options.Weight = "",
    form: PageFormatOption = None,
    output: PageOutput = "",
    lang: options.Lang = "",
) -> None:
    """Say how many answers a survey needs: for narrow intervals, or for sure categories."""
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    _check_given(context, pilot)
    target = target_of(output, pilot, questionnaire)
    chosen = page_format(form, target)
    to_terminal = target is None
    if pilot:
        from kano_cli.analysis import analyse, settings_of

        asked = read_options(questionnaire, said, weight=weight)
        settings = settings_of(table or None, rule, "category", 0.95, asked.questionnaire)
        _check_plan(certainty, rule, seed)
        survey = read(pilot, asked)
        result = analyse(survey, settings)
        plan = _planned(survey, result, certainty, seed)
        if chosen is PageFormat.JSON:
            from kano_cli.renderers.data.sample_size_json import pilot_json

            text = pilot_json(result, plan)
        else:
            from kano_cli.report.sample_size import pilot_page

            text = _page(pilot_page(result, plan, spoken), to_terminal=to_terminal)
    else:
        from kano_cli.core.sample_size import width_plan

        widths = width_plan(width, confidence, features)
        if chosen is PageFormat.JSON:
            from kano_cli.renderers.data.sample_size_json import width_json

            text = width_json(widths)
        else:
            from kano_cli.report.sample_size import width_page

            text = _page(width_page(widths, spoken), to_terminal=to_terminal)
    deliver(text, target)


def _check_given(context: typer.Context, pilot: str) -> None:
    """Refuse an option that would do nothing: of a plan with a pilot, or of one without."""
    for parameter in context.command.params:
        name = parameter.name or ""
        option = max(parameter.opts, key=len)
        source = context.get_parameter_source(name)
        if source is None or source.name != "COMMANDLINE":
            continue
        if name == "pilot" and not pilot:
            raise KanoError("names no file", option, "name the file of a small survey")
        if name in EVERYWHERE:
            continue
        if pilot and name in WITHOUT_PILOT:
            raise KanoError(
                "plans without a pilot", option, f"leave out {option}, or --from {pilot}"
            )
        if not pilot and name not in WITHOUT_PILOT:
            raise KanoError("is about a pilot", option, "name the pilot's file with --from")


def _check_plan(certainty: float, rule: str, seed: int) -> None:
    """Refuse a plan that cannot be before a file is read for it."""
    from kano_cli.core.pilot import checked_rule

    checked_rule(certainty, rule, seed)


def _planned(survey: "Survey", result: "KanoResult", certainty: float, seed: int) -> "PilotPlan":
    """The plan that follows from a pilot, with a word to somebody who waits for it."""
    import numpy as np

    from kano_cli.core.pilot import plan

    by_id = dict(
        zip(
            (feature.id for feature in survey.features),
            survey.counts_under(result.settings.table),
            strict=True,
        )
    )
    counts = np.array([by_id[feature.id] for feature in result.features], np.int64).reshape(-1, 6)
    effective = np.array([feature.size for feature in result.features])
    with progress("simulating features", len(counts)) as done:
        return plan(
            counts,
            certainty,
            effective=effective,
            rule=result.settings.rule,
            seed=seed,
            done=done,
        )


def _page(page: "SizePage", *, to_terminal: bool) -> str:
    """A page as text."""
    from kano_cli.renderers.documents.sample_sizes import size_view

    width = view_width(to_terminal=to_terminal)
    view = size_view(page, width, unicode=speaks_unicode() or not to_terminal)
    return shown(view, width, to_terminal=to_terminal)
