"""Ready questionnaires and wordings as JSON, for programs."""

import json
from collections.abc import Iterable, Sequence

from kano_cli.study.language import Language
from kano_cli.study.questionnaire import Questionnaire


def ready_json(ready: Iterable[tuple[str, Questionnaire]]) -> str:
    """The ready questionnaires: name, title, languages and the ids of their features."""
    return _json(
        {
            "questionnaires": [
                {
                    "name": name,
                    "title": dict(asked.around.title),
                    "languages": list(asked.languages),
                    "features": [feature.id for feature in asked.features],
                }
                for name, asked in ready
            ]
        }
    )


def wordings_json(languages: Sequence[Language]) -> str:
    """The wordings of some languages: by side and answer, the text that a form shows first."""
    return _json(
        {
            "wordings": [
                {
                    "language": wording.language,
                    "id": wording.id,
                    "source": wording.source,
                    "functional": {a.word: list(t) for a, t in sorted(wording.functional.items())},
                    "dysfunctional": {
                        a.word: list(t) for a, t in sorted(wording.dysfunctional.items())
                    },
                }
                for language in languages
                for wording in language.wordings
            ]
        }
    )


def _json(listed: dict[str, list[dict[str, object]]]) -> str:
    """The text, with the version of the contract first."""
    return json.dumps({"schema_version": 1, **listed}, ensure_ascii=False, indent=2) + "\n"
