"""`kano questionnaire` as users start it: list, show, check, export, wordings."""

import json
from pathlib import Path

import pytest

from kano_cli.forms.targets import TARGETS
from kano_cli.study.language import languages
from kano_cli.study.shipped import shipped_questionnaires
from tests.commands.process import ENGLISH, kano, output, refusal
from tests.forms.fielded import PLAIN, WHOLE


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A questionnaire in two languages."""
    file = tmp_path / "study.yaml"
    file.write_text(WHOLE, "utf-8")
    return file


def test_the_ready_ones_are_listed_with_what_they_ask() -> None:
    """For people and for programs."""
    page = output("questionnaire", "list")
    listed = json.loads(output("questionnaire", "list", "-f", "json"))

    assert listed["schema_version"] == 1
    assert [each["name"] for each in listed["questionnaires"]] == list(shipped_questionnaires())
    assert all(len(each["features"]) >= 12 for each in listed["questionnaires"])
    for name in shipped_questionnaires():
        assert name in page
    assert "Kant-en-klare vragenlijsten" in output("questionnaire", "list", "--lang", "nl")


def test_one_is_shown_as_a_respondent_sees_it(study: Path) -> None:
    """In each language; what is around the questions stands there, too."""
    english = output("questionnaire", "show", study)
    dutch = output("questionnaire", "show", study, "--language", "nl", COLUMNS="60")

    for text in (
        "Thank you for helping us.",
        "☐ I agree",
        "○ I like it  ○ I expect it",
        "About you",
    ):
        assert text in english
    for text in ("1. Leenfiets", "○ Daar kan ik mee leven", "Over u", "Dat was alles."):
        assert text in dutch
    assert max(map(len, dutch.split("\n"))) <= 60


def test_the_file_itself_is_shown_to_start_from(study: Path) -> None:
    """Sign for sign."""
    assert output("questionnaire", "show", study, "--yaml") == WHOLE


@pytest.mark.parametrize("language", [each.code for each in languages() if each.wordings])
def test_the_wordings_of_each_language_are_listed_with_their_source(language: str) -> None:
    """All that a scale can name."""
    if not language:
        return
    page = output("questionnaire", "wordings", "--language", language)
    listed = json.loads(output("questionnaire", "wordings", "--language", language, "-f", "json"))
    (spoken,) = [each for each in languages() if each.code == language]

    assert [each["id"] for each in listed["wordings"]] == [each.id for each in spoken.wordings]
    for wording in spoken.wordings:
        assert f"scale: {wording.id}" in page


def test_a_check_ends_like_a_gate(study: Path, tmp_path: Path) -> None:
    """0 where all is well; 1 where a question is missing; machines get their formats."""
    assert "no errors or warnings" in output("questionnaire", "check", study)
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        PLAIN.replace("    dysfunctional: How would you feel if there was no night locker?\n", "")
    )
    done = kano("questionnaire", "check", bad, "--format", "json")

    assert done.returncode == 1
    assert [each["code"] for each in json.loads(done.stdout)["findings"]] == ["K449"]


@pytest.mark.parametrize("target", TARGETS.values(), ids=lambda target: target.id)
def test_a_form_is_written_with_what_to_do_next(
    study: Path, target: object, tmp_path: Path
) -> None:
    """Under a name of its own, and never over a file that is there."""
    from kano_cli.forms.targets import Target

    assert isinstance(target, Target)
    words = ["questionnaire", "export", str(study), "--to", target.id]
    words += [] if target.languages else ["--language", "nl"]
    done = kano(*words, cwd=tmp_path)
    told = done.stderr.decode()

    assert done.returncode == 0, told
    written = tmp_path / f"study-{target.id}{target.suffix}"
    assert written.stat().st_size > 100
    assert f"kano: wrote {written.name}" in told
    assert "kano: the answers: kano classify ANSWERS --questionnaire" in told
    assert ("in the order of the questionnaire" in told) == (not target.shuffles)

    before = written.read_bytes()
    assert "is there already" in refusal(*words, cwd=tmp_path)
    assert written.read_bytes() == before
    assert kano(*words, "--force", cwd=tmp_path).returncode == 0
    assert written.read_bytes() == before
    assert kano(*words, "-o", "-").stdout == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "study.yaml", "--to", "pdf"), 'there is no target "pdf"'),
        (("export", "study.yaml", "--to", "docx"), "docx takes one language"),
        (("export", "study.yaml", "--to", "html", "--language", "fr"), 'not in "fr"'),
        (("export", "study.yaml", "--to", "html", "-o", "no/f.html"), "there is no such folder"),
        (("export", "nothing.yaml", "--to", "html"), "no such file or ready questionnaire"),
        (("export", "broken.yaml", "--to", "html"), "broken.yaml, line 3, column 1"),
        (("show", "study.yaml", "--language", "fr"), 'not in "fr"'),
        (("show", "broken.yaml", "--yaml"), "broken.yaml, line 3, column 1"),
        (("wordings", "--language", "xx"), 'there is no wording in "xx"'),
        (("check", "answers.csv"), "line 1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_written(
    study: Path, words: tuple[str, ...], said: str
) -> None:
    """Two lines, code 2, and the folder as it was."""
    (study.parent / "broken.yaml").write_text("kano: 1\ntitle: [a\n")
    (study.parent / "answers.csv").write_text("a,b\n1,2\n")
    before = sorted(study.parent.iterdir())

    told = refusal("questionnaire", *words, cwd=study.parent)

    assert said in told
    assert told.count("\n") <= 2
    assert sorted(study.parent.iterdir()) == before


def test_a_list_of_features_becomes_drafts_to_read(tmp_path: Path) -> None:
    """Each pair is marked; the file is checked and can be shown at once."""
    (tmp_path / "features.txt").write_text("Nachtkluis\n- Leenfiets\n", "utf-8")
    done = kano("questionnaire", "new", "--from", "features.txt", "--language", "nl", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert b"2 pairs of questions are proposed, as drafts" in done.stderr
    assert (tmp_path / "features.yaml").read_text("utf-8").count("draft: true") == 3  # one says so
    checked = output("questionnaire", "check", tmp_path / "features.yaml")
    assert checked.count("K450") == 2
    assert "1. Nachtkluis" in output("questionnaire", "show", tmp_path / "features.yaml")
    assert "is there already" in refusal(
        "questionnaire", "new", "--from", "features.txt", cwd=tmp_path
    )


def test_a_survey_gives_its_features_and_its_questions(tmp_path: Path) -> None:
    """On stdout, where somebody asks for that."""
    drafted = kano("questionnaire", "new", "--from", ENGLISH / "survey.csv", "-o", "-")

    assert drafted.returncode == 0, drafted.stderr
    (tmp_path / "mine.yaml").write_bytes(drafted.stdout)
    assert "Dark mode" in output("questionnaire", "show", tmp_path / "mine.yaml")


def test_the_conversation_is_on_stderr_and_ends_in_a_file(tmp_path: Path) -> None:
    """Nothing is written if it breaks off."""
    words = ("questionnaire", "new", "--lang", "nl")
    typed = b"Winkel\nnl\nGratis koffie\nParkeren\n\nj\nwinkel.yaml\n"
    done = kano(*words, cwd=tmp_path, stdin=typed)

    assert (done.returncode, done.stdout) == (0, b"")
    assert b"Titel van de vragenlijst" in done.stderr
    made = tmp_path / "winkel.yaml"
    assert "importance: {min: 1, max: 9}" in made.read_text("utf-8")
    made.unlink()

    broken = kano(*words, cwd=tmp_path, stdin=typed[:20])
    assert broken.returncode == 2
    assert b"nothing was written" in broken.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--title", "Shop"), "goes with --from"),
        (("--from", "nothing.txt"), "there is no such file"),
        (("--from", "empty.txt"), "empty.txt"),
        (("--from", "list.txt", "--language", "fi"), "fi"),
    ],
)
def test_a_questionnaire_that_cannot_be_made_is_refused(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """And leaves nothing behind."""
    (tmp_path / "empty.txt").write_text("\n\n")
    (tmp_path / "list.txt").write_text("Search\n")

    assert said in refusal("questionnaire", "new", *words, cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt", "list.txt"]
