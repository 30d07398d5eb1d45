"""A small file that a person wrote, as text: read whole or refused with the reason."""

from pathlib import Path

from kano_cli.errors import KanoError
from kano_cli.study.yaml_format import MAX_BYTES, YamlFormat, too_large


def yaml_text(path: Path, wanted: YamlFormat) -> str:
    """What a YAML file holds, for `parse_yaml`.

    Raises:
        KanoError: for a folder, a file that is not there or cannot be read, and one that is too
            large or no UTF-8.
    """
    if path.is_dir():
        raise KanoError(f"is a folder, not a {wanted.name}", str(path), "name a .yaml file in it")
    try:
        with path.open("rb") as stream:
            found = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise KanoError(
            "there is no such file", str(path), "check the name and the folder"
        ) from None
    except OSError as problem:
        raise KanoError(
            f"cannot be read: {problem.strerror}", str(path), "check who may read the file"
        ) from None
    if len(found) > MAX_BYTES:
        raise too_large(str(path), wanted)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = found.count(b"\n", 0, bad.start) + 1
        raise KanoError("is not UTF-8 text", f"{path}, line {line}", "save it as UTF-8") from None
