"""Text on slides as DrawingML: every letter, bullet and language is ours to set."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from kano_cli.renderers.documents.office.colours import INK
from kano_cli.renderers.documents.office.texts import clean

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SYMBOLS = "Segoe UI Symbol"
"""Where Windows keeps the signs of the categories; elsewhere the program finds its own."""


@dataclass(frozen=True)
class Run:
    """Some letters that look the same; no colour is the colour of the place they stand in."""

    text: str
    bold: bool = False
    colour: str = INK
    font: str = ""


@dataclass(frozen=True)
class Lines:
    """A paragraph: its runs, letter height in points, space above, and its bullet with colour."""

    runs: tuple[Run, ...]
    points: float
    before: float = 0
    bullet: str = ""
    bullet_colour: str = INK
    align: str = "l"

    @property
    def text(self) -> str:
        """All of it, without looks."""
        return "".join(run.text for run in self.runs)


def paragraph(lines: Lines, language: str) -> str:
    """A paragraph as XML; it declares its own namespace, so it can be put anywhere."""
    indent = round(lines.points * 1.5 * 12700)
    sides = f' marL="{indent}" indent="-{indent}"' if lines.bullet else ' marL="0" indent="0"'
    bullet = (
        f'<a:buClr><a:srgbClr val="{lines.bullet_colour[1:]}"/></a:buClr>'
        f'<a:buFont typeface="{SYMBOLS}"/><a:buChar char={quoteattr(lines.bullet)}/>'
        if lines.bullet
        else "<a:buNone/>"
    )
    return (
        f'<a:p xmlns:a="{MAIN}"><a:pPr algn="{lines.align}"{sides}>'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(lines.before * 100)}"/></a:spcBef>{bullet}</a:pPr>'
        + "".join(_run(run, lines.points, language) for run in lines.runs)
        + "</a:p>"
    )


def _run(run: Run, points: float, language: str) -> str:
    """One run as XML."""
    looks = f' lang="{language}" sz="{round(points * 100)}" b="{int(run.bold)}" dirty="0"'
    colour = f'<a:solidFill><a:srgbClr val="{run.colour[1:]}"/></a:solidFill>' if run.colour else ""
    face = f"<a:latin typeface={quoteattr(run.font)}/>" if run.font else ""
    return f"<a:r><a:rPr{looks}>{colour}{face}</a:rPr><a:t>{escape(clean(run.text))}</a:t></a:r>"


def paragraphs(several: Sequence[Lines], language: str) -> list[str]:
    """Paragraphs as XML, at least one: a text body without any is refused by PowerPoint."""
    return [paragraph(each, language) for each in several] or [f'<a:p xmlns:a="{MAIN}"/>']
