"""Classify Kano surveys: basic, performance or wow, and how sure that is.

`classify` reads a file and gives the record that `kano classify --format json` writes;
`read_survey` and `analyse` are its two halves. `compare` sets groups or waves side by side.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kano_cli.analysis import analyse, classify, load_questionnaire
    from kano_cli.comparison.compare import compare
    from kano_cli.comparison.record import GroupComparison
    from kano_cli.core.result import FeatureResult, KanoResult, Settings
    from kano_cli.errors import KanoError
    from kano_cli.readers.survey import read_survey
    from kano_cli.study.responses import Feature, Responses, Survey

__version__ = "0.1.0"
__all__ = [
    "Feature",
    "FeatureResult",
    "GroupComparison",
    "KanoError",
    "KanoResult",
    "Responses",
    "Settings",
    "Survey",
    "analyse",
    "classify",
    "compare",
    "load_questionnaire",
    "read_survey",
]

_HOMES = {
    "Feature": "study.responses",
    "FeatureResult": "core.result",
    "GroupComparison": "comparison.record",
    "KanoError": "errors",
    "KanoResult": "core.result",
    "Responses": "study.responses",
    "Settings": "core.result",
    "Survey": "study.responses",
    "analyse": "analysis",
    "classify": "analysis",
    "compare": "comparison.compare",
    "load_questionnaire": "analysis",
    "read_survey": "readers.survey",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # each name is of a type of its own
    """Import a public name when it is first used: importing kano_cli loads nothing heavy."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
