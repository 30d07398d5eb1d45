"""The bytes of a backlog, and what kind of file they are."""

from dataclasses import replace

from kano_cli.errors import KanoError
from kano_cli.readers.files.delimited import encoding_of
from kano_cli.readers.files.kinds import Kind, kind_of
from kano_cli.readers.files.source import Source, open_source

MAX_BYTES = 50_000_000
"""No backlog of a team is larger; a board with all its history may come near."""

_SURVEY_WORDS = (
    ("survey file", "backlog"),
    ("a survey holds", "a backlog holds"),
    ("export the answers", "export the backlog"),
    ("pipe the answers in", "pipe the backlog in"),
    ("one a respondent", "one an item"),
)


def open_backlog(path: str) -> tuple[Source, Kind]:
    """The file of this name, and how it is read; in messages it is called as the user typed it.

    Raises:
        KanoError: if it cannot be read, is larger than any backlog, or of a kind that is none.
    """
    source = open_source(path)
    if source.path is not None:
        source = replace(source, name=path)
    if source.size > MAX_BYTES:
        raise KanoError(
            f"is larger than {MAX_BYTES // 1_000_000} MB, as no backlog is",
            source.name,
            "export fewer columns, or only what is planned",
        )
    return source, kind_of(source)


def text_of_source(source: Source) -> tuple[str, str]:
    """The whole text of a file and its encoding.

    Raises:
        KanoError: if it is no text.
    """
    encoding = encoding_of(source)
    try:
        return source.read().decode(encoding), encoding
    except UnicodeDecodeError:  # half a byte-order mark, which a decoder in parts lets pass
        raise KanoError("is only half of the file", source.name, "export it again") from None


def about_a_backlog(mistake: KanoError) -> KanoError:
    """A mistake that the readers of survey files found, in the words of a backlog.

    Their options do not exist here, so a hint that names one gives way.
    """
    message, hint = mistake.message, mistake.hint
    for survey, backlog in _SURVEY_WORDS:
        message, hint = message.replace(survey, backlog), hint.replace(survey, backlog)
    if "--" in hint:
        hint = "export it again as XLSX, or as CSV in UTF-8 with quotes around its texts"
    return KanoError(message, mistake.place, hint)
