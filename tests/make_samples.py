"""Write the two surveys under `samples/`: invented answers, counted out so that the story is sure.

Run ``python tests/make_samples.py``. The same seed gives the same answers each time. How often
each pair of answers occurs is fixed below; only who gave which pair is drawn.
"""

import csv
import datetime as dt
import io
import random
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.extended import ExtendedProperties
from openpyxl.xml.functions import tostring

ROOT = Path(__file__).resolve().parent.parent
SEED = 98  # picked so that only single sign-on differs between segments
WRITTEN = dt.datetime(2026, 10, 5, 9, 31, tzinfo=dt.UTC)

Pair = tuple[int, int]
Person = dict[str, str | int]
Questionnaire = dict[str, Any]

ENGLISH = ("", "I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it")
DUTCH = (
    *("", "Dat vind ik fijn", "Dat verwacht ik", "Dat maakt mij niet uit"),
    *("Daar kan ik mee leven", "Dat vind ik vervelend"),
)
IMPORTANCE = (
    *("1 - Not at all important", "2", "3 - Somewhat important", "4", "5 - Important"),
    *("6", "7 - Very important", "8", "9 - Extremely important"),
)

# How many people gave each pair of answers: functional answers down, dysfunctional across, each
# in the order like, must-be, neutral, live-with, dislike. Half-answered pairs follow one by one:
# 20 is must-be and then nothing. In the comment what the standard table makes of the whole pairs:
# M basic, O performance, A wow, I indifferent, R reverse, Q questionable.
MOBILE = {
    # M 152, O 58, A 9, I 17, R 1, Q 3
    "stable_line": "2 1 3 5 58  0 3 2 3 112  1 1 4 1 32  0 0 1 2 8  0 0 0 0 1",
    # M 116, O 78, A 14, I 27, R 1, Q 4
    "clear_call": "3 2 4 8 78  0 4 3 5 84  1 2 6 2 25  0 1 2 2 7  0 0 0 0 1",
    # M 88, O 79, A 26, I 39, R 2, Q 5: basic or performance
    "clear_bill": "2 4 9 13 79  1 3 6 9 52  0 2 8 4 27  1 1 3 3 9  0 0 0 0 3  20",
    # M 40, O 122, A 49, I 22, R 2, Q 5
    "data_speed": "4 9 14 26 122  0 3 4 3 21  1 1 5 2 14  0 0 2 2 5  1 0 0 0 1",
    # M 34, O 108, A 62, I 28, R 3, Q 5
    "data_size": "4 8 24 30 108  1 3 3 4 16  1 2 8 3 12  0 0 3 2 6  0 0 1 0 1",
    # M 5, O 20, A 158, I 48, R 5, Q 4
    "thank_you_gb": "3 24 91 43 20  0 2 4 2 2  2 3 26 6 2  0 0 3 2 1  1 0 2 0 1",
    # M 8, O 24, A 98, I 94, R 10, Q 4: wow or indifferent
    "welcome": "3 12 58 28 24  1 4 6 5 4  2 4 52 12 3  0 1 5 5 1  3 1 2 1 1  30 03",
    # M 12, O 8, A 25, I 150, R 40, Q 5
    "paper_summary": "3 4 15 6 8  2 6 10 5 6  11 6 88 14 4  3 1 12 8 2  12 3 7 2 2",
    # M 2, O 5, A 12, I 38, R 178, Q 5
    "promo_sms": "2 2 7 3 5  1 1 2 1 1  14 2 18 3 1  17 3 5 3 0  98 21 22 5 3",
}

