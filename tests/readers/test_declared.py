"""What the user declares, beside what the file itself says."""

from pathlib import Path

import pytest

from kano_cli import classify
from kano_cli.errors import KanoError

PAIRS = "If we had a bike?,If we did not have a bike?"
TRAP = "If there was no queue?,If there was a queue?"


def survey(tmp_path: Path, header: str, *rows: str) -> Path:
    """A text file with this header and these rows."""
    path = tmp_path / "survey.csv"
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return path


def test_a_layout_that_the_headers_disprove_is_refused(tmp_path: Path) -> None:
    """Side by side they are proven the other way round; a result would be its own opposite."""
    header = "bike_dysfunctional,bike_functional"

    with pytest.raises(KanoError, match="prove that column B is the functional question"):
        classify(survey(tmp_path, header, "I dislike it,I like it"), layout="alternating")


def test_blocks_are_refused_where_neighbours_are_proven(tmp_path: Path) -> None:
    """The pairs would be of different features."""
    header = "bike_f,bike_d,lock_f,lock_d"

    with pytest.raises(KanoError, match="leave out --layout blocks"):
        classify(survey(tmp_path, header, "like,dislike,like,dislike"), layout="blocks")


def test_a_layout_against_the_words_of_one_pair_is_told(tmp_path: Path) -> None:
    """That is what settles an absence, and what turns a swapped pair into its opposite."""
    path = survey(tmp_path, f"{PAIRS},{TRAP}", "like,dislike,like,dislike")

    result = classify(path, layout="alternating")

    assert [f.code for f in result.findings if f.code == "K115"] == ["K115"]
    assert next(f for f in result.findings if f.code == "K115").facts == {"names": ("C/D",)}
    assert [feature.category.word for feature in result.features if feature.category] == [
        "performance",
        "performance",
    ]


def test_a_layout_that_agrees_with_the_words_is_silent(tmp_path: Path) -> None:
    """There is nothing to warn of."""
    result = classify(survey(tmp_path, PAIRS, "like,dislike"), layout="alternating")

    assert "K115" not in [finding.code for finding in result.findings]


def test_the_pair_that_raises_the_doubt_is_named(tmp_path: Path) -> None:
    """Not the first pair of the file, which is clear."""
    header = f"{PAIRS},Is the shop clean?,Is the shop dirty?"

    with pytest.raises(KanoError) as refused:
        classify(survey(tmp_path, header, "like,dislike,like,dislike"))

    assert "columns C and D seem to be a pair; the other pairs (1) are clear" in str(refused.value)


def test_codes_against_the_scale_are_refused(tmp_path: Path) -> None:
    """The questionnaire says that 5 is like; the command line says that it is dislike."""
    (tmp_path / "own.yaml").write_text(
        'kano: 1\nscale: {like: "5", must-be: "4", neutral: "3", live-with: "2", dislike: "1"}\n',
        "utf-8",
    )
    path = survey(tmp_path, "bike_f,bike_d", "5,1")

    with pytest.raises(KanoError, match="--codes says that 1 is like, and the scale says"):
        classify(path, questionnaire=tmp_path / "own.yaml", codes="like=1")


def test_a_questionnaire_may_do_no_more_than_word_the_answers(tmp_path: Path) -> None:
    """What every message about a wording asks for first; names then come from the file."""
    (tmp_path / "own.yaml").write_text(
        "kano: 1\nscale: {like: Hurray, must-be: Of course, neutral: Meh, live-with: Oh well, "
        "dislike: Boo}\n",
        "utf-8",
    )
    path = survey(tmp_path, "bike_f,bike_d", "Hurray,Boo", "Meh,Boo")

    result = classify(path, questionnaire=tmp_path / "own.yaml")

    assert [(f.name, f.counts) for f in result.features] == [("bike", (1, 1, 0, 0, 0, 0))]


def test_all_english_ways_to_live_with_it_are_known(tmp_path: Path) -> None:
    """With and without its ending and its comma."""
    rows = ["like,I dislike it, but I can live with it".replace(", but", " but")]
    rows += ['like,"I dislike it, but I can live with it"']
    rows += ['like,"I dislike it, but I can live with it that way"']

    (feature,) = classify(survey(tmp_path, "bike_f,bike_d", *rows)).features

    assert feature.answers
    assert feature.answers[0] == (0, 0, 0, 3, 0)


