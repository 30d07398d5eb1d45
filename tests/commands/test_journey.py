"""`kano journey` as users start it: what it prints, what it writes, what it refuses."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kano_cli.commands import journey as journey_command
from kano_cli.renderers.data.journey_json import journey_schema
from tests.commands.conftest import Runner
from tests.commands.process import (
    COMMAND,
    DUTCH,
    ENGLISH,
    ROOT,
    environment,
    kano,
    output,
    refusal,
)
from tests.commands.test_imports import RUN, heavy_in, loaded
from tests.renderers.screens import widest

SURVEY, STUDY = DUTCH / "survey.csv", DUTCH / "questionnaire.yaml"
ASKED = ("-q", STUDY)
JOURNEY = ROOT / "samples" / "mobile-journey-nl"
VALIDATOR = Draft202012Validator(journey_schema())
PHASES = """
journey:
  - phase: Start
    touchpoints: [Overstappen, {touchpoint: Onderweg, moment: excel}]
  - phase: Gebruik
    touchpoints: [Bellen, Internetten, Berichten, Post, Factuur]
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """The questionnaire of the sample, with a journey in phases."""
    file = tmp_path / "study.yaml"
    file.write_text(STUDY.read_text("utf-8") + PHASES, "utf-8")
    return file


def test_a_page_says_where_to_excel_and_what_each_touchpoint_is() -> None:
    """On stdout, with nothing on stderr."""
    page = output("journey", SURVEY, *ASKED)

    assert page.startswith("Mobiele provider\nsurvey.csv · 240 respondents")
    assert "Excel with 2 GB extra als bedankje (at Factuur)." in page
    assert "Bellen       standard moment" in page
    assert "What could be added" in page


def test_phases_stand_in_their_order(study: Path) -> None:
    """Above the touchpoints of each; a disagreement is a finding."""
    page = output("journey", SURVEY, "-q", study)
    lines = [line.split("  ")[0] for line in page.split("\n")]
    told = [
        line for line in lines if line in ("Start", "Gebruik", "Overstappen", "Bellen", "Factuur")
    ]

    assert told == ["Start", "Overstappen", "Gebruik", "Bellen", "Factuur"]
    assert "K501  Onderweg is called a moment to excel" in page


def test_without_a_questionnaire_it_says_which_key_would_add_what() -> None:
    """And how a first one is drafted: a line that works."""
    page = output("journey", ENGLISH / "survey.csv")

    assert page.startswith("The customer's journey\nsurvey.csv · 178 respondents")
    for key in ("touchpoint:", "moment:", "recommendation:", "emotion:", "design:"):
        assert f"`{key}`" in page
    (draft,) = [line.strip() for line in page.split("\n") if line.startswith("  kano ")]
    assert draft == f"kano inspect {ENGLISH / 'survey.csv'} --write study.yaml"


def test_what_was_said_of_the_file_is_in_the_line_that_drafts(run: Runner) -> None:
    """So that it reads the file in the same way; standard input cannot be read again."""
    ran = run("journey", ENGLISH / "survey.csv", "--layout", "wide")
    stdin = kano("journey", "-", stdin=(ENGLISH / "survey.csv").read_bytes())

    assert "--layout wide --write study.yaml" in ran.out
    assert stdin.returncode == 0
    assert b"What could be added" in stdin.stdout
    assert b"kano inspect" not in stdin.stdout


def test_json_fits_its_schema_and_says_the_same(study: Path) -> None:
    """In English always; the dose and the level are said."""
    words = ("journey", SURVEY, "-q", study, "-f", "json")
    found = json.loads(output(*words, "--dose", "1", "--confidence", "0.9"))

    VALIDATOR.validate(found)
    assert (found["settings"]["dose"], found["settings"]["confidence"]) == (1, 0.9)
    assert [phase["name"] for phase in found["journey"]["phases"]] == ["Start", "Gebruik"]
    assert [each["id"] for each in found["excel"] if each["chosen"]] == ["thank_you_gb"]
    assert output(*words) == output(*words, "--lang", "nl")


