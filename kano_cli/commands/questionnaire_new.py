"""`kano questionnaire new`: a questionnaire to start from, by conversation or from a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import tell
from kano_cli.commands.output import deliver, new_file
from kano_cli.errors import KanoError, visible

if TYPE_CHECKING:
    from kano_cli.forms.drafting.draft import Draft


def new(
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FILE",
            help="A list of features (text, CSV, XLSX), or a survey that was answered.",
        ),
    ] = "",
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            metavar="LANGUAGE",
            help="en, nl, de, fr or es; as often as needed, the main one first.",
        ),
    ] = None,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What respondents see.")
    ] = "",
    importance: Annotated[
        bool, typer.Option("--importance", help="Ask how important each feature is, too.")
    ] = False,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="The questionnaire; - is stdout."),
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
    lang: options.Lang = "",
) -> None:
    """Make a questionnaire: asks you, or takes the features --from a file."""
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    if source:
        path = new_file(output or f"{Path(source).stem}.yaml", force=force)
        draft = _from_file(source, language or [], title, spoken.code, importance=importance)
    else:
        _refuse_alone(language, title, importance=importance)
        draft, path = _by_conversation(output, spoken.code, force=force)
    deliver(draft.text, path)
    if draft.proposed and path is not None:
        tell(spoken("questionnaire", "proposed", count=len(draft.proposed)))
        tell(spoken("questionnaire", "read", file=str(path)))


def _from_file(
    source: str, languages: list[str], title: str, spoken: str, *, importance: bool
) -> "Draft":
    """A draft of the features in a file."""
    from kano_cli.forms.drafting.draft import drafted_questionnaire
    from kano_cli.forms.drafting.origin import features_from, languages_of

    found = features_from(source)
    return drafted_questionnaire(
        found.features,
        languages or list(languages_of(found)) or [spoken],
        title or Path(source).stem,
        importance=importance,
        origin=found.file,
        unused=found.unused,
    )


def _by_conversation(output: str, spoken: str, *, force: bool) -> tuple["Draft", Path | None]:
    """A draft that somebody describes; a file that is there is not offered."""
    from kano_cli.forms.drafting.dialogue import asked_draft

    path = new_file(output, force=force)
    answered = asked_draft(_ask, _say, lambda name: Path(name).exists(), spoken)
    return answered.draft, path if output else new_file(answered.file, force=force)


def _ask(question: str) -> str:
    """Show a question beside the result, and return the line that is typed."""
    sys.stderr.write(visible(question, keep_breaks=True) + " ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stderr.write("\n")
        raise KanoError(
            "ended before all questions were answered", "standard input", "nothing was written"
        )
    return line.strip()


def _say(text: str) -> None:
    """Show a line beside the result."""
    sys.stderr.write(visible(text, keep_breaks=True) + "\n")
    sys.stderr.flush()


def _refuse_alone(language: list[str] | None, title: str, *, importance: bool) -> None:
    """Refuse what the conversation asks anyhow."""
    for option, given in (
        ("--language", language),
        ("--title", title),
        ("--importance", importance),
    ):
        if given:
            raise KanoError(
                "goes with --from; without a file kano asks you", option, f"leave out {option}"
            )
