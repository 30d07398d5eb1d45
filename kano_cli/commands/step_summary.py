"""The summary of a GitHub step: Markdown that is added to a file the runner names."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kano_cli.commands.console import tell

if TYPE_CHECKING:
    from kano_cli.checks.gate.verdict import GateResult
    from kano_cli.errors import ExitCode
    from kano_cli.report.words import Words

VARIABLE = "GITHUB_STEP_SUMMARY"
LIMIT = 1024 * 1024
"""Bytes above which GitHub drops a summary, with all that others wrote in it."""


def add_step_summary(result: "GateResult", spoken: "Words", code: "ExitCode") -> None:
    """Add the outcome to the summary of the step, if there is one.

    A summary that cannot be written is told and changes nothing: the gate's code is the answer.
    """
    name = os.environ.get(VARIABLE, "")
    if not name:
        return
    from kano_cli.renderers.findings.markdown import SUMMARY_BYTES, step_summary

    try:
        # Earlier commands of the step have used some of the room.
        taken = Path(name).stat().st_size if Path(name).exists() else 0
        summary = step_summary(result, spoken, code, most=SUMMARY_BYTES - taken)
        if taken + len(summary.encode("utf-8", "replace")) + 2 > LIMIT:
            tell("the step summary is full, and this outcome is not in it")
            return
        append(Path(name), summary)
    except OSError as problem:
        tell(f"the step summary cannot be written: {problem.strerror}")


def append(path: Path, markdown: str) -> None:
    """Add a document to what a file has, below an empty line: a table would run on."""
    with path.open("ab+") as file:
        file.seek(0, os.SEEK_END)
        before = b"\n\n" if file.tell() else b""
        file.write(before + markdown.encode("utf-8", "replace"))
