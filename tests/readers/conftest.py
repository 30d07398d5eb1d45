"""How the tests of this room write a file and read it."""

from pathlib import Path

import pytest

from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from kano_cli.study.responses import Survey
from tests.readers.files import write
from tests.readers.large import open_large_door
from tests.readers.reading import Reader


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads `content` as the survey file `name`."""

    def _read(
        content: str | bytes, options: ReadOptions | None = None, *, name: str = "survey.csv"
    ) -> Survey:
        return read_survey(write(tmp_path / name, content), options)

    return _read


@pytest.fixture
def large_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is large."""
    open_large_door(monkeypatch, cores=2)
