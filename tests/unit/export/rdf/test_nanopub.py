"""Each claim is a nanopublication by the guidelines of nanopub.net, and asserts no more than that it was made."""

from itertools import groupby
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import ExportError
from kg.export.rdf import nanopub, statements
from kg.graph import assemble
from kg.model import Collection
from kg.vocabulary import DATA_BASE, KG
from tests.factory import Pile, sample_collection

PILE = Pile()
GRAPH = assemble(sample_collection())
PARTS = ("head", "assertion", "provenance", "pubinfo")
NP = "http://www.nanopub.org/nschema#"


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    folder = tmp_path_factory.mktemp("nanopub")
    nanopub.write(GRAPH, folder)
    return list(parse(path=folder / "nanopubs.trig", format=RdfFormat.TRIG))


def name(quad: Quad) -> str:
    assert isinstance(quad.graph_name, NamedNode)
    return quad.graph_name.value


def part(quads: list[Quad], claim_id: str, which: str) -> list[Quad]:
    whole = f"{DATA_BASE}nanopub/{claim_id.removeprefix('claim/')}"
    return [quad for quad in quads if name(quad) == f"{whole}#{which}"]


def test_every_claim_has_four_graphs_that_stand_together(quads: list[Quad]) -> None:
    graphs = [found for found, _ in groupby(quads, key=name)]
    assert len(graphs) == len(set(graphs)) == 4 * len(PILE.claims)
    assert [found.rpartition("#")[2] for found in graphs] == list(PARTS) * len(PILE.claims)


@pytest.mark.parametrize("claim", PILE.claims, ids=lambda row: row.id[-10:])
def test_head_names_the_other_three(quads: list[Quad], claim: object) -> None:
    found = part(quads, getattr(claim, "id"), "head")  # noqa: B009
    whole = name(found[0]).partition("#")[0]
    links = {str(quad.predicate): str(quad.object) for quad in found if quad.subject.value == whole}  # type: ignore[union-attr]
    assert links == {
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>": f"<{NP}Nanopublication>",
        f"<{NP}hasAssertion>": f"<{whole}#assertion>",
        f"<{NP}hasProvenance>": f"<{whole}#provenance>",
        f"<{NP}hasPublicationInfo>": f"<{whole}#pubinfo>",
    }


def test_provenance_speaks_of_the_assertion_and_the_info_of_the_nanopublication(
    quads: list[Quad],
) -> None:
    for claim in PILE.claims:
        told = {quad.subject for quad in part(quads, claim.id, "provenance")}
        assert part(quads, claim.id, "assertion")[0].graph_name in told
        whole = name(part(quads, claim.id, "pubinfo")[0]).partition("#")[0]
        assert NamedNode(whole) in {quad.subject for quad in part(quads, claim.id, "pubinfo")}


def test_assertion_says_who_claims_and_the_provenance_where_it_stands(quads: list[Quad]) -> None:
    asserted = {quad.predicate.value for quad in part(quads, PILE.eleven.id, "assertion")}
    told = {quad.predicate.value for quad in part(quads, PILE.eleven.id, "provenance")}
    assert {str(KG.relay), "http://www.w3.org/ns/prov#wasAttributedTo", str(KG.about)} <= asserted
    assert {"http://www.w3.org/ns/prov#wasQuotedFrom", "http://www.w3.org/ns/oa#start", "https://schema.org/sha256"} <= told  # fmt: skip
    assert not asserted & {"http://www.w3.org/ns/prov#wasQuotedFrom", str(KG.content)}


def test_it_says_nothing_that_the_other_files_do_not_say(quads: list[Quad]) -> None:
    known = {(row.subject, row.predicate, row.object) for row in statements(GRAPH)}
    for quad in quads:
        if name(quad).endswith("#assertion"):
            assert (quad.subject, quad.predicate, quad.object) in known


def test_text_of_the_article_is_not_repeated_and_there_is_no_clock(quads: list[Quad]) -> None:
    predicates = {quad.predicate.value for quad in quads}
    assert not {found for found in predicates if found.endswith(("articleBody", "created"))}


def test_pile_without_claims_gives_an_empty_file(tmp_path: Path) -> None:
    nanopub.write(assemble(Collection()), tmp_path)
    assert list(parse(path=tmp_path / "nanopubs.trig", format=RdfFormat.TRIG)) == []


def test_bad_base_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        nanopub.write(assemble(sample_collection(), "here"), tmp_path)