@pytest.mark.parametrize(
    ("header", "row", "lost"),
    [
        (f"{PAIRS},If we had tea?,If we did not have tea?", "like,dislike,Good,Bad", "tea"),
        ("bike (with),bike (without),tea pos,tea neg", "like,dislike,Great,Bad", "tea"),
        ("Have this? [bike],Have this? [tea],Not have this? [bike],Not have this? [tea]",
         "like,1,dislike,5", "tea"),
    ],
)  # fmt: skip
def test_a_pair_with_other_answers_is_not_lost_in_silence(
    tmp_path: Path, header: str, row: str, lost: str
) -> None:
    """It is no Kano pair of this scale; but it may well be one of another."""
    result = classify(survey(tmp_path, header, row, row))

    (finding,) = (each for each in result.findings if each.code == "K116")
    assert all(lost in str(name) for name in finding.facts["names"])  # type: ignore[union-attr]
    assert len(finding.facts["names"]) == 2  # type: ignore[arg-type]


def test_a_remark_that_happens_to_be_an_answer_is_no_question(tmp_path: Path) -> None:
    """Satisfaction has a neutral of its own."""
    header = "Satisfaction,bike_f,bike_d"
    rows = ["Neutral,like,dislike", "Neutral,like,dislike", "Content,like,dislike"]

    (feature,) = classify(survey(tmp_path, header, *rows)).features

    assert feature.counts == (0, 3, 0, 0, 0, 0)


def test_a_question_about_importance_finds_its_feature(tmp_path: Path) -> None:
    """By the one feature that it names; a second column for it is reported."""
    header = "bike_f,bike_d,night lock_f,night lock_d,How important is a night lock?,Importance"
    result = classify(survey(tmp_path, header, "like,dislike,like,dislike,8,3"), sort="file")

    means = [f.importance.mean if f.importance else None for f in result.features]
    assert means == [None, 8.0]
    assert [f.facts["names"] for f in result.findings if f.code == "K113"] == [("Importance",)]


def test_a_row_of_totals_is_told_as_an_unknown_answer(tmp_path: Path) -> None:
    """Its numbers are no codes: nobody should be asked for their direction."""
    rows = ["1,like,dislike", "2,expect,neutral", "Total,2,2"]

    with pytest.raises(KanoError, match="2 answers are not on the scale"):
        classify(survey(tmp_path, "nr,bike_f,bike_d", *rows))


def test_counts_without_answers_are_left_out_and_said(tmp_path: Path) -> None:
    """Nine gave a pair, twenty-six gave none."""
    rows = ["bike,like,dislike,9", "bike,,,26"]

    result = classify(survey(tmp_path, "feature,functional,dysfunctional,count", *rows))

    assert result.survey.respondents == 9
    assert result.survey.left_out_rows == {"empty": 26}
    assert "K102" in [finding.code for finding in result.findings]


@pytest.mark.parametrize("text", ["jan@example.org", "call 0612345678", "Jan"])
def test_a_refusal_quotes_no_personal_data(tmp_path: Path, text: str) -> None:
    """A column that may hold names or remarks is not shown."""
    rows = [f"{text},9", f"{text},8", "other,7"]

    with pytest.raises(KanoError) as refused:
        classify(survey(tmp_path, "Who,Score", *rows))

    assert text not in str(refused.value)


@pytest.mark.parametrize("word", ["Dat zou ik onprettig vinden", "Dat vind ik niet fijn"])
def test_the_opposite_is_never_offered_as_the_nearest_answer(tmp_path: Path, word: str) -> None:
    """Who follows such a hint turns the result round."""
    with pytest.raises(KanoError) as refused:
        classify(survey(tmp_path, "bike_f,bike_d", "like,dislike", f"{word},dislike"))

    assert "(like)" not in str(refused.value)


def test_codes_without_a_meaning_are_named_with_what_the_file_proves(tmp_path: Path) -> None:
    """Following the hint settles it."""
    path = survey(tmp_path, "bike_f,bike_d", "5 - I like it,1 - I dislike it", "4,2")

    with pytest.raises(KanoError) as refused:
        classify(path)

    assert "the codes 2, 4 mean; 1, 5 are known\nhint: add --codes like=5" in str(refused.value)
    (feature,) = classify(path, codes="like=5").features
    assert feature.counts == (0, 1, 0, 1, 0, 0)
