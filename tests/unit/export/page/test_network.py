import pytest

from kg.errors import ExportError
from kg.export.page import network as module
from kg.export.page.network import Network, network, vis_network
from kg.export.placement import home
from kg.graph import ClaimGraph, EdgeKind, assemble
from kg.model import Style
from tests.factory import Pile, sample_collection


@pytest.fixture(scope="module")
def pile() -> Pile:
    return Pile()


@pytest.fixture(scope="module")
def graph() -> ClaimGraph:
    return assemble(sample_collection())


@pytest.fixture(scope="module")
def drawn(graph: ClaimGraph) -> Network:
    return network(graph)


def test_all_nodes_and_edges_of_the_graph_are_there_once(graph: ClaimGraph, drawn: Network) -> None:
    assert [node["id"] for node in drawn["nodes"]] == [node.id for node in graph.nodes()]
    ends = [(edge["from"], edge["to"], edge["kind"]) for edge in drawn["edges"]]
    assert ends == [(edge.source, edge.target, edge.kind.value) for edge in graph.edges()]
    assert len({edge["id"] for edge in drawn["edges"]}) == len(ends)


def test_nodes_carry_their_label_and_kind(graph: ClaimGraph, drawn: Network) -> None:
    for node in drawn["nodes"]:
        assert (node["label"], node["group"]) == (
            graph.node(node["id"]).label,
            graph.node(node["id"]).kind.value,
        )


def test_a_node_has_either_a_place_or_a_home(drawn: Network) -> None:
    for node in drawn["nodes"]:
        assert ("x" in node and "y" in node) != ("home" in node)


def test_disputed_claims_stand_alone_and_others_fold_into_whoever_makes_them(
    pile: Pile, drawn: Network
) -> None:
    homes = {node["id"]: node.get("home") for node in drawn["nodes"]}
    assert homes[pile.fourteen.id] is None
    assert homes[pile.eleven.id] is None
    assert homes[pile.nine.id] == pile.service.id
    assert homes[pile.evacuated.id] == pile.first.id


def test_the_page_opens_with_articles_speakers_and_disputed_claims(
    pile: Pile, drawn: Network
) -> None:
    core = {node["id"] for node in drawn["nodes"] if node.get("core")}
    assert {row.id for row in pile.articles} <= core
    assert {pile.service.id, pile.mayor.id, pile.wire.id, pile.fourteen.id} <= core
    assert core.isdisjoint({pile.velm.id, pile.flood.id, pile.nine.id, pile.courier.id})


def test_a_claim_without_a_speaker_is_at_home_in_its_article(pile: Pile) -> None:
    assert pile.staff.speaker is None
    assert home(pile.staff) == pile.reprint.id


def test_what_an_article_says_itself_is_at_home_there(pile: Pile) -> None:
    assert pile.evacuated.style is Style.NARRATED
    assert home(pile.evacuated) == pile.first.id
    assert home(pile.held) == pile.expert.id


def test_stems_tie_each_claim_to_its_home(pile: Pile, drawn: Network) -> None:
    stems = {
        edge["to"]: (edge["from"], edge["kind"]) for edge in drawn["edges"] if edge.get("stem")
    }
    assert stems[pile.nine.id] == (pile.service.id, EdgeKind.CLAIMS.value)
    assert stems[pile.staff.id] == (pile.reprint.id, EdgeKind.REPORTS.value)
    assert stems.keys() == {claim.id for claim in pile.claims}


def test_contradictions_have_a_bar_at_both_ends_and_claims_one_arrow(drawn: Network) -> None:
    arrows = {edge["kind"]: edge["arrows"] for edge in drawn["edges"]}
    assert arrows["contradicts"].keys() == {"from", "to"}
    assert arrows["contradicts"]["to"]["type"] == "bar"
    assert arrows["claims"].keys() == {"to"}


def test_drawing_changes_nothing_in_the_graph(graph: ClaimGraph) -> None:
    before = [list(graph.nodes()), list(graph.edges())]
    network(graph)
    assert [list(graph.nodes()), list(graph.edges())] == before


def test_the_library_names_no_source_map_that_a_browser_would_fetch() -> None:
    source = vis_network()
    assert "DataSet" in source
    assert "sourceMappingURL" not in source


def test_a_missing_library_is_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIBRARY", "templates/lib/elsewhere.js")
    with pytest.raises(ExportError, match=r"install pyvis 0\.3\.2"):
        vis_network()
