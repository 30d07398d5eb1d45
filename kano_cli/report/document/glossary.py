"""What the words of a report mean."""

from collections.abc import Iterator

from kano_cli.core.categories import Category
from kano_cli.report.document.study import Study
from kano_cli.report.words import Words
from kano_cli.study.declared_features import EXPERIENCES
from kano_cli.study.journey import MOMENTS


def glossary(study: Study, words: Words) -> Iterator[tuple[str, str]]:
    """The categories, then the columns, then what only some reports use."""
    for category in Category:
        yield f"{words.category(category)} ({category.letter})", words("legend", category.word)
    yield words("column", "rank"), words("report_method", "rank_word")
    yield words("column", "sure"), words("legend", "sure")
    for key in ("better", "worse"):
        yield words("column", key), words("report_method", f"{key}_word")
    classified = words("report_method", "classified_word")
    yield words("report_method", "classified"), classified
    weighted = study.result.survey.weight is not None
    key = "answered_weighted" if weighted else "answered"
    yield words("column", "answered"), words("legend", key)
    if any(feature.importance for feature in study.result.features):
        yield words("column", "importance"), words("legend", "importance")
    if study.segments is not None or study.waves is not None:
        yield "V", words("report_method", "v_word")
        yield "p", words("report_method", "p_word")
    tags = {tag for each in study.asked().values() for tag in (each.moment, each.experience)}
    if study.journey is not None:
        tags |= {stop.touchpoint.moment for stop in study.journey.stops}
    for value in (*MOMENTS, *EXPERIENCES):
        if value in tags:
            about = words("report_touchpoints", f"about_{value}")
            yield words("report_touchpoints", value), about
