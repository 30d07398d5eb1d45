"""A form as a LimeSurvey survey: its tab-separated structure, for Create survey, Import.

Each feature is a group, which is a page; one array asks both questions. Groups of one
randomisation group change places among themselves for every respondent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kano_cli.errors import KanoError, shortened, visible
from kano_cli.forms.form import Choice, Form, Page, Question
from kano_cli.forms.limesurvey_codes import (
    CONSENT,
    STAMP,
    SUBQUESTIONS,
    Codes,
    codes_of,
    one_array,
    spoken_languages,
)
from kano_cli.forms.words import form_words
from kano_cli.study.stamp import STAMP_COLUMN

COLUMNS = (
    "class", "type/scale", "name", "relevance", "text", "help", "language", "validation",
    "mandatory", "other", "default", "same_default", "random_group", "hidden", "equation",
)  # fmt: skip
"""The columns of the file; those after `same_default` are attributes of groups and questions."""

TITLE_LENGTH = 200
"""Characters of a title, as its column in LimeSurvey's database has them."""

_GROUP_LENGTH = 100
_RANDOM_GROUP = "kano"
_LIST, _ARRAY, _EQUATION = "L", "F", "*"
# LimeSurvey parts lines at each of these, and parts text from expressions at { and }.
_BREAKS = re.compile("[\n\u2028\u2029]")
_SIGNS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "{": "\\{", "}": "\\}"}
)
_NO_TEXT = re.compile("[\ud800-\udfff]")
_FORMULA = "=+-@"
_SAMPLE = 1000

_Row = dict[str, str]


def write(form: Form) -> bytes:
    """The form as a file of LimeSurvey's structure; the same form gives the same bytes.

    Raises:
        KanoError: for a code, a language or a title that LimeSurvey does not take.
    """
    codes = codes_of(form)
    spoken = spoken_languages(form)
    rows = [*_settings(form, spoken), *_around(form, spoken)]
    for language in form.languages:
        rows += [
            row | {"language": spoken[language]} for row in _Survey(form, codes, language).rows()
        ]
    lines = ["\t".join(row.get(column, "") for column in COLUMNS) for row in rows]
    return _encoded("\t".join(COLUMNS), lines)


def _encoded(header: str, lines: Sequence[str]) -> bytes:
    """The file in UTF-8, which LimeSurvey must be able to tell from its first 1,000 bytes.

    A letter of several bytes may not be cut there, so the header, whose names are stripped when
    they are read, gets a few spaces more where that is so.
    """
    for spaces in range(4):
        written = ("\n".join([header + " " * spaces, *lines]) + "\n").encode()
        try:
            written[:_SAMPLE].decode()
        except UnicodeDecodeError:
            continue
        break
    return written


def said(text: str) -> str:
    r"""A text as LimeSurvey shows it, which takes texts for HTML and braces for expressions.

    A text that a spreadsheet would run begins with an entity, which means the same, and so does
    one with a first letter that PHP may drop: any that is not of ASCII.

    >>> said("=1 & {name}\n<b>")
    '&#61;1 &amp; \\{name\\}<br />&lt;b&gt;'
    """
    shown = _NO_TEXT.sub("�", visible(text.strip(), keep_breaks=True))
    if shown and (shown[0] in _FORMULA or not shown[0].isascii()):
        return f"&#{ord(shown[0])};" + said(f".{shown[1:]}")[1:]
    return _BREAKS.sub("<br />", shown.translate(_SIGNS))


def _settings(form: Form, spoken: dict[str, str]) -> Iterator[_Row]:
    """What holds for the whole survey: a group a page, no numbers, a way back."""
    settings = {
        "language": spoken[form.language],
        "additional_languages": " ".join(list(spoken.values())[1:]),
        "format": "G",
        "allowprev": "Y",
        "datestamp": "Y",
        "showwelcome": "Y" if form.introduction else "N",
        "showgroupinfo": "X",
        "showqnumcode": "X",
        "shownoanswer": "Y",
    }
    for name, text in settings.items():
        yield {"class": "S", "name": name, "text": text, "language": spoken[form.language]}


