"""Which lines are paragraphs, and how documents are joined; no trained component runs here."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.paragraphs import (
    column,
    joined,
    offsets,
    paragraphs,
    sentence_bounds,
    text_of,
    without_breaks,
)
from tests.parsed import parsed


def cut(text: str) -> list[str]:
    return [without_breaks(text, lines) for lines in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("  One line. \n\n", ["One line."]),
        ("One.\nTwo.\r\nThree.\x85Four.", ["One.", "Two.", "Three.", "Four."]),
        ("Home\nNews\nNorth and South\nPrint", ["Home", "News", "North and South", "Print"]),
    ],
)
def test_a_line_is_a_paragraph(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


FULL = "Nine people were taken to hospital when the ferry"
MORE = "struck the quay at Port Sarn, the harbour police"


def test_lines_without_room_for_the_next_word_are_one_paragraph() -> None:
    text = f"{FULL}\n  {MORE}\r\nsaid on Monday.\n\n{FULL}."
    assert cut(text) == [f"{FULL} {MORE} said on Monday.", f"{FULL}."]


@pytest.mark.parametrize(
    "text",
    [
        f"{FULL}\nsaid on Monday.",
        f"{FULL}\nPolice.\n{MORE}",
        f"{FULL * 3}\n{MORE * 3}\n{FULL * 3}",
        "It rained\nall the day\nand night",
    ],
)
def test_two_lines_lines_with_room_and_long_or_short_lines_stay_apart(text: str) -> None:
    assert cut(text) == text.split("\n")


def test_documents_are_joined_with_every_character_and_offset() -> None:
    vocab = Vocab()
    text = "\nAda\n Lind left.\t\nRain"
    first = Doc(
        vocab,
        words=["Ada", "Lind", "left", "."],
        spaces=[True, True, False, False],
        heads=[2, 0, 2, 2],
        deps=["nsubj", "flat", "ROOT", "punct"],
        pos=["PROPN", "PROPN", "VERB", "PUNCT"],
        lemmas=["Ada", "Lind", "leave", "."],
        ents=["B-PER", "I-PER", "O", "O"],
    )
    second = Doc(vocab, words=["Rain"], spaces=[False], heads=[0], deps=["ROOT"], ents=["O"])
    doc = joined(vocab, text, [([(1, 4), (6, 16)], first), ([(18, 22)], second)])
    assert doc.text == text
    assert [(token.text, token.idx, token.head.text, token.dep_) for token in doc] == [
        ("\n", 0, "\n", "ROOT"),
        ("Ada", 1, "left", "nsubj"),
        ("\n ", 4, "Ada", "dep"),
        ("Lind", 6, "Ada", "flat"),
        ("left", 11, "left", "ROOT"),
        (".", 15, "left", "punct"),
        ("\t\n", 16, "\t\n", "ROOT"),
        ("Rain", 18, "Rain", "ROOT"),
    ]
    assert [sentence.text for sentence in doc.sents] == ["\n", "Ada\n Lind left.", "\t\n", "Rain"]
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Ada\n Lind", "PER")]
    assert doc[4].lemma_ == "leave"


def test_text_without_a_word_is_one_token_of_white_space_or_none() -> None:
    assert [token.text for token in joined(Vocab(), " \n", [])] == [" \n"]
    assert len(joined(Vocab(), "", [])) == 0


def test_the_text_of_a_joined_document_is_the_very_text_that_it_was_joined_from() -> None:
    text = "Rain.\n\nSnow. "
    vocab = Vocab()
    first, second = (
        Doc(vocab, words=[word, "."], spaces=[False, False]) for word in ("Rain", "Snow")
    )
    doc = joined(vocab, text, list(zip(paragraphs(text), (first, second), strict=True)))
    assert text_of(doc) is text
    assert text_of(first) == "Rain."
    assert offsets(doc) == [token.idx for token in doc]


def test_a_column_reads_what_each_token_reads() -> None:
    doc = parsed("Rain/NNP/nsubj/2 fell=fall/VBD/root/0 here/RB/advmod/2")
    assert column(doc, "LEMMA") == ["rain", "fall", "here"]
    assert column(doc, "TAG") == [token.tag_ for token in doc]
    assert column(doc, "ENT_TYPE") == ["", "", ""]


def test_a_sentence_begins_and_ends_where_the_document_says() -> None:
    doc = parsed("Rain/NNP/nsubj/2 fell/VBD/root/0", "It/PRP/nsubj/2 stopped/VBD/root/0")
    assert [sentence_bounds(token) for token in doc] == [(0, 2), (0, 2), (2, 4), (2, 4)]
