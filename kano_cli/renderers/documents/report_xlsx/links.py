"""Which numbers of the report are formulas: those that a sheet of the workbook works out."""

from collections.abc import Sequence
from dataclasses import dataclass

from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult
from kano_cli.errors import visible
from kano_cli.renderers.documents.report_xlsx.counts import BETTER, WORSE, CountsSheet
from kano_cli.renderers.documents.report_xlsx.formats import number_of
from kano_cli.renderers.documents.report_xlsx.grids import GridsSheet
from kano_cli.report.document.blocks import Cell, Column, Kind
from kano_cli.report.document.figures import MapPoint


@dataclass
class Links:
    """The sheets that numbers come from; a formula is given only where it gives the number."""

    result: KanoResult
    counts: CountsSheet | None = None
    grids: GridsSheet | None = None

    def share(self, feature: str, category: str, share: float | None) -> str | None:
        """The formula of a share of a feature."""
        found = self._feature(feature)
        if found is None or self.counts is None or share is None:
            return None
        at = self.counts.reference(feature, f"share_{category}")
        words = {each.word: n for each, n in _shares(found)}
        return f"={at}" if at and words[category] == share else None

    def point(self, point: MapPoint, key: str) -> str | None:
        """The formula of a place on a map: a coefficient or a score."""
        found = self._feature(point.id)
        if found is None:
            return None
        value = point.x if key == "x" else point.y
        for number, formula in self._numbers(found):
            if formula and number == value:
                return formula
        return None

    def score(self, row: Sequence[Cell], column: Column, cell: Cell) -> str | None:
        """The formula of a mean score in a table whose rows start with names of features."""
        number = number_of(cell)
        if column.kind is not Kind.SCORE or number is None or self.grids is None:
            return None
        names = {each.text for each in row}
        rows = [each for each in self.result.features if visible(each.name) in names]
        if len(rows) != 1:
            return None
        side = "dysfunctional" if "dysfunctional" in column.key else "functional"
        at = self.grids.reference(rows[0].id, side)
        same = getattr(rows[0], f"{side}_score").mean == number
        return f"={at}" if at and same else None

    def _numbers(self, feature: FeatureResult) -> list[tuple[float, str | None]]:
        """What a place on a map may be, each with its formula."""
        counts, grids = self.counts, self.grids
        found: list[tuple[float, str | None]] = []
        if counts is not None:
            better = counts.reference(feature.id, BETTER)
            worse = counts.reference(feature.id, WORSE)
            found += [
                (feature.better, better and f"={better}"),
                (abs(feature.worse), worse and f"=ABS({worse})"),
            ]
            better = counts.reference(feature.id, f"scaled_{BETTER}")
            worse = counts.reference(feature.id, f"scaled_{WORSE}")
            found += [
                (feature.scaled_better, better and f"={better}"),
                (abs(feature.scaled_worse), worse and f"=ABS({worse})"),
            ]
        if grids is not None:
            for side in ("functional", "dysfunctional"):
                at = grids.reference(feature.id, side)
                found.append((getattr(feature, f"{side}_score").mean, at and f"={at}"))
        return found

    def _feature(self, wanted: str) -> FeatureResult | None:
        """The feature of an id."""
        return next((each for each in self.result.features if each.id == wanted), None)


def _shares(feature: FeatureResult) -> list[tuple[Category, float]]:
    """Each category with its share."""
    return list(zip(Category, feature.shares, strict=True))
