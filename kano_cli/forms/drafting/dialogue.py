"""`kano questionnaire new` as a conversation: a few questions, and a draft at the end."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kano_cli.forms.drafting.draft import MAX_FEATURES, Draft, drafted_questionnaire
from kano_cli.forms.drafting.phrases import dialogue_words, spoken
from kano_cli.forms.drafting.record import Wanted
from kano_cli.study.words import name_key, slug

BEARABLE = 20
"""More features than this tire a respondent, as K444 says; they are told and not refused."""

_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Answered:
    """What somebody answered: the draft, and the file that it is meant for."""

    draft: Draft
    file: str


def asked_draft(
    ask: Callable[[str], str],
    say: Callable[[str], None],
    is_taken: Callable[[str], bool],
    lang: str = "en",
) -> Answered:
    """The questionnaire that somebody describes, question by question.

    Args:
        ask: shows a text and returns the line that is typed; what it raises at the end of the
            input or at Ctrl-C is not caught.
        say: shows a text.
        is_taken: whether a file of this name is there already.
        lang: the language of the conversation, and of the questions where nothing else is said.
    """
    words = dialogue_words(lang)
    title = _title(ask, say, words)
    languages = _languages(ask, say, words, lang)
    features = _features(ask, say, words)
    importance = _yes(ask, say, words)
    file = _file(ask, say, words, title, is_taken)
    draft = drafted_questionnaire(
        [Wanted({"": name}) for name in features], languages, title, importance=importance
    )
    say(words["proposed"].format(count=len(features)))
    return Answered(draft, file)


def _title(ask: Callable[[str], str], say: Callable[[str], None], words: dict[str, str]) -> str:
    """A title that is not blank."""
    while not (title := _line(ask(words["title"]))):
        say(words["title_again"])
    return title


def _languages(
    ask: Callable[[str], str], say: Callable[[str], None], words: dict[str, str], lang: str
) -> Sequence[str]:
    """Languages in which pairs can be proposed; the one of the conversation on Enter."""
    code = re.split(r"[-_]", lang.casefold())[0]
    default = code if code in spoken() else "en"
    known = ", ".join(spoken())
    while True:
        typed = ask(words["language"].format(languages=known, default=default)).casefold()
        wanted = re.findall(r"[^\s,;]+", typed) or [default]
        if all(re.split(r"[-_]", one)[0] in spoken() for one in wanted):
            return list(dict.fromkeys(wanted))
        say(words["language_again"].format(languages=known))


def _features(
    ask: Callable[[str], str], say: Callable[[str], None], words: dict[str, str]
) -> list[str]:
    """Names, one a line, until a blank one; one that is there already is told."""
    say(words["features"])
    names: list[str] = []
    while len(names) < MAX_FEATURES:
        name = _line(ask(words["feature"].format(number=len(names) + 1))).lstrip("? ")
        if not name and names:
            break
        if not name:
            say(words["features_again"])
        elif name_key(name) in map(name_key, names):
            say(words["twice"].format(name=name))
        else:
            names.append(name)
    if len(names) > BEARABLE:
        say(words["many"].format(count=len(names), limit=BEARABLE))
    return names


def _yes(ask: Callable[[str], str], say: Callable[[str], None], words: dict[str, str]) -> bool:
    """Yes or no; no on Enter."""
    while True:
        typed = ask(words["importance"]).strip().casefold()
        if typed in words["yes"].split():
            return True
        if not typed or typed in words["no"].split():
            return False
        say(words["importance_again"])


def _file(
    ask: Callable[[str], str],
    say: Callable[[str], None],
    words: dict[str, str],
    title: str,
    is_taken: Callable[[str], bool],
) -> str:
    """A file that is not there yet, with an ending that kano knows."""
    default = f"{slug(title)}.yaml"
    number = 2
    while is_taken(default):
        default, number = f"{slug(title)}_{number}.yaml", number + 1
    while True:
        typed = ask(words["file"].format(default=default)).strip() or default
        file = typed if typed.lower().endswith(_ENDINGS) else f"{typed}.yaml"
        if not is_taken(file):
            return file
        say(words["file_again"].format(file=file))


def _line(text: str) -> str:
    """A typed line without what surrounds it."""
    return " ".join(text.split())
