"""`-o FILE`: a result that is written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from kano_cli.commands.console import tell, write
from kano_cli.errors import KanoError


def target_of(output: str, *inputs: str) -> Path | None:
    """The file that `-o` names, or None for stdout; checked before anything is read.

    Raises:
        KanoError: if it cannot be a result, or is one of the `inputs`.
    """
    if output in ("", "-"):
        return None
    path = Path(output)
    try:
        if path.is_dir():
            raise KanoError("is a folder", output, "name a file in it")
        if not path.parent.is_dir():
            raise KanoError("there is no such folder", str(path.parent), "make it first")
        for name in inputs:
            if name not in ("", "-") and _same(path, Path(name)):
                raise KanoError("is the file that is being read", output, "write to another")
            if name and _read_with(name, path):
                raise KanoError(
                    f"would be one of the files of {name} that are read",
                    output,
                    "write it to another folder",
                )
    except OSError as problem:
        raise KanoError(f"cannot be written: {problem.strerror}", output) from None
    return path


def _read_with(name: str, path: Path) -> bool:
    """Whether a result would be read as answers, now or the next time, with a folder or pattern."""
    if not Path(name).is_dir() and not any(sign in name for sign in "*?["):
        return False
    from kano_cli.readers.several import reads

    return reads(name, path)


def _same(path: Path, other: Path) -> bool:
    """Whether both are one file, also by way of a link."""
    return path.exists() and other.exists() and path.samefile(other)


def new_file(output: str, *, force: bool) -> Path | None:
    """The file that is to be made; one that is there is only replaced on request.

    Raises:
        KanoError: if it is there already, or cannot be written.
    """
    path = target_of(output)
    if path is not None and path.is_file() and not force:
        raise KanoError("is there already", output, "name another file with -o, or add --force")
    return path


def deliver(result: str | bytes, target: Path | None) -> None:
    """Put the whole result where it goes: on stdout, or in a file, and say so."""
    if target is None:
        write(result)
    else:
        write_file(target, result)
        tell(f"wrote {target}")


def write_file(path: Path, result: str | bytes) -> None:
    """Put the whole result in a file, or leave what was there.

    A link is replaced by the file and not followed. A device or a pipe, such as /dev/stdout,
    is written to.

    Raises:
        KanoError: if it cannot be written.
    """
    content = result if isinstance(result, bytes) else result.encode("utf-8", "replace")
    try:
        if path.parent == Path("/dev") or (path.exists() and not path.is_file()):
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as problem:
        raise KanoError(f"cannot be written: {problem.strerror}", str(path)) from None


def _replace(path: Path, content: bytes) -> None:
    """Write beside the target and rename, which cannot fail half-way between two disks."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".kano-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    """The permissions that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