def _around(form: Form, spoken: dict[str, str]) -> Iterator[_Row]:
    """Title, welcome and end, in each language."""
    for language in form.languages:
        title = said(" ".join(form.title[language].split()))
        if len(title) > TITLE_LENGTH:
            raise KanoError(
                f"the title is too long for LimeSurvey, which takes {TITLE_LENGTH} characters",
                form.file,
                f'shorten "{shortened(form.title[language], 40)}"',
            )
        texts = {"surveyls_title": title}
        if form.introduction:
            texts["surveyls_welcometext"] = said(form.introduction[language])
        if form.closing:
            texts["surveyls_endtext"] = said(form.closing[language])
        for name, text in texts.items():
            yield {"class": "SL", "name": name, "text": text, "language": spoken[language]}


@dataclass
class _Survey:
    """The groups of a form in one language."""

    form: Form
    codes: Codes
    language: str
    groups: int = 0

    def rows(self) -> Iterator[_Row]:
        """Groups, with their questions below them, and below these what can be answered."""
        form, language = self.form, self.language
        # Hidden questions belong on a page that everybody sees.
        stamp = [self._question(_EQUATION, STAMP, STAMP_COLUMN, mandatory=False)]
        if language == form.language:  # attributes hold for all languages
            stamp[0] |= {"hidden": "1", "equation": form.stamp}
        if form.consent:
            words = form_words(language, "limesurvey")
            yield self._group(words["consent"])
            yield self._question(_LIST, CONSENT, form.consent[language])
            yield self._row("A", "0", "yes", words["agree"])
            yield from stamp
            stamp = []
        for page in form.pages:
            yield from self._page(page)
            yield from stamp
            stamp = []
        if form.segments:
            yield self._group(form_words(language)["segments"])
            for question in form.segments:
                code = self.codes.questions[question.code]
                yield from self._list(question, code, mandatory=False)

    def _page(self, page: Page) -> Iterator[_Row]:
        """A feature: an array with both questions, or a list for each; then its importance."""
        shuffled = {"random_group": _RANDOM_GROUP} if self.form.random_order else {}
        yield self._group(page.name[self.language]) | shuffled
        pair = (page.functional, page.dysfunctional)
        if one_array(page):
            code = self.codes.features[page.feature]
            yield self._question(_ARRAY, code, page.name[self.language])
            for name, question in zip(SUBQUESTIONS, pair, strict=True):
                text = question.text[self.language]
                yield self._row("SQ", "0", name, text) | {"relevance": "1"}
            yield from self._answers(page.functional.choices, page.functional.code)
        else:
            for question in pair:
                yield from self._list(question, self.codes.questions[question.code])
        if page.importance is not None:
            yield from self._list(page.importance, self.codes.questions[page.importance.code])

    def _list(self, question: Question, code: str, *, mandatory: bool = True) -> Iterator[_Row]:
        """A question with one answer out of a list."""
        yield self._question(_LIST, code, question.text[self.language], mandatory=mandatory)
        yield from self._answers(question.choices, question.code)

    def _answers(self, choices: tuple[Choice, ...], question: str) -> Iterator[_Row]:
        """What can be answered."""
        for choice in choices:
            code = self.codes.answers[question, choice.code]
            yield self._row("A", "0", code, choice.text[self.language])

    def _group(self, name: str) -> _Row:
        """A page; its name is not shown, and cut where LimeSurvey's column ends."""
        bare = " ".join(name.split())
        while len(said(bare)) > _GROUP_LENGTH:
            bare = shortened(bare, len(bare) - 1)
        self.groups += 1
        return {
            "class": "G", "type/scale": f"G{self.groups - 1}", "name": said(bare), "relevance": "1",
        }  # fmt: skip

    def _question(self, kind: str, code: str, text: str, *, mandatory: bool = True) -> _Row:
        """A question."""
        return self._row("Q", kind, code, text) | {
            "relevance": "1",
            "mandatory": "Y" if mandatory else "N",
            "other": "N",
        }

    @staticmethod
    def _row(class_: str, kind: str, name: str, text: str) -> _Row:
        """A row with a text."""
        return {"class": class_, "type/scale": kind, "name": name, "text": said(text)}
