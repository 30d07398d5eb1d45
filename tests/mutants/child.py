"""A process of its own for each mutant: it changes what it likes, and nobody else notices."""

import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType

KILLED, SURVIVED, SLOW = "killed", "survived", "too slow"
IMPORTING, MEMORY = 60, 8 * 2**30


def forked(child: Callable[[], object]) -> str:
    """What a process finds that runs the tests."""
    process = os.fork()
    if not process:
        signal.alarm(IMPORTING)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            be_quiet()
            child()
        except BaseException:  # noqa: BLE001
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        return SLOW
    return KILLED if status else SURVIVED


def swap(code: CodeType, functions: list[FunctionType]) -> None:
    """Give the functions of a module the code that they have in another version of it."""
    others = dict(codes(code))
    for function in functions:
        if function.__code__.co_filename == code.co_filename:
            function.__code__ = others.get(key(function.__code__), function.__code__)


def codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    """All code in a code, by its name and line."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield key(part), part
            yield from codes(part)


def key(code: CodeType) -> tuple[str, int]:
    """The name and line of a function."""
    return code.co_qualname, code.co_firstlineno


def forget() -> None:
    """As if nothing of kano had been imported."""
    for name in list(sys.modules):
        if name.split(".")[0] in ("kano_cli", "tests") and "mutants" not in name:
            del sys.modules[name]


def be_quiet() -> None:
    """Show nothing of what this process prints."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
