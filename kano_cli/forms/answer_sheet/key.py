"""The hidden sheet of a form: its questions, and a list of texts for each kind of answer."""

from collections.abc import Callable, Mapping

from kano_cli.forms.answer_sheet.texts import clean
from kano_cli.forms.form import Form, Page, Question
from kano_cli.forms.words import form_words
from kano_cli.study.answer_sheet import CONSENT, SheetKey, SheetQuestion
from kano_cli.study.scale import SIDES

_SCALE = "kano_scale"
_OF_SIDE = dict(zip(SIDES, (f"{_SCALE}_f", f"{_SCALE}_d"), strict=True))
IMPORTANCE, YES = "kano_importance", "kano_yes"

Place = Callable[[str, str], tuple[str, int]]
"""Where a question is answered, by its role and the id of its feature or segment: what its row
begins with, and the column."""


def sheet_key(form: Form, layout: str, place: Place) -> SheetKey:
    """What the hidden sheet says of a form.

    Args:
        form: the form, in its main language.
        layout: one or rows.
        place: where each question is answered.
    """
    language, lists = form.language, _lists(form)
    questions: list[SheetQuestion] = []

    def add(role: str, id_: str, name: str, question: Question, answers: str) -> None:
        text = clean(question.text[language])
        questions.append(SheetQuestion(question.code, role, name, text, answers, *place(role, id_)))

    if form.consent:
        text = clean(form.consent[language])
        where = place("consent", CONSENT)
        questions.append(SheetQuestion(CONSENT, "consent", "", text, YES, *where))
    for page in form.pages:
        name = clean(page.name[language])
        for side, question in zip(SIDES, (page.functional, page.dysfunctional), strict=True):
            add(side, page.feature, name, question, scale_of(lists, side))
        if page.importance:
            add("importance", page.feature, name, page.importance, IMPORTANCE)
    for number, question in enumerate(form.segments, start=1):
        add("segment", question.code, "", question, segment_list(number))
    return SheetKey(
        layout, form.stamp, language, clean(form.title[language]), tuple(questions), lists
    )


def scale_of(lists: Mapping[str, object], side: str) -> str:
    """The name of the list with the answers of a side."""
    return _SCALE if _SCALE in lists else _OF_SIDE[side]


def segment_list(number: int) -> str:
    """The name of the list of a segment question, counted from 1."""
    return f"kano_segment_{number}"


def _lists(form: Form) -> dict[str, tuple[tuple[str, str], ...]]:
    """The lists of answers by name, each as codes with texts."""
    language, first = form.language, form.pages[0]

    def answers(question: Question) -> tuple[tuple[str, str], ...]:
        return tuple((each.code, clean(each.text[language])) for each in question.choices)

    one, other = answers(first.functional), answers(first.dysfunctional)
    lists = {_SCALE: one} if one == other else {_OF_SIDE[SIDES[0]]: one, _OF_SIDE[SIDES[1]]: other}
    if rated := next((page.importance for page in form.pages if page.importance), None):
        lists[IMPORTANCE] = answers(rated)
    for number, question in enumerate(form.segments, start=1):
        lists[segment_list(number)] = answers(question)
    if form.consent:
        lists[YES] = (("yes", form_words(language, "answer_sheet")["yes"]),)
    return lists


def importance_header(form: Form) -> str:
    """The question about importance over its column, which goes for every feature.

    With more than one feature their names stand beside it, so that it has … for the name; where
    a question does not hold the name it is not the same for all, and general words stand there.
    """
    language = form.language
    rated: list[tuple[Page, Question]] = [(p, p.importance) for p in form.pages if p.importance]
    texts = {q.text[language].replace(p.name[language], "…") for p, q in rated}
    if len(texts) == 1 and (text := texts.pop()).count("…") <= 1:
        return clean(text)
    return form_words(language, "answer_sheet")["importance"]
