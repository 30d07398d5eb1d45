"""How a run ends, and what it says where: the process as users and scripts start it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.process import COMMAND, DUTCH, ENGLISH, environment, kano, output, refusal

SURVEY = DUTCH / "survey.csv"


def test_a_result_goes_to_stdout_and_the_code_is_0() -> None:
    """Nothing on stderr."""
    assert "What to do" in output("classify", SURVEY)


@pytest.mark.parametrize(
    "words",
    [
        ("classify",),
        ("classify", "no-such-file.csv"),
        ("classify", "."),
        ("classify", SURVEY, "--table", "berger"),
        ("classify", SURVEY, "--rule", "median"),
        ("classify", SURVEY, "--sort", "size"),
        ("classify", SURVEY, "--only", "bsic"),
        ("classify", SURVEY, "--confidence", "95"),
        ("classify", SURVEY, "--confidence", "much"),
        ("classify", SURVEY, "--top", "0"),
        ("classify", SURVEY, "--format", "xml"),
        ("classify", SURVEY, "--lang", "xx"),
        ("classify", SURVEY, "--nonsense"),
        ("classify", SURVEY, "and", "more"),
        ("classify", SURVEY, "-q", "no-such-questionnaire"),
        ("explain", SURVEY),
        ("explain", SURVEY, "No such feature"),
        ("explain-code", "K999"),
        ("clasify", SURVEY),
        ("--nonsense",),
        (),
    ],
    ids=lambda words: " ".join(str(word).rpartition("/")[2] for word in words) or "no words",
)
def test_a_mistake_ends_with_2_and_leaves_stdout_empty(words: tuple[str | Path, ...]) -> None:
    """In plain lines: no box, no colour, no traceback."""
    said = refusal(*words)

    assert said.endswith("\n")
    assert "\x1b" not in said
    assert not set("│╭╰─") & set(said)


def test_an_error_is_one_line_and_a_hint() -> None:
    """What, where, what to do."""
    said = refusal("classify", SURVEY, "--sort", "wors")

    assert said.split("\n")[0].startswith('kano: error: --sort: there is no order "wors"')
    assert said.split("\n")[1].startswith("hint: ")
    assert said.count("\n") == 2


def test_a_typer_mistake_names_the_option_and_the_help() -> None:
    """The choices, too."""
    said = refusal("classify", SURVEY, "--format", "xml")

    assert "Try 'kano classify -h' for help." in said
    assert "--format" in said
    assert "'table', 'json', 'csv', 'markdown'" in said


def test_help_lists_the_exit_codes_and_goes_to_stdout() -> None:
    """Also with -h, and for each command."""
    text = output("--help")

    for line in ("0    fine", "1    a check", "2    a wrong", "3    a bug", "130  interrupted"):
        assert line in text
    assert output("-h") == text
    for command in ("classify", "explain", "explain-code"):
        assert f"kano {command}" in output(command, "--help")
    assert output("--version").startswith("kano 0.")


@pytest.fixture
def interrupts() -> Iterator[None]:
    """Ctrl-C reaches a new process even where these tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts")
