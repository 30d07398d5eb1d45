"""Words that do not change while the rules of the gate learn to speak."""

from collections.abc import Iterator

import pytest

from tests.renderers.findings.gates import plain_words


@pytest.fixture(autouse=True, scope="module")
def _plain(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every finding says just its text, but where a module wants the real words."""
    if getattr(request.module, "REAL_WORDS", False):
        yield
        return
    with plain_words():
        yield
