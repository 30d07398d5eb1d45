"""Each sample tells its story, from either file, with or without its questionnaire."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kano_cli import classify
from kano_cli.core.result import KanoResult
from kano_cli.renderers.data.json import as_record

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("mobile-provider-nl", "mobile-journey-nl", "saas-en")
TOLD = ("id", "name", "category", "runner_up", "mixed", "answered", "counts")
STORIES = {
    "mobile-provider-nl": {
        "Stabiele verbinding": "basic",
        "Heldere gesprekskwaliteit": "basic",
        "Begrijpelijke factuur": "basic / performance",
        "Snelheid mobiel internet": "performance",
        "Grootte van de databundel": "performance",
        "2 GB extra als bedankje": "wow",
        "Persoonlijk welkom": "wow / indifferent",
        "Papieren jaaroverzicht": "indifferent",
        "Wekelijkse promotie-sms": "reverse",
    },
    "mobile-journey-nl": {
        "Stabiele verbinding": "basic",
        "Nummerbehoud": "basic",
        "Begrijpelijke factuur": "basic",
        "Totaalprijs vooraf": "basic",
        "Bericht bij een bijna lege bundel": "basic",
        "Korte wachttijd": "performance",
        "Snelheid mobiel internet": "performance",
        "GB's gaan mee": "wow",
        "2 GB extra als bedankje": "wow",
        "Opzegservice": "wow / performance",
        "Terugbellen op uw tijd": "wow",
        "Eerlijk advies": "wow",
        "Persoonlijk welkom": "wow",
        "Koffie in de winkel": "indifferent",
    },
    "saas-en": {
        "Dark mode": "basic",
        "Audit log": "basic",
        "Faster search": "performance",
        "Keyboard shortcuts": "performance",
        "Offline mode": "wow",
        "AI writing suggestions": "wow",
        "Single sign-on": "indifferent / basic",
        "Weekly digest mail": "indifferent",
    },
}


def of(sample: str, file: str) -> KanoResult:
    """A sample, read with its questionnaire."""
    folder = SAMPLES / sample
    return classify(folder / file, questionnaire=folder / "questionnaire.yaml")


def told(result: KanoResult) -> list[dict[str, Any]]:
    """What an expected result holds of each feature, in the order of the ranking."""
    features = as_record(result)["features"]
    return [{key: feature[key] for key in TOLD} for feature in features]


@pytest.mark.parametrize("sample", NAMES)
def test_every_feature_turns_out_as_the_story_says(sample: str) -> None:
    """Basic, performance, wow, indifferent, reverse and mixed are all there to see."""
    result = of(sample, "survey.csv")

    said = {}
    for feature in result.features:
        words = [feature.category, feature.runner_up] if feature.mixed else [feature.category]
        said[feature.name] = " / ".join(word.word for word in words if word is not None)
    assert said == STORIES[sample]


@pytest.mark.parametrize("sample", NAMES)
@pytest.mark.parametrize("file", ["survey.csv", "survey.xlsx"])
def test_a_sample_gives_its_expected_result(sample: str, file: str) -> None:
    """From the text file and from the workbook."""
    expected = json.loads((SAMPLES / sample / "expected.json").read_text("utf-8"))

    assert told(of(sample, file)) == expected


@pytest.mark.parametrize("sample", NAMES)
def test_without_its_questionnaire_only_names_may_differ(sample: str) -> None:
    """The file says everything else itself."""
    plain = classify(SAMPLES / sample / "survey.csv", sort="file")
    asked = classify(
        SAMPLES / sample / "survey.csv",
        questionnaire=SAMPLES / sample / "questionnaire.yaml",
        sort="file",
    )

    assert {f.answers for f in plain.features} == {f.answers for f in asked.features}


# Counted by hand for the test: the wording of both samples, and the standard table.
ANSWERS = [
    {"I like it", "Dat vind ik fijn"},
    {"I expect it", "Dat verwacht ik"},
    {"I am neutral", "Dat maakt mij niet uit"},
    {"I can tolerate it", "Daar kan ik mee leven"},
    {"I dislike it", "Dat vind ik vervelend"},
]
STANDARD = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]


@pytest.mark.parametrize("sample", NAMES)
def test_twenty_lines_of_other_code_count_the_same(sample: str) -> None:
    """The expected result does not rest on kano alone."""
    path = SAMPLES / sample / "survey.csv"
    text = path.read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";" if "nl" in sample else ","))
    expected = {feature.name: feature.counts for feature in of(sample, "survey.csv").features}
    asked = {f.id: f.name for f in of(sample, "survey.csv").features}

    for identity, name in asked.items():
        letters = dict.fromkeys("MOAIRQ", 0)
        if "nl" in sample:
            columns = [f"Hoe vindt u het als dit er {w} is? [{name}]" for w in ("wel", "niet")]
        else:
            columns = [f"{identity}_functional", f"{identity}_dysfunctional"]
        for row in rows:
            places = [[at for at, a in enumerate(ANSWERS) if row[c] in a] for c in columns]
            if all(places):
                letters[STANDARD[places[0][0]][places[1][0]]] += 1
        assert tuple(letters.values()) == expected[name]


if __name__ == "__main__":
    for each in NAMES:
        text = json.dumps(told(of(each, "survey.csv")), ensure_ascii=False, indent=1)
        (SAMPLES / each / "expected.json").write_text(text + "\n", "utf-8")
