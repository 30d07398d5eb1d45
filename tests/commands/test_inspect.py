"""`kano inspect` as users start it: what it prints, what it writes, how it ends."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from jsonschema import Draft202012Validator

from kano_cli.commands.inspect import inspect
from kano_cli.errors import KanoError
from kano_cli.renderers.data.inspection_json import inspection_schema
from tests.commands.process import DUTCH, ENGLISH, kano, output, refusal

REFUSED = (
    "Name,Loan bike (with),Loan bike (without),Parking\n"
    "Ann,I like it,I dislike it,I like it\nBob,I expect it,I am neutral,I am neutral\n"
)
LINE = "    functional: Q1\n"


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """A file with a question that has no partner."""
    file = tmp_path / "answers.csv"
    file.write_text(REFUSED)
    return file


@pytest.fixture
def drafted(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A draft of our choice instead of the real one; change `text` for another."""
    draft = SimpleNamespace(text=LINE)
    module = SimpleNamespace(draft_questionnaire=lambda *_: draft.text)
    monkeypatch.setitem(__import__("sys").modules, "kano_cli.readers.inspection.draft", module)
    return draft


@pytest.mark.parametrize("file", [ENGLISH / "survey.csv", DUTCH / "survey.xlsx"], ids=str)
def test_a_file_that_is_understood_ends_with_0(file: Path) -> None:
    """The page is on stdout; stderr is empty."""
    page = output("inspect", file)

    assert page.startswith("Read completely: ")
    assert "Pairs of questions" in page


def test_it_speaks_dutch_and_fits_its_terminal() -> None:
    """Like every command."""
    page = output("inspect", DUTCH / "survey.xlsx", "--lang", "nl", COLUMNS="80")

    assert page.startswith("Volledig gelezen: 240 respondenten, 9 kenmerken\n")
    assert max(map(len, page.split("\n"))) <= 80
    assert "\x1b" not in page


def test_json_fits_its_schema() -> None:
    """On stdout."""
    record = json.loads(output("inspect", ENGLISH / "survey.csv", "--format", "json"))

    Draft202012Validator(inspection_schema()).validate(record)
    assert len(record["pairs"]) == 8


def test_a_file_that_is_refused_is_shown_and_ends_with_2(refused: Path) -> None:
    """The page on stdout, the refusal in the usual two lines on stderr."""
    done = kano("inspect", refused)
    said, page = done.stderr.decode(), done.stdout.decode()

    assert done.returncode == 2
    assert page.startswith("Refused: answers.csv, ")
    assert said.startswith("kano: error: answers.csv, ")
    assert said.split("\n")[1].startswith("hint: ")
    assert said.count("\n") == 2


def test_json_of_a_refused_file_says_why(refused: Path) -> None:
    """In the words of stderr."""
    done = kano("inspect", refused, "--format", "json")
    record = json.loads(done.stdout)

    Draft202012Validator(inspection_schema()).validate(record)
    assert done.returncode == 2
    assert record["refusal"]["message"] in done.stderr.decode()


def test_a_file_that_is_not_there_has_no_page() -> None:
    """Nothing is known of it."""
    assert "there is no such file" in refusal("inspect", "no-such-file.csv")


@pytest.mark.parametrize(("name", "begins"), [("a.json", "{"), ("a.txt", "Read completely")])
def test_the_ending_of_o_says_the_format(tmp_path: Path, name: str, begins: str) -> None:
    """And nothing stands on stdout then."""
    done = kano("inspect", ENGLISH / "survey.csv", "-o", tmp_path / name)

    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == f"kano: wrote {tmp_path / name}\n"
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "page.pdf"), "names no format"),
        (("--force",), "is for --write"),
        (("--write", "-"), "standard output is for the page"),
        (("--write", "."), "is a folder"),
        (("--write", "answers.csv", "--force"), "is the file that is being read"),
        (("--write", "there.yaml"), "is there already"),
        (("--write", "a.txt", "-o", "a.txt"), "is the file that -o names"),
        (("--write", "no/such/folder.yaml"), "there is no such folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_read(
    refused: Path, words: tuple[str, ...], told: str
) -> None:
    """Nothing on stdout, and what was there stays."""
    (refused.parent / "there.yaml").write_text("mine")

    assert told in refusal("inspect", "answers.csv", *words, cwd=refused.parent)
    assert (refused.parent / "there.yaml").read_text() == "mine"
    assert refused.read_text() == REFUSED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('# begins with "?"\n' + LINE, ""),
        (
            LINE + '    dysfunctional: "? Q2"\n',
            '; 1 line is doubtful: settle the line that begins its value with "?"',
        ),
        (
            'title: "?"\n' + LINE + '    dysfunctional: "? Q2"\n',
            '; 2 lines are doubtful: settle the lines that begin their value with "?"',
        ),
    ],
    ids=["settled", "one", "two"],
)
def test_a_draft_is_written_and_what_is_to_be_settled_is_said(
    refused: Path,
    drafted: SimpleNamespace,
    text: str,
    told: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A file that is refused as it stands is no failure then."""
    drafted.text = text
    target = refused.parent / "study.yaml"

    inspect(str(refused), draft=str(target), lang="en")

    said = capfd.readouterr()
    assert target.read_text("utf-8") == text
    assert said.err == f"kano: wrote {target}{told}\n"
    assert said.out.startswith("Refused: ")


def test_force_replaces_a_draft(refused: Path, drafted: SimpleNamespace) -> None:
    """And only that."""
    target = refused.parent / "study.yaml"
    target.write_text("mine")

    with pytest.raises(KanoError, match="is there already"):
        inspect(str(refused), draft=str(target), lang="en")
    inspect(str(refused), draft=str(target), force=True, lang="en")

    assert target.read_text() == drafted.text
