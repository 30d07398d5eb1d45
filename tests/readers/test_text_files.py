"""Bytes to text to cells: encodings, line ends, delimiters, quotes."""

import io
import os
import threading
from pathlib import Path

import pytest

from kano_cli.errors import KanoError
from kano_cli.readers.files.delimited import Dialect, dialect_of
from kano_cli.readers.files.source import open_source
from kano_cli.readers.options import ReadOptions
from kano_cli.readers.survey import read_survey
from tests.readers.files import csv_text, write
from tests.readers.reading import Reader, codes, finding, pairs

LIKED = {"loan": [(1, 5), (1, 3)]}


def test_line_ends_of_old_macs_are_read(read: Reader) -> None:
    """CR only."""
    survey = read(b"id,loan_f,loan_d\r1,like,dislike\r2,like,neutral\r")

    assert pairs(survey) == LIKED


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "{end}", "{end}{end}", "{end},,{end}"])
def test_a_missing_or_blank_last_line_changes_nothing(read: Reader, end: str, last: str) -> None:
    """Whatever the line ends are."""
    rows = ["id,loan_f,loan_d", "1,like,dislike", "2,like,neutral"]
    survey = read(end.join(rows) + last.format(end=end))

    assert pairs(survey) == LIKED
    assert survey.origin.left_out_rows == {}


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_excels_first_line_names_the_delimiter(read: Reader, end: str) -> None:
    """It is obeyed and dropped, and a decimal comma is no delimiter."""
    lines = ["sep=;", "Nr;Spent;Loan bike - with;Loan bike - without"]
    survey = read(end.join([*lines, "1;12,50;I like it;I dislike it", ""]))

    assert pairs(survey) == {"Loan bike": [(1, 5)]}


def test_the_first_line_of_excel_can_name_a_tab(read: Reader) -> None:
    """Nobody can see it there."""
    survey = read("sep=\t\r\nloan_f\tloan_d\r\nlike\tdislike\r\n")

    assert pairs(survey) == {"loan": [(1, 5)]}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read: Reader, delimiter: str) -> None:
    """Four are known."""
    rows = [["id", "loan_f", "loan_d"], ["1", "like", "dislike"], ["2", "like", "neutral"]]

    assert pairs(read(csv_text(rows, delimiter))) == LIKED


def test_commas_in_answers_and_numbers_are_no_delimiters(read: Reader) -> None:
    """There are more of them than of the semicolons that part the cells."""
    survey = read(
        "nr;spent;loan_f;loan_d\n"
        "1;1,25;I enjoy it that way;I dislike it, and I can't accept it\n"
        "2;2,50;I enjoy it that way;I dislike it, but I can live with it that way\n"
    )

    assert pairs(survey) == {"loan": [(1, 5), (1, 4)]}


