"""Write the answers of `samples/mobile-journey-nl/`, invented so that the story is sure.

Run ``python tests/make_journey_sample.py``. The questionnaire there is written by hand; names and
columns come from it. How many people stand in each category, and how often each rating is given,
is counted out below; only who gave which is drawn, and in a good mood one rates everything somewhat
higher. The same seed gives the same answers each time.
"""

import datetime as dt
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import NormalDist

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # where this file is run by itself
    sys.path.insert(0, str(ROOT))

from kano_cli.journey.quick_scan.statements import quick_scan  # noqa: E402
from kano_cli.study.questionnaire import read_questionnaire  # noqa: E402
from kano_cli.study.ratings import emotion_key  # noqa: E402
from tests.make_samples import (  # noqa: E402  # the path comes first
    DUTCH,
    WRITTEN,
    Pair,
    Person,
    as_csv,
    as_xlsx,
    dealt,
    spread,
)

SEED = 14
FOLDER = ROOT / "samples" / "mobile-journey-nl"

# How many people make which category of it: basic, performance, wow, indifferent, reverse,
# questionable. What is missing to 240 answered one question of the two.
COUNTS = {
    "total_price": (122, 71, 14, 28, 2, 3),
    "honest_advice": (12, 44, 124, 54, 2, 3),
    "shop_coffee": (6, 10, 43, 158, 19, 3),
    "keep_number": (161, 49, 6, 20, 1, 2),
    "old_contract": (18, 83, 92, 42, 2, 3),  # wow or performance
    "welcome": (7, 27, 137, 60, 5, 4),
    "stable_line": (150, 60, 9, 17, 1, 3),
    "data_speed": (67, 98, 9, 61, 1, 3),  # performance, and few would be more satisfied
    "short_wait": (51, 120, 30, 34, 1, 3),
    "call_back": (11, 49, 119, 55, 3, 3),
    "usage_alert": (113, 76, 17, 29, 2, 3),
    "rollover": (10, 58, 132, 36, 1, 3),
    "clear_bill": (128, 73, 12, 22, 1, 4),
    "thank_you_gb": (5, 20, 158, 48, 5, 4),
}

# Which pairs of answers make a category, and in which proportion.
PAIRS: tuple[Mapping[Pair, int], ...] = (
    {(2, 5): 66, (3, 5): 28, (4, 5): 6},
    {(1, 5): 100},
    {(1, 3): 56, (1, 4): 24, (1, 2): 20},
    {(3, 3): 50, (2, 3): 14, (3, 4): 14, (2, 4): 8, (2, 2): 6, (4, 4): 5, (4, 3): 3},
    {(5, 1): 35, (5, 2): 20, (5, 3): 20, (3, 1): 15, (2, 1): 10},
    {(5, 5): 60, (1, 1): 40},
)
HALF_ANSWERED: Pair = (2, 0)

# Of each touchpoint how many people rated it, and the mean before and after it.
FELT = {
    "Website": (222, 6.3, 6.6),
    "Winkel": (86, 6.6, 6.9),
    "Overstapdag": (209, 5.8, 6.5),
    "Eerste dag": (228, 6.6, 8.1),
    "Onderweg": (234, 6.8, 6.9),
    "Klantenservice": (127, 5.3, 4.7),
    "Databundel": (197, 6.2, 6.6),
    "Maandfactuur": (231, 6.4, 5.7),
}
NO_BEFORE = 9
"""How many of those who rated a touchpoint left open how they felt before it."""

RECOMMENDED = {"Ja": (102, 7.9), "Nee": (124, 7.1), "": (8, 7.4)}
"""By the answer to the question about the welcome: how many recommend, and their mean."""

COLLEAGUES = 23
AGREED = {
    "listening": (3.6, 3.4, 4.1, 2.9),
    "basics": (4.0, 4.2, 3.6, 3.8),
    "ease": (2.4, 2.6, 3.1, 2.3),
    "experience": (2.6, 2.0, 2.4, 2.9),
    "people": (3.8, 3.2, 3.5, 4.0),
    "learning": (2.5, 3.1, 2.7, 2.6),
}
"""Of the quick scan: how many colleagues filled it in, and the mean of each statement, 1 to 5."""


def shared(number: int, parts: Mapping[Pair, int]) -> Iterator[Pair]:
    """So many pairs, in the proportion of `parts`; what rounding leaves goes to the largest."""
    left = number
    for pair, part in list(parts.items())[1:]:
        times = number * part // sum(parts.values())
        left -= times
        yield from [pair] * times
    yield from [next(iter(parts))] * left


def grid(key: str, people: int) -> str:
    """How often each pair of answers occurs to a feature, as `make_samples.dealt` takes it."""
    counts = COUNTS[key]
    given = [pair for n, parts in zip(counts, PAIRS, strict=True) for pair in shared(n, parts)]
    cells = [str(given.count((row, column))) for row in range(1, 6) for column in range(1, 6)]
    half = "".join(str(code) for code in HALF_ANSWERED)
    return " ".join(cells + [half] * (people - sum(counts)))


def ratings(number: int, mean: float, sd: float, low: int, high: int) -> list[int]:
    """So many whole ratings from low to high as a normal curve has them, lowest first."""
    curve = NormalDist(mean, sd)
    drawn = [curve.inv_cdf((place + 0.5) / number) for place in range(number)]
    return [min(max(round(rating), low), high) for rating in drawn]


