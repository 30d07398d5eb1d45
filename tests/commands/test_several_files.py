"""Folders and patterns at the command line: every command that reads a survey takes them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kano_cli.renderers.data.json import schema
from tests.commands.conftest import Ran, Runner
from tests.forms.fielded import PLAIN, form, respondents
from tests.readers.files import csv_text

FORM = form(PLAIN)
HEADER = [question.code for question in FORM.questions]


def wave(folder: Path, number: int, seed: int) -> Path:
    """A folder with a file a respondent."""
    folder.mkdir()
    for at, filled in enumerate(respondents(FORM, number, seed, gaps=False)):
        record = {
            "questionnaire": "Bike shop",
            "hash": FORM.stamp,
            "language": "en",
            "respondent": f"{folder.name}-{at}",
            "submitted": "2026-10-05T07:31:00Z",
            "answers": dict(filled),
        }
        (folder / f"{at:03}.json").write_text(json.dumps(record), "utf-8")
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two waves and a questionnaire."""
    monkeypatch.chdir(tmp_path)
    wave(tmp_path / "wave1", 60, 1)
    wave(tmp_path / "wave2", 40, 2)
    (tmp_path / "study.yaml").write_text(PLAIN, "utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


def ended_well(ran: Ran) -> str:
    """What was written, by a command that did what was wanted."""
    assert ran.code == 0, ran.err
    return ran.out


@pytest.mark.parametrize("wanted", [["wave1"], ["wave1/"], ["wave1/*.json"]])
@pytest.mark.usefixtures("here")
def test_classify_says_how_many_files_it_read(run: Runner, wanted: list[str]) -> None:
    """In the line above the table, in either language."""
    name = wanted[0].rstrip("/")
    assert ended_well(run("classify", *wanted)).startswith(f"{name} (60 files) · 60 respondents")
    assert "(60 bestanden)" in run("classify", *wanted, "--lang", "nl").out


def test_what_a_shell_makes_of_a_pattern_is_one_survey(here: Path, run: Runner) -> None:
    """Many names behind each other."""
    files = sorted(str(path) for path in (here / "wave1").iterdir())
    whole = ended_well(run("classify", "wave1", "--format", "json"))

    assert ended_well(run("classify", *files, "--format", "json")) == whole


@pytest.mark.usefixtures("here")
def test_the_json_fits_its_schema(run: Runner) -> None:
    """`files` is new, and there only where there are several."""
    record = json.loads(
        ended_well(run("classify", "wave1", "-q", "study.yaml", "--format", "json"))
    )

    assert not list(Draft202012Validator(schema()).iter_errors(record))
    assert (record["survey"]["file"], record["survey"]["files"]) == ("wave1", 60)
    alone = json.loads(ended_well(run("classify", "wave1/000.json", "--format", "json")))
    assert "files" not in alone["survey"]


COMMANDS = {
    "explain": ("explain", "wave1", "loanbike"),
    "compare": ("compare", "wave1", "wave2/*.json"),
    "report": ("report", "wave1", "-o", "report.md"),
    "chart": ("chart", "wave1", "-o", "map.svg"),
    "sample-size": ("sample-size", "--from", "wave1"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("here")
def test_every_command_reads_a_folder(run: Runner, command: str) -> None:
    """As it reads a file."""
    ended_well(run(*COMMANDS[command]))


@pytest.mark.usefixtures("here")
def test_check_reads_a_folder(run: Runner) -> None:
    """And names it."""
    ran = run("check", "wave1", "--format", "json")

    assert json.loads(ran.out)["survey"]["files"] == 60


@pytest.mark.usefixtures("here")
def test_inspect_takes_one_file(run: Runner) -> None:
    """Which it says."""
    ran = run("inspect", "wave1")

    assert (ran.code, ran.out) == (2, "")
    assert "name a file in it, such as 000.json" in ran.err


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("empty", "empty: is a folder without survey files"),
        ("wave1/*.csv", "wave1/*.csv: fits no file"),
        ("wave3", "wave3: there is no such file"),
    ],
)
@pytest.mark.usefixtures("here")
def test_nothing_to_read_is_refused(
    run: Runner,
    wanted: str,
    said: str,
) -> None:
    """With nothing on stdout."""
    ran = run("classify", wanted)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("wanted", "target"), [("wave1", "wave1/result.json"), ("wave1/*.csv", "wave1/result.csv")]
)
def test_a_result_is_not_written_among_the_answers(
    here: Path,
    run: Runner,
    wanted: str,
    target: str,
) -> None:
    """The next run would read it as answers."""
    (here / "wave1" / "more.csv").write_text(csv_text([HEADER, ["like"] * len(HEADER)]), "utf-8")
    ran = run("classify", wanted, "-o", target)

    assert ran.code == 2
    assert f"would be one of the files of {wanted} that are read" in ran.err
    assert not (here / target).exists()
    ended_well(run("classify", wanted, "-o", "result.json"))


def test_another_version_is_told_under_the_table(here: Path, run: Runner) -> None:
    """By what changed."""
    (here / "study.yaml").write_text(PLAIN.replace("Bike shop", "Bikes"), "utf-8")

    said = " ".join(ended_well(run("classify", "wave1", "-q", "study.yaml")).split())
    assert (
        "K127 60 answers are to another version of the questionnaire; what has changed since: "
        "the title" in said
    )
