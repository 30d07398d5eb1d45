"""One at a time: a file that another interview holds is waited for, or left alone.

A lock goes with the process, so that one that is killed leaves none behind. Only where the system
or the disk knows no such locks does a file beside it say so, which can stay behind.
"""

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kano_cli.errors import KanoError

PAUSE = 0.02
FAR = 1 << 30
"""Windows locks bytes, and others cannot read those; this one is behind the end of any file."""

_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class _NoLocksError(Exception):
    """This system or disk cannot lock a file."""


def hold(handle: int, path: Path, seconds: float = 0) -> Callable[[], None] | None:
    """Lock an open file; gives what unlocks it, None where it stayed another's for that long.

    Args:
        handle: the open file.
        path: its name, for the file beside it where there are no locks.
        seconds: how long to wait for another who holds it.
    """
    until = time.monotonic() + seconds
    while (release := _once(handle, path)) is None:
        if time.monotonic() >= until:
            return None
        time.sleep(PAUSE)
    return release


def _once(handle: int, path: Path) -> Callable[[], None] | None:
    """Try, without waiting."""
    try:
        return _by_system(handle)
    except _NoLocksError:
        return _by_file(path.with_name(f"{path.name}.lock"))


if sys.platform == "win32":

    def _by_system(handle: int) -> Callable[[], None] | None:
        """A lock of Windows on one byte."""
        import msvcrt

        def at_byte(mode: int) -> None:
            here = os.lseek(handle, 0, os.SEEK_CUR)
            os.lseek(handle, FAR, os.SEEK_SET)
            try:
                msvcrt.locking(handle, mode, 1)
            finally:
                os.lseek(handle, here, os.SEEK_SET)

        try:
            at_byte(msvcrt.LK_NBLCK)
        except OSError as problem:
            if problem.errno in _BUSY:
                return None
            raise _NoLocksError from None
        return lambda: at_byte(msvcrt.LK_UNLCK)

else:

    def _by_system(handle: int) -> Callable[[], None] | None:
        """A lock of Unix on the whole file."""
        try:
            import fcntl
        except ImportError:  # a Python without it, such as in a browser
            raise _NoLocksError from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            if problem.errno in _BUSY:
                return None
            raise _NoLocksError from None
        return lambda: fcntl.flock(handle, fcntl.LOCK_UN)


def _by_file(beside: Path) -> Callable[[], None] | None:
    """A file beside it that only one can make."""
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return None
    except OSError as problem:
        raise KanoError(f"cannot be written: {problem.strerror}", str(beside)) from None

    def release() -> None:
        with suppress(OSError):
            beside.unlink()

    return release


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, too, where a system can be told so."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
