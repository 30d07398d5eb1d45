"""The answers in a drafted questionnaire: standard wording, or the texts of the file."""

from collections.abc import Iterator, Mapping, Sequence

from kano_cli.core.categories import Answer
from kano_cli.readers.inspection.drafted_text import as_yaml
from kano_cli.readers.inspection.record import InspectedText, Inspection
from kano_cli.readers.questions.values import looks_coded
from kano_cli.study.scale import SIDES, built_in, code_text
from kano_cli.study.yaml_nodes import DOUBTFUL

_MOST = 12
"""More texts than this are no wording of five answers."""


def drafted_scale(inspection: Inspection) -> Iterator[str]:
    """The lines of `scale:`; none are doubtful where every text is known."""
    texts = {side: _shown(inspection.texts.get(side, ())) for side in SIDES}
    if not any(texts.values()):
        return
    if all(_is_standard(text) for side in SIDES for text in texts[side]):
        yield "scale: standard"
        return
    words = [{code_text(text.text) for text in texts[side]} for side in SIDES]
    alike = len(words[0] & words[1]) * 2 > min(map(len, words)) or not all(words)
    if alike:
        yield from _notes(_together(texts), "")
        yield "scale:"
        yield from _answers(_together(texts), inspection.codes, "  ")
        return
    yield "scale:"
    for side in SIDES:
        yield f"  {side}:"
        yield from _notes(texts[side], "    ")
        yield from _answers(texts[side], inspection.codes, "    ")


def _shown(texts: Sequence[InspectedText]) -> list[InspectedText]:
    """The texts that may be answers, most frequent first."""
    return [text for text in texts if not text.is_missing]


def _together(texts: Mapping[str, Sequence[InspectedText]]) -> list[InspectedText]:
    """The texts of both sides, each once."""
    rows: dict[str, InspectedText] = {}
    for text in (text for side in SIDES for text in texts[side]):
        first = rows.setdefault(code_text(text.text), text)
        if first is not text:
            count = first.count + text.count
            rows[code_text(text.text)] = InspectedText(first.text, count, first.answer)
    return sorted(rows.values(), key=lambda text: -text.count)


def _is_standard(text: InspectedText) -> bool:
    """Whether kano reads a text as this answer without being told."""
    return text.answer is not None and built_in().answer(text.text) == text.answer


def _notes(texts: Sequence[InspectedText], indent: str) -> Iterator[str]:
    """The texts whose answer is not known, to be put where they belong."""
    unknown = [text for text in texts if text.answer is None]
    if not unknown or _in_order(unknown):
        return
    yield f"{indent}# Texts in these columns (how often), to put under the answer that each means:"
    for text in unknown[:_MOST]:
        yield f"{indent}#   {as_yaml(' '.join(text.text.split())[:80])} ({text.count})"
    if len(unknown) > _MOST:
        yield f"{indent}#   and {len(unknown) - _MOST} more"


def _in_order(texts: Sequence[InspectedText]) -> list[str]:
    """Five codes from low to high, if the unknown texts are nothing but these; else none."""
    codes = sorted({code_text(text.text) for text in texts if looks_coded(text.text)}, key=_rank)
    numbers = [int(code) for code in codes if code.lstrip("-").isdecimal()]
    if len(numbers) == len(codes) == len(texts) and numbers:
        low = min(numbers)
        low = low if max(numbers) - low == len(Answer) - 1 else (1 if low >= 1 else 0)
        within = all(low <= number < low + len(Answer) for number in numbers)
        return [str(low + step) for step in range(len(Answer))] if within else []
    return codes if len(codes) == len(texts) == len(Answer) else []


def _rank(code: str) -> tuple[float, str]:
    """Numbers by size, other codes by their letters."""
    return (float(code), "") if code.lstrip("-").isdecimal() else (0.0, code)


def _answers(
    texts: Sequence[InspectedText], codes: Mapping[str, Answer], indent: str
) -> Iterator[str]:
    """A line for each of the five answers."""
    unknown = [text for text in texts if text.answer is None]
    ladder = _in_order(unknown)
    if ladder:
        yield f"{indent}# nothing says which end is like: if it is the other, turn the five around"
    for place, answer in enumerate(Answer):
        found = [text.text for text in texts if text.answer is answer]
        found += [c for c, a in codes.items() if a is answer and c not in map(code_text, found)]
        if not found:
            found = [f"{DOUBTFUL} {ladder[place]}" if ladder else DOUBTFUL]
        shown = ", ".join(as_yaml(text) for text in dict.fromkeys(found))
        yield f"{indent}{answer.word}: {shown if len(found) == 1 else f'[{shown}]'}"
