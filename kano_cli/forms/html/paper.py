"""The form on paper: what a printer gets, and what is seen where no script runs."""

from collections.abc import Iterator

from kano_cli.forms.form import Form, Question
from kano_cli.forms.html.data import words_of
from kano_cli.forms.html.escaping import direction, escaped, tag

_BOX = '<span class="box" aria-hidden="true"></span>'


def paper(form: Form, language: str) -> str:
    """All questions in a language, each answer with an empty box before it."""
    inside = "\n".join(_parts(form, language))
    return tag("section", f"\n{inside}\n", class_="paper", lang=language, dir=direction(language))


def _parts(form: Form, language: str) -> Iterator[str]:
    """From the title to the stamp, in the order of the questionnaire."""
    words = words_of(language)

    def own(name: str, key: str, **attributes: str | None) -> str:
        """A text of the page itself, which may be in another language than the form."""
        if words["spoken"] != language:
            attributes = {"lang": words["spoken"], "dir": "auto", **attributes}
        return tag(name, escaped(words[key]), **attributes)

    yield _said("h1", form.title[language])
    yield tag("noscript", own("p", "no_script", class_="notice"))
    if form.introduction:
        yield _said("p", form.introduction[language], class_="prose")
    else:
        yield own("p", "pairs")
    yield own("p", "by_hand")
    if form.consent:
        yield _said("p", form.consent[language], class_="prose consent", before=_BOX)
    for number, page in enumerate(form.pages, 1):
        questions = "\n".join(
            _question(question, language, f"{number}{letter}", points=question is page.importance)
            for question, letter in zip(page.questions, "abc", strict=False)
        )
        name = _said("h2", page.name[language], before=f"{number}. ")
        yield tag("section", f"{name}\n{questions}", class_="asked")
    if form.segments:
        heading = own("h2", "segments")
        questions = "\n".join(
            _question(question, language, str(number))
            for number, question in enumerate(form.segments, len(form.pages) + 1)
        )
        yield tag("section", f"{heading}\n{questions}", class_="asked")
    if form.closing:
        yield _said("p", form.closing[language], class_="prose")
    else:
        yield own("p", "thanks")
    yield tag("p", escaped("/".join(form.stamp.split("/")[:2])), class_="stamp")


def _question(question: Question, language: str, number: str, *, points: bool = False) -> str:
    """A question with a box for each answer."""
    text = _said("p", question.text[language], class_="question", before=f"{number}. ")
    choices = "\n".join(
        _said("li", choice.text[language], before=_BOX) for choice in question.choices
    )
    boxes = tag("ul", f"\n{choices}\n", class_="boxes points" if points else "boxes")
    return tag("div", f"{text}\n{boxes}", class_="whole")


def _said(name: str, text: str, *, before: str = "", **attributes: str | None) -> str:
    """A text of the questionnaire, which finds its own direction; `before` is HTML."""
    if not before:
        return tag(name, escaped(text), dir="auto", **attributes)
    return tag(name, before + tag("bdi", escaped(text)), **attributes)
