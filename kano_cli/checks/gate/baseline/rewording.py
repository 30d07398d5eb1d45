"""What is asked or answered in other words than in the baseline, with both texts."""

from collections.abc import Iterator, Sequence

from kano_cli.checks.gate.baseline.baseline import Baseline, BaselineFeature
from kano_cli.core.result import FeatureResult
from kano_cli.errors import shortened
from kano_cli.findings import Fact
from kano_cli.study.responses import Survey
from kano_cli.study.reworded import questions_of, reworded, reworded_answers
from kano_cli.study.scale import SIDES

_LEAD = 20
"""So many characters that both texts share are shown before the first that differs."""


def rewordings(
    survey: Survey,
    baseline: Baseline,
    both: Sequence[tuple[BaselineFeature, FeatureResult]],
) -> Iterator[tuple[dict[str, Fact], FeatureResult | None]]:
    """The facts of K434, with the feature that they are about; none for the answers.

    In another language everything is worded otherwise, so then nothing else is said. Of the
    answers the first that changed is named: most often they all did.
    """
    then, now = baseline.language, survey.origin.language or ""
    if then and now and then != now:
        yield {"variant": "languages", "old_spoken": then, "spoken": now}, None
        return
    answers = survey.wording.answers
    worded = {key: tuple(sorted(texts)) for key, texts in answers.items()}
    for side, answer in reworded_answers(baseline.answers, worded)[:1]:
        texts = baseline.answers[side, answer][0], worded[side, answer][0]
        yield {"variant": "answers", "asked_answer": answer.word, **apart(*texts)}, None
    asked = questions_of(survey)
    for old, new in both:
        for side, one, other in zip(SIDES, old.questions, asked.get(new.id, ("", "")), strict=True):
            if reworded(one, other):
                yield {"variant": side, **apart(one, other)}, new


def apart(old: str, new: str) -> dict[str, Fact]:
    """Two long texts as a message quotes them: from a little before they begin to differ.

    >>> apart("How would you feel if the search were fast?", "How would you feel if it were slow?")
    {'old': '…would you feel if the search were fast?', 'new': '…would you feel if it were slow?'}
    """
    shorter = min(len(old), len(new))
    shared = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    start = shared - _LEAD
    if start > 0:
        # At a word, unless there is none so near: some scripts have no spaces.
        start = max(start, old.find(" ", start, shared))
        old, new = f"…{old[start:].lstrip()}", f"…{new[start:].lstrip()}"
    return {"old": shortened(old), "new": shortened(new)}
