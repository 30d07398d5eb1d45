"""One colour for each category, told apart by colour-blind readers, legible on light and dark."""

from collections.abc import Mapping

from kano_cli.core.categories import Category

# After Okabe & Ito, darkened where needed: each stands at least 3 to 1 off black and white. The
# last two are our own, so that no two are near to each other for a colour-blind reader either.
COLOURS: Mapping[Category, str] = {
    Category.BASIC: "#0072B2",
    Category.PERFORMANCE: "#009E73",
    Category.WOW: "#D55E00",
    Category.INDIFFERENT: "#767676",
    Category.REVERSE: "#C040B8",
    Category.QUESTIONABLE: "#855C1C",
}
