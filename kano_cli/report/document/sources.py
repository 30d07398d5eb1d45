"""The texts that a report rests on; only what was read itself is cited plainly."""

from collections.abc import Iterator

from kano_cli.core.tables import POULIOT, SHORT3X3
from kano_cli.report.document.blocks import Block, Bullets, Heading, Paragraph, Point
from kano_cli.report.document.study import Choices, Study
from kano_cli.report.words import Words

BERGER = (
    "Berger, C., Blauth, R., Boger, D., Bolster, C., Burchill, G., DuMouchel, W., Pouliot, F., "
    "Richter, R., Rubinoff, A., Shen, D., Timko, M., Walden, D. (1993). Kano’s methods for "
    "understanding customer-defined quality. Center for Quality of Management Journal 2(4), 3–36."
)
SAUERWEIN = (
    "Sauerwein, E., Bailom, F., Matzler, K., Hinterhuber, H. H. (1996). The Kano model: how to "
    "delight your customers. Preprints Vol. I, IX. Int. Working Seminar on Production Economics, "
    "Innsbruck/Igls, 313–327."
)
PETER = "Peter, W. (2024). stp25kano. github.com/stp4/stp25kano."
ZACARIAS = "Zacarias, D. The complete guide to the Kano model, v1.2. foldingburritos.com."
KANO = (
    "Kano, N., Seraku, N., Takahashi, F., Tsuji, S. (1984). Attractive quality and must-be "
    "quality. Hinshitsu 14(2), 39–48."
)
LEE = "Lee, M. C., Newcomb, J. F. (1997). Quality Management Journal."
FONG = (
    "Fong, D. (1996). Using the self-stated importance questionnaire to interpret Kano "
    "questionnaire results. Center for Quality of Management Journal 5, 21–24."
)
CHAPMAN = (
    "Chapman, C., Callegaro, M. (2022). Kano analysis: a critical survey science review. "
    "Sawtooth Software Conference."
)
NILSSON = "Nilsson-Witell, L., Fundin, A. (2005)."
BORGIANNI = "Borgianni, Y. (2018). J. Industrial Engineering and Management 11(3), 569–587."


def sources(study: Study, words: Words, choices: Choices) -> Iterator[Block]:
    """What was read, then what is known through it."""
    yield Paragraph(words("report_sources", "intro"))
    yield Bullets(tuple(Point(text) for text in _read(study)))
    yield Heading(words("report_sources", "second"))
    yield Paragraph(words("report_sources", "second_intro"))
    yield Bullets(tuple(Point(text) for text in _second_hand(study, choices)))


def _read(study: Study) -> Iterator[str]:
    """The texts that were read, as far as this report uses them."""
    settings = study.result.settings
    yield BERGER
    yield SAUERWEIN
    if settings.rule == "near-tie" or settings.table.name in (SHORT3X3.name, POULIOT.name):
        yield PETER
    if settings.sort == "stack":
        yield ZACARIAS


def _second_hand(study: Study, choices: Choices) -> Iterator[str]:
    """The texts that others quote."""
    yield KANO
    yield LEE
    if choices.detail or "detail" in choices.sections:
        yield FONG
    if any(finding.code == "K202" for finding in study.result.findings):
        yield CHAPMAN
    if study.waves is not None:
        yield NILSSON
        yield BORGIANNI
