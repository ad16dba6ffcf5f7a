"""Lemmas by entry and by rule, and the component that carries them."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from kg.language.lemmas import LemmaComponent, LemmaTable, make_lemmas

TABLE = LemmaTable(
    words={"VERB": {"went": "go", "n't": "not"}, "AUX": {"'re": "be"}, "PROPN": {"oct": "october"}},
    rules={
        "VERB": {"": (0, ""), "s": (1, ""), "ed": (2, ""), "ied": (3, "y")},
        "NOUN": {"s": (1, ""), "ies": (3, "y"), "ss": (0, "")},
        "PROPN": {"s": (1, "")},
    },
)


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("went", "VERB", "go"),
        ("WENT", "VERB", "go"),
        ("n’t", "VERB", "not"),
        ("’re", "VERB", "be"),
        ("’re", "AUX", "be"),
        ("denied", "VERB", "deny"),
        ("walked", "VERB", "walk"),
        ("Parties", "NOUN", "party"),
        ("loss", "NOUN", "loss"),
        ("s", "NOUN", "s"),
        ("gate", "NOUN", "gate"),
        ("Senators", "PROPN", "Senator"),
        ("NGOS", "PROPN", "NGO"),
        ("Oct", "PROPN", "October"),
        ("McNab", "PROPN", "McNab"),
        ("Went", "X", "Went"),
        ("“", "PUNCT", "“"),
        ("quickly", "ADV", "quickly"),
        ("İzmir", "PROPN", "İzmir"),
    ],
)
def test_a_word_takes_its_entry_else_its_longest_rule_and_names_keep_capitals(
    form: str, pos: str, lemma: str
) -> None:
    assert TABLE.lemma(form, pos) == lemma


def test_a_table_survives_json() -> None:
    assert LemmaTable.from_json(TABLE.to_json()) == TABLE


def test_a_component_sets_every_lemma_and_is_written_and_read(tmp_path: Path) -> None:
    LemmaComponent(TABLE).to_disk(tmp_path / "lemmas")
    component = make_lemmas(spacy.blank("en"), "kg_lemmas").from_disk(tmp_path / "lemmas")
    doc = Doc(
        spacy.blank("en").vocab, words=["Parties", "denied", "."], pos=["NOUN", "VERB", "PUNCT"]
    )
    assert [token.lemma_ for token in component(doc)] == ["party", "deny", "."]


def test_without_a_table_a_lemma_is_the_word_in_small_letters() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Gates"], pos=["NOUN"])
    assert LemmaComponent()(doc)[0].lemma_ == "gates"


def test_a_component_forgets_the_lemmas_of_a_table_that_it_had_before() -> None:
    component = LemmaComponent(TABLE)
    doc = Doc(spacy.blank("en").vocab, words=["went"], pos=["VERB"])
    assert component(doc)[0].lemma_ == "go"
    component.table = LemmaTable(words={"VERB": {"went": "wend"}})
    assert component(doc)[0].lemma_ == "wend"
