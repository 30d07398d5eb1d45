"""What is no baseline, or was edited into none: refused with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kano_cli.analysis import analyse
from kano_cli.checks.gate.baseline.file import MAX_BYTES, parse_baseline, read_baseline
from kano_cli.errors import KanoError
from kano_cli.renderers.data.baseline_json import baseline_json
from kano_cli.renderers.data.json import to_json
from tests.checks.gate.baselines import SURVEYS, made

AGAIN = "write it again: kano baseline SURVEY -o FILE"


Change = Callable[[dict[str, Any]], object]
CELLS = "must be 5 texts of 5 letters out of MOAIRQ, or dots, and is "
SIX = 'must be one of "basic", "performance", "wow", "indifferent", "reverse", "questionable"'
BAD: list[tuple[Change, str, str]] = [
    (lambda r: r.pop("kano_baseline"), "",
     'has no key "kano_baseline", which says that this is a baseline'),
    (lambda r: r.update(kano_baseline=2), "kano_baseline",
     "this version of kano knows the format 1 only"),
    (lambda r: r.update(kano_baseline=True), "kano_baseline",
     "this version of kano knows the format 1 only"),
    (lambda r: r.pop("features"), "", 'has no key "features"'),
    (lambda r: r.update(features={}), "features", "must be a list, and is {}"),
    (lambda r: r.update(features=["A"]), "features[1]", "must be an object with keys"),
    (lambda r: r["features"].append(r["features"][0]), "features",
     'has the feature "dark_mode" twice'),
    (lambda r: r.update(survey=[]), "survey", "must be an object with keys"),
    (lambda r: r["survey"].pop("file"), "survey", 'has no key "file"'),
    (lambda r: r["survey"].update(weighted="no"), "survey.weighted",
     'must be true or false, and is "no"'),
    (lambda r: r["survey"].update(answered_until="1/5/2026"), "survey.answered_until",
     'must be a date such as 2026-05-01, and is "1/5/2026"'),
    (lambda r: r["settings"].update(rule="mod"), "settings.rule",
     'must be one of "mode", "block", "near-tie", "quadrant", and is "mod"'),
    (lambda r: r["settings"].update(confidence=95), "settings.confidence",
     "must be a number from 0 to 1, and is 95"),
    (lambda r: r["settings"].update(prior=-1), "settings.prior",
     "must be a number from 0 on, and is -1"),
    (lambda r: r["settings"]["cells"].pop(), "settings.cells",
     f'{CELLS}["QAAAO", "RIIIM", "RIIIM", "RIIIM"]'),
    (lambda r: r["settings"].update(cells=["XXXXX"] * 5), "settings.cells",
     f'{CELLS}["XXXXX", "XXXXX", "XXXXX", "XXXXX", "X…'),
    (lambda r: r["settings"].update(cells=[1]), "settings.cells",
     "must be a list of texts, and is [1]"),
    (lambda r: r["answers"]["functional"].update(maybe=["x"]), "answers.functional",
     'there is no answer "maybe"'),
    (lambda r: r["features"][1].pop("id"), "features[2]", 'has no key "id"'),
    (lambda r: r["features"][1].update(name=3), "features[2].name", "must be a text, and is 3"),
    (lambda r: r["features"][0].update(category="A"), "features[1].category",
     f'{SIX}, and is "A"'),
    (lambda r: r["features"][0].update(certainty=1.5), "features[1].certainty",
     "must be a number from 0 to 1, and is 1.5"),
    (lambda r: r["features"][0]["counts"].pop("wow"), "features[1].counts", 'has no key "wow"'),
    (lambda r: r["features"][0]["counts"].update(wow=True), "features[1].counts.wow",
     "must be a number, and is true"),
    (lambda r: r["features"][0]["counts"].update(wow=-1), "features[1].counts.wow",
     "must be a number from 0 on, and is -1"),
    (lambda r: r["features"][0]["counts"].update(wow=10**400), "features[1].counts.wow",
     "must be a number from 0 on, and is 100000000000000000000000000000000000000…"),
    (lambda r: r["features"][0].update(better_interval=[0.1]), "features[1].better_interval",
     "must be a list of 2 numbers, and is [0.1]"),
    (lambda r: r["features"][0].update(effective_n="few"), "features[1].effective_n",
     'must be a number, and is "few"'),
]  # fmt: skip


@pytest.mark.parametrize(("change", "path", "message"), BAD)
def test_a_mistake_is_told_with_its_place(change: Change, path: str, message: str) -> None:
    """Where it stands, as programs write it, and what mends it."""
    record = json.loads(baseline_json(made("plain")))
    change(record)
    with pytest.raises(KanoError) as refused:
        parse_baseline(json.dumps(record), "b.json")

    place = f"b.json, {path}" if path else "b.json"
    assert str(refused.value) == f"{place}: {message}\nhint: {AGAIN}"


BROKEN = [
    ("", "b.json, line 1, column 1: is no JSON: expecting value"),
    ('{"kano_baseline": 1', "b.json, line 1, column 20: is no JSON: expecting ',' delimiter"),
    ("[]", "b.json: must be an object with keys"),
    ("1", "b.json: must be an object with keys"),
    ('{"a": 1, "a": 2}', 'b.json: has the key "a" twice'),
    ('{"b": [{"a": 1, "a": 1}]}', 'b.json: has the key "a" twice'),
    ('{"kano_baseline": NaN}', "b.json: holds NaN, which is no number"),
    ("[" * 100_000, "b.json: is nested too deep"),
    ('{"kano_baseline": ' + "9" * 5000 + "}", "b.json: holds a number that is too long"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_json_is_refused(text: str, message: str) -> None:
    """Never a traceback."""
    with pytest.raises(KanoError) as refused:
        parse_baseline(text, "b.json")

    assert str(refused.value) == f"{message}\nhint: {AGAIN}"


def test_a_result_given_by_mistake_is_called_by_its_name() -> None:
    """It is JSON of kano, too."""
    survey = SURVEYS["plain"]
    with pytest.raises(KanoError) as refused:
        parse_baseline(to_json(analyse(survey)), "r.json")

    assert str(refused.value) == (
        "r.json: is a result in JSON, and no baseline\n"
        "hint: make one of the survey: kano baseline SURVEY -o FILE"
    )


def test_files_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    """A folder, nothing, something huge, no text; what can be read is named as it was typed."""
    path = tmp_path / "b.json"
    with pytest.raises(KanoError, match="is a folder, not a baseline"):
        read_baseline(tmp_path)
    with pytest.raises(KanoError, match="there is no such file\nhint: make it first"):
        read_baseline(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KanoError, match="is not UTF-8 text"):
        read_baseline(path)
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(KanoError, match="is larger than 20 MB, as no baseline is"):
        read_baseline(path)
    path.write_text("\ufeff" + baseline_json(made("plain")), "utf-8")
    assert read_baseline(str(path)).file == str(path)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_changed_is_read_or_refused(data: st.DataObject) -> None:
    """Any value in the place of another: a record or two lines, and never a traceback."""
    record: Any = json.loads(baseline_json(made("plain")))
    holder = record
    while True:
        keys = range(len(holder)) if isinstance(holder, list) else sorted(holder)
        key = data.draw(st.sampled_from(keys))
        if not isinstance(holder[key], dict | list) or not holder[key] or data.draw(st.booleans()):
            break
        holder = holder[key]
    holder[key] = data.draw(VALUES)
    refused: KanoError | None = None
    try:
        parse_baseline(json.dumps(record), "b.json")
    except KanoError as mistake:
        refused = mistake
    if refused:
        assert refused.place.startswith("b.json")
        assert refused.hint
