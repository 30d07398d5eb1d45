"""As much of GitHub's runner as the steps of our action need."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[3]
ACTION = ROOT / "action.yml"
BASH = shutil.which("bash") or "bash"


def action() -> dict[str, Any]:
    """The action as YAML has it."""
    loaded: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
    return loaded


def step(name: str) -> dict[str, Any]:
    """A step by its id."""
    return next(dict(each) for each in action()["runs"]["steps"] if each.get("id") == name)


class Runner:
    """Expressions in `env`, a shell, and a file for outputs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temp = folder / "temp"
        self.work = folder / "work"
        self.output = folder / "output"
        self.output.touch()
        for each in (self.temp, self.work):
            each.mkdir()

    def run(
        self, name: str, values: dict[str, str], **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """A step to its end; `values` are of the expressions."""
        wanted = step(name)
        assert wanted["shell"] == "bash"
        env = {
            key: re.sub(r"\$\{\{ *(\S+) *\}\}", lambda match: values[match[1]], text)
            for key, text in wanted["env"].items()
        }
        script = self.folder / "script.sh"
        script.write_text(wanted["run"], "utf-8")
        return subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.work,
            env={
                **os.environ,
                **env,
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_OUTPUT": str(self.output),
                **variables,
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    @property
    def outputs(self) -> dict[str, str]:
        """What steps have said."""
        lines = self.output.read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


def values(inputs: dict[str, str], binary: Path) -> dict[str, str]:
    """What the expressions of the step `check` stand for."""
    given = {f"inputs.{name}": inputs.get(name, "") for name in action()["inputs"]}
    return {**given, "steps.install.outputs.bin": str(binary)}
