"""The line at the end of a refusal: the command that shows how far a file was understood."""

import shlex
from pathlib import Path

import pytest

from tests.commands.process import kano, refusal

SIDES = "Search a,Search b\nI like it,I dislike it\nI expect it,I am neutral\n"
CODES = "Search_f,Search_d\n1,5\n2,4\n3,3\n"
SEEN = "; to see how far it was understood: "
SETTLED = "; to settle it in a questionnaire that kano drafts: "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files that are refused."""
    for name in ("answers.csv", "my answers' file.csv", "-x.csv"):
        (tmp_path / name).write_text(SIDES)
    (tmp_path / "codes.csv").write_text(CODES)
    (tmp_path / "study.yaml").write_text("kano: 1\nlanguage: en\n")
    (tmp_path / "page.html").write_text("<html><body>hi</body></html>")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["answers.csv"], "kano inspect answers.csv"),
        (["my answers' file.csv"], shlex.join(["kano", "inspect", "my answers' file.csv"])),
        (["--", "-x.csv"], "kano inspect -- -x.csv"),
        (
            ["answers.csv", "--questionnaire", "study.yaml", "--header-row", "1"],
            "kano inspect answers.csv --questionnaire study.yaml --header-row 1",
        ),
        (
            ["--unknown", "missing", "answers.csv", "--delimiter", ",", "--layout", "wide"],
            "kano inspect answers.csv --layout wide --delimiter , --unknown missing",
        ),
    ],
    ids=["plain", "quoted", "dashed", "questionnaire", "options"],
)
@pytest.mark.parametrize("command", ["classify", "inspect"])
def test_a_refusal_ends_with_a_command_that_can_be_pasted(
    folder: Path, command: str, words: list[str], line: str
) -> None:
    """With all that was said of the file; two lines in all."""
    done = kano(command, *words, cwd=folder)
    said = done.stderr.decode()
    mark = SEEN if command == "classify" else SETTLED
    told = said.rstrip("\n").partition(mark)[2]

    assert done.returncode == 2
    assert said.count("\n") == 2
    start = shlex.split(line)
    if command == "classify":
        assert shlex.split(told) == start
        return
    # There is a study.yaml in this folder already.
    assert set(shlex.split(told)) == {*start, "--write", "study-2.yaml"}
    again = kano(*shlex.split(told)[1:], cwd=folder)
    assert again.returncode == 0
    assert b"wrote study-2.yaml; 2 lines are doubtful" in again.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("classify", "answers.csv", "--codes", "like=9"),
        ("classify", "answers.csv", "--layout", "spiral"),
        ("classify", "answers.csv", "--questionnaire", "no-such.yaml"),
        ("classify", "no-such.csv"),
        ("classify", "page.html"),
        ("inspect", "page.html"),
        ("explain", "page.html", "Search"),
    ],
    ids=" ".join,
)
def test_what_inspect_cannot_show_has_no_such_line(folder: Path, words: tuple[str, ...]) -> None:
    """A wrong command, and files that do not open."""
    assert "kano inspect" not in refusal(*words, cwd=folder)


def test_an_option_that_contradicts_another_is_settled_in_the_command(folder: Path) -> None:
    """No page says more of it."""
    five = "{like: '1', must-be: '2', neutral: '3', live-with: '4', dislike: '5'}"
    (folder / "scale.yaml").write_text(f"kano: 1\nscale: {five}\n")
    words = ("codes.csv", "--questionnaire", "scale.yaml", "--codes", "like=5")

    for command in ("classify", "inspect"):
        said = refusal(command, *words, cwd=folder)
        assert "--codes: --codes says that 5 is like" in said
        assert "kano inspect" not in said


@pytest.mark.parametrize("command", ["classify", "inspect"])
def test_standard_input_cannot_be_read_again(folder: Path, command: str) -> None:
    """So no line offers it."""
    done = kano(command, "-", stdin=SIDES.encode(), cwd=folder)

    assert done.returncode == 2
    assert b"kano inspect" not in done.stderr


def test_explain_says_it_as_well(folder: Path) -> None:
    """As every command that reads a file."""
    assert f"{SEEN}kano inspect answers.csv\n" in refusal(
        "explain", "answers.csv", "Search", cwd=folder
    )


def test_a_draft_of_a_refused_file_is_settled_by_hand_and_reads_it(folder: Path) -> None:
    """From the refusal to the result, as a person goes."""
    done = kano("inspect", "codes.csv", "--write", "mine.yaml", cwd=folder)
    assert done.returncode == 0
    assert b"wrote mine.yaml; 5 lines are doubtful" in done.stderr
    assert "is still in doubt" in refusal(
        "classify", "codes.csv", "--questionnaire", "mine.yaml", cwd=folder
    )
    draft = folder / "mine.yaml"
    draft.write_text(draft.read_text("utf-8").replace('"? ', '"'), "utf-8")
    read = kano("classify", "codes.csv", "--questionnaire", "mine.yaml", cwd=folder)
    assert read.returncode == 0
    again = kano("inspect", "codes.csv", "--write", "mine.yaml", "--force", cwd=folder)
    assert again.returncode == 0
