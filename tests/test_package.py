"""The built wheel works on a machine that has nothing else."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.install


def ran(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder outside the checkout, without its environment."""
    kept = {key: os.environ[key] for key in os.environ if not key.startswith("PYTHON")}
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, env=kept, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    built = ran(
        sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder
    )
    if built.returncode and "CI" not in os.environ and "No matching distribution" in built.stderr:
        pytest.skip("no package index can be reached from here")
    assert built.returncode == 0, built.stderr
    return next(folder.glob("kano_cli-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `kano` of a fresh environment with that wheel and what it needs, nothing more."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "env", with_pip=True)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    done = ran(scripts / "python", "-m", "pip", "install", "-q", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return scripts / "kano"


def test_the_wheel_carries_what_is_no_code(wheel: Path) -> None:
    """Questionnaires, wordings, words, the schema and the mark of a typed package."""
    names = set(zipfile.ZipFile(wheel).namelist())

    for name in (
        "questionnaires/saas-en.yaml",
        "study/languages/nl.toml",
        "report/languages/nl.toml",
        "renderers/data/result.schema.json",
        "renderers/data/journey.schema.json",
        "py.typed",
    ):
        assert f"kano_cli/{name}" in names
    assert not [name for name in names if name.startswith(("tests/", "samples/"))]


def test_it_classifies_a_sample_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    """With a ready questionnaire by its name, so that data files are found, too."""
    sample = ROOT / "samples" / "mobile-provider-nl" / "survey.xlsx"

    done = ran(installed, "classify", sample, "--lang", "nl", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "2 GB extra als bedankje" in done.stdout
    assert "Wat te doen" in done.stdout


def test_ready_questionnaires_are_found_by_name(installed: Path, tmp_path: Path) -> None:
    """A wrong name lists them."""
    sample = ROOT / "samples" / "saas-en" / "survey.csv"

    done = ran(installed, "classify", sample, "-q", "saas", cwd=tmp_path)

    assert done.returncode == 2
    assert "saas-en" in done.stderr


def test_a_result_becomes_a_frame_and_a_notebook_page(installed: Path, tmp_path: Path) -> None:
    """What only Python users touch is there, too."""
    sample = ROOT / "samples" / "saas-en" / "survey.csv"
    code = (
        "from kano_cli import classify\n"
        f"r = classify({str(sample)!r})\n"
        "print(len(r.to_frame()), '<pre' in r._repr_html_())"
    )

    done = ran(installed.parent / "python", "-c", code, cwd=tmp_path)

    assert done.stdout.split() == ["8", "True"], done.stderr
