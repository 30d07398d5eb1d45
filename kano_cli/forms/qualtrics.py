"""A form as a text that Qualtrics imports: its Advanced Format, in one language.

A block a feature, a page break between. The format has no place for what lies in the survey flow
or in a question's settings: the random order of blocks, answers that are required, and the name
of the survey are set in Qualtrics. `[[ED:...]]`, embedded data, is in no documentation that we
know and in several generators of other people.
"""

import re
from collections.abc import Iterator, Sequence

from kano_cli.forms.form import Choice, Form, Page, Question
from kano_cli.forms.names import OWN, refuse_doubles, refuse_ids
from kano_cli.forms.words import form_words
from kano_cli.study.stamp import STAMP_COLUMN

_ONE_ANSWER = "[[Question:MC:SingleAnswer:Vertical]]"
_TEXT = "[[Question:DB]]"
_BREAK = ["[[PageBreak]]", ""]
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_TAGS = str.maketrans("[]:", "()-")


def write(form: Form) -> bytes:
    """The text: UTF-8, each tag and each answer on a line of its own.

    Raises:
        KanoError: for an id that would end a tag, or that is taken.
    """
    refuse_ids(form, "Qualtrics", also="[]:")
    refuse_doubles(form, "Qualtrics")
    words = form_words(form.language, "platforms")
    blocks = [
        [f"[[Block:{_title(form.title[form.language])}]]", *_opening(form, words["consent"])],
        *(_feature(form, page) for page in form.pages),
    ]
    if about := list(_about(form)):
        title = form_words(form.language)["segments"]
        blocks.append([f"[[Block:{_title(title)}]]", *about])
    # What is said at the end stands on the last page: after it, nobody would send the answers.
    if form.closing:
        blocks[-1] += _described("closing", form.closing[form.language])
    lines = ["[[AdvancedFormat]]", "", f"[[ED:{STAMP_COLUMN}:{form.stamp}]]", ""]
    for at, block in enumerate(blocks):
        lines += [*(_BREAK if at else []), *block]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def _opening(form: Form, consent: str) -> Iterator[str]:
    """The title, the introduction and the consent."""
    language = form.language
    title = f"<strong>{_shown(form.title[language])}</strong>"
    more = f"<br><br>{_shown(form.introduction[language])}" if form.introduction else ""
    yield from (_TEXT, f"[[ID:{OWN}introduction]]", title + more, "")
    if form.consent:
        agreed = Choice("yes", form.consent)
        yield from _asked(form, Question(f"{OWN}consent", {language: consent}, (agreed,)))


def _feature(form: Form, page: Page) -> list[str]:
    """The block of a feature."""
    lines = [f"[[Block:{_title(page.name[form.language])}]]"]
    for question in page.questions:
        lines += _asked(form, question)
    return lines


def _about(form: Form) -> Iterator[str]:
    """The questions about the respondent."""
    for question in form.segments:
        yield from _asked(form, question)


def _asked(form: Form, question: Question) -> Iterator[str]:
    """A question with its choices in their order."""
    yield from (_ONE_ANSWER, f"[[ID:{question.code}]]", _shown(question.text[form.language]))
    yield from _choices(question.choices, form.language)
    yield ""


def _choices(choices: Sequence[Choice], language: str) -> Iterator[str]:
    """The choices; where their codes are numbers, but not 1, 2, 3, with those numbers."""
    codes = [choice.code for choice in choices]
    counted = codes == [str(number) for number in range(1, len(codes) + 1)]
    if counted or not all(re.fullmatch(r"-?\d+", code) for code in codes):
        yield "[[Choices]]"
        yield from (_shown(choice.text[language]) for choice in choices)
        return
    yield "[[AdvancedChoices]]"
    for choice in choices:
        yield from (f"[[Choice:{choice.code}]]", _shown(choice.text[language]))


def _described(name: str, text: str) -> list[str]:
    """A text that asks nothing."""
    return [_TEXT, f"[[ID:{OWN}{name}]]", _shown(text), ""]


def _shown(text: str) -> str:
    """A text as HTML on one line: no tag of it, no tag of the format and no piped text.

    >>> _shown("a < b [[Block]] ${e://x}")
    'a &lt; b &#91;&#91;Block&#93;&#93; &#36;{e://x}'
    """
    escaped = "".join(_SPECIAL.get(sign, sign) for sign in text)
    for doubled in ("[[", "]]"):
        escaped = escaped.replace(doubled, f"&#{ord(doubled[0])};" * 2)
    escaped = escaped.replace("${", "&#36;{")
    return "<br>".join(" ".join(line.split()) for line in escaped.strip().splitlines())


def _title(text: str) -> str:
    """A text as the name of a block, which only the researcher reads.

    >>> _title("Search: [[fast]]")
    'Search- ((fast))'
    """
    return " ".join(text.translate(_IN_TAGS).split())
