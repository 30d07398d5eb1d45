"""A form before any target: what is asked, in which order, with which answers and codes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kano_cli.core.categories import Answer
from kano_cli.errors import KanoError, listed, shortened
from kano_cli.forms.words import form_words
from kano_cli.study.answer_texts import needed_answers
from kano_cli.study.form_parts import SegmentQuestion
from kano_cli.study.language import ImportanceWording
from kano_cli.study.language import languages as shipped_languages
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.responses import Feature
from kano_cli.study.scale import ANSWER_CODES, SIDES
from kano_cli.study.stamp import STAMP_COLUMN, stamp_of
from kano_cli.study.texts import Texts

SUFFIXES = dict(zip(SIDES, ("_f", "_d"), strict=True))
IMPORTANCE_SUFFIX = "_i"
MAX_POINTS = 11
ANSWER_COLUMNS = ("respondent", "submitted", "language", "questionnaire", STAMP_COLUMN)
"""What a file of answers says of each respondent before the answers."""


@dataclass(frozen=True)
class Choice:
    """One answer: what the file of answers says for it, and what a respondent reads."""

    code: str
    text: Texts


@dataclass(frozen=True)
class Question:
    """One question; `code` is its name in the file of answers, such as locker_f."""

    code: str
    text: Texts
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Page:
    """A feature, asked about twice, and how important it is where that is asked."""

    feature: str
    name: Texts
    functional: Question
    dysfunctional: Question
    importance: Question | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """In the order in which they are asked."""
        pair = (self.functional, self.dysfunctional)
        return pair if self.importance is None else (*pair, self.importance)


@dataclass(frozen=True)
class Form:
    """Everything that a form says; each text is there in every one of `languages`.

    `introduction`, `consent` and `closing` are {} where the questionnaire has none. `random_order`
    is of the features; the two questions of one always stand together, the functional one first.
    """

    file: str
    title: Texts
    introduction: Texts
    consent: Texts
    closing: Texts
    languages: tuple[str, ...]
    pages: tuple[Page, ...]
    segments: tuple[Question, ...]
    random_order: bool
    stamp: str

    @property
    def language(self) -> str:
        """The main language."""
        return self.languages[0]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order of the questionnaire."""
        return (*(each for page in self.pages for each in page.questions), *self.segments)


def form_of(asked: Questionnaire, languages: Sequence[str] = ()) -> Form:
    """The form that a questionnaire describes, in all of its languages or in some.

    Args:
        asked: the questionnaire.
        languages: the ones that are wanted, the main one first; all where none is named.

    Raises:
        KanoError: if a language is not named or a text is missing, with its place.
    """
    spoken = _wanted(asked, languages)
    if not asked.features:
        raise KanoError(
            "has no features, so there is nothing to ask", asked.file, "add them under features:"
        )
    answers = {language: needed_answers(asked, language) for language in spoken}
    pages = []
    for feature in asked.features:
        said = asked.in_languages(feature)
        functional, dysfunctional = (
            Question(
                feature.id + SUFFIXES[side],
                _complete(asked, feature, side, {c: getattr(said[c], side) for c in spoken}),
                tuple(
                    Choice(ANSWER_CODES[answer], {c: answers[c][side][answer] for c in spoken})
                    for answer in Answer
                    if answer in answers[spoken[0]][side]
                ),
            )
            for side in SIDES
        )
        name = _complete(asked, feature, "name", {c: said[c].name for c in spoken})
        importance = _importance(asked, feature, name)
        pages.append(Page(feature.id, name, functional, dysfunctional, importance))
    title = _around(asked, "title", spoken)
    return Form(
        asked.file,
        title or {c: form_words(c)["title"] for c in spoken},
        _around(asked, "introduction", spoken),
        _around(asked, "consent", spoken),
        _around(asked, "closing", spoken),
        spoken,
        tuple(pages),
        tuple(_segment(asked, question, spoken) for question in asked.segment_questions),
        asked.order == "random",
        stamp_of(asked),
    )