def test_answers_that_are_known_find_the_delimiter(read: Reader) -> None:
    """By their shape alone these rows are three columns between commas, not two."""
    row = "It is a basic necessity, or I expect it that way;I dislike it, and I can't accept it\n"
    survey = read("loan_f;loan_d\n" + 9 * row)

    assert pairs(survey) == {"loan": 9 * [(2, 5)]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_first_line_of_excel_outweighs_the_look_of_the_rest(tmp_path: Path, end: str) -> None:
    """There are more commas than semicolons, whatever the line ends are."""
    rows = ["sep=;", *(9 * ["1,5,0;2,7,0"])]
    source = open_source(write(tmp_path / "s.csv", end.join(rows)))

    assert dialect_of(source, "utf-8", lambda _: False) == Dialect("utf-8", ";", skip=1)


def test_a_delimiter_that_is_named_is_used(read: Reader) -> None:
    """Any one character will do."""
    survey = read("loan_f~loan_d\nlike~dislike\n", ReadOptions(delimiter="~"))

    assert pairs(survey) == {"loan": [(1, 5)]}


@pytest.mark.parametrize("wanted", ["tab", "TAB", "\\t", "\t"])
def test_a_tab_has_names(read: Reader, wanted: str) -> None:
    """It is hard to type."""
    survey = read("loan_f\tloan_d\nlike\tdislike\n", ReadOptions(delimiter=wanted))

    assert pairs(survey) == {"loan": [(1, 5)]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_its_mark(read: Reader, encoding: str) -> None:
    """A byte-order mark belongs to no header, a quoted one neither."""
    survey = read('"Café_f";"Café_d"\r\nI like it;I’m neutral\r\n'.encode(encoding))

    assert pairs(survey) == {"Café": [(1, 3)]}


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-16", "utf-16-le"])
def test_a_named_encoding_leaves_no_mark_behind(read: Reader, encoding: str) -> None:
    """`--encoding utf-8` on a file that begins with one."""
    content = "\ufeff" + '"loan_f","loan_d"\nlike,dislike\n'
    survey = read(content.encode("utf-16-le" if "16" in encoding else "utf-8"),
                  ReadOptions(encoding=encoding))  # fmt: skip

    assert pairs(survey) == {"loan": [(1, 5)]}


def test_windows_text_is_read_and_said(read: Reader) -> None:
    """Excel in western Europe saves so; the finding names the encoding."""
    survey = read("Café_f;Café_d\nI like it;I’m neutral\n".encode("cp1252"))

    assert pairs(survey) == {"Café": [(1, 3)]}
    assert finding(survey, "K101").facts == {"encoding": "cp1252"}


def test_utf_16_is_said_too_and_a_named_encoding_is_not(read: Reader) -> None:
    """Who names it knows it."""
    content = "loan_f\tloan_d\nlike\tdislike\n".encode("utf-16")

    assert codes(read(content)) == ["K101"]
    assert codes(read(content, ReadOptions(encoding="utf-16"))) == []


def test_a_late_letter_decides_the_encoding(read: Reader) -> None:
    """Far beyond the part of the file that is looked at first."""
    rows = "".join(f"{n},like,dislike,\n" for n in range(1, 3000))
    survey = read(f"id,loan_f,loan_d,why\n{rows}3000,like,neutral,Café\n".encode("cp1252"))

    assert len(pairs(survey)["loan"]) == 3000
    assert codes(survey) == ["K101"]


def test_marks_are_stripped_from_every_cell(read: Reader) -> None:
    """Byte-order marks inside (LimeSurvey), no-break spaces, zero-width spaces."""
    survey = read(
        '"\ufeffloan_f","\ufeffloan_d"\r\n"\ufeffI like it","I\u00a0dislike it\u200b"\r\n'
    )

    assert pairs(survey) == {"loan": [(1, 5)]}


def test_line_breaks_in_quotes_do_not_move_the_row_numbers(read: Reader) -> None:
    """A row is named by the line of the file on which it begins."""
    content = (
        'id,"why\nnot",loan_f,loan_d\n'  # lines 1 and 2
        '1,"two\nmore\nlines",like,dislike\n'  # lines 3 to 5
        "2,,like,perhaps\n"  # line 6
    )

    with pytest.raises(KanoError) as mistake:
        read(content)

    assert mistake.value.place == 'survey.csv, row 6, column D "loan_d"'


def test_other_line_separators_stay_in_their_cell(read: Reader) -> None:
    """U+2028 and a form feed are no line ends."""
    survey = read("id,why,loan_f,loan_d\n1,a\u2028b\x0cc,like,dislike\n")

    assert pairs(survey) == {"loan": [(1, 5)]}


def test_a_delimiter_behind_every_row_makes_no_column(read: Reader) -> None:
    """With it in the header, and without."""
    with_it = read("id,loan_f,loan_d,\n1,like,dislike,\n2,like,neutral,\n")
    without = read("id,loan_f,loan_d\n1,like,dislike,\n2,like,neutral,\n")

    assert pairs(with_it) == pairs(without) == LIKED


def test_blank_cells_may_be_missing_at_the_end_of_a_row(read: Reader) -> None:
    """They are blank: half a pair is counted as one."""
    survey = read("id,loan_f,loan_d,why\n1,like,dislike\n2,like\n3,like,neutral,because\n")

    assert pairs(survey) == {"loan": [(1, 5), (1, 0), (1, 3)]}
    assert survey.tally.half_answered.tolist() == [1]


def test_a_very_long_cell_is_read(read: Reader) -> None:
    """Beyond the limit that the csv module sets by itself."""
    survey = read(f"why,loan_f,loan_d\n{'x' * 200_000},like,dislike\n")

    assert pairs(survey) == {"loan": [(1, 5)]}


def test_quotes_inside_a_text_are_text(read: Reader) -> None:
    """Doubled in a quoted cell, single in another."""
    survey = read('id,why,loan_f,loan_d\n1,"a ""big"" one",like,dislike\n2,5" wheel,like,neutral\n')

    assert pairs(survey) == LIKED


def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is its name."""
    piped = io.BytesIO(b"loan_f,loan_d\nlike,dislike\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(piped))
    survey = read_survey("-")

    assert pairs(survey) == {"loan": [(1, 5)]}
    assert survey.origin.file == "standard input"


def test_a_named_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    """As in `kano classify <(zcat survey.csv.gz)`: it has no size, and opens only once."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"loan_f,loan_d\nlike,dislike\n",))
    writer.start()
    survey = read_survey(pipe)
    writer.join()

    assert pairs(survey) == {"loan": [(1, 5)]}
