"""An interview that is not finished: what a crash or another process does to it."""

import json
import os
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.forms.interview.journal import begin, folder_of, resumed, unfinished
from kano_cli.forms.interview.state import Interview, new_interview
from kano_cli.forms.interview.steps import keys_of, label_of
from tests.forms.fielded import (
    WHOLE,
    form,
)
from tests.forms.interviewed import NOW, written


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """The file that answers are added to."""
    return tmp_path / "answers.csv"


def test_an_answer_is_on_disk_when_it_is_given(
    answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written and synced, a line each; the last one counts."""
    synced: list[bytes] = []
    interview = new_interview(form(), "en")
    journal = begin(interview, answers, NOW)
    monkeypatch.setattr(os, "fsync", lambda _: synced.append(journal.path.read_bytes()))

    written(journal, interview, "like", "disl")
    interview.back()
    written(journal, interview, "neut")

    assert [text.count(b"\n") for text in synced] == [2, 3, 4]
    head, *given = [json.loads(line) for line in synced[-1].splitlines()]
    assert (head["respondent"], head["begun"]) == (interview.respondent, "2026-10-05T07:31:00Z")
    assert [line["answer"] for line in given] == ["like", "disl", "neut"]
    journal.close()


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_line_that_a_crash_cut_off_costs_that_answer_only(answers: Path, cut: int) -> None:
    """The next answer does not stick to what is left of it."""
    asked = form()
    interview = new_interview(asked, "nl")
    journal = begin(interview, answers)
    written(journal, interview, "like", "", "7", "neut")
    journal.close()
    journal.path.write_bytes(journal.path.read_bytes()[:-cut])

    (entry,), others = unfinished(asked, answers)
    assert (entry.seen, entry.questions, entry.language, others) == (3, 7, "nl", 0)
    journal, again = resumed(entry, asked)
    assert (again.at, again.order) == (3, interview.order)
    written(journal, again, "must", "disl")
    journal.close()
    (entry,), _ = unfinished(asked, answers)
    journal, again = resumed(entry, asked)
    assert list(again.answers.values()) == ["like", "", "7", "must", "disl"]
    journal.discard()
    assert not folder_of(answers).exists()


def test_an_interview_that_is_being_answered_is_nobody_else_s(answers: Path) -> None:
    """Nor is what another program put into the folder."""
    asked = form()
    interview = new_interview(asked, "en")
    journal = begin(interview, answers)
    folder = folder_of(answers)
    (folder / "notes.jsonl").write_text("{}\n")
    (folder / "6b7153d5-6dce-4b7b-a713-33aaff618b1e.jsonl").write_text('[1]\n"x"\n')
    (folder / "7b7153d5-6dce-4b7b-a713-33aaff618b1e.jsonl").write_text("")

    assert unfinished(asked, answers) == ([], 0)
    journal.close()
    ((entry,), _) = unfinished(asked, answers)
    assert entry.respondent == interview.respondent
    other, _ = resumed(entry, asked)
    with pytest.raises(KanoError, match="somebody is answering it now"):
        resumed(entry, asked)
    other.discard()
    assert (folder / "notes.jsonl").exists()


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace("lent you", "gave you"),
        WHOLE.replace("min: 1, max: 9", "min: 1, max: 5").replace("importance:", "#importance:"),
    ],
    ids=["wording", "fewer questions"],
)
def test_an_interview_of_another_version_is_counted_and_not_offered(
    answers: Path, text: str
) -> None:
    """Its answers were to other questions."""
    begin(new_interview(form(), "en"), answers).close()

    assert unfinished(form(text), answers) == ([], 1)


def test_an_answer_that_the_form_has_no_more_is_asked_again() -> None:
    """The stamp does not know the scale of importance."""
    asked = form(WHOLE.replace("max: 9", "max: 5"))
    order = tuple(page.feature for page in asked.pages)
    given = {"loanbike_f": "like", "loanbike_d": "disl", "loanbike_i": "9"}

    assert Interview(asked, "x", "en", order, given).at == 2


@pytest.mark.parametrize(
    ("scale", "keys"),
    [
        ("min: 1, max: 9", [str(n) for n in range(1, 10)]),
        ("min: 0, max: 10", [str(n) for n in range(11)]),
        ("min: -2, max: 2", ["1", "2", "3", "4", "5"]),
    ],
)
def test_a_rating_is_its_own_key(scale: str, keys: list[str]) -> None:
    """And is not said twice; ratings below 0 are numbered."""
    question = form(WHOLE.replace("min: 1, max: 9", scale)).pages[0].importance
    assert question is not None
    found = keys_of(question.choices)

    assert list(found) == keys
    labels = [label_of(key, choice, "en") for key, choice in found.items()]
    assert ("-2" in labels) == ("-2" in scale)
    assert not any(label.startswith("1") for label in labels[:1])
