"""The form as Markdown: a list of tasks to tick in any editor, or to print."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from kano_cli.forms.form import Form
from kano_cli.forms.paper.carried import Asked, facts_of, pages_asked, segments_asked
from kano_cli.forms.paper.texts import clean, paragraphs
from kano_cli.forms.words import form_words
from kano_cli.study.stamp import STAMP_COLUMN

CONSENT = "kano_consent"
_TICKED = "[x]"
_MARKS = re.compile(r"([\\|*_#\[\]<>~`&$])")
# What GitHub turns into a mention, a link, or a picture; the joiner goes in after the match.
_LIVE = re.compile(
    r"[@#](?=\w)|\b(?:https?|ftp|mailto|www|gh)(?=[:.-])|:(?=[\w+-]+:)", re.IGNORECASE
)
_LIST_MARK = re.compile(r"^(\d*)(?=[-+=.)])")
_JOINER = "\u200b"


def write(form: Form) -> bytes:
    """The form in Markdown as GitHub renders it; the same form gives the same bytes.

    Behind each answer stands a comment that no reader sees, with the codes of its question and
    of the answer.
    """
    return ("\n".join(_lines(form)) + "\n").encode()


def escaped(text: str) -> str:
    r"""`text` so that Markdown shows it and does nothing with it.

    >>> escaped("[x](y) a|b"), escaped("1. one"), escaped("- [ ] a")
    ('\\[x\\](y) a\\|b', '1\\. one', '\\- \\[ \\] a')
    """
    quiet = _LIVE.sub(lambda match: match[0] + _JOINER, clean(text).strip())
    return _LIST_MARK.sub(r"\1\\", _MARKS.sub(r"\\\1", quiet))


def _lines(form: Form) -> Iterator[str]:
    """The lines of the document."""
    spoken = form.language
    yield _comment(f"{STAMP_COLUMN}: {form.stamp}")
    yield from ("", f"# {escaped(form.title[spoken])}")
    for line in paragraphs(form.introduction.get(spoken, "")):
        yield from ("", escaped(line))
    if form.consent:
        yield from ("", _box(form.consent[spoken], CONSENT))
    hint = escaped(form_words(spoken, "paper")["tick_text"])
    yield from ("", hint.replace(escaped(_TICKED), f"`{_TICKED}`"))
    for (number, asked), page in zip(pages_asked(form), form.pages, strict=True):
        yield from ("", f"## {number}. {escaped(page.name[spoken])}")
        for one in asked:
            yield from _question(one, spoken)
    if form.segments:
        yield from ("", f"## {escaped(form_words(spoken)['segments'])}")
    for one in segments_asked(form):
        yield from _question(one, spoken)
    for line in paragraphs(form.closing.get(spoken, "")):
        yield from ("", escaped(line))
    yield from ("", _comment(f"kano {facts_of(form)}"))


def _question(asked: Asked, language: str) -> Iterator[str]:
    """A question and its answers."""
    yield from ("", f"**{asked.number}.** {escaped(asked.question.text[language])}", "")
    for choice in asked.question.choices:
        yield _box(choice.text[language], f"{_code(asked.question.code)}:{_code(choice.code)}")


def _box(text: str, code: str) -> str:
    """A box to tick with what it stands for."""
    return f"- [ ] {escaped(text)} {_comment(code)}"


def _code(text: str) -> str:
    """A code without what ends a comment; by older rules `--` does, too."""
    return quote(text).replace("--", "-%2D")


def _comment(text: str) -> str:
    """What is read back and never shown."""
    return f"<!-- {text} -->"