@pytest.mark.parametrize("file", ["survey.csv", "survey.xlsx"])
def test_a_survey_with_ratings_has_its_curve_and_its_loyalty(file: str) -> None:
    """From the file to the page, drawn at the width of the terminal."""
    words = ("journey", JOURNEY / file, "-q", JOURNEY / "questionnaire.yaml")
    found = json.loads(output(*words, "-f", "json"))
    wide, narrow = (output(*words, "--lang", "nl", COLUMNS=width) for width in ("140", "60"))
    curve, score = found["curve"], found["loyalty"]["recommendation"]

    VALIDATOR.validate(found)
    assert found["missing"] == []
    assert [point["touchpoint"] for point in curve["points"]] == [
        stop["name"] for phase in found["journey"]["phases"] for stop in phase["touchpoints"]
    ]
    for page in (wide, narrow):
        assert page.count("●") >= len(curve["points"])
        assert f"De NPS is {score['score']:.1f}".replace("-", "−") in page
        assert "piek" in page
        assert "einde" in page
    assert [line for line in wide.split("\n") if line.startswith("5.5 │┄")]
    assert len([line for line in narrow.split("\n") if line.split("  ")[0] == "Website"]) >= 2


def test_the_dose_is_how_many_are_chosen(run: Runner) -> None:
    """None with 0, and the page says so."""
    none = json.loads(run("journey", SURVEY, *ASKED, "--dose", "0", "-f", "json").out)

    assert [each["against"] for each in none["excel"] if each["id"] == "thank_you_gb"] == [["dose"]]
    assert "the dose is 0" in run("journey", SURVEY, *ASKED, "--dose", "0").out


def test_table_rule_weight_and_drop_reach_the_numbers(run: Runner, tmp_path: Path) -> None:
    """Each as in the other commands."""

    def found(*words: object, survey: Path = SURVEY) -> dict[str, object]:
        ran = run("journey", survey, *words, "-f", "json")
        assert (ran.code, ran.err) == (0, "")
        told: dict[str, object] = json.loads(ran.out)
        VALIDATOR.validate(told)
        return told

    plain = found(*ASKED)
    assert found(*ASKED, "--table", "pouliot")["excel"] != plain["excel"]
    settings = found(*ASKED, "--rule", "block")["settings"]
    assert isinstance(settings, dict)
    assert settings["rule"] == "block"
    assert plain["dropped"] is None
    assert found(*ASKED, "--drop", "questionable>20%")["dropped"]
    rows = (ENGLISH / "survey.csv").read_text("utf-8-sig").splitlines()
    weighted = tmp_path / "weighted.csv"
    weighted.write_text(
        "\n".join(
            [f"{rows[0]},Weight", *(f"{row},{at % 3 + 1}" for at, row in enumerate(rows[1:]))]
        )
    )
    survey = found("--weight", "Weight", survey=weighted)["survey"]
    assert isinstance(survey, dict)
    assert survey["weight"] == "Weight"


def test_markdown_is_a_document_with_a_table_per_part(run: Runner) -> None:
    """In Dutch, too."""
    english = run("journey", SURVEY, *ASKED, "-f", "markdown").out
    dutch = run("journey", SURVEY, *ASKED, "-f", "markdown", "--lang", "nl").out

    assert english.startswith("# Mobiele provider\n")
    assert "\n## Where to excel\n" in english
    assert "| Bellen | standard moment | has to be right | yes |" in english
    assert "\n## Waar u kunt excelleren\n" in dutch
    assert "\n## Wat u nog kunt toevoegen\n" in dutch


@pytest.mark.parametrize("width", ["40", "80", "140"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_page_fits_the_width(width: str, lang: str) -> None:
    """A list where there is no room for a table; no line ends in spaces."""
    lines = output("journey", SURVEY, *ASKED, "--lang", lang, COLUMNS=width).split("\n")

    assert widest(lines) <= int(width)
    assert [line for line in lines if line != line.rstrip()] == []
    assert any("─" in line for line in lines) is (width != "40")


def test_a_pipe_and_no_color_have_no_colours() -> None:
    """The same bytes; a terminal that is forced has them."""
    plain = output("journey", SURVEY, *ASKED)
    forced = kano("journey", SURVEY, *ASKED, variables={"FORCE_COLOR": "1"}).stdout.decode()

    assert "\x1b" not in plain
    assert "\x1b" in forced
    assert output("journey", SURVEY, *ASKED, NO_COLOR="1") == plain


@pytest.mark.parametrize(
    ("ending", "form"),
    [(".json", "json"), (".md", "markdown"), (".markdown", "markdown"), (".txt", "table")],
)
def test_the_format_follows_the_ending(ending: str, form: str, run: Runner, tmp_path: Path) -> None:
    """The same bytes as on stdout; where it went is told on stderr."""
    file = tmp_path / f"page{ending}"
    ran = run("journey", SURVEY, *ASKED, "-o", file)

    assert (ran.code, ran.out, ran.err) == (0, "", f"kano: wrote {file}\n")
    assert file.read_bytes() == run("journey", SURVEY, *ASKED, "-f", form).out.encode()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((SURVEY, "-q", "none.yaml"), "none.yaml"),
        ((SURVEY, "--rule", "median"), "--rule"),
        ((SURVEY, "--table", "berger"), "--table"),
        ((SURVEY, "--confidence", "95"), "--confidence"),
        ((SURVEY, "--drop", "liars"), "--drop"),
        ((SURVEY, "--weight", "Nothing"), "Nothing"),
        ((SURVEY, "--lang", "xx"), "--lang"),
        ((SURVEY, "-o", "page.pdf"), 'the ending ".pdf" names no format'),
        ((SURVEY, "-o", SURVEY), "is the file that is being read"),
    ],
    ids=str,
)
def test_a_refusal_is_a_line_and_a_hint(words: tuple[str | Path, ...], said: str) -> None:
    """Code 2, nothing on stdout."""
    told = refusal("journey", *words)

    assert told.startswith("kano: error: ")
    assert said in told
    assert told.split("\n")[1].startswith("hint: ")
    assert told.count("\n") == 2


