"""`kano ask`: what is refused before the first question, and what is never stored."""

from pathlib import Path

import pytest

from kano_cli.forms.interview.journal import folder_of
from tests.commands.interviews import FIXED, filled_row, rows
from tests.commands.keyboard import Person
from tests.commands.process import kano, refusal
from tests.forms.fielded import WHOLE, form


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A questionnaire with everything in it, in two languages."""
    path = tmp_path / "study.yaml"
    path.write_text(WHOLE, "utf-8")
    return path


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


def test_without_consent_nothing_is_stored(study: Path, answers: Path) -> None:
    """Neither a file nor a folder."""
    with Person("ask", study, "-o", answers, "--language", "nl") as person:
        person.until("Nee, ik doe niet mee")
        person.types("\n")
        person.types("2")
        assert person.ended() == 0
        assert "Er is niets bewaard" in person.output
    done = kano("ask", study, "-o", answers, "--language", "nl", stdin=b"2\n")

    assert done.returncode == 0
    assert [path.name for path in answers.parent.iterdir()] == ["study.yaml"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"1\n2\n", "ended before the last answer"),
        (b"1\n2\n7\n1\n1\n1\n1\n", '"7" is no answer to 3 of 6'),
        (b"1\n2\n\xff\x00\n", "is no answer to 3 of 6"),
    ],
)
def test_a_pipe_that_cannot_be_right_is_refused_and_its_answers_kept(
    plain: Path, answers: Path, given: bytes, said: str
) -> None:
    """The lines after a wrong one could be off by one."""
    done = kano("ask", plain, "-o", answers, stdin=given)

    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "--resume" in done.stderr.decode()
    assert not answers.exists()
    unsaid = kano("ask", plain, "-o", answers, stdin=b"1\n")
    assert unsaid.returncode == 2
    assert b"--new" in unsaid.stderr
    done = kano("ask", plain, "-o", answers, "--resume", stdin=b"3\n4\n5\n5\n")
    assert done.returncode == 0, done.stderr
    codes = ["like", "must", "neut", "live", "disl", "disl"]
    assert list(filled_row(rows(answers)[0], form(FIXED)).values()) == codes


OTHER = FIXED.replace("id: sms", "id: mms")
REWORDED = FIXED.replace("if we lent you a bike", "if we gave you a bike")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OTHER, 'it lacks "mms_f", "mms_d" and it has "sms_f", "sms_d"'),
        (REWORDED, 'questionnaire (changed since: reworded "loanbike")'),
        (FIXED.replace("Bike shop", "Bikes"), "changed since: title"),
    ],
    ids=["columns", "wording", "title"],
)
def test_a_file_of_other_answers_is_refused_before_the_first_question(
    plain: Path, answers: Path, text: str, said: str
) -> None:
    """With what differs and what to do; not a byte of it changes."""
    assert kano("ask", plain, "-o", answers, stdin=b"1\n" * 6).returncode == 0
    before = answers.read_bytes()
    plain.write_text(text, "utf-8")

    refused = refusal("ask", plain, "-o", answers)

    assert said in refused
    assert "hint: name a" in refused
    assert answers.read_bytes() == before
    assert not folder_of(answers).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name the file that the answers are added to"),
        (("-o", "-"), "name the file that the answers are added to"),
        (("-o", "a.xlsx"), "the answers are kept as CSV"),
        (("-o", "no/such/a.csv"), "there is no such folder"),
        (("-o", "plain.yaml"), "is the file that is being read"),
        (("-o", "a.csv", "--language", "fr"), 'the questionnaire is not in "fr"'),
        (("-o", "a.csv", "--new", "--resume"), "go against each other"),
        (("-o", "a.csv", "--resume"), "no interview of this questionnaire waits"),
        (("-o", "a.csv", "--number", "0"), "--number"),
        (("-o", "other.csv"), "is not a file of answers as kano writes it"),
        (("-o", "binary.csv"), "is not a file of answers that kano wrote"),
    ],
)
def test_what_cannot_be_done_is_refused(plain: Path, words: tuple[str, ...], said: str) -> None:
    """Code 2, nothing on stdout, and nothing changed."""
    (plain.parent / "other.csv").write_text("a,b\n1,2")
    (plain.parent / "binary.csv").write_bytes(b"\x93\xff\x00")
    before = sorted(path.name for path in plain.parent.iterdir())

    assert said in refusal("ask", "plain.yaml", *words, cwd=plain.parent)
    assert sorted(path.name for path in plain.parent.iterdir()) == before
