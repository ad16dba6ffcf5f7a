from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.export.gexf import ACTORS, FILE, NAMESPACE, write
from kg.graph import assemble
from kg.model import Collection
from tests.factory import Pile, article, sample_collection

NAMES = {"g": NAMESPACE}


def read(folder: Path) -> ET.Element:
    return ET.parse(folder / FILE).getroot()  # noqa: S314


@pytest.fixture
def root(tmp_path: Path) -> ET.Element:
    write(assemble(sample_collection()), tmp_path)
    return read(tmp_path)


def test_no_date_of_writing_is_kept(root: ET.Element) -> None:
    meta = root.find("g:meta", NAMES)
    assert meta is not None
    assert not meta.attrib


def test_the_kind_of_an_edge_is_gexf_s_own(root: ET.Element) -> None:
    kinds = {edge.get("kind") for edge in root.iterfind(".//g:edge", NAMES)}
    assert {"claims", "cites", "contradicts", "updates"} <= kinds


def test_ids_of_nodes_and_edges_are_unique_and_edge_ends_known(root: ET.Element) -> None:
    nodes = [node.get("id") for node in root.iterfind(".//g:node", NAMES)]
    edges = list(root.iterfind(".//g:edge", NAMES))
    assert len(nodes) == len(set(nodes))
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(nodes)


def test_values_are_of_declared_attributes(root: ET.Element) -> None:
    for owner in ("node", "edge"):
        declared = {
            attribute.get("id")
            for attribute in root.iterfind(f".//g:attributes[@class='{owner}']/g:attribute", NAMES)
        }
        used = {value.get("for") for value in root.iterfind(f".//g:{owner}/g:attvalues/*", NAMES)}
        assert used == declared


def test_dated_nodes_have_a_start_for_the_timeline(root: ET.Element) -> None:
    starts = {node.get("id"): node.get("start") for node in root.iterfind(".//g:node", NAMES)}
    assert starts[Pile().nine.id] == "2031-03-04"
    assert starts[Pile().velm.id] is None


def test_control_characters_do_not_make_the_file_unreadable(tmp_path: Path) -> None:
    report = article("Rain.", title="Ra\x00in \x1b[31m<now> & then", publisher="\x08")
    write(assemble(Collection(articles=(report,))), tmp_path)
    labels = [node.get("label") for node in read(tmp_path).iterfind(".//g:node", NAMES)]
    assert labels == ["Rain [31m<now> & then"]


def test_every_node_has_a_colour_a_size_and_a_place(root: ET.Element) -> None:
    for node in root.iterfind(".//g:node", NAMES):
        marks = {child.tag.rsplit("}", 1)[-1] for child in node}
        assert marks == {"attvalues", "color", "size", "position"}


def test_every_edge_has_a_colour_and_a_thickness(root: ET.Element) -> None:
    for edge in root.iterfind(".//g:edge", NAMES):
        assert {child.tag.rsplit("}", 1)[-1] for child in edge} == {
            "attvalues",
            "color",
            "thickness",
        }


def test_intervals_are_also_plain_values(root: ET.Element) -> None:
    titles = {row.get("title") for row in root.iterfind(".//g:attribute", NAMES)}
    assert {"year", "start", "end"} <= titles
    ends = {node.get("id"): node.get("end") for node in root.iterfind(".//g:node", NAMES)}
    assert ends[Pile().flood.id] == "2031-03-04"


def test_actors_have_a_file_of_their_own(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    actors = ET.parse(tmp_path / ACTORS).getroot()  # noqa: S314
    ids = {node.get("id") for node in actors.iterfind(".//g:node", NAMES)}
    assert Pile().service.id in ids
    assert Pile().nine.id not in ids
