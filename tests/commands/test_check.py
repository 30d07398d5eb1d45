"""`kano check`, `kano baseline` and `kano policy`: what is promised on the command line."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH, ROOT, kano, refusal
from tests.comparison.made import Counts, survey_file
from tests.readers.files import write

SURVEY: Mapping[str, Counts] = {
    "": {"Search": (60, 5, 5, 5), "Dark mode": (0, 5, 60, 10), "Ads": (0, 0, 5, 10, 60)}
}
FINE = "- [ ] Find it kano:search\n- [ ] Dark mode kano:dark_mode\n"
WRONG = "- [ ] More ads kano:ads\n- [ ] Find it kano:search\n- [ ] Dark mode kano:dark_mode\n"
THIN: Mapping[str, Counts] = {"": {"Search": (9, 2), "Dark mode": (0, 0, 10)}}


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Search is basic, dark mode wow, and ads are what people want gone."""
    return survey_file(tmp_path, SURVEY)


def plan(folder: Path, text: str) -> Path:
    """A backlog as a Markdown list."""
    return write(folder / "backlog.md", text)


def test_a_plan_that_fits_passes_and_one_that_does_not_fails(survey: Path, tmp_path: Path) -> None:
    """Codes 0 and 1, the whole result on stdout in both."""
    fine = kano("check", survey, "--backlog", plan(tmp_path, FINE))
    assert (fine.returncode, fine.stderr) == (0, b"")
    assert fine.stdout.decode().endswith("gate: passed (exit 0)\n")

    wrong = kano("check", survey, "--backlog", plan(tmp_path, WRONG))
    assert (wrong.returncode, wrong.stderr) == (1, b"")
    told = wrong.stdout.decode()
    assert '"More ads" builds what 80 % want gone (Ads, reverse, > 99 % sure)' in " ".join(
        told.split()
    )
    assert told.endswith("gate: failed (exit 1)\n")


@pytest.mark.parametrize(
    ("words", "code"), [((), 4), (("--inconclusive", "pass"), 0), (("--inconclusive", "fail"), 1)]
)
def test_too_few_answers_decide_nothing(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    """Code 4, or what the build wants of it; the last line says the same."""
    done = kano("check", survey_file(tmp_path, THIN), *words)

    assert (done.returncode, done.stderr) == (code, b"")
    assert done.stdout.decode().splitlines()[-1] == (
        f"gate: inconclusive, too few answers to decide (exit {code})"
    )
    assert b"K401" in done.stdout


def test_a_known_failure_says_more_than_an_open_question(tmp_path: Path) -> None:
    """Too few answers, and an item about a feature that is not there: 1, not 4."""
    file = survey_file(tmp_path, THIN)
    backlog = plan(tmp_path, "- [ ] Find it kano:search\n- [ ] Fly kano:wings\n")

    assert kano("check", file, "--backlog", backlog).returncode == 1


def test_several_reports_are_written_at_once(survey: Path, tmp_path: Path) -> None:
    """Each by its own program's rules, while people read the text; `-o` takes the text itself."""
    files = {form: tmp_path / f"out.{form}" for form in ("json", "junit", "sarif", "gitlab")}
    reports = [word for form, file in files.items() for word in ("--report", f"{form}={file}")]
    text = tmp_path / "out.txt"
    done = kano("check", survey, "--backlog", plan(tmp_path, WRONG), *reports, "-o", text)

    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode() == f"kano: wrote {text}\n"
    record = json.loads(files["json"].read_text("utf-8"))
    assert (record["outcome"], record["exit_code"]) == ("failed", 1)
    assert record["subject"] == str(survey)
    suite = ET.fromstring(files["junit"].read_text("utf-8"))  # noqa: S314  # our own file
    assert suite.get("failures") == str(record["counts"]["error"])
    assert json.loads(files["sarif"].read_text("utf-8"))["version"] == "2.1.0"
    assert {each["check_name"][:4] for each in json.loads(files["gitlab"].read_text("utf-8"))} == {
        finding["code"] for finding in record["findings"]
    }
    assert "gate: failed" in text.read_text("utf-8")


def test_a_github_step_gets_commands_and_a_summary(survey: Path, tmp_path: Path) -> None:
    """The summary is added to what the step has written before."""
    summary = write(tmp_path / "summary.md", "# Before\n")
    variables = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(tmp_path)}
    plan(tmp_path, WRONG)
    words = ("check", survey.name, "--backlog", "backlog.md", "--format", "github")
    done = kano(*words, cwd=tmp_path, variables=variables)

    assert done.stdout.decode().startswith("::error file=backlog.md,line=")
    assert summary.read_text("utf-8").startswith("# Before\n\n\n### gate: failed")


def test_a_baseline_of_the_same_survey_changes_nothing(survey: Path, tmp_path: Path) -> None:
    """And another survey is told what it changed."""
    file = tmp_path / "kano-baseline.json"
    assert kano("baseline", survey, "-o", file).returncode == 0
    assert kano("check", survey, "--baseline", file).returncode == 0

    counts = {name: row[::-1] for name, row in SURVEY[""].items()}
    other = survey_file(tmp_path, {"": counts}, "other.csv")
    done = kano("check", other, "--baseline", file)
    assert done.returncode == 1
    assert b"K430" in done.stdout


