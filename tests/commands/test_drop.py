"""`--drop` on the command line: what is promised, and what is refused."""

import json
from pathlib import Path

import pytest

from kano_cli import classify
from kano_cli.renderers.data.json import as_record
from tests.commands.conftest import Runner
from tests.commands.process import DUTCH

SURVEY = DUTCH / "survey.csv"
WORDS = dict(zip("lmntd", ("like", "must-be", "neutral", "live-with", "dislike"), strict=True))
PEOPLE = [*["nd ld ln"] * 12, *["ll ll ll"] * 13, *["nn nn nn"] * 3]


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Thirteen of twenty-eight are straight-liners."""
    file = tmp_path / "answers.csv"
    rows = [",".join(WORDS[letter] for letter in person.replace(" ", "")) for person in PEOPLE]
    header = "a_f,a_d,b_f,b_d,c_f,c_d"
    file.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return file


def test_a_command_drops_as_python_does(run: Runner, survey: Path) -> None:
    """The same record."""
    kinds = "straightliners,questionable>2,questionable>20%,half-answered"
    ran = run("classify", survey, "--drop", kinds, "-f", "json")

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == as_record(classify(survey, drop=kinds))
    assert json.loads(ran.out)["dropped"]["kinds"] == {
        "straightliners": 13, "questionable>2": 0, "questionable>20%": 0, "half-answered": 0,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_both_results_are_shown(form: str, run: Runner, survey: Path) -> None:
    """Never one without the other."""
    out = run("classify", survey, "--drop", "straightliners", "-f", form).out

    assert "13 respondents dropped (13 straight-liners)" in out
    assert "With and without those dropped" in out
    assert "? Q questionable, 58 %, n 28" in out
    assert "K216" in out


def test_a_csv_says_on_stderr_who_was_dropped(run: Runner, survey: Path) -> None:
    """It has columns for both results, and no place for the reason."""
    ran = run("classify", survey, "--drop", "straightliners", "-f", "csv")

    assert "category_with_all" in ran.out
    assert "kano: info K216: 13 respondents dropped, as asked: 13 straight-liners" in ran.err


def test_explain_drops_too(run: Runner, survey: Path) -> None:
    """Its numbers are those of who stays."""
    out = run("explain", survey, "a", "--drop", "straightliners").out

    assert "0 questionable: 15 answered" in out
    assert "With all 28" in out


@pytest.mark.parametrize("command", ["classify", "explain"])
def test_a_kind_that_is_not_known_is_refused_before_anything_is_read(
    command: str, run: Runner, tmp_path: Path
) -> None:
    """Even where there is no file; in two lines."""
    words = (command, tmp_path / "gone.csv", *(["a"] if command == "explain" else []))
    ran = run(*words, "--drop", "speeder")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'kano: error: --drop: there is no kind of respondent "speeder"\n'
        'hint: did you mean "speeders"? choose from straightliners, questionable>2, '
        "questionable>20%, duplicates, speeders, half-answered\n"
    )


def test_a_sign_that_the_shell_took_is_refused(run: Runner, survey: Path) -> None:
    """`--drop questionable>2` without quotes: the shell makes a file called 2."""
    ran = run("classify", survey, "--drop", "straightliners,questionable")

    assert ran.code == 2
    assert ran.err == (
        'kano: error: --drop: "questionable" does not say more than how many\n'
        'hint: write "questionable>2" or "questionable>20%", in quotes: a shell writes to what '
        "follows >\n"
    )


def test_counts_and_categories_are_refused(run: Runner, tmp_path: Path) -> None:
    """They have no respondents; nothing is written."""
    counts, categories = tmp_path / "counts.csv", tmp_path / "categories.csv"
    counts.write_text("feature,functional,dysfunctional,count\nA,like,dislike,40\n")
    categories.write_text("feature,M,O,A,I,R,Q\nA,4,31,12,9,1,1\n")
    for file in (counts, categories):
        ran = run("classify", file, "--drop", "straightliners", "-o", tmp_path / "out.json")

        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            f"kano: error: {file.name}: holds counts and no respondents, so nobody can be dropped\n"
            "hint: leave out --drop, or give the file with the answers\n"
        )
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    ("kind", "what", "settled"),
    [
        (
            "speeders",
            "has no column that says how long each respondent took",
            "call it duration, or leave out speeders",
        ),
        (
            "duplicates",
            "does not say who answered, so nobody is known to stand in it twice",
            "name the column under respondent: in a questionnaire, or leave out duplicates",
        ),
    ],
)
def test_what_a_file_does_not_tell_is_refused(
    kind: str, what: str, settled: str, run: Runner, survey: Path
) -> None:
    """With the name of the file, in two lines."""
    ran = run("classify", survey, "--drop", kind)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"kano: error: answers.csv: {what}\nhint: {settled}\n"


def test_a_sample_stays_what_it_is(run: Runner) -> None:
    """Three left a question half open; no category depends on them."""
    out = run("classify", SURVEY, "--drop", "half-answered").out

    assert "3 respondents dropped (3 half-answered)" in out
    assert "All 9 features have the same category with all 240 respondents and with 237." in out


def test_a_percentage_without_its_sign_is_refused(run: Runner, survey: Path) -> None:
    """It would mean nobody, in silence."""
    ran = run("classify", survey, "--drop", "questionable>20")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'kano: error: --drop: "questionable>20" means nobody: there are 3 pairs\n'
        'hint: did you mean "questionable>20%"?\n'
    )
