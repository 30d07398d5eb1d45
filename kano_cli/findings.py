"""What may be wrong or worth knowing: one catalogue of permanent codes.

The words of a finding stand in the language files of `report`; here is what is the same in
every language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

Fact: TypeAlias = str | float | tuple[str, ...] | tuple[tuple[str, float], ...]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Place:
    """Where, as a spreadsheet shows it; what is not known is left out.

    `row` is a row of a sheet, `line` one of a text file: where a record begins, as editors count.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    feature: str = ""
    line: int | None = None


@dataclass(frozen=True)
class Finding:
    """One thing to know about a survey or its result."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))
    place: Place = Place()

    @property
    def severity(self) -> Severity:
        """As the catalogue has it."""
        return CATALOGUE[self.code]


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CATALOGUE: Mapping[str, Severity] = MappingProxyType(
    {
        # K1xx: reading the file
        "K101": _INFO,  # the file is not UTF-8
        "K102": _INFO,  # rows without a Kano answer
        "K103": _INFO,  # answers that say "don't know"
        "K104": _WARNING,  # unknown answers, treated as missing on request
        "K105": _INFO,  # answers in more than one language
        "K106": _INFO,  # empty columns beside the pairs
        "K107": _WARNING,  # the file has no feature names
        "K108": _WARNING,  # pairs that the questionnaire does not name
        "K109": _WARNING,  # a header that was decoded twice
        # K110 said that weights were not applied; now they are, and it is not used again
        "K111": _WARNING,  # importance ratings that cannot be read
        "K112": _INFO,  # a long table without respondents
        "K113": _WARNING,  # importance that belongs to no feature
        "K114": _INFO,  # sheets beside the one that was read
        "K115": _WARNING,  # a declared layout that goes against the words
        "K116": _WARNING,  # pairs by name whose answers are not on the scale
        "K117": _WARNING,  # more than one mark for one answer
        "K118": _INFO,  # counts by category without reverse or questionable
        "K119": _INFO,  # rows that the survey tool marks as no answer
        "K120": _INFO,  # codes that a page of the file explains
        "K121": _INFO,  # rows that were left out on request
        "K122": _WARNING,  # remarks that happen to be answers
        "K123": _INFO,  # columns of the same codes that belong to no pair
        "K125": _WARNING,  # respondents without a weight
        "K126": _INFO,  # respondents whose weight is zero
        "K127": _WARNING,  # answers to another version of the questionnaire
        "K128": _INFO,  # answers of one of our forms, read without its questionnaire
        "K129": _WARNING,  # answers to several versions of a questionnaire
        "K130": _WARNING,  # files of answers that are the same to the last byte
        "K131": _WARNING,  # ratings outside their scale
        "K132": _INFO,  # a column of ratings in which nobody said anything
        "K133": _WARNING,  # ratings that look like another scale
        "K134": _WARNING,  # texts that are no ratings, or neither yes nor no
        "K135": _WARNING,  # forms that nobody filled in, or without consent, left out
        # K2xx: the survey's quality
        "K201": _WARNING,  # fewer than 30 answers
        "K202": _INFO,  # fewer than 200 answers
        "K203": _INFO,  # half-answered pairs
        "K204": _WARNING,  # too many questionable pairs
        "K205": _WARNING,  # questionable is the most common
        "K206": _WARNING,  # reverse is the most common
        "K207": _WARNING,  # the two questions may have changed places
        "K208": _WARNING,  # the same respondent twice
        "K209": _WARNING,  # straight-liners
        "K210": _INFO,  # respondents who are neutral to everything
        "K211": _INFO,  # respondents who answer one side, or every pair, alike
        "K212": _INFO,  # respondents who often contradict themselves
        "K213": _WARNING,  # respondents who were very fast
        "K214": _INFO,  # what the later rows of a respondent say
        "K215": _WARNING,  # a feature whose two questions may have changed places
        "K216": _INFO,  # respondents who were dropped on request
        # K3xx, statistics
        "K301": _WARNING,  # a tie for the first place
        "K302": _INFO,  # the rules disagree
        "K303": _WARNING,  # two surveys worded their answers differently
        "K304": _WARNING,  # two surveys are judged by different tables
        "K305": _WARNING,  # two surveys asked different questions
        "K306": _INFO,  # two surveys are laid out differently
        "K307": _WARNING,  # features that not every survey has
        "K308": _INFO,  # respondents whose group is not known
        "K309": _WARNING,  # groups with fewer than 20 answers
        "K310": _WARNING,  # groups with fewer than 30 answers
        "K311": _WARNING,  # weighted answers too thin for their test
        "K312": _WARNING,  # two waves with the same answers
        # K40x, the gate: is the survey strong enough
        "K401": _ERROR,  # a feature with too few answered pairs
        "K402": _WARNING,  # a feature with too many questionable pairs
        "K403": _WARNING,  # a feature with too many half-answered pairs
        "K404": _WARNING,  # a feature whose category is not certain enough
        "K405": _WARNING,  # the survey is too old
        "K406": _WARNING,  # too many rows were left out
        "K407": _ERROR,  # the two questions of a feature look swapped
        # K41x, the gate: does the backlog contradict the survey
        "K410": _ERROR,  # a basic feature that the backlog or its release lacks
        "K411": _ERROR,  # a basic feature ranked below a wow one
        "K412": _ERROR,  # a reverse feature is planned
        "K413": _WARNING,  # an indifferent feature is planned with high priority or size
        "K414": _WARNING,  # no wow feature is planned
        "K415": _WARNING,  # more wow features are planned than the dose
        "K416": _WARNING,  # the order of the backlog contradicts the Kano order
        "K417": _WARNING,  # an item without evidence: it names no feature
        "K418": _WARNING,  # several open items for one feature
        "K419": _ERROR,  # an item names a feature that the survey does not have
        "K420": _INFO,  # an item was joined to a feature by its title, as asked
        # K43x, the gate: what changed since the baseline
        "K430": _ERROR,  # a category changed
        "K431": _WARNING,  # Better or Worse moved more than the limit and more than noise
        "K432": _WARNING,  # a feature appeared
        "K433": _ERROR,  # a feature vanished
        "K434": _WARNING,  # the wording changed
        "K435": _ERROR,  # the evaluation table changed
        "K436": _ERROR,  # the rule changed
        # K44x, the gate: is the questionnaire well made
        "K440": _WARNING,  # the two questions are not each other's opposite
        "K441": _WARNING,  # a question asks two things at once
        "K442": _WARNING,  # a question leads the respondent
        "K443": _ERROR,  # identical question texts
        "K444": _WARNING,  # more features than a respondent can bear
        "K445": _WARNING,  # an id that a form target refuses
        "K446": _ERROR,  # two features of one id
        "K447": _WARNING,  # a question that negates twice
        "K448": _WARNING,  # a question that is too long
        "K449": _ERROR,  # a question that is missing
        "K450": _WARNING,  # a drafted feature that nobody has read yet
        "K451": _WARNING,  # jargon, or an abbreviation that is not explained
        "K452": _ERROR,  # a text that a translation lacks
        "K453": _ERROR,  # a language without texts for the answers
        # K50x, the journey
        "K501": _WARNING,  # a touchpoint is not what the team calls it
        "K502": _WARNING,  # a basic fails at a moment of truth, or at one to excel
        "K503": _WARNING,  # a chosen wow idea with a design point that is empty
        "K504": _WARNING,  # people leave a touchpoint below neutral
    }
)