def handed_out(
    rng: random.Random, rated: Sequence[int], to: Sequence[int], moods: Sequence[float]
) -> dict[int, int]:
    """A rating for each person, the higher ones more often to who is in a good mood."""
    order = sorted(to, key=lambda person: moods[person] + rng.gauss(0, 1))
    return dict(zip(order, rated, strict=True))


def emotions(
    rng: random.Random, moods: Sequence[float], welcomed: Sequence[str]
) -> dict[str, dict[int, int]]:
    """The ratings of emotion by their key, and by person."""
    found = {}
    for name, (number, before, after) in FELT.items():
        there = rng.sample(range(len(moods)), number)
        asked_before = there[NO_BEFORE:]
        here = list(moods)
        if name == "Eerste dag":
            here = [mood + (got == "Ja") for mood, got in zip(moods, welcomed, strict=True)]
        scale = (1.6, 1, 10)
        found[emotion_key("before", name)] = handed_out(
            rng, ratings(len(asked_before), before, *scale), asked_before, here
        )
        found[emotion_key("after", name)] = handed_out(
            rng, ratings(number, after, *scale), there, here
        )
    return found


def answers() -> list[Person]:
    """240 customers in the shape of a form with grids, and ratings after them."""
    rng = random.Random(SEED)
    plans = spread(rng, {"Sim only": 110, "Toestel erbij": 85, "Prepaid": 45})
    ages = spread(rng, {"18-34": 80, "35-54": 95, "55+": 65})
    number = len(plans)
    welcomed = spread(rng, {"Ja": 105, "Nee": 126, "": 9})
    pairs = {key: dealt(rng, grid(key, number), range(number)) for key in COUNTS}
    moods = [rng.gauss(-0.5 if plan == "Prepaid" else 0, 1) for plan in plans]
    rated: dict[str, dict[int, int]] = {"recommendation": {}}
    for said, (answered, mean) in RECOMMENDED.items():
        people = [person for person in range(number) if welcomed[person] == said]
        some = sorted(rng.sample(people, answered))
        given = ratings(answered, mean, 1.7, 0, 10)
        rated["recommendation"] |= handed_out(rng, given, some, moods)
    everybody = range(number)
    for key, answered, curve in (
        ("satisfaction", 236, (7.3, 1.35, 1, 10)),
        ("effort", 233, (4.8, 1.4, 1, 7)),
    ):
        some = sorted(rng.sample(everybody, answered))
        rated[key] = handed_out(rng, ratings(answered, *curve), some, moods)
    rated |= emotions(rng, moods, welcomed)
    return list(rows(rng, pairs, rated, {"Abonnement": plans, "Leeftijd": ages}, welcomed))


def rows(
    rng: random.Random,
    pairs: Mapping[str, Mapping[int, Pair]],
    rated: Mapping[str, Mapping[int, int]],
    segments: Mapping[str, Sequence[str]],
    welcomed: Sequence[str],
) -> Iterator[Person]:
    """The answers of each person in turn, with the time at which they came in."""
    asked = read_questionnaire(FOLDER / "questionnaire.yaml")
    columns = asked.journey.ratings.columns()
    now = WRITTEN
    for number, welcome in enumerate(welcomed):
        person: Person = {"Tijdstempel": f"{now.day}-{now.month}-{now.year} {now.hour}:{now:%M:%S}"}
        for side, word in enumerate(("wel", "niet")):
            for feature in asked.features:
                column = f"Hoe vindt u het als dit er {word} is? [{feature.name}]"
                person[column] = DUTCH[pairs[feature.id][number][side]]
        for key, given in rated.items():
            person[columns[key].column] = given.get(number, "")
        person[asked.journey.received["welcome"]] = welcome
        yield {**person, **{column: texts[number] for column, texts in segments.items()}}
        now += dt.timedelta(seconds=rng.randint(15, 400))


def colleagues() -> list[Person]:
    """The quick scan as the provider's own people filled it in; they think well of the basics."""
    rng = random.Random(SEED)
    scan = quick_scan("nl")
    moods = [rng.gauss(0, 1) for _ in range(COLLEAGUES)]
    people: list[Person] = [{scan.respondent: number + 1} for number in range(COLLEAGUES)]
    for theme in scan.themes:
        for statement, mean in zip(theme.statements, AGREED[theme.id], strict=True):
            open_to = rng.choice((0, 0, 1, 2))
            some = sorted(rng.sample(range(COLLEAGUES), COLLEAGUES - open_to))
            given = handed_out(rng, ratings(len(some), mean, 0.9, 1, 5), some, moods)
            for number, person in enumerate(people):
                person[statement.text] = scan.scale[given[number] - 1] if number in given else ""
    return people


def main() -> None:
    """Rewrite the answers of the sample."""
    people = answers()
    files = {
        "survey.csv": as_csv(people, ";", "\r\n", "utf-8-sig"),
        "survey.xlsx": as_xlsx(people, "Formulierreacties 1"),
        "quick-scan.csv": as_csv(colleagues(), ";", "\r\n", "utf-8-sig"),
    }
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
