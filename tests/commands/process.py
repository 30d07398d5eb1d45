"""`kano` as users start it: a process of its own, in an environment without surprises."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
DUTCH = ROOT / "samples" / "mobile-provider-nl"
ENGLISH = ROOT / "samples" / "saas-en"
COMMAND = (sys.executable, "-m", "kano_cli")
_ASKED = (
    "LC_",
    "LANG",
    "KANO",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "PYTHONIO",
    "TTY_",
)


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """This environment, without what changes the output, and with `variables`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_ASKED)}
    return {**kept, "LANG": "C.UTF-8", **(variables or {})}


def kano(
    *words: str | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """A run of `kano` to its end, everything as bytes."""
    return subprocess.run(
        [*COMMAND, *map(str, words)],
        input=stdin,
        capture_output=True,
        env=environment(variables),
        cwd=cwd,
        timeout=120,
    )


def output(*words: str | Path, **variables: str) -> str:
    """What a run that goes well prints, with nothing on stderr."""
    done = kano(*words, variables=variables)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    return done.stdout.decode()


def refusal(*words: str | Path, cwd: Path | None = None) -> str:
    """What a run that is refused says: code 2, nothing on stdout, no traceback."""
    done = kano(*words, cwd=cwd)
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert done.stdout == b""
    assert "Traceback" not in said
    return said