def test_ctrl_c_ends_with_130_and_says_nothing() -> None:
    """In the middle of a long standard input."""
    with subprocess.Popen(
        [*COMMAND, "classify", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds, so once it is written the process is known to be reading.
        process.stdin.write(b"Search_f,Search_d\n" + b"I like it,I dislike it\n" * 20_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)

    assert (process.returncode, out, err) == (130, b"", b"")


def piped_into(reader: str, *words: str | Path) -> tuple[int, bytes, bytes]:
    """The code and the stderr of `kano`, and the stdout of what reads it."""
    with subprocess.Popen(
        [*COMMAND, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        done = subprocess.run(["sh", "-c", reader], stdin=process.stdout, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    return process.returncode, err, done.stdout


@pytest.mark.parametrize("reader", ["head -1", "true", "exec <&-"])
@pytest.mark.parametrize(
    "words",
    [
        ("classify", SURVEY),
        ("classify", SURVEY, "-f", "json"),
        ("explain", SURVEY, "Begrijpelijke factuur"),
        ("--help",),
        ("--version",),
    ],
    ids=lambda words: " ".join(str(word).rpartition("/")[2] for word in words),
)
def test_a_closed_pipe_is_quiet_and_the_run_keeps_its_code(
    reader: str, words: tuple[str | Path, ...]
) -> None:
    """A reader who leaves early is no mistake."""
    code, err, _ = piped_into(reader, *words)

    assert (code, err) == (0, b"")


def test_head_gets_the_first_line() -> None:
    """Before it leaves."""
    _, _, first = piped_into("head -1", "classify", SURVEY)

    assert first.startswith(b"survey.csv")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_the_user_s_to_solve() -> None:
    """Not a bug of kano: code 2 and one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "classify", str(SURVEY)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
        )

    assert done.returncode == 2
    assert (
        done.stderr == b"kano: error: standard output: cannot be written: No space left on device\n"
    )


def test_a_closed_stdout_is_told() -> None:
    """And how to get the result all the same."""
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *COMMAND, "classify", str(SURVEY)],
        capture_output=True,
        env=environment(),
    )

    assert done.returncode == 2
    assert done.stderr.startswith(b"kano: error: standard output: is closed\nhint: ")


@pytest.mark.parametrize(("file", "code"), [(SURVEY, 0), ("no-such-file.csv", 2)])
def test_a_closed_stderr_changes_no_code(file: str | Path, code: int) -> None:
    """Nobody listens; the code says enough."""
    done = subprocess.run(
        ["sh", "-c", '"$@" 2>&-', "sh", *COMMAND, "classify", str(file), "-f", "csv"],
        capture_output=True,
        env=environment(),
    )

    assert done.returncode == code
    assert bool(done.stdout) is (code == 0)


def test_a_name_that_is_not_utf8_breaks_no_output(tmp_path: Path) -> None:
    """Older systems have such file names."""
    name = os.fsdecode(b"caf\xe9.csv")
    (tmp_path / name).write_bytes((ENGLISH / "survey.csv").read_bytes())
    for form in ("table", "json", "csv", "markdown"):
        done = kano("classify", name, "-f", form, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        done.stdout.decode()
    done = kano("classify", name, "-o", "result.json", cwd=tmp_path)
    assert done.returncode == 0
    assert json.loads((tmp_path / "result.json").read_text("utf-8"))["survey"]["respondents"] == 178


def test_findings_of_a_csv_are_told_on_stderr() -> None:
    """A table of numbers has no place for them."""
    done = kano("classify", SURVEY, "-f", "csv")
    *told, last, _ = done.stderr.decode().split("\n")

    assert (done.returncode, last[:41]) == (0, "kano: info K302: the rules do not agree: ")
    assert told == [
        (
            "kano: info K203: 3 half-answered pairs left out: Begrijpelijke factuur 1, "
            "Persoonlijk welkom 2"
        ),
        (
            "kano: warning K206: people would rather not have this: Wekelijkse promotie-sms "
            "(consider the opposite feature, or ask with the question turned round)"
        ),
        (
            "kano: info K212: 2 respondents contradict themselves often: in 2 pairs or more, and "
            'in more than 20 % of theirs (see the result without them: --drop "questionable>20%")'
        ),
        (
            "kano: warning K215: more than half of the pairs are reverse: Wekelijkse promotie-sms "
            "74.2 % (people want the opposite, or the two columns changed places: kano inspect "
            "shows which is which)"
        ),
    ]


def test_python_m_is_the_command() -> None:
    """Both start the same program."""
    beside = Path(sys.executable).parent / "kano"
    if not beside.exists():
        pytest.skip("the command is not installed beside this Python")
    done = subprocess.run([str(beside), "--version"], capture_output=True, env=environment())

    assert done.stdout.decode() == output("--version")
