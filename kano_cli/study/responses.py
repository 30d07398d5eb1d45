"""What people answered, as numbers: the end of reading, the start of counting."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kano_cli.core.categories import Codes
from kano_cli.core.result import Origin
from kano_cli.core.scores import Mean, means
from kano_cli.core.tally import Tally, tally
from kano_cli.findings import Finding


@dataclass(frozen=True)
class Feature:
    """One feature that was asked about twice."""

    id: str
    name: str
    functional: str = ""
    dysfunctional: str = ""
    touchpoint: str = ""
    moment: str = ""
    experience: str = ""


@dataclass(frozen=True, eq=False)
class Responses:
    """The answers of N respondents to F features.

    `functional` and `dysfunctional` are int8 (N, F) of `Answer` values, 0 where blank;
    `importance` is float32 (N, F), NaN where blank, or None; each segment has N values.
    """

    features: tuple[Feature, ...]
    functional: Codes
    dysfunctional: Codes
    importance: npt.NDArray[np.float32] | None = None
    segments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def tally(self) -> Tally:
        """The counts of these answers."""
        return tally(self.functional, self.dysfunctional)


@dataclass(frozen=True, eq=False)
class Survey:
    """A survey as it was read: its counts, where they came from, what to know about them.

    `responses` is None where the file held counts only. `importance` has a mean per feature.
    """

    features: tuple[Feature, ...]
    tally: Tally
    origin: Origin
    importance: tuple[Mean | None, ...] = ()
    findings: tuple[Finding, ...] = ()
    responses: Responses | None = None

    @classmethod
    def of(
        cls, responses: Responses, origin: Origin | None = None, findings: tuple[Finding, ...] = ()
    ) -> "Survey":
        """The survey that these answers make."""
        importance: tuple[Mean | None, ...] = (None,) * len(responses.features)
        if responses.importance is not None:
            importance = tuple(
                mean if mean.n else None for mean in means(responses.importance.astype(np.float64))
            )
        origin = origin or Origin("", respondents=len(responses.functional))
        return cls(responses.features, responses.tally(), origin, importance, findings, responses)
