"""Which lines of `core` each of its tests runs, so that a mutant is shown to no other test."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

import pytest

CORE = Path(__file__).parents[2] / "kano_cli" / "core"

Lines: TypeAlias = set[tuple[str, int]]


@dataclass
class Record:
    """Which lines of `core` ran in which test, while importing, and how long each test took."""

    importing: Lines = field(default_factory=set)
    tests: dict[str, Lines] = field(default_factory=lambda: defaultdict(set))
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))


class Recorder:
    """A plugin that fills a record; a fixture for many tests counts for each of them."""

    def __init__(self) -> None:
        self.record = Record()
        self.fixtures: dict[int, Lines] = defaultdict(set)
        self.now = self.record.importing

    def trace(self, frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        """What Python calls at each call and line."""
        name = frame.f_code.co_filename
        if not name.startswith(str(CORE)):
            return None
        if event == "line":
            self.now.add((name, frame.f_lineno))
        return self.trace

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Notes what a test does, from its own fixtures on."""
        self.now = self.record.tests[nodeid]

    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> None:
        """Notes apart what a fixture for many tests does."""
        if fixturedef.scope != "function":
            self.now = self.fixtures[id(fixturedef)]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Notes what fixtures for many tests did for this one."""
        self.now = self.record.tests[item.nodeid]
        yield
        for definitions in getattr(item, "_fixtureinfo").name2fixturedefs.values():  # noqa: B009
            self.now |= self.fixtures[id(definitions[-1])]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A mutant proves nothing where a test fails without it."""
        self.record.seconds[report.nodeid] += report.duration
        if report.failed:
            raise SystemExit(f"{report.nodeid} fails without a mutant")
