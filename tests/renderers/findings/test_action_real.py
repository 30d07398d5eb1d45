"""The GitHub action with `kano` as it is: from a survey to annotations, outputs and reports."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.renderers.findings.runner import ROOT, Runner, values


@pytest.fixture
def real(tmp_path: Path) -> Runner:
    """A runner whose `kano` is the one of this checkout, with a sample in the work folder."""
    runner = Runner(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    program = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m kano_cli "$@"\n'
    (tmp_path / "bin" / "kano").write_text(program, "utf-8")
    (tmp_path / "bin" / "kano").chmod(0o755)
    for name in ("survey.csv", "backlog.md", "questionnaire.yaml"):
        shutil.copy(ROOT / "samples" / "saas-en" / name, runner.work / name)
    return runner


def really(runner: Runner, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step `check` with `kano` as it is."""
    return runner.run(
        "check",
        values(inputs, runner.folder / "bin"),
        GITHUB_STEP_SUMMARY=str(runner.folder / "summary.md"),
        GITHUB_WORKSPACE=str(runner.work.parent),
        GITHUB_ACTIONS="true",
    )


@pytest.mark.parametrize("name", ["survey.csv", "my 'own' $(touch x) survey.csv", "a\n::b::c.csv"])
def test_a_backlog_is_checked_and_annotated(real: Runner, name: str) -> None:
    """From the root of the checkout, with a summary and the reports that were asked for."""
    (real.work / "survey.csv").rename(real.work / name)
    before = {each.name for each in real.work.iterdir()}

    done = really(
        real, survey=name, backlog="backlog.md", reports="junit=kano.xml\nsarif=kano.sarif"
    )

    assert done.returncode == 1, done.stderr
    assert real.outputs == {"outcome": "failed", "exit-code": "1"}
    lines = done.stdout.splitlines()
    assert any(line.startswith("::error file=work/backlog.md,line=") for line in lines)
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines[:-2])
    summary = (real.folder / "summary.md").read_text("utf-8")
    assert summary.startswith("### gate: failed (exit 1)")
    assert {each.name for each in real.work.iterdir()} - before == {"kano.xml", "kano.sarif"}


def test_a_questionnaire_is_checked(real: Runner) -> None:
    """With nothing else."""
    done = really(real, survey="questionnaire.yaml")

    assert done.returncode == int(real.outputs["exit-code"])
    assert real.outputs["outcome"] in ("passed", "failed")
    assert done.stdout.splitlines()[-1].startswith("gate: ")


def test_a_survey_that_is_not_there_fails_the_step(real: Runner) -> None:
    """With what is wrong in the log."""
    done = really(real, survey="gone.csv", backlog="backlog.md")

    assert (done.returncode, done.stdout) == (2, "")
    assert "gone.csv" in done.stderr
    assert real.outputs == {"outcome": "error", "exit-code": "2"}


@pytest.mark.install
def test_the_first_step_installs_this_kano(tmp_path: Path) -> None:
    """From the action's own path, into an environment of its own."""
    runner = Runner(tmp_path)
    done = runner.run("install", {"github.action_path": str(ROOT)})

    assert done.returncode == 0, done.stderr
    program = Path(runner.outputs["bin"]) / "kano"
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert said.stdout.startswith("kano ")
