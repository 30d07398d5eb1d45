"""The options of `kano classify` that judge and choose."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from kano_cli import classify
from kano_cli.core.ranking import SORTS
from tests.commands.conftest import Runner
from tests.commands.process import DUTCH, ENGLISH

SURVEY, WORDS = ENGLISH / "survey.csv", ("-q", ENGLISH / "questionnaire.yaml")


@pytest.fixture
def features(run: Runner) -> Any:  # noqa: ANN401
    """The features of a run as JSON."""

    def of(*words: object, survey: Path = SURVEY) -> list[dict[str, Any]]:
        ran = run("classify", survey, "-f", "json", *words)
        assert (ran.code, ran.err) == (0, "")
        found: list[dict[str, Any]] = json.loads(ran.out)["features"]
        return found

    return of


def missing_last(value: float | None) -> float:
    """A key that puts high values first and null last."""
    return float("inf") if value is None else -value


KEYS: dict[str, Any] = {
    "category": lambda f: ["basic", "performance", "wow", "indifferent", "reverse"].index(
        f["category"]
    ),
    "stack": lambda f: (f["worse"], -f["better"]),
    "worse": lambda f: f["worse"],
    "better": lambda f: -f["better"],
    "importance": lambda f: missing_last(f["importance"] and f["importance"]["mean"]),
    "certainty": lambda f: -f["certainty"],
    "name": lambda f: f["name"].casefold(),
}


@pytest.mark.parametrize("survey", [SURVEY, DUTCH / "survey.csv"], ids=["en", "nl"])
@pytest.mark.parametrize("sort", KEYS)
def test_each_order_sorts_by_its_key(sort: str, survey: Path, features: Any) -> None:  # noqa: ANN401
    """High first; ranks follow the order."""
    found = features("--sort", sort, survey=survey)

    assert [KEYS[sort](f) for f in found] == sorted(KEYS[sort](f) for f in found)
    assert [f["rank"] for f in found] == list(range(1, len(found) + 1))


def test_all_orders_are_tested_and_file_is_the_order_of_the_file(features: Any) -> None:  # noqa: ANN401
    """Whatever the features are."""
    assert {*KEYS, "file"} == set(SORTS)
    assert [f["id"] for f in features("--sort", "file")] == [
        "dark_mode", "audit_log", "shortcuts", "weekly_digest", "ai_writing", "fast_search",
        "offline_mode", "single_sign_on",
    ]  # fmt: skip


def test_inside_a_category_the_most_important_comes_first(features: Any) -> None:  # noqa: ANN401
    """Where people rated importance; otherwise what the category is about."""
    rated = [(f["category"], -f["importance"]["mean"]) for f in features()]
    unrated = [f for f in features(survey=DUTCH / "survey.csv") if f["category"] == "basic"]

    assert [mean for category, mean in rated if category == "basic"] == sorted(
        mean for category, mean in rated if category == "basic"
    )
    assert [f["worse"] for f in unrated] == sorted(f["worse"] for f in unrated)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("wow,basic", {"wow", "basic"}),
        ("WOW", {"wow"}),
        ("A,M", {"wow", "basic"}),
        ("attractive", {"wow"}),
        ("must-be", {"basic"}),
        ("must_be", {"basic"}),
        (" wow , ", {"wow"}),
        ("reverse", set()),
        ("", {"basic", "performance", "wow", "indifferent"}),
    ],
)
def test_only_keeps_the_categories_that_are_named(
    only: str,
    expected: set[str],
    features: Any,  # noqa: ANN401
) -> None:
    """By word, letter or the field's term, in any case; ranks stay what they were."""
    found = features("--only", only)

    assert {f["category"] for f in found} == expected
    ranks = {f["id"]: f["rank"] for f in features()}
    assert all(ranks[f["id"]] == f["rank"] for f in found)


def test_only_also_takes_the_words_of_the_output(features: Any) -> None:  # noqa: ANN401
    """A Dutch reader writes what the Dutch table says."""
    found = features("--only", "basis,prestatie", "--lang", "nl")

    assert {f["category"] for f in found} == {"basic", "performance"}


@pytest.mark.parametrize(
    ("only", "near"), [("bsic", '"basic"'), ("wow;basic", '"basic"'), ("B", '"basic", "perform')]
)
def test_a_category_that_does_not_exist_is_refused(only: str, near: str, run: Runner) -> None:
    """With the nearest, or all of them."""
    ran = run("classify", SURVEY, "--only", only)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f'kano: error: --only: there is no category "{only}"\nhint: try {near}'
    )


@pytest.mark.parametrize(("top", "kept"), [(1, 1), (3, 3), (8, 8), (99, 8)])
def test_top_keeps_the_first_of_the_ranking(top: int, kept: int, features: Any) -> None:  # noqa: ANN401
    """After `--only`, and after the order."""
    assert features("--top", top) == features()[:kept]
    assert [f["category"] for f in features("--only", "wow", "--top", "1")] == ["wow"]


