"""Whether the libraries of the extra `office` are there."""

from importlib.util import find_spec

from kano_cli.errors import KanoError

_LIBRARIES = {".pptx": "pptx", ".docx": "docx"}


def require_office(ending: str) -> None:
    """Refuse a `.pptx` or `.docx` whose library is missing, before a survey is read."""
    library = _LIBRARIES.get(ending)
    if library is not None and find_spec(library) is None:
        raise KanoError(
            f'a {ending} report needs the extra "office"', hint='pip install "kano-cli[office]"'
        )
