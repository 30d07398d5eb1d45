"""`kano ask`: an interview by keyboard, interrupted, and gone on with."""

import os
import re
import signal
from pathlib import Path

import pytest

from kano_cli.forms.interview.journal import folder_of
from kano_cli.forms.interview.steps import drawn_order, steps_of
from kano_cli.study.stamp import stamp_of
from tests.commands.interviews import FIXED, filled_row, rows
from tests.commands.keyboard import Person, fill_in
from tests.commands.process import kano
from tests.forms.fielded import PLAIN, WHOLE, form, questionnaire, respondents


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


@pytest.mark.parametrize(("language", "key"), [("en", "1"), ("nl", "2")])
def test_the_keyboard_alone_answers_everything(
    study: Path, answers: Path, language: str, key: str
) -> None:
    """Language, consent, each question, handing in: a key each, no Enter; a row in the shape."""
    asked = form()
    filled = respondents(asked, 8)[7]
    with Person("ask", study, "-o", answers) as person:
        person.until("Nederlands")
        person.types(key, asked.consent[language][:30])
        person.types("1", f"1 {'van' if language == 'nl' else 'of'} 7")
        fill_in(person, asked, filled, language)
        person.types("1")

        assert person.ended() == 0
        assert person.is_as_before
        assert asked.closing[language] in person.output.rpartition("\x1b[?1049l")[2]
        assert "added 1 respondent to answers.csv, 1 in all" in person.output

    (row,) = rows(answers)
    assert list(row)[:5] == ["respondent", "submitted", "language", "questionnaire", "kano_hash"]
    assert list(row)[5:] == [question.code for question in asked.questions]
    assert filled_row(row, asked) == filled
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f-]{17}", row["respondent"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", row["submitted"])
    assert (row["language"], row["questionnaire"]) == (language, "Bike shop")
    assert row["kano_hash"] == stamp_of(questionnaire())
    assert not folder_of(answers).exists()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_killed_in_the_middle_and_resumed_nothing_is_lost(
    study: Path, answers: Path, number: int
) -> None:
    """Each answer was on disk before the next question; the order of the features stays."""
    asked = form()
    filled = respondents(asked, 8)[7]
    with Person("ask", study, "-o", answers, "--language", "en") as person:
        person.until("1  Yes")
        person.types("1", "1 of 7")
        fill_in(person, asked, filled, "en", until=5)
        expected = person.asked(asked, "en")
        os.kill(person.process.pid, number)
        code = person.ended()
        assert code in (-number, 128 + number)
        assert person.is_as_before or number in (signal.SIGKILL, signal.SIGHUP)
    assert not answers.exists()
    (kept,) = folder_of(answers).iterdir()

    with Person("ask", study, "-o", answers, "--resume") as person:
        person.until("5 of 7")
        assert person.asked(asked, "en") == expected
        steps = steps_of(asked, drawn_order(asked, kept.stem))
        assert [step.question for step in steps].index(expected) == 4
        fill_in(person, asked, filled, "en")
        person.types("1")
        assert person.ended() == 0

    (row,) = rows(answers)
    assert filled_row(row, asked) == filled
    assert row["respondent"] == kept.stem
    assert not folder_of(answers).exists()


def test_ctrl_z_gives_the_shell_its_terminal_and_comes_back(plain: Path, answers: Path) -> None:
    """The question is there again, and a key is enough again."""
    with Person("ask", plain, "-o", answers) as person:
        person.until("1 of 6")
        person.types("1", "2 of 6")
        aside = len(person.output)
        person.types("\x1a", "2 of 6")
        assert "\x1b[?1049l" in person.output[aside:]
        assert person.output.rpartition("\x1b[?1049")[2].startswith("h")
        person.types("1", "3 of 6")
        person.types("q")
        assert person.ended() == 0
        assert person.is_as_before


def test_ctrl_c_ends_with_130_and_says_how_to_go_on(plain: Path, answers: Path) -> None:
    """As a key, through the terminal."""
    with Person("ask", plain, "-o", answers) as person:
        person.until("1 of 6")
        person.types("1", "2 of 6")
        person.types("\x03")

        assert person.ended() == 130
        assert person.is_as_before
        assert "--resume" in person.output.rpartition("\x1b[?1049l")[2]
    assert len(list(folder_of(answers).iterdir())) == 1


