import pytest

from kg.errors import GraphError
from kg.graph import ClaimGraph, EdgeKind, NodeKind, assemble
from kg.graph.build import LABEL_LENGTH, figure, shorten
from kg.model import Collection, EntityKind, Quantity, RelationKind, Span
from tests.factory import Pile, article, claim, entity, refusal, relation, sample_collection


@pytest.fixture
def pile() -> Pile:
    return Pile()


@pytest.fixture
def graph() -> ClaimGraph:
    return assemble(sample_collection())


def has_edge(graph: ClaimGraph, source: str, target: str, kind: EdgeKind) -> bool:
    return any(
        (edge.source, edge.target, edge.kind) == (source, target, kind) for edge in graph.edges()
    )


def test_every_article_entity_and_claim_is_a_node(graph: ClaimGraph) -> None:
    collection = sample_collection()
    ids = [article.id for article in collection.articles]
    ids += [entity.id for entity in collection.entities]
    ids += [claim.id for claim in collection.claims]
    assert [node.id for node in graph.nodes()] == sorted(ids)
    assert {node.kind for node in graph.nodes()} == set(NodeKind)


def test_who_asserts_points_to_the_claim_and_the_article_reports_it(
    graph: ClaimGraph, pile: Pile
) -> None:
    assert has_edge(graph, pile.expert.id, pile.held.id, EdgeKind.CLAIMS)
    assert has_edge(graph, pile.first.id, pile.held.id, EdgeKind.REPORTS)


def test_a_claim_points_to_what_it_is_about(graph: ClaimGraph, pile: Pile) -> None:
    assert has_edge(graph, pile.nine.id, pile.flood.id, EdgeKind.ABOUT)


def test_a_chain_of_intermediaries_is_cited_link_by_link(graph: ClaimGraph, pile: Pile) -> None:
    assert has_edge(graph, pile.wire.id, pile.mayor.id, EdgeKind.CITES)
    assert has_edge(graph, pile.mayor.id, pile.service.id, EdgeKind.CITES)
    assert not has_edge(graph, pile.wire.id, pile.service.id, EdgeKind.CITES)
    for who in (pile.wire, pile.mayor, pile.service):
        assert has_edge(graph, pile.second.id, who.id, EdgeKind.CITES)


def test_an_article_does_not_cite_its_own_publisher(graph: ClaimGraph, pile: Pile) -> None:
    assert has_edge(graph, pile.courier.id, pile.evacuated.id, EdgeKind.CLAIMS)
    assert has_edge(graph, pile.first.id, pile.courier.id, EdgeKind.PUBLISHED_BY)
    assert not has_edge(graph, pile.first.id, pile.courier.id, EdgeKind.CITES)


def test_a_claim_without_a_speaker_is_reported_and_claimed_by_nobody(
    graph: ClaimGraph, pile: Pile
) -> None:
    into = {edge.kind for edge in graph.edges() if edge.target == pile.staff.id}
    assert into == {EdgeKind.REPORTS}


def test_a_reprint_points_to_its_origin(graph: ClaimGraph, pile: Pile) -> None:
    assert has_edge(graph, pile.reprint.id, pile.second.id, EdgeKind.REPRINTS)


def test_a_contradiction_is_lifted_to_those_who_made_the_claims(
    graph: ClaimGraph, pile: Pile
) -> None:
    ends = sorted((pile.service.id, pile.unnamed.id))
    assert has_edge(graph, ends[0], ends[1], EdgeKind.CONTRADICTS)


def test_corroboration_is_not_lifted(graph: ClaimGraph, pile: Pile) -> None:
    ends = sorted((pile.company.id, pile.expert.id))
    assert not has_edge(graph, ends[0], ends[1], EdgeKind.CORROBORATES)


def test_who_contradicts_only_herself_is_not_joined_to_herself() -> None:
    mayor = entity(EntityKind.PERSON, "Jonas Pell")
    report = article("It rained, he said. It did not rain, he said.")
    left = claim(report, "It rained", speaker=mayor.id)
    right = claim(report, "It did not rain", speaker=mayor.id)
    collection = Collection(
        articles=(report,),
        entities=(mayor,),
        claims=(left, right),
        relations=(relation(RelationKind.CONTRADICTS, left, right),),
    )
    between = [edge for edge in assemble(collection).edges() if edge.kind is EdgeKind.CONTRADICTS]
    assert [(edge.source, edge.target) for edge in between] == [tuple(sorted((left.id, right.id)))]


