from kg.export.rdf.entities import article_facts, entity_facts
from kg.export.rdf.terms import Fact, Minter
from kg.model import EntityKind, When
from kg.vocabulary import DATA_BASE
from tests.factory import Pile, article, entity

MINT = Minter(DATA_BASE)
PILE = Pile()


def names(facts: list[Fact]) -> dict[str, list[str]]:
    """Objects by the local name of the predicate."""
    found: dict[str, list[str]] = {}
    for _, predicate, value in facts:
        local = predicate.value.replace("#", "/").rsplit("/", 1)[-1]
        found.setdefault(local, []).append(value.value.replace("#", "/").rsplit("/", 1)[-1])
    return found


def test_article_carries_its_text_and_what_is_known() -> None:
    found = names(list(article_facts(PILE.first, MINT)))
    assert found["type"] == ["Article"]
    assert found["headline"] == ["Nine dead as flood hits Velm"]
    assert found["creator"] == ["Ada Brook", "Tom Ilves"]
    assert found["datePublished"] == ["2031-03-04"]
    assert found["inLanguage"] == ["en"]
    body = [
        value.value for _, name, value in article_facts(PILE.first, MINT) if "Body" in name.value
    ]
    assert body == [PILE.first.text]


def test_article_of_which_nothing_is_known_has_only_its_text_and_place() -> None:
    found = names(list(article_facts(article("Some words."), MINT)))
    assert set(found) == {"type", "file", "articleBody"}


def test_entity_has_the_narrowest_class_alone() -> None:
    for kind in EntityKind:
        assert names(list(entity_facts(entity(kind, "Velm"), MINT)))["type"] == [kind.value]


def test_entity_carries_names_and_role() -> None:
    found = names(list(entity_facts(PILE.expert, MINT)))
    assert found["name"] == ["Mira Castel"]
    assert found["alternateName"] == ["Castel"]
    assert found["role"] == ["hydrologist"]
    assert "named" not in found


def test_only_who_is_not_named_says_so() -> None:
    assert "named" not in names(list(entity_facts(PILE.wire, MINT)))
    nameless = entity(EntityKind.PERSON, "a neighbour", named=False)
    assert names(list(entity_facts(nameless, MINT)))["named"] == ["false"]


def test_unnamed_source_says_so() -> None:
    assert names(list(entity_facts(PILE.unnamed, MINT)))["named"] == ["false"]


def test_event_says_of_what_kind_it_is_and_when_it_was() -> None:
    event = entity(EntityKind.EVENT, "flood", event="flood", when=When(edtf="2031-03"))
    found = names(list(entity_facts(event, MINT)))
    assert (found["eventKind"], found["when"]) == (["flood"], ["2031-03"])