def test_a_policy_is_shown_written_and_obeyed(survey: Path, tmp_path: Path) -> None:
    """What was written says the same when it is shown; a rule that is off says nothing."""
    file = tmp_path / "kano-policy.yaml"
    assert kano("policy", "new", "-o", file).returncode == 0
    assert kano("policy", "show", "--policy", file).stdout == kano("policy", "show").stdout
    said = refusal("policy", "new", "-o", file)
    assert f"{file}: is there already\nhint: name another file with -o, or add --force" in said
    assert kano("policy", "new", "-o", file, "--force").returncode == 0

    off = file.read_text("utf-8").replace("reverse-planned: error", "reverse-planned: off")
    write(file, off)
    wrong = plan(tmp_path, WRONG)
    assert kano("check", survey, "--backlog", wrong).returncode == 1
    assert kano("check", survey, "--backlog", wrong, "--policy", file).returncode == 0


def test_a_questionnaire_is_checked_by_its_ending_or_its_name(tmp_path: Path) -> None:
    """Without any survey."""
    assert kano("check", "saas-en", cwd=tmp_path).returncode == 0
    assert kano("check", ROOT / "questionnaires" / "checkout-nl.yaml").returncode == 0
    study = write(
        tmp_path / "study.yaml",
        "kano: 1\nlanguage: en\nfeatures:\n  - id: search\n    name: Search\n"
        "    functional: How do you feel if there is a search?\n"
        "    dysfunctional: How do you feel if there is a search?\n",
    )
    done = kano("check", study)
    assert done.returncode == 1
    assert b"K443" in done.stdout


def test_the_age_of_a_survey_counts_from_a_day_that_a_build_may_fix(
    survey: Path, tmp_path: Path
) -> None:
    """SOURCE_DATE_EPOCH: one second past midnight of 2026-01-01, in UTC."""
    policy = write(
        tmp_path / "policy.yaml",
        "kano_policy: 1\nsurvey_date: 2025-12-22\nrules: {too-old: {level: error, limit: 9}}\n",
    )
    for epoch, code in ((1767225601 - 86400, 0), (1767225601, 1)):
        done = kano(
            "check", survey, "--policy", policy, variables={"SOURCE_DATE_EPOCH": str(epoch)}
        )
        assert done.returncode == code, done.stdout


def test_a_day_that_no_calendar_has_is_refused(survey: Path) -> None:
    """It comes from the environment, so nobody looks for it in kano."""
    done = kano("check", survey, variables={"SOURCE_DATE_EPOCH": "9" * 17})

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"SOURCE_DATE_EPOCH: " in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--report", "junit=out.xml", "--report", "sarif=./out.xml"),
        ("-o", "out.xml", "--report", "junit=out.xml"),
    ],
)
def test_two_results_in_one_file_are_refused(words: tuple[str, ...], survey: Path) -> None:
    """The one that is written last would be the only one."""
    said = refusal("check", "survey.csv", *words, cwd=survey.parent)

    assert "out.xml: is to hold two results" in said
    assert not (survey.parent / "out.xml").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--report", "junit"),
            "--report: names no file\nhint: write junit=FILE",
        ),
        (
            ("--report", "xunit=out.xml"),
            (
                '--report: there is no format "xunit"\nhint: did you mean "junit"? write '
                "FORMAT=FILE, with one of text, json, github, gitlab, junit, sarif, markdown"
            ),
        ),
        (
            ("--report", "json=survey.csv"),
            "survey.csv: is the file that is being read\nhint: write to another",
        ),
        (("--backlog", "none.csv"), "none.csv: there is no such file"),
        (("--policy", "none.yaml"), "none.yaml: there is no such file"),
        (("--baseline", "none.json"), "none.json: there is no such file"),
        (
            ("--map", "map.csv"),
            "--map: joins the items of a backlog\nhint: name one with --backlog",
        ),
        (
            ("--match", "titles"),
            "--match: joins the items of a backlog\nhint: name one with --backlog",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_way_out(
    words: tuple[str, ...], told: str, survey: Path
) -> None:
    """Code 2, nothing on stdout, nothing written."""
    before = sorted(survey.parent.iterdir())

    assert told in refusal("check", "survey.csv", *words, cwd=survey.parent)
    assert sorted(survey.parent.iterdir()) == before


def test_an_option_of_surveys_is_refused_for_a_questionnaire() -> None:
    """It would do nothing."""
    said = refusal("check", ENGLISH / "questionnaire.yaml", "--backlog", "backlog.csv")

    assert said.endswith(
        "--backlog: is about a survey, and a questionnaire is checked\n"
        "hint: leave out --backlog, or name the survey before it\n"
    )


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "junit", "sarif"])
def test_programs_are_told_in_english_whatever_the_locale(form: str, run: Runner) -> None:
    """People are told in theirs; JSON speaks English even when asked, as elsewhere."""
    words = ("check", DUTCH / "survey.csv", "--backlog", DUTCH / "backlog.csv", "-f", form)
    done = kano(*words, variables={"LANG": "nl_NL.UTF-8"})

    assert b"want gone" in done.stdout
    assert b"vanaf wil" in kano(*words[:-1], "markdown", variables={"LANG": "nl_NL.UTF-8"}).stdout
    assert ("vanaf wil" in run(*words, "--lang", "nl").out) is (form != "json")
