"""The jobs to copy, and the hooks: each by its own tool's checker."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tree_sitter_groovy
import yaml
from tree_sitter import Language, Parser

ROOT = Path(__file__).parents[3]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
_BLOCK = re.compile(r"^```(?:yaml|groovy)\n(?:#|//) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def jobs() -> dict[str, str]:
    """The blocks to copy by the name of the file that each belongs in, from the README."""
    return dict(_BLOCK.findall((ROOT / "README.md").read_text("utf-8")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with all of them in place."""
    for name, text in jobs().items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path


def ran(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """A Python tool run to its end."""
    return subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, encoding="utf-8"
    )


def action() -> dict[str, Any]:
    """Our action."""
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return loaded


def command_lines(text: str) -> list[list[str]]:
    """The runs of `kano check` in a job."""
    return [shlex.split(line) for line in re.findall(r"kano check \S+\.xlsx.*?(?=[\n'])", text)]


def test_there_is_a_job_for_each_build_server() -> None:
    """And a hook to use."""
    assert set(jobs()) == {
        ".github/workflows/kano.yml",
        ".gitlab-ci.yml",
        "Jenkinsfile",
        ".pre-commit-config.yaml",
    }


@pytest.mark.parametrize(
    ("name", "schema", "more"),
    [
        (".github/workflows/kano.yml", "vendor.github-workflows", []),
        (".gitlab-ci.yml", "vendor.gitlab-ci", ["--data-transform", "gitlab-ci"]),
    ],
)
def test_a_job_fits_its_servers_schema(
    project: Path, name: str, schema: str, more: list[str]
) -> None:
    """As check-jsonschema brings it; a job of a wrong shape does not fit."""
    checker = ("check_jsonschema", "--builtin-schema", schema, *more)
    done = ran(*checker, project / name)
    assert done.returncode == 0, done.stdout

    spoilt = (project / name).read_text("utf-8").replace("script:", "scrip:")
    (project / name).write_text(spoilt.replace("runs-on:", "run-on:"), "utf-8")
    assert ran(*checker, project / name).returncode == 1


def test_an_audit_of_the_workflow_finds_only_tags(project: Path) -> None:
    """The example names versions, which people can read; a hash is theirs to put."""
    done = subprocess.run(
        [Path(sys.executable).parent / "zizmor", "--offline", "--no-progress", "--format", "json",
         project / ".github" / "workflows" / "kano.yml"],
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip

    assert {finding["ident"] for finding in json.loads(done.stdout)} <= {"unpinned-uses"}


def test_the_workflow_uses_what_the_action_has(project: Path) -> None:
    """Inputs that it takes, and all that it must have."""
    workflow = yaml.safe_load((project / ".github/workflows/kano.yml").read_text("utf-8"))
    (step,) = (each for each in workflow["jobs"]["kano"]["steps"] if each.get("id") == "kano")
    inputs = action()["inputs"]

    assert step["with"].keys() <= inputs.keys()
    assert {name for name, each in inputs.items() if each.get("required")} <= step["with"].keys()


def test_the_jenkinsfile_is_groovy(project: Path) -> None:
    """And hands the report to the step `junit`."""
    text = (project / "Jenkinsfile").read_text("utf-8")
    parser = Parser(Language(tree_sitter_groovy.language()))

    assert not parser.parse(text.encode()).root_node.has_error
    assert parser.parse(text.replace("}", "", 1).encode()).root_node.has_error
    assert "junit testResults: 'kano.xml'" in text


def test_every_report_that_a_job_collects_is_written(project: Path) -> None:
    """By the name that the job has for it."""
    gitlab = yaml.safe_load((project / ".gitlab-ci.yml").read_text("utf-8"))["kano"]
    wanted = gitlab["artifacts"]["reports"]
    (line,) = command_lines("\n".join(gitlab["script"]) + "\n")
    written = {line[at + 1] for at, word in enumerate(line) if word == "--report"}
    (jenkins,) = command_lines((project / "Jenkinsfile").read_text("utf-8"))

    assert written == {f"gitlab={wanted['codequality']}", f"junit={wanted['junit']}"}
    assert "junit=kano.xml" in jenkins


def test_the_hooks_are_a_manifest(tmp_path: Path) -> None:
    """By pre-commit's own check, which takes not just anything."""
    assert ran("pre_commit", "validate-manifest", HOOKS).returncode == 0

    wrong = tmp_path / "hooks.yaml"
    wrong.write_text(HOOKS.read_text("utf-8").replace("entry:", "entries:"), "utf-8")
    assert ran("pre_commit", "validate-manifest", wrong).returncode == 1


def test_the_configuration_uses_the_hooks_there_are(project: Path) -> None:
    """With the arguments without which they could check nothing."""
    file = project / ".pre-commit-config.yaml"
    assert ran("pre_commit", "validate-config", file).returncode == 0

    hooks = {each["id"]: each for each in yaml.safe_load(HOOKS.read_text("utf-8"))}
    (repo,) = yaml.safe_load(file.read_text("utf-8"))["repos"]
    assert {each["id"] for each in repo["hooks"]} == hooks.keys()
    for each in repo["hooks"]:
        assert each["args"]
        assert hooks[each["id"]]["pass_filenames"] is False


@pytest.mark.parametrize(
    ("file", "runs"),
    [
        ("backlog.csv", ["kano-check"]),
        ("research/Survey 2026.XLSX", ["kano-check"]),
        ("kano-policy.yaml", ["kano-check"]),
        ("kano-baseline.json", ["kano-check"]),
        ("research/questionnaire.yaml", ["kano-check-questionnaire"]),
        ("kano-questionnaire.yml", ["kano-check", "kano-check-questionnaire"]),
        ("README.md", []),
        ("src/app.py", []),
    ],
)
def test_a_hook_runs_when_its_files_change(file: str, runs: list[str]) -> None:
    """And not at every commit."""
    hooks = yaml.safe_load(HOOKS.read_text("utf-8"))

    assert [each["id"] for each in hooks if re.search(each["files"], file)] == runs
