"""Figures made for a test: as many points as it needs, where it needs them."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from kano_cli.core.categories import Category
from kano_cli.report.document.figures import Axis, Bar, MapFigure, MapPoint, SharesFigure
from tests.report.surveys import HOSTILE

NAMES = (
    "Stable connection", "Clear calls", "A bill that one can understand at a glance",
    "Speed of mobile internet", "Size of the bundle", "2 GB extra as a thank-you",
    "A personal welcome", "Yearly overview on paper", "Weekly advertisement by text message",
)  # fmt: skip
STRANGE = (
    *HOSTILE,
    "</text><script>alert(1)</script>",
    "]]> <!-- & -->",
    "🚀 rocket 👩‍👩‍👧 family 🇳🇱",
    "دعم فني على مدار الساعة وبسرعة كبيرة",
    "תמיכה בעברית, with English",
    "夜間ロッカーと配送の追跡と返品の受付を全部まとめて一つの画面で",
    "x" * 80,
    "eight words that make a name of eighty signs, which is as long as names become ok",
    "\ud800 half a sign \ufffe",
    "",
)
"""Names that try to do more than be read, or that no line can hold."""

LEGEND = tuple((category, category.word) for category in Category)
SVG = "{http://www.w3.org/2000/svg}"

Place = tuple[float, float]


def map_of(
    places: Sequence[Place],
    names: Sequence[str] = NAMES,
    *,
    sizes: Sequence[float | None] = (None,),
    half: float = 0.05,
) -> MapFigure:
    """A map with a point at each place; names, categories and sizes go round."""
    return MapFigure(
        "Better and Worse",
        Axis("Worse, without its sign", 0, 1, 0.5, "costs little", "costs much"),
        Axis("Better", 0, 1, 0.5, "adds little", "adds much"),
        ("indifferent", "basic", "wow", "performance"),
        tuple(
            MapPoint(
                f"f{at}",
                names[at % len(names)],
                Category(at % 6),
                x,
                y,
                (max(x - half, 0), min(x + half, 1)),
                (max(y - half, 0), min(y + half, 1)),
                sizes[at % len(sizes)],
                at % 4 == 3,
                f"{names[at % len(names)]}: Better {y:.2f}, Worse {x:.2f}",
            )
            for at, (x, y) in enumerate(places)
        ),
        LEGEND,
        "The larger the sign, the more important" if sizes[0] is not None else "",
        "Not on the map: Nothing",
    )


def spread(count: int, about: Place = (0.5, 0.5), wide: float = 0.45) -> list[Place]:
    """Places that look random, around a middle, the same in every run."""
    steps = [(at * 0.754878 % 1, at * 0.569840 % 1) for at in range(1, count + 1)]
    return [(about[0] + wide * (2 * x - 1), about[1] + wide * (2 * y - 1)) for x, y in steps]


def shares_of(names: Sequence[str] = NAMES, groups: Sequence[str] = ("",)) -> SharesFigure:
    """A bar for each name, or one for each group of it."""
    bars = []
    for at, name in enumerate(names):
        for row, group in enumerate(groups):
            parts = [1 + (at * 7 + row * 5 + place * 11) % 13 for place in range(6)]
            shares = tuple(part / sum(parts) for part in parts)
            winner = Category(parts.index(max(parts)))
            texts = tuple(f"{100 * share:.0f} %" for share in shares)
            told = f"{name} {group}: {winner.word}"
            bars.append(
                Bar(f"f{at}", name, group, shares, texts, winner, at % 3 == 2, "n 240", told)
            )
    return SharesFigure("Shares", tuple(bars), LEGEND, "share of the answers")


def parsed(svg_text: str) -> ET.Element:
    """A chart as XML; an error if it is none."""
    return ET.fromstring(svg_text.encode())  # noqa: S314  # our own


def shown_texts(element: ET.Element) -> list[str]:
    """Every text that is painted, titles and descriptions left out."""
    return ["".join(text.itertext()) for text in element.iter(f"{SVG}text")]
