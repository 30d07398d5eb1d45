"""A baseline file back into a record, or refused with what is wrong in it."""

from datetime import date
from pathlib import Path

from kano_cli.checks.gate.baseline.baseline import FORMAT, Baseline, BaselineFeature
from kano_cli.checks.gate.baseline.json_nodes import JsonNode, parse_json
from kano_cli.core.categories import ANSWER_WORDS, CATEGORY_WORDS, LETTERS, Answer, Category
from kano_cli.core.rules import RULES
from kano_cli.core.tables import EvaluationTable, as_printed
from kano_cli.errors import KanoError
from kano_cli.study.scale import SIDES

MAX_BYTES = 20_000_000
_AGAIN = "write it again: kano baseline SURVEY -o FILE"
_ROW = 5


def read_baseline(path: str | Path) -> Baseline:
    """The baseline in a file.

    Raises:
        KanoError: with what is wrong in it and where.
    """
    return parse_baseline(_text(Path(path)), str(path))


def parse_baseline(text: str, file: str = "baseline") -> Baseline:
    """The baseline in a JSON text; `file` names it in messages."""
    top = parse_json(text, file, _AGAIN)
    _format(top)
    survey, settings = top.node("survey"), top.node("settings")
    return Baseline(
        survey=survey.text("file"),
        features=_features(top),
        table=_table(settings),
        rule=settings.choice("rule", tuple(RULES)),
        confidence=settings.number("confidence", 0, 1),
        prior=settings.number("prior", 0),
        respondents=int(survey.number("respondents", 0)),
        language=survey.text("language", none=True),
        answered_from=_day(survey, "answered_from"),
        answered_until=_day(survey, "answered_until"),
        weighted=survey.flag("weighted"),
        answers=_answers(top.node("answers")),
        file=file,
    )


def _text(path: Path) -> str:
    """The text of a file that can be read and is not too large."""
    if path.is_dir():
        raise KanoError("is a folder, not a baseline", str(path), "name a .json file in it")
    try:
        with path.open("rb") as stream:
            found = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise KanoError(
            "there is no such file", str(path), "make it first: kano baseline SURVEY -o FILE"
        ) from None
    except OSError as problem:
        raise KanoError(
            f"cannot be read: {problem.strerror}", str(path), "check who may read the file"
        ) from None
    if len(found) > MAX_BYTES:
        raise KanoError("is larger than 20 MB, as no baseline is", str(path), _AGAIN)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KanoError("is not UTF-8 text", str(path), _AGAIN) from None


def _format(top: JsonNode) -> None:
    """Refuse another format than this one; a result, which is JSON too, by its name."""
    if "kano_baseline" not in top.values:
        if "schema_version" in top.values:
            raise KanoError(
                "is a result in JSON, and no baseline",
                top.file,
                "make one of the survey: kano baseline SURVEY -o FILE",
            )
        raise KanoError(
            'has no key "kano_baseline", which says that this is a baseline', top.file, _AGAIN
        )
    version = top.values["kano_baseline"]
    if isinstance(version, bool) or version != FORMAT:
        raise KanoError(
            f"this version of kano knows the format {FORMAT} only",
            top.place("kano_baseline"),
            _AGAIN,
        )


def _table(settings: JsonNode) -> EvaluationTable | None:
    """The table by its cells: its name alone does not say how it judges."""
    if settings.value("table") is None:
        return None
    rows = settings.texts("cells")
    letters = set("".join(rows)) - {"."}
    if [len(row) for row in rows] != [_ROW] * _ROW or not letters <= set(LETTERS):
        settings.refuse("cells", f"{_ROW} texts of {_ROW} letters out of {LETTERS}, or dots")
    return as_printed(settings.text("table"), "".join(rows))


def _day(survey: JsonNode, key: str) -> date | None:
    """A date; None where it is not known."""
    text = survey.text(key, none=True)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        survey.refuse(key, "a date such as 2026-05-01")


def _answers(answers: JsonNode) -> dict[tuple[str, Answer], tuple[str, ...]]:
    """The texts that stood for each answer of each side."""
    found = {}
    for side in SIDES:
        worded = answers.node(side)
        for word in worded.values:
            if word not in ANSWER_WORDS:
                raise KanoError(f'there is no answer "{word}"', worded.place(), _AGAIN)
            found[side, Answer(ANSWER_WORDS.index(word) + 1)] = tuple(worded.texts(word))
    return found


def _features(top: JsonNode) -> tuple[BaselineFeature, ...]:
    """The features, each id once."""
    features = [_feature(node) for node in top.nodes("features")]
    seen: set[str] = set()
    for feature in features:
        if feature.id in seen:
            raise KanoError(f'has the feature "{feature.id}" twice', top.place("features"), _AGAIN)
        seen.add(feature.id)
    return tuple(features)


def _feature(node: JsonNode) -> BaselineFeature:
    """One feature."""
    counts = node.node("counts")
    return BaselineFeature(
        node.text("id"),
        node.text("name"),
        _category(node),
        tuple(counts.number(word, 0) for word in CATEGORY_WORDS),
        node.number("effective_n", 0) if "effective_n" in node.values else None,
        node.number("certainty", 0, 1, none=True),
        node.number("better", 0, 1, none=True),
        _interval(node, "better_interval", 0, 1),
        node.number("worse", -1, 0, none=True),
        _interval(node, "worse_interval", -1, 0),
        (node.text("functional"), node.text("dysfunctional")),
    )


def _interval(node: JsonNode, key: str, low: float, high: float) -> tuple[float, float]:
    """Both ends; NaN where they do not exist."""
    lower, upper = node.numbers(key, 2, low, high)
    return lower, upper


def _category(node: JsonNode) -> Category | None:
    """The category of a word; None where nobody answered."""
    if node.value("category") is None:
        return None
    return Category(CATEGORY_WORDS.index(node.choice("category", CATEGORY_WORDS)))
