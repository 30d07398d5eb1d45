"""Respondents who may not have read the questions, as findings: how many, never who."""

from collections.abc import Mapping

from kano_cli.checks.respondents import Respondents
from kano_cli.findings import Fact, Finding
from kano_cli.study.responses import Survey


def careless_findings(survey: Survey, people: Respondents) -> list[Finding]:
    """What respondents did that is worth knowing; nobody is dropped for it."""
    found = [
        _counted("K209", int(people.straight.sum())),
        _counted("K210", int(people.all_neutral.sum())),
        _constant(people),
        _counted("K212", int(people.often_questionable.sum())),
        _fast(survey, people),
        _again(people),
    ]
    return [finding for finding in found if finding is not None]


def _counted(code: str, count: int, facts: Mapping[str, Fact] | None = None) -> Finding | None:
    """A finding about so many respondents; none where there are none."""
    return Finding(code, {"count": count, **(facts or {})}) if count else None


def _constant(people: Respondents) -> Finding | None:
    """Respondents who answer one of the two questions alike for every feature."""
    sides = people.constant_functional | people.constant_dysfunctional
    if not (sides & ~people.straight & ~people.all_neutral).any():
        return None  # those who give one word to all are told already
    facts: dict[str, Fact] = {
        "functional": int(people.constant_functional.sum()),
        "dysfunctional": int(people.constant_dysfunctional.sum()),
        "pairs": int(people.constant_pair.sum()),
    }
    return Finding("K211", facts)


def _fast(survey: Survey, people: Respondents) -> Finding | None:
    """Respondents who took less than a third of the median time."""
    if people.speeder is None or survey.responses is None:
        return None
    column = survey.responses.duration_column
    return _counted("K213", int(people.speeder.sum()), {"column": column})


def _again(people: Respondents) -> Finding | None:
    """What the later rows of respondents say who stand in the file more than once."""
    if people.again is None or people.differs is None:
        return None
    rows, other = int(people.again.sum()), int(people.differs.sum())
    return _counted("K214", rows, {"same": rows - other, "different": other})
