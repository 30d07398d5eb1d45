"""`kano compare` and `kano classify --by`: what is promised, what is shown, what is refused."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from kano_cli import compare
from kano_cli.comparison.record import COLUMNS
from kano_cli.renderers.data.comparison_json import comparison_record, comparison_schema
from kano_cli.renderers.data.json import as_record
from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH
from tests.commands.test_screens import ESCAPE, on_terminal
from tests.comparison.made import survey_file, wave_file
from tests.readers.files import write

SURVEY = ENGLISH / "survey.csv"
ASKED = ("-q", ENGLISH / "questionnaire.yaml")
BY = ("compare", SURVEY, *ASKED, "--by", "Plan")
VALIDATOR = Draft202012Validator(comparison_schema())
GROUPS = {"Free": {"Search": (30, 10, 5, 5)}, "Pro": {"Search": (10, 15, 15, 10)}}


def test_the_sample_says_who_wants_single_sign_on(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first line says what was compared, of how many, and how it was tested."""
    monkeypatch.setenv("COLUMNS", "80")
    ran = run(*BY)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "survey.csv by Plan · Enterprise 40, Free 79, Team 59 respondents · 8 features\n"
        "chi-square test, 9999 shuffles where cells are thin (seed 1984)"
    )
    assert "p adjusted for 8 tests (Holm) · standard table, rule mode" in ran.out
    assert "Single sign-on      basic for Enterprise; indifferent for Free; basic /" in ran.out


@pytest.mark.parametrize("options", [(), ("--fdr",), ("--permutation",), ("--sort", "file")])
def test_json_is_what_python_gives_and_fits_its_schema(
    run: Runner, options: tuple[str, ...]
) -> None:
    """The same record, in English words, nulls for what does not exist."""
    ran = run(*BY, *options, "-f", "json", "--lang", "nl")
    record = json.loads(ran.out)
    known = {
        "fdr": "--fdr" in options,
        "permutation": "--permutation" in options,
        "sort": "file" if "file" in options else "difference",
    }

    VALIDATOR.validate(record)
    assert record == comparison_record(
        compare(SURVEY, by="Plan", questionnaire=ASKED[1], **known)  # type: ignore[arg-type]
    )
    assert (record["settings"]["seed"], record["settings"]["shuffles"]) == (1984, 9999)


def test_json_of_waves_and_of_empty_numbers_fits(tmp_path: Path) -> None:
    """A feature that one file lacks, one that nobody answered, one group of no answers."""
    one = wave_file(tmp_path, "1.csv", {"A": (30, 10), "B": (30,), "C": (5,)})
    two = wave_file(tmp_path, "2.csv", {"A": (30, 10), "B": (20,), "D": (5,)})
    waves = comparison_record(compare(one, two, one))
    split = survey_file(tmp_path, GROUPS)
    split.write_text(split.read_text("utf-8") + "Team,,\n", "utf-8")
    groups = comparison_record(compare(split, by="plan"))

    for record in (waves, groups):
        VALIDATOR.validate(json.loads(json.dumps(record, allow_nan=False)))
    by_name = {feature["name"]: feature for feature in waves["features"]}
    assert by_name["B"]["test"]["chi2"] is None
    assert by_name["B"]["adjusted_p"] is None
    assert by_name["B"]["differs"] is None
    assert groups["features"][0]["groups"][2]["category"] is None
    assert groups["settings"]["seed"] is None


def test_the_schema_refuses_another_shape() -> None:
    """Without a key, or with text for a number."""
    record = comparison_record(compare(SURVEY, by="Plan"))
    for broken in (
        {key: value for key, value in record.items() if key != "features"},
        {**record, "left_out_respondents": "2"},
        {**record, "kind": "cohorts"},
    ):
        assert not VALIDATOR.is_valid(broken)


def test_csv_has_a_row_per_feature_and_group(run: Runner) -> None:
    """What should be known about them stands on standard error."""
    ran = run(*BY, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))

    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 24
    assert "kano: info K203" in ran.err
    assert {row["group"] for row in rows} == {"Enterprise", "Free", "Team"}


def test_markdown_shows_the_same_cells(run: Runner) -> None:
    """Names cannot do anything in it."""
    out = run(*BY, "-f", "markdown").out

    assert "| Single sign-on | ■ M basic, \\> 99 %, n 40 |" in out
    assert "| 0.38 | 0.0008 |" in out


