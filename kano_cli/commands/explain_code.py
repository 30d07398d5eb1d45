"""`kano explain-code`: what a finding code means."""

from typing import Annotated

import typer

from kano_cli.commands import options
from kano_cli.commands.console import write
from kano_cli.errors import KanoError, listed, nearest


def explain_code(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="Such as K203; without it, all of them.")
    ] = "",
    lang: options.Lang = "",
) -> None:
    """Say what a finding code means, or list all of them."""
    from kano_cli.findings import CATALOGUE
    from kano_cli.report.words import chosen_language, words

    spoken = words(chosen_language(lang))
    wanted = code.strip().upper()
    if wanted and wanted not in CATALOGUE:
        near = nearest(wanted, CATALOGUE, 3) or list(CATALOGUE)
        raise KanoError(f'there is no code "{code}"', "explain-code", f"try {listed(near)}")
    lines = [
        f"{each}  {severity.value:<7}  {spoken.about(each)}\n"
        for each, severity in CATALOGUE.items()
        if not wanted or each == wanted
    ]
    write("".join(lines))
