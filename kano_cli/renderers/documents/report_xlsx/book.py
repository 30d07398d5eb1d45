"""The workbook: which sheets it has, and what stands on them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

from kano_cli.comparison.record import GroupComparison
from kano_cli.renderers.documents.report_xlsx.counts import Counted, counts_sheet
from kano_cli.renderers.documents.report_xlsx.cover import contents, cover
from kano_cli.renderers.documents.report_xlsx.grids import grid_widths, grids_sheet
from kano_cli.renderers.documents.report_xlsx.journey_sheets import with_journey_sheets
from kano_cli.renderers.documents.report_xlsx.links import Links
from kano_cli.renderers.documents.report_xlsx.page import Page
from kano_cli.renderers.documents.report_xlsx.plan import COVER, group_counts, sheet_titles
from kano_cli.renderers.documents.report_xlsx.respondents import (
    refuse_unwritable,
    respondent_widths,
    respondents_sheet,
)
from kano_cli.renderers.documents.report_xlsx.sections import (
    section_widths,
    shown_blocks,
    write_blocks,
)
from kano_cli.renderers.documents.report_xlsx.styles import Styles
from kano_cli.renderers.documents.report_xlsx.tables import Placed
from kano_cli.renderers.documents.report_xlsx.texts import clean, sheet_name
from kano_cli.report.document.blocks import Document
from kano_cli.report.document.study import MIN_GROUP, Study
from kano_cli.report.words import Words, words

_NO_DAY = date(2000, 1, 1)
"""The date of a workbook whose report has none: a clock would make other bytes each time."""

_FROZEN = 9
"""A header further down would take the whole screen, so it is not frozen."""

_LONG = 12
"""The rows of a table that may go on on the next page."""


def xlsx(
    document: Document, study: Study, *, respondents: bool = False, min_group: int = MIN_GROUP
) -> bytes:
    """The report as the bytes of a workbook; the same report gives the same bytes.

    Args:
        document: what the report says.
        study: the numbers behind it, for counts and answers.
        respondents: with a sheet of the category of each respondent's answers, by number.
        min_group: how many people a group must have for its counts to be shown.

    Raises:
        KanoError: if respondents are wanted of a file that holds none, or too many.
    """
    import xlsxwriter

    if respondents:
        refuse_unwritable(study.survey.responses, study.survey.origin.file)
    file = BytesIO()
    # Texts stay texts, and nothing of the survey goes through a temporary file.
    options: dict[str, Any] = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(file, options) as workbook:
        workbook.set_properties(_properties(document))
        spoken = words(document.language)
        document = with_journey_sheets(document, spoken)
        groups = dict(group_counts(study, min_group))
        titles = sheet_titles(document, study, spoken, groups, respondents=respondents)
        names: dict[str, str] = {}
        for key, title in titles.items():
            names[key] = sheet_name(title, names.values())
        sheets = {key: workbook.add_worksheet(name) for key, name in names.items()}
        styles = Styles(workbook, document.brand.accent)
        _Book(document, study, spoken, styles, names, sheets, groups).write()
    return file.getvalue()


def _properties(document: Document) -> dict[str, object]:
    """Title, author and date; of the library that wrote it nothing is told."""
    try:
        day = date.fromisoformat(document.day)
    except ValueError:
        day = _NO_DAY
    return {
        "title": clean(document.title, 255),
        "subject": clean(document.subtitle, 255),
        "author": f"kano {document.version}",
        "company": clean(document.brand.footer, 255),
        "created": datetime(day.year, day.month, day.day),
    }


@dataclass(frozen=True)
class _Book:
    """A workbook whose sheets are there, and still blank."""

    document: Document
    study: Study
    words: Words
    styles: Styles
    names: dict[str, str]
    sheets: dict[str, Any]
    groups: dict[str, GroupComparison]

    def write(self) -> None:
        """Fill every sheet; counts and answers first, for others point at them."""
        links = self._links()
        for key, comparison in self.groups.items():
            if key in self.sheets:
                self._group_counts(key, comparison)
        if "respondents" in self.sheets:
            self._respondents()
        for section in self.document.sections:
            if section.key == "summary" or section.key not in self.sheets:
                continue
            blocks = shown_blocks(section, counted="counts" in self.sheets)
            page = self._page(section.key, section_widths(blocks, self.words))
            page.title(section.title)
            placed = write_blocks(page, blocks, self.words, links, paged=section.key == "detail")
            self._finish(page, section.title, placed)
        self._cover(links)

    def _page(self, key: str, widths: Sequence[float]) -> Page:
        """A blank sheet with columns of these widths."""
        return Page(self.sheets[key], self.styles, widths)

    def _links(self) -> Links:
        """Write counts and answers, and say where their numbers stand."""
        links, result = Links(self.study.result), self.study.result
        if "counts" in self.sheets:
            title = self.words("report_xlsx", "sheet_counts")
            page, placed, counts = counts_sheet(
                lambda widths: self._page("counts", widths), self.names["counts"], title,
                [Counted(feature) for feature in result.features], self.words,
                scaled=result.settings.importance_scaled,
            )  # fmt: skip
            self._finish(page, title, [placed], 1)
            links = replace(links, counts=counts)
        if "grids" in self.sheets:
            page = self._page("grids", grid_widths(self.words))
            grids = grids_sheet(
                page, self.names["grids"], result.features, result.settings.table, self.words
            )
            self._finish(page, self.words("report_xlsx", "sheet_grids"), [])
            links = replace(links, grids=grids)
        return links

    def _group_counts(self, key: str, comparison: GroupComparison) -> None:
        """The counts of every feature in every group of people."""
        title = self.words("report_xlsx", f"sheet_{key}")
        unnamed = self.words("compare", "no_answer")
        rows = [
            Counted(result, group.name or unnamed)
            for feature in comparison.features
            for group, result in zip(comparison.groups, feature.results, strict=True)
            if result is not None
        ]
        page, placed, _ = counts_sheet(
            lambda widths: self._page(key, widths), self.names[key], title, rows, self.words
        )
        self._finish(page, title, [placed], 2)

    def _respondents(self) -> None:
        """A row for each respondent."""
        result, survey = self.study.result, self.study.survey
        responses = refuse_unwritable(survey.responses, survey.origin.file)
        page = self._page("respondents", respondent_widths(result, self.words))
        placed = respondents_sheet(page, result, responses, result.settings.table, self.words)
        self._finish(page, self.words("report_xlsx", "sheet_respondents"), [placed], 1)

    def _cover(self, links: Links) -> None:
        """The first sheet: the summary, and links to the others."""
        summary = self.document.section("summary")
        blocks = summary.blocks if summary else ()
        page = self._page(COVER, section_widths(blocks, self.words))
        cover(page, self.document)
        if summary:
            page.heading(summary.title)
            write_blocks(page, blocks, self.words, links)
            # On paper nobody follows a link.
            page.sheet.print_area(0, 0, page.row, len(page.widths) - 1)
        contents(page, self.document, self.names)
        self._finish(page, self.document.title, [])
        page.sheet.activate()

    def _finish(
        self, page: Page, title: str, placed: Sequence[Placed], columns: int | None = None
    ) -> None:
        """Freeze and filter the first table, and set up the print."""
        header = None
        first = next((each for each in placed if each.features), None)
        if first:
            if first.last > first.first:
                page.sheet.autofilter(first.header, 0, first.last, first.columns - 1)
            if first.header < _FROZEN:
                page.sheet.freeze_panes(first.first, columns or 0)
            # A short table is on one page, and its header says nothing about the next.
            if len(placed) == 1 and first.last - first.first >= _LONG:
                header = first.header
        page.printed(header, title, self.document.brand.footer)
