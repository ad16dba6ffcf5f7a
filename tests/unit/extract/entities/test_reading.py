"""Referents as a whole: ids, order, names, authors, and texts that are no news."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.entities import referents
from kg.model import EntityKind
from tests.factory import article
from tests.pages import doc_of, referents_of

_TAIL = " . nobody knew anything more about that matter until late evening ."


def test_ids_count_in_order_of_first_mention() -> None:
    doc = doc_of("yesterday Mayor Ana Ruiz left Norway for Lund University" + _TAIL)
    report = article(doc.text)
    found = referents(doc, report)
    assert [referent.name for referent in found] == ["Ana Ruiz", "Norway", "Lund University"]
    assert [referent.id for referent in found] == [f"{report.id}#{number}" for number in (1, 2, 3)]


def test_mentions_are_cut_without_title_and_possessive() -> None:
    doc = doc_of("so President Ana Ruiz _'s/POS aide left" + _TAIL)
    (found,) = referents(doc, article(doc.text))
    assert [span.cut(doc.text) for span in found.mentions] == ["Ana Ruiz"]


def test_the_fullest_form_that_is_not_all_capitals_is_the_name() -> None:
    found = referents_of("OSLO , Feb 8/CD - it rained in Oslo" + _TAIL)["Oslo"]
    assert found.aliases == ("OSLO",)


def test_an_article_is_no_part_of_the_name() -> None:
    found = referents_of("it rained in Oslo" + _TAIL, publisher="The Tide Herald")
    assert list(found) == ["Oslo", "Tide Herald"]


def test_the_publisher_keeps_the_form_of_the_front_matter_as_an_alias() -> None:
    found = referents_of("it rained in Oslo" + _TAIL, publisher="The Tide Herald")
    assert found["Tide Herald"].aliases == ("The Tide Herald",)


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        ("Ana Ruiz", EntityKind.PERSON),
        ("Reuters", EntityKind.SOURCE),
        ("Tide News", EntityKind.SOURCE),
    ],
)
def test_authors_are_referents(author: str, kind: EntityKind) -> None:
    assert referents_of("it rained" + _TAIL, authors=(author,))[author].kind is kind


@pytest.mark.parametrize("author", ["Staff reporter", "Tide Herald", " "])
def test_an_author_that_names_nobody_else_is_none(author: str) -> None:
    found = referents_of("it rained" + _TAIL, authors=(author,), publisher="Tide Herald")
    assert list(found) == ["Tide Herald"]


def test_an_author_who_is_mentioned_is_one_referent() -> None:
    found = referents_of("said Mayor Ana Ruiz yesterday" + _TAIL, authors=("Ana Ruiz",))
    assert [len(referent.mentions) for referent in found.values()] == [1]


def test_known_names_are_found_in_headlines() -> None:
    marked = (
        "Harbour/NNP Keeps/NNP Brunmark/NNP Motors/NNP Awake/NNP Tonight/NNP\n"
        "so Brunmark Motors said yesterday in its statement on noise"
    )
    assert len(referents_of(marked)["Brunmark Motors"].mentions) == 2


WORDS = st.sampled_from(
    [
        "the",
        "Ana",
        "Ruiz",
        ",",
        ".",
        "said",
        "President",
        "of",
        "for",
        "-",
        "/",
        "(",
        ")",
        "'s",
        "“",
        "”",
        "Ministry",
        "Service",
        "11th",
        "Brigade",
        "Danish",
        "and",
        "NATO",
        "The",
        "In",
        "May",
        "5",
        "who",
        "is",
        "a",
        "analyst",
        "at",
        "its",
        "[",
        "]",
        "special",
        "operations",
        "forces",
        "No.",
        ".",
        "told",
        "Norway",
        "Group",
        "’",
        "under",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=30), st.sampled_from(["NNP", "NN", "JJ", "VBD", "IN"]))
def test_any_words_give_spans_within_the_text_in_order(words: list[str], tag: str) -> None:
    doc = doc_of(" ".join(word if word == "/" else f"{word}/{tag}" for word in words))
    report = article(doc.text)
    found = referents(doc, report)
    ids = {referent.id for referent in found}
    for referent in found:
        starts = [span.start for span in referent.mentions]
        assert starts == sorted(starts)
        assert all(span.cut(doc.text).strip() for span in referent.mentions)
        assert {*referent.affiliations, *referent.part_of, *referent.located_in} <= ids - {
            referent.id
        }
