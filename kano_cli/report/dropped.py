"""What dropping respondents changed: the result with everybody, beside the one without them."""

from dataclasses import dataclass

from kano_cli.core.categories import Category
from kano_cli.core.result import Dropped, FeatureResult, KanoResult
from kano_cli.errors import visible
from kano_cli.report.glyphs import glyph
from kano_cli.report.numbers import certainty, count, decimal
from kano_cli.report.sure import category_words, rival
from kano_cli.report.words import Words


@dataclass(frozen=True)
class Told:
    """A feature's category, and how sure it is of how many answers, as text."""

    category: Category | None
    name: str
    numbers: str

    @property
    def text(self) -> str:
        """Both on one line."""
        return f"{self.name}, {self.numbers}"


@dataclass(frozen=True)
class Changed:
    """A feature whose category is another with everybody than without those dropped."""

    name: str
    with_all: Told
    without: Told


@dataclass(frozen=True)
class Comparison:
    """The features that differ under what is said of them, and what is said of the rest."""

    title: str
    summary: str
    headings: tuple[str, str, str]
    changed: tuple[Changed, ...]
    rest: str


def how_many(gone: Dropped, words: Words) -> str:
    """How many respondents were left out on request, and why."""
    if not gone.respondents:
        return words("dropped", "nobody")
    kinds = words.dropped(gone.kinds.items())
    return words("dropped", "headline", count=gone.respondents, kinds=kinds)


def comparison(result: KanoResult, words: Words) -> Comparison | None:
    """The result with and without those dropped; None where nobody was to be."""
    gone = result.dropped
    if gone is None:
        return None
    left = result.survey.respondents
    people = {"people": left + gone.respondents, "left": left}
    changed = tuple(
        Changed(visible(both.name), told(both, words), told(one, words))
        for both, one in gone.features
        if (both.category, rival(both)) != (one.category, rival(one))
    )
    same = len(gone.features) - len(changed)
    if not gone.respondents:
        summary = words("dropped", "none", kinds=", ".join(gone.kinds))
    elif changed:
        facts = {"count": len(changed), "all": len(gone.features), **people}
        summary = words("dropped", "some", **facts)
    else:
        summary = words("dropped", "same", count=same, **people)
    return Comparison(
        words("dropped", "title"),
        summary,
        (
            words("column", "feature"),
            words("dropped", "with", count=people["people"]),
            words("dropped", "without", count=left),
        ),
        changed,
        words("dropped", "rest", count=same) if changed and same else "",
    )


def told(feature: FeatureResult, words: Words) -> Told:
    """A feature's category with its rival, how sure that is, and of how many answers."""
    category, name = feature.category, category_words(feature, words)
    signs = "" if category is None else f"{glyph(category)} {category.letter} "
    numbers = f"{certainty(feature.certainty)}, n {count(feature.people)}"
    return Told(category, f"{signs}{name}", numbers)


def everybody(left: int, gone: Dropped, wanted: str, words: Words) -> tuple[str, str]:
    """One feature with everybody counted, as a label and a text."""
    feature = gone.with_all[wanted]
    numbers = f"Better {decimal(feature.better)}, Worse {decimal(feature.worse)}"
    label = words("dropped", "everybody", people=left + gone.respondents)
    return label, f"{told(feature, words).text}, {numbers}"
