"""Neo4j itself takes a build by its importer, by load.cypher and by kg push, and answers over it.

n10s.cypher is not run here, as Maven Central has no neosemantics of any version. It was run by hand: neosemantics 5.26.1, built
from its sources, in a Neo4j 5.26.0 took all 2,520 triples of exports/graph.ttl with these settings, 102 ``kg__Claim``
and 98 ``kg__claims`` among them. (Guava had to be left out of the jar, as the server run here has it already.)
"""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

pytest.importorskip("neo4j", reason="the driver comes with the extra neo4j")

import neo4j

from kg.cli.group import app
from kg.errors import PushError
from kg.export.neo4j import FOLDER, write
from kg.graph import ClaimGraph, NodeKind, assemble
from kg.model import Collection
from kg.push import Access, Pushed, push
from kg.push.tables import constraints
from tests.factory import article, claim, sample_collection
from tests.interop.neo4jserver import PASSWORD, Home, new_home

pytestmark = [pytest.mark.interop, pytest.mark.slow]

HOSTILE = (
    "He said \"no\", 'never' and left.",
    "a backslash \\ inside, and one at the end\\",
    'before a mark \\" and doubled \\\\',
    "first line\n\nthird line\tand a tab",
    "كرنك: ١٢ قتيلا في الفيضان",
    "\u202eturned\u202c, \U0001f30a and \U00020000",
    "a, b; c | d ` $e {f}",
    "null",
)
COUNTS = "CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data.nodes, data.relationships"
QUERY = re.compile(r"```cypher\n(.*?);\n```", re.DOTALL)


class Content(NamedTuple):
    """All that a database holds, but for the marks of a push."""

    nodes: dict[str, Any]
    edges: dict[tuple[str, str, str], Any]


class Neo4j(NamedTuple):
    """A server that is running, and what it held when it began."""

    access: Access
    driver: neo4j.Driver
    imported: Content
    home: Path

    def run(self, text: str) -> None:
        """Run the statements of a file."""
        lines = [line for line in text.splitlines() if not line.startswith("//")]
        with self.driver.session() as session:
            for statement in "\n".join(lines).split(";\n"):
                if statement.strip():
                    session.run(statement.strip().rstrip(";")).consume()

    def ask(self, query: str) -> list[Any]:
        return [list(record.values()) for record in self.driver.execute_query(query).records]


def hostile() -> Collection:
    """The sample with an article of texts that are hard to carry."""
    sample = sample_collection()
    report = article("\n\n".join(HOSTILE), "hostile.txt", title='"Hard", he said\\', authors=("A \\", '"B"'))  # fmt: skip
    stated = tuple(claim(report, text) for text in HOSTILE)
    return sample.model_copy(update={"articles": (*sample.articles, report), "claims": (*sample.claims, *stated)})  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> ClaimGraph:
    return assemble(hostile())


