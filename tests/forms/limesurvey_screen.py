"""Respondents in front of LimeSurvey: they know texts, and no codes."""

from collections.abc import Sequence

from kano_cli.forms.form import Form
from tests.forms.fielded import PLAIN, Filled
from tests.forms.shapes_limesurvey import Survey, shown

TWO_SIDED = PLAIN.replace("language: en\n", "language: en\nscale: two-sided\n")
"""Its answers to the two questions differ."""

RATED = TWO_SIDED.replace("features:", "importance: {min: 1, max: 5}\nfeatures:")


def filled_in(asked: Form, survey: Survey, people: Sequence[Filled]) -> list[dict[str, str]]:
    """What respondents say, by LimeSurvey's codes: they go by what stands on the screen."""
    places: dict[str, tuple[str, dict[str, str]]] = {}
    language = survey.languages[0]
    for there in survey.questions.values():
        texts = {f"{there.code}[{row}]": texts[language] for row, texts in there.rows.items()} or {
            there.code: there.texts[language]
        }
        answers = {shown(said[language]): code for code, said in there.answers.items()}
        for place, text in texts.items():
            places[shown(text)] = (place, answers)
    found = []
    for one in people:
        cells = {}
        for question in asked.questions:
            place, answers = places[" ".join(question.text[asked.language].split())]
            texts = {choice.code: choice.text[asked.language] for choice in question.choices}
            if chosen := one[question.code]:
                cells[place] = answers[texts[chosen]]
        found.append(cells)
    return found
