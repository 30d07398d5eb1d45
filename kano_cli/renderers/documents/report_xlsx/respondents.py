"""On request: the category of each respondent's answers. People are numbers, never names."""

import numpy as np

from kano_cli.core.categories import Category
from kano_cli.core.result import KanoResult
from kano_cli.core.tables import ABSENT, EvaluationTable
from kano_cli.errors import KanoError, visible
from kano_cli.renderers.documents.report_xlsx.page import LINE, Page
from kano_cli.renderers.documents.report_xlsx.styles import category_tint
from kano_cli.renderers.documents.report_xlsx.tables import Placed, header_style
from kano_cli.renderers.documents.report_xlsx.texts import shown_width, wrapped
from kano_cli.report.words import Words
from kano_cli.study.responses import Responses

_ROWS = 1_048_000
"""A little fewer than the rows of a sheet: a title stands above them."""
_COLUMNS = 16_000
_WIDTH = 16.0


def refuse_unwritable(responses: Responses | None, file: str) -> Responses:
    """The answers of each respondent.

    Raises:
        KanoError: where a file holds counts only, or more people than a sheet has rows.
    """
    if responses is None:
        raise KanoError(
            "holds counts and no respondents, so there are no classes by respondent",
            file,
            "leave out the sheet of respondents",
        )
    people, features = responses.functional.shape
    if people > _ROWS or features > _COLUMNS:
        raise KanoError(
            f"has {people} respondents and {features} features, more than a sheet can hold",
            file,
            "leave out the sheet of respondents",
        )
    return responses


def respondents_sheet(
    page: Page, result: KanoResult, responses: Responses, table: EvaluationTable, words: Words
) -> Placed:
    """Write a row per respondent, in the order of the file, and a column per feature."""
    page.title(words("report_xlsx", "sheet_respondents"))
    page.paragraph(words("report_xlsx", "respondents_note"))
    page.gap()
    places = {feature.id: at for at, feature in enumerate(responses.features)}
    features = [feature for feature in result.features if feature.id in places]
    header, lines = page.row, 1
    page.write_text(0, words("report_xlsx", "respondent"), header_style(page, right=True))
    for at, feature in enumerate(features, 1):
        page.write_text(at, visible(feature.name), header_style(page, right=False))
        lines = max(lines, wrapped(visible(feature.name), _WIDTH - 3))
    page.ends(lines, LINE + 2)
    # A row and column of blanks around the table: a blank half makes no category.
    judged = np.full((6, 6), ABSENT, np.int8)
    judged[1:, 1:] = table.cells
    order = [places[feature.id] for feature in features]
    codes = judged[responses.functional[:, order], responses.dysfunctional[:, order]]
    styles = [page.styles("text", **category_tint(category)) for category in Category]
    names = [words.category(category) for category in Category]
    number = page.styles("number", num_format="0")
    for person, row in enumerate(codes.tolist(), 1):
        page.sheet.write_number(page.row, 0, person, number)
        for at, code in enumerate(row, 1):
            if code != ABSENT:
                page.sheet.write_string(page.row, at, names[code], styles[code])
        page.row += 1
    return Placed(header, header + 1, page.row - 1, len(features) + 1)


def respondent_widths(result: KanoResult, words: Words) -> list[float]:
    """The columns of the sheet: a number, then as wide as a category."""
    head = shown_width(words("report_xlsx", "respondent")) + 4.0
    return [head, *(_WIDTH for _ in result.features)]
