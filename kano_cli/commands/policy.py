"""`kano policy`: the rules of kano check, to read and to keep."""

from typing import Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import write
from kano_cli.commands.output import deliver, new_file

policy = typer.Typer(
    help="Show or write the rules of kano check.", no_args_is_help=True, rich_markup_mode=None
)


@policy.command()
def show(policy: options.PolicyFile = "", lang: options.Lang = "") -> None:
    """Show the policy in force, with what each rule means."""
    write(_policy_text(policy, lang))


@policy.command()
def new(
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="The policy file to write."),
    ] = "kano-policy.yaml",
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
    lang: options.Lang = "",
) -> None:
    """Write the default policy with comments, to change what your team wants otherwise."""
    deliver(_policy_text("", lang), new_file(output, force=force))


def _policy_text(file: str, lang: str) -> str:
    """The policy of a file, or the default one, as YAML with comments."""
    from kano_cli.checks.gate.policy.file import read_policy
    from kano_cli.checks.gate.policy.policy import Policy
    from kano_cli.renderers.data.policy_yaml import policy_yaml
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    return policy_yaml(read_policy(file) if file else Policy(), spoken)
