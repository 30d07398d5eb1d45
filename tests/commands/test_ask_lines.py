"""`kano ask`: from a pipe, several at once, and on every sort of terminal."""

import csv
import re
import subprocess
from pathlib import Path

import pytest

from kano_cli.errors import visible
from kano_cli.forms.interview.journal import folder_of
from tests.commands.interviews import FIXED, filled_row, lines, rows
from tests.commands.keyboard import Person
from tests.commands.process import COMMAND, environment, kano
from tests.forms.fielded import HOSTILE, form, respondents
from tests.renderers.screens import CONTROLS


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Three features, one after another, without anything around them."""
    path = tmp_path / "plain.yaml"
    path.write_text(FIXED, "utf-8")
    return path


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """The file that the answers are added to."""
    return tmp_path / "answers.csv"


def test_lines_from_a_pipe_are_answers(plain: Path, answers: Path) -> None:
    """Also with Windows' line ends; the last line, to hand in, may be left out."""
    asked = form(FIXED)
    people = respondents(asked, 8)
    for at, filled in enumerate(people):
        given = lines(asked, filled)
        if at % 2:
            given = given.removesuffix(b"1\n").replace(b"\n", b"\r\n")
        done = kano("ask", plain, "-o", answers, stdin=given)
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout
        assert done.stderr.decode().endswith(f", {at + 1} in all\n")

    assert [filled_row(row, asked) for row in rows(answers)] == people


def test_a_dumb_terminal_is_answered_by_lines(plain: Path, answers: Path) -> None:
    """No key codes at all; a wrong line is asked again."""
    with Person("ask", plain, "-o", answers, term="dumb") as person:
        for at, key in enumerate("12b345", 1):
            person.until(f"{min(at, 3) if at < 4 else at - 2} of 6" if at != 1 else "1 of 6")
            person.types(f"{key}\n")
        person.until("5 of 6")
        person.types("x\n", "Please type")
        person.types("1\n", "6 of 6")
        person.types("1\n", "last question")
        person.types("1\n")
        assert person.ended() == 0
        assert "\x1b" not in person.output.replace("\x1b[H", "")
    codes = ["like", "neut", "live", "disl", "like", "like"]
    assert list(filled_row(rows(answers)[0], form(FIXED)).values()) == codes


def test_eight_interviews_at_once_add_eight_whole_rows(plain: Path, answers: Path) -> None:
    """Each a process of its own; the header stands there once."""
    asked = form(FIXED)
    people = respondents(asked, 8)
    running = [
        subprocess.Popen(
            [*COMMAND, "ask", plain, "-o", answers, "--new"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        for _ in people
    ]
    for process, filled in zip(running, people, strict=True):
        assert process.stdin is not None
        process.stdin.write(lines(asked, filled))
        process.stdin.flush()
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said

    found = rows(answers)
    assert len({row["respondent"] for row in found}) == 8
    assert sorted(str(filled_row(row, asked)) for row in found) == sorted(map(str, people))
    assert not folder_of(answers).exists()


def test_texts_of_a_questionnaire_do_not_drive_the_terminal(tmp_path: Path) -> None:
    """Nor does Rich eat their brackets; the title is no formula in the file."""
    text = HOSTILE.replace("'</script>", "'=1+1</script>")
    text = text.replace('name: "Met een', 'name: "\\e]0;x\\a\\e[2J [red] :smile: \\u202e Met een')
    asked = form(text)
    assert "\x1b" in asked.pages[1].name["nl"]
    study, answers = tmp_path / "evil.yaml", tmp_path / "answers.csv"
    study.write_text(text, "utf-8")

    done = kano("ask", study, "-o", answers, stdin=b"1\n2\n3\n4\n")

    assert done.returncode == 0, done.stderr
    said = done.stdout.decode()
    assert not {char for char in said if ord(char) in CONTROLS} - {"\n"}
    assert "[red] :smile:" in said
    assert visible(asked.pages[1].name["nl"])[:12] in said
    row = next(csv.DictReader(answers.read_text("utf-8-sig").splitlines()))
    assert row["questionnaire"].startswith("'=1+1")
    with Person("ask", study, "-o", answers) as person:
        person.until("1 van 4")
        person.types("1", "2 van 4")
        person.types("1", "3 van 4")
        assert "\x1b]0" not in person.output
        assert "\x1b[2J" not in person.output


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}], ids=["colour", "no colour"])
def test_a_long_text_wraps_and_can_be_read_to_its_end(
    tmp_path: Path, columns: int, variables: dict[str, str]
) -> None:
    """Higher than the terminal: the space bar reads on, and the answers are reached."""
    study, answers = tmp_path / "long.yaml", tmp_path / "answers.csv"
    words = " ".join(f"word{number}" for number in range(150))
    study.write_text(FIXED.replace("lent you a bike", words), "utf-8")
    with Person(
        "ask", study, "-o", answers, columns=columns, lines=10, variables=variables
    ) as person:
        person.until("1 of 6")
        seen = person.seen
        for _ in range(150):  # 20 columns by 9 lines take the most
            if "I dislike it" in person.seen:
                break
            person.types(" ", "> ")
            seen += person.seen
            assert max(map(len, person.seen.split("\n"))) <= columns
            assert person.seen.count("\n") < 10
        assert all(re.search(rf"\bword{number}\b", seen) for number in range(150))
        person.types("5", "2 of 6")
        styles = ";".join(re.findall(r"\x1b\[([0-9;]*)m", person.output)).split(";")
        assert {"1", "2"} <= set(styles) <= {"", "0", "1", "2"}  # bold and dim, light or dark


def test_every_language_says_the_same_things() -> None:
    """No word is missing, and each has the places that are filled in."""
    from kano_cli.forms.words import form_words

    english = form_words("en", "ask")
    for language in ("nl", "de", "fr", "es"):
        words = form_words(language, "ask")
        assert list(words) == list(english)
        for name, text in words.items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english[name]))
            assert text.strip() == text != ""
