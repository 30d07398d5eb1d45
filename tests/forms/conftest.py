"""A browser for the tests of the HTML form."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.forms.html_respondent import Sit, chromium, sit_down

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One browser for all tests of this file."""
    with chromium() as started:
        yield started


@pytest.fixture
def sit(browser: "Browser", tmp_path: Path) -> Iterator[Sit]:
    """Opens a form: `sit(form)`."""
    yield partial(sit_down, browser, folder=tmp_path)
    for context in browser.contexts:
        context.close()
