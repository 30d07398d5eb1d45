"""One colour for each category, told apart by colour-blind readers, legible on light and dark."""

from collections.abc import Mapping

from kano_cli.core.categories import Category

# Okabe & Ito's palette, darkened where needed: each stands at least 3 to 1 off black and white.
COLOURS: Mapping[Category, str] = {
    Category.BASIC: "#0072B2",
    Category.PERFORMANCE: "#009E73",
    Category.WOW: "#D55E00",
    Category.INDIFFERENT: "#767676",
    Category.REVERSE: "#B5648F",
    Category.QUESTIONABLE: "#9A7D0A",
}
