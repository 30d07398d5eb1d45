"""What a terminal, a pipe and the environment make of the same result."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import Runner
from tests.commands.process import COMMAND, DUTCH, ENGLISH, environment, kano, output

SURVEY = DUTCH / "survey.csv"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(*words: str | Path, columns: int = 120, **variables: str) -> str:
    """What `kano` writes on a terminal of its own."""
    leader, follower = pty.openpty()
    sizes = {"COLUMNS": str(columns), "TERM": "xterm-256color", **variables}
    with subprocess.Popen(
        [*COMMAND, *map(str, words)],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment(sizes),
    ):
        os.close(follower)
        written = b""
        try:
            while piece := os.read(leader, 65536):
                written += piece
        except OSError:
            pass  # so a Linux terminal tells that the other side has ended
    os.close(leader)
    return written.decode("utf-8", "replace").replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_the_same_text() -> None:
    """Colour only helps."""
    text = on_terminal("classify", SURVEY)

    assert "\x1b[" in text
    assert ESCAPE.sub("", text) == output("classify", SURVEY, COLUMNS="120")


def test_no_color_is_honoured() -> None:
    """Bold and dim may stay, colours do not."""
    text = on_terminal("classify", SURVEY, NO_COLOR="1")

    assert not re.search(r"\x1b\[[0-9;]*(?:3[0-8]|9[0-7])[;m]", text)
    assert "■ M basic" in ESCAPE.sub("", text)


def test_a_terminal_that_understands_nothing_gets_no_colour() -> None:
    """TERM=dumb."""
    assert not re.search(r"\x1b\[[0-9;]*3[0-8]", on_terminal("classify", SURVEY, TERM="dumb"))


@pytest.mark.parametrize("command", [("classify",), ("explain", "Persoonlijk welkom")])
def test_a_pipe_gets_no_escape_code_at_all(command: tuple[str, ...]) -> None:
    """Whatever the terminal is called."""
    name, *rest = command

    assert "\x1b" not in output(name, SURVEY, *rest, TERM="xterm-256color", COLORTERM="truecolor")


def test_force_color_paints_a_pipe() -> None:
    """For `less -R` and CI logs."""
    text = output("classify", SURVEY, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS="120")

    assert "\x1b[" in text
    assert ESCAPE.sub("", text) == output("classify", SURVEY, COLUMNS="120")


def test_a_pipe_has_a_fixed_width() -> None:
    """So that the bytes are the same everywhere; wide enough for the bar and the base."""
    text = output("classify", SURVEY)

    assert max(map(len, text.split("\n"))) <= 120
    assert re.search(r"Answers +Better +Worse +n$", text, re.MULTILINE)


@pytest.mark.parametrize("columns", [30, 50, 60, 80, 110, 140, 200])
def test_columns_asks_for_a_width(
    columns: int, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe, too."""
    monkeypatch.setenv("COLUMNS", str(columns))
    text = run("classify", SURVEY).out

    assert max(map(len, text.split("\n"))) <= columns
    assert ("Answers" in text) is (columns >= 110)


@pytest.mark.parametrize("columns", ["0", "", "many", "-5", "8e1"])
def test_a_width_that_makes_no_sense_is_not_believed(
    columns: str, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fixed one it is."""
    wide = run("classify", SURVEY).out
    monkeypatch.setenv("COLUMNS", columns)

    assert run("classify", SURVEY).out == wide


def test_a_tiny_terminal_still_gets_everything(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not believed to be that small."""
    monkeypatch.setenv("COLUMNS", "3")
    text = run("classify", SURVEY).out

    assert max(map(len, text.split("\n"))) <= 20
    assert "gesprekskwaliteit" in re.sub(r"\s+", "", text)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_a_terminal_without_unicode_gets_letters(encoding: str) -> None:
    """No sign that it cannot show, and nothing lost but the signs."""
    raw = on_terminal("classify", SURVEY, NO_COLOR="1", PYTHONIOENCODING=encoding)
    text = ESCAPE.sub("", raw)

    assert re.search(r"1  Stabiele verbinding +M basic +> 99 %", text)
    assert re.search(r"M{14}O{5}A", text)
    assert "-0.89" in text
    assert "What to do\n  M Must work first" in text


def test_the_page_of_a_feature_has_letters_there_too() -> None:
    """A question mark in a name or a question stays one."""
    asked = ("-q", DUTCH / "questionnaire.yaml")
    text = on_terminal("explain", SURVEY, "clear_bill", *asked, PYTHONIOENCODING="ascii")
    text = ESCAPE.sub("", text)

    assert "M basic, 76 % sure, close to O performance" in text
    assert "makkelijk te begrijpen is?" in text
    assert re.search(r"like +2 Q +4 A +9 A +13 A +79 O", text)


def test_a_pipe_is_utf8_whatever_the_locale() -> None:
    """The same bytes on every system."""
    expected = kano("classify", SURVEY).stdout
    for variables in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        assert kano("classify", SURVEY, variables=variables).stdout == expected


@pytest.mark.parametrize(
    ("variable", "value", "dutch"),
    [
        ("LANG", "nl_NL.UTF-8", True),
        ("LC_ALL", "nl_BE", True),
        ("LANG", "de_DE.UTF-8", False),
        ("LANG", "C", False),
    ],
)
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("classify", SURVEY), "Wat te doen"),
        (("classify", SURVEY, "-f", "markdown"), "Wat te doen"),
        (("explain", SURVEY, "Persoonlijk welkom"), "Nummer twee"),
        (("explain-code", "K203"), "zo'n paar telt nergens mee"),
    ],
    ids=["table", "markdown", "explain", "explain-code"],
)
def test_the_locale_chooses_the_language_of_all_commands(
    words: tuple[object, ...],
    told: str,
    variable: str,
    value: str,
    dutch: bool,
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """English where kano does not speak it."""
    monkeypatch.setenv(variable, value)

    assert (told in run(*words).out) is dutch


def test_lang_wins_over_the_locale() -> None:
    """Both ways."""
    english = output("classify", SURVEY, "--lang", "en", LANG="nl_NL.UTF-8")

    assert english == output("classify", SURVEY)
    assert "Wat te doen" in output("classify", SURVEY, "--lang", "nl")


def test_a_large_file_is_announced_only_on_a_terminal(tmp_path: Path) -> None:
    """A person waits; a script does not."""
    large = tmp_path / "large.csv"
    row = b"I like it,I dislike it," + b"x" * 4000 + b"\n"
    large.write_bytes(b"Search_f,Search_d,note\n" + row * 13_000)

    assert f"kano: reading large.csv, {large.stat().st_size // 1_000_000} MB" in on_terminal(
        "classify", large
    )
    assert kano("classify", large).stderr == b""


def test_a_name_that_is_too_long_is_refused_on_a_terminal_too() -> None:
    """It is no bug, wherever it is asked for."""
    text = on_terminal("classify", "a" * 300 + ".csv", columns=400)

    assert text.startswith("kano: error: aaa")
    assert "too long" in text


def test_the_explanations_follow_the_option() -> None:
    """Under the table, above what to do; in Markdown at the end."""
    for form in ("table", "markdown"):
        plain = output("classify", ENGLISH / "survey.csv", "-f", form)
        told = output("classify", ENGLISH / "survey.csv", "-f", form, "--explain-columns")
        assert "What the columns say" in told
        assert "What the columns say" not in plain
