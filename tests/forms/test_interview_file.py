"""The file of answers: what a crash, a full disk, a spreadsheet or another process does to it."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.interview import locking
from kano_cli.forms.interview.answer_file import AnswerFile
from kano_cli.forms.interview.journal import begin
from kano_cli.forms.interview.locking import hold
from tests.forms.fielded import (
    PLAIN,
    WHOLE,
    assert_read_back,
    form,
    questionnaire,
    respondents,
)
from tests.forms.interviewed import NOW, answered, file_of


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """The file that answers are added to."""
    return tmp_path / "answers.csv"


@pytest.mark.parametrize("text", [PLAIN, WHOLE], ids=["plain", "whole"])
def test_a_row_is_what_the_contract_says(answers: Path, text: str) -> None:
    """BOM, header, all cells quoted, blank where a question was left open."""
    file = file_of(answers, text)
    interview = answered(file.form)
    interview.answers["loanbike_d"] = ""

    assert file.append(interview, NOW) == 1

    header, row, end = answers.read_bytes().decode().split("\n")
    codes = [question.code for question in file.form.questions]
    first = ["respondent", "submitted", "language", "questionnaire", "kano_hash"]
    assert header == "\ufeff" + ",".join(f'"{name}"' for name in (*first, *codes))
    cells = [interview.respondent, "2026-10-05T07:31:00Z", "en", "Bike shop", file.form.stamp]
    cells += [interview.answers[code] for code in codes]
    assert row == ",".join(f'"{cell}"' for cell in cells)
    assert (end, cells[6]) == ("", "")


def test_the_title_is_the_main_language_s_whatever_was_spoken(answers: Path) -> None:
    """So that the column is the same for everybody."""
    file = AnswerFile(answers, questionnaire(), form(WHOLE, "nl"))
    file.append(answered(file.form, language="nl"), NOW)

    assert b'"nl","Bike shop"' in answers.read_bytes()
    assert file_of(answers).check() == 1


def test_a_crash_between_the_row_and_the_end_of_the_interview_adds_no_second_row(
    answers: Path,
) -> None:
    """Who is in the file is known by the id."""
    file = file_of(answers)
    interview = answered(file.form)
    file.append(interview, NOW)
    before = answers.read_bytes()

    assert file.append(interview) == 1
    assert answers.read_bytes() == before


@pytest.mark.parametrize("cut", [1, 3, 30, -8, -7, -6, -4, -3])
def test_a_row_that_a_crash_cut_off_gives_way_to_the_whole_one(answers: Path, cut: int) -> None:
    """Its interview is still kept, so that nothing is lost; rows before it stay."""
    file = file_of(answers)
    file.append(answered(file.form, 6), NOW)
    before = answers.read_bytes()
    interview = answered(file.form, 7)
    begin(interview, answers).close()
    file.append(interview, NOW)
    whole = answers.read_bytes()
    answers.write_bytes(before + whole[len(before) :][:cut])
    assert file.check() == 1

    assert file.append(interview, NOW) == 2
    assert answers.read_bytes() == whole


@pytest.mark.parametrize("cut", [0, 2, 3, 4, 60, -1])
def test_a_header_that_a_crash_cut_off_is_written_anew(answers: Path, cut: int) -> None:
    """From no byte at all to all but the line end."""
    file = file_of(answers)
    interview = answered(file.form)
    file.append(interview, NOW)
    whole = answers.read_bytes()
    header = whole[: whole.index(b"\n") + 1]
    answers.write_bytes(header[:cut])

    assert file.append(interview, NOW) == 1
    assert answers.read_bytes() == whole


def test_a_cut_row_of_nobody_known_is_refused_and_left(answers: Path) -> None:
    """It may be all that there is of somebody."""
    file = file_of(answers)
    file.append(answered(file.form), NOW)
    answers.write_bytes(answers.read_bytes() + b'"somebody","2026-')
    before = answers.read_bytes()

    with pytest.raises(KanoError, match="the last row is cut off"):
        file.check()
    with pytest.raises(KanoError, match="the last row is cut off"):
        file.append(answered(file.form))
    assert answers.read_bytes() == before


def test_a_file_that_an_editor_saved_again_goes_on_in_its_way(answers: Path) -> None:
    """Without the last line end, or with those of Windows, or without quotation marks."""
    file = file_of(answers)
    file.append(answered(file.form), NOW)
    text = answers.read_bytes().replace(b"\n", b"\r\n").replace(b'"', b"")
    answers.write_bytes(text.removesuffix(b"\r\n"))

    assert file.append(answered(file.form), NOW) == 2

    found = answers.read_bytes()
    assert found.startswith(text)
    assert found.count(b"\r\n") == found.count(b"\n") == 3
    assert file.check() == 2


def test_a_spreadsheet_s_semicolons_are_named(answers: Path) -> None:
    """And refused: a row with commas would not fit."""
    file = file_of(answers)
    file.append(answered(file.form), NOW)
    answers.write_bytes(answers.read_bytes().replace(b",", b";"))

    with pytest.raises(KanoError, match="saved again, with ; between the cells"):
        file.check()


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_leaves_the_file_as_it_was(
    answers: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    """Half a row was written by then."""
    file = file_of(answers)
    if there:
        file.append(answered(file.form), NOW)
    before = answers.read_bytes() if there else b""
    write = os.write
    room = [50]

    def full(handle: int, content: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = write(handle, content[: room[0]])
        room[0] -= taken
        return taken

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(KanoError, match="No space left") as refused:
            file.append(answered(file.form))
    assert "--resume" in refused.value.hint
    assert answers.read_bytes() == before
    assert file.append(answered(file.form)) == there + 1


def test_rows_that_many_processes_add_stay_whole(answers: Path) -> None:
    """Eight processes, each with twenty rows, as fast as they can."""
    code = """