def test_fewer_features_are_told_above_the_table(run: Runner) -> None:
    """And the survey keeps its number of features in JSON."""
    ran = run("classify", SURVEY, "--top", "2")
    record = json.loads(run("classify", SURVEY, "--top", "2", "-f", "json").out)

    assert "2 of 8 features shown" in ran.out
    assert record["survey"]["features"] == 8


def test_an_only_that_nothing_fits_shows_an_empty_table(run: Runner) -> None:
    """In every format, with a heading."""
    for form in ("table", "markdown"):
        ran = run("classify", SURVEY, "--only", "reverse", "-f", form)
        assert ran.code == 0
        assert "Feature" in ran.out
        assert "0 of 8 features shown" in ran.out
    rows = list(csv.reader(io.StringIO(run("classify", SURVEY, "--only", "R", "-f", "csv").out)))
    assert len(rows) == 1


@pytest.mark.parametrize("rule", ["mode", "block", "near-tie", "quadrant"])
def test_a_rule_chooses_among_the_four_that_are_always_computed(rule: str, features: Any) -> None:  # noqa: ANN401
    """Its own result is the category."""
    found = features("--rule", rule, "--sort", "file")

    assert [f["category"] for f in found] == [f["rules"][rule] for f in found]
    assert [f["rules"] for f in found] == [f["rules"] for f in features("--sort", "file")]


def test_a_table_changes_the_counts_and_is_named(run: Runner, features: Any) -> None:  # noqa: ANN401
    """Pouliot's only moves indifferent to questionable."""
    standard, pouliot = features("--sort", "file"), features("--table", "pouliot", "--sort", "file")

    for one, other in zip(standard, pouliot, strict=True):
        moved = one["counts"]["indifferent"] - other["counts"]["indifferent"]
        assert moved >= 0
        assert other["counts"]["questionable"] - one["counts"]["questionable"] == moved
    assert "pouliot table, rule mode" in run("classify", SURVEY, "--table", "pouliot").out


def test_a_table_on_the_line_wins_over_the_questionnaire_s(tmp_path: Path, features: Any) -> None:  # noqa: ANN401
    """Which wins over the default."""
    text = (ENGLISH / "questionnaire.yaml").read_text("utf-8")
    asked = tmp_path / "study.yaml"
    asked.write_text(text.replace("table: standard", "table: pouliot"), "utf-8")

    declared = features("-q", asked)
    assert declared == features(*WORDS, "--table", "pouliot")
    assert features("-q", asked, "--table", "standard") == features(*WORDS)


def test_a_confidence_widens_the_intervals(features: Any) -> None:  # noqa: ANN401
    """And nothing else of the coefficients."""
    usual, sure = features(), features("--confidence", "0.99")

    for one, other in zip(usual, sure, strict=True):
        assert one["better"] == other["better"]
        assert other["better_interval"][0] < one["better_interval"][0]
        assert other["better_interval"][1] > one["better_interval"][1]


@pytest.mark.parametrize("level", ["0", "1", "95", "-0.5", "nan", "1e9", "0.9999999999999999"])
def test_a_confidence_outside_0_to_1_is_refused(level: str, run: Runner) -> None:
    """95 is not 0.95."""
    ran = run("classify", SURVEY, f"--confidence={level}")

    assert (ran.code, ran.out) == (2, "")
    assert "is not between 0 and 1\nhint: write 0.95 for 95 %" in ran.err


@pytest.mark.parametrize(
    ("option", "word", "hint"),
    [
        ("--table", "poulliot", 'hint: did you mean "pouliot"? choose from standard, pouliot'),
        ("--rule", "neartie", 'hint: did you mean "near-tie"? choose from mode, block'),
        ("--sort", "qqqq", "hint: choose from category, stack, worse"),
        ("--lang", "xx", "hint: it speaks en, nl"),
    ],
)
def test_a_word_that_is_not_known_is_refused_with_those_that_are(
    option: str, word: str, hint: str, run: Runner
) -> None:
    """And the nearest of them."""
    ran = run("classify", SURVEY, option, word)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kano: error: {option}: ")
    assert hint in ran.err


@pytest.mark.parametrize(("options", "kind"), [((), "wilson"), (("--simultaneous",), "goodman")])
def test_the_option_reaches_the_json(options: tuple[str, ...], kind: str, run: Runner) -> None:
    """As the Python call does."""
    ran = run("classify", ENGLISH / "survey.csv", "-f", "json", *options)
    record = json.loads(ran.out)
    same = classify(ENGLISH / "survey.csv", simultaneous=bool(options))

    assert record["settings"]["intervals"] == kind == same.settings.intervals
    assert record["features"][0]["share_intervals"]["basic"] == list(
        same.features[0].share_intervals[0]
    )
