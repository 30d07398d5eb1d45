"""Random surveys as survey tools write them: metadata, header rows, groups, marked rows."""

import json
import random
from dataclasses import replace

from hypothesis import strategies as st

from kano_cli.study.words import unique_ids
from tests.study.random_pages import (
    BY_HAND,
    TITLED,
    Rows,
    asked_in,
    halves_of,
    questions_of,
    written_of,
)
from tests.study.random_surveys import ORDERS, Study, Written, drawn_study, key

Cells = tuple[tuple[str, str, str], ...]
"""Columns of a tool: the name, what stands there, and what stands in a row that is no answer."""

TOOLS: dict[str, tuple[Cells, Cells]] = {
    "google-forms": ((("Timestamp", "2026/10/05 {}", ""),), ()),
    "microsoft-forms": (
        (("ID", "{}", ""), ("Start time", "t", ""), ("Completion time", "t{}", "")),
        (),
    ),
    "tally": (
        (("Submission ID", "{}", ""), ("Respondent ID", "r{}", ""), ("Submitted at",) * 3),
        (),
    ),
    "jotform": ((("Submission Date", "t", ""),), (("Submission ID", "{}", ""), ("IP", "", ""))),
    "typeform": (
        (("#", "a{}", "b{}"),),
        (
            *(("Response Type", "completed", "partial"), ("Submit Date (UTC)", "2026", "")),
            ("Network ID", "n", "n"),
        ),
    ),
    "limesurvey": (
        (("id", "{}", "9{}"), ("submitdate", "2026", ""), ("lastpage", "3", "1")),
        (),
    ),
    "qualtrics": (
        (
            *(("Status", "IP Address", "Survey Preview"), ("Progress", "100", "4")),
            *(("Finished", "True", "False"), ("ResponseId", "R_{}", "S_{}")),
        ),
        (("DistributionChannel", "anonymous", "preview"),),
    ),
    "kobo": (
        (("start", "t", "t"),),
        (
            *(("_uuid", "u{}", "v{}"), ("_submission_time", "t", "t")),
            ("_validation_status", "Approved", "Not Approved"),
        ),
    ),
    "odk": (
        (("SubmissionDate", "t", "t"),),
        (("KEY", "u{}", "v{}"), ("ReviewState", "", "rejected")),
    ),
    "surveymonkey": ((("Respondent ID", "{}", ""), ("Collector ID", "4", "")), ()),
}
MARKING = ("typeform", "limesurvey", "qualtrics", "kobo", "odk")
QUALTRICS = {"ResponseId": "Response ID", "Status": "Response Type"}
GARBAGE = ("zzz", "1", "", "I like it", "n/a", "A long remark, with a comma")
SHAPES = (*TOOLS, *BY_HAND)


@st.composite
def exports(draw: st.DrawFn, names: st.SearchStrategy[str], *, tidy: bool = False) -> Written:
    """A random survey as some tool, some program or some hand writes it."""
    study = drawn_study(draw, names, tidy=tidy)
    shape = draw(st.sampled_from(SHAPES))
    if shape == "stacked" and len(study.names) == 1:
        shape = "json"  # one name above or below two sides may as well be a title
    order = study.luck.choice(ORDERS[:2] if tidy else ORDERS)
    if shape in BY_HAND:
        return replace(BY_HAND[shape](study, order), layout=shape)
    return replace(_exported(study, shape, order), layout=shape)


def _exported(study: Study, tool: str, order: str) -> Written:
    """What a survey tool writes, with rows that are no answers where it marks them."""
    luck = study.luck
    first, last = TOOLS[tool]
    layout = luck.choice(TITLED)
    accepted, (titles, *answers) = questions_of(study, layout, order)
    if tool in ("kobo", "odk"):
        accepted, (titles, *answers) = _grouped(study, "/" if tool == "kobo" else "-", order)
    header = [[*(cell[0] for cell in first), *titles, *(cell[0] for cell in last)]]
    if tool == "qualtrics":
        header = _qualtrics(header[0], len(first), len(titles), luck)
    if tool == "surveymonkey" and luck.random() < 0.5:
        accepted, header, answers = _monkey(study, first)
    people = [(row, 1) for row in answers]
    if tool in MARKING:
        people += [([luck.choice(GARBAGE) for _ in titles], 2) for _ in range(luck.randint(0, 3))]
        luck.shuffle(people)
    rows = [
        [cell[real].format(at) for cell in first] + row + [cell[real].format(at) for cell in last]
        for at, (row, real) in enumerate(people)
    ]
    places = range(len(first), len(first) + len(titles))
    return written_of(study, accepted, [*header, *rows], places)


def _qualtrics(titles: list[str], before: int, questions: int, luck: random.Random) -> Rows:
    """Three header rows, or two, or one of them."""
    places = range(before, before + questions)
    ids = [f"Q{at + 1}" if at in places else title for at, title in enumerate(titles)]
    texts = [QUALTRICS.get(title, title) for title in titles]
    marks = [json.dumps({"ImportId": f"QID{at}"}) for at in range(len(titles))]
    return luck.choice([[ids, texts, marks], [ids, texts], [texts, marks], [texts]])


def _monkey(study: Study, first: Cells) -> tuple[list[frozenset[str]], Rows, Rows]:
    """Two questions, each over the first of its columns only, with the names below."""
    one, other = asked_in(study)
    names, blanks = list(study.names), [""] * (len(study.names) - 1)
    own = [cell[0] for cell in first]
    header = [[*own, one, *blanks, other, *blanks], [*("" for _ in own), *names, *names]]
    answers = [halves_of(study, person) for person in range(len(study.functional))]
    accepted = [frozenset({key(name), key(one), key(f"{one} - {name}")}) for name in names]
    return accepted, header, answers


def _grouped(study: Study, path: str, order: str) -> tuple[list[frozenset[str]], Rows]:
    """Names as a form has them, some of them in groups."""
    ids = unique_ids(list(study.names))
    groups = [study.luck.choice(("", "bike", "shop", "a")) for _ in ids]
    if study.luck.random() < 0.3:
        groups = [groups[0]] * len(ids)
    whole = [
        f"{group}{path}{one}" if group else one for group, one in zip(groups, ids, strict=True)
    ]
    named = replace(study, names=whole)
    _, rows = questions_of(named, "suffix", order)
    accepted = [frozenset({key(one), key(full)}) for one, full in zip(ids, whole, strict=True)]
    return accepted, rows
