"""What is known of the features before a questionnaire is drafted."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Wanted:
    """One feature: its texts by language, as far as somebody wrote them.

    `named` has the names, `functional` and `dysfunctional` the questions that are there already;
    a missing pair is proposed. The key "" is the main language of the draft. `place` is where
    the feature stands in its file, for messages.
    """

    named: Mapping[str, str]
    id: str = ""
    functional: Mapping[str, str] = field(default_factory=dict)
    dysfunctional: Mapping[str, str] = field(default_factory=dict)
    touchpoint: str = ""
    moment: str = ""
    experience: str = ""
    place: str = ""


@dataclass(frozen=True)
class Source:
    """Features from a file: `language` is the survey's, "" where the file does not say.

    `is_survey` says whether people answered about them already; `unused` has the columns of a
    list that no feature has a use for.
    """

    file: str
    features: tuple[Wanted, ...]
    language: str = ""
    is_survey: bool = False
    unused: tuple[str, ...] = ()
