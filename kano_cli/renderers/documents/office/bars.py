"""Bars of shares, as many as stand together on a page or a slide."""

from collections.abc import Sequence

from kano_cli.report.document.figures import Bar


def bars_by_page(bars: Sequence[Bar], most: int) -> list[tuple[Bar, ...]]:
    """The bars of each page: about as many on each, and all groups of a feature together."""
    features: list[list[Bar]] = []
    for bar in bars:
        same = features and bar.group and features[-1][-1].id == bar.id
        if same and len(features[-1]) < most - 1:
            features[-1].append(bar)
        else:
            features.append([bar])
    slides = _filled(features, most)
    if len(slides) > 1:
        even = -(-sum(map(_rows, features)) // len(slides))
        spread = _filled(features, min(most, even))
        slides = spread if len(spread) == len(slides) else slides
    return slides


def _rows(bars: Sequence[Bar]) -> int:
    """How many rows the bars of a feature take; its name has one where there are groups."""
    return len(bars) + bool(bars[0].group)


def _filled(features: Sequence[Sequence[Bar]], most: int) -> list[tuple[Bar, ...]]:
    """Features taken from the top as long as there is room."""
    slides: list[list[Bar]] = []
    used = most + 1
    for bars in features:
        if used + _rows(bars) > most:
            slides.append([])
            used = 0
        slides[-1] += bars
        used += _rows(bars)
    return [tuple(slide) for slide in slides]
