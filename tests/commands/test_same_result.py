"""One survey, many ways to ask: the answer is the same."""

import json
from pathlib import Path

import pytest

from kano_cli import classify
from kano_cli.renderers.data.json import as_record
from tests.commands.process import DUTCH, ENGLISH, kano, output

SURVEY = DUTCH / "survey.csv"


def test_standard_input_is_read_for_a_dash() -> None:
    """The same numbers as from the file."""
    done = kano("classify", "-", "-f", "json", stdin=SURVEY.read_bytes())
    piped, read = json.loads(done.stdout), json.loads(output("classify", SURVEY, "-f", "json"))

    assert piped["features"] == read["features"]
    assert piped["survey"]["file"] == "standard input"


def test_a_command_is_the_same_call_in_python() -> None:
    """`kano classify f --format json` is `kano_cli.classify(f)`."""
    questionnaire = ENGLISH / "questionnaire.yaml"
    options = ("--table", "pouliot", "--rule", "near-tie", "--sort", "stack", "--confidence", "0.9")
    asked = ("-q", questionnaire, *options)
    text = output("classify", ENGLISH / "survey.xlsx", "-f", "json", *asked)
    result = classify(
        ENGLISH / "survey.xlsx", questionnaire=questionnaire, table="pouliot", rule="near-tie",
        sort="stack", confidence=0.9,
    )  # fmt: skip

    assert json.loads(text) == as_record(result)


def test_json_is_the_same_bytes_in_every_language_and_locale() -> None:
    """And in every terminal."""
    words = ("classify", SURVEY, "-f", "json")
    first = output(*words)

    assert output(*words, "--lang", "nl") == first
    for variables in (
        {"LANG": "nl_NL.UTF-8"}, {"LC_ALL": "de_DE@euro"}, {"LANG": "C"}, {"COLUMNS": "40"},
        {"FORCE_COLOR": "1"}, {"PYTHONIOENCODING": "latin-1"}, {"TERM": "dumb"},
    ):  # fmt: skip
        assert output(*words, **variables) == first


@pytest.mark.parametrize("folder", [DUTCH, ENGLISH], ids=["nl", "en"])
@pytest.mark.parametrize("asked", [True, False], ids=["with its questionnaire", "without"])
def test_a_sample_is_the_same_by_command_and_in_python(folder: Path, asked: bool) -> None:
    """Without any other option."""
    questionnaire = folder / "questionnaire.yaml" if asked else None
    words = ("-q", questionnaire) if questionnaire else ()
    told = json.loads(output("classify", folder / "survey.xlsx", "--format", "json", *words))

    assert told == as_record(classify(folder / "survey.xlsx", questionnaire=questionnaire))


def test_csv_and_markdown_are_the_same_bytes_in_every_terminal() -> None:
    """Neither has a width or a colour."""
    for form in ("csv", "markdown"):
        first = kano("classify", SURVEY, "-f", form).stdout
        variables = {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
        assert kano("classify", SURVEY, "-f", form, variables=variables).stdout == first


def test_a_csv_has_the_same_bytes_in_every_language() -> None:
    """Its words are those of the contract; only what stderr says is translated."""
    english = kano("classify", SURVEY, "-f", "csv")
    dutch = kano("classify", SURVEY, "-f", "csv", "--lang", "nl")

    assert dutch.stdout == english.stdout
    assert b"K203: 3 half beantwoorde paren" in dutch.stderr
