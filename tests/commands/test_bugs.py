"""A bug of ours: code 3, one line and how to see more, and nothing of anybody's answers."""

import os

import pytest

import kano_cli.analysis
from kano_cli.commands.console import main
from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, kano

SURVEY = DUTCH / "survey.csv"
ANSWER = "jan@example.org said 0612345678"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kano with a bug whose message holds what a respondent wrote."""

    def fail(*_: object) -> None:
        try:
            dict[str, str]()[ANSWER]
        except LookupError as first:
            raise ZeroDivisionError(ANSWER) from first

    monkeypatch.setattr(kano_cli.analysis, "analyse", fail)


@pytest.mark.usefixtures("broken")
def test_a_bug_ends_with_3_and_one_line_with_a_hint(run: Runner) -> None:
    """And nothing on stdout."""
    ran = run("classify", SURVEY)

    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "kano: internal error: ZeroDivisionError\n"
        "hint: a bug in kano; see where with --debug or KANO_DEBUG=1\n"
    )


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    "words",
    [
        ("--debug", "classify", SURVEY),
        ("classify", "--debug", SURVEY),
        ("classify", SURVEY, "--debug"),
        ("classify", SURVEY, "--debug", "--debug"),
        ("classify", "--debug", "--", SURVEY),
    ],
    ids=str,
)
def test_debug_shows_where_wherever_it_stands_on_the_line(
    run: Runner, words: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """File, line and function of every step."""
    monkeypatch.setenv("KANO_DEBUG", "")
    ran = run(*words)

    assert (ran.code, ran.out) == (3, "")
    assert "Traceback of ZeroDivisionError (most recent call last):" in ran.err
    assert "kano_cli/commands/classify.py" in ran.err
    assert ran.err.endswith("see where with --debug or KANO_DEBUG=1\n")


@pytest.mark.usefixtures("broken")
def test_a_variable_does_the_same(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """For scripts that cannot change the line."""
    monkeypatch.setenv("KANO_DEBUG", "1")

    assert "Traceback of KeyError" in run("classify", SURVEY).err


@pytest.mark.usefixtures("broken")
def test_the_message_of_a_bug_is_never_shown(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may hold a cell of the survey."""
    monkeypatch.setenv("KANO_DEBUG", "1")

    assert ANSWER not in run("classify", SURVEY, "--debug").err


def test_debug_shows_no_traceback_for_a_mistake_of_the_user() -> None:
    """There is nothing to see in kano."""
    done = kano("classify", "no-such-file.csv", "--debug")

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"kano: error: no-such-file.csv: ")


def test_debug_changes_nothing_on_a_good_run() -> None:
    """Nor is it an option that a command would have to know."""
    assert kano("classify", SURVEY, "--debug").stdout == kano("classify", SURVEY).stdout


def test_a_feature_may_be_called_debug() -> None:
    """Behind a double dash it is a name."""
    done = kano("explain", SURVEY, "--", "--debug")

    assert done.returncode == 2
    assert b'has no feature "--debug"' in done.stderr


def test_an_interrupt_before_a_command_is_loaded_is_quiet(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while Python still imports."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kano_cli.commands.console._run", interrupted)
    ran = run("classify", SURVEY)

    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_main_leaves_the_environment_alone_without_debug(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One switch, and only if it was asked for."""
    monkeypatch.delenv("KANO_DEBUG", raising=False)
    run("--version")

    assert "KANO_DEBUG" not in os.environ
    assert main.__doc__