@pytest.fixture(scope="module")
def build(graph: ClaimGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    write(graph, folder)
    return folder


@pytest.fixture(scope="module")
def server(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A server over what import.sh gave it."""
    home: Home = new_home(tmp_path_factory.mktemp("neo4j"))
    before = {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}
    home.admin("sh", str(build / FOLDER / "import.sh"))
    assert before == {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}
    with home.running() as driver:
        yield Neo4j(home.access, driver, content(driver), home.path)


@pytest.fixture
def empty(server: Neo4j) -> Neo4j:
    server.run("MATCH (it) DETACH DELETE it;\n")
    return server


def content(driver: neo4j.Driver) -> Content:
    nodes = driver.execute_query("MATCH (it) RETURN it.id, labels(it), properties(it)").records
    edges = driver.execute_query("MATCH (a)-[it]->(b) RETURN type(it), a.id, b.id, properties(it)").records  # fmt: skip
    found = Content(
        {node: (sorted(labels), plain(facts)) for node, labels, facts in nodes},
        {(kind, left, right): plain(facts) for kind, left, right, facts in edges},
    )
    assert (len(found.nodes), len(found.edges)) == (len(nodes), len(edges))
    return found


def plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name != "digest"}


def counts(found: Content) -> tuple[Counter[str], Counter[str]]:
    labels = Counter(label for labels, _ in found.nodes.values() for label in labels)
    return labels, Counter(kind for kind, _, _ in found.edges)


def expected(graph: ClaimGraph) -> tuple[Counter[str], Counter[str]]:
    labels = Counter(node.kind.value for node in graph.nodes())
    labels["Entity"] = labels.total() - labels["Article"] - labels["Claim"]
    return labels, Counter(edge.kind.value for edge in graph.edges())


def test_the_importer_takes_every_node_and_relationship(server: Neo4j, graph: ClaimGraph) -> None:
    assert counts(server.imported) == expected(graph)


def test_every_text_is_imported_as_it_was(server: Neo4j, graph: ClaimGraph) -> None:
    texts = {node: facts["text"] for node, (labels, facts) in server.imported.nodes.items() if labels == ["Claim"]}  # fmt: skip
    assert texts == {claim.id: claim.text for claim in graph.collection.claims}
    assert set(HOSTILE) <= set(texts.values())


def test_columns_are_imported_with_their_types(server: Neo4j, graph: ClaimGraph) -> None:
    for article_ in graph.collection.articles:
        facts = server.imported.nodes[article_.id][1]
        assert facts.get("authors", []) == list(article_.authors)
        assert facts.get("title") == article_.title
    claims = [facts for labels, facts in server.imported.nodes.values() if labels == ["Claim"]]
    assert {type(facts["confidence"]) for facts in claims} == {float}
    assert {type(facts["origins"]) for facts in claims} == {int}
    days = {facts["holds_from"] for facts in claims if "holds_from" in facts}
    assert neo4j.time.Date(2031, 3, 3) in days


def test_constraints_are_taken_twice_and_hold(empty: Neo4j, build: Path) -> None:
    for _ in range(2):
        empty.run((build / FOLDER / "constraints.cypher").read_text(encoding="utf-8"))
    held = empty.ask("SHOW CONSTRAINTS YIELD labelsOrTypes, properties")
    assert sorted(held) == [[["Article"], ["id"]], [["Claim"], ["id"]], [["Entity"], ["id"]]]
    empty.run("CREATE (:Claim {id: 'a'});\n")
    with pytest.raises(neo4j.exceptions.ConstraintError):
        empty.run("CREATE (:Claim {id: 'a'});\n")


def test_loading_gives_what_the_importer_gives_and_changes_nothing_a_second_time(
    empty: Neo4j, build: Path
) -> None:
    shutil.copytree(build / FOLDER, empty.home / "import" / FOLDER, dirs_exist_ok=True)
    for name in ("constraints.cypher", "load.cypher", "load.cypher"):
        empty.run((build / FOLDER / name).read_text(encoding="utf-8"))
        if name == "load.cypher":
            assert content(empty.driver) == empty.imported
    push(build, empty.access)  # over what another way in brought
    assert content(empty.driver) == empty.imported


def test_a_push_gives_what_the_importer_gives_and_changes_nothing_a_second_time(
    empty: Neo4j, build: Path, graph: ClaimGraph
) -> None:
    first = push(build, empty.access, batch=7)
    assert content(empty.driver) == empty.imported
    nodes, edges = sum(1 for _ in graph.nodes()), sum(1 for _ in graph.edges())
    assert first == Pushed(nodes=nodes, relationships=edges)
    last = empty.ask(COUNTS)
    assert push(build, empty.access) == Pushed(unchanged=nodes + edges)
    assert content(empty.driver) == empty.imported
    assert empty.ask(COUNTS) == last


def test_a_removed_article_takes_exactly_its_contribution_along(
    empty: Neo4j, build: Path, tmp_path: Path
) -> None:
    write(assemble(sample_collection()), tmp_path)
    push(tmp_path, empty.access)
    without = content(empty.driver)
    assert without != empty.imported
    push(build, empty.access)
    assert content(empty.driver) == empty.imported
    pushed = push(tmp_path, empty.access)
    assert content(empty.driver) == without
    assert pushed.removed_nodes == 1 + len(HOSTILE)
    assert pushed.removed_relationships == len(HOSTILE)


def test_what_others_keep_in_the_database_stays(empty: Neo4j, build: Path, tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    empty.run("CREATE (:Article {id: 'mine'})-[:cites]->(:Note {id: 'note'});\n")
    push(build, empty.access)
    empty.run("MATCH (c:Claim) SET c.checked = true;\nMATCH (c:Claim) WITH c LIMIT 1 CREATE (:Note {id: 'other'})-[:on]->(c);\n")  # fmt: skip
    push(tmp_path, empty.access)
    found = content(empty.driver)
    assert {"mine", "note", "other"} <= found.nodes.keys()
    assert ("cites", "mine", "note") in found.edges
    assert all(facts["checked"] for labels, facts in found.nodes.values() if labels == ["Claim"])


def test_nothing_is_removed_where_all_is_to_be_kept(empty: Neo4j, build: Path, tmp_path: Path) -> None:  # fmt: skip
    write(assemble(sample_collection()), tmp_path)
    push(build, empty.access)
    assert push(tmp_path, empty.access, keep=True).removed_nodes == 0
    assert content(empty.driver) == empty.imported


def test_a_push_that_was_broken_off_is_taken_up_again(empty: Neo4j, build: Path, graph: ClaimGraph) -> None:  # fmt: skip
    steps = 0

    def breaking(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        push(build, empty.access, breaking, batch=5)
    there = len(content(empty.driver).nodes)
    assert 5 < there < len(empty.imported.nodes)
    again = push(build, empty.access)
    assert again.unchanged == there
    assert again.nodes == sum(1 for _ in graph.nodes()) - there
    assert content(empty.driver) == empty.imported


def test_the_command_pushes_with_a_password_that_it_never_shows(empty: Neo4j, build: Path) -> None:
    environment = {"NEO4J_PASSWORD": PASSWORD, "NEO4J_URI": empty.access.uri}
    done = CliRunner().invoke(app, ["--debug", "push", str(build)], env=environment)
    assert done.exit_code == 0, done.output
    assert re.search(r"Pushed to bolt://\S+: \d+ nodes and \d+ relationships new", done.stdout)
    assert PASSWORD not in done.output
    assert content(empty.driver) == empty.imported


def test_a_wrong_password_is_told_and_not_shown(server: Neo4j, build: Path) -> None:
    with pytest.raises(PushError, match="does not let this user in") as caught:
        push(build, Access(server.access.uri, password="not-the-w0rd"))
    assert "not-the-w0rd" not in f"{caught.value!r} {Access('bolt://a', password='not-the-w0rd')}"


def test_a_database_that_is_not_there_is_told(server: Neo4j, build: Path) -> None:
    with pytest.raises(PushError, match="refuses it"):
        push(build, Access(server.access.uri, password=PASSWORD, database="nowhere"))


def test_the_ten_queries_find_what_the_build_holds(empty: Neo4j, build: Path) -> None:
    push(build, empty.access)
    assert len(constraints(build)) == 5
    queries = QUERY.findall((build / FOLDER / "README.md").read_text(encoding="utf-8"))
    answers = [empty.ask(query) for query in queries]
    assert len(answers) == 10
    found = dict(zip(queries, map(len, answers), strict=True))
    assert [query for query, rows in found.items() if not rows] == []


def test_kinds_of_entity_are_labels(server: Neo4j) -> None:
    kinds = {kind.value for kind in NodeKind} - {"Article", "Claim"}
    found = {tuple(labels) for labels, _ in server.imported.nodes.values()}
    assert found == {("Article",), ("Claim",), *(tuple(sorted(("Entity", kind))) for kind in kinds)}
