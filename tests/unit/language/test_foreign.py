"""A spaCy pipeline of the user's own in place of ours: one that gives what is written here, saved to a folder."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.errors import LanguageError
from kg.extract import extract
from kg.language import parse
from kg.language.pipeline import WEIGHTS
from kg.vocabulary import load_measures
from tests.factory import article
from tests.parsed import parsed

FIRST = "The mayor of Velm, Ola Berg, said that the dam was old."
SECOND = "Nine men left."
GIVEN = {
    FIRST: (
        "The/DT/det/2 mayor/NN/nsubj/9 of/IN/prep/2 Velm/NNP/pobj/3 ,/,/punct/2 Ola/NNP/compound/7 Berg/NNP/appos/2 "
        ",/,/punct/2 said=say/VBD/ROOT/0 that/IN/mark/13 the/DT/det/12 dam/NN/nsubj/13 was=be/VBD/ccomp/9 "
        "old/JJ/acomp/13 ././punct/9"
    ),
    SECOND: "Nine/CD/nummod/2 men=man/NNS/nsubj/3 left=leave/VBD/ROOT/0 ././punct/3",
}
TEXT = f"{FIRST}\n\n{SECOND}\n"


class GivenTagger:
    """Sets tags, parts of speech and lemmas as they are written above."""

    def __call__(self, doc: Doc) -> Doc:
        for token, given in zip(doc, parsed(GIVEN[doc.text]), strict=True):
            token.tag_, token.pos_, token.lemma_ = given.tag_, given.pos_, given.lemma_
        return doc


class GivenParser:
    """Sets heads and labels as they are written above, within the sentences that are there already."""

    labels = ("nsubjpass", "pobj", "ROOT")

    def __call__(self, doc: Doc) -> Doc:
        assert [token.is_sent_start for token in doc] == [True] + [False] * (len(doc) - 1)
        for token, given in zip(doc, parsed(GIVEN[doc.text]), strict=True):
            token.head, token.dep_ = doc[given.head.i], given.dep_
        return doc


@Language.factory("given_tagger", assigns=["token.tag", "token.pos", "token.lemma"])
def given_tagger(nlp: Language, name: str) -> GivenTagger:
    assert (nlp.lang, name) == ("en", "given_tagger")
    return GivenTagger()


@Language.factory("given_parser", assigns=["token.dep", "token.head"])
def given_parser(nlp: Language, name: str) -> GivenParser:
    assert (nlp.lang, name) == ("en", "given_parser")
    return GivenParser()


def saved(folder: Path, *components: str, lang: str = "en") -> str:
    nlp = spacy.blank(lang)
    for component in components:
        nlp.add_pipe(component)
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def model(tmp_path: Path) -> str:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "GPE", "pattern": "Velm"},
            {"label": "PERSON", "pattern": "Ola Berg"},
            {"label": "ORG", "pattern": "the dam"},
            {"label": "CARDINAL", "pattern": "Nine"},
        ]
    )
    nlp.add_pipe("given_tagger")
    nlp.add_pipe("given_parser")
    nlp.to_disk(tmp_path / "given")
    return str(tmp_path / "given")


def test_another_pipeline_gives_words_and_lemmas_paragraph_by_paragraph(model: str) -> None:
    doc = parse(TEXT, model)
    assert doc.text == TEXT
    assert [sentence.text for sentence in doc.sents] == [FIRST, "\n\n", SECOND, "\n"]
    assert [token.lemma_ for token in doc if token.tag_ == "VBD"] == ["say", "be", "leave"]


def test_its_clear_dependencies_become_universal_ones(model: str) -> None:
    words = {token.text: token for token in parse(TEXT, model)}
    assert (words["Velm"].dep_, words["Velm"].head.text) == ("nmod", "mayor")
    assert (words["old"].dep_, words["old"].head.text) == ("ccomp", "said")
    assert words["was"].dep_ == "cop"


def test_its_entities_get_our_labels_without_articles_and_others_none(model: str) -> None:
    found = [(entity.text, entity.label_) for entity in parse(TEXT, model).ents]
    assert found == [("Velm", "LOC"), ("Ola Berg", "PER"), ("dam", "ORG")]


def test_claims_are_read_from_what_it_gives(model: str) -> None:
    found = extract(article(TEXT), load_measures(), language_model=model)
    names = {who.id: who.name for who in found.referents}
    (claim,) = found.claims
    assert claim.text.endswith("the dam was old")
    assert names[str(claim.speaker)] == "Ola Berg"


def test_lemmas_that_are_missing_come_from_our_table(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_lemmas(_: GivenTagger, doc: Doc) -> Doc:
        for token, given in zip(doc, parsed(GIVEN[doc.text]), strict=True):
            token.tag_, token.pos_ = given.tag_, given.pos_
        return doc

    monkeypatch.setattr(GivenTagger, "__call__", without_lemmas)
    assert [token.lemma_ for token in parse(SECOND, model)] == ["nine", "man", "leave", "."]


def test_universal_dependencies_stay_as_they_are(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GivenParser, "labels", ("nsubj:pass", "obl"))
    words = {token.text: token for token in parse(FIRST, model)}
    assert (words["Velm"].dep_, words["Velm"].head.text) == ("pobj", "of")


@pytest.mark.parametrize("text", [TEXT, "  The  U.N.\tsaid: “No.”\n\n\x00 \n…", " ", ""])
def test_our_own_pipeline_in_its_own_place_gives_the_same(text: str) -> None:
    left, right = parse(text), parse(text, str(WEIGHTS))
    assert [row(token) for token in left] == [row(token) for token in right]
    assert left.text == right.text == text


def row(token: Token) -> tuple[object, ...]:
    """Everything that the rules read of a token."""
    words = (token.text, token.lemma_, token.tag_, token.pos_, str(token.morph), token.ent_type_)
    return (*words, token.dep_, token.head.i, token.sent.start)


def test_pipeline_that_is_not_installed_is_told_with_the_way_to_get_it() -> None:
    with pytest.raises(LanguageError, match="'en_core_web_none' is not installed") as error:
        parse(TEXT, "en_core_web_none")
    assert "python -m spacy download en_core_web_none" in error.value.remedy


@pytest.mark.parametrize(
    ("components", "lacking"),
    [
        (("given_tagger",), "has no parser"),
        (("given_parser",), "has no tagger"),
        (("parser", "tagger"), "has no component that sets parts of speech"),
    ],
)
def test_pipeline_without_what_the_rules_read_is_refused(
    tmp_path: Path, components: tuple[str, ...], lacking: str
) -> None:
    with pytest.raises(LanguageError, match=lacking):
        parse(TEXT, saved(tmp_path / "bare", *components))


def test_pipeline_for_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"for another language \(de\)"):
        parse(TEXT, saved(tmp_path / "german", lang="de"))


def test_pipeline_whose_parts_are_missing_is_refused_with_the_reason(model: str) -> None:
    config = Path(model) / "config.cfg"
    config.write_text(config.read_text().replace("given_parser", "gone_parser"))
    with pytest.raises(LanguageError, match="cannot be loaded"):
        parse(TEXT, model)
