"""`-o FILE`: whole or not at all, in the format of its ending."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH, kano, output, refusal

SURVEY = DUTCH / "survey.csv"


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        (".json", "json"), (".csv", "csv"), (".md", "markdown"), (".markdown", "markdown"),
        (".txt", "table"), (".JSON", "json"),
    ],
)  # fmt: skip
def test_the_format_follows_the_ending(ending: str, form: str, run: Runner, tmp_path: Path) -> None:
    """The same bytes as on stdout; where it went is told on stderr."""
    file = tmp_path / f"result{ending}"
    ran = run("classify", SURVEY, "-o", file)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(f"kano: wrote {file}\n")
    assert file.read_bytes() == run("classify", SURVEY, "--format", form).out.encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_named_format_wins_over_the_ending(run: Runner, tmp_path: Path) -> None:
    """In any case of letters."""
    ran = run("classify", SURVEY, "-f", "JSON", "-o", tmp_path / "result.out")

    assert ran.code == 0
    assert json.loads((tmp_path / "result.out").read_text("utf-8"))["schema_version"] == 1


@pytest.mark.parametrize("name", ["result.xlsx", "result", "result.json.gz", ".json"])
def test_an_ending_that_names_no_format_is_refused(name: str, run: Runner, tmp_path: Path) -> None:
    """With those that do; nothing is written."""
    ran = run("classify", SURVEY, "-o", tmp_path / name)

    assert (ran.code, ran.out) == (2, "")
    assert "names no format" in ran.err
    assert ".json, .csv, .md, .markdown, .txt, or add --format" in ran.err
    assert not list(tmp_path.iterdir())


def test_a_dash_is_stdout() -> None:
    """As for many programs."""
    assert output("classify", SURVEY, "-f", "json", "-o", "-") == output(
        "classify", SURVEY, "-f", "json"
    )


def test_a_file_holds_no_colour_whatever_the_terminal_shows(tmp_path: Path) -> None:
    """And has the fixed width of a pipe."""
    plain = tmp_path / "plain.txt"
    kano("classify", SURVEY, "-o", plain)
    forced = tmp_path / "forced.txt"
    kano("classify", SURVEY, "-o", forced, variables={"FORCE_COLOR": "1"})

    assert "\x1b" not in forced.read_text("utf-8")
    assert forced.read_bytes() == plain.read_bytes()


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    """Before the survey is read."""
    assert "is a folder\nhint: name a file in it" in refusal("classify", "none.csv", "-o", tmp_path)
    missing = tmp_path / "none" / "result.json"
    said = refusal("classify", "none.csv", "-o", missing)
    assert said == f"kano: error: {missing.parent}: there is no such folder\nhint: make it first\n"


@pytest.mark.parametrize(
    "target", ["survey.csv", "study.yaml", "link.csv", "twin.csv", "./survey.csv"]
)
def test_what_is_being_read_is_never_replaced(
    target: str, run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the survey nor the questionnaire, by whatever name."""
    monkeypatch.chdir(tmp_path)
    Path("survey.csv").write_bytes((ENGLISH / "survey.csv").read_bytes())
    Path("study.yaml").write_bytes((ENGLISH / "questionnaire.yaml").read_bytes())
    Path("link.csv").symlink_to("survey.csv")
    Path("twin.csv").hardlink_to("survey.csv")
    before = Path(target).read_bytes()

    ran = run("classify", "survey.csv", "-q", "study.yaml", "-f", "csv", "-o", target)

    assert (ran.code, ran.out) == (2, "")
    assert "is the file that is being read" in ran.err
    assert Path(target).read_bytes() == before


def test_an_old_file_is_replaced_and_keeps_its_permissions(run: Runner, tmp_path: Path) -> None:
    """A new one gets what the umask allows."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text("before")
    old.chmod(0o640)
    for file in (old, new):
        assert run("classify", SURVEY, "-o", file).code == 0
    mask = os.umask(0)
    os.umask(mask)

    assert old.read_text("utf-8").startswith("{")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    step: str, run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full, the folder read-only, the power gone."""
    file = tmp_path / "result.json"
    file.write_text("before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, fail)
    ran = run("classify", SURVEY, "-o", file)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"kano: error: {file}: cannot be written: No space left on device\n"
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupted_write_leaves_nothing_behind(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C between writing and renaming."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)

    assert run("classify", SURVEY, "-o", tmp_path / "result.json").code == 130
    assert not list(tmp_path.iterdir())


def test_a_link_is_replaced_and_not_followed(run: Runner, tmp_path: Path) -> None:
    """What it points to, perhaps in another folder, stays as it is."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "real.json").write_text("precious")
    link = tmp_path / "result.json"
    link.symlink_to(elsewhere / "real.json")
    dangling = tmp_path / "dangling.json"
    dangling.symlink_to(elsewhere / "none.json")

    for file in (link, dangling):
        assert run("classify", SURVEY, "-o", file).code == 0
        assert not file.is_symlink()
        assert file.read_text("utf-8").startswith("{")
    assert (elsewhere / "real.json").read_text() == "precious"
    assert not (elsewhere / "none.json").exists()


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs devices")
@pytest.mark.parametrize("device", ["/dev/null", "/dev/stdout"])
def test_a_device_is_written_to_and_not_replaced(device: str) -> None:
    """Even by somebody who may replace it."""
    before = Path(device).lstat().st_mode
    done = kano("classify", SURVEY, "-f", "json", "-o", device)

    assert done.returncode == 0, done.stderr
    assert Path(device).lstat().st_mode == before
    assert bool(done.stdout) is (device == "/dev/stdout")


def test_a_long_name_works_up_to_what_the_disk_allows(run: Runner, tmp_path: Path) -> None:
    """And beyond it is the user's mistake."""
    longer = run("classify", SURVEY, "-o", tmp_path / ("a" * 300 + ".json"))

    assert run("classify", SURVEY, "-o", tmp_path / ("a" * 250 + ".json")).code == 0
    assert longer.code == 2
    assert "cannot be written: File name too long" in longer.err


def test_nothing_is_written_where_the_survey_is_refused(run: Runner, tmp_path: Path) -> None:
    """The old result stays."""
    file = tmp_path / "result.json"
    file.write_text("before")

    assert run("classify", "none.csv", "-o", file).code == 2
    assert file.read_text() == "before"
