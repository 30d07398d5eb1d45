"""`kano` inside the test process: quick, and with a way to make it fail."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kano_cli.commands.console import main

Runner = Callable[..., "Ran"]


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Run the command line as `main` does, in an environment without surprises."""
    for name in list(os.environ):
        if name.startswith(("LC_", "LANG", "KANO", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TTY_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def ran(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kano", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return Ran(int(ended.value.code or 0), told.out, told.err)

    return ran
