"""Made-up surveys and backlogs for the rules between them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kano_cli.checks.gate.backlog.rules import backlog_verdicts
from kano_cli.checks.gate.policy.policy import Policy, Setting
from kano_cli.checks.gate.policy.rules import Level
from kano_cli.checks.gate.verdict import Verdict
from kano_cli.core.categories import Category
from kano_cli.core.result import FeatureResult, KanoResult, Origin, Settings
from kano_cli.findings import Place
from kano_cli.report.words import words
from kano_cli.study.backlog import Backlog, Item
from tests.core.test_ranking import NOBODY

FILE = "backlog.csv"


def feature(
    name: str,
    category: Category | None,
    *,
    certainty: float = 0.99,
    mixed: bool = False,
    answered: float = 100,
    title: str = "",
) -> FeatureResult:
    """A feature as the rules look at it; its reverse share is 70 %, if it is reverse."""
    return replace(
        NOBODY,
        id=name,
        name=title or name.replace("_", " ").capitalize(),
        category=category,
        certainty=certainty,
        mixed=mixed,
        answered=answered,
        shares=(0.06,) * 4 + (0.7, 0.06),
    )


def survey(*features: FeatureResult) -> KanoResult:
    """A classified survey of these features."""
    return KanoResult(Origin("survey.csv"), Settings(), features)


def item(
    at: int,
    *features: str,
    title: str = "",
    state: str = "open",
    rank: int | None = None,
    **more: object,
) -> Item:
    """An item in line `at` that names features; its rank is its line, if not given."""
    made = Item(
        id=f"K-{at}",
        title=title or f"Item {at}",
        place=Place(FILE, line=at),
        features=features,
        rank=at if rank is None else rank,
        done=state == "done",
        dropped=state == "dropped",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def policy(
    rules: Mapping[str, Setting] | None = None,
    *,
    release: str = "",
    delivered: Sequence[str] = (),
    features: Mapping[str, tuple[str, ...]] | None = None,
    priorities: Sequence[str] = (),
) -> Policy:
    """A policy; of the rules on a backlog only those with these codes are on."""
    codes = [f"K{number}" for number in range(410, 420)]
    rules = rules or {}
    off = {code: Setting(Level.OFF) for code in codes if rules and code not in rules}
    return Policy(
        "policy.yaml",
        rules={**off, **rules},
        release=release,
        delivered=tuple(delivered),
        features=features or {},
        priorities=tuple(priorities),
    )


def only(code: str, **limits: float) -> Policy:
    """A policy with one rule on a backlog, as an error, and other limits of others."""
    more = {other: Setting(limit=limit) for other, limit in limits.items()}
    return policy({code: Setting(Level.ERROR), **more})


def verdicts(
    result: KanoResult, items: Sequence[Item], how: Policy, *, match_titles: bool = False
) -> list[Verdict]:
    """What the rules say; each finding can be said in both languages."""
    found = backlog_verdicts(result, Backlog(FILE, tuple(items)), how, match_titles=match_titles)
    for verdict in found:
        for language in ("en", "nl"):
            text, _ = words(language).finding(verdict.finding)
            assert text
            assert "{" not in text
    return found


def said(verdict: Verdict) -> str:
    """The English words of a verdict."""
    return words("en").finding(verdict.finding)[0]


def lines(found: Sequence[Verdict]) -> list[tuple[str, int | None]]:
    """Code and line of each verdict."""
    return [(each.finding.code, each.finding.place.line) for each in found]
