"""The command `kano` and its subcommands."""

from typing import Annotated

import typer

from kano_cli import __version__
from kano_cli.commands.ask import ask
from kano_cli.commands.baseline import baseline
from kano_cli.commands.chart import chart
from kano_cli.commands.check import check
from kano_cli.commands.classify import classify
from kano_cli.commands.compare import compare
from kano_cli.commands.explain import explain
from kano_cli.commands.explain_code import explain_code
from kano_cli.commands.inspect import inspect
from kano_cli.commands.journey import journey
from kano_cli.commands.policy import policy
from kano_cli.commands.questionnaire import questionnaire
from kano_cli.commands.quick_scan import quick_scan
from kano_cli.commands.report import report
from kano_cli.commands.sample_size import sample_size

EXIT_CODES = """\b
Exit codes:
  0    fine
  1    a check that you asked for did not pass (kano check)
  2    a wrong command or option, or a file that cannot be read or paired
  3    a bug in kano; see where with --debug
  4    too few answers to decide (kano check)
  130  interrupted
"""

app = typer.Typer(
    name="kano",
    help="Classify Kano surveys: basic, performance or wow, and how sure that is.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(classify)
app.command()(inspect)
app.command()(explain)
app.command()(compare)
app.command()(report)
app.command()(chart)
app.command()(journey)
app.command()(sample_size)
app.command()(quick_scan)
app.command()(check)
app.command()(baseline)
app.command()(ask)
app.add_typer(policy, name="policy")
app.add_typer(questionnaire, name="questionnaire")
app.command()(explain_code)


def _version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        typer.echo(f"kano {__version__}")
        raise typer.Exit


@app.callback()
def kano(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
    debug: Annotated[  # taken off the line in `main`, wherever it stands
        bool, typer.Option("--debug", help="Show the traceback of a bug.")
    ] = False,
) -> None:
    """Classify Kano surveys: basic, performance or wow, and how sure that is."""
