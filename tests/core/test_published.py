"""Every number that a published table prints, and every number that follows from its counts."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest

from kano_cli.core.categories import Category, Ints
from kano_cli.core.certainty import certainty
from kano_cli.core.coefficients import better, worse
from kano_cli.core.intervals import CONFIDENCE, better_interval, worse_interval
from kano_cli.core.rules import RULES, mode
from kano_cli.core.shares import answered, classified, shares
from kano_cli.core.significance import distinct, equal_shares, fong, mixed, top_two_p
from kano_cli.core.strength import category_strength, top_two, total_strength
from tests.core.published import Row, answer_rows, close, counted_rows, flat

Measures: TypeAlias = Mapping[str, Callable[[Ints], object]]

ROWS = [*counted_rows(), *answer_rows()]
PRINTED = [row for row in ROWS if row.printed]


def word(code: int) -> str | None:
    """The category as the files spell it."""
    return Category(code).word if code >= 0 else None


def by_rule(counts: Ints) -> Mapping[str, str | None]:
    """What each of the four rules says."""
    return {name: word(rule(counts)[0]) for name, rule in RULES.items()}


def fong_record(counts: Ints) -> Mapping[str, object]:
    """Fong's test with everything it rests on."""
    test = fong(counts)[0]
    assert test is not None
    return {
        "a": test.a,
        "b": test.b,
        "n": test.n,
        "difference": test.difference,
        "bound": test.bound,
        "distinct": test.distinct,
        "word": "sig." if test.distinct else "ns",
    }


def chi_square(counts: Ints) -> Mapping[str, float]:
    """The test against equal shares."""
    statistic, p_value = equal_shares(counts)
    return {"statistic": statistic[0], "df": 3, "p_value": p_value[0]}


def named_top_two(counts: Ints) -> list[str | None]:
    """The two rivals by name."""
    two = top_two(counts)
    return [word(two.first[0]), word(two.second[0])]


MEASURES: Measures = {
    "answered": lambda counts: answered(counts)[0],
    "classified": lambda counts: classified(counts)[0],
    "counts": lambda counts: counts[0].tolist(),
    "percent": lambda counts: (100 * shares(counts)[0]).tolist(),
    "rules": by_rule,
    "better": lambda counts: better(counts)[0],
    "worse": lambda counts: worse(counts)[0],
    "better_interval": lambda counts: better_interval(counts)[0].tolist(),
    "worse_interval": lambda counts: worse_interval(counts)[0].tolist(),
    "total_strength": lambda counts: total_strength(counts)[0],
    "category_strength": lambda counts: category_strength(counts)[0],
    "top_two": named_top_two,
    "p_value": lambda counts: top_two_p(counts)[0],
    "distinct": lambda counts: bool(distinct(top_two_p(counts), CONFIDENCE)[0]),
    "mixed": lambda counts: bool(mixed(counts, CONFIDENCE)[0]),
    "fong": fong_record,
    "chi_square_equal_shares": chi_square,
    "certainty": lambda counts: certainty(counts)[0, mode(counts)[0]],
}


def ids(rows: list[Row]) -> list[str]:
    """Each row by the name it has in its file."""
    return [row.id for row in rows]


@pytest.mark.parametrize("row", PRINTED, ids=ids(PRINTED))
def test_what_was_printed_comes_out_to_its_last_digit(row: Row) -> None:
    """Within the tolerance that its file states; without one, exactly."""
    printed = flat({name: value for name, value in row.printed.items() if name != "category"})
    statistic: Measures = {"chi_square_equal_shares": lambda counts: equal_shares(counts)[0][0]}
    measures = {**MEASURES, **statistic}

    found = flat({name: measures[name](row.counts) for name in row.printed if name != "category"})

    for name, value in printed.items():
        limit = row.tolerance.get(name, row.tolerance.get(name.partition(".")[0], 0))
        assert found[name] == close(value, within=limit), name


@pytest.mark.parametrize("row", PRINTED, ids=ids(PRINTED))
def test_the_printed_category_comes_out(row: Row) -> None:
    """By the rule of the source; where it gives two, each gives its own."""
    rules = [name for name in RULES if name in row.rule.split(" and ")]

    found = {name: word(RULES[name](row.counts)[0]) for name in rules}

    assert found == row.printed.get("rules", dict.fromkeys(rules, row.printed.get("category")))


@pytest.mark.parametrize("row", ROWS, ids=ids(ROWS))
def test_what_follows_from_the_counts_is_what_two_other_programs_found(row: Row) -> None:
    """All ten digits of it; of the certainty, which is an integral, six."""
    expected = flat(row.computed)

    found = flat({name: MEASURES[name](row.counts) for name in row.computed})

    for name, value in expected.items():
        limit = {"within": 1e-6} if name == "certainty" else {"rel": 1e-9}
        assert found[name] == close(value, **limit), name


def test_every_source_with_a_distribution_is_among_the_rows() -> None:
    """So that a file is never loaded into nothing."""
    found = [row.id.split("-")[0] for row in ROWS]

    assert {source: found.count(source) for source in found} == {
        "berger": 9,
        "sauerwein": 6,
        "stp25kano": 5,
        "proofofthepudding": 2,
        "kanosurveys": 1,
        "reppel": 12,
    }
