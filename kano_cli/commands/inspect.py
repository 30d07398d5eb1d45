"""`kano inspect`: how a file was understood, and a questionnaire that reads it."""

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import shown, speaks_unicode, tell, view_width
from kano_cli.commands.output import deliver, target_of, write_file
from kano_cli.commands.page_format import (
    PageFormat,
    PageFormatOption,
    PageOutput,
    page_format,
)
from kano_cli.commands.reading import announce, inspect_line, read_options
from kano_cli.commands.reading_options import NOTHING_SAID, Said, with_reading_options
from kano_cli.errors import KanoError

if TYPE_CHECKING:
    from kano_cli.readers.inspection.record import Inspection
    from kano_cli.report.words import Words


@with_reading_options
def inspect(
    survey: options.Survey,
    questionnaire: options.Questionnaire = "",
    said: Said = NOTHING_SAID,
    form: PageFormatOption = None,
    output: PageOutput = "",
    draft: Annotated[
        str,
        typer.Option(
            "--write",
            metavar="FILE",
            help="Draft the questionnaire (YAML) that reads this file, doubtful lines marked.",
        ),
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Let --write replace a file that is there.")
    ] = False,
    lang: options.Lang = "",
) -> None:
    """Show how a file is understood: its columns, its pairs, its wording, and what is doubtful."""
    from kano_cli.readers.inspection.inspect import inspect_survey
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    target = target_of(output, survey, questionnaire)
    chosen = page_format(form, target)
    drafted = _draft_target(draft, target, survey, questionnaire, force=force)
    asked = read_options(questionnaire, said)
    announce(survey)
    inspection = inspect_survey(survey, asked)
    if inspection.refusal is not None and drafted is None and survey != "-":
        line = inspect_line(survey, asked, "--write", _free_name())
        offer = f"to settle it in a questionnaire that kano drafts: {line}"
        inspection.refusal.hint = "; ".join(filter(None, [inspection.refusal.hint, offer]))
    if drafted is not None:
        from kano_cli.readers.inspection.draft import draft_questionnaire

        text = draft_questionnaire(inspection, asked.questionnaire)
        write_file(drafted, text)
        tell(f"wrote {drafted}{_to_settle(text)}")
    view = _rendered(inspection, chosen, spoken, to_terminal=target is None)
    deliver(view, target)
    if inspection.refusal is not None and drafted is None:
        raise inspection.refusal


def _draft_target(draft: str, result: Path | None, *inputs: str, force: bool) -> Path | None:
    """The file that `--write` names; checked before anything is read."""
    if not draft:
        if force:
            raise KanoError("is for --write, which is not there", "--force", "add --write FILE")
        return None
    path = target_of(draft, *inputs)
    if path is None:
        raise KanoError("standard output is for the page", "--write", "name a file")
    if result is not None and path.absolute() == result.absolute():
        raise KanoError("is the file that -o names", draft, "write to another")
    if path.exists() and not force:
        raise KanoError("is there already", draft, "name another file, or add --force")
    return path


def _free_name() -> str:
    """A name for a draft that no file here has yet."""
    others = (f"study-{number}.yaml" for number in count(2))
    names = chain(["study.yaml"], others)
    return next(name for name in names if not Path(name).exists())


def _to_settle(text: str) -> str:
    """What is left to do in a draft."""
    from kano_cli.readers.inspection.drafted_text import doubtful_lines

    doubtful = len(doubtful_lines(text))
    if not doubtful:
        return ""
    if doubtful == 1:
        return '; 1 line is doubtful: settle the line that begins its value with "?"'
    return f'; {doubtful} lines are doubtful: settle the lines that begin their value with "?"'


def _rendered(
    inspection: "Inspection", form: PageFormat, spoken: "Words", *, to_terminal: bool
) -> str:
    """How the file was understood, as text in a format."""
    if form is PageFormat.JSON:
        from kano_cli.renderers.data.inspection_json import inspection_json

        return inspection_json(inspection)
    from kano_cli.renderers.documents.inspected import inspect_view
    from kano_cli.report.inspection import inspection_page

    width = view_width(to_terminal=to_terminal)
    view = inspect_view(
        inspection_page(inspection, spoken), width, unicode=speaks_unicode() or not to_terminal
    )
    return shown(view, width, to_terminal=to_terminal)
