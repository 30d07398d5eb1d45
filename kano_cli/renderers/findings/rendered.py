"""One outcome of the gate in any of its forms."""

import re
from pathlib import Path

from kano_cli.checks.gate.verdict import GateResult
from kano_cli.errors import ExitCode
from kano_cli.renderers.findings.ending import exit_code
from kano_cli.renderers.findings.workspace import workspace
from kano_cli.report.words import Words, chosen_language, words

FORMS = ("text", "json", "github", "gitlab", "junit", "sarif", "markdown")
FOR_PEOPLE = ("text", "markdown")
WIDTH = 120
"""Characters in a line of a text file."""


def words_for(form: str, lang: str = "") -> Words:
    """The words of a form: `lang`, else what the system speaks, and to programs English."""
    return words(chosen_language(lang) if lang or form in FOR_PEOPLE else "en")


def rendered(
    result: GateResult,
    form: str,
    spoken: Words,
    code: ExitCode | None = None,
    *,
    width: int = WIDTH,
    root: Path | None = None,
) -> str:
    """The whole outcome as text in a form.

    `code` is how the run ends, where `--inconclusive` makes it another than the outcome's own;
    `root` is the checkout that paths start from, by default what the build server says.
    """
    ending = exit_code(result) if code is None else code
    if form == "text":
        return _text(result, spoken, ending, width)
    if form == "json":
        from kano_cli.renderers.findings.json import to_json

        return to_json(result, ending)
    if form == "markdown":
        from kano_cli.renderers.findings.markdown import to_markdown

        return to_markdown(result, spoken, ending)
    if form == "junit":
        from kano_cli.renderers.findings.junit import to_junit

        return to_junit(result, spoken, ending)
    return _beside_lines(result, form, spoken, ending, workspace() if root is None else root)


def _beside_lines(result: GateResult, form: str, spoken: Words, code: ExitCode, root: Path) -> str:
    """A form whose findings stand beside the lines of a file in a checkout."""
    if form == "github":
        from kano_cli.renderers.findings.github import to_github

        return to_github(result, spoken, code, root)
    if form == "gitlab":
        from kano_cli.renderers.findings.gitlab import to_gitlab

        return to_gitlab(result, spoken, root)
    if form == "sarif":
        from kano_cli.renderers.findings.sarif import to_sarif

        return to_sarif(result, spoken, root)
    raise ValueError(f"no such form: {form}")


def _text(result: GateResult, spoken: Words, code: ExitCode, width: int) -> str:
    """The view without colour, as a file has it."""
    from kano_cli.renderers.documents.terminal import new_console
    from kano_cli.renderers.findings.text import view

    console = new_console(width)
    console.print(view(result, spoken, width, code))
    shown: str = console.file.getvalue()  # type: ignore[attr-defined]  # it writes into a StringIO
    return re.sub(r" +$", "", shown, flags=re.MULTILINE)