SAAS = {
    # M 78, O 47, A 18, I 27, R 3, Q 4
    "dark_mode": "2 4 6 8 47  0 3 3 3 46  1 1 9 3 25  0 0 2 3 7  1 0 1 0 2  10",
    # M 84, O 34, A 17, I 38, R 2, Q 3
    "audit_log": "2 4 7 6 34  0 4 4 4 52  1 2 14 4 25  0 0 3 3 7  0 0 1 0 1",
    # M 34, O 72, A 41, I 25, R 1, Q 4
    "shortcuts": "3 7 16 18 72  0 3 3 3 20  1 1 8 2 10  0 0 3 2 4  0 0 0 0 1  05",
    # M 6, O 8, A 24, I 92, R 42, Q 4
    "weekly_digest": "2 3 16 5 8  1 3 5 3 3  9 3 56 7 2  4 1 8 6 1  17 3 7 1 2  30 01",
    # M 6, O 28, A 86, I 40, R 13, Q 5
    "ai_writing": "3 12 48 26 28  0 2 3 2 3  2 2 20 4 2  1 0 4 3 1  6 1 3 0 2",
    # M 40, O 92, A 29, I 13, R 1, Q 3
    "fast_search": "2 4 8 17 92  0 2 2 2 28  0 1 3 1 10  0 0 1 1 2  1 0 0 0 1",
    # M 12, O 42, A 79, I 38, R 2, Q 4
    "offline_mode": "2 11 42 26 42  0 2 3 3 7  1 2 18 4 4  0 0 3 3 1  0 0 1 0 2  10",
}
# Together M 61, O 20, A 24, I 66, R 3, Q 4: undecided, until one asks which plan.
SINGLE_SIGN_ON = {
    # M 9, O 5, A 15, I 46, R 2, Q 2
    "Free": "1 2 9 4 5  0 3 3 2 4  1 3 24 3 3  0 0 4 4 2  0 0 1 0 1",
    # M 26, O 9, A 8, I 14, R 1, Q 1
    "Team": "1 1 3 4 9  0 2 2 1 16  1 1 4 1 8  0 0 2 1 2  0 0 0 0 0",
    # M 26, O 6, A 1, I 6, R 0, Q 1
    "Enterprise": "0 0 0 1 6  0 1 1 1 19  0 0 2 0 6  0 0 0 1 1  0 0 0 0 1",
}
DYSFUNCTIONAL_FIRST = "offline_mode"
NO_IMPORTANCE = 0.02


def pairs(grid: str) -> list[Pair]:
    """Every pair of answers in `grid`, as often as it says; 0 is no answer."""
    cells = [(row, column) for row in range(1, 6) for column in range(1, 6)]
    counts, halves = grid.split()[: len(cells)], grid.split()[len(cells) :]
    whole = [cell for cell, count in zip(cells, counts, strict=True) for _ in range(int(count))]
    return whole + [(int(half[0]), int(half[1])) for half in halves]


def dealt(rng: random.Random, grid: str, to: Iterable[int]) -> dict[int, Pair]:
    """One pair out of `grid` for each respondent in `to`, none left over."""
    shuffled = pairs(grid)
    rng.shuffle(shuffled)
    return dict(zip(to, shuffled, strict=True))


def spread(rng: random.Random, groups: Mapping[str, int]) -> list[str]:
    """Each group's name as often as `groups` says, in a drawn order."""
    names = [name for name, size in groups.items() for _ in range(size)]
    rng.shuffle(names)
    return names


def importance(rng: random.Random, pair: Pair) -> str:
    """What somebody who answered `pair` ticks from 1 to 9; who misses it more ticks higher."""
    if rng.random() < NO_IMPORTANCE:
        return ""
    middle = (4, 2, 3, 4, 5, 7)[pair[1]] + (pair[0] == 1)
    ticked = middle + rng.choice((-2, -1, -1, 0, 0, 0, 1, 1, 2))
    return IMPORTANCE[min(max(ticked, 1), 9) - 1]


def mobile_provider(features: Sequence[Mapping[str, str]]) -> list[Person]:
    """240 customers in the shape of a form with two grids: all with, then all without."""
    rng = random.Random(SEED)
    plans = spread(rng, {"Sim only": 110, "Toestel erbij": 85, "Prepaid": 45})
    ages = spread(rng, {"18-34": 80, "35-54": 95, "55+": 65})
    answers = {key: dealt(rng, grid, range(len(plans))) for key, grid in MOBILE.items()}
    people: list[Person] = []
    now = WRITTEN
    for number, (plan, age) in enumerate(zip(plans, ages, strict=True)):
        person: Person = {"Tijdstempel": f"{now.day}-{now.month}-{now.year} {now.hour}:{now:%M:%S}"}
        for side, word in enumerate(("wel", "niet")):
            for feature in features:
                column = f"Hoe vindt u het als dit er {word} is? [{feature['name']}]"
                person[column] = DUTCH[answers[feature["id"]][number][side]]
        people.append({**person, "Abonnement": plan, "Leeftijd": age})
        now += dt.timedelta(seconds=rng.randint(15, 400))
    return people


