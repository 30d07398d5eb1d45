"""The GitHub action: its shape by others' checkers, its steps run as a runner runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.renderers.findings.runner import ACTION, Runner, action, step, values

FAKE = """#!{python}
import json, os, sys
from pathlib import Path
Path(os.environ["SEEN"]).write_text(json.dumps(sys.argv[1:]))
record = next(word for word in sys.argv if word.startswith("json="))[5:]
if os.environ["CODE"] != "2":
    Path(record).write_text(json.dumps({{"outcome": os.environ["OUTCOME"]}}))
sys.exit(int(os.environ["CODE"]))
"""
INPUTS = ("backlog", "policy", "baseline", "questionnaire", "map", "match", "inconclusive")
NASTY = (
    "my survey.xlsx",
    'it\'s "quoted".xlsx',
    "$(touch x).xlsx",
    "`touch x`;touch x&&touch x|touch x",
    "two\nlines.xlsx",
    "--version",
    "*",
    "${{ github.token }}",
    "a\\",
    "",
)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner with a `kano` that writes down what it is told."""
    made = Runner(tmp_path)
    binary = tmp_path / "bin"
    binary.mkdir()
    (binary / "kano").write_text(FAKE.format(python=sys.executable), "utf-8")
    (binary / "kano").chmod(0o755)
    (binary / "python").symlink_to(sys.executable)
    return made


def checked(
    runner: Runner, inputs: dict[str, str], code: int = 0, outcome: str = "passed"
) -> tuple[int, list[str]]:
    """The step `check` with a fake `kano`: how it ended, and the arguments that `kano` got."""
    seen = runner.folder / "seen.json"
    done = runner.run(
        "check",
        values(inputs, runner.folder / "bin"),
        SEEN=str(seen),
        CODE=str(code),
        OUTCOME=outcome,
    )
    assert done.stderr == ""
    return done.returncode, json.loads(seen.read_text("utf-8"))


def test_the_action_fits_githubs_schema() -> None:
    """As check-jsonschema brings it; something else does not fit."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]

    subprocess.run([*command, "vendor.github-actions", ACTION], check=True)
    assert subprocess.run([*command, "vendor.github-workflows", ACTION]).returncode == 1


def test_an_audit_of_the_action_finds_nothing() -> None:
    """No input in a script, and no other action that could change."""
    program = Path(sys.executable).parent / "zizmor"
    done = subprocess.run(
        [program, "--offline", "--no-progress", "--format", "json", ACTION],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert json.loads(done.stdout) == []
    for each in action()["runs"]["steps"]:
        assert "${{" not in each["run"]


def test_the_scripts_are_clean(tmp_path: Path) -> None:
    """By shellcheck."""
    program = Path(sys.executable).parent / "shellcheck"
    for name in ("install", "check"):
        script = tmp_path / f"{name}.sh"
        script.write_text(step(name)["run"], "utf-8")
        subprocess.run([program, "--shell=bash", "--severity=style", script], check=True)


def test_a_survey_alone_is_enough(runner: Runner) -> None:
    """Options that are not given are not on the line."""
    code, words = checked(runner, {"survey": "survey.xlsx"})

    record = runner.temp / "kano-check.json"
    expected = ["check", "--format", "github", "--report", f"json={record}", "--", "survey.xlsx"]
    assert (code, words) == (0, expected)
    assert runner.outputs == {"outcome": "passed", "exit-code": "0"}


def test_each_input_is_one_argument(runner: Runner) -> None:
    """Reports and more arguments one in a line; empty lines are none."""
    inputs = {name: f"{name} file" for name in INPUTS}
    given = {"survey": "s.xlsx", "reports": "junit=a b.xml\n\nsarif=c.sarif\n"}
    _, words = checked(runner, {**inputs, **given, "args": "--lang\nnl\n"})

    assert words[5:] == [
        *(f"--{name}={name} file" for name in INPUTS),
        "--report=junit=a b.xml",
        "--report=sarif=c.sarif",
        "--lang",
        "nl",
        "--",
        "s.xlsx",
    ]


@pytest.mark.parametrize("nasty", NASTY)
def test_an_input_is_never_a_command(runner: Runner, nasty: str) -> None:
    """Nor an option, a pattern, or two arguments."""
    _, words = checked(runner, {"survey": nasty, **dict.fromkeys(INPUTS, nasty)})

    given = [f"--{name}={nasty}" for name in INPUTS] if nasty else []
    assert words[5:] == [*given, "--", nasty]
    assert list(runner.work.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "outcome"), [(0, "passed"), (1, "failed"), (4, "inconclusive"), (0, "inconclusive")]
)
def test_the_step_ends_as_kano_does(runner: Runner, code: int, outcome: str) -> None:
    """And its outputs say how; the step after may go on with them."""
    ended, _ = checked(runner, {"survey": "s.xlsx"}, code, outcome)

    assert ended == code
    assert runner.outputs == {"outcome": outcome, "exit-code": str(code)}


def test_a_file_that_cannot_be_read_is_an_error(runner: Runner) -> None:
    """Also where an earlier step left its record."""
    (runner.temp / "kano-check.json").write_text('{"outcome": "passed"}', "utf-8")

    ended, _ = checked(runner, {"survey": "s.xlsx"}, 2)

    assert ended == 2
    assert runner.outputs == {"outcome": "error", "exit-code": "2"}


def test_all_inputs_reach_the_step_and_all_outputs_leave_it() -> None:
    """None is declared for nothing."""
    text = json.dumps(step("check")["env"])
    script = step("check")["run"]

    for name in action()["inputs"]:
        assert f"inputs.{name} " in text
    for variable in step("check")["env"]:
        assert f"${variable}" in script
    for name, output in action()["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"
        assert f"{name}=" in script
