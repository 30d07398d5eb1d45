"""The rules on pairs of questions as people write them, in English and Dutch."""

import pytest

from tests.checks.wording.corpus import FILES, Pair, pairs

ALL = [pair for language in FILES for pair in pairs(language)]


@pytest.mark.parametrize("pair", ALL, ids=lambda pair: f"{pair.language} {pair.functional[-40:]}")
def test_a_pair_gets_the_codes_that_are_written_beside_it(pair: Pair) -> None:
    """Also where they are wrong, so that it shows when a rule gets better."""
    assert {verdict.finding.code for verdict in pair.verdicts()} == pair.given


@pytest.mark.parametrize("language", FILES)
def test_there_are_pairs_enough_and_few_false_alarms(language: str) -> None:
    """A false alarm is worse than a miss: of what is found nine in ten is deserved."""
    known = pairs(language)
    found = sum(len(pair.given) for pair in known)
    right = sum(len(pair.given & pair.deserved) for pair in known)

    assert len(known) >= 150
    assert sum(not pair.deserved for pair in known) >= 80
    assert 10 * right >= 9 * found
