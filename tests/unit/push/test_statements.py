from pathlib import Path

from kg.push.statements import merge, remove_nodes
from kg.push.tables import Table


def test_entities_are_merged_by_id_and_get_their_kind() -> None:
    table = Table(Path("Expert.csv"), ("id:ID(Entity)", ":LABEL"), ("Entity",), ("Entity", "Expert"), 1)  # fmt: skip
    assert merge(table) == (
        "UNWIND $rows AS row MERGE (it:Entity {id: row.id}) SET it += row.values, it:Expert"
    )


def test_claims_have_one_label() -> None:
    table = Table(Path("Claim.csv"), ("id:ID(Claim)", ":LABEL"), ("Claim",), ("Claim",), 1)
    assert merge(table).endswith("MERGE (it:Claim {id: row.id}) SET it += row.values")


def test_relationships_are_merged_between_ends_that_are_there() -> None:
    table = Table(Path("about.csv"), (), ("Claim", "Entity"), ("about",), 1)
    assert merge(table) == (
        "UNWIND $rows AS row MATCH (left:Claim {id: row.left}) MATCH (right:Entity {id: row.right}) "
        "MERGE (left)-[it:about]->(right) SET it += row.values"
    )


def test_nodes_go_with_their_relationships() -> None:
    assert remove_nodes("Claim") == "UNWIND $rows AS id MATCH (it:Claim {id: id}) DETACH DELETE it"