def test_an_update_points_from_the_newer_claim(graph: ClaimGraph, pile: Pile) -> None:
    assert has_edge(graph, pile.eleven.id, pile.nine.id, EdgeKind.UPDATES)


def test_claims_and_disputes_carry_their_independent_origins(graph: ClaimGraph, pile: Pile) -> None:
    assert graph.node(pile.denial.id).attributes["origins"] == 2
    assert graph.node(pile.copied.id).attributes["origins"] == 1
    (edge,) = [
        edge
        for edge in graph.edges()
        if edge.kind is EdgeKind.CONTRADICTS and pile.eleven.id in (edge.source, edge.target)
    ]
    assert (edge.attributes["left_origins"], edge.attributes["right_origins"]) == (1, 1)


def test_entities_point_to_what_they_belong_to(graph: ClaimGraph, pile: Pile) -> None:
    assert has_edge(graph, pile.expert.id, pile.institute.id, EdgeKind.AFFILIATED_WITH)
    assert has_edge(graph, pile.unit.id, pile.service.id, EdgeKind.PART_OF)
    assert has_edge(graph, pile.flood.id, pile.velm.id, EdgeKind.LOCATED_IN)


def test_an_entity_that_is_a_part_of_itself_gets_no_edge() -> None:
    found = entity(EntityKind.UNIT, "3rd Relief Battalion")
    looped = found.model_copy(update={"part_of": (found.id,)})
    assert not list(assemble(Collection(entities=(looped,))).edges())


def test_attributes_hold_no_empty_values(graph: ClaimGraph) -> None:
    for node in graph.nodes():
        assert "" not in node.attributes.values()
        assert None not in node.attributes.values()


def test_a_claim_by_an_unknown_speaker_is_an_error() -> None:
    report = article("It rained, he said.")
    stated = claim(report, "It rained", speaker="person/nobody")
    with pytest.raises(GraphError, match="person/nobody"):
        assemble(Collection(articles=(report,), claims=(stated,)))


def test_a_relation_of_an_unknown_claim_is_an_error() -> None:
    pile = Pile()
    related = relation(RelationKind.UPDATES, pile.eleven, pile.nine)
    with pytest.raises(GraphError, match="there is no node"):
        assemble(Collection(relations=(related,)))


@pytest.mark.parametrize(
    ("low", "high", "unit", "measure", "expected"),
    [
        (9, 9, "person", "killed", "9 person killed"),
        (11000, 15000, "soldier", None, "11000..15000 soldier"),
        (4000, None, "", None, "4000.."),
        (None, 2.5, "metre", None, "..2.5 metre"),
        (3_500_000, 3_500_000, "shell", None, "3500000 shell"),
    ],
)
def test_a_figure_is_written_in_a_few_characters(
    low: float | None, high: float | None, unit: str, measure: str | None, expected: str
) -> None:
    written = Quantity(min=low, max=high, unit=unit, measure=measure, span=Span.of(0, 1))
    assert figure(written) == expected


def test_a_label_is_one_line_of_bounded_length() -> None:
    text = "Nine people\nhave died " * 20
    label = shorten(text)
    assert len(label) <= LABEL_LENGTH
    assert label.startswith("Nine people have died Nine")
    assert label.endswith("…")


def test_a_word_longer_than_a_label_is_cut() -> None:
    assert len(shorten("x" * 200)) == LABEL_LENGTH


def test_who_declined_to_comment_points_to_the_article_with_the_words(
    graph: ClaimGraph, pile: Pile
) -> None:
    (edge,) = (edge for edge in graph.edges() if edge.kind is EdgeKind.DECLINED_TO_COMMENT)
    assert (edge.source, edge.target) == (pile.company.id, pile.first.id)
    assert edge.attributes == {"count": 1, "words": "did not respond to a request for comment"}


def test_several_refusals_of_one_article_are_one_edge_with_all_words() -> None:
    report = article("Norvane Power declined to comment. Norvane Power did not answer.")
    company = entity(EntityKind.ORGANIZATION, "Norvane Power", articles=(report.id,))
    found = [
        refusal(report, "Norvane Power", words, company.id)
        for words in ("declined to comment", "did not answer")
    ]
    nobody = refusal(report, "Norvane Power", "declined")
    collection = Collection(articles=(report,), entities=(company,), refusals=(*found, nobody))
    (edge,) = assemble(collection).edges()
    assert edge.attributes == {"count": 2, "words": "declined to comment | did not answer"}
