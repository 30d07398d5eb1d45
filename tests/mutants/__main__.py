"""Which mistakes in `kano_cli/core` no test of it would see: `python -m tests.mutants`.

Makes one small change after another (`mutations.py`) and runs, for each, those tests of
`tests/core` and of the docstrings that pass its lines. Names the mutants that all of these
survive, and ends with 1 if one of them is not explained in `tests/core/MUTANTS.md`. Takes names
of modules, such as `rules` or `rules:58-64` for some of its lines, for a part of it. Needs fork,
so it does not run on Windows.
"""

import gc
import importlib.machinery
import os
import pickle
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.mutants.child import KILLED, SLOW, SURVIVED, be_quiet, forget, forked, swap
from tests.mutants.mutations import Mutant, mutants
from tests.mutants.recording import CORE, Record, Recorder

ROOT = Path(__file__).parents[2]
EXPLAINED = ROOT / "tests" / "core" / "MUTANTS.md"
TESTS = [str(ROOT / "tests" / "core"), str(CORE)]
QUIET = ["-qq", "--assert=plain", "--capture=no", "-p", "no:cacheprovider"]
PATIENCE = 5


class Judge:
    """A plugin that runs the tests it is given and ends the process at the first that fails."""

    def __init__(self, record: Record, module: str = "") -> None:
        self.record, self.module = record, module

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The fastest files first, but before them those that are called as the module is."""
        in_order(items, self.record)
        items.sort(key=lambda item: item.path.stem.removeprefix("test_") != self.module)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test may take ten times as long as it did."""
        signal.alarm(int(PATIENCE + 10 * self.record.seconds[nodeid]))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A module that cannot be imported."""
        if report.failed:
            os._exit(1)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A mutant that a test saw."""
        if report.failed:
            os._exit(1)


class Run:
    """A plugin that collects the tests, and instead of running them once tries every mutant."""

    def __init__(self, parts: Sequence[tuple[Path, range]]) -> None:
        self.parts = parts
        self.results: list[tuple[str, int, str, str]] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record what runs where, then try the mutants."""
        record = recorded()
        session.config.pluginmanager.register(Judge(record))
        functions = [
            function
            for function in gc.get_objects()
            if isinstance(function, FunctionType)
            and function.__code__.co_filename.startswith(str(CORE))
        ]
        control(record, session.items, functions)
        # What a process shares with its parent it need not copy.
        gc.collect()
        gc.disable()
        gc.freeze()
        for module, lines in self.parts:
            started, source = time.monotonic(), module.read_text("utf-8")
            for mutant in mutants(source):
                if mutant.line not in lines:
                    continue
                verdict = tried(mutant, module, record, session.items, functions)
                self.results.append((module.name, mutant.line, mutant.change, verdict))
                if verdict == SURVIVED:
                    say(f"| {module.name}:{mutant.line} | {mutant.change} |")
            mine = [verdict for name, _, _, verdict in self.results if name == module.name]
            counts = ", ".join(f"{mine.count(kind)} {kind}" for kind in (KILLED, SLOW, SURVIVED))
            say(f"== {module.name}: {len(mine)}, {counts}; {time.monotonic() - started:.0f} s")
        return True


def recorded() -> Record:
    """What runs where, from a run of all tests in a process of its own."""
    reading, writing = os.pipe()
    if not os.fork():
        plugin = Recorder()
        forget()
        sys.settrace(plugin.trace)
        be_quiet()
        code = pytest.main([*QUIET, *TESTS], plugins=[plugin])
        sys.settrace(None)
        with os.fdopen(writing, "wb") as file:
            pickle.dump(plugin.record if code == 0 else None, file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        record: Record | None = pickle.load(file)  # noqa: S301
    os.wait()
    if record is None:
        raise SystemExit("the tests fail without a mutant")
    return record


def tried(
    mutant: Mutant, module: Path, record: Record, items: list[pytest.Item],
    functions: list[FunctionType],
) -> str:  # fmt: skip
    """What became of a mutant."""
    code = compile(mutant.tree, str(module), "exec")
    places = {(str(module), line) for line in mutant.lines}
    if places & record.importing:
        return forked(lambda: again(code, module, record))
    names = {test for test, lines in record.tests.items() if places & lines}
    chosen = [item for item in items if item.nodeid in names]
    in_order(chosen, record)
    return forked(lambda: patched(code, functions, chosen))


def in_order(items: list[pytest.Item], record: Record) -> None:
    """Sort tests so that those of fast files come first, and each file stays together."""
    seconds: dict[Path, float] = defaultdict(float)
    for item in items:
        seconds[item.path] += record.seconds[item.nodeid]
    items.sort(key=lambda item: (seconds[item.path], item.path))


def control(record: Record, items: list[pytest.Item], functions: list[FunctionType]) -> None:
    """Make sure that a file without a change survives, in either way."""
    untouched = {path: compile(path.read_bytes(), path, "exec") for path in CORE.glob("*.py")}
    rules = CORE / "rules.py"

    def swapped() -> None:
        for code in untouched.values():
            swap(code, functions)
        run(items)

    if (
        forked(swapped) != SURVIVED
        or forked(lambda: again(untouched[rules], rules, record)) != SURVIVED
    ):
        raise SystemExit("the tests see a change where there is none")


def patched(code: CodeType, functions: list[FunctionType], chosen: list[pytest.Item]) -> None:
    """Run these tests with the functions of a mutant in the place of those there are."""
    swap(code, functions)
    run(chosen)


def run(chosen: list[pytest.Item]) -> None:
    """Run these tests, in this order."""
    for item, following in zip(chosen, [*chosen[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def again(code: CodeType, module: Path, record: Record) -> None:
    """Import all of it anew with the mutant in it, and run every test."""
    loader = importlib.machinery.SourceFileLoader
    original = loader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
        return code if Path(self.path) == module else original(self, fullname)

    setattr(loader, "get_code", get_code)  # noqa: B010
    forget()
    if pytest.main([*QUIET, *TESTS], plugins=[Judge(record, module.stem)]):
        os._exit(1)


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def part(name: str) -> tuple[Path, range]:
    """The module of this name, and those of its lines that stand behind it, or all."""
    module, _, lines = name.partition(":")
    first, _, last = lines.partition("-")
    path = CORE / f"{module}.py"
    return path, range(int(first or 1), int(last or first or 10**6) + 1)


def main(names: Sequence[str]) -> int:
    """Try every mutant of these modules, or of all."""
    # The same examples every time, and none of them made smaller once a test has failed.
    settings.register_profile(
        "mutants", phases=(Phase.explicit, Phase.generate), derandomize=True, database=None,
        deadline=None, suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    settings.load_profile("mutants")
    every = sorted(path.stem for path in CORE.glob("*.py"))
    trial = Run([part(name) for name in names or every])
    if pytest.main([*QUIET, *TESTS], plugins=[trial]):
        return 2
    survivors = [result for result in trial.results if result[3] == SURVIVED]
    text = EXPLAINED.read_text("utf-8") if EXPLAINED.exists() else ""
    unexplained = [result for result in survivors if result[2] not in text]
    verdicts = [result[3] for result in trial.results]
    counts = ", ".join(f"{verdicts.count(kind)} {kind}" for kind in (KILLED, SLOW, SURVIVED))
    say(f"{len(verdicts)} mutants: {counts}; {len(unexplained)} not explained")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
