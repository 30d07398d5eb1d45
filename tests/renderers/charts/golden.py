"""The charts of both samples; `python -m tests.renderers.charts.golden` draws them anew."""

from pathlib import Path

from kano_cli.analysis import classify
from kano_cli.comparison.compare import compare
from kano_cli.renderers.charts.svg import svg
from kano_cli.report.document.figures import Figure
from kano_cli.report.document.figures_of import (
    chart_remark,
    map_figure,
    scores_figure,
    segments_figure,
    shares_figure,
)
from kano_cli.report.words import words

GOLDEN = Path(__file__).parent / "golden"
_SAMPLES = Path(__file__).parents[3] / "samples"
_SURVEYS = {"nl": ("mobile-provider-nl", "Abonnement"), "en": ("saas-en", "Plan")}
_KINDS = ("map", "scores", "shares", "segments")


def golden_names() -> list[str]:
    """A file for each sample and kind."""
    return [f"{language}-{kind}.svg" for language in _SURVEYS for kind in _KINDS]


def golden(name: str) -> str:
    """A chart as the tool draws it now."""
    language, _, kind = name.removesuffix(".svg").partition("-")
    figure, spoken = figure_of(language, kind), words(language)
    return svg(figure, language=language, remark=chart_remark(figure, 0.95, spoken))


def figure_of(language: str, kind: str) -> Figure:
    """A figure of a sample."""
    folder, by = _SURVEYS[language]
    survey, asked = _SAMPLES / folder / "survey.csv", _SAMPLES / folder / "questionnaire.yaml"
    spoken = words(language)
    if kind == "segments":
        return segments_figure(compare(survey, by=by, questionnaire=asked), spoken)
    made = {"map": map_figure, "scores": scores_figure}.get(kind)
    result = classify(survey, questionnaire=asked)
    return made(result, spoken) if made else shares_figure(result, spoken)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in golden_names():
        (GOLDEN / each).write_text(golden(each), "utf-8")
