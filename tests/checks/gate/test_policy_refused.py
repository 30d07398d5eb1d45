"""Every mistake in a policy, word for word, with its line and column."""

from pathlib import Path

import pytest

from kano_cli.checks.gate.policy.file import parse_policy, read_policy
from kano_cli.errors import KanoError

START = "kano_policy: 1\n"


@pytest.mark.parametrize(("limit", "refused"), [("0", False), ("0.99", True), ("1", False)])
def test_a_share_is_no_percentage_of_certainty(limit: str, refused: bool) -> None:
    """0.8 would make every category decided; a small limit of others is a wish."""
    parse_policy(START + f"rules: {{too-questionable: {{limit: {limit}}}}}\n")
    text = START + f"rules: {{too-uncertain: {{limit: {limit}}}}}\n"
    if refused:
        assert "must be in percent, such as 80 and not 0.8" in refusal(text)
    else:
        assert parse_policy(text).limit("K404") == float(limit)


def refusal(text: str) -> str:
    """What is said of a mistake in a policy, without the file's name."""
    with pytest.raises(KanoError) as refused:
        parse_policy(text, "p.yaml")
    return str(refused.value).removeprefix("p.yaml").removeprefix(", ")


FORMAT = "begin with the line: kano_policy: 1"
KEYS = "the keys are kano_policy, survey_date, release, delivered, priorities, features, rules"
DATE = "write year-month-day, such as 2026-05-01"
NUMBER = "write a number without a unit, with a point for decimals"
LEVELS = 'choose from "error", "warning", "off"'
BAD = [
    ("", "", "is empty", FORMAT),
    ("- a\n", "line 1, column 1", "a policy must be keys with values", "such as  kano_policy: 1"),
    (
        "release: 3\n",
        "line 1, column 1",
        "the key kano_policy is missing, which says that this is a policy",
        FORMAT,
    ),
    (
        "kano: 1\nfeatures: [{name: A}]\n",
        "line 1, column 1",
        "is a questionnaire and no policy",
        "check it with kano check, or begin a policy with the line: kano_policy: 1",
    ),
    (
        "kano_policy: 2\n",
        "line 1, column 14",
        "this version of kano knows the format 1 only",
        "write: kano_policy: 1",
    ),
    (
        START + "rule: {}\n",
        "line 2, column 1",
        'there is no key "rule" here',
        f'did you mean "rules"? {KEYS}',
    ),
    (
        START + "kano: 1\n",
        "line 2, column 1",
        'there is no key "kano" here',
        f'did you mean "kano_policy"? {KEYS}',
    ),
    (
        START + "rules: off\n",
        "line 2, column 8",
        "rules must be keys with values",
        "such as  too-few-answers: error",
    ),
    (
        START + "rules:\n  to-few-answers: off\n",
        "line 3, column 3",
        'there is no rule "to-few-answers"',
        'did you mean "too-few-answers"? kano policy show has them all',
    ),
    (
        START + "rules:\n  K499x: off\n",
        "line 3, column 3",
        'there is no rule "K499x"',
        'did you mean "K449"? kano policy show has them all',
    ),
    (
        START + "rules:\n  no-wow: error\n  k414: off\n",
        "line 4, column 3",
        "the rule no-wow stands here twice, as K414 and by its name",
        "remove one",
    ),
    (
        START + "rules:\n  no-wow: error\n  no-wow: off\n",
        "line 4, column 3",
        'the key "no-wow" stands here twice',
        "remove one",
    ),
    (
        START + "rules:\n  no-wow: Off\n",
        "line 3, column 11",
        'there is no level "Off"',
        f'did you mean "off"? {LEVELS}',
    ),
    (
        START + "rules:\n  no-wow: {level: fatal}\n",
        "line 3, column 19",
        'there is no level "fatal"',
        LEVELS,
    ),
    (
        START + "rules:\n  no-wow:\n",
        "line 3, column 10",
        "level is empty",
        "write a text there, or remove the key",
    ),
    (
        START + "rules:\n  no-wow: [off]\n",
        "line 3, column 11",
        "no-wow must be a level, or keys with values",
        "write: no-wow: error",
    ),
    (
        START + "rules:\n  too-old: 365\n",
        "line 3, column 12",
        "too-old needs a level here, and this is a number",
        "write: too-old: {limit: 365}",
    ),
    (
        START + "rules:\n  no-wow: {limit: 3}\n",
        "line 3, column 12",
        "no-wow has no limit",
        "its keys are level",
    ),
    (
        START + "rules:\n  too-many-wows: {priority: High}\n",
        "line 3, column 19",
        "too-many-wows has no priority",
        "its keys are level, limit",
    ),
    (
        START + "rules:\n  indifferent-planned: {limit: 3}\n",
        "line 3, column 25",
        "indifferent-planned has no limit",
        "its keys are level, priority, size",
    ),
    (
        START + "rules:\n  too-old: {limits: 3}\n",
        "line 3, column 13",
        'there is no key "limits" here',
        'did you mean "limit"? the keys are level, limit',
    ),
    (
        START + "rules:\n  too-old: {limit: 1.5}\n",
        "line 3, column 20",
        'limit must be a whole number from 0 on, and is "1.5"',
        f"{NUMBER}, such as limit: 730",
    ),
    (
        START + "rules:\n  too-few-answers: {limit: -1}\n",
        "line 3, column 28",
        'limit must be a whole number from 0 on, and is "-1"',
        f"{NUMBER}, such as limit: 30",
    ),
    (
        START + "rules:\n  too-uncertain: {limit: 80 %}\n",
        "line 3, column 26",
        'limit must be a number from 0 to 100, and is "80 %"',
        f"{NUMBER}, such as limit: 80",
    ),
    (
        START + "rules:\n  too-uncertain: {limit: 100.5}\n",
        "line 3, column 26",
        'limit must be a number from 0 to 100, and is "100.5"',
        f"{NUMBER}, such as limit: 80",
    ),
    (
        START + 'rules:\n  too-uncertain: {limit: "82,5"}\n',
        "line 3, column 26",
        'limit must be a number from 0 to 100, and is "82,5"',
        f"{NUMBER}, such as limit: 80",
    ),
    (
        START + "rules:\n  too-uncertain: {limit: nan}\n",
        "line 3, column 26",
        'limit must be a number from 0 to 100, and is "nan"',
        f"{NUMBER}, such as limit: 80",
    ),
    (
        START + "rules:\n  order-contradicts: {limit: -1.1}\n",
        "line 3, column 30",
        'limit must be a number from -1 to 1, and is "-1.1"',
        f"{NUMBER}, such as limit: 0",
    ),
    (
        START + "rules:\n  coefficient-moved: {limit: 10}\n",
        "line 3, column 30",
        'limit must be a number from 0 to 1, and is "10"',
        f"{NUMBER}, such as limit: 0.1",
    ),
    (
        START + "rules:\n  indifferent-planned: {size: big}\n",
        "line 3, column 31",
        'size must be a number from 0 on, and is "big"',
        NUMBER,
    ),
    (START + "survey_date: 1/5/2026\n", "line 2, column 14", '"1/5/2026" is no date', DATE),
    (START + "survey_date: 2026-02-29\n", "line 2, column 14", '"2026-02-29" is no date', DATE),
    (START + "survey_date: 20260501\n", "line 2, column 14", '"20260501" is no date', DATE),
    (START + "survey_date: 2026-W18-5\n", "line 2, column 14", '"2026-W18-5" is no date', DATE),
    (
        START + "release: [a]\n",
        "line 2, column 10",
        "release must be a single text",
        "write: release: some text",
    ),
    (
        START + "delivered:\n  - a\n  - {b: c}\n",
        "line 4, column 5",
        "delivered must be a single text",
        "write: delivered: some text",
    ),
    (
        START + "priorities: [High, Low, high]\n",
        "line 2, column 25",
        'the priority "high" stands here twice',
        "name each once, the most urgent first",
    ),
    (
        START + "priorities: [High, Low]\nrules:\n  indifferent-planned: {priority: Hihg}\n",
        "line 4, column 35",
        'there is no priority "Hihg" in this policy',
        'did you mean "High"? choose from "High", "Low", as under priorities:',
    ),
    (
        START + "features: [a]\n",
        "line 2, column 11",
        "features must be keys with values",
        "such as  features: {KANO-12: dark_mode}",
    ),
    (
        START + 'features: {" ": a}\n',
        "line 2, column 12",
        "the id of an item is empty",
        "such as  KANO-12: dark_mode",
    ),
    (
        START + "features: {KANO-12: []}\n",
        "line 2, column 21",
        "KANO-12 is an empty list",
        "write a text there",
    ),
    (
        START + "features: &a {KANO-12: b}\n",
        "line 2, column 11",
        "anchors and aliases (& and *) are not allowed",
        "write the value out; a text that begins with & or * needs quotes",
    ),
]


@pytest.mark.parametrize(("text", "place", "message", "hint"), BAD)
def test_a_mistake_is_told_with_its_place(text: str, place: str, message: str, hint: str) -> None:
    """And with what to write instead."""
    where = f"{place}: " if place else ": "
    assert refusal(text) == f"{where}{message}\nhint: {hint}"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, nothing, no text."""
    with pytest.raises(KanoError, match="is a folder, not a policy"):
        read_policy(tmp_path)
    with pytest.raises(KanoError, match="there is no such file"):
        read_policy(tmp_path / "none.yaml")
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"kano_policy: 1\nrelease: caf\xe9\n")
    with pytest.raises(KanoError, match="line 2: is not UTF-8 text"):
        read_policy(path)
