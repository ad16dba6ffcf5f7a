"""Texts that are hard to carry, and facts that are not known, read back from every network format and from Neo4j's files."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.export import gexf, graphml, neo4j, sheets
from kg.graph import ClaimGraph, assemble
from kg.model import Collection
from tests.factory import article, claim

Facts = dict[str, Any]
Read = Callable[[ClaimGraph, Path], dict[str, Facts]]

HARD = {
    "control characters": ("a\x00b\x08c\x1b[31md\x7f", "abc[31md\x7f"),
    "double quotes": ('"No", he said: ""never""', None),
    "single quotes": ("'twas 'so'", None),
    "lines": ("one\n\ntwo\n", None),
    "line ends of Windows": ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    "tabs": ("a\tb", None),
    "astral letters": ("𝒜 \U00020000 🌊", None),
    "right to left": ("كرنك: ١٢ שלום \u200f\u202eturned\u202c", None),
    "lines of other scripts": ("a\u2028b\x85c", None),
    "markup": ("<b>&amp;</b> ]]> <!-- -->", None),
    "separators": ("a, b; c | d", None),
    "a word that is nothing elsewhere": ("None", None),
    "another": ("null", None),
}
"""Texts and what comes back where it is not the same: characters that XML forbids are left out in every format."""


def table(path: Path, key: str) -> dict[str, Facts]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {row[key]: {k: v for k, v in row.items() if v} for row in csv.DictReader(stream)}


def by_gexf(graph: ClaimGraph, folder: Path) -> dict[str, Facts]:
    gexf.write(graph, folder)
    return dict(nx.read_gexf(folder / gexf.FILE, version="1.3").nodes(data=True))


def by_graphml(graph: ClaimGraph, folder: Path) -> dict[str, Facts]:
    graphml.write(graph, folder)
    return dict(nx.read_graphml(folder / graphml.FILE).nodes(data=True))


def by_sheets(graph: ClaimGraph, folder: Path) -> dict[str, Facts]:
    sheets.write(graph, folder)
    return table(folder / sheets.NODES, "Id")


def by_neo4j(graph: ClaimGraph, folder: Path) -> dict[str, Facts]:
    neo4j.write(graph, folder)
    found: dict[str, Facts] = {}
    for path in (folder / neo4j.FOLDER / "nodes").glob("*.csv"):
        found |= table(path, f"id:ID({path.stem})")
    return found


texts = pytest.mark.parametrize(("text", "changed"), HARD.values(), ids=HARD)
tabular = pytest.mark.parametrize("read", [by_gexf, by_graphml, by_sheets, by_neo4j])


@texts
@tabular
def test_hard_texts_come_back(read: Read, text: str, changed: str | None, tmp_path: Path) -> None:
    report = article(text)
    stated = claim(report, text)
    found = read(assemble(Collection(articles=(report,), claims=(stated,))), tmp_path)
    assert found[stated.id]["text"] == (changed or text)


@tabular
def test_what_is_not_known_is_not_there(read: Read, tmp_path: Path) -> None:
    report = article("It rained.", title=None, publisher=None, published=None)
    facts = read(assemble(Collection(articles=(report,))), tmp_path)[report.id]
    assert not facts.keys() & {"publisher", "published", "url", "year", "start", "end", "Timeset"}
    assert "None" not in map(str, facts.values())
