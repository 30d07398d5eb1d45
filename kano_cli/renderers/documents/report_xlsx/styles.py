"""The formats of cells, each made once."""

from typing import TYPE_CHECKING

from kano_cli.core.categories import Category
from kano_cli.renderers.documents.report_xlsx.paint import DIM, INK, RULE, ink_on, on_white, tint
from kano_cli.renderers.palette import COLOURS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook


class Styles:
    """Formats by name in a house style; with `extra` properties such as a number format."""

    def __init__(self, workbook: "Workbook", accent: str) -> None:
        """Remember the workbook that the formats belong to."""
        self.workbook = workbook
        self.accent = accent
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        cell = {"font_color": INK, "valign": "top", "bottom": 1, "bottom_color": RULE}
        prose = {"font_color": INK, "valign": "top", "text_wrap": True}
        self._named: dict[str, dict[str, object]] = {
            "plain": {"font_color": INK},
            "cover": {"bold": True, "font_size": 24, "font_color": on_white(accent)},
            "title": {"bold": True, "font_size": 18, "font_color": on_white(accent)},
            "subtitle": {"font_size": 13, "font_color": DIM},
            "heading": {"bold": True, "font_size": 14, "font_color": INK, "valign": "bottom"},
            "subheading": {"bold": True, "font_color": INK, "valign": "bottom"},
            "caption": {**prose, "bold": True},
            "prose": prose,
            "strong": {**prose, "bold": True, "left": 5, "left_color": accent, "indent": 1,
                       "align": "left"},
            "note": {**prose, "font_color": DIM, "italic": True},
            "label": {**prose, "bold": True},
            "link": {"font_color": on_white(accent), "underline": 1},
            "command": {**prose, "font_name": "Consolas", "bg_color": "#F2F2F2"},
            "header": {
                "bold": True, "text_wrap": True, "valign": "vcenter", "align": "left",
                "bg_color": accent, "font_color": ink_on(accent), "border": 1,
                "border_color": accent,
            },
            "text": {**cell, "text_wrap": True, "align": "left", "indent": 1},
            "number": {**cell, "align": "right"},
            "sum": {**cell, "align": "right", "bold": True},
        }  # fmt: skip

    def __call__(self, name: str, **extra: object) -> "Format":
        """A format, the same one each time."""
        properties = {**self._named[name], **extra}
        key = tuple(sorted(properties.items(), key=lambda entry: entry[0]))
        if key not in self._made:
            self._made[key] = self.workbook.add_format(properties)
        return self._made[key]

    def unsure(self, name: str, **extra: object) -> "Format":
        """The same, dimmed."""
        return self(name, **{**extra, "font_color": DIM, "italic": True})


def category_tint(category: Category) -> dict[str, object]:
    """The background of a category, on which black reads at more than 10 to 1."""
    return {"bg_color": tint(COLOURS[category])}