@pytest.mark.parametrize("key", ["q", "\x04"], ids=["q", "Ctrl-D"])
def test_who_stops_is_offered_to_go_on(plain: Path, answers: Path, key: str) -> None:
    """Exit 0; the next run asks which one, or to begin anew."""
    with Person("ask", plain, "-o", answers) as person:
        person.until("1 of 6")
        person.types("2", "2 of 6")
        person.types(key)
        assert person.ended() == 0
        assert "Your answers are kept" in person.output

    with Person("ask", plain, "-o", answers) as person:
        person.until("Go on after 1 of 6")
        person.types("2", "1 of 6")
        person.types("3", "2 of 6")
        person.types("3", "3 of 6")
        with Person("ask", plain, "-o", answers) as other:  # the first is not offered: it is busy
            other.until("Begin a new")
            assert "after 2 of 6" not in other.seen
            assert other.seen.count("Go on after") == 1
            other.types("1", "2 of 6")
        person.types("q")
        assert person.ended() == 0

    with Person("ask", plain, "-o", answers, "--resume") as person:
        person.until("after 2 of 6")
        assert "Begin a new" not in person.seen
        number = re.findall(r"(\d)  Go on after 1 of 6", person.seen)[0]
        person.types(number, "2 of 6")


def test_a_terminal_that_is_closed_loses_nothing(plain: Path, answers: Path) -> None:
    """The window is gone, and with it whoever was answering."""
    with Person("ask", plain, "-o", answers) as person:
        person.until("1 of 6")
        person.types("4", "2 of 6")
        os.close(person.screen)
        os.close(person.hand)
        assert person.process.wait(30) != 0
    done = kano("ask", plain, "-o", answers, "--resume", stdin=b"1\n1\n1\n1\n1\n")

    assert done.returncode == 0, done.stderr
    assert rows(answers)[0]["loanbike_f"] == "live"


def test_back_changes_an_answer_enter_keeps_one_and_skip_leaves_a_blank(
    plain: Path, answers: Path
) -> None:
    """The answer from before is shown; also after the last question."""
    with Person("ask", plain, "-o", answers) as person:
        person.until("1 of 6")
        person.types("1", "2 of 6")
        person.types("2", "3 of 6")
        person.types("b", "2 of 6")
        assert "I expect it · your answer" in person.seen
        person.types("\x1b[D", "1 of 6")  # the arrow to the left
        assert "I like it · your answer" in person.seen
        person.types("5", "2 of 6")
        person.types("\n", "3 of 6")
        person.types("s", "4 of 6")
        person.types("b", "3 of 6")
        assert "You skipped this question" in person.seen
        person.types("\n", "4 of 6")
        person.types("3", "5 of 6")
        person.types("3", "6 of 6")
        person.types("3", "last question")
        assert "Questions left open: 1" in person.seen
        person.types("b", "6 of 6")
        person.types("4", "last question")
        person.types("1")
        assert person.ended() == 0

    asked = form(FIXED)
    codes = ["disl", "must", "", "neut", "neut", "live"]
    assert list(filled_row(rows(answers)[0], asked).values()) == codes


def test_no_key_leads_to_a_dead_end(plain: Path, answers: Path) -> None:
    """Help, keys that mean nothing, arrows, Enter and rubbing out: the question is still there."""
    with Person("ask", plain, "-o", answers) as person:
        person.until("1 of 6")
        person.types("9", "Please type a number from 1 to 5")
        person.types("?", "Leave this question open")
        for key in ("x", "\n", "\x1b", "\x1b[A", "\x1b[15~", "\x7f", "é", "\x0c", "b", " "):
            person.types(key)
        person.types("2", "2 of 6")
        person.types("2", "3 of 6")
        person.types("3\n", "4 of 6")  # Enter out of habit: not an answer to the next
        person.types("q")
        assert person.ended() == 0
    (kept,) = folder_of(answers).iterdir()
    assert kept.read_text().count('"answer"') == 3


def test_several_people_in_a_row(study: Path, answers: Path) -> None:
    """The next one begins at the language; what the one before answered is not on the screen."""
    asked = form()
    people = respondents(asked, 2)
    with Person("ask", study, "-o", answers, "--number", "5") as person:
        for filled, language, key in zip(people, ("en", "nl"), "12", strict=True):
            person.until("Nederlands")
            person.types(key, "1  ")
            person.until(asked.introduction[language])
            person.types("1", "1 of 7" if language == "en" else "1 van 7")
            fill_in(person, asked, filled, language)
            person.types("1", asked.closing[language])
            person.types("1" if language == "en" else "2")
        assert person.ended() == 0
    assert [filled_row(row, asked) for row in rows(answers)] == people
    assert [row["language"] for row in rows(answers)] == ["en", "nl"]


def test_each_respondent_gets_an_order_of_features_of_their_own() -> None:
    """Drawn by the id: the same each time; questions of one feature stay together."""
    asked = form(PLAIN)
    orders = {drawn_order(asked, str(number)) for number in range(60)}

    assert len(orders) == 6
    assert drawn_order(asked, "a") == drawn_order(asked, "a")
    assert drawn_order(form(FIXED), "a") == ("loanbike", "night_locker", "sms")
    for order in orders:
        codes = [step.question.code for step in steps_of(asked, order)]
        assert codes == [feature + side for feature in order for side in ("_f", "_d")]