def saas(features: Sequence[Mapping[str, str]]) -> list[Person]:
    """180 users, three columns a feature; two of them left every question open."""
    rng = random.Random(SEED + 1)
    plans = spread(rng, {"Free": 80, "Team": 60, "Enterprise": 40})
    roles = spread(rng, {"Admin": 40, "Member": 95, "Developer": 45})
    silent = {plans.index("Free", 30), plans.index("Team", 120)}
    asked = [number for number in range(len(plans)) if number not in silent]
    answers = {key: dealt(rng, grid, asked) for key, grid in SAAS.items()}
    answers["single_sign_on"] = {}
    for plan, grid in SINGLE_SIGN_ON.items():
        members = [number for number in asked if plans[number] == plan]
        answers["single_sign_on"] |= dealt(rng, grid, members)
    people: list[Person] = []
    for number, (plan, role) in enumerate(zip(plans, roles, strict=True)):
        person: Person = {"respondent": f"r{number + 1:03}", "Plan": plan, "Role": role}
        for key in (feature["id"] for feature in features):
            pair = answers[key].get(number, (0, 0))
            sides = [("functional", pair[0]), ("dysfunctional", pair[1])]
            for side, code in sides[::-1] if key == DYSFUNCTIONAL_FIRST else sides:
                person[f"{key}_{side}"] = ENGLISH[code]
            person[f"{key}_importance"] = importance(rng, pair) if any(pair) else ""
        people.append(person)
    return people


def shortened(name: str, keys: Iterable[str], **settings: object) -> Questionnaire:
    """The ready questionnaire `name` with only the features `keys`, and `settings` before them."""
    path = ROOT / "questionnaires" / f"{name}.yaml"
    ready: Questionnaire = yaml.safe_load(path.read_text(encoding="utf-8"))
    by_id = {feature["id"]: feature for feature in ready.pop("features")}
    return {**ready, **settings, "features": [by_id[key] for key in keys]}


def as_yaml(questionnaire: Questionnaire) -> str:
    """The questionnaire as text, short lists and mappings on one line."""
    text = f"# Made by tests/{Path(__file__).name}.\n"
    for key, value in questionnaire.items():
        style = False if isinstance(value, str | int) or key == "features" else None
        text += yaml.safe_dump(
            {key: value}, sort_keys=False, allow_unicode=True, width=200, default_flow_style=style
        )
    return text


def as_csv(people: Sequence[Person], delimiter: str, line_end: str, encoding: str) -> bytes:
    """The answers as CSV bytes, a row a person under one header row."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, people[0], delimiter=delimiter, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(people)
    return text.getvalue().encode(encoding)


def as_xlsx(people: Sequence[Person], sheet: str) -> bytes:
    """The same as a workbook of text cells; no clock and no machine goes into it."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in (people[0], *(person.values() for person in people)):
        page.append([None if cell == "" else cell for cell in row])
    page.freeze_panes = "A2"
    saved = io.BytesIO()
    book.save(saved)
    dated = WRITTEN.replace(tzinfo=None)
    properties = DocumentProperties(creator="kano", title="kano", created=dated, modified=dated)
    program = ExtendedProperties()
    program.Application, program.AppVersion = "kano", "1.0"
    ours = {
        "docProps/core.xml": tostring(properties.to_tree()),
        "docProps/app.xml": tostring(program.to_tree()),
    }
    pinned = io.BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(pinned, "w") as target:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, dated.timetuple()[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(entry, ours.get(name) or parts.read(name))
    return pinned.getvalue()


def main() -> None:
    """Rewrite both samples."""
    mobile = shortened("mobile-provider-nl", MOBILE, segments=["Abonnement", "Leeftijd"])
    team = shortened(
        "saas-en",
        [*SAAS, "single_sign_on"],
        importance={"min": 1, "max": 9},
        respondent="respondent",
        segments=["Plan", "Role"],
    )
    customers, users = mobile_provider(mobile["features"]), saas(team["features"])
    files = {
        "mobile-provider-nl/questionnaire.yaml": as_yaml(mobile).encode(),
        "mobile-provider-nl/survey.csv": as_csv(customers, ";", "\r\n", "utf-8-sig"),
        "mobile-provider-nl/survey.xlsx": as_xlsx(customers, "Formulierreacties 1"),
        "saas-en/questionnaire.yaml": as_yaml(team).encode(),
        "saas-en/survey.csv": as_csv(users, ",", "\n", "utf-8"),
        "saas-en/survey.xlsx": as_xlsx(users, "Answers"),
    }
    for name, content in files.items():
        path = ROOT / "samples" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
