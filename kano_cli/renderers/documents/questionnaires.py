"""Questionnaires in a terminal: the ready ones, one as a respondent sees it, the wordings."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kano_cli.errors import visible
from kano_cli.forms.form import Form, Question
from kano_cli.forms.words import form_words
from kano_cli.renderers.documents.ranked_table import BOLD, DIM, GAP
from kano_cli.report.words import Words
from kano_cli.study.language import Wording
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.scale import SIDES

_BOX, _CIRCLE, _ASCII_BOX, _ASCII_CIRCLE = "☐", "○", "[ ]", "( )"
_INDENT = 3


def ready_view(ready: Iterable[tuple[str, Questionnaire]], spoken: Words) -> RenderableType:
    """The ready questionnaires, one a line."""
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False)
    for key in ("name", "spoken"):
        table.add_column(spoken("questionnaire", key))
    table.add_column(spoken("questionnaire", "features"), justify="right")
    table.add_column(spoken("questionnaire", "title"))
    name = ""
    for name, asked in ready:
        languages = ", ".join(asked.languages)
        table.add_row(
            Text(name, style=BOLD), languages, str(len(asked.features)), _text(asked.title)
        )
    lines = [Text(spoken("questionnaire", key, name=name), style=DIM) for key in ("look", "use")]
    return Group(Text(spoken("questionnaire", "ready"), style=BOLD), Text(), table, Text(), *lines)


def questionnaire_view(
    form: Form, asked: Questionnaire, spoken: Words, width: int, *, unicode: bool = True
) -> RenderableType:
    """A questionnaire as a respondent sees it, in its main language; makers' notes are dim."""
    box, circle = (_BOX, _CIRCLE) if unicode else (_ASCII_BOX, _ASCII_CIRCLE)
    language = form.language
    said = form_words(language)
    head = spoken(
        "questionnaire",
        "head",
        count=len(form.pages),
        languages=", ".join(spoken.language_name(code) for code in form.languages),
        questions=len(form.questions),
    )
    parts: list[RenderableType] = [_text(form.title[language], BOLD), Text(head, style=DIM)]
    if form.introduction:
        parts += [Text(), _text(form.introduction[language])]
    if form.consent:
        parts += [Text(), _text(f"{box} {form.consent[language]}")]
    features = {feature.id: feature for feature in asked.features}
    for number, page in enumerate(form.pages, start=1):
        title = _text(f"{number}. {page.name[language]}", BOLD)
        title.append_text(_text(_marks(features[page.feature], spoken), DIM))
        parts += [Text(), title]
        parts += _questions(page.questions, language, circle, width)
    if form.segments:
        parts += [Text(), Text(said["segments"], style=BOLD)]
        parts += _questions(form.segments, language, circle, width)
    if form.closing:
        parts += [Text(), _text(form.closing[language])]
    parts += [Text(), *_notes(form, asked, spoken)]
    return Group(*parts)


def _notes(form: Form, asked: Questionnaire, spoken: Words) -> Iterator[RenderableType]:
    """What the maker of a questionnaire should know of it."""
    if form.random_order and len(form.pages) > 1:
        yield Text(spoken("questionnaire", "random"), style=DIM)
    if asked.drafts:
        names = ", ".join(feature.name for feature in asked.features if feature.id in asked.drafts)
        yield _text(
            spoken("questionnaire", "drafts", count=len(asked.drafts), names=names), "yellow"
        )


def _questions(
    questions: Sequence[Question], language: str, circle: str, width: int
) -> Iterator[RenderableType]:
    """Questions with their answers beneath them."""
    for question in questions:
        yield Padding(_text(question.text[language]), (0, 0, 0, _INDENT))
        shown = (f"{circle} {visible(choice.text[language])}" for choice in question.choices)
        for line in _packed(shown, width - _INDENT):
            yield Padding(Text(line, style="cyan"), (0, 0, 0, _INDENT))


def _packed(parts: Iterable[str], width: int) -> Iterator[str]:
    """The parts on as few lines as hold them; no part is broken unless it is too wide alone."""
    line = ""
    for part in parts:
        longer = f"{line}  {part}" if line else part
        if line and cell_len(longer) > width:
            yield line
            longer = part
        line = longer
    yield line


def _marks(feature: Feature, spoken: Words) -> str:
    """Where in the journey a feature is met, where the questionnaire says so."""
    tags = [tag for tag in (feature.moment, feature.experience) if tag]
    named = [spoken("report_touchpoints", tag) for tag in tags]
    marks = [feature.touchpoint, *named] if feature.touchpoint else named
    return f"  ({' · '.join(marks)})" if marks else ""


def wordings_view(wordings: Sequence[Wording], spoken: Words) -> RenderableType:
    """The shipped wordings, language by language, with the answers that a form shows."""
    parts: list[RenderableType] = [Text(spoken("questionnaire", "wordings"), style=BOLD)]
    language = None
    for wording in wordings:
        first = wording.language != language
        if first:
            language = wording.language
            parts += [Text(), Text(f"{spoken.language_name(language)} ({language})", style=BOLD)]
        named = spoken("questionnaire", "scale", id=wording.id)
        note = f" · {spoken('questionnaire', 'first')}" if first else ""
        parts.append(Text(f"  {named}").append(note, style=DIM))
        parts += _sides(wording, spoken)
        source = Text(spoken("questionnaire", "source", source=wording.source), style=DIM)
        parts.append(Padding(source, (0, 0, 0, _INDENT + 1)))
    return Group(*parts)


def _sides(wording: Wording, spoken: Words) -> Iterator[RenderableType]:
    """The answers of a wording: once where both sides have the same."""
    by_side = [
        " / ".join(texts[0] for _, texts in sorted(answers.items()))
        for answers in (wording.functional, wording.dysfunctional)
    ]
    if by_side[0] == by_side[1]:
        yield Padding(_text(by_side[0]), (0, 0, 0, _INDENT + 1))
        return
    for side, shown in zip(SIDES, by_side, strict=True):
        named = spoken("questionnaire", f"side_{side}")
        yield Padding(_text(f"{named}: {shown}"), (0, 0, 0, _INDENT + 1))


def _text(text: str, style: str | Style = "") -> Text:
    """A text of a file: nothing in it is markup, and nothing in it moves the cursor."""
    return Text(visible(text), style=style)
