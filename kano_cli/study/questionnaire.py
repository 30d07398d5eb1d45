"""A questionnaire: what was asked, in which words, and where the answers stand in a file."""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from pathlib import Path

from kano_cli.core.categories import Answer
from kano_cli.core.tables import EvaluationTable
from kano_cli.errors import KanoError
from kano_cli.study.declared import declared_importance, declared_table
from kano_cli.study.declared_answers import declared_answers
from kano_cli.study.declared_features import (
    DeclaredFeatures,
    declared_features,
    refuse_unknown_touchpoints,
)
from kano_cli.study.declared_ratings import declared_ratings
from kano_cli.study.form_parts import (
    ORDERS,
    FormTexts,
    SegmentQuestion,
    declared_order,
    declared_segments,
)
from kano_cli.study.journey import Journey, Touchpoint, declared_touchpoints
from kano_cli.study.responses import Feature
from kano_cli.study.scale import Scale
from kano_cli.study.texts import declared_languages, main_text, texts_in
from kano_cli.study.yaml_file import yaml_text
from kano_cli.study.yaml_format import QUESTIONNAIRE
from kano_cli.study.yaml_nodes import (
    Mapping,
    Scalar,
    mapping_of,
    optional_text,
    parse_yaml,
)

TOP_KEYS = (
    "kano", "title", "language", "introduction", "consent", "closing", "order", "scale", "table",
    "importance", "respondent", "weight", "segments", "journey", "ratings", "features",
)  # fmt: skip


@dataclass(frozen=True)
class Questionnaire:
    """What a questionnaire file says; `columns`, `drafts` and `places` go by feature id.

    `features` are in the main language, which is the first of `languages` and `language`;
    `translations` has, by any other language and by id, what is said of them there: a text that
    is missing is "". `scale` reads answers; what forms show is `own_answers`, by language and
    side, or else the shipped `wording`. `segments` are the names of the columns that say who
    somebody is, `segment_questions` those of them that a form asks.

    `places` has "feature ID" for where each begins, "text ID functional" for its questions, "text
    ID functional nl" for one in a language, "ID functional" for its columns, and every key at
    the top: texts such as "study.yaml, line 3, column 5".
    """

    file: str
    features: tuple[Feature, ...]
    title: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    translations: AbstractMapping[str, AbstractMapping[str, Feature]] = field(default_factory=dict)
    around: FormTexts = field(default_factory=FormTexts)
    order: str = ORDERS[0]
    scale: Scale | None = None
    wording: str = ""
    own_answers: AbstractMapping[str, AbstractMapping[str, AbstractMapping[Answer, str]]] = field(
        default_factory=dict
    )
    table: EvaluationTable | None = None
    importance: tuple[float, float] | None = None
    respondent: str = ""
    weight: str = ""
    segments: tuple[str, ...] = ()
    segment_questions: tuple[SegmentQuestion, ...] = ()
    drafts: frozenset[str] = frozenset()
    journey: Journey = field(default_factory=Journey)
    columns: AbstractMapping[str, AbstractMapping[str, str]] = field(default_factory=dict)
    places: AbstractMapping[str, str] = field(default_factory=dict)

    def in_languages(self, feature: Feature) -> dict[str, Feature]:
        """A feature in each language, the main one first."""
        said = {code: self.translations[code][feature.id] for code in self.languages[1:]}
        return {self.language: feature, **said}


def read_questionnaire(path: Path) -> Questionnaire:
    """The questionnaire in a file.

    Raises:
        KanoError: with line and column of what is wrong in it.
    """
    return parse_questionnaire(yaml_text(path, QUESTIONNAIRE), str(path))


def parse_questionnaire(text: str, file: str = "questionnaire") -> Questionnaire:
    r"""The questionnaire in a YAML text; `file` names it in messages.

    >>> asked = parse_questionnaire("kano: 1\nfeatures: [{name: Dark mode}]")
    >>> asked.features[0].id
    'dark_mode'
    """
    top = mapping_of(
        parse_yaml(text.removeprefix("\ufeff"), file), "a questionnaire", "kano: 1"
    ).known(*TOP_KEYS)
    _format(top)
    languages = declared_languages(top.get("language"))
    found = declared_features(top, languages)
    answers = declared_answers(top.get("scale"), languages)
    importance = declared_importance(top.get("importance"), languages)
    segments, segment_questions = declared_segments(top.get("segments"), languages)
    around = FormTexts(
        **{
            key: texts_in(top.get(key), key, languages)
            for key in ("title", "introduction", "consent", "closing")
        },
        importance=importance.question,
        importance_labels=importance.labels,
    )
    return Questionnaire(
        file=file,
        features=tuple(found.features),
        title=main_text(around.title),
        language=languages[0] if languages else "",
        languages=languages,
        translations=found.translations,
        around=around,
        order=declared_order(top.get("order")),
        scale=answers.scale,
        wording=answers.wording,
        own_answers=answers.shown,
        table=declared_table(top.get("table")),
        importance=importance.ends,
        respondent=optional_text(top, "respondent"),
        weight=optional_text(top, "weight"),
        segments=segments,
        segment_questions=segment_questions,
        drafts=frozenset(found.drafts),
        journey=_journey(top, found),
        columns=found.columns,
        places={**found.places, **{key.text: key.place for key, _ in top.entries}},
    )


def _journey(top: Mapping, found: DeclaredFeatures) -> Journey:
    """The journey; without `journey:` its touchpoints are those of the features, in their order."""
    touchpoints = declared_touchpoints(top.get("journey"))
    if touchpoints:
        refuse_unknown_touchpoints(found, touchpoints)
    else:
        met = dict.fromkeys(feature.touchpoint for feature in found.features)
        touchpoints = tuple(Touchpoint(name) for name in met if name)
    return Journey(
        touchpoints,
        declared_ratings(top.get("ratings"), [each.name for each in touchpoints]),
        found.ideas,
        found.received,
        frozenset(found.failing),
    )


def _format(top: Mapping) -> None:
    """Refuse another format than this one."""
    version = top.get("kano")
    if version is None:
        raise KanoError(
            "the key kano is missing, which says that this is a questionnaire",
            top.place,
            "begin with the line: kano: 1",
        )
    if not isinstance(version, Scalar) or version.text != "1":
        raise KanoError(
            "this version of kano knows the format 1 only", version.place, "write: kano: 1"
        )
