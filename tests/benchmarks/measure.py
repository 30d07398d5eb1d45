"""Time and peak memory of a whole command, with everything that it starts."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Cost:
    """What one run of a command cost."""

    seconds: float
    peak_mib: float


def run(command: Sequence[str]) -> Cost:
    """One run; its output is thrown away, and a failure stops the benchmark."""
    peak = 0.0
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        done = threading.Event()

        def watch() -> None:
            nonlocal peak
            while not done.wait(0.02):
                peak = max(peak, _memory_mib(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        seconds = time.perf_counter() - began
        done.set()
        watcher.join()
    if code:
        sys.exit(f"{' '.join(command)} ended with {code}")
    return Cost(seconds, peak)


def in_turn(commands: Sequence[Sequence[str]], runs: int) -> list[Cost]:
    """The median cost of each command; they run in turn, so that a slow moment hits all."""
    for command in commands:
        run(command)
    costs = [[run(command) for command in commands] for _ in range(runs)]
    return [
        Cost(median(c.seconds for c in column), max(c.peak_mib for c in column))
        for column in zip(*costs, strict=True)
    ]


def _memory_mib(pid: int) -> float:
    """Memory of a process and all below it, shared pages counted once; 0 where unknown."""
    return sum(_own_mib(each) for each in (pid, *_below(pid)))


def _below(pid: int) -> Iterator[int]:
    """All processes that a process started."""
    try:
        lists = [task.read_text() for task in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:  # it ended while we looked
        return
    for child in map(int, " ".join(lists).split()):
        yield child
        yield from _below(child)


def _own_mib(pid: int) -> float:
    """The proportional memory of one process, as Linux accounts for it."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    kib = next((line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")), "0")
    return int(kib) / 1024