@pytest.mark.parametrize("words", [("--dose", "-1"), ("--dose", "many"), ("--format", "csv"), ()])
def test_a_wrong_option_names_the_help(words: tuple[str, ...]) -> None:
    """As Typer says it."""
    line: list[str | Path] = [SURVEY, *words] if words else []
    told = refusal("journey", *line)

    assert "Try 'kano journey -h' for help." in told


def test_a_mistake_is_told_before_a_large_file_is_read(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever can be known by then."""
    monkeypatch.setattr(journey_command, "read", lambda *_: pytest.fail("it was read"))
    for words in (("--drop", "liars"), ("--rule", "median"), ("--lang", "xx"), ("-o", "a.pdf")):
        ran = run("journey", SURVEY, *words)
        assert (ran.code, ran.out) == (2, "")


def test_a_file_that_is_not_there_is_refused_as_elsewhere() -> None:
    """In the words of the other commands."""
    assert refusal("journey", "none.csv") == refusal("classify", "none.csv")


def test_a_journey_that_is_not_one_is_refused_with_its_place(tmp_path: Path) -> None:
    """Line and column of the questionnaire."""
    file = tmp_path / "study.yaml"
    file.write_text(STUDY.read_text("utf-8") + "journey: [Bellen, Bellen]\n", "utf-8")
    told = refusal("journey", SURVEY, "-q", file)

    assert 'the touchpoint "Bellen" stands in the journey twice' in told
    assert "line " in told


def test_a_write_that_fails_leaves_the_old_file(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole or not at all."""
    file = tmp_path / "page.md"
    file.write_text("before")
    monkeypatch.setattr(Path, "replace", _fails)
    ran = run("journey", SURVEY, *ASKED, "-o", file)

    assert ran.code == 2
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def _fails(*_: object) -> None:
    """The disk is full."""
    raise OSError(28, os.strerror(28))


def test_a_reader_who_leaves_early_is_no_mistake() -> None:
    """Code 0, nothing on stderr."""
    with subprocess.Popen(
        [*COMMAND, "journey", str(SURVEY), "-q", str(STUDY)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        first = subprocess.run(["head", "-1"], stdin=process.stdout, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()

    assert first.stdout == b"Mobiele provider\n"
    assert (process.returncode, told) == (0, b"")


def test_help_lists_every_option_and_loads_nothing_heavy() -> None:
    """The command stands in the list of commands, too."""
    text = output("journey", "--help")

    for option in ("--questionnaire", "--dose", "--confidence", "--weight", "--table", "--rule",
                   "--drop", "--format", "--output", "--lang", "--sheet", "--layout"):  # fmt: skip
        assert option in text
    assert "journey" in output("--help")
    assert heavy_in(loaded(RUN, "journey", "--help")) == []


def test_json_loads_no_screen_and_no_pandas() -> None:
    """It is written without Rich."""
    words = ("journey", SURVEY, *ASKED, "-f", "json")

    assert heavy_in(loaded(RUN, *words), ("pandas", "scipy", "openpyxl", "rich.table")) == []


def test_the_same_run_gives_the_same_bytes(study: Path) -> None:
    """Nothing of a clock or a memory address."""
    for form in ("table", "json", "markdown"):
        words = ("journey", SURVEY, "-q", study, "-f", form)
        assert output(*words) == output(*words)
