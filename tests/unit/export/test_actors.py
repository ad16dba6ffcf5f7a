import pytest

from kg.export.actors import Actors
from kg.export.flat import FlatEdge
from kg.graph import assemble
from kg.model import Collection, RelationKind
from tests.factory import Pile, article, claim, relation, sample_collection

Ties = dict[tuple[str, str, str], FlatEdge]


@pytest.fixture(scope="module")
def pile() -> Pile:
    return Pile()


@pytest.fixture(scope="module")
def actors() -> Actors:
    return Actors(assemble(sample_collection()))


@pytest.fixture(scope="module")
def ties(actors: Actors) -> Ties:
    return {(edge.source, edge.target, edge.kind): edge for edge in actors.edges()}


def test_there_are_no_claims_and_articles_only_where_no_outlet_is_known(actors: Actors) -> None:
    assert {node.kind for node in actors.nodes()}.isdisjoint({"Claim", "Article", "Place"})


def test_contradicting_claims_set_their_speakers_in_conflict(pile: Pile, ties: Ties) -> None:
    left, right = sorted((pile.unnamed.id, pile.service.id))
    conflict = ties[left, right, "contradicts"]
    assert (conflict.weight, conflict.attributes["basis"]) == (1, "quantity")
    assert conflict.attributes["symmetric"] is True
    assert conflict.when == ("2031-03-05", "2031-03-05")


def test_independent_corroboration_is_congruence(pile: Pile, ties: Ties) -> None:
    left, right = sorted((pile.company.id, pile.expert.id))
    assert ties[left, right, "corroborates"].weight == 1


def test_outlets_cite_all_on_the_way_and_these_those_nearer(pile: Pile, ties: Ties) -> None:
    herald, wire, mayor, service = (
        row.id for row in (pile.herald, pile.wire, pile.mayor, pile.service)
    )
    for pair in (
        (herald, service),
        (herald, mayor),
        (herald, wire),
        (mayor, service),
        (wire, mayor),
    ):
        assert ties[*pair, "cites"].weight == 1


def test_actors_are_tied_to_the_events_that_they_speak_of(pile: Pile, ties: Ties) -> None:
    assert ties[pile.unnamed.id, pile.flood.id, "about"].weight == 2
    assert (pile.unnamed.id, pile.velm.id, "about") not in ties


def test_those_who_belong_somewhere_bring_it_with_them(pile: Pile, ties: Ties) -> None:
    assert (pile.expert.id, pile.institute.id, "affiliatedWith") in ties


def test_who_would_not_comment_is_tied_to_who_asked(pile: Pile, ties: Ties) -> None:
    assert (pile.company.id, pile.courier.id, "declinedToComment") in ties


def test_actors_know_how_much_they_claim_and_dispute(pile: Pile, actors: Actors) -> None:
    facts = {node.id: node.attributes for node in actors.nodes()}
    assert (facts[pile.service.id]["claims"], facts[pile.service.id]["disputes"]) == (2, 1)
    assert (facts[pile.service.id]["start"], facts[pile.service.id]["end"]) == (
        "2031-03-04",
        "2031-03-05",
    )
    assert facts[pile.mayor.id]["claims"] == 0


def test_nobody_stands_against_himself_and_copies_agree_with_nobody(ties: Ties) -> None:
    assert all(source != target for source, target, _ in ties)
    assert sum(kind == "corroborates" for _, _, kind in ties) == 1


def test_an_article_of_an_unknown_outlet_acts_itself() -> None:
    left, right = article("Nine died."), article("Eleven died.", "other.txt")
    nine, eleven = claim(left, "Nine died"), claim(right, "Eleven died")
    graph = assemble(
        Collection(
            articles=tuple(sorted((left, right), key=lambda row: row.id)),
            claims=tuple(sorted((nine, eleven), key=lambda row: row.id)),
            relations=(relation(RelationKind.CONTRADICTS, nine, eleven),),
        )
    )
    found = Actors(graph)
    assert {node.kind for node in found.nodes()} == {"Article"}
    assert [edge.kind for edge in found.edges()] == ["contradicts"]


def test_every_actor_has_a_place_of_its_own(actors: Actors) -> None:
    spots = actors.spots()
    assert spots.keys() == {node.id for node in actors.nodes()}
    assert len(set(spots.values())) == len(spots)
