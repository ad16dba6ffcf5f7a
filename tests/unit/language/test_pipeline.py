"""The whole pipeline on short texts, and its promise to keep every character."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from kg.language import load, parse

_PIECES = st.sampled_from(
    [
        "The gate",
        " was shut",
        ".",
        "”",
        '"',
        "'",
        " ",
        "\n",
        "\r\n",
        "\u2028",
        "\t",
        "…",
        "7",
        "é",
        "한국",
        "\x00",
        "😀",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=25).map("".join)))
@example("")
@example(" \n ")
@example("  Indented.  \n\n\tMore. ")
@example("One.\x0bTwo.\x85Three.\u2029Four.\x1cFive.")
@settings(max_examples=150, deadline=None)
def test_the_text_of_the_document_is_the_text_for_any_text(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_white_space_between_paragraphs_is_a_sentence_of_its_own() -> None:
    doc = parse("\nThe dam broke.\n\n  Nobody was hurt. \n")
    assert [sentence.text for sentence in doc.sents] == [
        "\n",
        "The dam broke.",
        "\n\n  ",
        "Nobody was hurt.",
        " \n",
    ]


def find(text: str, word: str) -> Token:
    return next(token for token in parse(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "relation", "head"),
    [
        ("The mayor said that the dam broke.", "broke", "ccomp", "said"),
        ("“The dam broke,” the mayor said.", "broke", "ccomp", "said"),
        ("“The dam broke,” the mayor said.", "mayor", "nsubj", "said"),
        ("According to the police, nine people died.", "police", "obl", "died"),
        ("The dam was built by prisoners.", "dam", "nsubj:pass", "built"),
        ("The ministry's spokesman left.", "ministry", "nmod:poss", "spokesman"),
    ],
)
def test_words_depend_on_their_heads_in_universal_dependencies(
    text: str, word: str, relation: str, head: str
) -> None:
    token = find(text, word)
    assert (token.dep_, token.head.text) == (relation, head)


def test_every_word_has_a_lemma_a_tag_and_a_part_of_speech() -> None:
    doc = parse("Officials denied that the children were taken.\n\nThey didn’t speak.")
    assert [token.lemma_ for token in doc if token.pos_ in {"NOUN", "VERB", "AUX"}] == [
        "official",
        "deny",
        "child",
        "be",
        "take",
        "do",
        "speak",
    ]
    assert all(token.lemma_ and token.tag_ and token.pos_ for token in doc)


def test_names_of_people_organizations_and_places_are_entities() -> None:
    doc = parse("Kim Jong Un visited London, the United Nations said.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Kim Jong Un", "PER"),
        ("London", "LOC"),
        ("United Nations", "ORG"),
    ]


def test_the_pipeline_is_loaded_once_and_the_same_text_is_parsed_the_same() -> None:
    assert load() is load()
    text = "The union, which called the strike, denied it.\n“We wait,” it said."
    left, right = parse(text), parse(text)
    assert left.to_array(["DEP", "HEAD", "TAG", "LEMMA"]).tolist() == (
        right.to_array(["DEP", "HEAD", "TAG", "LEMMA"]).tolist()
    )


WRAPPED = """\
The mayor of Port Sarn said on Monday that the dam had held, and
that nobody was missing. "We were lucky," the chief engineer Ada
Lind told the Harbour Post, which had reported nine deaths a day
before.

She left.
"""


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    doc = parse(WRAPPED)
    sentences = [" ".join(sentence.text.split()) for sentence in doc.sents]
    assert sentences[0].endswith("and that nobody was missing.")
    assert sentences[1].startswith('"We were lucky," the chief engineer Ada Lind told')
    breaks = [token for token in doc if token.text == "\n" and token.dep_ == "dep"]
    assert [token.head.text for token in breaks] == ["and", "Ada", "day"]
    assert doc.text == WRAPPED


def test_numpy_multiplies_the_matrices_that_read_the_words() -> None:
    model = load().get_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert not any(part.ops.use_blis for part in model.walk())