import sys
from pathlib import Path
from tests.forms.interviewed import answered, file_of
file = file_of(Path(sys.argv[1]))
sys.stdin.readline()
for number in range(20):
    file.append(answered(file.form, number))
"""
    running = [
        subprocess.Popen([sys.executable, "-c", code, answers], stdin=subprocess.PIPE)
        for _ in range(8)
    ]
    for process in running:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.close()
    assert [process.wait(120) for process in running] == [0] * 8

    assert file_of(answers).check() == 160
    lines = answers.read_text("utf-8").splitlines()
    assert len(lines) == 161
    assert {line.count('","') for line in lines} == {11}
    assert sum(line.startswith('\ufeff"respondent"') for line in lines) == 1


def test_a_file_that_is_swapped_while_it_is_waited_for_is_opened_anew(
    answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As editors do when they save: the old one is nobody's."""
    file = file_of(answers)
    file.append(answered(file.form), NOW)
    swapped: list[bool] = []

    def swapping(handle: int, path: Path, seconds: float = 0) -> Callable[[], None] | None:
        if not swapped:
            swapped.append(True)
            path.with_name("new").write_bytes(path.read_bytes())
            path.with_name("new").replace(path)
        return hold(handle, path, seconds)

    monkeypatch.setattr("kano_cli.forms.interview.answer_file.hold", swapping)

    assert file.append(answered(file.form), NOW) == 2
    assert swapped
    assert file.check() == 2


def test_a_lock_is_one_s_and_then_the_other_s(answers: Path) -> None:
    """Both by the system and by a file beside it."""
    answers.touch()
    with answers.open("r+b") as one, answers.open("r+b") as other:
        release = hold(one.fileno(), answers)
        assert release is not None
        assert hold(other.fileno(), answers, 0.05) is None
        release()
        assert hold(other.fileno(), answers) is not None


def test_without_locks_of_the_system_a_file_beside_it_holds(
    answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on some disks in a network; it is gone afterwards."""

    def none(_: int) -> None:
        raise locking._NoLocksError

    monkeypatch.setattr(locking, "_by_system", none)
    file = file_of(answers)
    assert file.append(answered(file.form), NOW) == 1
    with answers.open("r+b") as one:
        release = hold(one.fileno(), answers)
        assert release is not None
        assert (answers.parent / "answers.csv.lock").exists()
        monkeypatch.setattr("kano_cli.forms.interview.answer_file.PATIENCE", 0.05)
        with pytest.raises(KanoError, match="another program has locked it"):
            file.append(answered(file.form), NOW)
        release()
    assert [path.name for path in answers.parent.iterdir()] == ["answers.csv"]


@pytest.mark.parametrize("text", [PLAIN, WHOLE], ids=["plain", "whole"])
@pytest.mark.parametrize("named", [False, True], ids=["alone", "with its questionnaire"])
def test_classify_reads_what_was_given(answers: Path, text: str, *, named: bool) -> None:
    """The same people said the same, gaps and all."""
    file = file_of(answers, text)
    people = respondents(file.form, 12)
    for at, filled in enumerate(people):
        interview = answered(file.form)
        interview.language = file.form.languages[at % len(file.form.languages)]
        interview.answers = dict(filled)
        file.append(interview)

    assert_read_back(answers, file.form, people, file.asked if named else None)
