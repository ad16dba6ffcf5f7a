from pathlib import Path

import numpy as np
import pytest

from kg.language import parse
from kg.language.labels.features import COLUMNS, COMMON, Alphabet, features
from tests.parsed import parsed

WORDS = ["the", "dam", "said", "mayor"]
ALPHABET = Alphabet(WORDS, ["DT", "NN", "VBD"], ["det", "nsubj"])
CLAUSE = "The/DT/det/2 dam/NN/nsubj/3 broke/VBD/root/0"


def column(text: str, name: str) -> list[int]:
    numbers: list[int] = features(parse(text), ALPHABET).rows[:, COLUMNS.index(name)].tolist()
    return numbers


def test_every_number_is_below_the_size_of_its_column() -> None:
    text = "“Gone,” he said. — Ünïcødé 1,234.5 😀\n\n'Tis so.\n" * 30
    rows = features(parse(text), ALPHABET).rows
    assert (rows >= 0).all()
    assert (rows.max(0) < [ALPHABET.sizes[name] for name in COLUMNS]).all()


def test_a_text_without_words_has_no_rows() -> None:
    assert features(parse(" \n\n "), ALPHABET).rows.shape == (0, len(COLUMNS))
    assert features(parse(""), ALPHABET).rows.shape == (0, len(COLUMNS))


def test_words_are_looked_up_whatever_their_case() -> None:
    assert column("The DAM dams", "word") == [2, 3, 1]


def test_other_words_share_buckets_and_numbers_of_as_many_digits_are_one() -> None:
    unknown, first, second = column("qwerty 1987 2024", "common")
    assert unknown >= COMMON + 2
    assert first == second


def test_typographic_marks_are_those_of_a_typewriter() -> None:
    assert ALPHABET.form("mayor’s")[1:4] == ALPHABET.form("mayor's")[1:4]


def test_quotations_are_told_from_their_marks_and_from_what_is_outside() -> None:
    assert column('He said "no".', "quote") == [2, 2, 4, 3, 4, 2]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_told_from_one_that_ends() -> None:
    assert 5 in column("“It rained.\n\n“It stopped.”", "quote")


def test_tags_and_labels_of_a_token_and_its_head_are_those_of_the_parse() -> None:
    rows = features(parsed(CLAUSE), ALPHABET).rows
    named = {name: rows[:, at].tolist() for at, name in enumerate(COLUMNS)}
    assert named["tag"] == [2, 3, 4]
    assert named["label"] == [2, 3, 1]
    assert named["head_tag"] == [3, 4, 4]
    assert named["head_label"] == [3, 1, 1]


def test_heads_are_counted_without_the_white_space_between_paragraphs() -> None:
    distances = column("It rained.\n\nIt rained.\n\n\n", "head_distance")
    assert distances[:3] == distances[3:]


def test_paragraphs_are_numbered_and_the_first_one_is_told_apart() -> None:
    found = features(parse("Flood\n\nIt rained."), ALPHABET)
    assert found.paragraphs.tolist() == [0, 1, 1, 1]
    turn = found.rows[:, COLUMNS.index("turn")]
    assert turn[0] == turn[1] + 1


def test_tokens_point_into_the_document() -> None:
    doc = parse("Flood\n\nIt rained.")
    words = [doc[int(i)].text for i in features(doc, ALPHABET).tokens]
    assert words == ["Flood", "It", "rained", "."]


def test_an_alphabet_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    ALPHABET.save(tmp_path)
    again = Alphabet.load(tmp_path)
    assert again.sizes == ALPHABET.sizes
    doc = parse("The mayor said no.")
    assert np.array_equal(features(doc, again).rows, features(doc, ALPHABET).rows)


def test_an_alphabet_is_written_to_the_same_bytes_each_time(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    ALPHABET.save(tmp_path / "a")
    ALPHABET.save(tmp_path / "b")
    for name in ("words.txt.gz", "symbols.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("word", ["", " ", "\u200b", "x" * 300])
def test_odd_words_have_numbers_too(word: str) -> None:
    assert all(number >= 1 for number in ALPHABET.form(word))
