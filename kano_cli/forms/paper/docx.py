"""The form as a Word document: to print, or to tick on a screen and send back."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from kano_cli.errors import KanoError
from kano_cli.forms.form import Form
from kano_cli.forms.paper.boxes import answer_line, consent_line, rating_row
from kano_cli.forms.paper.carried import Asked, is_rating, pages_asked, segments_asked
from kano_cli.forms.paper.texts import clean, paragraphs
from kano_cli.forms.words import form_words

if TYPE_CHECKING:
    from docx.document import Document as Word


def write(form: Form) -> bytes:
    """The form as a .docx file; the same form gives the same bytes.

    Each box is a content control whose tag names its question and answer, `loanbike_f:like`.

    Raises:
        KanoError: if the extra `office` is not installed.
    """
    if find_spec("docx") is None:
        raise KanoError(
            'a .docx form needs the extra "office"', hint='pip install "kano-cli[office]"'
        )
    from kano_cli.forms.paper.word_file import finished, new_paper

    word = new_paper(form)
    _add_beginning(word, form)
    for (number, asked), page in zip(pages_asked(form), form.pages, strict=True):
        _add(word, f"{number}. {page.name[form.language]}", "Heading 1")
        for at, one in enumerate(asked, start=1):
            # What stays with the next paragraph stays on its page: the whole feature does.
            _add_question(word, one, form.language, last=at == len(asked))
    if form.segments:
        _add(word, form_words(form.language)["segments"], "Heading 1")
    for one in segments_asked(form):
        _add_question(word, one, form.language, last=True)
    # Word wants a paragraph behind a table, also where nothing more is said.
    for line in [*paragraphs(form.closing.get(form.language, ""))] or [""]:
        _add(word, line, "Kano Closing")
    return finished(word, form)


def _add(word: "Word", text: str, style: str) -> None:
    """A paragraph."""
    word.add_paragraph(clean(text), word.styles[style])


def _add_beginning(word: "Word", form: Form) -> None:
    """The title, what it is for, the consent, and how to tick a box."""
    spoken = form.language
    _add(word, form.title[spoken], "Title")
    for line in paragraphs(form.introduction.get(spoken, "")):
        _add(word, line, "Normal")
    if form.consent:
        consent = clean(form.consent[spoken])
        written = word.add_paragraph("", word.styles["Kano Consent"])
        written._p.extend(consent_line(consent))  # noqa: SLF001  # the only way to a paragraph's parts
    _add(word, form_words(spoken, "paper")["tick"], "Kano Hint")


def _add_question(word: "Word", asked: Asked, language: str, *, last: bool) -> None:
    """A question and its answers, on one page."""
    question = asked.question
    text = f"{asked.number}.\t{clean(question.text[language])}"
    word.add_paragraph(text, word.styles["Kano Question"])
    if is_rating(question):
        word.element.body.sectPr.addprevious(rating_row(asked, language))
        return
    for at, choice in enumerate(question.choices, start=1):
        written = word.add_paragraph("", word.styles["Kano Answer"])
        written.paragraph_format.keep_with_next = not last or at < len(question.choices)
        written._p.extend(  # noqa: SLF001
            answer_line(asked, at, choice.code, clean(choice.text[language]))
        )
