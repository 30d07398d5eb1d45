"""`kano sample-size` as users start it: what it prints, what it writes, what it refuses."""

import json
import sys
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kano_cli.commands.progress import progress
from kano_cli.core.rules import RULES
from kano_cli.renderers.data.sample_size_json import sample_size_schema
from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH, kano, output
from tests.commands.test_imports import HEAVY, RUN, heavy_in, loaded

SURVEY = ENGLISH / "survey.csv"
WORDS = ("-q", ENGLISH / "questionnaire.yaml")
VALIDATOR = Draft202012Validator(sample_size_schema())


class Terminal(StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def test_a_width_needs_so_many_answers() -> None:
    """One share, six, and those of all features, with what each respondent is asked."""
    page = output("sample-size", "--features", "12", "--width", "0.2", COLUMNS="80")

    assert page.startswith(
        "12 features · intervals of at most 20 points (plus or minus 10)\nconfidence 95 %\n"
    )
    for text, answers in (("one share", 93), ("normal", 97), ("six", 168), ("all 12", 277)):
        (line, *_) = [line for line in page.split("\n") if text in line and line[-1:].isdigit()]
        assert line.split()[-1] == str(answers)
    assert "24 questions for each person, 36 with importance" in " ".join(page.split())
    assert max(map(len, page.split("\n"))) <= 80


def test_without_options_one_survey_is_planned_without_features(run: Runner) -> None:
    """The defaults are said above the table; all features at once have no line."""
    ran = run("sample-size")

    assert (ran.code, ran.err) == (0, "")
    assert "at most 20 points (plus or minus 10) · confidence 95 %" in ran.out
    assert "questions for each" not in ran.out
    assert "The six" not in ran.out


def test_a_pilot_says_how_many_answers_each_category_needs(run: Runner) -> None:
    """The features in the order of classify, then all of them; the seed is said."""
    ran = run("sample-size", "--from", SURVEY, "--certainty", "0.9", *WORDS)
    lines = ran.out.split("\n")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("survey.csv · 178 respondents")
    assert "the right category with a chance of 90 %" in ran.out
    names = [line.split("  ")[0] for line in lines]
    assert names[names.index("Feature") + 1 :][:2] == ["Dark mode", "Audit log"]
    assert any(line.startswith("All 8 at once") for line in lines)
    assert "4000 surveys simulated" in ran.out
    assert "seed 1984" in ran.out


def test_the_same_seed_gives_the_same_bytes(run: Runner) -> None:
    """And another one other chances."""
    words = ("sample-size", "--from", SURVEY, "--format", "json")

    one, two, other = run(*words).out, run(*words).out, run(*words, "--seed", "7").out

    assert one == two
    assert json.loads(other)["settings"]["seed"] == 7
    assert json.loads(one)["features"] != json.loads(other)["features"]


@pytest.mark.parametrize("rule", RULES)
def test_json_of_a_pilot_fits_its_schema(rule: str, run: Runner) -> None:
    """The number needed is the first that is tried from which on the chance is reached."""
    ran = run("sample-size", "--from", SURVEY, "-f", "json", "--rule", rule, *WORDS)
    record = json.loads(ran.out)

    VALIDATOR.validate(record)
    assert record["settings"]["rule"] == rule
    tried, certainty = record["settings"]["answers_tried"], record["settings"]["certainty"]
    for feature in record["features"]:
        for way, needed in feature["answers_needed"].items():
            chances = feature["chances"][way]
            pairs = list(zip(tried, chances, strict=True))
            assert all(chance >= certainty for n, chance in pairs if n >= (needed or 10**9))
            too_few = [chance for n, chance in pairs if n < (needed or 10**9)]
            assert not too_few or too_few[-1] < certainty


def test_json_of_a_width_fits_its_schema(run: Runner) -> None:
    """With and without a number of features."""
    for words in (("--features", "12"), ()):
        record = json.loads(run("sample-size", "--width", "0.1", "-f", "json", *words).out)

        VALIDATOR.validate(record)
        assert record["answers_needed"]["share_normal"] == 385
        assert (record["answers_needed"]["survey"] is None) == (not words)


def test_a_file_is_written_by_its_ending(run: Runner, tmp_path: Path) -> None:
    """What is in it is what would be on stdout."""
    for ending in ("json", "txt"):
        file = tmp_path / f"plan.{ending}"
        ran = run("sample-size", "-o", file)

        assert (ran.code, ran.out, ran.err) == (0, "", f"kano: wrote {file}\n")
        form = ("-f", "json") if ending == "json" else ()
        assert file.read_text("utf-8") == run("sample-size", *form).out
    ran = run("sample-size", "-o", tmp_path / "plan.pdf")
    assert ran.code == 2
    assert 'the ending ".pdf" names no format' in ran.err


def test_the_pilot_is_never_written_over(run: Runner) -> None:
    """As by classify."""
    ran = run("sample-size", "--from", SURVEY, "-o", SURVEY)

    assert ran.code == 2
    assert "is the file that is being read" in ran.err


def test_a_pilot_from_standard_input_is_read() -> None:
    """In Dutch as well."""
    done = kano(
        "sample-size", "--from", "-", "--lang", "nl", stdin=(DUTCH / "survey.csv").read_bytes()
    )

    assert done.returncode == 0, done.stderr
    assert "Alle 9 tegelijk" in done.stdout.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--width", "20"),
            "--width: 20 is not between 0.001 and 1\nhint: write 0.2 for 20",
        ),
        (("--width", "1e-100"), "--width: 1e-100 is not between 0.001 and 1\n"),
        (("--width", "0"), "--width: 0 is not between 0.001 and 1\n"),
        (("--confidence", "95"), "--confidence: 95 is not between 0 and 1\nhint: write 0.95"),
        (("--features", "0"), "--features: 0 is no number of features\nhint: write 1 or more"),
        (("--from", SURVEY, "--certainty", "1"), "--certainty: 1 is not between 0 and 0.99\n"),
        (("--from", SURVEY, "--seed", "-1"), "--seed: -1 is below 0\nhint: give a whole number"),
        (("--from", SURVEY, "--rule", "median"), '--rule: there is no rule "median"\n'),
        (("--from", SURVEY, "--table", "berger"), '--table: there is no evaluation table "berger"'),
        (("--from", SURVEY, "--width", "0.2"), "--width: plans without a pilot\nhint: leave out"),
        (("--from", SURVEY, "--features", "8"), "--features: plans without a pilot\n"),
        (("--from", SURVEY, "--confidence", "0.9"), "--confidence: plans without a pilot\n"),
        (("--certainty", "0.9"), "--certainty: is about a pilot\nhint: name the pilot's file with"),
        (("-q", "saas-en"), "--questionnaire: is about a pilot\n"),
        (("--from", ""), "--from: names no file\nhint: "),
        (("--seed", "3"), "--seed: is about a pilot\n"),
        (("--from", "nothing.csv"), "nothing.csv: "),
        (("--lang", "xx"), "--lang: "),
    ],
)
def test_what_cannot_be_is_refused_in_two_lines(
    words: tuple[object, ...], said: str, run: Runner
) -> None:
    """Nothing is written; an option that would do nothing is refused, too."""
    ran = run("sample-size", *words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kano: error: {said}")
    assert ran.err.count("\nhint: ") <= 1
    assert ran.err.count("\n") <= 2


def test_a_wrong_plan_is_refused_before_the_file_is_read(run: Runner) -> None:
    """Nobody waits for a large file to hear about a typing mistake."""
    ran = run("sample-size", "--from", "nothing.csv", "--certainty", "2")

    assert ran.err.startswith("kano: error: --certainty: ")


@pytest.mark.parametrize(
    ("words", "unused"),
    [
        (("--help",), HEAVY),
        (("--features", "12"), ("pandas", "openpyxl", "yaml", "scipy")),
        (("--from", SURVEY, "-f", "json"), ("pandas", "openpyxl", "scipy", "rich.table")),
    ],
    ids=["help", "width", "pilot"],
)
def test_it_loads_nothing_that_it_does_not_need(
    words: tuple[object, ...], unused: tuple[str, ...]
) -> None:
    """Never scipy, which only the tests have."""
    assert heavy_in(loaded(RUN, "sample-size", *words), unused) == []


def test_progress_is_said_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its line is overwritten with spaces at the end."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with progress("simulating features", 10) as done:
        done(9)
        done(10)

    said = terminal.getvalue()
    assert "kano: simulating features, 9 of 10" in said
    assert said.split("\r")[-2].strip() == ""
    assert len(said.split("\r")[-2]) == len("kano: simulating features, 10 of 10")
    assert "\n" not in said


@pytest.mark.parametrize("stream", [StringIO(), None])
def test_progress_is_silent_anywhere_else(
    stream: StringIO | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe, or where standard error is closed."""
    monkeypatch.setattr(sys, "stderr", stream)

    with progress("simulating features", 2) as done:
        done(1)

    assert stream is None or stream.getvalue() == ""
