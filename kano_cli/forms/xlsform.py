"""A form as an XLSForm workbook, for KoboToolbox, ODK, SurveyCTO and Ona.

Each feature is a group on a page of its own. The order of the features is the questionnaire's:
an XLSForm can mix the answers of a question, but neither questions nor groups.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from kano_cli.errors import KanoError, shortened, visible
from kano_cli.forms.form import Choice, Form, Page, Question
from kano_cli.forms.words import form_words
from kano_cli.forms.xlsform_names import refuse_names, written_name
from kano_cli.study.language import languages as shipped_languages
from kano_cli.study.stamp import STAMP_COLUMN
from kano_cli.study.texts import Texts
from kano_cli.study.words import slug

MOST = 32_767
"""Characters of a cell; more are cut by the programs that read it."""

_CREATED = datetime(2000, 1, 1)
# In a label ${loan_f} is the answer to loan_f; a word joiner takes no room and parts the signs.
_REFERENCE = "$\u2060{"
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Answers side by side need short texts; a phone is narrow.
_SIDE_BY_SIDE = 5
_SHORT = 30

_Row = dict[str, str]


def write(form: Form) -> bytes:
    """The form as the bytes of a workbook; the same form gives the same bytes.

    Raises:
        KanoError: for a name that the platforms refuse, and for a text too long for a cell.
    """
    import xlsxwriter

    refuse_names(form)
    sheets = _Sheets(form)
    survey, choices = list(sheets.survey()), sheets.choices()
    settings = _settings(form, survey, choices)
    file = BytesIO()
    options: dict[str, Any] = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(file, options) as workbook:
        workbook.set_properties({"created": _CREATED, "author": "kano"})
        bold = workbook.add_format({"bold": True})
        for name, rows in (("survey", survey), ("choices", choices), ("settings", [settings])):
            sheet = workbook.add_worksheet(name)
            columns = list(dict.fromkeys(column for row in rows for column in row))
            sheet.freeze_panes(1, 0)
            for at, column in enumerate(columns):
                sheet.set_column(at, at, 48 if column.startswith("label") else 18)
                sheet.write_string(0, at, column, bold)
            for down, row in enumerate(rows, 1):
                for at, column in enumerate(columns):
                    if text := row.get(column, ""):
                        sheet.write_string(down, at, text)
    return file.getvalue()


def spoken(language: str) -> str:
    """A language as XLSForms name it.

    >>> spoken("nl"), spoken("nl-BE"), spoken("xx")
    ('Dutch (nl)', 'Dutch (nl-BE)', 'xx (xx)')
    """
    code = language.partition("-")[0].casefold()
    names = {each.code: each.name for each in shipped_languages() if each.code}
    return f"{names.get(code, language)} ({language})"


def said(text: str) -> str:
    r"""A text that stands in a form as it is, with nothing in it that is looked up or forbidden.

    >>> said("Pay ${price}?") == "Pay $\u2060{price}?"
    True
    """
    shown = _NO_XML.sub("�", visible(text, keep_breaks=True)).replace("${", _REFERENCE)
    if len(shown) > MOST:
        raise KanoError(
            f'"{shortened(text, 40)}" is longer than a cell of a workbook, {MOST} characters',
            "xlsform",
            "shorten it",
        )
    return shown


@dataclass
class _Sheets:
    """The rows of a form; the lists of answers gather while the questions are written."""

    form: Form
    lists: dict[str, tuple[Choice, ...]] = field(default_factory=dict)

    def survey(self) -> Iterator[_Row]:
        """The questions, row by row."""
        form = self.form
        yield {"type": "start", "name": "start"}
        yield {"type": "end", "name": "end"}
        yield {"type": "calculate", "name": STAMP_COLUMN, "calculation": f"'{form.stamp}'"}
        if form.introduction:
            yield self._row("note", "kano_introduction", form.introduction)
        if form.consent:
            agree = {c: form_words(c, "xlsform")["agree"] for c in form.languages}
            consent = Question("kano_consent", form.consent, (Choice("yes", agree),))
            yield self._question(consent, "kano_consent")
        for page in form.pages:
            yield from self._page(page)
        if form.segments:
            about = {c: form_words(c)["segments"] for c in form.languages}
            yield self._group("kano_about_you", about)
            for question in form.segments:
                yield self._question(question, question.code, required=False)
            yield {"type": "end group"}
        if form.closing:
            yield self._row("note", "kano_closing", form.closing)

    def choices(self) -> list[_Row]:
        """The lists of answers that the questions use."""
        return [
            {"list_name": name, "name": choice.code} | self._texts("label", choice.text)
            for name, choices in self.lists.items()
            for choice in choices
        ]

    def _page(self, page: Page) -> Iterator[_Row]:
        """A feature: a group whose questions stand together on one page."""
        yield self._group(written_name(page.feature), page.name)
        for question, wanted in zip(
            page.questions, ("kano", "kano_d", "kano_importance"), strict=False
        ):
            yield self._question(question, wanted)
        yield {"type": "end group"}

    def _group(self, name: str, label: Texts) -> _Row:
        """The beginning of a group."""
        return self._row("begin group", name, label) | {"appearance": "field-list"}

    def _question(self, question: Question, wanted: str, *, required: bool = True) -> _Row:
        """A question with a list of answers; equal lists are one."""
        known = (name for name, choices in self.lists.items() if choices == question.choices)
        name = next(known, wanted)
        self.lists[name] = question.choices
        row = self._row(f"select_one {name}", written_name(question.code), question.text)
        if required:
            missing = {c: form_words(c)["required"] for c in self.form.languages}
            row |= {"required": "yes"} | self._texts("required_message", missing)
        longest = max(len(t) for choice in question.choices for t in choice.text.values())
        if 1 < len(question.choices) <= _SIDE_BY_SIDE and longest <= _SHORT:
            row |= {"appearance": "likert"}
        return row

    def _row(self, kind: str, name: str, label: Texts) -> _Row:
        """A row with a label in each language."""
        return {"type": kind, "name": name} | self._texts("label", label)

    def _texts(self, column: str, texts: Texts) -> _Row:
        """A text in a column for each language."""
        return {f"{column}::{spoken(c)}": said(texts[c]) for c in self.form.languages}


def _settings(form: Form, survey: Sequence[_Row], choices: Sequence[_Row]) -> Mapping[str, str]:
    """What holds for the whole form.

    The version is a number that follows from what the form holds, so that a platform sees another
    version when it changed; SurveyCTO takes nothing but numbers.
    """
    held = repr([[sorted(row.items()) for row in rows] for rows in (survey, choices)])
    bare = re.sub(r"[^a-z0-9_]+", "", slug(form.title[form.language])).strip("_")
    return {
        "form_title": " ".join(said(form.title[form.language]).split()),
        "form_id": bare if bare[:1].isalpha() else f"kano_{bare}".strip("_"),
        "version": str(int(sha256(held.encode("utf-8", "replace")).hexdigest()[:8], 16)),
        "default_language": spoken(form.language),
        "style": "pages",
    }
