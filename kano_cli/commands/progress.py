"""How far something is that takes a while, said on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """A function to call with how much is done; its line is gone when the work is."""
    shown = sys.stderr is not None and sys.stderr.isatty()
    widest = 0

    def say(line: str) -> None:
        nonlocal widest
        if shown:
            widest = max(widest, len(line))
            with suppress(OSError):
                sys.stderr.write(f"\r{line.ljust(widest)}\r")
                sys.stderr.flush()

    try:
        say(f"kano: {what}, 0 of {total}")
        yield lambda done: say(f"kano: {what}, {done} of {total}")
    finally:
        say("")
