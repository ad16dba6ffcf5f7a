from pathlib import Path

import pytest

from kg.errors import JudgementError
from kg.model import Answer, Family, Judgement
from kg.resolve import read_judgements

HEAD = "left,right,judgement,by,when,why\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.csv"


def read(file: Path, text: str | bytes) -> tuple[Judgement, ...]:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_judgements([file])


def refused(file: Path, text: str | bytes) -> str:
    with pytest.raises(JudgementError) as caught:
        read(file, text)
    assert caught.value.path == str(file)
    assert caught.value.remedy
    return str(caught.value).removeprefix(str(file))


def test_a_row_says_who_judged_what_when_and_why(file: Path) -> None:
    text = "# Names in the dock strike\n" + HEAD
    text += 'Ada Quill,"Quill, Ada",same,Rune,2031-03-04,"says ""the same"""\n'
    assert read(file, text) == (
        Judgement(
            left="Ada Quill",
            right="Quill, Ada",
            answer=Answer.SAME,
            by="Rune",
            when="2031-03-04",
            why='says "the same"',
            path=str(file),
            line=3,
        ),
    )


def test_columns_may_stand_in_any_order_and_others_are_passed_over(file: Path) -> None:
    (found,) = read(file, "Judgement,score,Right,kind,LEFT\nDIFFERENT,0.9,Tom,Person,Ada\n")
    assert (found.left, found.right, found.answer) == ("Ada", "Tom", Answer.DIFFERENT)
    assert (found.family, found.by) == (Family.PERSON, "")


@pytest.mark.parametrize(
    ("kind", "family"),
    [("body", Family.BODY), ("unit", Family.BODY), ("expert", Family.PERSON), ("", None)],
)
def test_a_kind_is_a_family_or_a_kind_of_entity(
    file: Path, kind: str, family: Family | None
) -> None:
    assert read(file, f"left,right,judgement,kind\na,b,same,{kind}\n")[0].family is family


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_what_spreadsheets_make_of_it_is_read(file: Path, separator: str, end: str) -> None:
    rows = [
        ['"# by Rune; in May, as told"', "", "", ""],
        ["left", "right", "judgement", "by"],
        ["Ada", "Tom", "same", "Rune", ""],
        ["", "", "", ""],
    ]
    text = end.join(separator.join(row) for row in rows)
    (found,) = read(file, "\ufeff".encode() + text.encode())
    assert (found.left, found.right, found.by, found.line) == ("Ada", "Tom", "Rune", 3)


def test_comments_empty_lines_and_undecided_rows_say_nothing(file: Path) -> None:
    text = f'# one, "two\n\n{HEAD}# three\nAda,Tom,,,,\n\n"# four, five",,,\nAda,Eve,unsure\n'
    assert [(one.right, one.line) for one in read(file, text)] == [("Eve", 8)]


def test_a_comment_mark_within_a_value_begins_no_comment(file: Path) -> None:
    (found,) = read(file, HEAD + 'Ada,Tom,same,,,"first\n# second"\n')
    assert found.why == "first # second"


def test_files_are_read_in_their_order(tmp_path: Path) -> None:
    for name in "ba":
        (tmp_path / name).write_text(f"{HEAD}{name},c,same\n")
    found = read_judgements([tmp_path / "b", tmp_path / "a"])
    assert [one.left for one in found] == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ": is empty; give a CSV file with the columns left, right"),
        ("# nothing\n", ": is empty; give"),
        ("left,right\n", ", line 1: has no column judgement in its first line; give"),
        ("a,b\n", ", line 1: has no column left and no column right and no column judgement"),
        (HEAD + "a,b,sane\n", ", line 2: there is no judgement “sane”; did you mean same?"),
        (HEAD + "a,b,42\n", ", line 2: there is no judgement “42”; write same, different, unsure"),
        (HEAD + "\n#\na,,same\n", ", line 4: names nobody as right; write a name or the id"),
        (HEAD + "a,b,same,,,x,y\n", ", line 2: has 7 columns where the first line names 6; put"),
        (HEAD + 'a,"b,same\n', ", line 2: is no row of a CSV file (unexpected end of data); close"),
        ("left,right,judgement,kind\na,b,same,dog\n", ", line 2: there is no kind “dog”; write"),
        (HEAD.encode() + b"Jos\xe9,b,same\n", ", line 2: is not UTF-8 (byte 0xe9); save it as CSV"),
        ("left,right".encode("utf-16"), ", line 1: is not UTF-8 (byte 0xff); save it as CSV"),
    ],
)
def test_what_cannot_be_read_is_told_with_line_and_remedy(
    file: Path, text: str | bytes, told: str
) -> None:
    assert refused(file, text).startswith(told)


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match=r"no\.csv: does not exist; give"):
        read_judgements([tmp_path / "no.csv"])
    with pytest.raises(JudgementError, match="is a folder; give a file in it"):
        read_judgements([tmp_path])


def test_two_rows_that_contradict_each_other_are_both_named(file: Path) -> None:
    told = refused(file, HEAD + "Ada Quill,Tom Quill,different\ntom QUILL,Ada Quill,same\n")
    assert told == (
        ", line 2: “Ada Quill” and “Tom Quill” cannot be different, as line 3 says that they are"
        " the same; take one of them out, or write unsure"
    )


def test_a_contradiction_through_others_and_another_file_is_found(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text(HEAD + "a,b,same\nc,d,same\n")
    two.write_text(HEAD + "d,a,different\nb,c,same\n")
    with pytest.raises(JudgementError) as caught:
        read_judgements([one, two])
    assert str(caught.value).startswith(f"{two}, line 2: “d” and “a” cannot be different, as ")
    assert f"{one}, line 3 and line 3 and {one}, line 2 together say" in str(caught.value)


def test_a_name_cannot_differ_from_itself(file: Path) -> None:
    assert "are one name, which cannot differ; write two" in refused(
        file, HEAD + "Sun Mi-rae,SUN Mi Rae,different\n"
    )


def test_unsure_contradicts_nothing(file: Path) -> None:
    assert len(read(file, HEAD + "a,b,same\na,b,unsure\n")) == 2
