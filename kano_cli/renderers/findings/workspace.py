"""Where a file is for a code host: its path from the root of the checkout."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where a build server keeps the path of the checkout."""


def workspace() -> Path:
    """The root of the checkout where a build server names it, else the working directory."""
    for variable in _ROOTS:
        if value := os.environ.get(variable):
            root = Path(value).resolve()
            if Path.cwd().is_relative_to(root):
                return root
    return Path.cwd()


def in_workspace(file: str, root: Path) -> str:
    """A file as `root` sees it, with `/` and without `./`.

    One outside of it keeps its whole path: no annotation can point there.
    """
    if file in ("", "-"):
        return "stdin"
    path = Path(os.path.normpath(Path.cwd() / file))
    for base in (root, root.resolve()):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.as_posix()


def as_uri(path: str) -> str:
    """A path of `in_workspace` as a URI reference."""
    if PurePath(path).is_absolute():
        return PurePath(path).as_uri()
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")