def test_a_file_is_written_whole(run: Runner, tmp_path: Path) -> None:
    """Its ending says what it becomes, and no input is written over."""
    target = tmp_path / "out.json"

    assert run(*BY, "-o", target).code == 0
    VALIDATOR.validate(json.loads(target.read_text("utf-8")))
    file = survey_file(tmp_path, GROUPS, "in.csv")
    assert "is the file that is being read" in run("compare", file, "--by", "Plan", "-o", file).err


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("command", ["compare", "classify"])
def test_no_line_is_wider_than_the_screen(
    run: Runner, monkeypatch: pytest.MonkeyPatch, width: int, lang: str, command: str
) -> None:
    """And every name is there, whole."""
    monkeypatch.setenv("COLUMNS", str(width))
    for by in ("Plan", "Role"):
        out = run(command, SURVEY, *ASKED, "--by", by, "--lang", lang).out
        lines = out.split("\n")
        assert max(map(cell_len, lines)) <= width, by
        told = re.sub(r"\s+", "", out)
        if (command, width) == ("classify", 60):
            continue  # there names go on below, beside the next cell
        for name in ("Single sign-on", "AI writing suggestions", "Keyboard shortcuts"):
            assert re.sub(r"\s+", "", name) in told


def test_a_short_name_does_not_break_its_heading(run: Runner, tmp_path: Path) -> None:
    """Nor does a group of one letter."""
    groups = {"A": {"b": (30, 10)}, "B": {"b": (10, 30)}}
    out = run("compare", survey_file(tmp_path, groups), "--by", "Plan").out

    assert "\nFeature  A (40)" in out


def test_twelve_groups_fit_a_screen(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As letters beside each other, or one under another."""
    groups = {f"Region {at}": {"Search": (20 + at, 30)} for at in range(12)}
    file = survey_file(tmp_path, groups)
    for width in (50, 80, 140):
        monkeypatch.setenv("COLUMNS", str(width))
        out = run("compare", file, "--by", "Plan").out
        assert max(map(cell_len, out.split("\n"))) <= width
        assert "Region 11" in out


def test_a_terminal_gets_colour_and_the_same_text() -> None:
    """Colour only helps; NO_COLOR takes it away."""
    words = ("compare", str(SURVEY), "--by", "Plan")
    coloured = on_terminal(*words)

    assert "\x1b[" in coloured
    assert "■ M basic" in ESCAPE.sub("", coloured)
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]", on_terminal(*words, NO_COLOR="1"))


def test_hostile_names_drive_no_terminal(run: Runner, tmp_path: Path) -> None:
    """Neither a group's nor a column's."""
    rows = ["Plan\x1b[2J,Search (with),Search (without)"]
    rows += ["=cmd\x1b[31m,I like it,I dislike it", "[red]b|c,I am neutral,I am neutral"] * 30
    file = write(tmp_path / "x.csv", "\n".join(rows) + "\n")

    for form in ("table", "markdown", "csv", "json"):
        ran = run("compare", file, "--by", "column A", "-f", form)
        assert ran.code == 0, ran.err
        assert "\x1b" not in ran.out + ran.err
        for cell in next(csv.reader([ran.out.split("\n")[1]]), [""]) if form == "csv" else ():
            assert not cell.startswith("=")


def test_the_groups_of_the_dutch_sample_compare_in_dutch(run: Runner) -> None:
    """By the header of a column, however it is written."""
    header = (DUTCH / "survey.csv").read_text("utf-8-sig").split("\n")[0].split(";")[-1].strip()
    ran = run("compare", DUTCH / "survey.csv", "--by", header.upper(), "--lang", "nl")

    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"survey.csv naar {header} · ")
    assert "Wie wil wat" in ran.out


def test_drop_leaves_the_same_respondents_out_of_every_group(run: Runner) -> None:
    """As of the whole survey."""
    ran = run(*BY, "--drop", "half-answered", "-f", "json")
    record = json.loads(ran.out)
    whole = as_record_of_whole()

    assert ran.code == 0, ran.err
    assert sum(group["respondents"] for group in record["groups"]) == whole
    assert "K216" in {finding["code"] for finding in record["findings"]}


def as_record_of_whole() -> int:
    """How many respondents of the sample answered no question by half."""
    from kano_cli import classify

    record = as_record(classify(SURVEY, questionnaire=ASKED[1], drop="half-answered"))
    respondents: int = record["survey"]["respondents"]
    return respondents
