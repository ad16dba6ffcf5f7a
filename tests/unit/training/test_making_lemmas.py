"""Making the table of lemmas."""

import pytest

from kg.language.lemmas import LemmaTable
from training.lemmas import lemma_table
from training.treebank import Word


def word(form: str, lemma: str, pos: str) -> Word:
    return Word(form, lemma, pos, "", "", 0, "dep")


WORDS = [
    *(
        word(form, form[:-1], "NOUN")
        for form in ("gates", "dams", "rivers", "roads", "cars", "houses", "horses", "lakes")
    ),
    *(word(form, form[:-3] + "y", "NOUN") for form in ("cities", "parties", "armies")),
    *(
        word(form, form, "NOUN")
        for form in ("gate", "loss", "city", "dam", "river", "road", "army")
    ),
    word("men", "man", "NOUN"),
    word("Men", "man", "NOUN"),
    word("men", "men", "NOUN"),
    word("Senators", "Senator", "PROPN"),
    word("Roads", "Road", "PROPN"),
    word("”", '"', "PUNCT"),
]


@pytest.fixture(scope="module")
def table() -> LemmaTable:
    return lemma_table(WORDS)


def test_the_table_gives_every_word_its_most_frequent_lemma(table: LemmaTable) -> None:
    for given in (w for w in WORDS if (w.form, w.lemma) != ("men", "men") and w.pos != "PUNCT"):
        assert table.lemma(given.form, given.pos) == given.lemma


def test_rules_carry_over_to_words_never_seen(table: LemmaTable) -> None:
    assert table.lemma("bridges", "NOUN") == "bridge"
    assert table.lemma("Counties", "NOUN") == "county"
    assert table.lemma("Rivers", "PROPN") == "River"


def test_only_what_the_rules_get_wrong_is_an_entry(table: LemmaTable) -> None:
    assert table.words == {"NOUN": {"loss": "loss", "men": "man"}}
    assert "PUNCT" not in table.rules
