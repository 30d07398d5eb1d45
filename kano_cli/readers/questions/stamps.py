"""Which version of a questionnaire the answers are of, by the stamp that forms give them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kano_cli.errors import KanoError, shortened
from kano_cli.findings import Fact, Finding, Place
from kano_cli.readers.files.table import Column, Table
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.questions.values import is_missing
from kano_cli.study.questionnaire import Questionnaire
from kano_cli.study.stamp import FORMAT, Changes, Stamp, changes, read_stamp
from kano_cli.study.words import normal

# Whole, or behind the groups that a form tool writes before it.
_NAMED = re.compile(r"(?:^|.*[/\-.:\s])kano_?hash$", re.DOTALL)
# The consent of a form, which some scales of their own have a word of: "Yes".
_CONSENT = re.compile(r"(?:^|.*[/\-.:\s])kano_?consent$", re.DOTALL)
_CUT_OFF = re.compile(rf"{FORMAT}/([0-9a-f]{{16}})(?:/|$)")
_DIGEST = 8
"""As much of a digest as messages show: enough to tell two versions apart."""


@dataclass(frozen=True)
class Stamps:
    """The stamps of a file, as they stand there, with how many answers carry each.

    `unstamped` answers carry none. `title` is what the file itself calls the questionnaire.
    """

    found: tuple[tuple[str, int], ...] = ()
    unstamped: int = 0
    title: str = ""


def is_stamp(column: Column) -> bool:
    """Whether a column holds the stamp of a form, by its name or by every text in it."""
    if any(_NAMED.match(normal(name)) for name in (column.header, column.code)):
        return True
    texts = [text for text in column.values if not is_missing(text)]
    return bool(texts) and all(_CUT_OFF.match(text.strip()) for text in texts)


def _is_consent(column: Column) -> bool:
    """Whether a column says that somebody agreed to take part."""
    return any(_CONSENT.match(normal(name)) for name in (column.header, column.code))


def with_stamps_known(table: Table) -> Table:
    """The table with its stamps marked as no answers to any question."""
    stamped = [c.index for c in table.columns if is_stamp(c) or _is_consent(c)]
    if not stamped:
        return table
    columns = tuple(
        replace(column, metadata=True) if column.index in stamped else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def stamps_of(table: Table, named: frozenset[str] = frozenset(), title: str = "") -> Stamps:
    """The stamps in a table, the most frequent first.

    Args:
        table: the rows that count.
        named: what our own files call the column, too; normalised.
        title: what the file calls the questionnaire.
    """
    columns = [
        c for c in table.columns if not c.open and (is_stamp(c) or normal(c.header) in named)
    ]
    if not columns:
        return Stamps(title=title)
    carried: Counter[str] = Counter()
    # A row has one stamp at most: a file put together of two kinds has a column for each.
    for row in zip(*(column.texts() for column in columns), strict=True):
        carried[next((text.strip() for text in row if not is_missing(text)), "")] += 1
    unstamped = carried.pop("", 0)
    return Stamps(tuple(carried.most_common()), unstamped, title)


def stamp_findings(stamps: Stamps, asked: Questionnaire | None, file: str) -> list[Finding]:
    """What to know about versions: another one than the questionnaire's, several, or any at all."""
    place = Place(file)
    if asked is not None and asked.features:
        return [
            Finding("K127", {"count": n, "changed": changed}, place)
            for text, n in stamps.found
            if (changed := _changed(asked, text))
        ]
    versions = {text: n for text, n in stamps.found if _CUT_OFF.match(text)}
    if len(versions) > 1:
        _refuse_strangers(versions, file)
        counted = tuple((_short(text), n) for text, n in versions.items())
        return [Finding("K129", {"count": len(versions), "versions": counted}, place)]
    if not versions:
        return []
    facts: dict[str, Fact] = {"title": shortened(stamps.title)}
    return [Finding("K128", facts if stamps.title else {"variant": "untitled"}, place)]


def _refuse_strangers(versions: Mapping[str, int], file: str) -> None:
    """Refuse versions that share no feature: they are two questionnaires, and no one survey."""
    read = [stamp for text in versions if (stamp := read_stamp(text)) and stamp.features]
    for at, stamp in enumerate(read):
        for other in read[:at]:
            if not set(stamp.features) & set(other.features):
                raise KanoError(
                    "holds answers to questionnaires that have no feature in common",
                    file,
                    "put the answers to each questionnaire in a folder of their own",
                )


def answered_version(options: ReadOptions, stamps: Stamps) -> ReadOptions:
    """The options without the features that no version which was answered asked about.

    A questionnaire goes on after answers came in: what it asks since is no mistake in the file.
    """
    asked = options.questionnaire
    if asked is None or not stamps.found or stamps.unstamped:
        return options
    read = [read_stamp(text) for text, _ in stamps.found]
    known = [set(stamp.features) for stamp in read if stamp is not None]
    if len(known) < len(read) or not all(known):
        return options
    there = set.union(*known)
    kept = tuple(feature for feature in asked.features if feature.id in there)
    if not kept or len(kept) == len(asked.features):
        return options
    return replace(options, questionnaire=replace(asked, features=kept))


def _changed(asked: Questionnaire, text: str) -> tuple[str, ...]:
    """What a questionnaire has changed since the version of a stamp: words and names."""
    cut_off = _CUT_OFF.match(text)
    stamp = read_stamp(text) or (Stamp(cut_off[1], "", "", {}) if cut_off else None)
    if stamp is None:
        return ("unknown",)
    found = changes(asked, stamp)
    if found is None:
        return ()
    return ("unknown",) if not stamp.features else _named(asked, found) or ("unknown",)


def _named(asked: Questionnaire, found: Changes) -> tuple[str, ...]:
    """The changes, each a word of ours and the names of the features behind it."""
    names = {feature.id: feature.name for feature in asked.features}
    parts = ("title", "answers", "importance", "segments")
    told = [word for word in parts if getattr(found, word)]
    for word, features in (
        ("added", found.added),
        ("removed", found.removed),
        ("reworded", found.reworded),
    ):
        if features:
            shown: Sequence[str] = [shortened(names.get(each, each)) for each in features]
            told.append(f"{word} {', '.join(shown)}")
    return tuple(told)


def _short(text: str) -> str:
    """A version as messages name it."""
    return text.removeprefix(f"{FORMAT}/")[:_DIGEST]
