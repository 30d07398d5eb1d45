"""The answers in a drafted questionnaire: standard wording, or the texts of the file."""

from collections.abc import Iterator, Mapping, Sequence

from kano_cli.core.categories import Answer
from kano_cli.errors import nearest
from kano_cli.readers.inspection.drafted_text import as_yaml
from kano_cli.readers.inspection.record import InspectedText, Inspection
from kano_cli.readers.questions.values import looks_coded
from kano_cli.study.scale import SIDES, Scale, built_in, code_text
from kano_cli.study.yaml_nodes import DOUBTFUL

_MOST = 12
"""More texts than this are no wording of five answers."""


def drafted_scale(inspection: Inspection, scale: Scale | None = None) -> Iterator[str]:
    """The lines of `scale:`; none are doubtful where every text is known.

    Args:
        inspection: how the file was understood.
        scale: the scale of the questionnaire that it was understood with, if it has its own.
    """
    texts = {side: _shown(inspection, side) for side in SIDES}
    told = scale or inspection.codes
    if inspection.layout == "categories" or not (told or inspection.refusal or any(texts.values())):
        return
    every = [text for side in SIDES for text in texts[side]]
    if not told and (not inspection.refusal or (every and all(map(_is_standard, every)))):
        yield "scale: standard"
        return
    yield "scale:"
    if not _apart(texts) and not _two_scales(scale):
        yield from _notes(_together(texts), "  ")
        yield from _answers(_together(texts), inspection.codes, scale, "  ")
        return
    for side in SIDES:
        yield f"  {side}:"
        yield from _notes(texts[side], "    ")
        yield from _answers(texts[side], inspection.codes, scale, "    ", side)


def _two_scales(scale: Scale | None) -> bool:
    """Whether a questionnaire words the two sides differently."""
    return scale is not None and scale.texts(SIDES[0]) != scale.texts(SIDES[1])


def _apart(texts: Mapping[str, Sequence[InspectedText]]) -> bool:
    """Whether each side has a wording of its own, as far as the texts of few people tell."""
    words = [{code_text(text.text) for text in texts[side]} for side in SIDES]
    shared = words[0] & words[1]
    if not all(words) or all(looks_coded(word) for word in words[0] | words[1]):
        return False
    read = [{code_text(t.text): t.answer for t in texts[side]} for side in SIDES]
    if any(read[0][word] != read[1][word] for word in shared):
        return True
    unread = any(all(answer is None for answer in side.values()) for side in read)
    return unread and len(shared) * 2 <= min(map(len, words))


def _shown(inspection: Inspection, side: str) -> list[InspectedText]:
    """The texts that may be answers, most frequent first; where the file was read, that are."""
    texts = [text for text in inspection.texts.get(side, ()) if not text.is_missing]
    read = inspection.refusal is None
    return [text for text in texts if text.answer is not None or not read]


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
    texts: Sequence[InspectedText],
    codes: Mapping[str, Answer],
    scale: Scale | None,
    indent: str,
    side: str = "",
) -> Iterator[str]:
    """A line for each of the five answers."""
    unknown = [text for text in texts if text.answer is None]
    ladder = _in_order(unknown)
    if ladder:
        yield f"{indent}# nothing says which end is like: if it is the other, turn the five around"
    read = {a: [text.text for text in texts if text.answer is a] for a in Answer}
    guesses = {} if ladder else _nearest(unknown, read)
    for place, answer in enumerate(Answer):
        found = read[answer]
        found += [c for c, a in codes.items() if a is answer and c not in map(code_text, found)]
        found = found or _said(scale, answer, side)
        if not found:
            found = [f"{DOUBTFUL} {ladder[place]}" if ladder else DOUBTFUL]
        found += [f"{DOUBTFUL} {text}" for text in guesses.get(answer, ())]
        shown = ", ".join(as_yaml(text) for text in dict.fromkeys(found))
        yield f"{indent}{answer.word}: {shown if len(set(found)) == 1 else f'[{shown}]'}"


def _said(scale: Scale | None, answer: Answer, side: str) -> list[str]:
    """What the questionnaire calls an answer that nobody gave."""
    if scale is None:
        return []
    sides = [side] if side else list(SIDES)
    keys = [key for its in sides for key, said in scale.texts(its).items() if said is answer]
    return list(dict.fromkeys(scale.shown.get(key, key) for key in keys))


def _nearest(
    unknown: Sequence[InspectedText], read: Mapping[Answer, Sequence[str]]
) -> Mapping[Answer, list[str]]:
    """The unknown texts under the answer whose texts they are most like, as a slip of the pen is.

    Where every answer has its text and nothing is alike, they stand under the first one: a text
    must stand somewhere to be doubted.
    """
    by_text = {text: answer for answer, texts in read.items() for text in texts}
    found: dict[Answer, list[str]] = {}
    for text in unknown[:_MOST]:
        near = nearest(text.text, by_text, 1)
        if near:
            found.setdefault(by_text[near[0]], []).append(text.text)
        elif all(read.values()):
            found.setdefault(Answer.LIKE, []).append(text.text)
    return found