def _wanted(asked: Questionnaire, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages of the form; each must be one of the questionnaire's."""
    if not asked.languages:
        raise KanoError(
            "does not say in which language it asks", asked.file, "write at the top: language: nl"
        )
    for language in languages:
        if language not in asked.languages:
            raise KanoError(
                f'the questionnaire is not in "{shortened(language)}"',
                "--language",
                f"its languages are {listed(asked.languages)}",
            )
    return tuple(dict.fromkeys(languages)) or asked.languages


def _complete(
    asked: Questionnaire, feature: Feature, key: str, texts: dict[str, str]
) -> dict[str, str]:
    """The texts of a feature, once none is missing."""
    for language, text in texts.items():
        if not text:
            what = "the name" if key == "name" else f"the {key} question"
            more = len(asked.languages) > 1
            raise KanoError(
                f"{what} of {feature.id} is missing" + (f" in {language}" if more else ""),
                asked.places.get(f"text {feature.id} {key}")
                or asked.places.get(f"feature {feature.id}", asked.file),
                f"write {key}: {{{language}: …}}, or leave this language out with --language"
                if more
                else f"write {key}: and the question; kano questionnaire check proposes one",
            )
    return texts


def _around(asked: Questionnaire, key: str, spoken: Sequence[str]) -> dict[str, str]:
    """A text around the questions, {} where the questionnaire has none."""
    texts: Texts = getattr(asked.around, key)
    return _in_all(asked, key, texts, spoken) if texts else {}


def _in_all(
    asked: Questionnaire, key: str, texts: Texts, spoken: Sequence[str], place: str = ""
) -> dict[str, str]:
    """A text, once no language lacks it."""
    for language in spoken:
        if language not in texts:
            raise KanoError(
                f"{key} has no text in {language}",
                place or asked.places.get(key, asked.file),
                f"add {language}: to it, or leave this language out with --language",
            )
    return {language: texts[language] for language in spoken}


def _segment(asked: Questionnaire, question: SegmentQuestion, spoken: Sequence[str]) -> Question:
    """A question about the respondent."""
    text = _in_all(asked, "question", question.question, spoken, question.place)
    choices = (
        Choice(code, _in_all(asked, "a choice", texts, spoken, question.place))
        for code, texts in question.choices.items()
    )
    return Question(question.id, text, tuple(choices))


def _importance(asked: Questionnaire, feature: Feature, name: Texts) -> Question | None:
    """How important a feature is; None where the questionnaire does not ask."""
    if asked.importance is None:
        return None
    low, high = asked.importance
    points = range(int(low), int(high) + 1)
    if (low, high) != (int(low), int(high)) or len(points) > MAX_POINTS:
        raise KanoError(
            f"a form cannot ask for importance from {low:g} to {high:g}",
            asked.places.get("importance", asked.file),
            f"use whole numbers, {MAX_POINTS} at most, such as 1 to 9",
        )
    texts, labels = {}, {}
    for language in name:
        template = asked.around.importance.get(language) or form_words(language)["importance"]
        texts[language] = template.replace("{name}", name[language])
        labels[language] = dict(_labels(asked, language, points))
    choices = (
        Choice(str(point), {c: labels[c].get(point, str(point)) for c in name}) for point in points
    )
    return Question(feature.id + IMPORTANCE_SUFFIX, texts, tuple(choices))


def _labels(asked: Questionnaire, language: str, points: range) -> Iterator[tuple[int, str]]:
    """The words at points of the importance scale: own ones, else those of the language."""
    if own := asked.around.importance_labels:
        yield from (
            (at, f"{at} - {texts[language]}") for at, texts in own.items() if language in texts
        )
        return
    if (shipped := _shipped(language, points)) is not None:
        yield from ((at, f"{at} - {text}") for at, text in shipped.labels.items())


def _shipped(language: str, points: range) -> ImportanceWording | None:
    """The words that a language has for a scale with these ends."""
    for spoken in shipped_languages():
        if spoken.code == language.partition("-")[0].casefold():
            for scale in spoken.importance:
                if (scale.minimum, scale.maximum) == (points[0], points[-1]):
                    return scale
    return None
