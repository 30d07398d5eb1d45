"""A client's own PowerPoint or Word file, as the libraries can open it."""

import io
import zipfile
from pathlib import Path
from typing import Final

from kano_cli.errors import KanoError

_MOST_BYTES = 200_000_000
_MOST_UNPACKED = 1 << 30
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN: Final = {
    ".pptx": (b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"),
    ".docx": (b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"),
}
_KINDS = {".pptx": "PowerPoint", ".docx": "Word"}


def template_bytes(path: str, ending: str) -> bytes:
    """The bytes of a template; a .potx or .dotx becomes a presentation or document."""
    try:
        if Path(path).stat().st_size > _MOST_BYTES:
            raise refused(path, ending)
        content = Path(path).read_bytes()
    except OSError as missing:
        reason = missing.strerror or "it cannot be read"
        raise KanoError(f"cannot read the template: {reason}", path) from None
    template, document = _MAIN[ending]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            if sum(entry.file_size for entry in old.infolist()) > _MOST_UNPACKED:
                raise refused(path, ending)
            kinds = old.read(_CONTENT_TYPES)
            if document in kinds:
                return content
            if template not in kinds:
                raise refused(path, ending)
            return _retyped(old, kinds.replace(template, document))
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        raise refused(path, ending) from None


def _retyped(old: zipfile.ZipFile, kinds: bytes) -> bytes:
    """The same zip with other content types."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, kinds if name == _CONTENT_TYPES else old.read(name))
    return made.getvalue()


def refused(path: str, ending: str) -> KanoError:
    """The template is no PowerPoint or Word file."""
    kind = _KINDS[ending]
    return KanoError(
        f"the template is not a {kind} file that can be opened",
        path,
        f"save it in {kind} as {ending}, without a password and without macros",
    )
